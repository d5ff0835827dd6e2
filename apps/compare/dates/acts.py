"""Which act did it: the publications, first days and endings between two pairs of days that a duty rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from apps.library.changes import act_of
from apps.library.days import Days
from apps.rules.engine import CarveOut, Definition, Expr, Instrument, Obligation, Param, Rulebook, Transition, Version
from apps.rules.engine.conditions import Compare, Guidance, walk
from apps.rules.engine.words import day


@dataclass(frozen=True)
class Cause:
    """An act, the day on which it did something, and what."""

    act: Instrument
    on: date
    what: str
    ends: bool = False

    @property
    def words(self) -> str:
        """Published, 24 July 2026."""
        return gettext("%(what)s, %(day)s") % {"what": self.what, "day": day(self.on)}


@dataclass(frozen=True)
class Acts:
    """Finds what did it. A duty's own wording, waits and act come first; only without them what it refers to."""

    book: Rulebook
    before: Days
    after: Days

    def causes(self, obligation: Obligation) -> tuple[Cause, ...]:
        """What happened to the duty between the days, earliest first; empty when nothing did."""
        found = self.own(obligation) or tuple(self._referred(obligation))
        return tuple(sorted(dict.fromkeys(found), key=lambda cause: cause.on))

    def own(self, obligation: Obligation) -> tuple[Cause, ...]:
        """The same, of the duty's own wordings, waits and act alone."""
        steps = self._steps(self.book.instruments[obligation.instrument])
        parts = (self._of_version(v, obligation.versions) for v in obligation.versions)
        return tuple(dict.fromkeys(cause for part in (*parts, steps) for cause in part))

    def _passed(self, on: date | None) -> bool:
        """Whether the day lies between the days the question is about."""
        low, high = sorted((self.before.as_of, self.after.as_of))
        return on is not None and low < on <= high

    def _published(self, on: date | None) -> bool:
        """Whether it was published between the days by which law is known."""
        low, high = sorted((self.before.known_on, self.after.known_on))
        return on is not None and low < on <= high

    def _act(self, version: Version | Transition) -> Instrument:
        return self.book.instruments[act_of(self.book, version)]

    def _of_version(self, version: Version, all_: tuple[Version, ...]) -> Iterator[Cause]:
        act, published = self._act(version), self.book.published(version)
        if self._published(published):
            yield Cause(act, published, _said(act, published))
        replaced = version.replaced_on
        if replaced and self._published(replaced) and all(self.book.published(v) != replaced for v in all_):
            yield Cause(act, replaced, _said(act, replaced))
        if any(self.book.visible(version, side.known_on) for side in (self.before, self.after)):
            if self._passed(version.since):
                yield Cause(act, version.since, gettext("first day"))
            if version.until and self._passed(version.until):
                yield Cause(act, version.until, gettext("ended"), ends=True)
        for transition in version.transitions:
            yield from self._of_transition(transition)

    def _of_transition(self, transition: Transition) -> Iterator[Cause]:
        act, published = self._act(transition), self.book.published(transition)
        if self._published(published):
            yield Cause(act, published, _said(act, published))
        if transition.applies_from and self._passed(transition.applies_from):
            yield Cause(act, transition.applies_from, gettext("end of a wait"))

    def _steps(self, instrument: Instrument) -> Iterator[Cause]:
        before = True
        for step in instrument.status:
            flips, before = step.state.live != before, step.state.live
            if flips and (self._passed(step.on) or self._published(step.published_on or step.on)):
                yield Cause(instrument, step.on, step.note or step.state.value.replace("_", " "))

    def _referred(self, obligation: Obligation) -> Iterator[Cause]:
        """What happened to the concepts, exceptions and figures the duty refers to, near or far."""
        seen: set[int] = set()
        for version in obligation.versions:
            yield from self._below(version, seen)

    def _below(self, version: Version, seen: set[int]) -> Iterator[Cause]:
        yield from self._in_condition(version.when, seen)
        for carve_out in version.unless:
            yield from self._in_carve_out(carve_out, seen)
        for transition in version.transitions:
            yield from self._in_condition(transition.when, seen)

    def _in_carve_out(self, carve_out: CarveOut, seen: set[int]) -> Iterator[Cause]:
        if id(carve_out) not in seen:
            seen.add(id(carve_out))
            yield from self._in_condition(carve_out.when, seen)
            for loss in carve_out.lost_when:
                yield from self._in_carve_out(loss, seen)

    def _in_condition(self, expr: Expr, seen: set[int]) -> Iterator[Cause]:
        for part in walk(expr):
            if id(part) in seen:
                continue
            seen.add(id(part))
            if isinstance(part, Definition):
                for version in part.versions:
                    yield from self._of_version(version, part.versions)
                    yield from self._below(version, seen)
            elif isinstance(part, Compare) and isinstance(part.bound, Param):
                yield from self._of_param(part.bound)
            elif isinstance(part, Guidance) and not part.assumed:
                guide = self.book.instruments[part.cite.instrument]
                if self._published(guide.published_on):
                    yield Cause(guide, guide.published_on, gettext("published"))

    def _of_param(self, param: Param) -> Iterator[Cause]:
        for value in param.history:
            act = self.book.instruments[value.cite.instrument]
            if self._published(value.published_on or value.since):
                yield Cause(act, value.published_on or value.since, gettext("published"))
            elif self._passed(value.since):
                yield Cause(act, value.since, gettext("new figure"))


def _said(act: Instrument, on: date) -> str:
    """What became of an act on the day something was published: its own step, such as which act changed it."""
    if act.published_on == on:
        return gettext("published")
    steps = (s.note for s in act.status if on in {s.on, s.published_on} and s.note)
    return next(steps, gettext("changed"))
