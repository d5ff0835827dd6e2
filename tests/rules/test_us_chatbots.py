"""Chatbots in the states: who operates what, which limits take a bot out, minors, first days, disputed points."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

LATER = date(2028, 2, 1)
DAY = timedelta(days=1)
TRAITS = ["converses", "human_like", "remembers", "asks_feelings", "personal_talk", "relationship"]
FRIEND: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["provider"],
    "system_functions": ["conversation"],
    "uses": ["companion"],
    "us_states": ["nationwide"],
    "us_organisation": [],
    "us_platforms": [],
    "us_chatbot_traits": TRAITS,
    "us_chatbot_limits": [],
    "us_chatbot_part": "operator",
    "us_chatbot_reach": "public",
    "us_chatbot_minors": "known",
    "us_human_likeness": "possible",
}
ASSISTANT = FRIEND | {"uses": ["general_assistant"], "us_chatbot_traits": ["converses"]}
FAMILY = ("id", "ne", "ia", "ga", "hi")
FIRST_DAYS = {
    "NY47-1": date(2025, 11, 5),
    "NY47-2": date(2025, 11, 5),
    "ME-1": date(2025, 9, 24),
    "FAM-NH-2": date(2026, 1, 1),
    **{f"CO1263-{n}": date(2027, 1, 1) for n in (3, 4, 5)},
    "CO1263-6": date(2027, 7, 1),
    "CT5-5a": date(2027, 1, 1),
    "CT5-5b": date(2027, 1, 1),
    "CT5-6": date(2027, 1, 1),
    **{f"WA-{n}": date(2027, 1, 1) for n in (1, 2, 3, 4)},
    **{f"OR-{n}": date(2027, 1, 1) for n in (1, 2, 3, 4)},
    **{f"FAM-RI-{n}": date(2027, 1, 1) for n in (1, 2, 3, 4)},
    "FAM-RI-5": date(2027, 7, 1),
    **{f"FAM-{state}-{n}": date(2027, 7, 1) for state in ("ID", "NE", "IA", "GA") for n in (1, 2, 3, 4)},
    "FAM-HI-5": date(2028, 1, 1),
}


@pytest.mark.parametrize(("duty", "first"), FIRST_DAYS.items())
def test_each_duty_starts_on_its_day(duty: str, first: date) -> None:
    assert found(FRIEND, duty, first).timing is Timing.IN_FORCE
    assert owed(FRIEND, duty, first) is Outcome.APPLIES
    eve = found(FRIEND, duty, first - DAY)
    assert (eve.outcome, eve.timing) == (Outcome.APPLIES, Timing.UPCOMING)


@pytest.mark.parametrize(
    ("duty", "signed"),
    [
        ("NY47-1", date(2025, 5, 9)),
        ("NY45B-7", date(2026, 5, 26)),
        ("CO1263-3", date(2026, 5, 29)),
        ("CT5-5a", date(2026, 5, 27)),
        ("WA-1", date(2026, 3, 24)),
        ("OR-1", date(2026, 3, 31)),
        ("FAM-ID-1", date(2026, 4, 1)),
        ("FAM-NE-1", date(2026, 4, 14)),
        ("FAM-IA-1", date(2026, 5, 2)),
        ("FAM-RI-1", date(2026, 6, 22)),
    ],
)
def test_nobody_knew_it_before_it_was_signed(duty: str, signed: date) -> None:
    assert duty not in assess(FRIEND, LATER, signed - DAY).by_id
    assert duty in assess(FRIEND, LATER, signed).by_id


@pytest.mark.parametrize(
    ("duty", "day", "contested"),
    [
        ("CO1263-2", date(2026, 8, 12), True),
        ("CO1263-2", date(2026, 12, 31), True),
        ("CO1263-2", date(2027, 1, 1), False),
        *((f"FAM-HI-{n}", date(2026, 7, 14), True) for n in (1, 2, 3, 4)),
        ("FAM-HI-1", date(2027, 6, 30), True),
        ("FAM-HI-1", date(2027, 7, 1), False),
    ],
)
def test_a_disputed_first_day_shows_both_readings(duty: str, day: date, contested: bool) -> None:
    assert (found(FRIEND, duty, day).certainty is Certainty.CONTESTED) is contested
    assert found(FRIEND, duty, day).timing is Timing.IN_FORCE


@pytest.mark.parametrize("state", [*FAMILY, "co"])
def test_a_general_assistant_without_persona_simulates_conversation(state: str) -> None:
    duty = "CO1263-4" if state == "co" else f"FAM-{state.upper()}-3"
    facts = ASSISTANT | {"us_states": [state]}
    assert owed(facts, duty, LATER) is Outcome.APPLIES
    assert owed(facts | {"us_chatbot_traits": []}, duty, LATER) is Outcome.DOES_NOT_APPLY
    assert owed(facts | {"us_chatbot_reach": "workplace"}, duty, LATER) is Outcome.DOES_NOT_APPLY
    assert owed(facts | {"us_chatbot_part": "supplier"}, duty, LATER) is Outcome.DOES_NOT_APPLY
    assert owed(facts | {"us_states": ["tx"]}, duty, LATER) is Outcome.DOES_NOT_APPLY
    for key in ("us_chatbot_traits", "us_chatbot_limits", "us_chatbot_part", "us_chatbot_reach"):
        assert owed(without(facts, key), duty, LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("state", ["id", "ga"])
@pytest.mark.parametrize(
    ("limit", "outcome"),
    [
        ("business", Outcome.DOES_NOT_APPLY),
        ("narrow", Outcome.DOES_NOT_APPLY),
        ("internal", Outcome.DOES_NOT_APPLY),
        ("voice_device", Outcome.DOES_NOT_APPLY),
        ("game", Outcome.APPLIES),
        ("education", Outcome.APPLIES),
        ("care", Outcome.APPLIES),
        ("feature", Outcome.APPLIES),
    ],
)
def test_limits_of_the_common_rule(state: str, limit: str, outcome: Outcome) -> None:
    assert _outcome(f"FAM-{state.upper()}-3", us_chatbot_limits=[limit]) is outcome


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [
        (["business"], Outcome.DOES_NOT_APPLY),
        (["education"], Outcome.DOES_NOT_APPLY),
        (["feature"], Outcome.DOES_NOT_APPLY),
        (["game"], Outcome.DOES_NOT_APPLY),
        (["narrow"], Outcome.APPLIES),
        (["no_harm"], Outcome.APPLIES),
        (["narrow", "no_harm"], Outcome.DOES_NOT_APPLY),
        (["care"], Outcome.APPLIES),
    ],
)
def test_colorado_lets_a_narrow_bot_go_only_if_it_cannot_harm(limits: list[str], outcome: Outcome) -> None:
    assert _outcome("CO1263-4", us_chatbot_limits=limits) is outcome


@pytest.mark.parametrize("kind", ["hipaa", "hipaa_associate", "care_provider"])
def test_health_bodies_are_outside_in_colorado(kind: str) -> None:
    assert _outcome("CO1263-4", us_organisation=[kind]) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_chatbot_limits": ["business"]}, Outcome.DOES_NOT_APPLY),
        ({"us_chatbot_limits": ["finance"]}, Outcome.DOES_NOT_APPLY),
        ({"us_chatbot_limits": ["business"], "us_chatbot_traits": [*TRAITS, "offered_as_companion"]}, Outcome.APPLIES),
        (
            {"us_chatbot_limits": ["game"], "us_chatbot_traits": [*TRAITS, "offered_as_companion"]},
            Outcome.DOES_NOT_APPLY,
        ),
        ({"us_chatbot_limits": ["narrow"]}, Outcome.DOES_NOT_APPLY),
        ({"us_chatbot_limits": ["narrow", "mental_health"]}, Outcome.APPLIES),
        ({"us_chatbot_part": "supplier"}, Outcome.DOES_NOT_APPLY),
        ({"us_chatbot_part": "ready_made"}, Outcome.APPLIES),
        ({"us_chatbot_traits": ["offered_as_companion"]}, Outcome.APPLIES),
        ({"us_chatbot_traits": ["converses", "human_like"]}, Outcome.DOES_NOT_APPLY),
    ],
)
def test_connecticut(change: dict[str, Any], outcome: Outcome) -> None:
    assert _outcome("CT5-5a", **change) is outcome


@pytest.mark.parametrize("duty", ["CT5-5a", "WA-1"])
def test_whether_a_memory_makes_a_relationship_is_contested(duty: str) -> None:
    traits = ["human_like", "remembers", "asks_feelings", "personal_talk"]
    finding = found(FRIEND | {"us_chatbot_traits": traits}, duty, LATER)
    assert finding.certainty is Certainty.CONTESTED
    sure = found(FRIEND | {"us_chatbot_traits": [*traits, "relationship"]}, duty, LATER)
    assert sure.outcome is Outcome.APPLIES
    assert sure.certainty is not Certainty.CONTESTED


def test_washingtons_test_is_reported_in_two_ways() -> None:
    assert found(FRIEND | {"us_chatbot_traits": ["relationship"]}, "WA-1", LATER).certainty is Certainty.CONTESTED


@pytest.mark.parametrize(
    ("traits", "contested"),
    [(TRAITS, False), (["remembers", "asks_feelings", "personal_talk", "human_like"], True)],
)
def test_a_business_bot_stays_in_washingtons_act_by_relationship_and_feelings(
    traits: list[str], contested: bool
) -> None:
    finding = found(FRIEND | {"us_chatbot_traits": traits, "us_chatbot_limits": ["business"]}, "WA-1", LATER)
    assert (finding.certainty is Certainty.CONTESTED) is contested
    if not contested:
        assert finding.outcome is Outcome.APPLIES
    plain = {"us_chatbot_traits": ["human_like", "converses"], "us_chatbot_limits": ["business"]}
    assert _outcome("WA-1", **plain) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", ["NY47-1", "FAM-RI-3", "OR-2"])
@pytest.mark.parametrize("missing", ["remembers", "asks_feelings", "personal_talk"])
def test_three_marks_are_needed_together(duty: str, missing: str) -> None:
    left = [trait for trait in TRAITS if trait != missing]
    assert _outcome(duty) is Outcome.APPLIES
    assert _outcome(duty, us_chatbot_traits=left) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("duty", "outcome"), [("NY47-1", "does_not_apply"), ("FAM-RI-3", "does_not_apply"), ("OR-2", "applies")]
)
def test_mainly_designed_for_work_is_out_in_new_york_and_rhode_island(duty: str, outcome: str) -> None:
    assert _outcome(duty, us_chatbot_traits=[*TRAITS, "offered_for_work"]).value == outcome


@pytest.mark.parametrize("limit", ["business", "care", "education", "finance", "game", "voice_device"])
def test_oregon_leaves_out_what_is_kept_to_such_a_purpose(limit: str) -> None:
    assert _outcome("OR-2", us_chatbot_limits=[limit]) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("limit", ["narrow", "no_harm", "feature", "mental_health"])
def test_and_nothing_else(limit: str) -> None:
    assert _outcome("OR-2", us_chatbot_limits=[limit]) is Outcome.APPLIES


@pytest.mark.parametrize(
    ("duty", "from_what"),
    [("WA-2", "known"), ("FAM-ID-2", "known"), ("FAM-RI-2", "known"), ("CT5-6", "suspected"), ("OR-3", "suspected")],
)
def test_minors_count_from_a_certain_knowledge_on(duty: str, from_what: str) -> None:
    order = ["directed", "known", "suspected", "unknown", "barred"]
    for place, minors in enumerate(order):
        reached = place <= order.index(from_what)
        assert _outcome(duty, us_chatbot_minors=minors) is (Outcome.APPLIES if reached else Outcome.DOES_NOT_APPLY)
    assert owed(without(FRIEND, "us_chatbot_minors"), duty, LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("minors", ["suspected", "unknown"])
def test_what_georgia_asks_an_operator_to_know_is_open(minors: str) -> None:
    assert found(FRIEND | {"us_chatbot_minors": minors}, "FAM-GA-2", LATER).certainty is Certainty.CONTESTED
    assert _outcome("FAM-GA-2", us_chatbot_minors="barred") is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", ["CO1263-2", "CO1263-3", "WA-1", "NY47-2", "FAM-RI-1"])
def test_every_user_counts_however_plain_the_machine(duty: str) -> None:
    assert _outcome(duty, us_chatbot_minors="barred", us_human_likeness="plain") is Outcome.APPLIES


@pytest.mark.parametrize("duty", ["CT5-5b", "OR-1", "ME-1", "FAM-ID-1"])
def test_elsewhere_only_what_could_pass_for_a_person(duty: str) -> None:
    adults = {"us_chatbot_minors": "barred"}
    assert _outcome(duty, **adults) is Outcome.APPLIES
    assert _outcome(duty, us_human_likeness="plain", **adults) is Outcome.DOES_NOT_APPLY
    assert owed(without(FRIEND | adults, "us_human_likeness"), duty, LATER) is Outcome.NEEDS_FACTS


def test_minors_are_told_in_idaho_however_plain_it_is() -> None:
    assert _outcome("FAM-ID-1", us_human_likeness="plain") is Outcome.APPLIES


def test_new_hampshire_reaches_a_shop_bot_too() -> None:
    shop = {"us_chatbot_traits": [], "us_chatbot_limits": ["business"]}
    assert _outcome("FAM-NH-2", **shop) is Outcome.APPLIES
    assert found(FRIEND | shop, "FAM-NH-2").certainty is Certainty.UNVERIFIED


def test_maine_looks_at_consumers() -> None:
    assert _outcome("ME-1", us_chatbot_limits=["internal"]) is Outcome.DOES_NOT_APPLY
    assert _outcome("ME-1", us_chatbot_limits=["business"], us_chatbot_traits=[]) is Outcome.APPLIES


@pytest.mark.parametrize(
    ("change", "outcome", "contested"),
    [
        ({"us_platforms": ["social"]}, Outcome.APPLIES, False),
        ({"uses": ["games"]}, None, True),
        ({}, Outcome.DOES_NOT_APPLY, False),
        ({"us_platforms": ["social"], "us_chatbot_minors": "barred"}, Outcome.DOES_NOT_APPLY, False),
    ],
)
def test_companions_on_platforms_are_off_for_minors(
    change: dict[str, Any], outcome: Outcome | None, contested: bool
) -> None:
    finding = found(FRIEND | change, "NY45B-7", LATER)
    assert (finding.certainty is Certainty.CONTESTED) is contested
    assert outcome in {None, finding.outcome}


def test_openness_changes_nothing_for_operators_and_spares_suppliers_in_connecticut() -> None:
    free = FRIEND | {"weights_public": True, "activity": "research_release"}
    for duty in FIRST_DAYS:
        assert owed(free, duty, LATER) is Outcome.APPLIES
    relief = {carve.carve_out.id: carve.state for carve in found(FRIEND, "CT5-5a", LATER).carve_outs}
    assert CarveOutState.ACTIVE not in relief.values()


@pytest.mark.parametrize("roles", [["provider"], ["distributor"], []])
@pytest.mark.parametrize("development", ["own", "unchanged"])
def test_paid_subscriptions_in_connecticut(roles: list[str], development: str) -> None:
    facts = FRIEND | {"system_roles": roles, "development": development}
    offers = bool(roles) or development == "own"
    expected = Outcome.APPLIES if offers else Outcome.DOES_NOT_APPLY
    assert owed(facts | {"us_activities": ["subscriptions"]}, "CT5-1") is expected
    assert owed(facts | {"us_activities": []}, "CT5-1") is Outcome.DOES_NOT_APPLY
    if offers:
        assert owed(facts | {"us_activities": None}, "CT5-1") is Outcome.NEEDS_FACTS
        eve = found(facts | {"us_activities": ["subscriptions"]}, "CT5-1", date(2026, 9, 30))
        assert eve.timing is Timing.UPCOMING


def test_life_of_the_acts() -> None:
    book = load()
    for act, days in {
        "US-CO-HB26-1263": ["2026-05-29", "2026-08-12", "2027-01-01", "2027-07-01"],
        "US-IA-SF2417": ["2026-05-02", "2026-07-01", "2027-07-01"],
        "US-RI-S2195": ["2026-06-22", "2027-01-01", "2027-07-01"],
        "US-NY-GBL47": ["2025-05-09", "2025-11-05"],
    }.items():
        assert [step.on.isoformat() for step in book.instruments[act].status] == days


def _outcome(duty: str, **change: Any) -> Outcome:
    return owed(FRIEND | change, duty, LATER)
