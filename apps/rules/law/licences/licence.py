"""A licence as data, and the verdict that follows from its clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from apps.rules.engine import Grade
from apps.rules.law.licences.terms import (
    DISQUALIFIERS,
    Code,
    Commercial,
    Effect,
    Ending,
    Family,
    Freedom,
    Keep,
    Limit,
    Metric,
    Operator,
    Osi,
    Owe,
    Patents,
    Tested,
    Train,
    Trait,
    Unit,
    Verdict,
    Weight,
    When,
)

EU: Final = "EU"
CHECKED_ON: Final = date(2026, 11, 23)
PLACES: Final[dict[str, str]] = {
    EU: "the European Union",
    "GB": "the United Kingdom",
    "KR": "South Korea",
    "US": "the United States",
}
PRIVATE: Final = "Yes. Training and keeping weights inside your organisation triggers nothing."
NOTHING_OWED: Final = "No duty to give changes back or to disclose."


@dataclass(frozen=True, kw_only=True)
class Rights:
    """The four freedoms."""

    access: Freedom
    use: Freedom
    modify: Freedom
    distribute: Freedom

    @classmethod
    def of(cls, letters: str) -> Rights:
        """From four letters in the order access, use, modify, distribute: "YCCN"."""
        access, use, modify, distribute = (Freedom(letter) for letter in letters)
        return cls(access=access, use=use, modify=modify, distribute=distribute)

    def __str__(self) -> str:
        return "".join((self.access, self.use, self.modify, self.distribute))


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A clause that counts against the licence, in our words.

    `scale` marks a duty to show a name that starts at a scale only. `shuts_out` names the places a D5 clause excludes.
    `verified` is False where the clause was reported but its text not seen.
    """

    code: Code
    text: str
    scale: bool = False
    shuts_out: tuple[str, ...] = ()
    verified: bool = True

    @property
    def weight(self) -> Weight | None:
        """What this clause does to the verdict; None for plain credit."""
        if self.code is Code.D11 and not self.scale:
            return None
        if self.code is Code.D5 and EU not in self.shuts_out:
            return Weight.CONTESTED
        return DISQUALIFIERS[self.code].weight


@dataclass(frozen=True, kw_only=True)
class Override:
    """A verdict that departs from what the clauses alone would give, and why.

    `is_limit`: the reason is a limit in the text itself, so reading the text does not settle it.
    """

    verdict: Verdict
    why: str
    is_limit: bool = False


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A figure that changes what is allowed. `operator` and `amount` are exact.

    It counts only when one of `only_if` is true (if any is named) and none of `spares` is. `boundary_known` is False
    where sources differ on the amount itself: exactly there, nothing is known.
    """

    metric: Metric
    operator: Operator
    amount: int
    unit: Unit
    tested: Tested
    effect: Effect
    text: str
    released: date | None = None
    only_if: tuple[Trait, ...] = ()
    spares: tuple[Trait, ...] = ()
    boundary_known: bool = True
    grade: Grade = Grade.P

    def reached(self, figure: Fraction | None) -> bool | None:
        """Whether the figure reaches the threshold; None when that is not known."""
        if figure is None or (figure == self.amount and not self.boundary_known):
            return None
        return figure > self.amount or (self.operator is Operator.FROM and figure == self.amount)

    @property
    def figure(self) -> str:
        """The operator, the amount and its unit: "> 700,000,000 users"."""
        return f"{self.operator} {self.amount:,} {self.unit}"


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Something other than a figure that changes what is allowed.

    It holds when one of `when` is true (always, if none is named) and none of `unless` is.
    """

    effect: Effect
    text: str
    when: tuple[Trait, ...] = ()
    unless: tuple[Trait, ...] = ()

    @property
    def for_all(self) -> bool:
        """Whether it bars everybody's use, until the licensor allows it."""
        return self.effect.bars and not self.when and not self.unless


@dataclass(frozen=True, kw_only=True)
class Exclusion:
    """Places whose people get no rights. `multimodal_only`: for models that take or make more than text."""

    places: tuple[str, ...]
    text: str
    multimodal_only: bool = False
    covers_outputs: bool = False


@dataclass(frozen=True, kw_only=True)
class Owed:
    """One thing owed for derivatives or copies."""

    kind: Owe
    text: str
    when: When = When.PASSED_ON


@dataclass(frozen=True, kw_only=True)
class Outputs:
    """What may be done with outputs. `sell` None: the licence says nothing, or it is not known."""

    train: Train
    text: str
    sell: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Where the text is, how well it was seen, and when. The grade is that of the weakest part."""

    source: str
    grade: Grade
    note: str = ""
    checked_on: date = CHECKED_ON

    @property
    def verify(self) -> bool:
        """Whether the reader is asked to check the text before relying on it."""
        return not self.grade.verified


@dataclass(frozen=True, kw_only=True)
class Licence:
    """One licence text in one version.

    `spdx` is None where the SPDX list has none. `leans` says where a contested licence leans. `deploy`, `fine_tune`
    and `disclose` answer the three practical questions. `replaced_by` is the licence that the models named have now.
    """

    id: str
    name: str
    family: Family
    publisher: str
    spdx: str | None
    osi: Osi
    clauses: tuple[Clause, ...]
    reason: str
    rights: Rights
    commercial: Commercial
    limits: tuple[Limit, ...]
    limits_text: str
    keep: Keep
    keep_text: str = ""
    owed: tuple[Owed, ...]
    outputs: Outputs
    patents: Patents
    patents_text: str
    evidence: Evidence
    deploy: str
    fine_tune: str
    disclose: str
    version: str = ""
    dated: date | None = None
    aliases: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    gates: tuple[Gate, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    exclusions_known: bool = True
    exclusions_text: str = ""
    endings: tuple[Ending, ...] = ()
    leans: Verdict | None = None
    override: Override | None = None
    replaced_by: str = ""

    @property
    def spdx_id(self) -> str:
        """The identifier for a software bill of materials: SPDX's own, or a LicenseRef."""
        return self.spdx or f"LicenseRef-{self.id.replace('+', '-plus')}"

    @property
    def codes(self) -> tuple[Code, ...]:
        """The kinds of clause that count against it."""
        return tuple(clause.code for clause in self.clauses)

    @property
    def excluded(self) -> tuple[str, ...]:
        """The places whose people are excluded, for some models at least."""
        return tuple(dict.fromkeys(place for found in self.exclusions for place in found.places))

    @property
    def verdict(self) -> Verdict:
        """The EU verdict: from the clauses, save for an override."""
        if self.override is not None:
            return self.override.verdict
        found = mechanical(self.clauses)
        return self.leans if found is Verdict.CONTESTED and self.leans is not None else found


def mechanical(clauses: Iterable[Clause]) -> Verdict:
    """What the clauses alone give: one that loses decides; otherwise any disputed one leaves it contested."""
    weights = {clause.weight for clause in clauses} - {None}
    if Weight.LOSES in weights:
        return Verdict.NO
    if weights == {Weight.LEANS_NO}:
        return Verdict.LEANS_NO
    return Verdict.CONTESTED if weights else Verdict.YES
