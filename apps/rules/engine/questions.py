"""Which question to ask next: the one whose answer settles most, weighted by what is at stake."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from datetime import date

from apps.rules.engine.compile import Atom, CompiledRule, Program
from apps.rules.engine.decide import Bits, Decision, decide
from apps.rules.engine.evaluate import known_values, reading_bits
from apps.rules.engine.exact import lanes, regions
from apps.rules.engine.facts import SECTIONS, Fact
from apps.rules.engine.profile import Interval, Profile, Value, Values
from apps.rules.engine.rulebook import Rulebook

BINDING_WEIGHT, SOFT_WEIGHT = 4.0, 1.0
IN_PLAY_SHARE = 0.02  # what a rule counts that the answer moves forward without settling it


@dataclass(frozen=True)
class Question:
    """A fact worth asking for: how many findings (weighted) an answer settles on average, and which it can change."""

    fact: Fact
    settles: float
    rules: tuple[str, ...]


def next_questions(
    book: Rulebook,
    profile: Profile,
    *,
    as_of: date,
    known_on: date | None = None,
    jurisdictions: Collection[str] | None = None,
    limit: int | None = 5,
) -> tuple[Question, ...]:
    """The questions that can still change a finding, best first.

    A question comes after those it presupposes, and counts as settling nothing until then. Ranges that a closer
    figure could settle come late, facts the user declined last, and an exact answer is never asked for again.
    """
    program = book.program(as_of, known_on or as_of)
    values, readings = known_values(book, profile), reading_bits(profile)
    opened = _open_rules(program, decide(program, values, readings), jurisdictions)
    in_play = _in_play(program, values, readings, opened)
    missing = in_play.keys() - values.keys() - profile.declined
    # Questions that come later anyway are not tried out yet: what they settle depends on those before them.
    ready = [book.facts[key] for key in in_play if missing.isdisjoint(book.facts[key].presupposes)]
    scores = dict.fromkeys(in_play, 0.0) | _scores(program, values, readings, opened, ready)
    ranked = sorted(in_play, key=lambda key: _order(book.facts[key], missing, key in profile.declined, scores[key]))
    return tuple(Question(book.facts[key], round(scores[key], 3), in_play[key]) for key in ranked[:limit])


def facts_in_play(
    book: Rulebook,
    profile: Profile,
    *,
    as_of: date,
    known_on: date | None = None,
    jurisdictions: Collection[str] | None = None,
) -> dict[str, tuple[str, ...]]:
    """For each fact that can still change a finding, the ids of the obligations it can change."""
    program = book.program(as_of, known_on or as_of)
    values, readings = known_values(book, profile), reading_bits(profile)
    opened = _open_rules(program, decide(program, values, readings), jurisdictions)
    return _in_play(program, values, readings, opened)


def _open_rules(
    program: Program, decisions: tuple[Decision, ...], jurisdictions: Collection[str] | None
) -> list[CompiledRule]:
    instruments = program.book.instruments
    return [
        d.rule
        for d in decisions
        if d.open and (jurisdictions is None or instruments[d.rule.obligation.instrument].jurisdiction in jurisdictions)
    ]


def _in_play(
    program: Program, values: Values, readings: Mapping[str, bool], opened: list[CompiledRule]
) -> dict[str, tuple[str, ...]]:
    """The facts an open rule still rests on, found by following only what is not known."""
    held, broken = program.run_all(*program.planes(values, readings))
    masks: list[int] = []
    keys: dict[str, int] = {}
    for node, t, f in zip(program.nodes, held, broken, strict=True):
        masks.append(0 if t or f else _mask(node, keys, masks))
    found: dict[str, list[str]] = {key: [] for key in keys}
    for rule in opened:
        mask = 0
        for place in rule.nodes:
            mask |= masks[place]
        for key, bit in keys.items():
            if mask & bit:
                found[key].append(rule.obligation.id)
    return {key: tuple(rules) for key, rules in found.items() if rules and not _exact(values.get(key))}


def _exact(value: Value | None) -> bool:
    """Whether nothing more can be learned of the fact. An answer to one part of a sum leaves the sum open."""
    return value is not None and not (isinstance(value, Interval) and not value.single)


def _mask(node: Atom | tuple[tuple[int, bool], ...], keys: dict[str, int], masks: list[int]) -> int:
    mask = 0
    if isinstance(node, Atom):
        for key in node.key.split("+") if node.kind not in {"contested", "guidance"} else ():
            mask |= keys.setdefault(key, 1 << len(keys))
        return mask
    for inner, _ in node:
        mask |= masks[inner]
    return mask


def _order(fact: Fact, missing: Set[str], declined: bool, score: float) -> tuple[bool, bool, bool, bool, float, int]:
    early = not missing.isdisjoint(fact.presupposes)
    return declined, fact.key not in missing, early, fact.assumed, -score, SECTIONS.index(fact.section)


def _scores(
    program: Program, values: Values, readings: Mapping[str, bool], opened: list[CompiledRule], facts: list[Fact]
) -> dict[str, float]:
    """For each fact the weighted number of open rules that an answer settles, averaged over its possible answers."""
    changes: list[dict[str, Value]] = []
    spans: dict[str, tuple[int, int]] = {}
    for fact in facts:
        tries = regions(program, fact, values.get(fact.key))
        spans[fact.key] = ((1 << len(tries)) - 1) << len(changes), len(tries)
        changes += [{fact.key: value} for value in tries]
    if not changes:
        return {}
    bits = lanes(program, values, readings, changes)
    settled = [(_weight(program, rule), _settled(rule, bits)) for rule in opened]
    total = sum(weight for weight, _ in settled)
    return {
        key: sum(weight * (mask & span).bit_count() for weight, mask in settled) / count + IN_PLAY_SHARE * total
        for key, (span, count) in spans.items()
    }


def _settled(rule: CompiledRule, bits: Bits) -> int:
    """The lanes in which the rule is no longer open."""
    known = -1
    for v in rule.versions:
        (applies, no), (exempt, not_exempt) = bits.planes(v.applies), bits.planes(v.exempt)
        known &= applies | exempt | (no & not_exempt)
    return known | bits.planes(rule.versions[0].applies)[0]


def _weight(program: Program, rule: CompiledRule) -> float:
    force = rule.obligation.force or program.book.instruments[rule.obligation.instrument].force
    return BINDING_WEIGHT if force.binding else SOFT_WEIGHT
