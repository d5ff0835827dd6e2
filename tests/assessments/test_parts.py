"""Long lists: parted under short headings that lose no row, with what matters first named above them."""

import pytest

from apps.assessments import places
from apps.assessments.groups import Filters, groups
from apps.assessments.parts import (
    LEAST,
    LONG_LIST,
    MOST_MATTERING,
    Part,
    by_place_and_topic,
    by_question,
    cut,
    mattering,
    most_each,
)
from apps.assessments.present import View, view
from tests.assessments.law import SMALL, TODAY, assessed


def page(**answers: object) -> View:
    return view(assessed(**answers))


def test_a_short_list_needs_no_headings() -> None:
    rows = page(**SMALL).rows[:LONG_LIST]
    assert [(part.title, part.rows) for part in by_place_and_topic(rows)] == [("", rows)]
    assert [(part.title, part.rows) for part in by_question(rows)] == [("", rows)]


def test_a_long_list_is_parted_by_topic_without_losing_a_row() -> None:
    rows = page(**SMALL).rows
    parts = by_place_and_topic(rows)
    assert len(parts) > 1
    assert sorted(row.anchor for part in parts for row in part.rows) == sorted(row.anchor for row in rows)
    for part in parts:
        place, _, topic = part.title.lower().partition(": ")
        assert {places.heading(row.jurisdiction).lower() for row in part.rows} == {place}
        assert not topic or {row.finding.obligation.topic.value.lower() for row in part.rows} == {topic}


def test_open_findings_are_parted_by_the_question_that_most_of_them_wait_for() -> None:
    rows = tuple(row for row in page().rows if row.mark == "depends")
    assert len(rows) > LONG_LIST
    parts = by_question(rows)
    assert sorted(row.anchor for part in parts for row in part.rows) == sorted(row.anchor for row in rows)
    sizes = [len(part.rows) for part in parts]
    assert sizes == sorted(sizes, reverse=True)
    for part in parts:
        label = part.title.removeprefix("Hangs on: ")
        assert all(label in [question.label for question in row.every_question] for row in part.rows)


def test_nothing_is_put_first_on_a_short_page_and_never_more_than_a_few() -> None:
    rows = page(**SMALL).rows
    assert mattering(rows, TODAY) == ()
    doubled = mattering([row for row in rows if row.mark == "applies"] * 4, TODAY)
    assert len(doubled) <= MOST_MATTERING
    assert all(row.duty for row in doubled)


@pytest.mark.parametrize(
    ("sizes", "room", "most"),
    [
        ([5, 20], 100, 100),  # all fit
        ([5, 40, 60], 45, 20),  # the two longest share what the short one leaves
        ([100], 30, 30),
        ([50, 50, 50], 3, LEAST),  # a few each, whatever the room
        ([], 10, 10),
    ],
)
def test_the_longest_lists_are_cut_and_never_the_short(sizes: list[int], room: int, most: int) -> None:
    assert most_each(sizes, room) == most


def test_a_cut_list_keeps_its_first_rows_and_counts_the_rest() -> None:
    rows = page(**SMALL).rows
    parts = (Part(title="A", rows=rows[:4]), Part(title="B", rows=rows[4:9]), Part(title="C", rows=rows[9:]))
    found = cut(parts, 6)
    assert [(part.title, len(part.rows), part.number) for part in found] == [("A", 4, 4), ("B", 2, 5)]
    assert cut(parts, 100) == parts


def test_what_is_certain_is_listed_whole_before_what_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apps.assessments.groups.NOT_WORTH_HIDING", 0)
    certain = [row for row in page(**SMALL).rows if row.mark in {"applies", "upcoming", "exempt"}]
    open_rows = [row for row in page().rows if row.mark == "depends"]
    rows = [*certain, *open_rows]
    found = {group.id: group for group in groups(rows, Filters(), room=len(certain))}
    assert [group.id for group in found.values() if group.rest] == ["depends"]
    assert sum(len(part.rows) for part in found["depends"].parts) == LEAST
    assert len(found["depends"].rest) == len(found["depends"].rows) - LEAST
    whole = groups(rows, Filters(), room=len(certain), whole="depends")
    assert not any(group.rest for group in whole)
