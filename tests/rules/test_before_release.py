"""Systems and models before release and outside the Act: what a trial is, who may try, and whom exclusions free.

Articles 2(6), 2(8), 2(12), 3(57), 4, 4a, 57 to 60a, 75 and 111(1).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import Certainty, Finding, Outcome, Timing
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
LATER = date(2029, 6, 1)

SYSTEM: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["established"],
    "system_limits": [],
    "system_placed_on": "2029-01-01",
    "body_findings": [],
    "product_laws": [],
    "system_open_source": False,
}
CHATBOT = SYSTEM | {
    "system_union_links": ["established", "used"],
    "uses": ["customer_service"],
    "users": ["people"],
    "system_functions": ["conversation", "text"],
    "machine_recognisable": "can_be_mistaken",
    "marking_exceptions": [],
    "practices": [],
}
CV_RANKER = SYSTEM | {
    "uses": ["hiring"],
    "users": ["business"],
    "hiring_tasks": ["filters_applications", "evaluates_candidates"],
    "profiles_people": True,
}
LIFT_BRAKE = SYSTEM | {
    "uses": ["product"],
    "users": ["business"],
    "product_laws": ["lifts"],
    "product_function": ["prevents_harm"],
    "product_assessment": "third_party_safety",
}
TRIAL = {"system_limits": ["development"], "system_testing": ["real_world"]}
MODEL: dict[str, Any] = {
    "development": "own",
    "activity": "business",
    "union_ways": ["api"],
    "task_range": "many",
    "training_compute": 6e24,
    "generates": ["text"],
    "seat": "eu",
}
SPELLING_GAME = SYSTEM | {
    "system_union_links": ["established", "placed"],
    "uses": ["games"],
    "users": ["people"],
    "system_functions": ["scores"],
    "practices": [],
}


def findings(facts: dict[str, Any], as_of: date = TODAY) -> dict[str, Finding]:
    return dict(assessed(facts, as_of).by_id)


# -- trials ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", ["EU-AIA-4-1", "EU-AIA-50-1", "EU-AIA-50-2"])
def test_a_trial_of_an_ordinary_chatbot_on_real_people_may_be_its_launch(duty: str) -> None:
    found = findings(CHATBOT | TRIAL)[duty]
    assert found.certainty is Certainty.CONTESTED
    sides = {one.side: one.outcome for one in found.readings if one.key == "tests-of-other-systems"}
    assert sides == {"a": Outcome.APPLIES, "b": Outcome.DOES_NOT_APPLY}


@pytest.mark.parametrize("duty", ["EU-AIA-9", "EU-AIA-72"])
@pytest.mark.parametrize(
    "facts",
    [
        CV_RANKER,
        CV_RANKER | {"system_roles": ["takes_over"], "take_over": ["new_purpose"]},
        LIFT_BRAKE | {"system_roles": ["product_manufacturer"]},
    ],
    ids=["maker", "gives a new purpose", "sells it in a product"],
)
def test_a_trial_of_a_high_risk_system_has_its_own_rules_and_not_yet_those_of_the_launched(
    facts: dict[str, Any], duty: str
) -> None:
    trial = findings(facts | TRIAL | {"system_union_links": ["established", "used"]}, LATER)
    assert trial["EU-AIA-60"].outcome is Outcome.APPLIES
    assert trial[duty].outcome in {Outcome.DOES_NOT_APPLY, Outcome.EXEMPT}


@pytest.mark.parametrize("link", ["established", "used", "placed", "output_intended"])
def test_any_link_to_the_union_brings_the_rules_on_trials(link: str) -> None:
    assert findings(CV_RANKER | TRIAL | {"system_union_links": [link]})["EU-AIA-60"].outcome is Outcome.APPLIES


def test_whoever_is_in_a_sandbox_is_in_the_union_whatever_else_it_says() -> None:
    facts = CV_RANKER | TRIAL | {"system_testing": ["sandbox", "sandbox_data"], "system_union_links": []}
    found = findings(facts)
    assert {found[duty].outcome for duty in ("EU-AIA-57", "EU-AIA-59")} == {Outcome.APPLIES}


@pytest.mark.parametrize("duty", ["EU-AIA-59", "EU-AIA-60"])
def test_whoever_the_ai_office_supervises_can_be_fined_for_any_breach(duty: str) -> None:
    note = findings(CV_RANKER | TRIAL)[duty].obligation.penalty_note
    assert "EUR 15 million or 3 %" in note
    assert "Article 75c(4)(a)" in note


# Art. 60(4)(h) and (j) bind deployers too; the rest of Article 60 binds the provider.
JOINS = TRIAL | {"system_roles": ["deployer"]}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (CV_RANKER | JOINS, Outcome.APPLIES),
        (LIFT_BRAKE | JOINS, Outcome.APPLIES),
        (CV_RANKER | JOINS | {"system_testing": []}, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | JOINS | {"system_testing": None}, Outcome.NEEDS_FACTS),
        (CV_RANKER | JOINS | {"system_limits": []}, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | JOINS | {"system_limits": None}, Outcome.NEEDS_FACTS),
        (CV_RANKER | JOINS | {"system_union_links": []}, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | JOINS | {"system_limits": ["development", "military"]}, Outcome.EXEMPT),
        (CV_RANKER | JOINS | {"system_limits": ["development", "private"], "practices": []}, Outcome.EXEMPT),
        (CV_RANKER | JOINS | {"system_limits": ["development", "private"]}, Outcome.NEEDS_FACTS),  # not for a crime
        (CV_RANKER | JOINS | {"system_roles": ["deployer", "provider"]}, Outcome.DOES_NOT_APPLY),
        (CV_RANKER | JOINS | {"system_roles": None}, Outcome.NEEDS_FACTS),
    ],
)
def test_a_deployer_who_joins_a_trial_has_its_own_share_of_the_conditions(
    facts: dict[str, Any], expected: Outcome
) -> None:
    found = findings({key: value for key, value in facts.items() if value is not None})
    assert found["EU-AIA-60-deployers"].outcome is expected
    if facts["system_roles"] == ["deployer"]:
        assert found["EU-AIA-60"].outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(("on", "timing"), [(date(2026, 8, 1), Timing.UPCOMING), (date(2026, 8, 2), Timing.IN_FORCE)])
def test_its_share_begins_with_chapter_vi(on: date, timing: Timing) -> None:
    assert findings(CV_RANKER | JOINS, on)["EU-AIA-60-deployers"].timing is timing


@pytest.mark.parametrize(
    ("facts", "known_on", "expected"),
    [
        (CV_RANKER, date(2026, 7, 23), Outcome.APPLIES),
        (LIFT_BRAKE, date(2026, 7, 23), Outcome.DOES_NOT_APPLY),  # Annex III alone
        (LIFT_BRAKE, date(2026, 7, 24), Outcome.APPLIES),
    ],
)
def test_its_share_is_as_wide_as_the_wording_then_known(
    facts: dict[str, Any], known_on: date, expected: Outcome
) -> None:
    found = assessed(facts | JOINS, TODAY, known_on).by_id
    assert found["EU-AIA-60-deployers"].outcome is expected


def test_whoever_also_imports_keeps_its_share_and_none_falls_between_the_two() -> None:
    for other in ("importer", "distributor"):
        found = findings(CV_RANKER | JOINS | {"system_roles": ["deployer", other]})
        assert found["EU-AIA-60-deployers"].outcome is Outcome.APPLIES
    for other in ("provider", "product_manufacturer", "takes_over"):
        both = {"system_roles": ["deployer", other]}
        assert findings(CV_RANKER | JOINS | both)["EU-AIA-60"].outcome is Outcome.APPLIES
        far = findings(CV_RANKER | JOINS | both | {"system_union_links": ["output_incidental"]})
        assert far["EU-AIA-60-deployers"].certainty is Certainty.CONTESTED


def test_reuse_in_a_sandbox_of_a_listed_use_in_a_section_b_product_was_contested_in_2024() -> None:
    facts = LIFT_BRAKE | CV_RANKER | TRIAL | {"uses": ["product", "hiring"], "product_laws": ["motor_vehicles"]}
    found = assessed(facts | {"system_testing": ["sandbox", "sandbox_data"]}, TODAY, date(2026, 7, 1)).by_id
    assert {found[duty].certainty for duty in ("EU-AIA-57", "EU-AIA-59")} == {Certainty.CONTESTED}


def test_a_deployer_in_a_test_of_a_section_b_product_is_sent_to_the_national_framework() -> None:
    # Art. 60a(5)(b) takes over Art. 60(4)(d) to (j), and (h) and (j) name deployers.
    car = LIFT_BRAKE | JOINS | {"product_laws": ["motor_vehicles"]}
    assert findings(car)["EU-AIA-60a-deployers"].outcome is Outcome.APPLIES
    assert findings(car)["EU-AIA-60-deployers"].outcome is not Outcome.APPLIES
    assert findings(car | {"system_testing": []})["EU-AIA-60a-deployers"].outcome is Outcome.DOES_NOT_APPLY
    assert findings(LIFT_BRAKE | JOINS)["EU-AIA-60a-deployers"].outcome is Outcome.DOES_NOT_APPLY


def test_tests_of_products_under_section_b_are_ruled_only_where_the_ai_is_high_risk() -> None:
    car = LIFT_BRAKE | TRIAL | {"product_laws": ["motor_vehicles"]}
    comfort = {"product_function": ["comfort_only"], "product_assessment": "self_declared"}
    assert findings(car)["EU-AIA-60a"].outcome is Outcome.APPLIES
    assert findings(car | comfort)["EU-AIA-60a"].outcome is Outcome.DOES_NOT_APPLY


def test_a_listed_use_inside_such_a_product_is_contested_for_tests_as_for_everything_else() -> None:
    car = LIFT_BRAKE | CV_RANKER | TRIAL | {"uses": ["product", "hiring"], "product_laws": ["motor_vehicles"]}
    assert findings(car)["EU-AIA-60"].certainty is Certainty.CONTESTED


def test_a_product_under_laws_of_both_sections_stays_within_the_rules_on_sandboxes() -> None:
    facts = LIFT_BRAKE | TRIAL | {"product_laws": ["lifts", "machinery"], "system_testing": ["sandbox"]}
    found = findings(facts)["EU-AIA-57"]
    assert (found.outcome, found.certainty) == (Outcome.APPLIES, Certainty.SETTLED)


# -- who counts as provider ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        CV_RANKER | {"system_roles": ["takes_over"], "take_over": ["own_name"], "contract_keeps_provider": False},
        LIFT_BRAKE | {"system_roles": ["product_manufacturer"]},
    ],
    ids=["puts its name on it", "sells it in a product"],
)
def test_whoever_counts_as_provider_owes_literacy_and_answers_to_the_ai_office(facts: dict[str, Any]) -> None:
    found = findings(facts | {"system_union_links": ["placed", "very_large_platform"]}, LATER)
    assert {found[duty].outcome for duty in ("EU-AIA-4-1", "EU-AIA-ENF")} == {Outcome.APPLIES}


def test_a_narrow_model_made_general_is_a_model_of_ones_own() -> None:
    changed = {"development": "changed", "base_general_purpose": False, "controls_weights": True}
    found = findings(SPELLING_GAME | MODEL | changed)
    assert {found[duty].outcome for duty in ("EU-AIA-53-1-c", "EU-AIA-ENF")} == {Outcome.APPLIES}


def test_an_open_system_outside_the_act_does_not_answer_to_the_ai_office() -> None:
    open_game = SPELLING_GAME | MODEL | {"system_open_source": True, "system_monetised": False}
    assert findings(open_game)["EU-AIA-ENF"].outcome is Outcome.EXEMPT


# -- sensitive data against bias -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "exclusion",
    [{"system_open_source": True, "system_monetised": False}, {"system_limits": ["development"], "system_testing": []}],
    ids=["open source", "in development"],
)
def test_what_frees_a_system_leaves_the_model_beneath_its_permission(exclusion: dict[str, Any]) -> None:
    found = findings(SPELLING_GAME | MODEL | exclusion)
    assert found["EU-AIA-4A"].outcome is Outcome.EXEMPT
    assert found["EU-AIA-4A-models"].outcome is Outcome.APPLIES


def test_a_model_for_research_alone_has_no_permission_and_one_for_defence_a_contested_one() -> None:
    bare = MODEL | {"system_roles": []}
    assert findings(bare | {"activity": "research_only"})["EU-AIA-4A-models"].outcome is Outcome.EXEMPT
    assert findings(bare | {"activity": "defence_only"})["EU-AIA-4A-models"].certainty is Certainty.CONTESTED


def test_a_narrow_model_has_it_once_supplied_in_business_and_not_in_a_drawer() -> None:
    narrow = MODEL | {"system_roles": [], "task_range": "one"}
    assert findings(narrow)["EU-AIA-4A-models"].outcome is Outcome.APPLIES
    assert findings(narrow | {"activity": "private"})["EU-AIA-4A-models"].outcome is Outcome.DOES_NOT_APPLY
    small = {"other_counted_compute": "0", "matches_most_advanced": False, "commission_procedure": "none"}
    kept = findings(narrow | small | {"union_ways": ["internal_other"]})
    assert kept["EU-AIA-4A-models"].outcome is Outcome.DOES_NOT_APPLY


# -- the Union's large systems ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("user", ["border_authority", "public_authority", "for_authority"])
def test_parts_of_the_unions_large_systems_have_until_the_end_of_2030_whoever_uses_them(user: str) -> None:
    facts = SYSTEM | {
        "system_union_links": ["placed"],
        "uses": ["borders"],
        "users": [user],
        "border_tasks": ["person_risk"],
        "profiles_people": True,
        "system_placed_on": "2026-01-01",
        "significant_design_change": False,
        "union_it_system": True,
    }
    found = findings(facts)["EU-AIA-9"]
    assert (found.outcome, found.applies_from) == (Outcome.APPLIES, date(2030, 12, 31))


@pytest.mark.parametrize("duty", ["EU-AIA-4-1", "EU-AIA-50-1", "EU-AIA-50-2"])
@pytest.mark.parametrize(
    ("how", "contested"), [("own_name", True), ("substantial_change", True), ("new_purpose", False)]
)
def test_whether_a_renamed_chatbot_has_a_new_provider_is_contested(duty: str, how: str, contested: bool) -> None:
    found = findings(CHATBOT | {"system_roles": ["takes_over"], "take_over": [how]})[duty]
    assert (found.certainty is Certainty.CONTESTED) is contested
    if not contested:
        assert found.outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("how", ["own_name", "substantial_change", "new_purpose"])
def test_a_ban_reaches_whoever_makes_a_system_its_own(how: str) -> None:
    mood = {"system_functions": ["bodies"], "body_findings": ["emotions"], "emotion_subjects": ["staff_or_applicants"]}
    facts = CHATBOT | mood | {"emotion_reason": "other", "system_roles": ["takes_over"], "take_over": [how]}
    assert findings(facts)["EU-AIA-5-1-f"].outcome is Outcome.APPLIES
