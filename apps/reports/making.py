"""What a worker does with a report. Every step counts only while the try it belongs to is the current one."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext

from apps.assessments.scope import Scope, ScopeError, assess
from apps.profiles.files import ProfileFileError
from apps.profiles.selectors import rulebook
from apps.reports.models import FOLDER, ReportJob, State
from apps.reports.render import render_pdf
from apps.reports.snapshots import profile_of

log = logging.getLogger(__name__)
TELL_SECONDS = 0.3


class SupersededError(Exception):
    """The try has been given up: the job was deleted, or another try was started."""


class RefusedError(Exception):
    """The report cannot be made from what was frozen; the message is for people."""


class Try:
    """One try at a job: tells how far it is, and stops when nobody waits for it any more."""

    def __init__(self, pk: int, attempt: int) -> None:
        self.rows = ReportJob.objects.filter(pk=pk, attempt=attempt)
        self.told = 0.0
        self.progress = 0

    def claim(self) -> ReportJob | None:
        """Take the job up; None when it is gone, done, taken, or another try is the current one."""
        now = timezone.now()
        words = gettext("Reading the description")
        claimed = self.rows.filter(state=State.QUEUED).update(
            state=State.RUNNING, started=now, heard=now, progress=2, stage=words
        )
        return self.rows.first() if claimed else None

    def tell(self, progress: int, stage: str) -> None:
        """Say how far it is; steps in quick succession are left out. Raises SupersededError."""
        self.progress = max(self.progress, progress)
        if time.monotonic() - self.told < TELL_SECONDS:
            return
        self.told = time.monotonic()
        self._change(progress=self.progress, stage=stage, heard=timezone.now())

    def done(self, file: str) -> None:
        """The file is there. Raises SupersededError."""
        now = timezone.now()
        self._change(state=State.DONE, file=file, progress=100, stage="", error="", heard=now, finished=now)

    def failed(self, error: str) -> None:
        """It cannot be done; `error` says why and what to do. Raises SupersededError."""
        now = timezone.now()
        self._change(state=State.FAILED, error=error, stage="", heard=now, finished=now)

    def _change(self, **changes: Any) -> None:
        if not self.rows.filter(state=State.RUNNING).update(**changes):
            raise SupersededError


def report_make(*, pk: int, attempt: int) -> None:
    """Make the report and keep its file. Whatever goes wrong ends up in the row, for the page that waits."""
    current = Try(pk, attempt)
    job = current.claim()
    if job is None:
        return
    try:
        _make(job, current)
    except SupersededError:
        log.info("Report %s: this try is no longer wanted", pk)


def _make(job: ReportJob, current: Try) -> None:
    try:
        content = _content(job, current)
    except RefusedError as error:
        current.failed(str(error))
    except SoftTimeLimitExceeded:
        current.failed(gettext("It took longer than four minutes. Try again when fewer reports are being made."))
    except SupersededError:
        raise
    except Exception:
        log.exception("Report %s could not be made", job.pk)
        current.failed(gettext("The report could not be set because of a fault in Remit. Your answers are safe."))
    else:
        _keep(job, current, content)


def _content(job: ReportJob, current: Try) -> bytes:
    book = rulebook()
    if book.fingerprint != job.fingerprint:
        raise RefusedError(gettext("The rulebook was renewed meanwhile. Try again to get the report on the new one."))
    scope = Scope(as_of=job.as_of, known_on=job.known_on, jurisdictions=tuple(job.jurisdictions))
    try:
        assessment, _ = assess(book, profile_of(job.snapshot, book), scope, questions=1)
    except (ProfileFileError, ScopeError) as error:
        raise RefusedError(str(error)[:400]) from error
    current.tell(8, gettext("Working out the findings"))
    on_progress = partial(_tell_setting, current)
    return render_pdf(assessment, scope=scope, paper=job.paper, site=job.site, on_progress=on_progress)


def _tell_setting(current: Try, share: float, stage: str) -> None:
    current.tell(10 + round(share * 88), stage)


def _keep(job: ReportJob, current: Try, content: bytes) -> None:
    name = default_storage.save(f"{FOLDER}/{job.key}-{job.attempt}.pdf", ContentFile(content))
    try:
        current.done(name)
    except SupersededError:
        default_storage.delete(name)
        raise
