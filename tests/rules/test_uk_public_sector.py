"""Equality law in Great Britain, algorithm records, procurement and the five principles."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Force, Outcome
from tests.rules.us_assess import TODAY, found, owed, without

YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
ONE_DAY = timedelta(days=1)
EQUALITY = ["UK-EQA-13", "UK-EQA-19", "UK-EQA-20"]

SHOP: dict[str, Any] = {
    "seat": "uk",
    "uk_links": ["established", "only_parts"],
    "uk_parts": ["england_wales"],
    "uk_activities": [],
    "development": "unchanged",
    "system_roles": ["deployer"],
    "uses": ["security"],
    "serves_public": True,
}
DEPARTMENT: dict[str, Any] = {
    "seat": "uk",
    "uk_links": ["established", "only_parts"],
    "uk_parts": ["england_wales"],
    "uk_activities": ["central_government"],
    "system_roles": ["deployer"],
    "system_functions": ["scores"],
    "serves_public": True,
    "decision_effect": "some",
}


# --- Equality ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("duty", EQUALITY)
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"serves_public": False, "uses": ["work_management"]},
        {"serves_public": False, "uses": ["hiring"], "hiring_tasks": ["schedules_interviews"]},
        {"serves_public": False, "uses": ["housing"]},
        {"serves_public": False, "uses": ["education"]},
        {"serves_public": False, "uk_activities": ["public_function"]},
        {"system_roles": ["provider"]},
        {"uk_parts": ["scotland"]},
    ],
)
def test_work_services_schools_homes_and_public_functions_are_reached(duty: str, change: dict[str, Any]) -> None:
    assert owed(SHOP | change, duty) is YES


@pytest.mark.parametrize("duty", EQUALITY)
@pytest.mark.parametrize(
    "change",
    [
        {"serves_public": False},
        {"serves_public": False, "uses": ["hiring"], "hiring_tasks": ["candidate_side"]},
        {"uk_parts": ["northern_ireland"]},
        {"uk_links": [], "seat": "eu"},
        {"system_roles": []},
    ],
)
def test_the_rest_is_not(duty: str, change: dict[str, Any]) -> None:
    assert owed(SHOP | change, duty) is NO


@pytest.mark.parametrize("duty", EQUALITY)
def test_a_link_to_no_part_counts_as_one_to_all(duty: str) -> None:
    assert owed(SHOP | {"uk_parts": []}, duty) is YES


@pytest.mark.parametrize("key", ["uk_parts", "serves_public", "system_roles"])
def test_what_is_not_known_stays_open(key: str) -> None:
    assert owed(without(SHOP, key), "UK-EQA-13") is OPEN


def test_vendors_are_reached_for_help_alone() -> None:
    vendor = SHOP | {"development": "own", "system_roles": [], "serves_public": False}
    assert owed(vendor, "UK-EQA-111-112") is YES
    assert owed(vendor, "UK-EQA-19") is NO
    assert owed(SHOP, "UK-EQA-111-112") is NO


@pytest.mark.parametrize("kind", ["central_government", "public_body", "law_enforcement", "public_function"])
def test_the_public_duty_reaches_authorities_and_who_acts_for_them(kind: str) -> None:
    assert owed(SHOP | {"uk_activities": [kind]}, "UK-PSED-1") is YES
    assert owed(SHOP | {"uk_activities": [kind], "uk_parts": ["northern_ireland"]}, "UK-PSED-1") is NO
    assert owed(SHOP, "UK-PSED-1") is NO


@pytest.mark.parametrize(
    ("duty", "amount"),
    [("UK-LEP-35", 17_500_000), ("UK-LEP-62", 8_700_000), ("UK-LEP-64", 8_700_000)],
)
def test_logs_and_assessments_of_the_police_have_the_standard_ceiling(duty: str, amount: float) -> None:
    police = SHOP | {"uk_activities": ["public_body", "law_enforcement"], "uses": ["policing"]}
    finding = found(police | {"personal_data": ["operation"], "uk_turnover_gbp": 1}, duty)
    assert finding.outcome is YES
    assert finding.fine is not None
    assert finding.fine.high == amount


# --- Records and procurement ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"decision_effect": "significant"}, YES),
        ({"decision_effect": "none", "system_functions": ["conversation"]}, YES),  # either test is enough
        ({"decision_effect": "none", "system_functions": ["conversation"], "serves_public": False}, NO),
        ({"decision_effect": "none"}, NO),
        ({"uk_activities": ["public_body"]}, NO),  # recommended only
        ({"uk_activities": ["government_bidder"]}, NO),
        ({"weights_public": True}, YES),
    ],
)
def test_records_are_for_central_bodies_with_effect_or_contact(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(DEPARTMENT | change, "UK-ATRS-1") is outcome


def test_records_and_notes_start_on_their_days_and_never_bind_by_law() -> None:
    mandated, old, new = date(2024, 2, 6), date(2024, 3, 25), date(2025, 2, 24)
    for duty, first in (("UK-ATRS-1", mandated), ("UK-PROC-1", old)):
        assert found(DEPARTMENT, duty, first, known_on=TODAY).timing == "in_force"
        assert found(DEPARTMENT, duty, first - ONE_DAY, known_on=TODAY).timing == "upcoming"
    assert [c.pinpoint for c in found(DEPARTMENT, "UK-PROC-1", new - ONE_DAY).cites] == ["PPN 02/24"]
    assert [c.pinpoint for c in found(DEPARTMENT, "UK-PROC-1", new).cites] == ["PPN 017"]
    assert [c.pinpoint for c in found(DEPARTMENT, "UK-PROC-1", TODAY, new - ONE_DAY).cites] == ["PPN 02/24"]
    assert [c.pinpoint for c in found(DEPARTMENT, "UK-PROC-1", TODAY, new).cites] == ["PPN 017"]
    assert {found(DEPARTMENT, d).instrument.force for d in ("UK-ATRS-1", "UK-PROC-1", "UK-PROC-3")} == {Force.GUIDANCE}


def test_suppliers_answer_bidders_questions_and_feed_records() -> None:
    supplier = DEPARTMENT | {"uk_activities": ["government_bidder"], "system_roles": ["provider"]}
    assert [owed(supplier, d) for d in ("UK-PROC-2", "UK-ATRS-2", "UK-PROC-1", "UK-PROC-3")] == [YES, YES, NO, NO]


# --- Principles -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", range(1, 6))
def test_the_principles_are_shown_to_all_and_bind_nobody(number: int) -> None:
    finding = found(SHOP, f"UK-FW-P{number}")
    assert finding.outcome is YES
    assert finding.instrument.force is Force.VOLUNTARY
    assert finding.fine is None
    assert owed(SHOP | {"uk_links": [], "seat": "eu"}, f"UK-FW-P{number}") is NO


def test_testing_by_the_institute_is_shown_beside_the_law_to_whoever_asks_or_promised() -> None:
    maker = SHOP | {"development": "own", "training_compute": 1e27, "voluntary_steps": []}
    assert owed(maker, "UK-FR-5") is NO
    for step in ("seoul", "frontier_practice"):
        assert owed(maker | {"training_compute": 1e20, "voluntary_steps": [step]}, "UK-FR-5") is YES
    abroad = maker | {"uk_links": [], "seat": "eu"}
    assert owed(abroad | {"voluntary_steps": ["seoul"]}, "UK-FR-5") is YES, "any developer may offer, from anywhere"
    assert owed(abroad, "UK-FR-5") is NO
    assert found(maker, "UK-FR-5").instrument.jurisdiction == "INT"
