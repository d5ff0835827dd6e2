"""Changed answers: how addresses name them, and the description they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext

from apps.profiles.files import MOST_TITLE
from apps.profiles.licensing import own_answers, with_licence
from apps.rules.engine import Answer, Choices, Fact, Origin, Profile, Rulebook, parse_value, plain
from apps.rules.engine.profile import Interval, Value

PARAMETER: Final = "set"
MOST_CHANGES: Final = 2
_WITH, _WITHOUT = "with", "without"
Part = tuple[Fact, Value]


class ChangeError(ValueError):
    """An address names a change that cannot be made: what is wrong, and the remedy."""


def written(fact: Fact, value: Value, profile: Profile) -> str:
    """A change for an address: weights_public:no, generates:with:speech, training_compute:1.01e+26."""
    now = profile.values.get(fact.key)
    if isinstance(value, frozenset) and isinstance(now, frozenset) and len(value ^ now) == 1:
        (option,) = value ^ now
        return f"{fact.key}:{_WITH if option in value else _WITHOUT}:{option}"
    if isinstance(value, bool):
        return f"{fact.key}:{'yes' if value else 'no'}"
    words = plain(fact, value)
    return f"{fact.key}:{','.join(words) if isinstance(words, list) else words}"


def read_changes(texts: Sequence[str], profile: Profile, book: Rulebook) -> tuple[Part, ...]:
    """The changes that an address names. Raises ChangeError for what is not one, or changes nothing."""
    if not 1 <= len(texts) <= MOST_CHANGES:
        raise ChangeError(gettext("The address names no change, or too many. Open one from the list."))
    parts = tuple(_read(text, profile, book) for text in texts)
    if len({fact.key for fact, _ in parts}) < len(parts):
        raise ChangeError(gettext("The address changes one answer twice. Open a change from the list."))
    return parts


def _read(text: str, profile: Profile, book: Rulebook) -> Part:
    key, _, raw = text[:500].partition(":")
    fact = book.facts.get(key)
    if fact is None:
        words = {"name": key[:60]}
        raise ChangeError(gettext("There is no question “%(name)s”. Open a change from the list.") % words)
    try:
        value = parse_value(fact, _option(fact, raw, profile) if isinstance(fact, Choices) else raw)
    except ValueError as error:
        raise ChangeError(str(error)) from None
    if value == profile.values.get(key):
        words = {"label": fact.label}
        raise ChangeError(gettext("“%(label)s” is answered so already. Choose another change.") % words)
    return fact, value


def _option(fact: Choices, raw: str, profile: Profile) -> list[str]:
    """The set that a change of one option makes of the answer as it is; otherwise the options named."""
    verb, _, option = raw.partition(":")
    if verb not in {_WITH, _WITHOUT}:
        return [key for key in raw.split(",") if key]
    now = profile.values.get(fact.key)
    chosen = now if isinstance(now, frozenset) else frozenset()
    parse_value(fact, [option])
    return sorted(chosen | {option} if verb == _WITH else chosen - {option})


def changed(profile: Profile, changes: Iterable[Part]) -> Profile:
    """The profile with other answers, marked as assumed; what its licence settles is filled in anew."""
    note = gettext("Assumed to see what it would change.")
    new = {fact.key: Answer(value=value, origin=Origin.ASSUMED, note=note) for fact, value in changes}
    title = gettext("%(title)s, changed") % {"title": profile.title} if profile.title else ""
    own = replace(profile, answers={**own_answers(profile), **new}, title=title[:MOST_TITLE])
    return with_licence(own)


def single(number: float) -> Interval:
    """One number as an answer."""
    return Interval(number, number)
