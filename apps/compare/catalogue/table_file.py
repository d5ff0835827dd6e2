"""A table of models that a user uploads: read whole, or refused with a reason. Knows the columns, not their meaning.

Two formats are known: Epoch AI's tables of models, whose files differ in columns, and the Model Openness Tool's.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
MOST_CELL: Final = 20_000  # characters
MOST_KEPT: Final = 600  # characters of a cell that are kept

_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SIGNATURES: Final = {
    b"PK\x03\x04": gettext_lazy("It is a ZIP archive or a spreadsheet (.xlsx). Save the sheet as CSV in UTF-8."),
    b"\x1f\x8b": gettext_lazy("It is compressed. Unpack it and upload the CSV file."),
    b"%PDF": gettext_lazy("It is a PDF. Upload the table as CSV."),
    b"PAR1": gettext_lazy("It is a Parquet file. Save the table as CSV in UTF-8."),
    b"\xff\xfe": gettext_lazy("Its letters are coded as UTF-16. Save it as CSV in UTF-8."),
    b"\xfe\xff": gettext_lazy("Its letters are coded as UTF-16. Save it as CSV in UTF-8."),
}


class Format(StrEnum):
    """Which known table a file is."""

    EPOCH = "epoch"
    MOT = "mot"


# Columns by the short name under which a row keeps them. Those that must be there come first.
NEEDED: Final[Mapping[Format, tuple[str, ...]]] = {
    Format.EPOCH: ("Model", "Publication date", "Training compute (FLOP)"),
    Format.MOT: ("name", "producer", "license_distribution", "components"),
}
COLUMNS: Final[Mapping[Format, Mapping[str, str]]] = {
    Format.EPOCH: {
        "Model": "name",
        "Organization": "makers",
        "Organization categorization": "kind",
        "Country (of organization)": "countries",
        "Publication date": "released",
        "Domain": "domains",
        "Task": "tasks",
        "Parameters": "parameters",
        "Training compute (FLOP)": "compute",
        "Training compute notes": "note",
        "Confidence": "confidence",
        "Model accessibility": "access",
        "Open model weights?": "weights",
        "Base model": "base",
        "Finetune compute (FLOP)": "finetune",
        "Link": "link",
    },
    Format.MOT: {
        "name": "name",
        "version": "version",
        "producer": "makers",
        "type": "type",
        "architecture": "architecture",
        "huggingface": "link",
        "license_distribution": "licence",
        "components": "components",
    },
}
_LONG: Final = {"components": 4_000, "note": 1_000}  # cells that are read for more than their first words


class TableFileError(ValueError):
    """A file that is refused: what is wrong and the remedy."""


@dataclass(frozen=True)
class Line:
    """One row as it stands in the file: its line (from 1, the heading's) and its cells by short name, never empty."""

    number: int
    cells: Mapping[str, str]
    fault: str = ""

    def get(self, name: str) -> str:
        """The cell, empty where the file leaves it so."""
        return self.cells.get(name, "")


@dataclass(frozen=True)
class TableFile:
    """A file that was read whole. `columns` are the known ones it has."""

    format: Format
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def read_table(content: bytes) -> TableFile:
    """Read a file. Raises TableFileError saying what is wrong and what to do; rows with a fault carry it instead."""
    reader = csv.reader(io.StringIO(_text(content), newline=""), strict=True)
    try:
        heading = _heading(next(reader, []))
        kind = _format(heading)
        lines = tuple(_lines(reader, heading, kind))
    except csv.Error as error:
        words = {"line": reader.line_num, "why": _csv_words(str(error))}
        raise TableFileError(_("Line %(line)d cannot be read: %(why)s") % words) from None
    if not lines:
        raise TableFileError(_("The file has a heading and no rows. Upload a file with at least one model."))
    known = tuple(short for column, short in COLUMNS[kind].items() if column in heading)
    return TableFile(kind, known, lines)


def _text(content: bytes) -> str:
    if not content.strip():
        raise TableFileError(_("The file is empty. Upload a CSV file with one model a row."))
    if len(content) > MOST_BYTES:
        size = {"mb": MOST_BYTES // 1024 // 1024}
        raise TableFileError(_("The file is larger than %(mb)d MB. Leave out rows you do not need.") % size)
    for start, words in _SIGNATURES.items():
        if content.startswith(start):
            raise TableFileError(str(words))
    if b"\x00" in content:
        raise TableFileError(_("The file is no text: it holds a zero byte. Save the table as CSV in UTF-8."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = {"line": content.count(b"\n", 0, error.start) + 1}
        text = _("Line %(line)d holds letters that are not UTF-8. Save the table as CSV in UTF-8 and upload it again.")
        raise TableFileError(text % line) from None


def _heading(cells: Sequence[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    if len(names) > MOST_COLUMNS:
        words = {"n": len(names), "most": MOST_COLUMNS}
        raise TableFileError(_("The heading has %(n)d columns; at most %(most)d are read.") % words)
    if len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        raise TableFileError(_("The columns are not parted by commas. Save the table as CSV with commas."))
    return names


def _format(heading: Sequence[str]) -> Format:
    """The format whose columns are there; the error names what is missing from the likelier one."""
    missing = {kind: [name for name in needed if name not in heading] for kind, needed in NEEDED.items()}
    for kind, names in missing.items():
        if not names:
            _unique(heading, kind)
            return kind
    likelier = min(missing, key=lambda kind: len(missing[kind]))
    lacking = ", ".join(f"“{name}”" for name in missing[likelier])
    text = _("The heading lacks %(names)s. Upload a table with the columns of Epoch AI or of the Model Openness Tool.")
    raise TableFileError(text % {"names": lacking})


def _unique(heading: Sequence[str], kind: Format) -> None:
    for name in COLUMNS[kind]:
        if heading.count(name) > 1:
            text = _("The column “%(name)s” stands in the heading %(n)d times. Keep one of them.")
            raise TableFileError(text % {"name": name, "n": heading.count(name)})


def _lines(reader: Iterator[list[str]], heading: Sequence[str], kind: Format) -> Iterator[Line]:
    places = [(heading.index(column), short) for column, short in COLUMNS[kind].items() if column in heading]
    number = 1
    for cells in reader:
        number += 1
        if number > MOST_ROWS + 1:
            text = _("The file has more than %(most)d rows. Leave out rows you do not need.")
            raise TableFileError(text % {"most": MOST_ROWS})
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(heading):
            words = {"n": len(cells), "heading": len(heading)}
            yield Line(number, {}, _("It has %(n)d cells, the heading %(heading)d.") % words)
            continue
        yield Line(number, dict(_cells(cells, places, heading, number)))


def _cells(
    cells: Sequence[str], places: Sequence[tuple[int, str]], heading: Sequence[str], number: int
) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(cells):
        if len(cell) > MOST_CELL:
            words = {"row": number, "column": heading[place][:60], "n": len(cell), "most": MOST_CELL}
            text = _("Row %(row)d, column “%(column)s”: the cell has %(n)d characters; at most %(most)d are read.")
            raise TableFileError(text % words)
    for place, short in places:
        text = " ".join(_CONTROL.sub(" ", cells[place]).split())[: _LONG.get(short, MOST_KEPT)]
        if text:
            yield short, text


def _csv_words(error: str) -> str:
    if "field limit" in error or "field larger" in error:
        return _("a cell is far too long. A quotation mark may be missing.")
    if "unexpected end" in error:
        return _("a quotation mark is opened and never closed.")
    return _("quotation marks or line ends are not those of a CSV file. Save the table as CSV again.")
