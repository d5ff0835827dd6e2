"""What becomes of each duty from one pair of days to another, and the days on which anything changes for a profile."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from apps.assessments.marks import is_duty, mark
from apps.compare.sides import Cell, cell
from apps.rules.engine import Assessment, Finding, Timing, evaluate
from apps.rules.engine.words import day

Kind = Literal["begins", "added", "ends", "moves", "exempt", "open", "contested", "may", "limited", "wording"]
KINDS: Final[Mapping[Kind, str | Promise]] = {
    "begins": gettext_lazy("Begins"),
    "added": gettext_lazy("Is added, for a later day"),
    "moves": gettext_lazy("Moves to another day"),
    "ends": gettext_lazy("Falls away"),
    "exempt": gettext_lazy("Becomes exempt"),
    "open": gettext_lazy("Becomes open"),
    "contested": gettext_lazy("Becomes contested"),
    "may": gettext_lazy("Reaches its first day, if it applies"),
    "limited": gettext_lazy("Gets a last day: it ends or changes then"),
    "wording": gettext_lazy("Changes wording"),
}
ONE_DAY: Final = timedelta(days=1)
Findings = Mapping[str, Finding]


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A duty that stands otherwise afterwards. A side is None where the rulebook has no wording for its days."""

    kind: Kind
    before: Finding | None
    after: Finding | None
    finding: Finding  # as it stands afterwards, or stood before


@dataclass(frozen=True)
class Moment:
    """A day on which something changes, and what."""

    on: date
    turns: tuple[Turn, ...]


def turn(before: Finding | None, after: Finding | None) -> Turn | None:
    """What becomes of a binding duty; None where it stands as it stood, or is no duty.

    An open or contested duty that reaches its first day counts: a missing answer is not a no.
    """
    known = after or before
    if known is None or not is_duty(known):
        return None
    kind = _kind(before, after)
    return Turn(kind=kind, before=before, after=after, finding=known) if kind else None


def _kind(before: Finding | None, after: Finding | None) -> Kind | None:
    old, new = (mark(side) if side else "none" for side in (before, after))
    if before is None or after is None or old != new:
        if before and after and {old, new} <= {"applies", "upcoming"} and _put_off(before, after):
            return "moves"
        kinds: dict[str, Kind] = {
            "applies": "begins",
            "upcoming": "added",
            "exempt": "exempt",
            "depends": "open",
            "contested": "contested",
            "none": "ends",
        }
        return kinds[new] if old != new else None
    if new == "none":
        return None
    if new != "exempt" and before.applies_from != after.applies_from and not _begun(before, after):
        return "moves"
    if new in {"depends", "contested"} and before.timing is Timing.UPCOMING and after.timing is not Timing.UPCOMING:
        return "may"
    was, now = before.decision.version.version, after.decision.version.version
    if new != "exempt" and was.since != now.since and (_to_come(before) or _to_come(after)):
        return "moves"  # no first day of its own is known, but that of the law is another
    if (was.when, was.unless, was.transitions, was.cites) != (now.when, now.unless, now.transitions, now.cites):
        return "wording"
    return "limited" if was.until != now.until else None


def _begun(*sides: Finding) -> bool:
    """Whether it holds already on both days: a first day in the past is no move, only a new wording."""
    return all(side.timing in {Timing.IN_FORCE, Timing.ENDED} for side in sides)


def _to_come(side: Finding) -> bool:
    """Whether its wording is law on a later day only."""
    return side.decision.version.version.since > side.as_of


def _put_off(before: Finding, after: Finding) -> bool:
    """Whether the first day is another than was expected, rather than reached."""
    return before.applies_from != after.applies_from or (after.as_of < before.as_of and after.timing is Timing.IN_FORCE)


def standing(finding: Finding | None) -> Cell:
    """How a duty stands: its mark and few words; what is open or contested with its first day, if that is to come."""
    shown = cell(finding)
    ahead = finding is not None and finding.applies_from is not None and finding.applies_from > finding.as_of
    if finding is None or shown.mark not in {"depends", "contested", "exempt"}:
        return shown
    if not ahead and finding.applies_from is None and _to_come(finding):
        earliest = {"words": shown.words, "day": day(finding.decision.version.version.since)}
        return Cell(shown.mark, gettext("%(words)s, not before %(day)s") % earliest)
    if not ahead:
        return shown
    words = {"words": shown.words, "day": day(finding.applies_from)} if finding.applies_from else {}
    return Cell(shown.mark, gettext("%(words)s, from %(day)s") % words)


def turns(before: Findings, after: Findings) -> tuple[Turn, ...]:
    """Every duty that stands otherwise, in the order of the law."""
    keys = dict.fromkeys((*after, *before))
    return tuple(found for key in keys if (found := turn(before.get(key), after.get(key))))


class Course:
    """What changes for one description as days pass, under the law known on one day.

    Each day on which some rule changes costs one evaluation of the rules concerned, and only when it is asked for.
    """

    def __init__(self, base: Assessment, jurisdictions: Collection[str] = ()) -> None:
        self.base, self.jurisdictions = base, jurisdictions or None

    def ahead(self) -> Iterator[Moment]:
        """Days after the one of the assessment, soonest first."""
        now = dict(self.base.by_id)
        for on, rules in self.base.book.moments.as_of.items():
            if on > self.base.as_of:
                found = self._findings(on, rules)
                before = {key: now[key] for key in rules if key in now}
                now.update(found)
                yield from _moment(on, before, found)

    def back(self) -> Iterator[Moment]:
        """The day of the assessment and those before it, latest first."""
        now = dict(self.base.by_id)
        for on, rules in reversed(tuple(self.base.book.moments.as_of.items())):
            if on <= self.base.as_of:
                found = self._findings(on - ONE_DAY, rules)
                after = {key: now[key] for key in rules if key in now}
                now.update(found)
                yield from _moment(on, found, after)

    def _findings(self, on: date, rules: frozenset[str]) -> Findings:
        base = self.base
        return evaluate(
            base.book,
            base.profile,
            as_of=on,
            known_on=base.known_on,
            jurisdictions=self.jurisdictions,
            only=rules,
        ).by_id


def _moment(on: date, before: Findings, after: Findings) -> Iterator[Moment]:
    found = turns(before, after)
    if found:
        yield Moment(on, found)


def counted(found: Collection[Turn]) -> str:
    """5 duties begin, 2 move."""
    words: dict[Kind, tuple[str, str]] = {
        "begins": ("%(n)d begins", "%(n)d begin"),
        "added": ("%(n)d is added for a later day", "%(n)d are added for a later day"),
        "moves": ("%(n)d moves to another day", "%(n)d move to another day"),
        "ends": ("%(n)d falls away", "%(n)d fall away"),
        "exempt": ("%(n)d becomes exempt", "%(n)d become exempt"),
        "open": ("%(n)d becomes open", "%(n)d become open"),
        "contested": ("%(n)d becomes contested", "%(n)d become contested"),
        "may": ("%(n)d reaches its first day, if it applies", "%(n)d reach their first day, if they apply"),
        "limited": ("%(n)d gets a last day", "%(n)d get a last day"),
        "wording": ("%(n)d changes wording", "%(n)d change wording"),
    }
    numbers = {kind: sum(1 for t in found if t.kind == kind) for kind in KINDS}
    return ", ".join(ngettext(*words[kind], n) % {"n": n} for kind, n in numbers.items() if n)
