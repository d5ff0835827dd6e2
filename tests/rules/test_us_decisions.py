"""Decisions about people at work and beyond: Connecticut, Illinois, New York City, New Jersey, smaller rules."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, State, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
IN_2027 = date(2027, 3, 1)
ONE_DAY = timedelta(days=1)

USER: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "work_tasks": [],
    "us_employer": ["employer", "il_20_weeks"],
    "result_weight": "one_factor",
    "us_organisation": [],
    "us_maker_limits": [],
    "us_decides_on": [],
    "us_states": ["nationwide"],
}
MANAGER = USER | {"uses": ["work_management"]}
MAKER: dict[str, Any] = {
    "development": "own",
    "system_roles": [],
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "us_states": ["nationwide"],
    "us_marketed_for": "marketed",
    "us_maker_limits": [],
    "us_deployed_on": "2027-10-01",
}
NYC = ["NYC-871-a1", "NYC-AUDIT", "NYC-DATA", "NYC-871-a2", "NYC-871-b1", "NYC-871-b2", "NYC-871-b3"]
AIVIA = ["AIVIA-5", "AIVIA-10", "AIVIA-15", "AIVIA-20"]
VIDEO = USER | {"us_states": ["il"], "us_video_interviews": ["ai_analyses", "position_il", "sole_basis"]}
IN_CITY = USER | {"us_nyc_screening": ["city_job", "city_residents"], "result_weight": "heaviest"}


# -- The degree of influence, which no two of these laws share ---------------------------------------------------------


@pytest.mark.parametrize(
    ("weight", "colorado", "connecticut", "city", "others"),
    [
        ("alone", YES, YES, YES, YES),
        ("overrules", YES, YES, YES, YES),
        ("heaviest", YES, YES, YES, YES),
        ("one_factor", YES, YES, NO, YES),
        ("trivial", NO, NO, NO, YES),
        ("nothing", NO, NO, NO, YES),
    ],
)
def test_each_law_asks_for_its_own_influence(
    weight: str, colorado: Outcome, connecticut: Outcome, city: Outcome, others: Outcome
) -> None:
    facts = IN_CITY | {"result_weight": weight}
    assert owed(facts, "CO189-1704-1", IN_2027) is colorado
    assert owed(facts, "CT5-13") is connecticut
    assert owed(facts, "NYC-871-a1") is city
    assert (owed(facts, "IL3773-2"), owed(facts, "NJ-21")) == (others, others)


@pytest.mark.parametrize("duty", ["CO189-1704-1", "CT5-13", "NYC-871-a1"])
def test_an_unknown_weight_stays_open(duty: str) -> None:
    assert owed(without(IN_CITY, "result_weight"), duty, IN_2027) is OPEN


# -- Connecticut -------------------------------------------------------------------------------------------------------

IN_CT = USER | {"us_states": ["ct"], "us_deployed_on": "2027-10-01"}
AFTER = date(2027, 12, 1)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"us_employees": 1}, YES),
        ({"system_method": "written_rules"}, YES),
        ({"uses": ["work_management"], "work_tasks": ["terms_pay_promotion_dismissal"]}, YES),
        ({"uses": ["work_management"], "work_tasks": ["evaluates_performance"], "us_decides_on": ["disciplines"]}, YES),
        ({"uses": ["work_management"], "us_decides_on": ["trains"]}, YES),
        (
            {"uses": ["work_management"], "work_tasks": ["allocates_by_behaviour"], "us_decides_on": ["shifts_hours"]},
            YES,
        ),
        # Watching productivity, planning shifts and tasks without material effect are outside.
        ({"uses": ["work_management"], "work_tasks": ["evaluates_performance"]}, NO),
        ({"uses": ["work_management"], "work_tasks": ["allocates_otherwise"]}, NO),
        ({"uses": ["credit"]}, NO),
        ({"us_states": ["ny"]}, NO),
    ],
)
@pytest.mark.parametrize("duty", ["CT5-9", "CT5-10", "CT5-11", "CT5-13", "CT5-14"])
def test_connecticut_decisions_about_work(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(IN_CT | change, duty, AFTER) is outcome


def test_connecticut_asks_what_follows_for_people_at_work() -> None:
    facts = without(IN_CT | {"uses": ["work_management"], "work_tasks": ["evaluates_performance"]}, "us_decides_on")
    assert owed(facts, "CT5-10", AFTER) is OPEN


@pytest.mark.parametrize("duty", ["CT5-8", "CT5-9", "CT5-10", "CT5-11"])
def test_connecticut_notices_for_tools_used_from_october_2027(duty: str) -> None:
    facts = IN_CT | {"system_roles": ["deployer", "provider"], "us_marketed_for": "marketed"}
    assert found(facts, duty, date(2027, 9, 30)).timing is Timing.UPCOMING
    first = found(facts, duty, date(2027, 10, 1))
    assert (first.outcome, first.timing) == (YES, Timing.IN_FORCE)
    assert first.certainty is not Certainty.CONTESTED
    older = found(facts | {"us_deployed_on": "2027-09-30"}, duty, date(2027, 10, 1))
    assert older.certainty is Certainty.CONTESTED
    assert {r.outcome for r in older.readings if r.key == "us-ct-older-tools"} == {YES, NO}
    assert owed(without(facts, "us_deployed_on"), duty, AFTER) is not NO


@pytest.mark.parametrize("duty", ["CT5-13", "CT5-14"])
def test_connecticut_no_defence_since_october_2026(duty: str) -> None:
    assert found(IN_CT, duty, date(2026, 9, 30)).timing is Timing.UPCOMING
    assert found(IN_CT, duty, date(2026, 10, 1)).timing is Timing.IN_FORCE
    assert owed(IN_CT | {"us_deployed_on": "2020-01-01"}, duty) is YES
    assert owed(without(IN_CT, "us_employer"), duty) is OPEN


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"weights_public": True, "licence_terms": []}, YES),
        ({"us_marketed_for": "no"}, NO),
        ({"us_marketed_for": "prohibited"}, NO),
        ({"development": "unchanged"}, NO),
        ({"development": "unchanged", "system_roles": ["provider"]}, YES),
        ({"uses": ["credit"]}, NO),
    ],
)
def test_connecticut_makers(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MAKER | change, "CT5-8", AFTER) is outcome


def test_connecticut_life_of_the_act() -> None:
    status = {s.on: s for s in load().instruments["US-CT-SB5-AERDT"].status}
    assert list(status) == [date(2026, 5, 27), date(2026, 10, 1), date(2027, 10, 1), date(2028, 1, 1)]
    assert "CT5-10" not in assess(IN_CT, date(2026, 5, 26), date(2026, 5, 26)).by_id


# -- Illinois ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"us_employees": 1}, YES),
        ({"us_employer": ["il_public"]}, YES),
        ({"us_employer": ["employer"]}, NO),
        ({"us_employer": ["agent"]}, NO),
        ({"hiring_tasks": ["schedules_interviews"]}, YES),
        ({"uses": ["work_management"], "work_tasks": ["evaluates_performance"]}, YES),
        ({"uses": ["work_management"], "us_decides_on": ["trains"]}, YES),
        ({"system_method": "simple_estimate"}, YES),
        ({"system_method": "written_rules"}, NO),
        ({"us_states": ["ca"]}, NO),
    ],
)
@pytest.mark.parametrize("duty", ["IL3773-1", "IL3773-2"])
def test_illinois_employers_that_use_ai(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(USER | change, duty) is outcome


def test_illinois_sharing_out_work_is_contested() -> None:
    finding = found(MANAGER | {"work_tasks": ["allocates_otherwise"]}, "IL3773-2")
    assert finding.certainty is Certainty.CONTESTED
    assert {r.outcome for r in finding.readings if r.key == "us-il-conditions-of-work"} == {YES, NO}


@pytest.mark.parametrize("key", ["us_employer", "system_method", "us_states"])
def test_illinois_asks_what_it_does_not_know(key: str) -> None:
    assert owed(without(USER, key), "IL3773-2") is OPEN


def test_illinois_since_2026_and_its_withdrawn_rules() -> None:
    assert found(USER, "IL3773-2", date(2025, 12, 31)).timing is Timing.UPCOMING
    assert found(USER, "IL3773-2", date(2026, 1, 1)).timing is Timing.IN_FORCE
    assert "IL3773-2" not in assess(USER, date(2024, 8, 8), date(2024, 8, 8)).by_id
    book = load()
    texts = [f"{o.must} {o.deadline.text}" for o in book.obligations.values() if o.instrument == "US-IL-HB3773"]
    assert not [t for t in texts if "30 days" in t or "four years" in t.lower()]
    assert date(2026, 6, 2) in {s.on for s in book.instruments["US-IL-HB3773"].status}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"us_employer": ["il_20_weeks"]}, YES),
        ({"us_employer": ["il_public"]}, YES),
        ({"us_employer": ["agency"]}, YES),
        ({"us_employer": ["agent"]}, NO),
        ({"us_video_interviews": ["position_il", "sole_basis"]}, NO),
        ({"us_video_interviews": ["ai_analyses", "sole_basis"]}, NO),
        ({"us_video_interviews": []}, NO),
        ({"us_states": ["in"]}, NO),
        ({"result_weight": "trivial"}, YES),
    ],
)
@pytest.mark.parametrize("duty", AIVIA)
def test_illinois_recorded_interviews(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(VIDEO | change, duty) is outcome


def test_illinois_reports_only_where_the_analysis_alone_selects() -> None:
    facts = VIDEO | {"us_video_interviews": ["ai_analyses", "position_il"]}
    assert [owed(facts, duty) for duty in AIVIA] == [YES, YES, YES, NO]
    assert [owed(without(facts, "us_video_interviews"), duty) for duty in AIVIA] == [OPEN] * 4


@pytest.mark.parametrize(("duty", "first"), [*((d, date(2020, 1, 1)) for d in AIVIA[:3]), (AIVIA[3], date(2022, 1, 1))])
def test_illinois_interviews_since(duty: str, first: date) -> None:
    assert found(VIDEO, duty, first).timing is Timing.IN_FORCE
    assert found(VIDEO, duty, first - ONE_DAY, first).timing is Timing.UPCOMING
    assert load().obligations[duty].penalty_note == "The act names no penalty and nobody to enforce it."


# -- New York City -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"result_weight": "alone"}, YES),
        ({"result_weight": "heaviest"}, YES),
        ({"result_weight": "overrules"}, YES),
        ({"result_weight": "one_factor"}, NO),
        ({"us_employer": ["agency"]}, YES),
        ({"us_employer": ["agent"]}, NO),
        ({"us_employees": 1}, YES),
        ({"uses": ["work_management"], "work_tasks": ["terms_pay_promotion_dismissal"]}, YES),
        ({"uses": ["work_management"], "work_tasks": ["evaluates_performance"]}, YES),
        ({"hiring_tasks": ["other_recruitment"]}, YES),
        ({"hiring_tasks": ["targeted_vacancy_adverts"]}, NO),
        ({"hiring_tasks": ["schedules_interviews"]}, NO),
        ({"us_nyc_screening": ["city_residents"]}, NO),
        ({"us_states": ["nj"]}, NO),
        ({"us_states": ["ny"]}, YES),
        ({"system_method": "fitted_rules"}, YES),
        ({"system_method": "written_rules"}, NO),
    ],
)
@pytest.mark.parametrize("duty", NYC)
def test_new_york_city_screening(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(IN_CITY | change, duty) is outcome


@pytest.mark.parametrize("key", ["us_nyc_screening", "us_employer", "system_method", "uses", "hiring_tasks"])
def test_new_york_city_asks_what_it_does_not_know(key: str) -> None:
    assert owed(without(IN_CITY, key), "NYC-871-a1") is OPEN


def test_new_york_city_tells_residents() -> None:
    facts = IN_CITY | {"us_nyc_screening": ["city_job"]}
    told = {"NYC-871-b1", "NYC-871-b2"}
    assert {duty for duty in NYC if owed(facts, duty) is NO} == told


@pytest.mark.parametrize("duty", NYC)
def test_new_york_city_law_of_2023_and_its_rules(duty: str) -> None:
    by_rule = duty in {"NYC-AUDIT", "NYC-DATA"}
    first = date(2023, 7, 5) if by_rule else date(2023, 1, 1)
    assert found(IN_CITY, duty, first - ONE_DAY).timing is Timing.UPCOMING
    assert found(IN_CITY, duty, first).timing is Timing.IN_FORCE
    assert "5 July 2023" in load().obligations[duty].penalty_note


def test_new_york_city_limbs_were_read_in_a_quotation_only() -> None:
    assert found(IN_CITY, "NYC-871-a1").certainty is Certainty.UNVERIFIED


# -- New Jersey --------------------------------------------------------------------------------------------------------

IN_NJ = USER | {"us_states": ["nj"], "serves_public": False}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"us_employees": 1}, YES),
        ({"result_weight": "nothing"}, YES),
        ({"system_method": "written_rules"}, YES),
        ({"uses": ["work_management"], "work_tasks": ["allocates_otherwise"]}, YES),
        ({"uses": ["housing"]}, YES),
        ({"uses": ["credit"]}, YES),
        ({"uses": ["customer_service"]}, YES),
        ({"uses": ["public_benefits"]}, YES),
        ({"uses": ["security"], "serves_public": True}, YES),
        ({"uses": ["recommendation"], "serves_public": True}, YES),
        ({"uses": ["security"]}, NO),
        ({"uses": ["infrastructure"]}, NO),
        ({"us_states": ["ny"]}, NO),
    ],
)
@pytest.mark.parametrize("duty", ["NJ-21", "NJ-24e"])
def test_new_jersey_covered_practices(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(IN_NJ | change, duty) is outcome


def test_new_jersey_asks_whom_it_is_used_on() -> None:
    assert owed(without(IN_NJ | {"uses": ["security"]}, "serves_public"), "NJ-21") is OPEN


@pytest.mark.parametrize(
    ("effects", "shown"), [("measured", True), ("foreseeable", True), ("even", False), ("unknown", False)]
)
def test_new_jersey_wants_a_justification_for_shown_effects(effects: str, shown: bool) -> None:
    steps = {step.id for step in found(IN_NJ | {"us_group_effects": effects}, "NJ-21").steps}
    assert ("NJ-21/justify" in steps) is shown


@pytest.mark.parametrize(
    ("change", "rent", "route"),
    [
        ({}, NO, YES),
        ({"uses": ["housing"], "result_weight": "alone"}, YES, NO),
        ({"uses": ["housing"], "result_weight": "one_factor"}, NO, NO),
        ({"hiring_tasks": ["schedules_interviews"]}, NO, NO),
    ],
)
def test_new_jersey_rents_and_schedules(change: dict[str, Any], rent: Outcome, route: Outcome) -> None:
    assert (owed(IN_NJ | change, "NJ-43c"), owed(IN_NJ | change, "NJ-32c2")) == (rent, route)


def test_new_jersey_since_its_adoption() -> None:
    adopted = date(2025, 12, 15)
    assert found(IN_NJ, "NJ-21", adopted).timing is Timing.IN_FORCE
    assert found(IN_NJ, "NJ-21", adopted - ONE_DAY, adopted).timing is Timing.UPCOMING
    assert "NJ-21" not in assess(IN_NJ, adopted - ONE_DAY).by_id


# -- Smaller rules -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"body_findings": ["emotions"]}, NO),
        ({"uses": ["credit"]}, NO),
        ({"us_states": ["va"]}, NO),
    ],
)
def test_maryland_waiver_before_face_recognition(change: dict[str, Any], outcome: Outcome) -> None:
    finding = found(USER | {"us_states": ["md"], "body_findings": ["confirms_identity"]} | change, "MD-3-717")
    assert finding.outcome is outcome
    assert outcome is NO or finding.certainty is Certainty.UNVERIFIED


def test_virginia_veto_and_new_york_form_yield_no_duty() -> None:
    book = load()
    assert book.instruments["US-VA-HB2094"].state(date(2025, 3, 24), date(2025, 3, 24)) is State.VETOED
    assert not [o for o in book.obligations.values() if o.instrument in {"US-VA-HB2094", "US-NY-WARN"}]
