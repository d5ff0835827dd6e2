"""Federal steps against state law on AI: flagged on each binding state act, and no answer changes by them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from apps.assessments.document import assessment_document
from apps.assessments.page import view
from apps.rules.law import load
from tests.rules.us_assess import assess

BOOK = load()
ORDER = date(2025, 12, 11)


def challengers(instrument: str, known_on: date) -> list[str]:
    return [other.id for other, _ in BOOK.challenges(BOOK.instruments[instrument], known_on)]


@pytest.mark.parametrize("act", ["US-CA-TFAIA", "US-NY-RAISE", "US-TX-TRAIGA", "US-CA-AB2013", "US-NYC-LL144"])
def test_a_state_act_is_flagged_from_the_day_of_the_order(act: str) -> None:
    assert challengers(act, date(2025, 12, 10)) == []
    assert challengers(act, ORDER) == ["US-EO-14365"]


def test_colorado_has_a_second_flag_for_the_suit_and_the_proposed_statement() -> None:
    assert challengers("US-CO-SB26-189", date(2026, 11, 23)) == ["US-EO-14365", "US-EO-14365"]


@pytest.mark.parametrize("other", ["US-FTC-5", "AIA", "US-EO-14365", "US-CA-SB1047"])
def test_federal_law_other_places_and_dead_bills_are_not(other: str) -> None:
    assert challengers(other, date(2026, 11, 23)) == []


def test_the_flag_says_that_the_duty_stands() -> None:
    (_, challenge), *_ = BOOK.challenges(BOOK.instruments["US-CA-TFAIA"], ORDER)
    assert "preempts none" in challenge.text
    assert "stands" in challenge.text


def test_results_documents_and_pages_carry_it(client: Client) -> None:
    assessment = assess({"us_states": ["ca"], "seat": "eu"})
    rows = {row.finding.id: row for row in view(assessment).rows}
    assert [line.by for line in rows["CA-TFAIA-12-c1"].challenges] == ["EO 14365 (state laws under challenge)"]
    assert rows["US-FTC-5-1"].challenges == ()
    found = {finding["id"]: finding for finding in assessment_document(assessment, ())["findings"]}
    assert [challenge["by"] for challenge in found["CA-TFAIA-12-c1"]["challenges"]] == ["US-EO-14365"]
    assert found["EU-AIA-53-1-a"]["challenges"] == []
    assert "Under challenge:" in client.get("/rulebook/instruments/US-CA-TFAIA/").content.decode()
    assert "Under challenge:" not in client.get("/rulebook/instruments/AIA/").content.decode()
