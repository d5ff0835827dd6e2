"""Addresses of this app: results of a stored profile, of an example, of a link that holds all facts; each finding."""

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
    path("c/<str:packed>/", views.results, name="packed"),
    path("c/<str:packed>/findings/<str:obligation>/", views.finding, name="packed_finding"),
    path("c/<str:packed>/no-duty/<str:obligation>/", views.no_duty, name="packed_no_duty"),
]
