"""`manage.py rulebook`: count, list, show, check, save and compare the law as it is encoded."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter
from django.utils import timezone

from apps.assessments.files import FileRefusedError, check_output, print_out, write_output
from apps.assessments.scope import ScopeError, read_day
from apps.library.differences import Difference, ExportError, Items, differences, exported, on_day, read_export
from apps.library.item_text import item_text
from apps.library.items import KINDS
from apps.library.items import Items as Documents
from apps.library.licence_data import licence_document, licence_lines, licence_summary
from apps.library.worked import worked_examples
from apps.profiles.files import nearest
from apps.profiles.licensing import licence_meant
from apps.rules import law
from apps.rules.engine import Choice, Choices, Fact, Number, Rulebook, RulebookError
from apps.rules.law.licences import LICENCES

USAGE = 2
LONGEST_VALUE = 100
ACTIONS = ("stats", "facts", "licences", "show", "check", "export", "diff")
HELP = """Look into the rulebook.

  stats            how many items of each kind, and the fingerprint
  facts            every question, with what may be answered
  show ID          one item for reading: conditions in words, versions, dates, cites with grade
  licences [ID]    every licence of the library, or one of them, by id or in any common spelling
  check            what is checked when the rulebook is loaded; with z3 also that each rule and carve-out can matter
  export           the whole rulebook as a file, to be compared later (--out FILE)
  diff A B         what was added, removed or changed from A to B. A and B are
                     two saved rulebooks (one may be the word current), or
                     two days (2026-06-01): what begins, ends or moves between them. Each day sees the law
                     published by then; --known-on D takes the law published by D for both.
"""
DIFF_HELP = "A and B: two saved rulebooks (or the word current), or two days"


class _Help(DjangoHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Django's own order of the options, with the text of the help as it is written."""


