"""Addresses of this app: each lens on a stored profile, an example, or a link that holds a description."""

from collections.abc import Callable, Iterator

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from apps.compare import views, views_dates, views_models, views_places, views_whatif

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
    *lens("what-if", views_whatif.what_if),
    *lens("what-if", views_whatif.what_if_results, "results/"),
    path("m/<str:key>/what-if/take/", views_whatif.what_if_take, name="what_if_take"),
    path("models/", views_models.catalogue, name="models"),
    path("models/add/", views_models.add, name="models_add"),
    path("models/compare/", views_models.compare, name="models_compare"),
    path("models/t/<str:key>/", views_models.catalogue, name="models_table"),
    path("models/t/<str:key>/report/", views_models.report, name="models_report"),
    path("models/t/<str:key>/delete/", views_models.delete, name="models_delete"),
    path("models/t/<str:key>/<int:number>/", views_models.row, name="models_row"),
    path("models/t/<str:key>/<int:number>/describe/", views_models.describe, name="models_describe"),
    *lens("dates", views_dates.two_days),
    *lens("dates", views_dates.day_by_day, "timeline/"),
    *lens("dates", views_dates.coming, "calendar/"),
    *lens("dates", views_dates.subscription, "calendar.ics"),
]
