"""California on decisions about people: privacy rules, employment rules, SB 947; every number and day of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, StepKind, Timing
from tests.rules.us_assess import assess, found, owed, without

NEXT_YEAR = date(2027, 2, 1)
DECISION_DUTIES = ("CCPA-7220", "CCPA-7221", "CCPA-7222")
APPLIES, NOT, EXEMPT, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.EXEMPT, Outcome.NEEDS_FACTS
LANDLORD: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "uses": ["housing"],
    "result_weight": "alone",
    "result_reviewer": [],
    "us_decides_on": [],
    "us_states": ["ca"],
    "us_organisation": [],
    "us_revenue_usd": 40_000_000,
    "us_data_dealings": [],
    "us_data_exempt": "none",
    "us_risky_processing": [],
}
SMALL = LANDLORD | {"us_revenue_usd": 1_000_000}
EMPLOYER: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "written_rules",
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "work_tasks": [],
    "us_decides_on": [],
    "result_weight": "one_factor",
    "us_employer": ["employer"],
    "us_employees": 5,
    "us_states": ["ca"],
    "us_organisation": [],
}
BOSS = EMPLOYER | {
    "uses": ["work_management"],
    "hiring_tasks": [],
    "work_tasks": ["evaluates_performance"],
    "us_decides_on": ["disciplines"],
    "result_weight": "heaviest",
}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_revenue_usd": 26_624_999}, NOT),
        ({"us_revenue_usd": 26_625_000}, NOT),  # "in excess of"
        ({"us_revenue_usd": 26_625_001}, APPLIES),
        ({"us_revenue_usd": 1_000_000, "us_data_dealings": ["trades_100k"]}, APPLIES),
        ({"us_revenue_usd": 1_000_000, "us_data_dealings": ["half_revenue"]}, APPLIES),
        ({"us_revenue_usd": 1_000_000, "us_data_dealings": ["sells"]}, NOT),
        ({"us_revenue_usd": 1_000_000, "us_data_dealings": ["group"]}, APPLIES),
        ({"us_organisation": ["nonprofit"]}, NOT),
        ({"us_organisation": ["government"]}, NOT),
        ({"us_organisation": ["nonprofit"], "us_data_dealings": ["group"]}, APPLIES),
        ({"us_states": ["nationwide"]}, APPLIES),
        ({"us_states": ["co"]}, NOT),
    ],
)
def test_which_firms_the_privacy_rules_reach(change: dict[str, Any], outcome: Outcome) -> None:
    for duty in DECISION_DUTIES:
        finding = found(LANDLORD | change, duty, NEXT_YEAR)
        assert finding.outcome is outcome
        assert finding.certainty is not Certainty.SETTLED or outcome is NOT


@pytest.mark.parametrize("key", ["us_revenue_usd", "us_data_dealings", "us_organisation"])
def test_a_firm_below_the_line_stays_open_while_another_limb_is(key: str) -> None:
    assert owed(without(SMALL, key), "CCPA-7220", NEXT_YEAR) is (NOT if key == "us_organisation" else OPEN)
    assert owed(without(LANDLORD, "us_organisation"), "CCPA-7220", NEXT_YEAR) is OPEN


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"result_weight": "one_factor", "result_reviewer": ["understands", "analyses", "may_change"]}, NOT),
        ({"result_weight": "heaviest", "result_reviewer": ["understands", "analyses", "may_change"]}, NOT),
        ({"result_weight": "one_factor", "result_reviewer": ["understands", "analyses"]}, APPLIES),
        ({"result_weight": "one_factor", "result_reviewer": ["understands", "may_change"]}, APPLIES),
        ({"result_weight": "one_factor", "result_reviewer": ["analyses", "may_change"]}, APPLIES),
        ({"result_weight": "trivial"}, NOT),
        ({"result_weight": "nothing"}, NOT),
    ],
)
def test_only_a_person_who_understands_studies_and_may_change_makes_it_human(
    change: dict[str, Any], outcome: Outcome
) -> None:
    assert owed(LANDLORD | change, "CCPA-7221", NEXT_YEAR) is outcome


def test_an_unknown_reviewer_leaves_the_decision_open() -> None:
    facts = without(LANDLORD | {"result_weight": "one_factor"}, "result_reviewer")
    assert owed(facts, "CCPA-7220", NEXT_YEAR) is OPEN
    assert owed(without(LANDLORD, "result_weight"), "CCPA-7220", NEXT_YEAR) is OPEN


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"uses": ["credit"]}, APPLIES),
        ({"uses": ["health"]}, APPLIES),
        ({"uses": ["insurance"]}, NOT),
        ({"uses": ["public_benefits"]}, NOT),
        ({"uses": ["policing"]}, NOT),
        ({"uses": ["education"], "education_tasks": ["admission"]}, APPLIES),
        ({"uses": ["education"], "education_tasks": ["sets_level"]}, APPLIES),
        ({"uses": ["education"], "education_tasks": ["grades_final"]}, APPLIES),
        ({"uses": ["education"], "education_tasks": ["feedback_only"]}, NOT),
        ({"uses": ["education"], "education_tasks": ["detects_cheating"]}, NOT),
        ({"uses": ["education"], "education_tasks": [], "us_decides_on": ["suspends_students"]}, APPLIES),
        ({"uses": ["hiring"], "hiring_tasks": ["filters_applications"]}, APPLIES),
        ({"uses": ["hiring"], "hiring_tasks": ["targeted_vacancy_adverts"]}, NOT),  # advertising
        ({"uses": ["hiring"], "hiring_tasks": ["schedules_interviews"]}, NOT),
        ({"uses": ["work_management"], "work_tasks": ["terms_pay_promotion_dismissal"]}, APPLIES),
        ({"uses": ["work_management"], "work_tasks": ["allocates_otherwise"]}, APPLIES),  # assignment of work
        ({"uses": ["work_management"], "work_tasks": ["tracks_things"]}, NOT),
        ({"uses": ["fraud"], "us_decides_on": ["accounts"]}, APPLIES),
        ({"uses": ["other"], "us_decides_on": ["stays"]}, APPLIES),
        ({"uses": ["other"], "us_decides_on": ["public_service"]}, NOT),  # essential services were dropped
        ({"uses": ["advertising"], "hiring_tasks": []}, NOT),
    ],
)
def test_which_decisions_are_significant(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(LANDLORD | change, "CCPA-7220", NEXT_YEAR) is outcome


def test_further_decisions_stay_open_until_answered() -> None:
    assert owed(without(LANDLORD | {"uses": ["fraud"]}, "us_decides_on"), "CCPA-7220", NEXT_YEAR) is OPEN


@pytest.mark.parametrize(
    ("duty", "first"),
    [
        *((duty, date(2027, 1, 1)) for duty in DECISION_DUTIES),
        ("CCPA-7150", date(2026, 1, 1)),
        ("FEHA-9f", date(2025, 10, 1)),
        ("FEHA-13c", date(2025, 10, 1)),
        ("SB947-1", date(2027, 7, 1)),
        ("SB947-2", date(2027, 7, 1)),
    ],
)
def test_each_duty_begins_on_its_day(duty: str, first: date) -> None:
    facts = LANDLORD if duty.startswith("CCPA") else EMPLOYER if duty.startswith("FEHA") else BOSS
    before = found(facts, duty, first - timedelta(days=1))
    assert (before.outcome, before.timing, before.applies_from) == (APPLIES, Timing.UPCOMING, first)
    assert found(facts, duty, first).timing is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("duty", "published"),
    [("CCPA-7220", date(2025, 9, 23)), ("FEHA-9f", date(2025, 6, 27)), ("SB947-1", date(2026, 9, 30))],
)
def test_nobody_knows_a_duty_before_it_is_adopted(duty: str, published: date) -> None:
    asked = date(2027, 8, 1)
    assert duty not in assess({}, asked, published - timedelta(days=1)).by_id
    assert duty in assess({}, asked, published).by_id


@pytest.mark.parametrize(("part", "outcome"), [("all", EXEMPT), ("part", APPLIES), ("none", APPLIES), (None, OPEN)])
def test_data_under_federal_law_are_left_out_only_where_all_are(part: str | None, outcome: Outcome) -> None:
    facts = LANDLORD | {"uses": ["credit"], "us_data_exempt": part} if part else without(LANDLORD, "us_data_exempt")
    for duty in (*DECISION_DUTIES, "CCPA-7150"):
        finding = found(facts, duty, NEXT_YEAR)
        assert finding.outcome is outcome
        assert finding.certainty is Certainty.UNVERIFIED or outcome is OPEN


@pytest.mark.parametrize(
    "change",
    [
        {"us_data_dealings": ["sells"]},
        {"us_data_dealings": ["half_revenue"]},
        *({"us_risky_processing": [risk]} for risk in ("sensitive", "observes", "sensitive_places", "trains")),
    ],
)
def test_other_risky_handling_brings_the_assessment_whatever_it_decides_on(change: dict[str, Any]) -> None:
    idle = {"result_weight": "nothing", "us_data_exempt": "all"}
    assert owed(LANDLORD | idle | change, "CCPA-7150", NEXT_YEAR) is APPLIES
    assert owed(LANDLORD | {"us_data_exempt": "all"} | change, "CCPA-7150", NEXT_YEAR) is APPLIES
    assert owed(LANDLORD | idle, "CCPA-7150", NEXT_YEAR) is NOT
    assert owed(without(LANDLORD | idle, "us_risky_processing"), "CCPA-7150", NEXT_YEAR) is OPEN


def test_the_assessment_reaches_whoever_trains_and_offers_nothing() -> None:
    lab = LANDLORD | {"development": "own", "system_roles": [], "uses": [], "us_risky_processing": ["trains"]}
    assert owed(lab, "CCPA-7150") is APPLIES
    assert owed(lab, "CCPA-7220") is NOT


AUDITED = LANDLORD | {"us_risky_processing": ["holds_250k"]}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, APPLIES),
        ({"us_risky_processing": ["holds_50k_sensitive"]}, APPLIES),
        ({"us_risky_processing": ["sensitive"]}, NOT),
        ({"us_revenue_usd": 26_625_000}, NOT),
        ({"us_revenue_usd": 26_625_000, "us_data_dealings": ["trades_100k"]}, NOT),
        ({"us_revenue_usd": 1, "us_data_dealings": ["half_revenue"], "us_risky_processing": []}, APPLIES),
        ({"us_data_exempt": "all"}, APPLIES),
    ],
)
def test_whose_cybersecurity_is_audited(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(AUDITED | change, "CCPA-7120") is outcome


@pytest.mark.parametrize(
    ("revenue", "year"),
    [
        (100_000_001, 2028),
        (100_000_000, 2029),
        (50_000_000, 2029),
        (49_999_999, 2030),
        (26_625_001, 2030),
    ],
)
def test_the_first_audit_comes_later_for_smaller_firms(revenue: int, year: int) -> None:
    first = date(year, 4, 1)
    facts = AUDITED | {"us_revenue_usd": revenue}
    before = found(facts, "CCPA-7120", first - timedelta(days=1))
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, first)
    assert found(facts, "CCPA-7120", first).timing is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("change", "reliefs"),
    [
        ({}, {"appeal"}),
        ({"uses": ["education"], "education_tasks": ["admission"]}, {"appeal", "hiring"}),
        ({"uses": ["education"], "education_tasks": ["grades_final"]}, {"appeal"}),
        ({"uses": ["hiring"], "hiring_tasks": ["evaluates_candidates"]}, {"appeal", "hiring"}),
        ({"uses": ["work_management"], "work_tasks": ["allocates_otherwise"]}, {"appeal", "work"}),
        ({"uses": ["work_management"], "work_tasks": ["evaluates_performance"]}, {"appeal"}),
    ],
)
def test_which_exceptions_from_the_opt_out_are_offered(change: dict[str, Any], reliefs: set[str]) -> None:
    closed: dict[str, Any] = {"education_tasks": [], "hiring_tasks": [], "work_tasks": []}
    steps = found(LANDLORD | closed | change, "CCPA-7221", NEXT_YEAR).steps
    assert {step.id.partition("/")[2] for step in steps if step.kind is StepKind.RELIEF} == reliefs


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, APPLIES),
        ({"us_employees": 4}, NOT),
        ({"us_employees": 1, "us_employer": ["agent"]}, APPLIES),
        ({"us_employees": 1, "us_employer": ["agent"], "system_roles": ["provider"]}, APPLIES),  # a vendor
        ({"us_employees": 1, "us_employer": ["agency"]}, APPLIES),
        ({"us_employees": 1, "us_employer": ["union"]}, APPLIES),
        ({"us_employees": 50, "us_employer": []}, NOT),
        ({"result_weight": "nothing"}, NOT),
        ({"result_weight": "trivial"}, APPLIES),  # it need only facilitate
        ({"result_reviewer": ["understands", "analyses", "may_change"]}, APPLIES),
        ({"hiring_tasks": ["targeted_vacancy_adverts"]}, APPLIES),
        ({"hiring_tasks": ["candidate_side"]}, NOT),
        ({"uses": ["work_management"], "work_tasks": ["allocates_otherwise"]}, APPLIES),
        ({"uses": ["work_management"], "work_tasks": ["tracks_things"]}, NOT),
        ({"uses": ["work_management"], "us_decides_on": ["trains"]}, APPLIES),
        ({"us_states": ["nv"]}, NOT),
    ],
)
def test_whom_the_employment_rules_reach(change: dict[str, Any], outcome: Outcome) -> None:
    assert {owed(EMPLOYER | change, duty) for duty in ("FEHA-9f", "FEHA-13c")} == {outcome}


@pytest.mark.parametrize("key", ["us_employees", "us_employer", "result_weight", "hiring_tasks", "us_states"])
def test_the_employment_rules_stay_open_on_what_is_missing(key: str) -> None:
    assert owed(without(EMPLOYER, key), "FEHA-9f") is OPEN


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, APPLIES),
        ({"result_weight": "alone"}, APPLIES),
        ({"result_weight": "one_factor"}, NOT),
        ({"us_decides_on": []}, NOT),
        ({"us_decides_on": [], "work_tasks": ["terms_pay_promotion_dismissal"]}, NOT),  # pay alone is not reported
        ({"uses": ["hiring"], "hiring_tasks": ["evaluates_candidates"]}, NOT),
        ({"us_employees": 1}, APPLIES),
        ({"us_employer": []}, NOT),
    ],
)
def test_discipline_by_machine(change: dict[str, Any], outcome: Outcome) -> None:
    for duty in ("SB947-1", "SB947-2"):
        finding = found(BOSS | change, duty)
        assert finding.outcome is outcome
        assert finding.certainty is Certainty.UNVERIFIED


@pytest.mark.parametrize("key", ["us_decides_on", "us_employer", "result_weight"])
def test_discipline_by_machine_stays_open_on_what_is_missing(key: str) -> None:
    assert owed(without(BOSS, key), "SB947-1") is OPEN


def test_whether_contractors_are_covered_is_open_between_two_readings() -> None:
    platform = BOSS | {"us_employer": ["contractors"]}
    assert found(platform, "SB947-1").certainty is Certainty.CONTESTED
    assert owed(platform, "SB947-1", us_ca_sb947_contractors="a") is APPLIES
    assert owed(platform, "SB947-1", us_ca_sb947_contractors="b") is NOT
