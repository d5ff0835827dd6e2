"""Everything that a page of results or a report shows, read from an assessment part by part as it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext, gettext_lazy

from apps.assessments.beside import Alert, warnings
from apps.assessments.changes import ChangeLine, change_lines
from apps.assessments.cites import CiteLine, cite_line
from apps.assessments.decided import Decided
from apps.assessments.groups import (
    Choice,
    Filters,
    Group,
    NoDuty,
    Select,
    by_standing,
    groups,
    mark_choices,
    no_duty,
    selects,
)
from apps.assessments.links import NOWHERE, Source, rulebook_page
from apps.assessments.marks import Count, mark, tally
from apps.assessments.parts import Part, mattering
from apps.assessments.pictures import Scale, Timeline, compute_scale, timeline
from apps.assessments.reasons import Reasons, Shared
from apps.assessments.rows import OpenQuestion, Row, Rows, resting_on
from apps.assessments.sentences import Sentence, sentences
from apps.assessments.wording import ORIGINS
from apps.profiles.contradictions import clashes_in
from apps.rules.engine import Assessment, Origin
from apps.rules.engine.conditions import Contested
from apps.rules.engine.words import day, value_words
from apps.rules.law.international.adherence import Hook

MOST_QUESTIONS = 12
MOST_CHANGES = 10
# In tenths of a row.
ROOM_OF_REASON = 4
ROOM_OF_DAY = 5


@dataclass(frozen=True, kw_only=True)
class FactLine:
    """An answer: what it is about, what it says, where it came from."""

    label: str
    value: str
    origin: str
    assumed: bool
    note: str
    source: str
    source_url: str
    url: str
    section: str


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Answers that cannot both be right, and what to check."""

    text: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ReadingChoice:
    """A contested point or guidance the profile takes a side on."""

    why: str
    side: str
    url: str


@dataclass(frozen=True, kw_only=True)
class LawLine:
    """An instrument the findings rest on, and where it stands on the day; `matters` where one is more than no duty."""

    title: str
    short: str
    jurisdiction: str
    state: str
    url: str
    steps: tuple[tuple[str, str, CiteLine | None], ...]
    matters: bool


@dataclass(frozen=True, kw_only=True)
class View:
    """Everything a page of results or a report can show; each part is worked out when something shows it.

    With `room` for so many rows the longest lists show their first rows only, except the one whose id is `whole`. The
    days of the timeline and the reasons of what does not reach the model take their share of the room.
    """

    decided: Decided
    source: Source = NOWHERE
    filters: Filters = field(default_factory=Filters)
    room: int | None = None
    whole: str = ""

    @property
    def assessment(self) -> Assessment:
        """What was decided."""
        return self.decided.assessment

    @property
    def title(self) -> str:
        """The name of what is described."""
        return profile_title(self.assessment)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """Answers that do not fit together."""
        return tuple(_clashes(self.assessment, self.source))

    @cached_property
    def alerts(self) -> tuple[tuple[Alert, str], ...]:
        """What is said in public, or left to grow old, that can break law, and where to change the answer."""
        return tuple((alert, self.source.question(alert.fact)) for alert in warnings(self.assessment))

    @property
    def hooks(self) -> tuple[Hook, ...]:
        """The rules that an untrue word can break, once for all alerts."""
        return self.alerts[0][0].hooks if self.alerts else ()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """A sentence for each jurisdiction."""
        return sentences(self.assessment)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """How many binding duties wear each mark."""
        return tally(self.assessment.findings)

    @cached_property
    def timeline(self) -> Timeline | None:
        """When duties start."""
        return timeline(self.rows, self.assessment.as_of)

    @property
    def timeline_rows(self) -> tuple[tuple[str, ...], ...]:
        """The table of the timeline, each cell with few of the many duties it may stand for."""
        return self.timeline.short_rows if self.timeline else ()

    @cached_property
    def scale(self) -> Scale | None:
        """Where the model stands on the scale of compute."""
        return compute_scale(self.assessment)

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.assessment.book, self.source)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every finding as a row."""
        maker = Rows(self.assessment, self.source, self._reasons, lambda: self.decided.changes)
        return tuple(maker.row(finding) for finding in self.assessment.findings)

    @cached_property
    def _shown(self) -> tuple[Row, ...]:
        return self.filters.shown(self.rows)

    @property
    def total(self) -> int:
        """How many findings there are."""
        return len(self.rows)

    @property
    def shown(self) -> int:
        """How many of them pass the filters."""
        return len(self._shown)

    @cached_property
    def first(self) -> tuple[Row, ...]:
        """The few findings to look at first."""
        return mattering(self._shown, self.assessment.as_of)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The lists of duties by when, and of what stands beside them."""
        return groups(self.rows, self.filters, self._room_for_rows(), self.whole)

    def _room_for_rows(self) -> int | None:
        if self.room is None:
            return None
        days = len(self.timeline.rows) if self.timeline else 0
        return self.room - (len(self.no_duty) * ROOM_OF_REASON + days * ROOM_OF_DAY) // 10

    @cached_property
    def listed(self) -> frozenset[str]:
        """The findings that stand in a list, not behind "show all"."""
        return frozenset(row.anchor for group in self.groups for part in group.parts for row in part.rows)

    @property
    def cut(self) -> bool:
        """Whether a list shows only its first rows."""
        return any(group.rest for group in self.groups)

    @cached_property
    def beside(self) -> tuple[tuple[str, Part], ...]:
        """The voluntary and international block: no duties, and not among their lists."""
        return by_standing(self._shown)

    @cached_property
    def no_duty(self) -> tuple[NoDuty, ...]:
        """What does not reach the model, by reason."""
        return no_duty(self._shown)

    @property
    def no_duty_hidden(self) -> int:
        """How many of those a filter hides."""
        every = sum(1 for row in self.rows if row.mark == "none" and not row.guided)
        return every - sum(len(item.rows) for item in self.no_duty)

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """The concepts and exceptions, in full, that settled findings rest on; those of no duty have their pages."""
        return resting_on((row for group in self.groups for row in group.rows if not row.brief), self._reasons)

    @cached_property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """The open questions that settle most."""
        facts = (question.fact for question in self.decided.questions[:MOST_QUESTIONS])
        return tuple(OpenQuestion(key=f.key, label=f.label, ask=f.ask, url=self.source.question(f.key)) for f in facts)

    @property
    def open_count(self) -> int:
        """How many questions can still change a finding."""
        return len(self.decided.questions)

    @cached_property
    def facts(self) -> tuple[FactLine, ...]:
        """The answers."""
        return tuple(_facts(self.assessment, self.source))

    @property
    def assumptions(self) -> tuple[FactLine, ...]:
        """The answers that are the user's own legal view, or an estimate."""
        return tuple(fact for fact in self.facts if fact.assumed)

    @cached_property
    def readings(self) -> tuple[ReadingChoice, ...]:
        """The sides taken."""
        return tuple(_readings(self.assessment))

    @cached_property
    def changes(self) -> tuple[ChangeLine, ...]:
        """The changes of an answer that are easiest to bring about."""
        return change_lines(self.assessment, self.decided.changes[:MOST_CHANGES], self.source)

    @cached_property
    def law(self) -> tuple[LawLine, ...]:
        """The instruments in question."""
        return _law(self.assessment, self.decided.places)

    @cached_property
    def marks(self) -> tuple[Choice, ...]:
        """The filter by outcome."""
        return mark_choices(self.rows, self.filters)

    @cached_property
    def selects(self) -> tuple[Select, ...]:
        """The other filters."""
        return selects(self.rows, self.filters)


