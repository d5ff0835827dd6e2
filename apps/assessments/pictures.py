"""Geometry of the two pictures, in SVG units, with their words: the timeline, and the scale of training compute.

Templates draw them; nothing here knows a colour. Each picture also comes as rows of a table that say the same.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext, ngettext

from apps.assessments import places
from apps.assessments.marks import MarkKind
from apps.assessments.rows import Row
from apps.assessments.wording import distance, few
from apps.rules.engine import Assessment, Interval, Param
from apps.rules.engine.words import day, quantity

WIDTH: Final = 640
SCALE_WIDTH: Final = 540
LEFT, RIGHT = 56, 18
LANE_ROW, LANE_GAP, AXIS = 24, 10, 26
MOST_YEARS: Final = 12
MOST_LANES: Final = 10  # with more, states where nothing is certain share one
MOST_OPEN_DAYS: Final = 5  # with more on a lane, what is open stands together by year
MOST_TITLES: Final = 3
YEARS_BEFORE: Final = 4  # what started earlier stands together at the left edge
LETTER = 6.3  # width of a letter of the chart's text, for keeping labels apart
MARK_ROOM = 22
COMPUTE_FACTS: Final = ("training_compute", "other_counted_compute")
# What a picture of time shows: duties that have or will have a first day for this model.
_SHOWN: Final[tuple[MarkKind, ...]] = ("applies", "upcoming", "exempt", "contested", "depends")


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A place on the axis with its label."""

    x: float
    label: str


@dataclass(frozen=True, kw_only=True)
class TimePoint:
    """Duties of one kind that start on one day in one jurisdiction; many open ones in one year. (x, y) is the mark.

    `anchor` places the label, `words` say the day or the year.
    """

    x: float
    y: float
    mark: MarkKind
    label: str
    label_x: float
    anchor: str
    on: date
    words: str
    titles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Lane:
    """A jurisdiction's strip of the timeline."""

    code: str
    y: float
    height: float
    points: tuple[TimePoint, ...]

    @property
    def middle(self) -> float:
        """Where the code stands."""
        return self.y + self.height / 2


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """When duties start, on a lane for each jurisdiction, with the as-of day as a line."""

    text: str
    today_x: float
    today_label: str
    today_anchor: str
    height: float
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT

    @property
    def short_rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table, each with few of the many duties it may stand for."""
        points = (point for lane in self.lanes for point in lane.points)
        return tuple((*cells[:-1], few(p.titles, MOST_TITLES)) for cells, p in zip(self.rows, points, strict=True))


def timeline(rows: Sequence[Row], as_of: date, around: date | None = None) -> Timeline | None:
    """The timeline of the duties that have a first day; None when there is none.

    `around` lays it out for another day, so that pictures of several days can be laid over one another.
    """
    shown = [r for r in rows if r.duty and r.mark in _SHOWN and r.starts is not None]
    if not shown:
        return None
    centre = around if around and abs(around.year - as_of.year) <= YEARS_BEFORE else as_of
    axis = _Days(centre, [as_of, *(r.starts for r in shown if r.starts is not None)])
    top, lanes = float(AXIS), []
    by_place: dict[str, list[Row]] = defaultdict(list)
    for row in shown:
        by_place[row.jurisdiction].append(row)
    for code, members in _folded(by_place).items():
        lane = _lane(code, members, axis, top)
        lanes.append(lane)
        top += lane.height + LANE_GAP
    today_x = axis.x(axis.shown(as_of))
    points = [(lane, point) for lane in lanes for point in lane.points]
    return Timeline(
        text=_timeline_text(shown, as_of),
        today_x=today_x,
        today_label=day(as_of),
        today_anchor="end" if today_x > WIDTH * 0.7 else "start",
        height=top + AXIS,
        ticks=axis.ticks(),
        lanes=tuple(lanes),
        rows=tuple((p.words, lane.code, p.label.split(" · ")[0], "; ".join(p.titles)) for lane, p in points),
    )


_OPEN: Final = {"depends", "contested"}


def _folded(by_place: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The rows of each lane: a place of its own, or all states together in which nothing is certain yet."""
    if len(by_place) <= MOST_LANES:
        return by_place
    folded: dict[str, list[Row]] = defaultdict(list)
    for code, rows in by_place.items():
        open_state = places.is_state(code) and {row.mark for row in rows} <= _OPEN
        folded[gettext("states") if open_state else code] += rows
    return folded


