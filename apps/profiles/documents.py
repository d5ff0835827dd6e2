"""YAML or JSON read into a tree that knows its lines, with nothing resolved and nothing executed.

What a scalar means is decided by the fact it answers, not by its spelling: `no` can be an answer, `1e25` is a number.
Built from the parser's events one by one, so that a hostile document stops at its first excess and never recurses.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 256 * 1024
MOST_DEPTH = 8
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A single value as written. `quoted` is set where the writer made it a text."""

    line: int | None
    text: str
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether nothing, `~` or `null` was written."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Listing:
    """A list of values."""

    line: int | None
    items: list[Node]


@dataclass(frozen=True)
class Table:
    """Keys with their values, in order; a key may occur twice, which is for the reader to refuse."""

    line: int | None
    pairs: list[tuple[Scalar, Node]]


Node = Scalar | Listing | Table


class DocumentError(ValueError):
    """The document cannot be read at all. `line` is where, counted from 1; None where no line can be named."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def read_document(text: str | bytes) -> Node:
    """Read YAML or JSON. Raises DocumentError for what is too large, not UTF-8, empty, malformed, nested or tagged."""
    text = _decoded(text)
    if control := _CONTROL.search(text):
        raise DocumentError("A control character stands here. Remove it.", text.count("\n", 0, control.start()) + 1)
    if not text.strip():
        raise DocumentError("The file is empty. Write at least a line “facts:” with one fact below it.")
    return _Json(text).document() if text.lstrip()[:1] in {"{", "["} and is_json(text) else read_yaml(text)


def _decoded(text: str | bytes) -> str:
    size = len(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        most = f"{MOST_BYTES // 1024} kB"
        raise DocumentError(f"The file is larger than a profile may be, {most}. Send only the facts of one model.")
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text[: error.start].count(b"\n") + 1
        raise DocumentError("The file is not UTF-8 text. Save it again with the encoding UTF-8.", line) from None


# --- YAML ---------------------------------------------------------------------------------------------------------
def read_yaml(text: str, *, deepest: int = MOST_DEPTH) -> Node:
    """Read YAML that is already text and holds no control characters. Raises DocumentError."""
    try:
        return _Composer(deepest).compose(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DocumentError(
            f"This is not YAML: {error.problem or error.context}. Check the indentation and put text that "
            "contains “: ” or “#” in quotation marks.",
            mark.line + 1 if mark else None,
        ) from None


class _Composer:
    """Builds the tree from parser events with a stack of open tables and lists."""

    def __init__(self, deepest: int) -> None:
        self.deepest = deepest
        self.open: list[tuple[Listing | Table, list[Node]]] = []
        self.root: Node | None = None

    def compose(self, events: Iterator[Any]) -> Node:
        """The only document of the stream."""
        documents = 0
        for event in events:
            line = event.start_mark.line + 1
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise DocumentError("A second document starts here. Put one profile in one file.", line)
            self._refuse(event, line)
            self._take(event, line)
        return self.root if self.root is not None else Scalar(None, "")

    @staticmethod
    def _refuse(event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise DocumentError(
                "Anchors (&) and aliases (*) are not read. Write the value out, or quote the text.", line
            )
        if tag := getattr(event, "tag", None):
            raise DocumentError(f"The tag {tag} is not read. Remove it: the fact itself says what it takes.", line)

    def _take(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._place(Scalar(line, event.value, quoted=not event.implicit[0]), line)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.open) >= self.deepest:
                raise DocumentError(f"Nested more than {self.deepest} deep. Nothing that is read needs that.", line)
            kind = Table if isinstance(event, yaml.MappingStartEvent) else Listing
            self.open.append((kind(line, []), []))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._place(self.open.pop()[0], line)

    def _place(self, node: Node, line: int) -> None:
        if not self.open:
            self.root = node
            return
        holder, waiting = self.open[-1]
        if isinstance(holder, Listing):
            holder.items.append(node)
        elif waiting:
            key = waiting.pop()
            if not isinstance(key, Scalar):
                raise DocumentError("A list or table cannot be a key. Write a name before the colon.", key.line)
            holder.pairs.append((key, node))
        else:
            waiting.append(node)


# --- JSON ---------------------------------------------------------------------------------------------------------
_STRINGS = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_LITERAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+-])|(?:true|false|null|NaN|-?Infinity)\b")


def read_member(text: str, name: str) -> Node | None:
    """The value of one key at the top of a JSON text; nothing behind it is read. None when the key is not there.

    Raises DocumentError for what cannot be read on the way.
    """
    return _Json(text).member(name)


def is_json(text: str) -> bool:
    """Whether a text that starts with a bracket means to be JSON: YAML in brackets rarely quotes its first key."""
    return re.match(r'\s*(?:\{\s*(?:"|\}\s*$)|\[)', text) is not None


class _Json:
    """A reader of JSON that keeps lines; Python's own forgets them."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.counted, self.line_no = text, 0, 0, 1

    def document(self) -> Node:
        """The whole text as one value."""
        node = self._value(0)
        self._space()
        if self.at < len(self.text):
            self._fail("text follows after the end")
        return node

    def member(self, name: str) -> Node | None:
        """The value of the key `name` of the outermost table."""
        first = self._space() == "{"
        if not first:
            return None
        while self._more("}", first=first):
            key, first = self._key(), False
            node = self._value(1)
            if key.text == name:
                return node
        return None

    def _line(self) -> int:
        self.line_no += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line_no

    def _fail(self, what: str) -> NoReturn:
        raise DocumentError(f"This is not JSON: {what}. Check commas, colons and quotation marks.", self._line())

    def _space(self) -> str:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]

    def _expect(self, sign: str) -> None:
        if self._space() != sign:
            self._fail(f"“{sign}” is missing")
        self.at += 1

    def _value(self, depth: int) -> Node:
        sign = self._space()
        if depth > MOST_DEPTH:
            raise DocumentError(f"Nested more than {MOST_DEPTH} deep. A profile needs three levels.", self._line())
        if sign == "{":
            return self._table(depth)
        if sign == "[":
            return self._listing(depth)
        if sign == '"':
            return self._string()
        match = _LITERAL.match(self.text, self.at)
        if match is None:
            self._fail("a value is missing or misspelt")
        line, self.at = self._line(), match.end()
        return Scalar(line, match.group())

    def _string(self) -> Scalar:
        line = self._line()
        try:
            text, self.at = _STRINGS.raw_decode(self.text, self.at)
        except json.JSONDecodeError:
            self._fail("a text is not closed, or contains a line break or a wrong escape")
        return Scalar(line, text, quoted=True)

    def _listing(self, depth: int) -> Listing:
        listing = Listing(self._line(), [])
        while self._more("]", first=not listing.items):
            listing.items.append(self._value(depth + 1))
        return listing

    def _table(self, depth: int) -> Table:
        table = Table(self._line(), [])
        while self._more("}", first=not table.pairs):
            key = self._key()
            table.pairs.append((key, self._value(depth + 1)))
        return table

    def _key(self) -> Scalar:
        if self._space() != '"':
            self._fail("a name in quotation marks is missing")
        key = self._string()
        self._expect(":")
        return key

    def _more(self, end: str, *, first: bool) -> bool:
        """Step over the opening bracket or a comma; False at the closing bracket, which is taken too."""
        self.at += first
        if self._space() == end:
            self.at += 1
            return False
        if not first:
            self._expect(",")
        return True


# --- Data already parsed ------------------------------------------------------------------------------------------
def from_data(data: object, depth: int = 0) -> Node:
    """The tree of data that somebody else parsed (a request body), without lines."""
    if depth > MOST_DEPTH:
        raise DocumentError(f"Nested more than {MOST_DEPTH} deep. A profile needs three levels.")
    if isinstance(data, Mapping):
        return Table(None, [(Scalar(None, str(key), quoted=True), from_data(v, depth + 1)) for key, v in data.items()])
    if isinstance(data, Sequence) and not isinstance(data, str | bytes):
        return Listing(None, [from_data(item, depth + 1) for item in data])
    if data is None or isinstance(data, bool):
        return Scalar(None, "null" if data is None else str(data).lower())
    if isinstance(data, float) and not math.isfinite(data):
        return Scalar(None, str(data))
    return Scalar(None, str(data), quoted=isinstance(data, str))
