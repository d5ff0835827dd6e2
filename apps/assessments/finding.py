"""One finding with all its reasons, and the rules that one and the same reason keeps away."""

from __future__ import annotations

from dataclasses import dataclass

from apps.assessments.decided import Decided
from apps.assessments.groups import Filters, NoDuty, no_duty
from apps.assessments.links import Source
from apps.assessments.page import profile_title
from apps.assessments.reasons import Reasons, Shared
from apps.assessments.rows import Row, Rows, resting_on


class NoFindingError(LookupError):
    """There is no such finding among those decided."""


@dataclass(frozen=True, kw_only=True)
class FindingView:
    """A finding, and the concepts and exceptions it rests on in full."""

    title: str
    source: Source
    row: Row
    shared: tuple[Shared, ...]

    @property
    def away(self) -> bool:
        """Whether it asks for nothing, by the text itself and not by guidance alone."""
        return self.row.mark == "none" and not self.row.guided


@dataclass(frozen=True, kw_only=True)
class NoDutyView:
    """The rules that do not reach what is described for one reason; the proof is that of the first of them."""

    title: str
    source: Source
    item: NoDuty


def finding_view(decided: Decided, source: Source, obligation: str) -> FindingView:
    """The finding of this obligation. Raises NoFindingError."""
    finding = decided.assessment.by_id.get(obligation)
    if finding is None:
        raise NoFindingError(obligation)
    # Several findings may stand on one page, so each keeps its anchors apart.
    reasons = Reasons(decided.assessment.book, source, prefix=f"{obligation}--")
    row = Rows(decided.assessment, source, reasons, lambda: decided.changes).row(finding)
    title = profile_title(decided.assessment)
    return FindingView(title=title, source=source, row=row, shared=resting_on([row], reasons))


def no_duty_view(decided: Decided, source: Source, obligation: str, filters: Filters) -> NoDutyView:
    """What the reason that keeps this obligation away keeps away besides, under the filters. Raises NoFindingError."""
    first = finding_view(decided, source, obligation).row
    rows = (first.maker.row(finding) for finding in decided.assessment.findings)
    for item in no_duty(filters.shown(rows)):
        if obligation in {row.anchor for row in item.rows}:
            rest = tuple(row for row in item.rows if row.anchor != obligation)
            kept = NoDuty(text=item.text, rows=(first, *rest))
            return NoDutyView(title=profile_title(decided.assessment), source=source, item=kept)
    raise NoFindingError(obligation)
