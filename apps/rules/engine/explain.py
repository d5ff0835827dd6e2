"""Why a finding is what it is: a proof tree of only the parts that decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from apps.rules.engine.circuit import Literal
from apps.rules.engine.cites import Cite
from apps.rules.engine.compile import CompiledVersion, Program
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
from apps.rules.engine.decide import Bits, Decision, Outcome
from apps.rules.engine.facts import Day, Fact, Flag, Number
from apps.rules.engine.law import CarveOut, Definition, Transition
from apps.rules.engine.profile import Values
from apps.rules.engine.words import sentence, value_words

DECISIVE = frozenset({"definition", "carve_out", "transition", "guidance", "contested"})


@dataclass(frozen=True)
class Proof:
    """A reason. `value` is what the part came to (None: open); `fact` is set on leaves, with the answer in words.

    `kind` is one of duty, group, definition, carve_out, transition, contested, guidance, fact.
    """

    kind: str
    text: str
    value: bool | None
    cites: tuple[Cite, ...] = ()
    ref: str = ""
    facts: tuple[str, ...] = ()
    answer: str = ""
    children: tuple[Proof, ...] = ()

    def walk(self) -> Iterator[Proof]:
        """This part and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    @cached_property
    def known_facts(self) -> frozenset[str]:
        """The facts whose answers this proof rests on."""
        own = self.facts if self.value is not None else ()
        return frozenset(own).union(*(child.known_facts for child in self.children))

    @cached_property
    def open_facts(self) -> tuple[str, ...]:
        """The facts still needed, in the order of the text."""
        own = self.facts if self.value is None else ()
        return tuple(dict.fromkeys((*own, *(f for child in self.children for f in child.open_facts))))

    @cached_property
    def decisive_cites(self) -> tuple[Cite, ...]:
        """The sources of the concepts, exceptions and readings that the proof rests on."""
        own = self.cites if self.value is not None and self.kind in DECISIVE else ()
        return tuple(dict.fromkeys((*own, *(c for child in self.children for c in child.decisive_cites))))

    @cached_property
    def size(self) -> int:
        """How many parts the proof has."""
        return 1 + sum(child.size for child in self.children)

    @property
    def weight(self) -> tuple[int, int]:
        """How much the proof rests on, for choosing the shortest of several."""
        return len(self.known_facts), self.size


