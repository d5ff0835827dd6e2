"""British copyright, deals, exports, product and network security, the AI cyber code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import TODAY, assess, found, owed, without

YES, NO, OPEN, EXEMPT = Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS, Outcome.EXEMPT
MAKER: dict[str, Any] = {
    "seat": "uk",
    "activity": "business",
    "development": "own",
    "system_roles": [],
    "system_functions": [],
    "generates": ["text"],
    "mined_content": ["web"],
    "uk_links": ["established", "trained", "only_parts"],
    "uk_parts": ["england_wales"],
    "uk_activities": [],
    "uk_text_mining": "other",
}


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, YES),
        ({"weights_public": True, "licence_terms": []}, YES),
        ({"mined_content": ["data_sets"]}, YES),
        ({"mined_content": ["user_content"]}, YES),
        ({"mined_content": ["licensed", "own", "free"]}, NO),
        ({"uk_links": ["established", "offered"]}, NO),
        ({"uk_text_mining": "research"}, EXEMPT),
        ({"uk_text_mining": "research_flawed"}, YES),
        ({"activity": "research_only"}, YES),
        ({"development": "unchanged"}, NO),
    ],
)
def test_copies_for_training(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MAKER | change, "UK-CDPA-1") is outcome


@pytest.mark.parametrize("key", ["uk_text_mining", "mined_content", "uk_links"])
def test_an_open_point_about_copies_stays_open(key: str) -> None:
    assert owed(without(MAKER, key), "UK-CDPA-1") is OPEN


@pytest.mark.parametrize(
    ("duty", "change", "outcome"),
    [
        ("UK-CDPA-2", {}, YES),
        ("UK-CDPA-2", {"activity": "private"}, NO),
        ("UK-CDPA-2", {"uk_links": ["reachable"], "seat": "us"}, YES),
        ("UK-CDPA-3", {}, NO),
        ("UK-CDPA-3", {"system_roles": ["deployer"]}, YES),
        ("UK-CDPA-4", {"mined_content": ["own"]}, NO),
    ],
)
def test_weights_output_and_locks(duty: str, change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MAKER | change, duty) is outcome


BUYER = MAKER | {
    "uk_activities": ["acquires"],
    "uk_deal_target": ["tracking"],
    "uk_deal_kind": [],
    "uk_share_before": 0,
    "uk_share_after": 30,
}


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (0, 25, NO),
        (0, 25.01, YES),
        (25, 26, YES),
        (26, 50, NO),
        (26, 50.01, YES),
        (50, 51, YES),
        (51, 74.99, NO),
        (51, 75, YES),
        (74.99, 75, YES),
        (75, 100, NO),
        (0, {"low": 20, "high": 30}, OPEN),
    ],
)
def test_the_three_lines_of_shares(before: Any, after: Any, outcome: Outcome) -> None:
    assert owed(BUYER | {"uk_share_before": before, "uk_share_after": after}, "UK-NSIA-14") is outcome


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"uk_deal_kind": ["resolutions"], "uk_share_after": 10}, YES),
        ({"uk_deal_kind": ["assets_only"]}, NO),
        ({"uk_deal_target": []}, NO),
        ({"uk_deal_target": ["robotics"]}, YES),
        ({"uk_deal_target": ["cyber"]}, YES),
        ({"uk_activities": []}, NO),
        ({"seat": "us", "uk_turnover_gbp": 1}, YES),
    ],
)
def test_deals_that_need_clearance(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(BUYER | change, "UK-NSIA-14") is outcome


def test_every_other_deal_may_be_notified() -> None:
    assert owed(BUYER, "UK-NSIA-VOL") is NO
    assert owed(BUYER | {"uk_share_after": 20}, "UK-NSIA-VOL") is YES
    assert owed(MAKER, "UK-NSIA-VOL") is NO


@pytest.mark.parametrize("key", ["uk_deal_target", "uk_share_after", "uk_activities"])
def test_an_open_point_about_the_deal_stays_open(key: str) -> None:
    assert owed(without(BUYER, key), "UK-NSIA-14") is OPEN


SENDER = MAKER | {"uk_activities": ["exports"], "uk_exports": ["chips"], "uk_chip_tpp": 15_840}


@pytest.mark.parametrize(
    ("tpp", "outcome", "certainty"),
    [
        (4799, NO, Certainty.SETTLED),
        (4800, YES, Certainty.CONTESTED),
        (5999, YES, Certainty.CONTESTED),
        (6000, YES, Certainty.SETTLED),
        (6001, YES, Certainty.SETTLED),
    ],
)
def test_the_formula_decides_and_the_example_is_contested(tpp: int, outcome: Outcome, certainty: Certainty) -> None:
    finding = found(SENDER | {"uk_chip_tpp": tpp}, "UK-EXP-3")
    assert finding.outcome is outcome
    assert (found(SENDER | {"uk_chip_tpp": tpp}, "UK-EXP-1").certainty is Certainty.CONTESTED) is (
        certainty is Certainty.CONTESTED
    )


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"uk_exports": ["listed"]}, YES),
        ({"uk_exports": ["public_domain"]}, EXEMPT),
        ({"uk_exports": ["public_domain", "listed"]}, YES),
        ({"uk_exports": []}, NO),
        ({"uk_parts": ["northern_ireland"], "uk_exports": ["listed"]}, YES),
        ({"uk_parts": ["northern_ireland"], "uk_exports": []}, NO),
        ({"uk_activities": []}, NO),
    ],
)
def test_what_needs_an_export_licence(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(SENDER | change, "UK-EXP-1") is outcome


def test_chips_from_northern_ireland_are_left_open() -> None:
    north = found(SENDER | {"uk_parts": ["northern_ireland"], "uk_chip_tpp": 100}, "UK-EXP-1")
    assert (north.outcome, north.certainty) == (YES, Certainty.CONTESTED)


def test_every_sender_screens_weights_kept_back_included() -> None:
    assert owed(SENDER | {"uk_exports": []}, "UK-EXP-2") is YES
    assert owed(SENDER | {"uk_activities": []}, "UK-EXP-2") is NO


def test_published_weights_leave_the_list_but_not_the_screening() -> None:
    facts = SENDER | {"uk_exports": ["public_domain"]}
    states = {c.carve_out.id: c.state for c in found(facts, "UK-EXP-1").carve_outs}
    assert states == {"uk-export-public-domain": CarveOutState.ACTIVE}
    assert owed(facts, "UK-EXP-2") is YES


@pytest.mark.parametrize(
    ("day", "timing", "contested"),
    [
        (date(2024, 3, 31), Timing.UPCOMING, True),
        (date(2024, 4, 1), Timing.IN_FORCE, True),
        (date(2025, 12, 15), Timing.IN_FORCE, True),
        (date(2025, 12, 16), Timing.IN_FORCE, False),
    ],
)
def test_chips_on_each_side_of_the_change(day: date, timing: Timing, contested: bool) -> None:
    finding = found(SENDER, "UK-EXP-1", day, max(day, date(2025, 1, 1)))
    assert (finding.outcome, finding.timing) == (YES, timing)
    assert (finding.certainty is Certainty.CONTESTED) is contested


def test_the_old_entries_are_history() -> None:
    old = load().instruments["UK-EXPORT-PL9013"]
    assert old.state(date(2025, 12, 15), TODAY) == "in_force"
    assert old.state(date(2025, 12, 16), TODAY) == "repealed"


CLOUD = MAKER | {
    "uk_activities": ["digital_provider"],
    "uk_digital_services": ["cloud"],
    "staff": 10,
    "worldwide_turnover_eur": 1_000_000,
    "balance_sheet_eur": 1_000_000,
}


@pytest.mark.parametrize(
    ("change", "outcome", "contested"),
    [
        ({"staff": 49}, NO, False),
        ({"staff": 50}, YES, False),
        ({"worldwide_turnover_eur": 10_000_000, "balance_sheet_eur": 10_000_000}, NO, False),
        ({"worldwide_turnover_eur": 10_000_001, "balance_sheet_eur": 10_000_001}, YES, False),
        ({"worldwide_turnover_eur": 10_000_001}, YES, True),
        ({"staff": 50, "uk_digital_services": ["data_centre", "managed"]}, NO, False),
        ({"staff": 50, "uk_digital_services": ["search"]}, YES, False),
    ],
)
def test_digital_providers_that_are_not_small(change: dict[str, Any], outcome: Outcome, contested: bool) -> None:
    finding = found(CLOUD | change, "UK-NIS-1")
    assert finding.outcome is outcome
    assert (finding.certainty is Certainty.CONTESTED) is contested


def test_devices_for_consumers() -> None:
    device = MAKER | {"uk_activities": ["connected_devices"], "uk_turnover_gbp": 500_000_000}
    findings = assess(device).by_id
    assert {findings[f"UK-PSTI-{n}"].outcome for n in range(1, 6)} == {YES}
    assert owed(MAKER, "UK-PSTI-1") is NO
    fine = findings["UK-PSTI-1"].fine
    assert fine
    assert fine.high == 20_000_000


@pytest.mark.parametrize(
    ("change", "outcome"),
    [({}, YES), ({"activity": "research_only"}, EXEMPT), ({"uk_links": [], "seat": "eu"}, NO)],
)
def test_the_cyber_code_is_voluntary(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(MAKER | change, "UK-AICYBER-1") is outcome
    assert not load().instruments["UK-AICYBER"].force.binding
    assert len(load().obligations["UK-AICYBER-1"].steps) == 13


@pytest.mark.parametrize(
    ("facts", "duty", "day"),
    [
        (BUYER, "UK-NSIA-14", date(2022, 1, 4)),
        (MAKER | {"uk_activities": ["connected_devices"]}, "UK-PSTI-1", date(2024, 4, 29)),
        (MAKER, "UK-AICYBER-1", date(2025, 1, 31)),
    ],
)
def test_the_day_before_and_the_day(facts: dict[str, Any], duty: str, day: date) -> None:
    before = found(facts, duty, day - timedelta(days=1), TODAY)
    assert (before.timing, before.applies_from) == (Timing.UPCOMING, day)
    assert found(facts, duty, day, TODAY).timing is Timing.IN_FORCE


def test_the_dropped_exception_for_mining_was_never_law() -> None:
    plan = load().instruments["UK-TDM-PLAN"]
    assert "Never law" in plan.summary
    assert plan.published_on == date(2024, 12, 17)
