"""What the rows of the comparison of jurisdictions are: topics, and how a topic stands in one jurisdiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from apps.assessments import beside
from apps.assessments.groups import NoDuty, no_duty
from apps.assessments.marks import MarkKind
from apps.assessments.rows import Row
from apps.compare.places.ceilings import AT_STAKE, Ceiling, ceilings, highest
from apps.rules.engine import Force, Topic

PENALTIES, OTHER_LAW = "penalties", "other-law"
# What is more to somebody: owed now, owed later, disputed, open, lifted.
STRENGTH: Final[tuple[MarkKind, ...]] = ("applies", "upcoming", "contested", "depends", "exempt")


@dataclass(frozen=True, kw_only=True)
class TopicRow:
    """A row: what its rules are about. `key` stands in addresses and files.

    `near` are the keys of rows where law on the same matter may stand: saying that one is a machine is transparency.
    """

    key: str
    title: str | Promise
    topics: frozenset[Topic]
    near: tuple[str, ...] = ()


def _row(key: str, title: str | Promise, *topics: Topic, near: tuple[str, ...] = ()) -> TopicRow:
    return TopicRow(key=key, title=title, topics=frozenset(topics), near=near)


TOPICS: Final[tuple[TopicRow, ...]] = (
    _row("bans", gettext_lazy("Banned practices"), Topic.PROHIBITION),
    _row("classification", gettext_lazy("Classification"), Topic.CLASSIFICATION),
    _row("documentation", gettext_lazy("Documentation"), Topic.DOCUMENTATION),
    _row("training-data", gettext_lazy("Training data"), Topic.TRAINING_DATA),
    _row("transparency", gettext_lazy("Transparency and provenance"), Topic.TRANSPARENCY),
    _row("safety", gettext_lazy("Safety and incidents"), Topic.SAFETY, Topic.INCIDENTS),
    _row("decisions", gettext_lazy("Decisions about people"), Topic.DECISIONS),
    _row("chatbots", gettext_lazy("Chatbots and minors"), Topic.CHATBOTS, near=("transparency", "bans")),
    _row("whistleblowing", gettext_lazy("Whistleblowing"), Topic.WHISTLEBLOWING),
    _row("security", gettext_lazy("Security"), Topic.SECURITY),
    _row("registration", gettext_lazy("Registration and representatives"), Topic.REGISTRATION, Topic.REPRESENTATION),
    _row("cooperation", gettext_lazy("Cooperation with authorities and partners"), Topic.COOPERATION),
    _row("literacy", gettext_lazy("AI literacy of staff"), Topic.LITERACY),
    _row(PENALTIES, gettext_lazy("Penalties"), Topic.PENALTIES),
    _row(OTHER_LAW, gettext_lazy("Other law to check"), Topic.OTHER_LAW),
)
BY_KEY: Final = {row.key: row for row in TOPICS}
ROW_OF: Final = {topic: row.key for row in TOPICS for topic in row.topics}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One jurisdiction, or several in which nothing is asked. `key` stands in addresses."""

    key: str
    name: str
    codes: tuple[str, ...]
    note: str = ""

    @property
    def voluntary(self) -> bool:
        """Whether what stands here is no law: never a duty, and counted as none."""
        return self.codes == (beside.CODE,)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How the rules of a cell stand: the strongest mark ("" where marks mean nothing), words, and what is beside."""

    kind: MarkKind | str
    words: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class TopicCell:
    """The rules of one topic in one column. `owed` are the column's duties, for what a breach of them can cost.

    `ruled` says that the rulebook has a rule here, on whatever day. `elsewhere` are rows of the column with law on the
    same matter, where this one has none.
    """

    topic: TopicRow
    column: Column
    rows: tuple[Row, ...]
    ruled: bool
    owed: tuple[Row, ...] = ()
    elsewhere: tuple[TopicRow, ...] = ()

    @property
    def anchor(self) -> str:
        """Where the cell stands in the table."""
        return f"{self.column.key}.{self.topic.key}"

    @property
    def title(self) -> str:
        """Documentation: European Union."""
        return gettext("%(topic)s: %(place)s") % {"topic": self.topic.title, "place": self.column.name}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to open."""
        return not self.rows and not self.ceilings

    @cached_property
    def counts(self) -> Counter[MarkKind]:
        """How many binding duties wear each mark."""
        return Counter(row.mark for row in self.rows if row.duty)

    @cached_property
    def duties(self) -> tuple[Row, ...]:
        """The binding duties with an effect or a possible one, what is certain and early first."""
        return _ordered(row for row in self.rows if row.duty and row.mark != "none")

    @cached_property
    def others(self) -> tuple[Row, ...]:
        """What has an effect but is no duty: guidance, what is voluntary, fines, other law to check."""
        return _ordered(row for row in self.rows if not row.duty and row.mark != "none")

    @cached_property
    def away(self) -> tuple[NoDuty, ...]:
        """The rules without effect here, by the reason that keeps them away."""
        return no_duty(self.rows)

    @cached_property
    def guided(self) -> tuple[Row, ...]:
        """The rules that guidance alone keeps away."""
        return tuple(row for row in self.rows if row.mark == "none" and row.guided)

    @cached_property
    def ceilings(self) -> tuple[Ceiling, ...]:
        """What a breach can cost, in the row of penalties."""
        return ceilings(self.owed)

    @cached_property
    def standing(self) -> Standing:
        """The cell in a mark and a few words."""
        if self.column.voluntary:
            return _voluntary(self)
        if self.topic.key == PENALTIES:
            return _penalties(self)
        return _other_law(self) if self.topic.key == OTHER_LAW else _duties(self)