@dataclass
class Explainer:
    """Builds proofs for one profile from the truth bits of every node."""

    program: Program
    values: Values
    held: Sequence[int]
    broken: Sequence[int]
    _memo: dict[tuple[int, date, bool], Proof] = field(default_factory=dict)

    @cached_property
    def bits(self) -> Bits:
        """The truth of every node for this profile."""
        return Bits(self.held, self.broken)

    def finding(self, decision: Decision) -> Proof:
        """The proof of a decision, with what decides its timing."""
        children = list(self._outcome(decision))
        if decision.outcome in {Outcome.APPLIES, Outcome.EXEMPT}:
            v = decision.version
            children += [self._transition(t, literal, v.on) for t, literal in v.transitions]
        settled = None if decision.outcome is Outcome.NEEDS_FACTS else True
        return Proof("duty", decision.outcome.value, settled, children=tuple(children))

    def _outcome(self, decision: Decision) -> Iterator[Proof]:
        v = decision.version
        if decision.outcome is Outcome.APPLIES:
            yield self.part(v.version.when, v.on)
            yield from (self.carve_out(c, v.on) for c in v.version.unless)
        elif decision.outcome is Outcome.EXEMPT:
            yield self.part(v.version.when, v.on)
            yield from self._removing(v)
        for other in self._others(decision):
            yield from self._not_applying(other)

    def _removing(self, v: CompiledVersion) -> Iterator[Proof]:
        """The carve-out that removes a duty; where readings part over which one does, each that may."""
        found = [self.carve_out(c, v.on) for c in v.version.unless]
        active = [p for p in found if p.value]
        yield from [min(active, key=lambda p: p.weight)] if active else [p for p in found if p.value is None]

    def _others(self, decision: Decision) -> list[CompiledVersion]:
        """The versions that had to be ruled out, or are still open."""
        versions = decision.rule.versions
        if decision.outcome in {Outcome.APPLIES, Outcome.EXEMPT}:
            skip = versions.index(decision.version)
            earlier_or_other = versions[:skip] if decision.outcome is Outcome.APPLIES else versions
            return [v for v in earlier_or_other if v is not decision.version]
        return list(versions)

    def _not_applying(self, v: CompiledVersion) -> Iterator[Proof]:
        """Why a version does not apply, or what leaves it open."""
        when = self.part(v.version.when, v.on)
        if when.value is False:
            yield when
            return
        active = [c for c in v.version.unless if self._value(self.program.active(c, v.on))]
        if active:
            yield min((self.carve_out(c, v.on) for c in active), key=lambda p: p.weight)
            if when.value is None:
                yield when
            return
        if when.value is None:
            yield when
        yield from (p for c in v.version.unless if (p := self.carve_out(c, v.on)).value is None)

    def _value(self, literal: Literal) -> bool | None:
        return self.bits.of(literal)

    def value_of(self, expr: Expr, on: date) -> bool | None:
        """What a compiled condition came to."""
        return self._value(self.program.lower(expr, on))

    def _transition(self, transition: Transition, literal: Literal, on: date) -> Proof:
        inner = self.part(transition.when, on)
        value = self._value(literal)
        return Proof("transition", transition.title, value, transition.cites, transition.id, children=(inner,))

    def carve_out(self, carve_out: CarveOut, on: date) -> Proof:
        """Why a carve-out is available, lost, not met, or open."""
        key = (id(carve_out), on, True)
        if key not in self._memo:
            self._memo[key] = self._carve_out(carve_out, on)
        return self._memo[key]

    def _carve_out(self, carve_out: CarveOut, on: date) -> Proof:
        value = self._value(self.program.active(carve_out, on))
        when = self.part(carve_out.when, on)
        losses = [self.carve_out(loss, on) for loss in carve_out.lost_when]
        lost = [p for p in losses if p.value]
        if value:
            children = [when, *losses]
        elif value is None:
            children = [p for p in (when, *losses) if p.value is None]
        else:
            reasons = lost if when.value is not False else [when, *lost]
            children = [min(reasons, key=lambda p: p.weight)]
        return Proof("carve_out", carve_out.title, value, carve_out.cites, carve_out.id, children=tuple(children))

    def part(self, expr: Expr, on: date, *, holds: bool = True) -> Proof:
        """The proof of a condition (or, with holds=False, of its opposite)."""
        key = (id(expr), on, holds)
        if key not in self._memo:
            self._memo[key] = self._part(expr, on, holds)
        return self._memo[key]

    def _part(self, expr: Expr, on: date, holds: bool) -> Proof:
        match expr:
            case Not(part):
                return self.part(part, on, holds=not holds)
            case All(parts) | Any(parts):
                return self._group(expr, parts, on, holds)
            case AtLeast(count, parts):
                return self._at_least(expr, count, parts, on, holds)
            case Definition():
                return self._definition(expr, on, holds)
            case Contested():
                return self._contested(expr, on, holds)
            case Guidance():
                return self._guidance(expr, on, holds)
        return self._leaf(expr, on, holds)

    def _seen(self, value: bool | None, holds: bool) -> bool | None:
        return value if value is None else value is holds

    def _group(self, expr: Expr, parts: tuple[Expr, ...], on: date, holds: bool) -> Proof:
        value = self._seen(self.value_of(expr, on), holds)
        every = isinstance(expr, All) is holds
        inner = [self.part(p, on, holds=holds) for p in parts]
        if value is None:
            chosen = [p for p in inner if p.value is None]
        elif value is every:
            chosen = inner
        else:
            chosen = [min((p for p in inner if p.value is value), key=lambda p: p.weight)]
        if len(chosen) == 1:
            return chosen[0]
        text = "always" if not parts else "all of these" if every else "at least one of these"
        return Proof("group", text, value, children=tuple(chosen))

    def _at_least(self, expr: Expr, count: int, parts: tuple[Expr, ...], on: date, holds: bool) -> Proof:
        raw = self.value_of(expr, on)
        inner = [self.part(p, on) for p in parts]
        needed = count if raw else len(parts) - count + 1
        chosen = [p for p in inner if p.value is raw][: None if raw is None else needed]
        text = f"at least {count} of these" if holds else f"fewer than {count} of these"
        return Proof("group", text, self._seen(raw, holds), children=tuple(chosen))

    def _definition(self, definition: Definition, on: date, holds: bool) -> Proof:
        version = self.program.definition_version(definition, on)
        raw = self.value_of(definition, on)
        when = self.part(version.when, on)
        outs = [self.carve_out(c, on) for c in version.unless]
        if raw:
            children = [when, *outs]
        elif raw is None:
            children = [p for p in (when, *outs) if p.value is None]
        else:
            reasons = [p for p in outs if p.value] + ([when] if when.value is False else [])
            children = [min(reasons, key=lambda p: p.weight)]
        text = sentence(definition, on, self.program.known_on, holds=holds if raw is None else raw)
        return Proof("definition", text, self._seen(raw, holds), version.cites, definition.id, children=tuple(children))

    def _contested(self, expr: Contested, on: date, holds: bool) -> Proof:
        raw = self.value_of(expr, on)
        a, b = self.part(expr.a.condition, on), self.part(expr.b.condition, on)
        chosen: tuple[Proof, ...] = (a, b)
        if raw is not None and not a.value is b.value is raw:
            chosen = (a,) if a.value is raw else (b,)
        children = tuple(
            Proof("reading", side.label, p.value, children=(p,))
            for side, p in ((expr.a, a), (expr.b, b))
            if p in chosen
        )
        return Proof("contested", expr.why, self._seen(raw, holds), expr.cites, expr.key, children=children)

    def _guidance(self, expr: Guidance, on: date, holds: bool) -> Proof:
        raw = self.value_of(expr, on)
        followed = self.program.guidance_side(expr, self.held)
        inner = self.part(expr.followed if followed else expr.ignored, on, holds=holds)
        if expr.assumed:
            return inner if followed else Proof("assumption", expr.why, self._seen(raw, holds), (), expr.key)
        why = expr.why if followed else f"without the guidance: {expr.why}"
        # Where the text alone comes to the same, nothing rests on the guidance.
        cites = (expr.cite,) if followed and self.value_of(expr.ignored, on) is not raw else ()
        return Proof("guidance", why, self._seen(raw, holds), cites, expr.key, children=(inner,))

    def _leaf(self, expr: Expr, on: date, holds: bool) -> Proof:
        raw = self.value_of(expr, on)
        shown = holds if raw is None else raw
        text = sentence(expr, on, self.program.known_on, holds=shown)
        facts = facts_in(expr)
        answer = "; ".join(value_words(f, self.values.get(f.key)) for f in facts) if not isinstance(expr, Flag) else ""
        used = tuple(f.key for f in facts if raw is None or f.key in self.values)
        if raw is None:
            used = tuple(f.key for f in facts if self._still_needed(f))
        cites = tuple(f.cite for f in facts if f.cite is not None)
        return Proof("fact", text, self._seen(raw, holds), cites, facts[0].key, used, answer)

    def _still_needed(self, fact: Fact) -> bool:
        """A missing answer, or a range that is too wide to tell."""
        return fact.key not in self.values or isinstance(fact, Number | Day)


def facts_in(expr: Expr) -> list[Fact]:
    """The facts a leaf condition asks about."""
    match expr:
        case Flag():
            return [expr]
        case OneOf(fact, _) | Includes(fact, _) | Empty(fact):
            return [fact]
        case Compare(terms):
            return list(dict.fromkeys(fact for _, fact in terms))
    raise TypeError(f"{type(expr).__name__} is not a leaf condition.")
