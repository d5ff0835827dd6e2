"""The lines that the law draws in training compute, and what stands behind each: concept, duty, first day, by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from apps.rules.engine import Definition, Interval, Obligation, Param, Rulebook
from apps.rules.engine.profile import Values
from apps.rules.engine.words import quantity

UNIT: Final = "FLOP"
DOCUMENTATION: Final = "EU-AIA-53-1-a"  # the duty that free and open-source release can lift
_TRAINING: Final = ("training_compute",)
_COUNTED: Final = ("training_compute", "other_counted_compute")


class Side(StrEnum):
    """Where a figure stands against a line. Exactly on the line is under it: every line is crossed from above only."""

    OVER = "over"
    STRADDLES = "straddles"
    UNDER = "under"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class _Behind:
    """What the rulebook has behind a line in one place: ids of the concept and of the first duty it brings."""

    place: str
    definition: str
    duty: str


@dataclass(frozen=True, kw_only=True)
class _Sort:
    """How a line is talked of; which facts count for it; what is behind it.

    `test` is the definition that asks for the figure alone, and `passes` what it means to pass it.
    """

    short: str | Promise
    counts: tuple[str, ...]
    behind: tuple[_Behind, ...]
    test: str = ""
    passes: str | Promise = ""


def _act(state: str, duty: str) -> _Behind:
    return _Behind(place=f"US-{state.upper()}", definition=f"{state}_frontier_developer", duty=duty)


SORTS: Final[Mapping[str, _Sort]] = {
    "indicative_compute": _Sort(
        short=gettext_lazy("general-purpose model"),
        counts=_TRAINING,
        behind=(_Behind(place="EU", definition="gpai_model", duty="EU-AIA-53-1-c"),),
        test="indicator_met",
        passes=gettext_lazy("official indicator met"),
    ),
    "systemic_risk_compute": _Sort(
        short=gettext_lazy("systemic risk"),
        counts=_COUNTED,
        behind=(_Behind(place="EU", definition="systemic_risk", duty="EU-AIA-55-1-a"),),
        test="compute_presumption",
        passes=gettext_lazy("presumed by compute"),
    ),
    "us-frontier-compute": _Sort(
        short=gettext_lazy("frontier developer"),
        counts=_TRAINING,
        behind=(
            _act("ca", "CA-TFAIA-12-c1"),
            _act("ct", "CT-2-b"),
            _act("il", "IL-AISMA-10-c1"),
            _act("ny", "NY-RAISE-1421-3a"),
        ),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Reach:
    """What crossing a line can mean in one place. `first_day` None: not law yet on the day it is known of."""

    place: str
    definition: Definition
    duty: Obligation
    first_day: date | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line on two days. `amount` None: no such line was published by then. `test` and `passes` as in _Sort."""

    param: Param
    amount: float | None
    short: str
    counts: tuple[str, ...]
    reaches: tuple[Reach, ...]
    test: str = ""
    passes: str = ""

    @property
    def id(self) -> str:
        """The id of its figure in the rulebook."""
        return self.param.id

    @property
    def words(self) -> str:
        """Its figure with the unit; empty where the law had none."""
        return "" if self.amount is None else quantity(self.amount, UNIT)

    def side(self, values: Values) -> Side:
        """Where a model stands. Compute that no fact gives is left out here; the law's own answer counts it."""
        span = counted(values, self.counts)
        if span is None or self.amount is None:
            return Side.UNKNOWN
        if span.low > self.amount:
            return Side.OVER
        return Side.UNDER if span.high <= self.amount else Side.STRADDLES

    def distance(self, values: Values) -> float | None:
        """How many times the nearest end of the range is from the line, 1 or more; None where the range straddles."""
        span = counted(values, self.counts)
        if span is None or self.amount is None or span.high <= 0:
            return None
        side = self.side(values)
        if side is Side.STRADDLES:
            return None
        return span.low / self.amount if side is Side.OVER else self.amount / span.high


def counted(values: Values, facts: tuple[str, ...] = _TRAINING) -> Interval | None:
    """The compute that is known, the facts of it added up; None where the first of them is not known."""
    known = [found for key in facts if isinstance(found := values.get(key), Interval)]
    if not isinstance(values.get(facts[0]), Interval):
        return None
    return Interval(sum(span.low for span in known), sum(span.high for span in known))


@lru_cache(maxsize=64)
def lines(book: Rulebook, as_of: date, known_on: date) -> tuple[Line, ...]:
    """Every line in FLOP that the rulebook has, lowest first."""
    params = [param for param in book.params.values() if param.unit == UNIT]
    found = [_line(book, param, as_of, known_on) for param in params]
    return tuple(sorted(found, key=lambda line: float(str(line.param.history[0].value))))


def _line(book: Rulebook, param: Param, as_of: date, known_on: date) -> Line:
    sort = SORTS.get(param.id, _Sort(short=param.title, counts=_TRAINING, behind=()))
    return Line(
        param=param,
        amount=_amount(param, as_of, known_on),
        short=str(sort.short),
        counts=sort.counts,
        reaches=tuple(_reach(book, behind, known_on) for behind in sort.behind),
        test=sort.test,
        passes=str(sort.passes),
    )


def _amount(param: Param, as_of: date, known_on: date) -> float | None:
    """The figure in force on the day; before its first day the first one, if it was published by then."""
    published = [dated.since for dated in param.history if (dated.published_on or dated.since) <= known_on]
    if not published:
        return None
    amount = param.at(max(as_of, min(published)), known_on)
    return None if isinstance(amount, date) else amount


def _reach(book: Rulebook, behind: _Behind, known_on: date) -> Reach:
    duty = book.obligations[behind.duty]
    starts = [version.since for version in duty.versions if book.visible(version, known_on)]
    return Reach(
        place=behind.place,
        definition=book.definitions[behind.definition],
        duty=duty,
        first_day=min(starts, default=None),
    )