class _Days:
    """Days laid out on the width of the picture, with room at both ends.

    The picture begins with the first day of a year; days before it have their place at the left edge.
    """

    def __init__(self, as_of: date, days: Sequence[date]) -> None:
        self.begins = date(max(as_of.year - YEARS_BEFORE, 1), 1, 1)
        first, last = max(self.begins, min([as_of, *days])), max([as_of, *days])
        room = max(timedelta(days=60), (last - first) * 0.06)
        self.first, self.last = first - room, last + room

    def shown(self, on: date) -> date:
        """The day itself, or the first of the picture for what started before."""
        return max(on, self.begins - timedelta(days=1))

    def x(self, on: date) -> float:
        share = (on - self.first) / (self.last - self.first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def words(self, on: date) -> str:
        """The day as the picture writes it."""
        early = on < self.begins
        return gettext("before %(year)d") % {"year": self.begins.year} if early else day(on)

    def ticks(self) -> tuple[Tick, ...]:
        years = self.last.year - self.first.year
        step = 1 + years // MOST_YEARS
        days = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1, step)]
        return tuple(Tick(x=self.x(d), label=str(d.year)) for d in days if self.first <= d <= self.last)


def _lane(code: str, rows: list[Row], axis: _Days, top: float) -> Lane:
    groups: dict[tuple[date, MarkKind], list[Row]] = defaultdict(list)
    by_year = len({row.starts for row in rows if row.mark in _OPEN}) > MOST_OPEN_DAYS
    for row in rows:
        if row.starts is not None:
            on = axis.shown(row.starts)
            whole = by_year and row.mark in _OPEN and on >= axis.begins
            groups[date(on.year, 1, 1) if whole else on, row.mark].append(row)
    packer, points = Packer(), []
    for (on, kind), members in sorted(groups.items(), key=lambda g: (g[0][0], _SHOWN.index(g[0][1]))):
        words = str(on.year) if by_year and kind in _OPEN and on >= axis.begins else axis.words(on)
        x, label = axis.x(on), f"{_counted(kind, len(members))} · {words}"
        room = len(label) * LETTER
        leftward = x + MARK_ROOM + room > WIDTH
        low, high = (x - MARK_ROOM / 2 - room, x + 8) if leftward else (x - 8, x + MARK_ROOM / 2 + room)
        y = top + LANE_ROW * packer.place(low, high) + LANE_ROW / 2
        points.append(
            TimePoint(
                x=x,
                y=y,
                mark=kind,
                label=label,
                label_x=x - MARK_ROOM / 2 if leftward else x + MARK_ROOM / 2,
                anchor="end" if leftward else "start",
                on=on,
                words=words,
                titles=tuple(r.title for r in members),
            )
        )
    return Lane(code=code, y=top, height=LANE_ROW * packer.used, points=tuple(points))


@dataclass
class Packer:
    """Puts spans into the first row in which nothing is in their way."""

    rows: list[list[tuple[float, float]]] = field(default_factory=list)

    @property
    def used(self) -> int:
        """How many rows it took so far, at least one."""
        return max(1, len(self.rows))

    def place(self, low: float, high: float) -> int:
        """The number of the row in which the span from low to high finds room."""
        for number, spans in enumerate(self.rows):
            if all(high <= start or end <= low for start, end in spans):
                spans.append((low, high))
                return number
        self.rows.append([(low, high)])
        return len(self.rows) - 1


def _counted(kind: MarkKind, number: int) -> str:
    words = {
        "applies": ngettext("%(n)d duty", "%(n)d duties", number),
        "upcoming": ngettext("%(n)d duty", "%(n)d duties", number),
        "exempt": gettext("%(n)d exempt"),
        "contested": gettext("%(n)d contested"),
        "depends": gettext("%(n)d open"),
    }[kind]
    return words % {"n": number}


