"""Addresses of this app: the results of a stored profile and of an example, and each finding by itself."""

from django.urls import path

from apps.assessments import views

app_name = "assessments"
urlpatterns = [
    path("m/<str:key>/", views.results, name="results"),
    path("m/<str:key>/findings/<str:obligation>/", views.finding, name="finding"),
    path("m/<str:key>/no-duty/<str:obligation>/", views.no_duty, name="no_duty"),
    path("examples/<slug:slug>/", views.results, name="example"),
    path("examples/<slug:slug>/findings/<str:obligation>/", views.finding, name="example_finding"),
    path("examples/<slug:slug>/no-duty/<str:obligation>/", views.no_duty, name="example_no_duty"),
]
