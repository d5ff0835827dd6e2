"""Beside the law: when the treaty binds, when a report is stale, what is no duty, and where soft law turns hard."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.assessments import beside
from apps.assessments.marks import is_duty, tally
from apps.assessments.sentences import sentences
from apps.rules.engine import ALWAYS, Answer, Assessment, Force, Interval, Profile, Rulebook, State, Timing, evaluate
from apps.rules.engine.profile import Value
from apps.rules.law import load
from apps.rules.law.international import council_of_europe as coe
from apps.rules.law.international.adherence import HOOKS
from apps.rules.law.international.council_of_europe import DEPOSITS, Deposit, entry_into_force, in_force_after

TODAY = date(2026, 11, 23)
FIVE = (
    *DEPOSITS,
    Deposit("Norway", date(2026, 6, 20), member_state=True),
    Deposit("Iceland", date(2026, 7, 1), member_state=True),
    Deposit("Uruguay", date(2026, 8, 3), member_state=False),
    Deposit("Switzerland", date(2026, 9, 10), member_state=True),
)


def assessed(as_of: date = TODAY, *, only: tuple[str, ...] | None = None, **values: Value) -> Assessment:
    answers = {key: Answer(value=value) for key, value in values.items()}
    return evaluate(load(), Profile(answers=answers), as_of=as_of, jurisdictions=only)


def on(day: date) -> Interval:
    return Interval(day.toordinal(), day.toordinal())


# --- The treaty -------------------------------------------------------------------------------------------------------
def test_the_deposit_of_the_union_alone_brings_nothing_into_force() -> None:
    assert entry_into_force(DEPOSITS) is None


def test_a_fifth_deposit_on_10_september_2026_means_1_january_2027() -> None:
    assert entry_into_force(FIVE) == date(2027, 1, 1)
    assert entry_into_force(FIVE[:4]) is None


def test_the_union_and_other_states_do_not_count_among_the_three_members() -> None:
    two_members = (*FIVE[:4], Deposit("Japan", date(2026, 9, 10), member_state=False))
    assert entry_into_force(two_members) is None
    later = (*two_members, Deposit("Moldova", date(2026, 10, 5), member_state=True))
    assert entry_into_force(later) == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("deposit", "starts"),
    [
        (date(2026, 7, 31), date(2026, 11, 1)),
        (date(2026, 8, 1), date(2026, 12, 1)),
        (date(2026, 8, 31), date(2026, 12, 1)),
        (date(2026, 9, 1), date(2027, 1, 1)),
        (date(2026, 9, 10), date(2027, 1, 1)),
        (date(2026, 11, 30), date(2027, 3, 1)),
    ],
)
def test_three_months_and_then_the_first_of_the_next(deposit: date, starts: date) -> None:
    assert in_force_after(deposit) == starts


def test_what_was_not_published_yet_does_not_count() -> None:
    late = (*FIVE[:4], Deposit("Switzerland", date(2026, 9, 10), member_state=True, published_on=date(2026, 10, 2)))
    assert entry_into_force(late, known_on=date(2026, 10, 1)) is None
    assert entry_into_force(late, known_on=date(2026, 10, 2)) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("as_of", "known_on", "timing"),
    [
        (date(2026, 9, 9), date(2026, 9, 9), (Timing.UPCOMING, None)),
        (date(2026, 9, 10), date(2026, 9, 10), (Timing.UPCOMING, date(2027, 1, 1))),
        (date(2026, 12, 31), date(2026, 12, 31), (Timing.UPCOMING, date(2027, 1, 1))),
        (date(2027, 1, 1), date(2026, 9, 10), (Timing.IN_FORCE, date(2027, 1, 1))),
        (date(2027, 1, 1), date(2026, 9, 9), (Timing.UPCOMING, None)),
    ],
)
def test_the_start_follows_from_the_deposits_on_both_clocks(
    as_of: date, known_on: date, timing: tuple[Timing, date | None]
) -> None:
    watch = type(coe.watch)(
        id="WATCH",
        title="t",
        must="m",
        who="w",
        topic=coe.watch.topic,
        versions=coe.versions(FIVE, ALWAYS, coe.watch.versions[0].cites[0]),
        deadline=coe.watch.deadline,
        evidence="e",
    )
    book = Rulebook([coe.COE225, watch])
    finding = evaluate(book, Profile(answers={}), as_of=as_of, known_on=known_on).by_id["WATCH"]
    assert (finding.timing, finding.applies_from) == timing


def test_the_life_of_the_treaty_is_read_from_the_deposits() -> None:
    steps = coe.life(FIVE)
    assert [step.state for step in steps] == [State.ADOPTED] * 5 + [State.IN_FORCE]
    assert (steps[-1].on, steps[-1].published_on) == (date(2027, 1, 1), date(2026, 9, 10))
    assert load().instruments["INT-COE225"].state(TODAY, TODAY) is State.ADOPTED


# --- Never a duty -----------------------------------------------------------------------------------------------------
EVERYTHING = frozenset(o.key for o in load().facts["voluntary_steps"].options)  # type: ignore[attr-defined]


def test_nothing_here_is_a_duty_or_carries_a_penalty() -> None:
    found = [f for f in assessed(voluntary_steps=EVERYTHING).findings if beside.is_beside(f)]
    assert len(found) >= 57
    assert not [f.id for f in found if is_duty(f)]
    assert not [f.id for f in found if f.obligation.penalty or f.obligation.penalty_note]
    assert {f.instrument.force for f in found} == {Force.VOLUNTARY, Force.GUIDANCE, Force.TREATY}
    assert not [count for count in tally(found) if count.number]


def test_the_layer_changes_no_count_and_no_other_sentence() -> None:
    facts: dict[str, Any] = {"development": "own", "task_range": "many", "voluntary_steps": EVERYTHING}
    with_it, without = assessed(**facts), assessed(only=("EU",), **facts)
    assert tally(f for f in with_it.findings if f.instrument.jurisdiction in {"EU", "INT"}) == tally(without.findings)
    said = sentences(with_it)
    assert said[-1].jurisdiction == "INT"
    assert said[-1].text.startswith("Beside the law: ")
    assert said[-1].text.endswith("None of this is a duty.")
    assert [s for s in said if s.jurisdiction == "EU"] == list(sentences(without))


def test_texts_addressed_to_states_ask_nothing_of_anybody() -> None:
    book = load()
    silent = {"INT-BLETCHLEY", "INT-PARIS", "INT-NETWORK", "INT-FMF", "INT-UNESCO", "INT-UN", "INT-SAFETY-REPORT"}
    assert silent <= set(book.instruments)
    assert not [d.id for d in book.obligations.values() if d.instrument in silent]


def test_what_has_another_home_stands_there_alone() -> None:
    instruments = load().instruments
    assert "US-NIST-CAISI" in instruments
    assert "COP" in instruments
    assert not {"INT-NIST", "INT-EUCOP", "UK-FRONTIER"} & set(instruments)


def test_whoever_says_that_nothing_was_signed_is_asked_no_more() -> None:
    for steps in (frozenset(), frozenset({"seoul"}), frozenset({"good_practice"})):
        found = assessed(only=("INT",), development="own", voluntary_steps=steps)
        asked = {key for f in found.findings for key in f.open_facts}
        assert not {"voluntary_claims", "hiroshima_reported_on"} & asked
    report = assessed(only=("INT",), voluntary_steps=frozenset({"hiroshima_report"}))
    assert report.by_id["INT-HAIP-R3"].open_facts == ("hiroshima_reported_on",)


def test_who_builds_a_system_on_the_model_of_others_can_ask_for_good_practice() -> None:
    asks = frozenset({"frontier_practice"})
    builds = assessed(development="unchanged", voluntary_steps=asks, system_roles=frozenset({"provider"}))
    uses = assessed(development="unchanged", voluntary_steps=asks, system_roles=frozenset({"deployer"}))
    unknown = assessed(development="unchanged", voluntary_steps=asks)
    for key in ("INT-HAIP-1", "INT-SEOUL-I", "INT-DELHI-2"):
        outcomes = [found.by_id[key].outcome for found in (builds, uses, unknown)]
        assert outcomes == ["applies", "does_not_apply", "needs_facts"]


def test_nothing_answered_leaves_pledges_open() -> None:
    found = assessed(only=("INT",))
    kinds = {f.id: beside.standing(f) for f in found.findings}
    assert kinds["INT-SEOUL-I"] is beside.Standing.OPEN
    assert kinds["INT-HAIP-1"] is beside.Standing.OPEN
    assert kinds["INT-ISO-A5"] is beside.Standing.OPEN
    assert kinds["INT-OECD-1.1"] is beside.Standing.BACKGROUND
    assert beside.warnings(found) == ()


# --- Reports and claims -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("filed", "day", "stale"),
    [
        (date(2025, 11, 19), date(2026, 11, 18), False),
        (date(2025, 11, 19), date(2026, 11, 19), False),
        (date(2025, 11, 19), date(2026, 11, 20), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
        (date(2027, 3, 1), date(2028, 3, 1), False),
        (date(2027, 3, 1), date(2028, 3, 2), True),
    ],
)
def test_a_report_is_stale_after_twelve_months(filed: date, day: date, stale: bool) -> None:
    found = assessed(day, voluntary_steps=frozenset({"hiroshima_report"}), hiroshima_reported_on=on(filed))
    assert [alert.id for alert in beside.warnings(found)] == (["hiroshima_report_stale"] if stale else [])


def test_an_answer_to_the_pilot_is_no_report() -> None:
    steps = frozenset({"hiroshima_report"})
    before = assessed(voluntary_steps=steps, hiroshima_reported_on=on(date(2025, 2, 6)))
    first = assessed(voluntary_steps=steps, hiroshima_reported_on=on(date(2025, 2, 7)))
    assert before.by_id["INT-HAIP-R3"].outcome == "does_not_apply"
    assert first.by_id["INT-HAIP-R3"].outcome == "applies"


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(date(2026, 5, 28), "in_force"), (date(2026, 9, 1), "in_force"), (date(2026, 9, 2), "ended")],
)
def test_the_comparative_analysis_had_a_last_day(day: date, outcome: str) -> None:
    found = assessed(day, voluntary_steps=frozenset({"hiroshima_plan"}))
    assert found.by_id["INT-HAIP-R6"].timing == outcome


@pytest.mark.parametrize(
    ("claim", "step"),
    [
        ("hiroshima", "hiroshima_report"),
        ("hiroshima", "hiroshima_pledge"),
        ("seoul", "seoul"),
        ("delhi", "delhi"),
        ("white_house", "white_house"),
        ("forum", "forum"),
        ("iso_42001", "iso_certificate"),
        ("content_credentials", "content_credentials"),
    ],
)
def test_a_claim_misleads_without_its_signature_and_not_with_it(claim: str, step: str) -> None:
    said = frozenset({claim})
    untrue = assessed(voluntary_steps=frozenset({"named_in_public"}), voluntary_claims=said)
    true = assessed(voluntary_steps=frozenset({"named_in_public", step}), voluntary_claims=said)
    assert [alert.id for alert in beside.warnings(untrue)] == ["misleading_adherence_claim"]
    assert "misleading_adherence_claim" not in {alert.id for alert in beside.warnings(true)}


def test_a_claimed_signature_under_the_code_of_practice_is_held_against_its_chapters() -> None:
    said: dict[str, Any] = {
        "voluntary_steps": frozenset({"named_in_public"}),
        "voluntary_claims": frozenset({"eu_code"}),
    }
    assert beside.warnings(assessed(code_chapters=frozenset(), **said))
    assert not beside.warnings(assessed(code_chapters=frozenset({"safety"}), **said))
    assert not beside.warnings(assessed(**said))


def test_what_is_claimed_is_expected() -> None:
    found = assessed(voluntary_steps=frozenset({"named_in_public"}), voluntary_claims=frozenset({"seoul"}))
    assert beside.standing(found.by_id["INT-SEOUL-II"]) is beside.Standing.EXPECTED


def test_the_rules_against_untrue_words_exist_and_follow_the_places_asked_for() -> None:
    duties = load().obligations
    assert not [key for hook in HOOKS for key in hook.duties if key not in duties]
    said: dict[str, Any] = {
        "voluntary_steps": frozenset({"named_in_public"}),
        "voluntary_claims": frozenset({"presumption"}),
    }
    (alert,) = beside.warnings(assessed(only=("EU", "INT"), **said))
    assert (alert.id, {hook.jurisdiction for hook in alert.hooks}) == ("false_presumption_claim", {"EU"})
    (alone,) = beside.warnings(assessed(only=("INT",), **said))
    assert {hook.jurisdiction for hook in alone.hooks} >= {"EU", "UK", "US"}
    assert beside.warnings(assessed(only=("EU",), **said)) == ()
