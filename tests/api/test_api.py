"""The API answers what its OpenAPI description says, in one error format, and never fails on what it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from rest_framework.throttling import AnonRateThrottle

from apps.api import views
from apps.api.docs import BROKEN, EXAMPLE
from apps.api.openapi import description
from apps.assessments.document import assessment_document, assessment_schema
from apps.assessments.scope import assess, read_scope
from apps.library.items import KINDS
from apps.profiles.files import profile_from_data
from apps.rules import law
from apps.rules.law import load
from tests.api.shapes import faults_of_answer, faults_of_component
from tests.profiles.small_law import small_book

FACTS = {"development": "own", "weights_public": True, "training_compute": {"low": 1e24, "high": 3e25}}
PROFILE = {"title": "Test", "facts": FACTS}
EVALUATE = "/api/v1/evaluate"


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "100000/min", raising=False)


@pytest.fixture
def api() -> Client:
    return Client(headers={"accept": "application/json"})


def send(client: Client, body: Any, **more: Any) -> Any:
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post(EVALUATE, text, content_type=more.pop("content_type", "application/json"), **more)


def assert_keeps(answer: Any, path: str, method: str = "get") -> None:
    """The answer has a status the description names, and the shape it names for it."""
    assert faults_of_answer(answer, path, method) == []


def error_of(answer: Any, status: int, code: str) -> list[dict[str, Any]]:
    """The faults of an error, after checking that it has the one format."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/json"
    assert faults_of_component(answer.json(), "Error") == []
    error = answer.json()["error"]
    assert error["code"] == code
    assert error["message"]
    assert all(fault["message"] and fault["remedy"] for fault in error["faults"])
    found: list[dict[str, Any]] = error["faults"]
    assert found
    return found


# -- evaluate ---------------------------------------------------------------------------------


def test_evaluate_answers_the_document_of_the_engine(api: Client) -> None:
    answer = send(api, {"profile": PROFILE, "as_of": "2026-11-23", "known_on": "2026-07-01", "questions": 3})
    assert answer.status_code == 200
    assert_keeps(answer, EVALUATE, "post")
    scope = read_scope(load(), today=date(2026, 11, 23), known_on="2026-07-01")
    assessment, questions = assess(load(), profile_from_data(PROFILE, load()), scope, questions=3)
    assert answer.json() == json.loads(json.dumps(assessment_document(assessment, questions)))


def test_evaluate_stores_nothing_and_needs_no_database(api: Client) -> None:
    # Without the django_db mark any query would fail this test.
    assert send(api, {"profile": {"facts": {}}}).status_code == 200


def test_the_profile_of_an_answer_can_be_sent_back(api: Client) -> None:
    first = send(api, {"profile": PROFILE, "as_of": "2026-11-23"}).json()
    again = send(api, {"profile": first["profile"], "as_of": "2026-11-23"}).json()
    assert again == first


