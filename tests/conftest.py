"""Fixtures that every test may use: a clean cache, a real worker, a real browser, an own PostgreSQL server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from hypothesis import settings

from tests import settings as test_settings

# How long one example takes says how busy the machine is, and nothing about the program.
settings.register_profile("remit", deadline=None)
settings.load_profile("remit")

pytest_plugins = ["tests.fixtures_browser", "tests.fixtures_servers"]

TESTS = Path(__file__).resolve().parent
NEVER_DATABASE = {"rules", "bench", "browser"}  # folders with nothing for the lane of the second database
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "live_worker"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the lane that runs on a second database."""
    parser.addoption(
        "--database-tests", action="store_true", help="run only tests whose result the database could change"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Spare the lane of the second database from reading the law and two thirds of the tests."""
    spared = collection_path.parent == TESTS and collection_path.name in NEVER_DATABASE
    return True if spared and config.getoption("--database-tests") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that use Django's database; those with their own servers or a browser need no second run."""
    strays = [item.nodeid for item in items if uses_database(item) and folder_of(item) in NEVER_DATABASE]
    if strays:
        raise pytest.UsageError(f"these would never meet the second database, move them: {', '.join(strays)}")
    if not config.getoption("--database-tests"):
        return
    kept = [item for item in items if uses_database(item)]
    dropped = [item for item in items if not uses_database(item)]
    items[:] = kept
    config.hook.pytest_deselected(items=dropped)


def folder_of(item: pytest.Item) -> str:
    """The folder of tests that the test lies in."""
    return item.path.relative_to(TESTS).parts[0] if item.path.is_relative_to(TESTS) else ""


def uses_database(item: pytest.Item) -> bool:
    """Say whether the test belongs in the lane of the second database."""
    if item.get_closest_marker("browser") or item.get_closest_marker("postgres"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATABASE_FIXTURES)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folder of the run, in the process that made it."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(test_settings.RUN_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def _clean_cache() -> Iterator[None]:
    """Let no test see another one's cached answers or request counts."""
    yield
    cache.clear()


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).resolve().parent.parent
