"""The bans of Article 5: the worked examples, each element taken away, each answer missing, each switch and day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import Outcome, Timing
from apps.rules.law import load
from tests.rules.bans import (
    ANGRY_STAFF,
    BEFORE_THE_OMNIBUS,
    CASES,
    EVE,
    EVERY_SAFEGUARD,
    FACE_SEARCH,
    FIRST_DAY,
    GENERATOR,
    OPEN_TO_ABUSE,
    PICTURES,
    POINTS,
    RELIGION_FROM_FACES,
    RISKY_TOY,
    SPENDING_SCORE,
    SQUARE,
    TERROR_PROFILE,
    UNDRESSING,
    VOICE_SCAM,
    Facts,
    assess,
    ban,
    bans,
)


# --- Worked examples of the dossier, sections A to G ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("example", "facts", "points"),
    [
        ("EUS-W-001 cloned voice runs scams", VOICE_SCAM, "a"),
        ("EUS-W-002 subliminal learning, chosen", VOICE_SCAM | {"influence_effect": "chosen_by_user"}, ""),
        ("EUS-W-003 toy rewards risky climbing", RISKY_TOY, "b"),
        (
            "EUS-W-004 credit bias, unintended",
            RISKY_TOY | {"weakness_ground": ["hardship"], "weakness_use": "side_effect"},
            "",
        ),
        ("EUS-W-005 music by mood", {"practices": ["hidden_influence"], "influence_effect": "open_persuasion"}, ""),
        (
            "EUS-W-006 drowsy drivers",
            {
                "practices": ["targets_weakness"],
                "weakness_ground": ["other"],
                "weakness_use": "protects",
                "system_functions": ["bodies"],
                "body_findings": ["physical_state"],
                "active_involvement": False,
            },
            "",
        ),
        ("EUS-W-007 life cover by bank spending", SPENDING_SCORE, "c"),
        ("EUS-W-008 telematics", SPENDING_SCORE | {"rating_effects": ["fitting_lawful_purpose"]}, ""),
        ("EUS-W-009 nationality of a spouse", SPENDING_SCORE | {"rating_basis": ["personal_traits"]}, "c"),
        (
            "EUS-W-010 income and debts for a loan",
            SPENDING_SCORE | {"rating_basis": ["personal_traits"], "rating_effects": ["fitting_lawful_purpose"]},
            "",
        ),
        ("EUS-W-011 stars for drivers", SPENDING_SCORE | {"rating_basis": ["plain_ratings"]}, ""),
        ("EUS-W-012 housing loan by traits", SPENDING_SCORE | {"rating_basis": ["personal_traits"]}, "c"),
        ("EUS-W-013 terror risk from traits", TERROR_PROFILE, "d"),
        ("EUS-W-014 burglary map", TERROR_PROFILE | {"crime_prediction_basis": "places"}, ""),
        ("EUS-W-015 early release", TERROR_PROFILE | {"crime_prediction_basis": "supports_human_on_facts"}, ""),
        ("EUS-W-016 company tax", TERROR_PROFILE | {"crime_prediction_basis": "companies"}, ""),
        ("EUS-W-017 shop guards itself", TERROR_PROFILE | {"crime_prediction_for": "own_protection"}, ""),
        ("EUS-W-018 faces from social networks", FACE_SEARCH, "e"),
        ("EUS-W-019 known victims only", FACE_SEARCH | {"face_source": "targeted"}, ""),
        ("EUS-W-020 faces for a generator", FACE_SEARCH | {"faces_searchable": False}, ""),
        ("EUS-W-021 voices in bulk", {}, ""),
        ("EUS-W-022 anger of call-centre staff", ANGRY_STAFF, "f"),
        ("EUS-W-023 impatience of callers", ANGRY_STAFF | {"emotion_subjects": ["customers"]}, ""),
        ("EUS-W-024 emotions of candidates", ANGRY_STAFF | {"uses": ["hiring"]}, "f"),
        ("EUS-W-025 gaze in an exam", {"system_functions": ["bodies"], "body_findings": ["visible_expression"]}, ""),
        ("EUS-W-026 burnout of staff", ANGRY_STAFF | {"emotion_reason": "wellbeing"}, "f"),
        (
            "EUS-W-027 sentiment of reports",
            ANGRY_STAFF | {"system_functions": [], "body_findings": ["emotions_in_text"]},
            "",
        ),
        ("EUS-W-028 aid for autistic staff", ANGRY_STAFF | {"emotion_reason": "medical"}, ""),
        ("EUS-W-029 happiness of cashiers", ANGRY_STAFF, "f"),
        ("EUS-W-030 religion from faces", RELIGION_FROM_FACES, "g"),
        (
            "EUS-W-031 try-on filter",
            RELIGION_FROM_FACES | {"body_findings": ["other_groups"], "category_ancillary": True},
            "",
        ),
        ("EUS-W-032 a square, no authorisation", SQUARE, "h"),
        ("EUS-W-033 online chat room", SQUARE | {"public_place": False}, ""),
        ("EUS-W-034 line of border control", SQUARE | {"public_place": False, "users": ["border_authority"]}, ""),
    ],
)
def test_worked_examples_of_the_bans_in_force(example: str, facts: Facts, points: str) -> None:
    assessment = assess(facts)
    assert bans(assessment) == dict.fromkeys(points, "banned")
    assert assessment.definitions["prohibited_practice"].value is bool(points)
    for point in POINTS[:7]:
        outcome = assessment.by_id[f"EU-AIA-5-1-{point}"].outcome
        assert outcome is (Outcome.APPLIES if point in points else Outcome.DOES_NOT_APPLY)


@pytest.mark.parametrize(
    ("example", "facts", "points"),
    [
        ("EUS-W-035 undressing app, its provider", UNDRESSING | {"system_roles": ["provider"]}, {"ba"}),
        ("EUS-W-035 undressing app, its user", UNDRESSING | {"system_roles": ["deployer"]}, {"ba"}),
        ("EUS-W-037 robust generator, its provider", GENERATOR | {"system_roles": ["provider"]}, set()),
        (
            "EUS-W-037 robust generator, misused",
            GENERATOR | {"system_roles": ["deployer"], "intimate_material": ["use"]},
            {"ba"},
        ),
        ("EUS-W-038 brightening", UNDRESSING | {"intimate_neutral_edit": True}, set()),
        ("EUS-W-039 anatomy with consent", UNDRESSING | {"intimate_consent": True}, set()),
        (
            "EUS-W-040 authorised tests",
            OPEN_TO_ABUSE | {"abuse_material": ["use"], "abuse_lawful_defence": True},
            set(),
        ),
        ("EUS-W-041 caricature", PICTURES, set()),
        ("open to child abuse material", OPEN_TO_ABUSE, {"bb"}),
    ],
)
def test_worked_examples_of_the_bans_to_come(example: str, facts: Facts, points: set[str]) -> None:
    first, eve = assess(facts, as_of=FIRST_DAY), assess(facts, as_of=EVE)
    assert bans(first) == dict.fromkeys(points, "banned")
    assert bans(eve) == {}  # EUS-W-036
    assert first.definitions["prohibited_practice"].value is bool(points)
    assert eve.definitions["prohibited_practice"].value is False
    for point in ("ba", "bb"):
        now, soon = first.by_id[f"EU-AIA-5-1-{point}"], eve.by_id[f"EU-AIA-5-1-{point}"]
        if point in points:
            assert (now.outcome, now.timing) == (Outcome.APPLIES, Timing.IN_FORCE)
            assert (soon.outcome, soon.timing, soon.applies_from) == (Outcome.APPLIES, Timing.UPCOMING, FIRST_DAY)
        else:
            assert now.outcome is soon.outcome is Outcome.DOES_NOT_APPLY


def test_the_new_bans_could_not_be_known_before_the_omnibus_was_published() -> None:
    assessment = assess(UNDRESSING, as_of=FIRST_DAY, known_on=BEFORE_THE_OMNIBUS)
    assert bans(assessment) == {}
    assert "EU-AIA-5-1-ba" not in assessment.by_id or (
        assessment.by_id["EU-AIA-5-1-ba"].outcome is Outcome.DOES_NOT_APPLY
    )


@pytest.mark.parametrize("point", POINTS[:8])
def test_the_bans_of_2025_start_on_2_february_and_their_fines_on_2_august(point: str) -> None:
    facts = {"a": VOICE_SCAM, "b": RISKY_TOY, "c": SPENDING_SCORE, "d": TERROR_PROFILE}
    facts |= {"e": FACE_SEARCH, "f": ANGRY_STAFF, "g": RELIGION_FROM_FACES, "h": SQUARE}
    rich = facts[point] | {"staff": 1000, "worldwide_turnover_eur": 1e9}
    duty = f"EU-AIA-5-1-{point}"
    assert assess(rich, as_of=date(2025, 2, 1)).by_id[duty].timing is Timing.UPCOMING
    assert assess(rich, as_of=date(2025, 2, 2)).by_id[duty].timing is Timing.IN_FORCE
    assert assess(rich, as_of=date(2025, 8, 1)).by_id[duty].fine is None
    fine = assess(rich, as_of=date(2025, 8, 2)).by_id[duty].fine
    assert fine is not None
    assert fine.high == 70_000_000


@pytest.mark.parametrize(
    ("staff", "turnover", "most"), [(100, 4e7, 2_800_000), (300, 1e8, 35_000_000), (1000, 1e9, 70_000_000)]
)
def test_only_small_and_medium_firms_get_the_lower_ceiling(staff: int, turnover: float, most: float) -> None:
    size = {"staff": staff, "worldwide_turnover_eur": turnover, "balance_sheet_eur": turnover}
    known = {k: v for k, v in size.items() if k in load().facts}
    fine = assess(ANGRY_STAFF | known).by_id["EU-AIA-5-1-f"].fine
    assert fine is not None
    assert fine.high == most


# --- Each element taken away, each answer missing -------------------------------------------------------------------
SINGLY = [(point, key, value) for point, (_, without) in CASES.items() for key, value in without.items()]


@pytest.mark.parametrize("point", POINTS)
def test_the_full_case_is_banned(point: str) -> None:
    assert ban(assess(CASES[point][0], as_of=FIRST_DAY), point) == "banned"


@pytest.mark.parametrize(("point", "key", "value"), SINGLY)
def test_without_one_element_the_ban_falls(point: str, key: str, value: Any) -> None:
    assert ban(assess(CASES[point][0] | {key: value}, as_of=FIRST_DAY), point) == "not banned"


@pytest.mark.parametrize(("point", "key", "value"), SINGLY)
def test_without_one_answer_the_ban_is_open(point: str, key: str, value: Any) -> None:
    assert ban(assess(CASES[point][0] | {key: None}, as_of=FIRST_DAY), point) == "open"


@pytest.mark.parametrize("missing", EVERY_SAFEGUARD)
def test_each_missing_safeguard_keeps_live_identification_banned(missing: str) -> None:
    kept = [safeguard for safeguard in EVERY_SAFEGUARD if safeguard != missing]
    assert ban(assess(SQUARE | {"live_search_safeguards": kept}), "h") == "banned"


@pytest.mark.parametrize(
    ("aims", "expected"),
    [
        (["victims_or_missing"], "not banned"),
        (["imminent_threat"], "not banned"),
        (["serious_crime_suspect"], "not banned"),
        (["serious_crime_suspect", "other"], "banned"),
        (["other"], "banned"),
        ([], "banned"),
        (None, "open"),
    ],
)
def test_only_the_listed_aims_permit_live_identification(aims: list[str] | None, expected: str) -> None:
    facts = SQUARE | {"live_search_safeguards": EVERY_SAFEGUARD, "live_search_aim": aims}
    assert ban(assess(facts), "h") == expected


def test_permitted_live_identification_still_owes_the_safeguards_of_each_use() -> None:
    finding = assess(SQUARE | {"live_search_safeguards": EVERY_SAFEGUARD}).by_id["EU-AIA-5-1-h"]
    assert finding.outcome is Outcome.APPLIES
    shown = {step.id.partition("/")[2] for step in finding.steps}
    assert {"1-iii", "3-s1", "3-s2", "3-s5", "4-s1", "5-s1"} <= shown
    assert "1-i" not in shown


@pytest.mark.parametrize("users", [["for_authority"], ["law_enforcement"]])
def test_live_identification_for_the_police_counts_whoever_does_it(users: list[str]) -> None:
    assert ban(assess(SQUARE | {"users": users}), "h") == "banned"


def test_sorting_biometric_data_in_police_work_is_outside_the_ban_on_inferring_beliefs() -> None:
    assert ban(assess(RELIGION_FROM_FACES | {"category_purpose": "law_enforcement"}), "g") == "not banned"


def test_live_identification_by_a_shop_for_itself_is_no_law_enforcement() -> None:
    assert ban(assess(SQUARE | {"users": ["business"], "uses": ["security"]}), "h") == "not banned"
