"""AI Act, Chapter XII: Article 101, fines for providers of general-purpose AI models.

The four entries are exposures, not things to do: each names a ground on which the Commission may fine.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Deadline, Fine, Grade, Obligation, Topic, When
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider, since_august_2025
from apps.rules.law.facts.organisation import worldwide_turnover_eur

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

FINES_ON_MODELS_FROM = date(2026, 8, 2)

GPAI_FINE = Fine(
    title="Fine for providers of general-purpose models",
    percent=3,
    fixed=15_000_000,
    currency="EUR",
    turnover=worldwide_turnover_eur,
    since=FINES_ON_MODELS_FROM,
    cites=(_aia(pinpoint="Art. 101(1)"), _aia(pinpoint="Art. 113, third paragraph, point (b)")),
    note="Always the higher of the two amounts: there is no lower ceiling for small or mid-sized firms, whose size "
    "only weighs in when the fine is set. Commitments and keeping to the Code of Practice count in favour.",
)


def _exposure(point: str, *, title: str, must: str, evidence: str) -> Obligation:
    return Obligation(
        id=f"EU-AIA-101-1-{point}",
        title=title,
        must=must,
        who="provider of a general-purpose AI model",
        topic=Topic.PENALTIES,
        versions=(
            since_august_2025(
                gpai_provider,
                _aia(pinpoint=f"Art. 101(1)({point})"),
                _aia(pinpoint="Art. 113, second paragraph"),
                _aia(pinpoint="Art. 113, third paragraph, point (b)"),
                since=FINES_ON_MODELS_FROM,
            ),
        ),
        deadline=Deadline(kind=When.ON_EVENT, text="When the Commission finds it, intentional or negligent."),
        evidence=evidence,
        penalty=GPAI_FINE,
        note="An exposure rather than a duty. Whether conduct before 2 August 2026 can be fined is not settled, nor "
        "whether requests bind providers of models from before 2 August 2025 already before 2 August 2027.",
    )


fine_for_infringement = _exposure(
    "a",
    title="Fine for breaking the Act's rules on models",
    must="Know that breaking the Act's rules on models, on purpose or by negligence, can be fined by the Commission.",
    evidence="the evidence of each duty, kept current",
)

fine_for_wrong_information = _exposure(
    "b",
    title="Fine for missing or wrong answers to the Commission",
    must="Know that leaving a request for documents or information unanswered, or answering it wrongly, incompletely "
    "or misleadingly, can be fined.",
    evidence="log of requests with the answers given and their dates",
)

fine_for_ignored_measures = _exposure(
    "c",
    title="Fine for not carrying out measures",
    must="Know that not carrying out a measure the Commission has requested, such as mitigation, restriction or "
    "recall, can be fined.",
    evidence="record of how each requested measure was carried out",
)

fine_for_refused_access = _exposure(
    "d",
    title="Fine for refusing access for an evaluation",
    must="Know that not giving the Commission the access to the model that it needs for an evaluation can be fined.",
    evidence="record of the access given",
)
