"""Whole-day entries as an iCalendar file (RFC 5545): CRLF, folded at 75 bytes, texts escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MOST_BYTES: Final = 75
_ESCAPED: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
# Control characters have no place in a text value; a line break is written \n.
_FORBIDDEN: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something that happens on a day. `uid` stays the same as long as it is the same thing."""

    uid: str
    on: date
    title: str
    text: str
    url: str
    category: str


def calendar_text(name: str, entries: Iterable[Entry], stamp: date) -> str:
    """The file. `stamp` is the day the entries were last revised, written as midnight UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Remit//Dates//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]
    lines += ["REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"]
    for entry in entries:
        lines += _entry(entry, stamp)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(entry: Entry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.title)}"
    yield f"DESCRIPTION:{escaped(entry.text)}"
    yield f"URL:{entry.url}"
    yield f"CATEGORIES:{escaped(entry.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a property value."""
    plain = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_ESCAPED.get(letter, letter) for letter in plain)


def folded(line: str) -> str:
    """A content line broken after at most 75 bytes, never inside a character; each further line begins with a space."""
    parts, current, room = [], "", MOST_BYTES
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(current)
            current, room = "", MOST_BYTES - 1
        current += letter
        room -= size
    return "\r\n ".join([*parts, current])
