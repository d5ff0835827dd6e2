"""The numbers the law draws lines at: every comparison of a compiled program, what hangs on it, and where it turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from apps.rules.engine.compile import Atom, Program
from apps.rules.engine.exact import limits
from apps.rules.engine.facts import Day, Fact, Number, exact
from apps.rules.engine.law import Param
from apps.rules.engine.profile import Comparison, Interval, Value, Values

STEP = Fraction(1, 100)  # how far beyond a line, as a share of it, a value lies that stands for "just beyond"
Span = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True)
class Line:
    """A number that the law compares an answer, or a sum of answers, with.

    `params` are the named numbers of the law behind it, if any; `rules` the obligations whose outcome rests on it.
    """

    comparison: Comparison
    params: tuple[Param, ...]
    rules: tuple[str, ...]

    @property
    def fact(self) -> Number | Day:
        """The fact to move: the first of those that count towards the line."""
        return next(fact for weight, fact in self.comparison.terms if weight > 0)

    @property
    def facts(self) -> tuple[Number | Day, ...]:
        """Every fact that the comparison reads."""
        return tuple(fact for _, fact in self.comparison.terms)

    @property
    def strict(self) -> bool:
        """Whether a value exactly on the line is still below it."""
        return self.comparison.op == ">"

    def amount(self, values: Values) -> Span:
        """The least and the most that counts towards the line; None for an end that is not known.

        Scaled so that the fact to move counts once.
        """
        return _sum(self._terms(positive=True), values)

    def bound(self, values: Values) -> Span:
        """The line itself, which moves with answers where it is a share of one."""
        low, high = _sum(self._terms(positive=False), values)
        own = self.comparison.exact_bound / self._scale
        return (None if low is None else own + low), (None if high is None else own + high)

    @property
    def _scale(self) -> Fraction:
        return next(weight for weight, _ in self.comparison.terms if weight > 0)

    def _terms(self, *, positive: bool) -> list[tuple[Fraction, Number | Day]]:
        return [(abs(w) / self._scale, fact) for w, fact in self.comparison.terms if (w > 0) is positive]


def lines_of(program: Program) -> tuple[Line, ...]:
    """Every comparison that an outcome rests on, by fact and size."""
    resting = _resting(program)
    found = [
        Line(comparison, tuple(program.params_of.get(atom, {}).values()), tuple(resting[atom]))
        for atom, comparison in program.comparisons.items()
        if atom in resting and any(weight > 0 for weight, _ in comparison.terms)
    ]
    places = {key: place for place, key in enumerate(program.book.facts)}
    return tuple(sorted(found, key=lambda line: (places[line.fact.key], len(line.facts), _plain_bound(line))))


def _plain_bound(line: Line) -> Fraction:
    return line.comparison.exact_bound / line.comparison.terms[0][0]


def _resting(program: Program) -> dict[Atom, list[str]]:
    """For each comparison, the obligations whose outcome can depend on it."""
    bit = {atom: 1 << place for place, atom in enumerate(program.comparisons)}
    below: list[int] = []
    for content in program.circuit.nodes:
        mask = bit.get(program.atoms[content], 0) if isinstance(content, int) else 0
        for inner, _ in () if isinstance(content, int) else content:
            mask |= below[inner]
        below.append(mask)
    found: dict[Atom, list[str]] = {}
    for rule in program.rules:
        mask = 0
        for node in rule.nodes:
            mask |= below[node]
        for atom, own in bit.items():
            if mask & own:
                found.setdefault(atom, []).append(rule.obligation.id)
    return found


def _sum(terms: Iterable[tuple[Fraction, Number | Day]], values: Values) -> Span:
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for weight, fact in terms:
        value = values.get(fact.key)
        least, most = _ends(fact, value)
        low = None if low is None or least is None else low + weight * least
        high = None if high is None or most is None else high + weight * most
    return low, high


def _ends(fact: Number | Day, value: Value | None) -> Span:
    if isinstance(value, Interval):
        return exact(value.low), exact(value.high)
    return (exact(fact.minimum), None) if isinstance(fact, Number) else (None, None)


# --- Where a comparison turns -------------------------------------------------------------------------------------
def cuts(comparison: Comparison, fact: Fact, values: Values) -> set[Fraction]:
    """The values of one fact at which the comparison turns, all other answers as they are: two where one is a range."""
    weight = sum((w for w, other in comparison.terms if other is fact), Fraction(0))
    if not weight:
        return set()
    others = [(w, other) for w, other in comparison.terms if other is not fact]
    rest = _signed(others, values)
    return {(comparison.exact_bound - end) / weight for end in rest if end is not None}


def _signed(terms: Iterable[tuple[Fraction, Number | Day]], values: Values) -> Span:
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for weight, fact in terms:
        ends = _ends(fact, values.get(fact.key))
        least, most = ends if weight > 0 else ends[::-1]
        low = None if low is None or least is None else low + weight * least
        high = None if high is None or most is None else high + weight * most
    return low, high


def nearest_others(program: Program, fact: Number | Day, value: Value, values: Values) -> list[Value]:
    """Values beyond each line that the law draws for a fact, one for each side, the nearest first."""
    atoms = [program.atoms[place] for place in program.atoms_of.get(fact.key, ())]
    turns = sorted({cut for atom in atoms for cut in cuts(program.comparisons[atom], fact, values)})

    def truths(tried: Value) -> tuple[bool | None, ...]:
        return tuple(program.truth(atom, {**values, fact.key: tried}) for atom in atoms)

    now = truths(value)
    found: dict[tuple[bool | None, ...], Value] = {}
    for tried in sorted(_beside(fact, turns), key=lambda end: _away(end, value)):
        single = Interval(tried, tried)
        found.setdefault(truths(single), single)
    found.pop(now, None)
    ranked = sorted(found.items(), key=lambda pair: sum(a is not b for a, b in zip(pair[0], now, strict=True)))
    return [tried for _, tried in ranked]


def _away(end: float, value: Value) -> float:
    return max(value.low - end, end - value.high, 0.0) if isinstance(value, Interval) else 0.0


def _beside(fact: Number | Day, turns: Sequence[Fraction]) -> Iterator[float]:
    """Each turn, and a value on both sides of it before the next one, as far as the fact can take them."""
    low, high = (exact(end) for end in limits(fact))
    room = [low - 1, *turns, high + 1]
    gaps = [upper - lower for lower, upper in pairwise(room)]
    for place, turn in enumerate(turns):
        for tried in beside(fact, turn, before=gaps[place], after=gaps[place + 1]):
            if low <= tried <= high:
                yield float(tried)


def beside(fact: Number | Day, turn: Fraction, *, before: Fraction, after: Fraction) -> tuple[Fraction, ...]:
    """A value just below a turn, the turn itself, and one just above; `before` and `after` are the room there is."""
    if isinstance(fact, Day) or fact.integer:
        whole = Fraction(turn.numerator // turn.denominator)
        return (whole, whole + 1) if whole != turn else (whole - 1, whole, whole + 1)
    step = abs(turn) * STEP or Fraction(1)
    return turn - min(step, before / 2), turn, turn + min(step, after / 2)


@dataclass(frozen=True)
class Crossed:
    """A line between two values of a fact: where it lies, and the relation to it after the change (>, >=, <, <=)."""

    op: str
    cut: Fraction


def crossed(program: Program, fact: Fact, before: Value | None, after: Value, values: Values) -> tuple[Crossed, ...]:
    """What a changed number is beyond: the last line passed upwards, and the last one passed downwards, if any."""
    ups: list[Crossed] = []
    downs: list[Crossed] = []
    for place in program.atoms_of.get(fact.key, ()):
        atom = program.atoms[place]
        now, then = ({key: v for key, v in {**values, fact.key: v}.items() if v is not None} for v in (before, after))
        truth = program.truth(atom, then)
        if truth is None or truth is program.truth(atom, now):
            continue
        comparison = program.comparisons[atom]
        weight = sum(w for w, other in comparison.terms if other is fact)
        rest = _signed([(w, other) for w, other in comparison.terms if other is not fact], values)[not truth]
        if rest is not None and weight:
            above = truth is (weight > 0)
            inclusive = (comparison.op == ">=") is truth
            cut = (comparison.exact_bound - rest) / weight
            (ups if above else downs).append(Crossed((">" if above else "<") + ("=" if inclusive else ""), cut))
    return (
        *sorted(ups, key=lambda c: (c.cut, c.op == ">"))[-1:],
        *sorted(downs, key=lambda c: (c.cut, c.op == "<="))[:1],
    )
