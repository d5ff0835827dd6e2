"""What a page is about: a stored profile, an example, or a description that its own address holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from apps.assessments.decided import Case, Decided, decided
from apps.assessments.links import Source
from apps.profiles.models import Profile as StoredProfile
from apps.profiles.packed import PackedError, unpack
from apps.profiles.selectors import ExampleMissing, described, example_get, rulebook

if TYPE_CHECKING:
    from apps.assessments.address import Asked
    from apps.profiles.files import About
    from apps.rules.engine import Profile


@dataclass(frozen=True, kw_only=True)
class Described:
    """What was described, as the engine takes it."""

    profile: Profile
    jurisdictions: Collection[str] = ()
    outdated: tuple[str, ...] = ()
    example: About | None = None


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a page is about. `content` tells descriptions apart; `read` gives the description when it is needed."""

    source: Source
    content: str
    read: Callable[[], Described]


def subject_of(key: str = "", slug: str = "", packed: str = "") -> Subject:
    """The stored profile of this key, the example of this slug, or what a packed address holds. Raises Http404."""
    if packed:
        return _packed(packed)
    return _example(slug) if slug else _stored(key)


def decide(subject: Subject, asked: Asked, known: Described | None = None) -> Decided:
    """The findings on the days asked for; `known` spares reading the description again."""
    known, book = known or subject.read(), rulebook()
    return decided(
        Case(
            fingerprint=book.fingerprint,
            content=subject.content,
            as_of=asked.as_of,
            known_on=asked.known_on,
            book=book,
            profile=known.profile,
            jurisdictions=known.jurisdictions,
        )
    )


def _stored(key: str) -> Subject:
    stored = get_object_or_404(StoredProfile, key=key)

    def read() -> Described:
        found = described(stored, rulebook())
        return Described(profile=found.profile, jurisdictions=stored.jurisdictions, outdated=found.outdated)

    licences = [stored.licence, stored.base_licence]
    content = json.dumps([stored.title, licences, stored.answers, stored.readings, stored.jurisdictions])
    return Subject(source=Source(key=key), content=content, read=read)


def _example(slug: str) -> Subject:
    try:
        found = example_get(slug)
    except ExampleMissing as error:
        raise Http404(str(error)) from None
    shown = Described(profile=found.profile, example=found.about)
    return Subject(source=Source(slug=slug), content=repr(found), read=lambda: shown)


def _packed(text: str) -> Subject:
    try:
        found = unpack(text, rulebook())
    except PackedError as error:
        raise Http404(str(error)) from None
    shown = Described(profile=found.profile, jurisdictions=found.jurisdictions)
    return Subject(source=Source(packed=text), content=text, read=lambda: shown)
