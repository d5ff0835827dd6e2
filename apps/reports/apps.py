"""Django's entry for this app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """PDF and every other export."""

    name = "apps.reports"
    label = "reports"
