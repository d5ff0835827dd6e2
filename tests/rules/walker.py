"""The oracle: a plain tree walker over conditions, with no compilation, no planes, no sharing but of concepts.

It follows the text of the rules one by one, in three-valued logic, and exists to disagree with the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import product

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
from apps.rules.engine.facts import Day, Flag, Number
from apps.rules.engine.law import CarveOut, Definition, Obligation, Param, Version
from apps.rules.engine.profile import Interval, Value
from apps.rules.engine.rulebook import Rulebook

Truth = bool | None
Values = Mapping[str, Value]


def negate(truth: Truth) -> Truth:
    return None if truth is None else not truth


def every(truths: list[Truth]) -> Truth:
    return False if False in truths else None if None in truths else True


def some(truths: list[Truth]) -> Truth:
    return True if True in truths else None if None in truths else False


class Walker:
    def __init__(self, book: Rulebook, as_of: date, known_on: date, values: Values, readings: Mapping[str, bool]):
        self.book, self.as_of, self.known_on = book, as_of, known_on
        self.values, self.readings = values, readings
        self.concepts: dict[tuple[str, date], Truth] = {}  # many rules name the same; each is walked once a day

    def outcome(self, obligation: Obligation) -> str | None:
        """The outcome with contested points left open; None when the obligation is not known yet."""
        versions = self.versions(obligation)
        if not versions:
            return None
        found = [self.version_outcome(v) for v in versions]
        for wanted in ("applies", "needs_facts", "exempt"):
            if wanted in found:
                return wanted
        return "does_not_apply"

    def versions(self, obligation: Obligation) -> list[Version]:
        seen = [v for v in obligation.versions if self.known(v)]
        ahead = [v for v in seen if v.until is None or v.until > self.as_of]
        return ahead or seen[-1:]

    def known(self, version: Version) -> bool:
        published = version.published_on or self.book.instruments[version.cites[0].instrument].published_on
        return published <= self.known_on and (version.replaced_on is None or self.known_on < version.replaced_on)

    def version_outcome(self, version: Version) -> str:
        on = max(self.as_of, version.since)
        if version.until is not None and on >= version.until:
            on = version.since
        when = self.truth(version.when, on)
        out = some([self.carve_out(c, on) for c in version.unless])
        if when is False:
            return "does_not_apply"
        if when is None or out is None:
            return "needs_facts"
        return "exempt" if out else "applies"

    def carve_out(self, carve_out: CarveOut, on: date) -> Truth:
        losses = [negate(self.carve_out(loss, on)) for loss in carve_out.lost_when]
        return every([self.truth(carve_out.when, on), *losses])

    def truth(self, expr: Expr, on: date) -> Truth:
        match expr:
            case Flag():
                value = self.values.get(expr.key)
                return value if isinstance(value, bool) else None
            case All(parts):
                return every([self.truth(p, on) for p in parts])
            case Any(parts):
                return some([self.truth(p, on) for p in parts])
            case Not(part):
                return negate(self.truth(part, on))
            case AtLeast(count, parts):
                truths = [self.truth(p, on) for p in parts]
                if truths.count(True) >= count:
                    return True
                return None if truths.count(True) + truths.count(None) >= count else False
            case OneOf(fact, options):
                chosen = self.values.get(fact.key)
                return None if chosen is None else chosen in options
            case Includes() | Empty():
                return self.member(expr)
            case Compare():
                return self.compare(expr, on)
            case Definition():
                return self.concept(expr, on)
            case Contested(key, _, a, b):
                sides = [self.truth(a.condition, on), self.truth(b.condition, on)]
                if key in self.readings:
                    return sides[0] if self.readings[key] else sides[1]
                return sides[0] if sides[0] is sides[1] else None
            case Guidance(key, _, _, followed, ignored, cite):
                published = expr.assumed or self.book.instruments[cite.instrument].published_on <= self.known_on
                return self.truth(followed if published and self.readings.get(key, True) else ignored, on)
        raise TypeError(type(expr))

    def member(self, expr: Includes | Empty) -> Truth:
        members = self.values.get(expr.fact.key)
        if not isinstance(members, frozenset):
            return None
        return expr.option in members if isinstance(expr, Includes) else not members

    def concept(self, definition: Definition, on: date) -> Truth:
        if (definition.id, on) not in self.concepts:
            self.concepts[definition.id, on] = self.definition(definition, on)
        return self.concepts[definition.id, on]

    def definition(self, definition: Definition, on: date) -> Truth:
        for version in definition.versions:
            if self.known(version) and version.since <= on and (version.until is None or on < version.until):
                outs = [negate(self.carve_out(c, on)) for c in version.unless]
                return every([self.truth(version.when, on), *outs])
        raise LookupError(definition.id)

    def compare(self, expr: Compare, on: date) -> Truth:
        bound = expr.bound.at(on, self.known_on) if isinstance(expr.bound, Param) else expr.bound
        target = (
            Fraction(bound.toordinal())
            if isinstance(bound, date)
            else Fraction(repr(bound))
            if isinstance(bound, float)
            else Fraction(bound)
        )
        corners = [self.ends(fact) for _, fact in expr.terms]
        answers: set[Truth] = set()
        for corner in product(*corners):
            total: Fraction | None = Fraction(0)
            infinite = 0
            for (weight, _), end in zip(expr.terms, corner, strict=True):
                if isinstance(end, str):
                    infinite += (1 if end == "+" else -1) * (1 if weight > 0 else -1)
                elif total is not None:
                    total += weight * end
            if infinite:
                answers.add((infinite > 0) is (expr.op in {">", ">="}))
            else:
                answers.add(
                    {">": total > target, ">=": total >= target, "<": total < target, "<=": total <= target}[expr.op]
                )
        return answers.pop() if len(answers) == 1 else None

    def ends(self, fact: Number | Day) -> list[Fraction | str]:
        value = self.values.get(fact.key)
        if isinstance(value, Interval):
            return [Fraction(repr(value.low)), Fraction(repr(value.high))]
        return [Fraction(repr(fact.minimum)), "+"] if isinstance(fact, Number) else ["-", "+"]
