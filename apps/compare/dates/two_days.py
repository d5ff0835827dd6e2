"""Then or now: one description on any two days of either clock, what changed between them, and which act did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from apps.assessments import places
from apps.assessments.address import Problem
from apps.assessments.links import Source, rulebook_page
from apps.assessments.marks import is_duty, mark
from apps.assessments.reasons import Reasons
from apps.assessments.rows import Rows
from apps.assessments.scope import FIRST_DAY, LAST_DAY, ScopeError, read_day
from apps.assessments.wording import capital
from apps.compare.dates.acts import Acts, Cause
from apps.compare.dates.happenings import KINDS, ONE_DAY, Kind, Turn, counted, standing, turns
from apps.compare.sides import Cell, country
from apps.library.days import Days
from apps.rules.engine import Assessment, Finding, Force, Instrument, Rulebook, State
from apps.rules.engine.words import day

LENS: Final = "dates"
MOST_LINES: Final = 40
MOST_REASONS: Final = 3
MOST_LETTERS: Final = 31  # of an act's number, to stand beside its name
FIELDS: Final = ("from_as_of", "from_known_on", "to_as_of", "to_known_on")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """The two pairs of days an address asks for, and what was wrong with it."""

    before: Days
    after: Days
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, query: QueryDict, now: Days) -> Pair:
        """Days from an address. Left out: afterwards is `now`, before is a year earlier; law is known as of each day.

        `published=2026-07-24` stands for the day before and the day. A clock that is named on one side only stands
        still on the other.
        """
        given, problems = _given(query)
        if "published" in given:
            on = given["published"]
            return cls(before=Days(on - ONE_DAY, on - ONE_DAY), after=Days(on, on), problems=problems)
        after = given.get("to_as_of", now.as_of)
        known = given.get("to_known_on", after if "to_as_of" in given else now.known_on)
        still = "from_known_on" in given and "from_as_of" not in given
        before = given.get("from_as_of", after if still else years_later(after, -1))
        before_known = given.get("from_known_on", known if "to_known_on" in given and not still else before)
        return cls(before=Days(before, before_known), after=Days(after, known), problems=problems)

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The days as they stand in an address."""
        days = (self.before.as_of, self.before.known_on, self.after.as_of, self.after.known_on)
        return tuple((name, on.isoformat()) for name, on in zip(FIELDS, days, strict=True))


def _given(query: QueryDict) -> tuple[dict[str, date], tuple[Problem, ...]]:
    found: dict[str, date] = {}
    problems = []
    for name in (*FIELDS, "published"):
        raw = query.get(name, "").strip()
        try:
            found |= {name: read_day(name, raw)} if raw else {}
        except ScopeError as error:
            title = gettext("The day “%(name)s” could not be used") % {"name": name.replace("_", " ")}
            problems.append(Problem(title=title, text=str(error)))
    if found.get("published") == FIRST_DAY:
        del found["published"]
    return found, tuple(problems)


def years_later(on: date, years: int) -> date:
    """The same day so many years later; 28 February where there is no 29th. Kept within the days Remit answers for."""
    moved = on.replace(year=on.year + years, day=28 if (on.month, on.day) == (2, 29) else on.day)
    return min(max(moved, FIRST_DAY), LAST_DAY)


def days_named(days: Days) -> str:
    """1 June 2026; 2 August 2026, as known on 1 June 2026."""
    if days.as_of == days.known_on:
        return day(days.as_of)
    return gettext("%(day)s, as known on %(known)s") % {"day": day(days.as_of), "known": day(days.known_on)}


def day_query(days: Days) -> str:
    """The days as the query of an address of results."""
    return f"?as_of={days.as_of.isoformat()}&known_on={days.known_on.isoformat()}"


