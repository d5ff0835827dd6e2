"""Celery's entry: thin callers, on the queue named in CELERY_TASK_ROUTES."""

from celery import shared_task

from apps.reports import making


@shared_task(name="apps.reports.tasks.report_make")
def report_make(pk: int, attempt: int) -> None:
    """Make the report of a job; `attempt` is the try it was sent for."""
    making.report_make(pk=pk, attempt=attempt)
