"""Conditions, numbers and dates in plain words: what a lawyer reads instead of the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from apps.rules.engine.cites import Cite
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
from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag, Number
from apps.rules.engine.law import CarveOut, Definition, Param
from apps.rules.engine.profile import Interval, Value

_SUPERSCRIPT = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_RELATION = {">": "above", ">=": "at least", "<": "below", "<=": "at most"}
_DAY_RELATION = {">": "after", ">=": "on or after", "<": "before", "<=": "on or before"}
_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


def day(on: date) -> str:
    """A date as people write it: 2 December 2027."""
    return f"{on.day} {on:%B %Y}"


def quantity(amount: float | Fraction, unit: str = "") -> str:
    """A number with its unit: 3.8 × 10²⁵ FLOP, EUR 15 million, 10 000 users."""
    text = _amount(Decimal(repr(float(amount))))
    if unit in {"EUR", "USD", "GBP"}:
        return f"{unit} {text}"
    return f"{text} {unit}".strip()


def _amount(amount: Decimal) -> str:
    if amount and abs(amount) >= Decimal("1e13"):
        exponent = amount.adjusted()
        digits = f"{amount.scaleb(-exponent).normalize():f}"
        power = f"10{str(exponent).translate(_SUPERSCRIPT)}"
        return power if digits == "1" else f"{digits} × {power}"
    for size, name in ((Decimal("1e12"), "trillion"), (Decimal("1e9"), "billion"), (Decimal("1e6"), "million")):
        if abs(amount) >= size:
            return f"{(amount / size).normalize():f} {name}"
    return f"{amount.normalize():,f}".replace(",", "\u202f")


def value_words(fact: Fact, value: Value | None) -> str:
    """An answer in words; "not known" when there is none."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return fact.option(value).label if isinstance(fact, Choice) else value
    if isinstance(value, Interval):
        low, high = _end(fact, value.low), _end(fact, value.high)
        return low if value.single else f"{low} to {high}"
    labels = [o.label for o in fact.options if o.key in value] if isinstance(fact, Choices) else sorted(value)
    return ", ".join(labels) or "none of these"


def _end(fact: Fact, end: float) -> str:
    if isinstance(fact, Day):
        return day(date.fromordinal(int(end)))
    return quantity(end, fact.unit if isinstance(fact, Number) else "")


def sentence(expr: Expr, on: date, known_on: date, *, holds: bool = True) -> str:
    """What it means that a simple condition holds (or does not), in one clause."""
    match expr:
        case Flag():
            return expr.statement if holds else expr.denial
        case Definition():
            return expr.statement if holds else expr.denial
        case Not(part):
            return sentence(part, on, known_on, holds=not holds)
        case OneOf(fact, options):
            labels = " or ".join(o.label for o in fact.options if o.key in options)
            return f"{fact.label}: {labels}" if holds else f"{fact.label}: not {labels}"
        case Includes(fact, option):
            label = fact.option(option).label
            return f"{fact.label}: includes {label}" if holds else f"{fact.label}: does not include {label}"
        case Empty(fact):
            return f"{fact.label}: none" if holds else f"{fact.label}: at least one"
        case Compare():
            return _comparison(expr, on, known_on, holds=holds)
        case Guidance() if expr.assumed:
            return sentence(expr.followed, on, known_on, holds=holds)
        case Contested() | Guidance():
            return expr.why
    return _group(expr, holds=holds)


def _group(expr: Expr, *, holds: bool) -> str:
    match expr:
        case All(()):
            return "always" if holds else "never"
        case Any(()):
            return "never" if holds else "always"
        case All():
            return "all of these" if holds else "not all of these"
        case Any():
            return "at least one of these" if holds else "none of these"
        case AtLeast(count, _):
            return f"at least {count} of these" if holds else f"fewer than {count} of these"
    return type(expr).__name__


def _comparison(expr: Compare, on: date, known_on: date, *, holds: bool) -> str:
    op = expr.op if holds else _OPPOSITE[expr.op]
    first = expr.terms[0][1]
    if isinstance(first, Day):
        bound = expr.bound.at(on, known_on) if isinstance(expr.bound, Param) else expr.bound
        return f"{first.label} is {_DAY_RELATION[op]} {day(bound) if isinstance(bound, date) else bound}"
    left, right = counted(expr.terms), counted((-w, f) for w, f in expr.terms)
    if right:
        return f"{left} is {_RELATION[op]} {right}"
    value = expr.bound.at(on, known_on) if isinstance(expr.bound, Param) else expr.bound
    scale = f" ({expr.bound.title})" if isinstance(expr.bound, Param) else ""
    return f"{left} is {_RELATION[op]} {line_words(value, first)}{scale}"


