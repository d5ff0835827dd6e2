"""AI Act, Article 6(2) and (3): from a use listed in Annex III to a high-risk system, and the filter in between."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    Cite,
    Definition,
    Grade,
    GuidanceStatus,
    Version,
    assumption,
    guidance,
)
from apps.rules.law.eu.ai_act.chapter_3_annex_i import CLASSES_FROM, high_risk_product
from apps.rules.law.eu.ai_act.chapter_3_annex_iii import annex_iii_use
from apps.rules.law.facts.use_tasks import feeds_combined_decision, part_in_decision, profiles_people

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

profiling = Definition(
    id="profiling",
    title="Profiling of people",
    statement="the system profiles people",
    denial="the system does not profile people",
    summary="Automated processing of personal data to judge or predict something about a person: work, money, health, "
    "tastes, reliability, behaviour, whereabouts. A system listed in Annex III that profiles people is always "
    "high-risk.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=profiles_people,
            cites=(
                _aia(pinpoint="Art. 3(52)"),
                _aia(pinpoint="Art. 6(3)", note="which refers to Article 4(4) of the GDPR"),
            ),
        ),
    ),
)

_stands_alone = guidance(
    key="hr-guidelines-combined-systems",
    why="The draft guidelines take the filter away where the system is one link of a chain, or of several agents, "
    "that together sway the decision. The Act does not say so in words.",
    status=GuidanceStatus.DRAFT,
    followed=~feeds_combined_decision,
    ignored=ALWAYS,
    cite=Cite(instrument="GLH", pinpoint="paragraph 90", grade=Grade.O),
)

filter_6_3 = Definition(
    id="filter_6_3",
    title="Filter for minor parts in a listed use",
    statement="the system plays so small a part in the listed use that the filter frees it",
    denial="the filter for systems that play a small part does not free the system",
    summary="Listed in Annex III, but only a narrow procedural task, polish on work a person has finished, a check for "
    "patterns in past decisions with human review, or preparation. Never for systems that profile people, and not "
    "for products.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=annex_iii_use
            & part_in_decision.is_("narrow_step", "polishes_finished_work", "checks_past_decisions", "prepares")
            & ~profiling
            & _stands_alone,
            cites=(_aia(pinpoint="Art. 6(3)"),),
        ),
    ),
)

high_risk_by_use = Definition(
    id="high_risk_by_use",
    title="High-risk through its use",
    statement="the system is high-risk through a use listed in Annex III",
    denial="the system is not high-risk through a use listed in Annex III",
    summary="A use listed in Annex III, unless the filter frees the system. What the provider says the system is for "
    "counts; a person who decides in the end changes nothing.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=assumption(
                key="assume-high-risk-use",
                says="you take the system to be high-risk through its use",
                denies="you take the system not to be high-risk through its use",
                worked_out=annex_iii_use & ~filter_6_3,
                cite=_aia(pinpoint="Art. 6(2)"),
            ),
            cites=(_aia(pinpoint="Art. 6(2)"), _aia(pinpoint="Art. 6(3)")),
        ),
    ),
)

high_risk_system = Definition(
    id="high_risk_system",
    title="High-risk AI system",
    statement="the system is high-risk",
    denial="the system is not high-risk",
    summary="High-risk through a use listed in Annex III that the filter does not free, or as a product or a product's "
    "safety component under the laws of Annex I.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=high_risk_by_use | high_risk_product,
            cites=(
                _aia(pinpoint="Art. 6(1)"),
                _aia(pinpoint="Art. 6(2)"),
            ),
        ),
    ),
)
