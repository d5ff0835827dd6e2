"""The catalogue as a table: each model against each line, with what the law makes of it."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Final

from django.core.cache import cache
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.assessments.marks import MarkKind
from apps.assessments.places import name as place_name
from apps.compare.catalogue.entries import ACCESS, CERTAINTIES, Entry
from apps.compare.catalogue.lines import DOCUMENTATION, Line, Reach, Side, lines
from apps.compare.catalogue.verdicts import DutyState, State, Verdict, verdicts
from apps.rules.engine import Interval, Profile, Rulebook
from apps.rules.engine.words import day, quantity

KEEP_SECONDS: Final = 24 * 3600
SIDES: Final[dict[Side, str | Promise]] = {
    Side.OVER: gettext_lazy("over"),
    Side.STRADDLES: gettext_lazy("straddles"),
    Side.UNDER: gettext_lazy("under"),
    Side.UNKNOWN: gettext_lazy("not known"),
}
STATES: Final[dict[State, str | Promise]] = {
    "yes": gettext_lazy("counts as one"),
    "no": gettext_lazy("does not count as one"),
    "contested": gettext_lazy("contested"),
    "depends": gettext_lazy("depends"),
    "no_law": gettext_lazy("not law yet"),
}
STATE_MARKS: Final[dict[State, MarkKind]] = {
    "yes": "applies",
    "no": "none",
    "contested": "contested",
    "depends": "depends",
    "no_law": "none",
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A model behind a line in one place: whether the concept fits, and the first duty."""

    reach: Reach
    state: State
    duty: DutyState

    @property
    def word(self) -> str:
        """The concept's answer in words."""
        return str(STATES[self.state])

    @property
    def mark(self) -> MarkKind:
        """The mark of the concept's answer."""
        return STATE_MARKS[self.state]

    @property
    def with_duty(self) -> bool:
        """Whether the first duty says more than the concept."""
        return self.state in {"yes", "contested"} and self.duty.mark != "none"


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """A model against a line."""

    line: Line
    side: Side
    distance: str
    standings: tuple[Standing, ...]
    test: State = "no_law"

    @property
    def tested(self) -> str:
        """What the law's own test of the figure says, in words; empty where there is none."""
        words = {
            "yes": "%s",
            "no": _("not %s"),
            "contested": _("%s: contested"),
            "depends": _("%s: depends"),
        }
        return words[self.test] % self.line.passes if self.line.passes and self.test in words else ""

    @property
    def word(self) -> str:
        """Over, under, straddles, not known; or that there is no such line on that day."""
        return str(SIDES[self.side]) if self.line.amount is not None else _("no line yet")

    @property
    def grouped(self) -> tuple[tuple[str, Standing], ...]:
        """Places with one answer together: their names, and the answer."""
        listed = sorted(self.standings, key=_answer)
        return tuple((", ".join(s.reach.place for s in found), found[0]) for _k, found in _groups(listed))


def _answer(standing: Standing) -> tuple[str, str, str]:
    """What tells answers apart: the duty only where it is shown."""
    shown = standing.with_duty
    return standing.state, standing.duty.mark if shown else "", str(standing.duty.starts) if shown else ""


def _groups(listed: Sequence[Standing]) -> list[tuple[object, list[Standing]]]:
    return [(key, list(found)) for key, found in groupby(listed, key=_answer)]


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Decides models on two days when asked; those asked for together at once. Keeps what it decided."""

    book: Rulebook
    as_of: date
    known_on: date
    known: dict[str, Verdict] = field(default_factory=dict)

    def decide(self, entries: Iterable[Entry]) -> None:
        """Decide these models, as far as they are not."""
        wanted = [entry for entry in entries if entry.id not in self.known]
        if wanted:
            profiles = [entry.profile for entry in wanted]
            found = _kept_verdicts(self.book, profiles, self.as_of, self.known_on)
            self.known.update(zip((entry.id for entry in wanted), found, strict=True))

    def verdict(self, entry: Entry) -> Verdict:
        """What the rules say of one model."""
        self.decide([entry])
        return self.known[entry.id]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A model: where its figure stands is known at once, what the law makes of it when somebody looks."""

    entry: Entry
    lines: tuple[Line, ...]
    bench: Bench = field(repr=False)

    @cached_property
    def sides(self) -> Mapping[str, Side]:
        """Where its figure stands, by the id of each line."""
        values = self.entry.profile.values
        return {line.id: line.side(values) for line in self.lines}

    @cached_property
    def verdict(self) -> Verdict:
        """What the rules say of it."""
        return self.bench.verdict(self.entry)

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """The model against each line, with what the law makes of it."""
        return tuple(crossing(self.entry, self.verdict, line) for line in self.lines)

    @property
    def access(self) -> str:
        """Open or closed, in words."""
        return str(ACCESS[self.entry.access])

    @property
    def certainty(self) -> str:
        """How firm its figure is, in words."""
        return str(CERTAINTIES[self.entry.certainty])

    @property
    def compute(self) -> str:
        """The range of its compute in words."""
        return span_words(self.entry.compute) if self.entry.compute else _("no figure")

    @property
    def figure(self) -> str:
        """The source's single figure; empty where it gives none."""
        return quantity(float(f"{self.entry.figure:.3g}")) if self.entry.figure else ""

    @property
    def documentation(self) -> DutyState:
        """The duty to document, which open release can lift."""
        return self.verdict.duty(DOCUMENTATION)

    @property
    def released(self) -> str:
        """The day of release in words."""
        return day(self.entry.released) if self.entry.released else _("no day")