def counted(terms: Iterable[tuple[Fraction, Fact]]) -> str:
    """What a sum adds up, in words; terms that are taken off are left out."""
    return " plus ".join(_term(weight, fact) for weight, fact in terms if weight > 0)


def relation(fact: Number | Day, op: str, bound: Fraction) -> str:
    """Where a number stands to a line: above 10²⁵ FLOP; on or after 2 August 2025."""
    if isinstance(fact, Day):
        return f"{_DAY_RELATION[op]} {day(date.fromordinal(int(bound)))}"
    return f"{_RELATION[op]} {line_words(bound, fact)}"


def line_words(value: float | Fraction | date, fact: Number) -> str:
    """A line that the law draws, with its unit; one that is a third of a round number is rounded to three digits."""
    if isinstance(value, date):
        return day(value)
    exact = isinstance(value, float) or Fraction(repr(float(value))) == value
    return quantity(value if exact else float(f"{float(value):.3g}"), fact.unit)


def _term(weight: Fraction, fact: Fact) -> str:
    if weight == 1:
        return fact.label
    share = {Fraction(1, 3): "one third of", Fraction(1, 2): "half of"}.get(weight, f"{weight} times")
    return f"{share} {fact.label}"


@dataclass(frozen=True)
class Outline:
    """A condition as nested text: `ref` links to a definition, carve-out or fact page as (kind, id)."""

    text: str
    ref: tuple[str, str] | None = None
    cites: tuple[Cite, ...] = ()
    children: tuple[Outline, ...] = ()
    note: str = ""

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The outline as indented lines of plain text."""
        yield "  " * depth + self.text
        for child in self.children:
            yield from child.lines(depth + 1)


def outline(expr: Expr, on: date, known_on: date) -> Outline:
    """A condition for lawyers, as it reads on that day; definitions are named, not unfolded."""
    match expr:
        case Flag():
            return Outline(expr.statement, ("facts", expr.key))
        case Definition():
            return Outline(expr.statement, ("definitions", expr.id))
        case Not(part):
            return _negated(part, on, known_on)
        case All(parts) | Any(parts) | AtLeast(_, parts):
            return Outline(_group(expr, holds=True), children=tuple(outline(p, on, known_on) for p in parts))
        case Contested():
            sides = tuple(
                Outline(f"Reading {name}: {side.label}", children=(outline(side.condition, on, known_on),))
                for name, side in (("A", expr.a), ("B", expr.b))
            )
            return Outline(f"Contested: {expr.why}", cites=expr.cites, children=sides)
        case Guidance() if expr.assumed:
            return outline(expr.followed, on, known_on)
        case Guidance():
            return Outline(
                f"Guidance ({expr.status}): {expr.why}",
                cites=(expr.cite,),
                children=(
                    Outline("If it is followed", children=(outline(expr.followed, on, known_on),)),
                    Outline("If it is not", children=(outline(expr.ignored, on, known_on),)),
                ),
            )
    fact = _first_fact(expr)
    return Outline(sentence(expr, on, known_on), ("facts", fact.key) if fact else None)


def _negated(part: Expr, on: date, known_on: date) -> Outline:
    inner = outline(part, on, known_on)
    if inner.children:
        return Outline("not the case:", children=(inner,))
    return Outline(sentence(part, on, known_on, holds=False), inner.ref)


def _first_fact(expr: Expr) -> Fact | None:
    if isinstance(expr, OneOf | Includes | Empty):
        return expr.fact
    return expr.terms[0][1] if isinstance(expr, Compare) else None


def carve_out_outline(carve_out: CarveOut, on: date, known_on: date) -> Outline:
    """A carve-out with its condition and the ways it is lost, nested."""
    losses = tuple(carve_out_outline(loss, on, known_on) for loss in carve_out.lost_when)
    lost = (Outline("Lost when one of these holds", children=losses),) if losses else ()
    return Outline(
        carve_out.title,
        ("carve-outs", carve_out.id),
        carve_out.cites,
        (outline(carve_out.when, on, known_on), *lost),
        carve_out.note,
    )
