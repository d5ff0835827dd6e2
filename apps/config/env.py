"""Read settings from the environment; refuse a bad value by name and say what is allowed."""

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off"})
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
}


def refuse(name: str, value: str, allowed: str) -> ImproperlyConfigured:
    """Build the error for a variable that holds something else than `allowed`."""
    return ImproperlyConfigured(f"{name}={value!r} cannot be used. Set {name} to {allowed}, or leave it unset.")


def text(name: str, default: str = "") -> str:
    """Return the variable, or the content of the file named by NAME_FILE (for mounted secrets)."""
    value, path = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if value is not None and path:
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Keep one of them.")
    if path:
        return _read(f"{name}_FILE", path)
    return default if value is None else value.strip()


def _read(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise refuse(name, path, f"a readable text file ({error})") from error


def flag(name: str, *, default: bool) -> bool:
    """Return a yes/no variable."""
    value = text(name)
    if not value:
        return default
    if value.lower() not in TRUE_WORDS | FALSE_WORDS:
        raise refuse(name, value, "1 or 0 (true/false, yes/no, on/off)")
    return value.lower() in TRUE_WORDS


def whole_number(name: str, default: int, *, minimum: int = 0, maximum: int) -> int:
    """Return a whole number within the two bounds, both included."""
    value = text(name)
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and minimum <= int(value) <= maximum):
        raise refuse(name, value, f"a whole number from {minimum} to {maximum}")
    return int(value)


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Return a list written with commas."""
    value = text(name)
    return [word.strip() for word in value.split(",") if word.strip()] if value else list(default)


def rate(name: str, default: str) -> str:
    """Return a request rate such as `60/min`."""
    value = text(name) or default
    number, _, period = value.partition("/")
    if not (number.isascii() and number.isdigit() and int(number) > 0 and period in {"sec", "min", "hour", "day"}):
        raise refuse(name, value, "a rate such as 60/min (per sec, min, hour or day)")
    return value


def database(name: str, default: str, *, pool: int) -> dict[str, Any]:
    """Turn a database address into Django's settings for it.

    `sqlite:///relative.db`, `sqlite:////absolute.db` or `postgresql://user:password@host:port/name`; a socket folder
    goes in `?host=`. `pool` is the largest number of PostgreSQL connections a process keeps; 0 keeps one per thread.
    """
    value = text(name) or default
    scheme = value.partition(":")[0]
    makers: dict[str, Callable[[str, int], dict[str, Any]]] = {
        "sqlite": _sqlite, "postgres": _postgresql, "postgresql": _postgresql,
    }  # fmt: skip
    settings = makers[scheme](value, pool) if scheme in makers else {}
    if not settings.get("NAME"):
        # The address may hold a password, so only its scheme is repeated.
        raise refuse(name, f"{scheme}:…", "sqlite:///file.db or postgresql://user:password@host:5432/name")
    return settings


def _sqlite(address: str, _pool: int) -> dict[str, Any]:
    path = unquote(address.removeprefix("sqlite:///")) if address.startswith("sqlite:///") else ""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": dict(SQLITE_OPTIONS)}


def _postgresql(address: str, pool: int) -> dict[str, Any]:
    parts = urlsplit(address)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    kept: dict[str, Any] = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
        kept = {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        **kept,
    }


def own_secret_key(path: Path) -> str:
    """Return the key kept in `path`; on first use write a new one that only its owner may read."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        # A link appears whole or not at all, so processes that start together agree on one key.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text(encoding="ascii")


def folder(name: str, default: Path) -> Path:
    """Return a folder that this process may write to, making it when it is not there."""
    path = Path(text(name) or default)
    with contextlib.suppress(OSError):
        path.mkdir(parents=True, exist_ok=True)
    if not (path.is_dir() and os.access(path, os.W_OK | os.X_OK)):
        raise refuse(name, str(path), "a folder that this user may write to")
    return path
