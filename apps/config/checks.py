"""Configuration checks, run by every management command; each message carries an id and a remedy."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

SHORTEST_KEY = 50


@checks.register(checks.Tags.security)
def check_public_site(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Find settings that must not meet the public."""
    error, warning, public = checks.Error, checks.Warning, settings.PUBLIC
    return _found(
        (public and settings.DEBUG, error("DEBUG is on for a public site.", hint="Unset DEBUG.", id="remit.E001")),
        (
            public and len(settings.SECRET_KEY) < SHORTEST_KEY,
            error("SECRET_KEY is too short.", hint=f"Use {SHORTEST_KEY} random characters.", id="remit.E002"),
        ),
        (
            "*" in settings.ALLOWED_HOSTS,
            error("ALLOWED_HOSTS accepts any host name.", hint="Name the hosts you serve.", id="remit.E003"),
        ),
        (
            public and not settings.HTTPS,
            warning(
                "Pages go out without HTTPS.", hint="Unset HTTPS; behind a proxy set BEHIND_PROXY=1.", id="remit.W001"
            ),
        ),
    )


@checks.register(checks.Tags.compatibility)
def check_scale(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Find, on a public site, what suits one person's machine only."""
    if not settings.PUBLIC:
        return []
    sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    files = settings.CELERY_BROKER_URL.startswith("filesystem")
    uncollected = not (settings.STATIC_ROOT / "staticfiles.json").exists()
    warning = checks.Warning
    return _found(
        (sqlite, warning("The data is in SQLite.", hint="Set DATABASE_URL to PostgreSQL.", id="remit.W002")),
        (files, warning("Jobs are queued in files.", hint="Set CELERY_BROKER_URL to redis://…", id="remit.W003")),
        (uncollected, warning("Static files are not collected.", hint="Run manage.py collectstatic.", id="remit.W004")),
    )


def _found(*cases: tuple[bool, checks.CheckMessage]) -> list[checks.CheckMessage]:
    return [message for holds, message in cases if holds]
