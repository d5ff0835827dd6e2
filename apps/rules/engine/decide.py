"""Outcomes from truth bits: what applies, since when, and where legal readings part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TypeVar

from apps.rules.engine.circuit import Literal
from apps.rules.engine.compile import CompiledRule, CompiledVersion, Program
from apps.rules.engine.profile import Values

MOST_READINGS_AT_ONCE = 8
_Place = TypeVar("_Place")
FEW_READINGS = 5  # so few that trying all of them costs less than finding out which matter


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

    @cached_property
    def open(self) -> bool:
        """Whether an answer is still missing: for the outcome, or for the day from which it applies."""
        return self.outcome is Outcome.NEEDS_FACTS or (self.outcome is Outcome.APPLIES and self.timing is None)

    @property
    def undecided(self) -> bool:
        """Whether readings may still settle something: an open answer, or the first day of what is to come."""
        return self.open or (self.outcome is Outcome.APPLIES and self.applies_from is None)


class Bits:
    """Truth values of nodes: one bit per lane in two planes, known true and known false."""

    __slots__ = ("f", "t")

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

    def key(self, rule: CompiledRule, lane: int = 0) -> int:
        """The truth of everything that decides a rule, in one number."""
        key = 0
        for node in rule.nodes:
            key = key << 2 | (self.t[node] >> lane & 1) << 1 | self.f[node] >> lane & 1
        return key


def decide(
    program: Program,
    values: Values,
    readings: Mapping[str, bool] | None = None,
    places: Iterable[int] | None = None,
) -> tuple[Decision, ...]:
    """Decide every obligation for one profile, contested points included.

    With `places`, contested points are looked into for the rules in those places only; the others stay as open.
    """
    t, f = program.planes(values, readings or {})
    decisions = _remembered(program, t, f)
    undecided = [p for p in (range(len(decisions)) if places is None else places) if decisions[p].undecided]
    if undecided:
        _refine(program, decisions, undecided, t, f)
    return tuple(decisions)


def _remembered(program: Program, t: list[int], f: list[int]) -> list[Decision]:
    """The decisions of one profile, contested points left open; worked out only where not seen before."""
    keys = program.keys(t, f)
    try:
        if keys is not None:
            return [known[key] for known, key in zip(program.decisions, keys, strict=True)]
    except KeyError:
        pass
    bits = Bits(*program.run_all(t, f))
    return [decide_rule(rule, bits, 0, program) for rule in program.rules]


def decide_rule(rule: CompiledRule, bits: Bits, lane: int, program: Program) -> Decision:
    """The decision for one obligation in one lane. It depends on the rule's roots alone, so it is remembered."""
    key, known = bits.key(rule, lane), program.decisions[rule.place]
    found = known.get(key)
    if found is None:
        found = known[key] = _decide_rule(rule, bits, lane, program.as_of)
    return found


def _decide_rule(rule: CompiledRule, bits: Bits, lane: int, as_of: date) -> Decision:
    """The first version, in time, that applies or is open decides."""
    verdicts = [(_version_outcome(v, bits, lane), v) for v in rule.versions]
    open_before = False
    for outcome, v in verdicts:
        if outcome is Outcome.APPLIES:
            timing, start = _timing(v, bits, lane, as_of)
            return Decision(rule, outcome, None if open_before else timing, None if open_before else start, v)
        open_before = open_before or outcome is Outcome.NEEDS_FACTS
    wanted = Outcome.NEEDS_FACTS if open_before else Outcome.EXEMPT
    outcome, v = next((pair for pair in verdicts if pair[0] is wanted), verdicts[0])
    timing, start = _timing(v, bits, lane, as_of, covered=outcome is not Outcome.DOES_NOT_APPLY)
    return Decision(rule, outcome, timing, start, v)


def _version_outcome(v: CompiledVersion, bits: Bits, lane: int) -> Outcome:
    applies, exempt = bits.of(v.applies, lane), bits.of(v.exempt, lane)
    if applies:
        return Outcome.APPLIES
    if exempt:
        return Outcome.EXEMPT
    return Outcome.DOES_NOT_APPLY if applies is False and exempt is False else Outcome.NEEDS_FACTS


