"""The list of licences: filters kept in the address, free text over every name, groups by who wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from apps.library.licence_words import QUESTIONS, Word, place_words, short_answer
from apps.library.lists import Choice
from apps.library.naming import capital
from apps.library.search import fold
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.licence import PLACES, Licence
from apps.rules.law.licences.recognise import Ambiguous, Recognised, Recognition, recognise
from apps.rules.law.licences.terms import Commercial, Family, Keep, Osi, Verdict

LONGEST: Final = 120
MOST: Final = 4  # side by side
_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+|[^\W\d_]+")
_DESCRIBED: Final = re.compile(r"[a-z ]+")  # a publisher that is described and not named: "the provider"
_PUBLISHER: Final = "by-"
_NOBODY, _UNKNOWN, _CONTESTED = "nobody", "unknown", "contested"


@dataclass(frozen=True)
class Row:
    """A licence as a line of the list: where it is, its short answers, whether it is picked to be compared."""

    licence: Licence
    answers: tuple[str, ...]
    picked: bool

    @property
    def url(self) -> str:
        """The permanent address."""
        return licence_url(self.licence.id)

    @property
    def shut_out(self) -> str:
        """The places whose people get no rights; empty where there are none."""
        return place_words(self.licence.excluded) if self.licence.excluded else ""


@dataclass(frozen=True)
class OptionGroup:
    """Options of a filter under a title; no title for the plain ones."""

    title: str
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class Filter:
    """A filter of the list; its first option stands for all."""

    name: str
    label: str
    groups: tuple[OptionGroup, ...]


@dataclass(frozen=True)
class Group:
    """The rows of one family."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Found:
    """The list as filtered.

    `hidden_picks` are picked to be compared, but no row shows them. `meant` is the one licence that the text spells;
    `why_several` says why it spells none or more than one.
    """

    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    text: str
    shown: int
    total: int
    picks: tuple[str, ...]
    hidden_picks: tuple[Licence, ...]
    query: str
    meant: Licence | None = None
    several: tuple[Licence, ...] = ()
    why_several: str = ""

    @property
    def url(self) -> str:
        """The address of this list, without what is empty."""
        return reverse("library:licences") + self.query


def licence_url(key: str) -> str:
    """The permanent address of a licence."""
    return reverse("library:licence", args=[key])


