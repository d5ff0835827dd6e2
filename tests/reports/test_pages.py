"""The pages: the report itself, asking for a PDF, how far it is, the file; and who is refused."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from apps.assessments.scope import Scope
from apps.profiles import services as profiles
from apps.profiles.models import Profile
from apps.profiles.selectors import described
from apps.profiles.services import Given
from apps.reports import making, tasks
from apps.reports.models import SILENCE, ReportJob, State
from apps.reports.services import report_request
from apps.rules import law
from apps.rules.engine import Rulebook
from tests.reports.conftest import HOSTILE

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(stored: Profile, scope: Scope, monkeypatch: pytest.MonkeyPatch) -> ReportJob:
    """A job that waits."""
    monkeypatch.setattr(tasks.report_make, "delay", lambda *_: None)
    return report_request(profile=described(stored, law.load()).profile, scope=scope, stored=stored)


def change(job: ReportJob, **fields: Any) -> ReportJob:
    ReportJob.objects.filter(pk=job.pk).update(**fields)
    job.refresh_from_db()
    return job


def test_the_page_has_the_whole_report(client: Client, stored: Profile) -> None:
    text = client.get(f"/m/{stored.key}/report/?as_of=2026-11-23").content.decode()
    for words in (
        "Nimbus 7",
        "Let the model be inspected",
        "Keep a file on the model",
        "What is open",
        "Open questions",
        "Estimated",
        "six times parameters and tokens",
        "Imported",
        "https://example.org/staff",
        "Readings adopted",
        "23 November 2026",
        "not legal advice",
        law.load().fingerprint,
    ):
        assert words in text, words
    assert re.search(r'<th scope="row">', text)


def test_the_day_in_the_address_is_the_day_of_the_report(client: Client, stored: Profile) -> None:
    address = f"/m/{stored.key}/report/?as_of=2025-03-01&known_on=2025-02-01"
    text = client.get(address).content.decode().replace("\u00a0", " ")
    assert "Law as of 1 March 2025" in text
    assert "as published by 1 February 2025" in text
    assert '<input type="hidden" name="as_of" value="2025-03-01">' in text
    wrong = client.get(f"/m/{stored.key}/report/?as_of=soon")
    assert wrong.status_code == 200
    assert "is not a date" in wrong.content.decode()


def test_an_example_is_read_only_and_has_its_report_and_pdf(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    monkeypatch.setattr(making, "render_pdf", lambda *_, **__: b"%PDF")
    assert "Mistral 7B" in client.get("/examples/mistral-7b/report/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/examples/mistral-7b/report/", {"paper": "a4"})
    found = ReportJob.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/reports/{found.key}/")
    assert (found.example, found.profile) == ("mistral-7b", None)
    assert "/examples/mistral-7b/" in client.get(found.url).content.decode()
    assert client.get("/examples/no-such/report/").status_code == 404


def test_reading_creates_nothing(client: Client, stored: Profile) -> None:
    client.get(f"/m/{stored.key}/report/")
    assert not ReportJob.objects.exists()
    assert client.get("/m/no-such-key-no-such-key/report/").status_code == 404


def test_a_post_makes_a_pdf_that_downloads_under_its_name(
    client: Client, stored: Profile, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/m/{stored.key}/report/", {"as_of": "2026-11-23", "paper": "letter"})
    found = ReportJob.objects.get()
    assert answer["Location"] == found.url
    assert (found.paper, found.site) == ("letter", "http://testserver")
    assert found.download_url in client.get(found.url).content.decode()
    file = client.get(found.download_url)
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"] == 'attachment; filename="remit-nimbus-7.pdf"'
    assert "private" in file["Cache-Control"]
    assert b"".join(file.streaming_content).startswith(b"%PDF-1.7")  # type: ignore[attr-defined]
    assert client.get(f"/reports/{found.key}/other.pdf").status_code == 404
    assert client.get(f"/reports/{found.key[:-1]}x/{found.filename}").status_code == 404


@pytest.mark.parametrize(("language", "paper"), [("en-US,en;q=0.9", "letter"), ("de-DE", "a4"), ("", "a4")])
def test_the_usual_paper_follows_the_reader(
    client: Client, stored: Profile, monkeypatch: pytest.MonkeyPatch, language: str, paper: str
) -> None:
    monkeypatch.setattr(tasks.report_make, "delay", lambda *_: None)
    client.post(f"/m/{stored.key}/report/", headers={"accept-language": language})
    assert ReportJob.objects.get().paper == paper


@pytest.mark.parametrize(
    ("sent", "words"), [({"paper": "a3"}, "There is no paper"), ({"as_of": "2026-02-30"}, "not a day of the calendar")]
)
def test_a_wrong_wish_is_refused_with_its_remedy(
    client: Client, stored: Profile, sent: dict[str, str], words: str
) -> None:
    answer = client.post(f"/m/{stored.key}/report/", sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ReportJob.objects.exists()


def test_the_page_of_a_waiting_job_moves_with_and_without_scripts(client: Client, job: ReportJob) -> None:
    answer = client.get(job.url)
    text = answer.content.decode()
    assert f'hx-get="{job.url}" hx-trigger="every 1s"' in text
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d+"></noscript>', text)
    assert "<progress" in text
    assert "no-store" in answer["Cache-Control"]
    part = client.get(job.url, headers={"hx-request": "true"}).content.decode()
    assert part.lstrip().startswith('<div class="job')
    assert "<html" not in part


def test_a_running_job_shows_its_stage_and_share(client: Client, job: ReportJob) -> None:
    job.refresh_from_db()
    change(job, state=State.RUNNING, heard=job.queued, progress=42, stage="Setting page 7")
    text = client.get(job.url).content.decode()
    assert 'value="42"' in text
    assert "Setting page 7" in text


def test_a_failed_job_says_why_stands_still_and_can_be_tried_again(
    client: Client, job: ReportJob, django_capture_on_commit_callbacks: Any
) -> None:
    change(job, state=State.FAILED, error="The queue was full. Try again.")
    text = client.get(job.url).content.decode()
    assert "The queue was full. Try again." in text
    assert "hx-trigger" not in text
    assert "http-equiv" not in text
    assert client.get(f"{job.url}retry/").status_code == 405
    assert client.post(f"{job.url}retry/")["Location"] == job.url
    job.refresh_from_db()
    assert (job.state, job.attempt) == (State.QUEUED, 2)


def test_a_lost_job_offers_another_try(client: Client, job: ReportJob) -> None:
    change(job, state=State.RUNNING, heard=job.queued - SILENCE * 2, started=job.queued)
    text = client.get(job.url).content.decode()
    assert "broken off" in text
    assert f'action="{job.url}retry/"' in text


def test_a_file_that_is_not_there_leads_to_the_page_that_says_why(client: Client, job: ReportJob) -> None:
    answer = client.get(job.download_url, follow=True)
    assert answer.redirect_chain[0][0] == job.url
    assert "The file is not there" in answer.content.decode()


def test_hostile_words_stay_words(client: Client, stored: Profile, small_law: Rulebook) -> None:
    profiles.profile_rename(profile=stored, title=HOSTILE)
    profiles.profile_answers_set(profile=stored, answers={"sold": Given(value=True, note=HOSTILE)})
    text = client.get(f"/m/{stored.key}/report/").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_name_without_letters_still_makes_a_file_name(job: ReportJob) -> None:
    assert change(job, title="模型 №1").filename == "remit-no1.pdf"
    assert change(job, title="…").filename == "remit-report.pdf"
