"""`manage.py compare`: one profile file under ways of release, or on two days, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from apps.assessments.files import FileRefusedError, check_output, print_out, read_described, write_output
from apps.assessments.scope import JURISDICTIONS, Scope, ScopeError, assess, read_day, read_scope
from apps.compare.document import comparison_document, comparison_rows, comparison_text
from apps.compare.export import csv_text
from apps.compare.release.openness import sides_of
from apps.compare.release.strategies import BY_KEY, STRATEGIES, Strategy, licence_strategy
from apps.compare.sides import Side, lines
from apps.profiles.files import ProfileFileError
from apps.profiles.licensing import licence_meant
from apps.rules import law
from apps.rules.engine import Profile, RulebookError

FORMATS = ("text", "json", "csv")
USAGE = 2


class Command(BaseCommand):
    """Put one profile side by side with itself: released in other ways, or on another day."""

    help = (
        "Compare the duties of one profile under ways to release it, or on two days. Exit status: 0 when it worked, "
        "1 when the profile or a file was refused, 2 when an option was."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the profile, what to compare, the jurisdictions and where the result goes."""
        ways = ", ".join(strategy.key for strategy in STRATEGIES)
        what = "profile, model card or bill of materials; - reads standard input"
        parser.add_argument("profile", metavar="PROFILE.yaml", help=what)
        parser.add_argument("--strategies", metavar="all|LIST", help=f"of {ways}; or licences such as apache-2.0")
        parser.add_argument("--jurisdictions", metavar="LIST", help=f"of {','.join(JURISDICTIONS).lower()}")
        parser.add_argument("--dates", metavar="A,B", help="two days, such as 2026-11-23,2027-12-02")
        parser.add_argument("--as-of", metavar="D", help="the day the question is about (default: today)")
        parser.add_argument("--known-on", metavar="D", help="count only law published by this day")
        parser.add_argument("--format", default="text", metavar="F", help=f"{', '.join(FORMATS)} (default: text)")
        parser.add_argument("--out", metavar="FILE", help="write here instead of standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the command; every refusal is a CommandError with its remedy."""
        try:
            content = self._content(options).encode()
            if options["out"]:
                write_output(check_output(options["out"], source=options["profile"]), content)
            else:
                print_out(self.stdout, content)
        except ScopeError as error:
            raise CommandError(f"--{error.field.replace('_', '-')}: {error}", returncode=USAGE) from None
        except (ProfileFileError, FileRefusedError, RulebookError) as error:
            raise CommandError(str(error)) from None

    def _content(self, options: dict[str, Any]) -> str:
        name, wanted = options["profile"], options["format"]
        if wanted not in FORMATS:
            raise CommandError(
                f"--format: there is no format {wanted!r}. Choose {', '.join(FORMATS)}.", returncode=USAGE
            )
        scopes, strategies = _scopes(options), _strategies(options)
        profile = read_described(name, law.load(), tell=partial(self.stderr.write, style_func=str))
        sides = tuple(_sides(profile, scopes, strategies))
        if wanted == "json":
            return json.dumps(comparison_document(sides), indent=2, ensure_ascii=False) + "\n"
        return csv_text(*comparison_rows(lines(sides), sides)) if wanted == "csv" else comparison_text(sides)


def _scopes(options: dict[str, Any]) -> list[Scope]:
    """One scope, or one for each of two days. A second day is known with its own law unless --known-on is given."""
    book, today = law.load(), timezone.localdate()
    given = {name: options[name] for name in ("as_of", "known_on") if options[name] is not None}
    if options["dates"] is None:
        days = {name: read_day(name, raw) for name, raw in given.items()}
        return [read_scope(book, today=today, jurisdictions=options["jurisdictions"], **days)]
    if "as_of" in given:
        raise CommandError("--dates: two days are given, and --as-of as well. Leave one out.", returncode=USAGE)
    pair = [part.strip() for part in options["dates"].split(",")]
    if len(pair) != 2:
        raise ScopeError("dates", f"{options['dates']!r} is not two days.", "Write 2026-11-23,2027-12-02.")
    known = {"known_on": read_day("known_on", given["known_on"])} if "known_on" in given else {}
    return [
        read_scope(book, today=today, as_of=read_day("dates", day), jurisdictions=options["jurisdictions"], **known)
        for day in pair
    ]


def _strategies(options: dict[str, Any]) -> list[Strategy]:
    """The ways named; all of them by default, none where two days are compared instead."""
    named = options["strategies"]
    if named is None:
        return [] if options["dates"] is not None else list(STRATEGIES)
    if named.strip().lower() == "all":
        return list(STRATEGIES)
    return [_strategy(word.strip()) for word in named.split(",") if word.strip()]


def _strategy(word: str) -> Strategy:
    if word in BY_KEY:
        return BY_KEY[word]
    try:
        return licence_strategy(licence_meant(word).id)
    except ValueError:
        choice = ", ".join(BY_KEY)
        message = f"--strategies: {word!r} is neither a way to release nor a licence of the library. Choose {choice}."
        raise CommandError(message, returncode=USAGE) from None


def _sides(profile: Profile, scopes: list[Scope], strategies: list[Strategy]) -> Iterator[Side]:
    for scope in scopes:
        base, _ = assess(law.load(), profile, scope, questions=0)
        for side in sides_of(base, strategies, linked=False):
            yield (
                side
                if len(scopes) == 1
                else replace(side, key=f"{side.key}@{scope.as_of}", title=f"{side.title}, {scope.as_of}")
            )