def _timeline_text(rows: Sequence[Row], as_of: date) -> str:
    later = sorted({r.starts for r in rows if r.starts and r.starts > as_of and r.mark == "upcoming"})
    if later:
        words = {"day": day(later[0]), "hint": distance(later[0], as_of)}
        return gettext("The next duties start on %(day)s, %(hint)s.") % words
    return gettext("No later first day is known.")


# --- Compute ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, kw_only=True)
class Ground:
    """The paper under a label, which keeps lines from running through its letters."""

    x: float
    y: float
    width: float

    @classmethod
    def under(cls, label: str, x: float, y: float, anchor: str) -> Ground:
        """Where a label that starts (or ends) at x on the line y wants its paper."""
        width = len(label) * LETTER
        return cls(x=round(x - width if anchor == "end" else x, 1), y=y - 10, width=round(width, 1))


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A line that the law draws in FLOP. `y` is where its name stands, `anchor` on which side."""

    x: float
    y: float
    label_x: float
    anchor: str
    label: str
    title: str
    jurisdiction: str
    value: str
    amount: float
    ground: Ground


@dataclass(frozen=True, kw_only=True)
class Band:
    """What is known of the model's compute: a range, or a single figure where both ends meet."""

    x: float
    width: float
    y: float
    label: str
    value: str
    text_x: float
    anchor: str
    ground: Ground


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Training compute on a logarithmic axis: this model, and each threshold with its name."""

    text: str
    height: float
    axis_y: float
    ticks: tuple[Tick, ...]
    thresholds: tuple[Threshold, ...]
    bands: tuple[Band, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int = SCALE_WIDTH
    left: int = LEFT
    right: int = SCALE_WIDTH - RIGHT


def _compute_is_open(assessment: Assessment) -> bool:
    """Whether a finding still waits for a figure in FLOP."""
    facts = assessment.book.facts
    return any(getattr(facts[key], "unit", "") == "FLOP" for f in assessment.findings for key in f.open_facts)


def compute_scale(assessment: Assessment) -> Scale | None:
    """The scale of the thresholds in FLOP in force on the as-of day; None where there is none or compute is moot."""
    lines = [(p, v) for p in assessment.book.params.values() if p.unit == "FLOP" for v in _value(p, assessment)]
    if not lines:
        return None
    ranges = _ranges(assessment)
    if not ranges and not _compute_is_open(assessment):
        return None
    amounts = [v for _, v in lines] + [end for _, span in ranges for end in (span.low, span.high) if end > 0]
    axis = Decades(min(amounts), max(amounts))
    thresholds = _thresholds(assessment, sorted(lines, key=lambda line: line[1]), axis)
    top = max((t.y for t in thresholds), default=0) + 18
    bands = tuple(_band(label, span, axis, top + 26 * place) for place, (label, span) in enumerate(ranges))
    axis_y = top + 26 * max(1, len(bands)) + 8
    return Scale(
        text=_scale_text(ranges, thresholds),
        height=axis_y + 24,
        axis_y=axis_y,
        ticks=axis.ticks(),
        thresholds=thresholds,
        bands=bands,
        rows=_scale_rows(ranges, thresholds),
    )


def _value(param: Param, assessment: Assessment) -> Iterable[float]:
    """The threshold's value in force, if it has one by then."""
    try:
        value = param.at(assessment.as_of, assessment.known_on)
    except LookupError:
        return
    if not isinstance(value, date):
        yield value


def _ranges(assessment: Assessment) -> list[tuple[str, Interval]]:
    """The model's compute: what changed its parameters, and, where more counts, that and the rest together."""
    facts, values = assessment.book.facts, assessment.profile.values
    known = [(facts[key].label, v) for key in COMPUTE_FACTS if isinstance(v := values.get(key), Interval)]
    if len(known) == len(COMPUTE_FACTS) and known[1][1].high > 0:
        parts = [span for _, span in known]
        whole = Interval(sum(p.low for p in parts), sum(p.high for p in parts))
        return [known[0], (gettext("all compute that counts"), whole)]
    return known[:1] if COMPUTE_FACTS[0] in values else []


