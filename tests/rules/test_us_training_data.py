"""California AB 2013 on training data: who posts, since which release, what openness does not change."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome, StepKind, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

DUTY = "CA-AB2013-3111"
TUNER: dict[str, Any] = {
    "development": "changed",
    "generates": ["text"],
    "us_states": ["ca"],
    "us_release": "offered",
    "us_release_on": "2026-03-01",
    "us_content_limits": [],
    "system_roles": [],
    "weights_public": True,
}


@pytest.mark.parametrize("development", ["own", "commissioned", "for_client", "consortium_lead", "changed"])
@pytest.mark.parametrize(
    "openness",
    [
        {"weights_public": True, "licence_grants": ["access", "use", "modify", "distribute"], "licence_terms": []},
        {"weights_public": False},
        {"activity": "research_release"},
        {"activity": "private"},
        {"us_organisation": ["government"]},
        {"us_organisation": ["nonprofit"], "us_revenue_usd": 0},
        {"generates": ["other"]},
    ],
)
def test_free_releases_and_fine_tuners_are_reached(development: str, openness: dict[str, Any]) -> None:
    assert owed(TUNER | openness | {"development": development}, DUTY) is Outcome.APPLIES


@pytest.mark.parametrize(
    "change",
    [
        {"development": "unchanged"},
        {"us_release": "inside"},
        {"us_release": "evaluators"},
        {"us_release": "researchers"},
        {"generates": []},
        {"us_states": ["tx", "wa"]},
        {"us_states": []},
    ],
)
def test_outside(change: dict[str, Any]) -> None:
    assert owed(TUNER | change, DUTY) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2021-12-31", Outcome.DOES_NOT_APPLY),
        ("2022-01-01", Outcome.APPLIES),
        ("2022-01-02", Outcome.APPLIES),
    ],
)
def test_releases_since_2022_count(day: str, outcome: Outcome) -> None:
    assert owed(TUNER | {"us_release_on": day}, DUTY) is outcome


@pytest.mark.parametrize("key", ["development", "us_states", "us_release", "us_release_on", "generates"])
def test_what_is_not_known_is_asked(key: str) -> None:
    finding = found(without(TUNER, key), DUTY)
    assert finding.outcome is Outcome.NEEDS_FACTS
    assert key in finding.open_facts


def test_a_nationwide_release_reaches_california() -> None:
    assert owed(TUNER | {"us_states": ["nationwide"]}, DUTY) is Outcome.APPLIES


@pytest.mark.parametrize(
    ("limit", "carve_out"),
    [
        ("own_circle", "ca-not-the-public"),
        ("security", "ca-security-and-integrity"),
        ("aircraft", "ca-aircraft"),
        ("defence", "ca-defence"),
    ],
)
def test_the_four_narrow_exceptions(limit: str, carve_out: str) -> None:
    finding = found(TUNER | {"us_content_limits": [limit]}, DUTY)
    assert finding.outcome is Outcome.EXEMPT
    assert [c.carve_out.id for c in finding.carve_outs if c.state is CarveOutState.ACTIVE] == [carve_out]


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [
        (["security", "games"], Outcome.APPLIES),
        (["aircraft", "security"], Outcome.APPLIES),
        (["aircraft", "films"], Outcome.APPLIES),
        (["security", "corrections"], Outcome.EXEMPT),
        (["own_circle", "games"], Outcome.EXEMPT),
        (["defence", "security"], Outcome.EXEMPT),
    ],
)
def test_one_purpose_must_be_the_only_one(limits: list[str], outcome: Outcome) -> None:
    assert owed(TUNER | {"us_content_limits": limits}, DUTY) is outcome


BUILDER = TUNER | {"development": "unchanged", "system_roles": ["provider"], "system_functions": ["text"]}


def test_that_builders_on_unchanged_models_are_outside_is_only_a_reading() -> None:
    finding = found(BUILDER, DUTY)
    assert (finding.outcome, finding.certainty) == (Outcome.DOES_NOT_APPLY, Certainty.GUIDANCE)
    assert {reading.outcome for reading in finding.readings} == {Outcome.DOES_NOT_APPLY, Outcome.APPLIES}
    assert owed(BUILDER, DUTY, us_training_data_resellers="ignored") is Outcome.APPLIES


@pytest.mark.parametrize("roles", [[], ["deployer"], ["distributor"]])
def test_whoever_only_uses_or_resells_is_outside_on_any_reading(roles: list[str]) -> None:
    finding = found(BUILDER | {"system_roles": roles}, DUTY)
    assert (finding.outcome, finding.certainty) == (Outcome.DOES_NOT_APPLY, Certainty.SETTLED)


@pytest.mark.parametrize("limit", ["games", "films", "assistive", "corrections", "enhancement"])
def test_what_other_laws_leave_out_does_not_count_here(limit: str) -> None:
    assert owed(TUNER | {"us_content_limits": [limit]}, DUTY) is Outcome.APPLIES


def test_an_open_exception_leaves_the_duty_open() -> None:
    assert owed(without(TUNER, "us_content_limits"), DUTY) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize(
    ("day", "timing"),
    [(date(2025, 12, 31), Timing.UPCOMING), (date(2026, 1, 1), Timing.IN_FORCE)],
)
def test_the_first_day(day: date, timing: Timing) -> None:
    finding = found(TUNER, DUTY, day)
    assert (finding.timing, finding.applies_from) == (timing, date(2026, 1, 1))


def test_it_could_be_known_from_the_day_of_approval() -> None:
    signed = date(2024, 9, 28)
    assert DUTY in assess(TUNER, signed, signed).by_id
    assert DUTY not in assess(TUNER, signed, signed - timedelta(days=1)).by_id


def test_the_pending_appeal_changes_nothing() -> None:
    finding = found(TUNER, DUTY)
    assert (finding.outcome, finding.timing) == (Outcome.APPLIES, Timing.IN_FORCE)
    assert finding.certainty is not Certainty.CONTESTED
    assert "2026-11-18" in " ".join(s.on.isoformat() for s in load().instruments["US-CA-AB2013"].status)


def test_twelve_topics_are_check_items() -> None:
    steps = [s for s in load().obligations[DUTY].steps if s.kind is StepKind.DUTY]
    assert len(steps) == 12
    assert [s.pinpoint.pinpoint for s in steps] == [f"Civ. Code 3111(a)({n})" for n in range(1, 13)]
    assert [s.pinpoint.grade.value for s in steps] == ["P"] * 6 + ["S"] * 6


# -- Personal information inside models, and the notice about it -------------------------------------------------------

FIRM = TUNER | {
    "us_organisation": [],
    "us_revenue_usd": 40_000_000,
    "us_data_dealings": [],
    "personal_data": ["training"],
}


@pytest.mark.parametrize(
    ("revenue", "outcome"),
    [
        (26_624_999, Outcome.DOES_NOT_APPLY),
        (26_625_000, Outcome.DOES_NOT_APPLY),
        (26_625_001, Outcome.APPLIES),
    ],
)
def test_the_privacy_act_starts_above_the_indexed_revenue(revenue: int, outcome: Outcome) -> None:
    assert owed(FIRM | {"us_revenue_usd": revenue}, "CA-AB1008-1") is outcome


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_revenue_usd": 1, "us_data_dealings": ["trades_100k"]}, Outcome.APPLIES),
        ({"us_revenue_usd": 1, "us_data_dealings": ["half_revenue"]}, Outcome.APPLIES),
        ({"us_revenue_usd": 1, "us_data_dealings": ["sells"]}, Outcome.DOES_NOT_APPLY),
        ({"us_organisation": ["nonprofit"]}, Outcome.DOES_NOT_APPLY),
        ({"personal_data": []}, Outcome.DOES_NOT_APPLY),
        ({"development": "unchanged"}, Outcome.APPLIES),
        ({"generates": [], "system_functions": ["scores"]}, Outcome.APPLIES),
        ({"generates": [], "system_functions": ["control"]}, Outcome.DOES_NOT_APPLY),
        ({"weights_public": True, "licence_terms": []}, Outcome.APPLIES),
    ],
)
def test_whose_models_can_hold_personal_information(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FIRM | change, "CA-AB1008-1") is outcome


@pytest.mark.parametrize("key", ["us_states", "personal_data", "us_organisation", "us_revenue_usd"])
def test_an_open_point_about_the_firm_stays_open(key: str) -> None:
    assert owed(without(FIRM, key), "CA-AB1008-1") is Outcome.NEEDS_FACTS


def test_personal_information_in_models_since_2025() -> None:
    assert found(FIRM, "CA-AB1008-1", date(2024, 12, 31)).timing is Timing.UPCOMING
    assert found(FIRM, "CA-AB1008-1", date(2025, 1, 1)).timing is Timing.IN_FORCE


SHOP: dict[str, Any] = {
    "us_states": ["ct"],
    "us_organisation": [],
    "personal_data": ["operation"],
    "us_data_dealings": [],
    "us_ct_sensitive_data": False,
    "us_consumers": 100,
}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, Outcome.DOES_NOT_APPLY),
        ({"us_consumers": 34_999}, Outcome.DOES_NOT_APPLY),
        ({"us_consumers": 35_000}, Outcome.APPLIES),
        ({"us_consumers": {"low": 100, "high": 90_000}}, Outcome.NEEDS_FACTS),
        ({"us_data_dealings": ["sells"]}, Outcome.APPLIES),
        ({"personal_data": ["operation", "special_categories"]}, Outcome.APPLIES),
        ({"personal_data": ["operation", "special_for_bias"]}, Outcome.APPLIES),
        ({"us_ct_sensitive_data": True}, Outcome.APPLIES),
        ({"personal_data": []}, Outcome.DOES_NOT_APPLY),
        ({"personal_data": [], "us_consumers": 35_000}, Outcome.APPLIES),
        ({"us_consumers": 90_000, "us_organisation": ["nonprofit"]}, Outcome.EXEMPT),
        ({"us_consumers": 90_000, "us_states": ["ny"]}, Outcome.DOES_NOT_APPLY),
    ],
)
def test_connecticut_asks_for_any_one_of_three(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(SHOP | change, "CT-CTDPA-LLM") is outcome


@pytest.mark.parametrize("key", ["us_data_dealings", "us_ct_sensitive_data", "us_consumers"])
def test_each_way_into_connecticuts_act_stays_open(key: str) -> None:
    assert owed(without(SHOP, key), "CT-CTDPA-LLM") is Outcome.NEEDS_FACTS


def test_connecticut_notice_since_july_2026() -> None:
    facts = SHOP | {"us_consumers": 90_000}
    assert found(facts, "CT-CTDPA-LLM", date(2026, 6, 30)).timing is Timing.UPCOMING
    assert found(facts, "CT-CTDPA-LLM", date(2026, 7, 1)).timing is Timing.IN_FORCE


# -- Bills and notes ---------------------------------------------------------------------------------------------------


def test_new_york_bills_are_no_law() -> None:
    book = load()
    assert not [o for o in book.obligations.values() if o.instrument == "US-NY-PENDING"]
    assert "Not law" in book.instruments["US-NY-PENDING"].summary


@pytest.mark.parametrize(
    ("instrument", "day", "state"),
    [
        ("US-NY-PENDING", date(2026, 3, 1), "proposed"),
        ("US-NY-PENDING", date(2026, 11, 23), "proposed"),
        ("US-UT-AIPA", date(2024, 5, 1), "in_force"),
        ("US-UT-AIPA", date(2027, 6, 30), "in_force"),
        ("US-UT-AIPA", date(2027, 7, 1), "repealed"),
        ("US-CA-AB316", date(2026, 1, 1), "in_force"),
        ("US-CA-AB2013", date(2026, 11, 23), "in_force"),
    ],
)
def test_where_acts_and_bills_stand(instrument: str, day: date, state: str) -> None:
    assert load().instruments[instrument].state(day, date(2026, 11, 23)) == state


@pytest.mark.parametrize("instrument", ["US-AR-ACT927", "US-CA-AB316", "US-UT-AIPA", "US-NY-PENDING"])
def test_notes_yield_no_duty(instrument: str) -> None:
    book = load()
    assert instrument in book.instruments
    assert not [o.id for o in book.obligations.values() if o.instrument == instrument]
