"""What would change the answer: suggested changes do what they say, lines turn where the law turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from apps.rules.engine import Answer, Outcome, Profile, Reading, Rigidity, contested, evaluate, what_would_change
from apps.rules.engine.decide import Bits, decide_rule
from apps.rules.engine.evaluate import moved_findings
from apps.rules.engine.exact import lanes
from apps.rules.engine.profile import Interval, Value
from apps.rules.engine.thresholds import crossed, cuts, lines_of, nearest_others
from apps.rules.engine.words import relation
from apps.rules.law import load
from tests.rules import toy
from tests.rules.strategies import profiles
from tests.rules.toy import ART, LEGACY, LINE, OPEN, THIRD, book, compute, duty, extra, general, told, weights

BOOK = load()
TODAY = date(2026, 11, 23)
EXEMPTIBLE = book(duty(unless=(OPEN,), transitions=(LEGACY,)))
RELEASED = {"general": True, "weights": True, "paid": False, "compute": 1e24, "extra": 0, "placed": "2026-01-01"}
few = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def profile(values: dict[str, Value]) -> Profile:
    return Profile(answers={key: Answer(value=value) for key, value in values.items()})


def with_changes(base: Profile, changes) -> Profile:  # type: ignore[no-untyped-def]
    return replace(base, answers={**base.answers, **{fact.key: Answer(value=value) for fact, value in changes}})


def standing(finding) -> bool | None:  # type: ignore[no-untyped-def]
    """Settled yes, settled no, or not settled."""
    if finding.outcome is Outcome.NEEDS_FACTS or finding.decision.contested:
        return None
    return finding.outcome is Outcome.APPLIES


# --- Changes ------------------------------------------------------------------------------------------------------
@few
@given(profiles(BOOK), st.data())
def test_a_change_comes_to_what_an_evaluation_of_the_changed_profile_says(values, data) -> None:
    base = evaluate(BOOK, profile(values), as_of=TODAY)
    found = what_would_change(BOOK, base.profile, as_of=TODAY, limit=None, base=base)
    for change in found and data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=3)):
        after = evaluate(BOOK, with_changes(base.profile, change.changes), as_of=TODAY)
        for key in change.removed:
            assert base.by_id[key].outcome is Outcome.APPLIES, key
            assert standing(after.by_id[key]) is False, key
        for key in change.gained:
            assert standing(base.by_id[key]) is not True, key
            assert after.by_id[key].outcome is Outcome.APPLIES, key
        assert all(base.by_id[key].outcome is not Outcome.NEEDS_FACTS for key in change.unsettled)


@few
@given(profiles(BOOK), profiles(BOOK))
def test_the_findings_that_move_are_those_of_the_changed_profile(values, other) -> None:
    base = evaluate(BOOK, profile(values), as_of=TODAY)
    changed = profile({**values, **dict(list(other.items())[:2])})
    moved, whole = moved_findings(base, changed, base.by_id), evaluate(BOOK, changed, as_of=TODAY)
    for key, finding in whole.by_id.items():
        taken = moved.get(key, base.by_id[key])
        assert taken.decision == finding.decision, key
        assert taken.live == finding.live


def test_a_rule_that_applies_on_every_reading_is_not_gained_again() -> None:
    either = contested(
        key="either", why="two readings", a=Reading("weights", weights), b=Reading("general", general), cites=(ART,)
    )
    law = book(duty(when=either & (compute > 1e23)))
    described = told(law, general=True, weights=True, compute=1e24)
    found = what_would_change(law, described, as_of=TODAY, limit=None)
    assert all(not change.gained for change in found)
    unsettled = {change.changes[0][0].key for change in found if change.unsettled}
    assert unsettled == {"weights", "general"}, "one reading then says otherwise"
    assert {change.changes[0][0].key for change in found if change.removed} == {"compute"}


def test_what_is_no_longer_law_is_not_taken_away() -> None:
    law = book(
        toy.obligation("OLD", toy.Version(since=date(2025, 1, 1), until=date(2026, 1, 1), when=general, cites=(ART,)))
    )
    assert what_would_change(law, told(law, general=True), as_of=TODAY) == ()


def test_pairs_leave_out_what_one_change_does_and_what_cannot_be_changed() -> None:
    described = told(EXEMPTIBLE, **{**RELEASED, "weights": False, "paid": True})
    for change in what_would_change(EXEMPTIBLE, described, as_of=TODAY, pairs=True, limit=None):
        for part in change.changes:
            alone = evaluate(EXEMPTIBLE, with_changes(described, [part]), as_of=TODAY)
            assert standing(alone.by_id["DUTY"]) is True
    fixed = toy.flag("fixed", rigidity=Rigidity.FIXED)
    law = book(duty(when=general | fixed))
    pairs = what_would_change(law, told(law, general=True, fixed=True), as_of=TODAY, pairs=True)
    assert pairs == ()


def test_lanes_decide_sums_of_two_changed_facts() -> None:
    law = book(duty(when=(compute + extra) > 1e25), duty("THIRD", when=compute > toy.base * THIRD))
    described = told(law, compute=1e24, extra=1e24, base=9e24)
    changes: list[dict[str, Value]] = [
        {"compute": Interval(6e24, 6e24), "extra": Interval(5e24, 5e24)},
        {"compute": Interval(6e24, 6e24)},
        {"extra": Interval(9.5e24, 9.5e24), "base": Interval(1e24, 1e24)},
        {},
    ]
    program = law.program(TODAY, TODAY)
    bits = lanes(program, described.values, {}, changes)
    for lane, change in enumerate(changes):
        t, f = program.run_all(*program.planes({**described.values, **change}, {}))
        for rule in program.rules:
            assert decide_rule(rule, bits, lane, program) == decide_rule(rule, Bits(t, f), 0, program)


# --- Lines --------------------------------------------------------------------------------------------------------
def test_lines_name_the_number_of_the_law_and_what_rests_on_it() -> None:
    (line,) = lines_of(EXEMPTIBLE.program(TODAY, TODAY))[:1]
    assert [fact.key for fact in line.facts] == ["compute", "extra"]
    assert (line.params, line.rules, line.strict) == ((LINE,), ("DUTY",), True)
    values = told(EXEMPTIBLE, compute={"low": 1e24, "high": 2e24}).values
    assert line.amount(values) == (Fraction(10**24), None)
    assert line.bound(values) == (Fraction(10**25), Fraction(10**25))


def test_a_line_that_is_a_share_moves_with_the_answer_it_is_a_share_of() -> None:
    law = book(duty(when=compute > toy.base * THIRD))
    (line,) = lines_of(law.program(TODAY, TODAY))
    assert line.bound(told(law, base=3e24).values) == (Fraction(10**24), Fraction(10**24))
    assert line.bound({})[1] is None


def test_a_fact_counted_threefold_turns_at_a_third() -> None:
    law = book(duty(when=compute * 3 > 3e24))
    program = law.program(TODAY, TODAY)
    (comparison,) = program.comparisons.values()
    assert cuts(comparison, compute, {}) == {Fraction(10**24)}
    above, *_ = nearest_others(program, compute, Interval(1e23, 1e23), {"compute": Interval(1e23, 1e23)})
    assert isinstance(above, Interval)
    assert 1e24 < above.low < 1.1e24


def test_a_sum_turns_where_the_rest_of_it_leaves_room() -> None:
    described = told(EXEMPTIBLE, **{**RELEASED, "compute": 9e24, "extra": 4e24})
    program, values = EXEMPTIBLE.program(TODAY, TODAY), described.values
    (below,) = nearest_others(program, compute, values["compute"], values)
    assert isinstance(below, Interval)
    assert below.low == 6e24, "on the line is not above it"
    passed = crossed(program, compute, values["compute"], below, values)
    assert [relation(compute, c.op, c.cut) for c in passed] == ["at most 6 × 10²⁴ FLOP"]


def test_days_turn_on_the_day() -> None:
    described = told(EXEMPTIBLE, **RELEASED)
    program, values = EXEMPTIBLE.program(TODAY, TODAY), described.values
    placed = EXEMPTIBLE.facts["placed"]
    (before,) = nearest_others(program, placed, values["placed"], values)  # type: ignore[arg-type]
    assert before == Interval(*[float(date(2025, 8, 1).toordinal())] * 2)
    (passed,) = crossed(program, placed, values["placed"], before, values)
    assert relation(placed, passed.op, passed.cut) == "before 2 August 2025"  # type: ignore[arg-type]


def test_the_nearest_side_of_a_line_comes_first() -> None:
    law = book(duty(when=compute > 1e25), duty("TWO", when=compute > 1e26), duty("LOW", when=compute >= 1e23))
    found = what_would_change(law, told(law, compute=5e25), as_of=TODAY, limit=None)
    values = [change.changes[0][1] for change in found]
    removed = {change.removed: value for change, value in zip(found, values, strict=True)}
    assert removed["DUTY",] == Interval(1e25, 1e25)
    assert {change.gained for change in found} == {(), ("TWO",)}
    assert ("DUTY", "LOW") in removed
