"""The law as a list of days: what begins, ends, moves or changes, by the act that does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from apps.library import naming
from apps.library.atlas import Atlas, Node
from apps.library.days import Days
from apps.library.naming import Entry
from apps.rules.engine import Dated, Instrument, Param, Rulebook, Transition, Version
from apps.rules.engine.words import day as day_words


@dataclass(frozen=True)
class Event:
    """Something that happens to a piece of law on a day, through an act; `known` is the day it was published."""

    on: date
    act: str
    what: str
    entry: Entry
    known: date


@dataclass(frozen=True)
class ActEvents:
    """What one act does on one day, kind by kind; `published` is the day it came out, if that is another."""

    act: Entry
    events: tuple[Event, ...]
    published: date | None = None


@dataclass(frozen=True)
class DayEvents:
    """Everything that happens on one day. `query` asks for the day before and the day, for one description."""

    on: date
    acts: tuple[ActEvents, ...]
    query: str = ""

    @property
    def number(self) -> int:
        """How many things happen."""
        return sum(len(act.events) for act in self.acts)


@dataclass(frozen=True)
class Changes:
    """Days to come, soonest first, and days gone by, latest first."""

    coming: tuple[DayEvents, ...]
    past: tuple[DayEvents, ...]


@dataclass(frozen=True)
class Publication:
    """What one act brought when it was published, to come or not."""

    on: date
    act: Entry
    place: str
    events: tuple[Event, ...]


def changes(atlas: Atlas, days: Days, place: str = "") -> Changes:
    """Every dated change known on `known_on`, seen from `as_of`; those of one place alone, if it is named."""
    events = sorted(_within(atlas, days, place), key=lambda e: (e.on, e.act))
    grouped = tuple(_day(atlas, on, list(group), days) for on, group in groupby(events, key=lambda e: e.on))
    coming = tuple(day for day in grouped if day.on > days.as_of)
    return Changes(coming, tuple(reversed([day for day in grouped if day.on <= days.as_of])))


def publications(atlas: Atlas, days: Days, place: str = "") -> tuple[Publication, ...]:
    """The same by the day and act that published it, latest first: each act stands once on a day."""
    events = sorted(_within(atlas, days, place), key=lambda e: (e.known, e.act, e.on))
    found = []
    for (on, act), group in groupby(events, key=lambda e: (e.known, e.act)):
        jurisdiction = atlas.book.instruments[act].jurisdiction
        found.append(Publication(on, naming.entry(atlas, ("instruments", act)), jurisdiction, tuple(group)))
    return tuple(reversed(found))


def places(atlas: Atlas) -> tuple[str, ...]:
    """The codes a list of changes can be kept to: jurisdictions, and countries with all their states."""
    codes = {instrument.jurisdiction for instrument in atlas.book.instruments.values()}
    return tuple(sorted(codes | {code.partition("-")[0] for code in codes}))


def _within(atlas: Atlas, days: Days, place: str) -> Iterator[Event]:
    for event in _events(atlas, days):
        code = atlas.book.instruments[event.act].jurisdiction
        if not place or code == place or code.startswith(f"{place}-"):
            yield event


def _day(atlas: Atlas, on: date, events: list[Event], days: Days) -> DayEvents:
    acts = [(key, tuple(group)) for key, group in groupby(events, key=lambda e: e.act)]
    return DayEvents(on, tuple(_by_act(atlas, key, group, on) for key, group in acts), _pair_query(on, days))


def _by_act(atlas: Atlas, key: str, events: tuple[Event, ...], on: date) -> ActEvents:
    published = max(event.known for event in events)
    return ActEvents(naming.entry(atlas, ("instruments", key)), events, published if published != on else None)


def _pair_query(on: date, days: Days) -> str:
    """The day before and the day; of days to come, what is known of them now."""
    before = on - timedelta(days=1)
    known = (before, on) if on <= days.known_on else (days.known_on, days.known_on)
    pairs = (("from_as_of", before), ("from_known_on", known[0]), ("to_as_of", on), ("to_known_on", known[1]))
    return urlencode([(name, day.isoformat()) for name, day in pairs])


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
            yield Event(status.on, instrument.id, naming.capital(said), line, status.published_on or status.on)


def act_of(book: Rulebook, version: Version | Transition) -> str:
    """The id of the act that made a wording: one it cites that was published that day, or the only one of its place.

    Where several acts of the place came out that day, nothing is guessed: it is the act the wording stands in.
    """
    on, cited = book.published(version), [cite.instrument for cite in version.cites]
    own = next((key for key in cited if book.instruments[key].published_on == on), "")
    place = book.instruments[cited[0]].jurisdiction
    binding = (i for i in book.instruments.values() if i.jurisdiction == place and i.force.binding)
    near = [i.id for i in binding if i.published_on == on]
    return own or (near[0] if len(near) == 1 else cited[0])


def _of_rule(atlas: Atlas, node: Node, versions: tuple[Version, ...], days: Days) -> Iterator[Event]:
    book, line = atlas.book, naming.entry(atlas, node)
    seen = sorted((v for v in versions if book.visible(v, days.known_on)), key=lambda v: v.since)
    for before, version in zip([None, *seen], seen, strict=False):
        follows = before is not None and before.until == version.since
        what, known = _("changes") if follows else _("begins"), book.published(version)
        yield Event(version.since, act_of(book, version), what, line, known)
    if seen and seen[-1].until is not None:
        yield Event(seen[-1].until, act_of(book, seen[-1]), _("ends"), line, book.published(seen[-1]))
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
            what = _("moves from %(old)s to %(new)s") % moved
            yield Event(old.replaced_on, act_of(book, first), what, line, old.replaced_on)


def _of_transition(atlas: Atlas, transition: Transition, on: date) -> Event:
    line = naming.entry(atlas, ("transitions", transition.id))
    return Event(on, act_of(atlas.book, transition), _("the wait ends"), line, atlas.book.published(transition))


def _of_param(atlas: Atlas, param: Param, days: Days) -> Iterator[Event]:
    line = naming.entry(atlas, ("params", param.id))
    known = [d for d in param.history if (d.published_on or d.since) <= days.known_on]
    pairs: list[tuple[Dated | None, Dated]] = list(zip([None, *known], known, strict=False))
    for before, value in pairs:
        said = {"new": naming.figure(value.value, param.unit)}
        what = _("is set at %(new)s") % said
        if before is not None:
            what = _("changes from %(old)s to %(new)s") % {**said, "old": naming.figure(before.value, param.unit)}
        yield Event(value.since, value.cite.instrument, what, line, value.published_on or value.since)
