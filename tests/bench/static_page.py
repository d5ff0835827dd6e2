"""The peer of the results page: the same bytes as a Django template without a tag, behind the same middleware."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Engine
from django.template.loader import get_template
from django.urls import clear_url_caches, path
from django.urls.resolvers import get_resolver

ADDRESS = "/bench-static/"
NAME = "bench_static.html"


def example_address() -> str:
    """The results page of the first shipped example."""
    first = min((Path(settings.BASE_DIR) / "fixtures" / "models").glob("*.yaml"))
    return f"/examples/{first.stem}/"


def static_view(request: HttpRequest) -> HttpResponse:
    """Render the static template."""
    return HttpResponse(get_template(NAME).render({}, request))


def write(html: str) -> None:
    """Store the page as a template without tags and give it an address."""
    folder = Path(tempfile.mkdtemp())
    text = html.replace("{%", "{ %").replace("{{", "{ {").replace("{#", "{ #")
    (folder / NAME).write_text(text, encoding="utf-8")
    engine: Engine = get_template("base.html").template.engine  # type: ignore[attr-defined]
    engine.dirs = [*engine.dirs, str(folder)]
    engine.template_loaders  # noqa: B018  built from the folders before the first look-up
    for loader in engine.template_loaders:
        for inner in getattr(loader, "loaders", [loader]):
            if hasattr(inner, "dirs"):
                inner.dirs = [*(inner.dirs or engine.dirs), str(folder)]
    resolver = get_resolver()
    resolver.url_patterns.insert(0, path(ADDRESS.strip("/") + "/", static_view))
    clear_url_caches()
