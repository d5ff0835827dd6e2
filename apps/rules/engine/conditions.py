"""Conditions are data: facts and definitions combined with `& | ~`, comparisons, `at_least`, `contested`, `guidance`.

A condition never runs Python of its own. It is compiled once (see compile.py) and can be read aloud (see words.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

from apps.rules.engine.cites import Cite

if TYPE_CHECKING:
    from apps.rules.engine.facts import Choice, Choices, Day, Number
    from apps.rules.engine.law import Param


class Expr:
    """A condition. Combine with `&`, `|`, `~`; `and`, `or`, `not` are refused with the remedy."""

    def __and__(self, other: Expr) -> Expr:
        return All((*_flat(All, self), *_flat(All, other)))

    def __or__(self, other: Expr) -> Expr:
        return Any((*_flat(Any, self), *_flat(Any, other)))

    def __invert__(self) -> Expr:
        return self.part if isinstance(self, Not) else Not(self)

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "A condition has no value until it is decided for a profile. "
            "Write & instead of and, | instead of or, ~ instead of not, and put each comparison in parentheses."
        )

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        """The conditions this one is directly built from (none for a fact)."""
        return ()


def _flat(kind: type[All] | type[Any], expr: Expr) -> tuple[Expr, ...]:
    if not isinstance(expr, Expr):
        raise TypeError(f"{expr!r} is not a condition. Compare the fact with a value, e.g. compute > threshold.")
    return expr.parts if isinstance(expr, kind) else (expr,)


@dataclass(frozen=True, eq=False)
class All(Expr):
    """Every part holds. No parts: always true."""

    parts: tuple[Expr, ...]

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        return self.parts


@dataclass(frozen=True, eq=False)
class Any(Expr):
    """At least one part holds. No parts: never true."""

    parts: tuple[Expr, ...]

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        return self.parts


ALWAYS: Expr = All(())
NEVER: Expr = Any(())


@dataclass(frozen=True, eq=False)
class Not(Expr):
    """The part does not hold."""

    part: Expr

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        return (self.part,)


@dataclass(frozen=True, eq=False)
class AtLeast(Expr):
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Expr, ...]

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        return self.parts


def at_least(count: int, *parts: Expr) -> Expr:
    """At least `count` of the given conditions hold, e.g. two of three.

    Raises ValueError when the count cannot be reached or is not positive.
    """
    if not 1 <= count <= len(parts):
        raise ValueError(f"at_least({count}, …) needs a count between 1 and the number of conditions ({len(parts)}).")
    return AtLeast(count, parts)


@dataclass(frozen=True, eq=False)
class OneOf(Expr):
    """The chosen option of a Choice is one of `options`."""

    fact: Choice
    options: frozenset[str]


@dataclass(frozen=True, eq=False)
class Includes(Expr):
    """The set chosen for a Choices fact contains `option`."""

    fact: Choices
    option: str


@dataclass(frozen=True, eq=False)
class Empty(Expr):
    """The set chosen for a Choices fact is known to be empty."""

    fact: Choices


@dataclass(frozen=True, eq=False)
class Compare(Expr):
    """A weighted sum of number or day facts stands in relation `op` to a bound. Arithmetic is exact.

    A fact that is not known counts as the whole range from its minimum to infinity.
    """

    terms: tuple[tuple[Fraction, Number | Day], ...]
    op: str
    bound: Param | Fraction | date


@dataclass(frozen=True)
class Reading:
    """One reading of a contested point: how it reads, and the condition it leads to."""

    label: str
    condition: Expr


@dataclass(frozen=True, eq=False)
class Contested(Expr):
    """A point on which legal readings differ. Both are decided; a finding that differs between them is contested."""

    key: str
    why: str
    a: Reading
    b: Reading
    cites: tuple[Cite, ...]

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        return (self.a.condition, self.b.condition)


class GuidanceStatus(StrEnum):
    """How settled a piece of guidance is. An assumption is no guidance: the user's own word for a legal answer."""

    FINAL = "final"
    DRAFT = "draft"
    ASSUMPTION = "assumption"


@dataclass(frozen=True, eq=False)
class Guidance(Expr):
    """A line drawn by guidance, not by law. Followed unless the profile switches it off."""

    key: str
    why: str
    status: GuidanceStatus
    followed: Expr
    ignored: Expr
    cite: Cite

    @property
    def assumed(self) -> bool:
        """Whether the switch is a legal answer that users may state themselves."""
        return self.status is GuidanceStatus.ASSUMPTION

    @property
    def soft(self) -> bool:
        """Whether the line is too weak to rest on unseen: a draft, or guidance not read in the original."""
        return not self.assumed and (self.status is GuidanceStatus.DRAFT or not self.cite.grade.verified)

    @property
    def sides(self) -> tuple[str, str]:
        """What a profile may set: the default first."""
        return ("worked_out", "assumed") if self.assumed else ("followed", "ignored")

    @property
    def parts_within(self) -> tuple[Expr, ...]:
        return (self.followed, self.ignored)


def contested(*, key: str, why: str, a: Reading, b: Reading, cites: tuple[Cite, ...]) -> Expr:
    """A point on which readings differ: `a` and `b` are the two readings, `why` says what the dispute is."""
    return Contested(key, why, a, b, cites)


def guidance(*, key: str, why: str, status: GuidanceStatus, followed: Expr, ignored: Expr, cite: Cite) -> Expr:
    """A line drawn by guidance: `followed` is the default, `ignored` is what the law alone would say."""
    return Guidance(key, why, status, followed, ignored, cite)


def assumption(*, key: str, says: str, denies: str, worked_out: Expr, cite: Cite) -> Expr:
    """A legal answer worked out from facts, unless the user states it: `assume-x` says yes, `assume-not-x` says no.

    Two switches, so that a profile can set either; where both are set, the yes stands.
    """
    name = key.removeprefix("assume-")
    no = Guidance(f"assume-not-{name}", denies, GuidanceStatus.ASSUMPTION, worked_out, NEVER, cite)
    return Guidance(key, says, GuidanceStatus.ASSUMPTION, no, ALWAYS, cite)


def walk(expr: Expr) -> Iterator[Expr]:
    """Every condition inside `expr`, itself first. Definitions are yielded but not entered."""
    yield expr
    for part in expr.parts_within:
        yield from walk(part)
