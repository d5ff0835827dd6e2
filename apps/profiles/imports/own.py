"""Our own files: profiles in YAML or JSON, assessments and requests that hold one, and tables of one fact a row."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from apps.profiles.documents import DocumentError, read_member
from apps.profiles.files import (
    LICENCE_KEYS,
    MOST_HINTS,
    MOST_NOTE,
    MOST_SOURCE,
    MOST_TITLE,
    Fault,
    ProfileFileError,
    clean_text,
    load_profile,
    nearest,
    profile_from_node,
)
from apps.profiles.imports.meanings import value_written
from apps.profiles.imports.reading import Imported, Kind, Licence, Line, Sure
from apps.profiles.imports.safety import shown
from apps.profiles.licensing import licence_meant, licence_spelt, own_answers
from apps.rules.engine import Answer, Origin, Profile

if TYPE_CHECKING:
    from apps.rules.engine import Rulebook

COLUMNS: Final = ("fact", "value", "note", "source", "origin")
MOST_ROWS: Final = 2_000
# A spreadsheet would run these as formulas; in our tables an apostrophe stands in front.
FORMULA: Final = re.compile(r"'*[=+\-@]")
_PARTED: Final = (",", ";", "\t")
# An assessment starts with the day it was asked for; its profile stands near the top, so the rest need not be read.
_ASSESSMENT: Final = re.compile(r'\s*\{\s*"as_of"\s*:')


def is_assessment(text: str) -> bool:
    """Whether a text starts like what `assess --format json` prints."""
    return _ASSESSMENT.match(text[:200]) is not None


def read_profile_file(text: str, book: Rulebook, *, name: str) -> Imported:
    """A profile file of ours. Raises ProfileFileError with every fault."""
    return _imported(load_profile(text, book, name=name), Kind.PROFILE, "facts")


def read_profile_within(text: str, book: Rulebook, *, name: str) -> Imported:
    """The profile in an assessment, or in a request to the API. Raises ProfileFileError or DocumentError."""
    node = read_member(text, "profile")
    if node is None:
        raise DocumentError("There is no “profile” in it. Send an assessment as it was written, or a profile file.")
    return _imported(profile_from_node(node, book, name=name), Kind.ASSESSMENT, "profile.facts")


def _imported(profile: Profile, kind: Kind, within: str) -> Imported:
    lines = [
        Line(
            fact=key,
            value=answer.value,
            where=f"{within}.{key}",
            origin=answer.origin,
            note=answer.note,
            source=answer.source,
        )
        for key, answer in own_answers(profile).items()
    ]
    licences = [_licence(key, getattr(profile, key), key) for key in LICENCE_KEYS if getattr(profile, key)]
    return Imported(
        kind=kind,
        title=profile.title,
        lines=tuple(lines),
        licences=tuple(licences),
        readings=dict(profile.readings),
    )


def _licence(key: str, licence_id: str, where: str) -> Licence:
    return Licence(key=key, spelt=licence_spelt(licence_id), where=where, sure=Sure.STATED, may_be=(licence_id,))


# --- Tables -------------------------------------------------------------------------------------------------------
def separator_of(text: str) -> str:
    """What parts the columns of a table of facts; empty when the first line is not the head of one."""
    head = text.lstrip().split("\n", 1)[0]
    for sign in _PARTED:
        names = {name.strip().strip('"').casefold() for name in head.split(sign)}
        if {"fact", "value"} <= names:
            return sign
    return ""


def read_csv(text: str, book: Rulebook, *, name: str) -> Imported:
    """A table with one fact a row. An empty value is no answer. Raises ProfileFileError with every fault."""
    table = _Table(book, separator_of(text))
    try:
        table.read(text.lstrip())
    except csv.Error as error:
        table.fault("", f"This is not a table: {error}. Quote cells that hold quotation marks or line breaks.")
    if table.faults:
        raise ProfileFileError(name, table.faults)
    licence, original = (table.licences.get(key, "") for key in LICENCE_KEYS)
    profile = Profile(answers=table.answers, title=table.title, licence=licence, base_licence=original)
    imported = _imported(profile, Kind.CSV, "")
    lines = (Line(**{**vars(line), "where": f"row {table.rows[line.fact]}"}) for line in imported.lines)
    return Imported(kind=Kind.CSV, title=profile.title, lines=tuple(lines), licences=imported.licences)


class _Table:
    """Reads rows and collects faults with their lines."""

    def __init__(self, book: Rulebook, separator: str) -> None:
        self.book, self.separator = book, separator
        self.line = 1
        self.faults: list[Fault] = []
        self.answers: dict[str, Answer] = {}
        self.rows: dict[str, int] = {}
        self.licences: dict[str, str] = {}
        self.title = ""

    def fault(self, field: str, message: str) -> None:
        """Note a fault on the line being read."""
        self.faults.append(Fault(self.line, field, message))

    def read(self, text: str) -> None:
        """Read every row below the head."""
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=self.separator, strict=True)
        head = [cell.strip().casefold() for cell in next(rows)]
        self._check(head)
        for number, row in enumerate(rows):
            self.line = rows.line_num
            if number >= MOST_ROWS:
                self.fault("", f"There are more than {MOST_ROWS:,} rows. One profile has fewer facts.")
                return
            if len(row) > len(head) and any(cell.strip() for cell in row[len(head) :]):
                self.fault("", "The row has more cells than the head. Quote a cell that holds a comma.")
            elif any(cell.strip() for cell in row):
                self._row(dict(zip(head, map(_cell, row), strict=False)))

    def _check(self, head: list[str]) -> None:
        for column in head:
            if column and column not in COLUMNS:
                self.fault(column[:60], f"There is no column {shown(column, 60)!r}. Use {', '.join(COLUMNS)}.")
        if len(set(head)) < len(head):
            self.fault("", "A column stands twice in the head. Keep one.")

    def _row(self, cells: dict[str, str]) -> None:
        key, written = cells.get("fact", ""), cells.get("value", "")
        if key in self.rows:
            self.fault(key, f"{key} stands in row {self.rows[key]} already. Keep one.")
        elif key == "title" or key in LICENCE_KEYS:
            self.rows[key] = self.line
            self._top(key, written)
        elif key not in self.book.facts:
            close = nearest(key, self.book.facts) if len(self.faults) < MOST_HINTS else ""
            hint = close or "Remove the row, or look up the facts that exist."
            self.fault(key[:60], f"There is no fact {shown(key, 60)!r}. {hint}")
        else:
            self.rows[key] = self.line
            self._answer(key, written, cells)

    def _top(self, key: str, written: str) -> None:
        try:
            if key == "title":
                self.title = clean_text(written, most=MOST_TITLE)
            elif written:
                self.licences[key] = licence_meant(written).id
        except ValueError as error:
            self.fault(key, f"{key}: {error}")

    def _answer(self, key: str, written: str, cells: dict[str, str]) -> None:
        if not written:
            return
        fact = self.book.facts[key]
        usual = Origin.ASSUMED if fact.assumed else Origin.ANSWERED
        try:
            self.answers[key] = Answer(
                value=value_written(fact, written),
                origin=_origin(cells.get("origin", ""), usual),
                note=clean_text(cells.get("note", ""), most=MOST_NOTE),
                source=clean_text(cells.get("source", ""), most=MOST_SOURCE),
            )
        except ValueError as error:
            self.fault(key, str(error))


def _cell(text: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from running it."""
    text = text.strip()
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _origin(word: str, usual: Origin) -> Origin:
    if word and word not in set(Origin):
        raise ValueError(f"origin is one of {', '.join(Origin)}, not {shown(word, 40)!r}.")
    return Origin(word) if word else usual
