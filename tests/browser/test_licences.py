"""The licence library in a real browser: filtered while typing, ticked and compared, by keyboard, without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_rulebook import SHAPES
from tests.fixtures_browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/licences/",
    "/licences/?q=modified-mit&id=llama4",
    "/licences/?q=unheard",
    "/licences/apache-2.0/",
    "/licences/llama3.2/",
    "/licences/gemma/",
    "/licences/tencent-hunyuan-community/",
    "/licences/compare/",
    "/licences/compare/?id=llama4&id=apache-2.0&id=gemma&id=ltx-2.x-community",
    "/licences/compare/?id=mit&id=isc&id=gemma&id=llama4&id=gpl-3.0",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_axe_finds_nothing_and_nothing_overflows(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None], page_problems: list[str]
) -> None:
    page = new_page(**SHAPES[shape])
    for path in PAGES:
        page.goto(f"{live_server.url}{path}")
        axe(page)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, f"{path} is {over} px too wide"
    refused = [problem for problem in page_problems if "400" in problem]
    assert len(refused) == 1, "five side by side is refused"
    page_problems.remove(refused[0])


def test_the_header_fits_one_line_of_a_small_phone(live_server: LiveServer, new_page: OpenPage) -> None:
    page = new_page(**SHAPES["narrow"])
    page.goto(f"{live_server.url}/licences/")
    tops = page.locator(".sitenav a").evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
    assert len(tops) == 5
    assert len(set(tops)) == 1


def test_typing_and_choosing_narrow_the_list_and_keep_ticks_and_address(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/licences/")
    page.get_by_role("checkbox", name="Compare Llama 4 Community License").check()
    page.get_by_role("searchbox").press_sequentially("apache 2")
    expect(page.locator("#licences .notice")).to_contain_text("means Apache License 2.0")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Llama 4 Community License")).to_be_checked()
    expect(page).to_have_url(f"{live_server.url}/licences/?q=apache+2&id=llama4")
    page.get_by_role("checkbox", name="Compare Apache License 2.0").check()
    page.get_by_role("searchbox").fill("unheard of")
    expect(page.get_by_role("heading", name="No licence passes these filters")).to_be_visible()
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("checkbox", name="Compare MIT License")).to_be_visible()
    page.get_by_label("EU test").select_option("yes")
    expect(page.get_by_role("status").first).to_contain_text(" of ")
    expect(page.get_by_role("checkbox", name="Compare Apache License 2.0")).to_be_checked()
    page.get_by_role("button", name="Compare side by side").click()
    expect(page).to_have_url(f"{live_server.url}/licences/compare/?id=llama4&id=apache-2.0")
    page.go_back()
    expect(page.get_by_label("EU test")).to_have_value("yes")


def test_the_list_and_the_table_work_without_a_script(live_server: LiveServer, new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/licences/")
    page.get_by_role("searchbox").fill("gpl")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("does not say which licence is meant")).to_be_visible()
    page.get_by_label("Fine-tunes private").select_option("not_online")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("checkbox", name="Compare GNU GPL v3")).to_have_count(0)
    page.goto(f"{live_server.url}/licences/?q=gpl")
    page.get_by_role("checkbox", name="Compare GNU GPL v3").check()
    page.get_by_role("checkbox", name="Compare GNU Affero GPL v3").check()
    page.get_by_role("button", name="Compare side by side").click()
    expect(page.get_by_role("table")).to_contain_text("Not when online")
    expect(page.get_by_text("differ", exact=True).first).to_be_visible()


def test_the_keyboard_alone_picks_and_compares(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/licences/?q=llama")
    for name in ("Llama 3.1 Community License", "Llama 4 Community License"):
        page.get_by_role("checkbox", name=f"Compare {name}").focus()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}/licences/compare/?id=llama3.1&id=llama4")
    table = page.get_by_role("region", name="Comparison; scrolls sideways")
    table.focus()
    expect(table).to_be_focused()


def test_the_first_column_and_the_names_stay_in_sight(live_server: LiveServer, new_page: OpenPage) -> None:
    page = new_page(**SHAPES["narrow"])
    page.goto(f"{live_server.url}/licences/compare/?id=llama4&id=apache-2.0&id=gemma")
    page.locator(".compare").evaluate("box => box.scrollTo(400, 900)")
    box = page.locator(".compare").bounding_box()
    corner = page.locator(".compare thead th").first.bounding_box()
    assert box
    assert corner
    assert abs(box["x"] - corner["x"]) < 1
    assert abs(box["y"] - corner["y"]) < 1


@pytest.mark.parametrize("shape", SHAPES)
def test_a_description_takes_its_licence_asks_back_and_never_guesses(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None], page_problems: list[str]
) -> None:
    page = new_page(**SHAPES[shape])
    page.goto(f"{live_server.url}/licences/llama3.1/")
    page.get_by_role("link", name="Describe a model under this licence").click()
    expect(page.get_by_text("Licence: Llama 3.1 Community License")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("link", name="Licence: Llama 3.1 Community License").first.click()
    expect(page.get_by_role("heading", name="Filled in")).to_be_visible()
    axe(page)
    field = page.get_by_label("Licence of the model’s weights")
    field.fill("modified-mit")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Which one is it?")).to_be_visible()
    expect(field).to_be_focused()
    expect(page.get_by_role("heading", name="Llama 3.1 Community License")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Modified MIT (Kimi K2").click()
    expect(page.get_by_role("link", name="Modified MIT (Kimi K2").first).to_be_visible()
    page.goto(page.url.replace("/licence/", "/describe/?fact=licence_terms"))
    expect(page.get_by_text("Answer here only to say otherwise")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    refused = [problem for problem in page_problems if "422" in problem]
    assert len(refused) == 1, "a name of several is refused"
    page_problems.remove(refused[0])
