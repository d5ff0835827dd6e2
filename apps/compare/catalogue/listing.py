"""The catalogue narrowed, sorted and counted as its address asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from apps.assessments.marks import MARK_KINDS
from apps.assessments.places import heading
from apps.compare.catalogue.entries import ACCESS, CERTAINTIES
from apps.compare.catalogue.lines import Line, Side
from apps.compare.catalogue.table import SIDES, Row, Table
from apps.library.lists import Choice, Filter
from apps.rules.engine.words import day, quantity

LONGEST: Final = 100  # characters of a text to look for
MOST_CHOICES: Final = 120  # of a filter; the rest is found by the search for words
MOST_PIVOT: Final = 40  # lines of counts on a page
NOBODY: Final = "-"  # the value for "not said"


@dataclass(frozen=True)
class _Facet:
    """A way to tell rows apart: its values for a row, the words of a value, and the order of values.

    `decided`: its values are there only once a row is decided, so that nothing is counted beforehand.
    """

    name: str
    label: str
    every: str
    values: Callable[[Row], Iterable[str]]
    word: Callable[[str], str] = str
    order: Sequence[str] = ()
    decided: bool = False


@dataclass(frozen=True)
class Asked:
    """What an address asks of the list. `picked` holds the filters by name; parts that mean nothing are left out."""

    picked: Mapping[str, str]
    text: str
    first_year: int | None
    last_year: int | None
    sort: str
    rows: str
    columns: str

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The same as fields of an address, without what is empty."""
        years = (("from", self.first_year), ("to", self.last_year))
        parts = [("q", self.text), *self.picked.items(), *((n, str(y)) for n, y in years if y is not None)]
        parts += [
            ("sort", self.sort if self.sort != SORTS_DEFAULT else ""),
            ("rows", self.rows),
            ("cols", self.columns),
        ]
        return tuple((name, value) for name, value in parts if value)

    def address(self, **changes: str) -> str:
        """The query with some fields changed; an empty value takes a field out."""
        fields = {**dict(self.query), **changes}
        return "?" + urlencode({name: value for name, value in fields.items() if value})


SORTS_DEFAULT: Final = "released"


def sorts() -> dict[str, str]:
    """The orders of the list."""
    return {"released": _("Newest first"), "compute": _("Most compute first"), "name": _("By name")}


def _by_released(row: Row) -> tuple[int, str]:
    return -(row.entry.released.toordinal() if row.entry.released else 0), row.entry.name.casefold()


def _by_compute(row: Row) -> tuple[float, str]:
    return -(row.entry.compute.high if row.entry.compute else 0), row.entry.name.casefold()


def _by_name(row: Row) -> tuple[str, str]:
    return row.entry.name.casefold(), row.entry.ref


_KEYS: Final[Mapping[str, Callable[[Row], tuple[object, ...]]]] = {
    "released": _by_released,
    "compute": _by_compute,
    "name": _by_name,
}


def facets(table: Table) -> tuple[_Facet, ...]:
    """The filters of a table, in the order of the page."""
    sides = {f"{line.id}:{side.value}": _side_words(line, side) for line in table.lines for side in Side}
    behind = {f"{line.id}:{r.place}": f"{heading(r.place)}, {line.short}" for line in table.lines for r in line.reaches}
    findings = {
        f"{key}:{kind}": f"{label}: {mark_words()[kind]}" for key, label in behind.items() for kind in MARK_KINDS
    }
    eras = dict(_era_words(table))
    access: dict[str, str] = {key: str(word) for key, word in ACCESS.items()}
    certain: dict[str, str] = {key: str(word) for key, word in CERTAINTIES.items()}
    return (
        _Facet("line", _("Line"), _("Any line"), _sides, lambda v: sides.get(v, v), tuple(sides)),
        _Facet(
            "duty",
            _("First duty"),
            _("Any answer of the law"),
            _duties,
            lambda v: findings.get(v, v),
            tuple(findings),
            decided=True,
        ),
        _Facet(
            "era", _("Before or after a rule"), _("Released at any time"), _eras, lambda v: eras.get(v, v), tuple(eras)
        ),
        _Facet(
            "access",
            _("Open or closed"),
            _("Open or closed"),
            lambda r: [r.entry.access],
            access.__getitem__,
            tuple(access),
        ),
        _Facet("country", _("Country"), _("Every country"), lambda r: r.entry.countries or (NOBODY,), _named),
        _Facet("maker", _("Developer"), _("Every developer"), lambda r: r.entry.makers or (NOBODY,), _named),
        _Facet(
            "certainty",
            _("Certainty"),
            _("Any certainty"),
            lambda r: [r.entry.certainty],
            certain.__getitem__,
            tuple(certain),
        ),
        _Facet("year", _("Year"), _("Every year"), _years, _named),
    )


