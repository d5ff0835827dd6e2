"""Report jobs over the API: asked for once, followed by key, refused like everything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from rest_framework.throttling import AnonRateThrottle

from apps.api.openapi import description
from apps.api.reports import STATES, ReportThrottle
from apps.reports import tasks
from apps.reports.models import ReportJob, State
from tests.api.shapes import faults_of_component

pytestmark = pytest.mark.django_db
BODY = {"profile": {"title": "Test", "facts": {"weights_public": True}}, "as_of": "2026-11-23"}


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The jobs handed to a worker, which does nothing here: making the file has tests of its own."""
    found: list[int] = []
    monkeypatch.setattr(tasks.report_make, "delay", lambda pk, attempt: found.append(pk))
    return found


@pytest.fixture
def api() -> Client:
    return Client()


def ask(api: Client, body: Any) -> Any:
    return api.post("/api/v1/reports", json.dumps(body), content_type="application/json")


def assert_job(answer: Any) -> dict[str, Any]:
    assert faults_of_component(answer.json(), "ReportJob") == []
    found: dict[str, Any] = answer.json()
    return found


def test_a_report_is_queued_and_says_where_it_will_be(
    api: Client, sent: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = ask(api, BODY)
    assert answer.status_code == 202
    job = assert_job(answer)
    assert answer["Location"] == job["url"] == f"http://testserver/api/v1/reports/{job['key']}"
    assert (job["state"], job["download"]) == ("queued", None)
    assert sent == [ReportJob.objects.get(key=job["key"]).pk]
    again = api.get(job["url"])
    assert assert_job(again) == job
    assert again["Cache-Control"] == "no-store"


def test_a_report_that_is_done_says_where_the_file_is(api: Client) -> None:
    key = assert_job(ask(api, BODY))["key"]
    ReportJob.objects.filter(key=key).update(state=State.DONE, file="reports/x.pdf", progress=100)
    job = assert_job(api.get(f"/api/v1/reports/{key}"))
    assert (job["state"], job["progress"]) == ("done", 100)
    assert job["download"] == f"http://testserver/reports/{key}/remit-test.pdf"


def test_a_report_that_failed_says_why(api: Client) -> None:
    key = assert_job(ask(api, BODY))["key"]
    ReportJob.objects.filter(key=key).update(state=State.FAILED, error="The queue cannot be reached.")
    job = assert_job(api.get(f"/api/v1/reports/{key}"))
    assert job["state"] == "failed"
    assert "The queue cannot be reached." in job["message"]


def test_the_same_request_gives_the_same_job(api: Client) -> None:
    assert assert_job(ask(api, BODY))["key"] == assert_job(ask(api, BODY))["key"]
    assert assert_job(ask(api, BODY | {"paper": "letter"}))["key"] != assert_job(ask(api, BODY))["key"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"paper": "a3"}, "paper"),
        ({"paper": 4}, "paper"),
        ({"as_of": "soon"}, "as_of"),
        ({"profile": {"facts": {"weights_public": "maybe"}}}, "profile.facts.weights_public"),
        ({"questions": 3}, "questions"),
    ],
)
def test_a_request_that_cannot_be_used_is_refused_by_field(
    api: Client, change: dict[str, Any], field: str, sent: list[int]
) -> None:
    answer = ask(api, BODY | change)
    assert answer.status_code == 400
    (fault,) = answer.json()["error"]["faults"]
    assert fault["field"] == field
    assert fault["remedy"]
    assert (sent, ReportJob.objects.count()) == ([], 0)


def test_a_key_that_does_not_exist_is_not_found(api: Client) -> None:
    answer = api.get("/api/v1/reports/nothing")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_reports_have_a_rate_of_their_own(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "1000/min", raising=False)
    monkeypatch.setattr(ReportThrottle, "rate", "1/hour", raising=False)
    assert [ask(api, BODY).status_code for _ in range(2)] == [202, 429]
    assert api.get("/api/v1/rulebook/").status_code == 200


def test_every_state_of_a_job_has_a_name_the_description_knows() -> None:
    known = description()["components"]["schemas"]["ReportJob"]["properties"]["state"]["enum"]
    assert set(STATES.values()) == set(known)
