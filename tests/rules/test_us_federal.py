"""Federal law that reaches makers of models: purchasing, exports, intimate pictures, claims, children, copyright.

Expectations come from OMB M-25-22 and M-26-04, 15 CFR 734.7 and 744, Pub. L. 119-12, 15 USC 45 and 16 CFR part 312.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Force, Grade, Outcome, State, StepKind, Timing
from apps.rules.law import load
from tests.rules.us_assess import TODAY, assess, found, owed, without

APPLIES, NOT, OPEN, EXEMPT = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS, Outcome.EXEMPT
LAB: dict[str, Any] = {
    "development": "own",
    "seat": "us",
    "us_states": ["nationwide"],
    "us_organisation": [],
    "us_release": "offered",
    "system_roles": ["provider"],
    "us_federal_sale": "no",
    "us_federal_ai": "no",
    "us_export": [],
    "us_user_platform": [],
    "us_children": "no",
    "personal_data": [],
}
ABROAD = LAB | {"seat": "eu", "us_states": []}
# A host passes on somebody's model and runs no system of its own.
HOST = LAB | {"development": "unchanged", "system_roles": []}


def timing(facts: dict[str, Any], duty: str, as_of: date, known_on: date | None = None) -> Timing | None:
    finding = found(facts, duty, as_of, known_on)
    assert finding.outcome is APPLIES
    return finding.timing


# -- what starts when, on both clocks ----------------------------------------------------------------------------------

SELLS = LAB | {"us_federal_sale": "new", "us_federal_ai": "new"}
PLATFORM = LAB | {"us_user_platform": ["user_content"]}
CHILDREN = LAB | {"us_children": "directed"}
STARTS: list[tuple[dict[str, Any], str, date]] = [
    (SELLS, "US-M2604-1", date(2025, 12, 11)),
    (SELLS, "US-M2604-2", date(2025, 12, 11)),
    (SELLS, "US-M2522-1", date(2025, 9, 30)),
    (LAB, "US-TIDA-2", date(2025, 5, 19)),
    (PLATFORM, "US-TIDA-3-1", date(2026, 5, 19)),
    (PLATFORM, "US-TIDA-3-2", date(2026, 5, 19)),
    (CHILDREN, "COPPA-2", date(2026, 4, 22)),
    (CHILDREN, "COPPA-3", date(2026, 4, 22)),
    (LAB | {"us_export": ["trains_for_listed"]}, "US-EAR-3", date(2025, 5, 13)),
]


@pytest.mark.parametrize(("facts", "duty", "start"), STARTS)
def test_first_days(facts: dict[str, Any], duty: str, start: date) -> None:
    before = date.fromordinal(start.toordinal() - 1)
    assert timing(facts, duty, before, known_on=TODAY) is Timing.UPCOMING
    assert timing(facts, duty, start, known_on=TODAY) is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("facts", "duty", "known"),
    [
        (SELLS, "US-M2604-2", date(2025, 12, 11)),
        (SELLS, "US-M2522-1", date(2025, 4, 3)),
        (PLATFORM, "US-TIDA-3-2", date(2025, 5, 19)),
        (CHILDREN, "COPPA-3", date(2025, 4, 22)),
        (CHILDREN, "COPPA-2", date(2025, 4, 22)),
        (LAB | {"us_export": ["trains_for_listed"]}, "US-EAR-3", date(2025, 5, 13)),
    ],
)
def test_nobody_could_know_before_publication(facts: dict[str, Any], duty: str, known: date) -> None:
    before = date.fromordinal(known.toordinal() - 1)
    assert owed(facts, duty, TODAY, known) is APPLIES
    assert duty not in assess(facts, TODAY, before).by_id


@pytest.mark.parametrize("as_of", [date(2024, 6, 1), date(2026, 4, 21), TODAY])
def test_parents_consent_is_older_than_the_amendments(as_of: date) -> None:
    assert timing(CHILDREN, "COPPA-1", as_of) is Timing.IN_FORCE


# -- who is reached ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [LAB, HOST, LAB | {"us_organisation": ["nonprofit"]}, LAB | {"us_states": []}])
@pytest.mark.parametrize("duty", ["US-TIDA-2", "US-FTC-5-1"])
def test_everybody_in_the_country_is_reached(facts: dict[str, Any], duty: str) -> None:
    assert owed(facts, duty) is APPLIES
    assert owed(ABROAD, duty) is NOT
    assert owed(without(ABROAD, "us_states"), duty) is OPEN


@pytest.mark.parametrize(("kind", "shown"), [(["bank"], True), (["nonprofit"], True), (["insurer"], False)])
def test_whom_the_trade_commission_does_not_reach_is_shown_beside_the_duty(kind: list[str], shown: bool) -> None:
    finding = found(LAB | {"us_organisation": kind}, "US-FTC-5-1")
    assert (finding.outcome, finding.certainty) == (APPLIES, Certainty.UNVERIFIED)
    assert any(step.kind is StepKind.RELIEF for step in finding.steps) is shown


@pytest.mark.parametrize(
    ("sale", "outcome"),
    [({"us_federal_sale": "old"}, APPLIES), ({"us_federal_sale": "no"}, NOT), ({"us_federal_sale": None}, OPEN)],
)
@pytest.mark.parametrize("duty", ["US-M2604-1", "US-M2604-2"])
def test_language_models_for_agencies(sale: dict[str, Any], outcome: Outcome, duty: str) -> None:
    facts = LAB | sale if sale["us_federal_sale"] else without(LAB, "us_federal_sale")
    assert owed(facts, duty) is outcome


@pytest.mark.parametrize(("sale", "outcome"), [("new", APPLIES), ("old", NOT), ("outside", NOT), ("no", NOT)])
def test_ai_of_any_kind_for_agencies(sale: str, outcome: Outcome) -> None:
    assert owed(LAB | {"us_federal_ai": sale}, "US-M2522-1") is outcome
    assert owed(without(LAB, "us_federal_ai"), "US-M2522-1") is OPEN


# -- exports -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dealings", "licence", "outcome"),
    [
        (["sends_unpublished"], "unlimited", APPLIES),
        (["publishes"], "unlimited", EXEMPT),
        (["publishes", "sends_unpublished"], "unlimited", APPLIES),
        (["publishes", "reexports"], "unlimited", APPLIES),
        (["publishes"], None, OPEN),
        ([], None, NOT),
    ],
)
def test_publishing_one_thing_frees_nothing_that_is_kept_back(
    dealings: list[str], licence: str | None, outcome: Outcome
) -> None:
    facts = LAB | {"us_export": dealings} | ({"us_weight_licence": licence} if licence else {})
    assert owed(facts, "US-EAR-1") is outcome


def test_whether_gated_weights_are_published_is_contested() -> None:
    gated = LAB | {"us_export": ["publishes"], "us_weight_licence": "gated"}
    finding = found(gated, "US-EAR-1")
    assert finding.certainty is Certainty.CONTESTED
    assert {reading.outcome for reading in finding.readings} == {EXEMPT, APPLIES}
    assert owed(gated, "US-EAR-1", us_gated_weights="a") is EXEMPT
    assert owed(gated, "US-EAR-1", us_gated_weights="b") is APPLIES
    assert found(gated, "US-EAR-4").certainty is Certainty.CONTESTED


def test_published_weights_show_their_carve_out_and_the_proof_to_keep() -> None:
    free = LAB | {"us_export": ["publishes"], "us_weight_licence": "unlimited"}
    active = [c.carve_out.id for c in found(free, "US-EAR-1").carve_outs if c.state is CarveOutState.ACTIVE]
    assert active == ["us-published-weights"]
    assert owed(free, "US-EAR-4") is APPLIES


@pytest.mark.parametrize(
    ("dealing", "duty"),
    [("reexports", "US-EAR-1"), ("letter", "US-EAR-2"), ("trains_for_listed", "US-EAR-3")],
)
def test_export_controls_follow_the_item_abroad(dealing: str, duty: str) -> None:
    assert owed(ABROAD | {"us_export": [dealing]}, duty) is APPLIES
    assert owed(ABROAD, duty) is NOT
    assert owed(without(ABROAD, "us_export"), duty) is OPEN


def test_what_is_made_and_sent_elsewhere_is_not_controlled() -> None:
    assert owed(ABROAD | {"us_export": ["sends_unpublished"]}, "US-EAR-1") is NOT


# -- intimate pictures -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", ["US-TIDA-3-1", "US-TIDA-3-2"])
@pytest.mark.parametrize("kind", ["user_content", "intimate_trade"])
def test_platforms_of_any_size_take_down(duty: str, kind: str) -> None:
    small = HOST | {"us_user_platform": [kind], "us_platform_users": 3, "us_organisation": ["nonprofit"]}
    assert owed(small, duty) is APPLIES
    assert owed(HOST, duty) is NOT
    assert owed(without(HOST, "us_user_platform"), duty) is OPEN


@pytest.mark.parametrize(("kind", "reading"), [("gallery", "us_tida_gallery"), ("encrypted", "us_tida_encrypted")])
def test_galleries_of_outputs_and_encrypted_services_are_contested(kind: str, reading: str) -> None:
    facts = LAB | {"us_user_platform": [kind]}
    assert found(facts, "US-TIDA-3-2").certainty is Certainty.CONTESTED
    for side, outcome in (("a", APPLIES), ("b", NOT)):
        chosen: dict[str, Any] = {reading: side}
        assert owed(facts, "US-TIDA-3-2", **chosen) is outcome
    assert owed(facts | {"us_user_platform": [kind, "user_content"]}, "US-TIDA-3-2") is APPLIES


def test_a_request_must_be_valid_and_removal_takes_two_days() -> None:
    finding = found(PLATFORM, "US-TIDA-3-2")
    assert [step.kind for step in finding.steps] == [StepKind.GATE]
    assert "48 hours" in finding.obligation.deadline.text
    assert finding.certainty is Certainty.SETTLED


# -- children and copyright --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", ["COPPA-1", "COPPA-2", "COPPA-3"])
@pytest.mark.parametrize(("answer", "outcome"), [("directed", APPLIES), ("known", APPLIES), ("no", NOT), (None, OPEN)])
def test_children_decide_and_nothing_else(duty: str, answer: str | None, outcome: Outcome) -> None:
    facts = LAB | {"us_children": answer, "staff": 1} if answer else without(LAB, "us_children")
    assert owed(facts, duty) is outcome


@pytest.mark.parametrize("release", ["offered", "evaluators", "inside"])
def test_copies_for_training_are_a_risk_even_where_the_model_stays_inside(release: str) -> None:
    facts = LAB | {"us_release": release, "weights_public": False}
    assert owed(facts, "US-COPYRIGHT-1", date(2024, 1, 1)) is APPLIES
    assert owed(HOST, "US-COPYRIGHT-1") is NOT


# -- policy, bills and history make no duty ----------------------------------------------------------------------------

NO_DUTY = {
    "US-EO-14110": Force.HISTORY,
    "US-EO-14179": Force.GUIDANCE,
    "US-AI-ACTION-PLAN": Force.GUIDANCE,
    "US-EO-14365": Force.GUIDANCE,
    "US-EO-14409": Force.VOLUNTARY,
    "US-NSPM-11": Force.GUIDANCE,
    "US-NIST-CAISI": Force.VOLUNTARY,
    "US-FED-BILLS": Force.PROPOSED,
    "US-BIS-REPORTING-DPA": Force.PROPOSED,
    "US-EAR-4E091": Force.HISTORY,
    "US-STATE-FRONTIER-NONE": Force.PROPOSED,
    "US-FED-FIN": Force.GUIDANCE,
    "US-INS": Force.GUIDANCE,
    "US-FED-SPECIALIST": Force.GUIDANCE,
}


@pytest.mark.parametrize(("instrument", "force"), NO_DUTY.items())
def test_policy_bills_and_history_make_no_duty(instrument: str, force: Force) -> None:
    assert load().instruments[instrument].force is force
    assert not [one.id for one in load().obligations.values() if one.instrument == instrument]


@pytest.mark.parametrize(
    ("instrument", "day", "before", "after"),
    [
        ("US-EO-14110", date(2025, 1, 20), State.IN_FORCE, State.REPEALED),
        ("US-EAR-4E091", date(2025, 5, 13), State.ADOPTED, State.REPEALED),
        ("US-EO-14319-M2604", date(2025, 12, 11), State.ADOPTED, State.IN_FORCE),
        ("US-FED-BILLS", date(2027, 1, 3), State.PROPOSED, State.REPEALED),
        ("US-EO-14179", date(2025, 1, 23), State.ADOPTED, State.IN_FORCE),
        ("US-EO-14365", date(2025, 12, 11), State.ADOPTED, State.IN_FORCE),
        ("US-EO-14409", date(2026, 6, 2), State.ADOPTED, State.IN_FORCE),
    ],
)
def test_days_on_which_policy_changed(instrument: str, day: date, before: State, after: State) -> None:
    act = load().instruments[instrument]
    eve = date.fromordinal(day.toordinal() - 1)
    assert (act.state(eve, TODAY), act.state(day, TODAY)) == (before, after)


@pytest.mark.parametrize(
    ("instrument", "day", "grade"),
    [
        ("US-AI-ACTION-PLAN", date(2025, 7, 23), Grade.M),
        ("US-BIS-REPORTING-DPA", date(2024, 9, 11), Grade.M),
        ("US-EO-14409", date(2026, 6, 2), Grade.O),
        ("US-TIDA", date(2025, 5, 19), Grade.S),
        ("US-TIDA", date(2026, 5, 19), Grade.P),
        ("US-COPYRIGHT", date(2025, 5, 9), Grade.M),
    ],
)
def test_how_well_a_day_was_seen(instrument: str, day: date, grade: Grade) -> None:
    (step,) = [step for step in load().instruments[instrument].status if step.on == day]
    assert step.cite is not None
    assert step.cite.grade is grade