class Decades:
    """Powers of ten laid out on the width of the picture; never fewer than four."""

    def __init__(self, low: float, high: float) -> None:
        self.first, self.last = math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1
        while self.last - self.first < 4:
            self.first -= 1

    def x(self, amount: float) -> float:
        """Where an amount stands; what is smaller or larger than the picture shows stands at its edge."""
        power = min(max(math.log10(amount), self.first), self.last) if amount > 0 else self.first
        return round(LEFT + (power - self.first) / (self.last - self.first) * (SCALE_WIDTH - LEFT - RIGHT), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """The powers of ten with their labels."""
        step = max(1, (self.last - self.first) // 8)
        powers = range(self.first, self.last + 1, step)
        return tuple(Tick(x=self.x(float(f"1e{p}")), label=quantity(float(f"1e{p}"))) for p in powers)


def _thresholds(assessment: Assessment, lines: list[tuple[Param, float]], axis: Decades) -> tuple[Threshold, ...]:
    packer, found = Packer(), []
    for param, value in lines:
        x = axis.x(value)
        code = assessment.book.instruments[param.history[0].cite.instrument].jurisdiction
        label = f"{quantity(value)} · {param.title} ({code})"
        room = len(label) * LETTER
        leftward = x + room > SCALE_WIDTH - RIGHT
        y = 16 + 18 * packer.place(x - room if leftward else x, x + 8 if leftward else x + room + 8)
        label_x, anchor = (x - 5, "end") if leftward else (x + 5, "start")
        found.append(
            Threshold(
                x=x,
                y=y,
                label_x=label_x,
                anchor=anchor,
                ground=Ground.under(label, label_x, y, anchor),
                title=param.title,
                jurisdiction=code,
                label=label,
                value=quantity(value),
                amount=value,
            )
        )
    return tuple(found)


def _band(label: str, span: Interval, axis: Decades, y: float) -> Band:
    low, high, value = axis.x(span.low), axis.x(span.high), _span_words(span)
    width = max(high - low, 3)
    leftward = low + width + len(f"{label}: {value}") * LETTER > SCALE_WIDTH
    text_x = low - 6 if leftward else low + width + 6
    anchor = "end" if leftward else "start"
    ground = Ground.under(f"{label}: {value}", text_x, y + 10, anchor)
    return Band(x=low, width=width, y=y, label=label, value=value, text_x=text_x, anchor=anchor, ground=ground)


def _span_words(span: Interval) -> str:
    low, high = quantity(span.low, "FLOP"), quantity(span.high, "FLOP")
    return low if span.single else gettext("%(low)s to %(high)s") % {"low": quantity(span.low), "high": high}


def _scale_text(ranges: list[tuple[str, Interval]], thresholds: Sequence[Threshold]) -> str:
    if not ranges:
        return gettext("The compute of this model is not known yet; the lines show where the law would look.")
    span = ranges[-1][1]
    over = [t for t in thresholds if span.low > t.amount]
    value = _span_words(span)
    if not over:
        template = gettext("This model, at %(value)s, is above none of the lines.")
        return template % {"value": value} if span.high <= min(t.amount for t in thresholds) else value
    words = {"value": value, "line": over[-1].title, "at": over[-1].value}
    return gettext("This model, at %(value)s, is above the %(line)s (%(at)s).") % words


def _scale_rows(ranges: list[tuple[str, Interval]], thresholds: Sequence[Threshold]) -> tuple[tuple[str, ...], ...]:
    models = [(label, _span_words(span), gettext("this model")) for label, span in ranges]
    span = ranges[-1][1] if ranges else None
    return (*models, *((t.title, f"{t.value} FLOP", _relation(span, t.amount)) for t in thresholds))


def _relation(span: Interval | None, amount: float) -> str:
    """Where the model stands against a line; at the line is not above it."""
    if span is None:
        return gettext("compute not known")
    if span.low > amount:
        return gettext("this model is above")
    return gettext("this model is not above") if span.high <= amount else gettext("the estimate reaches both sides")