@dataclass(frozen=True, kw_only=True)
class Table:
    """All models of a list on two days."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    bench: Bench

    def decide(self, rows: Iterable[Row]) -> None:
        """Decide these rows at once, before each is looked at."""
        self.bench.decide(row.entry for row in rows)


def table_of(book: Rulebook, entries: Sequence[Entry], *, as_of: date, known_on: date) -> Table:
    """The table of a list of models. Nothing is decided yet."""
    drawn, bench = lines(book, as_of, known_on), Bench(book=book, as_of=as_of, known_on=known_on)
    return Table(rows=tuple(Row(entry=entry, lines=drawn, bench=bench) for entry in entries), lines=drawn, bench=bench)


def _kept_verdicts(book: Rulebook, profiles: Sequence[Profile], as_of: date, known_on: date) -> tuple[Verdict, ...]:
    key = f"models:{book.fingerprint[:24]}:{_digest(profiles)}:{as_of}:{known_on}"
    found: tuple[Verdict, ...] | None = cache.get(key)
    if found is None:
        found = verdicts(book, profiles, as_of=as_of, known_on=known_on)
        cache.set(key, found, KEEP_SECONDS)
    return found


def _digest(profiles: Sequence[Profile]) -> str:
    """What decides the profiles, as one word."""
    digest = hashlib.sha256()
    for profile in profiles:
        values = [(key, sorted(v) if isinstance(v, frozenset) else v) for key, v in sorted(profile.values.items())]
        digest.update(repr((values, sorted(profile.readings.items()))).encode())
    return digest.hexdigest()[:32]


def crossing(entry: Entry, verdict: Verdict, line: Line) -> Crossing:
    """A model against one line."""
    values = entry.profile.values
    side = line.side(values)
    standings = (
        Standing(reach=r, state=verdict.concept(r.definition.id), duty=verdict.duty(r.duty.id)) for r in line.reaches
    )
    return Crossing(
        line=line,
        side=side,
        distance=_distance(line, entry),
        standings=tuple(standings),
        test=verdict.concept(line.test) if line.test else "no_law",
    )


def _distance(line: Line, entry: Entry) -> str:
    """How far from the line, in words; the single figure of the source where the range straddles the line."""
    values = entry.profile.values
    side, factor = line.side(values), line.distance(values)
    if factor is not None:
        times = _times(factor)
        template = _("at least %(times)s above") if side is Side.OVER else _("at least %(times)s below")
        span = entry.compute
        exact = span is not None and span.single
        if exact:
            template = _("%(times)s above") if side is Side.OVER else _("%(times)s below")
        return template % {"times": times}
    if side is Side.STRADDLES and entry.figure and line.amount:
        above = entry.figure > line.amount
        times = _times(entry.figure / line.amount if above else line.amount / entry.figure)
        template = _("the estimate itself %(times)s above") if above else _("the estimate itself %(times)s below")
        return template % {"times": times}
    return ""


def _times(factor: float) -> str:
    """1.3 times, never more than it is; two figures are enough, three close to the line."""
    if factor < 1.005:
        return _("just")
    power = math.floor(math.log10(factor))
    step = Decimal("0.01") if factor < 1.1 else Decimal(10) ** (power - 1)
    shown = Decimal(repr(factor)) // step * step
    return _("%(n)s times") % {"n": quantity(float(shown))}


def span_words(span: Interval) -> str:
    """A range of FLOP in words."""
    low, high = (quantity(float(f"{end:.3g}")) for end in (span.low, span.high))
    return f"{low} FLOP" if span.single else _("%(low)s to %(high)s FLOP") % {"low": low, "high": high}


def place_words(code: str) -> str:
    """A jurisdiction by its name."""
    return str(place_name(code))
