"""What would change this? The smallest changes that take duties away or bring new ones, and what they cost to make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from django.utils.translation import gettext, gettext_lazy

from apps.assessments.changes import change_words
from apps.assessments.decided import Decided
from apps.assessments.links import Source
from apps.assessments.marks import mark
from apps.assessments.wording import RIGIDITIES, capital
from apps.compare.whatif import moves
from apps.compare.whatif.changing import PARAMETER, changed, written
from apps.compare.whatif.lines import LineView, line_views, nearest
from apps.compare.whatif.moves import Kind, Move, Part, counted, duties_words
from apps.profiles.contradictions import clashes_in
from apps.rules.engine import Assessment, Change, Day, Finding, Number, Rigidity, what_would_change
from apps.rules.engine.evaluate import moved_findings

LENS: Final = "what-if"
MOST_TRIED: Final = 80  # changes worked out to the end
MOST_SHOWN: Final = 8  # of each list, before "show all"
MOST_PAIRS: Final = 12
MOST_DOUBTFUL: Final = 6
MOST_OF_ONE: Final = 3  # changes of one question in a list, before "show all"
MOST_QUESTIONS: Final = 6
GROUPS: Final = tuple(Rigidity)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A change with what it does to each duty, as the results of the changed description have it.

    `clashes` are answers that would no longer fit together. `given` is the change as addresses name it; `ask` is where
    a number or day is to be stated, which a change names only by the side of a line. `both` are the duties that take
    both of two changes to move for certain; a single change has none.
    """

    text: str
    change: Change
    moves: tuple[Move, ...]
    clashes: tuple[str, ...]
    given: tuple[str, ...]
    ask: str = ""
    both: frozenset[str] = frozenset()

    def number(self, kind: Kind) -> int:
        """How many duties move so."""
        return counted(self.moves, kind)

    @property
    def removed(self) -> int:
        """How many duties fall away for certain."""
        return self.number("removed")

    @property
    def gained(self) -> int:
        """How many duties are new and certain."""
        return self.number("gained")

    @property
    def brings(self) -> int:
        """How many duties become certain that were not."""
        return self.gained + self.number("confirmed")

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The duties by how they move; of two changes only what takes both."""
        return moves.parts(move for move in self.moves if not self.both or move.id in self.both)

    @property
    def rigidity(self) -> str:
        """How hard it is to bring about, in words."""
        return str(RIGIDITIES[self.change.rigidity])

    @property
    def query(self) -> str:
        """The change as the query of an address."""
        return urlencode([(PARAMETER, text) for text in self.given])


@dataclass(frozen=True, kw_only=True)
class Group:
    """Changes of one list that stand together: those shown, and how many more there are."""

    id: str
    title: str
    steps: tuple[Step, ...]
    rest: int

    @property
    def number(self) -> int:
        """How many changes there are, shown or not."""
        return len(self.steps) + self.rest


@dataclass(frozen=True, kw_only=True)
class QuestionLine:
    """An open question, and how many duties its answer can move."""

    ask: str
    url: str
    number: int


@dataclass(frozen=True, kw_only=True)
class Unanswered:
    """A question that is not answered, and the lines that wait for it."""

    label: str
    url: str
    lines: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class WhatIf:
    """What the page shows. `place` narrows it to a jurisdiction; `whole` names a list to show in full."""

    decided: Decided
    source: Source
    place: str = ""
    whole: str = ""
    with_pairs: bool = False

    @property
    def base(self) -> Assessment:
        """The findings as described."""
        return self.decided.assessment

    @cached_property
    def duties(self) -> dict[str, Finding]:
        """The binding duties in question, as described."""
        return moves.duties(self.base, self.place)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The changes of one answer that move a duty for certain, easy ones first."""
        certain = [change for change in self._found if self._touches((*change.gained, *change.removed))]
        return tuple(step for step in self._worked_out(certain[:MOST_TRIED]) if step.removed or step.brings)

    @cached_property
    def doubtful(self) -> Group:
        """The changes after which duties hang on answers or readings, none for certain; those owed now first."""
        owed = {key for key, finding in self.duties.items() if mark(finding) in {"applies", "upcoming"}}
        found = [c for c in self._found if self._touches(c.unsettled) and not self._touches((*c.gained, *c.removed))]
        found.sort(key=lambda c: (-len(owed.intersection(c.unsettled)), c.rigidity.rank, -len(c.unsettled)))
        steps = self._worked_out(found[:MOST_DOUBTFUL])
        return Group(id="doubtful", title="", steps=steps, rest=0)

    def _touches(self, obligations: Iterable[str]) -> bool:
        return not self.duties.keys().isdisjoint(obligations)

    @cached_property
    def pairs(self) -> tuple[Step, ...]:
        """Two answers changed together, for what neither does alone; only looked for when asked."""
        if not self.with_pairs:
            return ()
        useful = [c for c in self._changes(pairs=True) if self._touches((*c.removed, *c.gained))]
        useful.sort(key=lambda c: (not self.duties.keys() & set(c.removed), c.rigidity.rank))
        return self._worked_out(_spread(useful)[:MOST_PAIRS])

    @property
    def couples(self) -> Group:
        """The pairs as a list."""
        return Group(id="pairs", title="", steps=self.pairs, rest=0)

    @cached_property
    def _found(self) -> tuple[Change, ...]:
        """The changes of one answer, at first sight."""
        return self._changes(pairs=False)

    def _changes(self, *, pairs: bool) -> tuple[Change, ...]:
        return what_would_change(
            self.base.book,
            self.base.profile,
            as_of=self.base.as_of,
            known_on=self.base.known_on,
            jurisdictions={finding.instrument.jurisdiction for finding in self.duties.values()},
            pairs=pairs,
            limit=None,
            base=self.base,
        )

    def _worked_out(self, changes: Iterable[Change]) -> tuple[Step, ...]:
        return tuple(step for change in changes if (step := self._step(change)).moves)

    def _step(self, change: Change) -> Step:
        profile = changed(self.base.profile, change.changes)
        after = moved_findings(self.base, profile, self.duties)
        return Step(
            text=change_words(self.base, change.changes),
            change=change,
            moves=moves.moves(self.duties, after),
            clashes=tuple(str(c.text) for c in clashes_in(profile) if str(c.text) not in self._clashing),
            given=tuple(written(fact, value, self.base.profile) for fact, value in change.changes),
            ask=self._ask(change),
            both=frozenset({*change.gained, *change.removed}) if len(change.changes) > 1 else frozenset(),
        )

    def _ask(self, change: Change) -> str:
        numbers = (fact.key for fact, _ in change.changes if isinstance(fact, Number | Day))
        return next((self.source.question(key) for key in numbers), "")

    @cached_property
    def _clashing(self) -> frozenset[str]:
        return frozenset(str(clash.text) for clash in clashes_in(self.base.profile))

    @cached_property
    def removing(self) -> tuple[Group, ...]:
        """The changes that take duties away, by how hard they are, those that take most first."""
        found = sorted((s for s in self.steps if s.removed), key=lambda s: (bool(s.clashes), -s.removed, s.brings))
        return self._by_ease("removes", _GROUP_TITLES, found)

    @cached_property
    def bringing(self) -> tuple[Group, ...]:
        """The steps that bring duties and take none away, by how hard they are, those that bring most first."""
        found = [s for s in self.steps if s.brings and not s.removed]
        return self._by_ease("brings", _TRAP_TITLES, sorted(found, key=lambda s: (bool(s.clashes), -s.brings)))

    def _by_ease(self, name: str, titles: Mapping[Rigidity, object], steps: Iterable[Step]) -> tuple[Group, ...]:
        by_ease: dict[Rigidity, list[Step]] = {rigidity: [] for rigidity in GROUPS}
        for step in steps:
            by_ease[step.change.rigidity].append(step)
        return tuple(
            self._group(f"{name}-{rigidity.value}", titles[rigidity], members)
            for rigidity, members in by_ease.items()
            if members
        )

    def _group(self, name: str, title: object, members: Iterable[Step]) -> Group:
        every = tuple(members)
        shown = every if self.whole == name else _varied(every)[:MOST_SHOWN]
        return Group(id=name, title=str(title), steps=shown, rest=len(every) - len(shown))

    @cached_property
    def questions(self) -> tuple[QuestionLine, ...]:
        """The open questions that decide most of the duties in question."""
        found: list[QuestionLine] = []
        for question in self.decided.questions:
            number = len(self.duties.keys() & set(question.rules))
            if number and len(found) < MOST_QUESTIONS:
                fact = question.fact
                found.append(QuestionLine(ask=fact.ask, url=self.source.question(fact.key), number=number))
        return tuple(found)

    @cached_property
    def open_duties(self) -> int:
        """How many duties hang on open answers."""
        return sum(1 for finding in self.duties.values() if mark(finding) == "depends")

    @cached_property
    def lines(self) -> tuple[LineView, ...]:
        """Where the description stands to each line of the law that can matter to it."""
        asked = {question.fact.key for question in self.decided.questions}
        return line_views(self.base, self.duties, asked, self.source)

    @property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """The lines for which no number is given yet, by question."""
        found: dict[str, list[LineView]] = {}
        for line in self.lines:
            if line.standing == "unknown":
                found.setdefault(line.fact.key, []).append(line)
        return tuple(_unanswered(lines, self.source) for lines in found.values())

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What the page comes to."""
        return tuple(sentence for sentence in (self._less(), self._more(), self._near()) if sentence)

    def _less(self) -> str:
        found = [step for group in self.removing for step in group.steps if not step.clashes]
        if not found:
            return gettext("No single change of a given answer would take a duty away for certain.")
        best = found[0]
        words = {"text": _inside(best.text), "duties": duties_words(best.removed), "how": best.rigidity}
        return gettext("Easiest first: %(text)s, %(duties)s would fall away (%(how)s).") % words

    def _more(self) -> str:
        found = [step for group in self.bringing for step in group.steps if not step.clashes]
        if not found:
            return ""
        easiest, most = found[0], max(found, key=lambda step: step.brings)
        words = {"text": _inside(easiest.text), "duties": duties_words(easiest.brings), "how": easiest.rigidity}
        text = gettext("Easiest way into new duties: %(text)s, %(duties)s would become certain (%(how)s).") % words
        if most.brings == easiest.brings:
            return text
        words = {"text": _inside(most.text), "duties": duties_words(most.brings), "how": most.rigidity}
        return f"{text} {gettext('The most: %(text)s, %(duties)s (%(how)s).') % words}"

    def _near(self) -> str:
        found = nearest(self.lines)
        if found is None:
            return ""
        words = {"label": found.label, "line": found.bound, "where": found.where, "distance": found.distance}
        return gettext("Nearest line above: %(label)s, %(line)s (%(where)s): %(distance)s.") % words


_GROUP_TITLES: Final = {
    Rigidity.EASY: gettext_lazy("Easy to change"),
    Rigidity.MEDIUM: gettext_lazy("Takes work to change"),
    Rigidity.HARD: gettext_lazy("Hard to change"),
    Rigidity.FIXED: gettext_lazy("Cannot be changed now: check that the answer is right"),
}

_TRAP_TITLES: Final = {
    **_GROUP_TITLES,
    Rigidity.FIXED: gettext_lazy("Cannot be changed now: would come with another model"),
}


def _unanswered(lines: Iterable[LineView], source: Source) -> Unanswered:
    every = list(lines)
    fact = every[0].fact
    return Unanswered(
        label=capital(fact.label),
        url=source.question(fact.key),
        lines=tuple(dict.fromkeys(f"{line.bound} ({line.where})" for line in every)),
    )


def _varied(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps without those that are the fourth or later of one question."""
    seen: Counter[str] = Counter()
    kept = []
    for step in steps:
        key = step.change.changes[0][0].key
        seen[key] += 1
        if seen[key] <= MOST_OF_ONE:
            kept.append(step)
    return tuple(kept)


