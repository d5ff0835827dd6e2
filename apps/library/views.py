"""Public pages, all read from the typed law: the first page, the rulebook, search, changes, coverage, help."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from apps.assessments.links import Source
from apps.library import coverage, crosswalk, lists, naming
from apps.library.atlas import KINDS, Atlas, Node, atlas_of
from apps.library.changes import changes
from apps.library.changes import places as known_places
from apps.library.claims import CLAIMS
from apps.library.days import Asked, read_days
from apps.library.domains import shown_domains
from apps.library.front import front
from apps.library.glossary import TERMS
from apps.library.openness import places, relieved
from apps.library.pages import page, source, sources
from apps.library.regulators import shown_fields
from apps.library.search import LONGEST, nearest, same_name, search
from apps.library.worked import worked_examples, worked_stamp
from apps.profiles.models import Profile
from apps.profiles.selectors import own_profiles
from apps.rules import law
from apps.rules.law.crosswalk import FRAMEWORKS

View = Callable[..., HttpResponse]
# Days gone by that the page of changes lists at first.
MOST_PAST = 40
TEMPLATES = {kind: f"library/{kind.replace('-', '_')}_page.html" for kind in KINDS}


def _atlas() -> Atlas:
    return atlas_of(law.load())


@cache
def _templates_stamp() -> str:
    """Changes when a template does: with a new release pages are new even if the law is not."""
    files = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))
    return str(hash(tuple(path.stat().st_mtime_ns for path in files)))


def page_etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
    """What a page depends on: the law, the address, today, and the form token it carries. None while a note waits."""
    if "messages" in request.COOKIES:
        return None
    parts = (
        law.load().fingerprint,
        request.get_full_path(),
        timezone.localdate().isoformat(),
        _templates_stamp(),
        worked_stamp(),
        request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
        request.headers.get("HX-Request", ""),
        get_language() or "",
    )
    return f'"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'


def public(view: View) -> Callable[..., HttpResponseBase]:
    """A page that only reads, told apart by an ETag and asked for again each time."""
    return require_safe(cache_control(private=True, no_cache=True)(condition(etag_func=page_etag)(view)))


def on_days(view: View) -> View:
    """Give the view the days asked for; a day that cannot be read is named on the page, which answers 400."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = read_days(request.GET, timezone.localdate())
        response = view(request, asked, *args, **kwargs)
        if asked.problems and response.status_code == 200:
            response.status_code = 400
        return response

    return wrapped


def _context(asked: Asked, **more: Any) -> dict[str, Any]:
    """What every page of the rulebook needs."""
    return {"asked": asked, "days": asked.days, "as_of": asked.days.as_of, **more}


@public
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "library/home.html", front(law.load(), timezone.localdate()))


