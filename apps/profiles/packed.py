"""A description packed into an address: a permanent link that holds all facts, and nothing has to be stored.

The text is base64url over raw deflate over a small JSON object. Notes and sources stay behind; values, their origins,
readings and licences are kept, for they decide the answer.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from apps.profiles.files import LICENCE_KEYS, ProfileFileError, profile_from_data
from apps.profiles.licensing import licence_spelt, own_answers
from apps.rules.engine import plain

if TYPE_CHECKING:
    from apps.rules.engine import Profile, Rulebook

MOST_PACKED: Final = 8_000
MOST_UNPACKED: Final = 64 * 1024


class PackedError(ValueError):
    """The address holds no description that can be read: what is wrong with it."""


@dataclass(frozen=True)
class Packed:
    """What an address holds: the description, and the jurisdictions it was asked for (none: all)."""

    profile: Profile
    jurisdictions: tuple[str, ...]


def pack(profile: Profile, book: Rulebook, jurisdictions: Collection[str] = ()) -> str:
    """The description as text for an address. Equal descriptions give equal texts."""
    facts = {
        key: {"value": None if a.value is None else plain(book.facts[key], a.value), "origin": a.origin.value}
        for key, a in sorted(own_answers(profile).items())
    }
    body: dict[str, Any] = {"title": profile.title, "facts": facts, "readings": dict(sorted(profile.readings.items()))}
    body |= {key: licence_spelt(getattr(profile, key)) for key in LICENCE_KEYS if getattr(profile, key)}
    if jurisdictions:
        body["jurisdictions"] = sorted(jurisdictions)
    written = json.dumps({key: value for key, value in body.items() if value}, separators=(",", ":"))
    squeezed = zlib.compress(written.encode(), 9, wbits=-15)
    return base64.urlsafe_b64encode(squeezed).rstrip(b"=").decode()


@lru_cache(maxsize=16)
def unpack(text: str, book: Rulebook) -> Packed:
    """The description that an address holds. Raises PackedError for anything `pack` would not have written."""
    if len(text) > MOST_PACKED:
        raise PackedError("The link is longer than any description. Copy it again, in full and nothing more.")
    try:
        squeezed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        reader = zlib.decompressobj(wbits=-15)
        written = reader.decompress(squeezed, MOST_UNPACKED)
        if not reader.eof or reader.unused_data:
            raise PackedError("The link is cut off or holds too much. Copy it again, in full.")
        body = json.loads(written)
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        raise PackedError("The link does not hold a description. Copy it again, in full.") from error
    return _read(body, book)


def _read(body: Any, book: Rulebook) -> Packed:
    if not isinstance(body, dict):
        raise PackedError("The link does not hold a description. Copy it again, in full.")
    places = body.pop("jurisdictions", [])
    known = {i.jurisdiction for i in book.instruments.values()}
    if not isinstance(places, list) or not all(isinstance(p, str) and p in known for p in places):
        raise PackedError("The link names a jurisdiction that the rulebook does not have. Describe the model anew.")
    try:
        profile = profile_from_data({"facts": {}, **body}, book, name="the link")
    except ProfileFileError as error:
        raise PackedError(f"The link was made for another rulebook: {error}") from None
    return Packed(profile, tuple(places))
