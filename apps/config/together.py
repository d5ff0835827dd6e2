"""Run several processes as one: started together, stopped together, and none goes on alone."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
POLL_SECONDS = 0.1
GRACE_SECONDS = 15.0

Child = subprocess.Popen[bytes]


def run_together(
    commands: Mapping[str, Sequence[str]], *, say: Callable[[str], None], on_tick: Callable[[], None] = lambda: None
) -> int:
    """Run the named commands until one ends or this process is told to stop; return the exit status.

    Told to stop (Ctrl-C, SIGTERM, SIGHUP) the status is 0. When a command ends by itself the others are stopped, `say`
    is told which one it was, and the status is its own, or 1 if it claimed success. `on_tick` is called all the while.
    """
    asked = threading.Event()
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: asked.set())
    children: dict[str, Child] = {}
    try:
        for name, command in commands.items():
            children[name] = start(command)
        return _wait(children, asked, say, on_tick)
    finally:
        stop(children.values())


def start(command: Sequence[str]) -> Child:
    """Start a command in a session of its own, so that Ctrl-C reaches it only through us, once."""
    # Should this process be killed outright, the kernel tells the child to stop.
    guard = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    return subprocess.Popen([*guard, *command], start_new_session=True)  # noqa: S603


def _wait(
    children: dict[str, Child], asked: threading.Event, say: Callable[[str], None], on_tick: Callable[[], None]
) -> int:
    while not asked.wait(POLL_SECONDS):
        for name, child in children.items():
            if child.poll() is not None:
                say(f"The {name} process ended by itself (status {child.returncode}); stopping the rest.")
                return child.returncode if child.returncode > 0 else 1
        on_tick()
    say("Stopping …")
    return 0


def stop(children: Iterable[Child]) -> None:
    """Ask every process to end, and end those that have not within the time of grace."""
    running = [child for child in children if child.poll() is None]
    for child in running:
        child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in running:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
