"""The same rules for the peers in the benchmark: zen-engine expressions and polars expressions.

Definitions become named intermediate results, so the peers need not work them out twice. Guidance is followed. For zen
every fact is known (it fails on a missing one) and contested points take reading A; polars has nulls for what is not
known, as its logic is Kleene's, and for a contested point on which the readings differ.
"""

from __future__ import annotations

import functools
import json
import operator
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import polars as pl

from apps.rules.engine.compile import Program, bound_of
from apps.rules.engine.conditions import (
    All,
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
from apps.rules.engine.conditions import Any as AnyOf
from apps.rules.engine.facts import Choices, Flag
from apps.rules.engine.law import CarveOut, Definition
from apps.rules.engine.profile import Interval, Value


class Translation:
    """Walks the rules of a program and builds each condition in a peer's language."""

    def __init__(self, program: Program, build: Any) -> None:
        self.program, self.build = program, build
        self.named: dict[tuple[int, date], str] = {}
        self.results: dict[str, Any] = {}
        for rule in program.rules:
            whens = [self.of(v.version.when, v.on) for v in rule.versions]
            outs = [build.some([self.out(c, v.on) for c in v.version.unless]) for v in rule.versions]
            both = list(zip(whens, outs, strict=True))
            self.results[f"rule_{rule.place}"] = build.some([build.every([w, build.no(o)]) for w, o in both])
            if build.exempt_too:
                self.results[f"exempt_{rule.place}"] = build.some([build.every([w, o]) for w, o in both])

    def out(self, carve_out: CarveOut, on: date) -> Any:
        losses = [self.build.no(self.out(loss, on)) for loss in carve_out.lost_when]
        return self.name(carve_out, on, lambda: self.build.every([self.of(carve_out.when, on), *losses]))

    def name(self, item: object, on: date, make: Callable[[], Any]) -> Any:
        key = (id(item), on)
        if key not in self.named:
            made = make()
            self.named[key] = f"part_{len(self.named)}"
            self.results[self.named[key]] = made
        return self.build.ref(self.named[key])

    def of(self, expr: Expr, on: date) -> Any:
        match expr:
            case All(parts):
                return self.build.every([self.of(p, on) for p in parts])
            case AnyOf(parts):
                return self.build.some([self.of(p, on) for p in parts])
            case Not(part):
                return self.build.no(self.of(part, on))
            case AtLeast(count, parts):
                return self.build.at_least(count, [self.of(p, on) for p in parts])
            case Contested():
                return self.build.contested(self.of(expr.a.condition, on), self.of(expr.b.condition, on))
            case Guidance():
                followed = self.program.book.instruments[expr.cite.instrument].published_on <= self.program.known_on
                return self.of(expr.followed if followed else expr.ignored, on)
            case Definition():
                return self.name(expr, on, lambda: self.definition(expr, on))
        return self.build.leaf(expr, on, self.program.known_on)

    def definition(self, definition: Definition, on: date) -> Any:
        version = self.program.definition_version(definition, on)
        outs = [self.build.no(self.out(c, on)) for c in version.unless]
        return self.build.every([self.of(version.when, on), *outs])


class Zen:
    """Conditions as text in zen's expression language."""

    exempt_too = False

    def contested(self, a: str, _b: str) -> str:
        return a

    def ref(self, name: str) -> str:
        return f"$.{name}"

    def every(self, parts: list[str]) -> str:
        return "(" + " and ".join(parts) + ")" if parts else "true"

    def some(self, parts: list[str]) -> str:
        return "(" + " or ".join(parts) + ")" if parts else "false"

    def no(self, part: str) -> str:
        return f"(not {part})"

    def at_least(self, count: int, parts: list[str]) -> str:
        return f"(count([{', '.join(parts)}], # == true) >= {count})"

    def leaf(self, expr: Expr, on: date, known_on: date) -> str:
        match expr:
            case Flag():
                return expr.key
            case OneOf(fact, options):
                return f"({fact.key} in [{', '.join(repr(o) for o in sorted(options))}])"
            case Includes(fact, option):
                return f"{fact.key}__{option}"
            case Empty(fact):
                return f"{fact.key}__none"
            case Compare(terms, op, _):
                total = " + ".join(f"{fact.key} * {float(weight)!r}" for weight, fact in terms)
                return f"({total} {op} {float(bound_of(expr, on, known_on)):.1f})"
        raise TypeError(type(expr))


class Polars:
    """Conditions as polars expressions over columns."""

    exempt_too = True

    def contested(self, a: pl.Expr, b: pl.Expr) -> pl.Expr:
        return pl.when(a.eq_missing(b)).then(a)

    def ref(self, name: str) -> pl.Expr:
        return pl.col(name)

    def every(self, parts: list[pl.Expr]) -> pl.Expr:
        return functools.reduce(operator.and_, parts) if parts else pl.lit(value=True)

    def some(self, parts: list[pl.Expr]) -> pl.Expr:
        return functools.reduce(operator.or_, parts) if parts else pl.lit(value=False)

    def no(self, part: pl.Expr) -> pl.Expr:
        return ~part

    def at_least(self, count: int, parts: list[pl.Expr]) -> pl.Expr:
        return sum((p.cast(pl.Int8) for p in parts), pl.lit(0)) >= count

    def leaf(self, expr: Expr, on: date, known_on: date) -> pl.Expr:
        match expr:
            case Flag():
                return pl.col(expr.key)
            case OneOf(fact, options):
                return pl.col(fact.key).is_in(sorted(options))
            case Includes(fact, option):
                return pl.col(f"{fact.key}__{option}")
            case Empty(fact):
                return pl.col(f"{fact.key}__none")
            case Compare(terms, op, _):
                total = sum((pl.col(f.key) * float(w) for w, f in terms), pl.lit(0.0))
                compare = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}[op]
                found: pl.Expr = compare(total, float(bound_of(expr, on, known_on)))
                return found
        raise TypeError(type(expr))


