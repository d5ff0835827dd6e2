"""What differs between two rulebooks, or between two days of one: items added, removed and changed, by field."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.rules.engine import Rulebook, Version

FORMAT = "remit-rulebook-1"
MISSING = "(none)"
Items = Mapping[str, Mapping[str, Mapping[str, Any]]]


class ExportError(ValueError):
    """A file that is no saved rulebook, or one that was altered; the message says what to do."""


@dataclass(frozen=True)
class Difference:
    """One item that differs. `fields` has (before, after) for each field that changed; empty for added and removed."""

    change: str
    kind: str
    id: str
    fields: Mapping[str, tuple[Any, Any]]

    def document(self) -> dict[str, Any]:
        """The difference as plain data."""
        fields = {name: {"before": before, "after": after} for name, (before, after) in self.fields.items()}
        return {"change": self.change, "kind": self.kind, "id": self.id, "fields": fields}


def differences(before: Items, after: Items) -> list[Difference]:
    """Every item that was added, removed or changed, by kind in the order of the law."""
    found = []
    for kind in dict.fromkeys((*before, *after)):
        old, new = before.get(kind, {}), after.get(kind, {})
        for item_id in dict.fromkeys((*old, *new)):
            if item_id not in old:
                found.append(Difference("added", kind, item_id, {}))
            elif item_id not in new:
                found.append(Difference("removed", kind, item_id, {}))
            elif fields := _fields(old[item_id], new[item_id]):
                found.append(Difference("changed", kind, item_id, fields))
    return found


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    names = dict.fromkeys((*old, *new))
    pairs = {name: (old.get(name, MISSING), new.get(name, MISSING)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def exported(book: Rulebook) -> str:
    """The rulebook as a file: its canonical form with its fingerprint."""
    body = {"format": FORMAT, "fingerprint": book.fingerprint, "items": book.canonical()}
    return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_export(name: str, content: bytes) -> Items:
    """The items of a saved rulebook. Raises ExportError when the file is something else, or was altered."""
    remedy = "Save one with: manage.py rulebook export --out FILE."
    try:
        body = json.loads(content)
        items, fingerprint = body["items"], body["fingerprint"]
        fits = body["format"] == FORMAT and all(isinstance(kind, dict) for kind in items.values())
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        fits = False
    if not fits:
        raise ExportError(f"{name} is not a saved rulebook. {remedy}")
    canonical = json.dumps(items, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if hashlib.sha256(canonical).hexdigest() != fingerprint:
        raise ExportError(f"{name} was altered after it was saved: its fingerprint does not fit. {remedy}")
    found: Items = items
    return found


def on_day(book: Rulebook, as_of: date, known_on: date) -> Items:
    """What the law says on a day, as published by another: the state of instruments, rules and figures."""
    return {
        "instruments": {
            i.id: {"state": i.state(as_of, known_on).value}
            for i in book.instruments.values()
            if i.published_on <= known_on
        },
        **{
            kind: {r.id: said for r in rules if (said := _rule(book, r.versions, as_of, known_on))}
            for kind, rules in (
                ("definitions", book.definitions.values()),
                ("obligations", book.obligations.values()),
            )
        },
        "params": {
            p.id: {"value": str(p.at(as_of, known_on))}
            for p in book.params.values()
            if any(d.since <= as_of and (d.published_on or d.since) <= known_on for d in p.history)
        },
    }


def _rule(book: Rulebook, versions: Iterable[Version], as_of: date, known_on: date) -> dict[str, str]:
    """The wording that holds on the day, or the next one, or the last that ended; empty before any is published."""
    visible = sorted((v for v in versions if book.visible(v, known_on)), key=lambda v: v.since)
    if not visible:
        return {}
    ahead = [v for v in visible if v.until is None or as_of < v.until]
    version = ahead[0] if ahead else visible[-1]
    timing = "ended" if not ahead else "in_force" if version.since <= as_of else "upcoming"
    return {
        "timing": timing,
        "since": version.since.isoformat(),
        "until": version.until.isoformat() if version.until else "no end set",
        "wording": "; ".join(f"{c.instrument} {c.pinpoint}" for c in version.cites),
    }
