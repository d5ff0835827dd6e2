"""Profile files: strict reading that lists every fault with its line and remedy, and writing that reads back the same.

title: Mistral 7B
source: https://example.org/model-card        # optional: where facts come from that name no source of their own
licence: apache-2.0                            # optional: fills in the answers that the licence settles
base_licence: llama3.3                         # optional: the licence of the model it was made from
facts:
  weights_public: yes
  training_compute: {low: 4.8e22, high: 9.0e22}
  placed_on: 2023-09-27
  employees: {value: 22, origin: imported, source: https://example.org, note: autumn 2023}
  turnover:                                    # nothing: asked, and not known
readings: {some-contested-point: a, some-guidance: ignored}
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import yaml

from apps.profiles.documents import DocumentError, Listing, Node, Scalar, Table, from_data, read_document
from apps.profiles.licensing import licence_meant, licence_spelt, own_answers, with_licence
from apps.rules.engine import Answer, Origin, Profile, parse_value, plain
from apps.rules.engine.conditions import Contested
from apps.rules.law import load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from apps.rules.engine import Fact, Rulebook

MOST_TITLE = 200
LICENCE_KEYS = ("licence", "base_licence")
MOST_NOTE = 2_000
MOST_SOURCE = 1_000
MOST_HINTS = 50  # looking for the nearest name takes a while; a file with more faults gets no further hints
TOP = ("title", "source", *LICENCE_KEYS, "facts", "readings")
ABOUT = ("slug", "name", "developer", "released", "summary", "sources")
ABOUT_ALWAYS = ("slug", "name", "summary")
DETAIL = ("value", "origin", "note", "source")
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Fault:
    """One thing wrong: where (line from 1, None if there is none; name of the fact or key), what, and the remedy."""

    line: int | None
    field: str
    message: str


class ProfileFileError(ValueError):
    """A profile file that is refused. `faults` has every fault found, in the order of the lines."""

    def __init__(self, name: str, faults: Iterable[Fault]) -> None:
        self.name = name
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line or 0))
        super().__init__("\n".join(self._lines()))

    def _lines(self) -> Iterator[str]:
        for fault in self.faults:
            where = f"{self.name}, line {fault.line}" if fault.line else self.name
            yield f"{where}: {fault.message}"


@dataclass(frozen=True, kw_only=True)
class About:
    """What an example file says beside the facts. A typical case has no developer, day or sources: they stay empty."""

    slug: str
    name: str
    developer: str
    released: str
    summary: str
    sources: tuple[str, ...]


def load_profile(text: str | bytes, book: Rulebook, *, name: str) -> Profile:
    """Read a profile in YAML or JSON. Raises ProfileFileError listing every fault; never guesses, never half-reads.

    `name` stands in messages for the file. Keys that describe an example (slug, name, developer ...) are allowed.
    """
    return _Reader(book, name).profile(_document(text, name))


def profile_from_data(data: object, book: Rulebook, *, name: str = "profile") -> Profile:
    """The same from data already parsed from JSON, such as a request's body; faults then have no line."""
    try:
        return _Reader(book, name).profile(from_data(data))
    except DocumentError as error:
        raise ProfileFileError(name, [Fault(error.line, "", str(error))]) from None


def profile_from_node(node: Node, book: Rulebook, *, name: str) -> Profile:
    """The same from a part of a larger document, such as the profile in an assessment."""
    return _Reader(book, name).profile(node)


def load_example(text: str | bytes, book: Rulebook, *, name: str) -> tuple[About, Profile]:
    """Read an example file: a profile with the keys of `About`, of which slug, name and summary must be there."""
    document = _document(text, name)
    reader = _Reader(book, name)
    about = reader.about(document)
    return about, reader.profile(document)


def dump_profile(profile: Profile, book: Rulebook | None = None) -> str:
    """The profile as a file that load_profile reads back to an equal profile.

    Without a rulebook the facts must be those of the current law.
    """
    facts = (book or load()).facts
    body: dict[str, Any] = {"title": profile.title} if profile.title else {}
    body |= {key: licence_spelt(getattr(profile, key)) for key in LICENCE_KEYS if getattr(profile, key)}
    body["facts"] = {key: _dumped(facts[key], answer) for key, answer in own_answers(profile).items()}
    if profile.readings:
        body["readings"] = dict(profile.readings)
    return yaml.dump(body, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)


