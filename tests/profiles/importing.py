"""What tests of imports share: reading a text, and sending back the form that shows what was read."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from apps.profiles.imports.detect import read_import
from apps.profiles.imports.reading import Imported, Licence, Line
from apps.rules import law


def imported(content: str | bytes, *, name: str = "pasted", address: str = "") -> Imported:
    """What is read under the law as it is installed."""
    return read_import(content, law.load(), name=name, address=address)


def line(found: Imported, fact: str) -> Line:
    """The only line of a fact."""
    (only,) = (one for one in found.lines if one.fact == fact)
    return only


def licence(found: Imported, key: str = "licence") -> Licence:
    """The only licence of this field."""
    (only,) = (one for one in found.licences if one.key == key)
    return only


class _Form(HTMLParser):
    """The fields of a page as a browser would send them untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field that is sent."""
        given = dict(attrs)
        kind, name = given.get("type") or "text", given.get("name")
        if tag != "input" or name is None or kind == "file" or name == "csrfmiddlewaretoken":
            return
        if kind not in {"checkbox", "radio"} or "checked" in given:
            self.fields.setdefault(name, []).append(given.get("value") or "")


def filled_in(response: Any, **changes: str | list[str]) -> dict[str, Any]:
    """The form on a page as it stands, with some fields changed."""
    form = _Form()
    form.feed(response.content.decode())
    return {**form.fields, **changes}
