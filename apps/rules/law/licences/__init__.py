"""The library of model licences: each text and version as data, by id. The clauses decide, never a label."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType, ModuleType
from typing import Final

from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.terms import Family


def _read(module: ModuleType) -> Iterator[Licence]:
    return (value for value in vars(module).values() if isinstance(value, Licence))


def _collected() -> Mapping[str, Licence]:
    """Every licence of every family, in the order of the families and of their files. Refuses an id used twice."""
    found: dict[str, Licence] = {}
    for family in Family:
        for licence in _read(importlib.import_module(f"{__name__}.{family.value}")):
            if found.setdefault(licence.id, licence) is not licence:
                raise ValueError(f"The licence id {licence.id!r} is used twice. Rename one.")
    return MappingProxyType(found)


LICENCES: Final = _collected()