def mark_words() -> dict[str, str]:
    """The marks of a duty in words."""
    return {
        "applies": _("applies now"),
        "upcoming": _("upcoming"),
        "exempt": _("exempt"),
        "depends": _("depends on answers"),
        "contested": _("contested"),
        "none": _("no duty"),
    }


def line_words(line: Line) -> str:
    """A line by its figure and what it is about."""
    amount = quantity(line.amount) if line.amount is not None else _("no figure yet")
    return f"{amount} · {line.short}"


def _side_words(line: Line, side: Side) -> str:
    amount = quantity(line.amount) if line.amount is not None else line.short
    return f"{SIDES[side]} {amount}" if side is not Side.UNKNOWN else _("not known against %(n)s") % {"n": amount}


def _named(value: str) -> str:
    return _("not said") if value == NOBODY else value


def _years(row: Row) -> list[str]:
    return [str(row.entry.released.year) if row.entry.released else NOBODY]


def _era_words(table: Table) -> Iterator[tuple[str, str]]:
    """Released before the first day of a rule or since, by line and place; rules that are not law yet have no day."""
    for line in table.lines:
        for reach in line.reaches:
            if reach.first_day is not None:
                words = {"what": f"{heading(reach.place)}, {line.short}", "day": day(reach.first_day)}
                yield f"{line.id}:{reach.place}:before", _("%(what)s: released before %(day)s") % words
                yield f"{line.id}:{reach.place}:since", _("%(what)s: released since %(day)s") % words


def _eras(row: Row) -> list[str]:
    released = row.entry.released
    return [
        f"{line.id}:{reach.place}:{'before' if released < reach.first_day else 'since'}"
        for line in row.lines
        for reach in line.reaches
        if released is not None and reach.first_day is not None
    ]


def _sides(row: Row) -> list[str]:
    return [f"{line}:{side.value}" for line, side in row.sides.items()]


def _duties(row: Row) -> set[str]:
    return {f"{c.line.id}:{s.reach.place}:{s.duty.mark}" for c in row.crossings for s in c.standings}


# --- What is asked ------------------------------------------------------------------------------------------------
def read(query: Mapping[str, str], table: Table) -> Asked:
    """What an address asks for; a value that no row and no filter has counts as none."""
    known = {facet.name: _values(facet, table) for facet in facets(table)}
    picked = {name: value for name in known if (value := query.get(name, "")) in known[name]}
    grouped = {facet.name for facet in pivots(table)}
    return Asked(
        picked=picked,
        text=" ".join(query.get("q", "").replace("\x00", " ").split())[:LONGEST],
        first_year=_year(query.get("from", "")),
        last_year=_year(query.get("to", "")),
        sort=query.get("sort", "") if query.get("sort", "") in _KEYS else SORTS_DEFAULT,
        rows=query.get("rows", "") if query.get("rows", "") in grouped else "",
        columns=query.get("cols", "") if query.get("cols", "") in {line.id for line in table.lines} else "",
    )


def _values(facet: _Facet, table: Table) -> set[str]:
    """The values a filter may have."""
    return set(facet.order) or {value for row in table.rows for value in facet.values(row)}


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 and text > "1900" else None


def narrowed(table: Table, asked: Asked) -> list[Row]:
    """The rows that pass every filter, in the order asked for."""
    chosen = [(facet, asked.picked[facet.name]) for facet in facets(table) if facet.name in asked.picked]
    wanted = asked.text.casefold()
    found = [
        row
        for row in table.rows
        if all(value in facet.values(row) for facet, value in chosen if not facet.decided)
        and _within(row, asked)
        and wanted in f"{row.entry.name} {row.entry.maker}".casefold()
    ]
    for facet, value in chosen:
        if facet.decided:
            table.decide(found)
            found = [row for row in found if value in facet.values(row)]
    return sorted(found, key=_KEYS[asked.sort])


def _within(row: Row, asked: Asked) -> bool:
    if asked.first_year is None and asked.last_year is None:
        return True
    year = row.entry.released.year if row.entry.released else None
    return year is not None and (asked.first_year or year) <= year <= (asked.last_year or year)


