"""The two days a rulebook page is read for: the day in question, and the day by which law must have been published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from apps.assessments.scope import ScopeError, read_day
from apps.rules.engine import Expr, Param, Rulebook, Version
from apps.rules.engine.conditions import Compare, walk


@dataclass(frozen=True)
class Days:
    """`as_of` and `known_on` of a page. `query` carries them along to other pages; empty while nobody chose a day."""

    as_of: date
    known_on: date
    query: str = ""


@dataclass(frozen=True)
class Asked:
    """The days as read from an address, what was written there, and what was wrong with it (by field)."""

    days: Days
    written: Mapping[str, str]
    problems: Mapping[str, str]


def read_days(parameters: Mapping[str, str], today: date) -> Asked:
    """Days from `as_of` and `known_on`; empty means today; known_on follows as_of. A bad day is named, not guessed."""
    written = {name: (parameters.get(name) or "").strip() for name in ("as_of", "known_on")}
    read: dict[str, date] = {}
    problems: dict[str, str] = {}
    for name, raw in written.items():
        try:
            read |= {name: read_day(name, raw)} if raw else {}
        except ScopeError as error:
            problems[name] = str(error)
    if problems:
        return Asked(Days(today, today), written, problems)
    as_of = read.get("as_of", today)
    query = f"?{urlencode({name: day.isoformat() for name, day in read.items()})}" if read else ""
    return Asked(Days(as_of, read.get("known_on", as_of), query), written, {})


def legible(expr: Expr, on: date, known_on: date) -> tuple[date, date]:
    """The days themselves, or the first later ones on which every figure in the condition has a value."""
    for part in walk(expr):
        if isinstance(part, Compare) and isinstance(part.bound, Param):
            first = part.bound.history[0]
            on, known_on = max(on, first.since), max(known_on, first.published_on or first.since)
    return on, known_on


def reads_on(version: Version, book: Rulebook, days: Days) -> tuple[date, date]:
    """The days to read a wording on: the asked ones, moved into the span in which it is law and known."""
    on = max(days.as_of, version.since)
    if version.until is not None:
        on = min(on, max(version.since, version.until.fromordinal(version.until.toordinal() - 1)))
    known = max(days.known_on, book.published(version))
    if version.replaced_on is not None:
        known = min(known, version.replaced_on.fromordinal(version.replaced_on.toordinal() - 1))
    return on, known
