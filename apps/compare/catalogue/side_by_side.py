"""Up to four models side by side: key facts, lines with distance, counts by place, duties in which they part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils.translation import gettext as _

from apps.assessments.links import Source
from apps.assessments.marks import mark
from apps.assessments.wording import capital
from apps.compare.catalogue.entries import Entry
from apps.compare.catalogue.lines import lines as lines_of
from apps.compare.catalogue.listing import line_words
from apps.compare.catalogue.table import Crossing, crossing
from apps.compare.catalogue.verdicts import DutyState, Verdict, state_of
from apps.compare.release.openness import counted
from apps.compare.sides import Line, Place, Side, by_place, lines
from apps.rules.engine import Fact
from apps.rules.engine.words import day, value_words
from apps.rules.law.licences import LICENCES

MOST: Final = 4
MOST_LINES: Final = 40  # of one place, so that the page stays light
KEY_FACTS: Final = (
    "development", "activity", "seat", "training_compute", "other_counted_compute", "parameters", "generates",
    "task_range", "weights_public", "licence_grants", "licence_terms", "union_ways", "placed_on", "us_states",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A model of the comparison: what the catalogue knows of it, and its assessment. `out` is the query without it."""

    source: Source
    ref: str
    entry: Entry
    side: Side
    out: str = ""

    @cached_property
    def verdict(self) -> Verdict:
        """What the catalogue says of it, from the full assessment."""
        assessment = self.side.assessment
        concepts = {key: state_of(finding) for key, finding in assessment.definitions.items()}
        return Verdict(concepts, {f.id: DutyState(mark(f), f.applies_from) for f in assessment.findings})


@dataclass(frozen=True, kw_only=True)
class FactLine:
    """One fact across the models."""

    label: str
    cells: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the models part over it."""
        return len(set(self.cells)) > 1


@dataclass(frozen=True, kw_only=True)
class LineAcross:
    """One line of the law across the models."""

    label: str
    cells: tuple[Crossing, ...]

    @property
    def differs(self) -> bool:
        """Whether they stand on different sides of it."""
        return len({(c.side, tuple(s.state for s in c.standings)) for c in self.cells}) > 1


@dataclass(frozen=True)
class PlaceAcross:
    """A place: how many duties each model brings, and those in which they part."""

    place: Place
    whole: bool
    all_url: str

    @property
    def counts(self) -> tuple[str, ...]:
        """For each model, duties for certain and open ones."""
        return tuple(counted(owed, open_) for owed, open_ in zip(self.place.owed, self.place.open, strict=True))

    @property
    def shown(self) -> tuple[Line, ...]:
        """The duties that part, as many as there is room for."""
        return self.place.parting if self.whole else self.place.parting[:MOST_LINES]

    @property
    def rest(self) -> int:
        """How many more there are."""
        return len(self.place.parting) - len(self.shown)


@dataclass(frozen=True)
class SideBySide:
    """What the page shows. `whole` is the code of a place whose duties are all to be listed, `query` asks
    for these models."""

    models: tuple[Shown, ...]
    whole: str = ""
    query: str = ""

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.models) + 1

    @property
    def credits(self) -> tuple[str, ...]:
        """Whose tables models come from."""
        return tuple(dict.fromkeys(model.entry.credit for model in self.models if model.entry.credit))

    @cached_property
    def facts(self) -> tuple[FactLine, ...]:
        """Who, when, and the key facts that at least one of them gives."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[FactLine]:
        models, unsaid = self.models, _("not said")
        listed = [
            (_("Developer"), [m.entry.maker for m in models]),
            (_("Country"), [", ".join(m.entry.countries) for m in models]),
            (_("Released"), [day(m.entry.released) if m.entry.released else "" for m in models]),
            (
                _("Licence"),
                [LICENCES[key].name if (key := m.entry.profile.licence) in LICENCES else "" for m in models],
            ),
        ]
        yield from (
            FactLine(label=label, cells=tuple(c or unsaid for c in cells)) for label, cells in listed if any(cells)
        )
        book = self.models[0].side.assessment.book
        for key in KEY_FACTS:
            fact = book.facts.get(key)
            if fact is not None and any(key in m.entry.profile.values for m in self.models):
                yield FactLine(label=capital(fact.label), cells=tuple(self._value(m, fact) for m in self.models))

    @staticmethod
    def _value(model: Shown, fact: Fact) -> str:
        return value_words(fact, model.entry.profile.values.get(fact.key))

    @cached_property
    def lines(self) -> tuple[LineAcross, ...]:
        """Each line of the law."""
        one = self.models[0].side.assessment
        return tuple(
            LineAcross(label=line_words(line), cells=tuple(crossing(m.entry, m.verdict, line) for m in self.models))
            for line in lines_of(one.book, one.as_of, one.known_on)
        )

    @cached_property
    def places(self) -> tuple[PlaceAcross, ...]:
        """The duties by country."""
        sides = [model.side for model in self.models]
        return tuple(
            PlaceAcross(place, self.whole == place.code, f"{self.query}&all={place.code}#place-{place.code}")
            for place in by_place(sides, lines(sides))
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Everything as rows of a file: what it is, its name, then one cell for each model, then whether they part."""
        for fact in self.facts:
            yield ("fact", "", fact.label, *fact.cells, _yes(differs=fact.differs))
        for line in self.lines:
            cells = (f"{c.word} {c.distance}".strip() for c in line.cells)
            yield ("line", "", line.label, *cells, _yes(differs=line.differs))
        for across in self.places:
            yield ("duties", across.place.code, _("number"), *across.counts, _yes(differs=len(set(across.counts)) > 1))
            for duty in across.place.lines:
                yield (
                    "duty",
                    duty.jurisdiction,
                    f"{duty.id} {duty.title}",
                    *(c.words for c in duty.cells),
                    _yes(differs=duty.differs),
                )


def _yes(*, differs: bool) -> str:
    return "yes" if differs else "no"


def head(models: Sequence[Shown]) -> tuple[str, ...]:
    """The columns of the file."""
    return ("kind", "place", "what", *(model.entry.name for model in models), "differs")
