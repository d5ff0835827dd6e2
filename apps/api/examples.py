"""The example files as the API lists them: real models, typical systems, and worked legal examples."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from apps.assessments.document import small_integers
from apps.library.worked import worked_examples
from apps.profiles.files import ProfileFileError, profile_from_data
from apps.profiles.selectors import Kind, example_files, examples
from apps.rules.engine import Profile, Rulebook, plain

log = logging.getLogger(__name__)
_KIND = {Kind.MODEL: "model", Kind.SYSTEM: "system"}


def example_documents(book: Rulebook) -> list[dict[str, Any]]:
    """Every readable example, real models first. A broken file is reported in the log and left out."""
    return _documents(book, example_files(), str(settings.BASE_DIR))


@lru_cache(maxsize=1)
def _documents(book: Rulebook, files: tuple[tuple[Kind, Path, int], ...], folder: str) -> list[dict[str, Any]]:
    """Kept as long as the files of `folder` stay as they are."""
    del files, folder
    ready = [_document(book, e.slug, e.about.name, _KIND[e.kind], None, e.profile) for e in examples()]
    return [*ready, *_worked(book)]


def _worked(book: Rulebook) -> list[dict[str, Any]]:
    found = []
    for example in worked_examples():
        data = {"title": example.title, "facts": dict(example.facts), "readings": dict(example.readings)}
        try:
            profile = profile_from_data(_days_as_text(data), book, name=example.id)
        except ProfileFileError as error:
            log.warning("The example %s is left out: %s", example.id, error)
            continue
        found.append(_document(book, example.id, example.title, "worked", example.as_of.isoformat(), profile))
    return found


def _days_as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _days_as_text(value) for key, value in data.items()}
    return data.isoformat() if hasattr(data, "isoformat") else data


def _document(
    book: Rulebook, example_id: str, title: str, kind: str, as_of: str | None, profile: Profile
) -> dict[str, Any]:
    facts = {
        key: {
            "value": None if answer.value is None else small_integers(plain(book.facts[key], answer.value)),
            "origin": answer.origin.value,
            "note": answer.note,
            "source": answer.source,
        }
        for key, answer in profile.answers.items()
    }
    body = {"title": (profile.title or title)[:200], "facts": facts, "readings": dict(profile.readings)}
    return {"id": example_id, "title": title, "kind": kind, "as_of": as_of, "profile": body}
