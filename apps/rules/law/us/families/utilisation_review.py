"""Coverage reviews: a licensed person decides denials. One rule over a table of states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, Instrument, Obligation, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.us_health import us_coverage_review
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.common import USES_SYSTEM, in_state


@dataclass(frozen=True, kw_only=True)
class Row:
    """A state's act on AI in coverage reviews."""

    code: str
    place: str
    instrument: str
    number: str
    since: date
    grade: Grade
    id: str
    note: str = ""
    signed: date | None = None
    contractors: bool = False


ROWS = (
    Row(
        code="ca",
        place="California",
        instrument="US-CA-SB1120",
        number="SB 1120; Health & Saf. Code 1367.01, Ins. Code 10123.135",
        since=date(2025, 1, 1),
        grade=Grade.S,
        id="CA1120-1",
        note="Base it on the individual's history, not on group data alone; do not discriminate; keep it open to "
        "audit, review it periodically; only a licensed physician or competent professional may deny, delay or change. "
        "Contractors of plans are meant, too.",
        signed=date(2024, 9, 28),
        contractors=True,
    ),
    Row(
        code="co",
        place="Colorado",
        instrument="US-CO-HB26-1139",
        number="HB 26-1139",
        since=date(2027, 1, 1),
        grade=Grade.O,
        id="UR-CO-1",
        note="Also disclosure to the regulator, and no payment for psychotherapy delivered by AI.",
        signed=date(2026, 6, 2),
    ),
    Row(
        code="az",
        place="Arizona",
        instrument="US-AZ-HB2175",
        number="HB 2175",
        since=date(2026, 7, 1),
        grade=Grade.S,
        id="UR-AZ-1",
    ),
    Row(
        code="md",
        place="Maryland",
        instrument="US-MD-HB820",
        number="HB 820",
        since=date(2025, 10, 1),
        grade=Grade.S,
        id="UR-MD-1",
        note="Quarterly reports.",
    ),
    Row(
        code="ne",
        place="Nebraska",
        instrument="US-NE-LB77",
        number="LB 77",
        since=date(2026, 1, 1),
        grade=Grade.S,
        id="UR-NE-1",
    ),
    Row(
        code="tx",
        place="Texas",
        instrument="US-TX-SB815",
        number="SB 815",
        since=date(2025, 9, 1),
        grade=Grade.M,
        id="UR-TX-1",
    ),
    Row(
        code="al",
        place="Alabama",
        instrument="US-AL-SB63",
        number="SB 63",
        since=date(2026, 10, 1),
        grade=Grade.S,
        id="UR-AL-1",
    ),
    Row(
        code="in",
        place="Indiana",
        instrument="US-IN-HB1271",
        number="HB 1271",
        since=date(2026, 7, 1),
        grade=Grade.S,
        id="UR-IN-1",
        note="About lowering codes.",
    ),
    Row(
        code="ga",
        place="Georgia",
        instrument="US-GA-SB444",
        number="SB 444",
        since=date(2027, 1, 1),
        grade=Grade.S,
        id="UR-GA-1",
        signed=date(2026, 5, 1),
    ),
)


def _instrument(row: Row) -> Instrument:
    known = row.signed or row.since
    return instrument(
        row.instrument,
        f"AI in coverage reviews ({row.place})",
        f"{row.place} {row.number.partition(';')[0]}",
        Force.STATUTE,
        row.number,
        f"AI must not be the sole basis for denying care as not medically necessary: a licensed person decides. "
        f"{row.note}"
        " Other states may have such acts, too.",
        "Looks at plans; the licence of the model plays no part.",
        Happening(row.since, State.IN_FORCE, "applies", row.grade),
        jurisdiction=f"US-{row.code.upper()}",
        published_on=known,
        enforcer="State insurance or health-plan regulator",
    )


def _reviewer(row: Row) -> Expr:
    """Plans and insurers; where the act says so also those who review for them, with their patient records."""
    kinds = ("health_plan", "insurer", *(("hipaa_associate",) if row.contractors else ()))
    return us_organisation.any_of(*kinds)


def _duty(row: Row, act: Instrument) -> Obligation:
    return duty(
        act,
        row.id,
        f"Let a licensed person decide denials of care ({row.place})",
        "Let no AI alone deny, delay or change care as not medically necessary; have a licensed professional decide on "
        "the individual's circumstances.",
        "health plan or insurer",
        Topic.DECISIONS,
        row.since,
        in_state(row.code) & USES_SYSTEM & _reviewer(row) & us_coverage_review,
        row.number,
        row.grade,
        Deadline(kind=When.ON_EVENT, text="With each denial."),
        "review file with the professional's decision",
        "Powers of the regulator.",
        note=row.note,
    )


REVIEW_ACTS = tuple(_instrument(row) for row in ROWS)
REVIEW_DUTIES = tuple(_duty(row, act) for row, act in zip(ROWS, REVIEW_ACTS, strict=True))
