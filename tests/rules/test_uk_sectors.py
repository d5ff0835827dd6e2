"""British consumers, finance, medical devices, vehicles, work, adverts and elections."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Force, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import TODAY, assess, found, owed, without

YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
SHOP: dict[str, Any] = {
    "seat": "uk",
    "activity": "business",
    "development": "unchanged",
    "system_roles": ["provider", "deployer"],
    "system_functions": ["conversation", "text"],
    "uses": ["general_assistant"],
    "users": ["people"],
    "serves_public": False,
    "uk_links": ["established", "offered", "only_parts"],
    "uk_parts": ["england_wales"],
    "uk_activities": [],
    "product_laws": [],
}


def ticks(*keys: str, **more: Any) -> dict[str, Any]:
    """The shop with these lines of business and more answers."""
    return SHOP | {"uk_activities": list(keys)} | more


@pytest.mark.parametrize("duty", ["UK-DMCC-1", "UK-DMCC-2", "UK-DMCC-3", "UK-DMCC-4"])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"users": ["business"], "serves_public": True}, YES),
        ({"users": ["business"], "uses": ["customer_service"]}, YES),
        ({"users": ["business"]}, NO),
        ({"users": ["business"], "uk_activities": ["advertises"]}, YES),
        ({"users": ["business"], "uk_activities": ["paid_by_consumers"]}, YES),
        ({"activity": "private"}, NO),
        ({"activity": "research_release"}, YES),
        ({"uk_links": ["established"]}, NO),
        ({"uk_links": ["used_on_people"]}, YES),
        ({"weights_public": True}, YES),
    ],
)
def test_traders_towards_consumers(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(SHOP | change, duty) is outcome


@pytest.mark.parametrize("key", ["users", "activity", "uk_links"])
def test_an_open_point_about_the_trader_stays_open(key: str) -> None:
    assert owed(without(SHOP, key), "UK-DMCC-1") is OPEN


@pytest.mark.parametrize(
    ("turnover", "ceiling"), [(2_999_990, 300_000), (3_000_000, 300_000), (3_000_100, 300_010), (1e9, 1e8)]
)
def test_the_fine_for_traders(turnover: float, ceiling: float) -> None:
    fine = found(SHOP | {"uk_turnover_gbp": turnover}, "UK-DMCC-1").fine
    assert fine
    assert (fine.high, fine.currency) == (ceiling, "GBP")


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        (ticks(), {"UK-CRA-1": NO, "UK-CRA-2": NO, "UK-CRA-46": YES}),
        (ticks("paid_by_consumers"), {"UK-CRA-1": YES, "UK-CRA-2": YES, "UK-CRA-46": YES}),
        (ticks("paid_by_consumers", system_roles=["deployer"]), {"UK-CRA-1": YES, "UK-CRA-2": YES}),
        (ticks("paid_by_consumers", users=["business"]), {"UK-CRA-1": YES, "UK-CRA-2": YES}),
        (ticks(users=["business"]), {"UK-CRA-1": NO, "UK-CRA-46": NO}),
        (ticks("paid_by_consumers", activity="private"), {"UK-CRA-1": NO, "UK-CRA-46": NO}),
    ],
)
def test_paid_content_owes_more_than_free(facts: dict[str, Any], outcomes: dict[str, Outcome]) -> None:
    findings = assess(facts).by_id
    assert {duty: findings[duty].outcome for duty in outcomes} == outcomes


@pytest.mark.parametrize(
    ("duty", "holds", "not_by"),
    [
        ("UK-FCA-1", ["retail"], ["third_party"]),
        ("UK-FCA-3", ["third_party"], ["retail"]),
        ("UK-FCA-4", ["resilience"], ["retail"]),
        ("UK-PRA-SS1-23", ["capital_models"], ["pra_firm"]),
        ("UK-PRA-SS2-21", ["pra_firm", "third_party"], ["pra_firm"]),
        ("UK-PRA-SS2-21", ["capital_models", "third_party"], ["retail", "third_party"]),
    ],
)
def test_each_rule_of_finance_has_its_firms(duty: str, holds: list[str], not_by: list[str]) -> None:
    assert owed(ticks("financial_firm", uk_finance=holds), duty) is YES
    assert owed(ticks("financial_firm", uk_finance=not_by), duty) is NO
    assert owed(ticks("financial_firm"), duty) is OPEN
    assert owed(ticks(), duty) is NO


def test_every_firm_names_a_manager_and_lists_parts() -> None:
    findings = assess(ticks("financial_firm", uk_finance=[])).by_id
    assert [findings[duty].outcome for duty in ("UK-FCA-2", "UK-FCA-5")] == [YES, YES]
    assert findings["UK-FCA-5"].obligation.force is Force.GUIDANCE


DEVICE = SHOP | {"uses": ["health"], "product_laws": ["medical"]}


@pytest.mark.parametrize("duty", ["UK-MDR-1", "UK-MDR-2", "UK-MDR-3"])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"product_laws": ["ivd"]}, YES),
        ({"product_laws": ["radio"]}, NO),
        ({"uk_parts": ["scotland"]}, YES),
        ({"uk_parts": ["northern_ireland"]}, NO),
        ({"system_roles": ["deployer"]}, NO),
        ({"system_open_source": True}, YES),
        ({"uses": ["companion"]}, YES),
        ({"uses": ["general_assistant"]}, NO),
    ],
)
def test_devices_in_great_britain(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(DEVICE | change, duty) is outcome


def test_a_representative_only_from_abroad() -> None:
    def named(**change: Any) -> bool:
        steps = found(DEVICE | change, "UK-MDR-2").steps
        return "UK-MDR-2/representative" in {step.id for step in steps}

    assert not named()
    assert named(seat="us", uk_links=["offered"])


@pytest.mark.parametrize("duty", ["UK-AVA-3", "UK-AVA-24", "UK-AVA-78"])
def test_self_driving_law_waits_for_commencement(duty: str) -> None:
    finding = found(ticks("self_driving"), duty, date(2028, 1, 1), TODAY)
    assert (finding.outcome, finding.timing, finding.applies_from) == (YES, Timing.UPCOMING, None)
    assert "commencement" in finding.waits_for
    assert owed(ticks("self_driving", uk_parts=["northern_ireland"]), duty) is NO
    assert owed(ticks(), duty) is NO


WORK = SHOP | {
    "uses": ["hiring", "work_management"],
    "hiring_tasks": ["filters_applications"],
    "body_findings": ["confirms_identity"],
    "system_functions": ["bodies", "scores"],
}


@pytest.mark.parametrize(
    ("duty", "change", "outcome"),
    [
        ("UK-EMP-1", {}, YES),
        ("UK-EMP-1", {"uses": ["coding"]}, NO),
        ("UK-EMP-1", {"system_roles": ["provider"]}, NO),
        ("UK-EMP-3", {"system_roles": ["provider"]}, YES),
        ("UK-EMP-3", {"hiring_tasks": ["candidate_side"]}, NO),
        ("UK-EMP-4", {}, YES),
        ("UK-EMP-4", {"body_findings": ["presence_only"]}, NO),
        ("UK-EMP-4", {"uses": ["security"]}, NO),
    ],
)
def test_work_in_guidance(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(WORK | change, duty) is outcome
    assert load().instruments["UK-EMP"].force is Force.GUIDANCE


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (ticks("political", uk_political="paid"), YES),
        (ticks("political", uk_political="organic_listed"), YES),
        (ticks("political", uk_political="neither"), NO),
        (ticks("political"), OPEN),
        (ticks(), NO),
    ],
)
def test_imprints(facts: dict[str, Any], outcome: Outcome) -> None:
    assert owed(facts, "UK-ELEC-1") is outcome
    assert owed(facts, "UK-ELEC-106") is (YES if facts["uk_activities"] else NO)


def test_advertising_codes_are_self_regulation() -> None:
    assert [owed(ticks("advertises"), f"UK-ADS-{n}") for n in (1, 2, 3)] == [YES] * 3
    assert owed(ticks(), "UK-ADS-1") is NO
    assert not load().instruments["UK-ADS"].force.binding


@pytest.mark.parametrize(
    ("facts", "duty", "day"),
    [
        (SHOP, "UK-DMCC-1", date(2025, 4, 6)),
        (ticks("financial_firm", uk_finance=["retail"]), "UK-FCA-1", date(2023, 7, 31)),
        (ticks("financial_firm", uk_finance=[]), "UK-FCA-5", date(2026, 5, 1)),
        (ticks("financial_firm", uk_finance=["pra_firm", "third_party"]), "UK-PRA-SS2-21", date(2022, 3, 31)),
        (ticks("financial_firm", uk_finance=["resilience"]), "UK-FCA-4", date(2025, 3, 31)),
        (ticks("financial_firm", uk_finance=["capital_models"]), "UK-PRA-SS1-23", date(2024, 5, 17)),
        (ticks("critical_third_party"), "UK-CTP-1", date(2026, 7, 13)),
        (DEVICE, "UK-MDR-3", date(2025, 6, 16)),
        (ticks("political", uk_political="paid"), "UK-ELEC-1", date(2023, 11, 1)),
    ],
)
def test_the_day_before_and_the_day(facts: dict[str, Any], duty: str, day: date) -> None:
    before = found(facts, duty, day - timedelta(days=1), TODAY)
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, day)
    assert found(facts, duty, day, TODAY).timing is Timing.IN_FORCE


@pytest.mark.parametrize(("duty", "known"), [("UK-CTP-1", date(2026, 7, 13)), ("UK-FCA-5", date(2026, 5, 1))])
def test_the_day_it_could_be_known(duty: str, known: date) -> None:
    assert duty in assess(SHOP, TODAY, known).by_id
    assert duty not in assess(SHOP, TODAY, known - timedelta(days=1)).by_id


@pytest.mark.parametrize(
    "instrument",
    ["UK-MDR-REFORM", "UK-NIS-BILL", "UK-ROP-BILL", "UK-NSIA-2026", "UK-TDM-PLAN", "UK-EXPORT-PL9013"],
)
def test_bills_plans_and_deleted_law_yield_no_duty(instrument: str) -> None:
    book = load()
    assert book.instruments[instrument].force in {Force.PROPOSED, Force.HISTORY}
    assert not [o.id for o in book.obligations.values() if o.instrument == instrument]
