"""AI Act, Chapter III, Section 3: Articles 22 to 24, representatives, importers and distributors."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Expr, Grade, Obligation, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    SECTION_B,
    high_risk_provider,
    system_distributor,
    system_importer,
    system_representative,
)
from apps.rules.law.eu.ai_act.chapter_3_articles_22_24_steps import APPOINTMENT, DISTRIBUTION, IMPORT, REPRESENTATION
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, on_both_calendars
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_system
from apps.rules.law.eu.ai_act.chapter_12_article_99 import DISTRIBUTOR_FINE, IMPORTER_FINE, REPRESENTATIVE_FINE
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.system import system_union_links

_aia = partial(Cite, instrument="AIA", grade=Grade.P)


def _on_both_calendars(who: Expr, pinpoint: str) -> tuple[Version, ...]:
    """The wordings of a rule on these operators of high-risk systems, on both calendars."""
    return on_both_calendars(who & high_risk_system, pinpoint, (*ACTIVITIES_LEFT_ALONE, SECTION_B, OLDER_HIGH_RISK))


appoint_system_representative = Obligation(
    id="EU-AIA-22",
    title="Appoint a representative in the Union for the system",
    must="Before the system is made available in the Union, appoint by written mandate a representative established "
    "there, and give it what it needs for its tasks.",
    who="provider of a high-risk system established outside the Union",
    topic=Topic.REPRESENTATION,
    versions=_on_both_calendars(high_risk_provider & ~system_union_links.includes("established"), "Art. 22(1) to (3)"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is made available on the Union market.",
        cite=_aia(pinpoint="Art. 22(1)"),
    ),
    evidence="signed mandate with the tasks of Article 22(3)",
    penalty_note="Article 99(4)(b) fines representatives, not a provider without one: national rules decide "
    "(Article 99(1)). A missing representative is also a formal fault under Article 83(1)(f).",
    steps=steps("EU-AIA-22", *APPOINTMENT),
)

represent_the_provider = Obligation(
    id="EU-AIA-22-3",
    title="Carry out the representative's tasks for the system",
    must="Check declaration, documentation and conformity assessment; keep them and the provider's contacts for ten "
    "years; inform, cooperate and register as mandated; end the mandate, and say so, if the provider breaks its "
    "duties.",
    who="authorised representative of the provider of a high-risk system",
    topic=Topic.REPRESENTATION,
    versions=_on_both_calendars(system_representative & high_risk_system, "Art. 22(3) and (4)"),
    deadline=Deadline(
        kind=When.RETENTION,
        text="From the mandate on; documents for ten years after the system was placed on the market or put into "
        "service; the notice on ending the mandate immediately.",
        cite=_aia(pinpoint="Art. 22(3)(b)"),
    ),
    evidence="check record, archive index, answers sent",
    penalty=REPRESENTATIVE_FINE,
    steps=steps("EU-AIA-22-3", *REPRESENTATION),
)

import_duties = Obligation(
    id="EU-AIA-23",
    title="Check the system before importing it",
    must="Make sure that assessment, documentation, CE marking, declaration, instructions and representative are in "
    "place; hold back what does not conform or is falsified; add your name and address; keep papers for ten years; "
    "cooperate with authorities.",
    who="importer of a high-risk system",
    topic=Topic.SAFETY,
    versions=_on_both_calendars(system_importer & high_risk_system, "Art. 23"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before placing the system on the market; papers for ten years from then.",
        cite=_aia(pinpoint="Art. 23(1)"),
    ),
    evidence="import checklist, archive index",
    penalty=IMPORTER_FINE,
    steps=steps("EU-AIA-23", *IMPORT),
    note="An importer that puts its own name on the system, changes it substantially or gives it a high-risk purpose "
    "takes over as provider (Article 25(1)).",
)

distribution_duties = Obligation(
    id="EU-AIA-24",
    title="Check the system before passing it on",
    must="Make sure that CE marking, declaration, instructions and the names of provider and importer are there; hold "
    "back what does not conform; after sale see to correction or recall and report risks; cooperate with authorities.",
    who="distributor of a high-risk system",
    topic=Topic.SAFETY,
    versions=_on_both_calendars(system_distributor & high_risk_system, "Art. 24"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before making the system available on the market.",
        cite=_aia(pinpoint="Art. 24(1)"),
    ),
    evidence="checklist, records of corrective action",
    penalty=DISTRIBUTOR_FINE,
    steps=steps("EU-AIA-24", *DISTRIBUTION),
    note="A distributor that puts its own name on the system, changes it substantially or gives it a high-risk "
    "purpose takes over as provider (Article 25(1)).",
)