# --- What changed -------------------------------------------------------------------------------------------------
@dataclass(frozen=True, kw_only=True)
class Through:
    """An act in a line: its name, number and page, and what it did when."""

    name: str
    number: str
    url: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A duty that stands otherwise afterwards."""

    id: str
    kind: Kind
    title: str
    jurisdiction: str
    instrument: str
    before: Cell
    after: Cell
    causes: tuple[Cause, ...]
    reason: str

    @property
    def kind_words(self) -> str:
        """Begins, moves to another day, falls away."""
        return str(KINDS[self.kind])

    @cached_property
    def through(self) -> tuple[Through, ...]:
        """The acts that did it, each once."""
        by_act = groupby(sorted(self.causes, key=lambda c: c.act.id), key=lambda c: c.act)
        return tuple(_through(act, list(found)) for act, found in by_act)


def _through(act: Instrument, causes: list[Cause]) -> Through:
    said = "; ".join(dict.fromkeys(cause.words for cause in causes if not _followed(cause, causes)))
    return Through(name=act.short, number=act.number, url=rulebook_page("instruments", act.id), words=said)


def _followed(cause: Cause, causes: list[Cause]) -> bool:
    """Whether a wording ended because the next one began: one of the two says it."""
    return cause.ends and any(c.on == cause.on and not c.ends for c in causes)


def lines_of(found: Sequence[Turn], acts: Acts, rows: Rows) -> tuple[Line, ...]:
    """The turns as lines, those that end with the reason."""
    return tuple(_line(one, acts, rows) for one in found)


def _line(one: Turn, acts: Acts, rows: Rows) -> Line:
    finding = one.finding
    return Line(
        id=finding.id,
        kind=one.kind,
        title=finding.obligation.title,
        jurisdiction=finding.instrument.jurisdiction,
        instrument=finding.instrument.short,
        before=standing(one.before),
        after=_with_end(one, standing(one.after)),
        causes=acts.causes(finding.obligation),
        reason=rows.first_reason(one.after) if one.kind == "ends" and one.after is not None else "",
    )


def _with_end(one: Turn, shown: Cell) -> Cell:
    """How it stands afterwards; where a last day is what is new, with that day."""
    if one.kind != "limited" or one.after is None or one.after.ends_on is None:
        return shown
    return Cell(shown.mark, gettext("%(words)s, until %(day)s") % {"words": shown.words, "day": day(one.after.ends_on)})


@dataclass(frozen=True)
class TwoDays:
    """What the page shows. `whole` is the code of a place whose lines are all to be listed."""

    before: Assessment
    after: Assessment
    source: Source
    whole: str = ""

    @cached_property
    def sides(self) -> tuple[Days, Days]:
        """The days on both sides."""
        return (
            Days(self.before.as_of, self.before.known_on),
            Days(self.after.as_of, self.after.known_on),
        )

    @property
    def heads(self) -> tuple[str, ...]:
        """The days in words."""
        return tuple(days_named(side) for side in self.sides)

    @property
    def queries(self) -> tuple[str, ...]:
        """The days as queries of addresses of results."""
        return tuple(day_query(side) for side in self.sides)

    @cached_property
    def acts(self) -> Acts:
        """What finds the act behind a change."""
        return Acts(self.after.book, *self.sides)

    @cached_property
    def rows(self) -> Rows:
        """What gives reasons afterwards."""
        return Rows(self.after, self.source, Reasons(self.after.book, self.source))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every duty that stands otherwise."""
        return turns(self.before.by_id, self.after.by_id)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The same as lines."""
        return lines_of(self.turns, self.acts, self.rows)

    @cached_property
    def places(self) -> tuple[PlaceView, ...]:
        """The result by country."""
        known = (*self.before.findings, *self.after.findings)
        codes = sorted({country(f.instrument.jurisdiction) for f in known if is_duty(f)})
        return tuple(PlaceView(code, self) for code in codes)

    @cached_property
    def through(self) -> tuple[tuple[Through, str], ...]:
        """The acts that did it, those behind most first, with what became of the duties."""
        by_act: dict[Instrument, list[tuple[Turn, Line]]] = {}
        for one, line in zip(self.turns, self.lines, strict=True):
            for act in dict.fromkeys(cause.act for cause in line.causes):
                by_act.setdefault(act, []).append((one, line))
        ordered = sorted(by_act.items(), key=lambda pair: -len(pair[1]))
        return tuple(
            (_summed(act, [line for _, line in found]), counted([t for t, _ in found])) for act, found in ordered
        )

    @cached_property
    def steps(self) -> tuple[tuple[Instrument, date, str], ...]:
        """Acts that came to stand otherwise between the days: adopted, stayed, in force, repealed."""
        here = {f.instrument.jurisdiction for f in (*self.before.findings, *self.after.findings)}
        known = self.after.book.instruments.values()
        acts = (act for act in known if act.jurisdiction in here and act.force is not Force.GUIDANCE)
        found = (step for act in acts for step in _steps(act, *self.sides))
        return tuple(sorted(found, key=lambda step: (step[1], step[0].id)))


def _summed(act: Instrument, lines: Sequence[Line]) -> Through:
    return _through(act, sorted((c for line in lines for c in line.causes if c.act is act), key=lambda c: c.on))


def _steps(act: Instrument, before: Days, after: Days) -> Iterator[tuple[Instrument, date, str]]:
    """The steps that changed an act's state and hold afterwards, as known then, and did not before."""
    state: State | None = None
    for step in act.status:
        changed, state = step.state is not state, step.state
        known = step.published_on or step.on
        then, now = (step.on <= side.as_of and known <= side.known_on for side in (before, after))
        if changed and now and not then:
            yield act, step.on, capital(step.note or step.state.value.replace("_", " "))