def test_a_jurisdiction_without_law_is_said_to_be_uncovered(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    book = small_book()  # its law is that of the Union alone
    monkeypatch.setattr(law, "load", lambda: book)
    answer = send(api, {"profile": {"facts": {}}, "jurisdictions": ["uk"]}).json()
    assert answer["jurisdictions"] == [{"id": "UK", "covered": False}]
    assert answer["findings"] == []


def test_left_out_and_null_mean_the_same(api: Client) -> None:
    plain = send(api, {"profile": PROFILE}).json()
    nulls = send(api, {"profile": PROFILE, "as_of": None, "known_on": None, "jurisdictions": None}).json()
    assert plain == nulls


BAD_JSON = {
    "not JSON": ('{"profile":\n{,}}', 2),
    "empty table cut off": ("{", 1),
    "NaN": ('{"profile": {"facts": {"training_compute": NaN}}}', None),
    "infinity": ('{"profile": {"facts": {"training_compute": -Infinity}}}', None),
    "number too large": ('{"profile": {"facts": {"training_compute": 1e999}}}', None),
    "integer over 64 bits": ('{"profile": {"facts": {"training_compute": 10000000000000000000000000}}}', None),
    "endless integer": ('{"profile": ' + "9" * 10_000 + "}", None),
    "key given twice": ('{"profile": {"facts": {"seat": "eu", "seat": "us"}}}', None),
    "half a surrogate pair": ('{"profile": {"facts": {}, "title": "\\ud800"}}', None),
    "nested deeply": ("[" * 100_000, None),
    "not UTF-8": (b'{"profile": "\xff"}', None),
}


@pytest.mark.parametrize("case", BAD_JSON)
def test_a_body_that_cannot_be_read_is_refused_with_its_line(api: Client, case: str) -> None:
    body, line = BAD_JSON[case]
    (fault,) = error_of(send(api, body), 400, "invalid_json")
    assert fault.get("line") == line


BAD_BODIES: dict[str, tuple[Any, str]] = {
    "no object": ([], ""),
    "nothing": ("", "profile"),
    "no profile": ({}, "profile"),
    "profile no object": ({"profile": 5}, "profile"),
    "no facts": ({"profile": {}}, "profile.facts"),
    "unknown field": ({"profile": PROFILE, "asof": "2026-01-01"}, "asof"),
    "unknown fact": (BROKEN, "profile.facts.weights_publik"),
    "wrong type": ({"profile": {"facts": {"weights_public": "perhaps"}}}, "profile.facts.weights_public"),
    "negative": ({"profile": {"facts": {"training_compute": -1}}}, "profile.facts.training_compute"),
    "absurd": ({"profile": {"facts": {"training_compute": "1e99"}}}, "profile.facts.training_compute"),
    "not finite": ({"profile": {"facts": {"training_compute": "inf"}}}, "profile.facts.training_compute"),
    "wrong option": ({"profile": {"facts": {"seat": "mars"}}}, "profile.facts.seat"),
    "unknown reading": ({"profile": {"facts": {}, "readings": {"x": "a"}}}, "profile.readings.x"),
    "control character": ({"profile": {"facts": {}, "title": "\u0000"}}, "profile.title"),
    "no date": ({"profile": PROFILE, "as_of": "soon"}, "as_of"),
    "no day": ({"profile": PROFILE, "known_on": "2026-02-30"}, "known_on"),
    "no jurisdiction": ({"profile": PROFILE, "jurisdictions": ["Mars"]}, "jurisdictions"),
    "too many questions": ({"profile": PROFILE, "questions": 5000}, "questions"),
    "questions true": ({"profile": PROFILE, "questions": True}, "questions"),
}


@pytest.mark.parametrize("case", BAD_BODIES)
def test_a_body_that_asks_wrongly_is_refused_by_field(api: Client, case: str) -> None:
    body, field = BAD_BODIES[case]
    assert field in [fault["field"] for fault in error_of(send(api, body), 400, "invalid")]


def test_all_faults_are_named_at_once(api: Client) -> None:
    body = {"profile": {"facts": {"nonsense": 1, "seat": "mars"}}, "as_of": "soon"}
    fields = [fault["field"] for fault in error_of(send(api, body), 400, "invalid")]
    assert sorted(fields) == ["as_of", "profile.facts.nonsense", "profile.facts.seat"]


# -- one error format ---------------------------------------------------------------------------------


def test_other_content_types_are_refused(api: Client) -> None:
    error_of(send(api, "a=1", content_type="application/x-www-form-urlencoded"), 415, "unsupported_media_type")


def test_a_body_over_the_limit_is_refused(api: Client) -> None:
    error_of(send(api, json.dumps({"profile": {"title": "x" * 300_000, "facts": {}}})), 413, "too_large")


def test_other_methods_are_refused_and_the_right_ones_named(api: Client) -> None:
    answer = api.get(EVALUATE)
    error_of(answer, 405, "method_not_allowed")
    assert "POST" in answer["Allow"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/nothing",
        "/api/",
        "/api/v1/rulebook/obligations/nothing/",
        "/api/v1/rulebook/spells/",
        "/api/v2/evaluate",
    ],
)
def test_what_does_not_exist_is_not_found(api: Client, path: str) -> None:
    error_of(api.get(path), 404, "not_found")


