"""Filters of the pages of results and of the report."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from apps.assessments import beside
from apps.assessments.markup import reason_html, reasons_html, see_html
from apps.assessments.reasons import Reason
from apps.rules.law.international.adherence import Hook

register = template.Library()


@register.filter
def as_proof(reasons: Iterable[Reason]) -> SafeString:
    """A nested list of reasons."""
    return reasons_html(reasons)


@register.filter
def below(reason: Reason, page: str = "") -> SafeString:
    """The reasons below one reason; `page` has the full reasons of named parts, if it is not the same."""
    return reasons_html(reason.children, page=page)


@register.filter
def step_by_step(reason: Reason, page: str = "") -> SafeString:
    """The link to the full reasons of a named part."""
    return see_html(reason, page)


@register.filter
def hook_words(hook: Hook) -> str:
    """Where a rule against untrue words stands, and what it says."""
    return beside.hook_words(hook)


@register.filter
def less(value: float, amount: float) -> float:
    """The value less an amount, for places in a picture."""
    return round(value - float(amount), 1)


@register.filter
def as_line(reason: Reason) -> SafeString:
    """One reason as an item of a list."""
    return reason_html(reason)


@register.filter
def as_style(sheet: str) -> SafeString:
    """A style sheet of our own as an element, for documents that must carry it along; nothing for an empty one."""
    return SafeString(f"<style>{sheet}</style>") if sheet else SafeString("")
