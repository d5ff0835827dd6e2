"""Article 5: the limbs of the new bans, whom the bans reach, contested points, guidance and assumptions."""

from __future__ import annotations

from datetime import date

import pytest

from apps.rules.engine import Certainty, Outcome, Profile, evaluate
from apps.rules.law import load
from tests.rules.bans import (
    ANGRY_STAFF,
    CASES,
    FACE_SEARCH,
    FIRST_DAY,
    GENERATOR,
    OPEN_TO_ABUSE,
    POINTS,
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

NEW_BANS = date(2027, 1, 10)


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
        ANGRY_STAFF | {"body_findings": ["emotions_in_text"]},
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


@pytest.mark.parametrize(
    ("facts", "point"),
    [
        # Who works on the material by right still offers, without safeguards, what users can turn to it (5(1a)(a)(ii)).
        (OPEN_TO_ABUSE | {"abuse_lawful_defence": True}, "bb"),
        # Consent to pictures made on purpose is not the consent of those whom users put into theirs (recital 12).
        (UNDRESSING | {"intimate_material": ["purpose", "reproducible"], "intimate_consent": True}, "ba"),
    ],
)
def test_neither_a_right_nor_consent_cures_missing_safeguards(facts: Facts, point: str) -> None:
    unguarded = facts | {"intimate_safeguards": False, "abuse_safeguards": False}
    assert ban(assess(unguarded, NEW_BANS), point) == "banned"


def test_a_right_under_national_law_lifts_the_ban_on_use() -> None:
    police = OPEN_TO_ABUSE | {"abuse_material": ["use"], "abuse_lawful_defence": True}
    assert ban(assess(police, NEW_BANS), "bb") == "not banned"
    assert ban(assess(police | {"abuse_lawful_defence": False}, NEW_BANS), "bb") == "banned"


def test_live_and_later_identification_can_be_both() -> None:
    both = assess(SQUARE | {"identification_time": "both"})
    assert both.definitions["live_identification"].value is True
    assert both.definitions["later_identification"].value is True


def test_whether_passing_on_a_banned_system_is_covered_is_contested() -> None:
    finding = assess(VOICE_SCAM | {"system_roles": ["distributor"]}).by_id["EU-AIA-5-1-a"]
    assert finding.certainty is Certainty.CONTESTED
    assert assess(VOICE_SCAM | {"system_roles": ["importer"]}).by_id["EU-AIA-5-1-a"].outcome is Outcome.APPLIES


BARE_MODEL: Facts = {
    "system_roles": [],
    "development": "own",
    "activity": "business",
    "union_ways": ["hub"],
    "generates": ["images_from_text"],
    "weights_public": False,
    "intimate_material": ["reproducible"],
    "intimate_safeguards": False,
    "intimate_consent": False,
    "intimate_neutral_edit": False,
    "abuse_material": ["reproducible"],
    "abuse_safeguards": False,
    "abuse_lawful_defence": False,
}


@pytest.mark.parametrize("duty", ["EU-AIA-5-1-ba", "EU-AIA-5-1-bb"])
def test_whether_a_model_without_a_system_can_be_caught_is_contested(duty: str) -> None:
    found = assess(BARE_MODEL, FIRST_DAY).by_id[duty]
    assert found.certainty is Certainty.CONTESTED
    assert {one.outcome for one in found.readings} == {Outcome.APPLIES, Outcome.DOES_NOT_APPLY}
    assert {step.id.partition("/")[2] for step in found.steps} >= {"1a-a-i", "1a-a-ii-1", "1a-a-ii-2", "1a-a-ii-3"}


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"generates": ["text"]}, Outcome.DOES_NOT_APPLY),
        ({"development": "unchanged"}, Outcome.DOES_NOT_APPLY),
        ({"union_ways": []}, Outcome.DOES_NOT_APPLY),
        ({"intimate_safeguards": True}, Outcome.DOES_NOT_APPLY),
        ({"intimate_material": []}, Outcome.DOES_NOT_APPLY),
        ({"generates": None}, Outcome.NEEDS_FACTS),
        ({"intimate_material": None}, Outcome.NEEDS_FACTS),
        ({"intimate_safeguards": None}, Outcome.NEEDS_FACTS),
    ],
)
def test_models_that_cannot_do_it_or_are_guarded_stay_outside(facts: Facts, outcome: Outcome) -> None:
    assert assess(BARE_MODEL | facts, FIRST_DAY).by_id["EU-AIA-5-1-ba"].outcome is outcome
