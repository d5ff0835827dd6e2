"""Rules compiled for one pair of dates into a graph of ANDs over atoms.

One profile, hundreds of what-ifs and a million rows run through the same graph: see circuit.py for how it is run and
what its bits mean. A literal is (node, negated).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING
from typing import Any as Anything

from apps.rules.engine.circuit import Circuit, Literal
from apps.rules.engine.conditions import (
    All,
    Any,
    AtLeast,
    Compare,
    Contested,
    Empty,
    Expr,
    Guidance,
    Includes,
    Not,
    OneOf,
)
from apps.rules.engine.errors import RulebookError
from apps.rules.engine.facts import Flag, exact
from apps.rules.engine.law import CarveOut, Definition, Obligation, Param, Transition, Version
from apps.rules.engine.profile import Comparison, Interval, Value, Values

if TYPE_CHECKING:
    from apps.rules.engine.decide import Decision
    from apps.rules.engine.rulebook import Rulebook

MOST_REMEMBERED = 100_000
PROFILES_BEFORE_KEYS = 16  # generating their function costs about as much as this many decisions without it


@dataclass(frozen=True)
class Atom:
    """A question about facts that the graph treats as a unit. Equal atoms are shared."""

    kind: str  # flag | in | has | none | compare | contested | guidance
    key: str  # fact key or reading key; for a comparison the facts joined by "+"
    detail: Anything = None

    @property
    def fact_keys(self) -> tuple[str, ...]:
        """The facts it asks for; none when it is a reading."""
        return () if self.kind in {"contested", "guidance"} else tuple(self.key.split("+"))


@dataclass(frozen=True)
class CompiledVersion:
    """A version of an obligation with the literals that decide it.

    `on` is the day its conditions are read for; `began` the first day of the rule, reaching back over earlier wordings
    that decide alike.
    """

    version: Version
    on: date
    began: date
    when: Literal
    exempted: Literal
    applies: Literal
    exempt: Literal
    transitions: tuple[tuple[Transition, Literal], ...]

    @property
    def decides(self) -> tuple[object, ...]:
        """What the version comes to: two versions that agree here cannot be told apart by any profile."""
        return self.applies, self.exempt, self.transitions


@dataclass(frozen=True)
class CompiledRule:
    """An obligation with its versions from the current one onwards (or only the last one, when all have ended)."""

    place: int
    obligation: Obligation
    versions: tuple[CompiledVersion, ...]
    nodes: tuple[int, ...]  # everything that decides it
    extras: tuple[int, ...]  # what its steps and its penalty depend on


class Program:
    """The rulebook compiled for (as_of, known_on); with `only`, no more than these obligations, and no definitions."""

    def __init__(self, book: Rulebook, as_of: date, known_on: date, only: Collection[str] | None = None) -> None:
        self.book, self.as_of, self.known_on = book, as_of, known_on
        self.atoms: list[Atom] = []
        self.nodes: list[Atom | tuple[Literal, ...]] = []
        self.literals: dict[tuple[int, date], Literal] = {}
        self.comparisons: dict[Atom, Comparison] = {}
        self.params_of: dict[Atom, dict[str, Param]] = {}
        self.contested_nodes: dict[int, tuple[str, Literal, Literal]] = {}
        self.soft_guidance: list[tuple[str, Literal, Literal]] = []
        self._interned: dict[Anything, int] = {}
        self._open: list[Definition | CarveOut] = []
        self.rules: list[CompiledRule] = []
        for obligation in book.obligations.values():
            if only is None or obligation.id in only:
                self._rule(obligation)
        self.rule_of = {rule.obligation.id: rule for rule in self.rules}
        self.definitions = dict(self._definitions()) if only is None else {}
        self.atoms_of: dict[str, list[int]] = {}
        for index, atom in enumerate(self.atoms):
            for key in atom.key.split("+"):
                self.atoms_of.setdefault(key, []).append(index)
        self.single_atoms = {
            key: [i for i in places if self.atoms[i].key == key] for key, places in self.atoms_of.items()
        }
        self.joint_atoms = [i for i, atom in enumerate(self.atoms) if "+" in atom.key]
        self.joint = [(i, self.comparisons[self.atoms[i]]) for i in self.joint_atoms]
        self.switches = [
            (i, atom.key, True if atom.kind == "guidance" else None)
            for i, atom in enumerate(self.atoms)
            if atom.kind in {"contested", "guidance"}
        ]
        self._memo: dict[tuple[str, Value], tuple[list[int], list[int]]] = {}
        self.roots = list(dict.fromkeys(n for rule in self.rules for n in rule.nodes))
        self.place_of = {atom: i for i, atom in enumerate(self.atoms)}
        self._atoms_below: dict[int, frozenset[int]] = {}
        self.decisions: list[dict[int, Decision]] = [{} for _ in self.rules]  # what decide.py has worked out, by truth
        nodes = [self.place_of[node] if isinstance(node, Atom) else node for node in self.nodes]
        self.circuit = Circuit(nodes, self.roots)
        self.run_all = self.circuit.run_all
        self._asked = 0

    # -- from law to graph ----------------------------------------------------------------------------------------

    def _rule(self, obligation: Obligation) -> None:
        visible = [v for v in obligation.versions if self.book.visible(v, self.known_on)]
        ahead = [v for v in visible if v.until is None or self.as_of < v.until]
        chosen = sorted(ahead or visible[-1:], key=lambda v: v.since)
        if not chosen:
            return
        versions = tuple(self._reaching_back(self._version(v), visible) for v in chosen)
        extras = tuple(dict.fromkeys(self._extras(obligation, versions[0].on)))
        nodes = tuple(dict.fromkeys(_roots(versions)))
        self.rules.append(CompiledRule(len(self.rules), obligation, versions, nodes, extras))

    def _definitions(self) -> Iterator[tuple[str, tuple[date, Literal]]]:
        """Every definition that has a wording by then: the day it is read for, and its literal."""
        for definition in self.book.definitions.values():
            starts = [v.since for v in definition.versions if self.book.visible(v, self.known_on)]
            if starts:
                on = max(self.as_of, min(starts))
                yield definition.id, (on, self.lower(definition, on))

    def _extras(self, obligation: Obligation, on: date) -> Iterator[int]:
        for step in obligation.steps:
            if step.only_if is not None:
                yield self.lower(step.only_if, on)[0]
        if obligation.penalty is not None and obligation.penalty.lower_when is not None:
            yield self.lower(obligation.penalty.lower_when, on)[0]

    @cached_property
    def facts_of(self) -> tuple[frozenset[str], ...]:
        """For each rule, in order, the facts that its outcome, day, steps, due day or penalty can depend on."""
        keys = list(self.book.facts)
        bit = {key: 1 << place for place, key in enumerate(keys)}
        below: list[int] = []
        for content in self.nodes:
            parts = (
                (bit.get(key, 0) for key in content.key.split("+"))
                if isinstance(content, Atom)
                else (below[n] for n, _ in content)
            )
            below.append(_union(parts))
        masks = (_union(below[n] for n in (*rule.nodes, *rule.extras)) for rule in self.rules)
        return tuple(
            frozenset({k for k in keys if mask & bit[k]} | _counted_from(rule.obligation))
            for mask, rule in zip(masks, self.rules, strict=True)
        )

    def atoms_below(self, rule: CompiledRule) -> frozenset[int]:
        """The places of the atoms that decide a rule."""
        found = self._atoms_below.get(rule.place)
        if found is None:
            found = self._atoms_below[rule.place] = frozenset(self.circuit.atoms_below(rule.nodes))
        return found

    def _reaching_back(self, compiled: CompiledVersion, visible: list[Version]) -> CompiledVersion:
        """The version with the first day of the rule: new words that decide alike do not restart it.

        Both are read with the definitions of the later day, for a reworded definition restarts no rule either.
        """
        for earlier in visible:
            if earlier.until == compiled.version.since:
                before = self._reaching_back(self._version(earlier, compiled.on), visible)
                if before.decides == compiled.decides:
                    return replace(compiled, began=before.began)
        return compiled

    def _version(self, version: Version, on: date | None = None) -> CompiledVersion:
        """The version read for a day: unless told, the as-of day, or its own first day when that lies outside it."""
        if on is None:
            on = max(self.as_of, version.since)
            if version.until is not None and on >= version.until:
                on = version.since
        when = self.lower(version.when, on)
        exempted = self._any([self.active(c, on) for c in version.unless])
        transitions = tuple(
            (t, self.lower(t.when, on)) for t in version.transitions if self.book.published(t) <= self.known_on
        )
        return CompiledVersion(
            version,
            on,
            version.since,
            when,
            exempted,
            self._all([when, _not(exempted)]),
            self._all([when, exempted]),
            transitions,
        )

    def active(self, carve_out: CarveOut, on: date) -> Literal:
        """The literal that says the carve-out is available and not lost."""
        key = (id(carve_out), on)
        if key not in self.literals:
            with _Entered(self._open, carve_out):
                when = self.lower(carve_out.when, on)
                losses = [_not(self.active(loss, on)) for loss in carve_out.lost_when]
            self.literals[key] = self._all([when, *losses])
        return self.literals[key]

    def lower(self, expr: Expr, on: date) -> Literal:
        """The literal of a condition as the law reads on that day."""
        key = (id(expr), on)
        if key not in self.literals:
            self.literals[key] = self._lower(expr, on)
        return self.literals[key]

    def _lower(self, expr: Expr, on: date) -> Literal:
        match expr:
            case All(parts):
                return self._all([self.lower(p, on) for p in parts])
            case Any(parts):
                return self._any([self.lower(p, on) for p in parts])
            case Not(part):
                return _not(self.lower(part, on))
            case AtLeast(count, parts):
                return self._at_least(count, [self.lower(p, on) for p in parts])
            case Definition():
                return self._definition(expr, on)
            case Contested():
                return self._contested(expr, on)
            case Guidance():
                return self._guidance(expr, on)
            case Compare():
                return self._compare(expr, on)
            case Flag():
                return self._atom(Atom("flag", expr.key))
            case OneOf(fact, options):
                return self._atom(Atom("in", fact.key, options))
            case Includes(fact, option):
                return self._atom(Atom("has", fact.key, option))
            case Empty(fact):
                return self._atom(Atom("none", fact.key))
        raise RulebookError(f"{type(expr).__name__} is not a known shape of condition. Use those in conditions.py.")

    def definition_version(self, definition: Definition, on: date) -> Version:
        """The wording of a definition on a day, as known; RulebookError when there is none."""
        for version in definition.versions:
            within = version.since <= on and (version.until is None or on < version.until)
            if within and self.book.visible(version, self.known_on):
                return version
        raise RulebookError(
            f"{definition.position}: definition {definition.id!r} has no wording on {on} as known on {self.known_on}, "
            "but a rule uses it then. Date one of its versions earlier, or the rule later."
        )

    def _definition(self, definition: Definition, on: date) -> Literal:
        version = self.definition_version(definition, on)
        with _Entered(self._open, definition):
            when = self.lower(version.when, on)
            return self._all([when, *(_not(self.active(c, on)) for c in version.unless)])

    def _contested(self, expr: Contested, on: date) -> Literal:
        a, b = self.lower(expr.a.condition, on), self.lower(expr.b.condition, on)
        switch = self._atom(Atom("contested", expr.key))
        sides = self._any([self._all([switch, a]), self._all([_not(switch), b]), self._all([a, b])])
        self.contested_nodes[sides[0]] = (expr.key, a, b)
        return sides

    def _guidance(self, expr: Guidance, on: date) -> Literal:
        ignored = self.lower(expr.ignored, on)
        if self._unpublished(expr):
            return ignored
        followed = self.lower(expr.followed, on)
        switch = self._atom(Atom("guidance", expr.key))
        if expr.soft:
            self.soft_guidance.append((expr.key, followed, ignored))
        return self._any([self._all([switch, followed]), self._all([_not(switch), ignored])])

    def guidance_side(self, expr: Guidance, held: Sequence[int]) -> bool:
        """Whether a guidance reading was followed, given the known-true plane of one profile's nodes."""
        return not self._unpublished(expr) and bool(held[self._interned[Atom("guidance", expr.key)]])

    def _unpublished(self, expr: Guidance) -> bool:
        return not expr.assumed and self.book.instruments[expr.cite.instrument].published_on > self.known_on

    def _compare(self, expr: Compare, on: date) -> Literal:
        bound = bound_of(expr, on, self.known_on)
        op, negated = {">": (">", False), ">=": (">=", False), "<": (">=", True), "<=": (">", True)}[expr.op]
        key = "+".join(dict.fromkeys(fact.key for _, fact in expr.terms))
        atom = Atom("compare", key, (expr.terms, op, bound))
        self.comparisons.setdefault(atom, Comparison(expr.terms, op, bound))
        if isinstance(expr.bound, Param):
            self.params_of.setdefault(atom, {})[expr.bound.id] = expr.bound
        return self._atom(atom)[0], negated

    # -- graph ------------------------------------------------------------------------------------------------------

    def _intern(self, node: Atom | tuple[Literal, ...]) -> int:
        if node not in self._interned:
            self._interned[node] = len(self.nodes)
            self.nodes.append(node)
            if isinstance(node, Atom):
                self.atoms.append(node)
        return self._interned[node]

    def _atom(self, atom: Atom) -> Literal:
        return self._intern(atom), False

    def _all(self, literals: Iterable[Literal]) -> Literal:
        parts = tuple(sorted(set(literals)))
        return parts[0] if len(parts) == 1 else (self._intern(parts), False)

    def _any(self, literals: Iterable[Literal]) -> Literal:
        return _not(self._all([_not(literal) for literal in literals]))

    def _at_least(self, count: int, parts: list[Literal]) -> Literal:
        if count == 0:
            return self._all([])
        if count > len(parts):
            return _not(self._all([]))
        with_first = self._all([parts[0], self._at_least(count - 1, parts[1:])])
        return self._any([with_first, self._at_least(count, parts[1:])])

    # -- from a profile to planes -----------------------------------------------------------------------------------

    def planes(self, values: Values, readings: Mapping[str, bool]) -> tuple[list[int], list[int]]:
        """The atoms of one profile: two lists of bits, known true and known false.

        `readings` holds the switches a profile has set: contested points (True is reading a) and guidance
        (True is followed, which is also the default).
        """
        t, f = [0] * len(self.atoms), [0] * len(self.atoms)
        for key, value in values.items():
            held, broken = self.encoded(key, value)
            for index in held:
                t[index] = 1
            for index in broken:
                f[index] = 1
        for index, comparison in self.joint:
            known = comparison.truth(values)
            if known is not None:
                (t if known else f)[index] = 1
        for index, key, default in self.switches:
            side = readings.get(key, default)
            if side is not None:
                (t if side else f)[index] = 1
        return t, f

    def keys(self, t: list[int], f: list[int]) -> Sequence[int] | None:
        """For each rule the truth of what decides it in one number, see Bits.key; None while few have asked."""
        self._asked += 1
        return self._keys(t, f) if self._asked > PROFILES_BEFORE_KEYS else None

    @cached_property
    def _keys(self) -> Callable[..., Sequence[int]]:
        return self.circuit.keys([rule.nodes for rule in self.rules])

    @cached_property
    def fact_bits(self) -> dict[str, int]:
        """A bit for each fact that some rule asks for."""
        asked = dict.fromkeys(key for atom in self.atoms for key in atom.fact_keys)
        return {key: 1 << place for place, key in enumerate(asked)}

    @cached_property
    def atom_bits(self) -> list[int]:
        """For each atom the bits of its facts."""
        return [sum(self.fact_bits[key] for key in atom.fact_keys) for atom in self.atoms]

    @cached_property
    def joint_keys(self) -> frozenset[str]:
        """The facts that are compared together with others."""
        return frozenset(key for index in self.joint_atoms for key in self.atoms[index].fact_keys)

    def truth(self, atom: Atom, values: Values) -> bool | None:
        """What the values say of an atom: true, false, or None when they leave it open."""
        comparison = self.comparisons.get(atom)
        return atom_value(atom, values) if comparison is None else comparison.truth(values)

    def encoded(self, key: str, value: Value) -> tuple[list[int], list[int]]:
        """Which single-fact atoms the value makes true, and which false; remembered for values that recur."""
        found = self._memo.get((key, value))
        if found is None:
            found = [], []
            for index in self.single_atoms.get(key, ()):
                known = self.truth(self.atoms[index], {key: value})
                if known is not None:
                    found[not known].append(index)
            if len(self._memo) < MOST_REMEMBERED:
                self._memo[key, value] = found
        return found


