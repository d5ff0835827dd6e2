"""Writes. Each takes effect as a whole or not at all; an answer never overwrites another that arrived meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from apps.profiles.files import (
    MOST_NOTE,
    MOST_SOURCE,
    MOST_TITLE,
    clean_text,
    nearest,
    reading_sides,
)
from apps.profiles.licensing import licence_meant, own_answers
from apps.profiles.models import Profile
from apps.profiles.packed import unpack
from apps.profiles.selectors import example_get, rulebook
from apps.rules.engine import Answer, Origin, parse_value, storable

if TYPE_CHECKING:
    from apps.rules import engine
    from apps.rules.engine import Fact

Stored = dict[str, object]


class AnswerError(ValueError):
    """An answer that cannot be kept: which field, and a message with what was wrong and the remedy."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Given:
    """An answer as it comes in. `value` is what parse_value takes; None is "I don't know"."""

    value: object
    origin: Origin = Origin.ANSWERED
    note: str = ""
    source: str = ""


def profile_create(
    *, title: str = "", jurisdictions: Collection[str] = (), answers: Mapping[str, Given] | None = None
) -> Profile:
    """A profile with the answers given, if any. Raises AnswerError for a title or an answer that cannot be kept."""
    stored = {key: stored_answer(_fact(key), given) for key, given in (answers or {}).items()}
    clean = _clean("title", title, MOST_TITLE)
    return Profile.objects.create(title=clean, jurisdictions=sorted(jurisdictions), answers=stored)


def profile_start(*, described: engine.Profile) -> Profile:
    """A profile that says what was described elsewhere, such as in a file. Its facts are those of today's rulebook."""
    return _profile_of(described)


def profile_take(*, profile: Profile, answers: Mapping[str, Answer], licences: Mapping[str, str]) -> Profile:
    """Take over answers and licences (ids by field) from elsewhere, all or none. Raises AnswerError."""
    facts = {key: _fact(key) for key in answers}
    with transaction.atomic():
        row = Profile.objects.select_for_update().get(pk=profile.pk)
        row.answers.update({key: _stored(facts[key], answer) for key, answer in answers.items()})
        for field, licence in licences.items():
            setattr(row, field, licence)
        row.save(update_fields=["answers", "licence", "base_licence", "updated"])
    profile.refresh_from_db()
    return profile


def profile_copy_example(*, slug: str) -> Profile:
    """A copy of an example, to edit. LookupError when there is no such example."""
    return _profile_of(example_get(slug).profile)


def profile_keep_packed(*, packed: str) -> Profile:
    """A profile of one's own from a link that holds a description. Raises PackedError."""
    found = unpack(packed, rulebook())
    profile = _profile_of(found.profile)
    profile.jurisdictions = sorted(found.jurisdictions)
    profile.save(update_fields=["jurisdictions"])
    return profile


def profile_answer(
    *,
    profile: Profile,
    fact: str,
    value: object,
    origin: Origin = Origin.ANSWERED,
    note: str = "",
    source: str = "",
) -> Profile:
    """Set the answer to one fact; `value` None records "I don't know". Raises AnswerError; then nothing is stored."""
    given = Given(value=value, origin=origin, note=note, source=source)
    return profile_answers_set(profile=profile, answers={fact: given})


def profile_answers_set(*, profile: Profile, answers: Mapping[str, Given]) -> Profile:
    """Set several answers, all or none. Raises AnswerError naming the first that cannot be kept."""
    stored = {key: stored_answer(_fact(key), given) for key, given in answers.items()}
    return _change(profile, lambda row: row.answers.update(stored), "answers")


def profile_answer_clear(*, profile: Profile, fact: str) -> Profile:
    """Forget the answer to a fact, as if it had never been asked. Clearing what is not answered changes nothing."""
    return _change(profile, lambda row: row.answers.pop(fact, None), "answers")


