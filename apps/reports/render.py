"""A report as a document of its own: HTML in one file, or a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.assessments.scope import Scope
    from apps.rules.engine import Assessment

OnProgress = Callable[[float, str], None]


def render_html(assessment: Assessment, *, scope: Scope | None = None, paper: str = "a4", site: str = "") -> str:
    """The report as one HTML file that needs no other. `site` is the address that links to the rulebook start with."""
    raise NotImplementedError


def render_pdf(
    assessment: Assessment,
    *,
    scope: Scope | None = None,
    paper: str = "a4",
    site: str = "",
    on_progress: OnProgress | None = None,
) -> bytes:
    """The report as a PDF/UA-1 file."""
    raise NotImplementedError
