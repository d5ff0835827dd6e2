"""A comparison as plain data, as text for a terminal, and as rows of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from apps.assessments.marks import MARK_KINDS
from apps.compare.sides import Line, Side, by_place, lines, moved
from apps.rules.engine import plain

Document = dict[str, Any]


def comparison_document(sides: Sequence[Side]) -> Document:
    """The sides with their counts, and every duty that one of them owes, may owe or is spared, ready for JSON."""
    return {
        "fingerprint": sides[0].assessment.fingerprint,
        "sides": [_side(side, moved([s.assessment for s in sides])) for side in sides],
        "duties": [_duty(line, sides) for line in lines(sides)],
    }


def _side(side: Side, parting: Iterable[str]) -> Document:
    book, values = side.assessment.book, side.assessment.profile.values
    return {
        "key": side.key,
        "title": side.title,
        "as_of": side.assessment.as_of.isoformat(),
        "known_on": side.assessment.known_on.isoformat(),
        "facts": {key: plain(book.facts[key], values[key]) if key in values else None for key in sorted(parting)},
        "counts": {
            place: {kind: counted[kind] for kind in MARK_KINDS} for place, counted in sorted(side.tally.items())
        },
    }


def _duty(line: Line, sides: Sequence[Side]) -> Document:
    marks = {side.key: cell.mark for side, cell in zip(sides, line.cells, strict=True)}
    return {
        "id": line.id,
        "title": line.title,
        "jurisdiction": line.jurisdiction,
        "instrument": line.instrument,
        "marks": marks,
        "words": {side.key: cell.words for side, cell in zip(sides, line.cells, strict=True)},
        "differs": line.differs,
        "because": list(line.causes),
    }


def comparison_rows(found: Iterable[Line], sides: Sequence[Side]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Every duty and side as head and rows of a file."""
    head = ("jurisdiction", "instrument", "duty", "title", *(side.key for side in sides), "differs", "because")
    rows = [
        (
            line.jurisdiction,
            line.instrument,
            line.id,
            line.title,
            *(cell.words for cell in line.cells),
            "yes" if line.differs else "no",
            "; ".join(line.causes),
        )
        for line in found
    ]
    return head, rows


def comparison_text(sides: Sequence[Side]) -> str:
    """The counts, then the duties in which the sides part, for a terminal."""
    return "\n".join(_text(sides)) + "\n"


def _text(sides: Sequence[Side]) -> Iterator[str]:
    found = lines(sides)
    wide = max(len(side.title) for side in sides)
    for place in by_place(sides, found):
        yield place.name
        for side, owed, open_ in zip(sides, place.owed, place.open, strict=True):
            yield f"  {side.title:<{wide}}  {owed:>3} for certain, {open_:>3} open or contested"
        for line in place.parting:
            yield f"  {line.id}: {line.title}"
            yield from (f"    {side.title:<{wide}}  {cell.words}" for side, cell in zip(sides, line.cells, strict=True))
            if line.causes:
                yield f"    turns on: {', '.join(line.causes)}"
        stay = [line.id for line in place.staying]
        yield f"  the same on every side: {', '.join(stay) if stay else 'nothing for certain'}"
        yield ""
    first = sides[0].assessment
    yield f"Law as of {first.as_of}, as known on {first.known_on}. Rulebook {first.fingerprint}"
