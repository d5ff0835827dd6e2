"""Which of six marks a finding wears, which of them count as duties, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from apps.rules.engine import Finding, Force, Outcome, Timing, Topic

MarkKind = Literal["applies", "upcoming", "exempt", "depends", "contested", "none"]
MARK_KINDS: Final[tuple[MarkKind, ...]] = ("applies", "upcoming", "exempt", "depends", "contested", "none")


@dataclass(frozen=True)
class Count:
    """How many findings wear a mark. `changed` says that the last answer moved it."""

    kind: MarkKind
    number: int
    changed: bool = False


def mark(finding: Finding) -> MarkKind:
    """The mark of a finding.

    Law that is not live makes no duty. A duty that is certain but whose first day hangs on open facts "depends".
    """
    if not finding.live or finding.timing is Timing.ENDED:
        return "none"
    if finding.decision.contested:
        return "contested"
    if finding.outcome is Outcome.APPLIES:
        return "depends" if finding.timing is None else "upcoming" if finding.timing is Timing.UPCOMING else "applies"
    if finding.outcome is Outcome.NEEDS_FACTS:
        return "depends"
    return "exempt" if finding.outcome is Outcome.EXEMPT else "none"


def force(finding: Finding) -> Force:
    """How the duty binds: its own force where it has one, otherwise that of its instrument."""
    return finding.obligation.force or finding.instrument.force


def is_duty(finding: Finding) -> bool:
    """Whether the finding is about something binding to do, rather than a penalty, guidance or a commitment."""
    return force(finding).binding and finding.obligation.topic not in {Topic.PENALTIES, Topic.OTHER_LAW}


def tally(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """How many binding duties wear each mark, in the order of the marks; zeros included."""
    counted = Counter(mark(finding) for finding in findings if is_duty(finding))
    return tuple(Count(kind, counted[kind]) for kind in MARK_KINDS)
