"""Who owes Articles 8 to 15 from which day, which check items they see, and what tests before release bring."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Finding, Outcome, StepKind, Timing
from apps.rules.law import load
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
BEFORE_THE_OMNIBUS = date(2026, 7, 23)
SECTION_2 = tuple(f"EU-AIA-{article}" for article in range(8, 16))

SYSTEM: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["placed"],
    "system_limits": [],
    "body_findings": [],
    "product_laws": [],
    "system_placed_on": "2029-01-01",
}
CV_RANKER = SYSTEM | {
    "uses": ["hiring"],
    "hiring_tasks": ["filters_applications", "evaluates_candidates"],
    "profiles_people": True,
}
LIFT_BRAKE = SYSTEM | {
    "uses": ["product"],
    "product_laws": ["lifts"],
    "product_function": ["prevents_harm"],
    "product_assessment": "third_party_safety",
}
CAR_BRAKE = LIFT_BRAKE | {"product_laws": ["motor_vehicles"]}
SPELLING_GAME = SYSTEM | {"uses": ["games"]}
IDENTIFIER = SYSTEM | {
    "uses": ["security"],
    "users": ["business"],
    "system_functions": ["bodies"],
    "body_findings": ["identifies_among_many"],
    "active_involvement": False,
}
IN_DEVELOPMENT: dict[str, Any] = {"system_limits": ["development"], "system_union_links": ["used"]}


def findings(
    facts: dict[str, Any], as_of: date = TODAY, known_on: date | None = None, **readings: str
) -> dict[str, Finding]:
    return dict(assessed(facts, as_of, known_on, readings).by_id)


def shown(finding: Finding) -> set[str]:
    return {step.id.partition("/")[2] for step in finding.steps}


@pytest.mark.parametrize(
    ("facts", "known_on", "first"),
    [
        (CV_RANKER, None, date(2027, 12, 2)),
        (CV_RANKER, BEFORE_THE_OMNIBUS, date(2026, 8, 2)),
        (LIFT_BRAKE, None, date(2028, 8, 2)),
        (LIFT_BRAKE, BEFORE_THE_OMNIBUS, date(2027, 8, 2)),
    ],
)
def test_the_requirements_start_on_the_day_of_the_class_as_known_then(
    facts: dict[str, Any], known_on: date | None, first: date
) -> None:
    eve = findings(facts, first - timedelta(days=1), known_on)
    day = findings(facts, first, known_on)
    for one in SECTION_2:
        assert (one, eve[one].outcome, eve[one].timing) == (one, Outcome.APPLIES, Timing.UPCOMING)
        assert (one, eve[one].applies_from) == (one, first)
        assert (one, day[one].outcome, day[one].timing) == (one, Outcome.APPLIES, Timing.IN_FORCE)


def test_the_change_of_calendar_is_known_from_its_publication_on() -> None:
    eve, day = (findings(CV_RANKER, known_on=date(2026, 7, number)) for number in (23, 24))
    for one in SECTION_2:
        assert (eve[one].applies_from, day[one].applies_from) == (date(2026, 8, 2), date(2027, 12, 2))


def test_a_stated_class_counts_like_one_worked_out() -> None:
    stated = findings(SYSTEM | {"uses": ["other"]}, assume_high_risk_use="assumed")
    for one in SECTION_2:
        assert (stated[one].outcome, stated[one].applies_from) == (Outcome.APPLIES, date(2027, 12, 2))


TAKEN_OVER = CV_RANKER | {"system_roles": ["deployer", "takes_over"]}


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        (TAKEN_OVER | {"take_over": ["new_purpose"]}, date(2027, 12, 2)),
        (TAKEN_OVER | {"take_over": ["substantial_change"]}, date(2027, 12, 2)),
        (TAKEN_OVER | {"take_over": ["own_name"], "contract_keeps_provider": False}, date(2027, 12, 2)),
        (LIFT_BRAKE | {"system_roles": ["product_manufacturer"]}, date(2028, 8, 2)),
    ],
)
def test_whoever_counts_as_the_provider_owes_them_too(facts: dict[str, Any], first: date) -> None:
    got = findings(facts)
    for one in SECTION_2:
        assert (one, got[one].outcome, got[one].applies_from) == (one, Outcome.APPLIES, first)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (SPELLING_GAME, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | {"system_roles": ["deployer"]}, Outcome.DOES_NOT_APPLY),
        (
            TAKEN_OVER | {"take_over": ["own_name"], "contract_keeps_provider": True},
            Outcome.DOES_NOT_APPLY,
        ),
        (CV_RANKER | {"system_roles": []}, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | {"system_method": "written_rules"}, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | {"system_union_links": []}, Outcome.DOES_NOT_APPLY),
        (CAR_BRAKE, Outcome.EXEMPT),
        (CV_RANKER | {"system_limits": ["military"]}, Outcome.EXEMPT),
        (
            CV_RANKER | {"system_placed_on": "2027-12-01", "significant_design_change": False, "users": ["business"]},
            Outcome.EXEMPT,
        ),
        (
            CV_RANKER | {"system_placed_on": "2027-12-02", "significant_design_change": False, "users": ["business"]},
            Outcome.APPLIES,
        ),
        (CV_RANKER | {"system_open_source": True, "system_monetised": False}, Outcome.APPLIES),
    ],
)
def test_nobody_else_owes_them(facts: dict[str, Any], outcome: Outcome) -> None:
    got = findings(facts, date(2029, 6, 1))
    assert {one: got[one].outcome for one in SECTION_2} == dict.fromkeys(SECTION_2, outcome)


def test_a_system_that_is_only_tested_owes_none_of_the_requirements() -> None:
    got = findings(CV_RANKER | IN_DEVELOPMENT | {"system_testing": ["real_world"]}, date(2029, 6, 1))
    assert not [one for one in SECTION_2 if got[one].outcome is Outcome.APPLIES]


def test_an_older_system_for_an_authority_complies_by_2030() -> None:
    facts = {"system_placed_on": "2027-12-01", "significant_design_change": False, "users": ["public_authority"]}
    got = findings(CV_RANKER | facts)
    for one in SECTION_2:
        assert (one, got[one].outcome, got[one].applies_from) == (one, Outcome.APPLIES, date(2030, 8, 2))


SIZES = {
    "SME": {"staff": 40, "worldwide_turnover_eur": 5e6, "balance_sheet_eur": 5e6},
    "small mid-cap": {"staff": 600, "worldwide_turnover_eur": 140e6, "balance_sheet_eur": 120e6},
    "large": {"staff": 5000, "worldwide_turnover_eur": 2e9, "balance_sheet_eur": 2e9},
}


@pytest.mark.parametrize(
    ("facts", "duty", "steps", "visible"),
    [
        (LIFT_BRAKE, "EU-AIA-8", {"2-s1", "2-s2"}, True),
        (CV_RANKER, "EU-AIA-8", {"2-s1", "2-s2"}, False),
        (LIFT_BRAKE, "EU-AIA-11", {"2"}, True),
        (CV_RANKER, "EU-AIA-11", {"2"}, False),
        (CV_RANKER | SIZES["SME"], "EU-AIA-11", {"1-s3"}, True),
        (CV_RANKER | SIZES["small mid-cap"], "EU-AIA-11", {"1-s3"}, True),
        (CV_RANKER | SIZES["large"], "EU-AIA-11", {"1-s3"}, False),
        (CV_RANKER, "EU-AIA-11", {"IV-2-a-tp"}, True),
        (CV_RANKER, "EU-AIA-15", {"5-mp"}, True),
        (IDENTIFIER, "EU-AIA-12", {"3-a", "3-b", "3-c", "3-d"}, True),
        (CV_RANKER, "EU-AIA-12", {"3-a", "3-b", "3-c", "3-d"}, False),
        (IDENTIFIER, "EU-AIA-14", {"5-s1"}, True),
        (CV_RANKER, "EU-AIA-14", {"5-s1", "5-s2"}, False),
        (IDENTIFIER, "EU-AIA-14", {"5-s2"}, False),
        (IDENTIFIER | {"uses": ["policing"], "users": ["law_enforcement"]}, "EU-AIA-14", {"5-s2"}, True),
    ],
)
def test_a_check_item_shows_where_its_condition_holds(
    facts: dict[str, Any], duty: str, steps: set[str], visible: bool
) -> None:
    finding = findings(facts)[duty]
    assert steps <= {step.id.partition("/")[2] for step in finding.obligation.steps}
    assert steps & shown(finding) == (steps if visible else set())


def test_an_unanswered_question_hides_no_check_item() -> None:
    answered = (
        "system_roles",
        "system_method",
        "system_union_links",
        "system_limits",
        "hiring_tasks",
        "profiles_people",
    )
    facts = {key: CV_RANKER[key] for key in answered} | {"uses": ["hiring", "product"]}
    got = findings(facts)
    for one in SECTION_2:
        finding = got[one]
        assert {step.id for step in finding.obligation.steps} == {step.id for step in finding.steps}


def test_the_simplified_form_is_a_choice_and_no_duty() -> None:
    step = next(s for s in load().obligations["EU-AIA-11"].steps if s.id.endswith("/1-s3"))
    assert (step.kind, step.pinpoint.pinpoint) == (StepKind.OPTION, "Art. 11(1)")


@pytest.mark.parametrize(("size", "ceiling"), [("SME", 150_000), ("small mid-cap", 4_200_000), ("large", 60_000_000)])
def test_the_ceiling_of_the_fine_follows_the_size(size: str, ceiling: int) -> None:
    facts = SIZES[size] | ({"worldwide_turnover_eur": 5_000_000} if size == "SME" else {})
    fine = findings(CV_RANKER | facts)["EU-AIA-9"].fine
    assert fine is not None
    assert int(fine.high) == ceiling


TESTS = ("EU-AIA-57", "EU-AIA-59", "EU-AIA-60", "EU-AIA-60a")


@pytest.mark.parametrize(
    ("facts", "testing", "known_on", "reached"),
    [
        (CV_RANKER, ["real_world"], None, {"EU-AIA-60"}),
        (CV_RANKER, ["real_world"], BEFORE_THE_OMNIBUS, {"EU-AIA-60"}),
        (LIFT_BRAKE, ["real_world"], None, {"EU-AIA-60"}),
        (LIFT_BRAKE, ["real_world"], BEFORE_THE_OMNIBUS, set()),
        (CAR_BRAKE, ["real_world"], None, {"EU-AIA-60a"}),
        (CAR_BRAKE, ["real_world"], BEFORE_THE_OMNIBUS, set()),
        (SPELLING_GAME, ["real_world"], None, set()),
        (SPELLING_GAME, ["sandbox"], None, {"EU-AIA-57"}),
        (CV_RANKER, ["sandbox", "sandbox_data"], None, {"EU-AIA-57", "EU-AIA-59"}),
        (CV_RANKER, ["sandbox_data"], None, {"EU-AIA-57", "EU-AIA-59"}),
        (CV_RANKER, ["sandbox", "real_world"], None, {"EU-AIA-57", "EU-AIA-60"}),
        (CV_RANKER, [], None, set()),
    ],
)
def test_which_rules_on_testing_are_reached(
    facts: dict[str, Any], testing: list[str], known_on: date | None, reached: set[str]
) -> None:
    got = findings(facts | IN_DEVELOPMENT | {"system_testing": testing}, known_on=known_on)
    known = {one: got[one].outcome for one in TESTS if one in got}
    assert {one for one, outcome in known.items() if outcome is Outcome.APPLIES} == reached
    assert Outcome.NEEDS_FACTS not in known.values()


@pytest.mark.parametrize(
    ("facts", "testing", "one"),
    [
        (CV_RANKER, ["real_world"], "EU-AIA-60"),
        (LIFT_BRAKE, ["real_world"], "EU-AIA-60"),
        (CAR_BRAKE, ["real_world"], "EU-AIA-60a"),
        (CV_RANKER, ["sandbox"], "EU-AIA-57"),
        (CV_RANKER, ["sandbox_data"], "EU-AIA-59"),
    ],
)
def test_the_rules_on_testing_start_on_2_august_2026(facts: dict[str, Any], testing: list[str], one: str) -> None:
    profile = facts | IN_DEVELOPMENT | {"system_testing": testing}
    known = date(2026, 7, 24)
    assert findings(profile, date(2026, 8, 1), known)[one].timing is Timing.UPCOMING
    assert findings(profile, date(2026, 8, 1), known)[one].applies_from == date(2026, 8, 2)
    assert findings(profile, date(2026, 8, 2), known)[one].timing is Timing.IN_FORCE


def test_a_system_on_the_market_is_beyond_the_rules_on_testing() -> None:
    got = findings(CV_RANKER | {"system_testing": ["real_world", "sandbox"]})
    assert {got[one].outcome for one in TESTS} == {Outcome.DOES_NOT_APPLY}


REGISTERS = {"4-c-pub", "4-c-sec", "4-c-nat", "49-4-d", "IX-4"}


@pytest.mark.parametrize(
    ("facts", "entries"),
    [
        (CV_RANKER, {"4-c-pub", "IX-4"}),
        (LIFT_BRAKE, {"4-c-pub", "IX-4"}),
        (IDENTIFIER, {"4-c-pub", "IX-4"}),
        (IDENTIFIER | {"uses": ["policing"], "users": ["law_enforcement"]}, {"4-c-sec", "49-4-d"}),
        (
            SYSTEM
            | {"uses": ["infrastructure"], "infrastructure_tasks": ["runs", "protects"], "critical_entity": True},
            {"4-c-nat", "IX-4"},
        ),
    ],
)
def test_a_test_is_registered_where_its_field_says(facts: dict[str, Any], entries: set[str]) -> None:
    duties = {"policing_tasks": [], "profiles_people": True}
    got = findings(duties | facts | IN_DEVELOPMENT | {"system_testing": ["real_world"]})
    assert got["EU-AIA-60"].outcome is Outcome.APPLIES
    assert shown(got["EU-AIA-60"]) & REGISTERS == entries


@pytest.mark.parametrize(("links", "visible"), [(["established", "placed"], False), (["placed"], True)])
def test_a_tester_from_outside_the_union_appoints_a_representative(links: list[str], visible: bool) -> None:
    got = findings(CV_RANKER | IN_DEVELOPMENT | {"system_testing": ["real_world"], "system_union_links": links})
    assert ("4-d" in shown(got["EU-AIA-60"])) is visible


def test_a_section_b_product_in_a_sandbox_depends_on_its_product_law() -> None:
    facts = CAR_BRAKE | IN_DEVELOPMENT | {"system_testing": ["sandbox", "sandbox_data"]}
    both = {Outcome.APPLIES, Outcome.EXEMPT}
    for one in ("EU-AIA-57", "EU-AIA-59"):
        assert {reading.outcome for reading in findings(facts)[one].readings} == both
    # Article 2(2) as of 2024 kept Article 57 alone for such products, not Article 59.
    before = findings(facts, known_on=BEFORE_THE_OMNIBUS)
    assert {reading.outcome for reading in before["EU-AIA-57"].readings} == both
    assert (before["EU-AIA-59"].outcome, before["EU-AIA-59"].certainty) == (Outcome.EXEMPT, Certainty.SETTLED)
