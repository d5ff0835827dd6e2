"""Pages that look at one description from another side. Reading creates nothing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from apps.assessments.address import Asked, read_address
from apps.assessments.page import profile_title
from apps.assessments.subject import Subject, decide, subject_of
from apps.compare.document import comparison_rows
from apps.compare.drawing import svg_response
from apps.compare.export import csv_response
from apps.compare.openness import LENS, Choice, OpenOrClosed, sides_of
from apps.compare.permanent import RULES, other_rules, permanent_link
from apps.compare.strategies import BY_KEY, BY_LICENCE, STRATEGIES, licence_strategy
from apps.rules.engine import Assessment
from apps.rules.law.licences import LICENCES


@require_safe
def open_or_closed(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """One description under each way to release it; `format` csv gives every duty, svg the picture."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    choice = Choice.read(request.GET)
    view = OpenOrClosed(decide(subject, asked).assessment, subject.source, choice, asked.whole)
    if request.GET.get("format") == "csv":
        return csv_response(LENS, *comparison_rows(view.lines, view.sides))
    if request.GET.get("format") == "svg" and view.bars:
        return svg_response(LENS, "compare/_bars.html", {"bars": view.bars})
    context = {
        "view": view,
        "chosen": {strategy.key for strategy in choice.strategies},
        "strategies": STRATEGIES,
        "licences": sorted(LICENCES.values(), key=lambda licence: licence.name.lower()),
        "svg_url": as_file(request, "svg"),
        **lens_context(request, subject, asked, view.base, LENS, choice.given),
    }
    return private(render(request, "compare/open_or_closed.html", context, status=400 if choice.problems else 200))


@require_safe
def strategy(
    request: HttpRequest, name: str, rest: str = "", key: str = "", slug: str = "", packed: str = ""
) -> HttpResponse:
    """The results of a description under one strategy, or one finding of them: its own address, with all facts."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    licence = name.removeprefix(BY_LICENCE)
    if name not in BY_KEY and licence not in LICENCES:
        raise Http404(f"There is no strategy {name!r}.")
    chosen = BY_KEY.get(name) or licence_strategy(licence)
    (_, side) = sides_of(decide(subject, asked).assessment, [chosen])
    return HttpResponseRedirect(side.url + (f"findings/{rest}/" if rest else "") + asked.date_query)


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
