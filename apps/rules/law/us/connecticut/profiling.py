"""Connecticut Data Privacy Act: profiling, for solely automated decisions since 2023, for any since July 2026."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Deadline, Definition, Expr, Grade, Obligation, Topic, Version, When
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.us_privacy import us_consumers, us_data_dealings
from apps.rules.law.us.common import USES_SYSTEM, in_state
from apps.rules.law.us.connecticut.llm_notice import (
    APPLIES_FROM,
    SIGNED,
    ct_privacy_controller,
    ct_privacy_entities,
)
from apps.rules.law.us.families.privacy_profiling import FEDERAL_DATA, IN_FURTHERANCE, SIGNIFICANT, SOLELY

_read = partial(Cite, instrument="US-CT-CTDPA", grade=Grade.P)

_ACT_SIGNED = date(2022, 5, 10)
_ACT_FROM = date(2023, 7, 1)
_RECALLED = Cite(instrument="US-CT-CTDPA", pinpoint="C.G.S. 42-516, 42-518 before P.A. 25-113", grade=Grade.M)
_PROFILES: Expr = in_state("ct") & USES_SYSTEM & ~personal_data.is_empty() & SIGNIFICANT
# Until 30 June 2026: solely automated, 100,000 residents, or 25,000 with income from selling data.
_OLD: Expr = (
    _PROFILES & SOLELY & ((us_consumers >= 100_000) | ((us_consumers >= 25_000) & us_data_dealings.includes("sells")))
)

ct_profiling = Definition(
    id="ct_profiling_controller",
    title="Profiling for significant decisions (Connecticut)",
    statement="you profile consumers for significant decisions under Connecticut's privacy act",
    denial="you do not profile consumers for significant decisions under Connecticut's privacy act",
    summary="A controller whose system evaluates or predicts personal aspects for any automated decision with legal or "
    "similarly significant effects. Until 30 June 2026 only solely automated decisions counted.",
    versions=(
        Version(since=_ACT_FROM, published_on=_ACT_SIGNED, replaced_on=SIGNED, when=_OLD, cites=(_RECALLED,)),
        Version(since=_ACT_FROM, published_on=SIGNED, until=APPLIES_FROM, when=_OLD, cites=(_RECALLED,)),
        Version(
            since=APPLIES_FROM,
            published_on=SIGNED,
            when=_PROFILES & IN_FURTHERANCE & ct_privacy_controller,
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
                published_on=_ACT_SIGNED if since == _ACT_FROM else SIGNED,
                when=in_state("ct") & ct_profiling,
                cites=(_read(pinpoint="C.G.S. 42-518, 42-522"),),
                unless=(ct_privacy_entities, FEDERAL_DATA),
            ),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note="An unfair trade practice: Attorney General alone, up to $5,000 per wilful violation.",
        note="Until 30 June 2026 the act gave only an opt-out of profiling for solely automated decisions, and reached "
        "fewer firms.",
    )


opt_out = _duty(
    1,
    "Let people opt out of profiling and question its result (Connecticut)",
    "Let consumers opt out of profiling for any automated decision with legal or similarly significant effects, "
    "question the result, learn the reason and review the data.",
    Topic.DECISIONS,
    Deadline(kind=When.ON_REQUEST, text="Usually within 45 days of the request (not verified)."),
    "opt-out form, request log",
    _ACT_FROM,
)
profiling_notice = _duty(
    2,
    "Say in the privacy notice that you profile (Connecticut)",
    "Tell consumers in the privacy notice about such profiling and how to opt out.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.CONTINUOUS, text="At all times."),
    "privacy notice",
    _ACT_FROM,
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
