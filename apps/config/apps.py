"""Django's entry for this app."""

import importlib

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Settings, addresses, job queue and the checks of all three."""

    name = "apps.config"
    label = "config"

    def ready(self) -> None:
        """Register the checks and the job queue."""
        for module in ("checks", "celery"):
            importlib.import_module(f"apps.config.{module}")
