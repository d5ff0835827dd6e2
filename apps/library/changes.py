"""The law as a list of days: what begins, ends, moves or changes, by the act that does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from apps.library import naming
from apps.library.atlas import Atlas, Node
from apps.library.days import Days
from apps.library.naming import Entry
from apps.rules.engine import Dated, Instrument, Param, Rulebook, Transition, Version
from apps.rules.engine.words import day as day_words


@dataclass(frozen=True)
class Event:
    """Something that happens to a piece of law on a day, through an act."""

    on: date
    act: str
    what: str
    entry: Entry


@dataclass(frozen=True)
class ActEvents:
    """What one act does on one day, kind by kind."""

    act: Entry
    events: tuple[Event, ...]


@dataclass(frozen=True)
class DayEvents:
    """Everything that happens on one day."""

    on: date
    acts: tuple[ActEvents, ...]

    @property
    def number(self) -> int:
        """How many things happen."""
        return sum(len(act.events) for act in self.acts)


@dataclass(frozen=True)
class Changes:
    """Days to come, soonest first, and days gone by, latest first."""

    coming: tuple[DayEvents, ...]
    past: tuple[DayEvents, ...]


def changes(atlas: Atlas, days: Days) -> Changes:
    """Every dated change known on `known_on`, seen from `as_of`."""
    events = sorted(_events(atlas, days), key=lambda e: (e.on, e.act))
    grouped = tuple(_day(atlas, on, list(group)) for on, group in groupby(events, key=lambda e: e.on))
    coming = tuple(day for day in grouped if day.on > days.as_of)
    return Changes(coming, tuple(reversed([day for day in grouped if day.on <= days.as_of])))


def _day(atlas: Atlas, on: date, events: list[Event]) -> DayEvents:
    acts = groupby(events, key=lambda e: e.act)
    return DayEvents(on, tuple(ActEvents(naming.entry(atlas, ("instruments", a)), tuple(g)) for a, g in acts))


def _events(atlas: Atlas, days: Days) -> Iterator[Event]:
    book = atlas.book
    for instrument in book.instruments.values():
        yield from _of_instrument(atlas, instrument, days)
    for duty in book.obligations.values():
        yield from _of_rule(atlas, ("duties", duty.id), duty.versions, days)
    for definition in book.definitions.values():
        if len(definition.versions) > 1:
            yield from _of_rule(atlas, ("definitions", definition.id), definition.versions, days)
    for transition in book.transitions.values():
        if transition.applies_from is not None and book.published(transition) <= days.known_on:
            yield _of_transition(atlas, transition, transition.applies_from)
    for param in book.params.values():
        yield from _of_param(atlas, param, days)


def _of_instrument(atlas: Atlas, instrument: Instrument, days: Days) -> Iterator[Event]:
    line = naming.entry(atlas, ("instruments", instrument.id))
    for status in instrument.status:
        if (status.published_on or status.on) <= days.known_on:
            said = status.note or str(naming.STATES[status.state])
            yield Event(status.on, instrument.id, naming.capital(said), line)


def _act(book: Rulebook, version: Version | Transition) -> str:
    """The act that made a wording: the one published that day, else the instrument it stands in."""
    own = version.cites[0].instrument
    on = book.published(version)
    if book.instruments[own].published_on == on:
        return own
    return next((i.id for i in book.instruments.values() if i.published_on == on and i.force.binding), own)


def _of_rule(atlas: Atlas, node: Node, versions: tuple[Version, ...], days: Days) -> Iterator[Event]:
    book, line = atlas.book, naming.entry(atlas, node)
    seen = sorted((v for v in versions if book.visible(v, days.known_on)), key=lambda v: v.since)
    for before, version in zip([None, *seen], seen, strict=False):
        follows = before is not None and before.until == version.since
        yield Event(version.since, _act(book, version), _("changes") if follows else _("begins"), line)
    if seen and seen[-1].until is not None:
        yield Event(seen[-1].until, _act(book, seen[-1]), _("ends"), line)
    yield from _moves(book, line, versions, days)


def _moves(book: Rulebook, line: Entry, versions: tuple[Version, ...], days: Days) -> Iterator[Event]:
    """Days that were put off or brought forward before they came, dated by the publication that did it."""
    for old in versions:
        if old.replaced_on is None or old.replaced_on > days.known_on:
            continue
        heirs = [v for v in versions if book.published(v) == old.replaced_on]
        if heirs and all(v.since != old.since for v in heirs):
            first = min(heirs, key=lambda v: v.since)
            moved = {"old": day_words(old.since), "new": day_words(first.since)}
            yield Event(old.replaced_on, _act(book, first), _("moves from %(old)s to %(new)s") % moved, line)


def _of_transition(atlas: Atlas, transition: Transition, on: date) -> Event:
    line = naming.entry(atlas, ("transitions", transition.id))
    return Event(on, _act(atlas.book, transition), _("the wait ends"), line)


def _of_param(atlas: Atlas, param: Param, days: Days) -> Iterator[Event]:
    line = naming.entry(atlas, ("params", param.id))
    known = [d for d in param.history if (d.published_on or d.since) <= days.known_on]
    pairs: list[tuple[Dated | None, Dated]] = list(zip([None, *known], known, strict=False))
    for before, value in pairs:
        said = {"new": naming.figure(value.value, param.unit)}
        what = _("is set at %(new)s") % said
        if before is not None:
            what = _("changes from %(old)s to %(new)s") % {**said, "old": naming.figure(before.value, param.unit)}
        yield Event(value.since, value.cite.instrument, what, line)
