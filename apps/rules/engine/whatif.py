"""What would change the answer: every one-fact (or two-fact) change to a profile, decided as lanes of one run."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from apps.rules.engine.compile import CompiledRule, Program
from apps.rules.engine.decide import Bits
from apps.rules.engine.evaluate import known_values, reading_bits
from apps.rules.engine.exact import lanes, regions
from apps.rules.engine.facts import Choices, Fact, Rigidity
from apps.rules.engine.profile import Interval, Profile, Value
from apps.rules.engine.rulebook import Rulebook

MOST_PAIRS = 60_000


@dataclass(frozen=True)
class Change:
    """A change of one or two answers, with the obligations that begin and stop to apply because of it."""

    changes: tuple[tuple[Fact, Value], ...]
    gained: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def rigidity(self) -> Rigidity:
        """That of the part hardest to change."""
        return max((fact.rigidity for fact, _ in self.changes), key=lambda r: r.rank)


def what_would_change(
    book: Rulebook,
    profile: Profile,
    *,
    as_of: date,
    known_on: date | None = None,
    jurisdictions: Collection[str] | None = None,
    pairs: bool = False,
    limit: int | None = 12,
) -> tuple[Change, ...]:
    """The changes to given answers that add or remove duties: easy ones first, then those that remove most.

    With `pairs`, two answers are changed together; only what no single change does is returned.
    """
    program = book.program(as_of, known_on or as_of)
    values, readings = known_values(book, profile), reading_bits(profile)
    single = [(book.facts[key], value) for key in values for value in _others(program, book.facts[key], values[key])]
    wanted: list[tuple[tuple[Fact, Value], ...]] = list(_pairs(single)) if pairs else [(one,) for one in single]
    if not wanted:
        return ()
    bits = lanes(program, values, readings, [{fact.key: value for fact, value in change} for change in wanted])
    base = lanes(program, values, readings, [{}])
    rules = [r for r in program.rules if jurisdictions is None or _jurisdiction(book, r) in jurisdictions]
    found = [_change(change, lane, rules, bits, base) for lane, change in enumerate(wanted)]
    useful = [c for c in _distinct(found) if c.gained or c.removed]
    return tuple(sorted(useful, key=lambda c: (c.rigidity.rank, -len(c.removed), len(c.gained)))[:limit])


def _pairs(single: list[tuple[Fact, Value]]) -> Iterator[tuple[tuple[Fact, Value], ...]]:
    count = 0
    for first, second in combinations(single, 2):
        if first[0] is not second[0] and count < MOST_PAIRS:
            count += 1
            yield first, second


def _jurisdiction(book: Rulebook, rule: CompiledRule) -> str:
    return book.instruments[rule.obligation.instrument].jurisdiction


def _others(program: Program, fact: Fact, value: Value) -> list[Value]:
    """The other answers worth trying: for a set, one option more or one fewer."""
    if isinstance(fact, Choices) and isinstance(value, frozenset):
        return [value ^ {option.key} for option in fact.options]
    tries = regions(program, fact)
    if isinstance(value, Interval):
        current = program.encoded(fact.key, value)
        return [t for t in tries if program.encoded(fact.key, t) != current]
    return [t for t in tries if t != value]


def _change(
    change: tuple[tuple[Fact, Value], ...], lane: int, rules: list[CompiledRule], bits: Bits, base: Bits
) -> Change:
    gained, removed = [], []
    for rule in rules:
        before, after = _applies(rule, base, 0), _applies(rule, bits, lane)
        if after and not before:
            gained.append(rule.obligation.id)
        elif before and after is False:
            removed.append(rule.obligation.id)
    return Change(change, tuple(gained), tuple(removed))


def _applies(rule: CompiledRule, bits: Bits, lane: int) -> bool | None:
    answers = [bits.of(v.applies, lane) for v in rule.versions]
    return True if True in answers else None if None in answers else False


def _distinct(found: list[Change]) -> list[Change]:
    """One change per fact and effect: neighbouring regions with the same effect are one suggestion."""
    seen: dict[tuple[object, ...], Change] = {}
    for change in found:
        seen.setdefault((*(f.key for f, _ in change.changes), change.gained, change.removed), change)
    return list(seen.values())
