"""Web and worker live and die together; the commands say what stands in the way."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.fixtures_servers import ROOT, free_port, running, wait_for_line

TOGETHER = """
import sys
from apps.config.together import run_together
sleep = [sys.executable, "-c", "import time; import os; os.write(1, b'up' + bytes([10])); time.sleep(60)"]
brief = [sys.executable, "-c", "import sys, time; time.sleep(0.5); sys.exit(int(sys.argv[1]))"]
commands = {"web": sleep, "worker": [*brief, sys.argv[1]] if len(sys.argv) > 1 else sleep}
sys.exit(run_together(commands, say=lambda line: print(line, flush=True)))
"""


def children(pid: int) -> set[int]:
    """The processes that this one has started, and those that they have."""
    found: set[int] = set()
    for name in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = name.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            found |= {int(name.parent.name)} | children(int(name.parent.name))
    return found


def alive(pids: set[int]) -> set[int]:
    return {pid for pid in pids if Path(f"/proc/{pid}").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text()}


@pytest.mark.parametrize(("own", "overall"), [(3, 3), (0, 1)])
def test_when_one_process_ends_the_other_is_stopped(own: int, overall: int) -> None:
    started = time.monotonic()
    result = subprocess.run(
        [sys.executable, "-c", TOGETHER, str(own)], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert result.returncode == overall
    assert f"The worker process ended by itself (status {own})" in result.stdout
    assert time.monotonic() - started < 15


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_ends_both_and_succeeds(tmp_path: Path, number: signal.Signals) -> None:
    log = tmp_path / "log"
    with running([sys.executable, "-c", TOGETHER], log, dict(os.environ)) as process:
        wait_for_line(process, log, "up\nup")
        started = children(process.pid)
        assert len(started) == 2
        process.send_signal(number)
        assert process.wait(15) == 0
    assert alive(started) == set()


@pytest.mark.worker
def test_dev_serves_pages_and_jobs_and_stops_cleanly(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = dev_environment(tmp_path, port)
    with running([sys.executable, "manage.py", "dev"], log, environment) as process:
        wait_for_line(process, log, f"ready at http://127.0.0.1:{port}")
        wait_for_line(process, log, " ready.\n")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            assert answer.status == 200
        started = children(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert alive(started) == set()
    assert "Traceback" not in log.read_text()


def test_dev_names_a_busy_port_and_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = dev(tmp_path, port)
    assert result.returncode != 0
    assert f"Port {port} is in use" in result.stderr
    assert f"make run PORT={port + 1}" in result.stderr


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1", "8000.0"])
def test_dev_refuses_what_is_no_port(tmp_path: Path, port: str) -> None:
    result = dev(tmp_path, port)
    assert result.returncode != 0
    assert f"{port!r} is not a port; give a number from 1 to 65535" in result.stderr


def test_make_help_names_every_command() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    assert phony
    for name in phony.group(1).split():
        assert re.search(rf"^{name}\s+\w", said, flags=re.MULTILINE), name


def dev_environment(var: Path, port: object) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "apps.config.settings",
        "REMIT_VAR_DIR": str(var / "var"),
        "DATABASE_URL": "",
        "PORT": str(port),
    }


def dev(var: Path, port: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "dev"]
    environment = dev_environment(var, port)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
