"""Pages of results. Whoever knows a profile's key may read them; reading creates nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from apps.assessments.address import Asked, read_address
from apps.assessments.decided import Decided
from apps.assessments.finding import NoFindingError, finding_view, no_duty_view
from apps.assessments.kept import kept_page
from apps.assessments.links import rulebook_page
from apps.assessments.page import View, profile_title
from apps.assessments.subject import Subject, decide, subject_of
from apps.profiles.selectors import rulebook

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

# Rows that a page has room for at first, so that it stays under 150 kB.
ROOM = 84


class HtmxRequest(HttpRequest):
    """A request that htmx may have made."""

    htmx: HtmxDetails


@require_safe
def results(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """The results of a stored profile (by its key) or of an example (by its slug)."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())

    def make(token: str) -> str:
        context = _context(subject, asked, token)
        context["report_url"] = request.build_absolute_uri(subject.source.report)
        return render_to_string("assessments/results.html", context, request)

    shown = (asked.as_of, asked.known_on, asked.given, asked.filter_fields, asked.whole, asked.problems)
    return kept_page(request, (rulebook().fingerprint, subject.content, *shown), make)


@require_safe
@vary_on_headers("HX-Request")
def finding(request: HtmxRequest, obligation: str, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """One finding with all its reasons; htmx gets what a row of the results opens."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    found = decide(subject, asked)
    try:
        shown = finding_view(found, subject.source, obligation)
    except NoFindingError:
        return _missing(request, subject, asked, found, obligation)
    return _answer(request, "finding", {"view": shown, "row": shown.row, **_days(subject, asked)})


@require_safe
@vary_on_headers("HX-Request")
def no_duty(request: HtmxRequest, obligation: str, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """The rules that stay away for the same reason as this one; htmx gets the list alone."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    found = decide(subject, asked)
    try:
        shown = no_duty_view(found, subject.source, obligation, asked.filters)
    except NoFindingError:
        return _missing(request, subject, asked, found, obligation)
    return _answer(request, "no_duty", {"view": shown, "item": shown.item, **_days(subject, asked)})


def _days(subject: Subject, asked: Asked) -> dict[str, Any]:
    """What every page says of its days, and the way back."""
    return {
        "as_of": asked.as_of,
        "known_on": asked.known_on,
        "date_query": asked.date_query,
        "results_url": subject.source.results + asked.date_query,
        "problems": asked.problems,
    }


def _answer(request: HtmxRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The page of this name, or the part of it that htmx puts in place."""
    part = bool(request.htmx) and not request.htmx.history_restore_request
    template = f"assessments/_{name}.html" if part else f"assessments/{name}.html"
    response = render(request, template, {**context, "in_place": part}, status=status)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _missing(request: HtmxRequest, subject: Subject, asked: Asked, found: Decided, obligation: str) -> HttpResponse:
    """There is no such finding: say whether the rulebook knows the rule at all."""
    rule = rulebook().obligations.get(obligation)
    context = {
        "wanted": obligation,
        "rule": rule,
        "rule_url": rulebook_page("duties", obligation) if rule else "",
        "title": profile_title(found.assessment),
        **_days(subject, asked),
    }
    response = render(request, "assessments/no_finding.html", context, status=404)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _context(subject: Subject, asked: Asked, token: str) -> dict[str, Any]:
    known = subject.read()
    page = View(
        decided=decide(subject, asked, known),
        source=subject.source,
        filters=asked.filters,
        room=ROOM,
        whole=asked.whole,
    )
    return {
        "view": page,
        "action": subject.source.results,
        "carried_dates": [{"name": name, "value": value} for name, value in asked.given],
        "carried_filters": [{"name": name, "value": value} for name, value in asked.filter_fields],
        "clear_url": subject.source.results + asked.date_query,
        "query": asked.query,
        "report_action": subject.source.report,
        "outdated": known.outdated,
        "example": known.example,
        "mark_toggles": [{"kind": c.value, "number": c.number, "chosen": c.chosen} for c in page.marks],
        "timeline_head": (gettext("Day"), gettext("Where"), gettext("How many"), gettext("Duties")),
        "scale_head": (gettext("What"), gettext("Figure"), gettext("This model")),
        "csrf_token": token,
        **_days(subject, asked),
    }
