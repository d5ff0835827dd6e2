"""The report as a page, and the making of the PDF. Whoever knows a key may read what it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from apps.assessments.address import Asked, read_address
from apps.assessments.links import Source
from apps.assessments.scope import Scope, ScopeError, assess
from apps.profiles.models import Profile as StoredProfile
from apps.profiles.selectors import ExampleMissing, described, example_get, rulebook
from apps.reports.contents import report_context
from apps.reports.models import Paper, ReportJob
from apps.reports.selectors import progress
from apps.reports.services import ReportError, report_request, report_retry

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from apps.rules.engine import Profile

UNPROCESSABLE = 422


class HtmxRequest(HttpRequest):
    """A request that htmx may have made."""

    htmx: HtmxDetails


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, key: str) -> HttpResponse:
    """The report on a stored profile; a POST asks for it as a PDF."""
    stored = get_object_or_404(StoredProfile, key=key)
    profile = described(stored, rulebook()).profile
    return _report(request, profile, Source(key=key), stored=stored)


@require_http_methods(["GET", "HEAD", "POST"])
def example(request: HttpRequest, slug: str) -> HttpResponse:
    """The report on a shipped example; a POST asks for it as a PDF."""
    try:
        profile = example_get(slug).profile
    except ExampleMissing as error:
        raise Http404(str(error)) from None
    return _report(request, profile, Source(slug=slug))


def _report(
    request: HttpRequest, profile: Profile, source: Source, stored: StoredProfile | None = None
) -> HttpResponse:
    asked = read_address(request.POST if request.method == "POST" else request.GET, timezone.localdate())
    scope = _scope(asked, stored)
    error = "; ".join(problem.text for problem in asked.problems)
    if request.method == "POST" and not error:
        paper = request.POST.get("paper") or _usual_paper(request)
        site = request.build_absolute_uri("/").rstrip("/")
        try:
            job = report_request(
                profile=profile, scope=scope, paper=paper, stored=stored, example=source.slug, site=site
            )
            return redirect(job.url)
        except (ReportError, ScopeError) as refused:
            error = str(refused)
    context = _page(profile, scope, source) | {"error": error, "asked": asked, "paper": _usual_paper(request)}
    status = UNPROCESSABLE if error and request.method == "POST" else 200
    response = render(request, "reports/page.html", context, status=status)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _scope(asked: Asked, stored: StoredProfile | None) -> Scope:
    chosen = tuple(stored.jurisdictions) if stored else ()
    return Scope(as_of=asked.as_of, known_on=asked.known_on, jurisdictions=chosen or Scope.jurisdictions_in(rulebook()))


def _page(profile: Profile, scope: Scope, source: Source) -> dict[str, Any]:
    try:
        assessment, _ = assess(rulebook(), profile, scope, questions=1)
    except ScopeError as error:
        raise Http404(str(error)) from None
    return report_context(assessment, scope=scope, source=source) | {"papers": Paper.choices}


def _usual_paper(request: HttpRequest) -> str:
    """Letter where people write American English, A4 elsewhere."""
    first = request.headers.get("Accept-Language", "").split(",")[0].strip().lower()
    return Paper.LETTER if first.startswith("en-us") else Paper.A4


# --- The PDF ------------------------------------------------------------------------------------------------------
@require_safe
@never_cache
@vary_on_headers("HX-Request")
def job(request: HtmxRequest, key: str) -> HttpResponse:
    """How far a report is, and where to get it. htmx asks for the part that moves."""
    found = get_object_or_404(ReportJob.objects.select_related("profile"), key=key)
    template = "reports/_job.html" if request.htmx else "reports/job.html"
    return render(request, template, _job_context(found))


def _job_context(found: ReportJob) -> dict[str, Any]:
    source = Source(key=found.profile.key if found.profile else "", slug=found.example)
    known = bool(source.key or source.slug)
    return {
        "job": found,
        "progress": progress(found),
        "results_url": source.results if known else "",
        "report_url": source.report if known else "",
        "as_of": found.as_of,
    }


@require_POST
def retry(request: HttpRequest, key: str) -> HttpResponse:
    """Start a report again that failed, was broken off or removed."""
    found = get_object_or_404(ReportJob, key=key)
    report_retry(job=found)
    return redirect(found.url)


@require_safe
def file(request: HttpRequest, key: str, name: str) -> HttpResponse | FileResponse:
    """The PDF, to save under its name; while there is none, the page that says why."""
    found = get_object_or_404(ReportJob, key=key)
    if name != found.filename:
        raise Http404(gettext("There is no such file."))
    if not found.ready or not default_storage.exists(found.stored_name):
        messages.info(request, gettext("The file is not there. This page says what became of it."))
        return redirect(found.url)
    response = FileResponse(
        default_storage.open(found.stored_name), as_attachment=True, filename=name, content_type="application/pdf"
    )
    patch_cache_control(response, private=True, max_age=0)
    return response
