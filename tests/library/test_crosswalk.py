"""One artefact, many rules: the table, the pages of the duties, the API; evidence, never proof."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.library.crosswalk import also_serves, table
from apps.rules.engine import RulebookError
from apps.rules.law import crosswalk, load
from apps.rules.law.crosswalk import FRAMEWORKS, PRACTICES

BOOK = load()


def test_every_practice_serves_rows_of_the_rulebook_and_frameworks_by_name() -> None:
    assert len(PRACTICES) == 19
    crosswalk.check(BOOK)
    for practice in PRACTICES:
        assert practice.serves
        assert set(practice.references) <= set(FRAMEWORKS)
        assert len(set(practice.serves)) == len(practice.serves)


def test_a_row_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = crosswalk.Practice(id="x", title="x", artefact="x", serves=("EU-AIA-999",), references={"iso9": "1"})
    monkeypatch.setattr(crosswalk, "PRACTICES", (wrong,))
    with pytest.raises(RulebookError) as refused:
        crosswalk.check(BOOK)
    assert "EU-AIA-999" in str(refused.value)
    assert "iso9" in str(refused.value)


def test_law_comes_first() -> None:
    for line in table(BOOK):
        for targets in line.countries:
            assert [t.binding for t in targets] == sorted((t.binding for t in targets), reverse=True)


def test_one_framework_serves_seoul_the_code_and_california() -> None:
    (framework,) = (practice for practice in PRACTICES if practice.id == "safety-framework")
    wanted = {"INT-SEOUL-II", "INT-SEOUL-III", "INT-SEOUL-IV", "INT-SEOUL-VII", "EU-COP-S-1", "CA-TFAIA-12-a"}
    assert wanted <= set(framework.serves)
    assert "dates" in framework.note


def test_each_duty_names_what_its_evidence_also_serves(client: Client) -> None:
    page = client.get("/rulebook/duties/CA-TFAIA-12-a/").content.decode()
    part = page.partition('id="also-serves"')[2].partition("</section>")[0]
    assert "This evidence also serves" in part
    assert "/rulebook/duties/EU-COP-S-1/" in part
    assert "/rulebook/duties/NY-RAISE-1421-1/" in part
    assert "/rulebook/duties/CA-TFAIA-12-a/" not in part
    assert "comply with" not in part
    assert 'id="also-serves"' not in client.get("/rulebook/duties/EU-AIA-54-1/").content.decode()
    assert also_serves(BOOK, "EU-AIA-54-1") == ()


def test_the_page_shows_the_table_and_what_may_be_said(client: Client) -> None:
    page = client.get("/rulebook/crosswalk/").content.decode()
    for practice in PRACTICES:
        assert f'id="{practice.id}"' in page
    for name in FRAMEWORKS.values():
        assert name in page
    assert '(<a href="/rulebook/duties/EU-COP-S-1/"' in page
    assert "informed by" in page
    assert "complies with" not in page
    assert "/rulebook/crosswalk/" in client.get("/rulebook/").content.decode()


def test_the_api_lists_the_practices(client: Client) -> None:
    found = client.get("/api/v1/crosswalk/").json()
    assert found["count"] == len(found["results"]) == 19
    first = found["results"][0]
    assert first["relation"] == "useful evidence for"
    assert [row["binding"] for row in first["serves"]] == sorted((r["binding"] for r in first["serves"]), reverse=True)
    assert {
        "framework": "nist",
        "title": "NIST AI RMF",
        "instrument": "US-NIST-CAISI",
        "pinpoints": "MAP 1.5, 5.1",
    } in (first["references"])
    assert client.get("/api/v1/crosswalk/", {"q": "x"}).status_code == 400
    assert "/api/v1/crosswalk/" in client.get("/api/schema/?format=json").content.decode()
