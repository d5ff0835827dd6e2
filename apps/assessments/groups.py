"""Findings in the order in which somebody works: duties by when, then what lifts, hangs or does not reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from apps.assessments import beside, places
from apps.assessments.marks import MARK_KINDS
from apps.assessments.parts import Part, by_place_and_topic, by_question, cut, most_each
from apps.assessments.reasons import Reason
from apps.assessments.rows import Row
from apps.assessments.wording import FORCES, capital, since_words
from apps.rules.engine import Force, Topic, When

RECURRING: Final = {When.RECURRING}
ON_EVENT: Final = {When.ON_EVENT, When.ON_REQUEST}
# Lists that are cut first where a page would be too long.
YIELDING: Final = {"contested", "depends", "guided", "expected", "other-law", "penalties"}
NOT_WORTH_HIDING: Final = 4


@dataclass(frozen=True, kw_only=True)
class Group:
    """A headed list of rows, parted where it is long. `hidden` counts those a filter took away.

    A page lists `most` of the rows at first (None: all of them); `rows` always holds all.
    """

    id: str
    title: str
    note: str
    rows: tuple[Row, ...]
    hidden: int = 0
    most: int | None = None

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The rows to list at first, under short headings."""
        parts = by_question(self.rows) if self.id == "depends" else by_place_and_topic(self.rows)
        return parts if self.most is None else cut(parts, self.most)

    @cached_property
    def rest(self) -> tuple[Row, ...]:
        """The rows that are not listed at first."""
        listed = {row.anchor for part in self.parts for row in part.rows}
        return tuple(row for row in self.rows if row.anchor not in listed)


