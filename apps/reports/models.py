"""A report asked for: what it is about, frozen, how far it is, and the file it became."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from apps.profiles.models import SHORTEST_KEY, Profile, new_key

if TYPE_CHECKING:
    from datetime import datetime

FOLDER = "reports"
# A renderer reports after each page; one that has been silent for this long is not coming back.
SILENCE = timedelta(seconds=60)
# A free worker takes a report up within a second.
PATIENCE = timedelta(seconds=20)


class State(models.TextChoices):
    """Where a report stands."""

    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("being made")
    DONE = "done", _("ready")
    FAILED = "failed", _("failed")
    EXPIRED = "expired", _("removed")


class Paper(models.TextChoices):
    """The sheet a report is set for."""

    A4 = "a4", _("A4")
    LETTER = "letter", _("US Letter")


class ReportJob(models.Model):
    """A report and its making. Whoever knows `key` may read it; there is no other permission.

    `snapshot` is the profile as profile files have it, frozen when the report was asked for. `attempt` counts the
    tries: a worker that comes back with an earlier one is not listened to.
    """

    key = models.CharField(max_length=64, unique=True, default=new_key, editable=False)
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, null=True, blank=True, related_name="reports")
    example = models.CharField(max_length=100, blank=True)
    title = models.CharField(max_length=200, blank=True)
    snapshot = models.JSONField()
    jurisdictions = models.JSONField(default=list)
    as_of = models.DateField()
    known_on = models.DateField()
    paper = models.CharField(max_length=10, choices=Paper, default=Paper.A4)
    site = models.CharField(max_length=300, blank=True)
    fingerprint = models.CharField(max_length=64)
    content = models.CharField(max_length=64, db_index=True)

    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    attempt = models.PositiveIntegerField(default=1)
    progress = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=200, blank=True)
    error = models.CharField(max_length=500, blank=True)
    file = models.FileField(upload_to=FOLDER, max_length=200, blank=True)

    created = models.DateTimeField(auto_now_add=True)
    queued = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True, blank=True)
    heard = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("key"), SHORTEST_KEY), name="report_key_cannot_be_guessed"
            ),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="report_state_is_known"),
            models.CheckConstraint(condition=models.Q(paper__in=Paper.values), name="report_paper_is_known"),
            models.CheckConstraint(condition=models.Q(progress__lte=100), name="report_progress_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"Report on {self.title or 'a description without a name'}, {self.as_of}"

    @property
    def url(self) -> str:
        """The page that shows how far it is and, later, where to get it."""
        return reverse("reports:job", args=[self.key])

    @property
    def filename(self) -> str:
        """The name of the file for the reader who saves it."""
        return f"remit-{slugify(self.title)[:60].strip('-') or 'report'}.pdf"

    @property
    def stored_name(self) -> str:
        """Where the storage has the file; empty while there is none."""
        return self.file.name or ""

    @property
    def download_url(self) -> str:
        """Where the file is; there only while the report is ready."""
        return reverse("reports:file", args=[self.key, self.filename])

    @property
    def ready(self) -> bool:
        """Whether there is a file to get."""
        return self.state == State.DONE and bool(self.file)

    @property
    def pending(self) -> bool:
        """Whether it is waiting or being made."""
        return self.state in {State.QUEUED, State.RUNNING}

    def lost(self, now: datetime) -> bool:
        """Whether a worker took it up and has fallen silent."""
        return self.state == State.RUNNING and now - (self.heard or self.queued) > SILENCE

    def forgotten(self, now: datetime) -> bool:
        """Whether it has waited longer than a free worker would let it."""
        return self.state == State.QUEUED and now - self.queued > PATIENCE


@receiver(post_delete, sender=ReportJob)
def remove_file(instance: ReportJob, **_: Any) -> None:
    """Let the file go with its row, also when the profile it is about is deleted."""
    if instance.file:
        transaction.on_commit(partial(default_storage.delete, instance.stored_name))
