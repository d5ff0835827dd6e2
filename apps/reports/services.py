"""Writes: asking for a report, trying again, removing old ones. What a worker does is in making.py.

job = report_request(profile=described, scope=scope, paper="letter")
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from kombu.exceptions import OperationalError

from apps.assessments.scope import Scope, assess
from apps.profiles.selectors import rulebook
from apps.reports import tasks
from apps.reports.models import FOLDER, Paper, ReportJob, State
from apps.reports.snapshots import digest, snapshot_of

if TYPE_CHECKING:
    from datetime import datetime

    from apps.profiles.models import Profile as StoredProfile
    from apps.rules.engine import Profile

log = logging.getLogger(__name__)
# Counts up when the same facts under the same law would read or look differently, so that no old file is reused.
EDITION = 1
KEEP = timedelta(days=30)
FORGET = timedelta(days=365)
# A file is written shortly before its row names it.
STRAY = timedelta(days=1)


class ReportError(ValueError):
    """A report that cannot be asked for: which field, and a message with what was wrong and the remedy."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Cleaned:
    """What a cleaning removed: files past their time, rows past theirs, files that no row names."""

    files: int
    rows: int
    strays: int


def report_request(
    *,
    profile: Profile,
    scope: Scope,
    paper: str = Paper.A4,
    stored: StoredProfile | None = None,
    example: str = "",
    site: str = "",
) -> ReportJob:
    """Ask for a PDF on a profile; an identical report of the same owner, ready or on its way, is given instead.

    `stored` or `example` say whose report it is (neither: nobody's); `site` is the address, as https://host, that the
    links of the report start with. Raises ReportError for an unknown paper, ScopeError for days without law.
    """
    if paper not in Paper.values:
        wanted = gettext("There is no paper “%(paper)s”. Choose %(known)s.")
        raise ReportError("paper", wanted % {"paper": paper[:40], "known": ", ".join(Paper.values)})
    book = rulebook()
    assess(book, profile, scope, questions=1)
    frozen = snapshot_of(profile, book)
    dates = (scope.as_of.isoformat(), scope.known_on.isoformat())
    content = digest(EDITION, book.fingerprint, frozen, dates, list(scope.jurisdictions), paper, site)
    with transaction.atomic():
        found = _same(content, stored, example)
        if found is not None:
            return found
        job = ReportJob.objects.create(
            profile=stored,
            example=example,
            title=profile.title,
            snapshot=frozen,
            jurisdictions=list(scope.jurisdictions),
            as_of=scope.as_of,
            known_on=scope.known_on,
            paper=paper,
            site=site,
            fingerprint=book.fingerprint,
            content=content,
        )
        transaction.on_commit(partial(_send, job))
    job.refresh_from_db()
    return job


def _same(content: str, stored: StoredProfile | None, example: str) -> ReportJob | None:
    """The latest report of this content that is ready, or that a worker can still be expected to finish."""
    now = timezone.now()
    jobs = ReportJob.objects.filter(content=content, profile=stored, example=example).order_by("-created", "-pk")
    for job in jobs:
        if job.ready and default_storage.exists(job.stored_name):
            return job
        if job.pending and not job.lost(now) and not job.forgotten(now):
            return job
    return None


def report_retry(*, job: ReportJob) -> ReportJob:
    """Try again from the start, under the law as it is installed now. A report that is ready or under way stays.

    Raises ScopeError when that law has no wording for the days.
    """
    now = timezone.now()
    with transaction.atomic():
        row = ReportJob.objects.select_for_update().get(pk=job.pk)
        if row.ready or (row.pending and not row.lost(now) and not row.forgotten(now)):
            return row
        row.state, row.attempt, row.queued = State.QUEUED, row.attempt + 1, now
        row.progress, row.stage, row.error, row.fingerprint = 0, "", "", rulebook().fingerprint
        row.started = row.heard = row.finished = None
        row.save()
        transaction.on_commit(partial(_send, row))
    row.refresh_from_db()
    return row


def _send(job: ReportJob) -> None:
    """Hand the job to a worker; where the queue itself cannot be reached, the job has failed."""
    try:
        tasks.report_make.delay(job.pk, job.attempt)
    except (OperationalError, OSError):
        log.exception("The queue of reports cannot be reached")
        error = gettext("The queue for reports cannot be reached. Try again in a few minutes.")
        ReportJob.objects.filter(pk=job.pk, attempt=job.attempt, state=State.QUEUED).update(
            state=State.FAILED, error=error, finished=timezone.now()
        )


def reports_clean(*, now: datetime, keep: timedelta = KEEP) -> Cleaned:
    """Remove files older than `keep`, rows older than a year, and files that a broken-off try has left behind."""
    files = 0
    for job in ReportJob.objects.filter(state=State.DONE, finished__lt=now - keep):
        name = job.stored_name
        if ReportJob.objects.filter(pk=job.pk, state=State.DONE).update(state=State.EXPIRED, file=""):
            default_storage.delete(name)
            files += 1
    rows, _ = ReportJob.objects.filter(queued__lt=now - max(keep, FORGET)).delete()
    return Cleaned(files, rows, _remove_strays(now))


def _remove_strays(now: datetime) -> int:
    if not default_storage.exists(FOLDER):
        return 0
    named = set(ReportJob.objects.exclude(file="").values_list("file", flat=True))
    found = [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]
    strays = [n for n in found if n not in named and default_storage.get_modified_time(n) < now - STRAY]
    for name in strays:
        default_storage.delete(name)
    return len(strays)
