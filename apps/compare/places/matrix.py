"""Jurisdictions by topics for one description: what each asks, and why a cell is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from apps.assessments import beside, places
from apps.assessments.rows import Row
from apps.compare.places.ceilings import CERTAIN, POSSIBLE
from apps.compare.places.topics import BY_KEY, PENALTIES, ROW_OF, TOPICS, Column, Standing, TopicCell, TopicRow, total
from apps.library import coverage, words
from apps.rules.engine import Assessment

LENS, OTHERS, DIFFERING, TURNED = "places", "others", "differ", "turn"
MOST_PROBLEMS: Final = 4
_FIRST: Final = ("EU", "UK", "US")


@dataclass(frozen=True, kw_only=True)
class PlacesChoice:
    """The columns to show (none named: all), whether only rows that differ, and which way round."""

    places: tuple[str, ...] = ()
    differing: bool = False
    turned: bool = False
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: QueryDict, known: Iterable[str]) -> PlacesChoice:
        """What an address asks for. A jurisdiction that is not among the `known` ones is named as a problem."""
        spelt = {code.upper(): code for code in (*known, OTHERS)}
        named = list(dict.fromkeys(word.strip() for word in query.getlist("place") if word.strip()))
        unknown = gettext("There is no jurisdiction “%(name)s” among these findings.")
        return cls(
            places=tuple(dict.fromkeys(spelt[word.upper()] for word in named if word.upper() in spelt)),
            differing=query.get(DIFFERING) == "1",
            turned=query.get(TURNED) == "1",
            problems=tuple(unknown % {"name": word[:40]} for word in named if word.upper() not in spelt)[
                :MOST_PROBLEMS
            ],
        )

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """The same as the query of an address."""
        flags = ((DIFFERING, self.differing), (TURNED, self.turned))
        return (*(("place", code) for code in self.places), *((name, "1") for name, on in flags if on))


@dataclass(frozen=True)
class Head:
    """What stands at the head of a row or column: a jurisdiction (with its code) or a topic."""

    name: str
    code: str = ""
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """A cell as the table shows it. `href` leads on, `anchor` leads here; both "" where there is nothing to open."""

    standing: Standing
    href: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Matrix:
    """Topics by jurisdictions. `rows` are all findings; every one stands in exactly one cell.

    `asked` are the jurisdictions that were asked for; none means all.
    """

    assessment: Assessment
    rows: tuple[Row, ...]
    asked: tuple[str, ...] = ()

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The jurisdictions with findings: unions and countries, their states by name, what is voluntary."""
        found = {row.jurisdiction for row in self.rows}
        states = sorted(found - {*_FIRST, beside.CODE}, key=places.heading)
        return (*(code for code in _FIRST if code in found), *states, *(found & {beside.CODE}))

    @cached_property
    def idle(self) -> tuple[str, ...]:
        """The states that share a column: not named by the description, and nothing there is more than no duty."""
        moving = {row.jurisdiction for row in self.rows if row.mark != "none" or row.guided}
        named = {code for code in self.codes if places.is_state(code) and self._named(code)}
        idle = tuple(code for code in self.codes if places.is_state(code) and code not in moving | named)
        return idle if len(idle) > 1 else ()

    def _named(self, code: str) -> bool:
        answer = self.assessment.profile.values.get(places.STATES_FACT)
        return isinstance(answer, frozenset) and code.partition("-")[2].lower() in answer

    def columns(self, chosen: Sequence[str] = ()) -> tuple[Column, ...]:
        """The columns, or those chosen of them; a state that shares one has its own where it is chosen by its code."""
        if chosen:
            wanted = [code for code in self.codes if code in chosen]
            idle = tuple(code for code in self.idle if code not in chosen) if OTHERS in chosen else ()
        else:
            wanted, idle = [code for code in self.codes if code not in self.idle], self.idle
        made = [self.column(code) for code in wanted if code != beside.CODE]
        made += [self._shared(idle)] if idle else []
        return (*made, *(self.column(code) for code in wanted if code == beside.CODE))

    def column(self, key: str) -> Column:
        """The column of a jurisdiction's code, or the shared one. Raises LookupError for any other key."""
        if key == OTHERS and self.idle:
            return self._shared(self.idle)
        if key not in self.codes:
            raise LookupError(f"There is no jurisdiction {key!r} among these findings.")
        if key == beside.CODE:
            return Column(key=key, name=places.heading(key), codes=(key,), note=gettext("never a duty"))
        return Column(key=key, name=words.term(words.JURISDICTIONS, key), codes=(key,))

    def _shared(self, codes: tuple[str, ...]) -> Column:
        number = len(codes)
        name = ngettext("%(n)d other state", "%(n)d other states", number) % {"n": number}
        unlinked = sum(places.without_link(self.assessment, code) for code in codes)
        if unlinked == number:
            note = gettext("no duty, because you named no link to them")
        elif unlinked:
            note = gettext("no duty: you named no link to %(n)d of them") % {"n": unlinked}
        else:
            note = gettext("no duty")
        return Column(key=OTHERS, name=name, codes=codes, note=note)

    def within(self, column: Column) -> tuple[Row, ...]:
        """The findings of a column."""
        return tuple(row for code in column.codes for row in self._by_code.get(code, ()))

    @cached_property
    def _by_code(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.jurisdiction, []).append(row)
        return found

    @cached_property
    def _ruled(self) -> frozenset[tuple[str, str]]:
        """Where the rulebook has a rule, whatever the day: jurisdiction and row."""
        book = self.assessment.book
        return frozenset(
            (book.instruments[duty.instrument].jurisdiction, ROW_OF[duty.topic]) for duty in book.obligations.values()
        )

    def cells(self, column: Column) -> tuple[TopicCell, ...]:
        """The cells of a column, in the order of the topics."""
        here = self.within(column)
        by_row: dict[str, list[Row]] = {topic.key: [] for topic in TOPICS}
        for row in here:
            by_row[ROW_OF[row.finding.obligation.topic]].append(row)
        return tuple(
            TopicCell(
                topic=topic,
                column=column,
                rows=tuple(by_row[topic.key]),
                ruled=any((code, topic.key) in self._ruled for code in column.codes),
                owed=tuple(row for row in here if row.duty) if topic.key == PENALTIES else (),
                elsewhere=() if by_row[topic.key] else tuple(BY_KEY[key] for key in topic.near if by_row[key]),
            )
            for topic in TOPICS
        )

    def cell(self, place: str, topic: TopicRow) -> TopicCell:
        """One cell. Raises LookupError where there is no such column."""
        return next(cell for cell in self.cells(self.column(place)) if cell.topic is topic)


