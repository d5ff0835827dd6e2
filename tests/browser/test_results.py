"""The page of results in Chromium: opened in place, filtered, without JavaScript, narrow and dark, checked by axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.cache import caches
from playwright.sync_api import Page, Route, expect
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
    expect(duty.get_by_text("Write it down.")).to_have_count(0)
    duty.locator("summary").first.click()
    expect(duty.get_by_text("Write it down.")).to_be_visible()
    expect(duty.get_by_text("At most EUR 30 million")).to_be_visible()
    expect(duty.locator(".duty__body")).to_have_attribute("aria-busy", "false")
    duty.get_by_role("link", name="step by step").last.click()
    reason = page.locator("#DOC--why-provider")
    expect(reason).to_have_attribute("open", "")
    expect(reason.get_by_text("You made the model")).to_be_in_viewport()


def test_a_row_is_fetched_once_and_says_its_duty_while_it_waits(page: Page, live_server: LiveServer) -> None:
    asked: list[str] = []
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route.request.url)
        waiting.append(route)

    page.route("**/findings/**", hold)
    page.goto(address(live_server, stored(**LARGE)))
    duty = page.locator("#DOC")
    summary, body = duty.locator("summary").first, duty.locator(".duty__body")
    summary.click()
    expect(body).to_have_attribute("aria-busy", "true")
    before = summary.bounding_box()
    expect(body.get_by_text("Write documentation, and mean it.")).to_be_visible()
    waiting.pop().continue_()
    expect(body.get_by_text("Write it down.")).to_be_visible()
    assert summary.bounding_box() == before, "the row does not jump"
    summary.click()
    expect(body).to_be_hidden()
    summary.click()
    expect(body.get_by_text("Write it down.")).to_be_visible()
    assert len(asked) == 1


def test_a_row_that_cannot_be_fetched_keeps_its_link(
    page: Page, live_server: LiveServer, page_problems: list[str]
) -> None:
    page.route("**/findings/**", lambda route: route.abort())
    page.goto(address(live_server, stored(**LARGE)))
    page.locator("#DOC summary").first.click()
    expect(page.locator("#announce")).to_contain_text("did not reach the server")
    expect(page.locator("#DOC .duty__more a")).to_be_visible()
    page_problems.clear()


def test_a_link_to_a_duty_opens_it(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**LARGE), f"{DAY}#MON"))
    expect(page.locator("#MON")).to_have_attribute("open", "")
    expect(page.locator("#MON").get_by_text("What would change this")).to_be_visible()


def test_a_link_into_a_row_opens_it_there(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**LARGE), f"{DAY}#DOC--why-provider"))
    expect(page.locator("#DOC--why-provider")).to_have_attribute("open", "")
    expect(page.locator("#DOC--why-provider summary")).to_be_in_viewport()


def test_a_link_to_what_the_page_does_not_list_leads_to_its_own_page(page: Page, live_server: LiveServer) -> None:
    profile = stored(**SMALL)
    page.goto(address(live_server, profile, f"{DAY}#MON"))
    page.wait_for_url(f"**/findings/MON/{DAY}")
    expect(page.get_by_text("The model does not count as large").first).to_be_visible()
    page.get_by_role("link", name="Results: Nimbus").click()
    expect(page).to_have_url(address(live_server, profile, f"{DAY}#no-duty"))
    page.goto(address(live_server, profile, f"{DAY}&outcome=applies#REG"))
    page.wait_for_url(f"**/findings/REG/{DAY}")
    page.go_back()


def test_a_reason_of_no_duty_opens_to_the_rules_it_keeps_away(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**SMALL)))
    reason = page.locator(".noduty", has_text="The model does not count as large")
    reason.locator("summary").click()
    reason.get_by_role("link", name="Report each month").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Report each month")
    page.go_back()
    expect(page.locator(".duty").first).to_be_visible()


def test_a_long_list_shows_all_and_the_reader_stands_at_what_is_new(
    page: Page, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch, axe: Callable[[Page], None]
) -> None:
    monkeypatch.setattr("apps.assessments.views.ROOM", 0)
    monkeypatch.setattr("apps.assessments.groups.NOT_WORTH_HIDING", 0)
    page.goto(address(live_server, stored()))
    rows = page.locator("#group-depends .duty")
    expect(rows).to_have_count(4)
    page.get_by_role("link", name="Show all 10").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(10)
    expect(page).to_have_url(re.compile(r"all=depends"))
    expect(rows.nth(4).locator("summary")).to_be_focused()
    axe(page)


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
    expect(page.locator("#DOC").get_by_text("Write documentation, and mean it.")).to_be_visible()
    page.locator("#DOC").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Write documentation")
    expect(page.get_by_text("Write it down.")).to_be_visible()
    page.get_by_role("link", name="Results: Nimbus").click()
    page.locator(".noduty > summary").first.click()
    page.locator(".noduty").first.get_by_role("link").click()
    expect(page.locator(".noduty__rows li").first).to_be_visible()
    page.go_back()
    page.locator(".filters .toggle", has_text="Upcoming").click()
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(page.locator(".duty")).to_have_count(1)
    expect(page.locator("#REG")).to_be_visible()
    page.locator(".dates > summary").click()
    page.locator('.dates input[name="as_of"]').fill("2028-02-01")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("as_of=2028-02-01"))


def test_the_keyboard_alone_opens_a_duty_and_goes_on_to_its_question(
    page: Page, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    answers = {key: value for key, value in LARGE.items() if key != "turnover"}
    page.goto(address(live_server, stored(**answers)))
    page.locator("#PUB summary").first.focus()
    page.keyboard.press("Enter")
    link = page.locator("#PUB").get_by_role("link", name=re.compile("State the annual turnover"))
    expect(link).to_be_visible()
    axe(page)
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
    page.wait_for_load_state("networkidle")
    expect(page.locator("main .duty__more")).to_have_count(0)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_the_pages_of_findings_are_as_sound(
    new_page: OpenPage, live_server: LiveServer, axe: Callable[[Page], None], width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    profile = stored(**SMALL, incident="2026-11-20")
    for rest in ("findings/DOC/", "findings/PUB/", "findings/MON/", "findings/REG/", "no-duty/MON/"):
        page.goto(address(live_server, profile, f"{rest}{DAY}"))
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), rest


def test_a_copied_link_is_that_of_the_finding(new_page: OpenPage, live_server: LiveServer) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    profile = stored(**LARGE)
    page.goto(address(live_server, profile))
    page.locator("#DOC summary").first.click()
    page.locator("#DOC").get_by_role("button", name="Copy link").click()
    expect(page.locator("#announce")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == address(live_server, profile, f"findings/DOC/{DAY}")


def test_on_paper_the_short_list_says_its_duties_and_fetches_nothing(page: Page, live_server: LiveServer) -> None:
    page.goto(address(live_server, stored(**LARGE)))
    page.route("**/findings/**", lambda route: pytest.fail(f"printing fetched {route.request.url}"))
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#DOC").get_by_text("Write documentation, and mean it.")).to_be_visible()
    expect(page.get_by_text("are in the report:")).to_be_visible()
    expect(page.locator("#DOC .duty__more")).to_be_hidden()


def test_a_wrong_day_is_announced(page: Page, live_server: LiveServer, axe: Callable[[Page], None]) -> None:
    page.goto(address(live_server, stored(**SMALL), "?as_of=soon"))
    expect(page.get_by_role("alert")).to_contain_text("could not be used")
    axe(page)