@public
@on_days
def rulebook(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The entry to the rulebook: instruments with where they stand, and the kinds with their numbers."""
    atlas = _atlas()
    days = asked.days
    rows = [
        {
            "entry": naming.entry(atlas, ("instruments", instrument.id)),
            "instrument": instrument,
            "state": naming.STATES[instrument.state(days.as_of, days.known_on)],
            "known": instrument.published_on <= days.known_on,
            "duties": sum(d.instrument == instrument.id for d in atlas.book.obligations.values()),
        }
        for instrument in sorted(atlas.book.instruments.values(), key=lambda i: (i.jurisdiction, not i.force.binding))
    ]
    kinds = [(kind, naming.MANY[kind], naming.ABOUT[kind], len(atlas.pieces[kind])) for kind in KINDS[1:]]
    kinds.append(("examples", naming.MANY["examples"], naming.ABOUT["examples"], len(worked_examples())))
    shown = _context(asked, rows=rows, kinds=kinds, fingerprint=atlas.book.fingerprint)
    return render(request, "library/rulebook.html", shown)


@public
@on_days
def listing(request: HttpRequest, asked: Asked, kind: str) -> HttpResponse:
    """Every piece of one kind, filtered."""
    titles = {"kind": kind, "title": naming.MANY[kind], "about": naming.ABOUT[kind]}
    if kind == "examples":
        return render(request, "library/examples.html", _context(asked, entries=lists.example_entries(), **titles))
    shown = lists.listing(_atlas(), kind, request.GET.dict())
    return render(request, "library/listing.html", _context(asked, listing=shown, **titles))


@public
@on_days
def piece(request: HttpRequest, asked: Asked, kind: str, key: str) -> HttpResponse:
    """The page of one piece of law."""
    atlas, node = _atlas(), (kind, key)
    if not atlas.has(node):
        return _missing(request, asked, atlas, node)
    shown = page(atlas, node, asked.days, worked_stamp())
    titles = {"heading": naming.title_of(atlas, node), "kind": kind, "id": key}
    return render(request, TEMPLATES[kind], _context(asked, **titles, **shown))


def _missing(request: HttpRequest, asked: Asked, atlas: Atlas, node: Node) -> HttpResponse:
    """Send a name that differs only in case or dashes to the right one; else suggest what is near."""
    right = same_name(atlas, node)
    if right is not None:
        return HttpResponsePermanentRedirect(naming.address(right) + asked.days.query)
    shown = _context(asked, kind=node[0], wanted=node[1], one=naming.ONE[node[0]], near=nearest(atlas, node))
    return render(request, "library/missing.html", shown, status=404)


@public
@on_days
def example(request: HttpRequest, asked: Asked, key: str) -> HttpResponse:
    """The page of a worked example."""
    shown = lists.example_page(_atlas(), key)
    if shown is None:
        return _missing(request, asked, _atlas(), ("examples", key))
    return render(request, "library/example_page.html", _context(asked, **shown))


@public
@on_days
def search_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Search: a whole page, or only the results when a script asks for them while somebody types."""
    query = request.GET.get("q", "").strip()[:LONGEST]
    atlas = _atlas()
    found = search(atlas, query)
    shown = _context(asked, query=query, hits=found, longest=LONGEST)
    if query and not found:
        shown["near"] = nearest(atlas, ("", query))
    only_hits = bool(request.headers.get("HX-Request")) and not request.headers.get("HX-History-Restore-Request")
    response = render(request, "library/_hits.html" if only_hits else "library/search.html", shown)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _own(request: HttpRequest) -> tuple[list[Profile], Profile | None]:
    """The visitor's own profiles, and the one that a page of changes leads to: the one asked for, else the latest."""
    own = own_profiles(request.session)
    return own, next((p for p in own if p.key == request.GET.get("profile")), own[0] if own else None)


def _changes_etag(request: HttpRequest) -> str | None:
    """What the page of changes depends on: that of every page, and the visitor's own profiles."""
    etag = page_etag(request)
    own = repr([(profile.key, profile.title) for profile in own_profiles(request.session)])
    return etag and f'"{hashlib.sha256((etag + own).encode()).hexdigest()[:32]}"'


@require_safe
@cache_control(private=True, no_cache=True)
@condition(etag_func=_changes_etag)
@on_days
def changes_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What begins, ends and moves, day by day, of one place alone where the address names it."""
    place, atlas = request.GET.get("place", "").strip(), _atlas()
    unknown = bool(place) and place not in known_places(atlas)
    found = changes(atlas, asked.days, "" if unknown else place)
    own, mine = _own(request)
    whole = request.GET.get("all") == "past"
    shown = _context(
        asked,
        coming=found.coming,
        past=found.past if whole else found.past[:MOST_PAST],
        more_past=0 if whole else max(0, len(found.past) - MOST_PAST),
        place="" if unknown else place,
        wrong_place=place if unknown else "",
        places=known_places(atlas),
        own=own,
        mine=mine,
        mine_url=Source(key=mine.key).lens("dates") if mine else "",
    )
    return render(request, "library/changes.html", shown, status=400 if unknown else 200)


@public
@on_days
def coverage_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What is covered, what is not, what is not verified, what is contested."""
    return render(request, "library/coverage.html", _context(asked, **coverage.coverage(_atlas(), asked.days)))


@public
@on_days
def unverified_page(request: HttpRequest, asked: Asked, place: str) -> HttpResponse:
    """The sources of one jurisdiction that are not verified, and what rests on each. 404 where there is none."""
    found = coverage.unverified(_atlas(), place)
    if not found:
        raise Http404(f"Nothing unverified is known of {place!r}.")
    shown = _context(asked, found=found, place=place, name=coverage.place_name(place))
    return render(request, "library/unverified.html", shown)


@public
@on_days
def openness_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What open weights and open source change, per instrument."""
    shown = places(_atlas().book, asked.days)
    return render(request, "library/openness.html", _context(asked, places=shown, relieved=relieved(shown)))


@public
@on_days
def crosswalk_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Practices, and what each is useful evidence for; what may be said in public."""
    shown = _context(
        asked,
        lines=crosswalk.table(_atlas().book),
        countries=crosswalk.COUNTRIES,
        frameworks=tuple(FRAMEWORKS.values()),
        wordings=crosswalk.WORDINGS,
    )
    return render(request, "library/crosswalk.html", shown)


@public
@on_days
def domains_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What AI is used for: for each domain the rules it may bring, the questions that decide, British regulators."""
    rows, fields = shown_domains(_atlas()), shown_fields(_atlas())
    return render(request, "library/domains.html", _context(asked, rows=rows, fields=fields))


@public
@on_days
def sources_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Every instrument with its sources and every pinpoint the rulebook rests on."""
    atlas = _atlas()
    groups = []
    for instrument in atlas.book.instruments.values():
        cited = [(source(atlas.book, c), len(n)) for c, n in atlas.sources.items() if c.instrument == instrument.id]
        own = sources(atlas.book, instrument.sources)
        groups.append({"instrument": instrument, "own": own, "cited": sorted(cited, key=lambda pair: pair[0].pinpoint)})
    return render(request, "library/sources.html", _context(asked, groups=groups))


@public
@on_days
def myths(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Claims in circulation that are wrong, each with the rule."""
    atlas = _atlas()
    shown = [
        {
            "claim": claim,
            "see": [naming.entry(atlas, node) for node in claim.see if atlas.has(node)],
            "sources": sources(atlas.book, claim.cites),
        }
        for claim in CLAIMS
    ]
    return render(request, "library/myths.html", _context(asked, claims=shown))


@public
@on_days
def help_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """How Remit decides, and the words it uses."""
    return render(request, "library/help.html", _context(asked, terms=TERMS))
