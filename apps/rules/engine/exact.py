"""The exact second look: settle what Kleene logic leaves open by trying every region of the facts in play."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product

from apps.rules.engine.compile import Program
from apps.rules.engine.decide import Bits, Decision, Outcome, decide_rule
from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag, Number
from apps.rules.engine.profile import Interval, Value, Values

MOST_LANES = 4096
Masks = dict[str, dict[Value, int]]


def regions(
    program: Program, fact: Fact, within: Value | None = None, among: Collection[int] | None = None
) -> list[Value]:
    """Values that stand for every way the fact can matter on its own: one per region between thresholds.

    `within` narrows a number or day to a range already known, `among` the thresholds to those of some atoms. Sets
    stand for none, each single option, and all.
    """
    if isinstance(fact, Flag):
        return [True, False]
    if isinstance(fact, Choice):
        return [option.key for option in fact.options]
    if isinstance(fact, Choices):
        singles = [frozenset({option.key}) for option in fact.options]
        return [frozenset(), *singles, frozenset(option.key for option in fact.options)]
    if isinstance(fact, Number | Day):
        return list(_spans(program, fact, within, among))
    raise TypeError(f"{fact.key}: a fact of type {type(fact).__name__} has no regions.")


def _spans(
    program: Program, fact: Number | Day, within: Value | None, among: Collection[int] | None
) -> Iterator[Value]:
    low, high = limits(fact)
    if isinstance(within, Interval):
        low, high = within.low, within.high
    places = program.single_atoms.get(fact.key, ())
    atoms = [program.atoms[i] for i in places if among is None or i in among]
    cuts = sorted({_cut(atom.detail) for atom in atoms if atom.kind == "compare"})
    edges = [cut for cut in cuts if low <= cut <= high]
    points = [low, *edges, high]
    for i, point in enumerate(points):
        if i and (between := _between(points[i - 1], point, whole=isinstance(fact, Day))) is not None:
            yield Interval(between, between)
        yield Interval(point, point)


def _cut(detail: tuple[tuple[tuple[Fraction, Fact], ...], str, Fraction]) -> float:
    """The value of the fact at which a comparison of it alone turns over; a fact counted threefold turns at a third."""
    ((weight, _),), _, bound = detail
    return float(bound / weight)


def limits(fact: Number | Day) -> tuple[float, float]:
    """The least and the most a fact can be; days as ordinals."""
    if isinstance(fact, Day):
        return float(fact.minimum.toordinal()), float(fact.maximum.toordinal())
    return float(fact.minimum), float(fact.maximum)


def _between(low: float, high: float, *, whole: bool) -> float | None:
    middle = (low + high) // 2 if whole else (low + high) / 2
    return middle if low < middle < high else None


class Prospects:
    """Which open findings of one profile the second look may settle, told from the graph, without their proofs.

    Every fact that the graph still needs is needed in the proof too. So where these alone are of a kind that is not
    tried, or too many, `settle` has nothing to find.
    """

    def __init__(self, program: Program, values: Values, bits: Bits) -> None:
        self._program, self._values = program, values
        self._needed = _needed(program, bits)
        self._plain: dict[int, tuple[int, tuple[str, ...]]] = {}

    def any_for(self, decision: Decision) -> bool:
        """Whether the facts that the decision needs are few and of a kind to try."""
        needed = 0
        for version in decision.rule.versions:
            needed |= self._needed[version.applies[0]] | self._needed[version.exempt[0]]
        if needed not in self._plain:
            self._plain[needed] = self._counted(needed)
        count, measured = self._plain[needed]
        if measured and 0 < count <= MOST_LANES:
            near = self._program.atoms_below(decision.rule)
            for key in measured:
                count *= len(_tries(self._program, key, self._values, near))
        return 0 < count <= MOST_LANES

    def _counted(self, needed: int) -> tuple[int, tuple[str, ...]]:
        """How many combinations the choices among the facts have; the numbers and days, which each rule cuts anew."""
        count, measured = 1, []
        for key, bit in self._program.fact_bits.items():
            if needed & bit:
                fact = self._program.book.facts[key]
                if isinstance(fact, Number | Day):
                    measured.append(key)
                else:
                    count *= len(_tries(self._program, key, self._values, ()))
        return count, tuple(measured)


def _needed(program: Program, bits: Bits) -> list[int]:
    """For each node that is not known, the facts below it that leave it open, as a mask."""
    masks: list[int] = []
    for node, t, f in zip(program.circuit.nodes, bits.t, bits.f, strict=True):
        mask = 0
        if t or f:
            pass
        elif isinstance(node, int):
            mask = program.atom_bits[node]
        else:
            for inner, _ in node:
                mask |= masks[inner]
        masks.append(mask)
    return masks


def _tries(program: Program, key: str, values: Values, near: Collection[int]) -> list[Value]:
    """The values to try for an open fact; none for a set, or for a fact that is compared together with others.

    `near` are the atoms of the rule that is looked at: how other rules compare a fact does not matter to it.
    """
    fact = program.book.facts[key]
    joint = key in program.joint_keys and any(
        i in near for i in program.joint_atoms if key in program.atoms[i].fact_keys
    )
    if isinstance(fact, Choices) or joint:
        return []
    return list(dict.fromkeys(regions(program, fact, values.get(key), near)))


def settle(
    program: Program, values: Values, readings: Mapping[str, bool], decision: Decision, open_facts: tuple[str, ...]
) -> Decision | None:
    """The decision that every possible answer to the open facts leads to, or None when they differ or are too many.

    It rests on what decides the rule alone, so that it is the same whatever other rules are compiled beside it.
    """
    near = program.atoms_below(decision.rule)
    options = []
    count = 1
    for key in open_facts:
        options.append([(key, region) for region in _tries(program, key, values, near)])
        count *= len(options[-1])
        if not 0 < count <= MOST_LANES:
            return None
    if not options:
        return None
    return _agreed(program, values, readings, decision, [dict(combo) for combo in product(*options)])


def _agreed(
    program: Program,
    values: Values,
    readings: Mapping[str, bool],
    decision: Decision,
    changes: list[dict[str, Value]],
) -> Decision | None:
    bits = lanes(program, values, readings, changes)
    found: set[tuple[Outcome, date | None]] = set()
    for lane in range(len(changes)):
        settled = decide_rule(decision.rule, bits, lane, program)
        found.add((settled.outcome, settled.applies_from))
        if len(found) > 1 or settled.outcome is Outcome.NEEDS_FACTS:
            return None
    return settled


def lanes(program: Program, values: Values, readings: Mapping[str, bool], changes: list[dict[str, Value]]) -> Bits:
    """The truth of every node when each lane changes some answers of one profile. One run for all lanes."""
    return masked(program, values, readings, _masks(changes), len(changes))


def masked(program: Program, values: Values, readings: Mapping[str, bool], masks: Masks, count: int) -> Bits:
    """The same for `count` lanes, where `masks` says for each changed fact and value which lanes take it."""
    ones = (1 << count) - 1
    base_t, base_f = program.planes(values, readings)
    t, f = [ones if bit else 0 for bit in base_t], [ones if bit else 0 for bit in base_f]
    for key, by_value in masks.items():
        touched = 0
        for mask in by_value.values():
            touched |= mask
        for index in program.single_atoms.get(key, ()):
            t[index] &= ~touched
            f[index] &= ~touched
        for value, mask in by_value.items():
            held, broken = program.encoded(key, value)
            for index in held:
                t[index] |= mask
            for index in broken:
                f[index] |= mask
    for index in program.joint_atoms:
        _joint(program, values, index, masks, ones, (t, f))
    return Bits(*program.run_all(t, f, ones))


def _masks(changes: list[dict[str, Value]]) -> Masks:
    """For each changed fact and value, the lanes that take it."""
    found: Masks = {}
    for lane, change in enumerate(changes):
        for key, value in change.items():
            by_value = found.setdefault(key, {})
            by_value[value] = by_value.get(value, 0) | 1 << lane
    return found


def _joint(
    program: Program, values: Values, index: int, masks: Masks, ones: int, planes: tuple[list[int], list[int]]
) -> None:
    """A comparison over several facts is decided once for each combination of values that lanes give them."""
    atom = program.atoms[index]
    parts: list[tuple[int, dict[str, Value]]] = [(ones, {})]
    for key in atom.key.split("+"):
        parts = [part for lanes_, changed in parts for part in _parted(lanes_, changed, key, masks.get(key, {}))]
    for lanes_, changed in parts:
        if changed:
            known = program.truth(atom, {**values, **changed})
            for plane, side in zip(planes, (True, False), strict=True):
                plane[index] = plane[index] | lanes_ if known is side else plane[index] & ~lanes_


def _parted(
    lanes_: int, changed: dict[str, Value], key: str, by_value: Mapping[Value, int]
) -> Iterator[tuple[int, dict[str, Value]]]:
    """Lanes that share some answers, parted by what they answer to one more fact."""
    for value, mask in by_value.items():
        if lanes_ & mask:
            yield lanes_ & mask, {**changed, key: value}
            lanes_ &= ~mask
    if lanes_:
        yield lanes_, changed
