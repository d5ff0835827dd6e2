"""Federal law reached by use: credit, consumer reports, homes, work, health, schools, calls.

Expectations come from 15 U.S.C. 1681 and 1691, 12 CFR 1002, 42 U.S.C. 2000e and 3601, 45 CFR 92.210, FD&C Act 201(h)
and 520(o), 42 CFR 422.101 and 47 U.S.C. 227.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from tests.rules.us_assess import TODAY, found, owed, without

APPLIES, NOT, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
FIRM: dict[str, Any] = {
    "development": "unchanged",
    "seat": "us",
    "us_states": ["elsewhere"],
    "us_organisation": [],
    "system_roles": ["deployer"],
    "system_method": "learned",
    "uses": ["other"],
    "hiring_tasks": [],
    "work_tasks": [],
    "us_credit_role": [],
    "us_homes": False,
    "us_employer": [],
    "us_coverage_review": False,
    "us_health_record_ai": False,
    "us_device": "none",
    "us_activities": ["credit", "medical"],
}
LENDER = FIRM | {"uses": ["credit"], "us_credit_role": ["creditor"]}
BEFORE, AFTER = date(2026, 7, 20), date(2026, 7, 21)
PUBLISHED = date(2026, 4, 22)


# -- credit ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", ["ECOA-1", "ECOA-3"])
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"uses": ["fraud"]},
        {"uses": ["other"], "credit_tasks": ["companies_only"], "result_weight": "nothing"},
        {"system_roles": ["provider"], "development": "own"},
        {"staff": 1, "us_employees": 1},
        {"us_states": []},
    ],
    ids=["consumers", "fraud check", "loans to companies", "own tool", "tiny", "seat alone"],
)
def test_creditors_of_any_kind_and_size_give_reasons(duty: str, change: dict[str, Any]) -> None:
    assert owed(LENDER | change, duty) is APPLIES


@pytest.mark.parametrize("duty", ["ECOA-1", "ECOA-2", "ECOA-3"])
def test_who_lends_nothing_owes_no_reasons(duty: str) -> None:
    assert owed(FIRM, duty) is NOT
    assert owed(without(LENDER, "us_credit_role"), duty) is OPEN
    assert owed(LENDER | {"seat": "eu", "us_states": []}, duty) is NOT


@pytest.mark.parametrize("known_on", [PUBLISHED, TODAY])
def test_the_effects_test_left_the_regulation_in_july(known_on: date) -> None:
    eve = found(LENDER, "ECOA-2", BEFORE, known_on)
    assert (eve.outcome, eve.timing, eve.ends_on) == (APPLIES, Timing.IN_FORCE, AFTER)
    assert eve.certainty is Certainty.UNVERIFIED
    assert found(LENDER, "ECOA-2", AFTER, known_on).certainty is Certainty.CONTESTED
    assert owed(LENDER, "ECOA-2", AFTER, known_on, us_ecoa_effects="b") is NOT
    assert found(LENDER, "ECOA-3", AFTER, known_on).certainty is Certainty.UNVERIFIED


def test_nobody_knew_of_it_before_publication() -> None:
    finding = found(LENDER, "ECOA-2", AFTER, date(2026, 4, 21))
    assert (finding.outcome, finding.timing, finding.ends_on) == (APPLIES, Timing.IN_FORCE, None)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_credit_role": ["report_maker"]}, APPLIES),
        ({"us_organisation": ["reporting_agency"]}, APPLIES),
        ({"us_credit_role": ["report_user"]}, NOT),
    ],
)
def test_makers_of_reports(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FIRM | change, "FCRA-3") is outcome


def test_whether_vendors_that_score_from_others_data_make_reports_is_contested() -> None:
    vendor = FIRM | {"system_roles": ["provider"], "us_credit_role": ["scorer"]}
    assert found(vendor, "FCRA-3").certainty is Certainty.CONTESTED
    assert owed(vendor, "FCRA-3", us_fcra_vendor_scores="a") is APPLIES
    assert owed(vendor, "FCRA-3", us_fcra_vendor_scores="b") is NOT


def test_users_of_reports_give_notice_and_employers_before_as_well() -> None:
    user = FIRM | {"us_credit_role": ["report_user"]}
    hiring = user | {"uses": ["hiring"], "hiring_tasks": ["evaluates_candidates"]}
    assert [owed(user, duty) for duty in ("FCRA-1", "FCRA-2")] == [APPLIES, NOT]
    assert [owed(hiring, duty) for duty in ("FCRA-1", "FCRA-2")] == [APPLIES, APPLIES]
    assert owed(without(hiring, "us_credit_role"), "FCRA-2") is OPEN


# -- homes and work ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"uses": ["housing"]}, APPLIES),
        ({"uses": ["housing"], "result_weight": "nothing"}, APPLIES),
        ({"uses": ["credit"], "us_homes": True}, APPLIES),
        ({"uses": ["advertising"], "us_homes": True, "result_weight": "nothing"}, APPLIES),
        ({"uses": ["credit"]}, NOT),
        ({"uses": ["coding"], "us_homes": True}, NOT),
    ],
)
def test_homes_are_reached_through_loans_and_adverts_too(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FIRM | change, "FHA-1") is outcome
    assert owed(without(FIRM, "us_homes") | {"uses": ["credit"]}, "FHA-1") is OPEN


HIRES = FIRM | {"uses": ["hiring"], "hiring_tasks": ["filters_applications"], "us_employer": ["employer"]}


@pytest.mark.parametrize("duty", ["EEO-1", "EEO-2"])
@pytest.mark.parametrize(
    ("employees", "outcome"), [(14, NOT), (15, APPLIES), (16, APPLIES), ({"low": 14, "high": 15}, OPEN), (None, OPEN)]
)
def test_employers_are_reached_from_fifteen_employees(duty: str, employees: Any, outcome: Outcome) -> None:
    facts = HIRES if employees is None else HIRES | {"us_employees": employees}
    assert owed(facts, duty) is outcome


@pytest.mark.parametrize(("employees", "shown"), [(15, False), (19, False), (20, True), (21, True)])
def test_age_counts_from_twenty_employees(employees: int, shown: bool) -> None:
    steps = {step.id for step in found(HIRES | {"us_employees": employees}, "EEO-1").steps}
    assert ("EEO-1/age" in steps) is shown


@pytest.mark.parametrize("part", ["agent", "agency"])
def test_agencies_and_agents_are_reached_at_any_size(part: str) -> None:
    finding = found(HIRES | {"us_employer": [part], "us_employees": 2}, "EEO-1")
    assert finding.outcome is APPLIES
    assert "EEO-1/age" in {step.id for step in finding.steps}


@pytest.mark.parametrize(
    "change",
    [
        {"uses": ["advertising"], "hiring_tasks": ["targeted_vacancy_adverts"], "result_weight": "nothing"},
        {"uses": ["work_management"], "hiring_tasks": [], "work_tasks": ["allocates_otherwise"]},
        {"uses": ["work_management"], "hiring_tasks": [], "work_tasks": ["evaluates_performance"]},
    ],
    ids=["job adverts", "shifts", "performance"],
)
def test_unequal_effects_at_work_do_not_ask_how_heavy_the_tool_weighs(change: dict[str, Any]) -> None:
    assert owed(HIRES | {"us_employees": 40} | change, "EEO-1") is APPLIES


# -- health and schools ------------------------------------------------------------------------------------------------

HOSPITAL = FIRM | {"uses": ["health"], "us_organisation": ["care_provider", "hipaa", "federal_health_funds"]}


@pytest.mark.parametrize(
    ("duty", "start"),
    [("1557-3", date(2024, 7, 5)), ("1557-1", date(2025, 5, 1)), ("1557-2", date(2025, 5, 1))],
)
def test_the_ban_in_care_came_before_the_search_for_tools(duty: str, start: date) -> None:
    eve = date.fromordinal(start.toordinal() - 1)
    assert found(HOSPITAL, duty, eve, TODAY).timing is Timing.UPCOMING
    assert found(HOSPITAL, duty, start, TODAY).timing is Timing.IN_FORCE


@pytest.mark.parametrize("duty", ["1557-1", "1557-2", "1557-3"])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, APPLIES),
        ({"system_method": "written_rules"}, APPLIES),
        ({"uses": ["insurance"], "us_coverage_review": True}, APPLIES),
        ({"uses": ["general_assistant"], "us_health_record_ai": True}, APPLIES),
        ({"uses": ["insurance"]}, NOT),
        ({"us_organisation": ["care_provider"]}, NOT),
        ({"system_roles": ["provider"]}, NOT),
    ],
)
def test_recipients_of_federal_health_money(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(HOSPITAL | change, duty) is outcome
    assert owed(without(HOSPITAL, "us_organisation"), duty) is OPEN


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("images", APPLIES),
        ("patients", APPLIES),
        ("opaque", APPLIES),
        ("other", APPLIES),
        ("checkable", NOT),
        ("wellness", NOT),
        ("none", NOT),
        (None, OPEN),
    ],
)
@pytest.mark.parametrize(
    "maker",
    [
        {"system_roles": ["provider"], "uses": ["health"]},
        {"system_roles": ["provider"], "uses": ["general_assistant"]},
        {"system_roles": [], "development": "own", "weights_public": True},
    ],
    ids=["health", "assistant with a claim", "open model with a claim"],
)
def test_the_medical_claim_makes_the_device(maker: dict[str, Any], claim: str | None, outcome: Outcome) -> None:
    facts = FIRM | maker | {"us_device": claim} if claim else without(FIRM, "us_device") | maker
    assert owed(facts, "FDA-1") is outcome
    assert owed(FIRM | {"us_device": "images"}, "FDA-1") is NOT


@pytest.mark.parametrize(
    ("duty", "kind"),
    [("HIPAA-1", "hipaa"), ("HIPAA-1", "hipaa_associate"), ("FERPA-1", "school"), ("FERPA-1", "school_vendor")],
)
@pytest.mark.parametrize("part", [{}, {"system_roles": ["provider"]}, {"system_roles": [], "development": "own"}])
def test_records_of_patients_and_pupils(duty: str, kind: str, part: dict[str, Any]) -> None:
    assert owed(FIRM | part | {"us_organisation": [kind]}, duty) is APPLIES
    assert owed(FIRM | part, duty) is NOT
    assert owed(without(FIRM, "us_organisation") | part, duty) is OPEN


@pytest.mark.parametrize(
    ("kind", "review", "outcome"),
    [
        (["health_plan", "medicare_advantage"], True, APPLIES),
        (["medicare_advantage"], False, NOT),
        (["health_plan"], True, NOT),
        (["medicare_advantage"], None, OPEN),
    ],
)
def test_medicare_advantage_alone_decides_on_the_individual(
    kind: list[str], review: bool | None, outcome: Outcome
) -> None:
    facts = FIRM | {"us_organisation": kind, "us_coverage_review": review}
    assert owed(without(facts, "us_coverage_review") if review is None else facts, "CMS-1") is outcome
    assert found(FIRM | {"us_organisation": kind}, "CMS-1", date(2023, 12, 31), TODAY).applies_from == (
        date(2024, 1, 1)
    )


# -- calls -------------------------------------------------------------------------------------------------------------

CALLER = FIRM | {"us_activities": ["calls"]}
BRADFORD = date(2026, 2, 25)


@pytest.mark.parametrize("consent", ["telemarketing_none", "telemarketing_oral", "telemarketing_written"])
@pytest.mark.parametrize("state", ["tx", "co"])
def test_writing_is_contested_since_bradford_and_was_not_before(consent: str, state: str) -> None:
    facts = CALLER | {"us_call_consent": consent, "us_states": [state]}
    assert owed(facts, "TCPA-1") is APPLIES
    assert found(facts, "TCPA-2", BRADFORD).certainty is Certainty.CONTESTED
    assert owed(facts, "TCPA-2", BRADFORD, us_tcpa_written_consent="a") is APPLIES
    eve = found(facts, "TCPA-2", date(2026, 2, 24))
    assert (eve.outcome, eve.certainty) == (APPLIES, Certainty.UNVERIFIED)


@pytest.mark.parametrize("role", ["deployer", "provider"])
def test_consent_counts_for_other_calls_too(role: str) -> None:
    facts = CALLER | {"us_call_consent": "other", "system_roles": [role]}
    assert [owed(facts, duty) for duty in ("TCPA-1", "TCPA-2")] == [APPLIES, NOT]
    assert [owed(FIRM, duty) for duty in ("TCPA-1", "TCPA-2")] == [NOT, NOT]
    assert owed(FIRM | {"us_activities": None}, "TCPA-1") is OPEN
    assert owed(CALLER, "TCPA-2") is OPEN
