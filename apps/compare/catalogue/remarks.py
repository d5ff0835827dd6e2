"""What the report on a table says of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy


class Kind(StrEnum):
    """How bad it is: the row is left out; part of it is; the row leaves something open; look at it."""

    REFUSED = "refused"
    PARTLY = "partly"
    OPEN = "open"
    CHECK = "check"


class Why(StrEnum):
    """The reason, for counting."""

    CELLS = "cells"
    NO_NAME = "no_name"
    TWICE = "twice"
    SAME_NAME = "same_name"
    NO_DAY = "no_day"
    DAY = "day"
    NO_COMPUTE = "no_compute"
    COMPUTE = "compute"
    CONFIDENCE = "confidence"
    PARAMETERS = "parameters"
    OUTPUTS = "outputs"
    ACCESS = "access"
    FINETUNE = "finetune"
    BASE = "base"
    LICENCE = "licence"
    COMPONENTS = "components"


TITLES: Final = {
    Why.CELLS: gettext_lazy("Broken row"),
    Why.NO_NAME: gettext_lazy("No name"),
    Why.TWICE: gettext_lazy("The same row again"),
    Why.SAME_NAME: gettext_lazy("The same name again"),
    Why.NO_DAY: gettext_lazy("No publication date"),
    Why.DAY: gettext_lazy("Publication date not readable"),
    Why.NO_COMPUTE: gettext_lazy("No figure for compute"),
    Why.COMPUTE: gettext_lazy("Compute not readable"),
    Why.CONFIDENCE: gettext_lazy("Confidence not known"),
    Why.PARAMETERS: gettext_lazy("Parameters not credible"),
    Why.OUTPUTS: gettext_lazy("Unclear what comes out"),
    Why.ACCESS: gettext_lazy("Access unclear"),
    Why.FINETUNE: gettext_lazy("Fine-tuning compute not usable"),
    Why.BASE: gettext_lazy("Maker of the original not known"),
    Why.LICENCE: gettext_lazy("Licence not recognised"),
    Why.COMPONENTS: gettext_lazy("Components not readable"),
}
KINDS: Final = {
    Kind.REFUSED: gettext_lazy("left out"),
    Kind.PARTLY: gettext_lazy("used in part"),
    Kind.OPEN: gettext_lazy("leaves it open"),
    Kind.CHECK: gettext_lazy("to be checked"),
}


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One thing about one row (its number in the file, the heading being 1)."""

    kind: Kind
    why: Why
    text: str
    number: int
    name: str

    @property
    def title(self) -> str:
        """The reason in words."""
        return str(TITLES[self.why])

    @property
    def word(self) -> str:
        """What became of the row."""
        return str(KINDS[self.kind])


@dataclass(frozen=True, kw_only=True)
class Group:
    """Remarks with one reason: how many, and the first few of them."""

    why: Why
    kind: Kind
    number: int
    first: tuple[Remark, ...]

    @property
    def title(self) -> str:
        """The reason in words."""
        return str(TITLES[self.why])

    @property
    def word(self) -> str:
        """What became of the rows."""
        return str(KINDS[self.kind])

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.first)


def grouped(remarks: Iterable[Remark], most: int) -> tuple[Group, ...]:
    """Remarks by reason: the worst first, then the most frequent. `most` of each reason are kept to be shown."""
    listed = list(remarks)
    counts = Counter((remark.kind, remark.why) for remark in listed)
    order = sorted(counts, key=lambda key: (list(Kind).index(key[0]), -counts[key]))
    return tuple(
        Group(
            kind=kind,
            why=why,
            number=counts[kind, why],
            first=tuple([r for r in listed if (r.kind, r.why) == (kind, why)][:most]),
        )
        for kind, why in order
    )
