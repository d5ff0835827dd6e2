"""The walk that counts questions: it ends, settles everything, asks nothing twice, and invents nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from apps.rules.engine import (
    Answer,
    Choice,
    Choices,
    Day,
    Flag,
    Interval,
    Number,
    Option,
    Outcome,
    Profile,
    Rulebook,
    evaluate,
)
from apps.rules.law import load
from tests.bench import asking
from tests.rules.examples import Example, paths, read

A_FEW = [path for path in paths() if not path.read_text(encoding="utf-8").count("low:")][::40]


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


@pytest.mark.parametrize("path", A_FEW, ids=lambda path: path.stem)
def test_the_walk_ends_and_settles_every_finding_of_its_place(book: Rulebook, path: Path) -> None:
    example = read(path)
    walk = asking.walk(book, example)
    assert len(walk.asked) == len(set(walk.asked)) > 0
    done = evaluate(
        book, walk.profile, as_of=example.as_of, known_on=example.known_on, jurisdictions=asking.places(book, example)
    )
    assert done.findings
    assert [f.obligation.id for f in done.findings if f.outcome is Outcome.NEEDS_FACTS] == []


@pytest.mark.parametrize("path", A_FEW, ids=lambda path: path.stem)
def test_every_answer_is_that_of_the_example_or_the_quiet_one(book: Rulebook, path: Path) -> None:
    example = read(path)
    for key, answer in asking.walk(book, example).profile.answers.items():
        given = example.profile.answers.get(key)
        assert answer.value == (given.value if given else asking.quiet(book.facts[key]))


def test_a_range_is_the_last_word_of_an_example(book: Rulebook) -> None:
    rough = Answer(value=Interval(9e24, 2e25))
    first = read(A_FEW[0])
    profile = Profile(answers={**first.profile.answers, "training_compute": rough})
    example: Example = replace(first, profile=profile, as_of=date(2026, 11, 23), known_on=None)
    walk = asking.walk(book, example)
    assert len(walk.asked) == len(set(walk.asked)) > 0


def test_the_quiet_baseline_reports_nothing() -> None:
    words = {"section": "use", "label": "", "ask": ""}
    some, none, other = Option("some", "some"), Option("none", "none"), Option("other", "other")
    assert asking.quiet(Flag(key="a", statement="", denial="", **words)) is False
    assert asking.quiet(Choices(key="b", options=(some,), **words)) == frozenset()
    assert asking.quiet(Choice(key="c", options=(some, other, none), **words)) == "none"
    assert asking.quiet(Choice(key="d", options=(some, other), **words)) == "other"
    assert asking.quiet(Choice(key="e", options=(some,), **words)) == "some"
    assert asking.quiet(Number(key="f", unit="people", **words)) == Interval(0, 0)
    day = float(date(2026, 9, 1).toordinal())
    assert asking.quiet(Day(key="g", **words)) == Interval(day, day)


@pytest.mark.parametrize(("there", "taken"), [(1, 1), (120, 120), (121, 61), (350, 117), (1000, 112)])
def test_a_sample_is_spread_over_all_examples(there: int, taken: int) -> None:
    everything = list(range(there))
    assert len(asking.sample(everything)) == taken
    assert max(everything) - asking.sample(everything)[-1] < 9


def test_the_report_names_the_median_its_sample_and_the_share(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [path for path in A_FEW if asking.places(book, read(path)) == asking.EU][:3]
    monkeypatch.setattr(asking, "paths", lambda: chosen)
    told: list[tuple[str, str]] = []

    def line(name: str, value: str, target: str, *, met: bool) -> bool:
        told.append((name, value))
        return met

    met = list(asking.measure(line, book, date(2026, 11, 23)))
    counts = sorted(len(asking.walk(book, read(path)).asked) for path in chosen)
    assert told[0] == ("questions to settle all EU findings, median of 3 of 3 examples", str(counts[1]))
    assert told[1][0].startswith("the same as a share of all ")
    assert met == [counts[1] <= 12, counts[1] / int(told[1][0].split()[7]) < 1 / 4]
