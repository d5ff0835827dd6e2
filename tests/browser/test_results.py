"""The page of results in Chromium: opened in place, filtered, without JavaScript, narrow and dark, checked by axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.cache import caches
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from apps.profiles.models import Profile
from apps.rules import law
from tests.assessments.law import BOOK, LARGE, SMALL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("small_law")]
OpenPage = Callable[..., Page]
DAY = "?as_of=2026-11-23"


@pytest.fixture
def small_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the small rulebook, so that a journey does not depend on the law of the day."""
    caches["pages"].clear()
    monkeypatch.setattr(law, "load", lambda: BOOK)


def stored(**answers: object) -> Profile:
    kept = {key: {"value": value, "origin": "answered", "note": "", "source": ""} for key, value in answers.items()}
    return Profile.objects.create(title="Nimbus", answers=kept)


def address(live_server: LiveServer, profile: Profile, query: str = DAY) -> str:
    return f"{live_server.url}/m/{profile.key}/{query}"


def test_a_duty_opens_in_place_and_its_reasons_are_one_click_away(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**LARGE)))
    expect(page.get_by_role("heading", level=1)).to_have_text("Nimbus")
    duty = page.locator("#DOC")
    expect(duty.get_by_text("Write it down.")).to_be_hidden()
    duty.locator("summary").first.click()
    expect(duty.get_by_text("Write it down.")).to_be_visible()
    expect(duty.get_by_text("At most EUR 30 million")).to_be_visible()
    duty.get_by_role("link", name="step by step").last.click()
    expect(page.locator("#why-provider")).to_have_attribute("open", "")
    expect(page.locator("#why-provider").get_by_text("You made the model")).to_be_in_viewport()


def test_a_link_to_a_duty_opens_it(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**LARGE), f"{DAY}#MON"))
    expect(page.locator("#MON")).to_have_attribute("open", "")


def test_a_link_to_a_rule_that_does_not_reach_the_model_opens_its_reason(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**SMALL), f"{DAY}#MON"))
    expect(page.locator("#MON")).to_be_visible()
    expect(page.get_by_text("The model does not count as large").first).to_be_visible()


def test_filters_change_the_list_the_count_and_the_address_and_back_returns(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(address(live_server, stored(**SMALL)))
    rows = page.locator(".duty")
    before = rows.count()
    page.locator(".filters .toggle", has_text="Exempt").click()
    expect(rows).to_have_count(1)
    expect(page).to_have_url(re.compile(r"outcome=exempt"))
    expect(page.locator(".filters__count")).to_have_text("1 shown, 12 hidden")
    expect(page.locator('input[name="outcome"][value="exempt"]')).to_be_focused()
    page.go_back()
    expect(rows).to_have_count(before)
    expect(page).not_to_have_url(re.compile("outcome"))


def test_without_javascript_everything_is_there_and_filters_work(new_page: OpenPage, live_server: LiveServer) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page.goto(address(live_server, stored(**LARGE)))
    page.locator("#DOC summary").first.click()
    expect(page.locator("#DOC").get_by_text("Write it down.")).to_be_visible()
    page.locator(".filters .toggle", has_text="Upcoming").click()
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(page.locator(".duty")).to_have_count(1)
    expect(page.locator("#REG")).to_be_visible()
    page.locator(".dates > summary").click()
    page.locator('.dates input[name="as_of"]').fill("2028-02-01")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("as_of=2028-02-01"))


def test_the_keyboard_alone_opens_a_duty_and_goes_on_to_its_question(page: Page, live_server: LiveServer) -> None:
    answers = {key: value for key, value in LARGE.items() if key != "turnover"}
    page.goto(address(live_server, stored(**answers)))
    page.locator("#PUB summary").first.focus()
    page.keyboard.press("Enter")
    link = page.locator("#PUB").get_by_role("link", name=re.compile("State the annual turnover"))
    for _ in range(12):
        if link.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/describe/\?fact=turnover"))


@pytest.mark.parametrize("answers", [{}, SMALL, LARGE, {**SMALL, "tuned": True, "signed": True}])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "light"), (320, "dark"), (1280, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    new_page: OpenPage,
    live_server: LiveServer,
    axe: Callable[[Page], None],
    answers: dict[str, object],
    width: int,
    scheme: str,
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address(live_server, stored(**answers)))
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_wrong_day_is_announced(page: Page, live_server: LiveServer, axe: Callable[[Page], None]) -> None:
    page.goto(address(live_server, stored(**SMALL), "?as_of=soon"))
    expect(page.get_by_role("alert")).to_contain_text("could not be used")
    axe(page)
