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
Floats = NDArray[np.float64]
Pair = tuple[Words, Words]
OUTCOMES: tuple[Outcome, ...] = (
    Outcome.NEEDS_FACTS,
    Outcome.APPLIES,
    Outcome.EXEMPT,
    Outcome.DOES_NOT_APPLY,
)


@dataclass(frozen=True)
class Columns:
    """Answers by column: flags and choices as codes (-1 unknown), sets as one mask per option, ranges by their ends.

    The masks of a set are rows in the order of its options, with a last row for "known". NaN means unknown; the two
    ends may be one array when every value is single.
    """

    size: int
    codes: Mapping[str, NDArray[np.int8]]
    sets: Mapping[str, NDArray[np.bool_]]
    spans: Mapping[str, tuple[Floats, Floats]]


def columns(facts: Mapping[str, Fact], profiles: Sequence[Values]) -> Columns:
    """Turn profiles into columns. The slow part of a batch: bring columns where you have them."""
    codes, sets, spans = {}, {}, {}
    for key in sorted({key for values in profiles for key in values}):
        column = [values.get(key) for values in profiles]
        fact = facts[key]
        if isinstance(fact, Flag | Choice):
            codes[key] = np.array([_code(fact, v) for v in column], np.int8)
        elif isinstance(fact, Choices):
            sets[key] = np.array([_row(fact, v) for v in column], np.bool_).T.copy()
        else:
            ends = [(v.low, v.high) if isinstance(v, Interval) else (np.nan, np.nan) for v in column]
            low, high = np.array([e[0] for e in ends]), np.array([e[1] for e in ends])
            spans[key] = low, low if np.array_equal(low, high, equal_nan=True) else high
    return Columns(len(profiles), codes, sets, spans)


def _code(fact: Flag | Choice, value: Value | None) -> int:
    if value is None:
        return -1
    return int(value is True) if isinstance(fact, Flag) else [o.key for o in fact.options].index(str(value))


def _row(fact: Choices, value: Value | None) -> list[bool]:
    chosen = value if isinstance(value, frozenset) else frozenset()
    return [*(o.key in chosen for o in fact.options), value is not None]


@dataclass(frozen=True)
class BatchOutcomes:
    """The outcome of every obligation for every profile, packed: two bits of an index into OUTCOMES, 64 rows a word."""

    size: int
    low: NDArray[np.uint64]
    high: NDArray[np.uint64]

    def codes(self) -> NDArray[np.uint8]:
        """One number for each obligation (rows, in program order) and profile (columns): an index into OUTCOMES."""
        low, high = (self._unpacked(plane) for plane in (self.low, self.high))
        return low | high << np.uint8(1)

    def _unpacked(self, plane: NDArray[np.uint64]) -> NDArray[np.uint8]:
        return np.unpackbits(plane.view(np.uint8), axis=1, count=self.size, bitorder="little")


def decide_batch(program: Program, table: Columns) -> BatchOutcomes:
    """Decide every obligation of a program for every profile of a table."""
    planes = _Planes(program, table)
    pairs = [planes.of(atom) for atom in program.atoms]
    ones, zero = planes.ones, planes.zero
    known_true, known_false = program.circuit.run([t for t, _ in pairs], [f for _, f in pairs], ones, zero)
    found = dict(zip(program.roots, zip(known_true, known_false, strict=True), strict=True))
    bits = [_outcomes(rule, found, ones, zero) for rule in program.rules]
    return BatchOutcomes(table.size, np.array([low for low, _ in bits]), np.array([high for _, high in bits]))


def _outcomes(rule: CompiledRule, found: Mapping[int, Pair], ones: Words, zero: Words) -> Pair:
    """The bits of one obligation's outcome: the first version in time that applies or is open decides."""
    applies, exempt, open_, closed = zero, zero, zero, ones
    for v in rule.versions:
        (yes, no), (out, not_out) = _pair(found, v.applies), _pair(found, v.exempt)
        applies = applies | yes
        exempt = exempt | out
        open_ = open_ | ~(yes | out | (no & not_out))
        closed = closed & no & not_out
    return applies | (closed & ~open_), (exempt | closed) & ~applies & ~open_


def _pair(found: Mapping[int, Pair], literal: tuple[int, bool]) -> Pair:
    t, f = found[literal[0]]
    return (f, t) if literal[1] else (t, f)


