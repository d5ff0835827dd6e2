"""Decisions by machine alone in the United Kingdom: the whole tree, the part of people, and both clocks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from apps.rules.engine import Outcome
from tests.rules.us_assess import TODAY, assess, found, owed, without

YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
REFORM = date(2026, 2, 5)
EVE = REFORM - timedelta(days=1)
SAFEGUARDS = ["UK-ADM-22C-a", "UK-ADM-22C-b", "UK-ADM-22C-c", "UK-ADM-22C-d"]
GROUNDS = ["recognised_interest", "sensitive", "all_consent", "contract_or_law", "public_interest"]

LENDER: dict[str, Any] = {
    "activity": "business",
    "seat": "uk",
    "uk_links": ["established"],
    "uk_activities": [],
    "system_roles": ["deployer"],
    "system_method": "learned",
    "uses": ["credit"],
    "decision_effect": "significant",
    "result_weight": "alone",
    "personal_data": ["operation"],
    "uk_data_part": "own",
    "uk_decision_grounds": [],
}


def allowed(grounds: set[str]) -> bool:
    """The tree of Articles 22B and 22C, read from the law."""
    if "recognised_interest" in grounds:
        return False
    if "sensitive" not in grounds:
        return True
    return "all_consent" in grounds or {"contract_or_law", "public_interest"} <= grounds


def allowed_before(grounds: set[str]) -> bool:
    """Article 22 until 4 February 2026."""
    if not grounds & {"contract_or_law", "all_consent"}:
        return False
    return "sensitive" not in grounds or bool(grounds & {"all_consent", "public_interest"})


@pytest.mark.parametrize(
    "grounds",
    [set(some) for size in range(6) for some in combinations(GROUNDS, size)],
    ids=lambda s: "+".join(sorted(s)) or "-",
)
def test_the_tree_on_both_sides_of_the_reform(grounds: set[str]) -> None:
    facts = LENDER | {"uk_decision_grounds": sorted(grounds)}
    may = allowed(grounds)
    assert owed(facts, "UK-ADM-22B") is (NO if may else YES)
    assert {owed(facts, s) for s in SAFEGUARDS} == {YES if may else NO}
    may = allowed_before(grounds)
    assert owed(facts, "UK-ADM-22B", EVE) is (NO if may else YES)
    assert {owed(facts, s, EVE) for s in SAFEGUARDS[1:]} == {YES if may else NO}


def test_the_day_of_the_reform_and_the_day_before() -> None:
    assert (owed(LENDER, "UK-ADM-22B", EVE), owed(LENDER, "UK-ADM-22B", REFORM)) == (YES, NO)
    assert "UK-ADM-22C-a" not in assess(LENDER, EVE).by_id
    assert owed(LENDER, "UK-ADM-22C-a", REFORM) is YES


def test_who_looks_back_knows_both_wordings_and_who_looked_then_only_the_old() -> None:
    assert owed(LENDER, "UK-ADM-22B", EVE, known_on=TODAY) is YES
    assert owed(LENDER, "UK-ADM-22B", TODAY, known_on=EVE) is YES  # nobody knew yet that it would end


@pytest.mark.parametrize("weight", ["overrules", "heaviest", "one_factor"])
def test_a_person_counts_only_who_understands_weighs_and_may_differ(weight: str) -> None:
    facts = LENDER | {"result_weight": weight}
    assert owed(facts | {"result_reviewer": ["understands", "analyses", "may_change"]}, "UK-ADM-22C-a") is NO
    assert owed(facts | {"result_reviewer": []}, "UK-ADM-22C-a") is YES
    token = found(facts | {"result_reviewer": ["may_change"]}, "UK-ADM-22C-a")
    assert token.outcome is YES
    assert [b.outcome for b in token.beside]  # the line is that of a draft: both outcomes are shown
    assert owed(facts, "UK-ADM-22C-a") is OPEN


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"result_weight": "trivial"}, NO),
        ({"result_weight": "nothing"}, NO),
        ({"decision_effect": "some"}, NO),
        ({"decision_effect": "none"}, NO),
        ({"personal_data": []}, NO),
        ({"uk_data_part": "client"}, NO),
        ({"system_roles": ["provider"]}, NO),  # whoever merely supplies the model does not decide
        ({"system_roles": ["provider", "deployer"]}, YES),
        ({"weights_public": True}, YES),
        ({"staff": 1}, YES),
    ],
)
def test_each_part_of_the_test_decides(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(LENDER | change, "UK-ADM-22C-a") is outcome


@pytest.mark.parametrize("key", ["decision_effect", "result_weight", "personal_data", "uk_data_part", "uk_links"])
def test_what_is_not_known_stays_open(key: str) -> None:
    facts = without(LENDER | {"seat": "us"}, key)
    assert owed(facts, "UK-ADM-22C-a") is OPEN


def test_a_fixed_rule_is_a_decision_only_to_the_letter() -> None:
    finding = found(LENDER | {"system_method": "written_rules"}, "UK-ADM-22C-a")
    assert finding.outcome is not YES
    assert YES in [b.outcome for b in finding.beside]
    assert owed(LENDER | {"system_method": "written_rules"}, "UK-ADM-22B", EVE) is YES


def test_law_enforcement_has_its_own_article() -> None:
    police = LENDER | {"uk_activities": ["law_enforcement"], "uses": ["policing"]}
    assert owed(police, "UK-ADM-LE") is YES
    assert owed(police, "UK-ADM-22C-a") is Outcome.EXEMPT
    assert owed(LENDER, "UK-ADM-LE") is NO
