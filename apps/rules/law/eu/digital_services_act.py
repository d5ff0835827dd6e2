"""Regulation (EU) 2022/2065 (Digital Services Act): what very large platforms and search engines owe, in short."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.digital_products import runs_designated_platform
from apps.rules.law.facts.system import system_roles, system_union_links

_reported = partial(Cite, instrument="DSA", grade=Grade.S)
_known = partial(Cite, instrument="DSA", grade=Grade.M)

PUBLISHED = date(2022, 10, 27)
APPLIES_FROM = date(2024, 2, 17)

DSA = Instrument(
    id="DSA",
    title="Regulation (EU) 2022/2065 on a single market for digital services",
    short="Digital Services Act",
    jurisdiction="EU",
    force=Force.REGULATION,
    number="Regulation (EU) 2022/2065",
    enforcer="Commission for very large platforms and search engines; national coordinators otherwise",
    url="http://data.europa.eu/eli/reg/2022/2065/oj",
    summary="Duties of online platforms and search engines; the heaviest fall on those with 45 million monthly users "
    "or more in the Union that the Commission has designated. A bare model is no such service; a chatbot that searches "
    "the web can be one. No open-source exception.",
    openness=Openness(
        Relief.NONE,
        "Looks at services and their users. A bare model is no platform, open or closed.",
    ),
    published_on=PUBLISHED,
    status=(
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="applies",
            cite=_reported(pinpoint="Art. 93"),
            published_on=PUBLISHED,
        ),
    ),
    sources=(_reported(pinpoint="Arts 33 to 43 and 74", note="Read in concordant secondary sources."),),
)

very_large_platform = Definition(
    id="very_large_platform",
    title="Very large online platform or search engine",
    statement="you run a platform or search engine designated as very large, with the system in it",
    denial="you do not run a platform or search engine designated as very large with the system in it",
    summary="At least 45 million monthly users in the Union on average, and designated by the Commission. Its duties "
    "start four months after it is told.",
    versions=(
        Version(
            since=APPLIES_FROM,
            when=~system_roles.is_empty()
            & system_union_links.includes("very_large_platform")
            & runs_designated_platform,
            cites=(_known(pinpoint="Art. 33"),),
        ),
    ),
)

_FOUR_MONTHS = (
    "Due from four months after the service is told of its designation; for one designated on 31 August 2026 that is "
    "the turn of the year."
)


def _duty(
    article: int,
    title: str,
    must: str,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    note: str = "",
) -> Obligation:
    return Obligation(
        id=f"EU-DSA-{article}",
        title=title,
        must=must,
        who="provider of a very large online platform or search engine",
        topic=topic,
        versions=(
            Version(since=APPLIES_FROM, when=very_large_platform, cites=(_reported(pinpoint=f"Art. {article}"),)),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note="Up to 6 % of worldwide annual turnover (Article 74).",
        steps=steps(f"EU-DSA-{article}", *rows, cite=_known),
        note=f"{_FOUR_MONTHS} {note}".strip(),
    )


risk_assessment = _duty(
    34,
    "Assess systemic risks of the platform",
    "Assess the systemic risks of the service, AI systems in it included, such as illegal content and harm to rights, "
    "elections, minors or health.",
    Topic.SAFETY,
    Deadline(kind=When.RECURRING, text="Once a year, and before features with critical effect."),
    "risk-assessment report",
    ("ai", "Cover AI features: recommending, generating, answering.", "Art. 34(1)", When.RECURRING, "report"),
    note="A recital of the AI Act presumes that models inside such a platform meet their matching duties this way, "
    "unless large risks of another kind appear (recital 118).",
)

risk_mitigation = _duty(
    35,
    "Reduce systemic risks of the platform",
    "Reduce the risks found by measures that are reasonable, proportionate and effective, marking of deep fakes "
    "among them.",
    Topic.SAFETY,
    Deadline(kind=When.CONTINUOUS, text="As risks are found."),
    "mitigation plan and its results",
    (
        "deep-fakes",
        "Make deep fakes recognisable and give users a way to flag them.",
        "Art. 35(1)(k)",
        When.CONTINUOUS,
        "marks",
    ),
)

audit = _duty(
    37,
    "Have the platform audited",
    "Have independent auditors check compliance every year at your own cost, and answer what they find.",
    Topic.SAFETY,
    Deadline(kind=When.RECURRING, text="Once a year."),
    "audit report, implementation report",
)

data_access = _duty(
    40,
    "Give regulators and vetted researchers access to data",
    "Give the Commission or coordinator the data needed to monitor compliance, and vetted researchers what they need "
    "to study systemic risks.",
    Topic.COOPERATION,
    Deadline(kind=When.ON_REQUEST, text="On a reasoned request."),
    "log of requests and answers",
)

compliance_function = _duty(
    41,
    "Set up a compliance function",
    "Set up an independent compliance function with enough authority, people and access to management.",
    Topic.SAFETY,
    Deadline(kind=When.CONTINUOUS, text="Throughout."),
    "appointment, organisation chart",
)

supervisory_fee = _duty(
    43,
    "Pay the supervisory fee",
    "Pay the Commission's yearly fee, at most 0.05 % of worldwide net income.",
    Topic.COOPERATION,
    Deadline(kind=When.RECURRING, text="Once a year."),
    "payment record",
)
