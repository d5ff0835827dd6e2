"""Open or closed in a real browser: from an example to a column and on to one of its findings; axe in every shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_rulebook import SHAPES
from tests.fixtures_browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAYS = "as_of=2026-11-23&known_on=2026-11-23"


@pytest.mark.parametrize("shape", SHAPES)
def test_axe_finds_nothing_and_nothing_overflows(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = new_page(**SHAPES[shape])
    page.goto(f"{live_server.url}/examples/gpt-oss-120b/open-or-closed/?{DAYS}&strategy=closed-api&licence=mit")
    axe(page)
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert over <= 0


def test_from_results_to_a_way_of_release_and_one_of_its_findings(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/examples/gpt-oss-120b/?{DAYS}")
    page.get_by_role("link", name="Open or closed?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Open or closed?")
    page.get_by_text("Choose what to compare").click()
    for name in ("Gated weights", "Restricted licence", "Non-commercial licence", "Open but paid"):
        page.get_by_role("checkbox", name=name).uncheck()
    page.get_by_label("And under a licence of the library").fill("llama3.1")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("columnheader", name="Gated weights")).to_have_count(0)
    table = page.get_by_role("region", name="EU: duties")
    row = table.get_by_role("row", name="Keep technical documentation of the model")
    expect(row).to_contain_text("Open-source exemption")
    table.get_by_role("link", name="Llama 3.1 Community License").click()
    page.wait_for_url("**/c/**")
    expect(page.get_by_role("button", name="Keep as a profile of your own")).to_be_visible()
    page.get_by_role("button", name="Keep as a profile of your own").click()
    page.wait_for_url("**/m/**")
