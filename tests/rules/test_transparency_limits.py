"""Article 50 at its edges: mixed exceptions, who counts as provider, private people, older generators, Union bodies."""

from __future__ import annotations

from datetime import date

import pytest

from apps.rules.engine import Certainty, Outcome
from apps.rules.law import load
from tests.rules.test_transparency import (
    AVATAR,
    BEFORE_THE_OMNIBUS,
    CHATBOT,
    DEEP_FAKE,
    EACH,
    GENERATOR,
    MANNER,
    MARK,
    NOTICE,
    SETTLED,
    Facts,
    finding,
    shown,
    text,
)

APPLIES, EXEMPT, NOT = Outcome.APPLIES, Outcome.EXEMPT, Outcome.DOES_NOT_APPLY
OUTPUTS, TRANSLATIONS = "transparency-guidelines-outputs", "transparency-guidelines-translations"


@pytest.mark.parametrize(
    ("exceptions", "outcome", "alone"),
    [
        (["standard_editing"], EXEMPT, EXEMPT),
        (["unchanged_input", "standard_editing"], EXEMPT, EXEMPT),
        (["standard_editing", "translation"], EXEMPT, APPLIES),
        (["standard_editing", "fragments"], EXEMPT, APPLIES),
        (["unchanged_input", "rearranges"], EXEMPT, APPLIES),
        (["translation", "machine_to_machine"], EXEMPT, APPLIES),
        (["fragments", "intermediate"], NOT, APPLIES),
        ([], APPLIES, APPLIES),
    ],
)
def test_an_exception_of_the_act_never_carries_what_guidelines_alone_leave_out(
    exceptions: list[str], outcome: Outcome, alone: Outcome
) -> None:
    facts = text(marking_exceptions=exceptions)
    found = finding(facts, MARK)
    assert (found.outcome, found.certainty is SETTLED) == (outcome, outcome is alone)
    assert finding(facts, MARK, **{OUTPUTS: "ignored", TRANSLATIONS: "ignored"}).outcome is alone


HIRING: Facts = {
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "profiles_people": True,
    "users": ["business"],
    "system_placed_on": "2029-01-01",
}
TAKEN_OVER: Facts = {"system_roles": ["takes_over"], "take_over": ["own_name"], "contract_keeps_provider": False}


@pytest.mark.parametrize("duty", [NOTICE, MARK, MANNER])
def test_whoever_takes_over_a_high_risk_system_is_its_provider_here_too(duty: str) -> None:
    found = finding(CHATBOT | HIRING | TAKEN_OVER, duty, date(2029, 2, 1))
    assert (found.outcome, found.certainty) == (APPLIES, SETTLED)


@pytest.mark.parametrize("duty", [NOTICE, MARK, MANNER])
@pytest.mark.parametrize("roles", [TAKEN_OVER, {"system_roles": ["product_manufacturer"]}], ids=["name", "product"])
def test_whether_a_name_on_an_ordinary_system_makes_a_provider_is_contested(duty: str, roles: Facts) -> None:
    found = finding(CHATBOT | roles, duty)
    assert found.certainty is Certainty.CONTESTED
    assert {one.outcome for one in found.readings} == {APPLIES, NOT}
    private = finding(CHATBOT | roles | {"system_limits": ["private"]}, duty, ordinary_system_made_ones_own="a")
    assert private.outcome is APPLIES


def test_more_time_for_older_generators_shows_only_where_it_is_known_and_given() -> None:
    older = GENERATOR | {"system_placed_on": "2026-08-01"}
    newer = GENERATOR | {"system_placed_on": "2026-08-02"}
    first = date(2026, 8, 2)
    assert "111-4" in shown(finding(older, MARK, first, date(2026, 7, 24)))
    assert "111-4" not in shown(finding(older, MARK, first, BEFORE_THE_OMNIBUS))
    assert "111-4" not in shown(finding(newer, MARK, first))


@pytest.mark.parametrize(
    ("facts", "duty", "outcome"),
    [
        (GENERATOR | {"system_roles": ["importer"]}, MARK, NOT),
        (GENERATOR | {"system_roles": ["distributor"]}, MARK, NOT),
        (GENERATOR | {"system_roles": ["deployer"], "system_union_links": ["used"]}, MARK, NOT),
        (AVATAR | {"system_roles": ["provider"], "system_union_links": ["placed"]}, DEEP_FAKE, NOT),
        (AVATAR | {"system_union_links": ["output_intended"]}, DEEP_FAKE, APPLIES),
        (AVATAR | {"depiction": "nothing_real"}, DEEP_FAKE, NOT),
        (AVATAR | {"system_functions": ["audio"]}, DEEP_FAKE, APPLIES),
    ],
)
def test_makers_mark_and_users_label(facts: Facts, duty: str, outcome: Outcome) -> None:
    assert finding(facts, duty).outcome is outcome


@pytest.mark.parametrize("duty", [duty for duty, _ in EACH])
def test_union_bodies_pay_at_most_750_000_euro(duty: str) -> None:
    obligation = load().obligations[duty]
    assert "EUR 750 000" in obligation.penalty_note
    assert obligation.penalty is not None
    assert (obligation.penalty.percent, obligation.penalty.fixed) == (3, 15_000_000)
    assert "Art. 99(4)(g)" in {cite.pinpoint for cite in obligation.penalty.cites}
