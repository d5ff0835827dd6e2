"""The document of an assessment keeps to its published schema and leaves nothing out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.assessments.document import as_json, assessment_document, assessment_schema, small_integers
from apps.assessments.page import view
from apps.assessments.plain_text import text_report
from apps.assessments.scope import ScopeError, assess, read_scope
from apps.profiles.files import load_profile, profile_from_data
from apps.rules.engine import Number, Profile, Proof
from apps.rules.law import load
from tests.api import shapes
from tests.profiles.small_law import small_book

TODAY = date(2026, 11, 23)
OPEN_MODEL = {
    "development": "own",
    "activity": "business",
    "seat": "us",
    "generates": ["text"],
    "union_ways": ["hub"],
    "training_compute": {"low": 2.0e24, "high": 4.0e25},
    "weights_public": True,
    "placed_on": "2026-03-02",
    "worldwide_turnover_eur": 2e9,
    "commission_procedure": None,
}


def profile(facts: dict[str, Any], **more: Any) -> Profile:
    return profile_from_data({"title": "Test", "facts": facts, **more}, load())


def document(facts: dict[str, Any], **scope: Any) -> dict[str, Any]:
    asked = read_scope(load(), **({"today": TODAY} | scope))
    assessment, questions = assess(load(), profile(facts), asked)
    return assessment_document(assessment, questions, jurisdictions=asked.jurisdictions)


def faults(found: dict[str, Any]) -> list[str]:
    return shapes.faults(found, assessment_schema())


@pytest.mark.parametrize("as_of", [date(2000, 1, 1), date(2025, 8, 1), TODAY, date(2099, 1, 1)])
@pytest.mark.parametrize("facts", [{}, OPEN_MODEL])
def test_the_document_keeps_to_the_schema(facts: dict[str, Any], as_of: date) -> None:
    assert faults(document(facts, as_of=as_of)) == []


CLASHING = {"system_method": "written_rules", "system_functions": ["text"]}


def test_answers_that_cannot_both_be_right_are_named_in_every_form() -> None:
    asked = read_scope(load(), today=TODAY)
    assessment, questions = assess(load(), profile(CLASHING), asked)
    found = assessment_document(assessment, questions)
    assert [clash["facts"] for clash in found["contradictions"]] == [["system_method", "system_functions"]]
    assert faults(found) == []
    said = found["contradictions"][0]["text"]
    assert said in " ".join(text_report(assessment, questions, asked).split())
    assert said in [clash.text for clash in view(assessment).clashes]
    assert document(OPEN_MODEL)["contradictions"] == []


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    jsonschema_rs.meta.validate(assessment_schema())
    tables = [part for part in parts(assessment_schema()) if "properties" in part]
    assert len(tables) > 10
    for table in tables:
        assert table["additionalProperties"] is False
        assert set(table["required"]) == set(table["properties"])


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    if isinstance(schema, list):
        for value in schema:
            yield from parts(value)


def test_a_field_of_another_type_breaks_the_schema() -> None:
    found = document(OPEN_MODEL)
    found["findings"][0]["timing"] = "soon"
    found["extra"] = 1
    assert len(faults(found)) == 2


def test_the_profile_of_a_document_reads_back_to_the_same_profile() -> None:
    told = profile(
        OPEN_MODEL | {"union_representative": {"value": "none", "origin": "assumed", "note": "n", "source": "s"}}
    )
    asked = read_scope(load(), today=TODAY)
    assessment, questions = assess(load(), told, asked)
    text = as_json(assessment_document(assessment, questions))
    again = load_profile(json.dumps(json.loads(text)["profile"]), load(), name="again")
    assert again == told


def test_compute_and_money_are_floats() -> None:
    found = document(OPEN_MODEL)
    assert found["profile"]["facts"]["training_compute"]["value"] == {"low": 2.0e24, "high": 4.0e25}
    fines = [f["penalty"] for f in found["findings"] if f["penalty"]]
    assert fines
    assert all(isinstance(fine[name], float) for fine in fines for name in ("percent", "fixed"))
    text = as_json(found)
    json.loads(text, parse_int=small_enough)


def small_enough(digits: str) -> int:
    assert abs(int(digits)) <= 2**53
    return int(digits)


@given(st.integers(-(10**40), 10**40))
def test_no_integer_is_larger_than_a_double_can_hold(number: int) -> None:
    kept = small_integers({"low": number})["low"]
    assert kept == number if isinstance(kept, int) else kept == float(number)
    assert isinstance(kept, float) or abs(kept) <= 2**53


def test_every_reference_to_a_reason_leads_to_one() -> None:
    found = document({})
    seen = {node["see"] for node in nodes(found) if node["see"]}
    assert seen
    assert seen <= set(found["reasons"])


def nodes(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    stack = [*(f["because"] for f in found["findings"]), *found["reasons"].values()]
    while stack:
        node = stack.pop()
        yield node
        stack += node["children"]


@pytest.mark.parametrize("facts", [{}, OPEN_MODEL])
def test_proofs_unfold_to_those_of_the_engine(facts: dict[str, Any]) -> None:
    asked = read_scope(load(), today=TODAY)
    assessment, questions = assess(load(), profile(facts), asked)
    found = assessment_document(assessment, questions)
    for finding, written in zip(assessment.findings, found["findings"], strict=True):
        assert same(finding.because, written["because"], found["reasons"]), finding.id


def same(proof: Proof, node: dict[str, Any], reasons: dict[str, Any]) -> bool:
    whole = reasons[node["see"]] if node["see"] else node
    return (
        (proof.kind, proof.text, proof.value, proof.answer)
        == tuple(whole[k] for k in ("kind", "text", "value", "answer"))
        and [c.pinpoint for c in proof.cites] == [c["pinpoint"] for c in whole["cites"]]
        and len(proof.children) == len(whole["children"])
        and all(same(p, n, reasons) for p, n in zip(proof.children, whole["children"], strict=True))
    )


def test_an_open_document_stays_small() -> None:
    # Shared definitions written out each time made it over six million characters.
    whole = document({})
    assert len(json.dumps(whole)) < 10_000 * len(whole["findings"])


def test_keys_keep_their_order() -> None:
    assert as_json(document(OPEN_MODEL)) == as_json(document(OPEN_MODEL))
    assert list(document({})) == list(assessment_schema()["properties"])


def test_a_jurisdiction_without_law_is_named_as_not_covered() -> None:
    book = small_book()  # its law is that of the Union alone
    for asked, covered in (("EU, UK", {"EU": True, "UK": False}), ("uk", {"UK": False})):
        scope = read_scope(book, today=TODAY, jurisdictions=asked)
        assessment, questions = assess(book, Profile(answers={}), scope)
        found = assessment_document(assessment, questions, jurisdictions=scope.jurisdictions)
        assert {j["id"]: j["covered"] for j in found["jurisdictions"]} == covered
        assert {f["jurisdiction"] for f in found["findings"]} == {j for j, law in covered.items() if law}


@pytest.mark.parametrize(
    ("field", "given_as", "said"),
    [
        ("as_of", "2026-02-30", "'2026-02-30' is not a day of the calendar."),
        ("as_of", "tomorrow", "'tomorrow' is not a date."),
        ("as_of", 20261123, "20261123 is not a date."),
        ("known_on", "1234-01-01", "too far from today"),
        ("jurisdictions", ["EU", "Mars"], "There is no jurisdiction 'MARS'."),
        ("jurisdictions", [], "No jurisdiction is named."),
        ("jurisdictions", [1], "1 is not a text."),
        ("jurisdictions", {"EU": 1}, "is not a list."),
    ],
)
def test_a_scope_that_cannot_be_used_is_refused_by_name(field: str, given_as: object, said: str) -> None:
    with pytest.raises(ScopeError, match=re.escape(said)) as caught:
        read_scope(load(), **{"today": TODAY, field: given_as})  # type: ignore[arg-type]
    assert caught.value.field == field
    assert caught.value.remedy


def amounts(fact: Number) -> st.SearchStrategy[float]:
    """Numbers that the fact takes, its ends among them."""
    most = min(fact.maximum, 1e30)
    return st.integers(int(fact.minimum), int(most)) if fact.integer else st.floats(fact.minimum, fact.maximum)


@settings(max_examples=4, deadline=None)
@given(st.fixed_dictionaries({f.key: amounts(f) for f in load().facts.values() if isinstance(f, Number)}))
def test_any_numbers_keep_to_the_schema(numbers: dict[str, float]) -> None:
    assert faults(document(numbers)) == []
