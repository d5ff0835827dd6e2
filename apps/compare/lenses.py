"""What every page that looks at one description from another side shows and answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from apps.assessments.address import Asked
from apps.assessments.page import profile_title
from apps.assessments.subject import Subject
from apps.compare.permanent import RULES, other_rules, permanent_link
from apps.rules.engine import Assessment


def lens_context(
    request: HttpRequest,
    subject: Subject,
    asked: Asked,
    base: Assessment,
    lens: str,
    extra: tuple[tuple[str, str], ...] = (),
) -> dict[str, Any]:
    """What every lens shows: its name, the days, the way back, the permanent link and the file."""
    return {
        "source": subject.source,
        "title": profile_title(base),
        "current": lens,
        "as_of": asked.as_of,
        "known_on": asked.known_on,
        "date_query": asked.date_query,
        "problems": asked.problems,
        "carried_dates": [{"name": name, "value": value} for name, value in asked.given],
        "fingerprint": base.fingerprint,
        "permanent": request.build_absolute_uri(permanent_link(base, lens, extra, tuple(subject.read().jurisdictions))),
        "other_rules": other_rules(request.GET.get(RULES, "")),
        "csv_url": as_file(request, "csv"),
    }


def as_file(request: HttpRequest, kind: str) -> str:
    """The address of the same page as a file."""
    query = request.GET.copy()
    query["format"] = kind
    return f"?{query.urlencode()}"


def private(response: HttpResponse) -> HttpResponse:
    """For this visitor's browser only: whoever knows the address of a description may read it, no cache may."""
    patch_cache_control(response, private=True, no_cache=True)
    return response
