"""How many questions a person answers until every finding of a place is settled: worked examples, one by one.

Each walk starts from nothing and answers the best next question from the example's facts. Where the example is silent
the quiet baseline answers: no; none of the options; the option that says none, no, other or unchanged (somebody
else's model, used as it is), else the first; the least possible number; 1 September 2026. Readings are choices, not
questions, so an example keeps its own from the start.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from apps.assessments.scope import Scope
from apps.rules.engine import (
    Answer,
    Choice,
    Choices,
    Day,
    Fact,
    Flag,
    Interval,
    Number,
    Profile,
    Rulebook,
    facts_in_play,
    next_questions,
)
from apps.rules.engine.profile import Value
from tests.rules.examples import Example, paths, read

EU, UK = ("EU",), ("UK",)
STATES_OF, KINGDOM = "us-", "uk/"  # ids of examples on the law of the United States and the United Kingdom
QUIET_DAY = float(date(2026, 9, 1).toordinal())
QUIET_OPTIONS = ("none", "no", "other", "unchanged")
LARGEST_SAMPLE = 120  # a walk ranks every open question some twenty times
MOST_QUESTIONS, LARGEST_SHARE = 12, 1 / 4


@dataclass(frozen=True)
class Walk:
    """The facts asked for, in their order, and the profile they led to."""

    asked: tuple[str, ...]
    profile: Profile


def quiet(fact: Fact) -> Value:
    """The answer of somebody who has nothing to report."""
    if isinstance(fact, Flag):
        return False
    if isinstance(fact, Choices):
        return frozenset()
    if isinstance(fact, Choice):
        keys = [option.key for option in fact.options]
        return next((key for key in QUIET_OPTIONS if key in keys), keys[0])
    if isinstance(fact, Day):
        return Interval(QUIET_DAY, QUIET_DAY)
    if isinstance(fact, Number):
        return Interval(fact.minimum, fact.minimum)
    raise AssertionError(fact.kind)


def places(book: Rulebook, example: Example) -> tuple[str, ...]:
    """The jurisdictions an example is about: the Union, the United States with all states, or the United Kingdom."""
    if example.id.startswith(STATES_OF):
        return Scope.within(book, "US")
    return UK if example.id.startswith(KINGDOM) else EU


def walk(book: Rulebook, example: Example) -> Walk:
    """Ask until nothing is left to ask. A range that the example gives is its last word, though it may stay open."""
    where = places(book, example)
    profile = Profile(answers={}, readings=example.profile.readings)
    while found := next_questions(
        book, profile, as_of=example.as_of, known_on=example.known_on, jurisdictions=where, limit=1
    ):
        fact = found[0].fact
        if fact.key in profile.answers:
            break
        answer = example.profile.answers.get(fact.key) or Answer(value=quiet(fact))
        profile = Profile(answers={**profile.answers, fact.key: answer}, readings=profile.readings)
    return Walk(tuple(profile.answers), profile)


def sample(everything: Sequence[Example]) -> list[Example]:
    """Every n-th example, with the smallest n that keeps the sample small enough."""
    return list(everything[:: math.ceil(len(everything) / LARGEST_SAMPLE)])


def measure(line: Callable[..., bool], book: Rulebook, today: date) -> Iterator[bool]:
    """For each place two lines of the report: the median of questions, and its share of all there are."""
    everything = [read(path) for path in paths()]
    for name, where in (("EU", EU), ("US", Scope.within(book, "US")), ("UK", UK)):
        if found := [example for example in everything if places(book, example) == where]:
            yield from _measure(line, book, today, name, found)


def _measure(
    line: Callable[..., bool], book: Rulebook, today: date, place: str, everything: Sequence[Example]
) -> Iterator[bool]:
    chosen = sample(everything)
    counts = [len(walk(book, example).asked) for example in chosen]
    median = statistics.median(counts)
    where = places(book, everything[0])
    whole = len(facts_in_play(book, Profile(answers={}), as_of=today, jurisdictions=where))
    name = f"questions to settle all {place} findings, median of {len(chosen)} of {len(everything)} examples"
    yield line(name, f"{median:g}", f"at most {MOST_QUESTIONS}", met=median <= MOST_QUESTIONS)
    share = median / whole
    yield line(
        f"the same as a share of all {whole} {place} questions", f"{share:.1%}", "under 25%", met=share < LARGEST_SHARE
    )
