"""What becomes of duties when answers change: each that moves, from which mark to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from apps.assessments.marks import MarkKind, is_duty, mark
from apps.assessments.wording import few
from apps.compare.sides import country
from apps.rules.engine import Assessment, Finding

Kind = Literal["removed", "gained", "confirmed", "opened", "contested", "possible", "cleared"]
KINDS: Final[Mapping[Kind, str | Promise]] = {
    "removed": gettext_lazy("Falls away"),
    "opened": gettext_lazy("Becomes open"),
    "contested": gettext_lazy("Becomes contested"),
    "cleared": gettext_lazy("Open now, then no duty"),
    "gained": gettext_lazy("Is added"),
    "confirmed": gettext_lazy("Open now, then certain"),
    "possible": gettext_lazy("May be added"),
}
# Of a line of the law: just below it, and just above.
ACROSS: Final[Mapping[Kind, str | Promise]] = {
    "removed": gettext_lazy("Only below it"),
    "opened": gettext_lazy("Certain below, open above"),
    "contested": gettext_lazy("Certain below, contested above"),
    "cleared": gettext_lazy("Open below, no duty above"),
    "gained": gettext_lazy("Only above it"),
    "confirmed": gettext_lazy("Open below, certain above"),
    "possible": gettext_lazy("No duty below, open above"),
}
# Of a day that the law draws: before it, and from it on.
ACROSS_DAY: Final[Mapping[Kind, str | Promise]] = {
    "removed": gettext_lazy("Only before it"),
    "opened": gettext_lazy("Certain before, open from then on"),
    "contested": gettext_lazy("Certain before, contested from then on"),
    "cleared": gettext_lazy("Open before, no duty from then on"),
    "gained": gettext_lazy("Only from then on"),
    "confirmed": gettext_lazy("Open before, certain from then on"),
    "possible": gettext_lazy("No duty before, open from then on"),
}
MOST_NAMED: Final = 3  # duties of a jurisdiction that are named; one where there are many jurisdictions
FEW_PLACES: Final = 3
MOST_SIDE: Final = 6  # duties of no settled kind that are named; more are counted
_SIDE: Final = frozenset({"cleared", "possible"})
_OWED: Final = frozenset({"applies", "upcoming"})
_MAYBE: Final = frozenset({"depends", "contested"})


@dataclass(frozen=True, kw_only=True)
class Move:
    """A duty that stands otherwise after a change."""

    id: str
    title: str
    jurisdiction: str
    instrument: str
    before: MarkKind
    after: MarkKind
    kind: Kind


@dataclass(frozen=True, kw_only=True)
class Heap:
    """Duties of one jurisdiction that move alike."""

    jurisdiction: str
    number: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """All duties that move alike, by jurisdiction."""

    kind: Kind
    title: str
    number: int
    heaps: tuple[Heap, ...]


def kind_of(before: MarkKind, after: MarkKind) -> Kind | None:
    """How a duty moves; None where it stays owed, open or no duty. Gained and removed are what is settled."""
    if before in _OWED:
        if after in _MAYBE:
            return "contested" if after == "contested" else "opened"
        return None if after in _OWED else "removed"
    if after in _OWED:
        return "confirmed" if before in _MAYBE else "gained"
    if after in _MAYBE:
        return None if before in _MAYBE else "possible"
    return "cleared" if before in _MAYBE else None


def duties(assessment: Assessment, place: str = "") -> dict[str, Finding]:
    """The findings about binding duties, of one jurisdiction (with the states of a country) if named."""
    return {f.id: f for f in assessment.findings if is_duty(f) and within(f.instrument.jurisdiction, place)}


def within(jurisdiction: str, place: str) -> bool:
    """Whether a jurisdiction is the place, or a state of it; any is within no place named."""
    return not place or place in {jurisdiction, country(jurisdiction)}


def moves(before: Mapping[str, Finding], after: Mapping[str, Finding]) -> tuple[Move, ...]:
    """The duties that stand otherwise after; those that `after` leaves out stay as they are."""
    found = []
    for key, finding in before.items():
        then = after.get(key, finding)
        kinds = mark(finding), mark(then)
        kind = kind_of(*kinds)
        if kind is not None:
            found.append(
                Move(
                    id=key,
                    title=finding.obligation.title,
                    jurisdiction=finding.instrument.jurisdiction,
                    instrument=finding.instrument.short,
                    before=kinds[0],
                    after=kinds[1],
                    kind=kind,
                )
            )
    return tuple(found)


def parts(found: Iterable[Move], titles: Mapping[Kind, str | Promise] = KINDS) -> tuple[Part, ...]:
    """The moves by kind and jurisdiction, in words."""
    by_kind: dict[Kind, dict[str, list[Move]]] = {kind: {} for kind in titles}
    for move in found:
        by_kind[move.kind].setdefault(move.jurisdiction, []).append(move)
    return tuple(_part(kind, str(titles[kind]), heaps) for kind, heaps in by_kind.items() if heaps)


def _part(kind: Kind, title: str, heaps: Mapping[str, list[Move]]) -> Part:
    number = sum(len(members) for members in heaps.values())
    named = MOST_NAMED if len(heaps) <= FEW_PLACES else 1
    if kind in _SIDE and number > MOST_SIDE:
        named = 0
    return Part(
        kind=kind,
        title=title,
        number=number,
        heaps=tuple(_heap(code, members, named) for code, members in sorted(heaps.items())),
    )


def _heap(code: str, members: list[Move], named: int) -> Heap:
    words = few([m.title for m in members], named) if named else str(len(members))
    return Heap(jurisdiction=code, number=len(members), words=words)


def counted(found: Iterable[Move], kind: Kind) -> int:
    """How many duties move so."""
    return sum(1 for move in found if move.kind == kind)


def duties_words(number: int) -> str:
    """1 duty; 6 duties."""
    return ngettext("%(n)d duty", "%(n)d duties", number) % {"n": number}
