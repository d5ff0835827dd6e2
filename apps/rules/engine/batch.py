"""Many profiles at once: the same compiled function over numpy words, 64 profiles to a word. Needs numpy.

Contested points stay open here (an outcome they decide reads "needs facts"); decide.py resolves them one by one.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apps.rules.engine.compile import Atom, CompiledRule, Program
from apps.rules.engine.decide import Outcome
from apps.rules.engine.facts import Choice, Choices, Fact, Flag, exact
from apps.rules.engine.profile import Interval, Value, Values, compares

Words = NDArray[np.uint64]
Mask = NDArray[np.bool_]
OUTCOMES: tuple[Outcome, ...] = (
    Outcome.NEEDS_FACTS,
    Outcome.APPLIES,
    Outcome.EXEMPT,
    Outcome.DOES_NOT_APPLY,
)


@dataclass(frozen=True)
class Columns:
    """Answers by column: flags and choices as codes (-1 unknown), sets as masks with a known mask, ranges by end."""

    size: int
    codes: Mapping[str, NDArray[np.int8]]
    sets: Mapping[str, tuple[NDArray[np.int64], Mask]]
    spans: Mapping[str, tuple[NDArray[np.float64], NDArray[np.float64]]]


def columns(facts: Mapping[str, Fact], profiles: Sequence[Values]) -> Columns:
    """Turn profiles into columns. The slow part of a batch: bring columns where you have them."""
    codes, sets, spans = {}, {}, {}
    for key in {key for values in profiles for key in values}:
        column = [values.get(key) for values in profiles]
        fact = facts[key]
        if isinstance(fact, Flag | Choice):
            codes[key] = np.array([_code(fact, v) for v in column], np.int8)
        elif isinstance(fact, Choices):
            sets[key] = np.array([_bits(fact, v) for v in column], np.int64), np.array([v is not None for v in column])
        else:
            ends = [(v.low, v.high) if isinstance(v, Interval) else (np.nan, np.nan) for v in column]
            spans[key] = np.array([e[0] for e in ends]), np.array([e[1] for e in ends])
    return Columns(len(profiles), codes, sets, spans)


def _code(fact: Flag | Choice, value: Value | None) -> int:
    if value is None:
        return -1
    return int(value is True) if isinstance(fact, Flag) else [o.key for o in fact.options].index(str(value))


def _bits(fact: Choices, value: Value | None) -> int:
    return sum(1 << i for i, o in enumerate(fact.options) if isinstance(value, frozenset) and o.key in value)


def decide_batch(program: Program, table: Columns) -> NDArray[np.uint8]:
    """The outcome of every obligation (rows, in program order) for every profile, as an index into OUTCOMES."""
    words = (table.size + 63) // 64
    t, f = [], []
    for atom in program.atoms:
        held, broken = _atom(program, atom, table)
        t.append(_packed(held, words))
        f.append(_packed(broken, words))
    ones, zero = np.full(words, ~np.uint64(0)), np.zeros(words, np.uint64)
    known_true, known_false = program.run(t, f, ones, zero)
    planes = dict(zip(program.roots, zip(known_true, known_false, strict=True), strict=True))
    return np.array([_outcomes(rule, planes, ones, zero, table.size) for rule in program.rules])


def _outcomes(
    rule: CompiledRule, planes: Mapping[int, tuple[Words, Words]], ones: Words, zero: Words, size: int
) -> NDArray[np.uint8]:
    """Outcome codes of one obligation: the first version in time that applies or is open decides."""
    applies, exempt, open_, closed = zero, zero, zero, ones
    for v in rule.versions:
        (yes, no), (out, not_out) = _planes(planes, v.applies), _planes(planes, v.exempt)
        applies = applies | yes
        exempt = exempt | out
        open_ = open_ | ~(yes | out | (no & not_out))
        closed = closed & no & not_out
    high = (exempt | closed) & ~applies & ~open_
    low = applies | (closed & ~open_)
    return _unpacked(low, size) | _unpacked(high, size) * np.uint8(2)


def _planes(planes: Mapping[int, tuple[Words, Words]], literal: tuple[int, bool]) -> tuple[Words, Words]:
    t, f = planes[literal[0]]
    return (f, t) if literal[1] else (t, f)


def _packed(mask: Mask | bool, words: int) -> Words:
    if isinstance(mask, bool):
        return np.full(words, ~np.uint64(0) if mask else np.uint64(0))
    packed = np.packbits(mask, bitorder="little")
    return np.pad(packed, (0, words * 8 - len(packed))).view(np.uint64)


def _unpacked(words: Words, size: int) -> NDArray[np.uint8]:
    return np.unpackbits(words.view(np.uint8), bitorder="little")[:size]


def _atom(program: Program, atom: Atom, table: Columns) -> tuple[Mask | bool, Mask | bool]:
    """Where an atom is known true, and where known false."""
    fact = program.book.facts.get(atom.key)
    if atom.kind == "guidance":
        return True, False
    if atom.kind == "compare":
        return _compared(atom, table)
    if atom.kind in {"flag", "in"} and atom.key in table.codes:
        column = table.codes[atom.key]
        wanted = [1] if atom.kind == "flag" else [_code(_choice(fact), o) for o in atom.detail]
        held = np.isin(column, wanted)
        return held, ~held & (column >= 0)
    if atom.kind in {"has", "none"} and atom.key in table.sets:
        bits, known = table.sets[atom.key]
        held = bits == 0 if atom.kind == "none" else (bits & _bits(_choices(fact), frozenset({atom.detail}))) != 0
        return held & known, ~held & known
    return False, False


def _choice(fact: Fact | None) -> Choice:
    if not isinstance(fact, Choice):
        raise TypeError(f"{fact} is not a choice.")
    return fact


def _choices(fact: Fact | None) -> Choices:
    if not isinstance(fact, Choices):
        raise TypeError(f"{fact} is not a set of choices.")
    return fact


def _compared(atom: Atom, table: Columns) -> tuple[Mask | bool, Mask | bool]:
    """A weighted sum against a bound, in floats; rows too close to call are decided exactly."""
    terms, op, bound = atom.detail
    low, high = np.zeros(table.size), np.zeros(table.size)
    scale = np.full(table.size, abs(float(bound)))
    for weight, fact in terms:
        least, most = _ends(fact, table)
        factor = float(weight)
        ends = (least * factor, most * factor) if factor > 0 else (most * factor, least * factor)
        low, high = low + ends[0], high + ends[1]
        scale = np.maximum(scale, np.where(np.isfinite(most), np.abs(most * factor), 0))
    over = operator.gt if op == ">" else operator.ge
    held, broken = over(low, float(bound)), ~over(high, float(bound))
    if len(terms) > 1 or exact(float(bound)) != bound or terms[0][0] != 1:
        close = (np.abs(low - float(bound)) <= 1e-9 * scale) | (np.abs(high - float(bound)) <= 1e-9 * scale)
        for row in np.flatnonzero(close):
            answer = compares(terms, op, bound, _row(terms, table, int(row)))
            held[row], broken[row] = answer is True, answer is False
    return held, broken


def _ends(fact: Any, table: Columns) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    minimum = float(fact.minimum) if not hasattr(fact.minimum, "toordinal") else -np.inf
    if fact.key not in table.spans:
        return np.full(table.size, minimum), np.full(table.size, np.inf)
    low, high = table.spans[fact.key]
    return np.where(np.isnan(low), minimum, low), np.where(np.isnan(high), np.inf, high)


def _row(terms: Any, table: Columns, row: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for _, fact in terms:
        if fact.key in table.spans and not np.isnan(table.spans[fact.key][0][row]):
            low, high = table.spans[fact.key]
            values[fact.key] = Interval(float(low[row]), float(high[row]))
    return values
