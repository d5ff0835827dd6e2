"""Assess a few facts under the law of the United States, for tests of single statutes."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.rules.engine import Assessment, Finding, Outcome
from apps.rules.law.facts.us_activities import us_activities
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)


def with_activities(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with every special activity chosen, so that the questions they open decide; None leaves them open."""
    every = [option.key for option in us_activities.options]
    return {key: value for key, value in {"us_activities": every, **facts}.items() if value is not None}


def assess(facts: dict[str, Any], as_of: date = TODAY, known_on: date | None = None, **readings: str) -> Assessment:
    """The assessment of these facts; reading keys are written with underscores."""
    return assessed(with_activities(facts), as_of, known_on, readings)


def found(
    facts: dict[str, Any], duty: str, as_of: date = TODAY, known_on: date | None = None, **readings: str
) -> Finding:
    """The finding on one duty."""
    return assess(facts, as_of, known_on, **readings).by_id[duty]


def owed(
    facts: dict[str, Any], duty: str, as_of: date = TODAY, known_on: date | None = None, **readings: str
) -> Outcome:
    """The outcome for one duty."""
    return found(facts, duty, as_of, known_on, **readings).outcome


def without(facts: dict[str, Any], key: str) -> dict[str, Any]:
    """The same facts with one left open."""
    return {name: value for name, value in facts.items() if name != key}
