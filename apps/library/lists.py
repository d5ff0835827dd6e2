"""The lists of each kind of piece: groups in a useful order, and filters kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from apps.library import naming, words
from apps.library.atlas import Atlas
from apps.library.naming import Entry
from apps.library.pages import text_order
from apps.library.worked import worked_examples
from apps.rules.engine import SECTIONS, parse_value
from apps.rules.engine.words import value_words

SECTION_TITLES = {
    "organisation": "The organisation",
    "model": "The model",
    "modification": "Changes to a model",
    "openness": "Licence and release",
    "data": "Training data",
    "market": "Market",
    "use": "Use",
    "behaviour": "Behaviour",
    "safety": "Safety",
    "commitments": "Commitments",
}


@dataclass(frozen=True)
class Choice:
    """An option of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter of a list; the first choice stands for all."""

    name: str
    label: str
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class Group:
    """Lines that belong together."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Listing:
    """A list of one kind as filtered."""

    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    shown: int
    total: int


@dataclass(frozen=True)
class _Facet:
    name: str
    label: str
    every: str
    value: Callable[[Atlas, str], str]
    word: Callable[[Atlas, str], str]


def _same(atlas: Atlas, value: str) -> str:
    return naming.capital(value)


def _instrument_word(atlas: Atlas, value: str) -> str:
    return atlas.book.instruments[value].short


def _force_word(atlas: Atlas, value: str) -> str:
    return naming.capital(words.term(words.FORCES, value))


def _section_word(atlas: Atlas, value: str) -> str:
    return SECTION_TITLES.get(value, naming.capital(value))


def _rigidity_word(atlas: Atlas, value: str) -> str:
    return naming.capital(words.term(words.RIGIDITIES, value))


def _duty_force(atlas: Atlas, key: str) -> str:
    duty = atlas.book.obligations[key]
    return str((duty.force or atlas.book.instruments[duty.instrument].force).value)


def _cited(kind: str) -> Callable[[Atlas, str], str]:
    return lambda atlas, key: atlas.cites((kind, key))[0].instrument


def _carve_out_role(atlas: Atlas, key: str) -> str:
    return _("removes duties") if atlas.removed_by(key) else _("takes away an exception, or narrows a concept")


def _facets(kind: str) -> tuple[_Facet, ...]:
    instrument = _Facet("instrument", _("Instrument"), _("Every instrument"), _cited(kind), _instrument_word)
    facets: dict[str, tuple[_Facet, ...]] = {
        "duties": (
            _Facet(
                "instrument",
                _("Instrument"),
                _("Every instrument"),
                lambda atlas, key: atlas.book.obligations[key].instrument,
                _instrument_word,
            ),
            _Facet("topic", _("Topic"), _("Every topic"), lambda a, k: a.book.obligations[k].topic.value, _same),
            _Facet("force", _("Force"), _("Binding or not"), _duty_force, _force_word),
        ),
        "facts": (
            _Facet("section", _("Section"), _("Every section"), lambda a, k: a.book.facts[k].section, _section_word),
            _Facet(
                "rigidity",
                _("How easily it changes"),
                _("Easy or hard to change"),
                lambda a, k: a.book.facts[k].rigidity.value,
                _rigidity_word,
            ),
        ),
        "instruments": (
            _Facet(
                "jurisdiction",
                _("Jurisdiction"),
                _("Every jurisdiction"),
                lambda a, k: a.book.instruments[k].jurisdiction,
                lambda a, v: words.term(words.JURISDICTIONS, v),
            ),
            _Facet("force", _("Force"), _("Every force"), lambda a, k: a.book.instruments[k].force.value, _force_word),
        ),
        "carve-outs": (instrument, _Facet("role", _("Role"), _("Every role"), _carve_out_role, _same)),
        "definitions": (instrument,),
        "readings": (
            _Facet(
                "kind",
                _("Kind"),
                _("Contested points and guidance"),
                lambda a, k: naming.reading_kind(a.book.readings[k]),
                _same,
            ),
        ),
    }
    return facets.get(kind, ())


def listing(atlas: Atlas, kind: str, chosen: Mapping[str, str]) -> Listing:
    """The list of a kind, narrowed by the filters named in `chosen`; a value no piece has counts as no filter."""
    keys = list(atlas.pieces[kind])
    facets = _facets(kind)
    picked = {f.name: chosen.get(f.name, "") for f in facets}
    picked = {f.name: v for f in facets if (v := picked[f.name]) in {f.value(atlas, key) for key in keys}}
    shown = [key for key in keys if all(f.value(atlas, key) == picked[f.name] for f in facets if f.name in picked)]
    filters = tuple(_filter(atlas, facet, keys, picked.get(facet.name, "")) for facet in facets)
    return Listing(_groups(atlas, kind, shown), filters, len(shown), len(keys))


