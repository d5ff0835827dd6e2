"""Findings as people read them: marks, sentences, groups, reasons, pictures, filters. The rulebook is in law.py."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from apps.assessments.pictures import timeline
from apps.assessments.present import Filters, Source, View, mark, sentences, tally, view
from apps.assessments.reasons import Reason
from apps.assessments.rows import resting_on
from apps.rules.engine import Assessment, Profile, evaluate
from tests.assessments.law import BOOK, LARGE, SMALL, TODAY, assessed, profile


def marks(assessment: Assessment) -> dict[str, str]:
    return {finding.id: mark(finding) for finding in assessment.findings}


def shown(*, filters: Filters | None = None, source: Source | None = None, **answers: object) -> View:
    return view(assessed(**answers), filters=filters, source=source or Source(key="the-key"))


def ids(page: View, group: str) -> list[str]:
    return [row.finding.id for g in page.groups if g.id == group for row in g.rows]


def texts(reasons: tuple[Reason, ...]) -> str:
    return "\n".join(f"{r.text} {r.answer} {r.gist}\n{texts(r.children)}" for r in reasons)


# --- Marks --------------------------------------------------------------------------------------------------------
def test_each_finding_wears_the_mark_of_its_outcome() -> None:
    found = marks(assessed(**{**SMALL, "tuned": True}))
    assert found["PUB"] == "applies"
    assert found["REG"] == "upcoming", "the register starts in 2028"
    assert found["DOC"] == "exempt", "the weights are public and the model is small"
    assert found["DIS"] == "contested", "others tuned it, and the readings part on that"
    assert found["MON"] == "none", "only large models report"


def test_nothing_answered_depends_except_what_is_not_law() -> None:
    found = marks(assessed())
    assert set(found.values()) == {"depends", "none"}
    assert [key for key, kind in found.items() if kind == "none"] == ["BIL"], "a bill makes no duty, whatever the facts"


def test_an_unknown_first_day_makes_a_certain_duty_depend() -> None:
    answers = {key: value for key, value in LARGE.items() if key != "placed"}
    assert marks(assessed(**answers))["DOC"] == "depends", "old models have until August 2027"
    assert marks(assessed(**{**LARGE, "placed": "2024-01-15"}))["DOC"] == "upcoming"


def test_the_tally_counts_binding_duties_only() -> None:
    counts = {count.kind: count.number for count in tally(assessed(**SMALL).findings)}
    # PUB, ANS, DIS and UNR apply; REG is upcoming; DOC exempt; the code, the fine and the bill are no duties.
    assert counts == {"applies": 4, "upcoming": 1, "exempt": 1, "depends": 0, "contested": 0, "none": 4}


# --- Sentences ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (SMALL, "you are the provider of a model: 4 duties now, 1 from 1 January 2028 and 1 removed by “Open models”."),
        (
            LARGE,
            "you are the provider of a model, and the model counts as large: 7 duties now and 1 from 1 January 2028.",
        ),
        ({}, "it is open whether you are the provider of a model: 10 duties depend on answers."),
    ],
)
def test_a_sentence_says_what_you_are_and_counts_the_duties(answers: dict[str, object], expected: str) -> None:
    assert sentences(assessed(**answers))[0].text == f"In the EU {expected}"


def test_what_you_are_not_is_left_out_where_duties_follow_all_the_same() -> None:
    assert sentences(assessed(**{**SMALL, "makes": False}))[0].text == "In the EU: 2 duties now."


def test_an_open_class_is_said_to_be_open() -> None:
    straddling = {**SMALL, "training_compute": {"low": 9e24, "high": 2e25}}
    assert "it is open whether the model counts as large" in sentences(assessed(**straddling))[0].text


def test_what_a_code_asks_of_its_signatories_is_counted_apart() -> None:
    text = sentences(assessed(**{**SMALL, "signed": True}))[0].text
    assert "4 duties now" in text
    assert text.endswith("and 1 point of guidance or of a code beside them.")


def test_each_jurisdiction_has_a_sentence_of_its_own() -> None:
    assert [(s.jurisdiction, s.text) for s in sentences(assessed(**SMALL))][1] == (
        "UK",
        "In the United Kingdom: no duty reaches you.",
    )


# --- Groups -------------------------------------------------------------------------------------------------------
def test_duties_stand_by_when_they_are_due() -> None:
    page = shown(**LARGE)
    assert ids(page, "now") == ["DOC", "PUB", "DIS", "UNR"]
    assert ids(page, "recurring") == ["MON"]
    assert ids(page, "on-event") == ["ANS", "ALA"]
    assert ids(page, "from-2028-01-01") == ["REG"]
    assert ids(page, "penalties") == ["COST"]
    assert next(g.title for g in page.groups if g.id == "from-2028-01-01") == "From 1 January 2028"


def test_what_a_carve_out_removes_names_it_and_what_it_rests_on() -> None:
    row = next(r for r in shown(**SMALL).rows if r.finding.id == "DOC")
    assert ids(shown(**SMALL), "exempt") == ["DOC"]
    assert (row.removed_by, row.carve_outs[0].state) == ("Open models", "active")
    assert "the weights are public" in row.carve_outs[0].gist


def test_a_lost_carve_out_says_through_what() -> None:
    row = next(r for r in shown(**LARGE).rows if r.finding.id == "DOC")
    assert row.carve_outs[0].state == "lost"
    assert "above 10²⁵ FLOP" in row.carve_outs[0].gist


def test_no_duty_is_grouped_by_the_reason_that_keeps_it_away() -> None:
    groups = {item.reason.text: [row.finding.id for row in item.rows] for item in shown(**SMALL).no_duty}
    assert groups["You made the model"] == ["IMP", "IMP-2"]
    assert groups["The model does not count as large"] == ["MON", "ALA"]
    assert groups["Not law on this day: adopted"] == ["BIL"]


def test_every_finding_is_shown_exactly_once() -> None:
    for answers in ({}, SMALL, LARGE, {**SMALL, "makes": False, "signed": True}):
        page = shown(**answers)
        listed = [row.finding.id for group in page.groups for row in group.rows]
        listed += [row.finding.id for item in page.no_duty for row in item.rows]
        assert sorted(listed) == sorted(BOOK.obligations)


# --- Rows ---------------------------------------------------------------------------------------------------------
def test_a_due_date_is_computed_and_said_from_the_day_asked_about() -> None:
    row = next(r for r in shown(**LARGE).rows if r.finding.id == "ALA")
    assert row.due_words == "4 December 2026 (in 11 days)"


def test_a_fine_is_computed_from_the_turnover_or_asks_for_it() -> None:
    row = next(r for r in shown(**LARGE).rows if r.finding.id == "PUB")
    # 3 % of EUR 1 billion is 30 million, more than the fixed 15 million.
    assert row.penalty.startswith("At most EUR 30 million: up to 3")
    without = {key: value for key, value in LARGE.items() if key != "turnover"}
    row = next(r for r in shown(**without).rows if r.finding.id == "PUB")
    assert row.penalty_question is not None
    assert row.penalty_question.url == "/m/the-key/describe/?fact=turnover"
    assert "EUR 15 million, whichever is higher" in row.penalty


def test_an_unverified_source_is_said_to_be_unverified() -> None:
    rows = {row.finding.id: row for row in shown(**SMALL).rows}
    assert rows["UNR"].unverified
    assert not rows["PUB"].unverified


def test_a_contested_duty_shows_what_each_reading_makes_of_it() -> None:
    row = next(r for r in shown(**{**SMALL, "tuned": True}).rows if r.finding.id == "DIS")
    assert [(r.label, r.mark) for r in row.readings] == [
        ("tuned models count", "applies"),
        ("tuned models do not count", "none"),
    ]


def test_reasons_in_full_are_written_once_and_pointed_to() -> None:
    page = shown(**LARGE)
    anchors = [item.anchor for item in page.shared]
    assert len(anchors) == len(set(anchors))
    assert "why-provider" in anchors
    pointed = {reason.see for row in page.rows for reason in (*row.reasons, *row.not_met) if reason.see}
    pointed |= {carve_out.see for row in page.rows for carve_out in row.carve_outs}
    assert pointed <= set(anchors)
    provider = next(item for item in page.shared if item.anchor == "why-provider")
    assert "You made the model" in texts(provider.reason.children)
    assert "Way to the market: on a public hub" in texts(provider.reason.children)


def test_open_findings_name_the_answers_they_wait_for() -> None:
    row = next(r for r in shown(makes=True).rows if r.finding.id == "PUB")
    assert [question.label for question in row.open_questions] == ["way to the market"]
    assert row.open_questions[0].url == "/m/the-key/describe/?fact=market"


def test_an_open_concept_is_never_worded_as_if_it_were_settled() -> None:
    rows = shown().rows
    titles = [item.title for item in resting_on(rows, rows[0].maker.reasons)]
    assert "Open whether you are the provider of a model" in titles
    assert "Open whether the exception “Open models” is available" in titles
    assert not [title for title in titles if not title.startswith("Open whether")]


def test_an_example_links_questions_to_the_rulebook_because_nobody_can_answer_there() -> None:
    page = shown(source=Source(slug="an-example"))
    assert page.questions[0].url.startswith("/rulebook/facts/")


# --- Filters ------------------------------------------------------------------------------------------------------
def test_filters_hide_and_count_what_they_hide() -> None:
    page = shown(filters=Filters.read(["applies"], {"role": "Provider of a model"}), **SMALL)
    assert (page.shown, page.total) == (5, 13)
    assert ids(page, "now") == ["PUB", "DIS", "UNR"]
    assert next(group.hidden for group in page.groups if group.id == "exempt") == 1
    assert page.no_duty == ()
    assert page.no_duty_hidden == 6


def test_a_filter_on_force_leaves_the_code() -> None:
    page = shown(filters=Filters.read([], {"force": "voluntary"}), **{**SMALL, "signed": True})
    assert ids(page, "expected") == ["PRO"]
    assert page.shown == 1


def test_unknown_filters_are_left_aside() -> None:
    assert not Filters.read(["nonsense"], {"colour": "red"}).active


def test_the_choices_of_a_filter_carry_counts_that_add_up() -> None:
    page = shown(**SMALL)
    assert sum(choice.number for choice in page.marks) == page.total
    asking = sum(1 for row in page.rows if row.mark != "none")
    for select in page.selects:
        counted = asking if select.name in {"role", "instrument"} else page.total
        assert sum(choice.number for choice in select.options[1:]) == counted
    assert {select.name for select in page.selects} == {"jurisdiction", "topic", "force"}, "one role and one act ask"
    wider = shown(**{**SMALL, "tuned": True, "signed": True})
    assert {select.name for select in wider.selects} >= {"jurisdiction", "topic", "force", "instrument"}


# --- Pictures -----------------------------------------------------------------------------------------------------
def test_the_timeline_has_a_lane_a_mark_for_each_day_and_the_same_in_words() -> None:
    line = shown(**SMALL).timeline
    assert line is not None
    assert [(lane.code, [(p.mark, p.on) for p in lane.points]) for lane in line.lanes] == [
        ("EU", [("applies", date(2025, 8, 2)), ("exempt", date(2025, 8, 2)), ("upcoming", date(2028, 1, 1))])
    ]
    assert ("1 January 2028", "EU", "1 duty", "Register the model") in line.rows
    assert line.text == "The next duties start on 1 January 2028, in 13 months."


def test_places_on_the_timeline_keep_their_order_and_stay_inside() -> None:
    line = shown(**SMALL).timeline
    assert line is not None
    points = [point for lane in line.lanes for point in lane.points]
    assert points[0].x < line.today_x < points[-1].x
    assert all(line.left <= point.x <= line.right for point in points)


def test_what_started_long_ago_stands_at_the_edge_and_leaves_room_for_the_rest() -> None:
    rows = shown(**SMALL).rows
    at_2025 = timeline(rows, date(2026, 11, 24))
    at_2035 = timeline(rows, date(2035, 6, 1))
    assert at_2025 is not None
    assert at_2035 is not None
    assert all("before" not in row[0] for row in at_2025.rows)
    (lane,) = at_2035.lanes
    assert {point.label.split(" · ")[1] for point in lane.points} == {"before 2031"}
    assert {row[0] for row in at_2035.rows} == {"before 2031"}
    assert all(at_2035.left <= point.x < at_2035.today_x for point in lane.points)


def test_states_in_which_nothing_is_certain_share_a_lane_and_open_days_their_year() -> None:
    row = shown(**SMALL).rows[0]
    days = [date(2025, month, 1) for month in range(1, 13)]
    states = [
        replace(row, jurisdiction=f"US-{n:02}", mark="depends", duty=True, starts=on) for n, on in enumerate(days)
    ]
    certain = replace(row, jurisdiction="US-CA", mark="applies", duty=True, starts=days[0])
    line = timeline([certain, *states], date(2026, 11, 24))
    assert line is not None
    assert [lane.code for lane in line.lanes] == ["US-CA", "states"]
    assert [cells[:3] for cells in line.rows[1:]] == [("2025", "states", "12 open")]
    few = timeline([certain, *states[:3]], date(2026, 11, 24))
    assert few is not None
    assert [lane.code for lane in few.lanes] == ["US-CA", "US-00", "US-01", "US-02"]


def test_years_on_the_axis_keep_apart() -> None:
    line = timeline([replace(row, starts=date(2075, 1, 1)) for row in shown(**SMALL).rows[:3]], date(2026, 11, 24))
    assert line is not None
    xs = [tick.x for tick in line.ticks]
    assert min(right - left for left, right in pairwise(xs)) > 40


def test_no_two_labels_of_a_lane_overlap() -> None:
    line = shown(**{**SMALL, "tuned": True}).timeline
    assert line is not None
    for lane in line.lanes:
        places = [(point.y, point.on) for point in lane.points]
        assert len({y for y, _ in places}) >= len([on for _, on in places if on == date(2025, 8, 2)])


@pytest.mark.parametrize(
    ("compute", "relation"),
    [
        (1e25, "this model is not above"),
        (1.0000001e25, "this model is above"),
        ({"low": 9e24, "high": 2e25}, "the estimate reaches both sides"),
        (None, "compute not known"),
    ],
)
def test_the_scale_says_where_the_model_stands_and_at_the_line_is_not_above(compute: object, relation: str) -> None:
    scale = shown(**{**SMALL, "training_compute": compute}).scale
    assert scale is not None
    assert ("line for large models", "10²⁵ FLOP", relation) in scale.rows


def test_all_compute_that_counts_is_shown_beside_training_compute() -> None:
    scale = shown(**{**SMALL, "training_compute": 6e24, "other_counted_compute": 5e24}).scale
    assert scale is not None
    assert [band.label for band in scale.bands] == ["training compute", "all compute that counts"]
    assert scale.bands[0].x < scale.thresholds[0].x < scale.bands[1].x


def test_before_the_line_is_law_there_is_no_scale() -> None:
    assert view(assessed(as_of=date(2025, 1, 1), **SMALL)).scale is None


# --- Changes, answers, law ----------------------------------------------------------------------------------------
def test_changes_name_the_duties_they_bring_and_take_away() -> None:
    page = shown(**SMALL)
    line = next(c for c in page.changes if c.text == "If the weights are not public")
    assert (line.gained, line.removed, line.rigidity) == (("Write documentation",), (), "easy to change")
    assert page.changes[0].rigidity == "easy to change"
    row = next(r for r in page.rows if r.finding.id == "DOC")
    assert "If the weights are not public" in [change.text for change in row.changes]


def test_answers_show_where_they_came_from() -> None:
    facts = {fact.label: fact for fact in shown(**LARGE).facts}
    assert facts["training compute"].value == "2 × 10²⁵ FLOP to 4 × 10²⁵ FLOP"
    assert (facts["training compute"].origin, facts["training compute"].assumed) == ("estimated", True)
    assert (facts["own model"].origin, facts["own model"].assumed) == ("answered", False)


def test_the_law_is_listed_with_its_life_as_known() -> None:
    law = {line.short: line for line in shown(**SMALL).law}
    assert law["Model Act"].state == "in force"
    assert [step[:2] for step in law["Model Act"].steps] == [("1 August 2024", "enters into force")]


def test_a_view_of_one_jurisdiction_says_nothing_of_others() -> None:
    found: Profile = profile(**SMALL)
    page = view(evaluate(BOOK, found, as_of=TODAY, jurisdictions=("EU",)))
    assert {row.jurisdiction for row in page.rows} == {"EU"}
    assert all("Obey the bill" not in change.gained + change.removed for change in page.changes)
