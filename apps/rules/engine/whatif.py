"""What would change the answer: every one-fact (or two-fact) change to a profile, decided as lanes of one run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from apps.rules.engine.compile import CompiledRule, Program
from apps.rules.engine.decide import Bits, Outcome
from apps.rules.engine.evaluate import Assessment, evaluate, known_values, reading_bits
from apps.rules.engine.exact import Masks, masked
from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag, Number, Rigidity
from apps.rules.engine.profile import Profile, Value
from apps.rules.engine.rulebook import Rulebook
from apps.rules.engine.thresholds import nearest_others

MOST_PAIRS = 60_000
MOST_FOUND = 4_000  # effects of pairs to spell out, the easiest first
Part = tuple[Fact, Value]


@dataclass(frozen=True)
class Change:
    """A change of one or two answers, with the obligations that begin and stop to apply because of it.

    `unsettled` are those that are settled now and would no longer be: open, or contested.
    """

    changes: tuple[Part, ...]
    gained: tuple[str, ...]
    removed: tuple[str, ...]
    unsettled: tuple[str, ...] = ()

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
    base: Assessment | None = None,
) -> tuple[Change, ...]:
    """The changes to given answers that add or remove duties: easy ones first, then those that remove most.

    With `pairs`, two answers that can be changed are changed together; of that only what neither change does alone is
    returned. `base` is the assessment of the profile on the same days, where it is at hand; it spares deciding it anew.
    """
    known = known_on or as_of
    program = book.program(as_of, known)
    values = known_values(book, profile)
    single = [(book.facts[key], value) for key in values for value in _others(program, book.facts[key], profile)]
    if not single:
        return ()
    base = base or evaluate(book, profile, as_of=as_of, known_on=known, jurisdictions=jurisdictions)
    rules = [r for r in program.rules if jurisdictions is None or _jurisdiction(book, r) in jurisdictions]
    moved = _Moved(program, profile, base, [r for r in rules if _ahead(r, as_of)])
    found = moved.pairs(single) if pairs else moved.singles(single)
    useful = [c for c in _distinct(found) if c.gained or c.removed or (c.unsettled and not pairs)]
    return tuple(sorted(useful, key=_order)[:limit])


def _order(change: Change) -> tuple[int, int, int, int]:
    return change.rigidity.rank, -len(change.removed), len(change.gained), len(change.unsettled)


def _jurisdiction(book: Rulebook, rule: CompiledRule) -> str:
    return book.instruments[rule.obligation.instrument].jurisdiction


def _ahead(rule: CompiledRule, as_of: date) -> bool:
    """Whether some wording of it is still law then."""
    return any(v.version.until is None or v.version.until > as_of for v in rule.versions)


def _others(program: Program, fact: Fact, profile: Profile) -> list[Value]:
    """The other answers worth trying: for a set, one option more or one fewer; for a number, each side of a line."""
    values, value = profile.values, profile.values[fact.key]
    if isinstance(fact, Choices) and isinstance(value, frozenset):
        return [value ^ {option.key} for option in fact.options]
    if isinstance(fact, Number | Day):
        return nearest_others(program, fact, value, values)
    tries: list[Value] = [True, False] if isinstance(fact, Flag) else []
    tries += [option.key for option in fact.options] if isinstance(fact, Choice) else []
    return [tried for tried in tries if tried != value]


class _Moved:
    """Which rules move in which lanes, by planes over all lanes at once."""

    def __init__(self, program: Program, profile: Profile, base: Assessment, rules: Sequence[CompiledRule]) -> None:
        self.program, self.rules = program, rules
        self.values, self.readings = profile.values, reading_bits(profile)
        standing = {finding.id: finding.decision for finding in base.findings}
        self.before: dict[str, bool | None] = {}
        for key, decision in standing.items():
            settled = decision.outcome is not Outcome.NEEDS_FACTS and not decision.contested
            self.before[key] = decision.outcome is Outcome.APPLIES if settled else None

    def singles(self, single: Sequence[Part]) -> list[Change]:
        """One change each."""
        planes = self._planes([1 << lane for lane in range(len(single))], single, len(single))
        return _spelt([(part,) for part in single], planes)

    def pairs(self, single: Sequence[Part]) -> list[Change]:
        """Two changes each, of different facts, with only what neither does alone. What cannot be changed is left."""
        single = sorted(
            (part for part in single if part[0].rigidity is not Rigidity.FIXED), key=lambda part: part[0].rigidity.rank
        )
        chosen = list(_couples(single))
        alone = self._planes([1 << lane for lane in range(len(single))], single, len(single))
        lanes = _lanes_of(chosen, len(single))
        together = self._planes(lanes, single, len(chosen))
        new = []
        for (key, gained, removed, _), (_, gains, removes, _) in zip(together, alone, strict=True):
            new.append((key, gained & ~_any(lanes, gains), removed & ~_any(lanes, removes), 0))
        return _spelt([(single[a], single[b]) for a, b in chosen], new, most=MOST_FOUND)

    def _planes(self, lanes: Sequence[int], single: Sequence[Part], count: int) -> list[tuple[str, int, int, int]]:
        """For each rule the lanes in which it is gained, removed and unsettled; a last lane is left as described."""
        masks: Masks = {}
        for (fact, value), mask in zip(single, lanes, strict=True):
            by_value = masks.setdefault(fact.key, {})
            by_value[value] = by_value.get(value, 0) | mask
        bits = masked(self.program, self.values, self.readings, masks, count + 1)
        every = (1 << count) - 1
        return [(rule.obligation.id, *self._moves(rule, bits, every, count)) for rule in self.rules]

    def _moves(self, rule: CompiledRule, bits: Bits, every: int, last: int) -> tuple[int, int, int]:
        applies, no = _settled(rule, bits, every << 1 | 1)
        before, unsettled = self.before.get(rule.obligation.id), 0
        # What only a closer look settled stays open in every lane, which says nothing.
        if (applies | no) >> last & 1:
            before, unsettled = bool(applies >> last & 1), every & ~(applies | no)
        return applies & every if before is not True else 0, no & every if before is True else 0, unsettled


def _settled(rule: CompiledRule, bits: Bits, ones: int) -> tuple[int, int]:
    """The lanes in which a rule is known to apply, and those in which it is known not to (exempt included)."""
    applies, closed = 0, ones
    for v in rule.versions:
        (yes, no), (exempt, not_exempt) = bits.planes(v.applies), bits.planes(v.exempt)
        applies |= yes
        closed &= exempt | (no & not_exempt)
    return applies, closed & ~applies


def _couples(single: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Pairs of places of different facts, those that are easiest to change first; at most MOST_PAIRS."""
    count = 0
    for second in range(len(single)):
        for first in range(second):
            if single[first][0] is not single[second][0]:
                if count == MOST_PAIRS:
                    return
                count += 1
                yield first, second


