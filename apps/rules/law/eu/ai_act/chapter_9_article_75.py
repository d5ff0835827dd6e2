"""AI Act, Chapter IX: Article 75(1a), serious incidents of high-risk systems under the AI Office."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import NEVER, Cite, Deadline, Definition, Grade, Obligation, Step, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import ACTIVITIES_LEFT_ALONE, SECTION_B, high_risk_provider
from apps.rules.law.eu.ai_act.chapter_3_annex_i import section_a_product, section_b_product
from apps.rules.law.eu.ai_act.chapter_3_annex_iii import annex_iii_2, annex_iii_5_b, annex_iii_5_c, annex_iii_8_a
from apps.rules.law.eu.ai_act.chapter_3_calendar import LATER_STARTS, OLDER_HIGH_RISK
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_system
from apps.rules.law.eu.ai_act.chapter_5_article_51 import (
    became_general_by_the_change,
    coordinator_provides,
    gpai_model,
    member_provides,
    original_maker,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import OPERATOR_DUTIES_FINE
from apps.rules.law.eu.ai_act.instruments import ACT_IN_FORCE, OMNIBUS_PUBLISHED
from apps.rules.law.eu.gpai_guidelines import modifier
from apps.rules.law.facts.model import development
from apps.rules.law.facts.system import system_union_links
from apps.rules.law.facts.use import users

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

# Article 74(6) speaks of systems that financial institutions offer or use: credit scoring and insurance pricing.
_national_field = (
    section_a_product
    | section_b_product
    | annex_iii_2
    | users.any_of("law_enforcement", "border_authority")
    | annex_iii_5_b
    | annex_iii_5_c
    | annex_iii_8_a
)

_SHARED_BEFORE = "The text of 2024 gave the AI Office tasks of its own, but no system to itself."

own_model_system = Definition(
    id="own_model_system",
    title="System on a general-purpose model of the same undertaking",
    statement="the system rests on a general-purpose model that you or a company of your group made",
    denial="the system does not rest on a general-purpose model of yours or of your group",
    summary="The description is of one model and the systems on it, so a model you make, have made, change enough, or "
    "get from a company of your group counts.",
    versions=(
        Version(
            since=date(2025, 8, 2),
            when=development.is_("group")
            | (gpai_model & (original_maker | coordinator_provides | member_provides | became_general_by_the_change))
            | modifier,
            cites=(_aia(pinpoint="Art. 75(1)"),),
        ),
    ),
)

ai_office_system = Definition(
    id="ai_office_system",
    title="System supervised by the AI Office",
    statement="the AI Office alone supervises the system",
    denial="national authorities supervise the system",
    summary="Built on a general-purpose model of the same provider or undertaking, but not for products, critical "
    "networks, police, borders, finance or courts; or part of a very large online platform or search engine.",
    versions=(
        Version(
            since=ACT_IN_FORCE,
            when=NEVER,
            cites=(_aia(pinpoint="Art. 75(1)"),),
            replaced_on=OMNIBUS_PUBLISHED,
            note=_SHARED_BEFORE,
        ),
        Version(
            since=ACT_IN_FORCE,
            until=date(2026, 8, 2),
            when=NEVER,
            cites=(_aia(pinpoint="Art. 75(1)"),),
            published_on=OMNIBUS_PUBLISHED,
            note=_SHARED_BEFORE,
        ),
        Version(
            since=date(2026, 8, 2),
            when=(own_model_system & ~_national_field) | system_union_links.includes("very_large_platform"),
            cites=(
                _aia(pinpoint="Art. 75(1)(a)"),
                _aia(pinpoint="Art. 75(1)(b)"),
            ),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
)

incidents_to_the_ai_office = Obligation(
    id="EU-AIA-75-1a",
    title="Report serious incidents to the AI Office",
    must="Report serious incidents of the high-risk system to the AI Office instead of the national authority, within "
    "the time limits of Article 73, then investigate and correct.",
    who="provider of a high-risk system under the AI Office",
    topic=Topic.INCIDENTS,
    versions=(
        Version(
            since=date(2027, 12, 2),
            when=high_risk_provider & high_risk_system & ai_office_system,
            cites=(
                _aia(pinpoint="Art. 75(1a)"),
                _aia(pinpoint="Art. 73"),
                _aia(pinpoint="Art. 113, third paragraph, point (c)(i)"),
            ),
            unless=(*ACTIVITIES_LEFT_ALONE, SECTION_B, OLDER_HIGH_RISK),
            transitions=LATER_STARTS,
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="At once, at the latest 15 days after learning of it; 10 days for a death, 2 days for disruption of "
        "critical infrastructure or a widespread infringement.",
        cite=_aia(pinpoint="Art. 73(2)"),
    ),
    evidence="time-stamped incident report, investigation report, corrective action",
    penalty=OPERATOR_DUTIES_FINE,
    penalty_note="Imposed by the AI Office at this level under Article 75c(4)(a).",
    steps=(
        Step(
            id="EU-AIA-75-1a/1",
            text="Send the report to the AI Office within the time limits of Article 73.",
            pinpoint=_aia(pinpoint="Art. 75(1a)"),
            when=When.ON_EVENT,
            evidence="incident report",
        ),
    ),
    note="The article has formally applied since 2 August 2026, but no system counts as high-risk before the rules "
    "that classify it apply. The later day used here is the common reading, not an express rule.",
)
