"""Every first day of the AI Act, the day before and the day itself, as known before and since the Act was changed.

Expectations come from Articles 111 and 113 as published on 12 July 2024 and as changed by Regulation (EU) 2026/1744,
published on 24 July 2026, and from Articles 99 and 101 for the fines.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Finding, Outcome, Timing
from apps.rules.law import load
from tests.rules.bans import ANGRY_STAFF, OPEN_TO_ABUSE, SPENDING_SCORE, UNDRESSING, Facts, assess

BEFORE, SINCE = date(2026, 7, 23), date(2026, 7, 24)

MODEL: Facts = {
    "development": "own",
    "activity": "business",
    "seat": "eu",
    "union_ways": ["hub"],
    "placed_on": "2026-01-15",
    "training_course": [],
    "training_compute": 1e24,
    "generates": ["text"],
    "task_range": "many",
    "other_counted_compute": 0,
    "matches_most_advanced": False,
    "commission_procedure": "none",
}
PLAIN: Facts = {"system_open_source": False}
TALK: Facts = {"system_functions": ["conversation"], "machine_recognisable": "can_be_mistaken"}
PICTURES: Facts = {
    "system_functions": ["image"],
    "marking_exceptions": [],
    "system_placed_on": "2026-08-02",
    "depiction": "passes_as_real",
    "artistic_work": False,
}
OLDER_PICTURES = PICTURES | {"system_placed_on": "2026-08-01", "system_roles": ["provider"]}
AGES: Facts = {"system_functions": ["bodies"], "body_findings": ["age_gender"], "category_ancillary": False}
NEWS: Facts = {"system_functions": ["text"], "public_interest_text": True, "text_review": "none"}
HIRING: Facts = {
    "uses": ["hiring"],
    "hiring_tasks": ["evaluates_candidates"],
    "part_in_decision": "influences",
    "profiles_people": True,
    "decision_effect": "significant",
    "system_placed_on": "2029-01-15",
    "system_open_source": False,
}
LIFT: Facts = {
    "uses": ["product"],
    "product_laws": ["lifts"],
    "product_function": ["prevents_harm"],
    "product_assessment": "third_party_safety",
    "system_placed_on": "2029-01-15",
}
TOWN_OLDER = HIRING | {
    "users": ["public_authority"],
    "system_placed_on": "2026-08-01",
    "significant_design_change": False,
    "union_it_system": False,
}


def found(facts: Facts, duty: str, as_of: date, known_on: date | None = None) -> Finding | None:
    return assess(facts, as_of, known_on).by_id.get(duty)


# Duty, facts, first day by the text of 2024, first day by the text of 2026; None where that text has no such duty.
FIRST_DAYS: list[tuple[str, Facts, date | None, date]] = [
    ("EU-AIA-4-1", PLAIN, date(2025, 2, 2), date(2025, 2, 2)),
    ("EU-AIA-5-1-c", SPENDING_SCORE, date(2025, 2, 2), date(2025, 2, 2)),
    ("EU-AIA-53-1-c", MODEL, date(2025, 8, 2), date(2025, 8, 2)),
    ("EU-AIA-4A", PLAIN, None, date(2026, 7, 27)),
    ("EU-AIA-50-1", TALK, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-50-2", PICTURES, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-50-3", AGES, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-50-4a", PICTURES, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-50-4b", NEWS, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-50-5", TALK, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-101-1-a", MODEL, date(2026, 8, 2), date(2026, 8, 2)),
    ("EU-AIA-5-1-ba", UNDRESSING, None, date(2026, 12, 2)),
    ("EU-AIA-5-1-bb", OPEN_TO_ABUSE, None, date(2026, 12, 2)),
    ("EU-AIA-50-2", OLDER_PICTURES, date(2026, 8, 2), date(2026, 12, 2)),
    ("EU-AIA-50-5", OLDER_PICTURES, date(2026, 8, 2), date(2026, 12, 2)),
    ("EU-AIA-53-1-c", MODEL | {"placed_on": "2025-08-01"}, date(2027, 8, 2), date(2027, 8, 2)),
    ("EU-AIA-9", HIRING, date(2026, 8, 2), date(2027, 12, 2)),
    ("EU-AIA-26-1", HIRING, date(2026, 8, 2), date(2027, 12, 2)),
    ("EU-AIA-86", HIRING, date(2026, 8, 2), date(2027, 12, 2)),
    ("EU-AIA-9", LIFT, date(2027, 8, 2), date(2028, 8, 2)),
    ("EU-AIA-26-1", LIFT, date(2027, 8, 2), date(2028, 8, 2)),
    ("EU-AIA-9", TOWN_OLDER, date(2030, 8, 2), date(2030, 8, 2)),
    ("EU-AIA-86", TOWN_OLDER, date(2030, 8, 2), date(2030, 8, 2)),
]
BY_BOTH_TEXTS = [
    (duty, facts, known_on, first)
    for duty, facts, *firsts in FIRST_DAYS
    for known_on, first in zip((BEFORE, SINCE), firsts, strict=True)
]


@pytest.mark.parametrize(
    ("duty", "facts", "known_on", "first"),
    BY_BOTH_TEXTS,
    ids=[f"{duty}-{first}-known-{known_on}" for duty, _, known_on, first in BY_BOTH_TEXTS],
)
def test_each_duty_starts_on_its_day_by_the_text_known_then(
    duty: str, facts: Facts, known_on: date, first: date | None
) -> None:
    if first is None:
        one = found(facts, duty, date(2027, 1, 15), known_on)
        assert one is None or one.outcome is Outcome.DOES_NOT_APPLY
        return
    eve, day = (found(facts, duty, on, known_on) for on in (first - timedelta(days=1), first))
    assert eve is not None
    assert day is not None
    assert (eve.outcome, eve.timing, eve.applies_from) == (Outcome.APPLIES, Timing.UPCOMING, first)
    assert (day.outcome, day.timing, day.applies_from) == (Outcome.APPLIES, Timing.IN_FORCE, first)


@pytest.mark.parametrize(("duty", "facts"), [("EU-AIA-4-1", PLAIN), ("EU-AIA-9", HIRING), ("EU-AIA-50-1", TALK)])
def test_nothing_of_the_act_was_known_before_it_was_published(duty: str, facts: Facts) -> None:
    eve, day = (found(facts, duty, date(2025, 2, 2), date(2024, 7, number)) for number in (11, 12))
    assert eve is None or eve.outcome is Outcome.DOES_NOT_APPLY or not eve.live
    assert day is not None
    assert day.outcome is Outcome.APPLIES


@pytest.mark.parametrize(
    ("as_of", "known_on", "softened"),
    [
        (date(2026, 7, 26), SINCE, False),
        (date(2026, 7, 27), SINCE, True),
        (date(2026, 7, 27), BEFORE, False),
    ],
)
def test_literacy_was_softened_and_mid_caps_named_on_27_july_2026(as_of: date, known_on: date, softened: bool) -> None:
    size = {"staff": 740, "worldwide_turnover_eur": 1e8, "balance_sheet_eur": 1e8}
    assessment = assess(size, as_of, known_on)
    note = assessment.by_id["EU-AIA-4-1"].decision.version.version.note
    assert note.startswith("Softened" if softened else "Old wording")
    assert assessment.definitions["small_mid_cap"].value is softened


# -- Fines ------------------------------------------------------------------------------------------------------------

LARGE: Facts = {"staff": 1000, "worldwide_turnover_eur": 1e9, "balance_sheet_eur": 1e9}


@pytest.mark.parametrize("known_on", [BEFORE, SINCE])
@pytest.mark.parametrize(
    ("duty", "facts", "first"),
    [
        ("EU-AIA-5-1-f", ANGRY_STAFF, date(2025, 8, 2)),
        ("EU-AIA-53-1-c", MODEL, date(2026, 8, 2)),
    ],
)
def test_fines_start_on_their_own_day(duty: str, facts: Facts, first: date, known_on: date) -> None:
    eve, day = (found(facts | LARGE, duty, on, known_on) for on in (first - timedelta(days=1), first))
    assert eve is not None
    assert day is not None
    assert eve.fine is None
    assert day.fine is not None


FIFTY, ABOVE_FIFTY, FORTY_THREE, ABOVE_FORTY_THREE = 50_000_000, 50_000_001, 43_000_000, 43_000_001
SMC_TURNOVER, SMC_BALANCE = 150_000_000, 129_000_000
# Staff, turnover, balance sheet; ceilings for banned practices (7 %), transparency (3 %) and models (3 %).
CEILINGS = [
    (40, 4_000_000, 4_000_000, 280_000, 120_000, 15_000_000),
    (249, FIFTY, 1e9, 3_500_000, 1_500_000, 15_000_000),
    (249, ABOVE_FIFTY, FORTY_THREE, 3_500_000, 1_500_000, 15_000_000),
    (249, ABOVE_FIFTY, ABOVE_FORTY_THREE, 35_000_000, 1_500_000, 15_000_000),
    (250, FIFTY, FORTY_THREE, 35_000_000, 1_500_000, 15_000_000),
    (749, SMC_TURNOVER, 1e9, 35_000_000, 4_500_000, 15_000_000),
    (749, 1e9, SMC_BALANCE, 70_000_000, 15_000_000, 30_000_000),
    (749, SMC_TURNOVER + 1, SMC_BALANCE + 1, 35_000_000, 15_000_000, 15_000_000),
    (750, SMC_TURNOVER, SMC_BALANCE, 35_000_000, 15_000_000, 15_000_000),
    (1000, 500_000_000, 1e9, 35_000_000, 15_000_000, 15_000_000),
    (1000, 600_000_000, 1e9, 42_000_000, 18_000_000, 18_000_000),
    (1000, 2_000_000_000, 1e9, 140_000_000, 60_000_000, 60_000_000),
    (249, 1e9, FORTY_THREE, 35_000_000, 15_000_000, 30_000_000),
]
FINED = ("EU-AIA-5-1-f", "EU-AIA-50-1", "EU-AIA-53-1-c")
EVERYTHING = MODEL | ANGRY_STAFF | TALK | {"system_functions": ["bodies", "conversation"]}


@pytest.mark.parametrize(("staff", "turnover", "balance", "bans", "transparency", "models"), CEILINGS)
def test_size_and_turnover_pick_the_ceiling(
    staff: int, turnover: float, balance: float, bans: float, transparency: float, models: float
) -> None:
    size = {"staff": staff, "worldwide_turnover_eur": turnover, "balance_sheet_eur": balance}
    findings = assess(EVERYTHING | size).by_id
    fines = [findings[duty].fine for duty in FINED]
    assert [round(fine.high) for fine in fines if fine] == [bans, transparency, models]
    assert [round(fine.low) for fine in fines if fine] == [bans, transparency, models]


@pytest.mark.parametrize(
    ("size", "caps"),
    [
        # A range of turnover gives a range of ceilings; without the size only models, which know no sizes, have one.
        (LARGE | {"worldwide_turnover_eur": {"low": 4e8, "high": 6e8}}, [(35e6, 42e6), (15e6, 18e6), (15e6, 18e6)]),
        ({"worldwide_turnover_eur": 4_000_000}, [None, None, (15e6, 15e6)]),
        ({"staff": 40}, [None, None, None]),
    ],
)
def test_what_is_not_known_exactly_gives_a_range_or_no_amount(size: Facts, caps: list[Any]) -> None:
    findings = assess(EVERYTHING | size).by_id
    fines = [findings[duty].fine for duty in FINED]
    assert [(fine.low, fine.high) if fine else None for fine in fines] == caps


def test_the_class_of_small_mid_caps_rests_on_secondary_sources() -> None:
    for staff, verified in ((40, True), (740, False)):
        size = {"staff": staff, "worldwide_turnover_eur": 1e7, "balance_sheet_eur": 1e7}
        fine = assess(TALK | size).by_id["EU-AIA-50-1"].fine
        assert fine is not None
        assert fine.verified is verified


@pytest.mark.parametrize("known_on", [2000, 2017, 2018, 2021, 2023, 2024, 2025, 2026])
def test_every_day_can_be_asked_about_by_what_was_known_then(known_on: int) -> None:
    # Each rule rests on terms that were known by its own day; compiling fails where one was not.
    for year in (known_on, 2028):
        assert load().program(date(year, 6, 25), date(known_on, 6, 25)).rules
