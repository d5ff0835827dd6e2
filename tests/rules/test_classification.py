"""Which systems are high-risk, from which day, and what the filter, the product laws and older systems change.

Expectations come from Articles 3(14), 6, 25, 49(2), 111 and 113 of the AI Act as they stood before and after
27 July 2026, and from the Commission's draft guidelines where a test says so.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import (
    Assessment,
    CarveOutState,
    Certainty,
    Outcome,
    Timing,
)
from apps.rules.law import load
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
LONG_AFTER = date(2031, 1, 15)

HIRING: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["placed"],
    "system_limits": [],
    "system_testing": [],
    "system_open_source": False,
    "system_placed_on": "2029-01-15",
    "uses": ["hiring"],
    "users": ["business"],
    "hiring_tasks": ["evaluates_candidates"],
    "part_in_decision": "influences",
    "profiles_people": False,
    "feeds_combined_decision": False,
    "body_findings": [],
}
PRODUCT: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["placed"],
    "system_limits": [],
    "system_testing": [],
    "system_open_source": False,
    "system_placed_on": "2029-01-15",
    "uses": ["product"],
    "users": ["business"],
    "product_laws": ["lifts"],
    "product_function": ["prevents_harm"],
    "product_assessment": "third_party_safety",
    "body_findings": [],
}


def assess(
    facts: dict[str, Any], as_of: date = TODAY, known_on: date | None = None, readings: dict[str, str] | None = None
) -> Assessment:
    return assessed(facts, as_of, known_on, readings)


def concept(facts: dict[str, Any], key: str, *args: Any, **kwargs: Any) -> bool | None:
    return assess(facts, *args, **kwargs).definitions[key].value


def start(facts: dict[str, Any], rule: str, *args: Any, **kwargs: Any) -> tuple[Outcome, Timing | None, date | None]:
    finding = assess(facts, *args, **kwargs).by_id[rule]
    return finding.outcome, finding.timing, finding.applies_from


# -- Annex I ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "component"),
    [
        (["prevents_harm"], True),
        (["failure_hurts_people"], True),
        (["failure_damages_property"], True),
        (["comfort_only"], False),
        # Article 6(1b) overrides (1a) where a failure endangers people.
        (["comfort_only", "failure_hurts_people"], True),
        ([], False),
        (["is_product"], False),
    ],
)
def test_what_makes_a_safety_component(function: list[str], component: bool) -> None:
    assert concept(PRODUCT | {"product_function": function}, "safety_component") is component


@pytest.mark.parametrize(
    ("as_of", "known_on", "component"),
    [
        (date(2026, 7, 26), None, True),
        (date(2026, 7, 27), None, False),
        (date(2026, 7, 27), date(2026, 7, 23), True),
        (date(2026, 7, 27), date(2026, 7, 24), False),
    ],
)
def test_comfort_that_only_threatens_property_left_with_article_6_1a(
    as_of: date, known_on: date | None, component: bool
) -> None:
    facts = PRODUCT | {"product_function": ["comfort_only", "failure_damages_property"]}
    assert concept(facts, "safety_component", as_of, known_on) is component


@pytest.mark.parametrize(
    ("assessment", "as_of", "known_on", "high_risk"),
    [
        ("third_party_safety", TODAY, None, True),
        ("self_declared", TODAY, None, False),
        ("third_party_other_risks", TODAY, None, False),
        ("third_party_other_risks", date(2026, 7, 26), None, True),
        ("third_party_other_risks", date(2026, 7, 27), None, False),
        ("third_party_other_risks", date(2026, 7, 27), date(2026, 7, 23), True),
        ("third_party_unless_standards", TODAY, None, True),
    ],
)
def test_which_outside_assessment_counts(assessment: str, as_of: date, known_on: date | None, high_risk: bool) -> None:
    facts = PRODUCT | {"product_laws": ["radio"], "product_assessment": assessment}
    assert concept(facts, "annex_i_section_a", as_of, known_on) is high_risk


def test_the_choice_to_assess_alone_is_settled_by_draft_guidance_only() -> None:
    facts = PRODUCT | {"product_assessment": "third_party_unless_standards"}
    assert assess(facts).by_id["EU-AIA-8"].certainty is Certainty.GUIDANCE
    assert concept(facts, "annex_i_section_a", readings={"hr-guidelines-self-assessment": "ignored"}) is False


@pytest.mark.parametrize(
    ("as_of", "known_on", "section"),
    [
        (date(2026, 7, 26), None, "annex_i_section_a"),
        (date(2026, 7, 27), None, "annex_i_section_b"),
        (date(2026, 7, 26), date(2026, 7, 26), "annex_i_section_a"),
        (date(2026, 7, 27), date(2026, 7, 23), "annex_i_section_a"),
        (date(2026, 7, 27), date(2026, 7, 24), "annex_i_section_b"),
    ],
)
def test_machinery_moved_to_section_b_on_27_july_2026(as_of: date, known_on: date | None, section: str) -> None:
    found = assess(PRODUCT | {"product_laws": ["machinery"]}, as_of, known_on).definitions
    sections = ("annex_i_section_a", "annex_i_section_b")
    assert {key: found[key].value for key in sections} == {key: key == section for key in sections}
    assert found["high_risk_product"].value is True


def test_a_section_b_product_is_high_risk_without_duties_of_chapter_iii() -> None:
    assessment = assess(PRODUCT | {"product_laws": ["motor_vehicles"]})
    assert assessment.definitions["high_risk_system"].value is True
    assert assessment.by_id["EU-AIA-8"].outcome is Outcome.EXEMPT


def test_a_product_under_laws_of_both_sections_keeps_the_duties_of_section_a() -> None:
    facts = PRODUCT | {"product_laws": ["radio", "motor_vehicles"]}
    assert assess(facts).by_id["EU-AIA-8"].outcome is Outcome.APPLIES


def test_an_unanswered_product_question_is_never_a_no() -> None:
    for missing in ("product_laws", "product_function", "product_assessment"):
        facts = {key: value for key, value in PRODUCT.items() if key != missing}
        assert concept(facts, "high_risk_product") is None, missing


# -- Annex III and the filter -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["narrow_step", "polishes_finished_work", "checks_past_decisions", "prepares"])
def test_each_condition_of_the_filter_frees_a_listed_use_and_brings_a_memo_and_an_entry(part: str) -> None:
    assessment = assess(HIRING | {"part_in_decision": part})
    assert assessment.definitions["annex_iii_use"].value is True
    assert assessment.definitions["filter_6_3"].value is True
    assert assessment.definitions["high_risk_system"].value is False
    for rule in ("EU-AIA-6-4", "EU-AIA-49-2"):
        finding = assessment.by_id[rule]
        assert (finding.outcome, finding.timing, finding.applies_from) == (
            Outcome.APPLIES,
            Timing.UPCOMING,
            date(2027, 12, 2),
        )
    assert assessment.by_id["EU-AIA-8"].outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("part", ["decides", "influences"])
def test_a_part_that_sways_decisions_is_not_freed(part: str) -> None:
    assessment = assess(HIRING | {"part_in_decision": part})
    assert assessment.definitions["high_risk_by_use"].value is True
    assert assessment.by_id["EU-AIA-6-4"].outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("part", ["narrow_step", "polishes_finished_work", "checks_past_decisions", "prepares"])
def test_profiling_overrides_the_filter(part: str) -> None:
    facts = HIRING | {"part_in_decision": part, "profiles_people": True}
    assert concept(facts, "filter_6_3") is False
    assert concept(facts, "high_risk_system") is True


def test_an_unanswered_filter_leaves_the_class_open() -> None:
    facts = {key: value for key, value in HIRING.items() if key != "profiles_people"} | {"part_in_decision": "prepares"}
    assert concept(facts, "high_risk_system") is None


def test_one_link_of_a_deciding_chain_is_not_freed_on_the_draft_guidelines_alone() -> None:
    facts = HIRING | {"part_in_decision": "prepares", "feeds_combined_decision": True}
    assert concept(facts, "high_risk_by_use") is True
    assert concept(facts, "high_risk_by_use", readings={"hr-guidelines-combined-systems": "ignored"}) is False
    assert assess(facts).by_id["EU-AIA-8"].certainty is Certainty.GUIDANCE


def test_the_filter_never_frees_a_product() -> None:
    facts = PRODUCT | {"part_in_decision": "narrow_step", "profiles_people": False, "feeds_combined_decision": False}
    assert concept(facts, "high_risk_system") is True


def test_police_and_border_uses_are_registered_out_of_sight() -> None:
    border = {"uses": ["borders"], "users": ["border_authority"], "border_tasks": ["examines_applications"]}
    facts = HIRING | border | {"part_in_decision": "narrow_step", "union_it_system": False}
    hidden = {step.id for step in assess(facts).by_id["EU-AIA-49-2"].steps}
    shown = {step.id for step in assess(HIRING | {"part_in_decision": "narrow_step"}).by_id["EU-AIA-49-2"].steps}
    only_hidden, only_shown = hidden - shown, shown - hidden
    assert only_hidden == {"EU-AIA-49-2/49-4-b"}
    assert only_shown == {"EU-AIA-49-2/VIII-B-6"}


@pytest.mark.parametrize(
    ("readings", "high_risk"),
    [
        ({}, True),
        ({"assume-high-risk-use": "assumed"}, True),
        ({"assume-not-high-risk-use": "assumed"}, False),
    ],
)
def test_a_user_may_state_the_class_as_an_assumption(readings: dict[str, str], high_risk: bool) -> None:
    assert concept(HIRING, "high_risk_by_use", readings=readings) is high_risk


def test_an_assumption_stands_without_any_answer() -> None:
    assert concept({}, "high_risk_system") is None
    for key in ("assume-high-risk-use", "assume-high-risk-product-a", "assume-high-risk-product-b"):
        assert concept({}, "high_risk_system", readings={key: "assumed"}) is True


# -- the calendars ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "known_on", "timing", "first_day"),
    [
        (date(2027, 12, 1), None, Timing.UPCOMING, date(2027, 12, 2)),
        (date(2027, 12, 2), None, Timing.IN_FORCE, date(2027, 12, 2)),
        (date(2026, 8, 1), date(2026, 7, 23), Timing.UPCOMING, date(2026, 8, 2)),
        (date(2026, 8, 2), date(2026, 7, 23), Timing.IN_FORCE, date(2026, 8, 2)),
        (date(2026, 8, 2), date(2026, 7, 24), Timing.UPCOMING, date(2027, 12, 2)),
    ],
)
def test_uses_start_on_the_day_of_the_calendar_that_was_known(
    as_of: date, known_on: date | None, timing: Timing, first_day: date
) -> None:
    assert start(HIRING, "EU-AIA-8", as_of, known_on) == (Outcome.APPLIES, timing, first_day)


@pytest.mark.parametrize(
    ("as_of", "known_on", "timing", "first_day"),
    [
        (date(2028, 8, 1), None, Timing.UPCOMING, date(2028, 8, 2)),
        (date(2028, 8, 2), None, Timing.IN_FORCE, date(2028, 8, 2)),
        (date(2027, 8, 1), date(2026, 7, 23), Timing.UPCOMING, date(2027, 8, 2)),
        (date(2027, 8, 2), date(2026, 7, 23), Timing.IN_FORCE, date(2027, 8, 2)),
        (date(2027, 8, 2), date(2026, 7, 24), Timing.UPCOMING, date(2028, 8, 2)),
    ],
)
def test_products_start_later(as_of: date, known_on: date | None, timing: Timing, first_day: date) -> None:
    assert start(PRODUCT, "EU-AIA-8", as_of, known_on) == (Outcome.APPLIES, timing, first_day)


def test_a_use_that_is_also_a_product_is_dated_by_the_use_on_the_cautious_reading() -> None:
    both = PRODUCT | HIRING | {"uses": ["hiring", "product"]}
    finding = assess(both).by_id["EU-AIA-8"]
    assert (finding.applies_from, finding.certainty) == (date(2027, 12, 2), Certainty.CONTESTED)
    for side, first_day in (("a", date(2027, 12, 2)), ("b", date(2028, 8, 2))):
        assert assess(both, readings={"date-of-use-and-product": side}).by_id["EU-AIA-8"].applies_from == first_day


# -- on the market before the rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "placed", "outcome"),
    [
        (HIRING, "2027-12-01", Outcome.EXEMPT),
        (HIRING, "2027-12-02", Outcome.APPLIES),
        (PRODUCT, "2028-08-01", Outcome.EXEMPT),
        (PRODUCT, "2028-08-02", Outcome.APPLIES),
    ],
)
def test_unchanged_systems_from_before_the_day_of_their_class_stay_outside(
    facts: dict[str, Any], placed: str, outcome: Outcome
) -> None:
    facts = facts | {"system_placed_on": placed, "significant_design_change": False}
    assert assess(facts, LONG_AFTER).by_id["EU-AIA-8"].outcome is outcome


def test_the_first_calendar_drew_the_line_on_2_august_2026() -> None:
    for placed, outcome in (("2026-08-01", Outcome.EXEMPT), ("2026-08-02", Outcome.APPLIES)):
        facts = HIRING | {"system_placed_on": placed, "significant_design_change": False}
        assert assess(facts, LONG_AFTER, date(2026, 7, 23)).by_id["EU-AIA-8"].outcome is outcome


def test_a_significant_change_of_design_brings_the_duties() -> None:
    facts = HIRING | {"system_placed_on": "2027-06-01", "significant_design_change": True}
    assert start(facts, "EU-AIA-8", LONG_AFTER) == (Outcome.APPLIES, Timing.IN_FORCE, date(2027, 12, 2))


@pytest.mark.parametrize("user", ["law_enforcement", "border_authority", "judicial", "public_authority", "eu_body"])
@pytest.mark.parametrize(
    ("as_of", "timing"), [(date(2030, 8, 1), Timing.UPCOMING), (date(2030, 8, 2), Timing.IN_FORCE)]
)
def test_older_systems_for_public_authorities_have_until_august_2030(user: str, as_of: date, timing: Timing) -> None:
    facts = HIRING | {
        "users": [user, "business"],
        "system_placed_on": "2027-06-01",
        "significant_design_change": False,
        "union_it_system": False,
    }
    assert start(facts, "EU-AIA-8", as_of) == (Outcome.APPLIES, timing, date(2030, 8, 2))


@pytest.mark.parametrize(
    ("placed", "first_day"), [("2027-08-01", date(2030, 12, 31)), ("2027-08-02", date(2030, 8, 2))]
)
def test_older_parts_of_the_unions_large_it_systems_have_until_the_end_of_2030(placed: str, first_day: date) -> None:
    border = {"uses": ["borders"], "users": ["border_authority"], "border_tasks": ["examines_applications"]}
    facts = (
        HIRING
        | border
        | {
            "system_placed_on": placed,
            "significant_design_change": False,
            "union_it_system": True,
        }
    )
    assert start(facts, "EU-AIA-8") == (Outcome.APPLIES, Timing.UPCOMING, first_day)


# -- Article 25 -------------------------------------------------------------------------------------------------------

RESELLER = HIRING | {"system_roles": ["distributor"]}


@pytest.mark.parametrize("change", ["own_name", "substantial_change", "new_purpose"])
def test_each_way_of_making_a_high_risk_system_ones_own_makes_a_provider(change: str) -> None:
    facts = RESELLER | {
        "system_roles": ["distributor", "takes_over"],
        "take_over": [change],
        "contract_keeps_provider": False,
    }
    assessment = assess(facts)
    assert assessment.by_id["EU-AIA-25-1"].outcome is Outcome.APPLIES
    assert assessment.definitions["high_risk_provider"].value is True
    assert assess(RESELLER).by_id["EU-AIA-25-1"].outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("changes", "outcome", "provider"),
    [
        (["own_name"], Outcome.EXEMPT, False),
        (["own_name", "substantial_change"], Outcome.APPLIES, True),
        (["own_name", "new_purpose"], Outcome.APPLIES, True),
        (["substantial_change"], Outcome.APPLIES, True),
    ],
)
def test_a_contract_helps_with_the_name_alone(changes: list[str], outcome: Outcome, provider: bool) -> None:
    assessment = assess(
        RESELLER
        | {"system_roles": ["distributor", "takes_over"], "take_over": changes, "contract_keeps_provider": True}
    )
    assert assessment.by_id["EU-AIA-25-1"].outcome is outcome
    assert assessment.definitions["high_risk_provider"].value is provider


def test_a_new_purpose_that_is_not_high_risk_changes_nothing() -> None:
    facts = RESELLER | {
        "uses": ["games"],
        "hiring_tasks": [],
        "system_roles": ["distributor", "takes_over"],
        "take_over": ["new_purpose"],
    }
    assert assess(facts).by_id["EU-AIA-25-1"].outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(("law", "outcome"), [("lifts", Outcome.APPLIES), ("motor_vehicles", Outcome.DOES_NOT_APPLY)])
def test_the_maker_of_a_section_a_product_is_the_provider_of_its_ai(law: str, outcome: Outcome) -> None:
    facts = PRODUCT | {"system_roles": ["product_manufacturer"], "product_laws": [law]}
    assert assess(facts).by_id["EU-AIA-25-3"].outcome is outcome


def test_the_first_provider_helps_although_its_own_system_is_not_high_risk() -> None:
    chat = HIRING | {"uses": ["customer_service"], "hiring_tasks": [], "system_roles": ["first_provider"]}
    assert assess(chat | {"excluded_high_risk_change": False}).by_id["EU-AIA-25-2"].outcome is Outcome.APPLIES
    finding = assess(chat | {"excluded_high_risk_change": True}).by_id["EU-AIA-25-2"]
    assert finding.outcome is Outcome.EXEMPT
    assert [c.carve_out.id for c in finding.carve_outs if c.state is CarveOutState.ACTIVE] == [
        "high-risk-change-ruled-out"
    ]


# -- fines ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("staff", "turnover", "balance", "ceiling"),
    [
        (1000, 2_000_000_000, 3_000_000_000, 60_000_000),  # 3 % is more than EUR 15 million
        (1000, 100_000_000, 3_000_000_000, 15_000_000),
        (40, 4_000_000, 4_000_000, 120_000),  # SME: the lower of the two
        (740, 100_000_000, 100_000_000, 3_000_000),  # small mid-cap: the lower as well
        (750, 100_000_000, 100_000_000, 15_000_000),
    ],
)
def test_the_ceiling_for_high_risk_duties(staff: int, turnover: int, balance: int, ceiling: int) -> None:
    facts = RESELLER | {
        "system_roles": ["distributor", "takes_over"],
        "take_over": ["own_name"],
        "contract_keeps_provider": False,
    }
    facts |= {"staff": staff, "worldwide_turnover_eur": turnover, "balance_sheet_eur": balance}
    fine = assess(facts).by_id["EU-AIA-25-1"].fine
    assert fine is not None
    assert (fine.low, fine.high) == (ceiling, ceiling)
    assert "Art. 99(4)(a)" in {cite.pinpoint for cite in load().obligations["EU-AIA-25-1"].penalty.cites}  # type: ignore[union-attr]


def test_small_mid_caps_had_no_lower_ceiling_before_27_july_2026() -> None:
    facts = RESELLER | {
        "system_roles": ["distributor", "takes_over"],
        "take_over": ["own_name"],
        "contract_keeps_provider": False,
    }
    facts |= {"staff": 740, "worldwide_turnover_eur": 100_000_000, "balance_sheet_eur": 100_000_000}
    fine = assess(facts, date(2026, 8, 2), date(2026, 7, 23)).by_id["EU-AIA-25-1"].fine
    assert fine is not None
    assert fine.high == 15_000_000
