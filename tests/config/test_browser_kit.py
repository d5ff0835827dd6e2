"""The browser fixtures find what they are there to find."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.fixtures_browser import OpenPage

pytestmark = pytest.mark.browser

GOOD = '<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1></main></html>'


def test_a_page_of_another_machine_is_blocked_and_noted(page: Page, page_problems: list[str]) -> None:
    page.set_content(GOOD.replace("</main>", '<img alt="" src="http://remote.example/x.png"></main>'))
    page.wait_for_load_state("networkidle")
    assert "asked another machine: http://remote.example/x.png" in page_problems
    page_problems.clear()


def test_a_broken_security_policy_is_noted(new_page: OpenPage, page_problems: list[str]) -> None:
    page = new_page()
    policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
    page.set_content(GOOD.replace("<main>", f"{policy}<main>").replace("</main>", "<script>var a = 1</script></main>"))
    assert any("Content Security Policy" in problem for problem in page_problems)
    page_problems.clear()


def test_axe_passes_a_good_page(page: Page, axe: Callable[[Page], None]) -> None:
    page.set_content(GOOD)
    axe(page)


def test_axe_names_the_fault_of_a_bad_page(page: Page, axe: Callable[[Page], None]) -> None:
    page.set_content(GOOD.replace("</main>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>'))
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


@pytest.mark.django_db
def test_the_browser_reaches_the_live_server(page: Page, live_server: object) -> None:
    answer = page.goto(f"{live_server}/healthz")
    assert answer
    assert answer.json()["status"] == "ok"
