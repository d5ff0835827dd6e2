"""One finding as a row: what a reader sees closed, and everything that opens in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext

from apps.assessments import places
from apps.assessments.changes import ChangeLine
from apps.assessments.cites import CiteLine, SourceLine, cite_line, source_lines
from apps.assessments.links import Source, rulebook_page
from apps.assessments.marks import MarkKind, force, is_duty, mark
from apps.assessments.reasons import Reason, Reasons
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
    Cite,
    Finding,
    Outcome,
    Proof,
    ReadingOutcome,
    Step,
    StepKind,
    Timing,
    When,
)
from apps.rules.engine.words import day

MOST_QUESTIONS = 4


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
class OpenQuestion:
    """A fact still needed, and where to answer it."""

    key: str
    label: str
    ask: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A finding, ready to show. Texts are plain; only CiteLine carries markup.

    `brief` asks for what it hangs on rather than for steps and penalties: nobody knows yet whether it applies.
    `unlinked` says that nothing described touches the state whose law this is.
    """

    finding: Finding
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
    rhythm_words: str
    starts: date | None
    since: str
    hint: str
    removed_by: str
    cite: CiteLine
    unverified: bool
    guided: bool
    reasons: tuple[Reason, ...]
    carve_outs: tuple[CarveOutLine, ...]
    not_met: tuple[Reason, ...]
    readings: tuple[ReadingLine, ...]
    every_question: tuple[OpenQuestion, ...]
    steps: tuple[StepLine, ...]
    evidence: str
    deadline: str
    due: date | None
    due_words: str
    penalty: str
    penalty_question: OpenQuestion | None
    penalty_cites: tuple[CiteLine, ...]
    note: str
    cites: tuple[SourceLine, ...]
    changes: tuple[ChangeLine, ...]

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """The first few facts still needed."""
        return self.every_question[:MOST_QUESTIONS]

    @property
    def more_questions(self) -> int:
        """How many more are needed."""
        return max(0, len(self.every_question) - MOST_QUESTIONS)


@dataclass
class Rows:
    """Builds the rows of one assessment."""

    assessment: Assessment
    source: Source
    reasons: Reasons
    changes: Mapping[str, Sequence[ChangeLine]]

    def row(self, finding: Finding) -> Row:
        """The row of a finding."""
        duty, today = finding.obligation, self.assessment.as_of
        lines = [self._carve_out(c) for c in finding.carve_outs]
        active = [line.title for line in lines if line.state == CarveOutState.ACTIVE]
        return Row(
            finding=finding,
            anchor=finding.id,
            mark=mark(finding),
            duty=is_duty(finding),
            title=duty.title,
            who=capital(duty.who),
            must=duty.must,
            jurisdiction=finding.instrument.jurisdiction,
            unlinked=places.without_link(self.assessment, finding.instrument.jurisdiction),
            instrument=finding.instrument.short,
            force=force(finding).value,
            url=rulebook_page("duties", finding.id),
            brief=mark(finding) == "depends",
            rhythm=duty.deadline.kind,
            rhythm_words=str(RHYTHMS[duty.deadline.kind]),
            starts=finding.applies_from,
            since=since_words(finding.applies_from, today),
            hint=distance(finding.applies_from, today) if finding.applies_from else "",
            removed_by=active[0] if active else "",
            cite=self._cite(finding.decision.version.version.cites[0]),
            unverified=finding.certainty is Certainty.UNVERIFIED,
            guided=finding.certainty is Certainty.GUIDANCE,
            reasons=tuple(self._reasons(finding)),
            carve_outs=tuple(line for line in lines if line.state != CarveOutState.NOT_MET),
            not_met=tuple(self._not_met(finding)),
            readings=tuple(_reading(r) for r in finding.readings),
            every_question=tuple(self._question(key) for key in finding.open_facts),
            steps=tuple(self._step(s, duty.deadline.kind) for s in finding.steps),
            evidence=capital(duty.evidence),
            deadline=duty.deadline.text,
            due=finding.due,
            due_words=self._due_words(finding),
            penalty=self._penalty(finding),
            penalty_question=self._penalty_question(finding),
            penalty_cites=tuple(self._cite(c) for c in duty.penalty.cites) if duty.penalty else (),
            note=duty.note,
            cites=source_lines(self._cite(c) for c in finding.decision.version.version.cites),
            changes=tuple(self.changes.get(finding.id, ())),
        )

    def _cite(self, cite: Cite) -> CiteLine:
        return cite_line(self.assessment.book, cite)

    def _reasons(self, finding: Finding) -> Iterator[Reason]:
        """What decided it. Carve-outs have their own place, with the same reasons."""
        apart = {id(c.because) for c in finding.carve_outs if finding.outcome is not Outcome.EXEMPT}
        kept = [p for p in finding.because.children if id(p) not in apart and not _idle(p)]
        because = replace(finding.because, children=tuple(kept))
        if not finding.live:
            state = finding.instrument.state(self.assessment.as_of, self.assessment.known_on).value.replace("_", " ")
            yield Reason(text=gettext("Not law on this day: %(state)s") % {"state": state}, value=False)
        elif finding.timing is Timing.ENDED and finding.ends_on:
            yield Reason(text=gettext("The rule ended on %(day)s") % {"day": day(finding.ends_on)}, value=False)
        if because.kind == "cases":
            yield Reason(text=gettext("Every answer still possible leads to the same result"), value=True)
        yield from self.reasons.of(because)

    def _not_met(self, finding: Finding) -> Iterator[Reason]:
        """Exceptions and later starts that do not cover this: named, with their reasons elsewhere."""
        for found in finding.carve_outs:
            if found.state is CarveOutState.NOT_MET:
                yield Reason(text=found.carve_out.title, value=False, see=self.reasons.anchor(found.because))
        for part in finding.because.children:
            if _idle(part):
                yield Reason(text=part.text, value=False, see=self.reasons.anchor(part))

    def _carve_out(self, found: CarveOutFinding) -> CarveOutLine:
        carve_out = found.carve_out
        return CarveOutLine(
            title=carve_out.title,
            url=rulebook_page("carve-outs", carve_out.id),
            state=found.state.value,
            state_words=str(CARVE_OUTS[found.state]),
            removes=carve_out.removes,
            keeps=carve_out.keeps,
            cites=tuple(self._cite(c) for c in carve_out.cites),
            see=self.reasons.anchor(found.because),
            gist=self.reasons.gist(found.because),
        )

    def _question(self, key: str) -> OpenQuestion:
        fact = self.assessment.book.facts[key]
        return OpenQuestion(key=key, label=fact.label, ask=fact.ask, url=self.source.question(key))

    def _step(self, step: Step, usual: When) -> StepLine:
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
            cite=self._cite(step.pinpoint),
        )

    def _due_words(self, finding: Finding) -> str:
        if finding.due is None:
            return ""
        return gettext("%(day)s (%(hint)s)") % {
            "day": day(finding.due),
            "hint": distance(finding.due, self.assessment.as_of),
        }

    def _penalty(self, finding: Finding) -> str:
        """The ceiling of the fine for this reader, or the rule for it; then what the dossier says beside it."""
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

    def _penalty_question(self, finding: Finding) -> OpenQuestion | None:
        """The answer that is missing for the amount: the turnover, unless it is known."""
        fine = finding.obligation.penalty
        if fine is None or finding.fine is not None or fine.turnover.key in self.assessment.profile.values:
            return None
        return self._question(fine.turnover.key)


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
