"""Assessments side by side: the duties in which they part, how many each brings, and what makes the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils.translation import gettext

from apps.assessments import places
from apps.assessments.marks import MarkKind, is_duty, mark
from apps.assessments.wording import since_words
from apps.rules.engine import Assessment, CarveOutState, Finding

MOST_CAUSES: Final = 3


@dataclass(frozen=True)
class Cell:
    """A finding in a mark and at most three words."""

    mark: MarkKind
    words: str


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the assessments, and how it is called. `key` stands in addresses and files."""

    key: str
    title: str
    says: str
    assessment: Assessment
    url: str = ""

    @cached_property
    def tally(self) -> dict[str, Counter[MarkKind]]:
        """How many binding duties wear each mark, by country (states with their country)."""
        found: dict[str, Counter[MarkKind]] = {}
        for finding in self.assessment.findings:
            if is_duty(finding):
                found.setdefault(country(finding.instrument.jurisdiction), Counter())[mark(finding)] += 1
        return found

    def owed(self, place: str) -> int:
        """How many duties it brings for certain, now or later."""
        counted = self.tally.get(place, Counter())
        return counted["applies"] + counted["upcoming"]

    def open(self, place: str) -> int:
        """How many duties it may bring: they hang on answers or on a contested point."""
        counted = self.tally.get(place, Counter())
        return counted["depends"] + counted["contested"]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A duty across the sides. `causes` says in words what makes the difference."""

    id: str
    title: str
    jurisdiction: str
    instrument: str
    cells: tuple[Cell, ...]
    causes: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the sides part over it."""
        return len(set(self.cells)) > 1

    @property
    def minority(self) -> int:
        """How many sides do not go with the most common answer."""
        return len(self.cells) - max(Counter(self.cells).values())

    @property
    def against_first(self) -> tuple[tuple[Cell, bool], ...]:
        """Each cell, and whether it is another than the first."""
        return tuple((cell, cell != self.cells[0]) for cell in self.cells)


def country(jurisdiction: str) -> str:
    """US for US-CA; others as they are."""
    return jurisdiction.partition("-")[0]


def cell(finding: Finding | None) -> Cell:
    """How a finding stands, briefly. A rule that has no wording for the days is no duty."""
    if finding is None:
        return Cell("none", gettext("not law then"))
    kind = mark(finding)
    words = {
        "applies": lambda: gettext("now"),
        "upcoming": lambda: since_words(finding.applies_from, finding.as_of) or gettext("upcoming"),
        "exempt": lambda: gettext("exempt"),
        "depends": lambda: gettext("open"),
        "contested": lambda: gettext("contested"),
        "none": lambda: gettext("ended") if finding.timing and finding.timing.value == "ended" else gettext("no duty"),
    }
    return Cell(kind, str(words[kind]()))


def lines(sides: Sequence[Side]) -> tuple[Line, ...]:
    """Every binding duty that at least one side owes or may owe, or is spared by an exception, in the book's order."""
    book = sides[0].assessment.book
    found = []
    for key, obligation in book.obligations.items():
        findings = [side.assessment.by_id.get(key) for side in sides]
        known = next((f for f in findings if f is not None), None)
        if known is None or not is_duty(known):
            continue
        cells = tuple(cell(f) for f in findings)
        if all(c.mark == "none" for c in cells):
            continue
        differ = len(set(cells)) > 1
        found.append(
            Line(
                id=key,
                title=obligation.title,
                jurisdiction=known.instrument.jurisdiction,
                instrument=known.instrument.short,
                cells=cells,
                causes=tuple(_causes(sides, findings)) if differ else (),
            )
        )
    return tuple(found)


def _causes(sides: Sequence[Side], findings: Sequence[Finding | None]) -> Iterator[str]:
    """What makes the difference: exceptions that do not stand alike on all sides, then the answers that part."""
    held = [f for f in findings if f is not None]
    states: dict[str, set[CarveOutState]] = {}
    for found in held:
        for c in found.carve_outs:
            states.setdefault(c.carve_out.title, set()).add(c.state)
    named = [gettext("“%(name)s”") % {"name": title} for title, seen in states.items() if len(seen) > 1]
    answers = _answers(sides, held)
    yield from dict.fromkeys((*named[:1], *answers[: MOST_CAUSES - len(named[:1])]))


def _answers(sides: Sequence[Side], findings: Sequence[Finding]) -> list[str]:
    """The answers that part the sides and that the findings rest on, those of most sides first."""
    facts = sides[0].assessment.book.facts
    parting = moved([side.assessment for side in sides])
    seen = Counter(key for found in findings for key in found.because.known_facts & parting)
    return [facts[key].label for key, _ in seen.most_common()]


def moved(assessments: Iterable[Assessment]) -> frozenset[str]:
    """The facts that do not have the same answer in all of them."""
    profiles = [a.profile.values for a in assessments]
    keys = {key for values in profiles for key in values}
    return frozenset(key for key in keys if len({values.get(key) for values in profiles}) > 1)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A country or union across the sides: how many duties each brings, the duties that part, those that stay."""

    code: str
    name: str
    owed: tuple[int, ...]
    open: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def parting(self) -> tuple[Line, ...]:
        """The duties in which the sides part, those that split them most evenly first."""
        return tuple(sorted((line for line in self.lines if line.differs), key=lambda line: -line.minority))

    @property
    def staying(self) -> tuple[Line, ...]:
        """The duties that are owed whatever side is chosen."""
        return tuple(line for line in self.lines if not line.differs and line.cells[0].mark in {"applies", "upcoming"})


def by_place(sides: Sequence[Side], found: Collection[Line]) -> tuple[Place, ...]:
    """The countries with findings, in the order of their codes."""
    codes = sorted({code for side in sides for code in side.tally})
    return tuple(
        Place(
            code=code,
            name=places.heading(code),
            owed=tuple(side.owed(code) for side in sides),
            open=tuple(side.open(code) for side in sides),
            lines=tuple(line for line in found if country(line.jurisdiction) == code),
        )
        for code in codes
    )
