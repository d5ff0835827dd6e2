"""Django's entry for this app."""

from django.apps import AppConfig


class CompareConfig(AppConfig):
    """What an answer looks like from another side: open or closed, here or there, then or now."""

    name = "apps.compare"
    label = "compare"
