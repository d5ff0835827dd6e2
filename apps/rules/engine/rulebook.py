"""The rulebook: every law item, collected, indexed, checked, fingerprinted. A broken rulebook refuses to load."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from threading import Lock
from types import ModuleType
from typing import Any

from apps.rules.engine.checks import check
from apps.rules.engine.compile import Program
from apps.rules.engine.conditions import Contested, Expr, Guidance, walk
from apps.rules.engine.errors import RulebookError
from apps.rules.engine.facts import SECTIONS, Fact
from apps.rules.engine.law import CarveOut, Challenge, Definition, Instrument, Obligation, Param, Transition, Version
from apps.rules.engine.moments import Moments

Item = Fact | Instrument | Definition | Obligation | CarveOut | Transition | Param
Switch = Contested | Guidance
Key = tuple[int, int, frozenset[str] | None]
MOST_PROGRAMS = 32  # about 10 MB each once well used
MOST_PARTS = 512  # of a few rules each
_NOTHING: Mapping[str, Mapping[str, Any]] = {}


class Rulebook:
    """All law items by id. `program(as_of, known_on)` gives the compiled rules for two dates.

    `attached` is data that no rule reads but that answers rest on, by kind and id; it counts for the fingerprint.
    """

    def __init__(self, items: Iterable[Item], attached: Mapping[str, Mapping[str, Any]] = _NOTHING) -> None:
        self._fill(items, attached)
        check(self)

    def _fill(self, items: Iterable[Item], attached: Mapping[str, Mapping[str, Any]]) -> None:
        self.attached = attached
        everything = list(_reach(items))
        self.facts: Mapping[str, Fact] = _index(everything, Fact, "key")
        self.instruments: Mapping[str, Instrument] = _index(everything, Instrument)
        self.params: Mapping[str, Param] = _index(everything, Param)
        self.carve_outs: Mapping[str, CarveOut] = _index(everything, CarveOut)
        self.transitions: Mapping[str, Transition] = _index(everything, Transition)
        self.definitions: Mapping[str, Definition] = _index(everything, Definition)
        self.obligations: Mapping[str, Obligation] = _index(everything, Obligation)
        self.readings: Mapping[str, Switch] = self._switches()
        self._programs: OrderedDict[Key, Program] = OrderedDict()
        self._parts: OrderedDict[Key, Program] = OrderedDict()
        self._lock = Lock()

    @classmethod
    def from_modules(
        cls, modules: Iterable[ModuleType], attached: Mapping[str, Mapping[str, Any]] = _NOTHING
    ) -> Rulebook:
        """Collect the items at the top of each module, alone or in tuples, in the order of the text."""
        return cls((item for module in modules for value in vars(module).values() for item in _items(value)), attached)

    def excerpt(self, obligations: Iterable[str], definitions: Iterable[str] = ()) -> Rulebook:
        """The rules of these ids with all they rest on: decides them as this rulebook does, in much less time.

        Facts and readings that none of them asks for are not in it. KeyError for an id that is not in this one.
        """
        wanted: list[Item] = [self.obligations[key] for key in obligations]
        wanted += [self.definitions[key] for key in definitions]
        part = Rulebook.__new__(Rulebook)
        part._fill([*wanted, *self.instruments.values()], _NOTHING)  # a part of what was checked needs no check
        return part

    def _switches(self) -> dict[str, Switch]:
        found: dict[str, Switch] = {}
        for expr in self.conditions():
            for part in walk(expr):
                if isinstance(part, Contested | Guidance) and found.setdefault(part.key, part) is not part:
                    raise RulebookError(
                        f"The reading {part.key!r} is written twice. Define it once, give it a name, and use the name."
                    )
        return found

    def conditions(self) -> Iterator[Expr]:
        """Every top-level condition of every item."""
        yield from (version.when for version in self._versions())
        yield from (carve_out.when for carve_out in self.carve_outs.values())
        yield from (transition.when for transition in self.transitions.values())
        for obligation in self.obligations.values():
            yield from (step.only_if for step in obligation.steps if step.only_if is not None)
            if obligation.penalty is not None and obligation.penalty.lower_when is not None:
                yield obligation.penalty.lower_when

    def challenges(self, instrument: Instrument, known_on: date) -> tuple[tuple[Instrument, Challenge], ...]:
        """What is undertaken against an instrument, with who does it, as far as it was known on that day."""
        known = (other for other in self.instruments.values() if other.published_on <= known_on)
        return tuple((other, c) for other in known for c in other.challenges if c.concerns(instrument))

    def published(self, version: Version | Transition) -> date:
        """The first day on which the version could be known: its own date, or that of its instrument."""
        return version.published_on or self.instruments[version.cites[0].instrument].published_on

    def visible(self, version: Version, known_on: date) -> bool:
        """Whether the version is the adopted text as known on that day."""
        return self.published(version) <= known_on and (version.replaced_on is None or known_on < version.replaced_on)

    def _dated(self) -> list[Version | Transition]:
        return [*self._versions(), *self.transitions.values()]

    @cached_property
    def as_of_boundaries(self) -> tuple[date, ...]:
        """The days on which some answer can change as time passes."""
        days = {v.since for v in self._versions()} | {v.until for v in self._versions() if v.until}
        days |= {t.applies_from for t in self.transitions.values() if t.applies_from}
        days |= {d.since for p in self.params.values() for d in p.history}
        days |= {s.on for i in self.instruments.values() for s in i.status}
        days |= {o.penalty.since for o in self.obligations.values() if o.penalty and o.penalty.since}
        return tuple(sorted(days))

    @cached_property
    def known_on_boundaries(self) -> tuple[date, ...]:
        """The days on which some answer can change as law is published."""
        days = {self.published(v) for v in self._dated()}
        days |= {v.replaced_on for v in self._versions() if v.replaced_on}
        days |= {d.published_on or d.since for p in self.params.values() for d in p.history}
        days |= {s.published_on or s.on for i in self.instruments.values() for s in i.status}
        days |= {i.published_on for i in self.instruments.values()}
        return tuple(sorted(days))

    def _versions(self) -> list[Version]:
        rules: list[Definition | Obligation] = [*self.definitions.values(), *self.obligations.values()]
        return [v for rule in rules for v in rule.versions]

    def program(self, as_of: date, known_on: date, only: frozenset[str] | None = None) -> Program:
        """The rules compiled for two dates, all or no more than some obligations.

        Days between two boundaries share one program; those last used are kept.
        """
        days = bisect_right(self.as_of_boundaries, as_of), bisect_right(self.known_on_boundaries, known_on)
        key, kept, most = (*days, only), self._programs, MOST_PROGRAMS
        if only is not None:
            kept, most = self._parts, MOST_PARTS
        with self._lock:
            if key not in kept:
                kept[key] = Program(self, as_of, known_on, only)
            kept.move_to_end(key)
            while len(kept) > most:
                kept.popitem(last=False)
            return kept[key]

    @cached_property
    def moments(self) -> Moments:
        """The days on which the finding of each obligation can change."""
        return Moments(self)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the canonical form of every item: two rulebooks with equal fingerprints decide alike."""
        return hashlib.sha256(json.dumps(self.canonical(), sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def canonical(self) -> dict[str, dict[str, Any]]:
        """Every item as plain JSON data, by kind and id; cross-references are by id."""
        kinds = ("facts", "instruments", "params", "carve_outs", "transitions", "definitions", "obligations")
        held = {kind: getattr(self, kind) for kind in kinds} | dict(self.attached)
        return {kind: {key: _canonical_item(item) for key, item in found.items()} for kind, found in held.items()}


def _items(value: object) -> Iterator[Item]:
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, Item):
            yield part


def _index(everything: list[Item], kind: type, name: str = "id") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in everything:
        if not isinstance(item, kind):
            continue
        key = getattr(item, name)
        if key in found:
            raise RulebookError(
                f"{item.position}: {kind.__name__.lower()} {key!r} is already defined at {found[key].position}. "
                "Rename one, or import the first instead of writing it again."
            )
        found[key] = item
    if kind is Fact:
        return dict(sorted(found.items(), key=lambda pair: _section_rank(pair[1])))
    return found


def _section_rank(fact: Fact) -> int:
    if fact.section not in SECTIONS:
        raise RulebookError(
            f"{fact.position}: fact {fact.key!r} has section {fact.section!r}. Use one of: {', '.join(SECTIONS)}."
        )
    return SECTIONS.index(fact.section)


def _reach(items: Iterable[Item]) -> Iterator[Item]:
    """The items and everything they refer to, each once, what is referred to first."""
    seen: set[int] = set()
    stack: list[tuple[Any, bool]] = [(item, False) for item in reversed(list(items))]
    while stack:
        node, done = stack.pop()
        if done:
            yield node
            continue
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Item):
            stack.append((node, True))
        stack.extend((child, False) for child in reversed(_children(node)))


def _children(node: Any) -> list[Any]:
    if isinstance(node, list | tuple):
        return list(node)
    if is_dataclass(node) and not isinstance(node, type):
        return [getattr(node, f.name) for f in fields(node)]
    return []


def _canonical_item(item: Any) -> dict[str, Any]:
    return {f.name: _canonical(getattr(item, f.name)) for f in fields(item) if f.name != "position"}


def _canonical(value: Any) -> Any:
    if isinstance(value, Item):
        return {"ref": [type(value).__name__, value.key if isinstance(value, Fact) else value.id]}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_canonical(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        body = {f.name: _canonical(getattr(value, f.name)) for f in fields(value) if f.name != "position"}
        return {type(value).__name__: body}
    return value
