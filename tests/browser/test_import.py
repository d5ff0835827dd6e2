"""A model card in a real browser: pasted, looked at, picked from, kept, decided; without a script, on a small phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_rulebook import SHAPES
from tests.fixtures_browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CARD = """\
---
license: other
license_name: modified-mit
base_model: meta-llama/Llama-3.1-8B
base_model_relation: finetune
pipeline_tag: text-generation
extra_gated_eu_disallowed: true
tags: [medical, triage]
datasets: [a/b]
---
# Nimbus 8B
"""


def preview(page: Page, server: LiveServer, text: str = CARD) -> None:
    page.goto(f"{server.url}/describe/import/")
    page.get_by_label("Paste the text").fill(text)
    page.get_by_role("button", name="Read it").click()


def test_a_pasted_card_is_looked_at_kept_and_decided(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/describe/import/")
    page.get_by_label("Paste the text").fill(CARD)
    page.get_by_label("Where it is from").fill("https://example.org/nimbus")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="What was read")).to_be_visible()
    expect(page.get_by_label("Name of the model or system")).to_have_value("Nimbus 8B")
    expect(page.get_by_role("checkbox", name="What the model generates")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Who made the model")).not_to_be_checked()
    page.get_by_role("group", name="Licence of the model’s weights").get_by_label("Kimi").check()
    page.get_by_role("checkbox", name="Who made the model").check()
    page.get_by_role("button", name="Start with these answers").click()
    expect(page.get_by_text("2 answers were taken over.")).to_be_visible()
    expect(page.get_by_text("Made by others, changed by us")).to_be_visible()
    page.get_by_role("link", name="Results", exact=True).click()
    expect(page).to_have_url(page.url.replace("describe/", ""))
    expect(page.get_by_role("heading", name="Nimbus 8B", level=1)).to_be_visible()


def test_a_file_goes_into_a_profile_without_a_script(live_server: LiveServer, new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    preview(page, live_server, "facts:\n  generates: [speech]\n")
    page.get_by_label("Name of the model or system").fill("Nimbus")
    page.get_by_role("button", name="Start with these answers").click()
    page.get_by_role("link", name="Read from a file").click()
    file = {"name": "README.md", "mimeType": "text/markdown", "buffer": CARD.encode()}
    page.get_by_label("Choose a file").set_input_files([file])
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("Your answer: Spoken or sung language")).to_be_visible()
    expect(page.get_by_role("checkbox", name="What the model generates")).not_to_be_checked()
    page.get_by_role("checkbox", name="What the model generates").check()
    page.get_by_role("button", name="Take over what is ticked").click()
    expect(page.get_by_text("1 answer was taken over.")).to_be_visible()


@pytest.mark.parametrize("shape", SHAPES)
def test_axe_finds_nothing_and_nothing_overflows(
    shape: str, live_server: LiveServer, new_page: OpenPage, axe: Callable[[Page], None], page_problems: list[str]
) -> None:
    page = new_page(**SHAPES[shape])
    page.goto(f"{live_server.url}/describe/import/")
    axe(page)
    preview(page, live_server, "---\nlicense: [mit\n---\n")
    expect(page.get_by_role("alert")).to_contain_text("Line 3")
    expect(page.get_by_label("Paste the text")).to_have_value("---\nlicense: [mit\n---\n")
    axe(page)
    preview(page, live_server)
    expect(page.get_by_role("heading", name="What was read")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    axe(page)
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert over <= 0, f"{over} px too wide"
    (refused,) = (problem for problem in page_problems if "422" in problem)
    page_problems.remove(refused)
