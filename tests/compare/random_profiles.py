"""Random descriptions over the real rulebook, seeded so that a failure can be seen again."""

from __future__ import annotations

from datetime import date
from random import Random

from apps.rules.engine import Answer, Profile, Rulebook
from apps.rules.engine.facts import Choice, Choices, Day, Fact, Flag, Number
from apps.rules.engine.profile import Interval, Value

AMOUNTS = (0.0, 1.0, 500.0, 10_000.0, 1e6, 5e8, 9.9e22, 1e23, 3.4e24, 1e25, 1.0001e25, 1e26, 2e26)
DAYS = (date(2024, 12, 1), date(2025, 8, 1), date(2025, 8, 2), date(2026, 8, 2), date(2026, 11, 1))


def random_value(fact: Fact, random: Random) -> Value:
    """An answer of the right type, near a threshold where it is a number."""
    if isinstance(fact, Flag):
        return random.random() < 0.5
    if isinstance(fact, Choice):
        return random.choice(fact.options).key
    if isinstance(fact, Choices):
        return frozenset(option.key for option in fact.options if random.random() < 0.3)
    if isinstance(fact, Number):
        ends = [amount for amount in AMOUNTS if fact.minimum <= amount <= fact.maximum]
    else:
        assert isinstance(fact, Day)
        ends = [float(day.toordinal()) for day in DAYS]
    low, high = sorted(random.choice(ends) for _ in range(2)) if random.random() < 0.3 else [random.choice(ends)] * 2
    return Interval(low, high)


def random_profile(book: Rulebook, seed: int) -> Profile:
    """A description that answers most questions, a different share in each."""
    random = Random(seed)  # noqa: S311 - drawn again from the seed, and nothing secret
    share = random.uniform(0.8, 1.0)
    values = {key: random_value(fact, random) for key, fact in book.facts.items() if random.random() < share}
    return Profile(answers={key: Answer(value=value) for key, value in values.items()}, title=f"Random {seed}")
