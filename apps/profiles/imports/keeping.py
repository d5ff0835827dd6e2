"""From what was read to what is kept: a signed offer travels in the form, the user picks from it, a service stores it.

The signature says that we read these answers; every value is checked against the rulebook again when it comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.core import signing
from django.utils.translation import gettext as _

from apps.profiles.files import MOST_TITLE, clean_text
from apps.profiles.imports.reading import Imported
from apps.profiles.services import AnswerError
from apps.rules.engine import Answer, Origin, Profile, parse_value, storable
from apps.rules.law.licences import LICENCES

if TYPE_CHECKING:
    from apps.rules.engine import Rulebook

SALT: Final = "profiles.imports"
MOST_AGE: Final = 24 * 60 * 60


class OfferError(ValueError):
    """An offer that cannot be taken: tampered with, too old, or no longer fitting the rulebook."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """The answers and licences that the user may take."""

    title: str
    answers: Mapping[str, Answer]
    licences: Mapping[str, tuple[str, ...]]
    readings: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Picked:
    """What the user picked from an offer, as the form sends it."""

    facts: Collection[str]
    licences: Mapping[str, str]
    title: str = ""


def seal(found: Imported, book: Rulebook) -> str:
    """The offer as a text that cannot be changed unnoticed."""
    answers = {
        line.fact: [
            None if line.value is None else storable(book.facts[line.fact], line.value),
            line.origin.value,
            line.note,
            line.source,
        ]
        for line in found.lines
    }
    licences = {licence.key: licence.may_be for licence in found.licences}
    data = {"title": found.title, "answers": answers, "licences": licences, "readings": dict(found.readings)}
    return signing.dumps(data, salt=SALT, compress=True)


def unseal(text: str, book: Rulebook) -> Offer:
    """The offer in a sealed text. Raises OfferError with the remedy."""
    try:
        data = signing.loads(text, salt=SALT, max_age=MOST_AGE)
    except signing.SignatureExpired:
        raise OfferError(_("What was read is more than a day old. Read it again.")) from None
    except signing.BadSignature:
        raise OfferError(_("What came back is not what was read. Read it again.")) from None
    try:
        answers = {key: _answer(book, key, kept) for key, kept in data["answers"].items()}
    except (KeyError, ValueError):
        raise OfferError(_("The questions have changed since it was read. Read it again.")) from None
    licences = {key: tuple(one for one in ids if one in LICENCES) for key, ids in data["licences"].items()}
    readings = {key: side for key, side in data["readings"].items() if key in book.readings}
    return Offer(title=data["title"], answers=answers, licences=licences, readings=readings)


def _answer(book: Rulebook, key: str, kept: list[Any]) -> Answer:
    value, origin, note, source = kept
    known = None if value is None else parse_value(book.facts[key], value)
    return Answer(value=known, origin=Origin(origin), note=note, source=source)


def answers_picked(offer: Offer, picked: Picked) -> dict[str, Answer]:
    """The answers that were ticked; names that were not offered are left out."""
    return {key: answer for key, answer in offer.answers.items() if key in picked.facts}


def licences_picked(offer: Offer, picked: Picked, *, standing: str = "") -> dict[str, str]:
    """The licences chosen, by field; those that were not offered are left out.

    That of the original is, too, where neither the model's own is chosen nor one is `standing` in the profile.
    """
    chosen = {key: picked.licences.get(key, "") for key in offer.licences}
    kept = {key: licence for key, licence in chosen.items() if licence in offer.licences[key]}
    return kept if "licence" in kept or standing else {}


def profile_picked(offer: Offer, picked: Picked) -> Profile:
    """A new profile of what was picked. Raises AnswerError for a title that cannot be kept."""
    try:
        title = clean_text(picked.title, most=MOST_TITLE)
    except ValueError as error:
        raise AnswerError("title", f"The title {error}") from None
    licences = licences_picked(offer, picked)
    answers = answers_picked(offer, picked)
    return Profile(answers=answers, readings=dict(offer.readings), title=title, **licences)
