"""Addresses of this app: the results of a stored profile and of an example."""

from django.urls import path

from apps.assessments import views

app_name = "assessments"
urlpatterns = [
    path("m/<str:key>/", views.results, name="results"),
    path("examples/<slug:slug>/", views.example, name="example"),
]
