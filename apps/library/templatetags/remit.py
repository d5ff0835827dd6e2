"""Tags and filters of the interface: outcome marks, jurisdiction chips, dates, figures and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from apps.library import words

if TYPE_CHECKING:
    from django.template.context import Context
    from django.utils.functional import Promise

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One of the six outcome marks: its word and its shape, drawn on a field of 16 by 16."""

    word: Promise
    shape: str


_RING: Final = '<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/>'
_LINE: Final = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"'

MARKS: Final[dict[str, Mark]] = {
    "applies": Mark(word=gettext_lazy("Applies now"), shape='<circle cx="8" cy="8" r="6.5" fill="currentColor"/>'),
    "upcoming": Mark(
        word=gettext_lazy("Upcoming"), shape=f'{_RING}<path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor"/>'
    ),
    "exempt": Mark(word=gettext_lazy("Exempt"), shape=f'{_RING}<path d="M3.6 12.4 12.4 3.6" {_LINE}/>'),
    "depends": Mark(
        word=gettext_lazy("Depends on answers"),
        shape=f'{_RING}<path d="M6.35 6.5a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.85.6-.85 1.15" {_LINE}/>'
        '<circle cx="8" cy="11.2" r=".85" fill="currentColor"/>',
    ),
    "contested": Mark(
        word=gettext_lazy("Contested"),
        shape=f'<path d="M8 2v11.5M5 13.75h6M2.75 4.25h10.5" {_LINE}/>'
        '<path d="M3 4.25 1 9.25h4zM13 4.25 11 9.25h4z" fill="currentColor"/>',
    ),
    "none": Mark(
        word=gettext_lazy("No duty"),
        shape='<path d="M4 8h8" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>',
    ),
}
# What stands for points that do not bind, whose words say what they are: an open ring in a quiet colour.
SOFT: Final = "soft"
_SHAPES: Final = {kind: mark.shape for kind, mark in MARKS.items()} | {SOFT: _RING}
_OUTCOMES: Final = {"does_not_apply": "none", "needs_facts": "depends", "no_duty": "none", "ended": "none"}

ICONS: Final[dict[str, str]] = {
    "link": '<path d="M6.7 9.3 9.3 6.7M7.2 4.6l1.3-1.3a2.9 2.9 0 0 1 4.1 4.1l-1.3 1.3M8.8 11.4l-1.3 1.3'
    f'a2.9 2.9 0 0 1-4.1-4.1l1.3-1.3" {_LINE}/>',
    "out": f'<path d="M6 4H4a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-2M9 3h4v4M13 3 7.5 8.5" {_LINE}/>',
    "download": f'<path d="M8 2.5v8M4.75 7.5 8 10.75l3.25-3.25M3 13.5h10" {_LINE}/>',
    "print": '<path d="M4.5 6V2.5h7V6M4.5 11.5H3a.75.75 0 0 1-.75-.75v-4A.75.75 0 0 1 3 6h10a.75.75 0 0 1 .75.75'
    f'v4a.75.75 0 0 1-.75.75h-1.5M4.5 9.5h7v4h-7z" {_LINE}/>',
    "search": f'<path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3" {_LINE}/>',
    "arrow": f'<path d="M3 8h10M9 4l4 4-4 4" {_LINE}/>',
    "back": f'<path d="M13 8H3M7 4 3 8l4 4" {_LINE}/>',
    "yes": f'<path d="m3.5 8.5 3 3 6-7" {_LINE}/>',
    "no": f'<path d="m4.5 4.5 7 7m0-7-7 7" {_LINE}/>',
}


def _svg(body: str, css: str) -> str:
    """An inline drawing that takes the colour of its text; hidden from assistive technology, the word stands beside."""
    frame = 'viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"'
    return f'<svg class="{css}" {frame}>{body}</svg>'


_MARK_SVG: Final = {kind: SafeString(_svg(shape, "mark__shape")) for kind, shape in _SHAPES.items()}
_MARK_USE: Final = {
    kind: SafeString(f'<svg class="mark__shape" aria-hidden="true"><use href="#mark-{kind}"/></svg>')
    for kind in _SHAPES
}
_ICON_SVG: Final = {name: SafeString(_svg(body, "icon")) for name, body in ICONS.items()}


def mark_kind_of(outcome: object, timing: object = None, certainty: object = None) -> str:
    """Which of the six marks shows a finding: contested before timing, timing before outcome.

    Takes enum members or their values; an unknown word raises ValueError, for a wrong mark is worse than none.
    """
    outcome, timing, certainty = (str(v.value if isinstance(v, Enum) else v) for v in (outcome, timing, certainty))
    kind = _OUTCOMES.get(outcome, outcome)
    if certainty == "contested":
        return "contested"
    if kind == "applies" and timing in {"upcoming", "ended"}:
        return "upcoming" if timing == "upcoming" else "none"
    if kind not in MARKS:
        raise ValueError(f"No mark for outcome {outcome!r}; known: {', '.join([*MARKS, *_OUTCOMES])}.")
    return kind


@register.filter
def mark_kind(finding: Any) -> str:
    """The mark for a finding: anything with `outcome` and, where it has them, `timing` and `certainty`."""
    return mark_kind_of(finding.outcome, getattr(finding, "timing", None), getattr(finding, "certainty", None))


