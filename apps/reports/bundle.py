"""The files a report is set with: those shipped under static/, by an address that leads nowhere else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings

from apps.library.templatetags.remit import MARKS

# No machine has this name (RFC 2606), so an address that escapes is refused by the network too.
ORIGIN: Final = "https://static.invalid/"
KINDS: Final = {".css": "text/css", ".svg": "image/svg+xml"}
# Drawn from the marks of the interface rather than kept as files.
MARK_FILES: Final = {f"marks/{kind}.svg": kind for kind in MARKS}
_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.[a-z0-9]+")
_TOKEN = re.compile(r"var\((--[a-z0-9-]+)\)")


@cache
def asset(url: str) -> tuple[str, bytes]:
    """Media type and content of a bundled file. Raises ValueError for every other address, whatever it names."""
    name = url.removeprefix(ORIGIN)
    if name == url or not _NAME.fullmatch(name) or Path(name).suffix not in KINDS:
        raise ValueError(f"A report reads bundled files only, not {url[:80]}")
    if name in MARK_FILES:
        return KINDS[".svg"], mark_file(MARK_FILES[name])
    path = Path(settings.BASE_DIR) / "static" / name
    if not path.is_file():
        raise ValueError(f"There is no bundled file {name}")
    return KINDS[path.suffix], path.read_bytes()


def asset_text(name: str) -> str:
    """A bundled text file, by its path below static/."""
    return asset(ORIGIN + name)[1].decode()


def mark_file(kind: str) -> bytes:
    """The shape of an outcome mark in its colour, as a drawing of its own."""
    shape = MARKS[kind].shape.replace("currentColor", tokens()[f"--mark-{kind}"])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{shape}</svg>'.encode()


@cache
def tokens() -> dict[str, str]:
    """The names of the design and their values, as the light scheme has them."""
    sheet = asset_text("css/tokens.css")
    return dict(re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", sheet[: sheet.index("}")]))


def without_names(sheet: str) -> str:
    """The sheet with the values of its tokens written out, and with the one spelling of currentColor drawings know."""
    while _TOKEN.search(sheet):
        sheet = _TOKEN.sub(lambda found: tokens()[found[1]], sheet)
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL).replace("currentcolor", "currentColor")
