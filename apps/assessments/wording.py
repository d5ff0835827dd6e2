"""Words for what the rulebook names by enum: rhythms, forces, grades, carve-out states; and small helpers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from apps.rules.engine import CapRule, CarveOutState, Fine, FineCap, Force, Grade, Origin, Outcome, Rigidity, When
from apps.rules.engine.words import day, quantity

Word = str | Promise

RHYTHMS: Final[Mapping[When, Word]] = {
    When.BEFORE_MARKET: gettext_lazy("Before the market"),
    When.AT_PLACING: gettext_lazy("When placed on the market"),
    When.CONTINUOUS: gettext_lazy("At all times"),
    When.RECURRING: gettext_lazy("At intervals"),
    When.ON_EVENT: gettext_lazy("When something happens"),
    When.ON_REQUEST: gettext_lazy("On request"),
    When.RETENTION: gettext_lazy("For a time afterwards"),
    When.ONCE: gettext_lazy("Once"),
    When.BEFORE_USE: gettext_lazy("Before use"),
}
FORCES: Final[Mapping[Force, Word]] = {
    Force.STATUTE: gettext_lazy("Statute"),
    Force.REGULATION: gettext_lazy("Regulation"),
    Force.GUIDANCE: gettext_lazy("Guidance"),
    Force.VOLUNTARY: gettext_lazy("Voluntary"),
    Force.TREATY: gettext_lazy("Treaty: binds states only"),
    Force.PROPOSED: gettext_lazy("Proposed"),
    Force.HISTORY: gettext_lazy("No longer law"),
}
GRADES: Final[Mapping[Grade, Word]] = {
    Grade.P: gettext_lazy("primary text"),
    Grade.O: gettext_lazy("official guidance"),
    Grade.S: gettext_lazy("secondary source"),
    Grade.M: gettext_lazy("unverified"),
}
CARVE_OUTS: Final[Mapping[CarveOutState, Word]] = {
    CarveOutState.ACTIVE: gettext_lazy("removes this duty"),
    CarveOutState.LOST: gettext_lazy("lost"),
    CarveOutState.NOT_MET: gettext_lazy("not met"),
    CarveOutState.OPEN: gettext_lazy("still open"),
}
ORIGINS: Final[Mapping[Origin, Word]] = {
    Origin.ANSWERED: gettext_lazy("answered"),
    Origin.IMPORTED: gettext_lazy("imported"),
    Origin.ESTIMATED: gettext_lazy("estimated"),
    Origin.ASSUMED: gettext_lazy("assumed"),
    Origin.LICENCE: gettext_lazy("from the licence"),
}
OUTCOMES: Final[Mapping[Outcome, Word]] = {
    Outcome.APPLIES: gettext_lazy("applies"),
    Outcome.EXEMPT: gettext_lazy("is exempt"),
    Outcome.DOES_NOT_APPLY: gettext_lazy("does not apply"),
    Outcome.NEEDS_FACTS: gettext_lazy("depends on answers"),
}
RIGIDITIES: Final[Mapping[Rigidity, Word]] = {
    Rigidity.EASY: gettext_lazy("easy to change"),
    Rigidity.MEDIUM: gettext_lazy("takes work to change"),
    Rigidity.HARD: gettext_lazy("hard to change"),
    Rigidity.FIXED: gettext_lazy("cannot be changed now"),
}


def capital(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def few(words: Sequence[str], most: int) -> str:
    """The first words of a list, and how many more there are."""
    more = len(words) - most
    return "; ".join([*words[:most], *([gettext("and %(n)d more") % {"n": more}] if more > 0 else [])])


def distance(on: date, today: date) -> str:
    """How far a day is from another: "in 9 days", "3 months ago", "today"."""
    days = (on - today).days
    if days == 0:
        return gettext("today")
    span = _span(abs(days))
    return gettext("in %(span)s") % {"span": span} if days > 0 else gettext("%(span)s ago") % {"span": span}


def _span(days: int) -> str:
    """Days up to six weeks, then months of 30.44 days up to two years, then years; rounded down."""
    if days <= 42:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    months = int(days / 30.437)
    if months < 24:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    return ngettext("%(n)d year", "%(n)d years", months // 12) % {"n": months // 12}


def rule_of_fine(fine: Fine, rule: CapRule | None = None) -> str:
    """Up to 3 % of annual turnover or EUR 15 million, whichever is higher. Both rules, where size may turn it round."""
    template = {
        CapRule.HIGHER: gettext("up to %(share)s of annual turnover or %(fixed)s, whichever is higher"),
        CapRule.LOWER: gettext("up to %(share)s of annual turnover or %(fixed)s, whichever is lower"),
    }[rule or fine.rule]
    words = template % {"share": f"{fine.percent:g}\u00a0%", "fixed": quantity(fine.fixed, fine.currency)}
    if rule is None and fine.lower_when is not None:
        return gettext("%(rule)s (for organisations small enough, whichever is lower)") % {"rule": words}
    return words


def cap_words(cap: FineCap) -> str:
    """The computed ceiling: one amount, or a range where turnover is one."""
    low, high = quantity(cap.low, cap.currency), quantity(cap.high, cap.currency)
    return low if cap.low == cap.high else gettext("%(low)s to %(high)s") % {"low": low, "high": high}


def since_words(start: date | None, today: date) -> str:
    """Since 2 August 2025; from 2 December 2027."""
    if start is None:
        return ""
    template = gettext("from %(day)s") if start > today else gettext("since %(day)s")
    return template % {"day": day(start)}
