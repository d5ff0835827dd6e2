"""Turning estimates into answers a profile can hold: a range, marked as estimated, with the method in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from apps.profiles.estimator.methods import Method
from apps.profiles.estimator.quantities import to_decimal

if TYPE_CHECKING:
    from decimal import Decimal

    from apps.profiles.estimator.methods import Estimate

ORIGIN = "estimated"


@dataclass(frozen=True, kw_only=True)
class EstimatedAnswer:
    """An answer to store: the fact's range in FLOP, where it came from, and how it was found."""

    low: Decimal
    high: Decimal
    note: str
    origin: str = ORIGIN

    def as_value(self) -> dict[str, str]:
        """The range as a profile stores it: text, because a JSON integer cannot hold it."""
        return {"low": f"{self.low:E}", "high": f"{self.high:E}"}


def estimated_answer(estimate: Estimate) -> EstimatedAnswer:
    """One estimate as an answer. The ends are not rounded, so that no threshold is crossed by rounding."""
    return EstimatedAnswer(
        low=to_decimal(estimate.band.low), high=to_decimal(estimate.band.high, up=True), note=_note(estimate)
    )


def answers_to_store(
    *,
    training: Estimate | None = None,
    other_counted: Estimate | None = None,
    modification: Estimate | None = None,
    base_training: Estimate | None = None,
    base_other_counted: Estimate | None = None,
) -> dict[str, EstimatedAnswer]:
    """Answers by fact key, for whichever estimates are given.

    `training` is compute that updates parameters; `other_counted` is what the wider sum adds to it, not that sum.
    """
    found = {
        "training_compute": training,
        "other_counted_compute": other_counted,
        "modification_compute": modification,
        "base_training_compute": base_training,
        "base_other_counted_compute": base_other_counted,
    }
    return {key: estimated_answer(estimate) for key, estimate in found.items() if estimate is not None}


def _note(estimate: Estimate) -> str:
    shown = {"sum": estimate.filled, "middle": estimate.middle_text, "band": estimate.band_text}
    if estimate.method is Method.KNOWN:
        return _("Figure given: %(band)s FLOP.") % shown
    return _("Estimated as %(sum)s, about %(middle)s FLOP; range kept: %(band)s FLOP.") % shown
