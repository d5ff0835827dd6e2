"""Colorado on decisions about people: seven fields, makers and users, what is left to other law, two acts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome, State, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

YES, NO, EXEMPT, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.EXEMPT, Outcome.NEEDS_FACTS
IN_2027 = date(2027, 3, 1)
ONE_DAY = timedelta(days=1)

USER: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "work_tasks": [],
    "us_employer": ["employer"],
    "result_weight": "one_factor",
    "us_organisation": [],
    "us_maker_limits": [],
    "us_decides_on": [],
    "us_states": ["co"],
}
LENDER = USER | {"uses": ["credit"]}
MAKER: dict[str, Any] = {
    "development": "own",
    "system_roles": [],
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "us_states": ["nationwide"],
    "us_marketed_for": "marketed",
    "us_maker_limits": [],
}
CO_USERS = ["CO189-1703", "CO189-1704-1", "CO189-1704-3", "CO189-1704-5", "CO189-1704-8", "CO189-1705-1"]
CO_MAKERS = ["CO189-1702-1", "CO189-1702-2", "CO189-1702-4"]


def active(facts: dict[str, Any], duty: str, as_of: date = IN_2027) -> list[str]:
    """The carve-outs that remove the duty."""
    return [c.carve_out.id for c in found(facts, duty, as_of).carve_outs if c.state is CarveOutState.ACTIVE]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"us_employees": 1},
        {"system_method": "written_rules"},
        {"result_weight": "alone"},
        {"uses": ["work_management"], "work_tasks": ["evaluates_performance"]},
        {"uses": ["work_management"], "us_decides_on": ["trains"]},
        {"uses": ["credit"]},
        {"uses": ["housing"]},
        {"uses": ["insurance"]},
        {"uses": ["health"]},
        {"uses": ["public_benefits"]},
        {"uses": ["education"], "education_tasks": ["admission"]},
        {"uses": ["education"], "education_tasks": [], "us_decides_on": ["suspends_students"]},
        {"uses": ["emergency"], "emergency_tasks": ["ranks_calls"]},
        {"uses": ["emergency"], "emergency_tasks": ["triages_patients"]},
        {"uses": ["other"], "us_decides_on": ["accounts"]},
        {"uses": ["other"], "us_decides_on": ["home_purchase"]},
        {"uses": ["customer_service"], "us_decides_on": ["public_service"]},
    ],
)
@pytest.mark.parametrize("duty", CO_USERS)
def test_reaches_users_in_seven_fields(change: dict[str, Any], duty: str) -> None:
    assert owed(USER | change, duty, IN_2027) is YES


@pytest.mark.parametrize(
    "change",
    [
        {"us_states": ["ny"]},
        {"system_roles": []},
        {"uses": ["justice"]},
        {"uses": ["advertising"], "hiring_tasks": []},
        {"uses": ["fraud"]},
        {"uses": ["other"]},
        {"hiring_tasks": ["schedules_interviews"]},
        {"hiring_tasks": ["candidate_side"]},
        {"uses": ["work_management"], "work_tasks": ["allocates_otherwise"]},
        {"us_employer": ["contractors"]},
    ],
)
def test_leaves_out(change: dict[str, Any]) -> None:
    assert owed(USER | change, "CO189-1704-3", IN_2027) is NO


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"hiring_tasks": ["targeted_vacancy_adverts"]}, "us-co-job-adverts"),
        ({"uses": ["education"], "education_tasks": ["detects_cheating"]}, "us-co-cheating"),
    ],
)
def test_contested_fields(change: dict[str, Any], key: str) -> None:
    finding = found(USER | change, "CO189-1704-3", IN_2027)
    assert finding.certainty is Certainty.CONTESTED
    assert {r.outcome for r in finding.readings if r.key == key} == {YES, NO}


@pytest.mark.parametrize("key", ["us_states", "system_roles", "uses", "hiring_tasks"])
def test_asks_what_it_does_not_know(key: str) -> None:
    assert owed(without(USER, key), "CO189-1704-3", IN_2027) is OPEN


@pytest.mark.parametrize("duty", [*CO_USERS, "CO189-1707-7"])
def test_decisions_from_2027(duty: str) -> None:
    eve, first = found(USER, duty, date(2026, 12, 31)), found(USER, duty, date(2027, 1, 1))
    assert (eve.timing, eve.applies_from) == (Timing.UPCOMING, date(2027, 1, 1))
    assert (first.outcome, first.timing) == (YES, Timing.IN_FORCE)


def test_was_known_from_the_day_of_signing() -> None:
    signed = date(2026, 5, 14)
    assert "CO189-1703" in assess(LENDER, signed, signed).by_id
    assert "CO189-1703" not in assess(LENDER, signed, signed - ONE_DAY).by_id


@pytest.mark.parametrize(
    ("act", "day", "state"),
    [
        ("US-CO-SB24-205", date(2024, 5, 16), State.ADOPTED),
        ("US-CO-SB24-205", date(2026, 4, 26), State.ADOPTED),
        ("US-CO-SB24-205", date(2026, 4, 27), State.STAYED),
        ("US-CO-SB24-205", date(2026, 6, 30), State.STAYED),
        ("US-CO-SB24-205", date(2026, 12, 31), State.STAYED),
        ("US-CO-SB24-205", date(2027, 1, 1), State.REPEALED),
        ("US-CO-SB26-189", date(2026, 12, 31), State.ADOPTED),
        ("US-CO-SB26-189", date(2027, 1, 1), State.IN_FORCE),
        ("US-CO-SB26-189", date(2030, 1, 1), State.IN_FORCE),
    ],
)
def test_two_acts_and_the_order(act: str, day: date, state: State) -> None:
    assert load().instruments[act].state(day, day) is state


def test_the_order_shows_and_switches_nothing_off() -> None:
    book = load()
    assert not [o for o in book.obligations.values() if o.instrument == "US-CO-SB24-205"]
    assert {s.on for s in book.instruments["US-CO-SB24-205"].status} >= {date(2026, 4, 27), date(2026, 6, 30)}
    assert "27 April 2026" in book.instruments["US-CO-SB26-189"].summary
    for duty in (o for o in book.obligations.values() if o.instrument == "US-CO-SB26-189"):
        assert "federal court" in duty.penalty_note
        assert "20,000" in duty.penalty_note
        assert "2030" in duty.penalty_note


@pytest.mark.parametrize(
    ("change", "carve_out"),
    [
        ({"uses": ["health"], "us_organisation": ["hipaa", "care_provider", "co_care_site"]}, "co-hipaa"),
        ({"uses": ["insurance"], "us_organisation": ["hipaa", "health_plan"]}, "co-hipaa"),
        ({"uses": ["health"], "us_organisation": ["hipaa_associate"]}, "co-hipaa"),
        ({"uses": ["health"], "us_maker_limits": ["fda_device"]}, "co-fda-device"),
        ({"uses": ["insurance"], "us_organisation": ["insurer"]}, "co-insurers"),
        ({"uses": ["credit"], "us_maker_limits": ["plain_software"]}, "co-plain-software"),
    ],
)
def test_leaves_to_other_law(change: dict[str, Any], carve_out: str) -> None:
    facts = LENDER | change
    assert owed(facts, "CO189-1704-3", IN_2027) is EXEMPT
    assert active(facts, "CO189-1704-3") == [carve_out]


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        # Decisions about staff stay in, and so does everything outside the practice of insurance or care.
        ({"uses": ["hiring"], "us_organisation": ["hipaa", "care_provider", "co_care_site"]}, YES),
        ({"uses": ["health", "hiring"], "us_organisation": ["hipaa", "care_provider", "co_care_site"]}, YES),
        ({"uses": ["hiring", "insurance"], "us_organisation": ["insurer"]}, YES),
        ({"uses": ["credit", "insurance"], "us_organisation": ["insurer"]}, YES),
        ({"uses": ["credit"], "us_organisation": ["insurer"]}, YES),
        ({"uses": ["credit"], "us_organisation": ["hipaa_associate"]}, YES),
        ({"uses": ["housing", "health"], "us_organisation": ["hipaa_associate"]}, YES),
        ({"uses": ["health", "credit"], "us_maker_limits": ["fda_device"]}, YES),
        # A provider counts only where it works from a place in Colorado.
        ({"uses": ["health"], "us_organisation": ["hipaa", "care_provider"]}, YES),
        ({"uses": ["health"], "us_organisation": ["care_provider"]}, YES),
    ],
)
def test_reliefs_end_where_the_act_says(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(LENDER | change, "CO189-1704-3", IN_2027) is outcome


def test_unknown_reliefs_stay_open() -> None:
    assert owed(without(LENDER | {"uses": ["health"]}, "us_organisation"), "CO189-1704-3", IN_2027) is OPEN
    assert owed(without(LENDER, "us_maker_limits"), "CO189-1704-3", IN_2027) is OPEN


HOSPITAL = LENDER | {"uses": ["health"], "us_organisation": ["hipaa", "care_provider", "co_care_site"]}


@pytest.mark.parametrize(
    ("change", "notice", "aid"),
    [
        ({}, YES, NO),
        ({"us_decides_on": ["patient_aid"]}, YES, YES),
        ({"uses": ["other"], "us_decides_on": ["patient_aid"]}, YES, YES),
        ({"uses": ["insurance"], "us_organisation": ["hipaa", "health_plan"]}, YES, NO),
        ({"us_organisation": ["hipaa", "care_provider"]}, NO, NO),
        ({"us_organisation": []}, NO, NO),
        ({"uses": ["hiring"]}, NO, NO),
    ],
)
def test_health_bodies_owe_two_notices(change: dict[str, Any], notice: Outcome, aid: Outcome) -> None:
    facts = HOSPITAL | change
    assert (owed(facts, "CO189-1708-3c", IN_2027), owed(facts, "CO189-1708-3d", IN_2027)) == (notice, aid)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"us_organisation": []}, NO),
        ({"uses": ["credit"]}, NO),
        ({"result_weight": "trivial"}, NO),
    ],
)
def test_insurers_that_do_not_comply_elsewhere(change: dict[str, Any], outcome: Outcome) -> None:
    finding = found(LENDER | {"uses": ["insurance"], "us_organisation": ["insurer"]} | change, "CO189-1708-1b", IN_2027)
    assert finding.outcome is outcome
    assert outcome is NO or finding.certainty is Certainty.UNVERIFIED


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"us_marketed_for": "known"}, YES),
        ({"us_marketed_for": "prohibited"}, NO),
        ({"us_marketed_for": "no"}, NO),
        ({"weights_public": True, "licence_terms": []}, YES),
        ({"development": "for_client"}, YES),
        ({"development": "changed"}, YES),
        ({"development": "unchanged"}, NO),
        ({"development": "unchanged", "system_roles": ["takes_over"]}, YES),
        ({"development": "unchanged", "system_roles": ["provider"], "system_open_source": False}, YES),
        ({"us_states": ["tx"]}, NO),
        ({"us_maker_limits": ["research"]}, EXEMPT),
        ({"us_maker_limits": ["internal"]}, EXEMPT),
        ({"us_maker_limits": ["plain_software"]}, EXEMPT),
        ({"us_maker_limits": ["fda_device"], "uses": ["health"]}, EXEMPT),
        # Somebody else's new purpose frees no maker from the purpose it markets itself.
        ({"us_maker_limits": ["repurposed"]}, YES),
        ({"us_maker_limits": ["repurposed"], "us_marketed_for": "known"}, EXEMPT),
        ({"us_maker_limits": ["component"], "us_marketed_for": "known"}, EXEMPT),
    ],
)
@pytest.mark.parametrize("duty", CO_MAKERS)
def test_makers(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(MAKER | change, duty, IN_2027) is outcome


@pytest.mark.parametrize(
    ("change", "key", "outcomes"),
    [
        (
            {"development": "unchanged", "system_roles": ["provider"], "system_open_source": True}
            | {"system_monetised": False},
            "us-co-free-release",
            {YES, NO},
        ),
        ({"us_maker_limits": ["component"]}, "us-co-unaware-component", {YES, EXEMPT}),
    ],
)
def test_makers_contested(change: dict[str, Any], key: str, outcomes: set[Outcome]) -> None:
    finding = found(MAKER | change, "CO189-1702-1", IN_2027)
    assert finding.certainty is Certainty.CONTESTED
    assert {r.outcome for r in finding.readings if r.key == key} == outcomes


def test_shared_duties_spare_those_who_are_no_developers() -> None:
    for duty in ("CO189-1704-8", "CO189-1707-7"):
        assert owed(MAKER, duty, IN_2027) is YES
        assert owed(MAKER | {"us_maker_limits": ["internal"]}, duty, IN_2027) is NO
        assert owed(MAKER | {"us_organisation": ["insurer"], "uses": ["insurance"]}, duty, IN_2027) is YES
        assert owed(LENDER | {"us_maker_limits": ["internal"], "us_marketed_for": "no"}, duty, IN_2027) is YES
