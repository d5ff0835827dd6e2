"""Numbers as people write them, read without guessing, and kept exact.

Everything is a fraction: a threshold of "more than one third" must not turn on the last bit of a float.
An input may be a single figure or a range; both become an `Interval`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrOrPromise

Amount = str | int | float | Decimal | Fraction

# Above this no figure is a training run: it is ten million times the largest threshold in any law.
MAX_FLOP = Fraction(10**32)

_MAX_TEXT = 80
_MAX_EXPONENT_TEXT = 4  # more would make a number that fills the memory
_FIGURES_SHOWN = 6
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"(?P<mantissa>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:e(?P<exponent>[+-]?[0-9]+))?", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[, '’_])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:\.[0-9]+)?", re.ASCII)
_TIMES_TEN = re.compile(r"\s*[x×*·]\s*10\s*(?:\^|\*\*)\s*")
_BARE_POWER = re.compile(r"^10\s*(?:\^|\*\*)\s*")
# A dash directly after "e" belongs to an exponent, one at the start is a minus sign, one before a letter joins words.
_RANGE = re.compile(r"\s+to\s+|\s*(?:\.\.|…|[–—])\s*|(?<=[^\se×x*^+-])\s*-\s*(?=[0-9.])", re.IGNORECASE)
_SCALES: Mapping[str, int] = {
    "": 0,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "t": 12,
    "tn": 12,
    "trillion": 12,
    "quadrillion": 15,
}


class InputError(ValueError):
    """An input that cannot be used. The text says where, what was wrong and what to write instead."""

    def __init__(self, where: StrOrPromise, what: str, remedy: str) -> None:
        self.where, self.what, self.remedy = str(where), what, remedy
        super().__init__(f"{where}: {what} {remedy}")


@dataclass(frozen=True)
class Interval:
    """All values from `low` to `high`, both included; never negative. A single figure has low equal to high."""

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"Interval {self.low} to {self.high}: the ends must satisfy 0 <= low <= high. Swap them.")

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """A single figure."""
        return cls(Fraction(value), Fraction(value))

    @property
    def is_point(self) -> bool:
        """Whether this is a single figure."""
        return self.low == self.high

    @property
    def middle(self) -> Fraction:
        """Half way between the ends."""
        return (self.low + self.high) / 2

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __mul__(self, other: Interval) -> Interval:
        return Interval(self.low * other.low, self.high * other.high)

    def __contains__(self, value: Fraction | int) -> bool:
        return self.low <= value <= self.high

    def scaled(self, factor: Fraction | int) -> Interval:
        """Both ends times `factor` (not negative)."""
        return Interval(self.low * factor, self.high * factor)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """What an input measures: its name, the words that may follow the number, and what is believable.

    `minimum` and `maximum` are inclusive; outside them a unit has almost surely been forgotten or doubled. `zero` says
    whether none at all is an answer.
    """

    name: StrOrPromise
    unit: StrOrPromise
    minimum: Fraction
    maximum: Fraction
    example: str
    words: tuple[str, ...] = ()
    scales: tuple[tuple[str, int], ...] = ()
    percent: bool = False
    zero: bool = False


_FLOP_WORDS = ("flop", "flops", "floating point operations", "floating-point operations")
PARAMETERS = Quantity(
    name=gettext_lazy("Parameters"), unit=gettext_lazy("parameters"), minimum=Fraction(10**3),
    maximum=Fraction(10**16), example="70B", words=("parameters", "parameter", "params"),
)  # fmt: skip
TOKENS = Quantity(
    name=gettext_lazy("Tokens"), unit=gettext_lazy("tokens"), minimum=Fraction(10**3),
    maximum=Fraction(10**18), example="15T", words=("tokens", "token", "tok"),
)  # fmt: skip
PASSES = Quantity(
    name=gettext_lazy("Passes over the data"), unit=gettext_lazy("passes"), minimum=Fraction(1, 1000),
    maximum=Fraction(10**4), example="1", words=("epochs", "epoch", "passes", "pass"),
)  # fmt: skip
CHIPS = Quantity(
    name=gettext_lazy("Number of chips"), unit=gettext_lazy("chips"), minimum=Fraction(1),
    maximum=Fraction(10**8), example="2048", words=("chips", "chip", "gpus", "gpu", "tpus", "tpu"),
)  # fmt: skip
HOURS = Quantity(
    name=gettext_lazy("Hours per chip"), unit=gettext_lazy("hours"), minimum=Fraction(1, 3600),
    maximum=Fraction(10**6), example="720", words=("hours", "hour", "hrs", "h"),
)  # fmt: skip
CHIP_HOURS = Quantity(
    name=gettext_lazy("Chip-hours"), unit=gettext_lazy("chip-hours"), minimum=Fraction(1, 3600),
    maximum=Fraction(10**13), example="370 000",
    words=("chip-hours", "chip hours", "gpu-hours", "gpu hours", "tpu-hours", "tpu hours", "hours", "h"),
)  # fmt: skip
PEAK = Quantity(
    name=gettext_lazy("Peak speed of one chip"), unit=gettext_lazy("FLOP/s, dense"), minimum=Fraction(10**9),
    maximum=Fraction(10**18), example="989 TFLOP/s",
    words=("flop/s", "flops"),
    scales=(("g", 9), ("gflop/s", 9), ("gflops", 9), ("tflop/s", 12), ("tflops", 12), ("p", 15), ("pflop/s", 15),
            ("pflops", 15)),
)  # fmt: skip
UTILISATION = Quantity(
    name=gettext_lazy("Utilisation"), unit=gettext_lazy("times the peak"), minimum=Fraction(1, 1000),
    maximum=Fraction(1), example="30% to 50%", percent=True,
)  # fmt: skip
COMPUTE = Quantity(
    name=gettext_lazy("Compute"), unit=gettext_lazy("FLOP"), minimum=Fraction(10**9), maximum=MAX_FLOP,
    example="3.8e25", words=_FLOP_WORDS,
)  # fmt: skip
OTHER_COMPUTE = replace(COMPUTE, name=gettext_lazy("Other compute"), zero=True)


def read(raw: Amount | Interval, quantity: Quantity) -> Interval:
    """The interval that `raw` states, in the unit of `quantity`.

    Takes text ("15T", "15 trillion", "1,500,000", "6.3 × 10²⁴", "10T to 15T") or a number.
    Raises InputError for anything empty, ambiguous, not finite, not positive or out of proportion.
    """
    if isinstance(raw, Interval):
        found = raw
    elif isinstance(raw, str):
        found = _read_text(raw, quantity)
    else:
        found = Interval.exactly(_not_negative(_exact(raw, quantity), str(raw), quantity))
    for end in (found.low, found.high):
        _check_size(end, quantity)
    return found


def _exact(raw: int | float | Decimal | Fraction, quantity: Quantity) -> Fraction:
    """The number as written: 1e25 is ten to the 25, not the nearest binary fraction."""
    try:
        return Fraction(repr(raw)) if isinstance(raw, float) else Fraction(raw)
    except (ValueError, OverflowError) as error:
        raise _unreadable(str(raw), quantity) from error


def _not_negative(value: Fraction, text: str, quantity: Quantity) -> Fraction:
    if value < 0:
        raise InputError(quantity.name, _("“%(text)s” is negative.") % {"text": text}, _try(quantity))
    return value


def _read_text(raw: str, quantity: Quantity) -> Interval:
    text = re.sub(r"\s+", " ", raw).strip()
    if not text:
        raise InputError(quantity.name, _("nothing was entered."), _try(quantity))
    if len(text) > _MAX_TEXT:
        raise InputError(quantity.name, _("the text is too long to be a number."), _try(quantity))
    parts = _RANGE.split(text)
    if len(parts) == 1:
        value, __ = _read_one(text, quantity)
        return Interval.exactly(value)
    if len(parts) > 2 or not all(parts):
        raise _unreadable(text, quantity)
    return _read_range(text, parts[0], parts[1], quantity)


def _read_range(text: str, first: str, second: str, quantity: Quantity) -> Interval:
    (low, low_scaled), (high, high_scaled) = _read_one(first, quantity), _read_one(second, quantity)
    if high_scaled and not low_scaled:
        example = "30% to 50%" if quantity.percent else "10T to 15T"
        what = _("“%(text)s” leaves open whether the unit belongs to both numbers.") % {"text": text}
        raise InputError(quantity.name, what, _("Write it on both, for example %(example)s.") % {"example": example})
    if low > high:
        what = _("the range “%(text)s” runs backwards.") % {"text": text}
        raise InputError(quantity.name, what, _("Write the lower number first."))
    return Interval(low, high)


def _read_one(text: str, quantity: Quantity) -> tuple[Fraction, bool]:
    """One number, and whether it carried its own scale (a suffix, a percent sign or a power of ten)."""
    plain = _plain_powers(text.casefold().strip())
    negative = plain.startswith(("-", "−"))
    plain = plain.lstrip("-−+~≈ ")
    grouped = _GROUPED.match(plain)
    match = _NUMBER.match(plain) if grouped is None else None
    if grouped is None and match is None:
        raise _unreadable(text, quantity)
    if match and len(match["exponent"] or "") > _MAX_EXPONENT_TEXT:
        raise _unreadable(text, quantity)
    end = grouped.end() if grouped else match.end() if match else 0
    rest = plain[end:]
    if rest[:1] in {",", ".", "'", "’", "_"} or re.match(r" ?[0-9]", rest):
        raise _ambiguous(text, quantity)
    number = re.sub(r"[, '’_]", "", grouped.group()) if grouped else plain[:end]
    scale = _scale(rest.strip(), text, quantity)
    value = Fraction(number) * scale
    _not_negative(-value if negative else value, text, quantity)
    return value, scale != 1 or (match is not None and match["exponent"] is not None)


def _plain_powers(text: str) -> str:
    """Write 6.3 × 10²⁴, 6.3 x 10^24 and 10²⁴ with an e, so that one pattern reads them all."""
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda run: "^" + run.group().translate(_SUPERSCRIPTS), text)
    return _BARE_POWER.sub("1e", _TIMES_TEN.sub("e", text))


def _scale(suffix: str, text: str, quantity: Quantity) -> Fraction:
    if quantity.percent and suffix == "%":
        return Fraction(1, 100)
    scales = {**_SCALES, **dict(quantity.scales)}
    if suffix in scales:
        return Fraction(10 ** scales[suffix])
    for word in quantity.words:
        before = suffix.removesuffix(word).strip(" -")
        if suffix.endswith(word) and before in scales:
            return Fraction(10 ** scales[before])
    raise _unreadable(text, quantity)


def _check_size(value: Fraction, quantity: Quantity) -> None:
    if value == 0 and quantity.zero:
        return
    if value <= 0:
        raise InputError(quantity.name, _("zero cannot be used."), _try(quantity))
    shown = {"value": in_words(value), "unit": quantity.unit, "limit": in_words(quantity.minimum)}
    if value < quantity.minimum:
        what = _("%(value)s %(unit)s is too little to be meant; the least accepted is %(limit)s.") % shown
        raise InputError(quantity.name, what, _("Check the unit.") + " " + _try(quantity))
    if value > quantity.maximum:
        shown["limit"] = in_words(quantity.maximum)
        what = _("%(value)s %(unit)s is too much to be meant; the most accepted is %(limit)s.") % shown
        raise InputError(quantity.name, what, _("Check the unit.") + " " + _try(quantity))


def _try(quantity: Quantity) -> str:
    return _("Write for example %(example)s.") % {"example": quantity.example}


def _unreadable(text: str, quantity: Quantity) -> InputError:
    what = _("“%(text)s” cannot be read as a number of this kind.") % {"text": text}
    return InputError(quantity.name, what, _try(quantity))


def _ambiguous(text: str, quantity: Quantity) -> InputError:
    what = _("“%(text)s” can be read in more than one way.") % {"text": text}
    remedy = _("Use a point for decimals (1.5) and groups of three for thousands (1,500,000).")
    return InputError(quantity.name, what, remedy)


def to_decimal(value: Fraction, *, up: bool = False) -> Decimal:
    """The value as a decimal, exact where one exists, otherwise rounded outward at the fiftieth figure."""
    context = Context(prec=50, rounding=ROUND_CEILING if up else ROUND_FLOOR)
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


def scientific(value: Fraction, figures: int = 2) -> str:
    """A number to so many significant figures, as people read it: 6.3 × 10²⁴."""
    if value == 0:
        return "0"
    digits, __, exponent = f"{to_decimal(value):.{figures - 1}e}".partition("e")
    return f"{digits}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{_power(int(exponent))}"


def threshold_text(value: Fraction) -> str:
    """A number with all its figures (six at most) and no idle ones: 10²⁵, 3.33333 × 10²², 6.74 × 10²⁴."""
    if value == 0:
        return "0"
    digits, __, exponent = f"{to_decimal(value):.{_FIGURES_SHOWN - 1}e}".partition("e")
    mantissa, power = f"{Decimal(digits).normalize():f}", _power(int(exponent))
    return power if mantissa == "1" else f"{mantissa}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{power}"


def _power(exponent: int) -> str:
    return "10" + str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))


def in_words(value: Fraction) -> str:
    """A number with a word for its size where one is short and exact (70 billion), otherwise in powers of ten."""
    for power, word in ((12, _("trillion")), (9, _("billion")), (6, _("million"))):
        scaled = value / 10**power
        if 1 <= scaled < 10**4 and (scaled * 1000).denominator == 1:
            return f"{_short(scaled)} {word}"
    if (value * 1000).denominator == 1 and value < 10**6:
        return _short(value)
    return threshold_text(value)


def _short(value: Fraction) -> str:
    return f"{to_decimal(value).normalize():,f}".replace(",", "\N{NO-BREAK SPACE}")


def interval_in_words(interval: Interval) -> str:
    """One figure, or both ends of a range."""
    if interval.is_point:
        return in_words(interval.low)
    return _("(%(low)s to %(high)s)") % {"low": in_words(interval.low), "high": in_words(interval.high)}
