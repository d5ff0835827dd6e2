"""Configuration checks, run by every management command; each message carries an id and a remedy."""

import os
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security)
def check_public_site(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Find settings that must not meet the public."""
    found: list[CheckMessage] = []
    if settings.PUBLIC and settings.DEBUG:
        found.append(Error("DEBUG is on while ALLOWED_HOSTS names other machines.", hint="Unset DEBUG.", id="remit.E001"))
    if settings.PUBLIC and len(settings.SECRET_KEY) < 50:
        found.append(Error("SECRET_KEY is shorter than 50 characters.", hint="Make a longer random one.", id="remit.E002"))
    if "*" in settings.ALLOWED_HOSTS:
        found.append(Error("ALLOWED_HOSTS accepts any host name.", hint="Name the hosts you serve.", id="remit.E003"))
    if settings.PUBLIC and not settings.HTTPS:
        found.append(
            Warning("Pages are served without HTTPS.", hint="Unset HTTPS, and BEHIND_PROXY=1 if a proxy ends TLS.", id="remit.W001")
        )
    return found


@register(Tags.files)
def check_files(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Find folders that Remit cannot use."""
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    if os.access(settings.VAR_DIR, os.W_OK | os.X_OK):
        return []
    hint = "Give this user write access to it, or set REMIT_VAR_DIR to a folder that it may write."
    return [Error(f"{settings.VAR_DIR} cannot be written.", hint=hint, id="remit.E004")]


@register(Tags.compatibility)
def check_scale(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Find defaults made for one machine on a site made for many readers."""
    found: list[CheckMessage] = []
    if settings.PUBLIC and settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        found.append(Warning("A public site runs on SQLite.", hint="Set DATABASE_URL to PostgreSQL.", id="remit.W002"))
    if settings.PUBLIC and settings.CELERY_BROKER_URL.startswith("filesystem"):
        hint = "Set CELERY_BROKER_URL to redis://…; files reach workers on this machine only."
        found.append(Warning("Jobs are queued in files.", hint=hint, id="remit.W003"))
    return found
