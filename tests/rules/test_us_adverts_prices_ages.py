"""Adverts with invented performers, personal prices, age signals, Utah's word that it is AI: whom, when, what not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import found, owed, without

LATER = date(2027, 8, 1)
APPLIES, EXEMPT, OUTSIDE, OPEN = (
    Outcome.APPLIES,
    Outcome.EXEMPT,
    Outcome.DOES_NOT_APPLY,
    Outcome.NEEDS_FACTS,
)
FIRM: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "system_functions": ["conversation"],
    "us_states": ["nationwide"],
    "us_synthetic_advert": ["picture", "knowing", "prominent"],
    "us_personal_prices": ["personal", "food"],
    "us_app_roles": ["os", "app"],
    "us_asked": ["consumers_ask", "regulated_high_risk"],
    "us_therapy": ["help"],
}
STARTS = {
    "NY396-1": date(2026, 6, 9),
    "CA1050-1": date(2027, 1, 1),
    "NY349-1": date(2025, 11, 10),
    "MD895-1": date(2026, 10, 1),
    "CA1043-1": date(2027, 1, 1),
    "CA1043-2": date(2027, 1, 1),
    "UT77-1": date(2025, 5, 7),
    "UT77-2": date(2025, 5, 7),
    "UT72A-1": date(2025, 5, 7),
    "UT72A-2": date(2025, 5, 7),
    "UT72A-3": date(2025, 5, 7),
}
TURNS_ON = {"NY396": "synthetic_advert", "CA1050": "synthetic_advert", "NY349": "personal_prices"} | {
    "MD895": "personal_prices",
    "CA1043": "app_roles",
    "UT77": "asked",
    "UT72A": "therapy",
}


@pytest.mark.parametrize(("duty", "start"), STARTS.items())
def test_first_days(duty: str, start: date) -> None:
    today = date(2026, 11, 23)
    assert found(FIRM, duty, start - timedelta(days=1), today).timing is Timing.UPCOMING
    finding = found(FIRM, duty, start, today)
    assert (finding.outcome, finding.timing) == (APPLIES, Timing.IN_FORCE)


@pytest.mark.parametrize("duty", STARTS)
def test_only_a_link_to_the_state_counts_and_silence_is_no_answer(duty: str) -> None:
    assert owed(FIRM | {"us_states": ["tx"]}, duty, LATER) is OUTSIDE
    for key in ("us_states", "us_" + TURNS_ON[duty.rsplit("-", 1)[0]]):
        assert owed(without(FIRM, key), duty, LATER) is OPEN


@pytest.mark.parametrize("duty", STARTS)
def test_each_rests_on_texts_not_checked_officially(duty: str) -> None:
    expected = Certainty.SETTLED if duty == "CA1050-1" else Certainty.UNVERIFIED
    assert found(FIRM, duty, LATER).certainty is expected


@pytest.mark.parametrize("roles", [["provider"], ["distributor"], ["deployer"]])
@pytest.mark.parametrize("duty", ["NY396-1", "CA1050-1", "NY349-1", "MD895-1", "CA1043-1", "CA1043-2"])
def test_the_part_in_ai_does_not_matter(duty: str, roles: list[str]) -> None:
    assert owed(FIRM | {"system_roles": roles}, duty, LATER) is APPLIES


@pytest.mark.parametrize(
    ("advert", "new_york", "california"),
    [
        (["picture", "knowing"], APPLIES, OUTSIDE),
        (["picture", "prominent"], OUTSIDE, APPLIES),
        (["audio_only", "knowing", "prominent"], OUTSIDE, APPLIES),
        (["picture", "knowing", "prominent", "expressive"], EXEMPT, EXEMPT),
        (["picture", "knowing", "prominent", "translation"], EXEMPT, EXEMPT),
        (["picture", "knowing", "prominent", "accessibility"], APPLIES, EXEMPT),
        (["medium"], OUTSIDE, OUTSIDE),
        ([], OUTSIDE, OUTSIDE),
    ],
)
def test_adverts(advert: list[str], new_york: Outcome, california: Outcome) -> None:
    facts = FIRM | {"us_synthetic_advert": advert}
    assert owed(facts, "NY396-1", LATER) is new_york
    assert owed(facts, "CA1050-1", LATER) is california


def test_court_orders_bind_the_medium_not_the_maker() -> None:
    medium = FIRM | {"us_synthetic_advert": ["medium"]}
    assert owed(medium, "CA1050-2", LATER) is APPLIES
    assert found(medium, "CA1050-2", date(2026, 12, 31)).timing is Timing.UPCOMING
    assert found(medium, "CA1050-2", date(2027, 1, 1)).timing is Timing.IN_FORCE
    assert owed(FIRM, "CA1050-2", LATER) is OUTSIDE
    assert owed(without(FIRM, "us_synthetic_advert"), "CA1050-2", LATER) is OPEN


@pytest.mark.parametrize(
    ("prices", "new_york", "maryland"),
    [
        (["personal"], APPLIES, OUTSIDE),
        (["personal", "food"], APPLIES, APPLIES),
        (["higher", "food"], OUTSIDE, APPLIES),
        (["personal", "exempt"], EXEMPT, OUTSIDE),
        ([], OUTSIDE, OUTSIDE),
    ],
)
def test_prices(prices: list[str], new_york: Outcome, maryland: Outcome) -> None:
    facts = FIRM | {"us_personal_prices": prices}
    assert owed(facts, "NY349-1", LATER) is new_york
    assert owed(facts, "MD895-1", LATER) is maryland


@pytest.mark.parametrize(
    ("roles", "system", "app"),
    [
        (["os"], APPLIES, OUTSIDE),
        (["open_os"], EXEMPT, OUTSIDE),
        (["open_os", "os"], APPLIES, OUTSIDE),
        (["open_os", "app"], EXEMPT, APPLIES),
        (["open_os", "store"], EXEMPT, APPLIES),
        (["store"], OUTSIDE, APPLIES),
        (["app"], OUTSIDE, APPLIES),
        ([], OUTSIDE, OUTSIDE),
    ],
)
def test_an_open_licence_frees_operating_systems_alone(roles: list[str], system: Outcome, app: Outcome) -> None:
    facts = FIRM | {"us_app_roles": roles}
    assert owed(facts, "CA1043-2", LATER) is system
    assert owed(facts, "CA1043-1", LATER) is app


@pytest.mark.parametrize(
    ("asked", "consumers", "professionals"),
    [
        (["consumers_ask"], APPLIES, OUTSIDE),
        (["regulated_high_risk"], OUTSIDE, APPLIES),
        (["consumers_ask", "regulated_high_risk", "told_throughout"], EXEMPT, EXEMPT),
        (["told_throughout"], OUTSIDE, OUTSIDE),
    ],
)
def test_utah_word_that_it_is_ai(asked: list[str], consumers: Outcome, professionals: Outcome) -> None:
    facts = FIRM | {"us_asked": asked}
    assert (owed(facts, "UT77-1"), owed(facts, "UT77-2")) == (consumers, professionals)


@pytest.mark.parametrize("function", ["conversation", "text", "audio", "video"])
def test_utah_reaches_text_sound_and_sight(function: str) -> None:
    assert owed(FIRM | {"system_functions": [function]}, "UT77-1") is APPLIES


@pytest.mark.parametrize(
    ("therapy", "outcome"),
    [
        (["offers"], APPLIES),
        (["represents"], APPLIES),
        (["help"], APPLIES),
        (["offers", "scripted"], OUTSIDE),
        (["records"], OUTSIDE),
        ([], OUTSIDE),
    ],
)
def test_utah_mental_health_chatbots(therapy: list[str], outcome: Outcome) -> None:
    assert owed(FIRM | {"us_therapy": therapy}, "UT72A-3") is outcome


@pytest.mark.parametrize(("known_on", "outcome"), [(date(2026, 9, 9), APPLIES), (date(2026, 9, 10), EXEMPT)])
def test_open_operating_systems_were_left_out_in_september_2026(known_on: date, outcome: Outcome) -> None:
    assert owed(FIRM | {"us_app_roles": ["open_os"]}, "CA1043-2", LATER, known_on) is outcome


@pytest.mark.parametrize(
    ("known_on", "start"),
    [(date(2025, 7, 7), date(2025, 7, 8)), (date(2025, 7, 8), date(2025, 11, 10))],
)
def test_litigation_put_off_new_york_prices(known_on: date, start: date) -> None:
    finding = found(FIRM, "NY349-1", known_on, known_on)
    assert (finding.timing, finding.applies_from) == (Timing.UPCOMING, start)


def test_utah_chapters_77_and_72a_outlive_chapter_72() -> None:
    for duty in ("UT77-1", "UT72A-1"):
        assert found(FIRM, duty, date(2027, 7, 1)).timing is Timing.IN_FORCE


def test_vetoed_and_later_acts_make_no_duty() -> None:
    book = load()
    notes = {"US-CO-HB26-1210", "US-CO-SB26-051", "US-CA-NOT-LAW"}
    assert not [o.id for o in book.obligations.values() if o.instrument in notes]
    assert book.instruments["US-CO-SB26-051"].state(date(2028, 6, 30), date(2026, 11, 23)) == "adopted"
    assert book.instruments["US-CO-SB26-051"].state(date(2028, 7, 1), date(2026, 11, 23)) == "in_force"
