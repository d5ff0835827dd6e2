"""A small law for tests of the questionnaire: they speak of behaviour, not of the law of the day."""

from __future__ import annotations

import pytest

from apps.rules import law
from apps.rules.engine import Rulebook
from tests.profiles.small_law import small_book


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The rulebook of small_law, without installing it."""
    return small_book()


@pytest.fixture
def small_law(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> Rulebook:
    """Install the small rulebook for one test."""
    monkeypatch.setattr(law, "load", lambda: book)
    return book
