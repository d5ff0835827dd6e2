"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path, re_path

from apps.api import crosswalk, docs, imports, licences, reports, views
from apps.library.items import KINDS

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("docs/", docs.docs, name="docs"),
    path("schema/", views.OpenApiView.as_view(), name="schema"),
    path("v1/schema/assessment.json", views.AssessmentSchemaView.as_view(), name="assessment-schema"),
    path("v1/evaluate", views.EvaluateView.as_view(), name="evaluate"),
    path("v1/import", imports.ImportView.as_view(), name="import"),
    path("v1/reports", reports.ReportsView.as_view(), name="reports"),
    path("v1/reports/<str:key>", reports.ReportView.as_view(), name="report"),
    path("v1/rulebook/", views.OverviewView.as_view(), name="rulebook"),
    *(path(f"v1/rulebook/{kind}/", views.ItemListView.as_view(kind=kind), name=kind) for kind in KINDS),
    *(
        path(f"v1/rulebook/{kind}/<str:item_id>/", views.ItemView.as_view(kind=kind), name=f"{kind}-item")
        for kind in KINDS
    ),
    path("v1/licences/", licences.LicencesView.as_view(), name="licences"),
    path("v1/licences/<str:spelling>/", licences.LicenceView.as_view(), name="licence"),
    path("v1/crosswalk/", crosswalk.CrosswalkView.as_view(), name="crosswalk"),
    path("v1/openness/", views.OpennessView.as_view(), name="openness"),
    path("v1/examples/", views.ExamplesView.as_view(), name="examples"),
    re_path(r"^(?P<rest>.*)$", views.elsewhere, name="elsewhere"),
]
