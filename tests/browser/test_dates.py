"""Dates in a real browser: two days, day by day with the keyboard and without JavaScript, what is coming; axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_rulebook import SHAPES
from tests.fixtures_browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RANKER = "/examples/cv-ranker/"
DAYS = "?as_of=2026-11-23&known_on=2026-11-23"
PAGES = (
    f"{RANKER}dates/?from_as_of=2026-06-01&to_as_of=2026-07-27",
    f"{RANKER}dates/timeline/?as_of=2027-12-02&known_on=2026-11-23",
    f"{RANKER}dates/calendar/{DAYS}",
)


@pytest.mark.parametrize("shape", SHAPES)
def test_axe_finds_nothing_and_nothing_overflows(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = new_page(**SHAPES[shape])
    for address in PAGES:
        page.goto(live_server.url + address)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, address


def test_the_arrow_keys_step_from_day_to_day_and_back_returns(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + RANKER + DAYS)
    page.get_by_role("link", name="Dates", exact=True).click()
    page.get_by_role("link", name="Day by day").click()
    expect(page.get_by_text("Nothing changes for you on this day.")).to_be_visible()
    page.wait_for_load_state("load")
    page.keyboard.press("ArrowRight")
    day = page.locator("#moment-day")
    expect(day).to_have_text("2 December 2027")
    expect(page).to_have_url(re.compile("as_of=2027-12-02&known_on=2026-11-23"))
    expect(page.locator("#announce")).to_have_text("Of your duties, 25 begin.")
    expect(page.locator("#step-on")).to_have_text("No later day is known")
    page.keyboard.press("ArrowLeft")
    expect(day).to_have_text("27 July 2026")
    expect(page.locator("#step-back")).to_be_focused()
    page.go_back()
    expect(day).to_have_text("2 December 2027")


def test_without_javascript_days_are_links_and_forms(live_server: LiveServer, new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}{RANKER}dates/{DAYS}")
    page.get_by_role("link", name="What Regulation (EU) 2026/1744 changed for you").click()
    expect(page.get_by_role("row", name="Run a quality-management system")).to_contain_text("from 2 December 2027")
    page.get_by_text("Choose other days").click()
    page.locator('input[name="from_as_of"]').fill("2027-12-01")
    page.locator('input[name="from_known_on"]').fill("2026-11-23")
    page.locator('input[name="to_as_of"]').fill("2027-12-02")
    page.locator('input[name="to_known_on"]').fill("2026-11-23")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("Of your duties, 25 begin.")).to_be_visible()
    page.get_by_role("link", name="Day by day").click()
    page.locator("#step-on").click()
    expect(page.locator("#moment-day")).to_have_text("2 December 2027")


def test_a_change_of_the_law_leads_to_what_it_means_for_ones_own_profile(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + RANKER)
    page.get_by_role("button", name="Start from this example").click()
    page.wait_for_url("**/m/**")
    page.goto(f"{live_server.url}/changes/?as_of=2026-11-23&place=EU")
    page.get_by_role("link", name="For you on 2 December 2027").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Then or now?")
    expect(page.get_by_text("Of your duties, 25 begin.")).to_be_visible()
