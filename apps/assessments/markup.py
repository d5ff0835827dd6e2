"""Reasons as markup. They nest without limit and come by the hundred, for which templates are too slow."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from apps.assessments.reasons import Reason


def reasons_html(reasons: Iterable[Reason], css: str = "proof proof--root", page: str = "") -> SafeString:
    """The reasons as a nested list; each says whether it holds, fails or is open.

    `page` is the address of the page with the full reasons of named parts; "" if they stand on the same.
    """
    items = format_html_join("", "{}", ((reason_html(reason, page),) for reason in reasons))
    return format_html('<ul class="{}">{}</ul>', css, items) if items else SafeString("")


def reason_html(reason: Reason, page: str = "") -> SafeString:
    """One reason as an item of a list, with those below it."""
    state, word = {
        True: ("yes", gettext("Holds:")),
        False: ("no", gettext("Does not hold:")),
        None: ("open", gettext("Open:")),
    }[reason.value]
    parts = [
        format_html('<span class="visually-hidden">{} </span><span class="proof__text">{}</span>', word, reason.text)
    ]
    if reason.answer:
        parts.append(format_html(' <span class="proof__answer">{}</span>', _linked(reason.answer, reason.url)))
    if reason.gist:
        parts.append(format_html(' <span class="proof__answer">{}</span>', reason.gist))
    if reason.see:
        parts.append(format_html(" {}", see_html(reason, page)))
    parts += [format_html(" {}", cite.brief) for cite in reason.cites]
    parts.append(reasons_html(reason.children, "proof", page))
    return format_html(
        '<li class="proof__node proof__node--{}">{}</li>', state, format_html_join("", "{}", ((p,) for p in parts))
    )


def see_html(reason: Reason, page: str = "") -> SafeString:
    """The link to the full reasons of a named part."""
    return format_html('<a class="proof__see" href="{}#{}">{}</a>', page, reason.see, gettext("step by step"))


def _linked(text: str, url: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, text) if url else format_html("{}", text)
