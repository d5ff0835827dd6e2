"""A real worker: from the click to the file, and what remains when one is killed at work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings
from django.test import Client
from django.utils import timezone

from apps.profiles import services as profiles
from apps.profiles.models import Profile
from apps.profiles.services import Given
from apps.reports.models import SILENCE, ReportJob, State
from apps.reports.selectors import progress
from tests.fixtures_servers import database_url, running, wait_for_line, wait_until

pytestmark = pytest.mark.worker


@pytest.fixture
def described(transactional_db: None) -> Profile:
    found = profiles.profile_create(title="Nimbus 7")
    return profiles.profile_answers_set(profile=found, answers={"weights_public": Given(value=True)})


@pytest.fixture
def queue_only(transactional_db: None) -> Iterator[None]:
    """Tasks go to the queue, which is empty, and nobody works on it."""
    folder = Path(settings.BROKER_DIR / "queue")
    current_app.conf.task_always_eager = False
    yield
    current_app.conf.task_always_eager = True
    for message in folder.glob("*"):
        message.unlink(missing_ok=True)


@contextmanager
def worker(log: Path) -> Iterator[int]:
    """A worker in a single process, which can be killed at one blow; gives its process id."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "apps.config.settings",
        "DATABASE_URL": database_url(),
        "DATABASE_POOL": "0",
    }
    options = ["-Q", "reports", "-P", "solo", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    command = [sys.executable, "-m", "celery", "-A", "apps.config.celery", "worker", *options, "-n", "killed@%h"]
    with running(command, log, environment) as process:
        wait_for_line(process, log, " ready.")
        yield process.pid


def state(job: ReportJob) -> str:
    job.refresh_from_db()
    return job.state


def test_from_the_click_to_the_file(client: Client, live_worker: None, described: Profile) -> None:
    answer = client.post(f"/m/{described.key}/report/", {"paper": "a4"})
    job = ReportJob.objects.get()
    assert answer["Location"] == job.url
    wait_until(lambda: state(job) not in {State.QUEUED, State.RUNNING}, "the worker finished the report", 120)
    assert (job.state, job.error) == (State.DONE, "")
    file = client.get(job.download_url)
    assert b"".join(file.streaming_content).startswith(b"%PDF-1.7")  # type: ignore[attr-defined]
    assert client.post(f"/m/{described.key}/report/", {"paper": "a4"})["Location"] == job.url


def test_a_killed_worker_leaves_a_job_that_is_seen_as_lost_and_made_by_the_next(
    client: Client, queue_only: None, described: Profile, tmp_path: Path
) -> None:
    client.post(f"/m/{described.key}/report/", {"paper": "a4"})
    job = ReportJob.objects.get()
    with worker(tmp_path / "first.log") as pid:
        wait_until(lambda: state(job) == State.RUNNING and job.progress > 10, "the worker was in the middle of it")
        os.kill(pid, 9)
    assert state(job) == State.RUNNING
    assert progress(job, timezone.now() + SILENCE).kind == "lost"
    ReportJob.objects.filter(pk=job.pk).update(heard=timezone.now() - SILENCE * 2)
    assert "broken off" in client.get(job.url).content.decode()
    client.post(f"{job.url}retry/")
    with worker(tmp_path / "second.log"):
        wait_until(lambda: state(job) not in {State.QUEUED, State.RUNNING}, "the next worker finished it", 120)
    assert (job.state, job.attempt) == (State.DONE, 2)
    assert client.get(job.download_url).status_code == 200
