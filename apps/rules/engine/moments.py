"""On which days the answer to an obligation can change: everything dated that it rests on, on either clock.

Between two such days nothing dated moves below the obligation, so its finding for one profile stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from apps.rules.engine.conditions import Compare, Expr, Guidance, walk
from apps.rules.engine.law import CarveOut, Definition, Instrument, Obligation, Param, Transition, Version

if TYPE_CHECKING:
    from apps.rules.engine.rulebook import Rulebook

Days = frozenset[date]
Pair = tuple[Days, Days]
NO_DAYS: Pair = (frozenset(), frozenset())


class Moments:
    """The obligations whose finding can change on a day, by day: as time passes, and as law is published."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._found: dict[int, Pair] = {}

    @cached_property
    def as_of(self) -> Mapping[date, frozenset[str]]:
        """By the day the question is about."""
        return self._by_day(0)

    @cached_property
    def known_on(self) -> Mapping[date, frozenset[str]]:
        """By the day on which law is published."""
        return self._by_day(1)

    def _by_day(self, clock: int) -> dict[date, frozenset[str]]:
        days: dict[date, set[str]] = {}
        for obligation in self.book.obligations.values():
            for day in self.of(obligation)[clock]:
                days.setdefault(day, set()).add(obligation.id)
        return {day: frozenset(days[day]) for day in sorted(days)}

    def of(self, obligation: Obligation) -> Pair:
        """Both kinds of days of one obligation."""
        instrument = self.book.instruments[obligation.instrument]
        return _joined([_of_status(instrument), *(self._of_version(version) for version in obligation.versions)])

    def _of_version(self, version: Version) -> Pair:
        own = (
            frozenset({version.since, *_given(version.until)}),
            frozenset({self.book.published(version), *_given(version.replaced_on)}),
        )
        parts = [self._of_carve_out(c) for c in version.unless] + [self._of_transition(t) for t in version.transitions]
        return _joined([own, self._of_condition(version.when), *parts])

    def _of_condition(self, expr: Expr) -> Pair:
        return _joined(self._of_part(part) for part in walk(expr))

    def _of_part(self, part: Expr) -> Pair:
        if isinstance(part, Definition):
            return self._once(part, lambda: _joined(self._of_version(v) for v in part.versions))
        if isinstance(part, Compare) and isinstance(part.bound, Param):
            return _of_param(part.bound)
        if isinstance(part, Guidance) and not part.assumed:
            return frozenset(), frozenset({self.book.instruments[part.cite.instrument].published_on})
        return NO_DAYS

    def _of_carve_out(self, carve_out: CarveOut) -> Pair:
        lost = carve_out.lost_when
        return self._once(
            carve_out,
            lambda: _joined([self._of_condition(carve_out.when), *(self._of_carve_out(loss) for loss in lost)]),
        )

    def _of_transition(self, transition: Transition) -> Pair:
        own = frozenset(_given(transition.applies_from)), frozenset({self.book.published(transition)})
        return _joined([own, self._of_condition(transition.when)])

    def _once(self, item: Any, days: Callable[[], Pair]) -> Pair:
        if id(item) not in self._found:
            self._found[id(item)] = days()
        return self._found[id(item)]


def _of_status(instrument: Instrument) -> Pair:
    """The steps of an instrument, unless each leaves it live."""
    if all(step.state.live for step in instrument.status):
        return NO_DAYS
    days = frozenset(step.on for step in instrument.status)
    return days, frozenset(step.published_on or step.on for step in instrument.status)


def _of_param(param: Param) -> Pair:
    return frozenset(d.since for d in param.history), frozenset(d.published_on or d.since for d in param.history)


def _given(day: date | None) -> Iterator[date]:
    if day is not None:
        yield day


def _joined(pairs: Iterable[Pair]) -> Pair:
    found = list(pairs)
    return frozenset().union(*(a for a, _ in found)), frozenset().union(*(k for _, k in found))