def _union(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _counted_from(obligation: Obligation) -> set[str]:
    """The facts that a due day is counted from and a fine is a share of."""
    after, penalty = obligation.deadline.after, obligation.penalty
    return {fact.key for fact in (after, penalty.turnover if penalty else None) if fact is not None}


def _roots(versions: Iterable[CompiledVersion]) -> Iterator[int]:
    for v in versions:
        yield v.applies[0]
        yield v.exempt[0]
        yield from (literal[0] for _, literal in v.transitions)


class _Entered:
    """Guards against definitions and carve-outs that end up referring to themselves."""

    def __init__(self, stack: list[Definition | CarveOut], item: Definition | CarveOut) -> None:
        self.stack, self.item = stack, item

    def __enter__(self) -> None:
        if self.item in self.stack:
            circle = " -> ".join(i.id for i in (*self.stack[self.stack.index(self.item) :], self.item))
            raise RulebookError(f"{self.item.position}: {circle} refers to itself. Break the circle at one link.")
        self.stack.append(self.item)

    def __exit__(self, *_: object) -> None:
        self.stack.pop()


def _not(literal: Literal) -> Literal:
    return literal[0], not literal[1]


def bound_of(expr: Compare, on: date, known_on: date) -> Fraction:
    """The bound of a comparison as an exact number (days as ordinals)."""
    bound: Anything = expr.bound.at(on, known_on) if isinstance(expr.bound, Param) else expr.bound
    return Fraction(bound.toordinal()) if isinstance(bound, date) else exact(bound)


def atom_value(atom: Atom, values: Values) -> bool | None:
    """What the values say of an atom about one choice, set or flag: true, false, or None when they leave it open."""
    value: Value | None = values.get(atom.key)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value in atom.detail
    if isinstance(value, Interval):
        raise TypeError(f"{atom.key} is a number but is asked as {atom.kind}.")
    return not value if atom.kind == "none" else atom.detail in value
