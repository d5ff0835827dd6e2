"""Frontier statutes of California, New York, Illinois and Connecticut: lines, tiers, days, and what is not settled.

Expectations come from Bus. & Prof. Code 22757.10-22757.16 and Lab. Code 1107-1107.2, Gen. Bus. Law 1420-1429, 430 ILCS
185 and Connecticut P.A. 26-15 s. 2.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, StepKind, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

LAB: dict[str, Any] = {
    "development": "own",
    "task_range": "many",
    "training_course": [],
    "training_compute": "2e26",
    "seat": "us",
    "us_states": ["ca", "ny", "il", "ct"],
    "us_organisation": [],
    "us_group_revenue_usd": 2_000_000_000,
    "us_release": "offered",
    "us_release_on": "2027-02-01",
}
IN_2027, IN_2028 = date(2027, 3, 1), date(2028, 3, 1)
STATES = ("ca", "ny", "il", "ct")
EVERY = {
    "ca": ("CA-TFAIA-12-c1", "CA-TFAIA-12-e1A", "CA-TFAIA-12-f", "CA-TFAIA-13-c1", "CA-TFAIA-13-c2", "CA-LAB-1107-1a"),
    "ny": ("NY-RAISE-1421-3a", "NY-RAISE-1421-4", "NY-RAISE-1421-5", "NY-RAISE-1422-3a", "NY-RAISE-1422-3b"),
    "il": ("IL-AISMA-10-c1", "IL-AISMA-10-f", "IL-AISMA-10-g", "IL-AISMA-15-c", "IL-AISMA-15-c24", "IL-AISMA-20-ab"),
    "ct": ("CT-2-b", "CT-2-d"),
}
LARGE = {
    "ca": ("CA-TFAIA-12-a", "CA-TFAIA-12-b1", "CA-TFAIA-12-b2", "CA-TFAIA-12-c2", "CA-TFAIA-12-d", "CA-LAB-1107-1e"),
    "ny": ("NY-RAISE-1421-1", "NY-RAISE-1421-2", "NY-RAISE-1421-3b", "NY-RAISE-1422-2", "NY-RAISE-1428-1"),
    "il": ("IL-AISMA-10-a", "IL-AISMA-10-b", "IL-AISMA-10-c2", "IL-AISMA-10-d", "IL-AISMA-10-e", "IL-AISMA-18"),
    "ct": ("CT-2-c",),
}
ALL_EVERY = [duty for duties in EVERY.values() for duty in duties]
ALL_LARGE = [duty for duties in LARGE.values() for duty in duties]
DAY = timedelta(days=1)
OWN_DAY: dict[str, set[str]] = {"ca": set(), "ny": set(), "ct": {"CT-2-c"}}
START = {"ca": date(2026, 1, 1), "ny": date(2027, 1, 1), "il": date(2027, 1, 1), "ct": date(2026, 10, 1)}


def outcomes(facts: dict[str, Any], duties: list[str], as_of: date = IN_2028) -> set[Outcome]:
    return {owed(facts, duty, as_of) for duty in duties}


@pytest.mark.parametrize(
    ("compute", "outcome"),
    [
        ("9.99e25", Outcome.DOES_NOT_APPLY),
        ("1e26", Outcome.DOES_NOT_APPLY),
        ("1.0001e26", Outcome.APPLIES),
        ({"low": "9e25", "high": "2e26"}, Outcome.NEEDS_FACTS),
    ],
)
def test_compute_must_exceed_the_line(compute: Any, outcome: Outcome) -> None:
    assert outcomes(LAB | {"training_compute": compute}, ALL_EVERY) == {outcome}


@pytest.mark.parametrize(
    ("revenue", "outcome"),
    [
        (499_999_999, Outcome.DOES_NOT_APPLY),
        (500_000_000, Outcome.DOES_NOT_APPLY),
        (500_000_001, Outcome.APPLIES),
    ],
)
def test_revenue_must_exceed_the_line_and_small_developers_owe_the_rest(revenue: int, outcome: Outcome) -> None:
    facts = LAB | {"us_group_revenue_usd": revenue}
    assert outcomes(facts, ALL_LARGE) == {outcome}
    assert outcomes(facts, ALL_EVERY) == {Outcome.APPLIES}


def test_penalties_say_that_they_reach_large_developers_alone() -> None:
    book = load()
    for duty in (*EVERY["ny"], "CA-TFAIA-12-c1", "CA-TFAIA-13-c1", "IL-AISMA-15-c"):
        assert "large developers alone" in book.obligations[duty].penalty_note
    assert "any frontier developer" in book.obligations["CT-2-b"].penalty_note


@pytest.mark.parametrize("state", STATES)
def test_each_act_has_its_first_day(state: str) -> None:
    duty = EVERY[state][-1]
    before = found(LAB, duty, START[state] - DAY)
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, START[state])
    assert found(LAB, duty, START[state]).timing is Timing.IN_FORCE


def test_every_duty_starts_with_its_act_or_on_its_own_day() -> None:
    on = {duty.id: duty.versions[0].since for duty in load().obligations.values()}
    for state, start in START.items():
        late = {duty for duty in (*EVERY[state], *LARGE[state]) if on[duty] != start}
        assert late == ({"IL-AISMA-10-a", "IL-AISMA-10-b", "IL-AISMA-10-d"} if state == "il" else OWN_DAY[state])


@pytest.mark.parametrize(
    ("duty", "start"),
    [
        ("IL-AISMA-10-a", date(2028, 1, 1)),
        ("IL-AISMA-10-d", date(2028, 1, 1)),
        ("IL-AISMA-10-d4", date(2028, 1, 1)),
        ("IL-AISMA-10-c1", date(2027, 1, 1)),
        ("CT-2-c", date(2027, 1, 1)),
        ("NY-RAISE-1421-1", date(2027, 1, 1)),
        ("CA-TFAIA-12-a", date(2026, 1, 1)),
    ],
)
def test_parts_of_the_acts_start_on_their_own_days(duty: str, start: date) -> None:
    assert found(LAB, duty, start).timing is Timing.IN_FORCE
    before = found(LAB, duty, start - DAY, IN_2028)
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, start)


@pytest.mark.parametrize(
    ("state", "signed"),
    [
        ("ca", date(2025, 9, 29)),
        ("ny", date(2026, 3, 27)),
        ("il", date(2026, 7, 6)),
        ("ct", date(2026, 5, 27)),
    ],
)
def test_nothing_of_an_act_was_known_before_it_was_signed(state: str, signed: date) -> None:
    duty = LARGE[state][0]
    assert duty not in assess(LAB, IN_2028, signed - DAY).by_id
    assert assess(LAB, IN_2028, signed).by_id[duty].outcome is Outcome.APPLIES


@pytest.mark.parametrize(
    ("released", "reports"),
    [
        ("2025-12-31", set()),
        ("2026-01-01", {"CA-TFAIA-12-c1"}),
        ("2026-12-31", {"CA-TFAIA-12-c1"}),
        ("2027-01-01", {"CA-TFAIA-12-c1", "NY-RAISE-1421-3a", "IL-AISMA-10-c1"}),
    ],
)
def test_reports_are_due_for_versions_from_the_first_day_on(released: str, reports: set[str]) -> None:
    facts = LAB | {"us_release_on": released}
    every = ("CA-TFAIA-12-c1", "NY-RAISE-1421-3a", "IL-AISMA-10-c1")
    assert {duty for duty in every if owed(facts, duty, IN_2027) is Outcome.APPLIES} == reports


@pytest.mark.parametrize(
    ("release", "reports"),
    [
        ("offered", {"CA-TFAIA-12-c1", "NY-RAISE-1421-3a", "IL-AISMA-10-c1"}),
        ("researchers", {"CA-TFAIA-12-c1", "NY-RAISE-1421-3a"}),
        ("evaluators", set()),
        ("inside", set()),
    ],
)
def test_lending_a_model_to_evaluators_is_no_release(release: str, reports: set[str]) -> None:
    every = ("CA-TFAIA-12-c1", "NY-RAISE-1421-3a", "IL-AISMA-10-c1")
    facts = LAB | {"us_release": release}
    assert {duty for duty in every if owed(facts, duty, IN_2027) is Outcome.APPLIES} == reports
    assert owed(facts, "CA-TFAIA-12-a", IN_2027) is Outcome.APPLIES


@pytest.mark.parametrize("weights", [True, False])
def test_open_weights_change_no_outcome(weights: bool) -> None:
    assert outcomes(LAB | {"weights_public": weights, "activity": "business"}, ALL_EVERY + ALL_LARGE) == {
        Outcome.APPLIES
    }


@pytest.mark.parametrize(
    ("change", "certainty"),
    [
        ({"modification_compute": "2e24"}, Certainty.CONTESTED),
        ({"modification_compute": "1.2e26"}, Certainty.SETTLED),
        ({"modification_compute": "6e25", "earlier_modification_compute": "6e25"}, Certainty.SETTLED),
        ({"modification_compute": "2e24", "base_compute_known": False}, Certainty.CONTESTED),
    ],
)
def test_compute_of_the_original_is_contested_and_ones_own_is_not(change: dict[str, Any], certainty: Certainty) -> None:
    tuner = without(LAB, "training_compute") | {
        "development": "changed",
        "earlier_modification_compute": 0,
        "base_compute_known": True,
        "base_training_compute": "3e26",
    }
    finding = found(tuner | change, "CT-2-b", IN_2027)
    assert finding.certainty is certainty
    assert certainty is Certainty.CONTESTED or finding.outcome is Outcome.APPLIES


def test_an_original_of_unknown_size_is_never_a_settled_no() -> None:
    tuner = without(LAB, "training_compute") | {"development": "changed", "modification_compute": "2e24"}
    assert owed(tuner, "CA-TFAIA-13-c1", IN_2027) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("development", ["unchanged", "group", "represented", "kept_out"])
def test_whoever_did_not_train_is_no_frontier_developer(development: str) -> None:
    assert outcomes(LAB | {"development": development}, ALL_EVERY) == {Outcome.DOES_NOT_APPLY}


@pytest.mark.parametrize("development", ["commissioned", "consortium_member"])
def test_having_a_model_trained_is_contested(development: str) -> None:
    assert found(LAB | {"development": development}, "CT-2-b", IN_2027).certainty is Certainty.CONTESTED


def test_a_planned_run_counts_before_it_is_done() -> None:
    planned = LAB | {"training_compute": "2e25", "training_course": ["more_planned"], "planned_compute": "1.4e26"}
    assert owed(planned, "CT-2-b", IN_2027) is Outcome.APPLIES
    assert owed(planned | {"planned_compute": "1e26"}, "CT-2-b", IN_2027) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("plans", "outcome", "certainty"),
    [
        ({"training_course": []}, Outcome.DOES_NOT_APPLY, Certainty.SETTLED),
        ({"training_course": ["more_planned"], "planned_compute": "1e26"}, Outcome.DOES_NOT_APPLY, Certainty.SETTLED),
        ({"training_course": ["more_planned"], "planned_compute": "1.1e26"}, Outcome.APPLIES, Certainty.CONTESTED),
        ({"training_course": ["more_planned"], "planned_compute": "1.11e26"}, Outcome.APPLIES, Certainty.SETTLED),
        ({"training_course": ["more_planned"]}, Outcome.NEEDS_FACTS, None),
    ],
)
def test_plans_count_for_whoever_changes_a_model_less_what_others_spent(
    plans: dict[str, Any], outcome: Outcome, certainty: Certainty | None
) -> None:
    tuner = without(LAB, "training_compute") | {
        "development": "changed",
        "modification_compute": "2e24",
        "earlier_modification_compute": 0,
        "base_compute_known": True,
        "base_training_compute": "1e25",
    }
    finding = found(tuner | plans, "CT-2-b", IN_2027)
    assert finding.outcome is outcome
    assert certainty in {None, finding.certainty}


@pytest.mark.parametrize(
    ("starting_weights", "outcome"),
    [("8e25", Outcome.DOES_NOT_APPLY), ("8.01e25", Outcome.APPLIES), (None, Outcome.NEEDS_FACTS)],
)
def test_a_new_version_may_count_with_the_run_it_started_from(starting_weights: str | None, outcome: Outcome) -> None:
    version = LAB | {"training_compute": "2e25", "training_course": ["earlier_version"]}
    finding = found(
        version | ({"other_counted_compute": starting_weights} if starting_weights else {}), "CT-2-b", IN_2027
    )
    assert finding.outcome is outcome
    assert outcome is Outcome.DOES_NOT_APPLY or finding.certainty is Certainty.CONTESTED


@pytest.mark.parametrize("body", ["government", "federal"])
def test_public_bodies_are_no_persons_in_new_york_and_illinois(body: str) -> None:
    facts = LAB | {"us_organisation": [body]}
    for state, outcome in {
        "ny": Outcome.DOES_NOT_APPLY,
        "il": Outcome.DOES_NOT_APPLY,
        "ca": Outcome.APPLIES,
        "ct": Outcome.APPLIES,
    }.items():
        assert {owed(facts, duty, IN_2028) for duty in (*EVERY[state], *LARGE[state])} == {outcome}
    unknown = without(LAB, "us_organisation")
    assert owed(unknown, "IL-AISMA-15-c", IN_2028) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("key", ["development", "task_range", "training_compute", "us_states"])
def test_an_unknown_is_never_a_no(key: str) -> None:
    assert {owed(without(LAB, key), duty, IN_2028) for duty in ALL_EVERY} == {Outcome.NEEDS_FACTS}


@pytest.mark.parametrize("key", ["us_group_revenue_usd"])
def test_the_tier_stays_open_without_the_revenue(key: str) -> None:
    assert {owed(without(LAB, key), duty, IN_2028) for duty in ALL_LARGE} == {Outcome.NEEDS_FACTS}


def test_acts_without_a_link_to_the_state_are_contested_for_the_rest_of_the_country() -> None:
    elsewhere = LAB | {"us_states": ["tx"]}
    assert found(elsewhere, "CA-TFAIA-13-c1", IN_2027).certainty is Certainty.CONTESTED
    assert found(elsewhere, "IL-AISMA-15-c", IN_2027).certainty is Certainty.CONTESTED
    assert owed(elsewhere, "IL-AISMA-18", IN_2027) is Outcome.DOES_NOT_APPLY
    assert owed(elsewhere, "NY-RAISE-1422-3a", IN_2027) is Outcome.DOES_NOT_APPLY
    abroad = LAB | {"us_states": [], "seat": "eu"}
    assert outcomes(abroad, ALL_EVERY) == {Outcome.DOES_NOT_APPLY}


def test_only_new_york_spares_academic_research_and_only_its_own_colleges() -> None:
    college = LAB | {"us_organisation": ["nonprofit", "ny_college"], "activity": "research_only"}
    assert owed(college, "NY-RAISE-1422-3a", IN_2027) is Outcome.DOES_NOT_APPLY
    assert owed(college, "CA-TFAIA-13-c1", IN_2027) is Outcome.APPLIES
    assert owed(college | {"activity": "business"}, "NY-RAISE-1422-3a", IN_2027) is Outcome.APPLIES
    assert owed(college | {"us_organisation": ["school"]}, "NY-RAISE-1422-3a", IN_2027) is Outcome.APPLIES
    assert owed(without(college, "activity"), "NY-RAISE-1422-3a", IN_2027) is Outcome.NEEDS_FACTS
    given_away = found(college | {"activity": "research_release"}, "NY-RAISE-1422-3a", IN_2027)
    assert given_away.certainty is Certainty.CONTESTED
    assert owed(LAB | {"us_organisation": ["empire_ai"]}, "NY-RAISE-1422-3a", IN_2027) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("duty", "relief"),
    [
        ("CA-TFAIA-12-a", "SB 53, sec. 5(d)-(e)"),
        ("CA-TFAIA-13-c1", "22757.13(h)-(i)"),
        ("NY-RAISE-1422-3a", "1422(8)-(10)"),
        ("IL-AISMA-10-a", "s. 17"),
    ],
)
def test_federal_reliefs_are_shown_and_lift_nothing_by_themselves(duty: str, relief: str) -> None:
    finding = found(LAB, duty, IN_2028)
    assert finding.outcome is Outcome.APPLIES
    assert relief in {step.pinpoint.pinpoint for step in finding.steps if step.kind is StepKind.RELIEF}


def test_the_ten_topics_stand_at_their_own_places() -> None:
    book = load()
    topics = [step for step in book.obligations["CA-TFAIA-12-a"].steps if step.kind is StepKind.DUTY]
    assert [step.pinpoint.pinpoint for step in topics] == [f"22757.12(a)({n})" for n in range(1, 11)]
    letters = [step.pinpoint.pinpoint[-2] for step in book.obligations["NY-RAISE-1421-1"].steps]
    assert "".join(letters) == "abcdefghij"


@pytest.mark.parametrize(
    ("kinds", "reportable", "for_employees"),
    [
        (["theft_injury"], True, True),
        (["theft_property"], False, True),
        (["theft_harmless"], False, False),
        (["catastrophe"], True, True),
        (["control_lost_injury"], True, True),
        (["control_lost_harmless"], False, False),
        (["deception"], True, True),
        (["deception_in_test"], False, False),
        (["market_loss"], False, False),
        ([], False, False),
    ],
)
def test_which_events_are_critical(kinds: list[str], reportable: bool, for_employees: bool) -> None:
    result = assess(LAB | {"us_incident_kinds": kinds}, IN_2028)
    for duty in ("CA-TFAIA-13-c1", "NY-RAISE-1422-3a", "IL-AISMA-15-c"):
        shown = [step.id for step in result.by_id[duty].steps if step.id.endswith("/this")]
        assert bool(shown) is reportable
    steps = result.by_id["CA-LAB-1107-1a"].steps
    assert any(step.id.endswith("/this") for step in steps) is for_employees


def test_the_first_audit_falls_ninety_days_after_becoming_large_but_not_before_2028() -> None:
    assert found(LAB | {"us_large_since": "2028-02-01"}, "IL-AISMA-10-d", IN_2028).due == date(2028, 5, 1)
    assert found(LAB | {"us_large_since": "2027-10-03"}, "IL-AISMA-10-d", IN_2028).due == date(2028, 1, 1)
    assert found(LAB | {"us_large_since": "2027-10-04"}, "IL-AISMA-10-d", IN_2028).due == date(2028, 1, 2)


@pytest.mark.parametrize(
    ("instrument", "day", "state"),
    [
        ("US-CA-SB1047", date(2026, 11, 23), "vetoed"),
        ("US-CA-TFAIA", date(2025, 12, 31), "adopted"),
        ("US-CA-TFAIA", date(2026, 1, 1), "in_force"),
        ("US-NY-RAISE", date(2026, 12, 31), "adopted"),
        ("US-NY-RAISE", date(2027, 1, 1), "in_force"),
        ("US-IL-AISMA", date(2026, 12, 31), "adopted"),
        ("US-IL-AISMA", date(2027, 1, 1), "in_force"),
        ("US-CT-PA26-15", date(2026, 9, 30), "adopted"),
        ("US-CT-PA26-15", date(2026, 10, 1), "in_force"),
        ("US-STATE-FRONTIER-NONE", date(2026, 11, 23), "proposed"),
        ("US-AR-ACT927", date(2026, 11, 23), "in_force"),
    ],
)
def test_where_acts_and_bills_stand(instrument: str, day: date, state: str) -> None:
    assert load().instruments[instrument].state(day, date(2026, 11, 23)) == state


def test_vetoed_bills_and_states_without_an_act_yield_no_duty() -> None:
    book = load()
    assert not [
        duty for duty in book.obligations.values() if duty.instrument in {"US-CA-SB1047", "US-STATE-FRONTIER-NONE"}
    ]
