"""One finding as a row: what a reader sees closed, and everything that opens in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain

from django.utils.translation import gettext, gettext_lazy

from apps.assessments import beside, places
from apps.assessments.changes import ChangeLine, change_lines
from apps.assessments.cites import CiteLine, SourceLine, cite_line, source_lines
from apps.assessments.links import Source, rulebook_page
from apps.assessments.marks import MarkKind, force, is_duty, mark
from apps.assessments.reasons import Reason, Reasons, Shared
from apps.assessments.wording import (
    CARVE_OUTS,
    OUTCOMES,
    RHYTHMS,
    cap_words,
    capital,
    distance,
    rule_of_fine,
    since_words,
)
from apps.rules.engine import (
    Assessment,
    CarveOutFinding,
    CarveOutState,
    Certainty,
    Change,
    Cite,
    Finding,
    Force,
    Outcome,
    Proof,
    ReadingOutcome,
    Step,
    StepKind,
    Timing,
    When,
)
from apps.rules.engine.words import day

SOFT_WORDS = {
    Force.GUIDANCE: gettext_lazy("Expected"),
    Force.VOLUNTARY: gettext_lazy("Voluntary"),
    Force.PROPOSED: gettext_lazy("Announced"),
}
MOST_QUESTIONS = 4
MOST_CHANGES = 3


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """A step: what to do, in which rhythm where it differs from the duty's, what kind of step, and its pinpoint."""

    text: str
    when: str
    kind: str
    evidence: str
    cite: CiteLine


@dataclass(frozen=True, kw_only=True)
class CarveOutLine:
    """A carve-out that touches the duty: its state for this model, and what that rests on."""

    title: str
    url: str
    state: str
    state_words: str
    removes: str
    keeps: str
    cites: tuple[CiteLine, ...]
    see: str
    gist: str


@dataclass(frozen=True, kw_only=True)
class ReadingLine:
    """What one side of a contested point makes of the duty; `mark` "" when other points decide too."""

    label: str
    mark: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ChallengeLine:
    """What is undertaken against the law of a duty, and by which instrument; the duty stands."""

    by: str
    url: str
    text: str


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    """A fact still needed, and where to answer it."""

    key: str
    label: str
    ask: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A finding, ready to show. Texts are plain; only CiteLine carries markup.

    What stands in a list is there from the start; reasons, steps, sources and changes are worked out when asked for.
    `brief` asks for what it hangs on rather than for steps and penalties: nobody knows yet whether it applies.
    `unlinked` says that nothing described touches the country or state whose law this is.
    """

    finding: Finding
    maker: Rows = field(repr=False, compare=False)
    anchor: str
    mark: MarkKind
    duty: bool
    title: str
    who: str
    must: str
    jurisdiction: str
    unlinked: bool
    instrument: str
    force: str
    url: str
    brief: bool
    rhythm: When
    starts: date | None
    removed_by: str
    cite: CiteLine
    unverified: bool
    guided: bool
    evidence: str
    deadline: str
    due: date | None
    note: str

    @property
    def page(self) -> str:
        """The permanent page of the finding; the days asked for are added as a query."""
        return self.maker.source.finding(self.anchor)

    @cached_property
    def keeps_away(self) -> str:
        """The first reason, in a line: for a rule without effect here, what keeps it away.

        Places without a link share one, whatever their laws ask besides.
        """
        if self.not_given:
            return gettext("You neither signed nor claim it, and did not ask for good practice")
        return gettext("You named no link to the place") if self.unlinked else self.maker.first_reason(self.finding)

    @property
    def rhythm_words(self) -> str:
        """In which rhythm it is due."""
        return str(RHYTHMS[self.rhythm])

    @cached_property
    def since(self) -> str:
        """Since 2 August 2025."""
        return since_words(self.starts, self.maker.assessment.as_of)

    @cached_property
    def hint(self) -> str:
        """How far that day is."""
        return distance(self.starts, self.maker.assessment.as_of) if self.starts else ""

    @property
    def soft(self) -> str:
        """What a point that does not bind is, in a word, where it reaches the reader; "" for law and open points."""
        if beside.is_beside(self.finding) or self.mark not in {"applies", "upcoming"}:
            return ""
        return str(SOFT_WORDS.get(force(self.finding), ""))

    @property
    def standing(self) -> str:
        """What the point is to the reader, if it stands beside the law; "" for law, and for what is left aside."""
        kind = beside.standing(self.finding) if beside.is_beside(self.finding) else beside.Standing.NONE
        return str(beside.HEADINGS.get(kind, ""))

    @cached_property
    def not_given(self) -> bool:
        """Whether nothing but a missing signature or claim keeps it away."""
        return beside.not_given(self.finding)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What decided it."""
        return self.maker.reasons_of(self.finding)

    @cached_property
    def carve_outs(self) -> tuple[CarveOutLine, ...]:
        """The exceptions that touch it."""
        met = (found for found in self.finding.carve_outs if found.state is not CarveOutState.NOT_MET)
        return tuple(self.maker.carve_out(found) for found in met)

    @cached_property
    def not_met(self) -> tuple[Reason, ...]:
        """Exceptions and later starts that do not cover it."""
        return tuple(self.maker.not_met(self.finding))

    @cached_property
    def readings(self) -> tuple[ReadingLine, ...]:
        """What each side of a contested point makes of it."""
        return tuple(_reading(r) for r in self.finding.readings)

    @cached_property
    def every_question(self) -> tuple[OpenQuestion, ...]:
        """The facts still needed."""
        return tuple(self.maker.question(key) for key in self.finding.open_facts)

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """The first few facts still needed."""
        return self.every_question[:MOST_QUESTIONS]

    @property
    def more_questions(self) -> int:
        """How many more are needed."""
        return max(0, len(self.every_question) - MOST_QUESTIONS)

    @cached_property
    def steps(self) -> tuple[StepLine, ...]:
        """What to do, step by step."""
        return tuple(self.maker.step(s, self.rhythm) for s in self.finding.steps)

    @cached_property
    def due_words(self) -> str:
        """4 December 2026 (in 11 days)."""
        if self.due is None:
            return ""
        hint = distance(self.due, self.maker.assessment.as_of)
        return gettext("%(day)s (%(hint)s)") % {"day": day(self.due), "hint": hint}

    @cached_property
    def penalty(self) -> str:
        """What a breach can cost."""
        return self.maker.penalty(self.finding)

    @cached_property
    def penalty_question(self) -> OpenQuestion | None:
        """The answer that is missing for the amount."""
        return self.maker.penalty_question(self.finding)

    @cached_property
    def penalty_cites(self) -> tuple[CiteLine, ...]:
        """Where the fine is written."""
        fine = self.finding.obligation.penalty
        return tuple(self.maker.cite(c) for c in fine.cites) if fine else ()

    @cached_property
    def cites(self) -> tuple[SourceLine, ...]:
        """The sources of the wording."""
        return source_lines(self.maker.cite(c) for c in self.finding.decision.version.version.cites)

    @cached_property
    def challenges(self) -> tuple[ChallengeLine, ...]:
        """What others undertake against this law."""
        return tuple(self.maker.challenges(self.finding))

    @cached_property
    def changes(self) -> tuple[ChangeLine, ...]:
        """The first few changes of an answer that would bring it or take it away."""
        return self.maker.changes_of(self.anchor)


