"""A small law and a described model, so that tests of jobs and pages take milliseconds."""

from __future__ import annotations

from datetime import date

import pytest

from apps.assessments.scope import Scope
from apps.profiles import services as profiles
from apps.profiles.models import Profile
from apps.profiles.services import Given
from apps.rules import law
from apps.rules.engine import Origin, Rulebook
from tests.profiles.small_law import small_book

DAY = date(2026, 11, 23)
HOSTILE = '<script>alert("1")</script>\' & "quoted" https://evil.example/x'


@pytest.fixture
def small_law(monkeypatch: pytest.MonkeyPatch) -> Rulebook:
    """Install the small rulebook for one test."""
    book = small_book()
    monkeypatch.setattr(law, "load", lambda: book)
    return book


@pytest.fixture
def scope() -> Scope:
    return Scope(as_of=DAY, known_on=DAY, jurisdictions=("EU",))


@pytest.fixture
def stored(db: None, small_law: Rulebook) -> Profile:
    """A model under the small law: sold, with an estimated range and a note."""
    found = profiles.profile_create(title="Nimbus 7")
    answers = {
        "sold": Given(value=True),
        "staff": Given(value=40, origin=Origin.IMPORTED, source="https://example.org/staff"),
        "compute": Given(
            value={"low": 2e25, "high": 3e25}, origin=Origin.ESTIMATED, note="six times parameters and tokens"
        ),
    }
    return profiles.profile_answers_set(profile=found, answers=answers)
