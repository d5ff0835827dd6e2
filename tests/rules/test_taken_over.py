"""Findings taken over from a similar assessment, and days on which no rule is known yet."""

from __future__ import annotations

from datetime import date

from apps.rules import law
from apps.rules.engine import Answer, Profile, evaluate

DAY = date(2026, 11, 23)


def test_what_is_not_asked_for_is_not_taken_over_either() -> None:
    book, profile = law.load(), Profile(answers={"seat": Answer(value="eu")})
    wide = evaluate(book, profile, as_of=DAY, jurisdictions=("EU", "UK"))
    narrow = evaluate(book, profile, as_of=DAY, jurisdictions=("EU",), like=wide)
    assert narrow.by_id
    assert {finding.instrument.jurisdiction for finding in narrow.findings} == {"EU"}


def test_before_any_law_was_published_nothing_is_asked_however_often_one_looks() -> None:
    book = law.load()
    for _ in range(20):
        assert evaluate(book, Profile(answers={}), as_of=DAY, known_on=date(1900, 1, 1)).findings == ()