class Command(BaseCommand):
    """Look into the rulebook."""

    help = HELP
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Keep the lines of the help as they are written."""
        return super().create_parser(prog_name, subcommand, formatter_class=_Help)

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the actions."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="|".join(ACTIONS))
        for name in ACTIONS:
            action = actions.add_parser(name, help=DIFF_HELP if name == "diff" else None)
            if name == "show":
                action.add_argument("id", metavar="ID", help="an id, or kind/id such as facts/weights_public")
            if name == "licences":
                action.add_argument(
                    "id", metavar="ID", nargs="?", help="a licence in any common spelling; default: all"
                )
            if name == "diff":
                action.add_argument("a", metavar="A", help=DIFF_HELP)
                action.add_argument("b", metavar="B")
                action.add_argument("--known-on", metavar="D", help="for days: the law published by this day, for both")
            if name == "export":
                action.add_argument("--out", metavar="FILE", help="write here instead of standard output")
            else:
                action.add_argument("--json", action="store_true", help="as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the action; every refusal is a CommandError with its remedy."""
        try:
            getattr(self, f"do_{options['action']}")(law.load(), options)
        except (ExportError, FileRefusedError, RulebookError) as error:
            raise CommandError(str(error)) from None
        except ScopeError as error:
            option = f"--{error.field}" if error.field.startswith("known") else f"diff {error.field}"
            raise CommandError(f"{option}: {error}", returncode=USAGE) from None

    def _write(self, options: dict[str, Any], document: Any, text: str) -> None:
        print_out(self.stdout, json.dumps(document, ensure_ascii=False, indent=2) + "\n" if options["json"] else text)

    def do_stats(self, book: Rulebook, options: dict[str, Any]) -> None:
        """Count; with --json list the ids."""
        items = Documents(book)
        lists = {kind.replace("-", "_"): items.ids(kind) for kind in KINDS}
        lists["licences"] = list(LICENCES)
        lists["examples"] = [example.id for example in worked_examples()]
        counts = {kind: len(ids) for kind, ids in lists.items()}
        text = "".join(f"{kind.replace('_', ' '):<13}{count:>6}\n" for kind, count in counts.items())
        document = {"fingerprint": book.fingerprint, "counts": counts, **lists}
        self._write(options, document, f"{text}fingerprint  {book.fingerprint}\n")

    def do_facts(self, book: Rulebook, options: dict[str, Any]) -> None:
        """List every fact."""
        items = Documents(book)
        text = "".join(f"{key}  ({_answers(fact)})\n    {fact.ask}\n" for key, fact in book.facts.items())
        self._write(options, [items.fact(fact) for fact in book.facts.values()], text)

    def do_licences(self, book: Rulebook, options: dict[str, Any]) -> None:
        """List every licence, or show one."""
        if options["id"] is None:
            rows = [f"{key:<28}{found.verdict.words:<22}{found.name}\n" for key, found in LICENCES.items()]
            self._write(options, [licence_summary(found) for found in LICENCES.values()], "".join(rows))
            return
        try:
            licence = LICENCES.get(options["id"]) or licence_meant(options["id"])
        except ValueError as error:
            raise CommandError(str(error)) from None
        self._write(options, licence_document(licence, book.facts), licence_lines(licence))

    def do_show(self, book: Rulebook, options: dict[str, Any]) -> None:
        """Show one item."""
        items, wanted = Documents(book), options["id"]
        kind, _, rest = wanted.partition("/")
        kinds = items.kinds_of(wanted)
        if not kinds and rest and kind in items.kinds_of(rest):
            kinds, wanted = [kind], rest
        if not kinds:
            every = [i for k in items.kinds for i in items.ids(k)]
            hint = nearest(wanted, every) or "Find the ids with: manage.py rulebook stats --json."
            raise CommandError(f"There is no item {wanted!r}. {hint}")
        if len(kinds) > 1:
            choice = " or ".join(f"{k}/{wanted}" for k in kinds)
            raise CommandError(f"{wanted!r} is more than one item. Write {choice}.")
        document = items.document(kinds[0], wanted)
        self._write(options, {"kind": kinds[0], **document}, item_text(document))

    def do_check(self, book: Rulebook, options: dict[str, Any]) -> None:
        """Say what was checked, and what was found."""
        today = timezone.localdate()
        total = sum(len(Documents(book).ids(kind)) for kind in KINDS)
        done = [f"{total} items loaded: cites, dates, versions, facts and names fit together"]
        faults: list[str] = []
        if importlib.util.find_spec("z3") is None:
            done.append("not proved: z3 is not installed (pip install z3-solver), so reachability was not looked at")
        else:
            proofs = importlib.import_module("apps.rules.engine.proofs")
            faults = [fault.message for fault in proofs.prove(book, today, today)]
            done.append(
                f"looked by proof, for {today}, for rules that can never apply and carve-outs that never matter"
            )
        document = {"fingerprint": book.fingerprint, "checked": done, "faults": faults}
        lines = [*(f"- {line}" for line in done), *(f"FAULT {fault}" for fault in faults), f"{len(faults)} faults"]
        self._write(options, document, "\n".join(lines) + "\n")
        if faults:
            raise CommandError(f"The rulebook has {len(faults)} faults. Each names its remedy above.")

    def do_export(self, book: Rulebook, options: dict[str, Any]) -> None:
        """Save the rulebook."""
        if options["out"]:
            write_output(check_output(options["out"], source="-"), exported(book).encode())
        else:
            print_out(self.stdout, exported(book))

    def do_diff(self, book: Rulebook, options: dict[str, Any]) -> None:
        """Compare."""
        sides = [options["a"], options["b"]]
        days = [_looks_like_day(side) for side in sides]
        if days[0] != days[1]:
            raise CommandError("diff compares two files or two days, not one of each.", returncode=USAGE)
        known = options["known_on"]
        if known is not None and not days[0]:
            raise CommandError("--known-on goes with two days. Leave it out.", returncode=USAGE)
        before, after = (
            _day_items(book, side, name, known) if days[0] else _file_items(book, side)
            for name, side in zip("AB", sides, strict=True)
        )
        found = differences(before, after)
        text = "".join(_told(difference) for difference in found) or "No difference.\n"
        self._write(options, {"a": sides[0], "b": sides[1], "differences": [d.document() for d in found]}, text)


def _looks_like_day(text: str) -> bool:
    return text[:4].isdigit() and text[4:5] == "-" and not Path(text).exists()


def _day_items(book: Rulebook, text: str, name: str, known: str | None) -> Items:
    day: date = read_day(name, text)
    return on_day(book, day, day if known is None else read_day("known-on", known))


def _file_items(book: Rulebook, name: str) -> Items:
    if name == "current":
        return book.canonical()
    try:
        content = Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise FileRefusedError(f"{name} cannot be read ({reason}). Check the path, or write current.") from None
    return read_export(name, content)


def _told(difference: Difference) -> str:
    lines = [f"{difference.change} {difference.kind}/{difference.id}"]
    for name, (before, after) in difference.fields.items():
        lines += [f"    {name}: {_short(before)} -> {_short(after)}"]
    return "\n".join(lines) + "\n"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _answers(fact: Fact) -> str:
    if isinstance(fact, Choice | Choices):
        return f"{fact.kind}: {' | '.join(option.key for option in fact.options)}"
    return f"number, {fact.unit}" if isinstance(fact, Number) else fact.kind
