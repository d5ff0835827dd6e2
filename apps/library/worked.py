"""Worked examples as lawyers wrote them (fixtures/examples): facts, expected results, and what each touches."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from apps.library.atlas import Atlas, Node

log = logging.getLogger(__name__)

_OF_DUTIES = ("outcomes", "timing", "due", "fine", "certainty", "standing")

# The parser written in C is several times faster, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Worked:
    """One worked example: facts on a day and what must come out of them."""

    id: str
    title: str
    kind: str
    source: str
    as_of: date
    known_on: date | None
    facts: Mapping[str, Any]
    readings: Mapping[str, Any]
    expect: Mapping[str, Any]

    @property
    def touches(self) -> tuple[Node, ...]:
        """The pieces of law whose result the example fixes, and the facts and readings it gives."""
        return tuple(dict.fromkeys(self._touches()))

    def _touches(self) -> Iterator[Node]:
        for part in _OF_DUTIES:
            yield from (("duties", key) for key in self.expect.get(part) or {})
        yield from (("definitions", key) for key in self.expect.get("definitions") or {})
        yield from (("carve-outs", key) for key in self.expect.get("carve_outs") or {})
        yield from (("facts", key) for key in [*self.facts, *(self.expect.get("open") or ())])
        yield from (("readings", key) for key in self.readings)


def worked_files() -> tuple[tuple[Path, int], ...]:
    """The files of the worked examples with the time of their last change; those on licences are of another kind."""
    folder = Path(settings.BASE_DIR) / "fixtures" / "examples"
    found = sorted(path for path in folder.rglob("*.yaml") if path.parent.name != "licences")
    return tuple((path, path.stat().st_mtime_ns) for path in found)


def worked_examples() -> tuple[Worked, ...]:
    """Every readable worked example, by id. Broken ones go to the log."""
    return _read(worked_files())


@lru_cache(maxsize=2)
def _read(files: tuple[tuple[Path, int], ...]) -> tuple[Worked, ...]:
    found = []
    for path, _ in files:
        try:
            raw = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506
            found.append(_worked(raw))
        except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
            log.warning("The worked example %s is left out: %s", path.name, error)
    return tuple(sorted(found, key=lambda example: example.id))


def _worked(raw: Mapping[str, Any]) -> Worked:
    return Worked(
        id=str(raw["id"]),
        title=str(raw["title"]),
        kind=str(raw.get("kind") or ""),
        source=str(raw.get("source") or ""),
        as_of=raw["as_of"],
        known_on=raw.get("known_on"),
        facts=dict(raw.get("facts") or {}),
        readings=dict(raw.get("readings") or {}),
        expect=dict(raw["expect"]),
    )


def mentioning(node: Node) -> tuple[Worked, ...]:
    """The worked examples that touch a piece of law."""
    return tuple(example for example in worked_examples() if node in example.touches)


def known_nodes(example: Worked, atlas: Atlas) -> tuple[Node, ...]:
    """What the example touches and the rulebook has."""
    return tuple(node for node in example.touches if atlas.has(node))
