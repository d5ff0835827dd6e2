"""Pages of the licence library: the list with its filters, one page for each licence, up to four side by side."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from apps.library import licence_pages
from apps.library.atlas import atlas_of
from apps.library.licence_lists import LONGEST, found, licence_url
from apps.library.views import public
from apps.rules import law
from apps.rules.law.licences import LICENCES

TYPING = "licence-text"  # the field whose input replaces the address instead of adding to the history


@public
def licences(request: HttpRequest) -> HttpResponse:
    """The list: a whole page, or only what the filters left when a script asks for it."""
    listing = found(request.GET.dict(), request.GET.getlist("id"))
    shown = {"listing": listing, "longest": LONGEST, "as_of": timezone.localdate()}
    part = bool(request.headers.get("HX-Request")) and not request.headers.get("HX-History-Restore-Request")
    response = render(request, "library/_licences_found.html" if part else "library/licences.html", shown)
    if part:
        typed = request.headers.get("HX-Trigger") == TYPING
        response["HX-Replace-Url" if typed else "HX-Push-Url"] = listing.url
    patch_vary_headers(response, ["HX-Request"])
    return response


@public
def licence(request: HttpRequest, key: str) -> HttpResponse:
    """The page of one licence. Another spelling of its name leads to it; a name of several asks which is meant."""
    held = LICENCES.get(key)
    if held is not None:
        shown = licence_pages.licence_page(atlas_of(law.load()), held)
        return render(request, "library/licence_page.html", {**shown, "as_of": timezone.localdate()})
    right = licence_pages.meant(key)
    if right is not None:
        return HttpResponseRedirect(licence_url(right.id))
    missing = {"wanted": key, "near": licence_pages.near(key)}
    return render(request, "library/licence_missing.html", missing, status=404)


@public
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four licences side by side; says what is wrong with what was asked for."""
    asked = licence_pages.comparison(request.GET.getlist("id"))
    ids = [held.id for held in asked.licences]
    address = reverse("library:licences_compare")
    if asked.parts and request.GET.urlencode() != (right := urlencode([("id", key) for key in ids])):
        return HttpResponseRedirect(f"{address}?{right}")
    wrong = bool(asked.unknown) or asked.too_many
    context = {"asked": asked, "choose": reverse("library:licences"), "as_of": timezone.localdate()}
    context["without"] = [(held, urlencode([("id", key) for key in ids if key != held.id])) for held in asked.licences]
    context["keep"] = urlencode([("id", key) for key in ids])
    return render(request, "library/licences_compare.html", context, status=400 if wrong else 200)
