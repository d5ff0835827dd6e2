"""Imports over the API: what was read comes back in its shape, and its profile can be evaluated as it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from rest_framework.throttling import AnonRateThrottle

from tests.api.shapes import faults_of_component

URL = "/api/v1/import"
CARD = """\
---
license: apache-2.0
base_model: meta-llama/Llama-3.1-8B
pipeline_tag: text-generation
tags: [medical]
---
"""


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "100000/min", raising=False)


def post(client: Client, body: Any, url: str = URL) -> Any:
    return client.post(url, json.dumps(body), content_type="application/json")


BOM = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "components": [
        {
            "type": "machine-learning-model",
            "name": "Nimbus",
            "properties": [{"name": "remit:training_compute", "value": "1e25"}],
        }
    ],
}
TEXTS = {
    "model_card": CARD,
    "cyclonedx": json.dumps(BOM),
    "profile": "title: Nimbus\nlicence: mit\nfacts:\n  parameters: 70000000000\n  placed_on: 2026-03-02\n",
    "csv": "fact,value\ntraining_compute,8e24..1.2e25\nweights_public,?\n",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_what_was_read_has_its_shape_and_its_profile_can_be_evaluated(client: Client, kind: str) -> None:
    answer = post(client, {"text": TEXTS[kind]})
    assert answer.status_code == 200, answer.content
    found = answer.json()
    assert faults_of_component(found, "Import") == []
    assert found["kind"] == kind
    body = {"profile": found["profile"], "as_of": "2026-11-23", "jurisdictions": ["EU"]}
    assert post(client, body, "/api/v1/evaluate").status_code == 200


def test_places_doubts_and_cautions_come_with_it(client: Client) -> None:
    found = post(client, {"text": CARD, "address": "https://example.org/card"}).json()
    assert found["profile"]["licence"] == "apache-2.0"
    assert found["profile"]["base_licence"] == "llama3.1"
    assert set(found["profile"]["facts"]) == {"generates"}
    by_fact = {line["fact"]: line for line in found["lines"]}
    assert by_fact["generates"] == {
        "fact": "generates",
        "value": ["text"],
        "origin": "imported",
        "note": by_fact["generates"]["note"],
        "source": "https://example.org/card, pipeline_tag",
        "where": "pipeline_tag",
        "sure": "inferred",
        "taken": True,
    }
    assert (by_fact["uses"]["sure"], by_fact["uses"]["taken"]) == ("possible", False)
    assert found["cautions"][0]["where"] == "base_model"


def test_compute_is_no_integer_on_the_wire(client: Client) -> None:
    raw = post(client, {"text": json.dumps(BOM)}).content.decode()
    assert '"value":1e+25' in raw.replace(" ", "")


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        ({}, "text", "missing"),
        ({"text": 3}, "text", "not a text"),
        ({"text": None}, "text", "not a text"),
        ({"text": ""}, "text", "nothing to read"),
        ({"text": "x", "url": "http://x"}, "url", "no field"),
        ({"text": CARD, "address": "a\x07"}, "address", "cannot be printed"),
        ({"text": "---\nlicense: *x\n---\n"}, "text", "aliases"),
        ({"text": "facts:\n  weights_pubic: 1\n"}, "text", "no fact"),
        ({"text": "a" * 1_100_000}, "text", "larger than"),
    ],
)
def test_it_is_refused_by_field_with_a_reason(client: Client, body: dict[str, Any], field: str, says: str) -> None:
    answer = post(client, body)
    assert answer.status_code == 400
    assert faults_of_component(answer.json(), "Error") == []
    (fault,) = answer.json()["error"]["faults"]
    assert fault["field"] == field
    assert says in fault["message"]


def test_faults_have_their_lines_and_a_flood_is_cut(client: Client) -> None:
    faults = post(client, {"text": "facts:\n" + "".join(f"  k{n}: 1\n" for n in range(500))}).json()["error"]["faults"]
    assert (faults[0]["line"], len(faults)) == (2, 100)


def test_a_body_over_the_limit_is_refused(client: Client) -> None:
    assert post(client, {"text": "a" * 2_200_000}).status_code == 413


def test_no_database_is_needed(client: Client) -> None:
    assert post(client, {"text": CARD}).status_code == 200
