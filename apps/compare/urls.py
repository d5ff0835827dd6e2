"""Addresses of this app: each lens on a stored profile, an example, or a link that holds a description."""

from collections.abc import Callable, Iterator

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from apps.compare.catalogue import views as models
from apps.compare.dates import views as dates
from apps.compare.places import views as places
from apps.compare.release import views as release
from apps.compare.whatif import views as whatif

app_name = "compare"
SUBJECTS = ("m/<str:key>", "examples/<slug:slug>", "c/<str:packed>")


def lens(name: str, view: Callable[..., HttpResponseBase], rest: str = "") -> Iterator[URLPattern]:
    """The same page below each kind of subject. Links are made by `Source.lens`."""
    return (path(f"{subject}/{name}/{rest}", view) for subject in SUBJECTS)


urlpatterns = [
    *lens("open-or-closed", release.open_or_closed),
    *lens("open-or-closed", release.strategy, "<str:name>/"),
    *lens("open-or-closed", release.strategy, "<str:name>/<str:rest>/"),
    *lens("places", places.jurisdictions),
    *lens("places", places.cell, "<str:place>/<slug:topic>/"),
    *lens("what-if", whatif.what_if),
    *lens("what-if", whatif.what_if_results, "results/"),
    path("m/<str:key>/what-if/take/", whatif.what_if_take, name="what_if_take"),
    path("models/", models.catalogue, name="models"),
    path("models/add/", models.add, name="models_add"),
    path("models/compare/", models.compare, name="models_compare"),
    path("models/t/<str:key>/", models.catalogue, name="models_table"),
    path("models/t/<str:key>/report/", models.report, name="models_report"),
    path("models/t/<str:key>/delete/", models.delete, name="models_delete"),
    path("models/t/<str:key>/<int:number>/", models.row, name="models_row"),
    path("models/t/<str:key>/<int:number>/describe/", models.describe, name="models_describe"),
    *lens("dates", dates.two_days),
    *lens("dates", dates.day_by_day, "timeline/"),
    *lens("dates", dates.coming, "calendar/"),
    *lens("dates", dates.subscription, "calendar.ics"),
]
