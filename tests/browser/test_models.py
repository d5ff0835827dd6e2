"""The catalogue of models in a real browser: bring a table, find, compare, describe, delete; axe on each page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_rulebook import SHAPES
from tests.compare.models_data import SAMPLE, row, table
from tests.fixtures_browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["/models/?rows=access", "/models/add/", "/models/compare/", "/models/compare/?m=gpt-oss-120b&m=llama-3-1-405b"]


def bring(page: Page, content: bytes) -> None:
    """Upload a table from the form."""
    page.get_by_label("Table of models").set_input_files(
        FilePayload(name="mine.csv", mimeType="text/csv", buffer=content)
    )
    page.get_by_role("button", name="Read the file").click()


def test_a_table_is_brought_searched_compared_described_and_deleted(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Models").click()
    expect(page.get_by_role("heading", name="Models", exact=True)).to_be_visible()
    page.get_by_role("link", name="Bring a table of your own").click()
    bring(page, table(*SAMPLE, row("")))
    expect(page.get_by_role("status").first).to_contain_text("8 models from 9 rows. 1 row is left out.")
    page.get_by_role("link", name="Show the models").click()
    page.wait_for_load_state()  # a choice is sent at once only when the scripts are there
    page.locator("select[name=line]").select_option("systemic_risk_compute:straddles")
    expect(page).to_have_url(re.compile("line=systemic_risk_compute"))
    expect(page.get_by_role("status").first).to_contain_text(" of 8 models")
    page.get_by_role("link", name="Show all").first.click()
    page.get_by_role("checkbox", name="Compare Big").check()
    page.get_by_role("checkbox", name="Compare Middle").check()
    page.get_by_role("button", name="Compare side by side").click()
    expect(page.get_by_role("heading", name="Models side by side")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Big")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Describe further Big").click()
    expect(page).to_have_url(re.compile("/m/[^/]+/describe/"))
    page.goto(f"{live_server.url}/models/")
    page.get_by_role("link", name="mine.csv").click()
    page.get_by_role("button", name="Delete this table").click()
    expect(page.get_by_text("The table is deleted.")).to_be_visible()


@pytest.mark.parametrize("shape", SHAPES)
def test_axe_finds_nothing_and_nothing_overflows(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = new_page(**SHAPES[shape])
    page.goto(f"{live_server.url}/models/add/")
    bring(page, table(*SAMPLE))
    report = page.url
    for url in (*(f"{live_server.url}{path}" for path in PAGES), report, report.removesuffix("report/")):
        page.goto(url)
        axe(page)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, f"{url} is {over} px too wide"
