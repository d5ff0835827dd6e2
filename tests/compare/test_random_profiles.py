"""Two hundred random descriptions: every view of a comparison says what `manage.py assess` says of the same facts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from apps.assessments.decided import Decided
from apps.assessments.document import assessment_document
from apps.assessments.links import Source
from apps.assessments.marks import is_duty, mark
from apps.assessments.page import View
from apps.compare.dates.two_days import TwoDays
from apps.compare.places.matrix import Matrix
from apps.compare.release.openness import sides_of
from apps.compare.release.strategies import STRATEGIES, licence_strategy
from apps.compare.whatif.page import WhatIf
from apps.profiles.packed import pack, unpack
from apps.rules import law
from apps.rules.engine import Assessment, evaluate
from apps.rules.law.licences import LICENCES
from tests.compare.random_profiles import random_profile
from tests.compare.test_places import sums_up
from tests.compare.test_whatif import agrees

DAY = date(2026, 11, 23)
BEFORE_THE_OMNIBUS = date(2026, 6, 1)
SEEDS, BATCHES = 200, 5
PUBLISHED = 25  # each so many-th is also compared with the published document, which writes every proof
CHANGED = 4  # each so many-th also has its page of changes made, which tries hundreds of them
EVERY_RELEASE = [*STRATEGIES, *(licence_strategy(key) for key in sorted(LICENCES))]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_view_says_what_deciding_alone_says(batch: int) -> None:
    book = law.load()
    for seed in range(batch, SEEDS, BATCHES):
        base = evaluate(book, random_profile(book, seed), as_of=DAY)
        a_release_stands_as_if_decided_alone(base, seed)
        sums_up(Matrix(base, View(decided=Decided(base)).rows))
        two_days_part_where_their_marks_do(base)
        if seed % CHANGED == 0:
            a_change_moves_what_it_says(base, seed)


def a_release_stands_as_if_decided_alone(base: Assessment, seed: int) -> None:
    book = base.book
    strategy = Random(seed).choice(EVERY_RELEASE)  # noqa: S311
    (described, side) = sides_of(base, [strategy])
    alone = evaluate(book, unpack(pack(strategy.of(base.profile), book), book).profile, as_of=DAY)
    assert standing(side.assessment) == standing(alone), f"seed {seed}, {strategy.key}"
    assert described.assessment is base
    if seed % PUBLISHED == 0:
        assert {place: dict(c) for place, c in side.tally.items()} == published_counts(alone), f"seed {seed}"
        shown = {f.id: (f.certainty, f.open_facts, f.steps) for f in side.assessment.findings}
        assert shown == {f.id: (f.certainty, f.open_facts, f.steps) for f in alone.findings}


def standing(assessment: Assessment) -> dict[str, tuple[object, ...]]:
    """How every finding stands."""
    return {f.id: (f.outcome, f.timing, f.applies_from, f.due, f.live, f.readings, f.fine) for f in assessment.findings}


def two_days_part_where_their_marks_do(base: Assessment) -> None:
    """The duties listed between two days are at least those that wear another mark, each with its marks."""
    before = evaluate(base.book, base.profile, as_of=BEFORE_THE_OMNIBUS)
    listed = {line.id: (line.before.mark, line.after.mark) for line in TwoDays(before, base, Source(slug="x")).lines}
    known = before.by_id | base.by_id
    marks = {
        key: tuple(mark(side.by_id[key]) if key in side.by_id else "none" for side in (before, base))
        for key, finding in known.items()
        if is_duty(finding)
    }
    assert {key for key, (then, now) in marks.items() if then != now} <= listed.keys()
    assert listed == {key: marks[key] for key in listed}


def a_change_moves_what_it_says(base: Assessment, seed: int) -> None:
    """One of the changes on the page moves the duties that an evaluation of the changed description moves."""
    view = WhatIf(Decided(base), Source(slug="x"), "", "", False)
    if view.steps:
        agrees(view, view.steps[seed % len(view.steps)])


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
