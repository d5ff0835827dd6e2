"""The yearly data protection fee, often called registration with the regulator."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    Cite,
    Dated,
    Deadline,
    Expr,
    Force,
    Grade,
    GuidanceStatus,
    Param,
    State,
    StepKind,
    Topic,
    When,
    guidance,
)
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.uk_data import uk_fee_staff, uk_fee_turnover_gbp
from apps.rules.law.uk.common import ESTABLISHED, PUBLIC_BODY
from apps.rules.law.uk.data_protection import HOUSEHOLD, INTELLIGENCE, uk_controller

_read = partial(Cite, instrument="UK-DPFEE", grade=Grade.P)

APPLIES_FROM, NEW_RATES = date(2018, 5, 25), date(2025, 2, 17)

DPFEE = instrument(
    "UK-DPFEE",
    "Data Protection (Charges and Information) Regulations 2018",
    "Data protection fee",
    Force.REGULATION,
    "SI 2018/480, amended by SI 2025/63; DPA 2018 ss. 137-138",
    "Controllers pay the regulator a yearly fee by size; mere processors pay nothing. Some purposes are free, such as "
    "managing one's own staff, accounts or adverts; training or running a model on personal data is not among them "
    "(not verified).",
    "The size of the controller counts, never the licence.",
    Happening(APPLIES_FROM, State.IN_FORCE, "in force", Grade.M),
    Happening(NEW_RATES, State.IN_FORCE, "rates of 2025", Grade.P, "SI 2025/63"),
    Happening(date(2026, 9, 30), State.IN_FORCE, "payable to the Information Commission"),
    enforcer="Information Commission (until 29 September 2026 the Information Commissioner, ICO)",
    jurisdiction="UK",
)


def _line(id_: str, title: str, unit: str, value: float) -> Param:
    cite = _read(pinpoint="SI 2018/480 reg. 3")
    return Param(id=id_, title=title, unit=unit, history=(Dated(since=APPLIES_FROM, value=value, cite=cite),))


MICRO_TURNOVER = _line("uk-fee-micro-turnover", "Turnover up to which the lowest fee is due", "GBP", 632_000)
MICRO_STAFF = _line("uk-fee-micro-staff", "Staff up to which the lowest fee is due", "people", 10)
MEDIUM_TURNOVER = _line("uk-fee-medium-turnover", "Turnover up to which the middle fee is due", "GBP", 36_000_000)
MEDIUM_STAFF = _line("uk-fee-medium-staff", "Staff up to which the middle fee is due", "people", 250)

# Of public authorities the staff alone counts.
_MICRO: Expr = (uk_fee_staff <= MICRO_STAFF) | (~PUBLIC_BODY & (uk_fee_turnover_gbp <= MICRO_TURNOVER))
_UP_TO_MEDIUM: Expr = (uk_fee_staff <= MEDIUM_STAFF) | (~PUBLIC_BODY & (uk_fee_turnover_gbp <= MEDIUM_TURNOVER))

charged = guidance(
    key="uk-fee-from-abroad",
    why="The regulations charge controllers. The regulator is understood not to charge those abroad without a place "
    "of business in the country; this was not verified.",
    status=GuidanceStatus.FINAL,
    followed=ESTABLISHED,
    ignored=ALWAYS,
    cite=Cite(instrument="UK-DPFEE", pinpoint="practice of the regulator", grade=Grade.M),
)

pay = duty(
    DPFEE,
    "UK-FEE-1",
    "Pay the data protection fee and keep your entry right",
    "Pay the fee of your tier, and keep your entry in the register right. Paying by direct debit saves £5.",
    "controller",
    Topic.REGISTRATION,
    APPLIES_FROM,
    uk_controller & charged,
    "SI 2018/480 reg. 3; DPA 2018 s. 137",
    Grade.P,
    Deadline(kind=When.RECURRING, text="Before processing, then every 12 months."),
    "register number",
    "Civil penalty of £400 to £4,000 as the regulator publishes; the ceiling in the statute is not verified.",
    (
        "tier-1",
        "Pay £52: turnover up to £632,000 or up to 10 staff; also charities and small occupational pension schemes.",
        "SI 2018/480 reg. 3",
        When.RECURRING,
        "receipt",
        StepKind.OPTION,
        _MICRO,
    ),
    (
        "tier-2",
        "Pay £78: turnover up to £36 million or up to 250 staff. Charities pay £52.",
        "SI 2018/480 reg. 3",
        When.RECURRING,
        "receipt",
        StepKind.OPTION,
        ~_MICRO & _UP_TO_MEDIUM,
    ),
    (
        "tier-3",
        "Pay £3,763: above both lines. Charities pay £52.",
        "SI 2018/480 reg. 3",
        When.RECURRING,
        "receipt",
        StepKind.OPTION,
        ~_UP_TO_MEDIUM,
    ),
    unless=(HOUSEHOLD, INTELLIGENCE),
    note="The amounts hold since 17 February 2025. Of public authorities the staff alone counts.",
)