def _timing(
    v: CompiledVersion, bits: Bits, lane: int, as_of: date, *, covered: bool = True
) -> tuple[Timing | None, date | None]:
    """When the rule starts for this profile: its own first day, or the latest transition that covers it."""
    start = possible = v.began
    waits = may_wait = False
    for transition, literal in v.transitions if covered else ():
        inside = bits.of(literal, lane)
        if transition.applies_from is None:
            waits, may_wait = waits or inside is True, may_wait or inside is None
        elif inside is not False:
            possible = max(possible, transition.applies_from)
            start = max(start, transition.applies_from) if inside else start
    if v.version.until is not None and v.version.until <= as_of:
        return Timing.ENDED, start
    if waits or (may_wait and start > as_of):
        return Timing.UPCOMING, None
    if may_wait or start <= as_of < possible:
        return None, None
    return (Timing.IN_FORCE if start <= as_of else Timing.UPCOMING), start if start == possible else None


# -- contested points -------------------------------------------------------------------------------------------------


def _refine(program: Program, decisions: list[Decision], places: list[int], t: list[int], f: list[int]) -> None:
    """Look again at open findings that rest on a contested point: decide them under each combination of readings."""
    bits = Bits(*program.run_all(t, f))
    live = _live_switches(program, bits)
    if not live:
        return
    if len(live) <= FEW_READINGS:
        concerned = dict.fromkeys(places, tuple(live))
    else:
        reach = _reach(program, bits, live)
        concerned = {place: _concerned(program.rules[place].nodes, reach, live) for place in places}
    for place, wide, combos in _tried(program, t, f, concerned):
        decisions[place] = _by_readings(program, decisions[place], wide, combos, concerned[place])


def _concerned(nodes: Iterable[int], reach: list[int], live: list[str]) -> tuple[str, ...]:
    """The live points that some nodes rest on."""
    mask = 0
    for node in nodes:
        mask |= reach[node]
    return tuple(key for i, key in enumerate(live) if mask >> i & 1)


def _tried(
    program: Program, t: list[int], f: list[int], concerned: Mapping[_Place, tuple[str, ...]]
) -> Iterator[tuple[_Place, Bits, _Combos]]:
    """For each thing that rests on live points, the truth under every combination of them, and perhaps of more."""
    for points, places in _grouped(concerned):
        combos = _Combos(tuple(points))
        wide = _lanes(program, t, f, combos)
        for place in places:
            yield place, wide, combos


def _grouped(concerned: Mapping[_Place, tuple[str, ...]]) -> list[tuple[list[str], list[_Place]]]:
    """Points to try at once, and what rests on some of them. To try more than something rests on alters nothing."""
    resting: dict[tuple[str, ...], list[_Place]] = {}
    for place, points in concerned.items():
        resting.setdefault(points, []).append(place)
    groups: list[tuple[list[str], list[_Place]]] = []
    for points in sorted(filter(None, resting), key=len, reverse=True):
        room = _room(groups, points)
        if room == len(groups):
            groups.append(([], []))
        together, members = groups[room]
        together += [point for point in points if point not in together]
        members += resting[points]
    return groups


def _room(groups: list[tuple[list[str], list[_Place]]], points: tuple[str, ...]) -> int:
    """The first group that can take these points too, or the place of a new one."""
    fits = (i for i, (others, _) in enumerate(groups) if len({*others, *points}) <= MOST_READINGS_AT_ONCE)
    return next(fits, len(groups))


def _live_switches(program: Program, bits: Bits) -> list[str]:
    """Unset contested points whose two readings differ for this profile."""
    live: list[str] = []
    for node, (key, a, b) in program.contested_nodes.items():
        if not bits.t[node] and not bits.f[node] and bits.of(a) != bits.of(b) and key not in live:
            live.append(key)
    return live


def _reach(program: Program, bits: Bits, live: list[str]) -> list[int]:
    """For each node that is not known, the live contested points below it, as a mask."""
    switch_bits = {index: 1 << live.index(key) for index, key, _ in program.switches if key in live}
    masks: list[int] = []
    for node, content in enumerate(program.nodes):
        if bits.t[node] or bits.f[node]:
            masks.append(0)
        elif isinstance(content, tuple):
            mask = 0
            for inner, _ in content:
                mask |= masks[inner]
            masks.append(mask)
        else:
            masks.append(switch_bits.get(program.place_of[content], 0))
    return masks


