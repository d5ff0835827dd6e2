"""A profile frozen with the report on it, as plain data that profile files could hold too."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from apps.profiles.files import LICENCE_KEYS, profile_from_data
from apps.profiles.licensing import licence_spelt
from apps.rules.engine import plain

if TYPE_CHECKING:
    from apps.rules.engine import Profile, Rulebook

Snapshot = dict[str, Any]


def snapshot_of(profile: Profile, book: Rulebook) -> Snapshot:
    """The profile as JSON can hold it; every answer carries where it came from."""
    facts = {
        key: {
            "value": None if answer.value is None else plain(book.facts[key], answer.value),
            "origin": answer.origin.value,
            "note": answer.note,
            "source": answer.source,
        }
        for key, answer in profile.answers.items()
    }
    licences = {key: licence_spelt(getattr(profile, key)) for key in LICENCE_KEYS if getattr(profile, key)}
    return {"title": profile.title, **licences, "facts": facts, "readings": dict(profile.readings)}


def profile_of(snapshot: Snapshot, book: Rulebook) -> Profile:
    """The profile back. Raises ProfileFileError when the rulebook no longer takes one of its answers."""
    return profile_from_data(snapshot, book, name="the profile")


def digest(*parts: object) -> str:
    """A hash of plain data: equal parts, equal hash, in every process."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
