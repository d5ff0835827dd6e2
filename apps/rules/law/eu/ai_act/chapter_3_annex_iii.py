"""AI Act, Annex III as a whole: the listed uses, and general assistants offered for all of them.

Other law files take the single points from here.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import NEVER, Cite, Definition, Grade, Version
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_3_annex_iii_1_5 import (
    annex_iii_1_a,
    annex_iii_1_b,
    annex_iii_1_c,
    annex_iii_2,
    annex_iii_3_a,
    annex_iii_3_b,
    annex_iii_3_c,
    annex_iii_3_d,
    annex_iii_4_a,
    annex_iii_4_b,
    annex_iii_5_a,
    annex_iii_5_b,
    annex_iii_5_c,
    annex_iii_5_d,
    draft_line,
)
from apps.rules.law.eu.ai_act.chapter_3_annex_iii_6_8 import (
    annex_iii_6_a,
    annex_iii_6_b,
    annex_iii_6_c,
    annex_iii_6_d,
    annex_iii_6_e,
    annex_iii_7_a,
    annex_iii_7_b,
    annex_iii_7_c,
    annex_iii_7_d,
    annex_iii_8_a,
    annex_iii_8_b,
)
from apps.rules.law.facts.use import high_risk_uses_excluded, uses

__all__ = [
    "annex_iii_1_a",
    "annex_iii_1_b",
    "annex_iii_1_c",
    "annex_iii_2",
    "annex_iii_3_a",
    "annex_iii_3_b",
    "annex_iii_3_c",
    "annex_iii_3_d",
    "annex_iii_4_a",
    "annex_iii_4_b",
    "annex_iii_5_a",
    "annex_iii_5_b",
    "annex_iii_5_c",
    "annex_iii_5_d",
    "annex_iii_6_a",
    "annex_iii_6_b",
    "annex_iii_6_c",
    "annex_iii_6_d",
    "annex_iii_6_e",
    "annex_iii_7_a",
    "annex_iii_7_b",
    "annex_iii_7_c",
    "annex_iii_7_d",
    "annex_iii_8_a",
    "annex_iii_8_b",
    "annex_iii_general_assistant",
    "annex_iii_use",
]

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

annex_iii_general_assistant = Definition(
    id="annex_iii_general_assistant",
    title="General assistant open to listed uses",
    statement="the general assistant is offered for high-risk uses as well",
    denial="the general assistant is not offered for high-risk uses",
    summary="What the provider says a system is for decides its class. On the draft guidelines' reading an assistant "
    "offered for anything takes in the listed uses, unless terms, manual and adverts rule them out alike.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=uses.includes("general_assistant")
            & draft_line(
                "general-assistants",
                "The text looks at the purposes a provider states. The draft guidelines say that an offer for anything "
                "can take in high-risk uses, unless these are ruled out consistently; terms that adverts belie do not "
                "help.",
                high_risk_uses_excluded.is_("terms_only", "no"),
                NEVER,
                "intended purpose of general-purpose systems",
            ),
            cites=(_aia(pinpoint="Art. 3(12)"), _aia(pinpoint="Art. 6(2)")),
        ),
    ),
)

annex_iii_use = Definition(
    id="annex_iii_use",
    title="Use listed in Annex III",
    statement="the system is meant for a use listed in Annex III",
    denial="the system is meant for no use listed in Annex III",
    summary="Biometrics, essential networks, education, work, essential services, law enforcement, migration, justice "
    "and elections. Listed uses are high-risk unless the system's part in the decision is small and it "
    "profiles nobody.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=annex_iii_1_a
            | annex_iii_1_b
            | annex_iii_1_c
            | annex_iii_2
            | annex_iii_3_a
            | annex_iii_3_b
            | annex_iii_3_c
            | annex_iii_3_d
            | annex_iii_4_a
            | annex_iii_4_b
            | annex_iii_5_a
            | annex_iii_5_b
            | annex_iii_5_c
            | annex_iii_5_d
            | annex_iii_6_a
            | annex_iii_6_b
            | annex_iii_6_c
            | annex_iii_6_d
            | annex_iii_6_e
            | annex_iii_7_a
            | annex_iii_7_b
            | annex_iii_7_c
            | annex_iii_7_d
            | annex_iii_8_a
            | annex_iii_8_b
            | annex_iii_general_assistant,
            cites=(_aia(pinpoint="Art. 6(2)"), _aia(pinpoint="Annex III")),
        ),
    ),
)
