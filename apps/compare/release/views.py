"""Open or closed: the page, and the way to the results under one of its columns. Reading creates nothing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.assessments.address import read_address
from apps.assessments.subject import decide, subject_of
from apps.compare.document import comparison_rows
from apps.compare.drawing import svg_response
from apps.compare.export import csv_response
from apps.compare.lenses import as_file, lens_context, private
from apps.compare.release.openness import LENS, Choice, OpenOrClosed, sides_of
from apps.compare.release.strategies import BY_KEY, BY_LICENCE, STRATEGIES, licence_strategy
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
