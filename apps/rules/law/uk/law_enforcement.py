"""Police and other authorities against crime: Part 3 of the Data Protection Act 2018, and facial recognition."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Fine, Force, Grade, Obligation, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.body import body_findings
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.use import uses
from apps.rules.law.uk.common import IN_THE_COUNTRY, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM
from apps.rules.law.uk.data_protection import HIGHER_TIER, STANDARD_TIER

IN_FORCE, BRIDGES = date(2018, 5, 25), date(2020, 8, 11)

LEP = instrument(
    "UK-LEP",
    "Data Protection Act 2018 Part 3, Human Rights Act 1998, and R (Bridges) on facial recognition",
    "Law-enforcement data and facial recognition",
    Force.STATUTE,
    "DPA 2018 ss. 29-81; Human Rights Act 1998 s. 6",
    "Authorities against crime need a law and strict necessity for sensitive data, an impact assessment, logs, and "
    "clear local rules on who is put on a watch list and where cameras stand. In Bridges (2020) live facial "
    "recognition fell for want of these and of tests for bias.",
    "No exception: an open model is held to the same.",
    Happening(IN_FORCE, State.IN_FORCE, "Part 3 in force", Grade.M),
    Happening(BRIDGES, State.IN_FORCE, "Bridges: Court of Appeal on live facial recognition", Grade.P),
    Happening(
        date(2026, 2, 5),
        State.IN_FORCE,
        "logs need no written reason any more (2025 Act s. 82, day of start from memory)",
        Grade.M,
    ),
    enforcer="Information Commission; courts on judicial review",
    published_on=date(2000, 1, 1),
    jurisdiction="UK",
)
POLICE_REFORM = instrument(
    "UK-POLICE-REFORM",
    "Police Reform Bill: facial recognition",
    "Police Reform Bill",
    Force.PROPOSED,
    "King's Speech, 13 May 2026",
    "Announced, with a statute on facial recognition in it. Not law; no duty follows from it.",
    "Nothing depends on openness as long as it is not law.",
    Happening(date(2026, 5, 13), State.PROPOSED, "announced in the King's Speech"),
    jurisdiction="UK",
)

_AGAINST_CRIME: Expr = uses.any_of("policing", "fraud", "borders", "justice", "security", "emergency")
_AUTHORITY: Expr = (
    IN_THE_COUNTRY
    & uk_activities.includes("law_enforcement")
    & ~personal_data.is_empty()
    & (USES_SYSTEM | OFFERS_SYSTEM | MAKES_MODEL)
    & _AGAINST_CRIME
)


def _of_authorities(
    suffix: str,
    title: str,
    must: str,
    topic: Topic,
    at: str,
    deadline: Deadline,
    evidence: str,
    when: Expr,
    *,
    fine: Fine,
) -> Obligation:
    return duty(
        LEP,
        f"UK-LEP-{suffix}",
        title,
        must,
        "law-enforcement authority",
        topic,
        IN_FORCE,
        when,
        at,
        Grade.M,
        deadline,
        evidence,
        "Judicial review beside the fine.",
        fine=fine,
    )


_BEFORE = Deadline(kind=When.BEFORE_USE, text="Before use.")
lawful = _of_authorities(
    "35",
    "Have a law and strict necessity",
    "Rest the use on law, and use sensitive data such as faces only where strictly necessary and with a policy "
    "document.",
    Topic.DECISIONS,
    "DPA 2018 s. 35; Human Rights Act 1998 s. 6",
    _BEFORE,
    "legal basis, policy document",
    _AUTHORITY,
    fine=HIGHER_TIER,
)
logs = _of_authorities(
    "62",
    "Keep logs",
    "Log who looks up, changes, passes on or deletes data in automated systems.",
    Topic.DOCUMENTATION,
    "DPA 2018 s. 62",
    Deadline(kind=When.CONTINUOUS, text="Throughout."),
    "logs",
    _AUTHORITY,
    fine=STANDARD_TIER,
)
impact = _of_authorities(
    "64",
    "Assess the impact before use",
    "Assess the impact on data protection before you use the system, on the very software and place of use.",
    Topic.SAFETY,
    "DPA 2018 s. 64",
    _BEFORE,
    "data protection impact assessment",
    _AUTHORITY,
    fine=STANDARD_TIER,
)
watch_lists = _of_authorities(
    "WATCH",
    "Set clear rules on watch lists and places",
    "Publish rules that leave little discretion: who may be put on a watch list, where and when cameras look, and how "
    "the software was tested for bias by race and sex.",
    Topic.DECISIONS,
    "ECHR Art. 8; Bridges [2020] EWCA Civ 1058",
    _BEFORE,
    "published policy, test report",
    _AUTHORITY & body_findings.includes("identifies_among_many"),
    fine=HIGHER_TIER,
)