@dataclass
class Rows:
    """Builds the rows of one assessment. `changes` gives what would change it, when a row is asked for that."""

    assessment: Assessment
    source: Source
    reasons: Reasons
    changes: Callable[[], Sequence[Change]] = tuple

    def row(self, finding: Finding) -> Row:
        """The row of a finding."""
        duty = finding.obligation
        active = [c.carve_out.title for c in finding.carve_outs if c.state is CarveOutState.ACTIVE]
        kind = mark(finding)
        return Row(
            finding=finding,
            maker=self,
            anchor=finding.id,
            mark=kind,
            duty=is_duty(finding),
            title=duty.title,
            who=capital(duty.who),
            must=duty.must,
            jurisdiction=finding.instrument.jurisdiction,
            unlinked=places.without_link(self.assessment, finding.instrument.jurisdiction),
            instrument=finding.instrument.short,
            force=force(finding).value,
            url=rulebook_page("duties", finding.id),
            brief=kind == "depends",
            rhythm=duty.deadline.kind,
            starts=finding.applies_from,
            removed_by=active[0] if active else "",
            cite=self.cite(finding.decision.version.version.cites[0]),
            unverified=finding.certainty is Certainty.UNVERIFIED,
            guided=finding.certainty is Certainty.GUIDANCE,
            evidence=capital(duty.evidence),
            deadline=duty.deadline.text,
            due=finding.due,
            note=duty.note,
        )

    def challenges(self, finding: Finding) -> Iterator[ChallengeLine]:
        """What is undertaken against the instrument, as far as it is known."""
        for other, challenge in self.assessment.book.challenges(finding.instrument, self.assessment.known_on):
            url = rulebook_page("instruments", other.id)
            yield ChallengeLine(by=other.short, url=url, text=challenge.text)

    def cite(self, cite: Cite) -> CiteLine:
        """The pinpoint ready to show."""
        return cite_line(self.assessment.book, cite)

    def reasons_of(self, finding: Finding) -> tuple[Reason, ...]:
        """What decided it. Carve-outs have their own place, with the same reasons."""
        return (*_before_all(finding, self.assessment), *self.reasons.of(_deciding(finding)))

    def first_reason(self, finding: Finding) -> str:
        """The text of the first of these reasons, without what stands below it."""
        opening = (reason.text for reason in _before_all(finding, self.assessment))
        alone = gettext("It follows from the law alone")
        return next(chain(opening, self.reasons.texts(_deciding(finding))), alone)

    def not_met(self, finding: Finding) -> Iterator[Reason]:
        """Exceptions and later starts that do not cover this: named, with their reasons elsewhere."""
        for found in finding.carve_outs:
            if found.state is CarveOutState.NOT_MET:
                yield Reason(text=found.carve_out.title, value=False, see=self.reasons.anchor(found.because))
        for part in finding.because.children:
            if _idle(part):
                yield Reason(text=part.text, value=False, see=self.reasons.anchor(part))

    def carve_out(self, found: CarveOutFinding) -> CarveOutLine:
        """What became of a carve-out, and what that rests on."""
        carve_out = found.carve_out
        return CarveOutLine(
            title=carve_out.title,
            url=rulebook_page("carve-outs", carve_out.id),
            state=found.state.value,
            state_words=str(CARVE_OUTS[found.state]),
            removes=carve_out.removes,
            keeps=carve_out.keeps,
            cites=tuple(self.cite(c) for c in carve_out.cites),
            see=self.reasons.anchor(found.because),
            gist=self.reasons.gist(found.because),
        )

    def question(self, key: str) -> OpenQuestion:
        """A fact as a question with its address."""
        fact = self.assessment.book.facts[key]
        return OpenQuestion(key=key, label=fact.label, ask=fact.ask, url=self.source.question(key))

    def step(self, step: Step, usual: When) -> StepLine:
        """A step; its rhythm is said where it is not the usual one."""
        kinds = {
            StepKind.GATE: gettext("decides other steps"),
            StepKind.OPTION: gettext("a choice"),
            StepKind.RELIEF: gettext("uses an exception"),
        }
        return StepLine(
            text=step.text,
            when="" if step.when is usual else str(RHYTHMS[step.when]).lower(),
            kind=kinds.get(step.kind, ""),
            evidence=step.evidence,
            cite=self.cite(step.pinpoint),
        )

    def changes_of(self, obligation: str) -> tuple[ChangeLine, ...]:
        """The first few changes of an answer that would bring it or take it away."""
        moving = [c for c in self.changes() if obligation in c.gained or obligation in c.removed]
        return change_lines(self.assessment, moving[:MOST_CHANGES], self.source)

    def penalty(self, finding: Finding) -> str:
        """The ceiling of the fine for this reader, or the rule for it; then the note beside it."""
        fine, cap = finding.obligation.penalty, finding.fine
        parts = []
        if cap is not None and fine is not None:
            words = {"cap": cap_words(cap), "rule": rule_of_fine(fine, cap.rule)}
            parts.append(gettext("At most %(cap)s: %(rule)s.") % words)
        elif fine is not None:
            parts.append(capital(rule_of_fine(fine)) + ".")
        if fine is not None and fine.since is not None and fine.since > self.assessment.as_of:
            parts.append(gettext("Fines can be imposed from %(day)s.") % {"day": day(fine.since)})
        note = finding.obligation.penalty_note
        return " ".join([*parts, note] if note else parts)

    def penalty_question(self, finding: Finding) -> OpenQuestion | None:
        """The answer that is missing for the amount: the turnover, unless it is known."""
        fine = finding.obligation.penalty
        if fine is None or finding.fine is not None or fine.turnover.key in self.assessment.profile.values:
            return None
        return self.question(fine.turnover.key)