class _Combos:
    """Every combination of readings of up to a bounded number of points; any further points move together."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        width = min(len(keys), MOST_READINGS_AT_ONCE) + (len(keys) > MOST_READINGS_AT_ONCE)
        self.count = 1 << width
        self.ones = (1 << self.count) - 1
        self.side_a = {key: _stripes(min(i, MOST_READINGS_AT_ONCE), self.count) for i, key in enumerate(keys)}


@lru_cache(maxsize=64)
def _stripes(place: int, count: int) -> int:
    """The lanes whose number has the bit `place` clear: those that take reading a of that point."""
    return sum(1 << lane for lane in range(count) if not lane >> place & 1)


def _lanes(program: Program, t: list[int], f: list[int], combos: _Combos) -> Bits:
    ones = combos.ones
    wide_t, wide_f = [ones if bit else 0 for bit in t], [ones if bit else 0 for bit in f]
    for index, key, _ in program.switches:
        if key in combos.side_a:
            wide_t[index], wide_f[index] = combos.side_a[key], ones & ~combos.side_a[key]
    return Bits(*program.run_all(wide_t, wide_f, ones))


_CAUTION = [Outcome.NEEDS_FACTS, Outcome.APPLIES, Outcome.EXEMPT, Outcome.DOES_NOT_APPLY]
_Verdict = tuple[Outcome, Timing | None, date | None]


def _by_readings(
    program: Program, decision: Decision, wide: Bits, combos: _Combos, concerned: tuple[str, ...]
) -> Decision:
    """One decision from all combinations of readings: the most cautious outcome, with what each reading says."""
    lanes: dict[_Verdict, int] = {}
    chosen: dict[_Verdict, Decision] = {}
    for lane, mask in _distinct_lanes(decision.rule, wide, combos.ones):
        found = decide_rule(decision.rule, wide, lane, program)
        verdict = found.outcome, found.timing, found.applies_from
        lanes[verdict] = lanes.get(verdict, 0) | mask
        chosen[verdict] = found
    best = min(lanes, key=_caution)
    found = chosen[best]
    if len(lanes) == 1:
        return found
    readings = tuple(_readings(program, lanes, combos, concerned))
    return Decision(found.rule, found.outcome, found.timing, found.applies_from, found.version, readings)


def _caution(verdict: _Verdict) -> tuple[int, bool, bool, str]:
    """Most cautious first: the open answer, then the duty, and of its dates the open one, then the earliest."""
    outcome, timing, start = verdict
    return _CAUTION.index(outcome), timing is not None, timing is not Timing.IN_FORCE, str(start)


def _distinct_lanes(rule: CompiledRule, wide: Bits, ones: int) -> list[tuple[int, int]]:
    """Lanes that differ in what decides the rule: one of each kind, with all lanes like it as a mask."""
    kinds = [ones]
    for node in rule.nodes:
        for plane in (wide.t[node], wide.f[node]):
            if plane not in {0, ones}:
                kinds = [part for kind in kinds for part in (kind & plane, kind & ~plane) if part]
    return [((kind & -kind).bit_length() - 1, kind) for kind in kinds]


def _readings(
    program: Program, lanes: Mapping[_Verdict, int], combos: _Combos, concerned: tuple[str, ...]
) -> list[ReadingOutcome]:
    """What each side of each point that makes a difference leads to."""
    sides = {key: (combos.side_a[key], combos.ones & ~combos.side_a[key]) for key in concerned}
    parted = [k for k, (a, b) in sides.items() if _verdicts(lanes, a) != _verdicts(lanes, b)] or list(sides)
    return [
        _reading(program, key, name, _verdicts(lanes, mask))
        for key in parted
        for name, mask in zip("ab", sides[key], strict=True)
    ]


def _verdicts(lanes: Mapping[_Verdict, int], side: int) -> set[_Verdict]:
    return {verdict for verdict, mask in lanes.items() if mask & side}


def _reading(program: Program, key: str, side: str, verdicts: set[_Verdict]) -> ReadingOutcome:
    label = getattr(program.book.readings[key], side).label
    outcomes = {verdict[0] for verdict in verdicts}
    return ReadingOutcome(key, side, label, outcomes.pop() if len(outcomes) == 1 else None)


def decide_definitions(
    program: Program, values: Values, readings: Mapping[str, bool] | None = None
) -> dict[str, tuple[bool | None, bool]]:
    """For each definition whether it holds (None: open), and whether legal readings part over it."""
    t, f = program.planes(values, readings or {})
    bits = Bits(*program.run_all(t, f))
    found = {key: (bits.of(literal), False) for key, (_, literal) in program.definitions.items()}
    live = _live_switches(program, bits)
    if not live:
        return found
    reach = _reach(program, bits, live)
    concerned = {key: _concerned([literal[0]], reach, live) for key, (_, literal) in program.definitions.items()}
    for key, wide, combos in _tried(program, t, f, concerned):
        yes, no = wide.planes(program.definitions[key][1])
        value = True if yes == combos.ones else False if no == combos.ones else None
        found[key] = value, value is None and yes | no == combos.ones
    return found