def filters(table: Table, asked: Asked) -> tuple[Filter, ...]:
    """The filters with the options that some row has."""
    return tuple(_filter(facet, table.rows, asked.picked.get(facet.name, "")) for facet in facets(table))


def _filter(facet: _Facet, rows: Sequence[Row], chosen: str) -> Filter:
    if facet.decided:
        options = [Choice(value, facet.word(value), value == chosen) for value in facet.order]
        return Filter(facet.name, facet.label, (Choice("", facet.every, not chosen), *options))
    counts = Counter(value for row in rows for value in set(facet.values(row)))
    values = [value for value in facet.order if counts[value]] if facet.order else _frequent(counts)
    options = [Choice(value, f"{facet.word(value)} ({counts[value]})", value == chosen) for value in values]
    return Filter(facet.name, facet.label, (Choice("", facet.every, not chosen), *options))


def _frequent(counts: Counter[str]) -> list[str]:
    """The most frequent values, by name."""
    often = [value for value, _n in counts.most_common(MOST_CHOICES)]
    return sorted(often, key=lambda value: (value == NOBODY, value.casefold()))


# --- Counts -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Cell:
    """A count with the address of the models counted."""

    number: int
    address: str


@dataclass(frozen=True)
class PivotRow:
    """One value of what is counted by, with a count for each column."""

    label: str
    address: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Pivot:
    """Models counted by one thing against the lines."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[PivotRow, ...]
    total: PivotRow

    @property
    def shown(self) -> tuple[PivotRow, ...]:
        """As many lines as there is room for."""
        return self.rows[:MOST_PIVOT]

    @property
    def more(self) -> int:
        """How many lines are not shown."""
        return len(self.rows) - len(self.shown)


def pivots(table: Table) -> tuple[_Facet, ...]:
    """What models can be counted by."""
    return tuple(f for f in facets(table) if f.name not in {"line", "duty", "era"})


def pivot(table: Table, rows: Sequence[Row], asked: Asked) -> Pivot | None:
    """The counts asked for; None where none are. A model of two countries counts in both lines, once in the total."""
    facet = next((facet for facet in pivots(table) if facet.name == asked.rows), None)
    if facet is None:
        return None
    columns = _columns(table, asked)
    members: dict[str, list[Row]] = {}
    for row in rows:
        for value in dict.fromkeys(facet.values(row)):
            members.setdefault(value, []).append(row)
    counts = Counter({value: len(held) for value, held in members.items()})
    values = [v for v in facet.order if counts[v]] or sorted(counts, key=lambda v: _rank(facet.name, v, counts))
    found = [_pivot_row(facet.word(v), members[v], columns, asked, {facet.name: v}) for v in values]
    total = _pivot_row(_("All"), rows, columns, asked, {})
    return Pivot(facet.label, tuple(label for label, _value in columns), tuple(found), total)


def _columns(table: Table, asked: Asked) -> list[tuple[str, str]]:
    """Columns by label and the value of the filter that leads to their models; an empty value stands for all."""
    if asked.columns:
        line = next(line for line in table.lines if line.id == asked.columns)
        split = [(_side_words(line, side), f"{line.id}:{side.value}") for side in Side]
        return [(_("models"), ""), *split]
    over = [(f"{_side_words(line, Side.OVER)}: {line.short}", f"{line.id}:over") for line in table.lines]
    least = table.lines[0] if table.lines else None
    unknown = [(_("no figure"), f"{least.id}:unknown")] if least else []
    return [(_("models"), ""), *over, *unknown]


def _rank(name: str, value: str, counts: Counter[str]) -> tuple[object, ...]:
    """The latest year first, of other things the most frequent; what is not said comes last."""
    return (value == NOBODY, -int(value) if name == "year" and value != NOBODY else -counts[value], value)


def _pivot_row(
    label: str, members: Sequence[Row], columns: Sequence[tuple[str, str]], asked: Asked, fields: dict[str, str]
) -> PivotRow:
    cells = []
    for _label, value in columns:
        number = sum(1 for row in members if not value or value in _sides(row))
        changes = fields | ({"line": value} if value else {})
        cells.append(Cell(number, asked.address(rows="", cols="", **changes)))
    return PivotRow(label, asked.address(rows="", cols="", **fields), tuple(cells))
