"""Django's entry for this app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The REST API, version 1."""

    name = "apps.api"
    label = "api"
