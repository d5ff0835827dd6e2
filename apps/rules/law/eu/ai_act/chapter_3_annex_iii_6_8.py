"""AI Act, Annex III, points 6 to 8: law enforcement, migration and borders, justice and democracy.

Points 6 and 7 and point 8(a) look at who stands behind the use: an authority, or somebody acting for one. Listing a
use does not allow it: points 6 and 7 cover it only so far as other law permits it.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Grade
from apps.rules.law.eu.ai_act.chapter_3_annex_iii_1_5 import draft_leaves_out, draft_line, listed_use
from apps.rules.law.facts.use import users, uses
from apps.rules.law.facts.use_tasks_public import (
    border_tasks,
    dispute_outcome_binding,
    election_tasks,
    justice_tasks,
    policing_tasks,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

# -- Point 6: law enforcement --------------------------------------------------------------------------------------

# Whoever is entrusted by law with fighting crime is a law-enforcement authority (Article 3(45)), so other authorities
# that do such tasks count as well.
_police = uses.any_of("policing", "fraud") & users.any_of(
    "law_enforcement", "border_authority", "judicial", "public_authority", "eu_body", "for_authority"
)

annex_iii_6_a = listed_use(
    "6(a)",
    "Risk of becoming a victim",
    "meant to judge for the police who may become a victim of crime",
    "Used by or for law-enforcement authorities, or by Union bodies supporting them. Forecasts for places and times "
    "are outside.",
    _police & policing_tasks.includes("victim_risk"),
    _aia(pinpoint="recital 59"),
)

annex_iii_6_b = listed_use(
    "6(b)",
    "Lie detectors for the police",
    "meant as a polygraph or similar tool for the police",
    "Lie detectors and tools that read credibility, used by or for law-enforcement authorities. Neutral transcription "
    "is outside.",
    _police & policing_tasks.includes("lie_detection"),
    _aia(pinpoint="recital 59"),
)

annex_iii_6_c = listed_use(
    "6(c)",
    "Reliability of evidence",
    "meant to judge how reliable evidence of crime is",
    "Used by or for law-enforcement authorities in investigating or prosecuting crime. The draft guidelines leave out "
    "tools that only rebuild, enhance or sort evidence.",
    _police
    & draft_leaves_out(
        "evidence",
        "The text covers tools that evaluate how reliable evidence is. The draft guidelines leave out tools that only "
        "rebuild, enhance or sort it.",
        policing_tasks.includes("evidence_reliability"),
        policing_tasks.includes("reconstructs_evidence"),
        "point 6(c)",
    ),
    _aia(pinpoint="recital 59"),
)

annex_iii_6_d = listed_use(
    "6(d)",
    "Risk of offending",
    "meant to judge for the police who may offend, or people's traits or past crimes",
    "Used by or for law-enforcement authorities. Predictions that rest on profiling or traits alone are banned "
    "outright.",
    _police & policing_tasks.includes("offender_risk"),
    _aia(pinpoint="recital 59"),
)

annex_iii_6_e = listed_use(
    "6(e)",
    "Profiling in investigations",
    "meant to profile people in detecting, investigating or prosecuting crime",
    "Used by or for law-enforcement authorities. A company that only meets its own legal duty, such as checks against "
    "money laundering, does not act for the police.",
    _police & policing_tasks.includes("profiles_in_investigation"),
    _aia(pinpoint="recital 59"),
)

# -- Point 7: migration, asylum, borders ---------------------------------------------------------------------------

_border = uses.includes("borders") & users.any_of(
    "border_authority", "law_enforcement", "public_authority", "eu_body", "for_authority"
)

annex_iii_7_a = listed_use(
    "7(a)",
    "Lie detectors at borders",
    "meant as a polygraph or similar tool for migration or border authorities",
    "Lie detectors and tools that read credibility, used by or for the competent authorities or Union bodies.",
    _border & border_tasks.includes("lie_detection"),
    _aia(pinpoint="recital 60"),
)

annex_iii_7_b = listed_use(
    "7(b)",
    "Risk posed by travellers",
    "meant to judge a risk posed by a person who enters or has entered",
    "Security, irregular-migration or health risks of single persons, judged by or for the competent authorities. "
    "Statistics on groups are outside.",
    _border & border_tasks.includes("person_risk"),
    _aia(pinpoint="recital 60"),
)

annex_iii_7_c = listed_use(
    "7(c)",
    "Asylum, visa and residence applications",
    "meant to help examine asylum, visa or residence applications",
    "Helps the competent authorities examine applications and complaints, the reliability of evidence included. "
    "General information for applicants is outside.",
    _border & border_tasks.includes("examines_applications"),
    _aia(pinpoint="recital 60"),
)

annex_iii_7_d = listed_use(
    "7(d)",
    "Identifying people in migration or at borders",
    "meant to detect, recognise or identify people in migration or border control",
    "Used by or for the competent authorities. Checking travel documents is left out; so are, in the draft "
    "guidelines, tools for rescue or safe passage alone.",
    _border
    & draft_leaves_out(
        "border-rescue",
        "The text excepts only the checking of travel documents. The draft guidelines also leave out search and rescue "
        "and the avoiding of collisions.",
        border_tasks.includes("identifies_people"),
        border_tasks.includes("rescue_only"),
        "point 7(d)",
    ),
    _aia(pinpoint="recital 60"),
)

# -- Point 8: justice and democracy --------------------------------------------------------------------------------

annex_iii_8_a = listed_use(
    "8(a)",
    "Work on facts and law for courts",
    "meant to help a court or dispute body with facts and law",
    "Used by or for judicial authorities to research and interpret facts or law and to apply law to facts, or likewise "
    "in out-of-court procedures. Clerical work and lawyers' own tools are outside.",
    uses.includes("justice")
    & justice_tasks.includes("applies_law")
    & (
        users.any_of("judicial", "for_authority")
        | users.includes("dispute_body")
        & draft_line(
            "disputes",
            "The text covers out-of-court procedures alike. The recitals and the draft guidelines count them only "
            "where the outcome has legal effects for the parties.",
            dispute_outcome_binding,
            users.includes("dispute_body"),
            "paragraph 430",
        )
    ),
    _aia(pinpoint="recital 61"),
)

annex_iii_8_b = listed_use(
    "8(b)",
    "Influencing elections",
    "meant to influence an election, a referendum or how people vote",
    "Whoever uses it. Tools whose output voters never see, such as those for organising a campaign, are left out.",
    uses.includes("elections") & election_tasks.includes("sways_voters"),
    _aia(pinpoint="recital 62"),
)
