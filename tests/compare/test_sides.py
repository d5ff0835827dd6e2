"""Sides by side: each duty is counted once. That the figures are right: test_random_profiles.py."""

from __future__ import annotations

from collections import Counter
from datetime import date

from apps.compare.release.openness import sides_of
from apps.compare.release.strategies import STRATEGIES
from apps.compare.sides import by_place, lines
from apps.profiles.selectors import example_get
from apps.rules import law
from apps.rules.engine import evaluate

DAY = date(2026, 11, 23)


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
