"""What a user told us: fact -> value, each with where it came from. Missing means unknown, never no."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import inf, isfinite

from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag, Number, exact


@dataclass(frozen=True)
class Interval:
    """A closed range of numbers, or of days counted as ordinals. A single value has low == high."""

    low: float
    high: float

    @property
    def single(self) -> bool:
        """Whether the range is one value."""
        return self.low == self.high


Value = bool | str | frozenset[str] | Interval
Values = Mapping[str, Value]


class Origin(StrEnum):
    """Where an answer came from."""

    ANSWERED = "answered"
    IMPORTED = "imported"
    ESTIMATED = "estimated"
    ASSUMED = "assumed"
    LICENCE = "licence"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer. `value` None records "I don't know": asked, and still unknown."""

    value: Value | None
    origin: Origin = Origin.ANSWERED
    note: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A described model: answers by fact key, and the readings adopted by key ("a"/"b" or "followed"/"ignored").

    `licence` is the id of the licence its weights are released under, `base_licence` that of the model it was made
    from, if they were chosen; what they settle is among the answers.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    licence: str = ""
    base_licence: str = ""

    @property
    def values(self) -> dict[str, Value]:
        """The known values only."""
        return {key: answer.value for key, answer in self.answers.items() if answer.value is not None}

    @property
    def declined(self) -> frozenset[str]:
        """Facts the user was asked about and does not know."""
        return frozenset(key for key, answer in self.answers.items() if answer.value is None)


def parse_value(fact: Fact, raw: object) -> Value:
    """Read a raw answer (from a form, YAML or JSON) as a value of `fact`.

    Raises ValueError saying what was wrong and what to write instead. Never guesses.
    """
    if isinstance(fact, Flag):
        return _flag(fact, raw)
    if isinstance(fact, Choice):
        return _choice(fact, raw)
    if isinstance(fact, Choices):
        return _choices(fact, raw)
    if isinstance(fact, Number | Day):
        return _span(fact, raw)
    raise TypeError(f"{fact.key}: a fact of type {type(fact).__name__} cannot be answered.")


