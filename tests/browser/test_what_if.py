"""What would change this, in Chromium: from an example to the results of a change, taking over, narrow, by axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OpenPage = Callable[..., Page]
DAY = "?as_of=2026-11-23"
SLOW = 90_000  # the first page decides the whole law


def test_from_an_example_to_the_results_of_a_change(
    page: Page, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    page.set_default_timeout(SLOW)
    page.goto(f"{live_server.url}/examples/smollm3-3b/{DAY}")
    page.get_by_role("navigation", name="Ways to look at it").get_by_role(
        "link", name="What would change this?"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What would change this?")
    expect(page.get_by_role("heading", name="What would take duties away")).to_be_visible()
    step = page.locator("#brings-easy + ul li", has_text="If the weights are not publicly available")
    expect(step).to_contain_text("Is added: 4")
    expect(page.locator("#lines svg title")).to_have_count(1)
    expect(page.locator(".whatif__lines")).to_contain_text("36 times below")
    axe(page)
    page.get_by_role("combobox", name="Jurisdiction").select_option("US-CA")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("place=US-CA"))
    expect(page.locator(".whatif__lines")).not_to_contain_text("systemic risk is presumed")
    page.go_back()
    step.get_by_role("link", name="Results after this change").click()
    expect(page).to_have_url(re.compile(r"/c/.*as_of=2026-11-23"))
    expect(page.get_by_role("heading", level=1)).to_have_text("SmolLM3-3B, changed")
    page.go_back()
    page.get_by_role("link", name="Look for pairs of changes").click()
    expect(page.get_by_role("heading", name="Two changes at once")).to_be_in_viewport()


def test_a_change_is_taken_over_without_javascript_on_a_narrow_dark_screen(
    new_page: OpenPage, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, color_scheme="dark", java_script_enabled=False)
    page.set_default_timeout(SLOW)
    page.goto(f"{live_server.url}/examples/smollm3-3b/{DAY}")
    page.get_by_role("button", name="Start from this example").click()
    key = re.search(r"/m/([^/]+)/", page.url)
    assert key
    page.goto(f"{live_server.url}/m/{key[1]}/what-if/{DAY}")
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    page.get_by_role("button", name=re.compile("Take this over.*weights are not publicly")).click()
    expect(page.get_by_text("Taken over: If the weights are not publicly available.")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"/m/{key[1]}/"))
    seen = new_page(viewport={"width": 320, "height": 640}, color_scheme="dark")
    seen.set_default_timeout(SLOW)
    seen.goto(f"{live_server.url}/m/{key[1]}/what-if/{DAY}")
    axe(seen)
