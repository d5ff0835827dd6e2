"""AI in therapy: what is offered, what is only taken for it, professionals, first days; practitioners in Texas."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from tests.rules.us_assess import assess, found, owed, without

DAY = timedelta(days=1)
APP: dict[str, Any] = {
    "development": "unchanged",
    "system_roles": ["provider", "deployer"],
    "system_functions": ["conversation"],
    "uses": ["companion"],
    "us_states": ["nationwide"],
    "us_organisation": [],
    "us_therapy": [],
    "us_health_record_ai": False,
}
BANS = ("WOPR-20a", "NV-AB406-7", "ME-LD2082-1", "VT-H816-1", "RI-S2197-1")
YES, NO = Outcome.APPLIES, Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("duty", "therapy", "first"),
    [
        ("WOPR-20a", "offers", date(2025, 8, 1)),
        ("WOPR-20b", "professional_admin", date(2025, 8, 1)),
        ("WOPR-15", "records", date(2025, 8, 1)),
        ("NV-AB406-7", "offers", date(2025, 7, 1)),
        ("NV-AB406-8", "professional_admin", date(2025, 7, 1)),
        ("TN1580-1", "represents", date(2026, 7, 1)),
        ("ME-LD2082-1", "offers", date(2026, 7, 29)),
        ("VT-H816-1", "offers", date(2026, 6, 17)),
        ("RI-S2197-1", "offers", date(2026, 6, 22)),
        ("CO-1195-1", "professional_admin", date(2026, 8, 12)),
    ],
)
def test_each_duty_starts_on_its_day(duty: str, therapy: str, first: date) -> None:
    facts = APP | {"us_therapy": [therapy]}
    finding = found(facts, duty, first)
    assert (finding.outcome, finding.timing, finding.certainty) == (YES, Timing.IN_FORCE, Certainty.UNVERIFIED)
    assert found(facts, duty, first - DAY, first).timing is Timing.UPCOMING
    assert owed(APP, duty) is NO
    assert owed(without(APP, "us_therapy"), duty) is Outcome.NEEDS_FACTS
    assert owed(facts | {"us_states": ["tx"]}, duty) is NO


@pytest.mark.parametrize(("duty", "signed"), [("ME-LD2082-1", date(2026, 4, 13)), ("CO-1195-1", date(2026, 6, 3))])
def test_known_since_it_was_signed(duty: str, signed: date) -> None:
    assert duty in assess(APP, date(2026, 9, 1), signed).by_id
    assert duty not in assess(APP, date(2026, 9, 1), signed - DAY).by_id


@pytest.mark.parametrize(
    ("therapy", "banned"),
    [
        (["offers"], BANS),
        (["represents"], (*BANS, "TN1580-1")),
        (["represents", "self_help"], (*BANS, "TN1580-1")),
        (["offers", "self_help"], BANS),
        (["offers", "licensed_conducts"], ("NV-AB406-7", "RI-S2197-1")),
        (["records"], ("ME-LD2082-1",)),
        (["professional_admin"], ("RI-S2197-1",)),
        (["self_help"], ()),
    ],
)
def test_what_is_banned(therapy: list[str], banned: tuple[str, ...]) -> None:
    facts = APP | {"us_therapy": therapy}
    for duty in (*BANS, "TN1580-1"):
        assert (owed(facts, duty) is YES) is (duty in banned), duty
        assert found(facts, duty).certainty is not Certainty.CONTESTED


def test_what_people_take_for_therapy_is_contested_in_illinois_unless_it_is_self_help() -> None:
    assert found(APP | {"us_therapy": ["help"]}, "WOPR-20a").certainty is Certainty.CONTESTED
    for therapy in (["self_help"], ["help", "self_help"]):
        finding = found(APP | {"us_therapy": therapy}, "WOPR-20a")
        assert finding.outcome is Outcome.EXEMPT
        assert finding.certainty is not Certainty.CONTESTED


@pytest.mark.parametrize("therapy", ["professional_admin", "professional_decides", "licensed_conducts"])
@pytest.mark.parametrize("duty", ["WOPR-20b", "NV-AB406-8", "CO-1195-1"])
def test_whoever_conducts_sessions_is_a_professional(duty: str, therapy: str) -> None:
    assert owed(APP | {"us_therapy": [therapy]}, duty) is YES


@pytest.mark.parametrize("duty", ["WOPR-20b", "WOPR-15"])
def test_physicians_are_outside_illinoiss_rules_on_professionals(duty: str) -> None:
    therapy = ["professional_admin", "records"]
    assert owed(APP | {"us_therapy": therapy}, duty) is YES
    assert owed(APP | {"us_therapy": [*therapy, "physician"]}, duty) is NO


def test_whether_a_physician_may_conduct_therapy_through_ai_is_contested() -> None:
    session = ["offers", "licensed_conducts"]
    assert owed(APP | {"us_therapy": session}, "WOPR-20a") is NO
    assert found(APP | {"us_therapy": [*session, "physician"]}, "WOPR-20a").certainty is Certainty.CONTESTED


@pytest.mark.parametrize("duty", ["NV-AB406-7", "TN1580-1"])
def test_a_released_model_counts_where_the_act_looks_at_what_it_says(duty: str) -> None:
    model = APP | {"system_roles": [], "development": "changed", "us_therapy": ["represents"]}
    assert owed(model, duty) is YES
    assert owed(model | {"development": "unchanged"}, duty) is NO


@pytest.mark.parametrize("duty", ["TX1188-1", "TX1188-2"])
@pytest.mark.parametrize("organisation", [[], ["care_provider"], ["hipaa"], ["school"]])
def test_a_practitioner_in_texas_counts_in_any_organisation(duty: str, organisation: list[str]) -> None:
    facts = APP | {"us_organisation": organisation, "us_health_record_ai": True}
    assert owed(facts, duty, date(2025, 9, 1)) is YES
    assert found(facts, duty, date(2025, 8, 31)).timing is Timing.UPCOMING
    assert owed(facts | {"us_health_record_ai": False}, duty) is NO
    assert owed(facts | {"system_roles": ["provider"]}, duty) is NO
    assert owed(without(facts, "us_health_record_ai"), duty) is Outcome.NEEDS_FACTS
