"""Where a profile stands: its findings, and what is still worth asking. Shared by the card, the rail and the panel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from apps.rules.engine import Answer, Certainty, Outcome, Profile, Timing, evaluate
from apps.rules.engine.questions import Question, next_questions

if TYPE_CHECKING:
    from datetime import date

    from apps.rules.engine import Assessment, Finding, Rulebook
    from apps.rules.engine.profile import Value

KEPT = 128  # standings: those of the examples and of the profiles being described now
MARKS = ("applies", "upcoming", "exempt", "depends", "contested", "none")


@dataclass(frozen=True)
class Told:
    """A sentence about one jurisdiction."""

    jurisdiction: str
    text: str


@dataclass(frozen=True)
class Summary:
    """An assessment in brief: a sentence for each jurisdiction, and how many duties wear each mark."""

    sentences: tuple[Told, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class Standing:
    """The findings for a profile and every question that can still change one of them, best first."""

    assessment: Assessment
    questions: tuple[Question, ...]
    declined: frozenset[str]

    @cached_property
    def in_play(self) -> dict[str, Question]:
        """The questions that can still change a finding, by fact."""
        return {question.fact.key: question for question in self.questions}

    @cached_property
    def to_ask(self) -> tuple[Question, ...]:
        """Those worth asking: in play, and without any answer, be it a range or "I don't know"."""
        answered = self.assessment.profile.answers
        return tuple(question for question in self.questions if question.fact.key not in answered)

    @cached_property
    def to_narrow(self) -> tuple[Question, ...]:
        """Those answered with a range in which a closer figure could still change a finding."""
        return tuple(q for q in self.questions if q.fact.key in self.assessment.profile.values)

    @cached_property
    def summary(self) -> Summary:
        """The assessment in brief."""
        return (_Wording.summarise or plain_summary)(self.assessment)


def standing(
    book: Rulebook,
    profile: Profile,
    *,
    as_of: date,
    known_on: date | None = None,
    jurisdictions: Collection[str] = (),
) -> Standing:
    """Decide the profile and rank its open questions; the last few results are kept, as pages ask for them again.

    `jurisdictions` empty means all. Notes and sources of answers do not reach a finding and are left out here.
    """
    known = frozenset(profile.values.items())
    readings = frozenset(profile.readings.items())
    where = frozenset(jurisdictions) or None
    return _standing(book, known, profile.declined, readings, as_of, known_on or as_of, where)


@lru_cache(maxsize=KEPT)
def _standing(
    book: Rulebook,
    known: frozenset[tuple[str, Value]],
    declined: frozenset[str],
    readings: frozenset[tuple[str, str]],
    as_of: date,
    known_on: date,
    jurisdictions: frozenset[str] | None,
) -> Standing:
    answers = {key: Answer(value=value) for key, value in known} | {key: Answer(value=None) for key in declined}
    profile = Profile(answers=answers, readings=dict(readings))
    assessment = evaluate(book, profile, as_of=as_of, known_on=known_on, jurisdictions=jurisdictions)
    questions = next_questions(book, profile, as_of=as_of, known_on=known_on, jurisdictions=jurisdictions, limit=None)
    return Standing(assessment, questions, declined)


# --- In brief -----------------------------------------------------------------------------------------------------
class _Wording:
    """Who words a summary. The app above this one knows the findings better and says so when it starts."""

    summarise: Callable[[Assessment], Summary] | None = None


def summarise_with(summarise: Callable[[Assessment], Summary] | None) -> None:
    """Let `summarise` word the summaries from now on; None returns to plain_summary."""
    _Wording.summarise = summarise


def plain_summary(assessment: Assessment) -> Summary:
    """A summary that only counts."""
    places: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        places.setdefault(finding.instrument.jurisdiction, []).append(finding)
    sentences = tuple(Told(place, _counted(findings)) for place, findings in places.items())
    return Summary(sentences, dict(Counter(_mark(finding) for finding in assessment.findings)))


def _counted(findings: Iterable[Finding]) -> str:
    marks = Counter(_mark(finding) for finding in findings)
    duties = ngettext("%(n)d rule applies now", "%(n)d rules apply now", marks["applies"]) % {"n": marks["applies"]}
    depends = ngettext("%(n)d depends on answers", "%(n)d depend on answers", marks["depends"]) % {
        "n": marks["depends"]
    }
    return f"{duties}, {depends}."


def _mark(finding: Finding) -> str:
    if not finding.live or finding.timing is Timing.ENDED:
        return "none"
    if finding.certainty is Certainty.CONTESTED:
        return "contested"
    if finding.outcome is Outcome.APPLIES and finding.timing is not None:
        return "upcoming" if finding.timing is Timing.UPCOMING else "applies"
    return {Outcome.EXEMPT: "exempt", Outcome.DOES_NOT_APPLY: "none"}.get(finding.outcome, "depends")