def _flag(fact: Flag, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    words = {"yes": True, "true": True, "no": False, "false": False}
    if isinstance(raw, str) and raw.strip().lower() in words:
        return words[raw.strip().lower()]
    raise ValueError(f"{fact.key} is yes or no, but the answer is {_show(raw)}. Write yes or no, or leave it out.")


def _choice(fact: Choice, raw: object) -> str:
    keys = [option.key for option in fact.options]
    if isinstance(raw, str) and raw in keys:
        return raw
    raise ValueError(f"{fact.key} has no answer {_show(raw)}. Choose one of: {', '.join(keys)}.")


def _choices(fact: Choices, raw: object) -> frozenset[str]:
    keys = [option.key for option in fact.options]
    if not isinstance(raw, list | tuple | set | frozenset):
        raise ValueError(f"{fact.key} takes a list, but the answer is {_show(raw)}. List any of: {', '.join(keys)}.")
    wrong = [item for item in raw if item not in keys]
    if wrong:
        raise ValueError(f"{fact.key} has no answer {_show(wrong[0])}. Choose any of: {', '.join(keys)}.")
    return frozenset(raw)


def _span(fact: Number | Day, raw: object) -> Interval:
    if isinstance(raw, Interval):
        return raw
    if not isinstance(raw, dict):
        value = _point(fact, raw)
        return Interval(value, value)
    if set(raw) != {"low", "high"}:
        given = ", ".join(map(str, raw)) or "nothing"
        raise ValueError(f"{fact.key}: a range needs exactly low and high, but has {given}.")
    low, high = _point(fact, raw["low"]), _point(fact, raw["high"])
    if low > high:
        raise ValueError(f"{fact.key}: low ({_show(raw['low'])}) is above high ({_show(raw['high'])}). Swap them.")
    return Interval(low, high)


def _point(fact: Number | Day, raw: object) -> float:
    return _number(fact, raw) if isinstance(fact, Number) else _day(fact, raw)


def _number(fact: Number, raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise ValueError(f"{fact.key} takes a number ({fact.unit}), but the answer is {_show(raw)}.")
    try:
        value = float(raw)
    except (ValueError, OverflowError):
        raise ValueError(f"{fact.key}: {_show(raw)} is not a number. Write for example 3.8e25 ({fact.unit}).") from None
    if not isfinite(value):
        raise ValueError(f"{fact.key}: {_show(raw)} is not a finite number. Leave the fact out if it is not known.")
    if not fact.minimum <= value <= fact.maximum:
        limits = f"between {fact.minimum:g} and {fact.maximum:g} {fact.unit}"
        raise ValueError(f"{fact.key}: {_show(raw)} is outside what is possible. Write a number {limits}.")
    if fact.integer and not value.is_integer():
        raise ValueError(f"{fact.key}: {_show(raw)} is not a whole number.")
    return value


def _day(fact: Day, raw: object) -> float:
    if isinstance(raw, str):
        try:
            raw = date.fromisoformat(raw.strip())
        except ValueError:
            raise ValueError(f"{fact.key}: {_show(raw)} is not a date. Write it as 2026-11-23.") from None
    if not isinstance(raw, date):
        raise ValueError(f"{fact.key} takes a date such as 2026-11-23, but the answer is {_show(raw)}.")
    if not fact.minimum <= raw <= fact.maximum:
        raise ValueError(f"{fact.key}: {raw} is outside what is possible ({fact.minimum} to {fact.maximum}).")
    return float(raw.toordinal())


def _show(raw: object) -> str:
    text = repr(raw) if isinstance(raw, str) else str(raw)
    return text if len(text) <= 60 else text[:57] + "…"


def plain(fact: Fact, value: Value) -> bool | str | list[str] | float | dict[str, float | str]:
    """The value as it is written in YAML or JSON: the inverse of parse_value."""
    if isinstance(value, frozenset):
        keys = [o.key for o in fact.options] if isinstance(fact, Choices) else sorted(value)
        return [key for key in keys if key in value]
    if not isinstance(value, Interval):
        return value
    ends = [_plain_end(fact, end) for end in (value.low, value.high)]
    return ends[0] if value.single else {"low": ends[0], "high": ends[1]}


def storable(fact: Fact, value: Value) -> bool | str | list[str] | dict[str, str]:
    """The value for a JSON column: as `plain`, but numbers as text, since databases turn 1e25 into a long integer."""
    written = plain(fact, value)
    if isinstance(written, dict):
        return {end: str(number) for end, number in written.items()}
    return str(written) if isinstance(written, int | float) and not isinstance(written, bool) else written


def _plain_end(fact: Fact, end: float) -> float | str:
    if isinstance(fact, Day):
        return date.fromordinal(int(end)).isoformat()
    return int(end) if isinstance(fact, Number) and fact.integer else end


class Comparison:
    """A compiled comparison: floats decide, and what is too close to call is decided exactly."""

    __slots__ = ("bound", "exact_bound", "op", "over", "parts", "terms")

    def __init__(self, terms: tuple[tuple[Fraction, Number | Day], ...], op: str, bound: Fraction) -> None:
        self.terms, self.op, self.exact_bound = terms, op, bound
        self.bound = float(bound)
        self.over = operator.gt if op == ">" else operator.ge
        self.parts = tuple((float(weight), fact.key, _floor(fact)) for weight, fact in terms)

    def truth(self, values: Values) -> bool | None:
        """Whether the sum stands in the relation; None when the ranges straddle the bound."""
        low = high = 0.0
        scale = abs(self.bound)
        for weight, key, floor in self.parts:
            value = values.get(key, floor)
            least, most = weight * value.low, weight * value.high  # type: ignore[union-attr]
            if weight < 0:
                least, most = most, least
            low, high = low + least, high + most
            scale += (abs(least) if least != -inf else 0) + (abs(most) if most != inf else 0)
        margin = 1e-9 * scale
        if abs(low - self.bound) <= margin or abs(high - self.bound) <= margin:
            return compares(self.terms, self.op, self.exact_bound, values)
        return True if self.over(low, self.bound) else None if self.over(high, self.bound) else False


def _floor(fact: Number | Day) -> Interval:
    """The range of a fact that is not known."""
    return Interval(float(fact.minimum) if isinstance(fact, Number) else -inf, inf)


def compares(terms: Iterable[tuple[Fraction, Number | Day]], op: str, bound: Fraction, values: Values) -> bool | None:
    """Whether the weighted sum stands in relation `op` (">" or ">=") to `bound`; None when the ranges straddle it.

    Exact: each number counts as the decimal a person wrote. Unknown numbers range from their minimum upwards.
    """
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for weight, fact in terms:
        least, most = _ends(fact, values.get(fact.key))
        if weight < 0:
            least, most = most, least
        low = None if low is None or least is None else low + weight * least
        high = None if high is None or most is None else high + weight * most
    if low is not None and _over(low, op, bound):
        return True
    if high is not None and not _over(high, op, bound):
        return False
    return None


def _ends(fact: Number | Day, value: Value | None) -> tuple[Fraction | None, Fraction | None]:
    if isinstance(value, Interval):
        return exact(value.low), exact(value.high)
    return (exact(fact.minimum), None) if isinstance(fact, Number) else (None, None)


def _over(amount: Fraction, op: str, bound: Fraction) -> bool:
    return amount > bound if op == ">" else amount >= bound
