"""Django's entry for this app."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Public pages: rulebook, glossary, help."""

    name = "apps.library"
    label = "library"
