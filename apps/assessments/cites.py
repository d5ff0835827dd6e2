"""Pinpoints as people read them, with grade and link; the same cite is written hundreds of times, so it is kept."""

from __future__ import annotations

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
    """A pinpoint: the short name of its instrument, the page to read it at, and how well the source was seen."""

    instrument: str
    pinpoint: str
    grade: str
    grade_words: str
    checked: str
    url: str
    note: str
    html: SafeString
    brief: SafeString


def cite_line(book: Rulebook, cite: Cite) -> CiteLine:
    """The cite ready to show."""
    return _cite_line(
        book.instruments[cite.instrument].short, book.instruments[cite.instrument].url, cite, get_language()
    )


@lru_cache(maxsize=4096)
def _cite_line(name: str, official: str, cite: Cite, language: str | None) -> CiteLine:
    """`official` is the address of the instrument's text; a cite with an address of its own is read there."""
    source = cite.source if cite.source.startswith("https://") else official
    page = rulebook_page("instruments", cite.instrument)
    grade, words = cite.grade.value.lower(), str(GRADES[cite.grade])
    checked = gettext("read %(day)s") % {"day": day(cite.checked_on)}
    brief = format_html('<a class="cite" href="{}">{}</a>', page, cite.pinpoint)
    text = format_html('<a href="{}">{}, {}</a>', page, name, cite.pinpoint)
    if source:
        text = format_html('{} (<a href="{}" rel="noreferrer">{}</a>)', text, source, gettext("official text"))
    html = format_html(
        '<span class="cite">{} <span class="grade grade--{}">{}</span> <span class="cite__checked">{}</span>{}</span>',
        *(text, grade, words, checked),
        format_html(' <span class="cite__note">{}</span>', cite.note) if cite.note else "",
    )
    return CiteLine(
        instrument=name,
        pinpoint=cite.pinpoint,
        grade=grade,
        grade_words=words,
        checked=checked,
        url=source or page,
        note=cite.note,
        html=html,
        brief=brief,
    )
