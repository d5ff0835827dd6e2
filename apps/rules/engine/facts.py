"""Facts: the things a user can tell us. Each carries its own question, and is (or makes) conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from apps.rules.engine.cites import Cite, caller_position
from apps.rules.engine.conditions import Any as AnyOf
from apps.rules.engine.conditions import Compare, Empty, Expr, Includes, OneOf, walk

if TYPE_CHECKING:
    from apps.rules.engine.law import Param

SECTIONS: tuple[str, ...] = (
    "organisation",
    "model",
    "modification",
    "openness",
    "data",
    "market",
    "use",
    "behaviour",
    "safety",
    "commitments",
)


class Rigidity(StrEnum):
    """How easily a person can change what the fact says, easiest first."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    FIXED = "fixed"

    @property
    def rank(self) -> int:
        """0 for the easiest to change, 3 for what cannot be changed."""
        return list(Rigidity).index(self)


@dataclass(frozen=True, kw_only=True, eq=False)
class Fact:
    """One thing that can be true of a model, system, organisation or use.

    `ask` is the question, `why` says what it decides, `evidence` what shows the answer, `label` names it in a table.
    `assumed` marks a legal answer that a user states rather than a thing they observe. `presupposes` names facts to
    ask for before this one wherever they matter too; it moves the question and decides nothing.
    """

    key: str
    section: str
    label: str
    ask: str
    help: str = ""
    why: str = ""
    evidence: str = ""
    yes_example: str = ""
    no_example: str = ""
    cite: Cite | None = None
    rigidity: Rigidity = Rigidity.MEDIUM
    assumed: bool = False
    presupposes: tuple[str, ...] = ()
    position: str = field(default_factory=caller_position, repr=False)

    @property
    def kind(self) -> str:
        """The kind of answer: flag, choice, choices, number or day."""
        return type(self).__name__.lower()


@dataclass(frozen=True, kw_only=True, eq=False)
class Flag(Fact, Expr):
    """A yes-or-no fact. `statement` and `denial` say it in a sentence, for proofs."""

    statement: str
    denial: str


@dataclass(frozen=True)
class Option:
    """One answer of a Choice or Choices fact. `label` reads well after "is"."""

    key: str
    label: str
    help: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class _Optional(Fact):
    options: tuple[Option, ...]

    def option(self, key: str) -> Option:
        """The option with this key; LookupError naming the possible keys when there is none."""
        for option in self.options:
            if option.key == key:
                return option
        raise LookupError(f"{self.key} has no option {key!r}. It has: {', '.join(o.key for o in self.options)}.")


@dataclass(frozen=True, kw_only=True, eq=False)
class Choice(_Optional):
    """A fact with exactly one of several answers."""

    def is_(self, *options: str) -> Expr:
        """Holds when the answer is one of `options`."""
        return OneOf(self, frozenset(self.option(key).key for key in options))


@dataclass(frozen=True, kw_only=True, eq=False)
class Choices(_Optional):
    """A fact whose answer is a set (possibly empty) of options."""

    def includes(self, option: str) -> Expr:
        """Holds when `option` is in the answer."""
        return Includes(self, self.option(option).key)

    def any_of(self, *options: str) -> Expr:
        """Holds when at least one of `options` is in the answer."""
        return AnyOf(tuple(self.includes(key) for key in options))

    def is_empty(self) -> Expr:
        """Holds when the answer is known to be none of the options."""
        return Empty(self)


@dataclass(frozen=True, eq=False)
class Sum:
    """A weighted sum of number facts, to be compared with a bound or another sum."""

    terms: tuple[tuple[Fraction, Number], ...]

    def __add__(self, other: Number | Sum) -> Sum:
        return Sum(self.terms + _sum(other).terms)

    def __mul__(self, factor: Fraction | int) -> Sum:
        return Sum(tuple((weight * factor, fact) for weight, fact in self.terms))

    __rmul__ = __mul__

    def __gt__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, ">", bound)

    def __ge__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, ">=", bound)

    def __lt__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, "<", bound)

    def __le__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, "<=", bound)


@dataclass(frozen=True, kw_only=True, eq=False)
class Number(Fact):
    """A quantity with a unit. An answer may be a range; a comparison that the range straddles is not known."""

    unit: str
    minimum: float = 0
    maximum: float = 1e32
    integer: bool = False

    def __add__(self, other: Number | Sum) -> Sum:
        return _sum(self) + other

    def __mul__(self, factor: Fraction | int) -> Sum:
        return _sum(self) * factor

    __rmul__ = __mul__

    def __gt__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, ">", bound)

    def __ge__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, ">=", bound)

    def __lt__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, "<", bound)

    def __le__(self, bound: Param | float | Fraction | Number | Sum) -> Expr:
        return _compare(self, "<=", bound)


def _sum(quantity: Number | Sum) -> Sum:
    return quantity if isinstance(quantity, Sum) else Sum(((Fraction(1), quantity),))


def _compare(left: Number | Sum, op: str, right: Param | float | Fraction | Number | Sum) -> Expr:
    terms = _sum(left).terms
    if isinstance(right, Number | Sum):
        terms += (_sum(right) * -1).terms
        return Compare(terms, op, Fraction(0))
    return Compare(terms, op, exact(right) if isinstance(right, int | float | Fraction) else right)


def exact(number: float | Fraction) -> Fraction:
    """The number as a person wrote it: 1e25 becomes exactly ten to the twenty-fifth, 0.3 three tenths."""
    return number if isinstance(number, Fraction) else Fraction(repr(number))


@dataclass(frozen=True, kw_only=True, eq=False)
class Day(Fact):
    """A calendar day. An answer may be a range of days."""

    minimum: date = date(1950, 1, 1)
    maximum: date = date(2100, 12, 31)

    def __lt__(self, bound: Param | date) -> Expr:
        return _on(self, "<", bound)

    def __le__(self, bound: Param | date) -> Expr:
        return _on(self, "<=", bound)

    def __gt__(self, bound: Param | date) -> Expr:
        return _on(self, ">", bound)

    def __ge__(self, bound: Param | date) -> Expr:
        return _on(self, ">=", bound)


def _on(day: Day, op: str, bound: Param | date) -> Expr:
    return Compare(((Fraction(1), day),), op, bound)


def facts_of(expr: Expr) -> Iterator[Fact]:
    """The facts that `expr` mentions itself (definitions are not entered)."""
    for part in walk(expr):
        if isinstance(part, Fact):
            yield part
        elif isinstance(part, OneOf | Includes | Empty):
            yield part.fact
        elif isinstance(part, Compare):
            yield from (fact for _, fact in part.terms)