def test_other_answers_than_json_are_refused(api: Client) -> None:
    error_of(api.get("/api/v1/rulebook/", headers={"accept": "text/html"}), 406, "not_acceptable")


def test_a_filter_that_does_not_exist_is_refused(api: Client) -> None:
    (fault,) = error_of(api.get("/api/v1/rulebook/obligations/?topics=safety"), 400, "invalid")
    assert fault["field"] == "topics"


def test_a_fault_of_ours_says_nothing_of_its_inside(
    api: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(views, "assess", fail)
    (fault,) = error_of(send(api, {"profile": PROFILE}), 500, "server_error")
    assert "secret" not in json.dumps(fault)
    assert "secret" in caplog.text


def fail(*_: Any, **__: Any) -> None:
    raise RuntimeError("secret")


def test_too_many_requests_are_told_when_to_come_back(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "2/min", raising=False)
    answers = [api.get("/api/v1/rulebook/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    error_of(answers[2], 429, "throttled")
    assert 0 < int(answers[2]["Retry-After"]) <= 60


def test_another_address_has_a_rate_of_its_own(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "1/min", raising=False)
    addresses = ["192.0.2.1", "192.0.2.1", "192.0.2.2"]
    codes = [api.get("/api/v1/rulebook/", REMOTE_ADDR=address).status_code for address in addresses]
    assert codes == [200, 429, 200]


def test_an_address_cannot_be_made_up_with_a_header(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "rate", "1/min", raising=False)
    codes = [
        api.get("/api/v1/rulebook/", headers={"x-forwarded-for": a}).status_code for a in ("192.0.2.1", "192.0.2.2")
    ]
    assert codes == [200, 429]


def test_a_missing_or_extra_slash_is_put_right_keeping_the_method(api: Client) -> None:
    answer = send(api, {"profile": PROFILE})
    moved = api.post(f"{EVALUATE}/", json.dumps({"profile": PROFILE}), content_type="application/json", follow=True)
    assert moved.redirect_chain == [(EVALUATE, 308)]
    assert moved.json() == answer.json()
    assert api.get("/api/v1/rulebook/facts?section=model")["Location"] == "/api/v1/rulebook/facts/?section=model"


# -- the rulebook ---------------------------------------------------------------------------------


def test_the_overview_counts_what_the_lists_hold(api: Client) -> None:
    answer = api.get("/api/v1/rulebook/")
    assert_keeps(answer, "/api/v1/rulebook/")
    for kind, address in answer.json()["links"].items():
        listed = api.get(address)
        assert_keeps(listed, f"/api/v1/rulebook/{kind}/")
        assert listed.json()["count"] == len(listed.json()["results"]) == answer.json()["counts"][kind] > 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_item_has_an_answer_of_its_shape(api: Client, kind: str) -> None:
    for summary in api.get(f"/api/v1/rulebook/{kind}/").json()["results"]:
        answer = api.get(f"/api/v1/rulebook/{kind}/{summary['id']}/")
        assert answer.json()["id"] == summary["id"]
        assert_keeps(answer, f"/api/v1/rulebook/{kind}/{{item_id}}/")


def test_references_in_conditions_lead_to_items(api: Client) -> None:
    ids = {kind: {s["id"] for s in api.get(f"/api/v1/rulebook/{kind}/").json()["results"]} for kind in KINDS}
    for obligation in ids["obligations"]:
        for kind, item_id in refs(api.get(f"/api/v1/rulebook/obligations/{obligation}/").json()):
            assert item_id in ids[kind]


def refs(document: Any) -> Iterator[tuple[str, str]]:
    if isinstance(document, list):
        for part in document:
            yield from refs(part)
    if isinstance(document, dict):
        if document.get("ref"):
            yield document["ref"]["kind"], document["ref"]["id"]
        for part in document.values():
            yield from refs(part)


def test_a_list_can_be_filtered(api: Client) -> None:
    found = api.get("/api/v1/rulebook/facts/?section=openness").json()["results"]
    assert "weights_public" in [fact["id"] for fact in found]
    assert {fact["section"] for fact in found} == {"openness"}
    assert api.get("/api/v1/rulebook/facts/?section=nothing").json()["count"] == 0


def test_the_rulebook_is_sent_once_until_it_changes(api: Client) -> None:
    first = api.get("/api/v1/rulebook/facts/")
    assert load().fingerprint[:32] in first["ETag"]
    again = api.get("/api/v1/rulebook/facts/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert api.get("/api/v1/rulebook/facts/", headers={"if-none-match": '"old"'}).status_code == 200


def test_every_example_can_be_evaluated_as_it_is(api: Client) -> None:
    answer = api.get("/api/v1/examples/")
    assert_keeps(answer, "/api/v1/examples/")
    found = answer.json()["results"]
    assert "eu-gpai/W-01" in [example["id"] for example in found]
    for example in found[::40]:
        assert send(api, {"profile": example["profile"], "as_of": example["as_of"]}).status_code == 200


# -- the description ---------------------------------------------------------------------------------


def test_the_description_is_valid_openapi(api: Client) -> None:
    answer = api.get("/api/schema/")
    validate(answer.json())
    assert answer.json()["openapi"].startswith("3.1")


def test_the_description_refers_to_nothing_that_is_missing() -> None:
    text = json.dumps(description())
    shapes = description()["components"]["schemas"]
    targets = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert targets <= set(shapes)


def test_the_schema_of_an_assessment_is_published(api: Client) -> None:
    assert api.get("/api/v1/schema/assessment.json").json() == assessment_schema()


def test_the_request_on_the_page_is_one_that_works(api: Client) -> None:
    page = api.get("/api/docs/", headers={"accept": "text/html"}).content.decode()
    assert "training_compute" in page
    assert send(api, EXAMPLE).status_code == 200
    assert faults_of_component(EXAMPLE, "EvaluateRequest") == []


def test_the_error_on_the_page_is_the_one_that_comes(api: Client) -> None:
    (fault,) = error_of(send(api, BROKEN), 400, "invalid")
    page = api.get("/api/docs/", headers={"accept": "text/html"}).content.decode()
    assert fault["field"] in page
    assert fault["remedy"].split("?")[0].split(" or ")[0] in page


def test_the_page_describes_every_operation(api: Client) -> None:
    page = api.get("/api/docs/", headers={"accept": "text/html"}).content.decode()
    for path, item in description()["paths"].items():
        for method in item:
            assert f"{method.upper()}</span> {path}" in page


# -- whatever is sent ---------------------------------------------------------------------------------

scalars = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=20)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
known_facts = st.dictionaries(st.sampled_from(sorted(load().facts)), anything, max_size=4)
bodies = anything | st.fixed_dictionaries(
    {
        "profile": st.fixed_dictionaries(
            {"facts": known_facts | anything}, optional={"readings": anything, "title": anything}
        )
    },
    optional={"as_of": anything, "known_on": anything, "jurisdictions": anything, "questions": anything},
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies)
def test_whatever_is_sent_is_answered_or_refused(api: Client, body: Any) -> None:
    answer = send(api, json.dumps(body))
    if answer.status_code == 200:
        assert_keeps(answer, EVALUATE, "post")
    else:
        error_of(answer, 400, answer.json()["error"]["code"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60))
def test_whatever_bytes_are_sent_are_refused(api: Client, body: bytes) -> None:
    error_of(send(api, body), 400, send(api, body).json()["error"]["code"])


# -- in the browser ---------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.django_db
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_api_holds_in_the_browser(
    new_page: Callable[..., Any], axe: Callable[[Any], None], live_server: Any, scheme: str
) -> None:
    for width in (1280, 320):
        page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.goto(f"{live_server}/api/docs/")
        assert page.get_by_role("heading", level=1).inner_text() == "API, version 1"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("link", name="EvaluateRequest").first.click()
        assert page.url.endswith("#shape-EvaluateRequest")
        axe(page)
