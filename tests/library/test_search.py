"""Search finds pieces of law by pinpoint, id, word and figure, ranks them, and shows what people typed as text."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.library.atlas import atlas_of
from apps.library.search import highlight, search
from apps.rules.law import load

ATLAS = atlas_of(load())


def ids(query: str) -> list[str]:
    return [hit.entry.id for hit in search(ATLAS, query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("53(1)(d)", "EU-AIA-53-1-d"),
        ("Article 53(1)(d)", "EU-AIA-53-1-d"),
        ("art. 53 (1) (d)", "EU-AIA-53-1-d"),
        ("55(1)(c)", "EU-AIA-55-1-c"),
        ("EU-AIA-53-1-d", "EU-AIA-53-1-d"),
        ("eu-aia-53-1-d", "EU-AIA-53-1-d"),
        ("systemic_risk", "systemic_risk"),
        ("10^25", "systemic_risk_compute"),
        ("1e25", "systemic_risk_compute"),
        ("10²⁵ FLOP", "systemic_risk_compute"),
        ("open source exemption", "open-source-model"),
        ("copyright policy", "EU-AIA-53-1-c"),
        ("code of practice", "COP"),
    ],
)
def test_the_best_result_comes_first(query: str, first: str) -> None:
    assert ids(query)[0] == first


def test_an_article_finds_all_its_points_and_no_other_article() -> None:
    found = ids("Art 53")
    assert {"EU-AIA-53-1-a", "EU-AIA-53-1-b", "EU-AIA-53-1-c", "EU-AIA-53-1-d", "EU-AIA-53-3"} <= set(found)
    assert "EU-AIA-55-1-a" not in found


def test_every_word_must_match_where_one_piece_has_them_all() -> None:
    assert all(key in ids("incident") for key in ids("serious incident critical infrastructure")[:1])
    assert "EU-COP-S-9-2d" in ids("serious incident critical infrastructure")


@pytest.mark.parametrize("query", ["", "   ", "the of and", "()", "%", "\x00", "xyzzyplugh"])
def test_a_query_without_a_match_finds_nothing(query: str) -> None:
    assert ids(query) == []


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'; DROP TABLE", "(" * 500, "a" * 5000]
)
def test_what_people_type_is_shown_as_text(client: Client, query: str) -> None:
    body = client.get("/rulebook/search/", {"q": query}).content.decode()
    assert "<script>alert" not in body
    assert "<img src=x" not in body


def test_matches_are_marked_and_the_rest_escaped() -> None:
    assert highlight("Keep <b>copyrights</b> & copies", ["copyright"]) == (
        'Keep &lt;b&gt;<mark class="hit">copyrights</mark>&lt;/b&gt; &amp; copies'
    )
    assert highlight("a.b (c)", ["."]) == "a.b (c)"


def test_results_come_as_a_page_or_for_a_script_as_a_part(client: Client) -> None:
    whole = client.get("/rulebook/search/", {"q": "incident"})
    part = client.get("/rulebook/search/", {"q": "incident"}, headers={"HX-Request": "true"})
    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert b'id="hits"' in part.content
    assert "HX-Request" in whole["Vary"]


def test_nothing_typed_teaches_and_a_slip_is_met_with_what_is_near(client: Client) -> None:
    assert "What you can search for" in client.get("/rulebook/search/").content.decode()
    slip = client.get("/rulebook/search/", {"q": "systemic_rsk"}).content.decode()
    assert "/rulebook/definitions/systemic_risk/" in slip
