"""The visitor's own descriptions, for pages of other apps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from apps.profiles.selectors import own_profiles

if TYPE_CHECKING:
    from django.template.context import Context

register = template.Library()


@register.inclusion_tag("profiles/_own_section.html", takes_context=True)
def your_descriptions(context: Context) -> dict[str, Any]:
    """A section with the descriptions this browser started or opened; nothing where there are none."""
    session = getattr(context.get("request"), "session", None)
    return {"own": own_profiles(session) if session is not None else []}
