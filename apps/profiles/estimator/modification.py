"""The one-third rule: does changing somebody else's model make you a provider of a model yourself?

Indicative, from the guidelines on general-purpose AI models, section 3.2: the compute of the modification is more than
a third of the original model's compute. Exactly a third is not more. If the original's compute is neither known nor
possible to estimate, a third of the threshold of its class stands in: of 10²⁵ with systemic risk, else of 10²³.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from apps.profiles.estimator.counting import EU_INDICATOR, EU_SYSTEMIC_RISK, Measure, guidelines
from apps.profiles.estimator.quantities import scientific, to_decimal

if TYPE_CHECKING:
    from apps.profiles.estimator.quantities import Interval
    from apps.rules.engine.cites import Cite

THIRD = Fraction(1, 3)
_FIGURES = 3
_LARGE = 999
ONE_THIRD_CITE = guidelines("section 3.2")


class Verdict(StrEnum):
    """Whether a modification exceeds the criterion."""

    ABOVE = "above"
    NOT_ABOVE = "not_above"
    OPEN = "open"


class Basis(StrEnum):
    """What a threshold is a third of."""

    ORIGINAL = "original"  # the original's compute, in the measure its class calls for
    BOUND = "bound"  # the other measure of the original, which bounds it on one side
    FALLBACK = "fallback"  # the statutory or indicative threshold of its class


@dataclass(frozen=True, kw_only=True)
class Original:
    """What is known about the original model. None means not known and not possible to estimate.

    `updates` is its compute that updates parameters, `cumulative` all compute that adds to capabilities (never less).
    `systemic_risk` is None when that is not known; then both classes are looked at.
    """

    updates: Interval | None = None
    cumulative: Interval | None = None
    systemic_risk: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """The rule applied to one class of original. All figures in FLOP; `None` as an upper end means no known bound."""

    systemic_risk: bool
    measure: Measure
    basis: Basis
    threshold_low: Fraction
    threshold_high: Fraction | None
    ratio_low: Fraction | None
    ratio_high: Fraction | None
    verdict: Verdict

    @property
    def threshold_text(self) -> str:
        """What must be exceeded, in FLOP: a figure, a range, or the one side that is known."""
        if self.threshold_high is None:
            return _("at least %(low)s") % {"low": scientific(self.threshold_low, _FIGURES)}
        if not self.threshold_low:
            return _("at most %(high)s") % {"high": scientific(self.threshold_high, _FIGURES)}
        return _either(scientific(self.threshold_low, _FIGURES), scientific(self.threshold_high, _FIGURES))

    @property
    def ratio_text(self) -> str:
        """The modification as a share of what the threshold is a third of."""
        if self.ratio_low is None:
            return _("at most %(high)s") % {"high": _percent(self.ratio_high)}
        if self.ratio_high is None:
            return _("at least %(low)s") % {"low": _percent(self.ratio_low)}
        return _either(_percent(self.ratio_low), _percent(self.ratio_high))


@dataclass(frozen=True, kw_only=True)
class OneThird:
    """The verdict, and the cases it rests on: one, or two when the class of the original is not known."""

    verdict: Verdict
    cases: tuple[Case, ...]
    cite: Cite = ONE_THIRD_CITE


def _either(low: str, high: str) -> str:
    return low if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def _percent(share: Fraction | None) -> str:
    if share is None:
        return _("an unknown share")
    percent = share * 100
    figure = f"{to_decimal(percent):.3g}" if Fraction(1, 1000) <= percent < _LARGE else scientific(percent)
    return f"{figure}\N{NO-BREAK SPACE}%"


def one_third(modification: Interval, original: Original) -> OneThird:
    """Hold the compute of a modification (FLOP) against a third of the original's. Exact; equal is not above."""
    classes = (True, False) if original.systemic_risk is None else (original.systemic_risk,)
    cases = tuple(_case(modification, original, systemic_risk=is_systemic) for is_systemic in classes)
    verdicts = {case.verdict for case in cases}
    return OneThird(verdict=verdicts.pop() if len(verdicts) == 1 else Verdict.OPEN, cases=cases)


def _case(modification: Interval, original: Original, *, systemic_risk: bool) -> Case:
    measure = Measure.CUMULATIVE if systemic_risk else Measure.UPDATES
    basis, low, high = _reference(original, systemic_risk=systemic_risk)
    return Case(
        systemic_risk=systemic_risk, measure=measure, basis=basis,
        threshold_low=low * THIRD, threshold_high=None if high is None else high * THIRD,
        ratio_low=None if high is None else modification.low / high,
        ratio_high=modification.high / low if low else None,
        verdict=_verdict(modification, low * THIRD, None if high is None else high * THIRD),
    )  # fmt: skip


def _reference(original: Original, *, systemic_risk: bool) -> tuple[Basis, Fraction, Fraction | None]:
    """The figure to take a third of, as a range. The wider sum is never the smaller, so either bounds the other."""
    wanted = original.cumulative if systemic_risk else original.updates
    if wanted is not None:
        return Basis.ORIGINAL, wanted.low, wanted.high
    if systemic_risk and original.updates is not None:
        return Basis.BOUND, original.updates.low, None
    if not systemic_risk and original.cumulative is not None:
        return Basis.BOUND, Fraction(0), original.cumulative.high
    fallback = EU_SYSTEMIC_RISK.flop if systemic_risk else EU_INDICATOR.flop
    return Basis.FALLBACK, fallback, fallback


def _verdict(modification: Interval, low: Fraction, high: Fraction | None) -> Verdict:
    if high is not None and modification.low > high:
        return Verdict.ABOVE
    return Verdict.NOT_ABOVE if modification.high <= low else Verdict.OPEN


def contradicts_class(original: Original) -> bool:
    """Whether a model said to be without systemic risk lies wholly above the compute that raises the presumption."""
    figure = original.cumulative or original.updates
    return original.systemic_risk is False and figure is not None and figure.low > EU_SYSTEMIC_RISK.flop
