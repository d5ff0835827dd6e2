"""States of one country: told of together where nothing or nothing yet is known, apart where duties follow."""

from __future__ import annotations

from datetime import date

from apps.assessments import places
from apps.assessments.present import sentences
from apps.rules import law
from apps.rules.engine import (
    Answer,
    Assessment,
    Choices,
    Cite,
    Deadline,
    Expr,
    Flag,
    Force,
    Grade,
    Instrument,
    Obligation,
    Option,
    Profile,
    Rulebook,
    Topic,
    Version,
    When,
    evaluate,
)

DAY = date(2026, 11, 23)
STATES = ("al", "az", "ca", "co", "ct")

us_states = Choices(
    key="us_states",
    section="market",
    label="links to the states",
    ask="Where?",
    options=tuple(Option(code, code.upper()) for code in ("nationwide", *STATES)),
)
chatbot = Flag(
    key="chatbot",
    section="use",
    label="chatbot",
    ask="Is it one?",
    statement="it is a chatbot",
    denial="it is no chatbot",
)


def _instrument(code: str) -> Instrument:
    return Instrument(
        id=f"US-{code.upper()}",
        title="An act",
        short="Act",
        jurisdiction=f"US-{code.upper()}",
        force=Force.STATUTE,
        published_on=date(2020, 1, 1),
    )


def _duty(code: str, when: Expr) -> Obligation:
    return Obligation(
        id=f"{code.upper()}-1",
        title="Tell people",
        must="Tell people that they talk to a machine.",
        who="operator",
        topic=Topic.CHATBOTS,
        versions=(
            Version(
                since=date(2020, 1, 1),
                when=us_states.any_of("nationwide", code) & when,
                cites=(Cite(instrument=f"US-{code.upper()}", pinpoint="s. 1", grade=Grade.P),),
            ),
        ),
        deadline=Deadline(kind=When.CONTINUOUS, text="Always."),
        evidence="screenshot",
    )


tasks = Choices(
    key="tasks", section="use", label="tasks", ask="What for?", options=(Option("talk", "talk"), Option("sort", "sort"))
)


BOOK = Rulebook([*(_instrument(code) for code in STATES), *(_duty(code, chatbot) for code in STATES)])
TASKS = Rulebook([*(_instrument(code) for code in STATES), *(_duty(c, tasks.any_of("talk", "sort")) for c in STATES)])


def assessed(book: Rulebook = BOOK, **answers: object) -> Assessment:
    given = {key: Answer(value=frozenset(v) if isinstance(v, list) else v) for key, v in answers.items()}  # type: ignore[arg-type]
    return evaluate(book, Profile(answers=given), as_of=DAY)


def told(assessment: Assessment) -> list[tuple[str, str]]:
    return [(sentence.jurisdiction, sentence.text) for sentence in sentences(assessment)]


def test_states_with_nothing_but_open_duties_share_a_sentence() -> None:
    text = "5 duties in Alabama, Arizona, California, Colorado and Connecticut depend on answers."
    assert told(assessed()) == [("US", text)]


def test_states_without_a_link_share_a_sentence_and_a_reason() -> None:
    here = told(assessed(us_states=["ca"], chatbot=True))
    assert here[0] == ("US-CA", "In California: 1 duty now.")
    assert here[1:] == [("US", "No duty in Alabama, Arizona, Colorado and Connecticut: you named no link to them.")]


def test_linked_states_without_a_duty_are_named_with_the_reason() -> None:
    found = told(assessed(us_states=["ca", "co"], chatbot=False))
    assert ("US", "No duty in California and Colorado: it is no chatbot.") in found
    assert ("US", "No duty in Alabama, Arizona and Connecticut: you named no link to them.") in found


def test_a_question_left_at_none_is_named_rather_than_its_entries() -> None:
    found = told(assessed(TASKS, us_states=["ca", "co"], tasks=[]))
    assert ("US", "No duty in California and Colorado: you chose nothing under “tasks”.") in found


def test_a_few_states_that_wait_for_answers_keep_their_own_sentence() -> None:
    found = dict(told(assessed(us_states=["ca", "co"])))
    assert found["US-CA"] == "In California: 1 duty depends on answers."
    assert found["US-CO"] == "In Colorado: 1 duty depends on answers."


def test_a_long_list_of_states_ends_in_a_number() -> None:
    codes = ["US-AL", "US-AR", "US-AZ", "US-CA", "US-CO", "US-CT", "US-DE", "US-FL", "US-GA", "US-HI"]
    assert places.listed(codes).endswith("Florida and 2 more")
    assert places.listed(codes[:1]) == "Alabama"


def test_countries_without_a_link_have_one_short_sentence_and_take_their_states_along() -> None:
    nowhere = {"us_states": [], "uk_links": [], "system_union_links": [], "system_roles": ["deployer"]}
    found = assessed(law.load(), **nowhere, seat="other", us_activities=[], us_organisation=[], development="unchanged")
    assert [text for code, text in told(found) if code != "INT"] == [
        "No duty in the EU: you named no link to it.",
        "No duty in the United Kingdom: you named no link to it.",
        "No duty in the United States or its states: you named no link to them.",
    ]
