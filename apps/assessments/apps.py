"""Django's entry for this app."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """An evaluation of one described model, as people read it."""

    name = "apps.assessments"
    label = "assessments"
