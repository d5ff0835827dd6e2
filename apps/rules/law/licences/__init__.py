"""The library of model licences: each text and version as data, by id. The clauses decide, never a label."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType, ModuleType
from typing import Final

from apps.rules.law.licences.licence import Licence

FILES: Final = (
    "permissive",
    "copyleft",
    "content",
    "rail",
    "meta",
    "google",
    "alibaba",
    "deepseek",
    "mistral",
    "tii",
    "cohere",
    "nvidia",
    "apple",
    "xai",
    "moonshot",
    "minimax",
    "zhipu",
    "image",
    "video",
    "korean",
    "other",
    "other_terms",
)


def _read(module: ModuleType) -> Iterator[Licence]:
    return (value for value in vars(module).values() if isinstance(value, Licence))


def _collected() -> Mapping[str, Licence]:
    """Every licence of every family, in the order of the files. Refuses an id used twice."""
    found: dict[str, Licence] = {}
    for name in FILES:
        for licence in _read(importlib.import_module(f"{__name__}.{name}")):
            if found.setdefault(licence.id, licence) is not licence:
                raise ValueError(f"The licence id {licence.id!r} is used twice. Rename one.")
    return MappingProxyType(found)


LICENCES: Final = _collected()