# --- Free text ----------------------------------------------------------------------------------------------------
def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers apart, in small letters, both spellings of licence as one: "Llama3.1" is llama, 3, 1."""
    return tuple(_TOKEN.findall(fold(text).replace("licence", "license").replace("+", " plus ")))


@lru_cache(maxsize=512)
def _names(key: str) -> frozenset[str]:
    licence = LICENCES[key]
    parts = (licence.id, licence.name, licence.spdx or "", licence.publisher, licence.version, licence.family.words)
    return frozenset(tokens(" ".join((*parts, *licence.aliases, *licence.models))))


def matches(licence: Licence, text: str) -> bool:
    """Whether every word of the text begins a word of its names, makers or models; numbers must be the same."""
    names = _names(licence.id)
    return all(
        word in names or (not word.isdigit() and any(name.startswith(word) for name in names)) for word in tokens(text)
    )


# --- Filters ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Facet:
    """One filter: what it is called, its options by value, and whether a licence has the value."""

    name: str
    label: str
    every: str
    options: Mapping[str, Mapping[str, Word]]
    holds: Callable[[Licence, str], bool]


def _verdict_holds(licence: Licence, value: str) -> bool:
    return (_CONTESTED if licence.verdict.passes is None else licence.verdict.value) == value


def _from_holds(licence: Licence, value: str) -> bool:
    return value in {licence.family.value, _PUBLISHER + slugify(licence.publisher)}


def _place_holds(licence: Licence, value: str) -> bool:
    if not licence.exclusions_known:
        return value == _UNKNOWN
    return value in licence.excluded or (value == _NOBODY and not licence.exclusions)


def _publishers() -> dict[str, Word]:
    """The publishers whose licences are not just those of one family."""
    families = {frozenset(x.id for x in LICENCES.values() if x.family is family) for family in Family}
    held: dict[str, set[str]] = {}
    for licence in LICENCES.values():
        held.setdefault(licence.publisher, set()).add(licence.id)
    named = (name for name, ids in held.items() if frozenset(ids) not in families and not _DESCRIBED.fullmatch(name))
    names = sorted(named, key=str.casefold)
    return {_PUBLISHER + slugify(name): capital(name) for name in names}


def _places() -> dict[str, Word]:
    held = [place for place in PLACES if any(place in licence.excluded for licence in LICENCES.values())]
    shut = {place: _("Shuts out %(place)s") % {"place": PLACES[place]} for place in held}
    return {**shut, _NOBODY: _("Shuts out nobody"), _UNKNOWN: _("Not known")}


def _facets() -> tuple[_Facet, ...]:
    verdicts = {Verdict.YES.value: _("Passes the EU test"), _CONTESTED: _("Contested")}
    verdicts[Verdict.NO.value] = _("Does not pass")
    return (
        _Facet("verdict", _("EU test"), _("Any verdict"), {"": verdicts}, _verdict_holds),
        _Facet("osi", _("OSI"), _("OSI list or not"), _words(Osi, "OSI: %s"), lambda x, v: x.osi.value == v),
        _Facet(
            "commercial",
            _("Commercial use"),
            _("Any commercial use"),
            _words(Commercial, _("Commercial use: %s")),
            lambda x, v: x.commercial.value == v,
        ),
        _Facet(
            "private",
            _("Fine-tunes private"),
            _("Fine-tunes: any rule"),
            _words(Keep, _("Private: %s")),
            lambda x, v: x.keep.value == v,
        ),
        _Facet(
            "from",
            _("Family or publisher"),
            _("Every publisher"),
            {_("Families"): {f.value: f.words for f in Family}, _("Publishers"): _publishers()},
            _from_holds,
        ),
        _Facet("place", _("Places shut out"), _("Any place"), {"": _places()}, _place_holds),
    )


def _words(kind: type[Osi | Commercial | Keep], pattern: str) -> dict[str, dict[str, Word]]:
    return {"": {each.value: pattern % each.words for each in kind}}


def _filter(facet: _Facet, chosen: str) -> Filter:
    every = OptionGroup("", (Choice("", facet.every, not chosen),))
    groups = (
        OptionGroup(str(title), tuple(Choice(value, str(word), value == chosen) for value, word in options.items()))
        for title, options in facet.options.items()
    )
    return Filter(facet.name, facet.label, (every, *groups))


# --- The list -----------------------------------------------------------------------------------------------------
def found(chosen: Mapping[str, str], picks: Sequence[str] = ()) -> Found:
    """The licences that pass every filter and match the text; a value that no filter has counts as none."""
    facets, text = _facets(), " ".join(chosen.get("q", "").replace("\x00", " ").split())[:LONGEST]
    spelt = recognise(text)
    known = {f.name: {value for options in f.options.values() for value in options} for f in facets}
    picked = {f.name: value for f in facets if (value := chosen.get(f.name, "")) in known[f.name]}
    meant = _meant(spelt)
    shown = [
        licence
        for licence in LICENCES.values()
        if (licence in meant or matches(licence, text))
        and all(f.holds(licence, picked[f.name]) for f in facets if f.name in picked)
    ]
    kept = tuple(key for key in dict.fromkeys(picks) if key in LICENCES)
    ids = {licence.id for licence in shown}
    asked = [("q", text)] if text else []
    asked += [*picked.items(), *(("id", key) for key in kept)]
    return Found(
        groups=_groups(shown, set(kept)),
        filters=tuple(_filter(facet, picked.get(facet.name, "")) for facet in facets),
        text=text,
        shown=len(shown),
        total=len(LICENCES),
        picks=kept,
        hidden_picks=tuple(LICENCES[key] for key in kept if key not in ids),
        query=f"?{urlencode(asked)}" if asked else "",
        meant=spelt.licence if isinstance(spelt, Recognised) else None,
        several=meant if isinstance(spelt, Ambiguous) else (),
        why_several=spelt.why if isinstance(spelt, Ambiguous) else "",
    )


def _meant(spelt: Recognition) -> tuple[Licence, ...]:
    """What a spelling means or may mean."""
    match spelt:
        case Recognised(licence):
            return (licence,)
        case Ambiguous(candidates, _why):
            return tuple(LICENCES[key] for key in candidates)
    return ()


def row(licence: Licence, *, picked: bool = False) -> Row:
    """A licence as a line."""
    return Row(licence, tuple(short_answer(licence, name) for name, _ask in QUESTIONS), picked)


def _groups(shown: Iterable[Licence], picked: set[str]) -> tuple[Group, ...]:
    held: dict[Family, list[Row]] = {family: [] for family in Family}
    for licence in shown:
        held[licence.family].append(row(licence, picked=licence.id in picked))
    return tuple(Group(str(family.words), tuple(rows)) for family, rows in held.items() if rows)
