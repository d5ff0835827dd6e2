"""The acts around the AI Act: copyright, data protection, liability, cyber resilience, platforms, pointers.

Days and amounts are those of the acts: Directive (EU) 2019/790, Regulation (EU) 2016/679, Directive (EU) 2024/2853,
Regulations (EU) 2024/2847 and 2022/2065.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.assessments.marks import is_duty
from apps.rules.engine import (
    Assessment,
    CarveOutState,
    Certainty,
    Finding,
    Outcome,
    Timing,
    Topic,
)
from apps.rules.law import load
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
GDPR = tuple(f"EU-GDPR-{n}" for n in (6, 9, 13, 15, 25, 27, 30, 32, 33, 35, 44))
CDSM = ("EU-CDSM-4-2", "EU-CDSM-4-3")
PLD = ("EU-PLD-1", "EU-PLD-2", "EU-PLD-3")
REPORTS = ("EU-CRA-14-1", "EU-CRA-14-3")
STEWARDS = ("EU-CRA-24-1", "EU-CRA-24-2", "EU-CRA-24-3")
VERY_LARGE = tuple(f"EU-DSA-{n}" for n in (34, 35, 37, 40, 41, 43))

TRAINER: dict[str, Any] = {
    "development": "own",
    "activity": "business",
    "seat": "eu",
    "union_ways": ["hub"],
    "personal_data": ["training", "special_categories"],
    "mined_content": ["web"],
    "mined_where": "union",
    "mining_by": "other",
    "digital_product": "no",
    "system_roles": [],
    "system_union_links": [],
}
APP: dict[str, Any] = {
    "digital_product": "commercial_product",
    "system_roles": ["provider"],
    "system_union_links": ["placed"],
    "uses": ["customer_service"],
}
USED_ONLY = APP | {"system_roles": ["deployer"], "development": "unchanged"}


def assess(facts: dict[str, Any], as_of: date = TODAY, **readings: str) -> Assessment:
    return assessed(facts, as_of, readings=readings)


def found(facts: dict[str, Any], duty: str, as_of: date = TODAY, **readings: str) -> Finding:
    return assess(facts, as_of, **readings).by_id[duty]


def owed(facts: dict[str, Any], duty: str, as_of: date = TODAY, **readings: str) -> Outcome:
    return found(facts, duty, as_of, **readings).outcome


# -- Copyright -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", CDSM)
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, Outcome.APPLIES),
        ({"weights_public": True, "access_terms": []}, Outcome.APPLIES),
        ({"staff": 3, "worldwide_turnover_eur": 100_000}, Outcome.APPLIES),
        ({"development": "changed"}, Outcome.APPLIES),
        ({"development": "commissioned"}, Outcome.APPLIES),
        ({"mined_content": ["data_sets"]}, Outcome.APPLIES),
        ({"mined_where": "both"}, Outcome.APPLIES),
        ({"development": "unchanged"}, Outcome.DOES_NOT_APPLY),
        ({"mined_content": ["licensed", "own", "free"]}, Outcome.DOES_NOT_APPLY),
        ({"mined_content": []}, Outcome.DOES_NOT_APPLY),
        ({"mining_by": "research"}, Outcome.EXEMPT),
        ({"mining_by": "research_no_access"}, Outcome.APPLIES),
    ],
)
def test_mining_needs_permission_or_an_exception(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(TRAINER | change, duty) is outcome


@pytest.mark.parametrize("duty", CDSM)
@pytest.mark.parametrize("key", ["development", "mined_content", "mined_where", "mining_by"])
def test_an_open_question_on_training_data_stays_open(duty: str, key: str) -> None:
    assert owed({k: v for k, v in TRAINER.items() if k != key}, duty) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", CDSM)
def test_training_abroad_is_contested_for_general_models_on_the_union_market(duty: str) -> None:
    general = TRAINER | {
        "mined_where": "outside",
        "training_compute": "1e24",
        "other_counted_compute": 0,
        "generates": ["text"],
        "task_range": "many",
        "placed_on": "2026-01-15",
    }
    assert found(general, duty).certainty is Certainty.CONTESTED
    assert owed(general, duty, training_outside_the_union="a") is Outcome.APPLIES
    assert owed(general, duty, training_outside_the_union="b") is Outcome.DOES_NOT_APPLY
    assert owed(general | {"task_range": "one"}, duty) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", CDSM)
@pytest.mark.parametrize(
    ("placed_on", "mined_where", "start"),
    [
        ("2026-01-15", "outside", date(2025, 8, 2)),
        ("2024-01-15", "outside", date(2027, 8, 2)),
        ("2024-01-15", "union", date(2021, 6, 7)),
        ("2024-01-15", "both", date(2021, 6, 7)),
    ],
)
def test_training_abroad_starts_no_earlier_than_the_policy_of_the_ai_act(
    placed_on: str, mined_where: str, start: date, duty: str
) -> None:
    general = TRAINER | {
        "mined_where": mined_where,
        "training_compute": "1e24",
        "other_counted_compute": 0,
        "generates": ["text"],
        "task_range": "many",
        "training_course": [],
        "placed_on": placed_on,
    }
    assert found(general, duty, training_outside_the_union="a").applies_from == start


# -- GDPR ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", [duty for duty in GDPR if duty != "EU-GDPR-27"])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, Outcome.APPLIES),
        ({"weights_public": True, "access_terms": []}, Outcome.APPLIES),
        ({"staff": 3}, Outcome.APPLIES),
        ({"development": "changed", "seat": "us"}, Outcome.APPLIES),
        ({"seat": "us", "union_ways": []}, Outcome.DOES_NOT_APPLY),
        # A laboratory in the Union is an establishment there, whoever's name the licence carries (Article 3(1)).
        ({"seat": "us", "union_ways": ["internal_other"]}, Outcome.APPLIES),
        ({"seat": "us", "union_ways": ["internal_essential"]}, Outcome.APPLIES),
        # Whoever means to offer it in the Union prepares before the launch (Article 3(2)(a), recital 23).
        ({"seat": "us", "union_ways": ["planned"]}, Outcome.APPLIES),
        ({"development": "unchanged"}, Outcome.DOES_NOT_APPLY),
        ({"personal_data": []}, Outcome.DOES_NOT_APPLY),
        ({"activity": "private", "union_ways": []}, Outcome.EXEMPT),
        ({"activity": "private", "union_ways": ["internal_other"]}, Outcome.EXEMPT),
        ({"activity": "private", "union_ways": ["planned"]}, Outcome.EXEMPT),
        ({"activity": "private", "union_ways": ["hub"]}, Outcome.APPLIES),
    ],
)
def test_developers_owe_data_protection(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(TRAINER | change, duty) is outcome


def test_following_people_in_the_union_is_enough_from_abroad() -> None:
    abroad = TRAINER | {"seat": "us", "union_ways": [], "personal_data": ["training", "monitoring"]}
    assert owed(abroad, "EU-GDPR-6") is Outcome.APPLIES


def test_sensitive_data_and_a_seat_abroad_bring_duties_of_their_own() -> None:
    assert owed(TRAINER | {"personal_data": ["training"]}, "EU-GDPR-9") is Outcome.DOES_NOT_APPLY
    assert owed(TRAINER | {"personal_data": ["special_for_bias"]}, "EU-GDPR-9") is Outcome.APPLIES
    assert owed(TRAINER, "EU-GDPR-27") is Outcome.DOES_NOT_APPLY
    assert owed(TRAINER | {"seat": "us"}, "EU-GDPR-27") is Outcome.APPLIES
    assert owed(TRAINER | {"seat": "us", "union_ways": ["internal_other"]}, "EU-GDPR-27") is Outcome.DOES_NOT_APPLY


def test_a_guideline_for_other_duties_is_no_reason_here() -> None:
    unsettled = {k: v for k, v in TRAINER.items() if k != "seat"} | {"union_ways": ["internal_other"]}
    assert found(unsettled, "EU-GDPR-27").certainty is not Certainty.GUIDANCE


def test_breaches_are_reported_in_72_hours() -> None:
    assert "72 hours" in found(TRAINER, "EU-GDPR-33").obligation.deadline.text


@pytest.mark.parametrize(
    ("duties", "turnover", "ceiling"),
    [
        (("EU-GDPR-6", "EU-GDPR-9", "EU-GDPR-13", "EU-GDPR-15", "EU-GDPR-44"), 4_000_000, 20_000_000),
        (("EU-GDPR-6", "EU-GDPR-44"), 500_000_000, 20_000_000),
        (("EU-GDPR-6", "EU-GDPR-44"), 1_000_000_000, 40_000_000),
        (("EU-GDPR-25", "EU-GDPR-30", "EU-GDPR-32", "EU-GDPR-33", "EU-GDPR-35"), 4_000_000, 10_000_000),
        (("EU-GDPR-25", "EU-GDPR-35"), 1_000_000_000, 20_000_000),
    ],
)
def test_fines_come_in_two_tiers_without_relief_for_small_firms(
    duties: tuple[str, ...], turnover: int, ceiling: int
) -> None:
    for duty in duties:
        fine = found(TRAINER | {"staff": 3, "worldwide_turnover_eur": turnover}, duty).fine
        assert fine is not None
        assert (fine.low, fine.high) == (ceiling, ceiling), duty


# -- Product liability -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", PLD)
def test_liability_says_which_products_it_reaches(duty: str) -> None:
    assert "after 9 December 2026" in found(APP, duty).obligation.note


@pytest.mark.parametrize("duty", PLD)
def test_liability_is_adopted_but_not_yet_due_in_november_2026(duty: str) -> None:
    assert (found(APP, duty).timing, found(APP, duty).applies_from) == (Timing.UPCOMING, date(2026, 12, 9))
    assert found(APP, duty, date(2026, 12, 8)).timing is Timing.UPCOMING
    assert found(APP, duty, date(2026, 12, 9)).timing is Timing.IN_FORCE


@pytest.mark.parametrize("duty", PLD)
def test_for_9_december_2026_itself_the_articles_disagree(duty: str) -> None:
    assert found(APP, duty, date(2026, 12, 9)).certainty is Certainty.CONTESTED
    assert found(APP, duty, date(2026, 12, 10)).certainty is not Certainty.CONTESTED


@pytest.mark.parametrize("duty", PLD)
@pytest.mark.parametrize(
    ("product", "outcome"),
    [
        ("commercial_product", Outcome.APPLIES),
        ("service_only", Outcome.APPLIES),
        ("others_product", Outcome.APPLIES),
        ("free_open_source", Outcome.EXEMPT),
        ("steward", Outcome.EXEMPT),
        ("no", Outcome.DOES_NOT_APPLY),
    ],
)
def test_open_source_outside_business_is_left_out(product: str, outcome: Outcome, duty: str) -> None:
    assert owed(APP | {"digital_product": product}, duty) is outcome
    assert owed(USED_ONLY | {"digital_product": product}, duty) is Outcome.DOES_NOT_APPLY


def test_a_firm_that_gives_software_away_and_bare_weights_are_contested() -> None:
    assert found(APP | {"digital_product": "open_source_by_firm"}, "EU-PLD-1").certainty is Certainty.CONTESTED
    assert found(APP | {"digital_product": "weights_only"}, "EU-PLD-1").certainty is Certainty.CONTESTED


# -- Cyber resilience ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", REPORTS)
def test_makers_report_since_11_september_2026_without_a_fine_before_11_december_2027(duty: str) -> None:
    app = APP | {"worldwide_turnover_eur": 4_000_000}
    assert found(app, duty, date(2026, 9, 10)).timing is Timing.UPCOMING
    assert found(app, duty, date(2026, 9, 11)).timing is Timing.IN_FORCE
    assert found(app, duty, date(2027, 12, 10)).fine is None
    fine = found(app, duty, date(2027, 12, 11)).fine
    assert fine is not None
    assert fine.high == 15_000_000
    large = found(APP | {"worldwide_turnover_eur": 2_000_000_000}, duty, date(2027, 12, 11)).fine
    assert large is not None
    assert large.high == 50_000_000


@pytest.mark.parametrize("duty", REPORTS)
@pytest.mark.parametrize(
    ("product", "outcome"),
    [
        ("commercial_product", Outcome.APPLIES),
        ("free_open_source", Outcome.EXEMPT),
        ("open_source_by_firm", Outcome.EXEMPT),
        ("steward", Outcome.DOES_NOT_APPLY),
        ("service_only", Outcome.DOES_NOT_APPLY),
        ("no", Outcome.DOES_NOT_APPLY),
    ],
)
def test_unpaid_open_source_and_pure_services_do_not_report(product: str, outcome: Outcome, duty: str) -> None:
    assert owed(APP | {"digital_product": product}, duty) is outcome
    assert owed({}, duty) is Outcome.NEEDS_FACTS
    assert owed({"development": "unchanged"}, duty) is Outcome.NEEDS_FACTS
    assert owed(USED_ONLY | {"digital_product": product}, duty) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", [*PLD, *REPORTS])
def test_what_never_reaches_the_union_is_no_product_there_and_is_not_asked_about(duty: str) -> None:
    nowhere = {"system_roles": ["provider"], "system_union_links": [], "development": "unchanged"}
    assert owed(nowhere, duty) is Outcome.DOES_NOT_APPLY
    assert owed(nowhere | {"development": "own"}, duty) is Outcome.NEEDS_FACTS  # the model may get there by itself
    assert owed(APP | {"system_union_links": [], "system_roles": ["importer"]}, duty) is not Outcome.NEEDS_FACTS


@pytest.mark.parametrize(
    "facts",
    [
        {"system_roles": ["supplier"], "system_union_links": [], "development": "unchanged"},
        {"system_roles": ["first_provider"], "system_union_links": [], "development": "unchanged"},
        {"system_roles": [], "union_ways": [], "development": "represented"},
        {"system_roles": [], "union_ways": [], "development": "kept_out"},
    ],
    ids=[
        "part in a product of others",
        "system others took over",
        "represents the maker",
        "brings in what was kept out",
    ],
)
def test_what_others_carry_to_the_union_or_what_is_done_there_for_others_is_asked_about(facts: dict[str, Any]) -> None:
    for duty in PLD:  # makers of parts, representatives and importers answer for a product, too
        assert owed(facts, duty) is Outcome.NEEDS_FACTS
        assert owed(facts | {"digital_product": "commercial_product"}, duty) is Outcome.APPLIES
        assert owed(facts | {"digital_product": "no"}, duty) is Outcome.DOES_NOT_APPLY


def test_the_clocks_of_both_reports() -> None:
    vulnerability, incident = (load().obligations[duty] for duty in REPORTS)
    for duty in (vulnerability, incident):
        assert "24 hours" in duty.must
        assert "72 hours" in duty.must
        assert duty.penalty is not None
        assert "24-hour" in duty.penalty.note
    assert "14 days" in vulnerability.must
    assert "a month" in incident.must


def test_stewards_start_on_11_december_2027_and_are_never_fined() -> None:
    steward = APP | {"digital_product": "steward"}
    first = date(2027, 12, 11)
    for duty in STEWARDS:
        assert load().obligations[duty].penalty is None
        assert found(steward, duty, first).timing is Timing.IN_FORCE
    for duty in STEWARDS[:2]:
        assert found(steward, duty, first - timedelta(days=1)).timing is Timing.UPCOMING
        assert owed(APP, duty) is Outcome.DOES_NOT_APPLY


def test_the_first_day_of_stewards_reports_is_contested() -> None:
    steward = APP | {"digital_product": "steward"}
    assert found(steward, "EU-CRA-24-3").certainty is Certainty.CONTESTED
    early = found(steward, "EU-CRA-24-3", stewards_report_since_2026="b")
    assert (early.outcome, early.timing) == (Outcome.APPLIES, Timing.IN_FORCE)
    late = found(steward, "EU-CRA-24-3", stewards_report_since_2026="a")
    assert late.timing is not Timing.IN_FORCE or late.outcome is not Outcome.APPLIES
    assert found(steward, "EU-CRA-24-3", date(2027, 12, 11)).certainty is not Certainty.CONTESTED


# -- Very large platforms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", VERY_LARGE)
def test_only_whoever_runs_a_designated_platform_owes_its_duties(duty: str) -> None:
    runs = {
        "system_roles": ["provider"],
        "system_union_links": ["very_large_platform"],
        "runs_designated_platform": True,
    }
    assert owed(runs, duty) is Outcome.APPLIES
    assert owed(runs | {"runs_designated_platform": False}, duty) is Outcome.DOES_NOT_APPLY
    assert owed(runs | {"system_union_links": ["placed"]}, duty) is Outcome.DOES_NOT_APPLY
    assert owed({}, duty) is Outcome.NEEDS_FACTS


# -- Pointers --------------------------------------------------------------------------------------------------------

HR_TOOL: dict[str, Any] = {
    "system_roles": ["deployer"],
    "system_union_links": ["used"],
    "uses": ["hiring"],
    "personal_data": ["operation"],
    "development": "unchanged",
}


def pointed_to(facts: dict[str, Any]) -> set[str]:
    findings = assess(facts).findings
    return {
        f.obligation.id.removeprefix("EU-OTHER-")
        for f in findings
        if f.obligation.id.startswith("EU-OTHER-") and f.outcome is Outcome.APPLIES
    }


@pytest.mark.parametrize(
    ("change", "others"),
    [
        ({}, {"GDPR", "GDPR-22", "EQUALITY", "NATIONAL"}),
        ({"uses": ["work_management"]}, {"GDPR", "GDPR-22", "EQUALITY", "NATIONAL", "PWD"}),
        ({"uses": ["credit"]}, {"GDPR", "GDPR-22", "EQUALITY", "NATIONAL", "CREDIT", "CONSUMER"}),
        ({"uses": ["infrastructure"]}, {"NATIONAL", "NIS2", "GDPR"}),
        ({"uses": ["elections"]}, {"GDPR", "GDPR-22", "NATIONAL", "POLITICAL-ADS", "DSA"}),
        ({"uses": ["emergency"]}, {"GDPR", "GDPR-22", "NATIONAL", "MDR", "EQUALITY"}),
        ({"uses": ["coding"], "system_union_links": ["used", "very_large_platform"]}, {"GDPR", "NATIONAL", "DSA"}),
        ({"uses": ["coding"], "development": "group"}, {"GDPR", "NATIONAL"}),
        ({"uses": ["health"]}, {"GDPR", "GDPR-22", "NATIONAL", "EQUALITY", "MDR", "CONSUMER"}),
        (
            {"uses": ["product"], "product_laws": ["machinery", "toys", "motor_vehicles", "aviation", "medical"]},
            {"GDPR", "NATIONAL", "MACHINERY", "TOYS", "VEHICLES", "AVIATION", "MDR", "CONSUMER"},
        ),
        ({"uses": ["companion"]}, {"GDPR", "NATIONAL", "CONSUMER", "DSA", "MDR"}),
        ({"system_roles": [], "development": "own"}, set()),
    ],
)
def test_other_law_is_pointed_to_by_field(change: dict[str, Any], others: set[str]) -> None:
    assert pointed_to(HR_TOOL | change) == others


def test_pointers_ask_nothing_but_field_and_data() -> None:
    pointers = [f for f in assess(HR_TOOL).findings if f.obligation.id.startswith("EU-OTHER-")]
    assert {key for pointer in pointers for key in pointer.open_facts} == set()


def test_developers_get_duties_and_everybody_else_the_pointer() -> None:
    developer = HR_TOOL | {"development": "own", "seat": "eu", "activity": "business"}
    assert "GDPR" not in pointed_to(developer)
    assert owed(developer, "EU-GDPR-6") is Outcome.APPLIES
    assert owed(HR_TOOL, "EU-GDPR-6") is Outcome.DOES_NOT_APPLY


def test_pointers_are_no_duties_and_carry_no_ceiling() -> None:
    pointers = [f for f in assess(HR_TOOL).findings if f.obligation.id.startswith("EU-OTHER-")]
    assert len(pointers) == 15
    for pointer in pointers:
        assert pointer.obligation.topic is Topic.OTHER_LAW
        assert not is_duty(pointer)
        assert pointer.obligation.penalty is None


# -- Grades ----------------------------------------------------------------------------------------------------------


def test_what_was_not_read_in_the_act_shows_as_unverified() -> None:
    assert found(APP, "EU-CRA-14-1").certainty is Certainty.UNVERIFIED
    assert found(TRAINER, "EU-GDPR-6").certainty is Certainty.UNVERIFIED
    assert found(TRAINER, "EU-CDSM-4-3").certainty is Certainty.SETTLED


def test_an_exception_for_open_source_says_so() -> None:
    carve_out = found(APP | {"digital_product": "free_open_source"}, "EU-CRA-14-1").carve_outs[0]
    assert (carve_out.carve_out.id, carve_out.state) == ("cra-unpaid-open-source", CarveOutState.ACTIVE)


@pytest.mark.parametrize(
    ("law", "outcome"),
    [
        ("medical", Outcome.EXEMPT),
        ("ivd", Outcome.EXEMPT),
        ("motor_vehicles", Outcome.EXEMPT),
        ("vehicle_safety", Outcome.EXEMPT),
        ("aviation", Outcome.APPLIES),  # only certified aircraft are outside, most drones are not certified
        ("marine", Outcome.EXEMPT),
        ("toys", Outcome.APPLIES),
        ("machinery", Outcome.APPLIES),
    ],
)
def test_products_with_cybersecurity_law_of_their_own_are_outside_the_cyber_resilience_act(
    law: str, outcome: Outcome
) -> None:
    device = APP | {"digital_product": "commercial_product", "uses": ["product"], "product_laws": [law]}
    assert {owed(device, duty) for duty in ("EU-CRA-14-1", "EU-CRA-14-3")} == {outcome}


@pytest.mark.parametrize("duty", REPORTS)
def test_whoever_puts_the_own_name_on_somebody_elses_product_is_its_maker(duty: str) -> None:
    reseller = APP | {"digital_product": "others_product", "system_roles": ["distributor"]}
    assert owed(reseller, duty) is Outcome.DOES_NOT_APPLY
    rebrander = reseller | {"system_roles": ["takes_over"], "take_over": ["own_name"]}
    assert owed(rebrander, duty) is Outcome.APPLIES


def test_a_service_just_designated_as_very_large_has_four_months() -> None:
    assert all("four months" in BOOK_NOTES[duty] for duty in VERY_LARGE)


BOOK_NOTES = {duty: load().obligations[duty].note for duty in VERY_LARGE}