@dataclass(frozen=True, kw_only=True)
class NoDuty:
    """Rules that do not reach the model for one and the same reason, said in `text`."""

    text: str
    rows: tuple[Row, ...]

    @property
    def reason(self) -> Reason:
        """The reason with what stands below it."""
        first = self.rows[0]
        found = () if first.unlinked or first.not_given else first.reasons
        return found[0] if found else Reason(text=self.text, value=False)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value of a filter, with how many rows it would show."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Select:
    """A filter with one value at a time; the first choice shows all."""

    name: str
    label: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What of the findings to show. Empty parts show all."""

    outcomes: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, outcomes: Iterable[str], given: Mapping[str, str]) -> Filters:
        """The filters named in an address; unknown names and outcomes are left aside."""
        known = frozenset(outcomes) & frozenset(MARK_KINDS)
        return cls(outcomes=known, parts={name: given[name] for name in _PARTS if given.get(name)})

    @property
    def active(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self.outcomes or self.parts)

    def shows(self, row: Row) -> bool:
        """Whether the row passes every part."""
        if self.outcomes and (row.mark not in self.outcomes or beside.is_beside(row.finding)):
            return False
        return all(_PARTS[name][1](row) == value for name, value in self.parts.items())

    def shown(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """The rows that pass."""
        return tuple(row for row in rows if self.shows(row))


_PARTS: Final[dict[str, tuple[str | Promise, Callable[[Row], str]]]] = {
    "jurisdiction": (gettext_lazy("Jurisdiction"), lambda row: row.jurisdiction),
    "role": (gettext_lazy("Role"), lambda row: row.who),
    "topic": (gettext_lazy("Topic"), lambda row: row.finding.obligation.topic.value),
    "instrument": (gettext_lazy("Instrument"), lambda row: row.finding.instrument.id),
    "force": (gettext_lazy("Force"), lambda row: row.force),
}


def mark_choices(rows: Sequence[Row], filters: Filters) -> tuple[Choice, ...]:
    """The six marks with their counts; marks that no row wears are left out. What is voluntary wears none."""
    marked = [row for row in rows if not beside.is_beside(row.finding)]
    found = [(kind, sum(1 for row in marked if row.mark == kind)) for kind in MARK_KINDS]
    return tuple(Choice(value=k, label=k, number=n, chosen=k in filters.outcomes) for k, n in found if n)


def selects(rows: Sequence[Row], filters: Filters) -> tuple[Select, ...]:
    """The filters that have something to choose between."""
    found = []
    for name, (label, value_of) in _PARTS.items():
        counts: dict[str, int] = defaultdict(int)
        for row in rows:
            if name not in _MANY or _fills_lists(row) or value_of(row) == filters.parts.get(name):
                counts[value_of(row)] += 1
        if len(counts) > 1 or name in filters.parts:
            found.append(_select(name, str(label), counts, rows, filters.parts.get(name, "")))
    return tuple(found)


# There are hundreds of these.
_MANY: Final = ("role", "instrument")


def _fills_lists(row: Row) -> bool:
    """Whether the roles and instruments to choose from count a row: one that asks for something, and is law."""
    return row.mark != "none" and not beside.is_beside(row.finding)


def _select(name: str, label: str, counts: Mapping[str, int], rows: Sequence[Row], chosen: str) -> Select:
    titles = {row.finding.instrument.id: row.instrument for row in rows} if name == "instrument" else {}
    every = gettext("Every %(what)s (%(n)d)") % {"what": label.lower(), "n": len(rows)}
    options = [Choice(value="", label=every, number=len(rows), chosen=not chosen)]
    for value, number in counts.items():
        words = titles.get(value) or (str(FORCES[Force(value)]) if name == "force" else _place(name, value))
        # Hundreds of values stand for one rule only; a number there says nothing.
        label = f"{words} ({number})" if number > 1 else words
        options.append(Choice(value=value, label=label, number=number, chosen=value == chosen))
    return Select(name=name, label=label, options=tuple(options))


def _place(name: str, value: str) -> str:
    return places.heading(value) if name == "jurisdiction" else value


def groups(rows: Sequence[Row], filters: Filters, room: int | None = None, whole: str = "") -> tuple[Group, ...]:
    """The headed lists of duties and of what stands beside them; lists without any row are left out.

    With `room` for so many rows the longest lists show their first rows only, except the one whose id is `whole`.
    """
    duties = [r for r in rows if r.duty]
    applying = [r for r in duties if r.mark == "applies"]
    made = [
        _made("now", gettext("Now"), "", _by_rhythm(applying, set(When) - RECURRING - ON_EVENT)),
        _made("recurring", gettext("At intervals"), "", _by_rhythm(applying, RECURRING)),
        _made("on-event", gettext("When something happens"), "", _by_rhythm(applying, ON_EVENT)),
        *_upcoming([r for r in duties if r.mark == "upcoming"]),
        _made("contested", gettext("Contested"), _CONTESTED, [r for r in duties if r.mark == "contested"]),
        _made("depends", gettext("Depends on answers"), _DEPENDS, [r for r in duties if r.mark == "depends"]),
        _made("guided", gettext("Kept away by guidance alone"), _GUIDED, _guided(rows)),
        _made("exempt", gettext("Removed by an exception"), _EXEMPT, [r for r in duties if r.mark == "exempt"]),
        _made("expected", gettext("Guidance and voluntary codes"), _EXPECTED, _soft(rows)),
        _made("other-law", gettext("Other law to check"), _OTHER, _other_law(rows)),
        _made("penalties", gettext("What a breach can cost"), "", _penalties(rows)),
    ]
    found = [_filtered(group, filters) for group in made if group.rows]
    return tuple(found if room is None else _cut(found, room, whole))


def _cut(found: Sequence[Group], room: int, whole: str) -> Iterator[Group]:
    """The lists with what each shows at first: what is certain is listed whole as long as it fits."""
    certain = sum(len(group.rows) for group in found if group.id not in YIELDING)
    fits = certain <= room
    sharing = [group for group in found if not fits or group.id in YIELDING]
    most = most_each([len(group.rows) for group in sharing], room - certain if fits else room)
    for group in found:
        long = group in sharing and len(group.rows) > most + NOT_WORTH_HIDING
        yield replace(group, most=most) if long and group.id != whole else group


_CONTESTED = gettext_lazy("Lawyers read the law in two ways, and the readings lead to different answers.")
_DEPENDS = gettext_lazy("These cannot be settled before the questions named in each are answered.")
_GUIDED = gettext_lazy(
    "By draft guidance, or guidance read only in extracts, these do not reach you. The text alone may."
)
_OTHER = gettext_lazy(
    "Not worked out here in full: acts that reach products like this one, and what to look up in them."
)
_EXEMPT = gettext_lazy("Each would apply, but a named exception removes it for as long as its conditions hold.")
_EXPECTED = gettext_lazy("Not binding: what guidance expects, and what signatories of a code have promised.")


def by_standing(rows: Sequence[Row]) -> tuple[tuple[str, Part], ...]:
    """The voluntary and international block, under what its points are to the reader; without those left aside."""
    found: dict[beside.Standing, list[Row]] = {kind: [] for kind in beside.HEADINGS}
    for row in rows:
        kind = beside.standing(row.finding) if beside.is_beside(row.finding) else beside.Standing.NONE
        if kind in found:
            found[kind].append(row)
    return tuple(
        (kind.value, Part(title=str(beside.HEADINGS[kind]), rows=tuple(members)))
        for kind, members in found.items()
        if members
    )


def _made(name: str, title: str, note: str | Promise, rows: Iterable[Row]) -> Group:
    return Group(id=name, title=title, note=str(note), rows=tuple(rows))


def _by_rhythm(rows: Iterable[Row], rhythms: set[When]) -> list[Row]:
    return [row for row in rows if row.rhythm in rhythms]


def _upcoming(rows: Sequence[Row]) -> list[Group]:
    """One list for each first day, the nearest first; rows whose day is not known yet come last."""
    days = sorted({row.starts for row in rows if row.starts is not None})
    made = [
        _made(f"from-{on}", capital(since_words(on, date.min)), "", [r for r in rows if r.starts == on]) for on in days
    ]
    return [*made, _made("later", gettext("Later"), "", [row for row in rows if row.starts is None])]


def _soft(rows: Iterable[Row]) -> list[Row]:
    soft = (r for r in rows if not r.duty and not Force(r.force).binding and not beside.is_beside(r.finding))
    found = [r for r in soft if r.mark != "none"]
    return sorted(found, key=lambda row: MARK_KINDS.index(row.mark))


def _guided(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.guided and row.mark == "none"]


def _other_law(rows: Iterable[Row]) -> list[Row]:
    return [r for r in rows if r.finding.obligation.topic is Topic.OTHER_LAW and r.mark != "none"]


def _penalties(rows: Iterable[Row]) -> list[Row]:
    return [
        r for r in rows if r.finding.obligation.topic is Topic.PENALTIES and Force(r.force).binding and r.mark != "none"
    ]


def _filtered(group: Group, filters: Filters) -> Group:
    shown = filters.shown(group.rows)
    return replace(group, rows=shown, hidden=len(group.rows) - len(shown))


def no_duty(rows: Iterable[Row]) -> tuple[NoDuty, ...]:
    """What does not reach the model, by the reason that keeps it away; the reason that keeps away most comes first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.mark == "none" and not row.guided:
            found[row.keeps_away].append(row)
    ordered = sorted(found, key=lambda text: -len(found[text]))
    return tuple(NoDuty(text=text, rows=tuple(found[text])) for text in ordered)
