"""Random profiles for any rulebook: values of the right type, near every threshold, each possibly missing."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag, Number
from apps.rules.engine.profile import Interval, Value
from apps.rules.engine.rulebook import Rulebook

AMOUNTS = [0.0, 1.0, 9_999.0, 1e4, 1e9, 3.3e22, 1e23, 3.4e22, 1.0000001e23, 3.3e24, 3.4e24, 1e25, 1.1e25, 3.8e25]
DAYS = [date(2024, 12, 1), date(2025, 8, 1), date(2025, 8, 2), date(2026, 7, 31), date(2026, 8, 2), date(2026, 11, 1)]
CLOCKS = [
    date(2024, 12, 31),
    date(2025, 2, 2),
    date(2025, 8, 1),
    date(2025, 8, 2),
    date(2026, 7, 23),
    date(2026, 7, 27),
    date(2026, 8, 2),
    date(2026, 11, 23),
    date(2026, 12, 2),
    date(2027, 8, 2),
    date(2028, 8, 2),
]


def values_of(fact: Fact) -> st.SearchStrategy[Value]:
    """Answers to one fact."""
    if isinstance(fact, Flag):
        return st.booleans()
    if isinstance(fact, Choice):
        return st.sampled_from([o.key for o in fact.options])
    if isinstance(fact, Choices):
        return st.frozensets(st.sampled_from([o.key for o in fact.options]))
    if isinstance(fact, Number):
        ends = st.sampled_from([a for a in AMOUNTS if fact.minimum <= a <= fact.maximum])
    elif isinstance(fact, Day):
        ends = st.sampled_from([float(d.toordinal()) for d in DAYS])
    return st.tuples(ends, ends).map(lambda pair: Interval(min(pair), max(pair))) | ends.map(lambda e: Interval(e, e))


def profiles(book: Rulebook, *, complete: bool = False) -> st.SearchStrategy[dict[str, Value]]:
    """Profiles over the facts of a rulebook, most of them partial."""
    strategies = {key: values_of(fact) for key, fact in book.facts.items()}
    if complete:
        return st.fixed_dictionaries(strategies)
    return st.fixed_dictionaries({}, optional=strategies)


def readings(book: Rulebook) -> st.SearchStrategy[dict[str, bool]]:
    """Readings adopted by a profile, few at a time."""
    return st.dictionaries(st.sampled_from(sorted(book.readings)), st.booleans(), max_size=3)


clocks = st.sampled_from(CLOCKS)
