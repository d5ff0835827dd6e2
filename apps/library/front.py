"""The first page: one example as a specimen, the examples with their counts, and what is covered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.assessments.present import Count, is_duty, mark, sentences, tally
from apps.library.coverage import COVERED, NOT_YET
from apps.library.words import day_text
from apps.profiles.selectors import Example, Kind, example_files, examples
from apps.rules.engine import Assessment, CarveOutState, Finding, Rulebook, evaluate

_SHOWN: Final = ("applies", "upcoming", "contested", "depends", "exempt")
_ROWS: Final = 5


@dataclass(frozen=True)
class Card:
    """An example on the first page."""

    name: str
    by: str
    facts: str
    url: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Row:
    """A duty of the specimen."""

    mark: str
    title: str
    pin: str
    detail: str


@dataclass(frozen=True)
class Specimen:
    """An example as the first screen shows it."""

    name: str
    url: str
    jurisdiction: str
    sentence: str
    rows: tuple[Row, ...]
    more: str


def front(book: Rulebook, as_of: date) -> Mapping[str, Any]:
    """What the first page shows on a day; decided once per rulebook, day and set of examples."""
    return {**_front(book, as_of, example_files()), "coverage": _coverage(), "as_of": as_of}


@lru_cache(maxsize=8)
def _front(book: Rulebook, as_of: date, stamp: tuple[tuple[Kind, Path, int], ...]) -> Mapping[str, Any]:
    del stamp
    decided = [(example, evaluate(book, example.profile, as_of=as_of)) for example in examples()]
    return {
        "models": [_card(*each) for each in decided if each[0].kind is Kind.MODEL],
        "systems": [_card(*each) for each in decided if each[0].kind is Kind.SYSTEM],
        "specimen": _specimen(decided),
    }


def _url(example: Example) -> str:
    return f"/examples/{example.slug}/"


def _card(example: Example, assessment: Assessment) -> Card:
    about = example.about
    by = ", ".join(part for part in (about.developer, about.released) if part)
    counts = tuple(count for count in tally(assessment.findings) if count.kind != "none")
    return Card(about.name, by, about.summary, _url(example), counts)


def _specimen(decided: list[tuple[Example, Assessment]]) -> Specimen | None:
    """The example that shows most kinds of outcome, few open questions first."""
    # Sentences need every proof, so they are written for the likeliest only.
    likeliest = sorted(decided, key=_worth, reverse=True)
    told = ((example, assessment, sentences(assessment)) for example, assessment in likeliest)
    best = next((each for each in told if each[2]), None)
    if best is None:
        return None
    example, assessment, said = best
    duties = [finding for finding in assessment.findings if is_duty(finding) and mark(finding) in _SHOWN]
    rest = max(0, len(duties) - _ROWS)
    more = (
        ngettext("See the other one, and why", "See the other %(n)d, and why", rest) % {"n": rest}
        if rest
        else _("See why")
    )
    first = said[0]
    return Specimen(
        example.about.name, _url(example), first.jurisdiction, first.text, tuple(map(_row, _mixed(duties))), more
    )


def _worth(decided: tuple[Example, Assessment]) -> tuple[int, int]:
    counts = {count.kind: count.number for count in tally(decided[1].findings)}
    kinds = sum(bool(counts[kind]) for kind in ("applies", "upcoming", "exempt") if kind in counts)
    return kinds, -counts.get("depends", 0)


def _mixed(duties: list[Finding]) -> list[Finding]:
    """A few duties with every mark that occurs among them, in the order of the marks."""
    by_mark = {kind: [finding for finding in duties if mark(finding) == kind] for kind in _SHOWN}
    chosen: list[Finding] = []
    # What is decided first: an open duty says least about the product.
    last = by_mark.pop("depends")
    while any(by_mark.values()) and len(chosen) < _ROWS:
        for held in by_mark.values():
            chosen += [held.pop(0)] if held and len(chosen) < _ROWS else []
    chosen += last[: _ROWS - len(chosen)]
    return sorted(chosen, key=lambda finding: _SHOWN.index(mark(finding)))


def _row(finding: Finding) -> Row:
    kind = mark(finding)
    detail = ""
    if kind == "upcoming" and finding.applies_from:
        detail = _("from %(day)s") % {"day": day_text(finding.applies_from)}
    if kind == "exempt":
        active = [c.carve_out.title for c in finding.carve_outs if c.state is CarveOutState.ACTIVE]
        detail = active[0] if active else ""
    return Row(kind, finding.obligation.title, finding.cites[0].pinpoint, detail)


def _coverage() -> list[dict[str, Any]]:
    page = reverse("library:coverage")
    shown: dict[str, list[str]] = {}
    for area in COVERED:
        shown.setdefault(area.jurisdiction, []).append(_("%(title)s.") % {"title": area.title})
    covered = [{"jurisdiction": code, "text": " ".join(titles), "url": page} for code, titles in shown.items()]
    missing = [a for a in NOT_YET if a.jurisdiction in {"US", "UK"} - shown.keys()]
    return [*covered, *({"jurisdiction": a.jurisdiction, "text": a.text, "url": ""} for a in missing)]
