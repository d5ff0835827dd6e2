"""Outcome, timing and certainty on a law small enough to check by eye."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from apps.rules.engine import (
    Answer,
    Certainty,
    Cite,
    Deadline,
    Definition,
    Expr,
    Fine,
    Flag,
    Grade,
    GuidanceStatus,
    Outcome,
    Profile,
    Reading,
    Timing,
    Version,
    When,
    assumption,
    at_least,
    contested,
    evaluate,
    guidance,
    next_questions,
    what_would_change,
)
from tests.rules import toy
from tests.rules.toy import ART, OPEN, THIRD, book, compute, duty, general, obligation, told

TODAY = date(2026, 11, 23)


def finding(rulebook, as_of=TODAY, known_on=None, **facts):  # type: ignore[no-untyped-def]
    return evaluate(rulebook, told(rulebook, **facts), as_of=as_of, known_on=known_on).findings[0]


EXEMPTIBLE = book(duty(unless=(OPEN,), transitions=(toy.LEGACY,)))


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, Outcome.NEEDS_FACTS),
        ({"general": False}, Outcome.DOES_NOT_APPLY),
        ({"general": True}, Outcome.NEEDS_FACTS),
        ({"general": True, "weights": False}, Outcome.APPLIES),
        ({"general": True, "weights": True}, Outcome.NEEDS_FACTS),
        ({"general": True, "weights": True, "paid": False, "compute": 1e24}, Outcome.NEEDS_FACTS),
        ({"general": True, "weights": True, "paid": False, "compute": 1e24, "extra": 0}, Outcome.EXEMPT),
        ({"general": True, "weights": True, "paid": True}, Outcome.APPLIES),
        ({"general": True, "weights": True, "compute": 2e25}, Outcome.APPLIES),
        ({"weights": True, "paid": False, "compute": 1e24, "extra": 0}, Outcome.NEEDS_FACTS),
    ],
)
def test_outcomes(facts, outcome) -> None:
    assert finding(EXEMPTIBLE, **facts).outcome is outcome


@pytest.mark.parametrize(
    ("amount", "outcome"),
    [
        ("9.99e24", Outcome.EXEMPT),
        ("1e25", Outcome.EXEMPT),
        ("1.0000000001e25", Outcome.APPLIES),
        ({"low": "9e24", "high": "1e25"}, Outcome.EXEMPT),
        ({"low": "9e24", "high": "1.1e25"}, Outcome.NEEDS_FACTS),
        ({"low": "1.1e25", "high": "2e25"}, Outcome.APPLIES),
    ],
)
def test_the_line_itself_is_not_above_and_a_range_across_it_is_not_known(amount, outcome) -> None:
    assert finding(EXEMPTIBLE, general=True, weights=True, paid=False, compute=amount, extra=0).outcome is outcome


@pytest.mark.parametrize(
    ("own", "of", "above"), [("1e24", "3e24", False), ("0.1", "0.3", False), ("1.0000001e24", "3e24", True)]
)
def test_exactly_one_third_is_not_above_one_third(own, of, above) -> None:
    rulebook = book(duty(when=compute > toy.base * THIRD))
    expected = Outcome.APPLIES if above else Outcome.DOES_NOT_APPLY
    assert finding(rulebook, compute=own, base=of).outcome is expected


@pytest.mark.parametrize(
    ("placed", "as_of", "timing", "first"),
    [
        ("2025-08-01", TODAY, Timing.UPCOMING, date(2027, 8, 2)),
        ("2025-08-01", date(2027, 8, 1), Timing.UPCOMING, date(2027, 8, 2)),
        ("2025-08-01", date(2027, 8, 2), Timing.IN_FORCE, date(2027, 8, 2)),
        ("2025-08-02", TODAY, Timing.IN_FORCE, date(2025, 8, 2)),
        ("2025-08-02", date(2025, 8, 1), Timing.UPCOMING, date(2025, 8, 2)),
        ({"low": "2025-07-01", "high": "2025-09-01"}, TODAY, None, None),
    ],
)
def test_timing(placed, as_of, timing, first) -> None:
    found = finding(EXEMPTIBLE, as_of, general=True, weights=False, placed=placed)
    assert (found.outcome, found.timing, found.applies_from) == (Outcome.APPLIES, timing, first)


def test_open_timing_asks_for_the_day_it_depends_on() -> None:
    found = finding(EXEMPTIBLE, general=True, weights=False)
    assert found.timing is None
    assert found.open_facts == ("placed",)


MOVED = book(
    obligation(
        "MOVED",
        Version(since=date(2026, 8, 2), when=general, cites=(ART,), replaced_on=date(2026, 7, 24)),
        Version(since=date(2027, 12, 2), when=general, cites=(ART,), published_on=date(2026, 7, 24)),
    )
)


@pytest.mark.parametrize(
    ("known_on", "first"),
    [
        (date(2026, 6, 1), date(2026, 8, 2)),
        (date(2026, 7, 23), date(2026, 8, 2)),
        (date(2026, 7, 24), date(2027, 12, 2)),
    ],
)
def test_a_day_moved_by_a_later_act_is_seen_only_once_published(known_on, first) -> None:
    assert finding(MOVED, date(2026, 9, 1), known_on, general=True).applies_from == first


def test_an_act_not_yet_published_yields_no_finding() -> None:
    assert evaluate(EXEMPTIBLE, Profile(), as_of=TODAY, known_on=date(2024, 7, 11)).findings == ()


def test_a_wording_that_ended_is_shown_as_ended() -> None:
    gone = book(
        obligation("GONE", Version(since=date(2025, 2, 2), until=date(2026, 7, 27), when=general, cites=(ART,)))
    )
    assert finding(gone, date(2026, 7, 26), general=True).timing is Timing.IN_FORCE
    assert finding(gone, date(2026, 7, 27), general=True).timing is Timing.ENDED


def test_two_wordings_follow_one_another() -> None:
    rulebook = book(
        obligation(
            "TWO",
            Version(since=date(2025, 2, 2), until=date(2026, 7, 27), when=general, cites=(ART,)),
            Version(since=date(2026, 7, 27), when=toy.weights, cites=(ART,)),
        )
    )
    assert finding(rulebook, date(2026, 7, 26), general=False, weights=True).timing is Timing.UPCOMING
    assert finding(rulebook, date(2026, 7, 27), general=True, weights=False).outcome is Outcome.DOES_NOT_APPLY


def test_new_words_for_a_notion_or_for_the_rule_itself_do_not_restart_a_duty_that_decides_alike() -> None:
    first, second = date(2025, 2, 2), date(2026, 7, 27)
    notion = Definition(
        id="notion",
        title="Notion",
        statement="it is one",
        denial="it is not one",
        summary="Read differently from 27 July 2026.",
        versions=(
            Version(since=first, until=second, when=general & toy.weights, cites=(ART,)),
            Version(since=second, when=general, cites=(ART,)),
        ),
    )
    wordings = (
        Version(since=first, until=second, when=notion, cites=(ART,)),
        Version(since=second, when=notion, cites=(ART,)),
    )
    reworded = book(obligation("TWO", *wordings))
    assert finding(reworded, second, general=True, weights=True).applies_from == first
    narrowed = book(obligation("TWO", wordings[0], replace(wordings[1], when=notion & ~toy.weights)))
    assert finding(narrowed, second, general=True, weights=False).applies_from == second


POINT = contested(
    key="point",
    why="whether it counts",
    a=Reading("it counts", compute > 1e23),
    b=Reading("it does not", compute > 1e24),
    cites=(ART,),
)
DISPUTED = book(duty(when=general & POINT))


@pytest.mark.parametrize(
    ("amount", "certainty", "outcome"),
    [
        ("1e22", Certainty.SETTLED, Outcome.DOES_NOT_APPLY),
        ("5e23", Certainty.CONTESTED, Outcome.APPLIES),
        ("5e24", Certainty.SETTLED, Outcome.APPLIES),
    ],
)
def test_readings_that_lead_to_one_answer_are_no_dispute(amount, certainty, outcome) -> None:
    found = finding(DISPUTED, general=True, compute=amount)
    assert (found.certainty, found.outcome) == (certainty, outcome)


def test_both_readings_are_shown_with_their_outcomes_and_can_be_adopted() -> None:
    found = finding(DISPUTED, general=True, compute="5e23")
    assert [(r.side, r.outcome) for r in found.readings] == [("a", Outcome.APPLIES), ("b", Outcome.DOES_NOT_APPLY)]
    profile = Profile(answers=told(DISPUTED, general=True, compute="5e23").answers, readings={"point": "b"})
    adopted = evaluate(DISPUTED, profile, as_of=TODAY).findings[0]
    assert (adopted.outcome, adopted.certainty) == (Outcome.DOES_NOT_APPLY, Certainty.SETTLED)


def test_a_dispute_that_a_missing_answer_hides_stays_open() -> None:
    found = finding(DISPUTED, compute="5e23")
    assert found.outcome is Outcome.NEEDS_FACTS


GUIDED = book(
    duty(
        when=guidance(
            key="line",
            why="the note draws the line",
            status=GuidanceStatus.FINAL,
            followed=compute > 1e23,
            ignored=general,
            cite=Cite(instrument="NOTE", pinpoint="section 1", grade=Grade.P),
        )
    )
)


def test_guidance_is_followed_unless_switched_off_or_not_yet_published() -> None:
    facts = {"general": False, "compute": "5e23"}
    assert finding(GUIDED, **facts).outcome is Outcome.APPLIES
    assert finding(GUIDED, known_on=date(2025, 7, 17), **facts).outcome is Outcome.DOES_NOT_APPLY
    off = Profile(answers=told(GUIDED, **facts).answers, readings={"line": "ignored"})
    assert evaluate(GUIDED, off, as_of=TODAY).findings[0].outcome is Outcome.DOES_NOT_APPLY


def test_two_of_three() -> None:
    rulebook = book(duty(when=at_least(2, general, toy.weights, toy.paid)))
    assert finding(rulebook, general=True, weights=True).outcome is Outcome.APPLIES
    assert finding(rulebook, general=False, weights=False).outcome is Outcome.DOES_NOT_APPLY
    assert finding(rulebook, general=True, weights=False).outcome is Outcome.NEEDS_FACTS


def test_what_kleene_leaves_open_is_settled_by_cases() -> None:
    rulebook = book(duty(when=(general & toy.weights) | (general & ~toy.weights)))
    found = finding(rulebook, general=True)
    assert (found.outcome, found.because.kind) == (Outcome.APPLIES, "cases")


@pytest.mark.parametrize(
    ("deadline", "start", "due"),
    [
        ({"days": 14}, "2026-11-02", date(2026, 11, 16)),
        ({"business_days": 5}, "2026-11-02", date(2026, 11, 9)),
        ({"business_days": 1}, "2026-11-06", date(2026, 11, 9)),
        ({"months": 3}, "2026-09-01", date(2026, 11, 30)),
        ({"months": 3}, "2026-01-01", date(2026, 3, 31)),
        ({"months": 3}, "2026-11-30", date(2027, 2, 27)),
        ({"months": 1}, "2026-12-15", date(2027, 1, 14)),
        ({"days": 14}, {"low": "2026-11-02", "high": "2026-11-03"}, None),
    ],
)
def test_a_deadline_is_computed_from_the_day_it_counts_from(deadline, start, due) -> None:
    rulebook = book(
        obligation(
            "DUE",
            Version(since=date(2025, 8, 2), when=general, cites=(ART,)),
            deadline=Deadline(kind=When.ON_EVENT, text="then", after=toy.placed, **deadline),
        )
    )
    assert finding(rulebook, general=True, placed=start).due == due


@pytest.mark.parametrize(
    ("turnover", "small", "low", "high"),
    [("4e6", None, 15e6, 15e6), ("5e8", None, 15e6, 15e6), ("1e9", None, 30e6, 30e6), ("1e8", True, 3e6, 3e6)],
)
def test_a_fine_is_capped_by_the_higher_amount_or_for_the_small_by_the_lower(turnover, small, low, high) -> None:
    lower = toy.weights if small else None
    cap = Fine(title="fine", percent=3, fixed=15e6, currency="EUR", turnover=compute, cites=(ART,), lower_when=lower)
    rulebook = book(obligation("FINED", Version(since=date(2025, 8, 2), when=general, cites=(ART,)), penalty=cap))
    found = finding(rulebook, general=True, compute=turnover, **({"weights": True} if small else {}))
    assert (found.fine.low, found.fine.high) == (low, high)


def test_a_secondary_source_makes_a_finding_unverified() -> None:
    version = Version(
        since=date(2025, 8, 2), when=general, cites=(Cite(instrument="ACT", pinpoint="p", grade=Grade.S),)
    )
    assert finding(book(obligation("U", version)), general=True).certainty is Certainty.UNVERIFIED


def test_the_question_that_settles_most_comes_first_and_declined_ones_last() -> None:
    asked = next_questions(EXEMPTIBLE, Profile(), as_of=TODAY)
    assert asked[0].fact.key == "general"
    declined = Profile(answers={"general": Answer(value=None)})
    assert next_questions(EXEMPTIBLE, declined, as_of=TODAY, limit=None)[-1].fact.key == "general"


def test_nothing_is_asked_that_cannot_change_a_finding() -> None:
    assert next_questions(EXEMPTIBLE, told(EXEMPTIBLE, general=False), as_of=TODAY) == ()


def test_an_answer_is_not_asked_for_again_because_the_rest_of_a_sum_is_missing() -> None:
    asked = next_questions(
        EXEMPTIBLE, told(EXEMPTIBLE, general=True, weights=True, compute=1e24), as_of=TODAY, limit=None
    )
    keys = [question.fact.key for question in asked]
    assert "extra" in keys
    assert "compute" not in keys


def test_a_range_that_may_still_matter_comes_after_what_is_missing() -> None:
    rough = told(EXEMPTIBLE, general=True, weights=True, compute={"low": 1e24, "high": 1e26})
    keys = [question.fact.key for question in next_questions(EXEMPTIBLE, rough, as_of=TODAY, limit=None)]
    assert keys[-1] == "compute"
    assert "extra" in keys


def test_a_question_waits_for_those_it_presupposes_while_they_matter() -> None:
    app = Flag(
        key="app", section="use", label="an app", statement="an app exists", denial="no app", ask="Is there one?"
    )
    users = Flag(
        key="users",
        section="model",
        presupposes=("app",),
        label="users of the app",
        statement="the app has users",
        denial="the app has no users",
        ask="Has the app users?",
    )
    rules = [
        obligation("P-1", Version(since=date(2025, 8, 2), when=users & app, cites=(ART,))),
        obligation("P-2", Version(since=date(2025, 8, 2), when=users, cites=(ART,))),
    ]
    law = book(*rules)
    assert [q.fact.key for q in next_questions(law, Profile(), as_of=TODAY)] == ["app", "users"]
    unknown = Profile(answers={"app": Answer(value=None)})
    assert next_questions(law, unknown, as_of=TODAY)[0].fact.key == "users"


def test_the_nearest_change_names_what_it_adds_and_removes() -> None:
    profile = told(EXEMPTIBLE, general=True, weights=True, paid=True, compute=1e24, extra=0, placed="2026-01-01")
    changes = what_would_change(EXEMPTIBLE, profile, as_of=TODAY)
    assert any([f.key for f, _ in c.changes] == ["paid"] and c.removed == ("DUTY",) for c in changes)


def test_two_changes_together_find_what_one_cannot() -> None:
    profile = told(EXEMPTIBLE, general=True, weights=False, paid=True, compute=1e24, extra=0, placed="2026-01-01")
    assert not any(
        "DUTY" in c.removed and c.changes[0][0].key == "weights"
        for c in what_would_change(EXEMPTIBLE, profile, as_of=TODAY)
    )
    pairs = what_would_change(EXEMPTIBLE, profile, as_of=TODAY, pairs=True, limit=None)
    assert any({f.key for f, _ in c.changes} == {"weights", "paid"} and c.removed == ("DUTY",) for c in pairs)


def _line(status: GuidanceStatus, grade: Grade) -> Expr:
    return guidance(
        key="line",
        why="the note draws the line",
        status=status,
        followed=compute > 1e23,
        ignored=general,
        cite=Cite(instrument="NOTE", pinpoint="section 1", grade=grade),
    )


@pytest.mark.parametrize(
    ("status", "grade", "holds", "certainty"),
    [
        (GuidanceStatus.DRAFT, Grade.O, True, Certainty.GUIDANCE),
        (GuidanceStatus.FINAL, Grade.S, True, Certainty.GUIDANCE),
        (GuidanceStatus.FINAL, Grade.O, True, Certainty.SETTLED),
        (GuidanceStatus.DRAFT, Grade.O, False, Certainty.SETTLED),
    ],
)
def test_a_finding_that_rests_on_soft_guidance_says_what_the_text_alone_would_lead_to(
    status, grade, holds, certainty
) -> None:
    found = finding(book(duty(when=_line(status, grade))), general=holds, compute="1e22")
    assert found.outcome is Outcome.DOES_NOT_APPLY
    assert found.certainty is certainty
    alone = [reading.outcome for reading in found.readings if reading.side == "ignored"]
    assert alone == ([Outcome.APPLIES] if certainty is Certainty.GUIDANCE else [])


ASSUMABLE = book(
    duty(when=assumption(key="assume-general", says="general", denies="not general", worked_out=general, cite=ART))
)


@pytest.mark.parametrize(
    ("readings", "outcome"),
    [
        ({}, Outcome.NEEDS_FACTS),
        ({"assume-general": "assumed"}, Outcome.APPLIES),
        ({"assume-not-general": "assumed"}, Outcome.DOES_NOT_APPLY),
        ({"assume-general": "worked_out"}, Outcome.NEEDS_FACTS),
        ({"assume-general": "assumed", "assume-not-general": "assumed"}, Outcome.APPLIES),
    ],
)
def test_a_legal_answer_may_be_stated_and_is_then_shown_as_an_assumption(readings, outcome) -> None:
    found = evaluate(ASSUMABLE, Profile(readings=readings), as_of=TODAY).findings[0]
    assert found.outcome is outcome
    kinds = [part.kind for part in found.because.walk()]
    assert ("assumption" in kinds) is (outcome is not Outcome.NEEDS_FACTS)


def test_an_assumption_gives_way_to_the_answers_where_it_is_not_stated() -> None:
    assert finding(ASSUMABLE, general=True).outcome is Outcome.APPLIES
