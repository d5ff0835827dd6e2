"""Settings are read from the environment; a bad value is refused by name, with what is allowed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KEY = "k3y" * 20
PUBLIC = {"ALLOWED_HOSTS": "remit.example", "SECRET_KEY": KEY}
READ = """
import json, sys
from django.conf import settings
names = sys.argv[1:]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def python(code: str, *arguments: str, var: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh process with only these variables set."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "apps.config.settings",
        "REMIT_VAR_DIR": str(var),
    }
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment | variables, capture_output=True, text=True, check=False, timeout=60)


def read(var: Path, *names: str, **variables: str) -> dict[str, Any]:
    """The settings of those names, under those variables."""
    result = python(READ, *names, var=var, **variables)
    assert result.returncode == 0, result.stderr
    return dict(json.loads(result.stdout))


def refusal(var: Path, **variables: str) -> str:
    """The message with which these variables are refused."""
    result = python(READ, "DEBUG", var=var, **variables)
    assert result.returncode != 0
    return result.stderr.strip().splitlines()[-1]


def checks(var: Path, **variables: str) -> str:
    """What Django's system checks say under these variables."""
    code = "from django.core.management import execute_from_command_line as run; run(['manage.py', 'check'])"
    result = python(code, var=var, **variables)
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("DEBUG", "maybe", "1 or 0"),
        ("HTTPS", "2", "1 or 0"),
        ("HSTS_SECONDS", "-1", "a whole number from 0 to"),
        ("DATABASE_POOL", "many", "a whole number from 0 to 100"),
        ("DATABASE_URL", "mysql://user:hidden@host/name", "postgresql://"),
        ("DATABASE_URL", "postgresql://user:hidden@host/", "postgresql://"),
        ("DATABASE_URL", "sqlite:", "sqlite:///file.db"),
        ("CACHE_URL", "memcached://:hidden@host", "redis://"),
        ("CELERY_BROKER_URL", "amqp://guest:hidden@host", "filesystem:// or redis://"),
        ("API_ANON_RATE", "60 per minute", "60/min"),
        ("API_ANON_RATE", "0/min", "60/min"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING or ERROR"),
    ],
)
def test_a_bad_value_is_refused_by_name_and_never_shows_a_password(
    tmp_path: Path, name: str, value: str, allowed: str
) -> None:
    message = refusal(tmp_path, **{name: value})
    assert f"{name}=" in message
    assert allowed in message
    assert "hidden" not in message


def test_a_checkout_needs_no_variable(tmp_path: Path) -> None:
    found = read(tmp_path, "DEBUG", "PUBLIC", "DATABASES", "SECURE_SSL_REDIRECT", "ALLOWED_HOSTS")
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "remit.sqlite3")
    assert found["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (found["DEBUG"], found["PUBLIC"], found["SECURE_SSL_REDIRECT"]) == (False, False, False)
    assert set(found["ALLOWED_HOSTS"]) == {"localhost", "127.0.0.1", "[::1]"}


def test_a_checkout_keeps_a_secret_key_of_its_own(tmp_path: Path) -> None:
    first, second = (read(tmp_path, "SECRET_KEY")["SECRET_KEY"] for _ in range(2))
    assert first == second
    assert len(first) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_a_public_site_needs_a_secret_key(tmp_path: Path) -> None:
    message = refusal(tmp_path, ALLOWED_HOSTS="remit.example")
    assert "SECRET_KEY is missing" in message
    assert "SECRET_KEY_FILE" in message
    assert not (tmp_path / "secret_key").exists()


def test_a_public_site_insists_on_https(tmp_path: Path) -> None:
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS")
    assert list(read(tmp_path, *names, **PUBLIC).values()) == [True, True, True, 31_536_000]
    assert list(read(tmp_path, *names, **PUBLIC, HTTPS="0").values()) == [False, False, False, 0]


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n")
    variables = {"ALLOWED_HOSTS": "remit.example", "SECRET_KEY_FILE": str(tmp_path / "key")}
    assert read(tmp_path, "SECRET_KEY", **variables) == {"SECRET_KEY": KEY}


def test_a_secret_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    assert "SECRET_KEY_FILE=" in refusal(tmp_path, SECRET_KEY_FILE=str(tmp_path / "nowhere"))


def test_a_secret_given_twice_is_refused(tmp_path: Path) -> None:
    assert "both set" in refusal(tmp_path, SECRET_KEY=KEY, SECRET_KEY_FILE="x")


def test_a_postgresql_address_is_taken_apart(tmp_path: Path) -> None:
    url = "postgresql://ada:p%40ss@db.example:5433/remit?sslmode=require"
    fields = read(tmp_path, "DATABASES", DATABASE_URL=url)["DATABASES"]["default"]
    assert [fields[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "remit",
        "ada",
        "p@ss",
        "db.example",
        "5433",
    ]
    assert fields["OPTIONS"]["sslmode"] == "require"
    assert fields["OPTIONS"]["pool"]["max_size"] == 8


def test_the_connection_pool_can_be_turned_off(tmp_path: Path) -> None:
    variables = {"DATABASE_URL": "postgresql://ada@db.example/remit", "DATABASE_POOL": "0"}
    fields = read(tmp_path, "DATABASES", **variables)["DATABASES"]["default"]
    assert "pool" not in fields["OPTIONS"]
    assert fields["CONN_MAX_AGE"] == 60


def test_a_shared_cache_is_used_when_named(tmp_path: Path) -> None:
    found = read(tmp_path, "CACHES", CACHE_URL="redis://cache.example:6379/1")["CACHES"]["default"]
    assert found["BACKEND"].endswith("RedisCache")


@pytest.mark.parametrize(
    ("variables", "message_id"),
    [
        ({**PUBLIC, "DEBUG": "1"}, "remit.E001"),
        ({**PUBLIC, "SECRET_KEY": "short"}, "remit.E002"),
        ({**PUBLIC, "ALLOWED_HOSTS": "*"}, "remit.E003"),
        ({**PUBLIC, "HTTPS": "0"}, "remit.W001"),
        (PUBLIC, "remit.W002"),
        (PUBLIC, "remit.W003"),
        (PUBLIC, "remit.W004"),
    ],
)
def test_a_doubtful_configuration_is_reported_with_a_remedy(
    tmp_path: Path, variables: dict[str, str], message_id: str
) -> None:
    said = checks(tmp_path, **variables, STATIC_ROOT=str(tmp_path / "static"))
    assert f"({message_id})" in said
    assert "HINT" in said


def test_a_sound_production_configuration_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "staticfiles.json").write_text("{}")
    variables = {
        **PUBLIC,
        "DATABASE_URL": "postgresql://ada@db.example/remit",
        "CELERY_BROKER_URL": "redis://queue.example/0",
        "CACHE_URL": "redis://queue.example/1",
        "STATIC_ROOT": str(tmp_path),
    }
    assert "no issues" in checks(tmp_path, **variables)


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "REMIT_VAR_DIR" in refusal(tmp_path, REMIT_VAR_DIR=str(tmp_path / "file"))
