"""The library of licences over the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from rest_framework.throttling import AnonRateThrottle

from apps.rules.law.licences import LICENCES
from tests.api.shapes import faults_of_component


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "100000/min", raising=False)


def get(client: Client, path: str, **query: str) -> Any:
    return client.get(f"/api/v1/licences/{path}", query, headers={"accept": "application/json"})


def test_every_licence_is_listed_and_shown_in_its_shape(client: Client) -> None:
    found = get(client, "").json()
    assert faults_of_component(found, "LicenceList") == []
    assert [one["id"] for one in found["results"]] == list(LICENCES)
    for key in LICENCES:
        answer = get(client, f"{key}/")
        assert answer.status_code == 200
        assert faults_of_component(answer.json(), "Licence") == []
        assert answer.json()["id"] == key


def test_filters_keep_what_is_asked_for(client: Client) -> None:
    meta = get(client, "", family="meta", verdict="no").json()["results"]
    assert {one["id"] for one in meta} >= {"llama2", "llama3.1", "llama4"}
    assert {one["family"] for one in meta} == {"meta"}
    wrong = get(client, "", verdict="perhaps")
    assert wrong.status_code == 400
    assert "leans_no" in wrong.content.decode()
    assert get(client, "", colour="red").status_code == 400


@pytest.mark.parametrize("spelling", ["Apache-2.0", "apache 2", "APACHE 2.0"])
def test_one_is_found_in_any_common_spelling(client: Client, spelling: str) -> None:
    assert get(client, f"{spelling}/").json()["id"] == "apache-2.0"


def test_a_name_of_several_licences_is_answered_with_the_choices(client: Client) -> None:
    answer = get(client, "modified-mit/")
    assert answer.status_code == 404
    assert "kimi-modified-mit" in answer.content.decode()
    assert faults_of_component(answer.json(), "Error") == []
    assert get(client, "nothing-like-it/").status_code == 404


def test_evaluate_takes_a_licence_and_sends_it_back(client: Client) -> None:
    profile = {"licence": "Llama 3.1", "facts": {"weights_public": True}}
    body = {"profile": profile, "as_of": "2026-11-23", "jurisdictions": ["EU"]}
    answer = client.post("/api/v1/evaluate", json.dumps(body), content_type="application/json")
    assert answer.status_code == 200
    assert faults_of_component(answer.json(), "Assessment") == []
    sent_back = answer.json()["profile"]
    assert sent_back["licence"] == "llama3.1"
    assert sent_back["facts"]["licence_terms"]["origin"] == "licence"
    again = client.post("/api/v1/evaluate", json.dumps({**body, "profile": sent_back}), content_type="application/json")
    assert again.json() == answer.json()


def test_evaluate_refuses_an_unclear_licence(client: Client) -> None:
    body = {"profile": {"licence": "qwen", "facts": {}}}
    answer = client.post("/api/v1/evaluate", json.dumps(body), content_type="application/json")
    assert answer.status_code == 400
    (fault,) = answer.json()["error"]["faults"]
    assert fault["field"] == "profile.licence"
