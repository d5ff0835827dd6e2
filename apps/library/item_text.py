"""A rulebook item as a lawyer reads it in a terminal: every field with its name, conditions as nested text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from apps.assessments.document import Document
from apps.rules.engine.words import quantity

WIDTH = 100
GRADES = {"P": "primary text", "O": "official guidance", "S": "secondary source", "M": "not verified"}
NAMES = {
    "must": "Must",
    "who": "Who",
    "ask": "Question",
    "evidence": "Evidence",
    "used_by": "Used by",
    "published_on": "Published",
    "penalty_note": "On the penalty",
}


def item_text(document: Document) -> str:
    """The item as text: title and id, then each field that has something to say."""
    title = f"{document['title']}  [{document['id']}]"
    lines = [*_wrapped(title, 0), "-" * min(len(title), WIDTH)]
    for name, value in document.items():
        if name not in {"id", "title"} and value not in ("", None, [], (), {}):
            lines += _field(name, value, 0)
    return "\n".join(lines) + "\n"


def _field(name: str, value: Any, depth: int) -> Iterator[str]:
    label = NAMES.get(name, name.replace("_", " ").capitalize())
    if name == "cites":
        for cite in value:
            yield from _wrapped(f"Cite: {_cite(cite)}", depth)
    elif name in {"condition", "outline"}:
        yield from _wrapped(f"{label}:", depth)
        yield from _outline(value, depth + 1)
    elif isinstance(value, dict):
        yield from _wrapped(f"{label}:", depth)
        yield from _fields(value, depth + 1)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield from _wrapped(f"{label}: {', '.join(value)}", depth)
    elif isinstance(value, list):
        for item in value:
            yield from _entry(label, item, depth)
    else:
        yield from _wrapped(f"{label}: {_words(value)}", depth)


def _fields(document: Document, depth: int) -> Iterator[str]:
    for name, value in document.items():
        if value not in ("", None, [], (), {}):
            yield from _field(name, value, depth)


def _entry(label: str, item: Document, depth: int) -> Iterator[str]:
    """One of several: a version, an exception, a step, an option, a value."""
    singular = {"Status": "Status", "Lost when": "Lost when"}.get(label, label.removesuffix("s"))
    if "key" in item:
        more = f" ({item['help']})" if item.get("help") else ""
        yield from _wrapped(f"{singular}: {item['key']} = {item['label']}{more}", depth)
        return
    name = f"{item['title']}  [{item['id']}]" if "title" in item and "id" in item else item.get("id", "")
    yield from _wrapped(f"{singular}: {name}".removesuffix(": "), depth)
    yield from _fields({key: value for key, value in item.items() if key not in {"id", "title"}}, depth + 1)


def _outline(part: Document, depth: int) -> Iterator[str]:
    ref = f"  [{part['ref']['id']}]" if part["ref"] else ""
    yield from _wrapped(f"{part['text']}{ref}", depth)
    for cite in part["cites"]:
        yield from _wrapped(f"({_cite(cite)})", depth + 1)
    for child in part["children"]:
        yield from _outline(child, depth + 1)


def _cite(cite: Document) -> str:
    return f"{cite['instrument']}, {cite['pinpoint']} ({GRADES[cite['grade']]}, checked {cite['checked_on']})"


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return quantity(value) if isinstance(value, float) else str(value)


def _wrapped(text: str, depth: int) -> list[str]:
    indent = "  " * depth
    return textwrap.wrap(
        text,
        max(WIDTH, len(indent) + 40),
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
