"""Reads: stored profiles as the engine takes them, the visitor's own, and the examples."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist

from apps.profiles.files import About, ProfileFileError, load_example
from apps.profiles.licensing import with_licence
from apps.profiles.models import Profile
from apps.rules import law
from apps.rules.engine import Answer, Origin, parse_value
from apps.rules.engine import Profile as Described
from apps.rules.law.licences import LICENCES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from apps.rules.engine import Rulebook

SESSION_NAME = "profiles"
MOST_OWN = 50
log = logging.getLogger(__name__)


def rulebook() -> Rulebook:
    """The rulebook of the law as it is installed."""
    return law.load()


@dataclass(frozen=True)
class Reading:
    """A stored profile for the engine, and the answers left out because today's rulebook no longer takes them."""

    profile: Described
    outdated: tuple[str, ...] = ()


def described(stored: Profile, book: Rulebook) -> Reading:
    """What the stored profile says, under this rulebook. An answer to a question that changed is left out and named."""
    answers: dict[str, Answer] = {}
    outdated = [key for key in stored.answers if key not in book.facts]
    for key, fact in book.facts.items():
        if key not in stored.answers:
            continue
        try:
            answers[key] = _answer(fact, stored.answers[key])
        except ValueError:
            outdated.append(key)
    readings = {key: side for key, side in stored.readings.items() if key in book.readings}
    chosen = {key: getattr(stored, key) for key in ("licence", "base_licence")}
    outdated += [licence for licence in chosen.values() if licence and licence not in LICENCES]
    known = {key: licence for key, licence in chosen.items() if licence in LICENCES}
    own = Described(answers=answers, readings=readings, title=stored.title, **known)
    return Reading(with_licence(own), tuple(outdated))


def _answer(fact: Any, kept: Mapping[str, Any]) -> Answer:
    value = None if kept["value"] is None else parse_value(fact, kept["value"])
    return Answer(value=value, origin=Origin(kept["origin"]), note=kept["note"], source=kept["source"])


# --- The visitor's own --------------------------------------------------------------------------------------------
def own_profiles(session: Mapping[str, Any]) -> list[Profile]:
    """The profiles this browser started or opened, latest first; those deleted since are left out."""
    keys = session.get(SESSION_NAME, [])
    return sorted(Profile.objects.filter(key__in=keys), key=lambda profile: keys.index(profile.key)) if keys else []


# --- Examples -----------------------------------------------------------------------------------------------------
class ExampleMissing(ObjectDoesNotExist):
    """There is no example of this name."""


class Kind(StrEnum):
    """What an example describes; the value is its folder under fixtures."""

    MODEL = "models"
    SYSTEM = "systems"


@dataclass(frozen=True)
class Example:
    """A real model described from public facts, or a typical system made up to show a rule; and the profile itself."""

    kind: Kind
    about: About
    profile: Described

    @property
    def slug(self) -> str:
        """The name in addresses."""
        return self.about.slug


def examples() -> tuple[Example, ...]:
    """All examples: real models, then systems, by name. A broken file is reported in the log and left out."""
    return _examples(rulebook(), example_files())


def example_files() -> tuple[tuple[Kind, Path, int], ...]:
    """Each example's kind, file and time of last change; changes whenever an example does."""
    fixtures = Path(settings.BASE_DIR) / "fixtures"
    found = ((kind, path) for kind in Kind for path in sorted((fixtures / kind).glob("*.yaml")))
    return tuple((kind, path, path.stat().st_mtime_ns) for kind, path in found)


def example_get(slug: str) -> Example:
    """The example of this name. Raises ExampleMissing."""
    for example in examples():
        if example.slug == slug:
            return example
    raise ExampleMissing(f"There is no example {slug!r}.")


@lru_cache(maxsize=4)
def _examples(book: Rulebook, files: tuple[tuple[Kind, Path, int], ...]) -> tuple[Example, ...]:
    found: list[Example] = []
    for kind, path, _ in files:
        try:
            about, profile = load_example(path.read_bytes(), book, name=path.name)
        except ProfileFileError as error:
            log.warning("An example is left out: %s", error)
            continue
        if about.slug in {example.slug for example in found}:
            log.warning("An example is left out: %s: the slug %s is taken. Give it another.", path.name, about.slug)
            continue
        named = profile if profile.title else replace(profile, title=about.name)
        found.append(Example(kind, about, named))
    return tuple(sorted(found, key=lambda example: (example.kind, example.about.name.lower())))
