"""Connecticut Data Privacy Act: profiling, in the form of 1 July 2026 (any automated decision)."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Deadline, Definition, Grade, Obligation, Topic, Version, When
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.us_decisions import us_output_weight
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import education_tasks
from apps.rules.law.us.common import USES_SYSTEM, in_state
from apps.rules.law.us.connecticut.llm_notice import APPLIES_FROM, ct_privacy_controller, ct_privacy_entities

_read = partial(Cite, instrument="US-CT-CTDPA", grade=Grade.P)

ct_profiling = Definition(
    id="ct_profiling_controller",
    title="Profiling for significant decisions (Connecticut)",
    statement="you profile consumers for significant decisions under Connecticut's privacy act",
    denial="you do not profile consumers for significant decisions under Connecticut's privacy act",
    summary="A controller whose system evaluates or predicts personal aspects for any automated decision with legal or "
    "similarly significant effects. Until 30 June 2026 only solely automated decisions counted.",
    versions=(
        Version(
            since=APPLIES_FROM,
            when=in_state("ct")
            & USES_SYSTEM
            & ~personal_data.is_empty()
            & (
                uses.any_of("credit", "housing", "insurance", "health", "public_benefits", "justice")
                | (uses.includes("education") & education_tasks.any_of("admission", "assigns_places", "grades_final"))
            )
            & us_output_weight.is_("alone", "overrules", "heaviest", "one_factor")
            & ct_privacy_controller,
            cites=(_read(pinpoint="C.G.S. 42-518"),),
        ),
    ),
)


def _duty(
    number: int, title: str, must: str, topic: Topic, deadline: Deadline, evidence: str, since: date
) -> Obligation:
    return Obligation(
        id=f"PRIV-CT-{number}",
        title=title,
        must=must,
        who="controller that profiles consumers",
        topic=topic,
        versions=(
            Version(
                since=since,
                when=in_state("ct") & ct_profiling,
                cites=(_read(pinpoint="C.G.S. 42-518, 42-522"),),
                unless=(ct_privacy_entities,),
            ),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note="An unfair trade practice: Attorney General alone, up to $5,000 per wilful violation.",
    )


opt_out = _duty(
    1,
    "Let people opt out of profiling and question its result (Connecticut)",
    "Let consumers opt out of profiling for any automated decision with legal or similarly significant effects, "
    "question "
    "the result, learn the reason and review the data.",
    Topic.DECISIONS,
    Deadline(kind=When.ON_REQUEST, text="Usually within 45 days of the request (not verified)."),
    "opt-out form, request log",
    APPLIES_FROM,
)
profiling_notice = _duty(
    2,
    "Say in the privacy notice that you profile (Connecticut)",
    "Tell consumers in the privacy notice about such profiling and how to opt out.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.CONTINUOUS, text="At all times."),
    "privacy notice",
    APPLIES_FROM,
)
impact_assessment = _duty(
    3,
    "Assess the impact of profiling (Connecticut)",
    "Assess the impact of profiling begun from 1 August 2026.",
    Topic.SAFETY,
    Deadline(kind=When.BEFORE_USE, text="For activities from 1 August 2026."),
    "impact assessment",
    date(2026, 8, 1),
)
