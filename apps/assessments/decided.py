"""An assessment with what is asked about it, each worked out once and only when something shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from apps.assessments.changes import concerning
from apps.rules.engine import Assessment, Change, Profile, Rulebook, evaluate, next_questions, what_would_change
from apps.rules.engine.questions import Question

# Somebody who opens one row after another asks about the same few descriptions.
KEPT = 8


@dataclass(frozen=True)
class Decided:
    """The findings, and what could still change them."""

    assessment: Assessment

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The jurisdictions of the findings."""
        return tuple(sorted({f.instrument.jurisdiction for f in self.assessment.findings}))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Each change of one answer that moves a duty."""
        found = what_would_change(
            self.assessment.book, self.assessment.profile, limit=None, base=self.assessment, **self._scope()
        )
        return concerning(self.assessment, found)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The open questions that can change a finding."""
        return next_questions(self.assessment.book, self.assessment.profile, limit=None, **self._scope())

    def _scope(self) -> dict[str, Any]:
        days = {"as_of": self.assessment.as_of, "known_on": self.assessment.known_on}
        return days | {"jurisdictions": self.places}


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is to be decided. Two are the same if the rulebook, what was described and the days are."""

    fingerprint: str
    content: str
    as_of: date
    known_on: date
    book: Rulebook = field(compare=False, repr=False)
    profile: Profile = field(compare=False, repr=False)
    jurisdictions: Collection[str] = field(compare=False)


@lru_cache(maxsize=KEPT)
def decided(case: Case) -> Decided:
    """The findings of a case; the last few are kept in this process."""
    return Decided(
        evaluate(
            case.book,
            case.profile,
            as_of=case.as_of,
            known_on=case.known_on,
            jurisdictions=case.jurisdictions or None,
        )
    )
