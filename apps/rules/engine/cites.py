"""Where a rule comes from, and how well that source was seen."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

_ENGINE = str(Path(__file__).parent)


class Grade(StrEnum):
    """How the source behind a statement was seen."""

    P = "P"  # primary text read
    O = "O"  # noqa: E741  official guidance or summary read; the letter is the field's
    S = "S"  # secondary source
    M = "M"  # not verified

    @property
    def verified(self) -> bool:
        """Primary and official sources count as verified; secondary and remembered ones do not."""
        return self in {Grade.P, Grade.O}

    @property
    def words(self) -> str:
        """The grade as a reader should hear it."""
        return {
            Grade.P: "primary text",
            Grade.O: "official guidance",
            Grade.S: "secondary source",
            Grade.M: "unverified",
        }[self]


@dataclass(frozen=True, kw_only=True)
class Cite:
    """A pinpoint in an instrument. `instrument` is an Instrument id; `checked_on` is when somebody last looked."""

    instrument: str
    pinpoint: str
    grade: Grade = Grade.M
    checked_on: date = date(2026, 11, 23)
    source: str = ""
    note: str = ""


def caller_position() -> str:
    """File and line of the nearest frame outside the engine: where a law item was written, for error messages."""
    frame = sys._getframe(1)
    while frame.f_back is not None and _inside(frame.f_code.co_filename):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    return f"{'/'.join(path.parts[-3:])}:{frame.f_lineno}"


def _inside(filename: str) -> bool:
    return filename.startswith((_ENGINE, "<"))