def zen_document(program: Program) -> str:
    """The rules as a zen decision with one expression node."""
    translation = Translation(program, Zen())
    expressions = [{"id": name, "key": name, "value": text} for name, text in translation.results.items()]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "e1", "sourceId": "in", "targetId": "rules"},
        {"id": "e2", "sourceId": "rules", "targetId": "out"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def polars_layers(program: Program) -> list[dict[str, pl.Expr]]:
    """The rules as polars expressions, in layers: each layer needs only the columns of those before."""
    results = Translation(program, Polars()).results
    layers: list[dict[str, pl.Expr]] = []
    done: set[str] = set()
    while len(done) < len(results):
        ready = {
            name: expr
            for name, expr in results.items()
            if name not in done and all(root in done or root not in results for root in expr.meta.root_names())
        }
        layers.append(ready)
        done |= set(ready)
    return layers


def flat(program: Program, values: dict[str, Value]) -> dict[str, Any]:
    """A profile as the plain columns the peers read: sets become one flag per option, what is missing is null."""
    row: dict[str, Any] = {}
    for key, fact in program.book.facts.items():
        names = [f"{key}__{o.key}" for o in fact.options] + [f"{key}__none"] if isinstance(fact, Choices) else [key]
        row |= dict.fromkeys(names)
    for key, value in values.items():
        fact = program.book.facts[key]
        if isinstance(fact, Choices) and isinstance(value, frozenset):
            row |= {f"{key}__{o.key}": o.key in value for o in fact.options}
            row[f"{key}__none"] = not value
        else:
            row[key] = value.low if isinstance(value, Interval) else value
    return row


def rule_columns(program: Program) -> Iterator[str]:
    """The names of the peers' answers to "does it apply", in program order."""
    return (f"rule_{i}" for i in range(len(program.rules)))
