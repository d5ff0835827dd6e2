"""The job queue: `celery -A apps.config.celery worker`."""

import importlib
import os
from pathlib import Path
from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_init
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apps.config.settings")

app = Celery("remit")
app.set_default()  # in every thread, so that a task sent from a page reaches this broker
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


def make_broker_folders() -> None:
    """Create the folders of the file queue; its transport fails when they are missing."""
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    for key in ("data_folder_in", "data_folder_out", "control_folder"):
        if key in options:
            Path(options[key]).mkdir(parents=True, exist_ok=True)


@worker_init.connect
def load_renderer(**_: Any) -> None:
    """Import the PDF renderer before the worker forks: it takes a second, and its memory is then shared."""
    importlib.import_module("weasyprint")


@setup_logging.connect
def keep_logging(**_: Any) -> None:
    """Keep the logging that Django has set up, rather than Celery's own."""


make_broker_folders()
