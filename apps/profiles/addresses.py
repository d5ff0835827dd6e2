"""Addresses of pages: those of this app by name, and the permanent ones of others that it links to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

if TYPE_CHECKING:
    from django.http import QueryDict

MOST_SKIPPED = 200


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a visitor is in the questionnaire. It lives in the address, so that back, reload and sharing work.

    `section` empty means the best question next; `fact` empty means the first that fits.
    """

    key: str
    section: str = ""
    fact: str = ""
    skipped: tuple[str, ...] = ()
    came_from: str = ""

    @classmethod
    def of(cls, key: str, query: QueryDict) -> Place:
        """The place that an address names."""
        skipped = tuple(name for name in query.get("skip", "").split(",") if name)[:MOST_SKIPPED]
        names = {name: query.get(name, "") for name in ("section", "fact")}
        return cls(key=key, skipped=skipped, came_from=query.get("from", ""), **names)

    def at(self, **changes: Any) -> Place:
        """The same place with some parts changed."""
        return replace(self, **changes)

    @property
    def url(self) -> str:
        """The address of the place."""
        parts = {
            "section": self.section,
            "fact": self.fact,
            "skip": ",".join(self.skipped),
            "from": self.came_from,
        }
        query = urlencode({name: part for name, part in parts.items() if part}, safe=",")
        return reverse("profiles:questions", args=[self.key]) + (f"?{query}" if query else "")


def results_url(key: str) -> str:
    """The results of a stored profile."""
    return f"/m/{key}/"


def example_url(slug: str) -> str:
    """The results of an example."""
    return f"/examples/{slug}/"


def duty_url(obligation: str) -> str:
    """The rulebook page of a duty."""
    return f"/rulebook/duties/{obligation}/"


def instrument_url(instrument: str) -> str:
    """The rulebook page of an instrument."""
    return f"/rulebook/instruments/{instrument}/"


def domains_url() -> str:
    """The page of what AI is used for, and which rules that may bring."""
    return "/rulebook/domains/"
