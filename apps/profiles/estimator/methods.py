"""Two ways to estimate training compute, and what is added to it: exact arithmetic, an error band, the sum shown.

From the architecture: 6 operations for each parameter and token (2 forward, 4 backward). From the hardware: chips x
time x peak speed x utilisation. Every operation counts the same, whatever its precision.
Source: guidelines on general-purpose AI models, Annex A.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from operator import add, mul
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from apps.profiles.estimator.quantities import (
    COMPUTE,
    MAX_FLOP,
    InputError,
    Interval,
    in_words,
    interval_in_words,
    scientific,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

# The guidelines accept an estimate that is right to within 30 % of the figure reported (Annex A).
MARGIN = Fraction(3, 10)
# What well-run large training jobs reach, in model operations; not a figure from any law.
USUAL_UTILISATION = Interval(Fraction(3, 10), Fraction(1, 2))
SECONDS_PER_HOUR = 3600
OPERATIONS_TRAINING = 6
OPERATIONS_FORWARD = 2


class Method(StrEnum):
    """How a figure was found; kept with the answer."""

    ARCHITECTURE = "architecture"
    HARDWARE = "hardware"
    FORWARD = "forward"
    KNOWN = "known"
    SUM = "sum"


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """Compute in FLOP: the middle figure, the band around it, and the sum in symbols and in numbers."""

    middle: Fraction
    band: Interval
    method: Method
    formula: str
    filled: str

    def __add__(self, other: Estimate) -> Estimate:
        return _bounded(
            Estimate(
                middle=self.middle + other.middle, band=self.band + other.band, method=Method.SUM,
                formula=f"{self.formula} + {other.formula}", filled=f"{self.filled} + {other.filled}",
            )
        )  # fmt: skip

    @property
    def middle_text(self) -> str:
        """The middle figure to two significant figures, as a notification states it."""
        return scientific(self.middle)

    @property
    def band_text(self) -> str:
        """The band to two significant figures, or the single figure when there is none."""
        if self.band.is_point:
            return scientific(self.band.low)
        low, high = scientific(self.band.low), scientific(self.band.high)
        return _("%(low)s to %(high)s") % {"low": low, "high": high}


def from_parameters(
    parameters: Interval, tokens: Interval, passes: Interval | None = None, *, margin: Fraction = MARGIN
) -> Estimate:
    """6 x N x D for a transformer: N parameters, D tokens in the data times the passes over them.

    For a mixture of experts N is the parameters active for one token. Not meant for images, audio or video.
    """
    repeats = passes or Interval.exactly(1)
    return _product(
        (Interval.exactly(OPERATIONS_TRAINING), parameters, tokens, repeats),
        method=Method.ARCHITECTURE, formula=_("6 × parameters × tokens × passes"), margin=margin,
    )  # fmt: skip


def from_hardware(
    chip_hours: Interval, peak: Interval, utilisation: Interval = USUAL_UTILISATION, *, margin: Fraction = MARGIN
) -> Estimate:
    """Chip-hours x 3600 x peak x utilisation. `peak` is the dense FLOP/s of one chip at the precision used.

    Utilisation means operations the model needs, so that repeating activations to save memory does not add to it.
    """
    return _product(
        (chip_hours, Interval.exactly(SECONDS_PER_HOUR), peak, utilisation),
        method=Method.HARDWARE, formula=_("chip-hours × 3600 s × peak FLOP/s × utilisation"), margin=margin,
    )  # fmt: skip


def from_generation(parameters: Interval, tokens: Interval, *, margin: Fraction = MARGIN) -> Estimate:
    """2 x N x D to generate D tokens with a model of N (active) parameters; D includes samples thrown away."""
    return _product(
        (Interval.exactly(OPERATIONS_FORWARD), parameters, tokens),
        method=Method.FORWARD, formula=_("2 × generator’s parameters × generated tokens"), margin=margin,
    )  # fmt: skip


def known(compute: Interval) -> Estimate:
    """A figure somebody measured or published, or a range of such figures: no margin is added."""
    text = _("%(figure)s (as given)") % {"figure": interval_in_words(compute)}
    return _bounded(
        Estimate(middle=compute.middle, band=compute, method=Method.KNOWN, formula=_("figure given"), filled=text)
    )


def total(estimates: Iterable[Estimate]) -> Estimate | None:
    """All of them together, or None when there are none."""
    parts = tuple(estimates)
    return reduce(add, parts) if parts else None


def implied_utilisation(compute: Fraction, chip_hours: Fraction, peak: Fraction) -> Fraction:
    """The utilisation at which these chip-hours give this compute: a check on published figures."""
    return compute / (chip_hours * SECONDS_PER_HOUR * peak)


def _product(factors: tuple[Interval, ...], *, method: Method, formula: str, margin: Fraction) -> Estimate:
    """Multiply ranges end by end. The band is the wider of the inputs' own range and the margin about the middle."""
    spread = reduce(mul, factors)
    middle = reduce(mul, (factor.middle for factor in factors))
    band = spread.hull(Interval.exactly(middle).scaled(1 - margin)).hull(Interval.exactly(middle).scaled(1 + margin))
    filled = " × ".join(interval_in_words(factor) for factor in factors)
    return _bounded(Estimate(middle=middle, band=band, method=method, formula=formula, filled=filled))


def _bounded(estimate: Estimate) -> Estimate:
    """Refuse a result that no training run can have: one of the inputs is off by some powers of ten."""
    if estimate.band.high <= MAX_FLOP:
        return estimate
    shown = {"value": scientific(estimate.band.high), "limit": in_words(MAX_FLOP)}
    what = _("the result, up to %(value)s FLOP, is beyond %(limit)s FLOP.") % shown
    raise InputError(COMPUTE.name, what, _("Check the units of the inputs."))
