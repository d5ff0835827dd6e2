"""AI Act, Chapter IX: Articles 72 and 73, watching a high-risk system on the market and reporting serious incidents.

The three clocks of Article 73 are duties of their own, so that each has its day: 15 days in general, 10 for a death,
2 for critical infrastructure and widespread infringements. "2 days for a death", often repeated, is wrong.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import CarveOut, Cite, Deadline, Grade, Obligation, StepKind, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    SECTION_B,
    high_risk_provider,
)
from apps.rules.law.eu.ai_act.chapter_3_annex_i import safety_component
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, with_classification
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.chapter_9_article_75 import ai_office_system
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.products import product_function, product_laws
from apps.rules.law.facts.system_incidents import system_incident_aware_on
from apps.rules.law.facts.use import users, uses

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_UNLESS = (*ACTIVITIES_LEFT_ALONE, SECTION_B, OLDER_HIGH_RISK)

_WHO = "provider of a high-risk system"
_INDIRECT_PENALTY = (
    "Article 99(4) does not name this article. It counts through the quality-management system (Articles 16(c) and "
    "17(1)) and through national rules."
)

_MARKET = When.BEFORE_MARKET

# Article 73(10) covers the device and its safety components, not every AI that comes with a device.
_device = (
    uses.any_of("product", "health")
    & product_laws.any_of("medical", "ivd")
    & (product_function.includes("is_product") | safety_component)
)

post_market_monitoring = Obligation(
    id="EU-AIA-72",
    title="Watch the system after it is on the market",
    must="Set up and document a monitoring system in step with technology and risk, collect and analyse how the system "
    "performs over its whole life, and write a plan for it that goes into the technical documentation.",
    who=_WHO,
    topic=Topic.SAFETY,
    versions=with_classification(high_risk_provider, "Art. 72(1)", _UNLESS),
    deadline=Deadline(kind=When.CONTINUOUS, text="Plan before the system is offered; monitoring over its whole life."),
    evidence="monitoring plan, collected data, analyses",
    penalty_note=_INDIRECT_PENALTY,
    steps=steps(
        "EU-AIA-72",
        ("1", "Set up and document monitoring that fits technology and risk.", "Art. 72(1)", _MARKET, "procedure"),
        ("2-src", "Plan where data come from: users of the system and others.", "Art. 72(2)", _MARKET, "data sources"),
        ("2-col", "Collect performance data actively over the whole life.", "Art. 72(2)", When.CONTINUOUS, "data"),
        ("2-doc", "Record what you collect.", "Art. 72(2)", When.CONTINUOUS, "data log"),
        ("2-ana", "Analyse it at fixed intervals.", "Art. 72(2)", When.RECURRING, "analyses"),
        (
            "2-eval",
            "Judge from it whether each requirement of Section 2 is still met.",
            "Art. 72(2)",
            When.RECURRING,
            "compliance review",
        ),
        (
            "2-inter",
            "If the system works with other AI systems, analyse how they interact.",
            "Art. 72(2)",
            When.RECURRING,
            "interaction analysis",
        ),
        (
            "2-le",
            "Leave out sensitive operational data of law-enforcement users.",
            "Art. 72(2)",
            When.CONTINUOUS,
            "data filter",
            StepKind.RELIEF,
            users.includes("law_enforcement"),
        ),
        ("3-s1", "Write the monitoring plan.", "Art. 72(3)", _MARKET, "monitoring plan"),
        ("3-s2", "Make the plan part of the technical documentation.", "Art. 72(3)", _MARKET, "documentation, point 9"),
        (
            "3-s3",
            "When the Commission's guidance is out (due by 2 September 2027), follow it or note why not.",
            "Art. 72(3)",
            When.ON_EVENT,
            "alignment note",
        ),
        (
            "4-s1",
            "If product law of Annex I, Section A already asks for monitoring as protective, build the parts in there.",
            "Art. 72(4)",
            _MARKET,
            "integration table",
            StepKind.OPTION,
        ),
        (
            "4-s2",
            "If you are a financial institution with a system of point 5, build the parts into your own systems.",
            "Art. 72(4)",
            _MARKET,
            "integration table",
            StepKind.OPTION,
        ),
    ),
    note="The Omnibus replaced a binding template by guidance with a voluntary one.",
)

report_incidents = Obligation(
    id="EU-AIA-73",
    title="Report and investigate serious incidents",
    must="Report each serious incident to the authority of the Member State where it happened (the AI Office for "
    "systems it supervises), investigate at once, assess the risk and correct. Do not change the system in ways that "
    "blur the causes before the authorities know.",
    who=_WHO,
    topic=Topic.INCIDENTS,
    versions=with_classification(high_risk_provider, "Art. 73(1)", _UNLESS),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="At once when a causal link is likely, at the latest 15 days after you or the user learned of it; 10 days "
        "for a death, 2 days for critical infrastructure or a widespread infringement.",
        cite=_aia(pinpoint="Art. 73(2) to (4)"),
    ),
    evidence="time-stamped reports, investigation report, record of corrections",
    penalty_note=_INDIRECT_PENALTY,
    steps=steps(
        "EU-AIA-73",
        (
            "prep",
            "Before launch, settle who takes reports in, sorts them and counts days.",
            "Art. 73(1)",
            _MARKET,
            "procedure",
        ),
        (
            "1",
            "Report to the market surveillance authority of the Member State where it happened.",
            "Art. 73(1)",
            When.ON_EVENT,
            "incident report",
            StepKind.DUTY,
            ~ai_office_system,
        ),
        ("2-s2", "Report the sooner, the graver it is.", "Art. 73(2)", When.ON_EVENT, "severity note"),
        (
            "5",
            "If facts are missing, send an incomplete report in time and complete it later.",
            "Art. 73(5)",
            When.ON_EVENT,
            "first and full report",
            StepKind.OPTION,
        ),
        ("6-s1", "Investigate without delay and assess the risk.", "Art. 73(6)", When.ON_EVENT, "investigation report"),
        ("6-s2", "Take corrective action.", "Art. 73(6)", When.ON_EVENT, "record of corrections"),
        ("6-s3", "Work with authorities and any notified body.", "Art. 73(6)", When.ON_EVENT, "correspondence"),
        (
            "6-s4",
            "Tell the authorities before you change anything that could blur the causes.",
            "Art. 73(6)",
            When.ON_EVENT,
            "prior notice",
        ),
        (
            "8",
            "Be ready for measures of the authority within seven days of your report.",
            "Art. 73(8)",
            When.ON_EVENT,
            "readiness plan",
        ),
        (
            "9",
            "If other Union law asks for equal reports, report only breaches of fundamental rights here.",
            "Art. 73(9)",
            When.ON_EVENT,
            "scope note",
            StepKind.RELIEF,
            high_risk_by_use,
        ),
        (
            "10",
            "For medical devices, report only breaches of fundamental rights here, to the authority chosen for it.",
            "Art. 73(10)",
            When.ON_EVENT,
            "scope note",
            StepKind.RELIEF,
            _device,
        ),
    ),
    note="Days are calendar days: the article does not speak of working days. Draft guidance of the Commission with a "
    "template dates from September 2025; no final version was found.",
)

MEDICAL_DEVICE_INCIDENTS = CarveOut(
    id="medical-device-incidents",
    title="Deaths with medical devices",
    when=_device,
    cites=(_aia(pinpoint="Art. 73(10)"),),
    removes="The report of a death under the AI Act, for medical and diagnostic devices and their safety components.",
    keeps="Reports of breaches of fundamental rights here, and all reports under device law.",
)


def _clock(paragraph: int, title: str, days: int, event: str, *unless: CarveOut) -> Obligation:
    return Obligation(
        id=f"EU-AIA-73-{paragraph}",
        title=title,
        must=f"Report {event} at the latest {days} days after you or the user of the system learned of it. An "
        "incomplete first report may be completed later.",
        who=_WHO,
        topic=Topic.INCIDENTS,
        versions=with_classification(high_risk_provider, f"Art. 73({paragraph})", (*_UNLESS, *unless)),
        deadline=Deadline(
            kind=When.ON_EVENT,
            text=f"At once, at the latest {days} days after learning of it.",
            days=days,
            after=system_incident_aware_on,
            cite=_aia(pinpoint=f"Art. 73({paragraph})"),
        ),
        evidence="time-stamped incident report",
        note="Count only from an incident of this kind. Where other Union law asks for equal reports, only breaches of "
        "fundamental rights are reported here (Article 73(9)).",
        penalty_note=_INDIRECT_PENALTY,
    )


general_clock = _clock(
    2,
    "Report other serious incidents within 15 days",
    15,
    "serious harm to health, property or the environment, or a breach of fundamental rights, as soon as a causal link "
    "is shown or likely,",
)

infrastructure_clock = _clock(
    3,
    "Report disrupted infrastructure and widespread infringements within 2 days",
    2,
    "a serious and irreversible disruption of critical infrastructure, or a widespread infringement, at once,",
)

death_clock = _clock(
    4,
    "Report deaths within 10 days",
    10,
    "the death of a person as soon as a causal link is shown or suspected,",
    MEDICAL_DEVICE_INCIDENTS,
)