def resting_on(rows: Iterable[Row], reasons: Reasons) -> tuple[Shared, ...]:
    """The concepts and exceptions that these rows rest on, in full; `reasons` are those the rows were built with."""
    for row in rows:
        # To read the reasons is to collect what they rest on.
        _ = row.carve_outs, row.reasons, row.not_met
    return reasons.in_order()


def _before_all(finding: Finding, assessment: Assessment) -> Iterator[Reason]:
    """What is said ahead of the proof: that the law is not live, or that every answer leads to the same result."""
    if not finding.live:
        state = finding.instrument.state(assessment.as_of, assessment.known_on).value.replace("_", " ")
        yield Reason(text=gettext("Not law on this day: %(state)s") % {"state": state}, value=False)
    elif finding.timing is Timing.ENDED and finding.ends_on:
        yield Reason(text=gettext("The rule ended on %(day)s") % {"day": day(finding.ends_on)}, value=False)
    if finding.because.kind == "cases":
        yield Reason(text=gettext("Every answer still possible leads to the same result"), value=True)


def _deciding(finding: Finding) -> Proof:
    """The proof without the carve-outs that have their own place and the later starts that change nothing."""
    apart = {id(c.because) for c in finding.carve_outs if finding.outcome is not Outcome.EXEMPT}
    kept = [p for p in finding.because.children if id(p) not in apart and not _idle(p)]
    return replace(finding.because, children=tuple(kept))


def _idle(part: Proof) -> bool:
    """A later start that does not cover the model changes nothing."""
    return part.kind == "transition" and part.value is False


def _reading(reading: ReadingOutcome) -> ReadingLine:
    marks: dict[Outcome, str] = {
        Outcome.APPLIES: "applies",
        Outcome.EXEMPT: "exempt",
        Outcome.DOES_NOT_APPLY: "none",
        Outcome.NEEDS_FACTS: "depends",
    }
    if reading.outcome is None:
        return ReadingLine(label=reading.label, mark="", words=gettext("other contested points decide too"))
    return ReadingLine(label=reading.label, mark=marks[reading.outcome], words=str(OUTCOMES[reading.outcome]))
