"""Stored profiles under the small law of these tests."""

from collections.abc import Callable

import pytest
from django.core.cache import caches

from apps.profiles.models import Profile
from apps.rules import law
from tests.assessments.law import BOOK


@pytest.fixture
def small_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the small rulebook in place of the law of the day."""
    caches["pages"].clear()
    monkeypatch.setattr(law, "load", lambda: BOOK)


@pytest.fixture
def stored(db: None) -> Callable[..., Profile]:
    """Store a profile with these answers."""

    def store(title: str = "A model", **answers: object) -> Profile:
        kept = {key: {"value": value, "origin": "answered", "note": "", "source": ""} for key, value in answers.items()}
        return Profile.objects.create(title=title, answers=kept)

    return store
