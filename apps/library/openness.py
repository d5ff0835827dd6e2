"""What releasing weights or source openly changes, instrument by instrument: the answer to "but it is open"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.library.days import Days
from apps.library.naming import STATES, address
from apps.library.words import JURISDICTIONS
from apps.rules.engine import Instrument, Openness, Relief, Rulebook

RELIEFS: Final[dict[Relief, str | Promise]] = {
    Relief.EXPRESS: _("spared by name"),
    Relief.FUNCTIONAL: _("helped by a rule for all"),
    Relief.NONE: _("not spared"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """An instrument and what openness changes under it."""

    instrument: Instrument
    openness: Openness
    url: str
    state: str | Promise
    relief: str | Promise


@dataclass(frozen=True, kw_only=True)
class Place:
    """The lines of one jurisdiction."""

    code: str
    name: str | Promise
    lines: tuple[Line, ...]


def instruments(book: Rulebook, jurisdictions: Iterable[str]) -> list[tuple[Instrument, Openness]]:
    """The instruments of the jurisdictions that say, or have been asked, what openness changes; law in force first."""
    wanted = set(jurisdictions)
    found = [(i, i.openness) for i in book.instruments.values() if i.jurisdiction in wanted and i.openness is not None]
    return sorted(found, key=lambda pair: (pair[0].jurisdiction, not pair[0].force.binding))


def places(book: Rulebook, days: Days) -> tuple[Place, ...]:
    """Every jurisdiction that has such instruments, states after their country."""
    every = sorted({i.jurisdiction for i in book.instruments.values()})
    found = [Place(code=c, name=JURISDICTIONS.get(c, c), lines=tuple(_lines(book, c, days))) for c in every]
    return tuple(place for place in found if place.lines)


def relieved(shown: Iterable[Place]) -> tuple[Line, ...]:
    """The lines that do spare or help what is open, those that do so by name first."""
    lines = [line for place in shown for line in place.lines if line.openness.relief is not Relief.NONE]
    return tuple(sorted(lines, key=lambda line: line.openness.relief is not Relief.EXPRESS))


def _lines(book: Rulebook, code: str, days: Days) -> Iterable[Line]:
    for instrument, openness in instruments(book, [code]):
        yield Line(
            instrument=instrument,
            openness=openness,
            url=address(("instruments", instrument.id)),
            state=STATES[instrument.state(days.as_of, days.known_on)],
            relief=RELIEFS[openness.relief],
        )
