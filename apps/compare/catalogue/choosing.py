"""Which models are put side by side: examples by their slug, stored profiles by their key, rows of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext

from apps.assessments.address import Asked as Days
from apps.assessments.subject import Subject, decide, subject_of
from apps.compare.catalogue import store
from apps.compare.catalogue.entries import Entry, entries_of, entry_of_example, own_entries
from apps.compare.catalogue.imported import ATTRIBUTION
from apps.compare.catalogue.side_by_side import MOST, Shown
from apps.compare.catalogue.table_file import Format
from apps.compare.models import Portfolio
from apps.compare.sides import Side
from apps.profiles.packed import pack
from apps.profiles.selectors import example_get, examples, own_profiles, rulebook

ROW: Final = "row"  # row.<key of the table>.<number>
LONGEST: Final = 200


@dataclass(frozen=True)
class Chosen:
    """The models asked for, each once, and the names that are none."""

    models: tuple[Shown, ...]
    unknown: tuple[str, ...]
    refs: tuple[str, ...]

    @property
    def too_many(self) -> bool:
        """Whether more were asked for than fit."""
        return len(self.refs) > MOST

    def address(self, extra: Iterable[tuple[str, str]] = ()) -> str:
        """The query that asks for these models."""
        return _query(self.refs, extra)


@dataclass(frozen=True)
class Option:
    """A model that could be put beside the others."""

    ref: str
    name: str
    says: str
    chosen: bool


def choose(named: Sequence[str], days: Days) -> Chosen:
    """The models of an address. More than fit are not decided: the page then asks to leave some out."""
    refs = tuple(dict.fromkeys(ref.strip()[:LONGEST] for ref in named if ref.strip()))
    found, unknown = [], []
    for ref in refs[: 2 * MOST]:
        try:
            entry, subject = _read(ref)
        except Http404:
            unknown.append(ref)
            continue
        found.append((ref, entry, subject))
    known = tuple(ref for ref in refs if ref not in unknown)
    if len(known) > MOST:
        return Chosen((), tuple(unknown), known)
    shown = (
        _shown(*model, days, _query([other for other in known if other != model[0]], days.given)) for model in found
    )
    return Chosen(tuple(shown), tuple(unknown), known)


def _query(refs: Iterable[str], extra: Iterable[tuple[str, str]]) -> str:
    return "?" + urlencode([*(("m", ref) for ref in refs), *extra])


def _shown(ref: str, entry: Entry, subject: Subject, days: Days, out: str) -> Shown:
    assessment = decide(subject, days).assessment
    url = subject.source.results + days.date_query
    side = Side(key=ref, title=entry.name, says="", assessment=assessment, url=url)
    return Shown(source=subject.source, ref=ref, entry=entry, side=side, out=out)


def _read(ref: str) -> tuple[Entry, Subject]:
    """The model of a reference. Raises Http404."""
    if ref.startswith(f"{ROW}."):
        return _row(ref)
    if any(example.slug == ref for example in examples()):
        return entry_of_example(example_get(ref)), subject_of(slug=ref)
    subject = subject_of(key=ref)
    return _entry_of_profile(ref, subject), subject


def _entry_of_profile(ref: str, subject: Subject) -> Entry:
    profile = subject.read().profile
    return Entry(
        ref=ref,
        name=profile.title or gettext("Your description"),
        makers=(),
        countries=(),
        released=None,
        figure=None,
        certainty="described",
        profile=profile,
        url=subject.source.results,
    )


def _row(ref: str) -> tuple[Entry, Subject]:
    _name, key, number = (*ref.split("."), "", "")[:3]
    portfolio = Portfolio.objects.filter(key=key).first()
    model = store.model_of(portfolio, int(number)) if portfolio and number.isascii() and number.isdigit() else None
    if model is None:
        raise Http404
    credit = ATTRIBUTION[Format(portfolio.format)] if portfolio else ""
    entry = entries_of([model], credit)[0]
    return entry, subject_of(packed=pack(entry.profile, rulebook()))


def choices(session: Mapping[str, Any], chosen: Collection[str]) -> tuple[Option, ...]:
    """What can be put side by side: this browser's own descriptions, then our models."""
    own = [Option(p.key, p.title or str(p), "", p.key in chosen) for p in own_profiles(session)]
    return (*own, *(Option(e.ref, e.name, e.maker, e.ref in chosen) for e in own_entries()))
