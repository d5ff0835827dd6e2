"""What the estimator's page shows: the sums each law uses, and where they stand against its threshold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apps.profiles.estimator.counting import YARDSTICKS, Measure, Standing, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apps.profiles.estimator.counting import Yardstick
    from apps.profiles.estimator.methods import Estimate


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One law's sum for this model and where its range stands against the law's threshold."""

    yardstick: Yardstick
    estimate: Estimate
    standing: Standing


def readings(
    training: Estimate, other: Estimate | None = None, yardsticks: Sequence[Yardstick] = YARDSTICKS
) -> tuple[Reading, ...]:
    """Hold `training` (compute that updates parameters), with or without `other` counted compute, against each law."""
    sums = {Measure.UPDATES: training, Measure.CUMULATIVE: training if other is None else training + other}
    return tuple(
        Reading(
            yardstick=yardstick,
            estimate=sums[yardstick.measure],
            standing=standing(sums[yardstick.measure].band, yardstick.flop),
        )
        for yardstick in yardsticks
    )
