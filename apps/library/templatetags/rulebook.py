"""Tags of the rulebook pages: nested conditions, carve-outs and their losses, lists of pieces, links that keep days.

Written in Python rather than as templates: a carve-out can have a hundred parts, and a page must stay quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from apps.library import naming, words
from apps.library.atlas import Node, atlas_of
from apps.library.outlines import Exempting
from apps.library.pages import Source, sources
from apps.rules import law
from apps.rules.engine.words import Outline

if TYPE_CHECKING:
    from django.template.context import Context

    from apps.library.naming import Entry
    from apps.library.worked import Worked

register = template.Library()
EMPTY: Final = SafeString("")
# Lists longer than this stand in a fold.
LONG: Final = 12


def _query(context: Context) -> str:
    days = context.get("days")
    return str(days.query) if days else ""


def _link(node: Node, text: object, query: str, css: str = "") -> SafeString:
    attribute = format_html(' class="{}"', css) if css else EMPTY
    return format_html('<a{} href="{}{}">{}</a>', attribute, naming.address(node), query, text)


@register.simple_tag(takes_context=True)
def piece_link(context: Context, kind: str, key: str, text: str = "") -> SafeString:
    """A link to a piece of law that keeps the chosen days; its title where no text is given."""
    return _link((kind, key), text or naming.title_of(atlas_of(law.load()), (kind, key)), _query(context))


@register.simple_tag(takes_context=True)
def kind_link(context: Context, kind: str, text: str = "") -> SafeString:
    """A link to the list of a kind that keeps the chosen days."""
    return _link((kind, ""), text or naming.MANY[kind], _query(context))


@register.filter
def state_word(state: object) -> str:
    """in force, adopted and so on."""
    return str(naming.STATES[state])  # type: ignore[index]


# --- Sources ------------------------------------------------------------------------------------------------------
@register.simple_tag
def pin(source: Source) -> SafeString:
    """A pinpoint with its grade, when it was read, and a link to where it can be read."""
    return _pin(source)


def _pin(source: Source) -> SafeString:
    note = format_html(' <span class="cite__note">{}</span>', source.note) if source.note else EMPTY
    return format_html(
        '<span class="cite"><a href="{}">{}, {}</a> <span class="grade grade--{}">{}</span> '
        '<span class="cite__checked">{}</span>{}</span>',
        source.url,
        source.title,
        source.pinpoint,
        source.grade.lower(),
        words.term(words.GRADES, source.grade),
        (_("looked for %(day)s") if source.grade == "M" else _("read %(day)s"))
        % {"day": words.day_text(source.checked_on)},
        note,
    )


@register.simple_tag
def pins(found: Iterable[Source]) -> SafeString:
    """Several sources as a list."""
    items = format_html_join("", "<li>{}</li>", ((_pin(source),) for source in found))
    return format_html('<ul class="plain-list">{}</ul>', items) if items else EMPTY


def _short_pins(found: Iterable[Source]) -> SafeString:
    return format_html_join(
        ", ",
        '<span class="cite"><a href="{}">{}</a> <span class="grade grade--{}">{}</span></span>',
        ((s.url, s.pinpoint, s.grade.lower(), words.term(words.GRADES, s.grade)) for s in found),
    )


# --- Conditions ---------------------------------------------------------------------------------------------------
@register.simple_tag(takes_context=True)
def condition(context: Context, outline: Outline) -> SafeString:
    """A condition as nested plain sentences; definitions and facts are links."""
    return format_html('<ul class="outline">{}</ul>', _node(outline, _query(context)))


def _node(node: Outline, query: str) -> SafeString:
    text = _link(node.ref, node.text, query) if node.ref else node.text
    cites = _short_pins(sources(law.load(), node.cites))
    inner = format_html_join("", "{}", ((_node(child, query),) for child in node.children))
    below = format_html("<ul>{}</ul>", inner) if inner else EMPTY
    tail = format_html(" {}", cites) if cites else EMPTY
    note = format_html(' <span class="quiet">{}</span>', node.note) if node.note else EMPTY
    group = EMPTY if node.ref or not node.children else SafeString(' class="outline__group"')
    return format_html("<li><span{}>{}</span>{}{}{}</li>", group, text, tail, note, below)


@register.simple_tag(takes_context=True)
def carve_out(context: Context, exempting: Exempting, level: int = 3, only: str = "") -> SafeString:
    """A carve-out: what it removes and keeps, when it is available, and every way to lose it, in a fold."""
    return _carve_out(exempting, _query(context), level, only)


@lru_cache(maxsize=512)
def _carve_out(exempting: Exempting, query: str, level: int, only: str = "") -> SafeString:
    """The same carve-out stands on many pages: its text is kept, as it was for these days."""
    piece = exempting.carve_out
    told = " ".join(
        part
        for part in (
            _("Removes: %(what)s") % {"what": piece.removes} if piece.removes else "",
            _("Keeps: %(what)s") % {"what": piece.keeps} if piece.keeps else "",
            piece.note,
            only,
        )
        if part
    )
    return format_html(
        '<section class="carveout"><h{} class="carveout__title">{}</h{}>{}<p>{}</p>'
        '<ul class="outline">{}</ul>{}</section>',
        level,
        _link(("carve-outs", piece.id), piece.title, query),
        level,
        format_html("<p>{}</p>", told) if told else EMPTY,
        _short_pins(sources(law.load(), piece.cites)),
        _node(exempting.when, query),
        _losses(exempting, query, min(level + 1, 6)),
    )


def _losses(exempting: Exempting, query: str, level: int) -> SafeString:
    if not exempting.losses:
        return EMPTY
    return format_html(
        '<details class="fold fold--small"><summary>{}</summary><div class="fold__body">{}</div></details>',
        _("Lost in one of these ways: %(n)d") % {"n": len(exempting.losses)},
        format_html_join("", "{}", ((_carve_out(loss, query, level),) for loss in exempting.losses)),
    )


@register.simple_tag(takes_context=True)
def losses(context: Context, exempting: Exempting, level: int = 3) -> SafeString:
    """Every way to lose a carve-out, open, each with its condition."""
    query = _query(context)
    return format_html_join("", "{}", ((_carve_out(loss, query, level),) for loss in exempting.losses))


# --- Lists of pieces ----------------------------------------------------------------------------------------------
@register.simple_tag(takes_context=True)
def index(context: Context, entries: Iterable[Entry]) -> SafeString:
    """Pieces of law as an index: title, one quiet line, pinpoint or kind."""
    query = _query(context)
    rows = ((_row(entry, query),) for entry in entries)
    return format_html('<ul class="index">{}</ul>', format_html_join("", "{}", rows))


def _row(entry: Entry, query: str) -> SafeString:
    return format_html(
        '<li>{}<span class="index__kind">{}</span><p class="index__text">{}{}</p></li>',
        _link((entry.kind, entry.id), entry.title, query, "index__title"),
        entry.aside,
        format_html("{} ", entry.text) if entry.text else EMPTY,
        format_html('<code class="index__id">{}</code>', entry.id),
    )


@register.simple_tag(takes_context=True)
def links(context: Context, entries: Iterable[Entry]) -> SafeString:
    """Pieces of law as a plain list of links; a long one folds."""
    query, held = _query(context), list(entries)
    rows = ((_link((entry.kind, entry.id), entry.title, query), entry.aside) for entry in held)
    items = format_html_join("", '<li>{} <span class="quiet">{}</span></li>', rows)
    plain = format_html('<ul class="plain-list">{}</ul>', items)
    if len(held) <= LONG:
        return plain
    summary = _("All %(n)d") % {"n": len(held)}
    return format_html(
        '<details class="fold fold--small"><summary>{}</summary><div class="fold__body">{}</div></details>',
        summary,
        plain,
    )


@register.simple_tag(takes_context=True)
def worked(context: Context, found: Iterable[Worked]) -> SafeString:
    """Worked examples as a list of links with their sources; a long one folds."""
    return links(context, [naming.Entry("examples", e.id, f"{e.id}: {e.title}", "", e.source) for e in found])


@register.filter
def kind_word(kind: str) -> str:
    """duty for duties."""
    return str(naming.ONE[kind])