def total(column: Column, rows: Sequence[Row]) -> Standing:
    """All duties of a column in a mark and a few words."""
    if column.voluntary:
        return Standing(kind="", words=_standings(rows) or gettext("nothing expected"))
    counted = Counter(row.mark for row in rows if row.duty)
    return Standing(kind=strongest(counted), words=counts_words(counted) or gettext("no duty"))


def strongest(marks: Iterable[MarkKind]) -> MarkKind:
    """The mark that is most to a reader; "none" where there is no other."""
    worn = set(marks)
    return next((kind for kind in STRENGTH if kind in worn), "none")


def counts_words(counted: Counter[MarkKind]) -> str:
    """4 now, 1 upcoming, 3 open; "" where no mark but "no duty" is worn."""
    words = {
        "applies": gettext("%(n)d now"),
        "upcoming": gettext("%(n)d upcoming"),
        "contested": gettext("%(n)d contested"),
        "depends": gettext("%(n)d open"),
        "exempt": gettext("%(n)d exempt"),
    }
    return ", ".join(words[kind] % {"n": counted[kind]} for kind in STRENGTH if counted[kind])


def _ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (STRENGTH.index(row.mark), row.starts or date.max)))


def _duties(cell: TopicCell) -> Standing:
    words = counts_words(cell.counts)
    soft = [row for row in cell.others if not Force(row.force).binding]
    parts = [ngettext("%(n)d not binding", "%(n)d not binding", len(soft)) % {"n": len(soft)}] if soft else []
    if cell.guided:
        kept = len(cell.guided)
        parts.append(ngettext("%(n)d kept away by guidance", "%(n)d kept away by guidance", kept) % {"n": kept})
    if words:
        return Standing(kind=strongest(cell.counts), words=words, detail="; ".join(parts))
    bound = any(row.duty for row in cell.rows)
    return _nothing(cell, gettext("no duty") if bound else gettext("no binding rule"), parts)


def _nothing(cell: TopicCell, words: str, parts: Sequence[str] = ()) -> Standing:
    """A cell without effect: the reason that keeps most of its rules away, or that there is no rule at all."""
    if not cell.rows:
        return Standing(kind="none", words=_unruled(cell), detail=_elsewhere(cell))
    return Standing(kind="none", words=words, detail="; ".join([*parts, *_reasons(cell)]))


def _elsewhere(cell: TopicCell) -> str:
    titles = ", ".join(str(row.title) for row in cell.elsewhere)
    return gettext("see %(topics)s") % {"topics": titles} if titles else ""


def _unruled(cell: TopicCell) -> str:
    if cell.ruled:
        return gettext("not law on these days")
    return gettext("no rule filed here") if cell.elsewhere else gettext("no rule in the rulebook")


def _reasons(cell: TopicCell) -> Iterator[str]:
    """The reason that keeps most away, binding rules before others, and how many more reasons there are."""
    kept = [item for item in cell.away if any(row.duty for row in item.rows)] or list(cell.away)
    if kept:
        more = len(kept) - 1
        other = ngettext("and %(n)d other reason", "and %(n)d other reasons", more) % {"n": more}
        yield f"{kept[0].text}, {other}" if more else kept[0].text


def _other_law(cell: TopicCell) -> Standing:
    marks = Counter(row.mark for row in cell.others)
    if not marks:
        return _nothing(cell, gettext("nothing to check"))
    certain, perhaps = marks["applies"] + marks["upcoming"], marks["depends"] + marks["contested"]
    told = [
        (certain, gettext("%(n)d to check")),
        (perhaps, gettext("%(n)d perhaps")),
        (marks["exempt"], gettext("%(n)d exempt")),
    ]
    return Standing(kind=strongest(marks), words=", ".join(text % {"n": n} for n, text in told if n))


def _penalties(cell: TopicCell) -> Standing:
    at_stake = [row for row in cell.owed if row.mark in AT_STAKE]
    if not at_stake:
        return Standing(kind="none", words=gettext("no duty to breach"))
    kind = strongest(row.mark for row in at_stake)
    first, detail = highest(at_stake)
    return Standing(kind=kind, words=first or gettext("no penalty named"), detail=detail)


_EXPECTED: Final = {
    beside.Standing.EXPECTED: gettext_lazy("%(n)d expected"),
    beside.Standing.RECOMMENDED: gettext_lazy("%(n)d recommended"),
    beside.Standing.BACKGROUND: gettext_lazy("%(n)d background"),
    beside.Standing.STATES: gettext_lazy("%(n)d for states"),
    beside.Standing.OPEN: gettext_lazy("%(n)d open"),
}


def _standings(rows: Iterable[Row]) -> str:
    counted = Counter(beside.standing(row.finding) for row in rows)
    return ", ".join(str(words) % {"n": counted[kind]} for kind, words in _EXPECTED.items() if counted[kind])


def _voluntary(cell: TopicCell) -> Standing:
    if cell.topic.key == PENALTIES:
        return Standing(kind="", words=gettext("none: nothing here binds"))
    words = _standings(cell.rows)
    if words or not cell.rows:
        return Standing(kind="", words=words or gettext("no text in the rulebook"))
    return Standing(kind="", words=gettext("nothing expected"), detail="; ".join(_reasons(cell)))
