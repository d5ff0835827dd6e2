"""Tennessee's ELVIS Act: whoever passes on a tool made for copying somebody, first day, general tools left alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from tests.rules.us_assess import assess, found, owed, without

DUTY = "TN-ELVIS-1"
START = date(2024, 7, 1)
CLONE: dict[str, Any] = {
    "development": "own",
    "generates": ["speech"],
    "us_states": ["tn"],
    "us_release": "offered",
    "us_likeness": ["tool"],
    "system_roles": [],
}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, Outcome.APPLIES),
        ({"us_likeness": ["publishes"]}, Outcome.APPLIES),
        ({"development": "changed"}, Outcome.APPLIES),
        ({"development": "unchanged"}, Outcome.APPLIES),
        ({"development": "unchanged", "us_release": "evaluators"}, Outcome.APPLIES),
        ({"development": "unchanged", "us_release": "inside"}, Outcome.DOES_NOT_APPLY),
        ({"development": "unchanged", "us_release": "inside", "system_roles": ["distributor"]}, Outcome.NEEDS_FACTS),
        ({"us_likeness": []}, Outcome.DOES_NOT_APPLY),
        ({"us_states": ["ca"]}, Outcome.DOES_NOT_APPLY),
    ],
)
def test_the_main_purpose_decides_and_passing_on_is_enough(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(CLONE | change, DUTY) is outcome


@pytest.mark.parametrize("key", ["us_likeness", "us_states", "generates"])
def test_an_unknown_is_never_a_no(key: str) -> None:
    assert owed(without(CLONE, key), DUTY) is Outcome.NEEDS_FACTS


def test_first_day_and_first_known_day() -> None:
    assert found(CLONE, DUTY, START).timing is Timing.IN_FORCE
    assert found(CLONE, DUTY, START - timedelta(days=1)).timing is Timing.UPCOMING
    assert DUTY in assess(CLONE, START, date(2024, 3, 21)).by_id
    assert DUTY not in assess(CLONE, START, date(2024, 3, 20)).by_id
    assert found(CLONE, DUTY).certainty is Certainty.UNVERIFIED
