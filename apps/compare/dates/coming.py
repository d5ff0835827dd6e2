"""What is coming for one description: first days, endings, due days, what recurs; as a list and as calendar entries."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby, takewhile
from typing import Final

from django.utils.translation import gettext, ngettext

from apps.assessments.links import Source
from apps.assessments.marks import is_duty, mark
from apps.assessments.wording import distance, few
from apps.compare.dates.happenings import KINDS, Course, Kind, Moment, Turn
from apps.compare.dates.ics import Entry
from apps.compare.dates.two_days import years_later
from apps.rules.engine import Assessment, Finding, When
from apps.rules.engine.words import day

MOST_TITLES: Final = 12
DUE: Final = "due"
# Entries keep their identity as long as they say the same of the same description.
_SPACE: Final = uuid.UUID("8a0f4a4e-6a37-5c3b-9f5e-3d1c5f0f7a11")


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Duties of one act to which the same happens on one day; `kind` is a kind of turn, or due."""

    on: date
    kind: str
    findings: tuple[Finding, ...]

    @property
    def jurisdiction(self) -> str:
        """Whose law it is."""
        return self.findings[0].instrument.jurisdiction

    @property
    def instrument(self) -> str:
        """The act's short name."""
        return self.findings[0].instrument.short

    @property
    def title(self) -> str:
        """Digital Omnibus: 25 duties begin."""
        number, words = len(self.findings), {"act": self.instrument, "n": len(self.findings)}
        said = {
            "begins": ngettext("%(act)s: a duty begins", "%(act)s: %(n)d duties begin", number),
            "added": ngettext("%(act)s: a duty is added", "%(act)s: %(n)d duties are added", number),
            "ends": ngettext("%(act)s: a duty falls away", "%(act)s: %(n)d duties fall away", number),
            "moves": ngettext("%(act)s: a duty moves", "%(act)s: %(n)d duties move", number),
            "exempt": ngettext("%(act)s: a duty becomes exempt", "%(act)s: %(n)d duties become exempt", number),
            "open": ngettext("%(act)s: a duty becomes open", "%(act)s: %(n)d duties become open", number),
            "contested": ngettext("%(act)s: a duty becomes contested", "%(act)s: %(n)d become contested", number),
            "may": ngettext("%(act)s: a duty may begin", "%(act)s: %(n)d duties may begin", number),
            "limited": ngettext("%(act)s: a duty gets a last day", "%(act)s: %(n)d duties get a last day", number),
            "wording": ngettext("%(act)s: a duty changes wording", "%(act)s: %(n)d duties change wording", number),
            DUE: ngettext("%(act)s: a duty falls due", "%(act)s: %(n)d duties fall due", number),
        }
        return said[self.kind] % words

    @property
    def what(self) -> str:
        """Begins; falls due."""
        return gettext("Falls due") if self.kind == DUE else str(KINDS[_kind(self.kind)])

    def entry(self, source: Source, address: str, fingerprint: str) -> Entry:
        """The same for a calendar. `address` is where the site is reached."""
        titles = few([f.obligation.title for f in self.findings], MOST_TITLES)
        rules = gettext("Rulebook %(fingerprint)s") % {"fingerprint": fingerprint}
        key = "|".join((source.results, self.on.isoformat(), self.kind, self.findings[0].instrument.id))
        return Entry(
            uid=f"{uuid.uuid5(_SPACE, key)}@remit",
            on=self.on,
            title=self.title,
            text=f"{titles}\n\n{gettext('Remit gives information, not legal advice.')}\n{rules}",
            url=f"{address}{source.results}" + ("" if self.kind == DUE else f"?as_of={self.on.isoformat()}"),
            category=self.jurisdiction,
        )


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind == name)


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day to come with what happens on it."""

    on: date
    hint: str
    items: tuple[Coming, ...]


@dataclass(frozen=True)
class Calendar:
    """What is coming, seen from the day of the assessment and by the law known on its other day."""

    course: Course

    @property
    def base(self) -> Assessment:
        """How things stand on the day."""
        return self.course.base

    @cached_property
    def coming(self) -> tuple[Coming, ...]:
        """Everything that is known to come, soonest first."""
        return _sorted([*_turning(self.course.ahead()), *self._due()])

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The same by day."""
        return tuple(
            Day(on=on, hint=distance(on, self.base.as_of), items=tuple(items))
            for on, items in groupby(self.coming, key=lambda item: item.on)
        )

    @cached_property
    def past_year(self) -> tuple[Coming, ...]:
        """What happened in the year before, so that a subscribed calendar does not lose what has just been."""
        first = years_later(self.base.as_of, -1)
        return _sorted(_turning(takewhile(lambda moment: moment.on > first, self.course.back())))

    def _due(self) -> Iterator[Coming]:
        found: dict[tuple[date, str], list[Finding]] = {}
        for finding in self._owed:
            if finding.due is not None and finding.due >= self.base.as_of:
                found.setdefault((finding.due, finding.instrument.id), []).append(finding)
        for (on, _), findings in found.items():
            yield _coming(on, DUE, findings)

    @cached_property
    def _owed(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.base.findings if is_duty(f) and mark(f) in {"applies", "upcoming"})

    @cached_property
    def recurring(self) -> tuple[Finding, ...]:
        """Duties that recur; their rhythm is in words, for the law seldom sets days."""
        return tuple(f for f in self._owed if f.obligation.deadline.kind is When.RECURRING)

    @cached_property
    def waiting(self) -> tuple[Finding, ...]:
        """Duties that wait for something without a day."""
        return tuple(f for f in self._owed if f.waits_for)

    @property
    def next_words(self) -> str:
        """What comes next, in a sentence."""
        if not self.days:
            return gettext("No later day is known on which anything changes for you.")
        first = self.days[0]
        words = {"day": day(first.on), "hint": first.hint, "what": "; ".join(item.title for item in first.items[:3])}
        return gettext("Next, on %(day)s, %(hint)s: %(what)s.") % words


def _coming(on: date, kind: str, findings: Sequence[Finding]) -> Coming:
    return Coming(on=on, kind=kind, findings=tuple(findings))


def _turning(moments: Iterable[Moment]) -> Iterator[Coming]:
    for moment in moments:
        by_kind: dict[tuple[str, str], list[Turn]] = {}
        for one in moment.turns:
            by_kind.setdefault((one.finding.instrument.id, one.kind), []).append(one)
        for (_, kind), found in by_kind.items():
            yield _coming(moment.on, kind, [one.finding for one in found])


def _sorted(found: Iterable[Coming]) -> tuple[Coming, ...]:
    return tuple(sorted(found, key=lambda item: (item.on, item.jurisdiction, item.instrument, item.kind)))


def calendar_table(view: Calendar) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Each duty and day as head and rows of a file."""
    head = ("day", "what", "jurisdiction", "instrument", "duty", "title")
    rows: list[tuple[str, ...]] = [
        (item.on.isoformat(), item.kind, item.jurisdiction, item.instrument, finding.id, finding.obligation.title)
        for item in view.coming
        for finding in item.findings
    ]
    return head, rows
