"""Sides by side: the figures are those that `manage.py assess` gives for the same facts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from apps.assessments.document import assessment_document
from apps.compare.release.openness import sides_of
from apps.compare.release.strategies import STRATEGIES, licence_strategy
from apps.compare.sides import by_place, lines
from apps.profiles.packed import pack, unpack
from apps.profiles.selectors import example_get
from apps.rules import law
from apps.rules.engine import Assessment, evaluate
from apps.rules.law.licences import LICENCES
from tests.compare.random_profiles import random_profile

DAY = date(2026, 11, 23)
BATCHES = 5


PUBLISHED = 25  # each so many-th is also compared with the published document, which writes every proof


def standing(assessment: Assessment) -> dict[str, tuple[object, ...]]:
    """How every finding stands."""
    return {f.id: (f.outcome, f.timing, f.applies_from, f.due, f.live, f.readings, f.fine) for f in assessment.findings}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_side_stands_as_if_decided_alone(batch: int) -> None:
    book = law.load()
    every = [*STRATEGIES, *(licence_strategy(key) for key in sorted(LICENCES))]
    for seed in range(batch, 200, BATCHES):
        profile = random_profile(book, seed)
        strategy = Random(seed).choice(every)  # noqa: S311
        base = evaluate(book, profile, as_of=DAY)
        (described, side) = sides_of(base, [strategy])
        alone = evaluate(book, unpack(pack(strategy.of(profile), book), book).profile, as_of=DAY)
        assert standing(side.assessment) == standing(alone), f"seed {seed}, {strategy.key}"
        assert described.assessment is base
        if seed % PUBLISHED == 0:
            assert {place: dict(c) for place, c in side.tally.items()} == published_counts(alone), f"seed {seed}"
            shown = {f.id: (f.certainty, f.open_facts, f.steps) for f in side.assessment.findings}
            assert shown == {f.id: (f.certainty, f.open_facts, f.steps) for f in alone.findings}


def published_counts(assessment: Assessment) -> dict[str, dict[str, int]]:
    """How many binding duties wear each mark, by country, counted from what `assess --format json` prints."""
    counted: dict[str, Counter[str]] = {}
    for finding in assessment_document(assessment, ())["findings"]:
        if finding["force"] in {"statute", "regulation"} and finding["topic"] not in {
            "penalties",
            "other law to check",
        }:
            counted.setdefault(finding["jurisdiction"].partition("-")[0], Counter())[kind(finding)] += 1
    return {place: dict(marks) for place, marks in counted.items()}


def kind(finding: dict[str, object]) -> str:
    """The mark of a finding, from the published document alone."""
    if not finding["live"] or finding["timing"] == "ended":
        return "none"
    if finding["certainty"] == "contested":
        return "contested"
    if finding["outcome"] == "applies":
        return {None: "depends", "upcoming": "upcoming", "in_force": "applies"}[finding["timing"]]  # type: ignore[index]
    return {"needs_facts": "depends", "exempt": "exempt", "does_not_apply": "none"}[str(finding["outcome"])]


def test_places_count_every_duty_once_and_lines_part_where_marks_do() -> None:
    base = evaluate(law.load(), example_get("gpt-oss-120b").profile, as_of=DAY)
    sides = sides_of(base, STRATEGIES)
    found = lines(sides)
    assert len({line.id for line in found}) == len(found)
    for place in by_place(sides, found):
        assert len(place.parting) + len(place.staying) <= len(place.lines)
        for number, side in enumerate(sides):
            marks = Counter(line.cells[number].mark for line in place.lines)
            assert place.owed[number] == marks["applies"] + marks["upcoming"], side.key
            assert place.open[number] == marks["depends"] + marks["contested"], side.key
