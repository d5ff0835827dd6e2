"""The law as typed data. `load()` collects every module below this folder; adding a file adds its law."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from apps.rules.engine import Rulebook
from apps.rules.law import crosswalk
from apps.rules.law.licences import LICENCES


@cache
def load() -> Rulebook:
    """The rulebook of all law files. Raises RulebookError when any of them is broken."""
    names = sorted(m.name for m in pkgutil.walk_packages(__path__, f"{__name__}.") if not m.ispkg)
    modules = [importlib.import_module(name) for name in names]
    practices = {practice.id: practice for practice in crosswalk.PRACTICES}
    book = Rulebook.from_modules(modules, attached={"licences": LICENCES, "crosswalk": practices})
    crosswalk.check(book)
    return book
