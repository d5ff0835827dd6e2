"""`manage.py assess`: decide a profile file and print or write the result."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from apps.assessments.document import as_json, assessment_document
from apps.assessments.files import FileRefusedError, check_output, print_out, read_described, write_output
from apps.assessments.plain_text import text_report
from apps.assessments.scope import JURISDICTIONS, Scope, ScopeError, assess, read_day, read_scope
from apps.profiles.files import ProfileFileError
from apps.rules import law
from apps.rules.engine import Assessment, RulebookError
from apps.rules.engine.questions import Question

FORMATS = ("text", "json", "pdf", "html")
USAGE = 2
Result = tuple[Assessment, tuple[Question, ...], Scope]


class Command(BaseCommand):
    """Decide a profile and write the findings."""

    help = (
        "Say which duties reach the model that a profile file describes. Exit status: 0 when it worked, 1 when the "
        "profile or a file was refused, 2 when an option was."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the profile, the two dates, the jurisdictions and where the result goes."""
        parser.add_argument(
            "profile", metavar="PROFILE.yaml", help="profile, model card or bill of materials; - reads standard input"
        )
        parser.add_argument("--as-of", metavar="D", help="the day the question is about (2026-11-23; default: today)")
        parser.add_argument("--known-on", metavar="D", help="count only law published by this day (default: --as-of)")
        names = ",".join(JURISDICTIONS).lower()
        parser.add_argument("--jurisdictions", metavar="LIST", help=f"of {names} (default: all that are covered)")
        parser.add_argument("--format", default="text", metavar="F", help=f"{', '.join(FORMATS)} (default: text)")
        parser.add_argument("--out", metavar="FILE", help="write here instead of standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the command; every refusal is a CommandError with its remedy."""
        try:
            content = self._content(options)
            if options["out"]:
                write_output(check_output(options["out"], source=options["profile"]), content)
            else:
                print_out(self.stdout, content)
        except ScopeError as error:
            option = f"--{error.field.replace('_', '-')}"
            raise CommandError(f"{option}: {error}", returncode=USAGE) from None
        except (ProfileFileError, FileRefusedError, RulebookError) as error:
            raise CommandError(str(error)) from None

    def _content(self, options: dict[str, Any]) -> bytes:
        name, wanted = options["profile"], options["format"]
        if wanted not in FORMATS:
            raise CommandError(
                f"--format: there is no format {wanted!r}. Choose {', '.join(FORMATS)}.", returncode=USAGE
            )
        if wanted == "pdf" and not options["out"] and (sys.stdout.isatty() or not hasattr(self.stdout, "buffer")):
            raise CommandError("--format: a PDF cannot be shown here. Add --out report.pdf.", returncode=USAGE)
        scope = _scope(options)
        if options["out"]:
            check_output(options["out"], source=name)
        profile = read_described(name, law.load(), tell=partial(self.stderr.write, style_func=str))
        assessment, questions = assess(law.load(), profile, scope)
        return _render(wanted, (assessment, questions, scope))


def _scope(options: dict[str, Any]) -> Scope:
    days: dict[str, date | None] = {
        name: None if options[name] is None else read_day(name, options[name]) for name in ("as_of", "known_on")
    }
    return read_scope(law.load(), today=timezone.localdate(), jurisdictions=options["jurisdictions"], **days)


def _render(wanted: str, result: Result) -> bytes:
    assessment, questions, scope = result
    makers: dict[str, Callable[[], str | bytes]] = {
        "text": lambda: text_report(assessment, questions, scope),
        "json": lambda: as_json(assessment_document(assessment, questions, jurisdictions=scope.jurisdictions)),
        "pdf": partial(_report, "render_pdf", assessment, scope),
        "html": partial(_report, "render_html", assessment, scope),
    }
    made = makers[wanted]()
    return made.encode() if isinstance(made, str) else made


def _report(name: str, assessment: Assessment, scope: Scope) -> str | bytes:
    # Loading the PDF library takes a second, which text and JSON need not wait for.
    made: str | bytes = getattr(import_module("apps.reports.render"), name)(assessment, scope=scope)
    return made
