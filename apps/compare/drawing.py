"""A picture as a file of its own: an SVG that carries its colours along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from apps.reports.bundle import asset_text, without_names


def svg_response(name: str, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The drawing of a template as a download. It shows the light colours, whatever the reader's scheme."""
    style = without_names(asset_text("css/components/figures.css"))
    drawn = render_to_string(template, {**context, "chart_style": style}).strip()
    response = HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return response
