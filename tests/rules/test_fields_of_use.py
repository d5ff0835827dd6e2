"""Where the field of use a person names must not hide a class: devices, plants, take-overs, assistants, entries.

Articles 3(12), 6(1) and (2), 25(1), 49(2) and (4), 111(2) and Annexes I and III.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import Answer, Finding, Outcome, Profile, evaluate, parse_value
from apps.rules.law import load

LATER = date(2029, 6, 1)
SYSTEM: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["placed", "established"],
    "system_limits": [],
    "system_functions": ["scores"],
    "body_findings": [],
    "system_placed_on": "2029-01-01",
    "users": ["business"],
    "profiles_people": True,
    "part_in_decision": "influences",
}
DEVICE = {"product_laws": ["medical"], "product_function": ["is_product"], "product_assessment": "third_party_safety"}
SMALL_PART = {"profiles_people": False, "part_in_decision": "narrow_step", "feeds_combined_decision": False}


def found(facts: dict[str, Any], duty: str) -> Finding:
    book = load()
    answers = {key: Answer(value=parse_value(book.facts[key], value)) for key, value in facts.items()}
    return evaluate(book, Profile(answers=answers), as_of=LATER).by_id[duty]


@pytest.mark.parametrize("field", ["product", "health", "companion", "emergency"])
def test_software_that_is_a_medical_device_is_high_risk_whatever_its_field_is_called(field: str) -> None:
    facts = SYSTEM | {"uses": [field], "emergency_tasks": ["books_appointments"], "benefit_tasks": []}
    assert found(facts | DEVICE, "EU-AIA-9").outcome is Outcome.APPLIES
    asked = found(facts, "EU-AIA-9")
    assert asked.outcome is Outcome.NEEDS_FACTS
    assert "product_laws" in asked.open_facts


def test_parts_of_plants_and_screening_at_airports_come_under_product_law() -> None:
    plant = {
        "uses": ["infrastructure"],
        "infrastructure_tasks": ["forecasts"],
        "product_laws": ["explosive_atmospheres"],
        "product_function": ["prevents_harm"],
        "product_assessment": "third_party_safety",
    }
    assert found(SYSTEM | plant, "EU-AIA-9").outcome is Outcome.APPLIES
    screening = {"uses": ["security", "product"], **DEVICE, "product_laws": ["aviation_security"]}
    assert found(SYSTEM | screening, "EU-AIA-9").outcome is Outcome.EXEMPT


def entry_items(facts: dict[str, Any]) -> set[str]:
    return {step.id.partition("/")[2] for step in found(SYSTEM | SMALL_PART | facts, "EU-AIA-49-2").steps}


def test_a_filtered_system_is_entered_where_its_listed_use_belongs_and_not_its_other_uses() -> None:
    hiring = {
        "uses": ["policing", "hiring"],
        "hiring_tasks": ["schedules_interviews"],
        "policing_tasks": ["transcribes"],
    }
    items = entry_items(hiring | {"users": ["business", "law_enforcement"]})
    assert "VIII-B-6" in items
    assert "49-4-b" not in items


def test_evidence_judged_for_the_police_is_entered_in_the_closed_part_also_under_fraud() -> None:
    items = entry_items(
        {
            "uses": ["fraud"],
            "users": ["law_enforcement"],
            "policing_tasks": ["evidence_reliability"],
            "credit_tasks": [],
        }
    )
    assert "49-4-b" in items
    assert "VIII-B-6" not in items


def use_items(users: list[str], duty: str) -> set[str]:
    facts = {
        "system_roles": ["deployer"],
        "system_union_links": ["used"],
        "uses": ["policing"],
        "users": users,
        "policing_tasks": ["offender_risk"],
        "decision_effect": "significant",
    }
    return {step.id.partition("/")[2] for step in found(SYSTEM | facts, duty).steps}


def test_police_enter_their_use_in_the_closed_part_without_the_two_summaries() -> None:
    items = use_items(["law_enforcement"], "EU-AIA-26-8")
    assert items >= {"VIII-C-1", "VIII-C-2", "VIII-C-3", "49-4-c"}
    assert items.isdisjoint({"VIII-C-4", "VIII-C-5"})


def test_who_is_told_of_decisions_follows_everybody_who_uses_the_system() -> None:
    assert use_items(["law_enforcement"], "EU-AIA-26-11") == {"2"}
    assert use_items(["law_enforcement", "public_authority"], "EU-AIA-26-11") == {"1", "2"}


@pytest.mark.parametrize("field", ["health", "companion", "emergency"])
def test_the_pointer_to_device_law_follows_the_device_and_not_the_field(field: str) -> None:
    facts = SYSTEM | DEVICE | {"uses": [field], "emergency_tasks": [], "benefit_tasks": []}
    assert found(facts, "EU-OTHER-MDR").outcome is Outcome.APPLIES
