"""Online Safety Act: which services are regulated, since when, from which revenue, and what is only announced."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import TODAY, assess, found, owed, without

YES, NO, OPEN = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
GALLERY: dict[str, Any] = {
    "activity": "business",
    "system_roles": ["provider"],
    "system_functions": ["image"],
    "uk_links": ["offered"],
    "uk_activities": ["user_content"],
    "uk_online": ["shares"],
    "uk_online_limits": [],
    "uk_children": "likely",
    "uk_turnover_gbp": 1_000_000,
}
BOTH = ["UK-OSA-9", "UK-OSA-10", "UK-OSA-20-21", "UK-OSA-22", "UK-OSA-23", "UK-OSA-35"]
SHARING_ALONE = ["UK-OSA-10-3A", "UK-OSA-66"]


@pytest.mark.parametrize("duty", [*BOTH, *SHARING_ALONE, "UK-OSA-11-12", "UK-OSA-100"])
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"uk_online": ["group_chat"]},
        {"uk_online": ["user_bots"]},
        {"uk_online": ["hosts_models"]},
        {"uk_links": ["many_users"]},
        {"uk_links": ["reachable"], "uk_material_risk": True},
        {"activity": "private"},
        {"activity": "research_only"},
        {"weights_public": True},
        {"seat": "us"},
    ],
)
def test_sharing_services_are_reached_whatever_their_size_licence_or_aim(change: dict[str, Any], duty: str) -> None:
    assert owed(GALLERY | change, duty) is YES


@pytest.mark.parametrize("duty", BOTH)
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"uk_online": ["search"]}, YES),
        ({"uk_online": []}, NO),
        ({"uk_activities": []}, NO),
        ({"uk_activities": ["adult"]}, NO),
        ({"uk_links": []}, NO),
        ({"uk_links": ["reachable"], "uk_material_risk": False}, NO),
        ({"uk_links": ["reachable"]}, OPEN),
        ({"uk_links": ["established"], "uk_material_risk": False}, NO),
        ({"uk_links": ["established", "trained"], "uk_material_risk": True}, YES),
        ({"uk_links": ["used_on_people"], "uk_material_risk": True}, YES),
    ],
)
def test_edges_of_regulated_services(change: dict[str, Any], outcome: Outcome, duty: str) -> None:
    assert owed(GALLERY | change, duty) is outcome


@pytest.mark.parametrize("limit", ["internal", "messages", "calls", "comments", "public_body", "education"])
def test_limited_services_are_exempt(limit: str) -> None:
    assert owed(GALLERY | {"uk_online_limits": [limit]}, "UK-OSA-10") is Outcome.EXEMPT


@pytest.mark.parametrize(
    ("limit", "outcome"),
    [(limit, YES) for limit in ("messages", "calls", "comments")]
    + [(limit, Outcome.EXEMPT) for limit in ("internal", "public_body", "education")],
)
def test_a_search_beside_comments_stays_bound(limit: str, outcome: Outcome) -> None:
    both = GALLERY | {"uk_online": ["search", "shares"], "uk_online_limits": [limit]}
    assert owed(both, "UK-OSA-9") is outcome


def test_comments_free_no_provider_of_pornography_from_fees() -> None:
    large = GALLERY | {"uk_turnover_gbp": 3e8, "uk_revenue_gbp": 2e7, "intimate_material": []}
    large |= {"uk_online_limits": ["comments"]}
    assert owed(large, "UK-OSA-FEES") is Outcome.EXEMPT
    assert owed(large | {"uk_activities": ["user_content", "adult"]}, "UK-OSA-FEES") is YES


@pytest.mark.parametrize("key", ["uk_links", "uk_activities", "uk_online", "uk_online_limits"])
def test_what_is_not_known_is_asked(key: str) -> None:
    finding = found(without(GALLERY, key), "UK-OSA-10")
    assert finding.outcome is OPEN
    assert key in finding.open_facts


def test_search_services_have_no_takedown_and_no_reports_yet() -> None:
    assert [owed(GALLERY | {"uk_online": ["search"]}, duty) for duty in SHARING_ALONE] == [NO, NO]


@pytest.mark.parametrize(("children", "outcome"), [("likely", YES), ("not_assessed", YES), ("unlikely", NO)])
def test_children_are_deemed_to_come_where_nobody_assessed_it(children: str, outcome: Outcome) -> None:
    assert owed(GALLERY | {"uk_children": children}, "UK-OSA-11-12") is outcome
    assert owed(without(GALLERY, "uk_children"), "UK-OSA-11-12") is OPEN


@pytest.mark.parametrize(
    ("links", "outcome"),
    [(["offered"], YES), (["many_users"], YES), (["reachable"], NO), (["established"], NO)],
)
def test_pornography_asks_for_users_and_no_risk_limb(links: list[str], outcome: Outcome) -> None:
    facts = GALLERY | {"uk_activities": ["adult"], "uk_links": links, "uk_material_risk": True}
    assert owed(facts, "UK-OSA-81") is outcome


@pytest.mark.parametrize(
    ("change", "outcome", "certainty"),
    [
        ({"intimate_material": ["purpose"]}, YES, Certainty.UNVERIFIED),
        ({"intimate_material": ["reproducible"]}, YES, Certainty.CONTESTED),
        ({"intimate_material": ["use"]}, NO, Certainty.UNVERIFIED),
        ({"intimate_material": []}, NO, Certainty.UNVERIFIED),
        ({}, OPEN, None),
        ({"intimate_material": ["purpose"], "system_functions": ["text"], "generates": ["text"]}, NO, None),
        ({"intimate_material": [], "uk_activities": ["crime_tools"], "uk_crime_tools": ["undressing"]}, YES, None),
        ({"intimate_material": ["purpose"], "uk_links": ["reachable"]}, NO, None),
    ],
)
def test_tools_that_undress_need_checks_of_age(
    change: dict[str, Any], outcome: Outcome, certainty: Certainty | None
) -> None:
    finding = found(GALLERY | {"uk_activities": []} | change, "UK-OSA-81")
    assert finding.outcome is outcome
    assert certainty in {None, finding.certainty}


@pytest.mark.parametrize(
    ("worldwide", "home", "outcome"),
    [
        (249_999_999, 20_000_000, NO),
        (250_000_000, 9_999_999, NO),
        (250_000_000, 10_000_000, YES),
        (250_000_001, 10_000_001, YES),
        ({"low": 240_000_000, "high": 260_000_000}, 10_000_000, OPEN),
    ],
)
def test_fees_start_at_both_revenues(worldwide: Any, home: int, outcome: Outcome) -> None:
    assert owed(GALLERY | {"uk_turnover_gbp": worldwide, "uk_revenue_gbp": home}, "UK-OSA-FEES") is outcome


@pytest.mark.parametrize(
    ("turnover", "ceiling"), [(179_999_999, 18e6), (180_000_000, 18e6), (180_000_010, 18_000_001), (1e9, 1e8)]
)
def test_the_ceiling_is_the_higher_amount(turnover: float, ceiling: float) -> None:
    fine = found(GALLERY | {"uk_turnover_gbp": turnover}, "UK-OSA-10").fine
    assert fine
    assert (fine.high, fine.currency) == (ceiling, "GBP")


FIRST_DAYS = {
    "UK-OSA-100": date(2024, 1, 10),
    "UK-OSA-9": date(2025, 3, 16),
    "UK-OSA-10": date(2025, 3, 17),
    "UK-OSA-35": date(2025, 4, 16),
    "UK-OSA-11-12": date(2025, 7, 25),
    "UK-OSA-FEES": date(2025, 12, 1),
    "UK-OSA-66": date(2026, 4, 7),
    "UK-OSA-10-3A": date(2026, 6, 29),
}


@pytest.mark.parametrize(("duty", "day"), FIRST_DAYS.items())
def test_the_day_before_and_the_day(duty: str, day: date) -> None:
    large = GALLERY | {"uk_turnover_gbp": 3e8, "uk_revenue_gbp": 2e7}
    before = found(large, duty, day - timedelta(days=1), TODAY)
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, day)
    assert found(large, duty, day, TODAY).timing is Timing.IN_FORCE


def test_pornography_since_january_2025() -> None:
    facts = GALLERY | {"uk_activities": ["adult"]}
    assert found(facts, "UK-OSA-81", date(2025, 1, 16)).timing is Timing.UPCOMING
    assert found(facts, "UK-OSA-81", date(2025, 1, 17)).timing is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("duty", "known"),
    [
        ("UK-OSA-10-3A", date(2026, 6, 25)),
        ("UK-OSA-66", date(2026, 4, 7)),
        ("UK-OSA-FEES", date(2025, 12, 1)),
        ("UK-OSA-216A", date(2026, 2, 16)),
    ],
)
def test_the_day_it_could_be_known(duty: str, known: date) -> None:
    assert duty in assess(GALLERY, TODAY, known).by_id
    assert duty not in assess(GALLERY, TODAY, known - timedelta(days=1)).by_id


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-09-01", date(2026, 11, 30)),
        ("2026-08-31", date(2026, 11, 29)),
        ("2026-12-01", date(2027, 2, 28)),
        ("2023-01-01", date(2025, 3, 16)),
    ],
)
def test_first_assessments_within_three_months_that_begin_with_the_day(start: str, due: date) -> None:
    assert found(GALLERY | {"uk_online_since": start}, "UK-OSA-9").due == due


CHATBOT: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_functions": ["conversation", "text"],
    "uk_links": ["offered"],
    "uk_activities": [],
}


def test_rules_for_chatbots_are_announced_and_never_a_current_duty() -> None:
    finding = found(CHATBOT, "UK-OSA-216A")
    assert (finding.outcome, finding.timing, finding.applies_from) == (YES, Timing.UPCOMING, None)
    assert "regulations" in finding.waits_for
    assert found(CHATBOT, "UK-OSA-216A", date(2028, 1, 1), TODAY).timing is Timing.UPCOMING
    assert owed(CHATBOT | {"system_functions": ["scores"]}, "UK-OSA-216A") is NO
    assert owed(CHATBOT | {"system_roles": ["deployer"], "uk_links": ["established"]}, "UK-OSA-216A") is YES


def test_a_closed_assistant_is_outside_today() -> None:
    findings = assess(CHATBOT).by_id
    assert {findings[duty].outcome for duty in (*BOTH, *SHARING_ALONE, "UK-OSA-81", "UK-OSA-100")} == {NO}


def test_the_act_has_no_relief_for_openness() -> None:
    openness = load().instruments["UK-OSA"].openness
    assert openness
    assert openness.relief.value == "none"
