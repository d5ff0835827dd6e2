"""Describing a model in Chromium: by mouse, by keyboard alone, without JavaScript, narrow and dark, checked by axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from apps.profiles import services
from apps.profiles.models import Profile
from apps.rules import law
from tests.profiles.small_law import small_book

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def small_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the small rulebook, so that a journey does not depend on the law of the day."""
    book = small_book()
    monkeypatch.setattr(law, "load", lambda: book)


@pytest.fixture
def profile(transactional_db: None) -> Profile:
    return services.profile_create(title="Nimbus")


def address(live_server: LiveServer, profile: Profile, page: str = "describe/") -> str:
    return f"{live_server.url}/m/{profile.key}/{page}"


def value(profile: Profile, fact: str) -> object:
    return Profile.objects.get(pk=profile.pk).answers[fact]["value"]


def heading(page: Page) -> str:
    return page.locator("#question-ask").inner_text()


@pytest.mark.usefixtures("small_law")
def test_answers_move_the_card_the_panel_and_the_address_and_back_returns(
    page: Page, live_server: LiveServer, profile: Profile
) -> None:
    page.goto(address(live_server, profile, "describe/?fact=sold"))
    panel = page.locator("#panel")
    before = panel.inner_text()
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator("#question-ask")).not_to_have_text("Is the model sold?")
    assert value(profile, "sold") is False
    assert panel.inner_text() != before
    expect(page).to_have_url(re.compile(r"\?fact=\w+&from=sold"))
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator("#announce")).to_have_text(re.compile("open question"))
    assert heading(page).rstrip("?") in page.title()
    second = heading(page)
    page.go_back()
    expect(page.locator("#question-ask")).to_have_text("Is the model sold?")
    expect(page.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-current", "true")
    page.wait_for_load_state("load")
    page.go_forward()
    expect(page.locator("#question-ask")).to_have_text(second)


@pytest.mark.usefixtures("small_law")
def test_a_refusal_stands_beside_the_question_and_keeps_what_was_typed(
    page: Page, page_problems: list[str], live_server: LiveServer, profile: Profile
) -> None:
    page.goto(address(live_server, profile, "describe/?fact=compute"))
    field = page.locator("input[name=value]")
    field.fill("lots")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("cannot be read as a number")
    expect(field).to_have_value("lots")
    page.get_by_text("I only know a range").click()
    field.fill("")
    page.get_by_label("At least").fill("8e24")
    page.get_by_label("At most").fill("1.2e25")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#answers")).to_contain_text("8 × 10²⁴ FLOP to 1.2 × 10²⁵ FLOP")
    assert value(profile, "compute") == {"low": "8e+24", "high": "1.2e+25"}
    # The browser itself writes a line about the refusal it was sent.
    page_problems[:] = [problem for problem in page_problems if "422" not in problem]


@pytest.mark.usefixtures("small_law")
def test_the_keyboard_alone_describes_a_model(page: Page, live_server: LiveServer, profile: Profile) -> None:
    page.goto(address(live_server, profile, "describe/?fact=sold"))
    page.keyboard.press("1")
    expect(page.locator("#question")).to_be_focused()
    assert value(profile, "sold") is True

    page.goto(address(live_server, profile, "describe/?fact=licence"))
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(page.locator("#answers")).to_contain_text("No licence")
    assert value(profile, "licence") == "no"

    page.goto(address(live_server, profile, "describe/?fact=output"))
    page.locator("#question").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#answers")).to_contain_text("Text, images")
    assert value(profile, "output") == ["text", "images"]

    page.goto(address(live_server, profile, "describe/?fact=compute"))
    page.locator("input[name=value]").focus()
    page.keyboard.type("12345678")  # figures are typed, they do not choose an answer
    page.keyboard.press("Enter")
    expect(page.locator("#answers")).to_contain_text("Training compute")
    assert value(profile, "compute") == "12345678.0"


@pytest.mark.usefixtures("small_law")
def test_every_control_of_a_question_is_reached_by_tab(page: Page, live_server: LiveServer, profile: Profile) -> None:
    page.goto(address(live_server, profile, "describe/?fact=sold"))
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText.trim().split('\\n').pop()"))
    for wanted in (
        "Yes",
        "No",
        "I don’t know",
        "Add a note or a source",
        "Why we ask",
        "Skip for now",
        "See the results",
    ):
        assert wanted in reached, wanted


def test_without_javascript_a_model_is_described_from_start_to_file(
    new_page: Callable[..., Page], page_problems: list[str], live_server: LiveServer, small_law: None
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page.goto(f"{live_server.url}/describe/")
    page.get_by_label("Name of the model or system").fill("Nimbus 7B")
    page.get_by_role("button", name="Start").click()
    assert page.title().endswith("Nimbus 7B · Remit")
    for _ in range(12):
        flag = page.get_by_role("button", name="Yes", exact=True)
        unknown = page.get_by_role("button", name="I don’t know")
        if flag.count():
            flag.click()
        elif unknown.count():
            unknown.click()
        else:
            break
    assert heading(page) == "You have answered what you can"
    page.locator("#answers").get_by_role("link", name="Sold", exact=True).click()
    page.get_by_role("button", name="No", exact=True).click()
    profile = Profile.objects.get()
    assert value(profile, "sold") is False
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a file").click()
    assert download.value.suggested_filename == "nimbus-7b.yaml"
    text = download.value.path().read_text(encoding="utf-8")
    page.goto(f"{live_server.url}/describe/")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.yaml", "mimeType": "text/yaml", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Read the file").click()
    assert Profile.objects.count() == 1, "nothing is kept before it was looked at"
    page.get_by_role("button", name="Start with these answers").click()
    assert Profile.objects.count() == 2
    page.goto(f"{live_server.url}/describe/")
    broken = {"name": "x.yaml", "mimeType": "text/yaml", "buffer": b"facts:\n  solt: yes\n"}
    page.locator("input[type=file]").set_input_files(broken)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 2: There is no fact 'solt'. Did you mean sold?")
    assert Profile.objects.count() == 2
    page_problems[:] = [problem for problem in page_problems if "422" not in problem]


@pytest.mark.usefixtures("small_law")
def test_legal_points_are_adopted_by_keyboard(page: Page, live_server: LiveServer, profile: Profile) -> None:
    services.profile_answers_set(
        profile=profile,
        answers={"open_weights": services.Given(value=True), "licence": services.Given(value="own")},
    )
    page.goto(address(live_server, profile))
    page.get_by_role("link", name="Open legal points").click()
    group = page.locator("form#own-licence")
    group.get_by_label("Keep both readings open").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#own-licence$"))
    expect(page.locator("form#own-licence")).to_contain_text("your assumption")
    assert Profile.objects.get(pk=profile.pk).readings == {"own-licence": "b"}


PAGES = (
    "describe/",
    "describe/?fact=training_compute",
    "describe/?fact=weights_public",
    "describe/?fact=placed_on",
    "describe/?fact=union_ways",
    "describe/?section=openness",
    "legal-points/",
    "estimate/?method=parameters&parameters=70B&tokens=15T",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    new_page: Callable[..., Page],
    axe: Callable[[Page], None],
    live_server: LiveServer,
    profile: Profile,
    width: int,
    scheme: str,
) -> None:
    note = services.Given(value=True, note="A note " * 30, source="https://example.org/" + "long" * 40)
    services.profile_answers_set(
        profile=profile, answers={"weights_public": note, "training_compute": services.Given(value=None)}
    )
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in ("/describe/", "/examples/", *(f"/m/{profile.key}/{part}" for part in PAGES)):
        page.goto(live_server.url + path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_axe_finds_nothing_after_an_answer_and_a_refusal(
    page: Page, page_problems: list[str], axe: Callable[[Page], None], live_server: LiveServer, profile: Profile
) -> None:
    page.goto(address(live_server, profile, "describe/?fact=training_compute"))
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)
    page.locator("input[name=value]").fill("1e24")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#answers")).to_contain_text("10²⁴ FLOP")
    axe(page)
    page_problems[:] = [problem for problem in page_problems if "422" not in problem]
