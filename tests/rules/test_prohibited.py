"""The bans of Article 5: the worked examples, each element taken away, each answer missing, each switch and day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import Answer, Assessment, Certainty, Outcome, Profile, Timing, evaluate, parse_value
from apps.rules.law import load

TODAY = date(2026, 11, 23)
EVE, FIRST_DAY = date(2026, 12, 1), date(2026, 12, 2)
BEFORE_THE_OMNIBUS = date(2026, 7, 23)
POINTS = ("a", "b", "c", "d", "e", "f", "g", "h", "ba", "bb")

Facts = dict[str, Any]

HARMLESS: Facts = {
    "system_roles": ["provider", "deployer"],
    "system_method": "learned",
    "system_union_links": ["placed", "used"],
    "system_limits": [],
    "system_functions": ["text", "scores"],
    "uses": ["other"],
    "users": ["business"],
    "product_laws": [],
    "practices": [],
    "body_data": [],
}
PICTURES: Facts = {
    "system_functions": ["image"],
    "intimate_material": [],
    "abuse_material": [],
    "weights_public": False,
}
VOICE_SCAM: Facts = {
    "practices": ["hidden_influence"],
    "influence_effect": "impairs_judgement",
    "influence_harm": "serious",
}
RISKY_TOY: Facts = {
    "practices": ["targets_weakness"],
    "weakness_ground": ["age"],
    "weakness_use": "exploits",
    "influence_harm": "serious",
}
SPENDING_SCORE: Facts = {
    "practices": ["rates_people"],
    "rated_who": "people",
    "rating_basis": ["social_behaviour"],
    "rating_over_time": True,
    "rating_effects": ["unrelated_setting"],
}
TERROR_PROFILE: Facts = {
    "practices": ["predicts_crime"],
    "crime_prediction_basis": "profile_or_traits_alone",
    "crime_prediction_for": "authorities",
}
FACE_SEARCH: Facts = {
    "practices": ["collects_faces"],
    "face_source": "bulk_internet_or_cctv",
    "faces_searchable": True,
}
ANGRY_STAFF: Facts = {
    "body_data": ["face", "voice"],
    "body_findings": ["emotions"],
    "emotion_subjects": ["staff_or_applicants"],
    "emotion_reason": "other",
}
RELIGION_FROM_FACES: Facts = {
    "body_data": ["face", "other_body"],
    "body_findings": ["beliefs_or_orientation"],
    "category_ancillary": False,
    "category_purpose": "about_individuals",
}
SQUARE: Facts = {
    "body_data": ["face"],
    "body_findings": ["identifies_among_many"],
    "active_involvement": False,
    "identification_time": "live",
    "public_place": True,
    "users": ["law_enforcement"],
    "uses": ["policing"],
    "live_search_aim": ["serious_crime_suspect"],
    "live_search_safeguards": [
        "national_law",
        "impact_assessment_registered",
        "identity_only",
        "notified",
        "human_decision",
    ],
}
EVERY_SAFEGUARD = [*SQUARE["live_search_safeguards"], "prior_authorisation"]
UNDRESSING: Facts = PICTURES | {
    "intimate_material": ["purpose", "use"],
    "intimate_consent": False,
    "intimate_neutral_edit": False,
}
OPEN_TO_ABUSE: Facts = PICTURES | {
    "abuse_material": ["reproducible"],
    "abuse_safeguards": False,
    "abuse_lawful_defence": False,
}
GENERATOR: Facts = PICTURES | {
    "intimate_material": ["reproducible"],
    "intimate_safeguards": True,
    "intimate_consent": False,
    "intimate_neutral_edit": False,
}


def assess(facts: Facts, as_of: date = TODAY, known_on: date | None = None, **readings: str) -> Assessment:
    book = load()
    answers = {k: Answer(value=parse_value(book.facts[k], v)) for k, v in (HARMLESS | facts).items() if v is not None}
    profile = Profile(answers=answers, readings={k.replace("_", "-"): v for k, v in readings.items()})
    return evaluate(book, profile, as_of=as_of, known_on=known_on)


def ban(assessment: Assessment, point: str) -> str:
    concept = assessment.definitions[f"banned_5_1_{point}"]
    if concept.contested:
        return "contested"
    return {True: "banned", False: "not banned", None: "open"}[concept.value]


def bans(assessment: Assessment) -> dict[str, str]:
    """What holds of each ban, those that do not hold left out."""
    return {point: found for point in POINTS if (found := ban(assessment, point)) != "not banned"}


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
                "body_data": ["face"],
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
        ("EUS-W-025 gaze in an exam", {"body_data": ["face"], "body_findings": ["visible_expression"]}, ""),
        ("EUS-W-026 burnout of staff", ANGRY_STAFF | {"emotion_reason": "wellbeing"}, "f"),
        ("EUS-W-027 sentiment of reports", ANGRY_STAFF | {"body_data": [], "body_findings": ["emotions_in_text"]}, ""),
        ("EUS-W-028 aid for autistic staff", ANGRY_STAFF | {"emotion_reason": "medical"}, ""),
        ("EUS-W-029 happiness of cashiers", ANGRY_STAFF | {"body_data": ["face"]}, "f"),
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
CASES: dict[str, tuple[Facts, Facts]] = {
    "a": (VOICE_SCAM, {"practices": [], "influence_effect": "no_change", "influence_harm": "minor_or_none"}),
    "b": (
        RISKY_TOY,
        {
            "practices": [],
            "weakness_ground": ["other"],
            "weakness_use": "protects",
            "influence_harm": "minor_or_none",
        },
    ),
    "c": (
        SPENDING_SCORE,
        {
            "practices": [],
            "rated_who": "companies",
            "rating_basis": ["other"],
            "rating_over_time": False,
            "rating_effects": ["fitting_lawful_purpose"],
        },
    ),
    "d": (
        TERROR_PROFILE,
        {
            "practices": [],
            "crime_prediction_basis": "facts_and_profile",
            "crime_prediction_for": "own_protection",
        },
    ),
    "e": (FACE_SEARCH, {"practices": [], "face_source": "given_or_licensed", "faces_searchable": False}),
    "f": (
        ANGRY_STAFF,
        {
            "body_data": [],
            "body_findings": ["physical_state"],
            "emotion_subjects": ["patients"],
            "emotion_reason": "safety",
        },
    ),
    "g": (
        RELIGION_FROM_FACES,
        {
            "body_data": [],
            "body_findings": ["protected_traits"],
            "category_ancillary": True,
            "category_purpose": "labels_lawful_data_sets",
        },
    ),
    "h": (
        SQUARE,
        {
            "system_roles": ["provider"],
            "body_data": [],
            "body_findings": ["confirms_identity"],
            "active_involvement": True,
            "identification_time": "later",
            "public_place": False,
            "live_search_safeguards": EVERY_SAFEGUARD,
        },
    ),
    "ba": (
        UNDRESSING,
        {
            "system_functions": ["text"],
            "intimate_material": [],
            "intimate_consent": True,
            "intimate_neutral_edit": True,
        },
    ),
    "bb": (
        OPEN_TO_ABUSE,
        {
            "system_functions": ["text"],
            "abuse_material": [],
            "abuse_safeguards": True,
            "abuse_lawful_defence": True,
        },
    ),
}
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


# --- Limbs of the new bans -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("role", "path", "safeguards", "expected"),
    [
        ("provider", "purpose", True, "banned"),
        ("provider", "reproducible", True, "not banned"),
        ("provider", "reproducible", False, "banned"),
        ("provider", "use", False, "not banned"),
        ("importer", "reproducible", False, "banned"),
        ("deployer", "purpose", False, "not banned"),
        ("deployer", "reproducible", False, "not banned"),
        ("deployer", "use", True, "banned"),
    ],
)
@pytest.mark.parametrize(("point", "kind"), [("ba", "intimate"), ("bb", "abuse")])
def test_who_offers_and_who_uses_are_caught_on_different_paths(
    point: str, kind: str, role: str, path: str, safeguards: bool, expected: str
) -> None:
    facts = CASES[point][0] | {
        "system_roles": [role],
        f"{kind}_material": [path],
        f"{kind}_safeguards": safeguards,
    }
    assert ban(assess(facts, as_of=FIRST_DAY), point) == expected


def test_consent_and_neutral_editing_never_excuse_child_abuse_material() -> None:
    facts = OPEN_TO_ABUSE | {"intimate_consent": True, "intimate_neutral_edit": True}
    assert ban(assess(facts, as_of=FIRST_DAY), "bb") == "banned"


@pytest.mark.parametrize("kind", ["image", "audio", "video"])
def test_open_source_brings_no_relief(kind: str) -> None:
    facts = UNDRESSING | {"system_functions": [kind], "system_open_source": True, "system_monetised": False}
    assert assess(facts, as_of=FIRST_DAY).by_id["EU-AIA-5-1-ba"].outcome is Outcome.APPLIES


@pytest.mark.parametrize(
    ("role", "link", "outcome"),
    [
        ("provider", "placed", Outcome.APPLIES),
        ("provider", "output_intended", Outcome.APPLIES),
        ("deployer", "used", Outcome.APPLIES),
        ("deployer", "output_intended", Outcome.APPLIES),
        ("importer", "placed", Outcome.APPLIES),
        ("distributor", "placed", Outcome.APPLIES),
        ("product_manufacturer", "placed", Outcome.APPLIES),
        ("authorised_representative", "placed", Outcome.DOES_NOT_APPLY),
        ("supplier", "placed", Outcome.DOES_NOT_APPLY),
    ],
)
def test_the_bans_reach_whoever_offers_passes_on_or_uses(role: str, link: str, outcome: Outcome) -> None:
    assessment = assess(ANGRY_STAFF | {"system_roles": [role], "system_union_links": [link]})
    assert assessment.by_id["EU-AIA-5-1-f"].outcome is outcome


def test_without_a_link_to_the_union_no_ban_reaches_anybody() -> None:
    found = assess(ANGRY_STAFF | {"system_union_links": []}).by_id["EU-AIA-5-1-f"]
    assert found.outcome is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("private_use_and_bans", ["a", "b"])
def test_whether_private_use_is_spared_is_contested(private_use_and_bans: str) -> None:
    facts = UNDRESSING | {"system_roles": ["deployer"], "system_limits": ["private"]}
    found = assess(facts, as_of=FIRST_DAY).by_id["EU-AIA-5-1-ba"]
    assert found.certainty is Certainty.CONTESTED
    settled = assess(facts, as_of=FIRST_DAY, private_use_and_bans=private_use_and_bans).by_id["EU-AIA-5-1-ba"]
    assert settled.outcome is {"a": Outcome.APPLIES, "b": Outcome.EXEMPT}[private_use_and_bans]


def test_what_a_private_person_offers_is_banned_all_the_same() -> None:
    facts = UNDRESSING | {"system_roles": ["provider"], "system_limits": ["private"]}
    assert assess(facts, as_of=FIRST_DAY).by_id["EU-AIA-5-1-ba"].outcome is Outcome.APPLIES


@pytest.mark.parametrize("limit", ["military", "research"])
def test_activities_outside_the_act_are_outside_the_bans(limit: str) -> None:
    assert assess(ANGRY_STAFF | {"system_limits": [limit]}).by_id["EU-AIA-5-1-f"].outcome is Outcome.EXEMPT


# --- Contested points, guidance, assumptions -----------------------------------------------------------------------
CONTESTED = [
    ("a", VOICE_SCAM | {"influence_harm": "uncertain"}, "significant_harm"),
    ("b", RISKY_TOY | {"influence_harm": "uncertain"}, "significant_harm"),
    ("b", RISKY_TOY | {"weakness_ground": ["situation"]}, "specific_situation"),
    ("f", ANGRY_STAFF | {"emotion_subjects": ["customers", "staff_in_passing"]}, "staff_recorded_too"),
    ("ba", GENERATOR | {"weights_public": True}, "safeguards_after_release"),
    ("bb", OPEN_TO_ABUSE | {"abuse_safeguards": True, "weights_public": True}, "safeguards_after_release"),
]


@pytest.mark.parametrize(("point", "facts", "reading"), CONTESTED)
def test_what_is_not_settled_comes_out_as_contested(point: str, facts: Facts, reading: str) -> None:
    assert ban(assess(facts, as_of=FIRST_DAY), point) == "contested"
    first, second = (ban(assess(facts, as_of=FIRST_DAY, **{reading: side}), point) for side in "ab")
    assert {first, second} == {"banned", "not banned"}


LINES = [
    ("a", VOICE_SCAM | {"influence_effect": "chosen_by_user"}, "bans_guidelines_manipulation", "banned"),
    ("b", RISKY_TOY | {"weakness_use": "side_effect"}, "bans_guidelines_exploitation", "banned"),
    ("c", SPENDING_SCORE | {"rating_basis": ["plain_ratings"]}, "bans_guidelines_scoring", "banned"),
    ("d", TERROR_PROFILE | {"crime_prediction_for": "own_protection"}, "bans_guidelines_crime_prediction", "banned"),
    ("e", FACE_SEARCH | {"faces_searchable": False}, "bans_guidelines_faces", "banned"),
    (
        "f",
        ANGRY_STAFF | {"body_data": [], "body_findings": ["emotions_in_text"]},
        "bans_guidelines_emotions",
        "banned",
    ),
    ("f", ANGRY_STAFF | {"emotion_reason": "wellbeing"}, "bans_guidelines_medical_reason", "not banned"),
]


@pytest.mark.parametrize(("point", "facts", "switch", "alone"), LINES)
def test_lines_of_the_guidelines_can_be_switched_off(point: str, facts: Facts, switch: str, alone: str) -> None:
    followed = {"banned": "not banned", "not banned": "banned"}[alone]
    assert ban(assess(facts), point) == followed
    assert ban(assess(facts, **{switch: "ignored"}), point) == alone
    assert ban(assess(facts, as_of=date(2025, 2, 3)), point) == alone  # a day before the guidelines came out


def test_taking_the_system_as_lawful_lifts_every_ban() -> None:
    assessment = assess(VOICE_SCAM | ANGRY_STAFF, assume_not_prohibited="assumed")
    assert bans(assessment) == {}
    assert assessment.definitions["prohibited_practice"].value is False
    assert assessment.by_id["EU-AIA-5-1-a"].outcome is Outcome.DOES_NOT_APPLY


def test_taking_the_system_as_banned_does_not_say_by_which_point() -> None:
    assessment = assess({}, assume_prohibited="assumed")
    assert assessment.definitions["prohibited_practice"].value is True
    assert bans(assessment) == {}


def test_an_empty_profile_is_never_free_of_bans() -> None:
    assessment = evaluate(load(), Profile(answers={}), as_of=FIRST_DAY)
    assert bans(assessment) == dict.fromkeys(POINTS, "open")
    assert all(assessment.by_id[f"EU-AIA-5-1-{point}"].outcome is Outcome.NEEDS_FACTS for point in POINTS)


def test_several_bans_stand_side_by_side() -> None:
    practices = ["hidden_influence", "rates_people", "collects_faces"]
    facts = VOICE_SCAM | SPENDING_SCORE | FACE_SEARCH | ANGRY_STAFF | {"practices": practices}
    assert bans(assess(facts)) == dict.fromkeys("acef", "banned")
