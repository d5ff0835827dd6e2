"""What an assessment is asked for: the two dates and the jurisdictions, read strictly from what somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from apps.rules.engine import Assessment, Profile, Rulebook, RulebookError, evaluate
from apps.rules.engine.questions import Question, next_questions

# Jurisdictions Remit is made for. One may be asked for before its law is in the rulebook; the answer then says so.
# INT stands for what is voluntary or binds states alone: part of an answer, never among its duties.
JURISDICTIONS = ("EU", "US", "UK", "INT")
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
MOST_QUESTIONS = 50


class ScopeError(ValueError):
    """A date or jurisdiction that cannot be used: which part, what is wrong with it, what to write instead."""

    def __init__(self, field: str, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.field, self.message, self.remedy = field, message, remedy


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The day the question is about, the day by which law must have been published, and the jurisdictions asked for."""

    as_of: date
    known_on: date
    jurisdictions: tuple[str, ...]

    @staticmethod
    def within(book: Rulebook, jurisdiction: str) -> tuple[str, ...]:
        """The rulebook's jurisdictions that `jurisdiction` covers: itself and its states."""
        found = {i.jurisdiction for i in book.instruments.values()}
        return tuple(sorted(j for j in found if j == jurisdiction or j.startswith(f"{jurisdiction}-")))

    @staticmethod
    def jurisdictions_in(book: Rulebook) -> tuple[str, ...]:
        """Those of Remit's jurisdictions that the rulebook has law for."""
        return tuple(name for name in JURISDICTIONS if Scope.within(book, name))

    def covered(self, book: Rulebook) -> tuple[str, ...]:
        """The rulebook's jurisdictions that were asked for."""
        return tuple(j for name in self.jurisdictions for j in Scope.within(book, name))

    def not_covered(self, book: Rulebook) -> tuple[str, ...]:
        """The jurisdictions that were asked for and have no law in the rulebook yet."""
        return tuple(name for name in self.jurisdictions if not Scope.within(book, name))


def read_scope(
    book: Rulebook, *, today: date, as_of: object = None, known_on: object = None, jurisdictions: object = None
) -> Scope:
    """The scope from what was written: ISO dates; jurisdictions as a list or a text with commas.

    Left out: as_of is `today`, known_on is as_of, jurisdictions are those the rulebook covers. Raises ScopeError.
    """
    day = today if as_of is None else read_day("as_of", as_of)
    return Scope(
        as_of=day,
        known_on=day if known_on is None else read_day("known_on", known_on),
        jurisdictions=Scope.jurisdictions_in(book) if jurisdictions is None else _jurisdictions(book, jurisdictions),
    )


def read_day(field: str, raw: object) -> date:
    """A calendar day written as 2026-11-23. Raises ScopeError naming `field`."""
    remedy = "Write a day such as 2026-11-23."
    if isinstance(raw, date):
        return raw
    if not isinstance(raw, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", raw, re.ASCII):
        raise ScopeError(field, f"{_shown(raw)} is not a date.", remedy)
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        raise ScopeError(field, f"{_shown(raw)} is not a day of the calendar.", remedy) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ScopeError(field, f"{raw} is too far from today.", f"Write a day from {FIRST_DAY} to {LAST_DAY}.")
    return day


def _jurisdictions(book: Rulebook, raw: object) -> tuple[str, ...]:
    names = _names(raw)
    known = {*JURISDICTIONS, *(i.jurisdiction for i in book.instruments.values())}
    wrong = [name for name in names if name not in known]
    state = next((f", or a state such as {name}" for name in sorted(known) if "-" in name), "")
    choice = f"Choose from {', '.join(JURISDICTIONS)}{state}."
    if wrong:
        raise ScopeError("jurisdictions", f"There is no jurisdiction {_shown(wrong[0])}.", choice)
    if not names:
        raise ScopeError("jurisdictions", "No jurisdiction is named.", f"{choice} Or leave it out for all covered.")
    return tuple(dict.fromkeys(names))


def _names(raw: object) -> list[str]:
    parts: Iterable[object] = raw.split(",") if isinstance(raw, str) else raw if isinstance(raw, list | tuple) else ()
    if not isinstance(raw, str | list | tuple):
        raise ScopeError("jurisdictions", f"{_shown(raw)} is not a list.", 'Write a list such as ["EU"].')
    names = []
    for part in parts:
        if not isinstance(part, str):
            raise ScopeError("jurisdictions", f"{_shown(part)} is not a text.", 'Write a list such as ["EU"].')
        if part.strip():
            names.append(part.strip().upper())
    return names


def assess(
    book: Rulebook, profile: Profile, scope: Scope, *, questions: int = 5
) -> tuple[Assessment, tuple[Question, ...]]:
    """Decide the profile in this scope and rank up to `questions` next questions.

    Raises ScopeError when the rulebook has no wording for the two dates.
    """
    covered: Collection[str] = scope.covered(book)
    try:
        assessment = evaluate(book, profile, as_of=scope.as_of, known_on=scope.known_on, jurisdictions=covered)
        ranked = next_questions(
            book, profile, as_of=scope.as_of, known_on=scope.known_on, jurisdictions=covered, limit=questions
        )
    except (RulebookError, LookupError) as error:
        remedy = "Ask about later days, or about the same day for both."
        dates = f"{scope.as_of} as known on {scope.known_on}"
        raise ScopeError("as_of", f"The rulebook cannot be read for {dates}: {error}", remedy) from error
    return assessment, ranked


def _shown(raw: object) -> str:
    text = repr(raw) if isinstance(raw, str) else str(raw)
    return text if len(text) <= 60 else f"{text[:57]}…"
