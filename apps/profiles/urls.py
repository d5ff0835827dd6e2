"""Addresses of this app. The results of a profile, /m/<key>/, belong to the assessments."""

from django.urls import path

from apps.profiles import views
from apps.profiles.views_estimator import estimator
from apps.profiles.views_import import export_bom, export_table, import_into, import_new
from apps.profiles.views_licence import licence

app_name = "profiles"
urlpatterns = [
    path("describe/", views.describe, name="describe"),
    path("describe/import/", import_new, name="import"),
    path("estimate/", estimator, name="estimator"),
    path("m/<str:key>/describe/", views.questions, name="questions"),
    path("m/<str:key>/legal-points/", views.points, name="points"),
    path("m/<str:key>/licence/", licence, name="licence"),
    path("m/<str:key>/estimate/", views.estimate, name="estimate"),
    path("m/<str:key>/import/", import_into, name="import_into"),
    path("m/<str:key>/rename/", views.rename, name="rename"),
    path("m/<str:key>/delete/", views.delete, name="delete"),
    path("m/<str:key>/profile.csv", export_table, name="export_table"),
    path("m/<str:key>/profile.cdx.json", export_bom, name="export_bom"),
    path("m/<str:key>/profile.yaml", views.download, name="download"),
    path("c/<str:packed>/copy/", views.packed_copy, name="packed_copy"),
    path("examples/", views.examples, name="examples"),
    path("examples/<slug:slug>/copy/", views.example_copy, name="example_copy"),
]
