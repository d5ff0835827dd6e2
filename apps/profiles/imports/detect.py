"""Recognises the format of what was sent, and reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from apps.profiles.documents import DocumentError, is_json
from apps.profiles.files import MOST_SOURCE, Fault, ProfileFileError, clean_text
from apps.profiles.imports.cyclonedx import is_cyclonedx, read_cyclonedx
from apps.profiles.imports.model_card import KEYS, Card, card_in, read_card
from apps.profiles.imports.own import is_assessment, read_csv, read_profile_file, read_profile_within, separator_of
from apps.profiles.imports.reading import Imported, Kind
from apps.profiles.imports.safety import MOST_BYTES, plain_text, read_json
from apps.profiles.imports.spdx import is_spdx, read_spdx
from apps.rules.engine import parse_value

if TYPE_CHECKING:
    from apps.rules.engine import Fact, Rulebook
    from apps.rules.engine.profile import Value

_OWN: Final = frozenset({Kind.PROFILE, Kind.ASSESSMENT, Kind.CSV})
_LABELS: Final = {Kind.MODEL_CARD: "model card", Kind.CYCLONEDX: "CycloneDX ML-BOM", Kind.SPDX: "SPDX AI profile"}
_KEY: Final = re.compile(r"^([\w-]+):", re.MULTILINE)


def read_import(content: str | bytes, book: Rulebook, *, name: str, address: str = "") -> Imported:
    """Read a model card, a bill of materials or a file of ours; nothing is stored and no link is followed.

    `name` stands in messages for what was sent; `address` says where it is from and is kept as the source. Raises
    ProfileFileError, and nothing else, whatever is sent.
    """
    try:
        source = clean_text(address, most=MOST_SOURCE)
    except ValueError as error:
        raise ProfileFileError(name, [Fault(None, "address", f"The address {error}")]) from None
    try:
        found = _read(plain_text(_start_of(content)), book, name=name, address=source)
    except DocumentError as error:
        raise ProfileFileError(name, [Fault(error.line, "", str(error))]) from None
    return _fitting(_sourced(found, source), book)


def _fitting(found: Imported, book: Rulebook) -> Imported:
    """Without answers to questions, or with options, that this rulebook does not have."""
    kept = tuple(line for line in found.lines if line.fact in book.facts and _fits(book.facts[line.fact], line.value))
    return found if len(kept) == len(found.lines) else replace(found, lines=kept)


def _fits(fact: Fact, value: Value | None) -> bool:
    try:
        return value is None or parse_value(fact, value) == value
    except ValueError:
        return False


def _start_of(content: str | bytes) -> str | bytes:
    """An assessment may be long; of it only the start is needed, where its profile stands."""
    head = content[:200]
    start = head if isinstance(head, str) else head.decode("utf-8", "replace")
    if len(content) <= MOST_BYTES or not is_assessment(start.removeprefix("\ufeff")):
        return content
    if isinstance(content, str):
        content = content[:MOST_BYTES].encode("utf-8", "surrogatepass")
    return content[: content.rfind(b"\n", 0, MOST_BYTES) + 1] or content


def _read(text: str, book: Rulebook, *, name: str, address: str) -> Imported:
    start = text.lstrip()
    if start.startswith("<"):
        raise DocumentError("This is XML or a web page. Send the model card’s text, or the bill of materials as JSON.")
    if start.startswith("SPDXVersion:"):
        raise DocumentError("This is SPDX 2, which says nothing of AI. Export SPDX 3 as JSON.")
    if is_assessment(start):
        return read_profile_within(start, book, name=name)
    if is_json(text):
        return _read_json(text, book, name=name)
    card = card_in(text)
    if card is not None and not _is_profile(card.metadata):
        return read_card(card, address=address, file_name=name)
    if separator_of(text):
        return read_csv(text, book, name=name)
    if card is None and not _is_profile(text) and KEYS & set(_KEY.findall(text)):
        return read_card(Card(text, 1, ""), address=address, file_name=name)
    if card is None and start.startswith("# ") and not (_is_profile(text) or "title" in _KEY.findall(text)):
        raise DocumentError(
            "There is no block of metadata on top. Copy the card’s source, with the lines of three hyphens."
        )
    if card is None and not _KEY.search(text):
        raise DocumentError(
            "This is neither a model card, nor a bill of materials, nor a profile. Copy the card’s source, with the "
            "lines of three hyphens on top, or choose a file of another kind."
        )
    return read_profile_file(text, book, name=name)


def _is_profile(text: str) -> bool:
    return "facts" in _KEY.findall(text)


def _read_json(text: str, book: Rulebook, *, name: str) -> Imported:
    data: Any = read_json(text)
    if is_cyclonedx(data):
        return read_cyclonedx(data, book)
    if is_spdx(data):
        return read_spdx(data, book)
    if isinstance(data, dict):
        if "spdxVersion" in data:
            raise DocumentError("This is SPDX 2, which says nothing of AI. Export SPDX 3 as JSON.")
        if "profile" in data and "facts" not in data:
            return read_profile_within(text, book, name=name)
    return read_profile_file(text, book, name=name)


def _sourced(found: Imported, address: str) -> Imported:
    """Each answer with the place it was read from as its source; files of ours bring their own."""
    if found.kind in _OWN:
        return found
    base = address or _LABELS[found.kind]
    lines = tuple(replace(line, source=f"{base}, {line.where}"[:MOST_SOURCE]) for line in found.lines)
    return replace(found, lines=lines)