def profile_reading_set(*, profile: Profile, point: str, side: str) -> Profile:
    """Adopt one side of a legal point, or leave it open again with side "". Raises AnswerError."""
    book = rulebook()
    if point not in book.readings:
        raise AnswerError("point", f"There is no legal point {point!r}. {nearest(point, book.readings)}".strip())
    allowed = reading_sides(book, point)
    if side not in {"", *allowed}:
        raise AnswerError("side", f"{point} can be {' or '.join(allowed)}, not {side!r}. Choose one, or leave it open.")
    if side:
        return _change(profile, lambda row: row.readings.update({point: side}), "readings")
    return _change(profile, lambda row: row.readings.pop(point, None), "readings")


def profile_readings_reset(*, profile: Profile) -> Profile:
    """Leave every legal point open again."""
    return _change(profile, lambda row: row.readings.clear(), "readings")


def profile_licence_set(*, profile: Profile, licence: str, base_licence: str = "") -> Profile:
    """Choose the licence of the model's weights, in any common spelling, or none with "". Raises AnswerError.

    `base_licence` is that of the model it was made from, whose stricter terms bind too. What they settle is filled in
    whenever the profile is read; the user's own answers stay and win.
    """
    if base_licence.strip() and not licence.strip():
        raise AnswerError("licence", "The licence of the original stands alone. Choose the model's own licence too.")
    chosen = {"licence": _licence("licence", licence), "base_licence": _licence("base_licence", base_licence)}
    profile.licence, profile.base_licence = chosen["licence"], chosen["base_licence"]
    profile.save(update_fields=[*chosen, "updated"])
    return profile


def _licence(field: str, spelling: str) -> str:
    try:
        return licence_meant(spelling).id if spelling.strip() else ""
    except ValueError as error:
        raise AnswerError(field, str(error)) from None


def profile_rename(*, profile: Profile, title: str) -> Profile:
    """Give the profile a title. Raises AnswerError for one that cannot be kept."""
    profile.title = _clean("title", title, MOST_TITLE)
    profile.save(update_fields=["title", "updated"])
    return profile


def profile_delete(*, profile: Profile) -> None:
    """Remove the profile for good."""
    profile.delete()


def stored_answer(fact: Fact, given: Given) -> Stored:
    """The answer as it is stored. Raises AnswerError."""
    try:
        value = None if given.value is None else storable(fact, parse_value(fact, given.value))
    except ValueError as error:
        raise AnswerError(fact.key, str(error)) from None
    note, source = _clean("note", given.note, MOST_NOTE), _clean("source", given.source, MOST_SOURCE)
    return {"value": value, "origin": given.origin.value, "note": note, "source": source}


def _fact(key: str) -> Fact:
    facts = rulebook().facts
    if key not in facts:
        raise AnswerError("fact", f"There is no fact {key[:60]!r}. {nearest(key, facts)}".strip())
    return facts[key]


def _clean(field: str, text: str, most: int) -> str:
    try:
        return clean_text(text, most=most)
    except ValueError as error:
        raise AnswerError(field, f"The {field} {error}") from None


def _change(profile: Profile, change: Callable[[Profile], object], field: str) -> Profile:
    """Change a field of the row as it stands now, under a lock; `profile` is brought up to date with the outcome."""
    with transaction.atomic():
        row = Profile.objects.select_for_update().get(pk=profile.pk)
        change(row)
        row.save(update_fields=[field, "updated"])
    setattr(profile, field, getattr(row, field))
    profile.updated = row.updated
    return profile


def _profile_of(described: engine.Profile) -> Profile:
    facts = rulebook().facts
    answers = {key: _stored(facts[key], answer) for key, answer in own_answers(described).items()}
    return Profile.objects.create(
        title=described.title,
        licence=described.licence,
        base_licence=described.base_licence,
        answers=answers,
        readings=dict(described.readings),
    )


def _stored(fact: Fact, answer: Answer) -> Stored:
    value = None if answer.value is None else storable(fact, answer.value)
    return {"value": value, "origin": answer.origin.value, "note": answer.note, "source": answer.source}