@register.simple_tag
def mark(
    outcome: object, label: str = "", detail: str = "", *, bare: bool = False, drawn: bool = True, soft: str = ""
) -> SafeString:
    """Shape, word and colour of an outcome. `label` replaces the word, `detail` follows it (a date, a carve-out).

    `soft` stands in for all three where the point does not bind: the word for it, beside an open ring.

    `bare` hides the word from sight where a heading or column already says it; it stays for screen readers. A page with
    many marks draws each shape once (mark_shapes) and then only points to it (`drawn=False`).
    """
    kind = SOFT if soft else mark_kind_of(outcome)
    css = "visually-hidden" if bare else "mark__word"
    word = format_html('<span class="{}">{}</span>', css, soft or label or MARKS[kind].word)
    tail = format_html(' <span class="mark__detail">{}</span>', detail) if detail else ""
    shape = _MARK_SVG[kind] if drawn else _MARK_USE[kind]
    return format_html('<span class="mark mark--{}">{}{}{}</span>', kind, shape, word, tail)


@register.simple_tag
def mark_shapes() -> SafeString:
    """The shape of each mark, drawn once and out of sight, for marks that point to it."""
    shapes = "".join(f'<symbol id="mark-{k}" viewBox="0 0 16 16">{shape}</symbol>' for k, shape in _SHAPES.items())
    return SafeString(f'<svg class="visually-hidden" width="0" height="0" aria-hidden="true">{shapes}</svg>')


@register.filter
def mark_css(outcome: object) -> str:
    """The kind that names a class: applies, upcoming, exempt, depends, contested or none."""
    return mark_kind_of(outcome)


@register.filter
def mark_shape(outcome: object) -> SafeString:
    """The drawing of a mark without its frame, for use inside a picture; 16 by 16, the middle at 8, 8."""
    return SafeString(MARKS[mark_kind_of(outcome)].shape)


@register.filter
def mark_word(outcome: object) -> str:
    """The word of a mark, for tables and text."""
    return str(MARKS[mark_kind_of(outcome)].word)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing beside a word that says the same; never alone."""
    return _ICON_SVG[name]


@register.simple_tag
def chip(code: str) -> SafeString:
    """A jurisdiction as its code, with the full name for those who do not know it."""
    name = words.term(words.JURISDICTIONS, code)
    return format_html('<abbr class="chip" title="{}">{}</abbr>', name, code)


@register.filter
def jurisdiction_name(code: str) -> str:
    """European Union for EU."""
    return words.term(words.JURISDICTIONS, code)


@register.filter
def day(value: object) -> str:
    """2 December 2027."""
    return words.day_text(value)


@register.filter
def relative(value: object, reference: object) -> str:
    """in 9 days, seen from the reference day."""
    return words.relative_text(value, reference)


@register.simple_tag(takes_context=True)
def when(context: Context, value: object, reference: object = None) -> SafeString:
    """A date with its relative hint. The hint needs a day to count from: the argument, or `as_of` of the page."""
    parsed = words.parse_day(value)
    if parsed is None:
        return SafeString("")
    hint = words.relative_text(parsed, reference or context.get("as_of"))
    tail = format_html(' <span class="when__hint">{}</span>', hint) if hint else ""
    text = words.day_text(parsed)
    return format_html('<span class="when"><time datetime="{}">{}</time>{}</span>', parsed, text, tail)


@register.simple_tag
def quantity(value: object, unit: str = "") -> SafeString:
    """A figure with its unit; large figures carry their words as a hint."""
    text, spoken = words.quantity_text(value, unit), words.in_words(value)
    if not spoken:
        return format_html('<span class="num">{}</span>', text)
    return format_html('<span class="num" title="{} {}">{}</span>', spoken, unit, text)


@register.filter
def flop(value: object) -> SafeString:
    """3.8 × 10²⁵ FLOP, or a range of it."""
    return quantity(value, "FLOP")


@register.filter
def grouped(value: object) -> str:
    """15 000 000."""
    return words.grouped(value)


@register.filter
def minus(whole: int, part: int) -> int:
    """How many of the whole are left when the part is taken away."""
    return whole - part


@register.filter
def money(value: object, currency: str = "EUR") -> str:
    """EUR 15 million."""
    return words.money_text(value, currency)


@register.filter
def money_exact(value: object, currency: str = "EUR") -> str:
    """EUR 15 000 000."""
    return words.money_exact(value, currency)


@register.filter
def grade_word(grade: object) -> str:
    """primary text for P."""
    return words.term(words.GRADES, grade)


@register.filter
def force_word(force: object) -> str:
    """guidance, voluntary, no longer law and so on."""
    return words.term(words.FORCES, force)


@register.filter
def carve_out_word(state: object) -> str:
    """What became of a carve-out for this profile."""
    return words.term(words.CARVE_OUT_STATES, state)


@register.filter
def rigidity_word(rigidity: object) -> str:
    """How easily a person can change a fact."""
    return words.term(words.RIGIDITIES, rigidity)


@register.filter
def origin_word(origin: object) -> str:
    """Where an answer came from."""
    return words.term(words.ORIGINS, origin)


@register.simple_tag(takes_context=True)
def nav_link(context: Context, label: str, route: str) -> SafeString:
    """A header or footer link as a list item, marked where the page belongs to it; nothing if it is not mounted."""
    try:
        url = reverse(route)
    except NoReverseMatch:
        return SafeString("")
    path = context["request"].path if context.get("request") else ""
    current = _current(path, url)
    return format_html('<li><a href="{}"{}>{}</a></li>', url, current, label)


def _current(path: str, url: str) -> SafeString:
    """The attribute for the page itself, or for a page below it."""
    if path == url:
        return SafeString(' aria-current="page"')
    return SafeString(' aria-current="true"' if path.startswith(url) else "")
