"""Texas: bans by intent, free releases inside, reliefs that leave the ban in place, duties of public bodies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome, StepKind, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

BY_INTENT = {
    "TX-TRAIGA-52": "incite",
    "TX-TRAIGA-55": "constitutional",
    "TX-TRAIGA-56": "discriminate",
    "TX-TRAIGA-57": "abuse_material",
}
EVERY = (*BY_INTENT, "TX-TRAIGA-51", "TX-TRAIGA-53", "TX-TRAIGA-54", "TX-TRAIGA-54c", "TX-TRAIGA-103")
FIRM: dict[str, Any] = {
    "development": "own",
    "weights_public": True,
    "us_states": ["tx"],
    "us_organisation": [],
    "us_aims": [],
    "us_biometrics": [],
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_functions": ["scores"],
    "uses": ["credit"],
}
RELEASE = without(without(without(FIRM, "system_method"), "system_functions"), "uses") | {"system_roles": []}
TOWN = FIRM | {
    "us_organisation": ["government"],
    "system_roles": ["deployer"],
    "development": "unchanged",
    "uses": ["public_benefits"],
    "system_functions": ["conversation"],
    "machine_recognisable": "plain_to_everybody",
}


@pytest.mark.parametrize(("duty", "aim"), BY_INTENT.items())
@pytest.mark.parametrize("facts", [FIRM, RELEASE], ids=["firm", "free release of weights"])
def test_only_the_aim_brings_the_ban(duty: str, aim: str, facts: dict[str, Any]) -> None:
    assert owed(facts | {"us_aims": [aim]}, duty) is Outcome.APPLIES
    assert owed(facts, duty) is Outcome.DOES_NOT_APPLY
    assert owed(without(facts, "us_aims"), duty) is Outcome.NEEDS_FACTS
    others = [other for other in BY_INTENT.values() if other != aim]
    assert owed(facts | {"us_aims": others}, duty) is Outcome.DOES_NOT_APPLY


def test_a_child_posing_chatbot_is_banned() -> None:
    assert owed(FIRM | {"us_aims": ["child_chat"]}, "TX-TRAIGA-57") is Outcome.APPLIES


def test_who_only_passes_a_system_on_is_reached_by_the_ban_on_distribution_alone() -> None:
    shop = FIRM | {
        "development": "unchanged",
        "system_roles": ["distributor"],
        "us_aims": ["abuse_material", "incite"],
    }
    assert owed(shop, "TX-TRAIGA-57") is Outcome.APPLIES
    assert owed(shop, "TX-TRAIGA-52") is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("release", "outcome"),
    [("offered", Outcome.APPLIES), ("inside", Outcome.DOES_NOT_APPLY), (None, Outcome.NEEDS_FACTS)],
)
def test_a_host_of_weights_made_by_others_distributes_them(release: str | None, outcome: Outcome) -> None:
    host = RELEASE | {"development": "unchanged", "us_aims": ["abuse_material"]}
    host |= {"us_release": release} if release else {}
    assert owed(host, "TX-TRAIGA-57") is outcome
    assert owed(host, "TX-TRAIGA-103") is outcome
    assert owed(host | {"us_aims": []}, "TX-TRAIGA-57") is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("size", [{"staff": 1}, {"us_group_revenue_usd": 0, "training_compute": "1e20"}])
def test_no_size_is_too_small(size: dict[str, Any]) -> None:
    assert owed(FIRM | size | {"us_aims": ["incite"]}, "TX-TRAIGA-52") is Outcome.APPLIES


@pytest.mark.parametrize("duty", BY_INTENT)
def test_reliefs_are_shown_beside_the_ban_and_never_lift_it(duty: str) -> None:
    finding = found(FIRM | {"us_aims": list(BY_INTENT.values())}, duty)
    assert finding.outcome is Outcome.APPLIES
    reliefs = {s.pinpoint.pinpoint for s in finding.steps if s.kind is StepKind.RELIEF}
    assert {"552.105(c)", "552.105(e)(1)", "552.105(e)(2)", "552.105(f)"} <= reliefs


@pytest.mark.parametrize(
    ("change", "carve_out"),
    [
        ({"us_organisation": ["insurer"], "uses": ["insurance"]}, "tx-insurance-services"),
        ({"us_organisation": [], "uses": ["insurance"], "us_used_by_insurers": True}, "tx-insurance-services"),
        ({"us_organisation": ["bank"], "us_bank_complies": True}, "tx-insured-bank"),
    ],
)
def test_insurance_and_banks_are_left_to_their_own_law(change: dict[str, Any], carve_out: str) -> None:
    aims = {"us_aims": ["discriminate", "incite"]}
    finding = found(FIRM | change | aims, "TX-TRAIGA-56")
    assert finding.outcome is Outcome.EXEMPT
    assert [c.carve_out.id for c in finding.carve_outs if c.state is CarveOutState.ACTIVE] == [carve_out]
    assert owed(FIRM | change | aims, "TX-TRAIGA-52") is Outcome.APPLIES


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ({"us_organisation": ["financial"]}, Outcome.APPLIES),
        ({"us_organisation": ["insurer"]}, Outcome.APPLIES),
        ({"uses": ["insurance"], "us_used_by_insurers": False}, Outcome.APPLIES),
        ({"uses": ["insurance"]}, Outcome.NEEDS_FACTS),
        ({"us_organisation": ["bank"], "us_bank_complies": False}, Outcome.APPLIES),
        ({"us_organisation": ["bank"]}, Outcome.NEEDS_FACTS),
    ],
)
def test_others_are_not_and_compliance_is_never_taken_for_granted(other: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FIRM | other | {"us_aims": ["discriminate"]}, "TX-TRAIGA-56") is outcome


@pytest.mark.parametrize(("duty", "aim"), [("TX-TRAIGA-53", "social_score"), ("TX-TRAIGA-54", "identify_public")])
def test_two_bans_bind_public_bodies_alone(duty: str, aim: str) -> None:
    assert owed(TOWN | {"us_aims": [aim]}, duty) is Outcome.APPLIES
    assert owed(FIRM | {"us_aims": [aim]}, duty) is Outcome.DOES_NOT_APPLY
    assert owed(without(TOWN, "us_organisation") | {"us_aims": [aim]}, duty) is Outcome.NEEDS_FACTS
    college = TOWN | {"us_aims": [aim], "us_organisation": ["government", "tx_exempt_public"]}
    assert owed(college, duty) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (TOWN, Outcome.APPLIES),
        (TOWN | {"system_roles": ["provider"]}, Outcome.APPLIES),
        (TOWN | {"system_functions": ["scores"]}, Outcome.DOES_NOT_APPLY),
        (TOWN | {"us_organisation": []}, Outcome.DOES_NOT_APPLY),
        (TOWN | {"us_organisation": ["care_provider"], "uses": ["health"]}, Outcome.APPLIES),
        (TOWN | {"us_organisation": ["care_provider"], "uses": ["companion"]}, Outcome.APPLIES),
        (TOWN | {"us_organisation": ["care_provider"], "uses": ["emergency"]}, Outcome.APPLIES),
        (TOWN | {"us_organisation": ["care_provider"], "uses": ["hiring"]}, Outcome.DOES_NOT_APPLY),
        (TOWN | {"system_method": "written_rules"}, Outcome.DOES_NOT_APPLY),
    ],
)
def test_who_must_say_that_it_is_ai(facts: dict[str, Any], outcome: Outcome) -> None:
    assert owed(facts, "TX-TRAIGA-51") is outcome


def test_whether_hospital_districts_and_colleges_are_agencies_is_disputed() -> None:
    college = TOWN | {"us_organisation": ["government", "tx_exempt_public"]}
    assert found(college, "TX-TRAIGA-51").certainty is Certainty.CONTESTED
    assert owed(college, "TX-TRAIGA-51", tx_governmental_agency="b") is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("done", "outcome"),
    [
        (["identify"], Outcome.APPLIES),
        (["other"], Outcome.APPLIES),
        (["train", "identify"], Outcome.APPLIES),
        (["train"], Outcome.DOES_NOT_APPLY),
        (["security"], Outcome.DOES_NOT_APPLY),
        (["bank_voice"], Outcome.DOES_NOT_APPLY),
        ([], Outcome.DOES_NOT_APPLY),
    ],
)
def test_the_biometric_statute_counts_twice(done: list[str], outcome: Outcome) -> None:
    assert owed(FIRM | {"us_biometrics": done}, "TX-TRAIGA-54c") is outcome
    assert owed(without(FIRM, "us_biometrics"), "TX-TRAIGA-54c") is Outcome.NEEDS_FACTS


def test_a_demand_may_reach_every_developer_and_user() -> None:
    for facts in (FIRM, RELEASE, TOWN):
        assert owed(facts, "TX-TRAIGA-103") is Outcome.APPLIES
    bystander = {"development": "unchanged", "system_roles": [], "us_release": "inside"}
    assert owed(FIRM | bystander, "TX-TRAIGA-103") is Outcome.DOES_NOT_APPLY
    assert owed(FIRM | bystander | {"system_roles": ["distributor"]}, "TX-TRAIGA-103") is Outcome.APPLIES


@pytest.mark.parametrize("duty", EVERY)
def test_other_states_are_not_texas(duty: str) -> None:
    everything = TOWN | {"us_states": ["ca", "ny"], "us_aims": list(BY_INTENT.values()), "us_biometrics": ["identify"]}
    assert owed(everything, duty) is Outcome.DOES_NOT_APPLY
    assert owed(without(everything, "us_states"), "TX-TRAIGA-103") is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", EVERY)
def test_first_day_and_first_known_day(duty: str) -> None:
    start, signed = date(2026, 1, 1), date(2025, 6, 22)
    facts = TOWN | {
        "us_aims": [*BY_INTENT.values(), "social_score", "identify_public"],
        "us_biometrics": ["identify"],
        "system_roles": ["provider", "deployer"],
    }
    assert found(facts, duty, start).timing is Timing.IN_FORCE
    assert found(facts, duty, start - timedelta(days=1)).timing is Timing.UPCOMING
    assert duty in assess(facts, signed, signed).by_id
    assert duty not in assess(facts, signed, signed - timedelta(days=1)).by_id


def test_penalties_say_who_and_how_much() -> None:
    note = load().obligations["TX-TRAIGA-56"].penalty_note
    for part in ("60 days", "$10,000-12,000", "$80,000-200,000", "$2,000-40,000", "No private action"):
        assert part in note
