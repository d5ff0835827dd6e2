"""What the address of results asks for: two days, filters, a list to show whole. Wrong parts are named, never fatal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from apps.assessments.groups import Filters
from apps.assessments.scope import ScopeError, read_day

_UNUSABLE = {
    "as_of": gettext_lazy("The day “as of” could not be used"),
    "known_on": gettext_lazy("The day “known on” could not be used"),
}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A part of the address that could not be used: what was wrong, and what is shown instead."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The days and filters to show. `given` holds the days the address itself names, as it names them.

    `whole` is the id of a long list that is to be shown in full.
    """

    as_of: date
    known_on: date
    filters: Filters
    given: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    whole: str = ""

    @property
    def filter_fields(self) -> tuple[tuple[str, str], ...]:
        """The filters as fields of a form."""
        return (*(("outcome", kind) for kind in sorted(self.filters.outcomes)), *self.filters.parts.items())

    @property
    def date_query(self) -> str:
        """The days as the query of an address; empty when the address names none."""
        return f"?{urlencode(self.given)}" if self.given else ""

    @property
    def query(self) -> str:
        """The days and filters as the query of an address; empty when there are none."""
        parts = (*self.given, *self.filter_fields)
        return f"?{urlencode(parts)}" if parts else ""


def read_address(query: QueryDict, today: date) -> Asked:
    """Read a query. The day defaults to `today`, the known-on day to that day."""
    problems: list[Problem] = []
    given: list[tuple[str, str]] = []

    def read(name: str, otherwise: date) -> date:
        raw = query.get(name, "").strip()
        if not raw:
            return otherwise
        try:
            found = read_day(name, raw)
        except ScopeError as error:
            title = str(_UNUSABLE[name])
            shown = gettext("Shown instead: %(day)s.") % {"day": otherwise.isoformat()}
            problems.append(Problem(title=title, text=f"{error.message} {error.remedy} {shown}"))
            return otherwise
        given.append((name, found.isoformat()))
        return found

    as_of = read("as_of", today)
    known_on = read("known_on", as_of)
    filters = Filters.read(query.getlist("outcome"), {name: query.get(name, "") for name in query})
    return Asked(
        as_of=as_of,
        known_on=known_on,
        filters=filters,
        given=tuple(given),
        problems=tuple(problems),
        whole=query.get("all", ""),
    )
