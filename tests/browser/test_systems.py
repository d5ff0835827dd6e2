"""An AI system from the first page to its findings in Chromium, under the law itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from apps.profiles import services
from apps.profiles.models import Profile
from apps.profiles.services import Given

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DAY = "?as_of=2026-11-23"
MOST_QUESTIONS = 30
ELSEWHERE: dict[str, Any] = {"seat": "eu", "us_states": [], "uk_links": [], "voluntary_steps": []}
CV_RANKER: dict[str, Any] = {
    **ELSEWHERE,
    "development": "unchanged",
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["established", "placed"],
    "uses": ["hiring"],
    "users": ["business"],
    "system_functions": ["scores"],
    "system_limits": [],
    "practices": [],
    "hiring_tasks": ["filters_applications", "evaluates_candidates"],
    "profiles_people": True,
    "system_placed_on": "2028-01-10",
    "digital_product": "service_only",
}
CALL_CENTRE: dict[str, Any] = {
    **ELSEWHERE,
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "system_union_links": ["used"],
    "system_functions": ["bodies", "scores"],
    "body_findings": ["emotions"],
    "emotion_subjects": ["staff_or_applicants"],
    "emotion_reason": "other",
    "uses": [],
    "system_limits": [],
    "practices": [],
}


def choose(page: Page, value: object) -> None:
    """Answer the question on the card."""
    if isinstance(value, bool):
        page.get_by_role("button", name="Yes" if value else "No", exact=True).click()
        return
    if isinstance(value, list) or page.locator("#question input[type=radio]").count():
        chosen = value if isinstance(value, list) else [value]
        for option in [f"[value={one}]" for one in chosen] or ["[data-alone]"]:
            page.locator(f"#question label:has(input{option})").click()
    else:
        page.locator("#question input[name=value]").fill(str(value))
    page.get_by_role("button", name="Answer", exact=True).click()


def answer_all(page: Page, answers: Mapping[str, Any]) -> set[str]:
    """Answer what is asked, with "I don't know" where the answers are silent; the facts that came up."""
    asked: set[str] = set()
    for _ in range(MOST_QUESTIONS):
        key = page.locator("#question input[name=fact]")
        if not key.count():
            return asked
        fact = key.get_attribute("value") or ""
        asked.add(fact)
        if fact in answers:
            choose(page, answers[fact])
        else:
            page.get_by_role("button", name="I don’t know").click()
        expect(page.locator(f'#question input[name=fact][value="{fact}"]')).to_have_count(0)
    return asked


def stored(title: str, answers: Mapping[str, Any]) -> Profile:
    profile = services.profile_create(title=title)
    services.profile_answers_set(profile=profile, answers={key: Given(value=value) for key, value in answers.items()})
    return profile


@pytest.mark.parametrize("javascript", [True, False])
def test_a_cv_ranker_goes_from_the_first_page_to_high_risk_from_2_december_2027(
    new_page: Callable[..., Page], live_server: LiveServer, javascript: bool
) -> None:
    page = new_page(java_script_enabled=javascript, viewport={"width": 1280, "height": 900})
    page.goto(live_server.url)
    page.get_by_role("link", name="Describe a model or system").click()
    page.get_by_label("Name of the model or system").fill("CV ranker")
    page.get_by_role("button", name="Start").click()
    asked = answer_all(page, CV_RANKER)
    assert {"uses", "hiring_tasks"} <= asked
    assert not {key for key in asked if key.startswith("stated_")}
    page.get_by_role("link", name="See the results").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CV ranker")
    page.goto(page.url.split("?")[0] + DAY + "#EU-AIA-9")
    duty = page.locator("#EU-AIA-9")
    if not javascript:
        duty.locator("summary").first.click()
    expect(duty).to_have_attribute("open", "")
    expect(duty).to_contain_text("2 December 2027")
    expect(duty.get_by_text("Upcoming").first).to_be_visible()


def test_an_emotion_tool_is_banned_although_no_field_of_use_was_ticked(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/m/{stored('Mood meter', {}).key}/describe/")
    asked = answer_all(page, CALL_CENTRE)
    assert {"body_findings", "emotion_subjects"} <= asked
    page.get_by_role("link", name="See the results").last.click()
    page.goto(page.url.split("?")[0] + DAY + "#EU-AIA-5-1-f")
    ban = page.locator("#EU-AIA-5-1-f")
    expect(ban).to_have_attribute("open", "")
    expect(ban.get_by_text("Applies").first).to_be_visible()


def test_a_field_of_use_leads_into_a_description_of_its_own(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/rulebook/domains/")
    section = page.locator("section#recruitment")
    section.get_by_role("link", name=re.compile("Describe a system for this")).click()
    page.get_by_label("Name of the model or system").fill("Ranker")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#answers")).to_contain_text("Finding and choosing staff")
    assert Profile.objects.get().answers["uses"]["value"] == ["hiring"]


def test_answers_that_cannot_both_be_right_are_named(page: Page, live_server: LiveServer) -> None:
    clash = {"system_method": "written_rules", "system_functions": ["text"]}
    page.goto(f"{live_server.url}/m/{stored('Ranker', CV_RANKER | clash).key}/{DAY}")
    expect(page.get_by_text("Rules written by people alone do not generate text").first).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    new_page: Callable[..., Page], live_server: LiveServer, axe: Callable[[Page], None], width: int, scheme: str
) -> None:
    key = stored("CV ranker", CV_RANKER).key
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in (f"/m/{key}/{DAY}", f"/m/{key}/describe/?fact=uses", f"/m/{key}/legal-points/", "/rulebook/domains/"):
        page.goto(live_server.url + path)
        page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
