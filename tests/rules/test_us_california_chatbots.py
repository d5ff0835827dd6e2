"""California on bots and care: companions, children, toys, customer service, hidden bots, patients, coverage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Finding, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

APPLIES, NOT, EXEMPT, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.EXEMPT, Outcome.NEEDS_FACTS
COMPANION: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["provider", "deployer"],
    "system_functions": ["conversation"],
    "uses": ["companion"],
    "us_states": ["ca"],
    "us_organisation": [],
    "us_chatbot_part": "operator",
    "us_chatbot_traits": ["human_like", "remembers", "relationship"],
    "us_chatbot_limits": [],
    "us_chatbot_minors": "known",
    "us_chatbot_reach": "public",
    "us_human_likeness": "possible",
    "us_revenue_usd": 80_000_000,
    "product_laws": [],
}
TOY = COMPANION | {"uses": ["product"], "product_laws": ["toys"]}
SERVICE: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_functions": ["conversation"],
    "uses": ["customer_service"],
    "us_states": ["ca"],
    "us_organisation": [],
    "us_national_revenue_usd": 500_000_001,
    "us_service_kind": ["paid", "chatbot", "phone"],
    "us_human_likeness": "plain",
    "us_bot_account": ["poses", "sells"],
    "us_licence_claims": ["system"],
}
CLINIC: dict[str, Any] = {
    "system_roles": ["deployer"],
    "uses": ["health"],
    "us_states": ["ca"],
    "us_organisation": ["care_provider", "health_plan"],
    "us_patient_messages": "unread",
    "us_coverage_review": True,
}
SB243 = ("CA243-a", "CA243-b", "CA243-c", "CA243-603", "CA243-604")
SB1119_CHILDREN = ("CA1119-12", "CA1119-125", "CA1119-13")
SB1119 = ("CA1119-11", *SB1119_CHILDREN)
AB1609 = tuple(f"CA1609-{number}" for number in range(1, 6))


@pytest.mark.parametrize(
    ("facts", "duty", "first"),
    [
        *((COMPANION, duty, date(2026, 1, 1)) for duty in ("CA243-a", "CA243-b", "CA243-c", "CA243-604")),
        (COMPANION, "CA243-603", date(2027, 7, 1)),
        (COMPANION, "CA1119-11", date(2027, 1, 1)),
        *((COMPANION, duty, date(2027, 7, 1)) for duty in SB1119_CHILDREN),
        (COMPANION | {"us_chatbot_minors": "barred"}, "CA1119-12b", date(2027, 7, 1)),
        (COMPANION | {"us_revenue_usd": 5e8}, "CA1119-14", date(2029, 1, 1)),
        (COMPANION, "CA1119-14-2032", date(2032, 1, 1)),
        (TOY, "CA867-1", date(2027, 1, 1)),
        *((SERVICE, duty, date(2027, 1, 1)) for duty in AB1609),
        (SERVICE, "CA1001-1", date(2019, 7, 1)),
        (SERVICE, "CA489-1", date(2026, 1, 1)),
        (CLINIC, "CA3030-1", date(2025, 1, 1)),
        (CLINIC, "CA3030-2", date(2025, 1, 1)),
        (CLINIC, "CA1120-1", date(2025, 1, 1)),
    ],
)
def test_each_duty_begins_on_its_day(facts: dict[str, Any], duty: str, first: date) -> None:
    before = found(facts, duty, first - timedelta(days=1))
    assert (before.outcome, before.timing, before.applies_from) == (APPLIES, Timing.UPCOMING, first)
    assert found(facts, duty, first).timing is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("facts", "duty", "last"),
    [
        (COMPANION, "CA243-c", date(2026, 12, 31)),
        (TOY, "CA867-1", date(2030, 12, 31)),
        (COMPANION | {"us_revenue_usd": 5e8}, "CA1119-14", date(2031, 12, 31)),
    ],
)
def test_what_ends_ends_with_its_last_day(facts: dict[str, Any], duty: str, last: date) -> None:
    assert found(facts, duty, last).timing is Timing.IN_FORCE
    assert found(facts, duty, last + timedelta(days=1)).timing is Timing.ENDED


def test_the_end_of_the_duty_on_known_minors_is_known_since_the_later_act() -> None:
    asked = date(2027, 3, 1)
    assert found(COMPANION, "CA243-c", asked, date(2026, 9, 9)).timing is Timing.IN_FORCE
    assert found(COMPANION, "CA243-c", asked, date(2026, 9, 10)).timing is Timing.ENDED
    assert "CA1119-11" not in assess(COMPANION, asked, date(2026, 9, 9)).by_id


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, APPLIES),
        ({"us_chatbot_traits": ["human_like", "offered_as_companion"]}, APPLIES),
        ({"us_chatbot_traits": ["human_like", "personal_talk"]}, NOT),
        ({"us_chatbot_traits": []}, NOT),
        ({"us_chatbot_part": "supplier"}, NOT),
        ({"us_chatbot_limits": ["business"]}, NOT),
        ({"us_chatbot_limits": ["business", "internal", "narrow", "finance"]}, NOT),
        ({"us_chatbot_limits": ["game"]}, NOT),
        ({"us_chatbot_limits": ["voice_device"]}, NOT),
        ({"us_chatbot_limits": ["internal"]}, APPLIES),  # no such exclusion
        ({"us_chatbot_limits": ["education"]}, APPLIES),
        ({"us_chatbot_limits": ["business", "education"]}, APPLIES),  # not business alone
        ({"us_chatbot_limits": ["business", "care"]}, APPLIES),
        ({"us_chatbot_reach": "workplace"}, APPLIES),
        ({"us_revenue_usd": 0}, APPLIES),
        ({"us_states": ["tx"]}, NOT),
    ],
)
def test_which_chatbots_are_companions(change: dict[str, Any], outcome: Outcome) -> None:
    assert {owed(COMPANION | change, duty) for duty in SB243} == {outcome}


@pytest.mark.parametrize("key", ["us_chatbot_traits", "us_chatbot_limits", "us_chatbot_part", "us_states"])
def test_companions_stay_open_on_what_is_missing(key: str) -> None:
    assert owed(without(COMPANION, key), "CA243-b") is OPEN


def test_a_general_assistant_with_memory_is_open_between_two_readings() -> None:
    assistant = COMPANION | {"us_chatbot_traits": ["human_like", "remembers"]}
    for duty in ("CA243-b", "CA1119-11"):
        assert found(assistant, duty).certainty is Certainty.CONTESTED
        assert owed(assistant, duty, us_ca_general_assistant="a") is APPLIES
        assert owed(assistant, duty, us_ca_general_assistant="b") is NOT


@pytest.mark.parametrize(
    ("minors", "known", "allowing", "barring"),
    [
        ("directed", APPLIES, APPLIES, NOT),
        ("known", APPLIES, APPLIES, NOT),
        ("suspected", NOT, APPLIES, NOT),
        ("unknown", NOT, APPLIES, NOT),
        ("barred", NOT, NOT, APPLIES),
        (None, OPEN, OPEN, OPEN),
    ],
)
def test_what_is_known_of_minors_decides(
    minors: str | None, known: Outcome, allowing: Outcome, barring: Outcome
) -> None:
    facts = COMPANION | {"us_chatbot_minors": minors} if minors else without(COMPANION, "us_chatbot_minors")
    assert owed(facts, "CA243-c") is known
    assert {owed(facts, duty) for duty in SB1119_CHILDREN} == {allowing}
    assert owed(facts, "CA1119-12b") is barring
    assert owed(facts, "CA1119-11") is APPLIES


@pytest.mark.parametrize("reach", ["college", "workplace"])
def test_colleges_and_employers_are_outside_the_act_on_children_alone(reach: str) -> None:
    facts = COMPANION | {"us_chatbot_reach": reach}
    assert {owed(facts, duty) for duty in (*SB1119, "CA1119-14", "CA1119-14-2032")} == {EXEMPT}
    assert owed(facts, "CA243-b") is APPLIES
    assert owed(without(COMPANION, "us_chatbot_reach"), "CA1119-11") is OPEN


@pytest.mark.parametrize(("revenue", "outcome"), [(499_999_999, EXEMPT), (5e8, APPLIES), (None, OPEN)])
def test_the_audit_spares_operators_below_500_million(revenue: float | None, outcome: Outcome) -> None:
    facts = COMPANION | {"us_revenue_usd": revenue} if revenue else without(COMPANION, "us_revenue_usd")
    assert owed(facts, "CA1119-14") is outcome
    assert owed(facts, "CA1119-14-2032") is APPLIES
    assert {owed(facts, duty) for duty in SB1119} == {APPLIES}


@pytest.mark.parametrize(("seen", "outcome"), [("possible", APPLIES), ("plain", NOT), (None, OPEN)])
def test_the_notice_is_for_what_could_mislead(seen: str | None, outcome: Outcome) -> None:
    facts = COMPANION | {"us_human_likeness": seen} if seen else without(COMPANION, "us_human_likeness")
    assert owed(facts, "CA243-a") is outcome


def test_only_toys_with_companions_are_banned() -> None:
    assert found(TOY, "CA867-1").certainty is Certainty.UNVERIFIED
    assert owed(TOY | {"product_laws": []}, "CA867-1") is NOT
    assert owed(TOY | {"us_chatbot_traits": []}, "CA867-1") is NOT
    assert owed(without(TOY, "product_laws"), "CA867-1") is OPEN


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_national_revenue_usd": 499_999_999}, NOT),
        ({"us_national_revenue_usd": 500_000_000}, NOT),
        ({}, APPLIES),
        ({"us_service_kind": ["free_option", "chatbot", "phone"]}, NOT),
        ({"us_service_kind": ["paid", "free_option", "chatbot", "phone"]}, APPLIES),
        ({"us_service_kind": ["paid", "chatbot", "phone", "exempt_line"]}, NOT),
        ({"uses": ["general_assistant"]}, APPLIES),  # what it does counts
        ({"us_states": ["ny"]}, NOT),
    ],
)
def test_whose_customer_service_is_regulated(change: dict[str, Any], outcome: Outcome) -> None:
    assert {owed(SERVICE | change, duty) for duty in AB1609} == {outcome}


def test_humans_are_to_be_reached_with_or_without_a_chatbot() -> None:
    plain = SERVICE | {"us_service_kind": ["paid"], "system_functions": ["scores"]}
    assert [owed(plain, duty) for duty in AB1609] == [NOT, APPLIES, APPLIES, APPLIES, NOT]
    for key in ("us_national_revenue_usd", "us_service_kind"):
        assert {owed(without(SERVICE, key), duty) for duty in AB1609} == {OPEN}


@pytest.mark.parametrize(("seen", "disclosed"), [("possible", True), ("plain", False), (None, True)])
def test_no_bot_passes_as_human_and_disclosure_is_for_what_misleads(seen: str | None, disclosed: bool) -> None:
    facts = SERVICE | {"us_human_likeness": seen} if seen else without(SERVICE, "us_human_likeness")
    finding = found(facts, "CA1609-1")
    assert finding.outcome is APPLIES
    assert ("CA1609-1/disclose" in _steps(finding)) is disclosed
    assert "CA1609-1/claim" in _steps(finding)


def _steps(finding: Finding) -> set[str]:
    return {step.id for step in finding.steps}


@pytest.mark.parametrize(
    ("holds", "outcome"),
    [
        (["poses", "sells"], APPLIES),
        (["poses", "votes"], APPLIES),
        (["poses"], NOT),
        (["sells", "votes"], NOT),
        (["poses", "sells", "disclosed"], EXEMPT),
        (None, OPEN),
    ],
)
def test_hidden_bots(holds: list[str] | None, outcome: Outcome) -> None:
    facts = SERVICE | {"us_bot_account": holds} if holds else without(SERVICE, "us_bot_account")
    assert owed(facts, "CA1001-1") is outcome


def test_words_of_a_licence_reach_makers_of_models_too() -> None:
    model = SERVICE | {"development": "own", "system_roles": []}
    assert found(model, "CA489-1").certainty is Certainty.UNVERIFIED
    assert owed(model, "CA489-1") is APPLIES
    assert owed(model | {"us_licence_claims": []}, "CA489-1") is NOT
    assert owed(without(model, "us_licence_claims"), "CA489-1") is OPEN


@pytest.mark.parametrize(("messages", "outcome"), [("unread", APPLIES), ("read", EXEMPT), ("no", NOT), (None, OPEN)])
def test_messages_to_patients(messages: str | None, outcome: Outcome) -> None:
    facts = CLINIC | {"us_patient_messages": messages} if messages else without(CLINIC, "us_patient_messages")
    assert {owed(facts, duty) for duty in ("CA3030-1", "CA3030-2")} == {outcome}
    vendor = facts | {"system_roles": ["provider"]}
    assert owed(vendor, "CA3030-1") is NOT


REVIEWS = {
    "UR-TX-1": ("tx", date(2025, 9, 1)),
    "UR-MD-1": ("md", date(2025, 10, 1)),
    "UR-NE-1": ("ne", date(2026, 1, 1)),
    "UR-AZ-1": ("az", date(2026, 7, 1)),
    "UR-IN-1": ("in", date(2026, 7, 1)),
    "UR-AL-1": ("al", date(2026, 10, 1)),
    "UR-CO-1": ("co", date(2027, 1, 1)),
    "UR-GA-1": ("ga", date(2027, 1, 1)),
}


@pytest.mark.parametrize("duty", REVIEWS)
def test_coverage_reviews_in_each_state(duty: str) -> None:
    state, first = REVIEWS[duty]
    finding = found(CLINIC | {"us_states": [state]}, duty)
    assert (finding.outcome, finding.decision.version.version.since) == (APPLIES, first)
    assert finding.timing is (Timing.IN_FORCE if first <= date(2026, 11, 23) else Timing.UPCOMING)
    assert (finding.certainty is Certainty.SETTLED) is (state == "co")
    assert owed(CLINIC, duty) is NOT


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_organisation": ["insurer"]}, APPLIES),
        ({"us_organisation": ["hipaa_associate"]}, APPLIES),  # contractors of plans
        ({"us_organisation": ["care_provider"]}, NOT),
        ({"us_coverage_review": False}, NOT),
    ],
)
def test_who_answers_for_coverage_reviews(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(CLINIC | change, "CA1120-1") is outcome
    assert owed(without(CLINIC, "us_coverage_review"), "CA1120-1") is OPEN


def test_vetoed_failed_and_blocked_bills_make_no_duty() -> None:
    dead = {"US-CA-SB7", "US-CA-AB1064", "US-CA-SB1047", "US-CA-NOT-LAW"}
    book = load()
    assert dead <= set(book.instruments)
    assert not [o.id for o in book.obligations.values() if o.instrument in dead | {"US-CA-AB1883", "US-CA-SB951"}]
    assert {book.instruments[name].force.value for name in dead} == {"history"}
