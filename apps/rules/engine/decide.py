"""Outcomes from truth bits: what applies, since when, and where legal readings part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product

from apps.rules.engine.compile import CompiledRule, CompiledVersion, Literal, Program
from apps.rules.engine.profile import Values

MOST_READINGS_AT_ONCE = 8


class Outcome(StrEnum):
    """The answer for one obligation."""

    APPLIES = "applies"
    EXEMPT = "exempt"
    DOES_NOT_APPLY = "does_not_apply"
    NEEDS_FACTS = "needs_facts"


class Timing(StrEnum):
    """Where an obligation stands in time on the as-of day."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"
    ENDED = "ended"


@dataclass(frozen=True)
class ReadingOutcome:
    """What a finding would be under one side of a contested point. `outcome` None: it depends on other readings."""

    key: str
    side: str
    label: str
    outcome: Outcome | None


@dataclass(frozen=True)
class Decision:
    """The outcome for one obligation. `timing` None: whether it applies now depends on open facts.

    `version` is the wording decided on; `readings` is filled when legal readings lead to different answers.
    """

    rule: CompiledRule
    outcome: Outcome
    timing: Timing | None
    applies_from: date | None
    version: CompiledVersion
    readings: tuple[ReadingOutcome, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether the legal readings lead to different answers."""
        return bool(self.readings)


class Bits:
    """Truth values of nodes in one lane of a run."""

    def __init__(self, known_true: Mapping[int, int] | Sequence[int], known_false: Mapping[int, int] | Sequence[int]):
        self.t, self.f = known_true, known_false

    def of(self, literal: Literal, lane: int = 0) -> bool | None:
        """True, False or None (unknown) for a literal in a lane."""
        node, negated = literal
        held, broken = (self.f, self.t) if negated else (self.t, self.f)
        if held[node] >> lane & 1:
            return True
        return False if broken[node] >> lane & 1 else None

    def planes(self, literal: Literal) -> tuple[int, int]:
        """The lanes in which a literal is known true, and those in which it is known false."""
        node, negated = literal
        return (self.f[node], self.t[node]) if negated else (self.t[node], self.f[node])


def decide(program: Program, values: Values, readings: Mapping[str, bool] | None = None) -> tuple[Decision, ...]:
    """Decide every obligation for one profile, contested points included."""
    set_readings = readings or {}
    t, f = program.planes(values, set_readings)
    roots = program.run(t, f)
    bits = Bits(dict(zip(program.roots, roots[0], strict=True)), dict(zip(program.roots, roots[1], strict=True)))
    decisions = [decide_rule(rule, bits, 0, program.as_of) for rule in program.rules]
    if program.contested_nodes:
        _refine(program, decisions, t, f)
    return tuple(decisions)


def decide_rule(rule: CompiledRule, bits: Bits, lane: int, as_of: date) -> Decision:
    """The decision for one obligation in one lane: the first version, in time, that applies or is open decides."""
    verdicts = [(_version_outcome(v, bits, lane), v) for v in rule.versions]
    open_before = False
    for outcome, v in verdicts:
        if outcome is Outcome.APPLIES:
            timing, start = _timing(v, bits, lane, as_of)
            return Decision(rule, outcome, None if open_before else timing, None if open_before else start, v)
        open_before = open_before or outcome is Outcome.NEEDS_FACTS
    wanted = Outcome.NEEDS_FACTS if open_before else Outcome.EXEMPT
    outcome, v = next((pair for pair in verdicts if pair[0] is wanted), verdicts[0])
    covered = v if outcome is not Outcome.DOES_NOT_APPLY else replace(v, transitions=())
    timing, start = _timing(covered, bits, lane, as_of)
    return Decision(rule, outcome, timing, start, v)


def _version_outcome(v: CompiledVersion, bits: Bits, lane: int) -> Outcome:
    applies, exempt = bits.of(v.applies, lane), bits.of(v.exempt, lane)
    if applies:
        return Outcome.APPLIES
    if exempt:
        return Outcome.EXEMPT
    return Outcome.DOES_NOT_APPLY if applies is False and exempt is False else Outcome.NEEDS_FACTS


def _timing(v: CompiledVersion, bits: Bits, lane: int, as_of: date) -> tuple[Timing | None, date | None]:
    """When the version starts for this profile: its own date, or the latest transition that covers it."""
    start, possible = v.version.since, v.version.since
    for transition, literal in v.transitions:
        covered = bits.of(literal, lane)
        if covered is not False:
            possible = max(possible, transition.applies_from)
        if covered:
            start = max(start, transition.applies_from)
    if v.version.until is not None and v.version.until <= as_of:
        return Timing.ENDED, start
    if start <= as_of < possible:
        return None, None
    return (Timing.IN_FORCE if start <= as_of else Timing.UPCOMING), start if start == possible else None


def _refine(program: Program, decisions: list[Decision], t: list[int], f: list[int]) -> None:
    """Look again at open findings that rest on a contested point: decide them under each combination of readings."""
    live = _live_switches(program, t, f)
    if not live:
        return
    combos = list(_combinations(live))
    bits = _lanes(program, t, f, combos)
    for place, decision in enumerate(decisions):
        lanes = [decide_rule(decision.rule, bits, lane, program.as_of) for lane in range(len(combos))]
        if len({(d.outcome, d.timing, d.applies_from) for d in lanes}) > 1:
            decisions[place] = _merge(program, lanes, combos)
        elif decision.outcome is Outcome.NEEDS_FACTS:
            decisions[place] = lanes[0]


def decide_definitions(
    program: Program, values: Values, readings: Mapping[str, bool] | None = None
) -> dict[str, tuple[bool | None, bool]]:
    """For each definition whether it holds (None: open), and whether legal readings part over it."""
    t, f = program.planes(values, readings or {})
    bits = Bits(*program.run_all(t, f))
    found = {key: (bits.of(literal), False) for key, (_, literal) in program.definitions.items()}
    live = _live_switches(program, t, f)
    if live:
        combos = list(_combinations(live))
        wide = _lanes(program, t, f, combos)
        for key, (_, literal) in program.definitions.items():
            sides = {wide.of(literal, lane) for lane in range(len(combos))}
            found[key] = (sides.pop(), False) if len(sides) == 1 else (None, None not in sides)
    return found


def _live_switches(program: Program, t: list[int], f: list[int]) -> list[str]:
    """Unset contested points whose two readings differ for this profile."""
    bits = Bits(*program.run_all(t, f))
    live = []
    for node, (key, a, b) in program.contested_nodes.items():
        if bits.of((node, False)) is None and bits.of(a) != bits.of(b) and key not in live:
            live.append(key)
    return live


def _combinations(live: list[str]) -> Iterator[dict[str, bool]]:
    """Every combination of readings of up to a bounded number of points, the rest moving together."""
    first, rest = live[:MOST_READINGS_AT_ONCE], live[MOST_READINGS_AT_ONCE:]
    for sides in product([True, False], repeat=len(first)):
        for other in [True, False] if rest else [True]:
            yield dict(zip(first, sides, strict=True)) | dict.fromkeys(rest, other)


def _lanes(program: Program, t: list[int], f: list[int], combos: list[dict[str, bool]]) -> Bits:
    ones = (1 << len(combos)) - 1
    wide_t, wide_f = [ones if bit else 0 for bit in t], [ones if bit else 0 for bit in f]
    for index, key, _ in program.switches:
        if key in combos[0]:
            wide_t[index] = sum(1 << lane for lane, combo in enumerate(combos) if combo[key])
            wide_f[index] = ones & ~wide_t[index]
    return Bits(*program.run_all(wide_t, wide_f, ones))


_CAUTION = [Outcome.NEEDS_FACTS, Outcome.APPLIES, Outcome.EXEMPT, Outcome.DOES_NOT_APPLY]


def _merge(program: Program, lanes: list[Decision], combos: list[dict[str, bool]]) -> Decision:
    """One decision from several readings: the most cautious outcome, at its earliest, with what each reading says."""
    outcome = min((d.outcome for d in lanes), key=_CAUTION.index)
    chosen = min(
        (d for d in lanes if d.outcome is outcome), key=lambda d: (d.timing is not Timing.IN_FORCE, str(d.applies_from))
    )
    sides = {key: _by_side(key, lanes, combos) for key in combos[0]}
    parted = [key for key, (a, b) in sides.items() if _verdicts(a) != _verdicts(b)] or list(sides)
    readings = tuple(
        _reading(program, key, name, side) for key in parted for name, side in zip("ab", sides[key], strict=True)
    )
    return Decision(chosen.rule, outcome, chosen.timing, chosen.applies_from, chosen.version, readings)


def _by_side(key: str, lanes: list[Decision], combos: list[dict[str, bool]]) -> tuple[list[Decision], list[Decision]]:
    paired = list(zip(lanes, combos, strict=True))
    return [d for d, combo in paired if combo[key]], [d for d, combo in paired if not combo[key]]


def _verdicts(lanes: list[Decision]) -> set[tuple[Outcome, Timing | None, date | None]]:
    return {(d.outcome, d.timing, d.applies_from) for d in lanes}


def _reading(program: Program, key: str, side: str, lanes: list[Decision]) -> ReadingOutcome:
    switch = program.book.readings[key]
    label = getattr(switch, side).label
    outcomes = {d.outcome for d in lanes}
    return ReadingOutcome(key, side, label, outcomes.pop() if len(outcomes) == 1 else None)
