"""Search over the rulebook and the licences: ids, titles, pinpoints such as "53(1)(d)", and words, best first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from apps.library import naming
from apps.library.atlas import Atlas, Node
from apps.library.naming import Entry
from apps.rules.engine import Fact, Instrument, Obligation
from apps.rules.engine.facts import Choice, Choices
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.licence import Licence

LONGEST = 120
MOST = 60
_WORD = re.compile(r"[0-9a-z]+")
_PIN = re.compile(r"(\d+[a-z]?)((?:\s*\(\s*[0-9a-z]{1,4}\s*\))*)")
# A query that looks like the beginning of an id.
_ID = re.compile(r"[a-z0-9]+[-_][a-z0-9_-]*")
_NUMBERED = re.compile(r"\b(?:articles?|arts?)\b\.?", re.IGNORECASE)
_FILLERS = {"a", "an", "and", "art", "article", "articles", "arts", "for", "in", "is", "of", "on", "or", "the", "to"}
_RANKS = (
    "duties",
    "definitions",
    "carve-outs",
    "instruments",
    "licences",
    "params",
    "readings",
    "transitions",
    "facts",
)
# What people type, beside the words the rulebook uses.
_ALSO = {
    "gpai": "general purpose",
    "foss": "open source",
    "oss": "open source",
    "sme": "small medium",
    "flops": "flop",
    "obligation": "duty",
    "exemption": "carve out exemption",
    "fine": "fine penalty",
}


@dataclass(frozen=True)
class Hit:
    """A result: the line of the piece, with what matched marked."""

    entry: Entry
    title: SafeString
    text: SafeString
    score: float


@dataclass(frozen=True)
class _Card:
    """A piece as searched: folded id, title and words, and its pinpoints as parts, how often it is used."""

    entry: Entry
    id: str
    title: tuple[str, ...]
    words: tuple[str, ...]
    body: str
    pins: tuple[tuple[str, ...], ...]
    used: int


def fold(text: str) -> str:
    """Lower case without accents; powers of ten as digits, so that 10^25, 1e25 and 10²⁵ are one."""
    plain = unicodedata.normalize("NFKD", text)
    lower = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    lower = re.sub(r"\b1e\+?(\d\d)\b", r"10\1", lower)
    return re.sub(r"10\s*(?:\^|\*\*)\s*(\d\d)", r"10\1", lower)


def pins_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Every numbered pinpoint in a text as its parts: Art. 53(1)(d) is ("53", "1", "d")."""
    found = []
    for number, rest in _PIN.findall(fold(text)):
        found.append((number, *re.findall(r"[0-9a-z]+", rest)))
    return tuple(found)


def _terms(text: str) -> list[str]:
    folded = fold(_NUMBERED.sub(" ", text))
    return [word for word in _WORD.findall(folded) if word not in _FILLERS]


@lru_cache(maxsize=2)
def _cards(atlas: Atlas) -> tuple[_Card, ...]:
    return (*(_card(atlas, node) for node in atlas.nodes), *(_licence_card(held) for held in LICENCES.values()))


def _licence_card(licence: Licence) -> _Card:
    """A licence of the library, found by each of its names and by the models under it."""
    line = Entry(
        "licences", licence.id, naming.capital(licence.name), licence.reason, naming.capital(licence.publisher)
    )
    names = (licence.id, licence.spdx_id, licence.name, *licence.aliases, licence.publisher)
    told = (licence.family.words, *licence.models, licence.deploy, licence.fine_tune, licence.disclose)
    folded = tuple(_WORD.findall(fold(" ".join((*names, licence.reason, *told)))))
    title = tuple(dict.fromkeys(_WORD.findall(fold(f"{licence.id} {licence.name}"))))
    return _Card(line, licence.id.casefold(), title, tuple(dict.fromkeys(folded)), " ".join(folded), (), 0)


def _card(atlas: Atlas, node: Node) -> _Card:
    line = naming.entry(atlas, node)
    cites = atlas.cites(node)
    own = cites[:4] if node[0] != "instruments" else ()
    body = " ".join([line.title, *_body(atlas, node), line.text, line.aside, *(c.pinpoint for c in cites)])
    folded = tuple(_WORD.findall(fold(body)))
    pins = tuple(dict.fromkeys(pin for c in own if c.instrument != "GL" for pin in pins_of(c.pinpoint)))
    named = f"{line.title} {line.text}" if node[0] == "params" else line.title
    title = tuple(_WORD.findall(fold(named)))
    used = 0 if node[0] == "facts" else min(6, len(atlas.users.get(node, ())))
    return _Card(line, node[1].casefold(), title, tuple(dict.fromkeys(folded)), " ".join(folded), pins, used)


def _body(atlas: Atlas, node: Node) -> Iterator[str]:
    """The words of a piece that its line does not show."""
    piece = atlas.pieces[node[0]][node[1]]
    for name in ("must", "note", "help", "why", "summary", "statement", "removes", "keeps", "evidence", "enforcer"):
        yield str(getattr(piece, name, ""))
    if isinstance(piece, Obligation):
        yield from (step.text for step in piece.steps)
        yield piece.topic.value
    if isinstance(piece, Choice | Choices):
        yield from (option.label for option in piece.options)
    if isinstance(piece, Instrument):
        yield f"{piece.title} {piece.number} {piece.jurisdiction}"
    if isinstance(piece, Fact):
        yield piece.section
    yield from (naming.figure(value, "") for value in _figures(atlas, node))


