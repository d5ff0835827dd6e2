"""A broken rule is refused when it is written or loaded, with file, rule and remedy; so is a broken answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from apps.rules.engine import CarveOut, Challenge, Cite, Definition, RulebookError, Version, at_least, parse_value
from apps.rules.engine.conditions import ALWAYS
from apps.rules.engine.facts import Flag
from tests.rules import toy
from tests.rules.toy import ART, book, compute, duty, general, obligation

LATE = date(2025, 8, 2)


@pytest.mark.parametrize("wrong", [lambda: general and toy.weights, lambda: general or toy.paid, lambda: not general])
def test_python_words_are_refused_with_the_remedy(wrong) -> None:
    with pytest.raises(TypeError, match="Write & instead of and"):
        wrong()


def test_a_chained_comparison_is_refused() -> None:
    with pytest.raises(TypeError, match="Write & instead of and"):
        1e23 < compute < 1e25  # noqa: B015


def test_an_option_that_does_not_exist_is_refused_at_once() -> None:
    with pytest.raises(LookupError, match="It has: free, other"):
        toy.licence.is_("fre")


def test_at_least_more_than_there_are_is_refused() -> None:
    with pytest.raises(ValueError, match="between 1 and the number of conditions"):
        at_least(3, general, toy.paid)


def broken(*items: object) -> str:
    with pytest.raises(RulebookError) as refusal:
        book(*items)
    return str(refusal.value)


def test_a_rule_without_cite_is_refused_with_its_place() -> None:
    message = broken(
        obligation("BARE", Version(since=LATE, when=general, cites=(ART,)), Version(since=LATE, when=general, cites=()))
    )
    assert "test_refusals.py" in message or "toy.py" in message
    assert "BARE has no cite" in message


def test_an_unknown_instrument_is_refused_and_the_known_ones_named() -> None:
    odd = Cite(instrument="ACTT", pinpoint="Art. 1")
    message = broken(duty(unless=(CarveOut(id="c", title="c", when=toy.paid, cites=(odd,)),)))
    assert "'ACTT', which is no instrument" in message
    assert "ACT, NOTE" in message


def test_a_challenge_to_law_that_is_not_there_is_refused() -> None:
    foe = replace(toy.ACT, id="FOE", challenges=(Challenge("XX-", "Means to displace it."),))
    assert "FOE challenges 'XX-', which no binding instrument answers to" in broken(duty(), foe)


def test_overlapping_versions_are_refused() -> None:
    message = broken(
        obligation(
            "BOTH",
            Version(since=LATE, when=general, cites=(ART,)),
            Version(since=date(2026, 1, 1), when=general, cites=(ART,)),
        )
    )
    assert "overlap" in message
    assert "until=" in message


def test_two_rules_of_one_name_are_refused() -> None:
    assert "already defined" in broken(duty("SAME"), duty("SAME"))


def test_a_fact_that_decides_nothing_is_refused() -> None:
    assert "'weights' decides nothing" in broken(duty(), toy.weights)


def test_a_question_that_presupposes_no_fact_is_refused() -> None:
    lost = Flag(
        key="lost", section="use", presupposes=("gone",), label="l", statement="it is", denial="it is not", ask="Is it?"
    )
    with pytest.raises(RulebookError, match="'lost' presupposes 'gone', which is no fact"):
        book(obligation("L", Version(since=date(2025, 8, 2), when=lost, cites=(ART,))))


def test_a_duty_without_evidence_is_refused() -> None:
    version = Version(since=LATE, when=general, cites=(ART,))
    assert "has no evidence" in broken(obligation("X", version, evidence=" "))


def test_every_fault_is_named_at_once() -> None:
    version = Version(since=LATE, when=general, cites=(ART,))
    message = broken(obligation("X", version, evidence=""), obligation("Y", version, evidence=""))
    assert "X has no evidence" in message
    assert "Y has no evidence" in message


def test_a_number_asked_before_its_first_day_is_an_error_never_a_default() -> None:
    with pytest.raises(LookupError, match="has no value on 2025-08-01"):
        toy.LINE.at(date(2025, 8, 1), date(2026, 1, 1))


def test_a_definition_without_wording_on_the_day_is_an_error() -> None:
    late = Definition(
        id="late",
        title="late",
        statement="s",
        denial="d",
        versions=(Version(since=date(2030, 1, 1), when=general, cites=(ART,)),),
    )
    rulebook = book(duty(when=late))
    with pytest.raises(RulebookError, match="'late' has no wording on 2026-01-01"):
        rulebook.program(date(2026, 1, 1), date(2026, 1, 1))


def test_a_circle_is_named() -> None:
    versions: list[Version] = []
    one = Definition(id="one", title="", statement="s", denial="d", versions=versions)  # type: ignore[arg-type]
    two = Definition(
        id="two", title="", statement="s", denial="d", versions=(Version(since=LATE, when=one, cites=(ART,)),)
    )
    versions.append(Version(since=LATE, when=two, cites=(ART,)))
    rulebook = book(duty(when=one))
    with pytest.raises(RulebookError, match="one -> two -> one refers to itself"):
        rulebook.program(LATE, LATE)


def test_a_section_that_does_not_exist_is_refused() -> None:
    odd = Flag(key="odd", section="modle", label="x", ask="?", statement="s", denial="d")
    assert "Use one of: organisation" in broken(duty(when=odd))


@pytest.mark.parametrize(
    ("fact", "raw", "words"),
    [
        (general, "maybe", "Write yes or no"),
        (general, 1, "Write yes or no"),
        (toy.licence, "gpl", "Choose one of: free, other"),
        (toy.licence, True, "Choose one of"),
        (toy.outputs, "text", "takes a list"),
        (toy.outputs, ["text", "smell"], "no answer 'smell'"),
        (compute, "lots", "is not a number"),
        (compute, float("nan"), "not a finite number"),
        (compute, "inf", "not a finite number"),
        (compute, -1, "outside what is possible"),
        (compute, 1e33, "outside what is possible"),
        (compute, True, "takes a number"),
        (compute, 10**400, "is not a number"),
        (compute, {"low": 2, "high": 1}, "Swap them"),
        (compute, {"low": 2}, "exactly low and high"),
        (compute, [1], "takes a number"),
        (toy.placed, "2025-02-30", "is not a date"),
        (toy.placed, "yesterday", "is not a date"),
        (toy.placed, 2025, "takes a date"),
        (toy.placed, "1900-01-01", "outside what is possible"),
        (ALWAYS, 1, "cannot be answered"),
    ],
)
def test_a_wrong_answer_is_refused_with_the_remedy(fact, raw, words) -> None:
    if not hasattr(fact, "key"):
        with pytest.raises((TypeError, AttributeError)):
            parse_value(fact, raw)
        return
    with pytest.raises(ValueError, match=words):
        parse_value(fact, raw)
