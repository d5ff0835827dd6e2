"""What openness changes: every instrument that was asked, on a page and in the API."""

from __future__ import annotations

import re

from django.test import Client

from apps.rules.engine import Relief
from apps.rules.law import load

BOOK = load()


def test_the_page_shows_each_instrument_with_what_openness_changes(client: Client) -> None:
    page = client.get("/rulebook/openness/").content.decode()
    asked = [i for i in BOOK.instruments.values() if i.openness]
    assert len(asked) > 5
    for instrument in asked:
        assert f'href="/rulebook/instruments/{instrument.id}/"' in page
        assert f'id="{instrument.jurisdiction}"' in page


def test_what_openness_does_change_comes_first_and_by_name_before_the_rest(client: Client) -> None:
    page = client.get("/rulebook/openness/").content.decode()
    top = page.partition('id="relieved"')[2].partition("</section>")[0]
    counts = [i for i in BOOK.instruments.values() if i.openness and i.openness.relief is not Relief.NONE]
    assert {i.id for i in counts} == set(re.findall(r"/rulebook/instruments/([^/]+)/", top))
    words = re.findall(r"spared by name|helped by a rule for all", top)
    assert words == sorted(words, reverse=True)
    assert "/rulebook/instruments/US-CA-TFAIA/" not in top, "no frontier statute knows open weights"


def test_the_rulebook_leads_there_and_an_instrument_says_it_too(client: Client) -> None:
    assert "/rulebook/openness/" in client.get("/rulebook/").content.decode()
    page = client.get("/rulebook/instruments/CRA/").content.decode()
    assert "If it is released openly:" in page
    assert BOOK.instruments["CRA"].openness is not None
    assert BOOK.instruments["CRA"].openness.relief is Relief.EXPRESS


def test_the_api_lists_them_by_jurisdiction(client: Client) -> None:
    found = client.get("/api/v1/openness/", {"jurisdiction": "EU"}).json()
    assert found["count"] == len(found["results"]) > 5
    assert {entry["jurisdiction"] for entry in found["results"]} == {"EU"}
    act = next(entry for entry in found["results"] if entry["instrument"] == "AIA")
    assert act["relief"] == "express"
    assert act["state"] == "in_force"


def test_a_jurisdiction_that_is_not_there_is_named(client: Client) -> None:
    answer = client.get("/api/v1/openness/", {"jurisdiction": "Atlantis"})
    assert answer.status_code == 400
    assert "Atlantis" in answer.content.decode()
