"""Users of high-risk systems, serious incidents, the AI Office: who owes what, from when, by which clock.

Expectations come from Articles 26, 27, 49(3), 72, 73, 75 to 75c, 86, 99, 111 and 113 of the AI Act. Ids such as
EUS-W-117 name worked examples of the Act or of the Commission's draft guidelines.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Assessment, Certainty, Finding, Outcome, Timing
from apps.rules.law import load
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
IN_2029 = date(2029, 3, 10)
EVERY_DEPLOYER = ("EU-AIA-26-1", "EU-AIA-26-2", "EU-AIA-26-5", "EU-AIA-26-12")
ASSESSMENT = ("EU-AIA-27-1", "EU-AIA-27-3")
CLOCKS = {"EU-AIA-73-2": 15, "EU-AIA-73-3": 2, "EU-AIA-73-4": 10}

USER: dict[str, Any] = {
    "system_roles": ["deployer"],
    "system_method": "learned",
    "system_union_links": ["used"],
    "system_limits": [],
    "system_placed_on": "2029-01-01",
    "body_findings": [],
    "product_laws": [],
    "profiles_people": True,
    "deployment": [],
    "decision_effect": "significant",
    "personal_data": ["operation"],
    "practices": [],
    "system_functions": ["scores"],
}
CV_RANKER = USER | {"uses": ["hiring"], "users": ["business"], "hiring_tasks": ["evaluates_candidates"]}
CREDIT_SCORE = USER | {"uses": ["credit"], "users": ["business"], "credit_tasks": ["creditworthiness"]}
LIFE_INSURER = USER | {
    "uses": ["insurance"],
    "users": ["business"],
    "insurance_tasks": ["life_health_risk", "life_health_pricing"],
}
JOBLESS_BENEFIT = USER | {
    "uses": ["public_benefits"],
    "users": ["public_authority"],
    "benefit_tasks": ["decides_entitlement"],
}
CLINIC_TRIAGE = USER | {
    "uses": ["health"],
    "users": ["public_services"],
    "emergency_tasks": ["triages_patients"],
    "benefit_tasks": [],
}
DAM_CONTROL = USER | {
    "uses": ["infrastructure"],
    "users": ["public_authority"],
    "infrastructure_tasks": ["protects"],
    "critical_entity": True,
}
LIFT_BRAKE = USER | {
    "uses": ["product"],
    "users": ["public_authority"],
    "product_laws": ["lifts"],
    "product_function": ["prevents_harm"],
    "product_assessment": "third_party_safety",
}
ARCHIVE_SEARCH = USER | {
    "uses": ["policing"],
    "users": ["law_enforcement"],
    "policing_tasks": ["transcribes"],
    "system_functions": ["bodies"],
    "body_findings": ["identifies_among_many"],
    "active_involvement": False,
    "identification_time": "later",
    "targeted_search": True,
}
SPELLING_GAME = USER | {"uses": ["games"], "users": ["people"], "decision_effect": "none"}
MAKER = CV_RANKER | {"system_roles": ["provider"], "system_union_links": ["placed"]}
TRIAGE_MAKER = CLINIC_TRIAGE | {"system_roles": ["provider"], "system_union_links": ["placed"]}


def assess(facts: dict[str, Any], as_of: date = TODAY, known_on: date | None = None, **readings: str) -> Assessment:
    return assessed(facts, as_of, known_on, readings)


def found(
    facts: dict[str, Any], duty: str, as_of: date = TODAY, known_on: date | None = None, **readings: str
) -> Finding:
    return assess(facts, as_of, known_on, **readings).by_id[duty]


def owed(facts: dict[str, Any], duty: str, **readings: str) -> Outcome:
    return found(facts, duty, **readings).outcome


# -- Article 26 ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", EVERY_DEPLOYER)
@pytest.mark.parametrize("facts", [CV_RANKER, CREDIT_SCORE, JOBLESS_BENEFIT, CLINIC_TRIAGE, LIFT_BRAKE, ARCHIVE_SEARCH])
def test_every_user_of_a_high_risk_system_owes_the_common_duties(facts: dict[str, Any], duty: str) -> None:
    assert owed(facts, duty) is Outcome.APPLIES
    assert owed(facts | {"system_roles": ["distributor"], "system_union_links": ["placed"]}, duty) is (
        Outcome.DOES_NOT_APPLY
    )


@pytest.mark.parametrize("duty", [*EVERY_DEPLOYER, *ASSESSMENT, "EU-AIA-86", "EU-AIA-72", "EU-AIA-73"])
def test_a_system_that_is_not_high_risk_brings_none_of_them(duty: str) -> None:
    assert owed(SPELLING_GAME, duty) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", EVERY_DEPLOYER)
def test_what_is_not_answered_is_never_a_no(duty: str) -> None:
    assert owed({}, duty) is Outcome.NEEDS_FACTS
    assert owed({"system_roles": ["deployer"]}, duty) is Outcome.NEEDS_FACTS
    assert owed({key: CV_RANKER[key] for key in CV_RANKER if key != "hiring_tasks"}, duty) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize(
    ("duty", "facts", "change"),
    [
        ("EU-AIA-26-4", CV_RANKER, {"deployment": ["input_data"]}),
        ("EU-AIA-26-6", CV_RANKER, {"deployment": ["logs"]}),
        ("EU-AIA-26-7", CV_RANKER, {"deployment": ["at_work_by_employer"]}),
        ("EU-AIA-26-8", CV_RANKER, {"users": ["public_authority"]}),
        ("EU-AIA-26-8", CV_RANKER, {"users": ["eu_body"]}),
        ("EU-AIA-26-8", CV_RANKER, {"users": ["for_authority"]}),
        ("EU-AIA-26-11", CV_RANKER | {"decision_effect": "none"}, {"decision_effect": "some"}),
        ("EU-AIA-86", CV_RANKER | {"decision_effect": "some"}, {"decision_effect": "significant"}),
        (
            "EU-AIA-26-10",
            ARCHIVE_SEARCH | {"identification_time": "live", "targeted_search": False},
            {"identification_time": "later"},
        ),
    ],
)
def test_a_duty_of_some_users_turns_on_its_own_fact(duty: str, facts: dict[str, Any], change: dict[str, Any]) -> None:
    assert owed(facts, duty) is Outcome.DOES_NOT_APPLY
    assert owed(facts | change, duty) is Outcome.APPLIES
    key = next(iter(change))
    assert owed({k: v for k, v in facts.items() if k != key}, duty) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", ["EU-AIA-26-8", "EU-AIA-86", *ASSESSMENT])
@pytest.mark.parametrize("facts", [DAM_CONTROL, LIFT_BRAKE])
def test_products_and_critical_infrastructure_have_no_register_explanation_or_assessment(
    facts: dict[str, Any], duty: str
) -> None:
    assert owed(facts, duty) is Outcome.DOES_NOT_APPLY


def test_a_second_use_beside_critical_infrastructure_brings_them_back() -> None:
    both = DAM_CONTROL | CV_RANKER | {"uses": ["infrastructure", "hiring"], "users": ["public_authority"]}
    for duty in ("EU-AIA-26-8", "EU-AIA-86", *ASSESSMENT):
        assert owed(both, duty) is Outcome.APPLIES


def test_people_are_told_of_decisions_in_critical_infrastructure_but_not_by_products() -> None:
    assert owed(DAM_CONTROL, "EU-AIA-26-11") is Outcome.APPLIES
    assert owed(LIFT_BRAKE, "EU-AIA-26-11") is Outcome.DOES_NOT_APPLY


def test_police_may_not_search_untargeted_even_if_no_search_was_targeted() -> None:
    untargeted = ARCHIVE_SEARCH | {"targeted_search": False}
    assert owed(untargeted, "EU-AIA-26-10") is Outcome.APPLIES
    asked = {step.id for step in found(untargeted, "EU-AIA-26-10").steps}
    assert "EU-AIA-26-10/7" in asked
    assert not asked & {"EU-AIA-26-10/1", "EU-AIA-26-10/2"}
    targeted = {step.id for step in found(ARCHIVE_SEARCH, "EU-AIA-26-10").steps}
    assert {"EU-AIA-26-10/1", "EU-AIA-26-10/2"} <= targeted
    assert "48 hours" in found(ARCHIVE_SEARCH, "EU-AIA-26-10").obligation.deadline.text


def test_law_enforcement_informs_people_by_its_own_directive() -> None:
    police = {step.id for step in found(ARCHIVE_SEARCH, "EU-AIA-26-11").steps}
    firm = {step.id for step in found(CV_RANKER, "EU-AIA-26-11").steps}
    assert (police, firm) == ({"EU-AIA-26-11/2"}, {"EU-AIA-26-11/1"})


@pytest.mark.parametrize("duty", [*EVERY_DEPLOYER, *ASSESSMENT, "EU-AIA-86"])
def test_private_use_and_military_use_are_left_alone(duty: str) -> None:
    for limit in ("private", "military"):
        assert owed(CREDIT_SCORE | {"system_limits": [limit]}, duty) is Outcome.EXEMPT


def test_logs_are_kept_six_months_at_least() -> None:
    assert "six months" in found(CV_RANKER | {"deployment": ["logs"]}, "EU-AIA-26-6").obligation.deadline.text


# -- Articles 27 and 86: who assesses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("example", "facts", "due"),
    [
        ("EUS-W-072", JOBLESS_BENEFIT, True),
        ("EUS-W-076", CREDIT_SCORE, True),
        ("EUS-W-080", LIFE_INSURER, True),
        ("EUS-W-117", CREDIT_SCORE | {"users": ["business"]}, True),
        ("EUS-W-118", CLINIC_TRIAGE, True),
        ("private employer with a tool of point 4(a)", CV_RANKER, False),
        ("public employer with the same tool", CV_RANKER | {"users": ["public_authority"]}, True),
        ("court", CV_RANKER | {"users": ["judicial"]}, True),
        ("body of the Union", CV_RANKER | {"users": ["eu_body"]}, True),
        ("private school that hires with it", CV_RANKER | {"users": ["public_services"]}, True),
        ("private clinic, private patients", CLINIC_TRIAGE | {"users": ["business"]}, False),
    ],
)
def test_who_assesses_the_impact_on_fundamental_rights(example: str, facts: dict[str, Any], due: bool) -> None:
    assert assess(facts).definitions["fria_due"].value is due, example
    for duty in ASSESSMENT:
        assert owed(facts, duty) is (Outcome.APPLIES if due else Outcome.DOES_NOT_APPLY)


def test_private_helpers_of_authorities_are_contested() -> None:
    helper = CV_RANKER | {"users": ["for_authority"]}
    for duty in ASSESSMENT:
        assert found(helper, duty).certainty.value == "contested"
        assert owed(helper, duty, private_providers_of_public_services="a") is Outcome.APPLIES
        assert owed(helper, duty, private_providers_of_public_services="b") is Outcome.DOES_NOT_APPLY


def test_the_assessment_has_its_six_parts() -> None:
    parts = {step.pinpoint.pinpoint for step in found(CREDIT_SCORE, "EU-AIA-27-1").steps}
    assert {f"Art. 27(1)({letter})" for letter in "abcdef"} <= parts


# -- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", [*EVERY_DEPLOYER, *ASSESSMENT, "EU-AIA-86", "EU-AIA-26-11"])
def test_users_of_listed_systems_start_on_2_december_2027(duty: str) -> None:
    first = date(2027, 12, 2)
    in_time = CREDIT_SCORE | {"system_placed_on": "2027-12-02"}
    assert found(in_time, duty, first - timedelta(days=1)).timing is Timing.UPCOMING
    assert found(in_time, duty, first).timing is Timing.IN_FORCE
    assert found(in_time, duty).applies_from == first
    before = found(CREDIT_SCORE, duty, known_on=date(2026, 7, 23))
    assert (before.outcome, before.applies_from) == (Outcome.APPLIES, date(2026, 8, 2))


@pytest.mark.parametrize("duty", EVERY_DEPLOYER)
def test_users_of_products_start_on_2_august_2028(duty: str) -> None:
    first = date(2028, 8, 2)
    assert found(LIFT_BRAKE, duty, first - timedelta(days=1)).timing is Timing.UPCOMING
    assert found(LIFT_BRAKE, duty, first).timing is Timing.IN_FORCE
    assert found(LIFT_BRAKE, duty, known_on=date(2026, 7, 23)).applies_from == date(2027, 8, 2)


@pytest.mark.parametrize("duty", EVERY_DEPLOYER)
def test_older_systems_are_left_until_their_design_changes_or_by_2030_for_authorities(duty: str) -> None:
    older = CREDIT_SCORE | {"system_placed_on": "2027-06-01", "significant_design_change": False}
    assert owed(older, duty) is Outcome.EXEMPT
    assert owed(older | {"significant_design_change": True}, duty) is Outcome.APPLIES
    public = found(older | {"users": ["public_authority"]}, duty)
    assert (public.outcome, public.applies_from) == (Outcome.APPLIES, date(2030, 8, 2))


def test_an_employer_in_november_2026_owes_literacy_and_nothing_of_chapter_iii_yet() -> None:
    """EUS-W-151."""
    findings = assess(CV_RANKER | {"deployment": ["at_work_by_employer"]}).by_id
    assert findings["EU-AIA-4-1"].timing is Timing.IN_FORCE
    assert findings["EU-AIA-4-1"].outcome is Outcome.APPLIES
    for duty in (*EVERY_DEPLOYER, "EU-AIA-26-7"):
        assert (findings[duty].outcome, findings[duty].timing) == (Outcome.APPLIES, Timing.UPCOMING)


# -- penalties -------------------------------------------------------------------------------------------------------


def test_fines_for_users_follow_size() -> None:
    small = CV_RANKER | {"staff": 40, "worldwide_turnover_eur": 4_000_000}
    large = CV_RANKER | {"staff": 9_000, "worldwide_turnover_eur": 2_000_000_000, "balance_sheet_eur": 2_000_000_000}
    for facts, ceiling in ((small, 120_000), (large, 60_000_000)):
        fine = found(facts, "EU-AIA-26-1", IN_2029).fine
        assert fine is not None
        assert (fine.low, fine.high) == (ceiling, ceiling)


@pytest.mark.parametrize("duty", [*ASSESSMENT, "EU-AIA-86", "EU-AIA-72", "EU-AIA-73", *CLOCKS])
def test_what_article_99_does_not_list_has_no_ceiling_of_the_union(duty: str) -> None:
    obligation = load().obligations[duty]
    assert obligation.penalty is None
    assert "Article 99(4)" in obligation.penalty_note


# -- Articles 72 and 73 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", ["EU-AIA-72", "EU-AIA-73"])
def test_makers_watch_and_report_from_the_day_of_the_class(duty: str) -> None:
    assert (found(MAKER, duty).outcome, found(MAKER, duty).applies_from) == (Outcome.APPLIES, date(2027, 12, 2))
    assert owed(CV_RANKER, duty) is Outcome.DOES_NOT_APPLY
    assert "common reading" in load().obligations[duty].versions[-1].note


@pytest.mark.parametrize(
    ("example", "clock", "last_day"),
    [
        ("EUS-W-148, a death", "EU-AIA-73-4", date(2029, 3, 11)),
        ("EUS-W-149, the power grid", "EU-AIA-73-3", date(2029, 3, 3)),
        ("EUS-W-150, other serious harm to health", "EU-AIA-73-2", date(2029, 3, 16)),
    ],
)
def test_each_kind_of_incident_has_its_own_clock(example: str, clock: str, last_day: date) -> None:
    finding = found(MAKER | {"system_incident_aware_on": "2029-03-01"}, clock, IN_2029)
    assert (finding.outcome, finding.timing, finding.due) == (Outcome.APPLIES, Timing.IN_FORCE, last_day), example
    assert str(CLOCKS[clock]) in finding.obligation.deadline.text
    assert found(MAKER, clock, IN_2029).due is None
    assert owed(CV_RANKER, clock) is Outcome.DOES_NOT_APPLY


def test_device_makers_report_only_breaches_of_fundamental_rights_here() -> None:
    device = TRIAGE_MAKER | {"product_laws": ["medical"], "product_assessment": "third_party_safety"}
    device |= {"product_function": ["is_product"]}
    assert owed(device, "EU-AIA-73-4") is Outcome.EXEMPT
    assert owed(device, "EU-AIA-73-2") is Outcome.APPLIES
    assert "EU-AIA-73/10" in {step.id for step in found(device, "EU-AIA-73").steps}
    assert owed(TRIAGE_MAKER, "EU-AIA-73-4") is Outcome.APPLIES
    assert "EU-AIA-73/10" not in {step.id for step in found(TRIAGE_MAKER, "EU-AIA-73").steps}


@pytest.mark.parametrize(
    ("function", "outcome"),
    [(["comfort_only"], Outcome.APPLIES), (["failure_hurts_people"], Outcome.EXEMPT), (None, Outcome.NEEDS_FACTS)],
)
def test_ai_without_a_part_in_a_devices_safety_keeps_the_clock_for_deaths(
    function: list[str] | None, outcome: Outcome
) -> None:
    # Article 73(10): devices and their safety components, not whatever else runs on a device.
    device = TRIAGE_MAKER | {"product_laws": ["medical"], "product_assessment": "third_party_safety"}
    if function is not None:
        device |= {"product_function": function}
    assert owed(device, "EU-AIA-73-4") is outcome


def test_the_relief_for_equal_reports_is_for_listed_uses() -> None:
    lift = TRIAGE_MAKER | {
        "uses": ["product"],
        "product_laws": ["lifts"],
        "product_function": ["prevents_harm"],
        "product_assessment": "third_party_safety",
    }
    assert owed(lift, "EU-AIA-73") is Outcome.APPLIES
    assert "EU-AIA-73/9" not in {step.id for step in found(lift, "EU-AIA-73").steps}
    assert "EU-AIA-73/9" in {step.id for step in found(TRIAGE_MAKER, "EU-AIA-73").steps}


# -- Articles 75 to 75c ----------------------------------------------------------------------------------------------

ASSISTANT = USER | {
    "system_roles": ["provider"],
    "system_union_links": ["placed"],
    "uses": ["coding"],
    "users": ["business"],
    "development": "group",
    "system_open_source": False,
}


def test_the_ai_office_supervises_systems_on_their_makers_own_model() -> None:
    finding = found(ASSISTANT, "EU-AIA-ENF")
    assert (finding.outcome, finding.applies_from) == (Outcome.APPLIES, date(2026, 8, 2))
    assert found(ASSISTANT, "EU-AIA-ENF", date(2026, 8, 1)).timing is Timing.UPCOMING
    assert found(ASSISTANT, "EU-AIA-ENF", date(2026, 8, 2)).timing is Timing.IN_FORCE
    foreign = ASSISTANT | {"development": "unchanged"}
    assert owed(foreign, "EU-AIA-ENF") is Outcome.DOES_NOT_APPLY
    assert owed(foreign | {"system_union_links": ["placed", "very_large_platform"]}, "EU-AIA-ENF") is Outcome.APPLIES
    assert "EU-AIA-ENF" not in assess(ASSISTANT, known_on=date(2026, 7, 23)).by_id


def test_users_answer_to_the_ai_office_only_within_the_same_undertaking() -> None:
    user = ASSISTANT | {"system_roles": ["deployer"], "system_union_links": ["used"]}
    assert owed(user, "EU-AIA-ENF") is Outcome.APPLIES
    outsider = user | {"development": "unchanged", "system_union_links": ["used", "very_large_platform"]}
    assert owed(outsider, "EU-AIA-ENF") is Outcome.DOES_NOT_APPLY


def test_incidents_of_its_systems_go_to_the_ai_office() -> None:
    own = MAKER | {"development": "group"}
    national = {step.id for step in found(MAKER | {"development": "unchanged"}, "EU-AIA-73").steps}
    assert "EU-AIA-73/1" in national
    assert "EU-AIA-73/1" not in {step.id for step in found(own, "EU-AIA-73").steps}
    assert owed(own, "EU-AIA-75-1a") is Outcome.APPLIES


def test_live_search_does_not_free_later_searches_of_its_recordings() -> None:
    assert owed(ARCHIVE_SEARCH | {"identification_time": "live"}, "EU-AIA-26-10") is Outcome.APPLIES


def test_a_later_search_by_others_than_the_police_is_contested() -> None:
    shop = ARCHIVE_SEARCH | {"users": ["business"], "uses": ["security"], "targeted_search": False}
    assert found(shop, "EU-AIA-26-10").certainty is Certainty.CONTESTED


def test_an_assistant_for_anything_is_more_than_infrastructure() -> None:
    both = DAM_CONTROL | {"uses": ["infrastructure", "general_assistant"], "high_risk_uses_excluded": "no"}
    assert {owed(both, duty) for duty in (*ASSESSMENT, "EU-AIA-26-8", "EU-AIA-86")} == {Outcome.APPLIES}


def test_users_in_a_test_the_act_provides_for_are_contested() -> None:
    trial = CV_RANKER | {
        "system_roles": ["provider", "deployer"],
        "system_limits": ["development"],
        "system_testing": ["real_world"],
    }
    assert found(trial, "EU-AIA-26-1").certainty is Certainty.CONTESTED
    assert found(trial | {"system_limits": []}, "EU-AIA-26-1").certainty is not Certainty.CONTESTED


def test_private_use_frees_also_whoever_made_the_system() -> None:
    home_made = CV_RANKER | {"system_roles": ["provider", "deployer"], "system_limits": ["private"]}
    assert owed(home_made, "EU-AIA-26-1") is Outcome.EXEMPT
    assert owed(home_made, "EU-AIA-9") is Outcome.APPLIES


@pytest.mark.parametrize(
    ("users", "uses", "shown"),
    [
        (["law_enforcement"], {"uses": ["hiring"], "hiring_tasks": ["evaluates_candidates"]}, {"1"}),
        (["law_enforcement"], {"uses": ["policing"], "policing_tasks": ["evidence_reliability"]}, {"2"}),
        (["for_authority"], {"uses": ["policing"], "policing_tasks": ["evidence_reliability"]}, {"2"}),
        (["business"], {"uses": ["hiring"], "hiring_tasks": ["evaluates_candidates"]}, {"1"}),
    ],
)
def test_the_notice_follows_the_purpose_not_the_user(users: list[str], uses: dict[str, Any], shown: set[str]) -> None:
    finding = found(USER | uses | {"users": users}, "EU-AIA-26-11")
    assert {step.id.rpartition("/")[2] for step in finding.steps} == shown


def test_without_turnover_the_fixed_amount_is_the_ceiling() -> None:
    town = JOBLESS_BENEFIT | {"staff": 40, "worldwide_turnover_eur": 0, "balance_sheet_eur": 0}
    fine = found(town, "EU-AIA-26-1").fine
    assert fine is not None
    assert (fine.low, fine.high) == (15_000_000, 15_000_000)
