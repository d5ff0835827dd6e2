"""What an import has read: each answer with its place, how sure it is, what was not used, and what to look out for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from apps.profiles.licensing import with_licence
from apps.rules.engine import Answer, Origin, Profile

if TYPE_CHECKING:
    from apps.rules.engine.profile import Value


class Kind(StrEnum):
    """The formats that are read."""

    MODEL_CARD = "model_card"
    CYCLONEDX = "cyclonedx"
    SPDX = "spdx"
    PROFILE = "profile"
    ASSESSMENT = "assessment"
    CSV = "csv"


class Sure(StrEnum):
    """How sure an answer is: said in the source, following from it, or only possible and for the user to decide."""

    STATED = "stated"
    INFERRED = "inferred"
    POSSIBLE = "possible"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One answer read: `where` it stands in the source, how sure it is, and what to know about it."""

    fact: str
    value: Value | None
    where: str
    sure: Sure = Sure.STATED
    note: str = ""
    origin: Origin = Origin.IMPORTED
    source: str = ""

    @property
    def taken(self) -> bool:
        """Whether it counts unless the user says otherwise. What is only possible never does."""
        return self.sure is not Sure.POSSIBLE

    @property
    def answer(self) -> Answer:
        """The answer with its origin."""
        return Answer(value=self.value, origin=self.origin, note=self.note, source=self.source)


@dataclass(frozen=True, kw_only=True)
class Licence:
    """The licence named for the model (`licence`) or for its original (`base_licence`).

    `may_be` has the ids it can mean: one if it is clear, several if the name fits more than one, none if it is not in
    the library.
    """

    key: str
    spelt: str
    where: str
    sure: Sure
    may_be: tuple[str, ...] = ()
    note: str = ""

    @property
    def taken(self) -> str:
        """The id that counts unless the user says otherwise; empty where that is not clear."""
        return self.may_be[0] if len(self.may_be) == 1 and self.sure is not Sure.POSSIBLE else ""


@dataclass(frozen=True)
class Unused:
    """Something seen that answers no question, or answers one too loosely; and why."""

    where: str
    what: str
    why: str


@dataclass(frozen=True)
class Caution:
    """Something in the source that the user has to look at."""

    where: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Imported:
    """Everything an import has read. Nothing of it is stored."""

    kind: Kind
    title: str = ""
    lines: tuple[Line, ...] = ()
    licences: tuple[Licence, ...] = ()
    unused: tuple[Unused, ...] = ()
    cautions: tuple[Caution, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)

    def profile(self) -> Profile:
        """The profile of what is stated or follows; what is only possible stays unanswered."""
        licences = {licence.key: licence.taken for licence in self.licences if licence.taken}
        if "licence" not in licences:
            licences = {}
        answers = {line.fact: line.answer for line in self.lines if line.taken}
        return with_licence(Profile(answers=answers, readings=dict(self.readings), title=self.title, **licences))


def one_each(lines: Iterable[Line]) -> tuple[Line, ...]:
    """One line for each fact: what is said outright goes before what follows, that before what is only possible."""
    order = list(Sure)
    found: dict[str, Line] = {}
    for line in lines:
        if line.fact not in found or order.index(line.sure) < order.index(found[line.fact].sure):
            found[line.fact] = line
    return tuple(found.values())
