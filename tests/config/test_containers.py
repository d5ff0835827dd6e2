"""The image and the compose file, read as text, and their entrypoints started for real without a container engine."""

import os
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.fixtures_servers import ROOT, free_port, running, wait_for_line, wait_until

DOCKERFILE = (ROOT / "docker/Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker/compose.yaml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = ("migrate", "web", "worker")
LONG_RUNNING = ("web", "worker", "postgres", "valkey")


def test_the_image_is_built_in_two_stages_and_runs_as_an_ordinary_user() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE)
    assert len(bases) == 2
    assert all("slim" in base and ":" in base for base in bases)
    users = re.findall(r"^USER (\S+)", DOCKERFILE, flags=re.MULTILINE)
    assert [int(user) > 0 for user in users] == [True]
    assert DOCKERFILE.index("\nUSER") < DOCKERFILE.index("\nCMD")


def test_the_image_holds_hashed_packages_a_health_check_and_no_secret() -> None:
    assert "--require-hashes" in DOCKERFILE
    assert re.search(r"^HEALTHCHECK .*docker/health", DOCKERFILE, flags=re.MULTILINE)
    assert not re.search(r"^(ENV|ARG) .*(SECRET|PASSWORD|TOKEN|DATABASE_URL)", DOCKERFILE, flags=re.MULTILINE)


def test_the_image_has_the_same_system_libraries_as_a_checkout() -> None:
    listed = re.search(r'"the PDF reports" (.*?)\n"', (ROOT / "scripts/setup.sh").read_text(), flags=re.DOTALL)
    installed = re.search(r"--no-install-recommends (.*?)&&", DOCKERFILE, flags=re.DOTALL)
    assert listed
    assert installed
    assert listed.group(1).replace("\\", "").split() == installed.group(1).replace("\\", "").split()


def test_the_image_copies_only_what_lies_in_the_checkout_and_is_let_in() -> None:
    let_in = (ROOT / ".dockerignore").read_text().splitlines()
    assert let_in[0] == "*"
    for source in re.findall(r"^COPY (?!--from)(\S+)", DOCKERFILE, flags=re.MULTILINE):
        assert (ROOT / source).exists(), source
        assert f"!{source}" in let_in


def test_compose_runs_web_worker_postgresql_and_valkey() -> None:
    assert set(SERVICES) == {*OURS, *LONG_RUNNING}
    assert all(":" in SERVICES[name]["image"] for name in ("postgres", "valkey"))


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_every_lasting_service_is_watched_and_restarted(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", OURS)
def test_our_services_have_no_powers_and_an_entrypoint_that_exists(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")
    assert os.access(ROOT / service["command"][0], os.X_OK)


def test_compose_holds_no_secret_and_refuses_to_start_without() -> None:
    environment = SERVICES["web"]["environment"]
    for name in ("SECRET_KEY", "ALLOWED_HOSTS"):
        assert environment[name].startswith(f"${{{name}:?"), name
    assert "${POSTGRES_PASSWORD:?" in environment["DATABASE_URL"]
    assert SERVICES["postgres"]["environment"]["POSTGRES_PASSWORD"] == "${POSTGRES_PASSWORD}"


def test_only_web_is_published_and_only_to_this_machine() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert list(published) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in published["web"])


def test_web_and_worker_wait_for_migrations_and_servers() -> None:
    for name in ("web", "worker"):
        waits = {other: how["condition"] for other, how in SERVICES[name]["depends_on"].items()}
        assert waits == {"migrate": "service_completed_successfully", "valkey": "service_healthy"}
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


@pytest.fixture(scope="module")
def production(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> dict[str, str]:
    """The variables of a production container, with static files collected as in the image."""
    home = tmp_path_factory.mktemp("container")
    environment = {
        "PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}",
        "ALLOWED_HOSTS": "remit.example",
        "SECRET_KEY": "production-key-" * 5,
        "DATABASE_URL": postgres_url,
        "BEHIND_PROXY": "1",
        "REMIT_VAR_DIR": str(home / "var"),
        "STATIC_ROOT": str(home / "static"),
        "PORT": str(free_port()),
        "BIND": "127.0.0.1",
        "WORKER_CONCURRENCY": "1",
    }
    for command in (["python", "manage.py", "collectstatic", "--noinput"], ["docker/migrate"]):
        result = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert result.returncode == 0, result.stdout + result.stderr
    return environment


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis server of its own; Valkey speaks the same protocol."""
    server = shutil.which("valkey-server") or shutil.which("redis-server")
    assert server, "no Redis server was found: run `make setup`"
    port, home = free_port(), tmp_path_factory.mktemp("redis")
    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(home)]
    with running(command, home / "log", dict(os.environ)) as process:
        wait_for_line(process, home / "log", "Ready to accept connections")
        yield f"redis://127.0.0.1:{port}/0"


@pytest.mark.postgres
def test_the_web_entrypoint_serves_with_production_settings(production: dict[str, str], tmp_path: Path) -> None:
    base = f"http://127.0.0.1:{production['PORT']}"
    with running(["docker/web"], tmp_path / "log", production) as process:
        wait_for_line(process, tmp_path / "log", "Booting worker")
        health = subprocess.run(["docker/health", "web"], cwd=ROOT, env=production, check=False, timeout=30)
        assert health.returncode == 0
        request = urllib.request.Request(
            f"{base}/healthz", headers={"Host": "remit.example", "X-Forwarded-Proto": "https"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        process.terminate()
        assert process.wait(20) == 0


def test_the_web_health_check_fails_when_nothing_serves() -> None:
    environment = {"PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}", "PORT": str(free_port())}
    result = subprocess.run(
        ["docker/health", "web"], cwd=ROOT, env=environment, capture_output=True, check=False, timeout=30
    )
    assert result.returncode != 0


@pytest.mark.postgres
@pytest.mark.worker
@pytest.mark.parametrize("broker", ["redis", "filesystem"])
def test_the_worker_entrypoint_takes_report_jobs(
    production: dict[str, str], redis_url: str, tmp_path: Path, broker: str
) -> None:
    environment = production | ({"CELERY_BROKER_URL": redis_url} if broker == "redis" else {})
    log = tmp_path / "log"
    send = "from apps.config.celery import app; app.send_task('celery.accumulate', args=(1,), queue='reports')"
    with ExitStack() as stack:
        process = stack.enter_context(running(["docker/worker"], log, environment | {"WORKER_QUEUES": "reports"}))
        wait_for_line(process, log, " ready.")
        subprocess.run(["python", "-c", send], cwd=ROOT, env=environment, check=True, timeout=60)
        wait_until(
            lambda: re.search(r"celery\.accumulate\S* succeeded", log.read_text()), "the job was carried out", 20
        )
        health = subprocess.run(["docker/health", "worker"], cwd=ROOT, env=environment, check=False, timeout=60)
        assert health.returncode == 0
        process.terminate()
        assert process.wait(30) == 0
