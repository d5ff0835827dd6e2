"""The United Kingdom as a whole: one question closes it, few open it, nothing in it turns on size or licence."""

from __future__ import annotations

from typing import Any

import pytest

from apps.rules.engine import Answer, Force, Outcome, Profile, parse_value
from apps.rules.engine.questions import next_questions
from apps.rules.law import load
from tests.rules.us_assess import TODAY, assess

NO = Outcome.DOES_NOT_APPLY
MOST_QUESTIONS = 12
NOT_LAW = {Force.PROPOSED, Force.HISTORY}
BOOK = load()

CHATBOT: dict[str, Any] = {
    "seat": "us",
    "activity": "business",
    "development": "unchanged",
    "weights_public": False,
    "system_roles": ["provider", "deployer"],
    "system_method": "learned",
    "system_functions": ["conversation", "text"],
    "generates": ["text"],
    "uses": ["customer_service"],
    "users": ["people"],
    "uk_links": ["offered"],
    "personal_data": ["operation"],
}
RECRUITER: dict[str, Any] = {
    "seat": "uk",
    "activity": "business",
    "development": "unchanged",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "uses": ["hiring"],
    "hiring_tasks": ["filters_applications"],
    "decision_effect": "significant",
    "uk_links": ["established", "used_on_people"],
    "personal_data": ["operation"],
}
MODEL_MAKER: dict[str, Any] = {
    "seat": "us",
    "activity": "business",
    "development": "own",
    "task_range": "many",
    "training_compute": 1e25,
    "generates": ["text"],
    "weights_public": True,
    "system_roles": [],
    "uk_links": ["offered"],
    "personal_data": ["training"],
}


def british(facts: dict[str, Any]) -> dict[str, Outcome | None]:
    """What each British instrument asks."""
    return {f.id: f.outcome for f in assess(facts).findings if f.instrument.jurisdiction == "UK"}


def asked(facts: dict[str, Any]) -> list[str]:
    """The questions that British law still has, best first."""
    answers = {key: Answer(value=parse_value(BOOK.facts[key], value)) for key, value in facts.items()}
    return [
        q.fact.key
        for q in next_questions(BOOK, Profile(answers=answers), as_of=TODAY, jurisdictions={"UK"}, limit=None)
    ]


def test_who_has_no_link_is_done_after_one_question() -> None:
    for abroad in ({"uk_links": []}, {"seat": "eu", "uk_links": []}, CHATBOT | {"uk_links": []}):
        assert set(british(abroad).values()) == {NO}
        assert asked(abroad) == []
    assert asked({"seat": "eu"})[0] == "uk_links"


def test_a_link_that_is_not_known_closes_nothing() -> None:
    assert Outcome.DOES_NOT_APPLY not in british({"seat": "eu"}).values()
    assert Outcome.DOES_NOT_APPLY not in british({"seat": "uk"}).values()


@pytest.mark.parametrize("facts", [CHATBOT, RECRUITER, MODEL_MAKER], ids=["chatbot", "recruiter", "model maker"])
@pytest.mark.parametrize("special", [[], ["financial_firm"], ["user_content", "paid_by_consumers"]], ids=str)
def test_a_typical_description_needs_few_questions(facts: dict[str, Any], special: list[str]) -> None:
    described = dict(facts)
    questions = 0
    while missing := asked(described):
        fact = BOOK.facts[missing[0]]
        first = {"flag": True, "choices": [], "number": 1, "day": "2026-01-01"}
        chosen = fact.options[0].key if fact.kind == "choice" else first[fact.kind]  # type: ignore[attr-defined]
        given = {"uk_activities": special, "uk_parts": ["england_wales"], "uk_data": ["from_people", "vendors"]}
        described[fact.key] = given.get(fact.key, chosen)
        questions += 1
    assert questions <= MOST_QUESTIONS
    assert Outcome.NEEDS_FACTS not in british(described).values()


def test_no_compute_line_and_no_licence_decides_anything() -> None:
    small, large = MODEL_MAKER | {"training_compute": 1e20}, MODEL_MAKER | {"training_compute": 1e27}
    assert british(small) == british(large)
    everything = ["access", "use", "modify", "distribute"]
    assert british(MODEL_MAKER | {"licence_grants": everything}) == british(MODEL_MAKER | {"licence_grants": []})


def test_each_instrument_says_what_openness_changes() -> None:
    silent = [i.id for i in BOOK.instruments.values() if i.jurisdiction == "UK" and i.openness is None]
    assert silent == []


def test_what_is_not_law_asks_nothing() -> None:
    idle = {i.id for i in BOOK.instruments.values() if i.jurisdiction == "UK" and i.force in NOT_LAW}
    assert {"UK-AIBILL", "UK-PRIVATE-BILLS", "UK-GROWTH-BILL", "UK-POLICE-REFORM", "UK-TDM-PLAN"} <= idle
    assert not [o.id for o in BOOK.obligations.values() if o.instrument in idle]
