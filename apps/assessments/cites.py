"""Pinpoints as people read them, with grade and link; the same cite is written hundreds of times, so it is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from apps.assessments.links import rulebook_page
from apps.assessments.wording import GRADES
from apps.rules.engine import Cite, Rulebook
from apps.rules.engine.words import day


@dataclass(frozen=True, kw_only=True)
class CiteLine:
    """A pinpoint: its instrument (short name and page), where to read it, and how well the source was seen."""

    instrument: str
    page: str
    official: str
    pinpoint: str
    grade: str
    grade_words: str
    checked: str
    note: str
    brief: SafeString


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """The pinpoints of one instrument that were seen equally well, on one day."""

    first: CiteLine
    pinpoints: tuple[str, ...]
    notes: tuple[str, ...]


def cite_line(book: Rulebook, cite: Cite) -> CiteLine:
    """The cite ready to show, to be read at its own address or else in the instrument's official text."""
    instrument = book.instruments[cite.instrument]
    official = cite.source if cite.source.startswith(("https://", "http://")) else instrument.url
    return _cite_line(instrument.short, official, cite, get_language())


@lru_cache(maxsize=4096)
def _cite_line(name: str, official: str, cite: Cite, language: str | None) -> CiteLine:
    return CiteLine(
        instrument=name,
        page=rulebook_page("instruments", cite.instrument),
        official=official,
        pinpoint=cite.pinpoint,
        grade=cite.grade.value.lower(),
        grade_words=str(GRADES[cite.grade]),
        checked=gettext("read %(day)s") % {"day": day(cite.checked_on)},
        note=cite.note,
        brief=format_html('<span class="cite">{}</span>', cite.pinpoint),
    )


def source_lines(cites: Iterable[CiteLine]) -> tuple[SourceLine, ...]:
    """The cites by instrument, grade, day and address, each pinpoint once."""
    grouped: dict[tuple[str, ...], list[CiteLine]] = defaultdict(list)
    for cite in cites:
        grouped[cite.instrument, cite.grade, cite.checked, cite.official].append(cite)
    return tuple(
        SourceLine(
            first=members[0],
            pinpoints=tuple(dict.fromkeys(c.pinpoint for c in members)),
            notes=tuple(dict.fromkeys(c.note for c in members if c.note)),
        )
        for members in grouped.values()
    )
