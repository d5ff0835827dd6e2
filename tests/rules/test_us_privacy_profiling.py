"""State privacy acts on profiling: thresholds, solely automated or not, first days on both clocks, who is outside."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

DAY = timedelta(days=1)
LATER = date(2027, 6, 1)
YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
FIRM: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "system_functions": ["scores"],
    "uses": ["housing"],
    "us_states": ["nationwide"],
    "us_organisation": [],
    "us_revenue_usd": 2_000_000_000,
    "result_weight": "one_factor",
    "result_reviewer": ["understands", "analyses", "may_change"],
    "us_decides_on": [],
    "us_consumers": 1_000_000,
    "us_data_dealings": [],
    "us_data_exempt": "none",
    "us_ct_sensitive_data": False,
    "personal_data": ["operation"],
}
FIRST = {
    "CO": date(2023, 7, 1),
    "CT": date(2023, 7, 1),
    "NJ": date(2025, 1, 15),
    "MN": date(2025, 7, 31),
    "IN": date(2026, 1, 1),
    "KY": date(2026, 1, 1),
    "NH": date(2025, 1, 1),
    "MD": date(2025, 10, 1),
    "RI": date(2026, 1, 1),
    "FL": date(2024, 7, 1),
    "OK": date(2027, 1, 1),
}
STATES = (*FIRST, "VA", "TX", "OR", "TN", "DE", "MT", "NE")


@pytest.mark.parametrize(("state", "first"), FIRST.items())
@pytest.mark.parametrize("number", [1, 2])
def test_each_act_starts_on_its_day(state: str, first: date, number: int) -> None:
    facts = FIRM | {"result_weight": "alone", "result_reviewer": []}
    duty = f"PRIV-{state}-{number}"
    assert (owed(facts, duty, first), found(facts, duty, first).timing) == (YES, Timing.IN_FORCE)
    assert found(facts, duty, first - DAY).timing is Timing.UPCOMING


@pytest.mark.parametrize("state", STATES)
def test_whether_a_person_also_decides_matters_in_some_states(state: str) -> None:
    duty = f"PRIV-{state}-1"
    weighed, alone = found(FIRM, duty, LATER), FIRM | {"result_weight": "alone"}
    if state in {"DE", "MT", "NE", "MD", "RI"}:
        assert weighed.certainty is Certainty.CONTESTED
    else:
        assert weighed.outcome is (NO if state == "NH" else YES)
    assert owed(alone, duty, LATER) is YES
    assert owed(FIRM | {"result_reviewer": []}, duty, LATER) is YES
    assert owed(FIRM | {"result_weight": "trivial"}, duty, LATER) is NO


@pytest.mark.parametrize(
    ("state", "line", "with_sales"),
    [
        *((state, 100_000, 25_000) for state in ("CO", "NJ", "MN", "VA", "OR", "TN", "IN", "KY")),
        *((state, 35_000, 10_000) for state in ("NH", "DE", "MD", "RI")),
        ("MT", 25_000, 15_000),
    ],
)
def test_residents_at_and_below_the_line(state: str, line: int, with_sales: int) -> None:
    duty, facts = f"PRIV-{state}-1", FIRM | {"result_weight": "alone"}
    sells = {"us_data_dealings": ["sells"]}
    assert owed(facts | {"us_consumers": line}, duty, LATER) is YES
    assert owed(facts | {"us_consumers": line - 1}, duty, LATER) is NO
    assert owed(facts | sells | {"us_consumers": with_sales}, duty, LATER) is YES
    assert owed(facts | sells | {"us_consumers": with_sales - 1}, duty, LATER) is NO
    assert owed(without(facts, "us_consumers"), duty, LATER) is OPEN


@pytest.mark.parametrize(
    ("state", "change", "outcome"),
    [
        ("TX", {"us_consumers": 1}, YES),
        ("NE", {"us_consumers": 1}, YES),
        ("FL", {"us_revenue_usd": 1_000_000_000}, NO),
        ("FL", {"us_revenue_usd": 1_000_000_001, "us_consumers": 1}, YES),
        ("OK", {"us_consumers": 100_000}, YES),
        ("OK", {"us_consumers": 99_999, "us_data_dealings": ["sells"]}, NO),
        ("OK", {"us_consumers": 25_000, "us_data_dealings": ["half_revenue"]}, YES),
        ("OK", {"us_consumers": 24_999, "us_data_dealings": ["half_revenue"]}, NO),
        ("CT", {"us_consumers": 35_000}, YES),
        ("CT", {"us_consumers": 34_999}, NO),
        ("CT", {"us_consumers": 1, "us_data_dealings": ["sells"]}, YES),
        ("CT", {"us_consumers": 1, "personal_data": ["operation", "special_categories"]}, YES),
    ],
)
def test_states_with_lines_of_their_own(state: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FIRM | {"result_weight": "alone"} | change, f"PRIV-{state}-1", LATER) is outcome


@pytest.mark.parametrize("state", ["CO", "CT"])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"uses": ["credit"]}, YES),
        ({"uses": ["insurance"]}, YES),
        ({"uses": ["education"], "education_tasks": ["sets_level"]}, YES),
        ({"uses": ["fraud"], "us_decides_on": ["accounts"]}, YES),
        ({"uses": ["other"], "us_decides_on": ["public_service"]}, YES),
        ({"uses": ["hiring"]}, NO),
        ({"uses": ["work_management"]}, NO),
        ({"uses": ["advertising"]}, NO),
        ({"us_organisation": ["government"]}, None),
        ({"system_roles": ["provider"]}, NO),
        ({"personal_data": []}, NO),
        ({"us_states": ["ca"]}, NO),
        ({"us_data_exempt": "all"}, Outcome.EXEMPT),
        ({"us_data_exempt": "part"}, YES),
    ],
)
def test_consumers_and_significant_decisions(state: str, change: dict[str, Any], outcome: Outcome | None) -> None:
    reached = owed(FIRM | change, f"PRIV-{state}-1")
    assert reached in ({NO, Outcome.EXEMPT} if outcome is None else {outcome})


@pytest.mark.parametrize("key", ["result_weight", "us_data_exempt", "personal_data", "us_organisation", "us_states"])
@pytest.mark.parametrize("state", ["CO", "CT", "NH"])
def test_a_missing_answer_is_no_no(state: str, key: str) -> None:
    assert owed(without(FIRM | {"result_weight": "alone"}, key), f"PRIV-{state}-1") is OPEN


def test_further_matters_are_asked_before_a_use_is_harmless() -> None:
    assert owed(without(FIRM | {"uses": ["fraud"]}, "us_decides_on"), "PRIV-CO-1") is OPEN


@pytest.mark.parametrize(
    ("as_of", "known_on", "weight", "residents", "outcome"),
    [
        (date(2026, 6, 30), None, "one_factor", 100_000, NO),
        (date(2026, 6, 30), None, "alone", 100_000, YES),
        (date(2026, 6, 30), None, "alone", 99_999, NO),
        (date(2026, 7, 1), None, "one_factor", 35_000, YES),
        (date(2026, 7, 1), date(2025, 6, 23), "one_factor", 100_000, NO),
        (date(2026, 7, 1), date(2025, 6, 23), "alone", 100_000, YES),
        (date(2026, 7, 1), date(2025, 6, 24), "one_factor", 35_000, YES),
    ],
)
def test_connecticut_widened_in_july_2026(
    as_of: date, known_on: date | None, weight: str, residents: int, outcome: Outcome
) -> None:
    facts = FIRM | {"result_weight": weight, "us_consumers": residents}
    finding = assess(facts, as_of, known_on).by_id["PRIV-CT-1"]
    reached = finding.outcome if finding.timing in {None, Timing.IN_FORCE} else NO
    assert reached is outcome


def test_connecticuts_impact_assessment_starts_in_august_2026() -> None:
    assert found(FIRM, "PRIV-CT-3", date(2026, 8, 1)).timing is Timing.IN_FORCE
    assert found(FIRM, "PRIV-CT-3", date(2026, 7, 31)).timing is Timing.UPCOMING


def test_the_thresholds_are_recalled_everywhere() -> None:
    for state in STATES:
        assert found(FIRM | {"result_weight": "alone"}, f"PRIV-{state}-1", LATER).certainty is Certainty.UNVERIFIED


def test_minnesota_and_connecticut_let_people_question_the_result() -> None:
    for state in ("MN", "CT"):
        assert "question the result" in load().obligations[f"PRIV-{state}-1"].must


def test_states_without_a_right_about_profiling_have_no_duty() -> None:
    book = load()
    for state in ("AL", "IA", "UT"):
        assert f"US-{state}-PRIVACY" in book.instruments
        assert not [duty for duty in book.obligations if duty.startswith(f"PRIV-{state}-")]
