"""Reads: how a report stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from apps.reports.models import SILENCE, ReportJob, State

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How a report stands: a headline, what happens or went wrong, and what can be done about it.

    `kind` is waiting, running, ready, failed, lost, forgotten or expired; `live` says that it moves by itself, so that
    a page asks again; `retry` that somebody can start it again. `percent` is 0 to 100.
    """

    kind: str
    title: str
    text: str
    percent: int
    live: bool = False
    retry: bool = False


def report_get(key: str) -> ReportJob:
    """The report of this key. Raises ReportJob.DoesNotExist."""
    return ReportJob.objects.select_related("profile").get(key=key)


def progress(job: ReportJob, now: datetime | None = None) -> Progress:
    """How the report stands at `now` (default: this moment)."""
    now = now or timezone.now()
    if job.ready:
        return Progress(kind="ready", title=gettext("Your report is ready"), text="", percent=100)
    if job.state in {State.EXPIRED, State.DONE}:
        text = gettext("Files are removed after a month. The answers of that day are kept: make the file again.")
        return Progress(kind="expired", title=gettext("The file was removed"), text=text, percent=0, retry=True)
    if job.state == State.FAILED:
        return Progress(
            kind="failed", title=gettext("The report could not be made"), text=job.error, percent=0, retry=True
        )
    if job.lost(now):
        text = gettext("The worker that made it stopped without a word. Nothing is lost: start it again.")
        return Progress(kind="lost", title=gettext("The report was broken off"), text=text, percent=0, retry=True)
    if job.state == State.RUNNING:
        return Progress(
            kind="running", title=gettext("Making your report"), text=job.stage, percent=job.progress, live=True
        )
    return _waiting(job, now)


def _waiting(job: ReportJob, now: datetime) -> Progress:
    """In the queue. With no sign of life from any worker, say so rather than let somebody wait for nothing."""
    title = gettext("Your report is waiting")
    busy = ReportJob.objects.filter(state=State.RUNNING, heard__gt=now - SILENCE).exists()
    if job.forgotten(now) and not busy:
        text = gettext("No worker has taken it up, so none may be running. You can wait, or start it again.")
        return Progress(kind="forgotten", title=title, text=text, percent=0, live=True, retry=True)
    ahead = ReportJob.objects.filter(state=State.QUEUED, queued__lt=job.queued).count()
    text = (
        ngettext("%(n)d report is ahead of it.", "%(n)d reports are ahead of it.", ahead) % {"n": ahead}
        if ahead
        else gettext("It is next.")
    )
    return Progress(kind="waiting", title=title, text=text, percent=0, live=True)
