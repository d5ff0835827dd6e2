"""Numbers, days and lists as tables of models write them; and how far an estimate is to be trusted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Final

from apps.rules.engine import Interval

# How far either way a figure may be off, by the word of the table. Our reading: the table gives no range of its own.
SPREAD: Final[Mapping[str, float]] = {"confident": 1.3, "likely": 3.0, "speculative": 10.0}
WIDEST: Final = 10.0
MOST_FLOP: Final = 1e32
MOST_PARAMETERS: Final = 1e18
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_SIZES: Final = {"T": 1e12, "B": 1e9, "M": 1e6, "K": 1e3}
_SIZED = re.compile(r"(\d+(?:\.\d+)?)\s?(trillion|billion|million|[TBM])\b(?!\s*(?:tokens|words|FLOP))", re.IGNORECASE)


class FigureError(ValueError):
    """A cell that is no usable number; the text says why."""


def number(text: str, most: float) -> float:
    """A number above zero. Raises FigureError for anything else; never guesses at separators or units."""
    if not _NUMBER.fullmatch(text):
        raise FigureError("not_a_number")
    value = float(text)
    if not isfinite(value) or value > most:
        raise FigureError("too_large")
    if value <= 0:
        raise FigureError("not_above_zero")
    return value


def spread(value: float, confidence: str) -> Interval:
    """The range that a figure stands for, by the table's word for its confidence; the widest where it says none."""
    factor = SPREAD.get(confidence.lower(), WIDEST)
    return Interval(float(f"{value / factor:.3g}"), float(f"{min(value * factor, MOST_FLOP):.3g}"))


def day(text: str) -> date | None:
    """A day written as 2026-11-23; None for anything else, also for a year or month alone."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


def parts(text: str) -> tuple[str, ...]:
    """The items of a list with commas, each once."""
    return tuple(dict.fromkeys(item.strip() for item in text.split(",") if item.strip()))


def sizes_named(text: str) -> tuple[float, ...]:
    """The sizes that a note names: 284B gives 2.84e11."""
    return tuple(float(digits) * _SIZES[unit[0].upper()] for digits, unit in _SIZED.findall(text))


def size_word(text: str) -> float | None:
    """What a size such as 7B or 1.5B comes to; None for anything else."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([TBMK])", text.strip(), re.IGNORECASE)
    return float(found[1]) * _SIZES[found[2].upper()] if found else None
