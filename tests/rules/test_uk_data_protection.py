"""British data protection: whom it reaches, what lifts it, its days on both clocks, fees and fines at their lines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome
from tests.rules.us_assess import TODAY, assess, found, owed, without

YES, NO, EXEMPT, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.EXEMPT, Outcome.NEEDS_FACTS
REFORM, COMPLAINTS = date(2026, 2, 5), date(2026, 6, 19)
ONE_DAY = timedelta(days=1)

CONTROLLER: dict[str, Any] = {
    "activity": "business",
    "seat": "us",
    "development": "own",
    "uk_links": ["established"],
    "uk_activities": [],
    "system_roles": [],
    "personal_data": ["training", "operation"],
    "uk_data_part": "own",
    "uk_data": [],
}
ABROAD = CONTROLLER | {"uk_links": ["offered"]}
EVERYWHERE = ["UK-GDPR-5-1-a", "UK-GDPR-15", "UK-GDPR-17-21", "UK-GDPR-25", "UK-GDPR-33", "UK-GDPR-164A"]
FOR_BOTH = ["UK-GDPR-30", "UK-GDPR-32"]


@pytest.mark.parametrize("duty", [*EVERYWHERE, *FOR_BOTH])
@pytest.mark.parametrize("link", ["established", "offered", "monitored"])
def test_a_place_an_offer_or_monitoring_is_enough(duty: str, link: str) -> None:
    assert owed(CONTROLLER | {"uk_links": [link]}, duty) is YES


@pytest.mark.parametrize("duty", EVERYWHERE)
def test_nothing_there_or_no_personal_data_leaves_nothing(duty: str) -> None:
    assert owed(CONTROLLER | {"uk_links": []}, duty) is NO
    assert owed(CONTROLLER | {"uk_links": ["reachable"]}, duty) is NO
    assert owed(CONTROLLER | {"personal_data": []}, duty) is NO
    assert owed(CONTROLLER | {"uk_links": ["reachable"], "seat": "uk"}, duty) is YES


@pytest.mark.parametrize("link", ["many_users", "used_on_people"])
def test_people_there_whom_nobody_aimed_at_are_contested(link: str) -> None:
    assert found(CONTROLLER | {"uk_links": [link]}, "UK-GDPR-5-1-a").certainty is Certainty.CONTESTED


@pytest.mark.parametrize("key", ["uk_links", "personal_data", "uk_data_part"])
def test_what_is_not_known_stays_open(key: str) -> None:
    assert owed(without(CONTROLLER, key), "UK-GDPR-5-1-a") is OPEN


def test_who_only_follows_instructions_owes_less() -> None:
    client, others = CONTROLLER | {"uk_data_part": "client"}, CONTROLLER | {"uk_data_part": "others"}
    assert {owed(client, d) for d in EVERYWHERE} == {NO}
    assert {owed(client, d) for d in FOR_BOTH} == {YES}
    assert {owed(others, d) for d in [*EVERYWHERE, *FOR_BOTH]} == {NO}
    assert owed(client, "UK-FEE-1") is NO


@pytest.mark.parametrize(
    ("fact", "duties"),
    [
        ("from_people", ["UK-GDPR-13"]),
        ("elsewhere", ["UK-GDPR-14", "UK-GDPR-35"]),
        ("vendors", ["UK-GDPR-28"]),
        ("abroad", ["UK-GDPR-44"]),
        ("large_sensitive", ["UK-GDPR-35", "UK-GDPR-36", "UK-GDPR-37"]),
        ("large_watching", ["UK-GDPR-35", "UK-GDPR-36", "UK-GDPR-37"]),
        ("risky", ["UK-GDPR-35", "UK-GDPR-36"]),
    ],
)
def test_each_fact_of_the_data_opens_its_duties(fact: str, duties: list[str]) -> None:
    for duty in duties:
        assert owed(CONTROLLER | {"uk_data": [fact]}, duty) is YES
        assert owed(CONTROLLER, duty) is NO
        assert owed(without(CONTROLLER, "uk_data"), duty) is OPEN


def test_telling_each_person_is_lifted_only_where_it_is_out_of_proportion() -> None:
    assert owed(CONTROLLER | {"uk_data": ["elsewhere"]}, "UK-GDPR-14-5-e") is NO
    many = CONTROLLER | {"uk_data": ["elsewhere", "mass"]}
    assert owed(many, "UK-GDPR-14") is EXEMPT
    assert owed(many, "UK-GDPR-14-5-e") is YES
    assert owed(many, "UK-GDPR-14-5-e", REFORM - ONE_DAY) is YES  # the old article said so, too
    assert owed(CONTROLLER | {"uk_data": ["mass"]}, "UK-GDPR-14-5-e") is NO


def test_a_representative_is_for_those_without_a_place_there() -> None:
    assert owed(ABROAD, "UK-GDPR-27") is YES
    assert owed(CONTROLLER, "UK-GDPR-27") is NO
    assert owed(ABROAD | {"seat": "uk"}, "UK-GDPR-27") is NO
    assert owed(without(ABROAD, "seat"), "UK-GDPR-27") is OPEN


def test_openness_and_size_lift_nothing() -> None:
    open_model = CONTROLLER | {"weights_public": True, "licence_grants": ["access", "use", "modify", "distribute"]}
    assert {owed(open_model | {"staff": 1}, d) for d in [*EVERYWHERE, *FOR_BOTH]} == {YES}


def test_a_household_is_free_until_it_publishes() -> None:
    private = CONTROLLER | {"activity": "private", "weights_public": False}
    assert owed(private, "UK-GDPR-5-1-a") is EXEMPT
    assert owed(private | {"weights_public": True}, "UK-GDPR-5-1-a") is YES
    assert owed(private | {"uk_links": ["established", "reachable"]}, "UK-GDPR-5-1-a") is YES
    assert owed(without(private, "weights_public"), "UK-GDPR-5-1-a") is OPEN
    for link in ("monitored", "used_on_people"):  # strangers followed, or decided about, are no household matter
        assert owed(private | {"uk_links": ["established", link]}, "UK-GDPR-5-1-a") is YES


def test_police_work_alone_and_intelligence_have_parts_of_their_own() -> None:
    police = CONTROLLER | {"uk_activities": ["public_body", "law_enforcement"], "uses": ["policing"]}
    assert owed(police, "UK-GDPR-5-1-a") is EXEMPT
    assert owed(police | {"uses": ["policing", "work_management"]}, "UK-GDPR-5-1-a") is YES
    assert owed(CONTROLLER | {"uses": ["policing"]}, "UK-GDPR-5-1-a") is YES
    service = CONTROLLER | {"uk_activities": ["central_government", "intelligence"]}
    spies = found(service, "UK-GDPR-5-1-a")
    assert [c.carve_out.id for c in spies.carve_outs if c.state is CarveOutState.ACTIVE] == ["uk-gdpr-intelligence"]


def test_working_for_an_intelligence_service_frees_nobody_for_the_rest() -> None:
    vendor = CONTROLLER | {"uk_activities": ["intelligence"]}
    assert owed(vendor, "UK-GDPR-5-1-a") is YES
    assert owed(vendor | {"uk_data_part": "client"}, "UK-GDPR-32") is EXEMPT
    assert owed(vendor | {"uk_data_part": "client", "uk_links": ["established", "offered"]}, "UK-GDPR-32") is YES


def test_the_fee_is_due_from_police_too() -> None:
    police = CONTROLLER | {"uk_activities": ["public_body", "law_enforcement"], "uses": ["policing"]}
    assert owed(police, "UK-FEE-1") is YES


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),  # a person decides with its help: the assessment is due all the same
        ({"result_weight": "trivial"}, NO),
        ({"decision_effect": "some"}, NO),
        ({"result_weight": "trivial", "uk_data": ["risky"]}, YES),
        ({"result_weight": "trivial", "uk_data": ["elsewhere"]}, YES),
    ],
)
def test_serious_decisions_with_a_machines_help_are_assessed_first(change: dict[str, Any], outcome: Outcome) -> None:
    decides = {"system_roles": ["deployer"], "decision_effect": "significant", "result_weight": "one_factor"}
    reviewed = {"result_reviewer": ["understands", "analyses", "may_change"], "system_method": "learned"}
    assert owed(CONTROLLER | decides | reviewed | change, "UK-GDPR-35") is outcome
    assert owed(CONTROLLER | decides | reviewed | change, "UK-GDPR-36") is outcome
    assert owed(without(CONTROLLER | decides, "system_roles"), "UK-GDPR-35") is OPEN


def test_a_processor_has_a_contract_with_its_client() -> None:
    client = CONTROLLER | {"uk_data_part": "client"}
    assert [owed(f, "UK-GDPR-28") for f in (client, CONTROLLER, CONTROLLER | {"uk_data": ["vendors"]})] == [
        YES,
        NO,
        YES,
    ]


# --- Days -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("duty", ["UK-GDPR-164A", "UK-GDPR-14-2-da"])
def test_complaints_begin_on_their_day(duty: str) -> None:
    assert found(CONTROLLER, duty, COMPLAINTS).timing == "in_force"
    assert found(CONTROLLER, duty, COMPLAINTS - ONE_DAY).timing == "upcoming"
    assert duty not in assess(CONTROLLER, REFORM - ONE_DAY).by_id


def test_research_with_own_data_gets_its_relief_with_the_reform() -> None:
    facts = CONTROLLER | {"uk_data": ["from_people", "research"]}
    assert owed(facts, "UK-GDPR-13-5", REFORM) is YES
    assert "UK-GDPR-13-5" not in assess(facts, REFORM - ONE_DAY).by_id
    assert owed(CONTROLLER | {"uk_data": ["from_people"]}, "UK-GDPR-13-5") is NO


# --- Fee and fines ----------------------------------------------------------------------------------------------------
def tier(**facts: Any) -> list[str]:
    """The tiers of the fee that are shown."""
    return [s.id.partition("/")[2] for s in found(CONTROLLER | facts, "UK-FEE-1").steps]


@pytest.mark.parametrize(
    ("staff", "turnover", "shown"),
    [
        (10, 1e9, "tier-1"),
        (11, 632_000, "tier-1"),
        (11, 632_001, "tier-2"),
        (250, 1e9, "tier-2"),
        (251, 36_000_000, "tier-2"),
        (251, 36_000_001, "tier-3"),
    ],
)
def test_the_fee_has_its_tier_on_each_side_of_each_line(staff: int, turnover: float, shown: str) -> None:
    assert tier(uk_fee_staff=staff, uk_fee_turnover_gbp=turnover) == [shown]


def test_of_public_authorities_only_staff_counts() -> None:
    assert tier(uk_activities=["public_body"], uk_fee_staff=251, uk_fee_turnover_gbp=1) == ["tier-3"]
    assert tier(uk_activities=["public_body"], uk_fee_staff=10) == ["tier-1"]


def test_without_figures_every_tier_stays_open() -> None:
    assert tier() == ["tier-1", "tier-2", "tier-3"]


def test_a_controller_abroad_is_not_settled_to_be_free_of_the_fee() -> None:
    finding = found(ABROAD, "UK-FEE-1")
    assert finding.outcome is not YES
    assert [b.outcome for b in finding.beside]
    assert owed(ABROAD, "UK-FEE-1", uk_fee_from_abroad="ignore") is YES


@pytest.mark.parametrize(
    ("turnover", "higher", "standard"),
    [
        (1e6, 17.5e6, 8.7e6),
        (435e6, 17.5e6, 8.7e6),
        (437.5e6, 17.5e6, 8.75e6),
        (438e6, 17.52e6, 8.76e6),
        (1e9, 4e7, 2e7),
    ],
)
def test_the_ceiling_is_the_higher_of_share_and_amount(turnover: float, higher: float, standard: float) -> None:
    facts = CONTROLLER | {"uk_turnover_gbp": turnover}
    for duty, ceiling in (("UK-GDPR-5-1-a", higher), ("UK-GDPR-32", standard)):
        fine = found(facts, duty).fine
        assert fine is not None
        assert (round(fine.high), fine.currency) == (round(ceiling), "GBP")


def test_turnover_in_euro_is_no_turnover_in_pounds() -> None:
    assert found(CONTROLLER | {"worldwide_turnover_eur": 1e9}, "UK-GDPR-5-1-a").fine is None


# --- Children ---------------------------------------------------------------------------------------------------------
def test_services_children_are_likely_to_use_are_held_to_the_code() -> None:
    service = CONTROLLER | {"system_roles": ["provider"]}
    assert owed(service | {"uk_children": "likely"}, "UK-AADC-1") is YES
    assert owed(service | {"uk_children": "not_assessed"}, "UK-AADC-1") is YES
    assert owed(service | {"uk_children": "unlikely"}, "UK-AADC-1") is NO
    assert owed(service, "UK-AADC-1") is OPEN
    assert owed(CONTROLLER | {"uk_children": "likely"}, "UK-AADC-1") is NO  # a bare model is no service
    assert "UK-AADC-1" not in [f.id for f in assess(service, TODAY).findings if f.instrument.force.binding]
