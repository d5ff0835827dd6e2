"""A report from being asked for to being removed: made once, watched, broken off, tried again, cleaned up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from kombu.exceptions import OperationalError

from apps.assessments.scope import Scope, ScopeError
from apps.profiles import services as profiles
from apps.profiles.models import Profile
from apps.profiles.selectors import described
from apps.profiles.services import Given
from apps.reports import making, tasks
from apps.reports.models import PATIENCE, SILENCE, ReportJob, State
from apps.reports.selectors import progress
from apps.reports.services import ReportError, report_request, report_retry, reports_clean
from apps.rules import law
from apps.rules.engine import Rulebook
from tests.profiles.small_law import FACTS, files, inspection, notices, sharing
from tests.profiles.small_law import law as small_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """What was handed to a worker; nobody works."""
    found: list[tuple[int, int]] = []
    monkeypatch.setattr(tasks.report_make, "delay", lambda pk, attempt: found.append((pk, attempt)))
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set no pages: these tests are about what happens around it."""
    monkeypatch.setattr(making, "render_pdf", lambda *_, **__: b"%PDF-1.7 quick")


def ask(stored: Profile, scope: Scope, **options: Any) -> ReportJob:
    profile = described(stored, law.load()).profile
    return report_request(profile=profile, scope=scope, stored=stored, **options)


def waiting(stored: Profile, scope: Scope, capture: Any, **options: Any) -> ReportJob:
    """A job that was asked for and sent, and that nobody has taken up."""
    with capture(execute=True):
        return ask(stored, scope, **options)


def worked(job: ReportJob) -> ReportJob:
    making.report_make(pk=job.pk, attempt=job.attempt)
    job.refresh_from_db()
    return job


def running(job: ReportJob, *, silent: timedelta = timedelta(0)) -> ReportJob:
    heard = timezone.now() - silent
    ReportJob.objects.filter(pk=job.pk).update(state=State.RUNNING, heard=heard, started=heard, progress=40)
    job.refresh_from_db()
    return job


