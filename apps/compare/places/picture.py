"""Jurisdictions by topics as a picture: a mark and a number in each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from apps.compare.places.matrix import OTHERS, PlacesView
from apps.compare.places.topics import OTHER_LAW, PENALTIES, TOPICS, TopicCell

LABEL, HEAD = 250, 30
STEP_X, STEP_Y = 62, 26


@dataclass(frozen=True)
class Spot:
    """A cell: where its mark stands, which mark, and how many duties wear it."""

    x: float
    y: float
    mark: str
    number: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The picture, in SVG units. `heads` and `labels` are texts with their place."""

    heads: tuple[tuple[str, float], ...]
    labels: tuple[tuple[str, float], ...]
    spots: tuple[Spot, ...]
    width: int
    height: int
    text: str


def picture(view: PlacesView) -> Picture:
    """The table of a view, topics down the side. What is voluntary has no marks, so it has no column here."""
    law = [cells for cells in view.cells if not cells[0].column.voluntary]
    columns = [cells[0].column for cells in law]
    heads = tuple((_code(column.key, len(column.codes)), LABEL + i * STEP_X) for i, column in enumerate(columns))
    labels = tuple((str(TOPICS[topic].title), HEAD + row * STEP_Y) for row, topic in enumerate(view.topics))
    spots = [
        spot
        for i, cells in enumerate(law)
        for row, topic in enumerate(view.topics)
        for spot in _spot(cells[topic], LABEL + i * STEP_X, HEAD + row * STEP_Y)
    ]
    return Picture(
        heads=heads,
        labels=labels,
        spots=tuple(spots),
        width=LABEL + max(len(columns), 4) * STEP_X,
        height=HEAD + len(view.topics) * STEP_Y + 24,
        text=gettext("The strongest mark of each cell, and how many wear it. An empty cell: no rule in the rulebook."),
    )


def _code(key: str, number: int) -> str:
    return gettext("%(n)d others") % {"n": number} if key == OTHERS else key


def _spot(cell: TopicCell, x: float, y: float) -> Iterator[Spot]:
    """The mark, with how many duties wear it, or how many acts to check; a ceiling is no number of duties."""
    if not cell.rows and cell.topic.key != PENALTIES:
        return
    kind = str(cell.standing.kind)
    wearing = cell.others if cell.topic.key == OTHER_LAW else cell.duties
    number = sum(row.mark == kind for row in wearing)
    yield Spot(x, y, kind, str(number) if number else "")
