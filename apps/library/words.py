"""Figures, dates and terms of the rulebook as people read them: no markup, no clock, no database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext

from apps.assessments.places import NAMES

NBSP: Final = "\u00a0"
THIN: Final = "\u202f"
_SUPERSCRIPT: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# More digits than this are noise in a compute figure, unless they decide a comparison with a threshold.
_DIGITS: Final = 6

Word = str | Promise

GRADES: Final[Mapping[str, Word]] = {
    "P": gettext_lazy("primary text"),
    "O": gettext_lazy("official guidance"),
    "S": gettext_lazy("secondary source"),
    "M": gettext_lazy("unverified"),
}
FORCES: Final[Mapping[str, Word]] = {
    "statute": gettext_lazy("statute"),
    "regulation": gettext_lazy("regulation"),
    "guidance": gettext_lazy("guidance"),
    "voluntary": gettext_lazy("voluntary"),
    "treaty": gettext_lazy("treaty, binds states only"),
    "proposed": gettext_lazy("proposed"),
    "history": gettext_lazy("no longer law"),
}
CARVE_OUT_STATES: Final[Mapping[str, Word]] = {
    "active": gettext_lazy("removes this duty"),
    "lost": gettext_lazy("lost"),
    "not_met": gettext_lazy("not met"),
    "open": gettext_lazy("still open"),
}
RIGIDITIES: Final[Mapping[str, Word]] = {
    "easy": gettext_lazy("easy to change"),
    "medium": gettext_lazy("takes work to change"),
    "hard": gettext_lazy("hard to change"),
    "fixed": gettext_lazy("cannot be changed now"),
}
ORIGINS: Final[Mapping[str, Word]] = {
    "answered": gettext_lazy("answered by you"),
    "imported": gettext_lazy("read from a file"),
    "estimated": gettext_lazy("estimated"),
    "assumed": gettext_lazy("your assumption"),
    "licence": gettext_lazy("from the licence"),
}
JURISDICTIONS: Final[Mapping[str, Word]] = {
    **NAMES,
    "EU": gettext_lazy("European Union"),
    "UK": gettext_lazy("United Kingdom"),
    "INT": gettext_lazy("International"),
    "US": gettext_lazy("United States, federal"),
}
_POWERS: Final[Mapping[int, Word]] = {
    12: gettext_lazy("trillion"),
    15: gettext_lazy("quadrillion"),
    18: gettext_lazy("quintillion"),
    21: gettext_lazy("sextillion"),
    24: gettext_lazy("septillion"),
    27: gettext_lazy("octillion"),
}


def term(words: Mapping[str, Word], value: object) -> str:
    """The word for a rulebook value: an enum member, its name or its value. Unknown values come back as they are."""
    raw = str(value.value if isinstance(value, Enum) else value)
    for key in (raw, raw.lower(), raw.upper()):
        if key in words:
            return str(words[key])
    return raw


def parse_day(value: object) -> date | None:
    """A day from a date, a datetime or ISO text; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def day_text(value: object) -> str:
    """2 December 2027, with spaces that keep day and month together."""
    day = parse_day(value)
    return date_format(day, f"j{NBSP}F Y") if day else ""


def relative_text(value: object, reference: object) -> str:
    """How far a day lies from the reference day: "today", "in 9 days", "3 months ago", "in 2 years"."""
    day, today = parse_day(value), parse_day(reference)
    if day is None or today is None:
        return ""
    days = (day - today).days
    if days == 0:
        return gettext("today")
    if abs(days) == 1:
        return gettext("tomorrow") if days > 0 else gettext("yesterday")
    span = _span_text(*sorted((day, today)))
    return gettext("in %(span)s") % {"span": span} if days > 0 else gettext("%(span)s ago") % {"span": span}


