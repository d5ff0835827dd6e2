"""Jurisdictions by topics: the table, and what stands behind one of its cells."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from apps.assessments.address import Asked, read_address
from apps.assessments.page import View
from apps.assessments.subject import Subject, decide, subject_of
from apps.assessments.views import HtmxRequest
from apps.compare.drawing import svg_response
from apps.compare.export import csv_response
from apps.compare.lenses import as_file, lens_context, private
from apps.compare.places.matrix import LENS, Matrix, PlacesChoice, PlacesView, table
from apps.compare.places.picture import picture
from apps.compare.places.topics import BY_KEY


@require_safe
def jurisdictions(request: HtmxRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """Jurisdictions by topics; `format` csv gives every rule, svg the table of marks as a picture."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    matrix = _matrix(subject, asked)
    choice = PlacesChoice.read(request.GET, matrix.codes)
    view = PlacesView(matrix, choice, asked.date_query)
    if request.GET.get("format") == "csv":
        return csv_response(LENS, *table(view))
    if request.GET.get("format") == "svg" and view.columns:
        return svg_response(LENS, "compare/_matrix.html", {"picture": picture(view)})
    context = {
        "view": view,
        "svg_url": as_file(request, "svg"),
        **lens_context(request, subject, asked, matrix.assessment, LENS, choice.given),
    }
    return private(render(request, "compare/places.html", context, status=400 if choice.problems else 200))


def _matrix(subject: Subject, asked: Asked) -> Matrix:
    known = subject.read()
    found = View(decided=decide(subject, asked, known), source=subject.source)
    return Matrix(found.assessment, found.rows, tuple(known.jurisdictions))


@require_safe
@vary_on_headers("HX-Request")
def cell(request: HtmxRequest, place: str, topic: str, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """The rules of one topic in one jurisdiction, as a page; htmx gets what opens below the table."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    if topic not in BY_KEY:
        raise Http404(f"There is no topic {topic!r}.")
    matrix = _matrix(subject, asked)
    try:
        shown = matrix.cell(place, BY_KEY[topic])
    except LookupError as error:
        raise Http404(str(error)) from None
    part = bool(request.htmx) and not request.htmx.history_restore_request
    context: dict[str, Any] = {
        "cell": shown,
        "gaps": PlacesView(matrix, PlacesChoice(places=(place,))).gaps,
        "in_place": part,
        **lens_context(request, subject, asked, matrix.assessment, f"{LENS}/{place}/{topic}"),
        "current": LENS,
        "csv_url": "",
    }
    response = render(request, "compare/_cell.html" if part else "compare/cell.html", context)
    if part:
        response["HX-Push-Url"] = "false"  # the table keeps its address
    return private(response)
