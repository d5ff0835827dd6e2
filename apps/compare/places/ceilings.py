"""What a breach can cost in a jurisdiction: the ceilings of the duties that are or may be owed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, ngettext

from apps.assessments.rows import Row
from apps.assessments.wording import cap_words, capital, rule_of_fine
from apps.rules.engine import Fine, FineCap
from apps.rules.engine.words import day

CERTAIN: Final = frozenset({"applies", "upcoming"})
POSSIBLE: Final = frozenset({"contested", "depends"})
AT_STAKE: Final = CERTAIN | POSSIBLE
MOST_LETTERS: Final = 100


@dataclass(frozen=True, kw_only=True)
class Ceiling:
    """A ceiling in words, and the duties whose breach it is for."""

    text: str
    rows: tuple[Row, ...]

    @property
    def certain(self) -> bool:
        """Whether one of the duties is owed for certain, now or later."""
        return any(row.mark in CERTAIN for row in self.rows)


def ceilings(duties: Iterable[Row]) -> tuple[Ceiling, ...]:
    """The ceilings of the duties that are or may be owed: what is certain first, then what most duties share."""
    found: dict[str, list[Row]] = {}
    for row in duties:
        if row.mark in AT_STAKE and row.penalty:
            found.setdefault(row.penalty, []).append(row)
    made = (Ceiling(text=text, rows=tuple(rows)) for text, rows in found.items())
    return tuple(sorted(made, key=lambda item: (not item.certain, -len(item.rows))))


def highest(duties: Sequence[Row]) -> tuple[str, str]:
    """The highest ceiling, and what stands beside it; ("", "") where no duty names a penalty.

    Duties owed for certain come first; a higher ceiling of an open one is told beside theirs. Computed where turnover
    is known, otherwise the rule.
    """
    named = [row for row in duties if row.penalty]
    certain = [row for row in named if row.mark in CERTAIN]
    at_stake = certain or named
    amounts, texts = _amounts(at_stake), _texts(at_stake)
    parts = [] if certain or not named else [gettext("if an open duty applies")]
    higher = [amount for amount in _amounts(named) if certain and amount not in amounts]
    parts += [gettext("%(amount)s if an open duty applies") % {"amount": amount} for amount in higher]
    if amounts:
        return "; ".join(amounts), "; ".join([*parts, *_beside(len(texts))])
    if not texts:
        return "", ""
    common, _ = texts.most_common(1)[0]
    if len(common) > MOST_LETTERS:
        words = ngettext("%(n)d sanction in words", "%(n)d sanctions in words", len(texts)) % {"n": len(texts)}
        return words, "; ".join(parts)
    more = len(texts) - 1
    if more:
        parts.append(ngettext("%(n)d other sanction", "%(n)d other sanctions", more) % {"n": more})
    return common, "; ".join(parts)


def _texts(rows: Iterable[Row]) -> Counter[str]:
    return Counter(row.penalty for row in rows if row.finding.obligation.penalty is None)


def _amounts(rows: Sequence[Row]) -> list[str]:
    return [*_computed(rows), *_rules(rows)]


def _beside(number: int) -> list[str]:
    text = ngettext("and %(n)d sanction in words", "and %(n)d sanctions in words", number)
    return [text % {"n": number}] if number else []


def _computed(rows: Iterable[Row]) -> list[str]:
    """The highest amount in each currency, where it can be computed."""
    found: dict[str, FineCap] = {}
    for row in rows:
        cap = row.finding.fine
        if cap is not None and (cap.currency not in found or cap.high > found[cap.currency].high):
            found[cap.currency] = cap
    return [gettext("At most %(cap)s") % {"cap": cap_words(cap)} for cap in found.values()]


def _rules(rows: Iterable[Row]) -> list[str]:
    """The rules for fines that cannot be computed yet, without those that another one tops in both its amounts."""
    fines: dict[tuple[float, float, str], tuple[Fine, Row]] = {}
    for row in rows:
        fine = row.finding.obligation.penalty
        if fine is not None and row.finding.fine is None:
            fines.setdefault((fine.percent, fine.fixed, fine.currency), (fine, row))
    return [
        _rule(fine, row) for fine, row in fines.values() if not any(_tops(other, fine) for other, _ in fines.values())
    ]


def _tops(one: Fine, other: Fine) -> bool:
    more = (one.percent, one.fixed) != (other.percent, other.fixed)
    return more and one.percent >= other.percent and one.fixed >= other.fixed and one.currency == other.currency


def _rule(fine: Fine, row: Row) -> str:
    words = capital(rule_of_fine(fine))
    if fine.since is not None and fine.since > row.finding.as_of:
        return gettext("%(rule)s, from %(day)s") % {"rule": words, "day": day(fine.since)}
    return words