def _filter(atlas: Atlas, facet: _Facet, keys: list[str], chosen: str) -> Filter:
    values = dict.fromkeys(facet.value(atlas, key) for key in keys)
    options = [Choice(value, facet.word(atlas, value), value == chosen) for value in values]
    return Filter(facet.name, facet.label, (Choice("", facet.every, not chosen), *options))


def _groups(atlas: Atlas, kind: str, keys: list[str]) -> tuple[Group, ...]:
    if kind == "duties":
        keys = sorted(keys, key=lambda key: text_order(atlas.book.obligations[key]))
    grouping: dict[str, Callable[[str], str]] = {
        "duties": lambda key: _instrument_word(atlas, atlas.book.obligations[key].instrument),
        "facts": lambda key: _section_word(atlas, atlas.book.facts[key].section),
        "carve-outs": lambda key: naming.capital(_carve_out_role(atlas, key)),
        "readings": lambda key: naming.capital(naming.reading_kind(atlas.book.readings[key])),
        "instruments": lambda key: _instrument_group(atlas, key),
    }
    title: Callable[[str], str] = grouping.get(kind, _no_title)
    order = _group_order(atlas, kind)
    found: dict[str, list[str]] = {name: [] for name in order}
    for key in keys:
        found.setdefault(title(key), []).append(key)
    return tuple(Group(t, tuple(naming.entry(atlas, (kind, k)) for k in held)) for t, held in found.items() if held)


def _no_title(key: str) -> str:
    return ""


def _group_order(atlas: Atlas, kind: str) -> Iterable[str]:
    if kind == "duties":
        return [instrument.short for instrument in atlas.book.instruments.values()]
    if kind == "facts":
        return [_section_word(atlas, section) for section in SECTIONS]
    if kind == "carve-outs":
        return [naming.capital(_("removes duties"))]
    return [naming.capital(_("contested"))] if kind == "readings" else []


def _instrument_group(atlas: Atlas, key: str) -> str:
    instrument = atlas.book.instruments[key]
    return f"{words.term(words.JURISDICTIONS, instrument.jurisdiction)}: {words.term(words.FORCES, instrument.force)}"


def example_entries() -> tuple[Entry, ...]:
    """The worked examples as lines."""
    return tuple(Entry("examples", e.id, e.title, "", e.source) for e in worked_examples())


def example_page(atlas: Atlas, key: str) -> Mapping[str, Any] | None:
    """A worked example with its facts in words and what must come out; None if there is no such example."""
    example = next((e for e in worked_examples() if e.id == key), None)
    if example is None:
        return None
    return {"example": example, "given": _given(atlas, example.facts), "expected": _expected(atlas, example.expect)}


@dataclass(frozen=True)
class Line:
    """A piece of law in an example, and what is said of it."""

    entry: Entry | None
    name: str
    said: str


def _given(atlas: Atlas, facts: Mapping[str, Any]) -> tuple[Line, ...]:
    return tuple(_line(atlas, "facts", key, _answer(atlas, key, value)) for key, value in facts.items())


def _line(atlas: Atlas, kind: str, key: str, said: str) -> Line:
    found = naming.entry(atlas, (kind, key)) if atlas.has((kind, key)) else None
    return Line(found, found.title if found else key, said)


def _answer(atlas: Atlas, key: str, value: Any) -> str:
    fact = atlas.book.facts.get(key)
    if fact is None:
        return str(value)
    try:
        return value_words(fact, parse_value(fact, value))
    except ValueError:
        return str(value)


_EXPECTED_KINDS = {"definitions": "definitions", "carve_outs": "carve-outs"}


def _expected(atlas: Atlas, expect: Mapping[str, Any]) -> tuple[Line, ...]:
    found = []
    for part, wanted in expect.items():
        if part == "open":
            found += [_line(atlas, "facts", key, _("still open")) for key in wanted]
            continue
        kind = _EXPECTED_KINDS.get(part, "duties")
        found += [_line(atlas, kind, key, _said(part, value)) for key, value in wanted.items()]
    return tuple(found)


def _said(part: str, value: object) -> str:
    text = str(value).replace("_", " ")
    if part == "due":
        return _("due on %(day)s") % {"day": words.day_text(value)}
    if part == "fine":
        return _("fine of at most %(sum)s") % {"sum": words.money_text(value)}
    return text
