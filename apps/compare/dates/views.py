"""Pages of one description through time: two days, day by day, what is coming. Reading creates nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from apps.assessments.address import Asked, read_address
from apps.assessments.page import View, profile_title
from apps.assessments.pictures import timeline
from apps.assessments.reasons import Reasons
from apps.assessments.rows import Rows
from apps.assessments.subject import Described, Subject, decide, subject_of
from apps.compare.dates.acts import Acts
from apps.compare.dates.coming import Calendar, calendar_table
from apps.compare.dates.happenings import ONE_DAY, Course, Moment, counted
from apps.compare.dates.ics import calendar_text
from apps.compare.dates.two_days import (
    LENS,
    Pair,
    TwoDays,
    day_query,
    lines_of,
    presets,
    publications,
    table,
)
from apps.compare.export import csv_response
from apps.compare.lenses import lens_context, private
from apps.library.days import Days
from apps.rules.engine import Assessment
from apps.rules.engine.words import day

# Days to come that the page of one day offers to jump to.
MOST_DAYS = 12


@require_safe
def two_days(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """One description on any two pairs of days; `format=csv` gives every change as a file."""
    subject, asked, known = _asked(request, key, slug, packed)
    pair = Pair.read(request.GET, Days(asked.as_of, asked.known_on))
    before, after = (_on(subject, asked, known, days) for days in (pair.before, pair.after))
    view = TwoDays(before, after, subject.source, asked.whole)
    if request.GET.get("format") == "csv":
        return csv_response("dates", *table(view))
    today = timezone.localdate()
    here = {finding.instrument.jurisdiction for finding in after.findings}
    context = {
        "view": view,
        "pair": pair,
        "pair_query": pair.query,
        "presets": presets(today),
        "publications": publications(after.book, today, here),
        "page": "two-days",
        **lens_context(request, subject, asked, after, LENS, pair.query),
    }
    context |= {"as_of": after.as_of, "known_on": after.known_on, "problems": (*asked.problems, *pair.problems)}
    return _shown(request, "compare/dates.html", context)


@require_safe
def day_by_day(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """One day with what changes on it, and the days before and after on which anything changes."""
    subject, asked, known = _asked(request, key, slug, packed)
    base = decide(subject, asked, known)
    course = Course(base.assessment, known.jurisdictions)
    back = list(islice(course.back(), 2))
    here = back[0] if back and back[0].on == asked.as_of else None
    earlier = next((moment for moment in back if moment.on < asked.as_of), None)
    later = list(islice(course.ahead(), MOST_DAYS))
    shown = View(decided=base, source=subject.source)
    drawn = timeline(shown.rows, asked.as_of, timezone.localdate())
    context = {
        "lines": _lines(here, base.assessment, subject) if here else (),
        "said": counted(here.turns) if here else "",
        "earlier": _step(earlier, asked),
        "later": _step(later[0] if later else None, asked),
        "days": [_step(moment, asked) for moment in later],
        "next_words": _next_words(later[0] if later else None),
        "counts": shown.counts,
        "timeline": drawn,
        "timeline_head": (gettext("Day"), gettext("Where"), gettext("How many"), gettext("Duties")),
        "timeline_rows": drawn.short_rows if drawn else (),
        "page": "day-by-day",
        **lens_context(request, subject, asked, base.assessment, f"{LENS}/timeline"),
        "current": LENS,
        "csv_url": "",
    }
    return _shown(request, "compare/dates_day.html", context)


@require_safe
def coming(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """What is coming, by date; `format=csv` gives it as a file."""
    subject, asked, known = _asked(request, key, slug, packed)
    base = decide(subject, asked, known).assessment
    view = Calendar(Course(base, known.jurisdictions))
    if request.GET.get("format") == "csv":
        return csv_response("calendar", *calendar_table(view))
    address = request.build_absolute_uri(f"{subject.source.lens(LENS)}calendar.ics")
    context = {
        "view": view,
        "page": "coming",
        "calendar": address,
        "subscribe": f"webcal://{address.partition('://')[2]}",
        **lens_context(request, subject, asked, base, f"{LENS}/calendar"),
        "current": LENS,
    }
    return _shown(request, "compare/dates_calendar.html", context)


@require_safe
def subscription(request: HttpRequest, key: str = "", slug: str = "", packed: str = "") -> HttpResponse:
    """What is coming, and what the year before brought, as a calendar to subscribe to."""
    subject, asked, known = _asked(request, key, slug, packed)
    base = decide(subject, asked, known).assessment
    view = Calendar(Course(base, known.jurisdictions))
    here = request.build_absolute_uri("/").rstrip("/")
    entries = [item.entry(subject.source, here, base.fingerprint) for item in (*view.past_year, *view.coming)]
    name = gettext("AI rules: %(title)s") % {"title": profile_title(base)}
    text = calendar_text(name, entries, asked.known_on)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="remit.ics"'
    return private(response)


def _asked(request: HttpRequest, key: str, slug: str, packed: str) -> tuple[Subject, Asked, Described]:
    subject = subject_of(key, slug, packed)
    return subject, read_address(request.GET, timezone.localdate()), subject.read()


def _on(subject: Subject, asked: Asked, known: Described, days: Days) -> Assessment:
    return decide(subject, replace(asked, as_of=days.as_of, known_on=days.known_on), known).assessment


def _shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return private(render(request, template, context, status=400 if context["problems"] else 200))


def _step(moment: Moment | None, asked: Asked) -> dict[str, Any] | None:
    """A day to go to: its address keeps the law known on the same day."""
    if moment is None:
        return None
    query = day_query(Days(moment.on, asked.known_on))
    return {"on": moment.on, "query": query, "number": len(moment.turns), "words": counted(moment.turns)}


def _next_words(moment: Moment | None) -> str:
    """What comes next, below the picture."""
    if moment is None:
        return gettext("No later day is known on which anything changes for you.")
    words = {"day": day(moment.on), "what": counted(moment.turns)}
    return gettext("Next, on %(day)s: %(what)s.") % words


def _lines(moment: Moment, base: Assessment, subject: Subject) -> tuple[Any, ...]:
    acts = Acts(base.book, Days(moment.on - ONE_DAY, base.known_on), Days(moment.on, base.known_on))
    return lines_of(moment.turns, acts, Rows(base, subject.source, Reasons(base.book, subject.source)))
