"""Cases that the bans of Article 5 are tried on, and what became of each ban."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.rules.engine import Assessment
from tests.rules.assessing import assessed

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
    "body_findings": [],
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
    "system_functions": ["bodies"],
    "body_findings": ["emotions"],
    "emotion_subjects": ["staff_or_applicants"],
    "emotion_reason": "other",
}
RELIGION_FROM_FACES: Facts = {
    "system_functions": ["bodies"],
    "body_findings": ["beliefs_or_orientation"],
    "category_ancillary": False,
    "category_purpose": "about_individuals",
}
SQUARE: Facts = {
    "system_functions": ["bodies"],
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
            "system_functions": [],
            "body_findings": ["physical_state"],
            "emotion_subjects": ["patients"],
            "emotion_reason": "safety",
        },
    ),
    "g": (
        RELIGION_FROM_FACES,
        {
            "system_functions": [],
            "body_findings": ["protected_traits"],
            "category_ancillary": True,
            "category_purpose": "labels_lawful_data_sets",
        },
    ),
    "h": (
        SQUARE,
        {
            "system_roles": ["provider"],
            "system_functions": [],
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
        },
    ),
}


def assess(facts: Facts, as_of: date = TODAY, known_on: date | None = None, **readings: str) -> Assessment:
    told = {key: value for key, value in (HARMLESS | facts).items() if value is not None}
    return assessed(told, as_of, known_on, readings)


def ban(assessment: Assessment, point: str) -> str:
    concept = assessment.definitions[f"banned_5_1_{point}"]
    if concept.contested:
        return "contested"
    return {True: "banned", False: "not banned", None: "open"}[concept.value]


def bans(assessment: Assessment) -> dict[str, str]:
    """What holds of each ban, those that do not hold left out."""
    return {point: found for point in POINTS if (found := ban(assessment, point)) != "not banned"}
