"""`manage.py dev`: the web server and a worker on this machine, with no other server needed."""

import argparse
import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from apps.config.together import run_together

HOST = "127.0.0.1"


class Command(BaseCommand):
    """Start web and worker together; stop both together."""

    help = "Migrate, then serve the pages and run the jobs on this machine until Ctrl-C."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--port", type=port, default=os.environ.get("PORT") or "8000", help="default: $PORT or 8000"
        )
        parser.add_argument("--reload", action="store_true", help="restart the web server when its code changes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until told to stop; the exit status is 0 only then."""
        number: int = options["port"]
        if not is_free(number):
            raise CommandError(f"Port {number} is in use. Choose another one, e.g.: make run PORT={number + 1}")
        self.say("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=0)
        self.say("Starting the web server and the worker …")
        commands = {"web": web_command(number, reload=options["reload"]), "worker": worker_command()}
        sys.exit(run_together(commands, say=self.say, on_tick=Announcement(number, self.say)))

    def say(self, line: str) -> None:
        """Print a line at once, also into a pipe."""
        self.stdout.write(line)
        self.stdout.flush()


class Announcement:
    """Says once that the site answers."""

    def __init__(self, number: int, say: Callable[[str], None]) -> None:
        self.number, self.say, self.said = number, say, False

    def __call__(self) -> None:
        """Look whether the web server listens, until it does."""
        if not self.said and answers(self.number):
            self.said = True
            self.say(f"Remit is ready at http://{HOST}:{self.number} (Ctrl-C stops it)")


def port(value: str) -> int:
    """Read a port number."""
    if value.isascii() and value.isdigit() and 1 <= int(value) <= 65535:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is not a port; give a number from 1 to 65535")


def is_free(number: int) -> bool:
    """Say whether nothing listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port whose last connections are only just closing counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except PermissionError as error:
            raise CommandError(f"Port {number} may not be used by this user. Choose one above 1023.") from error
        except OSError:
            return False
    return True


def answers(number: int) -> bool:
    """Say whether a server takes connections on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex((HOST, number)) == 0


def web_command(number: int, *, reload: bool) -> list[str]:
    """Return the command line of the web server."""
    options = ["--bind", f"{HOST}:{number}", "--workers", "1", "--threads", "4"]
    quiet = ["--log-level", "warning", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", "apps.config.wsgi", *options, *quiet, *(["--reload"] if reload else [])]


def worker_command() -> list[str]:
    """Return the command line of a worker that takes every kind of job."""
    # Celery warns of running as root; on one's own machine, for one's own jobs, that is the user's choice.
    calm = ["-W", "ignore:You're running the worker with superuser"]
    options = ["--queues", "default,reports", "--concurrency", "1", "--loglevel", "WARNING"]
    lone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return [sys.executable, *calm, "-m", "celery", "--quiet", "-A", "apps.config.celery", "worker", *options, *lone]
