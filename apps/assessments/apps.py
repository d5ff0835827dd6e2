"""Django's entry for this app."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """A profile assessed: its findings as a page, as a document, as text."""

    name = "apps.assessments"
    label = "assessments"