@dataclass(frozen=True)
class PlacesView:
    """What the page shows."""

    matrix: Matrix
    choice: PlacesChoice
    date_query: str = ""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        return self.matrix.columns(self.choice.places)

    @cached_property
    def cells(self) -> tuple[tuple[TopicCell, ...], ...]:
        """For each column its cells."""
        return tuple(self.matrix.cells(column) for column in self.columns)

    @cached_property
    def topics(self) -> tuple[int, ...]:
        """The rows shown, by their place among the topics."""
        every = range(len(TOPICS))
        return tuple(i for i in every if not self.choice.differing or self._differs(i))

    def _differs(self, topic: int) -> bool:
        """Whether the law of the columns differs there; what is voluntary is not compared."""
        asked = {_asks(cells[topic]) for cells in self.cells if not cells[topic].column.voluntary}
        return len(asked) > 1

    @property
    def alike(self) -> int:
        """How many rows are left out because nothing differs there."""
        return len(TOPICS) - len(self.topics)

    @property
    def corner(self) -> str:
        """What stands in the corner of the table."""
        return gettext("Jurisdiction") if self.choice.turned else gettext("Topic")

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The heads of the columns as shown."""
        return self._totalled if self.choice.turned else self._place_heads

    @property
    def lines(self) -> Iterator[tuple[Head, tuple[Shown, ...]]]:
        """The table line by line, all duties first."""
        downwards = [self._column(column, cells) for column, cells in zip(self.columns, self.cells, strict=True)]
        if self.choice.turned:
            return zip(self._place_heads, downwards, strict=True)
        return zip(self._totalled, zip(*downwards, strict=True), strict=True)

    @property
    def _place_heads(self) -> tuple[Head, ...]:
        return tuple(Head(c.name, "" if c.key == OTHERS else c.key, c.note) for c in self.columns)

    @property
    def _totalled(self) -> tuple[Head, ...]:
        topics = (TOPICS[i] for i in self.topics)
        return (Head(gettext("All duties")), *(Head(str(topic.title)) for topic in topics))

    def _column(self, column: Column, cells: Sequence[TopicCell]) -> tuple[Shown, ...]:
        every = Shown(total(column, self.matrix.within(column)), self._results(column))
        return (every, *(self._shown(cells[i]) for i in self.topics))

    def _shown(self, cell: TopicCell) -> Shown:
        if cell.is_empty:
            return Shown(cell.standing)
        return Shown(cell.standing, f"{cell.column.key}/{cell.topic.key}/{self.date_query}", cell.anchor)

    def _results(self, column: Column) -> str:
        """The list of results with this jurisdiction alone; none for a shared column."""
        if column.key == OTHERS:
            return ""
        return f"../{self.date_query}{'&' if self.date_query else '?'}jurisdiction={column.key}"

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What the table comes to."""
        law = [column for column in self.columns if not column.voluntary]
        counted = [(column, _owed(self.matrix.within(column))) for column in law]
        certain = sorted(((n, _inside(c)) for c, (n, _) in counted if n), key=lambda pair: -pair[0])
        found = []
        if certain:
            named = "; ".join(f"{number} {inside}" for number, inside in certain[: places.MOST_NAMES])
            more = len(certain) - places.MOST_NAMES
            rest = gettext("; and %(n)d more") % {"n": more} if more > 0 else ""
            found.append(
                gettext("Duties for certain, now or later: %(named)s%(rest)s.") % {"named": named, "rest": rest}
            )
        elif law:
            found.append(gettext("No duty is certain in any of these jurisdictions."))
        waiting = sum(n for _, (_, n) in counted)
        if waiting:
            text = ngettext(
                "%(n)d more hangs on answers or is contested.", "%(n)d more hang on answers or are contested.", waiting
            )
            found.append(text % {"n": waiting})
        return tuple(found)

    @property
    def silent(self) -> tuple[str, ...]:
        """The jurisdictions without any finding, and why: no rule on these days, or law that asks for nothing."""
        book, asked = self.matrix.assessment.book, set(self.matrix.asked)
        ruled = {book.instruments[duty.instrument].jurisdiction for duty in book.obligations.values()}
        named = {instrument.jurisdiction for instrument in book.instruments.values()} - ruled
        told = (
            (ruled, gettext("Nothing there was law, or published, on these days: %(places)s.")),
            (named, gettext("Law that is in the rulebook but asks for nothing: %(places)s.")),
        )
        missing = [(sorted((codes & asked if asked else codes) - set(self.matrix.codes)), text) for codes, text in told]
        return tuple(text % {"places": places.listed(codes)} for codes, text in missing if codes)

    @cached_property
    def gaps(self) -> tuple[tuple[str, coverage.Area], ...]:
        """Law that the rulebook does not hold or only points to, for the countries shown: code and what is missing."""
        shown = {code.partition("-")[0] for column in self.columns for code in column.codes}
        return tuple((area.jurisdiction, area) for area in coverage.NOT_YET if area.jurisdiction in shown)

    @cached_property
    def options(self) -> tuple[tuple[str, str, bool], ...]:
        """What can be shown: key, name, and whether it is."""
        shown = {column.key for column in self.columns}
        shared = [(OTHERS, self.matrix.column(OTHERS).name)] if self.matrix.idle else []
        named = [*((code, self.matrix.column(code).name) for code in self.matrix.codes), *shared]
        return tuple((key, name, key in shown) for key, name in named)