def view(assessment: Assessment, *, source: Source = NOWHERE, filters: Filters | None = None) -> View:
    """The page for an assessment. `source` says where the answers can be changed (default: nowhere)."""
    return View(decided=Decided(assessment), source=source, filters=filters or Filters())


def profile_title(assessment: Assessment) -> str:
    """The name of what is described."""
    return assessment.profile.title or gettext("A description without a name")


def _clashes(assessment: Assessment, source: Source) -> Iterable[Clash]:
    facts = assessment.book.facts
    for clash in clashes_in(assessment.profile):
        links = tuple((facts[key].label, source.question(key)) for key in clash.facts)
        yield Clash(text=str(clash.text), links=links)


def _facts(assessment: Assessment, source: Source) -> Iterable[FactLine]:
    """The answers in the order of the questions, "I don't know" included."""
    answers = assessment.profile.answers
    for key, fact in assessment.book.facts.items():
        if key not in answers:
            continue
        answer = answers[key]
        yield FactLine(
            label=fact.label,
            value=value_words(fact, answer.value),
            origin=str(ORIGINS[answer.origin]),
            assumed=fact.assumed or answer.origin in {Origin.ASSUMED, Origin.ESTIMATED},
            note=answer.note,
            source=answer.source,
            source_url=answer.source if answer.source.startswith(("https://", "http://")) else "",
            url=source.question(key),
            section=fact.section,
        )


_SIDES = {
    "followed": gettext_lazy("followed"),
    "ignored": gettext_lazy("not followed"),
    "worked_out": gettext_lazy("worked out from the answers"),
    "assumed": gettext_lazy("your own assumption"),
}


def _readings(assessment: Assessment) -> Iterable[ReadingChoice]:
    for key, side in assessment.profile.readings.items():
        switch = assessment.book.readings[key]
        chosen = (switch.a if side == "a" else switch.b).label if isinstance(switch, Contested) else str(_SIDES[side])
        yield ReadingChoice(why=switch.why, side=chosen, url=rulebook_page("readings", key))


def _law(assessment: Assessment, places: Sequence[str]) -> tuple[LawLine, ...]:
    """The instruments in question, with the steps of their life that were known."""
    book, used = assessment.book, {f.instrument.id for f in assessment.findings}
    mattering = {f.instrument.id for f in assessment.findings if mark(f) != "none"}
    found = []
    for instrument in book.instruments.values():
        if instrument.id not in used and instrument.jurisdiction not in places:
            continue
        known = [s for s in instrument.status if (s.published_on or s.on) <= assessment.known_on]
        state = instrument.state(assessment.as_of, assessment.known_on).value.replace("_", " ")
        steps = tuple((day(s.on), s.note or s.state.value, cite_line(book, s.cite) if s.cite else None) for s in known)
        found.append(
            LawLine(
                title=instrument.title,
                short=instrument.short,
                jurisdiction=instrument.jurisdiction,
                state=state,
                url=rulebook_page("instruments", instrument.id),
                steps=steps,
                matters=instrument.id in mattering,
            )
        )
    return tuple(found)
