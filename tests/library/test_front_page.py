"""The first page shows real models decided by the law of the day; files that cannot be read are left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from apps.library.worked import mentioning, worked_examples

OPEN = """
slug: open-model
name: Open Model 7B
developer: A laboratory
released: May 2026
summary: Text model with public weights.
sources: [https://example.org/card]
facts:
  development: own
  activity: business
  union_ways: [hub]
  seat: other
  placed_on: 2026-05-04
  training_course: []
  parameters: 7.0e+9
  other_counted_compute: 0
  matches_most_advanced: no
  commission_procedure: none
  training_compute: 5.0e24
  generates: [text]
  task_range: many
  weights_public: yes
  public_information: [architecture, usage]
  licence_grants: [access, use, modify, distribute]
  licence_terms: []
  access_terms: []
"""


@pytest.fixture
def fixtures(tmp_path: Path, settings: Any) -> Path:
    """An own folder of fixtures, empty at first."""
    folder = tmp_path / "fixtures"
    (folder / "models").mkdir(parents=True)
    (folder / "examples").mkdir()
    settings.BASE_DIR = tmp_path
    return folder


def test_an_example_is_shown_with_its_counts_and_opens_with_one_click(client: Client, fixtures: Path) -> None:
    (fixtures / "models" / "open.yaml").write_text(OPEN, encoding="utf-8")
    body = client.get("/").content.decode()
    assert '<a href="/examples/open-model/">Open Model 7B</a>' in body
    assert "In the EU" in body
    assert "Open-source exemption for general-purpose models" in body
    assert "Exempt" in body


def test_without_examples_the_first_page_says_how_to_begin(client: Client, fixtures: Path) -> None:
    body = client.get("/").content.decode()
    assert "No example is installed" in body
    assert "None" not in body


def test_a_broken_worked_example_is_left_out_and_the_rest_stays(client: Client, fixtures: Path) -> None:
    good = (
        "id: x/W-1\ntitle: A case\nas_of: 2026-11-23\n"
        "facts: {weights_public: yes}\nexpect: {outcomes: {EU-AIA-53-1-a: exempt}}\n"
    )
    (fixtures / "examples" / "a.yaml").write_text(good, encoding="utf-8")
    for name, text in {
        "b": "id: [",
        "c": "- a list",
        "d": "id: x/W-2\n",
        "e": "",
        "f": "expect: 3\nid: 1\ntitle: 2",
    }.items():
        (fixtures / "examples" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert [example.id for example in worked_examples()] == ["x/W-1"]
    assert [example.id for example in mentioning(("duties", "EU-AIA-53-1-a"))] == ["x/W-1"]
    page = client.get("/rulebook/duties/EU-AIA-53-1-a/").content.decode()
    assert "/rulebook/examples/x/W-1/" in page
    assert client.get("/rulebook/examples/").status_code == 200


def test_a_typical_system_stands_apart_from_the_real_models(client: Client, fixtures: Path) -> None:
    (fixtures / "systems").mkdir()
    (fixtures / "models" / "open.yaml").write_text(OPEN, encoding="utf-8")
    text = "slug: ranker\nname: Ranker\nsummary: Shows much.\nfacts: {system_roles: [provider]}\n"
    (fixtures / "systems" / "ranker.yaml").write_text(text, encoding="utf-8")
    body = client.get("/").content.decode()
    assert body.index("Open Model 7B</a>") < body.index("Typical systems, made up") < body.index(">Ranker</a>")
    assert "Example: a typical case, made up" in client.get("/examples/ranker/").content.decode()
    every = client.get("/examples/").content.decode()
    assert every.index(">Open Model 7B</a>") < every.index("Typical systems") < every.index(">Ranker</a>")
    kinds = {one["id"]: one["kind"] for one in client.get("/api/v1/examples/").json()["results"]}
    assert kinds["ranker"] == "system"