def _span_text(first: date, last: date) -> str:
    """Whole days up to six weeks, whole months up to two years, then whole years."""
    days = (last - first).days
    if days <= 42:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < 24:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    return ngettext("%(n)d year", "%(n)d years", months // 12) % {"n": months // 12}


def decimal_of(value: object) -> Decimal | None:
    """A finite Decimal from an int, float, Decimal or numeral; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def bounds_of(value: object) -> tuple[object, object] | None:
    """Low and high of a range, given as a mapping or as an object with these two names; None if it is no range."""
    if isinstance(value, Mapping):
        return value.get("low"), value.get("high")
    if hasattr(value, "low") and hasattr(value, "high"):
        return value.low, value.high
    return None


def scientific(value: object) -> str:
    """3.8 × 10²⁵. Digits are kept, never rounded across a threshold; beyond six the figure says "about"."""
    number = decimal_of(value)
    if number is None:
        return ""
    if number == 0:
        return "0"
    digits = len(number.normalize().as_tuple().digits)
    rounded = number if digits <= _DIGITS else Decimal(f"{number:.{_DIGITS - 1}e}")
    about = "" if rounded == number else f"{gettext('about')}{NBSP}"
    mantissa, exponent = f"{rounded.normalize():e}".split("e")
    return f"{about}{_join_power(mantissa, int(exponent))}"


def _join_power(mantissa: str, exponent: int) -> str:
    if exponent == 0:
        return mantissa
    return f"{mantissa}{NBSP}×{NBSP}10{str(exponent).translate(_SUPERSCRIPT)}"


def scientific_range(value: object) -> str:
    """A figure or a range of figures: 3.8 × 10²⁵, or 8 × 10²⁴ to 1.2 × 10²⁵, or at least 8 × 10²⁴."""
    bounds = bounds_of(value)
    if bounds is None:
        return scientific(value)
    low, high = (scientific(end) for end in bounds)
    if low and high:
        return low if low == high else gettext("%(low)s to %(high)s") % {"low": low, "high": high}
    if low:
        return gettext("at least %(low)s") % {"low": low}
    return gettext("at most %(high)s") % {"high": high} if high else ""


def in_words(value: object) -> str:
    """A large figure in short-scale words: 38 septillion. Empty below a trillion and for ranges."""
    number = decimal_of(value)
    if number is None or number < Decimal("1e12"):
        return ""
    power = min(27, number.adjusted() // 3 * 3)
    count = Decimal(f"{number.scaleb(-power):.4g}")
    return f"{count.normalize():f} {_POWERS[power]}"


def grouped(value: object) -> str:
    """15 000 000, with thin spaces that do not break; decimals are kept."""
    number = decimal_of(value)
    if number is None:
        return ""
    return f"{number.normalize():,f}".replace(",", THIN) if number else "0"


def money_text(value: object, currency: str = "EUR") -> str:
    """EUR 15 million, EUR 2.5 billion; sums below a million and sums that do not come out even stay in full."""
    number = decimal_of(value)
    if number is None:
        return ""
    for size, word in ((Decimal("1e9"), pgettext("money", "billion")), (Decimal("1e6"), pgettext("money", "million"))):
        if number >= size and (number / size * 100) % 1 == 0:
            return f"{currency}{NBSP}{grouped(number / size)}{NBSP}{word}"
    return money_exact(number, currency)


def money_exact(value: object, currency: str = "EUR") -> str:
    """EUR 15 000 000."""
    amount = grouped(value)
    return f"{currency}{NBSP}{amount}" if amount else ""


def quantity_text(value: object, unit: str = "") -> str:
    """A figure with its unit; FLOP in powers of ten, other units grouped in thousands."""
    bounds = bounds_of(value)
    if unit.upper() == "FLOP":
        figure = scientific_range(value)
    elif bounds is not None and all(end is not None for end in bounds):
        figure = gettext("%(low)s to %(high)s") % {"low": grouped(bounds[0]), "high": grouped(bounds[1])}
    elif bounds is not None:
        figure = grouped(next((end for end in bounds if end is not None), None))
    else:
        figure = grouped(value)
    return f"{figure}{NBSP}{unit}" if figure and unit else figure