def _lanes_of(chosen: Sequence[tuple[int, int]], number: int) -> list[int]:
    """For each single change, the lanes of pairs that it is part of."""
    size = len(chosen) // 8 + 1
    rows = [bytearray(size) for _ in range(number)]
    for lane, couple in enumerate(chosen):
        for place in couple:
            rows[place][lane >> 3] |= 1 << (lane & 7)
    return [int.from_bytes(row, "little") for row in rows]


def _any(lanes: Sequence[int], mask: int) -> int:
    """The lanes of pairs of which some single change is in the mask."""
    found = 0
    for place in _places(mask):
        found |= lanes[place]
    return found


def _places(mask: int) -> Iterator[int]:
    """The bits that are set."""
    for start, byte in enumerate(mask.to_bytes((mask.bit_length() + 7) // 8, "little")):
        if byte:
            yield from (start * 8 + place for place in range(8) if byte >> place & 1)


def _spelt(
    changes: Sequence[tuple[Part, ...]], planes: Iterable[tuple[str, int, int, int]], most: int | None = None
) -> list[Change]:
    """The changes that move something, each with what it moves; at most so many, the first ones."""
    planes = list(planes)
    busy = 0
    for _, *masks in planes:
        for mask in masks:
            busy |= mask
    kept = list(_places(busy))[:most]
    within = sum(1 << lane for lane in kept)
    found: dict[int, tuple[list[str], list[str], list[str]]] = {lane: ([], [], []) for lane in kept}
    for key, *masks in planes:
        for kind, mask in enumerate(masks):
            for lane in _places(mask & within):
                found[lane][kind].append(key)
    return [Change(changes[lane], *(tuple(keys) for keys in kinds)) for lane, kinds in found.items()]


def _distinct(found: list[Change]) -> list[Change]:
    """One change per fact and effect: values with the same effect are one suggestion, the nearest."""
    seen: dict[tuple[object, ...], Change] = {}
    for change in found:
        key = (*(f.key for f, _ in change.changes), change.gained, change.removed, change.unsettled)
        seen.setdefault(key, change)
    return list(seen.values())
