"""Worked examples as lawyers wrote them (fixtures/examples): facts, expected results, and what each touches."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
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


def worked_examples() -> tuple[Worked, ...]:
    """Every readable worked example, by id. Broken ones go to the log."""
    return _read(_folder())


def worked_stamp() -> str:
    """Changes when a worked example does."""
    return _stamp(_folder())


@cache
def _stamp(folder: Path) -> str:
    return str(hash(tuple(path.stat().st_mtime_ns for path in _files(folder))))  # alike in every server process


def _folder() -> Path:
    return Path(settings.BASE_DIR) / "fixtures" / "examples"


@cache
def _files(folder: Path) -> tuple[Path, ...]:
    """Those on licences are of another kind."""
    return tuple(sorted(path for path in folder.rglob("*.yaml") if path.parent.name != "licences"))


@cache
def _read(folder: Path) -> tuple[Worked, ...]:
    """Read once: like the law, examples change with a release."""
    found = []
    for path in _files(folder):
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
    return _by_node(_folder()).get(node, ())


@cache
def _by_node(folder: Path) -> Mapping[Node, tuple[Worked, ...]]:
    found: dict[Node, list[Worked]] = {}
    for example in _read(folder):
        for node in example.touches:
            found.setdefault(node, []).append(example)
    return {node: tuple(examples) for node, examples in found.items()}


def known_nodes(example: Worked, atlas: Atlas) -> tuple[Node, ...]:
    """What the example touches and the rulebook has."""
    return tuple(node for node in example.touches if atlas.has(node))
