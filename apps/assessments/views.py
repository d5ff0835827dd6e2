"""Pages of results. Whoever knows a profile's key may read them; reading creates nothing."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from apps.assessments.address import Asked, read_address
from apps.assessments.kept import kept_page
from apps.assessments.links import Source
from apps.assessments.page import view
from apps.profiles.models import Profile as StoredProfile
from apps.profiles.selectors import ExampleMissing, described, example_get, rulebook
from apps.rules.engine import evaluate

if TYPE_CHECKING:
    from apps.profiles.files import About
    from apps.rules.engine import Profile


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a page of results is about."""

    source: Source
    profile: Profile
    jurisdictions: Collection[str] = ()
    outdated: tuple[str, ...] = ()
    example: About | None = None


@require_safe
def results(request: HttpRequest, key: str) -> HttpResponse:
    """The results of a stored profile."""
    stored = get_object_or_404(StoredProfile, key=key)
    licences = [stored.licence, stored.base_licence]
    content = json.dumps([stored.title, licences, stored.answers, stored.readings, stored.jurisdictions])

    def subject() -> Subject:
        read = described(stored, rulebook())
        return Subject(
            source=Source(key=key), profile=read.profile, jurisdictions=stored.jurisdictions, outdated=read.outdated
        )

    return _page(request, content, subject)


@require_safe
def example(request: HttpRequest, slug: str) -> HttpResponse:
    """The results of a shipped example."""
    try:
        found = example_get(slug)
    except ExampleMissing as error:
        raise Http404(str(error)) from None

    def subject() -> Subject:
        return Subject(source=Source(slug=slug), profile=found.profile, example=found.about)

    return _page(request, repr(found), subject)


def _page(request: HttpRequest, content: str, subject: Any) -> HttpResponse:
    asked = read_address(request.GET, timezone.localdate())

    def make(token: str) -> str:
        return render_to_string("assessments/results.html", _context(subject(), asked, token), request)

    shown = (asked.as_of, asked.known_on, asked.given, asked.filter_fields, asked.problems)
    return kept_page(request, (rulebook().fingerprint, content, *shown), make)


def _context(subject: Subject, asked: Asked, token: str) -> dict[str, Any]:
    assessment = evaluate(
        rulebook(),
        subject.profile,
        as_of=asked.as_of,
        known_on=asked.known_on,
        jurisdictions=subject.jurisdictions or None,
    )
    page = view(assessment, source=subject.source, filters=asked.filters)
    return {
        "view": page,
        "as_of": asked.as_of,
        "known_on": asked.known_on,
        "action": subject.source.results,
        "carried_dates": [{"name": name, "value": value} for name, value in asked.given],
        "carried_filters": [{"name": name, "value": value} for name, value in asked.filter_fields],
        "clear_url": subject.source.results + asked.date_query,
        "date_query": asked.date_query,
        "report_action": subject.source.report,
        "problems": asked.problems,
        "outdated": subject.outdated,
        "example": subject.example,
        "mark_toggles": [{"kind": c.value, "number": c.number, "chosen": c.chosen} for c in page.marks],
        "timeline_head": (gettext("Day"), gettext("Where"), gettext("How many"), gettext("Duties")),
        "scale_head": (gettext("What"), gettext("Figure"), gettext("This model")),
        "csrf_token": token,
    }
