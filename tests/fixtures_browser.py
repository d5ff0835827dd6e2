"""Chromium for tests: pages that reach nothing but this machine, and an accessibility check.

`page` is an ordinary window; `new_page(...)` opens one with other properties, e.g. `java_script_enabled=False`,
`color_scheme="dark"`, `viewport={"width": 320, "height": 640}`. A test fails if a page of it asked for another machine,
broke the content security policy, or wrote an error to the console; a test that expects such a message removes it from
`page_problems`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect, sync_playwright

# A first page decides and renders everything: on a busy machine that takes longer than the five seconds of the tool.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "::1"}
LOCAL_SCHEMES = {"data", "blob", "about"}
# Without these Chromium looks for updates and for its maker's hosts at every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
OpenPage = Callable[..., Page]


def chromium_path() -> str:
    """Return the browser to drive: $CHROMIUM, or the one the system has."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and (path := shutil.which(name)):
            return path
    pytest.fail("Chromium was not found: run `make setup`, or set CHROMIUM to its path")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of this process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page_problems() -> list[str]:
    """What the pages of this test did wrong so far."""
    return []


@pytest.fixture
def new_page(chromium: Browser, page_problems: list[str]) -> Iterator[OpenPage]:
    """Open a window with the given properties; at the end of the test its pages must have met no problem."""
    contexts = []

    def open_page(**properties: Any) -> Page:
        context = chromium.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **properties})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.route(lambda url: not is_local(url), lambda route: refuse(route, page_problems))
        page = context.new_page()
        page.on("console", lambda message: note_console(message, page_problems))
        page.on("pageerror", lambda error: page_problems.append(f"script error: {error}"))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert page_problems == []


@pytest.fixture
def page(new_page: OpenPage) -> Page:
    """An ordinary window of 1280 by 800."""
    return new_page(viewport={"width": 1280, "height": 800})


def is_local(url: str) -> bool:
    """Say whether the address stays on this machine."""
    parts = urlsplit(url)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in LOCAL_HOSTS


def refuse(route: Route, problems: list[str]) -> None:
    """Block a request to another machine and remember it."""
    problems.append(f"asked another machine: {route.request.url}")
    route.abort()


def note_console(message: ConsoleMessage, problems: list[str]) -> None:
    """Remember an error, and any word of the content security policy."""
    if message.type == "error" or "Content Security Policy" in message.text:
        problems.append(f"console: {message.text}")


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Check a loaded page with axe-core: `axe(page)` fails and names each fault and where it is."""

    def check(page: Page) -> None:
        # Without the lists of what passed it takes half the time.
        faults = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        lines = [f"{fault['id']}: {fault['help']}\n    {node['html']}" for fault in faults for node in fault["nodes"]]
        assert not faults, f"axe found on {page.url}:\n" + "\n".join(lines)

    return check