def _asks(cell: TopicCell) -> object:
    """What a cell comes to, where two are compared: having no rule is the same as owing nothing."""
    if cell.topic.key == PENALTIES:
        return cell.standing
    rows = [*cell.duties, *cell.others]
    return tuple(sorted((row.mark, row.duty) for row in rows)) if rows else ()


def _inside(column: Column) -> str:
    if column.key == "US":
        return gettext("in federal law of the United States")
    text = places.inside(column.key)
    return text[:1].lower() + text[1:]


def _owed(rows: Sequence[Row]) -> tuple[int, int]:
    duties = [row for row in rows if row.duty]
    return sum(row.mark in CERTAIN for row in duties), sum(row.mark in POSSIBLE for row in duties)


HEAD_OF_FILE: Final = (
    *("jurisdiction", "topic", "rule", "title", "instrument", "pinpoint", "force", "duty", "mark", "since", "due"),
    *("penalty", "reason"),
)


def table(view: PlacesView) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One line for each rule of the columns shown, and one for each topic on which a jurisdiction has none."""
    codes = [code for column in view.columns for code in column.codes]
    found: list[tuple[object, ...]] = []
    for code in codes:
        for cell in view.matrix.cells(view.matrix.column(code)):
            if TOPICS.index(cell.topic) in view.topics:
                found += [_line(cell, row) for row in cell.rows] or [_no_line(cell)]
    return HEAD_OF_FILE, found


def _line(cell: TopicCell, row: Row) -> tuple[object, ...]:
    return (
        row.jurisdiction,
        cell.topic.title,
        row.anchor,
        row.title,
        row.instrument,
        row.cite.pinpoint,
        row.force,
        "yes" if row.duty else "no",
        row.mark,
        row.starts or "",
        row.due or "",
        row.penalty,
        row.keeps_away if row.mark == "none" else "",
    )


def _no_line(cell: TopicCell) -> tuple[object, ...]:
    blank = ("",) * (len(HEAD_OF_FILE) - 3)
    return (cell.column.key, cell.topic.title, *blank, cell.standing.words)
