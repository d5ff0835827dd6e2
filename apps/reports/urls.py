"""Addresses of this app."""

from django.urls import path

from apps.reports import views

app_name = "reports"
urlpatterns = [
    path("m/<str:key>/report/", views.report, name="report"),
    path("examples/<slug:slug>/report/", views.example, name="example"),
    path("reports/<str:key>/", views.job, name="job"),
    path("reports/<str:key>/retry/", views.retry, name="retry"),
    path("reports/<str:key>/<str:name>", views.file, name="file"),
]