def _figures(atlas: Atlas, node: Node) -> list[object]:
    keys = [node[1]] if node[0] == "params" else [key for kind, key in atlas.edges.get(node, ()) if kind == "params"]
    return [dated.value for key in keys for dated in atlas.book.params[key].history]


def search(atlas: Atlas, query: str) -> tuple[Hit, ...]:
    """The pieces that match every word of the query, best first; those that match some where none matches all."""
    terms, pins = _terms(query[:LONGEST]), _asked_pins(query[:LONGEST])
    if not terms and not pins:
        return ()
    scored = [(card, *_score(card, query, terms, pins)) for card in _cards(atlas)]
    best = max((matched for _, _, matched in scored), default=0)
    if not best:
        return ()
    found = sorted(((card, score) for card, score, matched in scored if matched == best), key=lambda pair: -pair[1])
    return tuple(_hit(card, score, terms) for card, score in found[:MOST])


def _asked_pins(query: str) -> list[tuple[str, ...]]:
    """Pinpoints in the query: with brackets, or after "Art"."""
    with_word = bool(_NUMBERED.search(query))
    return [pin for pin in pins_of(query) if len(pin) > 1 or (with_word and len(pin[0]) < 4)]


def _score(card: _Card, query: str, terms: list[str], pins: list[tuple[str, ...]]) -> tuple[float, int]:
    """How well a card matches, and how many parts of the query it meets."""
    asked = fold(query.strip())
    total = 200.0 if card.id == asked else 60.0 if _ID.fullmatch(asked) and card.id.startswith(asked) else 0.0
    in_pins = {part for pin in pins for part in pin}
    met = 0
    for pin in pins:
        worth = _pin_score(card, pin) * (1 if card.entry.kind in {"duties", "definitions"} else 0.7)
        total, met = total + worth, met + (worth > 0)
    for term in terms:
        if term in in_pins:
            continue
        worth = max(_term_score(card, each) for each in (term, *_ALSO.get(term, "").split()))
        worth += 6 if card.entry.kind != "facts" and term in re.split(r"[-_]", card.id) else 0
        total, met = total + worth, met + (worth > 0)
    phrase = " ".join(asked.split())
    if len(terms) > 1 and phrase in card.body:
        total += 12 if phrase in " ".join(card.title) else 6
    whole = len(pins) + sum(term not in in_pins for term in terms)
    order = naming_rank(card.entry.kind)
    used = card.used if len(in_pins) < len(terms) else 0
    focus = 8 * sum(term in card.title for term in terms) / max(1, len(card.title))
    return total + used + focus - order / 10, whole if total >= 200 else met


def naming_rank(kind: str) -> int:
    """Which kinds come first among equals: duties, then what they rest on."""
    return _RANKS.index(kind)


def _pin_score(card: _Card, pin: tuple[str, ...]) -> float:
    best = 0.0
    for place, own in enumerate(card.pins):
        if own[: len(pin)] == pin:
            best = max(best, (60 if own == pin else 40) / (1 + place / 4))
    return best


def _term_score(card: _Card, term: str) -> float:
    stem = term[:-1] if len(term) > 4 and term.endswith("s") else term
    if term in card.title or stem in card.title:
        return 22.0
    if any(word.startswith(stem) for word in card.title):
        return 16.0
    if term in re.split(r"[-_]", card.id):
        return 12.0
    if stem in card.words or term in card.words:
        return 6.0
    return 3.0 if len(stem) > 2 and any(word.startswith(stem) for word in card.words) else 0.0


def _hit(card: _Card, score: float, terms: list[str]) -> Hit:
    return Hit(card.entry, highlight(card.entry.title, terms), highlight(card.entry.text, terms), score)


def highlight(text: str, terms: Iterable[str]) -> SafeString:
    """The text escaped, with the words that match in <mark>."""
    stems = sorted({re.escape(t[:-1] if len(t) > 4 and t.endswith("s") else t) for t in terms if len(t) > 1})
    if not stems:
        return escape(text)
    pieces = re.split(rf"(\b(?:{'|'.join(stems)})\w*)", text, flags=re.IGNORECASE)
    marked = (format_html('<mark class="hit">{}</mark>', part) if i % 2 else part for i, part in enumerate(pieces))
    return format_html_join("", "{}", ((part,) for part in marked))


def nearest(atlas: Atlas, node: Node) -> tuple[Entry, ...]:
    """Pieces whose id or title is close to one that does not exist, those of the same kind first."""
    kind, key = node
    wanted = key.casefold().replace("_", "-")
    names = {found[1].casefold().replace("_", "-"): found for found in reversed(atlas.nodes)}
    same = {name: found for name, found in names.items() if found[0] == kind}
    close = [same[n] for n in get_close_matches(wanted, same, n=4, cutoff=0.55)]
    close += [names[n] for n in get_close_matches(wanted, names, n=4, cutoff=0.6)]
    lines = [naming.entry(atlas, found) for found in close]
    lines += [hit.entry for hit in search(atlas, wanted.replace("-", " "))[:3]]
    return tuple(dict.fromkeys(lines))[:6]


def same_name(atlas: Atlas, node: Node) -> Node | None:
    """The piece that differs from the given one only in case or in dashes and underscores."""
    wanted = node[1].casefold().replace("_", "-")
    for key in atlas.pieces.get(node[0], {}):
        if key != node[1] and key.casefold().replace("_", "-") == wanted:
            return node[0], key
    return None
