"""Pages on many models: the catalogue, a table that somebody brings, up to four side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.assessments.address import Asked as Days
from apps.assessments.address import read_address
from apps.compare.catalogue import choosing, files, listing, store
from apps.compare.catalogue.chart import MOST_NAMES, chart
from apps.compare.catalogue.describing import Described
from apps.compare.catalogue.entries import Entry, entries_of, own_entries
from apps.compare.catalogue.imported import ATTRIBUTION
from apps.compare.catalogue.remarks import grouped
from apps.compare.catalogue.side_by_side import MOST, SideBySide, head
from apps.compare.catalogue.table import Table, table_of
from apps.compare.catalogue.table_file import Format, TableFileError
from apps.compare.drawing import svg_response
from apps.compare.export import csv_response
from apps.compare.forms import TableForm
from apps.compare.lenses import private
from apps.compare.models import Portfolio
from apps.compare.permanent import RULES, other_rules, rules_now
from apps.library.lists import Choice
from apps.profiles.addresses import Place
from apps.profiles.packed import pack
from apps.profiles.selectors import MOST_OWN, SESSION_NAME, rulebook

UNPROCESSABLE = 422
PAGE = 25  # models on a page
MOST_REMARKS = 8  # of one reason, on the page of the report


@require_safe
def catalogue(request: HttpRequest, key: str = "") -> HttpResponse:
    """Our own models, or those of a table that somebody brought; `format` csv or svg gives a file."""
    portfolio = get_object_or_404(Portfolio, key=key) if key else None
    days = read_address(request.GET, timezone.localdate())
    table = table_of(rulebook(), _entries(request, portfolio), as_of=days.as_of, known_on=days.known_on)
    asked = listing.read(request.GET.dict(), table)
    rows = listing.narrowed(table, asked)
    wanted = request.GET.get("format", "")
    if wanted == "csv":
        return csv_response("models", files.table_head(table), files.table_rows(table, rows, rulebook().fingerprint))
    picture = chart(rows, table.lines)
    if wanted == "svg":
        if picture is None:
            raise Http404(_("None of these models has both a day of release and a figure for compute."))
        return svg_response("models", "compare/_models_chart.html", {"chart": picture})
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    table.decide(page.object_list)
    context = {
        "chart": picture,
        "pivot": listing.pivot(table, rows, asked),
        "page": page,
        "filters": listing.filters(table, asked),
        **_choices(table, asked),
        **_shown(request, table, asked, days),
        **_portfolio_context(request, portfolio),
    }
    return private(render(request, "compare/models.html", context))


def _entries(request: HttpRequest, portfolio: Portfolio | None) -> Sequence[Entry]:
    """The models of the list; ours beside those of a table where the address asks for them."""
    if portfolio is None:
        return own_entries()
    found = entries_of(store.models_of(portfolio).models, ATTRIBUTION[Format(portfolio.format)])
    return (*own_entries(), *found) if request.GET.get("ours") else found


def _choices(table: Table, asked: listing.Asked) -> dict[str, Any]:
    """The orders, and what models can be counted by and against."""
    counted = [(facet.name, facet.label) for facet in listing.pivots(table)]
    against = [(line.id, listing.line_words(line)) for line in table.lines]
    return {
        "sorts": [Choice(k, label, k == asked.sort) for k, label in listing.sorts().items()],
        "counted_by": [Choice(k, label, k == asked.rows) for k, label in counted],
        "against": [Choice(k, label, k == asked.columns) for k, label in against],
    }


def _shown(request: HttpRequest, table: Table, asked: listing.Asked, days: Days) -> dict[str, Any]:
    """What the page says of itself: counts, days, its files and its permanent link."""
    ours = (("ours", "1"),) if request.GET.get("ours") else ()
    fixed = (*ours, ("as_of", days.as_of.isoformat()), ("known_on", days.known_on.isoformat()), (RULES, rules_now()))
    own = asked.address(**dict(ours), **dict(days.given))
    return {
        "table": table,
        "asked": asked,
        "total": len(table.rows),
        "as_of": days.as_of,
        "known_on": days.known_on,
        "date_query": days.date_query,
        "problems": days.problems,
        "ours": bool(ours),
        "carried": [*ours, *days.given],
        "query": own.removeprefix("?"),
        "missing_url": asked.address(certainty="none", **dict(ours), **dict(days.given)),
        "csv_url": asked.address(format="csv", **dict(ours), **dict(days.given)),
        "svg_url": asked.address(format="svg", **dict(ours), **dict(days.given)),
        "permanent": request.build_absolute_uri(request.path + asked.address(**dict(fixed))),
        "other_rules": other_rules(request.GET.get(RULES, "")),
        "fingerprint": rulebook().fingerprint,
        "most_names": MOST_NAMES,
        "most": MOST,
        "here": request.path,
    }


def _portfolio_context(request: HttpRequest, portfolio: Portfolio | None) -> dict[str, Any]:
    if portfolio is None:
        return {"tables": store.own_portfolios(request.session)}
    return {
        "portfolio": portfolio,
        "imported": store.models_of(portfolio),
        "attribution": ATTRIBUTION[Format(portfolio.format)],
    }


# --- A table to bring ---------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Explain which tables can be read; a POST reads and stores one, or says why not."""
    form, refused = TableForm(request.POST or None, request.FILES or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            name = form.cleaned_data["file"].name
            stored = store.portfolio_import(content=form.content(), name=name, session=request.session)
            return redirect("compare:models_report", key=stored.key)
        except TableFileError as error:
            refused = str(error)
    context = {"form": form, "refused": refused, "tables": store.own_portfolios(request.session)}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return private(render(request, "compare/models_add.html", context, status=status))


@require_safe
def report(request: HttpRequest, key: str) -> HttpResponse:
    """What became of the rows of a table: left out, used in part, to be checked. `format=csv` gives all of it."""
    portfolio = get_object_or_404(Portfolio, key=key)
    found = store.models_of(portfolio)
    if request.GET.get("format") == "csv":
        return csv_response("report", files.REPORT_HEAD, files.report_rows(found.remarks))
    context = _portfolio_context(request, portfolio) | {"groups": grouped(found.remarks, MOST_REMARKS)}
    return private(render(request, "compare/models_report.html", context))


@require_POST
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Remove a table for good."""
    store.portfolio_delete(portfolio=get_object_or_404(Portfolio, key=key), session=request.session)
    messages.success(request, _("The table is deleted. Descriptions made from its rows stay."))
    return redirect("compare:models")


@require_safe
def row(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """The results of one row, at an address that holds all it says; nothing is stored."""
    profile = entries_of([_model(key, number)])[0].profile
    query = read_address(request.GET, timezone.localdate()).date_query
    return HttpResponseRedirect(reverse("assessments:packed", args=[pack(profile, rulebook())]) + query)


@require_POST
def describe(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Start a profile of one's own from a row."""
    profile = store.model_describe(model=_model(key, number))
    own = request.session.get(SESSION_NAME, [])
    request.session[SESSION_NAME] = [profile.key, *own][:MOST_OWN]
    return redirect(Place(key=profile.key).url)


def _model(key: str, number: int) -> Described:
    found = store.model_of(get_object_or_404(Portfolio, key=key), number)
    if found is None:
        raise Http404(_("The table has no such row."))
    return replace(found)


# --- Side by side -------------------------------------------------------------------------------------------------
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four models side by side; says what is wrong with what was asked for."""
    days = read_address(request.GET, timezone.localdate())
    chosen = choosing.choose(request.GET.getlist("m"), days)
    view = SideBySide(chosen.models, days.whole, chosen.address(days.given)) if len(chosen.models) > 1 else None
    if view and request.GET.get("format") == "csv":
        return csv_response("models-compared", head(view.models), view.rows())
    context = {
        "view": view,
        "chosen": chosen,
        "alone": chosen.models[0] if len(chosen.models) == 1 and not chosen.unknown else None,
        "most": MOST,
        "choices": choosing.choices(request.session, {model.ref for model in chosen.models}),
        "as_of": days.as_of,
        "known_on": days.known_on,
        "date_query": days.date_query,
        "problems": days.problems,
        "carried": days.given,
        "csv_url": chosen.address((*days.given, ("format", "csv"))),
        "permanent": request.build_absolute_uri(request.path + chosen.address(_fixed(days))),
        "other_rules": other_rules(request.GET.get(RULES, "")),
        "fingerprint": rulebook().fingerprint,
    }
    wrong = bool(chosen.unknown) or chosen.too_many
    return private(render(request, "compare/models_compare.html", context, status=400 if wrong else 200))


def _fixed(days: Days) -> tuple[tuple[str, str], ...]:
    return ("as_of", days.as_of.isoformat()), ("known_on", days.known_on.isoformat()), (RULES, rules_now())
