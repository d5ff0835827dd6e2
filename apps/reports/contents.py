"""What a report holds: the view of the results, arranged for reading from front to back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apps.assessments.links import NOWHERE, Source
from apps.assessments.present import view

if TYPE_CHECKING:
    from apps.assessments.scope import Scope
    from apps.rules.engine import Assessment


def report_context(assessment: Assessment, *, scope: Scope | None = None, source: Source = NOWHERE) -> dict[str, Any]:
    """The context of the report's templates."""
    return {"view": view(assessment, source=source), "as_of": assessment.as_of, "known_on": assessment.known_on}
