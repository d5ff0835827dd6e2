"""Everything that a page of results or a report shows, computed once from an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from apps.assessments.changes import ChangeLine, by_obligation, change_lines
from apps.assessments.cites import CiteLine, cite_line
from apps.assessments.groups import Choice, Filters, Group, NoDuty, Select, groups, mark_choices, no_duty, selects
from apps.assessments.links import NOWHERE, Source, rulebook_page
from apps.assessments.marks import Count, tally
from apps.assessments.parts import mattering
from apps.assessments.pictures import Scale, Timeline, compute_scale, timeline
from apps.assessments.reasons import Reasons, Shared
from apps.assessments.rows import OpenQuestion, Row, Rows
from apps.assessments.sentences import Sentence, sentences
from apps.assessments.wording import ORIGINS
from apps.profiles.contradictions import contradictions
from apps.rules.engine import Assessment, Change, Origin, Topic, next_questions, what_would_change
from apps.rules.engine.conditions import Contested
from apps.rules.engine.words import day, value_words

MOST_QUESTIONS = 12
MOST_CHANGES = 10


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
    """An instrument the findings rest on, and where it stands on the day."""

    title: str
    short: str
    jurisdiction: str
    state: str
    url: str
    steps: tuple[tuple[str, str, CiteLine | None], ...]


@dataclass(frozen=True, kw_only=True)
class View:
    """A whole page of results."""

    assessment: Assessment
    source: Source
    title: str
    clashes: tuple[Clash, ...]
    sentences: tuple[Sentence, ...]
    counts: tuple[Count, ...]
    timeline: Timeline | None
    scale: Scale | None
    rows: tuple[Row, ...]
    first: tuple[Row, ...]
    groups: tuple[Group, ...]
    no_duty: tuple[NoDuty, ...]
    no_duty_hidden: int
    shared: tuple[Shared, ...]
    questions: tuple[OpenQuestion, ...]
    open_count: int
    facts: tuple[FactLine, ...]
    readings: tuple[ReadingChoice, ...]
    changes: tuple[ChangeLine, ...]
    law: tuple[LawLine, ...]
    filters: Filters
    marks: tuple[Choice, ...]
    selects: tuple[Select, ...]

    @property
    def total(self) -> int:
        """How many findings there are."""
        return len(self.rows)

    @property
    def shown(self) -> int:
        """How many of them pass the filters."""
        return len(self.filters.shown(self.rows))

    @property
    def assumptions(self) -> tuple[FactLine, ...]:
        """The answers that are the user's own legal view, or an estimate."""
        return tuple(fact for fact in self.facts if fact.assumed)


def view(assessment: Assessment, *, source: Source = NOWHERE, filters: Filters | None = None) -> View:
    """The page for an assessment. `source` says where the answers can be changed (default: nowhere)."""
    book, profile, chosen = assessment.book, assessment.profile, filters or Filters()
    places = sorted({f.instrument.jurisdiction for f in assessment.findings})
    scope: dict[str, Any] = {"as_of": assessment.as_of, "known_on": assessment.known_on, "jurisdictions": places}
    changes = _concerning(assessment, what_would_change(book, profile, limit=None, **scope))
    lines = change_lines(book, changes, profile.values, source)
    reasons = Reasons(book, source)
    maker = Rows(assessment, source, reasons, by_obligation(changes, lines))
    rows = tuple(maker.row(finding) for finding in assessment.findings)
    questions = next_questions(book, profile, limit=None, **scope)
    shown = tuple(replace(row, changes=row.changes[:3]) for row in rows)
    no_duties = no_duty(chosen.shown(shown))
    return View(
        assessment=assessment,
        source=source,
        title=profile.title or gettext("A description without a name"),
        clashes=tuple(_clashes(assessment, source)),
        sentences=sentences(assessment),
        counts=tally(assessment.findings),
        timeline=timeline(shown, assessment.as_of),
        scale=compute_scale(assessment),
        rows=shown,
        first=mattering(chosen.shown(shown), assessment.as_of),
        groups=groups(shown, chosen),
        no_duty=no_duties,
        no_duty_hidden=sum(1 for r in shown if r.mark == "none" and not r.guided) - sum(len(n.rows) for n in no_duties),
        shared=reasons.in_order(),
        questions=tuple(
            OpenQuestion(key=q.fact.key, label=q.fact.label, ask=q.fact.ask, url=source.question(q.fact.key))
            for q in questions[:MOST_QUESTIONS]
        ),
        open_count=len(questions),
        facts=tuple(_facts(assessment, source)),
        readings=tuple(_readings(assessment)),
        changes=tuple(lines[:MOST_CHANGES]),
        law=_law(assessment, places),
        filters=chosen,
        marks=mark_choices(shown, chosen),
        selects=selects(shown, chosen),
    )


def _clashes(assessment: Assessment, source: Source) -> Iterable[Clash]:
    facts = assessment.book.facts
    for clash in contradictions(assessment.profile.values):
        links = tuple((facts[key].label, source.question(key)) for key in clash.facts)
        yield Clash(text=str(clash.text), links=links)


def _concerning(assessment: Assessment, changes: Sequence[Change]) -> list[Change]:
    """The changes, each with only what this assessment asks to be done; penalties follow their duties."""
    known = {f.id for f in assessment.findings if f.obligation.topic is not Topic.PENALTIES}

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in ids if key in known)

    found = [replace(change, gained=kept(change.gained), removed=kept(change.removed)) for change in changes]
    return [change for change in found if change.gained or change.removed]


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
            )
        )
    return tuple(found)
