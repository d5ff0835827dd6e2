"""Which uses Annex III lists, told by what a system does; and what an AI system is.

Expectations come from Article 3(1), Article 6(2) and Annex III of the AI Act; those of the Commission's draft
guidelines of 19 May 2026 (paragraph numbers are theirs) are marked as such and must fall back to the text alone once
the guidelines are set aside.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import Assessment, Certainty, Outcome
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
POINTS = (
    *("annex_iii_1_a", "annex_iii_1_b", "annex_iii_1_c", "annex_iii_2"),
    *("annex_iii_3_a", "annex_iii_3_b", "annex_iii_3_c", "annex_iii_3_d", "annex_iii_4_a", "annex_iii_4_b"),
    *("annex_iii_5_a", "annex_iii_5_b", "annex_iii_5_c", "annex_iii_5_d"),
    *("annex_iii_6_a", "annex_iii_6_b", "annex_iii_6_c", "annex_iii_6_d", "annex_iii_6_e"),
    *("annex_iii_7_a", "annex_iii_7_b", "annex_iii_7_c", "annex_iii_7_d", "annex_iii_8_a", "annex_iii_8_b"),
)


def assess(facts: dict[str, Any], readings: dict[str, str] | None = None) -> Assessment:
    return assessed(facts, TODAY, readings=readings)


def listed(facts: dict[str, Any], readings: dict[str, str] | None = None) -> set[str]:
    """The points that hold, without the prefix of their names."""
    concepts = assess(facts, readings).definitions
    return {point.removeprefix("annex_iii_") for point in POINTS if concepts[point].value is True}


def value(facts: dict[str, Any], key: str, readings: dict[str, str] | None = None) -> bool | None:
    return assess(facts, readings).definitions[key].value


def use(field: str, tasks: str, *chosen: str, users: tuple[str, ...] = ("business",), **more: Any) -> dict[str, Any]:
    """A system for one field with the tasks chosen, which takes nothing from bodies."""
    return {"uses": [field], tasks: list(chosen), "users": list(users), "body_findings": []} | more


def body(*findings: str, **more: Any) -> dict[str, Any]:
    """A system that reads bodies, in no field of use at all."""
    facts = {"uses": [], "system_functions": ["bodies"], "body_findings": list(findings)}
    return facts | {"category_ancillary": False} | more


# -- Point 1: biometrics, whatever the field of use ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "facts", "points"),
    [
        ("archive search for public figures", body("identifies_among_many", active_involvement=False), {"1_a"}),
        ("phone unlocked by its owner's face", body("confirms_identity", active_involvement=True), set()),
        ("offenders found in recordings", body("identifies_among_many", active_involvement=False), {"1_a"}),
        ("person found by a red scarf, paragraph 124", {"uses": [], "body_findings": []}, set()),
        ("ethnic origin from faces", body("protected_traits"), {"1_b"}),
        ("mood from the pulse, shown to the wearer alone", body("emotions"), {"1_c"}),
        ("drowsy driver, recital 18", body("physical_state"), set()),
        ("smile seen, no feeling inferred, recital 18", body("visible_expression"), set()),
        ("seats counted by warmth", body("presence_only"), set()),
        ("face against passport chip", body("confirms_identity"), set()),
        (
            "face against chip and a list of wanted people",
            body("confirms_identity", "identifies_among_many", active_involvement=False),
            {"1_a"},
        ),
        (
            "ethnic origin as an unavoidable extra, Article 3(40)",
            body("protected_traits", category_ancillary=True),
            set(),
        ),
    ],
)
def test_biometrics(name: str, facts: dict[str, Any], points: set[str]) -> None:
    assert (name, listed(facts)) == (name, points)


def test_age_from_faces_is_left_out_by_the_draft_guidelines_alone() -> None:
    age = body("age_gender")
    assert listed(age) == set()
    assert listed(age, {"hr-guidelines-biometric-categories": "ignored"}) == {"1_b"}


# -- Points 2 to 5 ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "facts", "points"),
    [
        ("ranks applications", use("education", "education_tasks", "admission"), {"3_a"}),
        ("answers questions on admission", use("education", "education_tasks", "information"), set()),
        ("assigns pupils by address", use("education", "education_tasks", "assigns_places"), {"3_a"}),
        ("grades final exams", use("education", "education_tasks", "grades_final"), {"3_b"}),
        ("beginner or advanced class", use("education", "education_tasks", "sets_level"), {"3_c"}),
        ("homework compared", use("education", "education_tasks", "checks_homework"), set()),
        ("remote watch over exams", use("education", "education_tasks", "detects_cheating"), {"3_d"}),
        ("identity of the test taker", use("education", "education_tasks", "checks_identity_in_tests"), {"3_d"}),
        (
            "top candidates shown",
            use("hiring", "hiring_tasks", "filters_applications", "evaluates_candidates"),
            {"4_a"},
        ),
        ("help with one's own CV", use("hiring", "hiring_tasks", "candidate_side"), set()),
        ("adverts for one vacancy by data", use("advertising", "hiring_tasks", "targeted_vacancy_adverts"), {"4_a"}),
        ("employer brand", use("advertising", "hiring_tasks", "employer_brand"), set()),
        ("arranges interviews", use("hiring", "hiring_tasks", "schedules_interviews"), {"4_a"}),
        ("shifts by ratings", use("work_management", "work_tasks", "allocates_by_behaviour"), {"4_b"}),
        ("desks", use("work_management", "work_tasks", "allocates_otherwise"), set()),
        ("parcels", use("work_management", "work_tasks", "tracks_things"), set()),
        (
            "finished promotion report polished",
            use("work_management", "work_tasks", "terms_pay_promotion_dismissal"),
            {"4_b"},
        ),
        (
            "unemployment benefit",
            use("public_benefits", "benefit_tasks", "decides_entitlement", users=("public_authority",)),
            {"5_a"},
        ),
        (
            "sickness benefit flagged",
            use("public_benefits", "benefit_tasks", "flags_for_review", users=("for_authority",)),
            {"5_a"},
        ),
        (
            "routes to the right office",
            use("public_benefits", "benefit_tasks", "routes_cases", users=("public_authority",)),
            set(),
        ),
        (
            "claims of companies",
            use("public_benefits", "benefit_tasks", "companies_only", users=("public_authority",)),
            set(),
        ),
        ("private charity", use("public_benefits", "benefit_tasks", "decides_entitlement"), set()),
        ("consumer credit", use("credit", "credit_tasks", "creditworthiness"), {"5_b"}),
        ("forged payslips", use("credit", "credit_tasks", "fraud_detection"), set()),
        (
            "forged payslips and score",
            use("credit", "credit_tasks", "fraud_detection", "creditworthiness"),
            {"5_b"},
        ),
        ("tenants' solvency", use("housing", "credit_tasks", "creditworthiness"), {"5_b"}),
        ("balance sheets, paragraph 74", use("credit", "credit_tasks", "companies_only"), set()),
        ("collateral", use("credit", "credit_tasks", "collateral"), set()),
        ("money laundering, paragraph 309", use("credit", "credit_tasks", "money_laundering"), set()),
        (
            "life cover by habits",
            use("insurance", "insurance_tasks", "life_health_risk", "life_health_pricing"),
            {"5_c"},
        ),
        ("claims checked", use("insurance", "insurance_tasks", "claims"), set()),
        ("motor premiums", use("insurance", "insurance_tasks", "other_lines"), set()),
        ("long-term care, paragraph 317", use("insurance", "insurance_tasks", "long_term_care"), {"5_c"}),
        ("112 calls ranked", use("emergency", "emergency_tasks", "ranks_calls"), {"5_d"}),
        ("emergency patients sorted", use("health", "emergency_tasks", "triages_patients"), {"5_d"}),
        ("calls written down", use("emergency", "emergency_tasks", "transcribes"), set()),
        ("flood forecast", use("emergency", "emergency_tasks", "forecasts"), set()),
        ("hospital appointments", use("health", "emergency_tasks", "books_appointments"), set()),
    ],
)
def test_education_work_and_services(name: str, facts: dict[str, Any], points: set[str]) -> None:
    assert (name, listed(facts)) == (name, points)


def network(*tasks: str, critical: bool = True) -> dict[str, Any]:
    return use("infrastructure", "infrastructure_tasks", *tasks, critical_entity=critical)


@pytest.mark.parametrize(
    ("name", "facts", "held"),
    [
        ("fire alarm of a designated data centre", network("protects"), True),
        ("demand forecast, safety separate", network("forecasts"), False),
        ("trap for intruders, recital 55", network("cyber_only"), False),
    ],
)
def test_essential_networks(name: str, facts: dict[str, Any], held: bool) -> None:
    assert (name, value(facts, "annex_iii_2")) == (name, held)


def test_whether_only_designated_operators_count_is_shown_as_disputed() -> None:
    small = network("protects", critical=False)
    assert assess(small).definitions["annex_iii_2"].contested
    assert value(small, "annex_iii_2", {"infrastructure-operators": "a"}) is False
    assert value(small, "annex_iii_2", {"infrastructure-operators": "b"}) is True


def test_whether_running_a_network_is_a_safety_function_is_shown_as_disputed() -> None:
    assert assess(network("runs")).definitions["annex_iii_2"].contested
    assert not assess(network("protects", "runs")).definitions["annex_iii_2"].contested


@pytest.mark.parametrize("task", ["life_health_risk", "life_health_pricing"])
def test_whether_risk_or_price_alone_is_enough_is_shown_as_disputed(task: str) -> None:
    alone = use("insurance", "insurance_tasks", task)
    assert assess(alone).definitions["annex_iii_5_c"].contested
    assert value(alone, "annex_iii_5_c", {"insurance-risk-and-pricing": "b"}) is False


# -- Points 6 to 8: who stands behind the use ------------------------------------------------------------------------

POLICE = ("law_enforcement",)
BORDER = ("border_authority",)


@pytest.mark.parametrize(
    ("name", "facts", "points"),
    [
        ("violence at home", use("policing", "policing_tasks", "victim_risk", users=POLICE), {"6_a"}),
        ("interrogation", use("policing", "policing_tasks", "lie_detection", users=POLICE), {"6_b"}),
        ("scene in three dimensions", use("policing", "policing_tasks", "reconstructs_evidence", users=POLICE), set()),
        ("reoffending", use("policing", "policing_tasks", "offender_risk", users=("for_authority",)), {"6_d"}),
        ("profiling", use("policing", "policing_tasks", "profiles_in_investigation", users=("eu_body",)), {"6_e"}),
        ("crime by place", use("policing", "policing_tasks", "area_forecasts", users=POLICE), set()),
        ("accountants' own duty, paragraph 81", use("fraud", "policing_tasks", "own_compliance"), set()),
        ("speed camera, paragraph 372", use("policing", "policing_tasks", "traffic_control", users=POLICE), set()),
        ("lie detector for a private firm", use("policing", "policing_tasks", "lie_detection"), set()),
        ("second check", use("borders", "border_tasks", "person_risk", users=BORDER), {"7_b"}),
        ("interview written down", use("borders", "border_tasks", "transcribes", users=BORDER), set()),
        ("patrols sent by satellite", use("borders", "border_tasks", "identifies_people", users=BORDER), {"7_d"}),
        ("visa form complete", use("borders", "border_tasks", "examines_applications", users=BORDER), {"7_c"}),
        ("travel documents", use("borders", "border_tasks", "checks_travel_documents", users=BORDER), set()),
        ("judge's reasons", use("justice", "justice_tasks", "applies_law", users=("judicial",)), {"8_a"}),
        ("names blackened", use("justice", "justice_tasks", "clerical", users=("judicial",)), set()),
        ("lawyer's own research", use("justice", "justice_tasks", "lawyer_side"), set()),
        (
            "voluntary mediation, paragraph 430",
            use("justice", "justice_tasks", "applies_law", users=("dispute_body",), dispute_outcome_binding=False),
            set(),
        ),
        (
            "arbitration",
            use("justice", "justice_tasks", "applies_law", users=("dispute_body",), dispute_outcome_binding=True),
            {"8_a"},
        ),
        ("voting advice", use("elections", "election_tasks", "sways_voters", users=("people",)), {"8_b"}),
        ("opening hours", use("elections", "election_tasks", "information", users=("public_authority",)), set()),
    ],
)
def test_police_borders_courts_and_elections(name: str, facts: dict[str, Any], points: set[str]) -> None:
    assert (name, listed(facts)) == (name, points)


@pytest.mark.parametrize(
    ("facts", "switch", "followed", "ignored"),
    [
        (use("hiring", "hiring_tasks", "candidate_side"), "recruitment", set(), {"4_a"}),
        (use("work_management", "work_tasks", "optional_feedback"), "work", set(), {"4_b"}),
        (use("education", "education_tasks", "feedback_only"), "grading", set(), {"3_b"}),
        (use("education", "education_tasks", "student_side"), "education-level", set(), {"3_c"}),
        (use("credit", "credit_tasks", "pricing_only"), "credit", set(), {"5_b"}),
        (use("insurance", "insurance_tasks", "long_term_care"), "insurance", {"5_c"}, set()),
        (use("emergency", "emergency_tasks", "forecasts"), "emergency", set(), {"5_d"}),
        (
            use("public_benefits", "benefit_tasks", "routes_cases", users=("public_authority",)),
            "benefits",
            set(),
            {"5_a"},
        ),
        (
            use("policing", "policing_tasks", "reconstructs_evidence", users=POLICE),
            "evidence",
            set(),
            {"6_c"},
        ),
        (use("borders", "border_tasks", "rescue_only", users=BORDER), "border-rescue", set(), {"7_d"}),
    ],
)
def test_a_line_of_the_draft_guidelines_gives_way_to_the_text(
    facts: dict[str, Any], switch: str, followed: set[str], ignored: set[str]
) -> None:
    assert listed(facts) == followed
    assert listed(facts, {f"hr-guidelines-{switch}": "ignored"}) == ignored


OFFERED: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["placed"],
    "system_limits": [],
    "system_open_source": False,
    "system_placed_on": "2029-01-15",
    "profiles_people": True,
}


def test_a_finding_that_rests_on_the_draft_guidelines_says_so() -> None:
    helper = assess(OFFERED | use("hiring", "hiring_tasks", "candidate_side")).by_id["EU-AIA-9"]
    assert (helper.outcome, helper.certainty) == (Outcome.DOES_NOT_APPLY, Certainty.GUIDANCE)
    ranker = assess(OFFERED | use("hiring", "hiring_tasks", "filters_applications")).by_id["EU-AIA-9"]
    assert (ranker.outcome, ranker.certainty) == (Outcome.APPLIES, Certainty.SETTLED)


def test_rules_written_by_people_owe_nothing_and_need_no_guidance_to_say_so() -> None:
    calculator = OFFERED | {"system_method": "written_rules"}
    finding = assess(calculator | use("hiring", "hiring_tasks", "filters_applications")).by_id["EU-AIA-9"]
    assert (finding.outcome, finding.certainty) == (Outcome.DOES_NOT_APPLY, Certainty.SETTLED)


# -- General assistants, and what is not known -----------------------------------------------------------------------

ASSISTANT: dict[str, Any] = {"uses": ["general_assistant"], "body_findings": []}


@pytest.mark.parametrize(
    ("excluded", "held"),
    [("consistently", False), ("terms_only", True), ("no", True)],
)
def test_a_general_assistant_is_what_its_provider_says_it_is_for(excluded: str, held: bool) -> None:
    facts = ASSISTANT | {"high_risk_uses_excluded": excluded}
    assert value(facts, "annex_iii_use") is held
    assert value(facts, "annex_iii_use", {"hr-guidelines-general-assistants": "ignored"}) is False


def test_nothing_is_ruled_out_while_nothing_is_known() -> None:
    concepts = assess({}).definitions
    assert {concepts[point].value for point in (*POINTS, "annex_iii_use", "ai_system")} == {None}


def test_a_field_without_its_tasks_stays_open_and_other_fields_are_closed() -> None:
    facts = {"uses": ["hiring"], "body_findings": []}
    assert value(facts, "annex_iii_4_a") is None
    assert value(facts, "annex_iii_5_b") is False


def test_a_police_task_stays_open_until_it_is_known_who_uses_the_system() -> None:
    facts = {"uses": ["policing"], "policing_tasks": ["victim_risk"], "body_findings": []}
    assert value(facts, "annex_iii_6_a") is None


# -- Article 3(1) ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "held"),
    [("learned", True), ("reasoned", True), ("simple_estimate", False), ("written_rules", False)],
)
def test_an_ai_system_infers(method: str, held: bool) -> None:
    assert value({"system_method": method}, "ai_system") is held


def test_simple_statistics_are_left_out_by_guidance_alone() -> None:
    facts = {"system_method": "simple_estimate"}
    assert value(facts, "ai_system", {"ai-system-simple-estimates": "ignored"}) is True


def test_whether_rules_fitted_to_data_infer_is_shown_as_disputed() -> None:
    facts = {"system_method": "fitted_rules"}
    assert assess(facts).definitions["ai_system"].contested
    assert value(facts, "ai_system", {"ai-system-fitted-rules": "b"}) is False
