"""Jurisdictions by topics in Chromium, under the law itself: a cell, its duties, a reason; narrow, dark, no scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OpenPage = Callable[..., Page]
DAY = "?as_of=2026-11-23"
CV = "/examples/cv-ranker/"


def test_from_the_results_to_a_cell_and_from_there_to_a_finding(
    page: Page, axe: Callable[[Page], None], live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}{CV}{DAY}")
    page.get_by_role("link", name="Jurisdictions", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jurisdictions by topics")
    cell = page.locator('[id="EU.safety"]')
    expect(cell).to_contain_text("upcoming")
    cell.click()
    panel = page.locator(".places__panel")
    expect(panel.get_by_role("heading", level=3)).to_have_text("Safety and incidents: European Union")
    expect(panel.locator("summary").first).to_be_focused()
    expect(cell).to_be_in_viewport()
    axe(page)
    assert page.url.endswith(f"{CV}places/{DAY}"), "the table keeps its address"
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(cell).to_be_focused()
    page.keyboard.press("Enter")
    panel.get_by_role("link", name="Back to the cell").click()
    expect(cell).to_be_in_viewport()
    duty = panel.locator(".places__list a").first
    title = duty.inner_text()
    duty.click()
    expect(page).to_have_url(re.compile(r"/findings/[^/]+/\?as_of=2026-11-23"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jurisdictions by topics")


def test_an_empty_cell_gives_its_reason_and_the_table_can_be_cut_to_two(
    page: Page, axe: Callable[[Page], None], live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}{CV}places/{DAY}")
    page.locator('[id="EU.bans"]').click()
    panel = page.locator(".places__panel")
    expect(panel.get_by_text("The system does nothing that Article 5(1)(a) bans").first).to_be_visible()
    page.goto(f"{live_server.url}{CV}places/{DAY}")
    page.get_by_text("Choose what to show").click()
    for box in page.locator("input[name=place]").all():
        box.set_checked(box.get_attribute("value") in {"EU", "UK"})
    page.get_by_text("Turned: jurisdictions").click()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("tbody th")).to_have_count(2)
    expect(page.locator("thead th").first).to_have_text("All duties")
    axe(page)


def test_it_works_narrow_dark_and_without_scripts(
    new_page: OpenPage, axe: Callable[[Page], None], live_server: LiveServer
) -> None:
    phone = new_page(viewport={"width": 320, "height": 640}, color_scheme="dark")
    phone.goto(f"{live_server.url}{CV}places/{DAY}")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    axe(phone)
    head = phone.locator("tbody th").first
    left = head.bounding_box()
    phone.locator(".places").evaluate("region => region.scrollLeft = 300")
    moved = head.bounding_box()
    assert left is not None
    assert moved is not None
    assert left["x"] == moved["x"], "the first column stays in sight"
    phone.locator('[id="EU.safety"]').click()
    expect(phone.locator(".places__panel")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    axe(phone)
    plain = new_page(java_script_enabled=False)
    plain.goto(f"{live_server.url}{CV}places/{DAY}")
    plain.locator('[id="EU.safety"]').click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Safety and incidents: European Union")
    plain.get_by_role("link", name="All jurisdictions and topics").click()
    expect(plain).to_have_url(re.compile(r"/places/\?as_of=2026-11-23#EU\.safety$"))
