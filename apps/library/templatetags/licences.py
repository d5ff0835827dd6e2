"""Tags of the licence pages: the verdict as shape, word and colour, and the word of a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.library.licence_words import VERDICTS
from apps.library.templatetags.remit import ICONS, MARKS
from apps.rules.law.licences.terms import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

register = template.Library()

_BALANCE: Final = ("contested", MARKS["contested"].shape)
# The colour and the shape of each verdict: a tick, a cross, or the balance of what is contested.
_LOOKS: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.YES: ("exempt", ICONS["yes"]),
    Verdict.LEANS_YES: _BALANCE,
    Verdict.CONTESTED: _BALANCE,
    Verdict.LEANS_NO: _BALANCE,
    Verdict.NO: ("applies", ICONS["no"]),
}


@register.simple_tag
def verdict_mark(verdict: Verdict) -> SafeString:
    """The verdict under the EU test: shape, word and colour, the word always in sight."""
    colour, shape = _LOOKS[verdict]
    return format_html(
        '<span class="mark mark--{}"><svg class="mark__shape" viewBox="0 0 16 16" width="16" height="16"'
        ' aria-hidden="true" focusable="false">{}</svg><span class="mark__word">{}</span></span>',
        colour,
        SafeString(shape),
        VERDICTS[verdict],
    )
