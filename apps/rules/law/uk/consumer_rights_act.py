"""Consumer Rights Act 2015 and product liability: digital content and services that consumers get."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Expr, Force, Grade, Relief, State, Topic
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.use import users
from apps.rules.law.uk.common import IN_BUSINESS, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM
from apps.rules.law.uk.digital_markets_act import CONSUMERS_THERE

IN_FORCE = date(2015, 10, 1)

CRA = instrument(
    "UK-CRA",
    "Consumer Rights Act 2015, and product liability",
    "Consumer Rights Act",
    Force.STATUTE,
    "2015 c. 15",
    "Digital content that consumers pay for must be satisfactory, fit and as described; services must be done with "
    "care. Free content is held only to the rule on damage. Whether stand-alone software is a product under the "
    "liability act of 1987 is uncertain; a review is under way, and an act of 2025 gives powers for rules on software, "
    "no case seen so far (from memory).",
    "Free open models fall outside, save for damage to a consumer's device or other content, and negligence.",
    Happening(IN_FORCE, State.IN_FORCE, "in force (day from memory)", Grade.M),
    Happening(date(2025, 7, 21), State.IN_FORCE, "Product Regulation and Metrology Act 2025: powers", Grade.M),
    relief=Relief.FUNCTIONAL,
    enforcer="consumers in court; Competition and Markets Authority; trading standards",
    url="https://www.legislation.gov.uk/ukpga/2015/15",
    jurisdiction="UK",
)
_TRADES: Expr = CONSUMERS_THERE & IN_BUSINESS & (OFFERS_SYSTEM | MAKES_MODEL | USES_SYSTEM)
_IS_PAID: Expr = uk_activities.includes("paid_by_consumers")
_PAID: Expr = _TRADES & _IS_PAID
_SUPPLIES: Expr = _TRADES & (users.includes("people") | _IS_PAID)
_WHO = "trader who supplies consumers"
_REMEDY = "Repair, replacement, price reduction, damages; enforcement by the regulator. Nobody can sign this away."

quality = duty(
    CRA,
    "UK-CRA-1",
    "Supply paid digital content that is sound, fit and as described",
    "Make sure that what consumers pay for, or get with something they pay for, is of satisfactory quality, fit for "
    "its purpose and as you described it, and repair or replace it if not.",
    _WHO,
    Topic.OTHER_LAW,
    IN_FORCE,
    _PAID,
    "ss. 33-37",
    Grade.M,
    ALWAYS_DUE,
    "product description, tests, complaints log",
    _REMEDY,
)
services = duty(
    CRA,
    "UK-CRA-2",
    "Do paid services with care, on fair terms",
    "Perform services with reasonable care and skill, use fair and plain terms, and exclude no statutory right.",
    _WHO,
    Topic.OTHER_LAW,
    IN_FORCE,
    _PAID,
    "s. 49; Part 2",
    Grade.M,
    ALWAYS_DUE,
    "terms, service records",
    _REMEDY,
)
no_damage = duty(
    CRA,
    "UK-CRA-46",
    "Let digital content damage no device or other content",
    "Take reasonable care that what consumers get from you, free of charge too, damages no device and no other digital "
    "content of theirs; otherwise repair or pay.",
    _WHO,
    Topic.OTHER_LAW,
    IN_FORCE,
    _SUPPLIES,
    "s. 46",
    Grade.M,
    ALWAYS_DUE,
    "release tests, security scans",
    _REMEDY,
    note="That the rule reaches free content is from memory.",
)
