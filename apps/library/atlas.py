"""How the pieces of the rulebook hang together: what each mentions, where each is used, on which sources it rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from apps.rules.engine import (
    CarveOut,
    Cite,
    Definition,
    Expr,
    Instrument,
    Obligation,
    Param,
    Rulebook,
    Transition,
    Version,
)
from apps.rules.engine.conditions import Compare, Contested, Guidance, walk
from apps.rules.engine.facts import Fact, facts_of

# A piece of law as its address names it: ("duties", "EU-AIA-53-1-a").
Node = tuple[str, str]
Piece = object

KINDS = ("instruments", "duties", "definitions", "carve-outs", "transitions", "facts", "params", "readings")


def mentioned(expr: Expr) -> Iterator[Node]:
    """What a condition names itself: facts, definitions, figures and readings."""
    for part in walk(expr):
        if isinstance(part, Definition):
            yield "definitions", part.id
        elif isinstance(part, Contested | Guidance):
            yield "readings", part.key
        elif isinstance(part, Compare) and isinstance(part.bound, Param):
            yield "params", part.bound.id
    yield from (("facts", fact.key) for fact in facts_of(expr))


def _of_versions(versions: tuple[Version, ...]) -> Iterator[Node]:
    for version in versions:
        yield from mentioned(version.when)
        yield from (("carve-outs", carve_out.id) for carve_out in version.unless)
        yield from (("transitions", transition.id) for transition in version.transitions)


def _of_duty(duty: Obligation) -> Iterator[Node]:
    yield from _of_versions(duty.versions)
    if duty.deadline.after is not None:
        yield "facts", duty.deadline.after.key
    if duty.penalty is not None:
        yield "facts", duty.penalty.turnover.key
        yield from mentioned(duty.penalty.lower_when) if duty.penalty.lower_when is not None else ()
    for step in duty.steps:
        yield from mentioned(step.only_if) if step.only_if is not None else ()


def _of_carve_out(carve_out: CarveOut) -> Iterator[Node]:
    yield from mentioned(carve_out.when)
    yield from (("carve-outs", loss.id) for loss in carve_out.lost_when)


@dataclass(frozen=True, eq=False)
class Atlas:
    """The rulebook with its cross-references. Build it once per rulebook with `atlas_of`."""

    book: Rulebook

    @cached_property
    def pieces(self) -> Mapping[str, Mapping[str, Piece]]:
        """Every piece by kind and id, in the order of the text."""
        book = self.book
        held: tuple[Mapping[str, Piece], ...] = (
            book.instruments,
            book.obligations,
            book.definitions,
            book.carve_outs,
            book.transitions,
            book.facts,
            book.params,
            book.readings,
        )
        return dict(zip(KINDS, held, strict=True))

    def has(self, node: Node) -> bool:
        """Whether the rulebook has this piece."""
        return node[1] in self.pieces.get(node[0], {})

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every piece that has a page."""
        return tuple((kind, key) for kind, held in self.pieces.items() for key in held)

    @cached_property
    def edges(self) -> Mapping[Node, tuple[Node, ...]]:
        """What each piece names directly."""
        book = self.book
        found: dict[Node, Iterator[Node]] = {("duties", d.id): _of_duty(d) for d in book.obligations.values()}
        found |= {("definitions", d.id): _of_versions(d.versions) for d in book.definitions.values()}
        found |= {("carve-outs", c.id): _of_carve_out(c) for c in book.carve_outs.values()}
        found |= {("transitions", t.id): mentioned(t.when) for t in book.transitions.values()}
        found |= {("readings", r.key): self._of_switch(r) for r in book.readings.values()}
        return {node: tuple(dict.fromkeys(to)) for node, to in found.items()}

    def _of_switch(self, switch: Contested | Guidance) -> Iterator[Node]:
        return (node for node in mentioned(switch) if node != ("readings", switch.key))

    @cached_property
    def users(self) -> Mapping[Node, tuple[Node, ...]]:
        """Which pieces name a piece directly."""
        found: dict[Node, list[Node]] = {}
        for owner, named in self.edges.items():
            for node in named:
                found.setdefault(node, []).append(owner)
        return {node: tuple(owners) for node, owners in found.items()}

    @cached_property
    def _reached(self) -> dict[Node, tuple[Node, ...]]:
        return {}

    def reach(self, node: Node) -> tuple[Node, ...]:
        """Everything a piece rests on, through definitions and carve-outs, nearest first."""
        if node not in self._reached:
            seen: dict[Node, None] = {}
            queue = list(self.edges.get(node, ()))
            for found in queue:
                if found not in seen:
                    seen[found] = None
                    queue.extend(self.edges.get(found, ()))
            self._reached[node] = tuple(seen)
        return self._reached[node]

    def reached(self, node: Node, kind: str) -> tuple[str, ...]:
        """The ids of one kind that a piece rests on, in the order of the rulebook."""
        ids = {key for found, key in self.reach(node) if found == kind}
        return tuple(key for key in self.pieces[kind] if key in ids)

    def resting_on(self, node: Node, kind: str = "duties") -> tuple[str, ...]:
        """The ids of one kind that a piece can decide, directly or through others."""
        return tuple(key for key in self.pieces[kind] if node in set(self.reach((kind, key))))

    def removed_by(self, carve_out: str) -> tuple[str, ...]:
        """The duties that list the carve-out in one of their wordings."""
        duties = self.book.obligations.values()
        return tuple(d.id for d in duties if any(carve_out == c.id for v in d.versions for c in v.unless))

    def kept_by(self, carve_out: str) -> tuple[str, ...]:
        """The other duties of the instruments in which it removes something."""
        removed = self.removed_by(carve_out)
        where = {self.book.obligations[key].instrument for key in removed}
        duties = self.book.obligations.values()
        return tuple(d.id for d in duties if d.instrument in where and d.id not in removed)

    def lost_in(self, carve_out: str) -> tuple[str, ...]:
        """The carve-outs that are lost when this one holds."""
        held = self.book.carve_outs.values()
        return tuple(c.id for c in held if any(loss.id == carve_out for loss in c.lost_when))

    def cites(self, node: Node) -> tuple[Cite, ...]:
        """The sources of one piece, each once."""
        return tuple(dict.fromkeys(cites_of(self.pieces[node[0]][node[1]])))

    @cached_property
    def sources(self) -> Mapping[Cite, tuple[Node, ...]]:
        """Every source in the rulebook and the pieces that rest on it."""
        found: dict[Cite, list[Node]] = {}
        for node in self.nodes:
            for cite in self.cites(node):
                found.setdefault(cite, []).append(node)
        return {cite: tuple(nodes) for cite, nodes in found.items()}


def cites_of(piece: Piece) -> Iterator[Cite]:
    """The sources written at a piece of law."""
    match piece:
        case Obligation() | Definition():
            yield from (cite for version in piece.versions for cite in version.cites)
        case CarveOut() | Transition() | Contested():
            yield from piece.cites
        case Guidance():
            yield piece.cite
        case Param():
            yield from (value.cite for value in piece.history)
        case Fact() if piece.cite is not None:
            yield piece.cite
    if isinstance(piece, Obligation):
        yield from (cite for cite in (piece.deadline.cite,) if cite is not None)
        yield from (step.pinpoint for step in piece.steps)
        yield from piece.penalty.cites if piece.penalty is not None else ()
    if isinstance(piece, Instrument):
        yield from piece.sources
        yield from (status.cite for status in piece.status if status.cite is not None)


@lru_cache(maxsize=2)
def atlas_of(book: Rulebook) -> Atlas:
    """The atlas of a rulebook, built once."""
    return Atlas(book)
