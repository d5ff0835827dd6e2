"""Long lists: parted under short headings that lose no row, with what matters first named above them."""

from apps.assessments import places
from apps.assessments.parts import LONG_LIST, MOST_MATTERING, by_place_and_topic, by_question, mattering
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
