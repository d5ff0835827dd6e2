"""What counts as training compute under each law, side by side, and where a figure stands against its threshold.

A law is a `Yardstick`: one column. An activity is one row. Each pair needs a cell that says whether it counts and why.
To add a law, append its yardstick and one cell for every activity; `counting_table` refuses a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from apps.profiles.estimator.quantities import threshold_text
from apps.rules.engine.cites import Cite, Grade

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django_stubs_ext import StrOrPromise

    from apps.profiles.estimator.quantities import Interval


class Measure(StrEnum):
    """Which of the two sums a threshold is held against."""

    UPDATES = "updates"  # compute that directly updates the parameters
    CUMULATIVE = "cumulative"  # that, and all else that adds to capabilities before release


class Standing(StrEnum):
    """Where a range stands against a threshold that must be exceeded."""

    ABOVE = "above"
    NOT_ABOVE = "not_above"
    STRADDLES = "straddles"


@dataclass(frozen=True, kw_only=True)
class NamedCite(Cite):
    """A pinpoint that carries the short name of its instrument, for pages."""

    title: StrOrPromise


def guidelines(pinpoint: str) -> NamedCite:
    """A place in the Commission's guidelines on general-purpose AI models, read in primary text."""
    name = _("Commission guidelines on general-purpose AI models")
    return NamedCite(instrument="GL", title=name, pinpoint=pinpoint, grade=Grade.P)


@dataclass(frozen=True, kw_only=True)
class Yardstick:
    """One threshold of one law. `flop` must be exceeded: a figure exactly equal to it does not reach it."""

    id: str
    jurisdiction: str
    title: StrOrPromise
    consequence: StrOrPromise
    measure: Measure
    flop: Fraction
    cite: Cite

    @property
    def flop_text(self) -> str:
        """The threshold as people write it: 10²⁵."""
        return threshold_text(self.flop)


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One kind of compute that people ask about."""

    id: str
    title: StrOrPromise


class Counts(StrEnum):
    """Whether an activity's compute is part of a yardstick's sum."""

    YES = "yes"
    NO = "no"
    NOT_LISTED = "not_listed"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Whether an activity counts under a yardstick, why, and where that is written."""

    counts: Counts
    why: StrOrPromise
    cite: Cite


@dataclass(frozen=True, kw_only=True)
class Row:
    """An activity with one cell per yardstick, in the order of the columns."""

    activity: Activity
    cells: tuple[Cell, ...]


EU_INDICATOR = Yardstick(
    id="eu-gpai-indicator", jurisdiction="EU", title=_("General-purpose indicator"),
    consequence=_(
        "Above it, a model that writes, speaks or turns text into images or video is taken to be general-purpose."
    ),
    measure=Measure.UPDATES, flop=Fraction(10**23), cite=guidelines("section 2.1"),
)  # fmt: skip
EU_SYSTEMIC_RISK = Yardstick(
    id="eu-systemic-risk", jurisdiction="EU", title=_("Systemic-risk presumption"),
    consequence=_("Above it, a general-purpose model is presumed to have high-impact capabilities."),
    measure=Measure.CUMULATIVE, flop=Fraction(10**25),
    cite=NamedCite(instrument="AIA", title=_("EU AI Act"), pinpoint="Art. 51(2)", grade=Grade.P),
)  # fmt: skip
YARDSTICKS: tuple[Yardstick, ...] = (EU_INDICATOR, EU_SYSTEMIC_RISK)

_ANNEX = guidelines("Annex A.1")
_ACTIVITY_TITLES: Mapping[str, StrOrPromise] = {
    "pre-training": _("Pre-training"),
    "later-training": _("Fine-tuning, reinforcement learning and other later training, up to release"),
    "private-synthetic": _("Generating synthetic training data that is not public, samples thrown away included"),
    "reused-weights": _("Training of weights that are merged, averaged or used as the starting point"),
    "public-synthetic": _("Generating synthetic data that anyone can access"),
    "diagnostics": _("Evaluations, red-teaming and other tests"),
    "experiments": _("Exploratory research and failed experiments"),
    "distillation-parent": _("Training of the parent model you distil from"),
    "auxiliary": _("Auxiliary models, such as reward or value models"),
    "recomputation": _("Recomputing activations to save memory"),
}
ACTIVITIES: tuple[Activity, ...] = tuple(Activity(id=key, title=title) for key, title in _ACTIVITY_TITLES.items())


def _cell(counts: Counts, why: StrOrPromise) -> Cell:
    return Cell(counts=counts, why=why, cite=_ANNEX)


_UPDATES = _("It changes the parameters of this model.")
_NO_UPDATE = _("It does not change the parameters of this model.")
_LEFT_OUT = _("The guidelines let you leave it out.")
CELLS: dict[tuple[str, str], Cell] = {
    ("pre-training", EU_INDICATOR.id): _cell(Counts.YES, _UPDATES),
    ("pre-training", EU_SYSTEMIC_RISK.id): _cell(Counts.YES, _("It adds to capabilities before release.")),
    ("later-training", EU_INDICATOR.id): _cell(Counts.YES, _UPDATES),
    ("later-training", EU_SYSTEMIC_RISK.id): _cell(Counts.YES, _("It adds to capabilities before release.")),
    ("private-synthetic", EU_INDICATOR.id): _cell(Counts.NO, _NO_UPDATE),
    ("private-synthetic", EU_SYSTEMIC_RISK.id): _cell(
        Counts.YES, _("Making the data adds to capabilities. If 100 samples are made and 10 are kept, count all 100.")
    ),
    ("reused-weights", EU_INDICATOR.id): _cell(
        Counts.NOT_LISTED, _("Named only for the wider sum. An earlier run of your own model is pre-training.")
    ),
    ("reused-weights", EU_SYSTEMIC_RISK.id): _cell(Counts.YES, _("The new model inherits what that compute bought.")),
    ("public-synthetic", EU_INDICATOR.id): _cell(Counts.NO, _NO_UPDATE),
    ("public-synthetic", EU_SYSTEMIC_RISK.id): _cell(Counts.NO, _LEFT_OUT),
    **{
        (activity, yardstick.id): _cell(Counts.NO, _NO_UPDATE if yardstick is EU_INDICATOR else _LEFT_OUT)
        for activity in ("diagnostics", "experiments", "distillation-parent", "auxiliary", "recomputation")
        for yardstick in YARDSTICKS
    },
}


def counting_table(
    yardsticks: Sequence[Yardstick] = YARDSTICKS, cells: Mapping[tuple[str, str], Cell] | None = None
) -> tuple[Row, ...]:
    """One row per activity, one cell per yardstick. Raises LookupError naming a missing pair."""
    filled = CELLS if cells is None else cells
    return tuple(
        Row(activity=activity, cells=tuple(_look_up(filled, activity, yardstick) for yardstick in yardsticks))
        for activity in ACTIVITIES
    )


def _look_up(cells: Mapping[tuple[str, str], Cell], activity: Activity, yardstick: Yardstick) -> Cell:
    try:
        return cells[activity.id, yardstick.id]
    except KeyError as error:
        message = f"Counting rules: no cell for {activity.id!r} under {yardstick.id!r}. Add one to CELLS."
        raise LookupError(message) from error


def standing(band: Interval, flop: Fraction) -> Standing:
    """Where a range stands against a threshold that must be exceeded: equal is not above."""
    if band.low > flop:
        return Standing.ABOVE
    return Standing.NOT_ABOVE if band.high <= flop else Standing.STRADDLES
