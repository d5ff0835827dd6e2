"""Regulation (EU) 2024/2847 (Cyber Resilience Act): reports by makers of software and devices, duties of stewards.

Reporting has applied since 11 September 2026; fines and everything else start on 11 December 2027.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Fine,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_3_annex_i import in_a_field_of_products
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.eu.supply import supplies_others
from apps.rules.law.facts.digital_products import digital_product
from apps.rules.law.facts.organisation import worldwide_turnover_eur
from apps.rules.law.facts.products import product_laws
from apps.rules.law.facts.system import system_roles

_read = partial(Cite, instrument="CRA", grade=Grade.P)
_reported = partial(Cite, instrument="CRA", grade=Grade.S)

PUBLISHED = date(2024, 11, 20)
REPORTING_FROM = date(2026, 9, 11)
FULL_FROM = date(2027, 12, 11)

CRA = Instrument(
    id="CRA",
    title="Regulation (EU) 2024/2847 on horizontal cybersecurity requirements for products with digital elements",
    short="Cyber Resilience Act",
    jurisdiction="EU",
    force=Force.REGULATION,
    number="Regulation (EU) 2024/2847",
    enforcer="national market surveillance authorities; reports go to the national incident team and ENISA",
    url="http://data.europa.eu/eli/reg/2024/2847/oj",
    summary="Cybersecurity of software and connected devices sold in the Union. Reporting of exploited vulnerabilities "
    "and severe incidents since 11 September 2026; all else, fines included, from 11 December 2027. Open source that "
    "earns its maker nothing is outside; those who look after it have lighter duties without fines.",
    openness=Openness(
        Relief.EXPRESS,
        "Software whose source is open and that earns its maker nothing is outside; organisations that look after such "
        "software have lighter duties without fines. Selling it, or support people need, ends that.",
    ),
    published_on=PUBLISHED,
    status=(
        Status(on=PUBLISHED, state=State.ADOPTED, note="published", cite=_reported(pinpoint="OJ L, 20.11.2024")),
        Status(
            on=date(2024, 12, 10),
            state=State.IN_FORCE,
            note="in force; applies in stages",
            cite=_reported(pinpoint="Art. 71(1)"),
            published_on=PUBLISHED,
        ),
        Status(
            on=date(2026, 6, 11),
            state=State.IN_FORCE,
            note="rules on assessment bodies apply",
            cite=_reported(pinpoint="Art. 71(2)"),
            published_on=PUBLISHED,
        ),
        Status(
            on=REPORTING_FROM,
            state=State.IN_FORCE,
            note="reporting applies",
            cite=_reported(pinpoint="Art. 71(2)"),
            published_on=PUBLISHED,
        ),
        Status(
            on=FULL_FROM,
            state=State.IN_FORCE,
            note="applies in full, fines included",
            cite=_reported(pinpoint="Art. 71(2)"),
            published_on=PUBLISHED,
        ),
    ),
    sources=(
        _read(pinpoint="Art. 64(10), as corrected (OJ L, 2025/90555)"),
        _reported(pinpoint="remaining articles", note="Read in quotations and concordant reviews."),
    ),
)

REPORTING_FINE = Fine(
    title="Fine for the duties of manufacturers",
    percent=2.5,
    fixed=15_000_000,
    currency="EUR",
    turnover=worldwide_turnover_eur,
    since=FULL_FROM,
    cites=(_reported(pinpoint="Art. 64(2)"), _reported(pinpoint="Art. 71(2)")),
    note="Micro and small firms are never fined for missing the 24-hour warning (Article 64(10)(a)).",
)

weights_as_product = contested(
    key="weights-as-digital-product",
    why="The law covers software and hardware products. Whether bare model weights are one is not said.",
    a=Reading("weights count as software", digital_product.is_("weights_only")),
    b=Reading("weights alone are no product with digital elements", NEVER),
    cites=(_reported(pinpoint="Art. 3(1)"),),
)

UNPAID_OPEN_SOURCE = CarveOut(
    id="cra-unpaid-open-source",
    title="Open source that earns its maker nothing",
    when=digital_product.is_("free_open_source", "open_source_by_firm"),
    cites=(_reported(pinpoint="recital 18"), _reported(pinpoint="Art. 3(48)"), _reported(pinpoint="recital 20")),
    removes="The duties of manufacturers, for free and open-source software that its maker does not monetise.",
    keeps="The duties of whoever builds it into a product for sale, and those of stewards.",
    note="Stands in a recital. Hosting on a public repository changes nothing. Donations are an open point; guidance "
    "of the Commission exists as a draft of 3 March 2026.",
)

OWN_SECTOR_LAW = CarveOut(
    id="cra-own-sector-law",
    title="Products with a law of their own",
    when=~system_roles.is_empty()
    & in_a_field_of_products
    & product_laws.any_of("medical", "ivd", "motor_vehicles", "vehicle_safety", "marine"),
    cites=(_reported(pinpoint="Art. 2(2)"), _reported(pinpoint="Art. 2(3)"), _reported(pinpoint="Art. 2(4)")),
    removes="The whole act, for medical and diagnostic devices, vehicles and marine equipment.",
    keeps="The act for accessories, software and later-fitted parts that those laws do not cover, and cybersecurity "
    "under those laws.",
    note="Aircraft are outside only as far as they are certified, which most drones are not; nothing is taken off here "
    "for them. The articles were read in transcriptions.",
)

_makes = supplies_others & (
    digital_product.is_("commercial_product", "free_open_source", "open_source_by_firm")
    | (digital_product.is_("others_product") & system_roles.any_of("takes_over", "product_manufacturer"))
    | weights_as_product
)
_MAKER = "manufacturer of software or a device with digital elements"
_STEWARD = "open-source software steward"
_SMALL = "Until 11 December 2027 no fine of the Union applies yet; what national law does meanwhile was not checked."
_NO_STEWARD_FINE = "No fines on stewards (Article 64(10)(b)); authorities can still order correction (Article 52(3))."
_OUTSIDE = "An online service counts only as the remote part of such a product."


def _reports(id_: str, trigger: str, final: str, pinpoints: tuple[str, str], *rows: Row) -> Obligation:
    paragraph, details = pinpoints
    return Obligation(
        id=id_,
        title=f"Report {trigger}",
        must=f"Report {trigger} in three steps: a warning within 24 hours of learning of it, a notification within 72 "
        f"hours, and a final report {final}.",
        who=_MAKER,
        topic=Topic.INCIDENTS,
        versions=(
            Version(
                since=REPORTING_FROM,
                when=_makes,
                cites=(
                    _reported(pinpoint=paragraph),
                    _reported(pinpoint=details),
                    _reported(pinpoint="Art. 71(2)"),
                ),
                unless=(UNPAID_OPEN_SOURCE, OWN_SECTOR_LAW),
            ),
        ),
        deadline=Deadline(
            kind=When.ON_EVENT,
            text=f"24 hours, then 72 hours after learning of it, then {final}.",
            cite=_reported(pinpoint=details),
        ),
        evidence="time-stamped copies of the three reports",
        penalty=REPORTING_FINE,
        penalty_note=_SMALL,
        steps=steps(
            id_,
            (
                "prepare",
                "Set up intake, triage and access to the reporting platform.",
                paragraph,
                When.CONTINUOUS,
                "plan",
            ),
            ("24h", "Warn within 24 hours of learning of it.", f"{details}(a)", When.ON_EVENT, "warning"),
            ("72h", "Notify with first details within 72 hours.", f"{details}(b)", When.ON_EVENT, "notification"),
            ("final", f"Send the final report {final}.", f"{details}(c)", When.ON_EVENT, "final report"),
            *rows,
            cite=_reported,
        ),
        note=_OUTSIDE,
    )


report_vulnerabilities = _reports(
    "EU-CRA-14-1",
    "actively exploited vulnerabilities",
    "within 14 days of a fix",
    ("Art. 14(1)", "Art. 14(2)"),
)

report_incidents = _reports(
    "EU-CRA-14-3",
    "severe incidents",
    "within a month of the 72-hour notification",
    ("Art. 14(3)", "Art. 14(4)"),
)

_steward = supplies_others & digital_product.is_("steward")

steward_policy = Obligation(
    id="EU-CRA-24-1",
    title="Have a cybersecurity policy as steward",
    must="Write down, so that it can be checked, a policy for secure development and for handling vulnerabilities of "
    "the open-source software you look after.",
    who=_STEWARD,
    topic=Topic.SECURITY,
    versions=(Version(since=FULL_FROM, when=_steward, cites=(_reported(pinpoint="Art. 24(1)"),)),),
    deadline=Deadline(kind=When.CONTINUOUS, text="From 11 December 2027, kept up to date."),
    evidence="cybersecurity policy",
    penalty_note=_NO_STEWARD_FINE,
    steps=steps(
        "EU-CRA-24-1",
        ("policy", "Document how software is developed securely.", "Art. 24(1)", When.CONTINUOUS, "policy"),
        (
            "handling",
            "Document how vulnerabilities are taken in, fixed and shared.",
            "Art. 24(1)",
            When.CONTINUOUS,
            "policy",
        ),
        cite=_reported,
    ),
)

steward_cooperation = Obligation(
    id="EU-CRA-24-2",
    title="Cooperate with authorities as steward",
    must="Work with market surveillance authorities on request to lower the risks of the software, and hand over the "
    "documentation they ask for with reasons.",
    who=_STEWARD,
    topic=Topic.COOPERATION,
    versions=(Version(since=FULL_FROM, when=_steward, cites=(_reported(pinpoint="Art. 24(2)"),)),),
    deadline=Deadline(kind=When.ON_REQUEST, text="On a reasoned request."),
    evidence="correspondence, documents handed over",
    penalty_note=_NO_STEWARD_FINE,
)

stewards_report_early = contested(
    key="stewards-report-since-2026",
    why="Reporting by manufacturers started on 11 September 2026. The article on stewards is not among those that "
    "start early, but some guides give that day for stewards as well.",
    a=Reading("stewards report from 11 December 2027", NEVER),
    b=Reading("stewards report since 11 September 2026", ALWAYS),
    cites=(_reported(pinpoint="Art. 71(2)"), _reported(pinpoint="Art. 24(3)")),
)

_STEWARD_REPORTS = (_reported(pinpoint="Art. 24(3)"), _reported(pinpoint="Art. 71(2)"))

steward_reports = Obligation(
    id="EU-CRA-24-3",
    title="Report as steward",
    must="Report actively exploited vulnerabilities as far as you take part in development, and severe incidents in "
    "the systems you provide for it.",
    who=_STEWARD,
    topic=Topic.INCIDENTS,
    versions=(
        Version(since=REPORTING_FROM, until=FULL_FROM, when=_steward & stewards_report_early, cites=_STEWARD_REPORTS),
        Version(since=FULL_FROM, when=_steward, cites=_STEWARD_REPORTS),
    ),
    deadline=Deadline(kind=When.ON_EVENT, text="As for manufacturers: 24 hours, 72 hours, final report."),
    evidence="copies of the reports",
    penalty_note=_NO_STEWARD_FINE,
    steps=steps(
        "EU-CRA-24-3",
        (
            "scope",
            "Record which software you help develop and which systems you provide for it.",
            "Art. 24(3)",
            When.CONTINUOUS,
            "scope note",
            StepKind.GATE,
        ),
        ("report", "Report inside the clocks of manufacturers.", "Art. 24(3)", When.ON_EVENT, "reports"),
        ("users", "Tell the users concerned, and what they can do.", "Art. 24(3)", When.ON_EVENT, "notice to users"),
        cite=_reported,
    ),
)
