"""The scripts behind `make`: they do only what is missing, say what they cannot do, and leave nothing behind."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.fixtures_servers import ROOT

NEED = '. scripts/lib.sh; need_packages "the test" present absent'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Stand-ins for a Debian that has only the package `present`, and for an apt that writes down its calls."""
    stand_in(tmp_path, "dpkg-query", 'case "$*" in *present) echo "install ok installed" ;; *) exit 1 ;; esac')
    stand_in(tmp_path, "apt-get", f'echo "$@" >> {tmp_path}/calls')
    stand_in(tmp_path, "sudo", "exit 1")
    stand_in(tmp_path, "id", "echo 1000")
    return tmp_path


def stand_in(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)


def shell(script: str, first_on_path: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{first_on_path}:{os.environ['PATH']}" if first_on_path else os.environ["PATH"]
    environment = {**os.environ, **variables, "PATH": path}
    return subprocess.run(["sh", "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_without_the_right_to_install_the_exact_command_is_printed(machine: Path) -> None:
    result = shell(NEED, machine)
    assert result.returncode != 0
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends absent" in result.stderr
    assert not (machine / "calls").exists()


def test_root_gets_the_missing_package_and_no_other(machine: Path) -> None:
    stand_in(machine, "id", "echo 0")
    result = shell(NEED, machine)
    assert result.returncode == 0, result.stderr
    installed = (machine / "calls").read_text().splitlines()[-1]
    assert "absent" in installed
    assert "present" not in installed


def test_sudo_is_used_when_it_asks_for_no_password(machine: Path) -> None:
    stand_in(machine, "sudo", f'shift; echo sudo >> {machine}/calls; exec "$@"')
    assert shell(NEED, machine).returncode == 0
    calls = (machine / "calls").read_text()
    assert "sudo\nupdate" in calls
    assert "install -y --no-install-recommends absent" in calls


def test_a_failing_apt_leaves_a_command_to_try(machine: Path) -> None:
    stand_in(machine, "id", "echo 0")
    stand_in(machine, "apt-get", "exit 100")
    result = shell(NEED, machine)
    assert result.returncode != 0
    assert "Try it by hand: sudo apt-get update && sudo apt-get install" in result.stderr


def test_nothing_is_installed_when_nothing_is_missing(machine: Path) -> None:
    result = shell('. scripts/lib.sh; need_packages "the test" present', machine)
    assert (result.returncode, result.stdout) == (0, "")


def test_a_python_that_is_too_old_is_named_with_a_remedy(tmp_path: Path) -> None:
    stand_in(tmp_path, "oldpython", 'case "$1" in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac')
    result = shell("scripts/setup.sh run", PYTHON=str(tmp_path / "oldpython"))
    assert result.returncode != 0
    assert "Python 3.9.2 is too old. Install Python 3.11 or newer" in result.stderr


def test_a_second_set_up_has_nothing_to_do() -> None:
    result = shell("scripts/setup.sh run")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.postgres
@pytest.mark.parametrize("status", [0, 7])
def test_the_temporary_postgresql_is_gone_whatever_the_command_did(status: int) -> None:
    result = shell(f"scripts/with_postgres.sh sh -c 'echo \"$DATABASE_URL\"; exit {status}'")
    assert result.returncode == status, result.stderr
    home = Path(result.stdout.strip().rpartition("host=")[2])
    assert home.is_absolute()
    assert not home.exists()
    commands = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert not any(str(home).encode() in command for command in commands)
