"""Geometry of the picture of compute against release day, in SVG units, with its words and its table.

Templates draw it; nothing here knows a colour. Open, closed and not said differ in shape; the key says which is which.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.compare.catalogue.entries import ACCESS, Access, Entry
from apps.compare.catalogue.lines import Line, Side
from apps.compare.catalogue.listing import line_words
from apps.compare.catalogue.table import Row
from apps.rules.engine.words import quantity

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 58, 14, 14, 62
LETTER: Final = 6.3
FEW: Final = 60  # up to so many points are drawn large, and each has its line in the table
MOST_LABELS: Final = 40
MOST_TRIED: Final = 150  # points, those with most compute, that may get their name
MANY: Final = 800  # from so many points on they are drawn on a coarse grid and without ranges
SQUARE: Final = 4
MOST_NAMES: Final = 40  # beside the picture
MOST_YEARS: Final = 12
_SHAPES: Final[dict[Access, str]] = {"open": "h.01", "closed": "h.01", "unsaid": "l4 7h-8z"}


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A place on an axis with its label."""

    at: float
    label: str


@dataclass(frozen=True, kw_only=True)
class Label:
    """Words in the picture, starting or ending at x. `top` and `width` are those of the paper under it."""

    x: float
    y: float
    anchor: str
    text: str
    left: float
    width: float

    @property
    def top(self) -> float:
        """Where its paper begins."""
        return round(self.y - 10, 1)


@dataclass(frozen=True, kw_only=True)
class Dots:
    """All points of one kind as one path, with the word for the key and their number."""

    access: Access
    word: str
    number: int
    path: str
    key_x: float

    @property
    def key(self) -> str:
        """The path of the one point that stands in the key."""
        rise = 22 if self.access == "unsaid" else 18
        return f"M{self.key_x + 4:g} {HEIGHT - rise:g}{_SHAPES[self.access]}"


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A line of the law across the picture."""

    y: float
    label: Label


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The picture. `missing` and `undated` are the models that have no place in it."""

    text: str
    few: bool
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    thresholds: tuple[Threshold, ...]
    bars: str
    dots: tuple[Dots, ...]
    labels: tuple[Label, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    missing: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


@dataclass(frozen=True, kw_only=True)
class _Point:
    row: Row
    on: date
    low: float
    high: float
    middle: float


def chart(rows: Sequence[Row], lines: Sequence[Line]) -> Chart | None:
    """The picture of these models; None where none of them has both a day and a figure."""
    points = [point for row in rows if (point := _point(row))]
    missing = tuple(row.entry for row in rows if row.entry.compute is None)
    undated = tuple(row.entry for row in rows if row.entry.compute and row.entry.released is None)
    if not points:
        return None
    drawn = [line for line in lines if line.amount is not None]
    axes = _Axes(points, [line.amount for line in drawn if line.amount is not None])
    few = len(points) <= FEW
    taken = _Taken()
    thresholds = tuple(_threshold(line, axes, taken) for line in drawn)
    return Chart(
        text=_text(points, drawn, len(missing) + len(undated)),
        few=few,
        x_ticks=axes.years(),
        y_ticks=axes.powers(),
        thresholds=thresholds,
        bars="".join(_bar(p, axes) for p in points if p.low < p.high) if len(points) <= MANY else "",
        dots=tuple(_dots(points, axes)),
        labels=tuple(_labels(points, axes, taken)),
        head=_head() if few else _year_head(drawn),
        rows=tuple(map(_row, points)) if few else tuple(_year_rows(points, drawn)),
        missing=missing,
        undated=undated,
    )


def _point(row: Row) -> _Point | None:
    span, on = row.entry.compute, row.entry.released
    if span is None or on is None or span.high <= 0:
        return None
    low = max(span.low, span.high / 1e6)
    middle = row.entry.figure or math.sqrt(low) * math.sqrt(span.high)
    return _Point(row=row, on=on, low=low, high=span.high, middle=middle)


class _Axes:
    """Days from left to right, powers of ten from bottom to top."""

    def __init__(self, points: Sequence[_Point], amounts: Sequence[float]) -> None:
        years = [point.on.year for point in points]
        self.first, self.last = min(years), max(max(years) + 1, min(years) + 2)
        lows = [point.low for point in points] + list(amounts)
        highs = [point.high for point in points] + list(amounts)
        self.bottom, self.top = math.floor(math.log10(min(lows))), math.ceil(math.log10(max(highs)) + 0.3)

    def x(self, on: date) -> float:
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        share = (on.toordinal() - start) / (end - start)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, amount: float) -> float:
        share = (math.log10(amount) - self.bottom) / (self.top - self.bottom)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)

    def years(self) -> tuple[Tick, ...]:
        step = 1 + (self.last - self.first) // MOST_YEARS
        return tuple(Tick(at=self.x(date(y, 1, 1)), label=str(y)) for y in range(self.first, self.last + 1, step))

    def powers(self) -> tuple[Tick, ...]:
        step = max(1, (self.top - self.bottom) // 8)
        powers = range(self.bottom, self.top + 1, step)
        return tuple(Tick(at=self.y(float(f"1e{p}")), label=_power(p)) for p in powers)


def _power(power: int) -> str:
    return "10" + str(power).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))


