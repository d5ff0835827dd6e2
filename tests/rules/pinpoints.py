"""Pinpoints of the AI Act: their small grammar, and whether what they name exists in the consolidated text.

Sentences are not numbered, so "second sentence" is accepted wherever its paragraph exists. Of a range, both ends must
exist. What the Act's amendment deleted exists only for a rule that has ended or been replaced.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

STRUCTURE = Path(__file__).resolve().parents[2] / "fixtures" / "law" / "ai-act-structure.json"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
LABELS = r"(?:\([0-9a-z]+\))+"
ARTICLE = re.compile(rf"(?:Arts?\.? )?(\d+[a-z]?)({LABELS})?")
ANNEX = re.compile(r"Annex ([IVX]+)")
CHAPTER = re.compile(r"Chapter ([IVX]+)")
SECTION = re.compile(r"Section ([0-9A-Z])")
RECITAL = re.compile(r"(?:recitals? )?(\d+)")
PART = re.compile(rf"({'|'.join(ORDINALS)}) (paragraph|subparagraph|sentence)")
POINT = re.compile(rf"(?:points? )?([0-9][0-9.]*)?({LABELS})?")
JOURNAL = re.compile(r"OJ L, 2024/1689, 12\.7\.2024")

Address = tuple[str, ...]


class PinpointError(ValueError):
    """A pinpoint that cannot be read, or that names nothing in the Act."""


@cache
def structure() -> dict[str, Any]:
    """The numbers of the Act, as kept in fixtures/law."""
    return json.loads(STRUCTURE.read_text(encoding="utf-8"))


@cache
def addresses() -> frozenset[Address]:
    """Every chapter, section, article, paragraph, point, annex and recital there is."""
    act = structure()
    found: set[Address] = {("recital", str(n)) for n in range(1, act["recitals"] + 1)}
    for kind, members in (("Art.", act["articles"]), ("Annex", act["annexes"])):
        for number, inner in members.items():
            found.add((kind, number))
            for name, points in inner.items():
                base = (kind, number, name) if name else (kind, number)
                found |= {base, *((*base, *_labels(point)) for point in points)}
    for chapter, sections in act["chapters"].items():
        found |= {("Chapter", chapter), *(("Chapter", chapter, f"Section {s}") for s in sections if s)}
    return frozenset(found)


@cache
def deleted() -> frozenset[Address]:
    """What stood in the Act until 27 July 2026."""
    return frozenset(read(pinpoint, known=None)[-1] for pinpoint in structure()["deleted"])


def check(pinpoint: str, *, ended: bool = False) -> None:
    """PinpointError unless all that the pinpoint names exists; `ended` also finds what has been deleted."""
    known = addresses() | deleted() if ended else addresses()
    if not JOURNAL.fullmatch(pinpoint):
        read(pinpoint, known=known)


def read(pinpoint: str, *, known: frozenset[Address] | None) -> list[Address]:
    """The addresses that a pinpoint names, from left to right, each looked up in `known` as it is read."""
    read_so_far: list[Address] = []
    for piece in re.split(r" to | and |, ", pinpoint):
        step = _step(piece, read_so_far[-1] if read_so_far else ())
        if step is None:
            raise PinpointError(f"{pinpoint!r}: cannot read {piece!r}")
        if known is not None and step not in known:
            raise PinpointError(f"{pinpoint!r}: {' '.join(step)} does not exist")
        read_so_far.append(step)
    return read_so_far


def _step(piece: str, base: Address) -> Address | None:
    """The address that a piece names, read after `base`; None when it cannot be read there."""
    kind = base[0] if base else ""
    if (match := ANNEX.fullmatch(piece)) or (match := CHAPTER.fullmatch(piece)):
        return (piece.partition(" ")[0], match[1])
    if kind in {"Annex", "Chapter"} and SECTION.fullmatch(piece):
        return (*base[:2], piece)
    if (match := RECITAL.fullmatch(piece)) and (kind == "recital" or piece.startswith("recital")):
        return ("recital", match[1])
    if (match := ARTICLE.fullmatch(piece)) and (kind == "Art." or piece.startswith("Art")):
        return ("Art.", match[1], *_labels(match[2] or ""))
    if kind == "Art." and (match := PART.fullmatch(piece)):
        return _part(base, match[1], match[2])
    if kind in {"Art.", "Annex"} and (match := POINT.fullmatch(piece)) and piece:
        return _point(base, match[1], _labels(match[2] or ""), named=piece.startswith("point"))
    return None


def _part(base: Address, ordinal: str, what: str) -> Address:
    """An unnumbered part: it has to be there, and adds to the address only where points stand below it."""
    if (*base, f"{ordinal} {what}") in addresses():
        return (*base, f"{ordinal} {what}")
    if what == "sentence":
        return base
    name = f"Art. {base[1]}" + "".join(f"({label})" for label in base[2:])
    there = structure()["subparagraphs"].get(name, 1)
    return base if ORDINALS.index(ordinal) < there else (*base, f"{ordinal} {what}")


def _point(base: Address, number: str | None, labels: Address, *, named: bool) -> Address:
    """A point below `base`, or beside it when only labels follow a point: point 2(a) to (c)."""
    if number:
        top = base[:3] if len(base) > 2 and base[2].startswith("Section") else base[:2]
        return (*top, number, *labels)
    return (*base, *labels) if named else (*base[: len(base) - len(labels)], *labels)


def _labels(text: str) -> Address:
    return tuple(re.findall(r"[0-9a-z.]+", text))
