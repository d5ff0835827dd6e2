"""British crimes: tools, images, tests, the organisation's own liability."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from tests.rules.us_assess import TODAY, assess, found, owed, without

YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
MODEL: dict[str, Any] = {
    "seat": "other",
    "activity": "business",
    "development": "own",
    "system_roles": [],
    "system_functions": [],
    "generates": ["images_from_text"],
    "abuse_material": [],
    "intimate_material": [],
    "mined_content": [],
    "uk_links": ["reachable", "only_parts"],
    "uk_parts": ["england_wales", "scotland", "northern_ireland"],
    "uk_activities": [],
}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, NO),
        ({"abuse_material": ["purpose"]}, YES),
        ({"abuse_material": ["reproducible"]}, NO),
        ({"abuse_material": ["purpose"], "uk_links": []}, NO),
        ({"abuse_material": ["purpose"], "uk_parts": ["scotland"]}, YES),
        ({"abuse_material": ["purpose"], "uk_parts": ["northern_ireland"]}, YES),
        ({"abuse_material": ["purpose"], "generates": ["text"]}, NO),
        ({"generates": ["text"], "uk_activities": ["crime_tools"], "uk_crime_tools": ["abuse_images"]}, YES),
        ({"generates": ["text"], "uk_activities": ["crime_tools"], "uk_crime_tools": ["fraud"]}, NO),
        ({"generates": ["text"], "uk_activities": ["crime_tools"]}, OPEN),
    ],
)
def test_tools_made_or_adapted_for_abuse_images(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MODEL | change, "UK-CPA-46A") is outcome


@pytest.mark.parametrize("openness", [{"weights_public": True}, {"activity": "research_only"}, {"activity": "private"}])
def test_openness_and_research_are_no_defence(openness: dict[str, Any]) -> None:
    assert owed(MODEL | openness | {"abuse_material": ["purpose"]}, "UK-CPA-46A") is YES


@pytest.mark.parametrize(
    ("key", "material"), [("abuse_material", []), ("uk_activities", []), ("uk_links", ["purpose"])]
)
def test_an_open_point_stays_open(key: str, material: list[str]) -> None:
    assert owed(without(MODEL | {"abuse_material": material}, key), "UK-CPA-46A") is OPEN


def test_unverified_commencement_shows() -> None:
    finding = found(MODEL | {"abuse_material": ["purpose"]}, "UK-CPA-46A")
    assert finding.certainty is Certainty.UNVERIFIED
    assert "not verified" in finding.obligation.note


@pytest.mark.parametrize(
    ("change", "outcome", "certainty"),
    [
        ({"intimate_material": ["purpose"]}, YES, Certainty.UNVERIFIED),
        ({"intimate_material": ["reproducible"]}, YES, Certainty.CONTESTED),
        ({"intimate_material": ["use"]}, YES, Certainty.CONTESTED),
        ({}, YES, Certainty.CONTESTED),
        ({"generates": ["text"]}, NO, Certainty.UNVERIFIED),
        ({"uk_parts": ["scotland"], "intimate_material": ["purpose"]}, NO, Certainty.UNVERIFIED),
        ({"uk_activities": ["crime_tools"], "uk_crime_tools": ["undressing"]}, YES, Certainty.UNVERIFIED),
    ],
)
def test_tools_for_undressing(change: dict[str, Any], outcome: Outcome, certainty: Certainty) -> None:
    finding = found(MODEL | change, "UK-CPA-99")
    assert (finding.outcome, finding.certainty) == (outcome, certainty)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"abuse_material": ["use"]}, YES),
        ({"abuse_material": ["purpose"]}, NO),
        ({"intimate_material": ["use"], "intimate_consent": False}, YES),
        ({"intimate_material": ["use"], "intimate_consent": True}, NO),
        ({"intimate_material": ["use"]}, OPEN),
    ],
)
def test_tests_that_make_forbidden_images(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MODEL | change, "UK-CPA-TEST") is outcome


FAKE = MODEL | {"intimate_material": ["use"], "intimate_consent": False, "intimate_neutral_edit": False}


@pytest.mark.parametrize("duty", ["UK-INTIMATE-66B", "UK-INTIMATE-66E", "UK-INTIMATE-66F"])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"intimate_consent": True}, NO),
        ({"intimate_material": ["reproducible"]}, NO),
        ({"uk_parts": ["scotland", "northern_ireland"]}, NO),
        ({"generates": ["music_or_sound"]}, NO),
    ],
)
def test_intimate_images_without_consent(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FAKE | change, duty) is outcome


def test_showing_no_more_than_before_is_no_making_but_sharing_is() -> None:
    neutral = FAKE | {"intimate_neutral_edit": True}
    assert owed(neutral, "UK-INTIMATE-66E") is Outcome.EXEMPT
    assert owed(neutral, "UK-INTIMATE-66B") is YES


@pytest.mark.parametrize(
    ("facts", "duty", "day"),
    [
        (FAKE, "UK-INTIMATE-66B", date(2024, 1, 31)),
        (FAKE, "UK-INTIMATE-66E", date(2026, 2, 6)),
        (FAKE, "UK-INTIMATE-66F", date(2026, 2, 6)),
        (MODEL | {"intimate_material": ["purpose"]}, "UK-CPA-99", date(2026, 6, 29)),
        (MODEL | {"abuse_material": ["purpose"]}, "UK-CPA-46A", date(2026, 6, 29)),
        (MODEL | {"uk_activities": ["large"]}, "UK-CRIM-199", date(2025, 9, 1)),
        (MODEL, "UK-CRIM-250", date(2026, 6, 29)),
    ],
)
def test_the_day_before_and_the_day(facts: dict[str, Any], duty: str, day: date) -> None:
    before = found(facts, duty, day - timedelta(days=1), TODAY)
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, day)
    assert found(facts, duty, day, TODAY).timing is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("duty", "known"),
    [
        ("UK-CPA-46A", date(2026, 4, 29)),
        ("UK-CPA-99", date(2026, 6, 25)),
        ("UK-INTIMATE-66E", date(2025, 6, 19)),
        ("UK-CRIM-250", date(2026, 4, 29)),
    ],
)
def test_the_day_it_could_be_known(duty: str, known: date) -> None:
    assert duty in assess(MODEL, TODAY, known).by_id
    assert duty not in assess(MODEL, TODAY, known - timedelta(days=1)).by_id


@pytest.mark.parametrize(
    ("duty", "change", "outcome"),
    [
        ("UK-CRIM-1", {}, YES),
        ("UK-CRIM-1", {"uk_links": []}, NO),
        ("UK-CRIM-3A", {"uk_activities": ["crime_tools"], "uk_crime_tools": ["intrusion"]}, YES),
        ("UK-CRIM-3A", {}, NO),
        ("UK-CRIM-FRAUD", {"uk_activities": ["crime_tools"], "uk_crime_tools": ["fraud"]}, YES),
        ("UK-CRIM-199", {}, NO),
        ("UK-CRIM-199", {"uk_activities": ["large"]}, YES),
        ("UK-CRIM-250", {"activity": "private"}, NO),
    ],
)
def test_other_crimes(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MODEL | change, duty) is outcome


def test_scraping_is_named_only_where_there_is_any() -> None:
    def named(content: list[str]) -> set[str]:
        return {step.id.rpartition("/")[2] for step in found(MODEL | {"mined_content": content}, "UK-CRIM-1").steps}

    assert "scraping" in named(["web"])
    assert "scraping" not in named(["own"])
