"""Addresses of this app: each lens on a stored profile, an example, or a link that holds a description."""

from collections.abc import Callable, Iterator

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from apps.compare import views, views_places

app_name = "compare"
SUBJECTS = ("m/<str:key>", "examples/<slug:slug>", "c/<str:packed>")


def lens(name: str, view: Callable[..., HttpResponseBase], rest: str = "") -> Iterator[URLPattern]:
    """The same page below each kind of subject. Links are made by `Source.lens`."""
    return (path(f"{subject}/{name}/{rest}", view) for subject in SUBJECTS)


urlpatterns = [
    *lens("open-or-closed", views.open_or_closed),
    *lens("open-or-closed", views.strategy, "<str:name>/"),
    *lens("open-or-closed", views.strategy, "<str:name>/<str:rest>/"),
    *lens("places", views_places.jurisdictions),
    *lens("places", views_places.cell, "<str:place>/<slug:topic>/"),
]
