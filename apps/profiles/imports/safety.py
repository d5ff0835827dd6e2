"""Text that strangers send, made safe to read: size, encoding, nesting, keys and numbers are bounded before any use.

Nothing here follows a link, resolves a reference or runs what it reads. Every refusal is a DocumentError with reason
and remedy.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NoReturn

from apps.profiles.documents import DocumentError, Listing, Node, Scalar, Table

MOST_BYTES: Final = 1024 * 1024
MOST_FRONT_MATTER: Final = 64 * 1024
MOST_DEPTH: Final = 40
MOST_KEYS: Final = 50_000
MOST_VALUES: Final = 200_000
MOST_DIGITS: Final = 40
LARGEST_INTEGER: Final = 2**53
MOST_SHOWN: Final = 200

_MAGIC: Final = (
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
    (b"SQLite format 3", "a database"),
    (b"GGUF", "a file of weights"),
    (b"\x93NUMPY", "a file of arrays"),
    (b"\x80\x04", "a Python pickle"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"%PDF", "a PDF"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_LFS: Final = "version https://git-lfs.github.com/spec/"
_CONTROL: Final = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Strings first, so that brackets inside them do not count. Possessive, so that time stays linear.
_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{},]', re.DOTALL)


def plain_text(content: str | bytes) -> str:
    """The content as text, with line ends of one kind.

    Raises DocumentError for what is binary, not UTF-8, too large or empty.
    """
    text = content if isinstance(content, str) else _decoded(content)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise too_large()
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise DocumentError("A control character stands here. Save the file as plain text, or remove it.", line)
    if not text.strip():
        raise DocumentError("There is nothing to read. Paste the text, or choose a file that is not empty.")
    if text.startswith(_LFS):
        raise DocumentError("This only points at a file kept elsewhere (Git LFS). Download the file itself.")
    return text


def too_large() -> DocumentError:
    """The refusal of a text over the limit."""
    most = f"{MOST_BYTES // 1024:,} kB"
    return DocumentError(f"This is larger than {most}. Send one model's card or description, without attachments.")


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise too_large()
    for start, what in _MAGIC:
        if content.startswith(start):
            raise DocumentError(f"This is {what}, not text. Unpack or export it, and send the text itself.")
    if content.startswith(_WIDE) or b"\x00" in content[:200]:
        raise DocumentError("This is UTF-16 text or binary. Save it again as text with the encoding UTF-8.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DocumentError("This is not UTF-8 text. Save it again with the encoding UTF-8.", line) from None


# --- JSON ---------------------------------------------------------------------------------------------------------
def read_json(text: str) -> Any:
    """The data of a JSON text. Integers that JSON readers would round become floats."""
    _measure(text)
    try:
        data = json.loads(
            text, object_pairs_hook=_Tables(), parse_constant=_constant, parse_int=_integer, parse_float=_float
        )
    except json.JSONDecodeError as error:
        message = f"This is not JSON: {error.msg}. Check commas, colons and quotation marks."
        raise DocumentError(message, error.lineno) from None
    except RecursionError:
        raise _too_deep() from None
    return data


def _measure(text: str) -> None:
    """Refuse what is nested too deep or holds too many values, before anything is built from it."""
    depth = values = 0
    for token in _TOKENS.finditer(text):
        sign = token.group()[0]
        if sign == '"':
            continue
        values += 1
        depth += (sign in "[{") - (sign in "]}")
        if depth > MOST_DEPTH:
            raise _too_deep(text.count("\n", 0, token.start()) + 1)
        if values > MOST_VALUES:
            raise DocumentError(f"There are more than {MOST_VALUES:,} values in it. Send the part on one model.")


def _too_deep(line: int | None = None) -> DocumentError:
    return DocumentError(f"Nested more than {MOST_DEPTH} deep. No bill of materials needs that.", line)


class _Tables:
    """Builds tables, refusing repeated keys, and more keys in total than any bill has."""

    def __init__(self) -> None:
        self.keys = 0

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        self.keys += len(pairs)
        if self.keys > MOST_KEYS:
            raise DocumentError(f"There are more than {MOST_KEYS:,} keys in it. Send the part on one model.")
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = sorted(key for key, _ in pairs)
            twice = next(one for one, other in pairwise(keys) if one == other)
            raise DocumentError(f"The key “{shown(twice, 60)}” is given twice in one table. Keep one.")
        return found


def _constant(name: str) -> NoReturn:
    raise DocumentError(f"{name} is not a number that JSON has. Leave the value out, or write null.")


def _integer(digits: str) -> int | float:
    if len(digits) > MOST_DIGITS:
        raise DocumentError(f"A number has more than {MOST_DIGITS} digits. Write it with an exponent, such as 3.8e25.")
    value = int(digits)
    return value if abs(value) <= LARGEST_INTEGER else float(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise DocumentError(f"{shown(digits, 40)} is too large to be a number. Write one such as 3.8e25.")
    return value


# --- Plain data ---------------------------------------------------------------------------------------------------
def plain_data(node: Node) -> Any:
    """A tree as tables, lists and texts: every scalar stays as it was written, so that `no` is not read as false."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Listing):
        return [plain_data(item) for item in node.items]
    return _plain_table(node)


def _plain_table(node: Table) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.pairs:
        if key.text in found:
            raise DocumentError(f"“{shown(key.text, 60)}” is given twice. Keep one.", key.line)
        found[key.text] = plain_data(value)
    return found


def shown(text: object, most: int = MOST_SHOWN) -> str:
    """A text of the source as it may be shown and kept: printable, on one line, not longer than `most`."""
    line = " ".join(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", str(text)[: most * 4]).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


@dataclass(frozen=True)
class At:
    """A value in the source and the path to it. Asking for what is not there gives an empty place, never an error."""

    data: Any
    path: str = ""

    def __getitem__(self, key: str) -> At:
        held = self.data.get(key) if isinstance(self.data, dict) else None
        return At(held, f"{self.path}.{key}" if self.path else key)

    def __bool__(self) -> bool:
        return self.data not in (None, "", [], {})

    @property
    def each(self) -> list[At]:
        """The items of a list; a value that stands alone counts as a list of one."""
        if isinstance(self.data, list):
            return [At(item, f"{self.path}[{place}]") for place, item in enumerate(self.data)]
        return [self] if self else []

    @property
    def keys(self) -> list[str]:
        """The keys of a table; none for anything else."""
        return list(self.data) if isinstance(self.data, dict) else []

    @property
    def text(self) -> str:
        """A text or number, safe to show; empty for anything else."""
        data = self.data
        if isinstance(data, bool):
            return str(data).lower()
        return shown(data) if isinstance(data, str | int | float) else ""

    @property
    def texts(self) -> list[At]:
        """The items that are texts."""
        return [item for item in self.each if item.text]
