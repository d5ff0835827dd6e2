"""A picture of counts: for each side and place a bar of the duties it brings, and of those that hang on answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext

from apps.compare.sides import Place, Side

LABEL, WIDTH, GAP = 150, 780, 22
LETTER: Final = 6.4  # of a label, on average
MOST_LETTERS: Final = 36  # of a label; a longer name is cut
ROW, HEAD, BAR = 22, 26, 12
FIGURE: Final = 46  # room for the counts behind the longest bar


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar: where it starts, how wide its two parts are, and the counts in words."""

    x: float
    y: float
    owed: float
    open: float
    words: str

    @property
    def open_x(self) -> float:
        """Where the open part starts."""
        return round(self.x + self.owed, 1)

    @property
    def text_x(self) -> float:
        """Where the counts stand."""
        return round(self.x + self.owed + self.open + 5, 1)


@dataclass(frozen=True, kw_only=True)
class Bars:
    """The picture, in SVG units."""

    labels: tuple[tuple[str, float], ...]
    heads: tuple[tuple[str, float], ...]
    bars: tuple[Bar, ...]
    height: float
    text: str
    width: int = WIDTH


def bars(sides: Sequence[Side], found: Sequence[Place]) -> Bars | None:
    """The picture; None where nothing is counted. Each place has a scale of its own, named by its longest bar."""
    shown = [place for place in found if any(place.owed) or any(place.open)]
    if not shown:
        return None
    labels = [_cut(side.title) for side in sides]
    start = round(max(LABEL, LETTER * max(map(len, labels)) + 8))
    column = (WIDTH - start - GAP * (len(shown) - 1)) / len(shown)
    drawn, heads = [], []
    for number, place in enumerate(shown):
        left = start + number * (column + GAP)
        heads.append((place.name, round(left, 1)))
        most = max(owed + open_ for owed, open_ in zip(place.owed, place.open, strict=True))
        unit = (column - FIGURE) / most
        drawn += [
            Bar(
                x=round(left, 1),
                y=HEAD + i * ROW,
                owed=round(owed * unit, 1),
                open=round(open_ * unit, 1),
                words=f"{owed} + {open_}" if open_ else str(owed),
            )
            for i, (owed, open_) in enumerate(zip(place.owed, place.open, strict=True))
        ]
    return Bars(
        labels=tuple((label, HEAD + i * ROW) for i, label in enumerate(labels)),
        heads=tuple(heads),
        bars=tuple(drawn),
        height=HEAD + len(sides) * ROW + 4,
        text=gettext("Full: duties for certain, now or later. Pale: duties that hang on answers or are contested."),
    )


def _cut(title: str) -> str:
    return title if len(title) <= MOST_LETTERS else f"{title[: MOST_LETTERS - 1].rstrip()}…"
