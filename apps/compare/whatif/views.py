"""What would change this? The page, the way to the results of a change, and taking a change over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from apps.assessments import places
from apps.assessments.address import Asked, Problem, read_address
from apps.assessments.changes import change_words
from apps.assessments.subject import Subject, decide, subject_of
from apps.compare.export import csv_response
from apps.compare.lenses import lens_context, private
from apps.compare.permanent import packed_source
from apps.compare.sides import country
from apps.compare.whatif.changing import PARAMETER, ChangeError, changed, read_changes
from apps.compare.whatif.lines_picture import lines_picture
from apps.compare.whatif.page import LENS, WhatIf, table
from apps.profiles.models import Profile
from apps.profiles.selectors import described, rulebook
from apps.profiles.services import AnswerError, Given, profile_answers_set
from apps.rules.engine import Assessment, Origin, evaluate, plain


@require_safe
def what_if(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """The changes that matter to a description; `format=csv` gives every duty they move as a file."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    return _page(request, subject, asked)


def _page(request: HttpRequest, subject: Subject, asked: Asked, refused: str = "") -> HttpResponse:
    known = decide(subject, asked)
    base = known.assessment
    codes, wanted = _codes(base), request.GET.get("place", "")
    problems = [Problem(title=gettext("This change could not be opened"), text=refused)] if refused else []
    if wanted and wanted not in codes:
        text = gettext("There is no jurisdiction “%(code)s” here. All are shown.") % {"code": wanted[:20]}
        problems.append(Problem(title=gettext("Not narrowed"), text=text))
    place = wanted if wanted in codes else ""
    pairs = request.GET.get("pairs") == "yes"
    view = WhatIf(known, subject.source, place, asked.whole, pairs)
    if request.GET.get("format") == "csv" and not problems:
        return csv_response("what-if", *table(view))
    given = (("place", place), ("pairs", "yes" if pairs else ""))
    extra = tuple((name, value) for name, value in given if value)
    context = {**lens_context(request, subject, asked, base, LENS, extra), **_shown(view, codes, extra)}
    context["problems"] = (*asked.problems, *problems)
    context["stored"] = subject.source.key
    return private(render(request, "compare/what_if.html", context, status=400 if problems else 200))


def _shown(view: WhatIf, codes: list[str], extra: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {
        "view": view,
        "carried": extra,
        "drawing": lines_picture(view.lines),
        "lines": [line for line in view.lines if line.standing != "unknown"],
        "unknown": view.unanswered,
        "places": [(code, places.heading(code)) for code in codes],
    }


def _codes(base: Assessment) -> list[str]:
    """The jurisdictions to choose from: countries first, then the states that have rules of their own."""
    found = {finding.instrument.jurisdiction for finding in base.findings}
    every = found | {country(code) for code in found}
    return sorted(every, key=lambda code: (places.is_state(code), code))


@require_safe
def what_if_results(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """The results of the changed description, at an address of their own that holds all its facts."""
    subject, asked = subject_of(key, slug, packed), read_address(request.GET, timezone.localdate())
    read = subject.read()
    try:
        changes = read_changes(request.GET.getlist(PARAMETER), read.profile, rulebook())
    except ChangeError as error:
        return _page(request, subject, asked, str(error))
    found = evaluate(rulebook(), changed(read.profile, changes), as_of=asked.as_of, known_on=asked.known_on)
    return HttpResponseRedirect(packed_source(found, tuple(read.jurisdictions)).results + asked.date_query)


@require_POST
def what_if_take(request: HttpRequest, key: str) -> HttpResponse:
    """Take a change over into a stored profile: its answers, all or none."""
    stored = get_object_or_404(Profile, key=key)
    subject, asked = subject_of(key), read_address(request.GET, timezone.localdate())
    book = rulebook()
    profile = described(stored, book).profile
    try:
        parts = read_changes(QueryDict(request.POST.get("change", "")[:2000]).getlist(PARAMETER), profile, book)
        note = gettext("Taken over from “What would change this?”.")
        answers = {
            fact.key: Given(
                value=plain(fact, value), origin=Origin.ASSUMED if fact.assumed else Origin.ANSWERED, note=note
            )
            for fact, value in parts
        }
        text = change_words(decide(subject, asked).assessment, parts)
        profile_answers_set(profile=stored, answers=answers)
    except (ChangeError, AnswerError) as error:
        return _page(request, subject, asked, str(error))
    messages.success(
        request, gettext("Taken over: %(change)s. The results are those of the new answer.") % {"change": text}
    )
    return redirect(subject.source.results + asked.date_query)
