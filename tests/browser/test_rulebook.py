"""The rulebook in a real browser: nothing for axe to find, narrow and dark, by keyboard, live and without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures_browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/",
    "/rulebook/",
    "/rulebook/duties/",
    "/rulebook/facts/?section=openness",
    "/rulebook/instruments/AIA/",
    "/rulebook/duties/EU-AIA-53-1-a/",
    "/rulebook/definitions/gpai_model/",
    "/rulebook/carve-outs/open-source-model/",
    "/rulebook/transitions/legacy-models/",
    "/rulebook/facts/licence_terms/",
    "/rulebook/params/high-risk-cut-off-annex-iii/?as_of=2026-08-01&known_on=2026-06-01",
    "/rulebook/readings/lists-of-forbidden-uses/",
    "/rulebook/examples/eu-gpai/W-01/",
    "/rulebook/search/?q=open+source",
    "/rulebook/search/",
    "/rulebook/sources/",
    "/changes/",
    "/coverage/",
    "/myths/",
    "/help/",
]
SHAPES: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_axe_finds_nothing_and_nothing_overflows(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = new_page(**SHAPES[shape])
    for path in PAGES:
        page.goto(f"{live_server.url}{path}")
        axe(page)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, f"{path} is {over} px too wide"


def test_opened_folds_are_clean_too(live_server: LiveServer, page: Page, axe: Callable[[Page], None]) -> None:
    page.goto(f"{live_server.url}/rulebook/duties/EU-AIA-53-1-a/")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    axe(page)
    expect(page.get_by_role("link", name="Non-commercial use only", exact=True)).to_be_visible()


def test_search_answers_while_typing_and_keeps_its_address(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/rulebook/search/")
    page.get_by_role("searchbox").press_sequentially("53(1)(d)")
    first = page.locator("#hits .index__title").first
    expect(first).to_have_text("Publish a summary of the training content")
    expect(page).to_have_url(f"{live_server.url}/rulebook/search/?q=53(1)(d)")
    expect(page.get_by_role("searchbox")).to_be_focused()
    first.click()
    expect(page).to_have_url(f"{live_server.url}/rulebook/duties/EU-AIA-53-1-d/")


def test_search_days_and_filters_work_without_a_script(live_server: LiveServer, new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/rulebook/")
    page.get_by_role("searchbox").fill("incident")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#hits li").first).to_be_visible()
    page.goto(f"{live_server.url}/rulebook/params/high-risk-cut-off-annex-iii/")
    page.get_by_text("Read as on").click()
    page.get_by_label("Law on this day").fill("2026-08-01")
    page.get_by_label("As published by").fill("2026-06-01")
    page.get_by_role("button", name="Read").click()
    expect(page.locator(".lede")).to_have_text("2 August 2026")
    page.goto(f"{live_server.url}/rulebook/duties/")
    page.get_by_label("Instrument").select_option("COP")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("hidden", exact=False).first).to_be_visible()
    expect(page.get_by_role("link", name="Keep technical documentation of the model")).to_have_count(0)


def test_the_keyboard_alone_reads_a_duty(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/rulebook/duties/EU-AIA-53-1-a/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    fold = page.locator("#removes summary").first
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Non-commercial use only", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#removes') !== null")