def clean_text(text: str, *, most: int) -> str:
    """A title, note or source as it is kept: line ends made one kind, spaces around it removed.

    Raises ValueError for text over `most` characters and for characters that cannot be printed or stored.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > most:
        raise ValueError(f"has {len(text):,} characters; at most {most:,} are kept. Shorten it.")
    if _UNPRINTABLE.search(text):
        raise ValueError("contains a character that cannot be printed. Remove it.")
    return text


def nearest(word: str, known: Collection[str]) -> str:
    """A hint naming the known words that look most like `word`; empty when none does."""
    close = get_close_matches(word, known, n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(close)}?" if close else ""


def _document(text: str | bytes, name: str) -> Node:
    try:
        return read_document(text)
    except DocumentError as error:
        raise ProfileFileError(name, [Fault(error.line, "", str(error))]) from None


class _Reader:
    """Turns a tree into a profile and collects faults on the way."""

    def __init__(self, book: Rulebook, name: str) -> None:
        self.book, self.name = book, name
        self.faults: list[Fault] = []

    def _fault(self, node: Node, field: str, message: str) -> None:
        self.faults.append(Fault(node.line, field, message))

    def _settle(self) -> None:
        if self.faults:
            raise ProfileFileError(self.name, self.faults)

    def profile(self, document: Node) -> Profile:
        """The profile, or every fault at once."""
        top = self._table(document, "", known=(*TOP, *ABOUT), what="key")
        if not self.faults and "facts" not in top:
            self._fault(document, "facts", "There is no “facts:”. Put the facts below it, one a line.")
        title = self._text(top, "title", MOST_TITLE) or self._text(top, "name", MOST_TITLE)
        source = self._text(top, "source", MOST_SOURCE)
        licences = {key: self._licence(top, key) for key in LICENCE_KEYS}
        if licences["base_licence"] and "licence" not in top:
            self._fault(top["base_licence"], "licence", "base_licence stands alone. Name the model's own licence too.")
        facts = self._section(top, "facts", known=self.book.facts, what="fact")
        answers = {key: self._answer(self.book.facts[key], node, source) for key, node in facts.items()}
        readings = self._readings(self._section(top, "readings", known=self.book.readings, what="reading"))
        self._settle()
        kept = {key: answer for key, answer in answers.items() if answer is not None}
        return with_licence(Profile(answers=kept, readings=readings, title=title, **licences))

    def _licence(self, top: dict[str, Node], key: str) -> str:
        """The id of the licence named; empty if none is, or after a fault."""
        spelling = self._text(top, key, MOST_TITLE)
        try:
            return licence_meant(spelling).id if spelling else ""
        except ValueError as error:
            self._fault(top[key], key, str(error))
            return ""

    def about(self, document: Node) -> About:
        """What the file says beside the facts; faults stay for `profile` to report, save where a key is missing."""
        top = {key.text: node for key, node in document.pairs} if isinstance(document, Table) else {}
        for key in ABOUT_ALWAYS:
            if key not in top:
                self._fault(document, key, f"“{key}:” is missing. An example names each of {', '.join(ABOUT_ALWAYS)}.")
        slug = self._text(top, "slug", 60)
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and "slug" in top:
            self._fault(top["slug"], "slug", f"slug {slug!r} is not a slug. Use small letters, digits and hyphens.")
        sources = top.get("sources", Listing(None, []))
        if not isinstance(sources, Listing):
            self._fault(sources, "sources", "sources is a list. Start each with a hyphen.")
        items = sources.items if isinstance(sources, Listing) else []
        found = {key: self._text(top, key, MOST_NOTE) for key in ("name", "developer", "released", "summary")}
        listed = tuple(self._words(item, "sources", MOST_SOURCE) for item in items)
        self._settle()
        return About(slug=slug, sources=listed, **found)

    def _section(self, top: dict[str, Node], key: str, *, known: Collection[str], what: str) -> dict[str, Node]:
        node = top.get(key)
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return {}
        return self._table(node, key, known=known, what=what)

    def _table(self, node: Node, field: str, *, known: Collection[str], what: str, within: str = "") -> dict[str, Node]:
        """The pairs of a table; unknown and repeated keys become faults. `within` is the fact the table answers."""
        if not isinstance(node, Table):
            here = field or "The file"
            self._fault(node, field, f"{here} is not a table. Write one “name: value” a line.")
            return {}
        found: dict[str, Node] = {}
        first: dict[str, Scalar] = {}
        for key, value in node.pairs:
            named = f"{within}.{key.text}" if within else key.text
            if key.text in first:
                earlier = f" It stands on line {first[key.text].line} already." if first[key.text].line else ""
                self._fault(key, named, f"{named} is given twice.{earlier} Keep one.")
            elif key.text not in known:
                close = nearest(key.text, known) if len(self.faults) < MOST_HINTS else ""
                hint = close or f"Remove it, or look up the {what}s that exist."
                self._fault(key, named, f"There is no {what} {_short(key.text)}. {hint}")
            else:
                found[key.text] = value
            first.setdefault(key.text, key)
        return found

    def _text(self, table: dict[str, Node], key: str, most: int, *, within: str = "") -> str:
        field = f"{within}.{key}" if within else key
        return self._words(table[key], field, most) if key in table else ""

    def _words(self, node: Node, field: str, most: int) -> str:
        if not isinstance(node, Scalar):
            self._fault(node, field, f"{field} is a text. Write it in one line, in quotation marks if need be.")
            return ""
        if node.is_null:
            return ""
        try:
            return clean_text(node.text, most=most)
        except ValueError as error:
            self._fault(node, field, f"{field} {error}")
            return ""

    def _answer(self, fact: Fact, node: Node, source: str) -> Answer | None:
        """The answer; None after a fault."""
        detail: dict[str, Node] = {"value": node}
        if isinstance(node, Table) and not {key.text for key, _ in node.pairs} & {"low", "high"}:
            detail = self._table(node, fact.key, known=DETAIL, what="key of an answer", within=fact.key)
            if "value" not in detail:
                self._fault(node, fact.key, f"{fact.key}: “value:” is missing. Write it, or null if it is not known.")
                return None
        before = len(self.faults)
        note = self._text(detail, "note", MOST_NOTE, within=fact.key)
        own = self._text(detail, "source", MOST_SOURCE, within=fact.key)
        origin = self._origin(fact, detail.get("origin"))
        value = detail["value"]
        if isinstance(value, Scalar) and value.is_null:
            return Answer(value=None, origin=origin, note=note, source=own or source)
        try:
            parsed = parse_value(fact, self._raw(fact, value))
        except ValueError as error:
            self._fault(value, fact.key, str(error))
            return None
        return (
            Answer(value=parsed, origin=origin, note=note, source=own or source) if before == len(self.faults) else None
        )

    def _origin(self, fact: Fact, node: Node | None) -> Origin:
        if node is None:
            return Origin.ASSUMED if fact.assumed else Origin.ANSWERED
        if isinstance(node, Scalar) and node.text in set(Origin):
            return Origin(node.text)
        self._fault(node, fact.key, f"{fact.key}: origin is one of {', '.join(Origin)}.")
        return Origin.ANSWERED

    def _raw(self, fact: Fact, node: Node) -> object:
        """What parse_value takes: text, a list of texts, or a range. Raises ValueError for other shapes."""
        if isinstance(node, Listing):
            items = [item.text if isinstance(item, Scalar) else item for item in node.items]
            if len({item for item in items if isinstance(item, str)}) < len(items):
                raise ValueError(f"{fact.key}: the list names something twice, or holds a list. Name each answer once.")
            return items
        if isinstance(node, Table):
            ends = self._table(node, fact.key, known=("low", "high"), what="end of a range", within=fact.key)
            return {key: self._raw(fact, end) for key, end in ends.items()}
        if not node.quoted and re.fullmatch(r"[-+]?0\d+", node.text):
            raise ValueError(f"{fact.key}: {node.text} could be read as octal. Write it without the leading zero.")
        return node.text

    def _readings(self, sides: dict[str, Node]) -> dict[str, str]:
        chosen: dict[str, str] = {}
        for key, node in sides.items():
            allowed = reading_sides(self.book, key)
            side = node.text if isinstance(node, Scalar) else ""
            if side in allowed:
                chosen[key] = side
            else:
                self._fault(node, key, f"The reading {key} is {' or '.join(allowed)}, not {_short(side)}. Write one.")
        return chosen


def reading_sides(book: Rulebook, key: str) -> tuple[str, str]:
    """The two sides that a reading of this key can be set to. KeyError when the rulebook has no such reading."""
    switch = book.readings[key]
    return ("a", "b") if isinstance(switch, Contested) else switch.sides


def _short(text: str) -> str:
    return repr(text) if len(text) <= 60 else repr(text[:57] + "…")


# --- Writing ------------------------------------------------------------------------------------------------------
class _Dumper(yaml.SafeDumper):
    """Writes figures so that every YAML reader takes them for numbers, and never an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write a repeated value out each time."""
        return True


def _figure(dumper: yaml.SafeDumper, value: float) -> yaml.ScalarNode:
    text = repr(value)
    if "e" in text and "." not in text:
        text = text.replace("e", ".0e")
    return dumper.represent_scalar("tag:yaml.org,2002:float", text)


_Dumper.add_representer(float, _figure)


def _dumped(fact: Fact, answer: Answer) -> Any:
    value = None if answer.value is None else plain(fact, answer.value)
    usual = Origin.ASSUMED if fact.assumed else Origin.ANSWERED
    extra = {} if answer.origin is usual else {"origin": answer.origin.value}
    extra |= {name: text for name, text in (("note", answer.note), ("source", answer.source)) if text}
    return {"value": value, **extra} if extra else value
