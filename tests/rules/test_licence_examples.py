"""Worked examples on licences: each names licence, question, facts and what must come out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from apps.rules.engine import Answer, Certainty, Profile, evaluate, parse_value
from apps.rules.law import load
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.both import stricter
from apps.rules.law.licences.classes import Component, open_source_ai, openness_class
from apps.rules.law.licences.commercial import Answers, commercial_use
from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.settles import settles
from apps.rules.law.licences.terms import Code, Ending, Metric, Trait

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "examples" / "licences"
WORKED = [f"LX-{n:02}" for n in range(1, 29)]
OPEN_MODEL = {
    "development": "own",
    "activity": "business",
    "seat": "us",
    "union_ways": ["hub"],
    "placed_on": "2026-01-15",
    "training_course": [],
    "training_compute": "1e24",
    "generates": ["text"],
    "task_range": "many",
    "other_counted_compute": 0,
    "matches_most_advanced": False,
    "commission_procedure": "none",
    "weights_public": True,
    "public_information": ["architecture", "usage"],
    "access_terms": [],
}

Case = dict[str, Any]


def licence_of(case: Case) -> Licence:
    licence = LICENCES[case["licence"]]
    return stricter(LICENCES[case["base"]], licence) if "base" in case else licence


def commercial(case: Case) -> Case:
    facts = case.get("facts", {})
    figures = {Metric(key): Fraction(value) for key, value in facts.get("figures", {}).items()}
    traits = {Trait(key): value for key, value in facts.get("traits", {}).items()}
    found = commercial_use(licence_of(case), Answers(figures=figures, traits=traits, place=facts.get("place", "")))
    texts = [*found.reasons, *found.conditions]
    return {
        "permission": found.permission.value,
        "conditions": list(found.conditions),
        "verify": found.verify,
        "text": " ".join(texts),
    }


def verdict(case: Case) -> Case:
    licence = licence_of(case)
    text = " ".join([licence.reason, *(clause.text for clause in licence.clauses)])
    codes = [code.value for code in Code if code in licence.codes]
    return {"verdict": licence.verdict.value, "codes": codes, "text": text}


def outputs(case: Case) -> Case:
    licence = licence_of(case)
    barred = {place for one in licence.exclusions if one.covers_outputs for place in one.places}
    said = licence.outputs
    return {"train": said.train.value, "sell": said.sell, "barred_in": sorted(barred), "text": said.text}


def fine_tune(case: Case) -> Case:
    licence = licence_of(case)
    return {"keep": licence.keep.value, "text": licence.fine_tune}


def disclose(case: Case) -> Case:
    licence = licence_of(case)
    return {"owed": list(dict.fromkeys(owed.kind.value for owed in licence.owed)), "text": licence.disclose}


def ending(case: Case) -> Case:
    endings = licence_of(case).endings
    gone = case["expect"].get("ends", [])
    kept = [one for one in case["expect"].get("goes_on_after", []) if Ending(one) not in endings]
    return {"ends": [one for one in gone if Ending(one) in endings], "goes_on_after": kept}


def exemption(case: Case) -> Case:
    """What becomes of the duty to draw up technical documentation, for an otherwise open model."""
    book = load()
    raw = {**OPEN_MODEL, **case.get("facts", {}).get("answers", {})}
    values = {key: parse_value(book.facts[key], value) for key, value in raw.items()}
    answers = {key: Answer(value=value) for key, value in (values | dict(settles(licence_of(case)).facts)).items()}
    profile = Profile(answers=answers)
    found = evaluate(book, profile, as_of=date(2026, 11, 23), jurisdictions=["EU"]).by_id["EU-AIA-53-1-a"]
    return {"outcome": "contested" if found.certainty is Certainty.CONTESTED else str(found.outcome)}


def classes(case: Case) -> Case:
    facts = dict(case["facts"])
    released = openness_class({Component(one) for one in facts.pop("components")})
    return {"openness_class": released.value if released else None, "open_source_ai": open_source_ai(**facts)}


QUESTIONS: dict[str, Callable[[Case], Case]] = {
    found.__name__: found for found in (commercial, verdict, outputs, fine_tune, disclose, ending, exemption, classes)
}


def mistakes(case: Case) -> list[str]:
    found = QUESTIONS[case["question"]](case)
    text = found.pop("text", "")
    wrong = []
    for key, wanted in case["expect"].items():
        if key == "says":
            wrong += [f"should say: {part}\n{text}" for part in wanted if part not in text]
        elif key == "not_says":
            wrong += [f"should not say: {part}\n{text}" for part in wanted if part in text]
        elif key == "owed":
            wrong += [f"owed should name {part}: {found[key]}" for part in wanted if part not in found[key]]
        elif found[key] != wanted:
            wrong.append(f"{key}: expected {wanted}, got {found[key]}")
    return wrong


def test_every_worked_example_is_there() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == WORKED


@pytest.mark.parametrize("name", WORKED)
def test_the_worked_example_comes_out_as_the_licence_says(name: str) -> None:
    example = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert set(example) == {"id", "title", "source", "cases"}
    assert example["id"] == f"licences/{name}"
    assert example["cases"]
    for case in example["cases"]:
        assert set(case) <= {"licence", "base", "question", "facts", "expect"}
        assert case["expect"]
        assert not (wrong := mistakes(case)), "\n".join([example["title"], str(case), *wrong])


ALL = frozenset(Component) - {Component.DETAILED_REPORT, Component.DATA_IN_MODEL_CARD}


@pytest.mark.parametrize(
    ("left_out", "added", "wanted"),
    [
        (set(), set(), "I"),
        ({"datasets"}, set(), "II"),
        ({"technical_report"}, set(), "I"),
        ({"technical_report", "research_paper"}, set(), None),
        ({"technical_report", "research_paper"}, {"detailed_report"}, "I"),
        ({"data_card"}, set(), None),
        ({"data_card"}, {"data_in_model_card"}, "I"),
        ({"training_code"}, set(), "III"),
        ({"parameters"}, set(), None),
    ],
)
def test_classes_of_the_openness_framework(left_out: set[str], added: set[str], wanted: str | None) -> None:
    released = (ALL - {Component(one) for one in left_out}) | {Component(one) for one in added}
    found = openness_class(released)
    assert (found.value if found else None) == wanted


def test_the_definition_of_open_source_ai_needs_every_part_and_keeps_what_is_not_known_open() -> None:
    parts = {"data_information": True, "code": True, "parameters": True, "use_restriction": False}
    assert open_source_ai(**parts) is True
    for key, value in parts.items():
        assert open_source_ai(**{**parts, key: not value}) is False
        assert open_source_ai(**{**parts, key: None}) is None
