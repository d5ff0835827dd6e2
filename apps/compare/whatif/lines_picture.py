"""Geometry of the picture of lines: each answered number on a scale of powers of ten, with the lines the law draws.

Templates draw it; nothing here knows a colour. The table of lines says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from apps.assessments.pictures import LEFT, LETTER, RIGHT, SCALE_WIDTH, Decades, Ground, Packer, Tick
from apps.compare.whatif.lines import LineView
from apps.rules.engine import Number

ROW: Final = 18
BAND: Final = 12
NAME: Final = 20
AXIS: Final = 26
GAP: Final = 14
MOST_CODES: Final = 3
LONGEST_NAME: Final = int(SCALE_WIDTH / LETTER)


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A line of the law: where it stands, its label, and the paper under the label."""

    x: float
    y: float
    label: str
    label_x: float
    anchor: str
    ground: Ground


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One number: its name, the lines above, and the bar of the answer beside its words. The bar rests on `base`."""

    name: str
    name_y: float
    cuts: tuple[Cut, ...]
    x: float
    width: float
    y: float
    base: float
    value: str
    value_x: float
    anchor: str
    ground: Ground


@dataclass(frozen=True, kw_only=True)
class Axis:
    """The powers of ten below the strips of one unit."""

    y: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, kw_only=True)
class LinesPicture:
    """The strips and their axes."""

    height: float
    strips: tuple[Strip, ...]
    axes: tuple[Axis, ...]
    width: int = SCALE_WIDTH
    left: int = LEFT
    right: int = SCALE_WIDTH - RIGHT


def lines_picture(views: Sequence[LineView]) -> LinesPicture | None:
    """The picture of the numbers that are answered; None where there is none."""
    drawn = [view for view in views if _drawable(view)]
    top = 0.0
    strips: list[Strip] = []
    axes: list[Axis] = []
    for _, same_unit in groupby(sorted(drawn, key=_unit), key=_unit):
        members = list(same_unit)
        axis = Decades(min(_amounts(members)), max(_amounts(members)))
        for _, same in groupby(members, key=lambda view: view.label):
            strips.append(_strip(list(same), axis, top))
            top = strips[-1].base + GAP
        axes.append(Axis(y=top, ticks=axis.ticks()))
        top += AXIS + GAP
    return LinesPicture(height=top, strips=tuple(strips), axes=tuple(axes)) if strips else None


def _drawable(view: LineView) -> bool:
    known = view.low is not None and view.high is not None and view.high > 0
    return isinstance(view.fact, Number) and known and view.at is not None and view.at > 0


def _unit(view: LineView) -> str:
    return getattr(view.fact, "unit", "")


def _amounts(views: Iterable[LineView]) -> list[float]:
    ends = (end for view in views for end in (view.low, view.high, view.at))
    return [end for end in ends if end]


def _strip(views: list[LineView], axis: Decades, top: float) -> Strip:
    packer, first = Packer(), views[0]
    by_size = sorted(views, key=lambda view: view.at or 0)
    cuts = tuple(_cut(view, axis, packer, top + NAME + ROW) for view in by_size)
    y = top + NAME + ROW * packer.used + 8
    low, high = axis.x(first.low or 0), axis.x(first.high or 0)
    width = round(max(high - low, 3), 1)
    leftward = low + width + 6 + len(first.value) * LETTER > SCALE_WIDTH
    value_x, anchor = (low - 6, "end") if leftward else (low + width + 6, "start")
    return Strip(
        name=first.label if len(first.label) <= LONGEST_NAME else f"{first.label[: LONGEST_NAME - 1]}…",
        value=first.value,
        value_x=round(value_x, 1),
        anchor=anchor,
        ground=Ground.under(first.value, value_x, y + 10, anchor),
        name_y=top + NAME - 6,
        cuts=cuts,
        x=low,
        width=width,
        y=y,
        base=y + BAND + 2,
    )


def _cut(view: LineView, axis: Decades, packer: Packer, first: float) -> Cut:
    x = axis.x(view.at or 0)
    more = len(view.places) - MOST_CODES
    codes = ", ".join(view.places[:MOST_CODES]) + (f" +{more}" if more > 0 else "")
    label = f"{view.bound} · {codes}"
    room = len(label) * LETTER
    leftward = x + room > SCALE_WIDTH - RIGHT
    y = first + ROW * packer.place(x - room if leftward else x, x + 8 if leftward else x + room + 8)
    label_x, anchor = (x - 5, "end") if leftward else (x + 5, "start")
    ground = Ground.under(label, label_x, y, anchor)
    return Cut(x=x, y=y, label=label, label_x=label_x, anchor=anchor, ground=ground)