def _inside(text: str) -> str:
    """A change as a clause inside a sentence."""
    return text[:1].lower() + text[1:]


def _spread(changes: Iterable[Change]) -> list[Change]:
    """At most one pair for each effect: the first, which is the easiest."""
    seen: dict[tuple[tuple[str, ...], tuple[str, ...]], Change] = {}
    for change in changes:
        seen.setdefault((change.removed, change.gained), change)
    return list(seen.values())


def table(view: WhatIf) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Every change and every duty it moves, then every line, as head and rows of a file."""
    head = ("what", "change", "answers", "rigidity", "jurisdiction", "instrument", "duty", "title", "before", "after")
    rows: list[tuple[object, ...]] = []
    for what, steps in (("change", view.steps), ("two changes", view.pairs)):
        for step in steps:
            start = (what, step.text, " ".join(step.given), step.change.rigidity.value)
            rows += [(*start, m.jurisdiction, m.instrument, m.id, m.title, m.before, m.after) for m in step.moves]
    for line in view.lines:
        start = ("line", f"{line.label}: {line.bound}", line.distance, line.fact.rigidity.value)
        rows += [(*start, m.jurisdiction, m.instrument, m.id, m.title, m.before, m.after) for m in line.moves] or [
            (*start, line.where, line.laws, "", line.hangs, "", "")
        ]
    return head, rows
