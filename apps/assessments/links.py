"""Permanent addresses that results and reports point to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse


def rulebook_page(kind: str, item: str) -> str:
    """The page of a rulebook item; kind is duties, definitions, carve-outs, facts, instruments, readings ..."""
    return f"/rulebook/{kind}/{item}/"


@dataclass(frozen=True)
class Source:
    """Where a described model lives: a stored profile under its key, a shipped example under its slug, or a link.

    `packed` is the description itself, as a link holds it (see apps/profiles/packed.py).
    """

    key: str = ""
    slug: str = ""
    packed: str = ""

    @property
    def results(self) -> str:
        """The page of results."""
        if self.slug:
            return reverse("assessments:example", args=[self.slug])
        if self.packed:
            return reverse("assessments:packed", args=[self.packed])
        return reverse("assessments:results", args=[self.key])

    @property
    def report(self) -> str:
        """The report as a page; PDF reports are asked for below it. A link has none until it is kept."""
        if self.slug:
            return reverse("reports:example", args=[self.slug])
        if self.packed:
            return ""
        return reverse("reports:report", args=[self.key])

    def lens(self, name: str) -> str:
        """A page that compares: open-or-closed, what-if, places or dates."""
        return f"{self.results}{name}/"

    def finding(self, obligation: str) -> str:
        """The page of one finding."""
        return f"{self.results}findings/{obligation}/"

    def question(self, fact: str) -> str:
        """Where an answer is given or changed; the rulebook page of the question where nobody can (an example)."""
        if not self.key:
            return rulebook_page("facts", fact)
        return f"{reverse('profiles:questions', args=[self.key])}?{urlencode({'fact': fact})}"


NOWHERE = Source()
