"""What must hold for every profile, whatever the law says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from apps.rules.engine import Answer, Finding, Outcome, Profile, evaluate, what_would_change
from apps.rules.engine.batch import OUTCOMES, columns, decide_batch
from apps.rules.engine.circuit import RUNS_BEFORE_GENERATING
from apps.rules.engine.compile import PROFILES_BEFORE_KEYS, Program
from apps.rules.engine.decide import Bits, Decision, decide, decide_rule
from apps.rules.engine.exact import lanes, settle
from apps.rules.engine.profile import Value
from apps.rules.law import load
from tests.rules.strategies import clocks, profiles, readings
from tests.rules.walker import Walker

BOOK = load()
TODAY = date(2026, 11, 23)
MOST_DAYS = 4  # of one year, spread evenly
TRIES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking eighty facts takes minutes and shows little
many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIES)
some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIES)


def profile(values: dict[str, Value], chosen: dict[str, bool] | None = None) -> Profile:
    sides = {
        key: ("a" if side else "b") if hasattr(BOOK.readings[key], "a") else ("followed" if side else "ignored")
        for key, side in (chosen or {}).items()
    }
    return Profile(answers={key: Answer(value=value) for key, value in values.items()}, readings=sides)


def base_outcomes(program, values, chosen) -> dict[str, Outcome]:  # type: ignore[no-untyped-def]
    """Outcomes with contested points left open, as batch and walker see them."""
    t, f = program.run_all(*program.planes(values, chosen))
    return {rule.obligation.id: decide_rule(rule, Bits(t, f), 0, program).outcome for rule in program.rules}


@many
@given(profiles(BOOK), readings(BOOK), clocks, clocks)
def test_the_compiled_program_agrees_with_the_walker(values, chosen, as_of, known_on) -> None:
    program = BOOK.program(as_of, known_on)
    walker = Walker(BOOK, as_of, known_on, values, chosen)
    expected = {o.id: walker.outcome(o) for o in BOOK.obligations.values()}
    found = base_outcomes(program, values, chosen)
    assert {key: str(outcome) for key, outcome in found.items()} == {k: v for k, v in expected.items() if v}


@some
@given(st.lists(profiles(BOOK), min_size=1, max_size=70), clocks)
def test_a_batch_agrees_with_single_profiles(rows, as_of) -> None:
    program = BOOK.program(as_of, as_of)
    codes = decide_batch(program, columns(BOOK.facts, rows)).codes()
    for column, values in enumerate(rows):
        single = base_outcomes(program, values, {})
        assert [OUTCOMES[code] for code in codes[:, column]] == list(single.values())


def settled(decision: Decision) -> tuple[Outcome, object, object] | None:
    if decision.outcome is Outcome.NEEDS_FACTS or decision.contested or decision.applies_from is None:
        return None
    return decision.outcome, decision.timing, decision.applies_from


@many
@given(profiles(BOOK, complete=True), st.data())
def test_an_answer_never_flips_a_settled_finding(full, data) -> None:
    keys = data.draw(st.permutations(sorted(full)))
    program = BOOK.program(TODAY, TODAY)
    before: dict[str, tuple[Outcome, object, object]] = {}
    for count in (10, 30, 45, 60, len(keys)):
        known = {key: full[key] for key in keys[:count]}
        after = {d.rule.obligation.id: settled(d) for d in decide(program, known)}
        for key, was in before.items():
            assert after[key] is None or after[key] == was, key
            assert after[key] is not None, f"{key} was settled and is open again"
        before = {key: s for key, s in after.items() if s is not None}


@many
@given(profiles(BOOK))
def test_the_exact_second_look_never_contradicts_a_later_answer(values) -> None:
    found = evaluate(BOOK, profile(values), as_of=TODAY)
    for finding in found.findings:
        if finding.because.kind == "cases":
            for fact in finding.because.open_facts:
                assert fact in BOOK.facts


@some
@given(profiles(BOOK), clocks)
def test_the_second_look_leaves_out_nothing_that_it_could_settle(values, as_of) -> None:
    program = BOOK.program(as_of, as_of)
    for finding in evaluate(BOOK, profile(values), as_of=as_of).findings:
        if finding.outcome is Outcome.NEEDS_FACTS and not finding.decision.contested:
            assert settle(program, values, {}, finding.decision, finding.because.open_facts) is None, finding.id


@some
@given(st.lists(profiles(BOOK), min_size=2, max_size=8), clocks)
def test_a_program_decides_alike_however_often_it_is_asked(rows, as_of) -> None:
    program = Program(BOOK, as_of, as_of)
    first = [(decide(program, values), program.run_all(*program.planes(values, {}))) for values in rows]
    for _ in range(RUNS_BEFORE_GENERATING + PROFILES_BEFORE_KEYS):
        planes = program.planes({}, {})
        program.keys(*planes)
        program.run_all(*planes)
    for values, (decisions, truths) in zip(rows, first, strict=True):
        assert decide(program, values) == decisions
        assert program.run_all(*program.planes(values, {})) == truths


@many
@given(profiles(BOOK), clocks)
def test_a_proof_alone_proves_its_finding(values, as_of) -> None:
    assessment = evaluate(BOOK, profile(values), as_of=as_of)
    program = BOOK.program(as_of, as_of)
    resting: dict[frozenset[str], list[Finding]] = {}
    for finding in assessment.findings:
        if finding.outcome is Outcome.NEEDS_FACTS or finding.readings or finding.because.kind == "cases":
            continue
        resting.setdefault(finding.because.known_facts, []).append(finding)
    for facts, findings in resting.items():
        again = {d.rule.obligation.id: d for d in decide(program, {key: values[key] for key in facts})}
        for finding in findings:
            found = again[finding.id]
            assert (found.outcome, found.timing) == (finding.outcome, finding.timing), finding.id


@some
@given(profiles(BOOK), profiles(BOOK))
def test_a_what_if_lane_equals_a_fresh_evaluation(values, other) -> None:
    program = BOOK.program(TODAY, TODAY)
    changes = [{key: value} for key, value in other.items()][:40] or [{}]
    bits = lanes(program, values, {}, changes)
    for lane, change in enumerate(changes):
        fresh = base_outcomes(program, {**values, **change}, {})
        found = {r.obligation.id: decide_rule(r, bits, lane, program).outcome for r in program.rules}
        assert found == fresh


@some
@given(profiles(BOOK))
def test_a_suggested_change_does_what_it_says(values) -> None:
    for change in what_would_change(BOOK, profile(values), as_of=TODAY):
        changed = {**values, **{fact.key: value for fact, value in change.changes}}
        fresh = base_outcomes(BOOK.program(TODAY, TODAY), changed, {})
        assert all(fresh[key] is Outcome.APPLIES for key in change.gained)
        assert all(fresh[key] in {Outcome.EXEMPT, Outcome.DOES_NOT_APPLY} for key in change.removed)


def verdicts(values: dict[str, Value], as_of: date, known_on: date) -> list[tuple[object, ...]]:
    found = evaluate(BOOK, profile(values), as_of=as_of, known_on=known_on).findings
    return [(f.id, f.outcome, f.timing, f.applies_from, f.certainty, f.live) for f in found]


@some
@given(profiles(BOOK), st.sampled_from(BOOK.as_of_boundaries), st.integers(0, 400))
def test_nothing_changes_between_date_boundaries(values, boundary, offset) -> None:
    later = boundary + timedelta(days=offset)
    if any(boundary < b <= later for b in BOOK.as_of_boundaries):
        later = boundary
    assert verdicts(values, boundary, TODAY) == verdicts(values, later, TODAY)


@some
@given(profiles(BOOK), st.sampled_from(BOOK.known_on_boundaries), st.integers(0, 400))
def test_nothing_changes_between_publications(values, boundary, offset) -> None:
    later = boundary + timedelta(days=offset)
    if any(boundary < b <= later for b in BOOK.known_on_boundaries):
        later = boundary
    assert verdicts(values, TODAY, boundary) == verdicts(values, TODAY, later)


@pytest.mark.parametrize("year", sorted({day.year for day in BOOK.as_of_boundaries}))
def test_an_empty_profile_never_says_does_not_apply_where_a_fact_could_change_it(year: int) -> None:
    days = [day for day in BOOK.as_of_boundaries if day.year == year]
    for as_of in days[:: -(-len(days) // MOST_DAYS)]:
        asked = _rests_on_facts(BOOK.program(as_of, as_of))
        for finding in evaluate(BOOK, Profile(), as_of=as_of).findings:
            if finding.outcome is Outcome.DOES_NOT_APPLY:
                assert not any(asked[node] for node in finding.decision.rule.nodes), (as_of, finding.id)


def _rests_on_facts(program: Program) -> list[bool]:
    """For each node whether any fact or reading stands below it."""
    asked: list[bool] = []
    for node in program.circuit.nodes:
        asked.append(isinstance(node, int) or any(asked[inner] for inner, _ in node))
    return asked
