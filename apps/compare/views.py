"""Pages that look at one description from another side. Reading creates nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.assessments.address import read_address
from apps.assessments.subject import decide, subject_of
from apps.compare.openness import OpenOrClosed, asked_sides


@require_safe
def open_or_closed(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """One description under each strategy of release."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    page = OpenOrClosed(decide(subject, asked).assessment, subject.source, asked_sides(request.GET))
    return render(request, "compare/open_or_closed.html", {"view": page, "as_of": asked.as_of})