@dataclass(frozen=True)
class PlaceView:
    """A country: its sentence, the lines to list, and why what changed in law changes nothing here."""

    code: str
    view: TwoDays

    @property
    def name(self) -> str:
        """The country's name."""
        return places.heading(self.code)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The duties that stand otherwise, kind by kind."""
        mine = (line for line in self.view.lines if country(line.jurisdiction) == self.code)
        order = list(KINDS)
        return tuple(sorted(mine, key=lambda line: order.index(line.kind)))

    @property
    def shown(self) -> tuple[Line, ...]:
        """As many of them as there is room for."""
        return self.lines if self.view.whole == self.code else self.lines[:MOST_LINES]

    @property
    def rest(self) -> int:
        """How many more there are."""
        return len(self.lines) - len(self.shown)

    @cached_property
    def sentence(self) -> str:
        """What became of the duties here, or why nothing did."""
        found = [t for t in self.view.turns if country(t.finding.instrument.jurisdiction) == self.code]
        if found:
            return gettext("Of your duties, %(counts)s.") % {"counts": counted(found)}
        if not self.touched:
            return gettext("Nothing for you: no rule here that could reach you changed between these days.")
        words = {"n": len(self.touched), "why": "; ".join(self.reasons)}
        return (
            ngettext(
                "Nothing for you, although %(n)d rule changed: %(why)s.",
                "Nothing for you, although %(n)d rules changed: %(why)s.",
                len(self.touched),
            )
            % words
        )

    @cached_property
    def touched(self) -> tuple[Finding, ...]:
        """Binding duties whose own wording, first day or act changed while they stand for this reader as they stood."""
        turned = {line.id for line in self.lines}
        mine = (f for f in self.view.after.findings if is_duty(f) and country(f.instrument.jurisdiction) == self.code)
        return tuple(f for f in mine if f.id not in turned and self.view.acts.own(f.obligation))

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """What keeps them away, what keeps away most first; those that are owed as before come last."""
        away = [f for f in self.touched if mark(f) == "none"]
        found = Counter(self._reason(f) for f in away)
        parts = [_reason_words(text, n) for text, n in found.most_common(MOST_REASONS)]
        more = sum(n for _, n in found.most_common()[MOST_REASONS:])
        if more:
            parts.append(gettext("other reasons (%(n)d)") % {"n": more})
        same = len(self.touched) - len(away)
        if same:
            parts.append(ngettext("%(n)d stands as before", "%(n)d stand as before", same) % {"n": same})
        return tuple(parts)

    def _reason(self, finding: Finding) -> str:
        if places.without_link(self.view.after, finding.instrument.jurisdiction):
            return gettext("You named no link to the place")
        return self.view.rows.first_reason(finding)


def _reason_words(text: str, number: int) -> str:
    return gettext("“%(why)s” (%(n)d)") % {"why": text, "n": number}


# --- What an address may ask for ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class Preset:
    """A pair of days that is often asked for."""

    title: str
    pair: Pair


def presets(today: date) -> tuple[Preset, ...]:
    """A year ago and today; today and in a year, by the law known today."""
    ago, ahead = years_later(today, -1), years_later(today, 1)
    return (
        Preset(gettext("A year ago and today"), Pair(before=Days(ago, ago), after=Days(today, today))),
        Preset(gettext("Today and in a year"), Pair(before=Days(today, today), after=Days(ahead, today))),
    )


def publications(book: Rulebook, today: date, places_: set[str]) -> tuple[tuple[date, str], ...]:
    """Days on which binding acts of these places were published, latest first, with their names."""
    found: dict[date, list[str]] = {}
    for act in book.instruments.values():
        on = act.published_on
        if (
            act.force.binding
            and act.jurisdiction in places_
            and FIRST_DAY < on <= today
            and on in book.moments.known_on
        ):
            found.setdefault(on, []).append(
                f"{act.short} ({act.number})" if len(act.number) in range(1, 32) else act.short
            )
    return tuple((on, "; ".join(found[on])) for on in sorted(found, reverse=True))


def table(view: TwoDays) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Every duty that stands otherwise as head and rows of a file."""
    head = ("jurisdiction", "instrument", "duty", "title", "what", *view.heads, "through", "because")
    rows: list[tuple[str, ...]] = [
        (
            line.jurisdiction,
            line.instrument,
            line.id,
            line.title,
            line.kind,
            line.before.words,
            line.after.words,
            "; ".join(f"{t.name}: {t.words}" for t in line.through),
            line.reason,
        )
        for line in view.lines
    ]
    return head, rows
