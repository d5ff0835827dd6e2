"""An assessment as plain text, for a terminal or an e-mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from apps.assessments import beside
from apps.assessments.marks import MarkKind, force, mark
from apps.assessments.scope import Scope
from apps.assessments.sentences import sentences
from apps.profiles.contradictions import clashes_in
from apps.rules.engine import Assessment, CarveOutState, Certainty, Finding, Outcome, Proof
from apps.rules.engine.questions import Question
from apps.rules.engine.words import day

WIDTH = 100
MOST_REASONS = 4
NAMES = {
    "EU": "the European Union",
    "US": "the United States",
    "UK": "the United Kingdom",
    "INT": "the voluntary and international layer",
}
GROUPS: dict[MarkKind, str] = {
    "applies": "In force",
    "upcoming": "Upcoming",
    "exempt": "Exempt",
    "contested": "Contested: legal readings lead to different answers",
    "depends": "Depends on facts not given",
    "none": "Does not apply",
}
OUTCOMES = {
    Outcome.APPLIES: "applies",
    Outcome.EXEMPT: "exempt",
    Outcome.DOES_NOT_APPLY: "does not apply",
    Outcome.NEEDS_FACTS: "depends on facts",
    None: "depends on another reading",
}


def text_report(assessment: Assessment, questions: Sequence[Question], scope: Scope) -> str:
    """The report: one sentence, what is not covered, duties by timing with pinpoint and reason, open questions."""
    lines = [*_head(assessment), *_coverage(assessment, scope), ""]
    for kind, heading in GROUPS.items():
        findings = [f for f in assessment.findings if mark(f) == kind and not beside.is_beside(f)]
        if findings:
            lines += [heading.upper(), *(line for f in findings for line in _finding(assessment, f, kind)), ""]
    lines += _beside(assessment)
    lines += [*_questions(questions), f"Rulebook {assessment.fingerprint}", "Information, not legal advice."]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(assessment: Assessment) -> Iterator[str]:
    title = assessment.profile.title or "Untitled description"
    yield title
    yield "=" * min(len(title), WIDTH)
    yield f"As of {day(assessment.as_of)}, on the law published by {day(assessment.known_on)}."
    for clash in clashes_in(assessment.profile):
        yield ""
        labels = ", ".join(assessment.book.facts[key].label for key in clash.facts)
        yield from _wrapped(f"Two answers do not fit together. {clash.text} Check: {labels}.", "")
    alerts = beside.warnings(assessment)
    for alert in alerts:
        yield ""
        yield from _wrapped(f"Warning ({alert.id}): {alert.title}. {alert.text}", "")
    for hook in alerts[0].hooks if alerts else ():
        yield from _wrapped(f"{beside.hook_words(hook)} [{', '.join(hook.duties)}]", "  ")
    for found in sentences(assessment):
        yield ""
        yield from _wrapped(found.text, "")


def _coverage(assessment: Assessment, scope: Scope) -> Iterator[str]:
    """What an empty or short list of findings must not be taken for."""
    missing = scope.not_covered(assessment.book)
    for name in missing:
        yield ""
        yield from _wrapped(
            f"Not covered yet: {NAMES.get(name, name)}. The rulebook holds no law of this jurisdiction, so this report "
            "says nothing about it; duties may well apply there.",
            "",
        )
    if not assessment.findings and len(missing) < len(scope.jurisdictions):
        yield ""
        yield from _wrapped("The rulebook holds no duty that was published by then. Choose later days.", "")


def _beside(assessment: Assessment) -> Iterator[str]:
    """What is voluntary or binds states alone, under what it is to the reader; open points by instrument only."""
    found = beside.by_standing(assessment.findings)
    if not any(found.values()):
        return
    yield "VOLUNTARY AND INTERNATIONAL: NONE OF THIS IS A DUTY"
    for kind, findings in found.items():
        heading = str(beside.HEADINGS.get(kind, "Neither signed nor claimed nor asked for"))
        if findings and kind in {beside.Standing.OPEN, beside.Standing.NONE}:
            yield from _wrapped(f"{heading} ({len(findings)}): {', '.join(beside.instruments(findings))}.", "  ")
        elif findings:
            yield f"  {heading}"
            yield from (line for f in findings for line in _finding(assessment, f, mark(f)))
    yield ""


def _finding(assessment: Assessment, finding: Finding, kind: MarkKind) -> Iterator[str]:
    yield from _wrapped(f"{finding.obligation.title}  [{finding.id}]", "  ")
    if kind != "none":
        yield from _wrapped(" · ".join(_details(finding)), "      ")
    if not finding.live:
        yield from _wrapped("Not law on this day: it yields no duty whatever the facts.", "      ")
    yield from _wrapped(f"Why: {reason(assessment, finding)}", "      ")
    for reading in finding.readings:
        yield from _wrapped(f"If {reading.label}: {OUTCOMES[reading.outcome]}.", "      ")


def _details(finding: Finding) -> Iterator[str]:
    yield f"{finding.instrument.short}, {finding.decision.version.version.cites[0].pinpoint}"
    if not force(finding).binding:
        yield force(finding).value
    if finding.applies_from is not None:
        yield f"from {day(finding.applies_from)}"
    if finding.waits_for:
        yield f"waits for: {finding.waits_for}"
    if finding.due is not None:
        yield f"due {day(finding.due)}"
    if finding.certainty is Certainty.UNVERIFIED:
        yield "source not verified"


def reason(assessment: Assessment, finding: Finding) -> str:
    """Why a finding is what it is, in one line: the parts that decided it, named but not unfolded."""
    if finding.outcome is Outcome.NEEDS_FACTS:
        labels = [assessment.book.facts[key].label for key in finding.open_facts]
        return f"depends on {_few(labels) or 'facts not given'}."
    parts = list(_parts(finding.because.children))
    lost = {c.carve_out.id: c.because for c in finding.carve_outs if c.state is CarveOutState.LOST}
    if finding.outcome is Outcome.APPLIES:
        parts = [p for p in parts if p.kind not in {"carve_out", "transition"} or p.value]
    words = [f"{p.text} ({p.answer})" if p.answer else p.text for p in parts]
    if finding.outcome is Outcome.APPLIES:
        words += [f"“{p.text}” is lost" for p in lost.values()]
    return f"{_few(words) or 'it follows from the law alone'}."


def _parts(children: Iterable[Proof]) -> Iterator[Proof]:
    for child in children:
        if child.kind in {"group", "reading"}:
            yield from _parts(child.children)
        else:
            yield child


def _few(words: list[str]) -> str:
    words = list(dict.fromkeys(word.rstrip(".") for word in words))
    more = len(words) - MOST_REASONS
    return "; ".join(words[:MOST_REASONS]) + (f"; and {more} more" if more > 0 else "")


def _questions(questions: Sequence[Question]) -> Iterator[str]:
    if questions:
        yield "NEXT QUESTIONS"
    for question in questions:
        yield from _wrapped(f"{question.fact.ask}  [{question.fact.key}]", "  ")
    if questions:
        yield ""


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