class _Taken:
    """Where words or points stand already, in squares of a few units."""

    def __init__(self) -> None:
        self.squares: set[tuple[int, int]] = set()

    @staticmethod
    def _within(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
        for x in range(int(left // SQUARE), int(right // SQUARE) + 1):
            yield from ((x, y) for y in range(int(top // SQUARE), int(bottom // SQUARE) + 1))

    def free(self, left: float, top: float, right: float, bottom: float) -> bool:
        return self.squares.isdisjoint(self._within(left, top, right, bottom))

    def take(self, left: float, top: float, right: float, bottom: float) -> None:
        self.squares.update(self._within(left, top, right, bottom))


def _label(text: str, x: float, y: float, anchor: str) -> Label:
    width = round(len(text) * LETTER, 1)
    return Label(x=x, y=y, anchor=anchor, text=text, left=round(x - width if anchor == "end" else x, 1), width=width)


def _threshold(line: Line, axes: _Axes, taken: _Taken) -> Threshold:
    """A line of the law with its name above it at the left, where early models are small."""
    y = axes.y(line.amount or 1)
    places = ", ".join(dict.fromkeys(reach.place for reach in line.reaches))
    label = _label(f"{line_words(line)} ({places})" if places else line_words(line), LEFT + 4, round(y - 4, 1), "start")
    taken.take(label.left, label.top, label.left + label.width, y + 2)
    return Threshold(y=y, label=label)


def _bar(point: _Point, axes: _Axes) -> str:
    return f"M{axes.x(point.on):g} {axes.y(point.low):g}V{axes.y(point.high):g}"


def _dots(points: Sequence[_Point], axes: _Axes) -> Iterable[Dots]:
    grouped: dict[Access, list[_Point]] = defaultdict(list)
    for point in points:
        grouped[point.row.entry.access].append(point)
    key_x = float(LEFT)
    for access, word in ACCESS.items():
        members = grouped.get(access, [])
        if members:
            rise = 4 if access == "unsaid" else 0
            coarse = len(points) > MANY
            at = dict.fromkeys(
                (_on(axes.x(p.on), coarse=coarse), _on(axes.y(p.middle) - rise, coarse=coarse)) for p in members
            )
            path = "".join(f"M{x:g} {y:g}{_SHAPES[access]}" for x, y in at)
            yield Dots(access=access, word=str(word), number=len(members), path=path, key_x=key_x)
            key_x += (len(str(word)) + len(str(len(members))) + 7) * LETTER


def _on(place: float, *, coarse: bool) -> float:
    """The place to a tenth, or on a grid of five units."""
    return 5 * round(place / 5) if coarse else round(place, 1)


def _labels(points: Sequence[_Point], axes: _Axes, taken: _Taken) -> Iterable[Label]:
    """Names beside their points, most compute first, as far as there is room."""
    placed = 0
    for point in points:
        x, y = axes.x(point.on), axes.y(point.middle)
        taken.take(x - 4, y - 4, x + 4, y + 4)
    for point in sorted(points, key=lambda p: -p.high)[:MOST_TRIED]:
        found = _beside(point, axes, taken)
        if found and placed < MOST_LABELS:
            placed += 1
            yield found


def _beside(point: _Point, axes: _Axes, taken: _Taken) -> Label | None:
    name = point.row.entry.name
    text = name if len(name) <= 26 else f"{name[:25]}…"
    x, y = axes.x(point.on), axes.y(point.middle)
    for move in (4, -5, 13, -12):
        for anchor, start in (("start", x + 8), ("end", x - 8)):
            label = _label(text, round(start, 1), round(y + move, 1), anchor)
            box = (label.left, label.top, label.left + label.width, label.y + 2)
            if box[0] >= LEFT and box[2] <= WIDTH and box[1] >= 0 and taken.free(*box):
                taken.take(*box)
                return label
    return None


# --- Words --------------------------------------------------------------------------------------------------------
def _text(points: Sequence[_Point], lines: Sequence[Line], outside: int) -> str:
    shown = ngettext("%(n)d model.", "%(n)d models.", len(points)) % {"n": len(points)}
    over = [_("%(n)d over %(line)s") % {"n": _over(points, line), "line": quantity(line.amount or 0)} for line in lines]
    parts = [shown, *([", ".join(over) + "."] if over else [])]
    if outside:
        text = ngettext(
            "%(n)d has no place here and is named below.", "%(n)d have no place here and are named below.", outside
        )
        parts.append(text % {"n": outside})
    return " ".join(parts)


def _over(points: Iterable[_Point], line: Line) -> int:
    return sum(1 for point in points if point.row.sides[line.id] is Side.OVER)


def _head() -> tuple[str, ...]:
    return (_("Model"), _("Released"), _("Training compute"), _("Certainty"), _("Weights"))


def _row(point: _Point) -> tuple[str, ...]:
    row = point.row
    return (row.entry.name, row.released, row.compute, row.certainty, row.access)


def _year_head(lines: Sequence[Line]) -> tuple[str, ...]:
    over = (_("over %(line)s") % {"line": quantity(line.amount or 0)} for line in lines)
    return (_("Year"), _("Models"), *(str(word) for word in ACCESS.values()), _("Most compute"), *over)


def _year_rows(points: Sequence[_Point], lines: Sequence[Line]) -> Iterable[tuple[str, ...]]:
    years: dict[int, list[_Point]] = defaultdict(list)
    for point in points:
        years[point.on.year].append(point)
    for year in sorted(years, reverse=True):
        members = years[year]
        top = max(members, key=lambda p: p.high)
        access = (str(sum(p.row.entry.access == kind for p in members)) for kind in ACCESS)
        most = f"{top.row.entry.name}, {top.row.compute}"
        yield (str(year), str(len(members)), *access, most, *(str(_over(members, line)) for line in lines))
