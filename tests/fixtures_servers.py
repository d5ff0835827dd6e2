"""Real processes for tests: a Celery worker, a PostgreSQL server, and helpers to start and stop them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from celery import current_app
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 60.0


def wait_until(holds: Callable[[], object], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for something to become true; fail naming it if it does not."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds:.0f} s for this in vain: {what}")
        time.sleep(0.05)


def free_port() -> int:
    """Return a port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], log: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command in the checkout with its output in a file; end it when the block ends."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_for_line(process: subprocess.Popen[bytes], log: Path, text: str) -> None:
    """Wait until the process has written `text`; fail with all it wrote if it ends before."""

    def written() -> bool:
        if process.poll() is not None:
            pytest.fail(f"ended with status {process.returncode} before it wrote {text!r}:\n{log.read_text()}")
        return text in log.read_text(errors="replace")

    wait_until(written, f"{text!r} in {log}")


def database_url() -> str:
    """Return the address of the test database, for another process."""
    fields = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{fields['NAME']}"
    login = quote(fields["USER"]) + (f":{quote(fields['PASSWORD'])}" if fields["PASSWORD"] else "")
    port = f":{fields['PORT']}" if fields["PORT"] else ""
    return f"postgresql://{login}@{port}/{fields['NAME']}?host={quote(fields['HOST'])}"


@pytest.fixture(scope="session")
def _worker(django_db_setup: None) -> Iterator[None]:
    log = Path(settings.VAR_DIR) / "worker.log"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "apps.config.settings",
        "DATABASE_URL": database_url(),
        "DATABASE_POOL": "0",
        "LOG_LEVEL": "INFO",
    }
    options = ["-Q", "default,reports", "-c", "1", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    command = [sys.executable, "-m", "celery", "-A", "apps.config.celery", "worker", *options]
    with running(command, log, environment) as process:
        wait_for_line(process, log, " ready.")
        yield


@pytest.fixture
def live_worker(_worker: None, transactional_db: None) -> Iterator[None]:
    """A real worker process on the same database, queue and files; tasks go to it instead of running at once."""
    current_app.conf.task_always_eager = False
    yield
    current_app.conf.task_always_eager = True
    for message in Path(settings.BROKER_DIR / "queue").glob("*"):
        message.unlink(missing_ok=True)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database on a server of its own."""
    command = ["scripts/with_postgres.sh", "sh", "-c", 'echo "$DATABASE_URL"; cat']
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        url = process.stdout.readline().strip()
        assert url.startswith("postgresql://"), "PostgreSQL did not start; its message is above"
        yield url
        process.stdin.close()
        assert process.wait(30) == 0