def test_a_job_is_sent_only_once_its_row_is_committed(
    stored: Profile, scope: Scope, sent: list[tuple[int, int]], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        job = ask(stored, scope)
    assert sent == []
    assert job.state == State.QUEUED
    for callback in callbacks:
        callback()
    assert sent == [(job.pk, 1)]


@pytest.mark.usefixtures("quick", "sent")
def test_a_finished_job_has_its_file_and_says_so(
    stored: Profile, scope: Scope, django_capture_on_commit_callbacks: Any
) -> None:
    job = worked(waiting(stored, scope, django_capture_on_commit_callbacks))
    assert (job.state, job.progress, job.error) == (State.DONE, 100, "")
    assert job.started is not None
    assert job.finished is not None
    assert job.finished >= job.started
    assert default_storage.open(job.stored_name).read() == b"%PDF-1.7 quick"
    assert progress(job).kind == "ready"
    assert job.filename == "remit-nimbus-7.pdf"


@pytest.mark.usefixtures("quick", "sent")
def test_the_same_report_is_made_once(stored: Profile, scope: Scope, django_capture_on_commit_callbacks: Any) -> None:
    first = waiting(stored, scope, django_capture_on_commit_callbacks)
    assert ask(stored, scope) == first
    assert ask(stored, scope) == worked(first)
    default_storage.delete(first.stored_name)
    first.refresh_from_db()
    assert ask(stored, scope) != first


@pytest.mark.usefixtures("quick", "sent")
def test_other_facts_days_paper_or_owner_make_another_report(
    stored: Profile, scope: Scope, django_capture_on_commit_callbacks: Any
) -> None:
    first = worked(waiting(stored, scope, django_capture_on_commit_callbacks))
    other_day = replace(scope, as_of=scope.as_of + timedelta(days=1))
    other_view = replace(scope, known_on=scope.known_on - timedelta(days=1))
    made = [ask(stored, other_day), ask(stored, other_view), ask(stored, scope, paper="letter")]
    made.append(ask(stored, scope, site="https://other.example"))
    made.append(report_request(profile=described(stored, law.load()).profile, scope=scope))
    profiles.profile_answer(profile=stored, fact="sold", value=False)
    made.append(ask(stored, scope))
    assert len({first.pk, *(job.pk for job in made)}) == 7


@pytest.mark.usefixtures("sent")
def test_a_later_change_of_the_answers_does_not_reach_a_report_already_asked_for(
    stored: Profile, scope: Scope, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(making, "render_pdf", lambda assessment, **_: seen.append(assessment) or b"%PDF")
    job = waiting(stored, scope, django_capture_on_commit_callbacks)
    profiles.profile_answers_set(profile=stored, answers={"sold": Given(value=False)})
    worked(job)
    assert seen[0].profile.values["sold"] is True
    assert seen[0].profile.answers["compute"].note == "six times parameters and tokens"


def test_an_unknown_paper_is_refused(stored: Profile, scope: Scope) -> None:
    with pytest.raises(ReportError, match=r"no paper “a3”. Choose a4, letter"):
        ask(stored, scope, paper="a3")
    assert not ReportJob.objects.exists()


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    ("fault", "words"),
    [(RuntimeError("secret detail"), "a fault in Remit"), (SoftTimeLimitExceeded(), "longer than four minutes")],
)
def test_a_fault_ends_in_words_for_people(
    stored: Profile,
    scope: Scope,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    words: str,
    django_capture_on_commit_callbacks: Any,
) -> None:
    def broken(*_: Any, **__: Any) -> bytes:
        raise fault

    monkeypatch.setattr(making, "render_pdf", broken)
    job = worked(waiting(stored, scope, django_capture_on_commit_callbacks))
    shown = progress(job)
    assert (shown.kind, shown.retry) == ("failed", True)
    assert words in shown.text
    assert "secret" not in shown.text


@pytest.mark.usefixtures("quick")
def test_a_renewed_rulebook_is_named_and_the_next_try_uses_it(
    stored: Profile,
    scope: Scope,
    sent: list[tuple[int, int]],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    job = waiting(stored, scope, django_capture_on_commit_callbacks)
    reworded = replace(inspection, title="Have the model inspected")
    renewed = Rulebook([small_act, *FACTS, reworded, files, notices, sharing])
    monkeypatch.setattr(law, "load", lambda: renewed)
    assert "rulebook was renewed" in progress(worked(job)).text
    with django_capture_on_commit_callbacks(execute=True):
        again = report_retry(job=job)
    assert sent[-1] == (job.pk, 2)
    done = worked(again)
    assert (done.state, done.fingerprint) == (State.DONE, renewed.fingerprint)


@pytest.mark.usefixtures("sent")
def test_progress_grows_while_a_worker_reports(
    stored: Profile, scope: Scope, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    job, seen = waiting(stored, scope, django_capture_on_commit_callbacks), []

    def steps(*_: Any, on_progress: Any, **__: Any) -> bytes:
        for share in (0.1, 0.5, 0.3, 0.9):
            on_progress(share, f"at {share}")
            shown = progress(ReportJob.objects.get(pk=job.pk))
            seen.append((shown.kind, shown.percent))
        return b"%PDF"

    monkeypatch.setattr(making, "TELL_SECONDS", 0.0)
    monkeypatch.setattr(making, "render_pdf", steps)
    worked(job)
    assert {kind for kind, _ in seen} == {"running"}
    percents = [percent for _, percent in seen]
    assert percents == sorted(percents)
    assert 0 < percents[0] < percents[-1] < 100


@pytest.mark.usefixtures("quick")
def test_a_silent_worker_counts_as_lost_and_the_job_can_be_tried_again(
    stored: Profile, scope: Scope, sent: list[tuple[int, int]], django_capture_on_commit_callbacks: Any
) -> None:
    job = running(waiting(stored, scope, django_capture_on_commit_callbacks), silent=SILENCE - timedelta(seconds=5))
    assert progress(job).kind == "running"
    assert report_retry(job=job).attempt == 1
    job = running(job, silent=SILENCE + timedelta(seconds=1))
    shown = progress(job)
    assert (shown.kind, shown.live, shown.retry) == ("lost", False, True)
    assert ask(stored, scope) != job
    with django_capture_on_commit_callbacks(execute=True):
        again = report_retry(job=job)
    assert (again.state, again.attempt, again.progress) == (State.QUEUED, 2, 0)
    assert sent[-1] == (job.pk, 2)


@pytest.mark.usefixtures("sent")
def test_a_lost_worker_that_comes_back_changes_nothing(
    stored: Profile, scope: Scope, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    job = waiting(stored, scope, django_capture_on_commit_callbacks)

    def slow(*_: Any, **__: Any) -> bytes:
        running(job, silent=SILENCE * 2)
        report_retry(job=job)
        return b"%PDF-1.7 late"

    monkeypatch.setattr(making, "render_pdf", slow)
    worked(job)
    assert (job.state, job.attempt, job.stored_name) == (State.QUEUED, 2, "")
    assert not default_storage.exists(f"reports/{job.key}-1.pdf")
    making.report_make(pk=job.pk, attempt=1)
    job.refresh_from_db()
    assert job.state == State.QUEUED


@pytest.mark.usefixtures("sent")
def test_a_job_nobody_takes_up_says_so_unless_workers_are_busy(
    stored: Profile, scope: Scope, django_capture_on_commit_callbacks: Any
) -> None:
    job = waiting(stored, scope, django_capture_on_commit_callbacks)
    now = timezone.now()
    assert progress(job, now).kind == "waiting"
    later = progress(job, now + PATIENCE * 2)
    assert (later.kind, later.live, later.retry) == ("forgotten", True, True)
    assert "none may be running" in later.text
    running(waiting(stored, scope, django_capture_on_commit_callbacks, paper="letter"))
    assert progress(job, now + PATIENCE * 2).kind == "waiting"


def test_a_queue_that_cannot_be_reached_is_a_failure_at_once(
    stored: Profile, scope: Scope, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def unreachable(*_: Any) -> None:
        raise OperationalError("no route")

    monkeypatch.setattr(tasks.report_make, "delay", unreachable)
    job = waiting(stored, scope, django_capture_on_commit_callbacks)
    job.refresh_from_db()
    assert progress(job).kind == "failed"
    assert "queue for reports cannot be reached" in progress(job).text


@pytest.mark.usefixtures("quick", "sent")
def test_the_file_goes_with_the_description_it_is_about(
    stored: Profile, scope: Scope, django_capture_on_commit_callbacks: Any
) -> None:
    job = worked(waiting(stored, scope, django_capture_on_commit_callbacks))
    name = job.stored_name
    with django_capture_on_commit_callbacks(execute=True):
        profiles.profile_delete(profile=stored)
    assert not ReportJob.objects.exists()
    assert not default_storage.exists(name)


@pytest.mark.usefixtures("quick", "sent")
def test_cleaning_removes_old_files_forgotten_rows_and_strays(
    stored: Profile, scope: Scope, django_capture_on_commit_callbacks: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    old = worked(waiting(stored, scope, django_capture_on_commit_callbacks))
    new = worked(waiting(stored, scope, django_capture_on_commit_callbacks, paper="letter"))
    name = old.stored_name
    ReportJob.objects.filter(pk=old.pk).update(finished=timezone.now() - timedelta(days=31))
    stray = default_storage.save("reports/stray.pdf", ContentFile(b"%PDF"))
    call_command("reports_clean")
    assert "Removed 1 files, 0 strays and 0 forgotten reports." in capsys.readouterr().out
    old.refresh_from_db()
    assert (progress(old).kind, progress(old).retry, default_storage.exists(name)) == ("expired", True, False)
    assert default_storage.exists(new.stored_name)
    assert default_storage.exists(stray)
    with django_capture_on_commit_callbacks(execute=True):
        cleaned = reports_clean(now=timezone.now() + timedelta(days=400))
    assert (cleaned.files, cleaned.rows) == (1, 2)
    assert not default_storage.exists(stray)
    with pytest.raises(CommandError, match="cannot be negative"):
        call_command("reports_clean", "--days", "-1")


def test_days_that_the_law_has_no_wording_for_are_refused(
    stored: Profile, scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_law(*_: Any, **__: Any) -> Any:
        raise ScopeError("as_of", "The rulebook cannot be read for these days.", "Ask about later days.")

    monkeypatch.setattr("apps.reports.services.assess", no_law)
    with pytest.raises(ScopeError):
        ask(stored, scope)
    assert not ReportJob.objects.exists()
