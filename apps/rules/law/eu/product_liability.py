"""Directive (EU) 2024/2853 on liability for defective products: software included, after 9 December 2026.

It sets liability in civil courts, not conduct: what stands here says what to be ready for. National law decides.
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
    Definition,
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
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.eu.supply import supplies_others
from apps.rules.law.facts.digital_products import digital_product

_read = partial(Cite, instrument="PLD", grade=Grade.P)
_reported = partial(Cite, instrument="PLD", grade=Grade.S)
_known = partial(Cite, instrument="PLD", grade=Grade.M)

PUBLISHED = date(2024, 11, 18)
TRANSPOSED_BY = date(2026, 12, 9)
DAY_AFTER = date(2026, 12, 10)

PLD = Instrument(
    id="PLD",
    title="Directive (EU) 2024/2853 on liability for defective products",
    short="Product Liability Directive",
    jurisdiction="EU",
    force=Force.STATUTE,
    number="Directive (EU) 2024/2853",
    enforcer="national courts",
    url="http://data.europa.eu/eli/dir/2024/2853/oj",
    summary="Makers answer for defective products without fault, software and AI systems included, for what comes to "
    "the market after 9 December 2026. Works through national law, which was not checked. Unpaid open source outside "
    "business is left out. The older directive stays for earlier products.",
    openness=Openness(
        Relief.EXPRESS,
        "Free and open-source software supplied outside a commercial activity is left out. A firm that builds it into "
        "its own product answers for it.",
    ),
    published_on=PUBLISHED,
    status=(
        Status(on=PUBLISHED, state=State.ADOPTED, note="published", cite=_reported(pinpoint="OJ L, 18.11.2024")),
        Status(
            on=date(2024, 12, 8),
            state=State.IN_FORCE,
            note="in force; to be in national law by 9 December 2026",
            cite=_reported(pinpoint="Art. 22(1)"),
            published_on=PUBLISHED,
        ),
        Status(
            on=TRANSPOSED_BY,
            state=State.IN_FORCE,
            note="due in national law",
            cite=_reported(pinpoint="Art. 22(1)"),
            published_on=PUBLISHED,
        ),
    ),
    sources=(_read(pinpoint="Arts 2(1), 2(2), 4(1), recitals 14 and 15"), _reported(pinpoint="remaining articles")),
)

weights_as_software = contested(
    key="weights-as-software-for-liability",
    why="Software is a product, mere information and source code are not. Where bare model weights belong is not said.",
    a=Reading("weights count as software", digital_product.is_("weights_only")),
    b=Reading("weights are mere information", NEVER),
    cites=(_read(pinpoint="Art. 4(1)"),),
)

liable_for_product = Definition(
    id="liable_for_product",
    title="Liable for software or a device as a product",
    statement="you supply software or a device that product-liability law covers",
    denial="you supply no software or device that product-liability law covers",
    summary="As part of a business: makes software or a device, AI systems and online services included, or imports, "
    "represents or in cases sells it. Whoever changes it substantially counts as maker, too.",
    versions=(
        Version(
            since=TRANSPOSED_BY,
            when=supplies_others
            & (
                digital_product.is_(
                    "commercial_product",
                    "others_product",
                    "free_open_source",
                    "open_source_by_firm",
                    "steward",
                    "service_only",
                )
                | weights_as_software
            ),
            cites=(_read(pinpoint="Art. 4(1)"),),
        ),
    ),
)

free_software_of_a_business = contested(
    key="free-software-of-a-business",
    why="The test is whether supply is part of a commercial activity, not the price. When a company gives software "
    "away without earning from it, that is not settled.",
    a=Reading("what a company gives away belongs to its business", NEVER),
    b=Reading("without earning from it, giving away is not commercial", digital_product.is_("open_source_by_firm")),
    cites=(_read(pinpoint="Art. 2(2)"), _read(pinpoint="recital 14")),
)

OPEN_SOURCE_OUTSIDE_BUSINESS = CarveOut(
    id="pld-open-source",
    title="Open source outside a commercial activity",
    when=digital_product.is_("free_open_source", "steward") | free_software_of_a_business,
    cites=(_read(pinpoint="Art. 2(2)"), _read(pinpoint="recital 14"), _read(pinpoint="recital 15")),
    removes="Liability of authors and supporters of free and open-source software outside business.",
    keeps="Liability of a firm that builds such software into its product: it answers for defects of it.",
    note="A price, or using people's data beyond security, compatibility and interoperability, ends it.",
)

from_the_day_itself = contested(
    key="liability-on-the-day-itself",
    why="The new law covers products that come to the market after 9 December 2026; the old one those from before. "
    "For that very day neither says so.",
    a=Reading("the new law covers the day itself", ALWAYS),
    b=Reading("the new law starts the day after", NEVER),
    cites=(_read(pinpoint="Art. 2(1)"), _reported(pinpoint="Art. 21")),
)

_FULL_DAMAGES = "No fine. Full compensation without a cap; contracts cannot exclude it (Article 15)."
_NEW_PRODUCTS = (
    "Covers what is placed on the market or put into service after 9 December 2026; earlier products stay under "
    "Directive 85/374/EEC. What counts is the day of each copy or unit, not the first day of its kind. The national "
    "text decides, and was not checked."
)
_WHO = "whoever makes, imports or represents the software or device"


def _liability(
    number: str,
    title: str,
    must: str,
    cites: tuple[Cite, ...],
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    topic: Topic = Topic.OTHER_LAW,
    note: str = "",
) -> Obligation:
    id_ = f"EU-PLD-{number}"
    return Obligation(
        id=id_,
        title=title,
        must=must,
        who=_WHO,
        topic=topic,
        versions=(
            Version(
                since=TRANSPOSED_BY,
                until=DAY_AFTER,
                when=liable_for_product & ~OPEN_SOURCE_OUTSIDE_BUSINESS.when & from_the_day_itself,
                cites=(*cites, _read(pinpoint="Art. 2(1)")),
            ),
            Version(
                since=DAY_AFTER,
                when=liable_for_product,
                cites=(*cites, _read(pinpoint="Art. 2(1)")),
                unless=(OPEN_SOURCE_OUTSIDE_BUSINESS,),
            ),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note=_FULL_DAMAGES,
        steps=steps(id_, *rows, cite=_reported),
        note=note or _NEW_PRODUCTS,
    )


disclose_evidence = _liability(
    "1",
    "Be ready to disclose evidence in court",
    "Keep design, test and incident records so that you can hand over what a court orders when somebody plausibly "
    "claims damage; failing to do so lets the court presume a defect.",
    (_reported(pinpoint="Art. 9"), _known(pinpoint="Art. 10(2)")),
    Deadline(kind=When.ON_REQUEST, text="When a court orders it."),
    "records of design, tests, updates and incidents",
    ("keep", "Keep the records in a form others can understand.", "Art. 9", When.CONTINUOUS, "archive"),
    ("secrets", "Mark trade secrets so that the court can protect them.", "Art. 9", When.ON_REQUEST, "marked copies"),
)

presumptions = _liability(
    "2",
    "Expect presumptions in technically complex cases",
    "Expect courts to presume a defect, or that it caused the damage, where proof is too hard for technical reasons, "
    "as it may be with AI. Keep what you need to rebut that.",
    (_known(pinpoint="Art. 10"),),
    Deadline(kind=When.ON_EVENT, text="When somebody claims damage."),
    "test reports and logs that can rebut a presumption",
    (
        "rebut",
        "Keep logs and tests that show how the system behaved.",
        "Art. 10",
        When.CONTINUOUS,
        "logs",
        StepKind.OPTION,
    ),
)

long_stop = _liability(
    "3",
    "Reckon with claims for ten years and more",
    "Keep evidence and insurance for ten years after the product, or a substantial change of it, came to the market; "
    "for injuries that show late, for 25 years.",
    (_reported(pinpoint="Art. 17"), _known(pinpoint="Art. 17(2)")),
    Deadline(kind=When.RETENTION, text="10 years; 25 years for injuries that show late."),
    "retention rule, insurance policy",
    (
        "restart",
        "Restart the period after a substantial change.",
        "Art. 17",
        When.ON_EVENT,
        "change log",
        StepKind.OPTION,
    ),
)