class _Planes:
    """Packs columns into words, each column and sum once however many atoms ask about it."""

    def __init__(self, program: Program, table: Columns) -> None:
        self.program, self.table = program, table
        words = (table.size + 63) // 64
        self.ones, self.zero = np.full(words, ~np.uint64(0)), np.zeros(words, np.uint64)
        self._words = words
        self._codes: dict[tuple[str, int], Words] = {}
        self._sums: dict[Any, tuple[Floats, Floats, Floats | None]] = {}

    def of(self, atom: Atom) -> Pair:
        """Where an atom is known true, and where known false."""
        if atom.kind == "guidance":
            return self.ones, self.zero
        if atom.kind == "compare":
            return self._compare(atom)
        if atom.key in self.table.codes:
            return self._choice(atom)
        if atom.key in self.table.sets:
            return self._set(atom)
        return self.zero, self.zero

    def pack(self, mask: NDArray[np.bool_]) -> Words:
        """A mask as words of 64 rows."""
        packed = np.zeros(self._words * 8, np.uint8)
        bits = np.packbits(mask, bitorder="little")
        packed[: len(bits)] = bits
        return packed.view(np.uint64)

    def _coded(self, key: str, code: int) -> Words:
        if (key, code) not in self._codes:
            self._codes[key, code] = self.pack(self.table.codes[key] == code)
        return self._codes[key, code]

    def _choice(self, atom: Atom) -> Pair:
        if atom.kind == "flag":
            return self._coded(atom.key, 1), self._coded(atom.key, 0)
        keys = self._options(atom.key)
        held = self.zero
        for option in atom.detail:
            held = held | self._coded(atom.key, keys.index(option))
        return held, ~(held | self._coded(atom.key, -1))

    def _set(self, atom: Atom) -> Pair:
        rows = self.table.sets[atom.key]
        known = self.pack(rows[-1])
        if atom.kind == "none":
            some = self.pack(np.any(rows[:-1], axis=0, keepdims=True)[0])
            return known & ~some, known & some
        held = self.pack(rows[self._options(atom.key).index(atom.detail)])
        return held & known, known & ~held

    def _options(self, key: str) -> list[str]:
        fact = self.program.book.facts[key]
        return [o.key for o in fact.options] if isinstance(fact, Choice | Choices) else []

    def _compare(self, atom: Atom) -> Pair:
        """A weighted sum against a bound, in floats; rows too close to call are decided exactly."""
        terms, op, bound = atom.detail
        over, under = (operator.gt, operator.le) if op == ">" else (operator.ge, operator.lt)
        limit = float(bound)
        low, high, scale = self._sum(terms)
        held, broken = over(low, limit), under(high, limit)
        if len(terms) > 1 or terms[0][0] != 1 or exact(limit) != bound:
            close = self._close(low, limit, scale)
            close |= close if high is low else self._close(high, limit, scale)
            for row in np.flatnonzero(close):
                answer = compares(terms, op, bound, self._values(terms, int(row)))
                held[row], broken[row] = answer is True, answer is False
        return self.pack(held), self.pack(broken)

    @staticmethod
    def _close(end: Floats, limit: float, scale: Floats | None) -> NDArray[np.bool_]:
        """Where floats cannot be trusted to tell which side of the limit a sum is on."""
        margin = (end if scale is None else scale) + abs(limit)
        margin *= 1e-9
        distance = end - limit
        np.abs(distance, out=distance)
        return distance < margin if scale is None else distance <= margin

    def _sum(self, terms: tuple[tuple[Any, Any], ...]) -> tuple[Floats, Floats, Floats | None]:
        """The least and the most a sum can be, row by row; where signs are mixed, also the size of what was added."""
        if terms not in self._sums:
            parts = [self._term(float(weight), fact) for weight, fact in terms]
            (low, high), scale = parts[0], None
            for more_low, more_high in parts[1:]:
                single = low is high and more_low is more_high
                low = low + more_low
                high = low if single else high + more_high
            if any(weight < 0 for weight, _ in terms):
                scale = np.zeros(self.table.size)
                for end in {id(end): end for part in parts for end in part}.values():
                    scale += np.abs(np.where(np.isinf(end), 0, end))
            self._sums[terms] = low, high, scale
        return self._sums[terms]

    def _term(self, weight: float, fact: Any) -> tuple[Floats, Floats]:
        """What one fact contributes at least and at most. The same array twice when all its values are single."""
        least = float(fact.minimum) if not hasattr(fact.minimum, "toordinal") else -np.inf
        if fact.key not in self.table.spans:
            low, high = np.full(self.table.size, least), np.full(self.table.size, np.inf)
        else:
            low, high = self.table.spans[fact.key]
            unknown = np.isnan(low)
            if unknown.any():
                low, high = np.where(unknown, least, low), np.where(unknown, np.inf, high)
        if weight == 1:
            return low, high
        first = low * weight
        second = first if low is high else high * weight
        return (first, second) if weight > 0 else (second, first)

    def _values(self, terms: tuple[tuple[Any, Any], ...], row: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for _, fact in terms:
            low, high = self.table.spans.get(fact.key, (None, None))
            if low is not None and high is not None and not np.isnan(low[row]):
                values[fact.key] = Interval(float(low[row]), float(high[row]))
        return values
