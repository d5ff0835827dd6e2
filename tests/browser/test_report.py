"""The report in Chromium: from the results to the file, narrow, dark, without JavaScript, checked by axe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from apps.profiles import services as profiles
from apps.profiles.models import Profile
from apps.profiles.services import Given
from apps.reports import making, tasks
from apps.reports.models import ReportJob, State
from apps.rules import law
from tests.fixtures_browser import OpenPage
from tests.profiles.small_law import small_book

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS: list[dict[str, Any]] = [
    {"viewport": {"width": 1280, "height": 800}},
    {"viewport": {"width": 320, "height": 640}},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
]


@pytest.fixture(autouse=True)
def small_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small rulebook: a journey does not depend on the law of the day."""
    book = small_book()
    monkeypatch.setattr(law, "load", lambda: book)


@pytest.fixture
def profile(transactional_db: None) -> Profile:
    found = profiles.profile_create(title="Nimbus 7")
    answers = {"sold": Given(value=True), "compute": Given(value={"low": 2e25, "high": 3e25}, note="by 6ND")}
    return profiles.profile_answers_set(profile=found, answers=answers)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody works on the queue until the test says so."""
    monkeypatch.setattr(tasks.report_make, "delay", lambda *_: None)
    return


def wide_enough(page: Page) -> bool:
    """Whether the page fits its window from left to right."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.usefixtures("idle")
def test_from_the_results_to_the_file(
    page: Page, live_server: LiveServer, profile: Profile, axe: Callable[[Page], None], tmp_path: Path
) -> None:
    page.goto(f"{live_server.url}/m/{profile.key}/")
    page.get_by_role("button", name="Make a PDF report").click()
    expect(page.locator("#job-title")).to_have_text("Your report is waiting")
    address = page.url
    axe(page)
    job = ReportJob.objects.get()
    ReportJob.objects.filter(pk=job.pk).update(
        state=State.RUNNING, progress=42, stage="Setting page 7", heard=job.queued
    )
    expect(page.locator("#job")).to_contain_text("Setting page 7")
    expect(page.get_by_role("progressbar", name="Making your report")).to_have_attribute("value", "42")
    page.reload()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "42")
    ReportJob.objects.filter(pk=job.pk).update(state=State.QUEUED)
    making.report_make(pk=job.pk, attempt=job.attempt)
    expect(page.locator("#job-title")).to_have_text("Your report is ready")
    expect(page.locator("#announce")).to_have_text("Your report is ready")
    axe(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the PDF").click()
    assert download.value.suggested_filename == "remit-nimbus-7.pdf"
    download.value.save_as(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert page.url == address


@pytest.mark.parametrize("window", WINDOWS, ids=["wide", "narrow", "dark"])
def test_the_report_page_is_accessible_and_fits(
    new_page: OpenPage, live_server: LiveServer, profile: Profile, axe: Callable[[Page], None], window: dict[str, Any]
) -> None:
    page = new_page(**window)
    page.goto(f"{live_server.url}/m/{profile.key}/report/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nimbus 7")
    axe(page)
    assert wide_enough(page)
    page.get_by_role("link", name="What this rests on").click()
    expect(page.locator("#answers")).to_be_in_viewport()


@pytest.mark.parametrize("window", WINDOWS, ids=["wide", "narrow", "dark"])
@pytest.mark.parametrize("state", [State.QUEUED, State.RUNNING, State.FAILED, State.EXPIRED])
@pytest.mark.usefixtures("idle")
def test_the_page_of_a_job_is_accessible_and_fits_in_every_state(
    new_page: OpenPage,
    live_server: LiveServer,
    profile: Profile,
    axe: Callable[[Page], None],
    window: dict[str, Any],
    state: State,
) -> None:
    page = new_page(**window)
    page.goto(f"{live_server.url}/m/{profile.key}/report/")
    page.get_by_role("button", name="Make a PDF").click()
    expect(page.locator("#job-title")).to_be_visible()
    job = ReportJob.objects.get()
    ReportJob.objects.filter(pk=job.pk).update(state=state, heard=job.queued, error="The queue was full.")
    page.goto(live_server.url + job.url)
    axe(page)
    assert wide_enough(page)


@pytest.mark.usefixtures("idle")
def test_without_javascript_the_page_reloads_itself_and_a_failure_can_be_tried_again(
    new_page: OpenPage, live_server: LiveServer, profile: Profile
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/m/{profile.key}/report/")
    page.get_by_label("US Letter").check()
    page.get_by_role("button", name="Make a PDF").click()
    expect(page.get_by_role("link", name="See how far it is")).to_be_visible()
    job = ReportJob.objects.get()
    assert job.paper == "letter"
    ReportJob.objects.filter(pk=job.pk).update(state=State.FAILED, error="The queue was full.")
    expect(page.get_by_text("The queue was full.")).to_be_visible()
    page.get_by_role("button", name="Make it again").click()
    expect(page.get_by_text("Your report is waiting")).to_be_visible()
    job.refresh_from_db()
    making.report_make(pk=job.pk, attempt=job.attempt)
    expect(page.get_by_role("link", name="Download the PDF")).to_be_visible()
