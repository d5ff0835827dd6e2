"""The catalogue and its report as rows of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from apps.compare.catalogue.remarks import Remark
from apps.compare.catalogue.table import Row, Table

_BEFORE = (
    "ref", "from", "model", "developer", "country", "released", "weights", "said_of_access", "compute_low_flop",
    "compute_high_flop", "figure_flop", "certainty",
)  # fmt: skip
_AFTER = ("documentation_duty", "documentation_from", "as_of", "known_on", "rulebook")
REPORT_HEAD = ("row", "model", "what", "reason", "text")


def table_head(table: Table) -> tuple[str, ...]:
    """The columns: the model, then each line with what stands behind it by place, then the days."""
    return (
        *_BEFORE,
        *(name for line in table.lines for name in _line_head(line.id, [r.place for r in line.reaches])),
        *_AFTER,
    )


def _line_head(line: str, places: Sequence[str]) -> Iterator[str]:
    yield from (f"{line}_flop", f"{line}_side", f"{line}_distance", f"{line}_test")
    for place in places:
        yield from (
            f"{line}_{place}_concept",
            f"{line}_{place}_duty",
            f"{line}_{place}_duty_from",
            f"{line}_{place}_rule_from",
        )


def table_rows(table: Table, rows: Iterable[Row], fingerprint: str) -> Iterator[tuple[object, ...]]:
    """One line for each model."""
    listed = list(rows)
    table.decide(listed)
    days = (table.bench.as_of.isoformat(), table.bench.known_on.isoformat(), fingerprint)
    for row in listed:
        entry, span = row.entry, row.entry.compute
        about = (
            entry.ref,
            "Remit" if entry.ours else entry.credit,
            entry.name,
            entry.maker,
            ", ".join(entry.countries),
        )
        ends = (repr(span.low), repr(span.high)) if span else ("", "")
        released = entry.released.isoformat() if entry.released else ""
        figure = repr(entry.figure) if entry.figure else ""
        duty = row.documentation
        yield (
            *about, released, entry.access, entry.said, *ends, figure, entry.certainty, *_crossings(row),
            duty.mark, duty.starts.isoformat() if duty.starts else "", *days,
        )  # fmt: skip


def _crossings(row: Row) -> Iterator[str]:
    for crossing in row.crossings:
        amount = crossing.line.amount
        yield from ("" if amount is None else repr(amount), crossing.side.value, crossing.distance, crossing.test)
        for standing in crossing.standings:
            first, own = standing.reach.first_day, standing.duty.starts
            yield from (standing.state, standing.duty.mark, own.isoformat() if own else "")
            yield first.isoformat() if first else ""


def report_rows(remarks: Iterable[Remark]) -> Iterator[tuple[object, ...]]:
    """One line for each thing there is to say of a row."""
    for remark in remarks:
        yield (remark.number, remark.name, remark.kind.value, remark.title, remark.text)
