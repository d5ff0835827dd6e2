"""What a row of a table says of a model, and what it leaves open: silence is never a no."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apps.compare.catalogue.describing import Described
from apps.compare.catalogue.imported import imported
from apps.compare.catalogue.remarks import Why
from apps.compare.catalogue.table_file import read_table
from apps.rules.engine import Interval, Origin, plain
from apps.rules.law import load
from tests.compare.models_data import row, table


def models(*rows: dict[str, str]) -> dict[str, Described]:
    found = read_table(table(*rows))
    return {model.name: model for model in imported(found.format, found.lines).models}


def said(model: Described, fact: str) -> Any:
    answer = model.answers.get(fact)
    return None if answer is None or answer.value is None else plain(load().facts[fact], answer.value)


def whys(model: Described) -> set[str]:
    return {remark.why for remark in model.remarks}


def test_a_full_row_becomes_facts_that_say_where_they_come_from() -> None:
    model = models(row("Alpha", compute="4e+24", parameters="70000000000", access="API access", country="Germany"))[
        "Alpha"
    ]
    assert said(model, "training_compute") == {"low": 3.08e24, "high": 5.2e24}
    assert model.answers["training_compute"].origin is Origin.ESTIMATED
    assert said(model, "parameters") == 7e10
    assert said(model, "seat") == "eu"
    assert said(model, "activity") == "business"
    assert said(model, "development") == "own"
    assert said(model, "generates") == ["text"]
    assert said(model, "task_range") == "many"
    assert said(model, "weights_public") is False
    assert said(model, "placed_on") == "2025-09-01"
    assert model.answers["placed_on"].origin is Origin.ASSUMED
    assert all(answer.source for answer in model.answers.values())
    assert whys(model) == set()


def test_an_empty_row_says_nothing_at_all() -> None:
    empty = dict.fromkeys(("maker", "kind", "country", "released", "domain", "task", "confidence"), "")
    model = models(row("Alpha", **empty))["Alpha"]
    assert model.answers == {}
    assert whys(model) == {Why.NO_DAY, Why.NO_COMPUTE, Why.OUTPUTS}


@pytest.mark.parametrize(
    ("confidence", "low", "high"),
    [
        ("Confident", 7.69e24, 1.3e25),
        ("Likely", 3.33e24, 3e25),
        ("Speculative", 1e24, 1e26),
        ("Unknown", 1e24, 1e26),
        ("", 1e24, 1e26),
    ],
)
def test_the_word_for_confidence_sets_the_range(confidence: str, low: float, high: float) -> None:
    model = models(row("Alpha", compute="1e+25", confidence=confidence))["Alpha"]
    assert said(model, "training_compute") == {"low": low, "high": high}


@pytest.mark.parametrize(
    "text", ["~1e25", "1e24-1e25", "1,000", "many", "-1e24", "0", "nan", "inf", "1e400", ">1e25", "1e25 FLOP"]
)
def test_compute_that_is_not_one_number_stays_open(text: str) -> None:
    model = models(row("Alpha", compute=text))["Alpha"]
    assert said(model, "training_compute") is None
    assert Why.COMPUTE in whys(model)


@pytest.mark.parametrize("text", ["2025", "2025-09", "01/09/2025", "soon", "2025-02-30", "1899-01-01", "20250901"])
def test_a_release_that_is_no_day_stays_open(text: str) -> None:
    model = models(row("Alpha", released=text, access="API access"))["Alpha"]
    assert model.released is None
    assert said(model, "placed_on") is None
    assert Why.DAY in whys(model)


@pytest.mark.parametrize(
    ("access", "public"),
    [
        ("Open weights (unrestricted)", True),
        ("Open weights (restricted use)", True),
        ("Open weights (non-commercial)", True),
        ("API access", False),
        ("Hosted access (no API)", False),
        ("Unreleased", False),
        ("", None),
        ("Somehow", None),
    ],
)
def test_access_says_whether_weights_are_public_and_nothing_of_the_licence(access: str, *, public: bool | None) -> None:
    model = models(row("Alpha", access=access))["Alpha"]
    assert said(model, "weights_public") is public
    assert not {"licence_grants", "licence_terms", "access_terms"} & set(model.answers)
    assert (Why.ACCESS in whys(model)) is (access == "Somehow")


def test_what_was_never_released_came_to_no_market() -> None:
    assert said(models(row("Alpha", access="Unreleased"))["Alpha"], "placed_on") is None


@pytest.mark.parametrize(
    ("domain", "task", "outputs"),
    [
        ("Language,Vision,Multimodal", "Language modeling/generation,Visual question answering", ["text"]),
        ("Image generation", "Text-to-image,Image generation", ["images_from_text"]),
        ("Image generation", "Image generation", None),
        ("Video", "Text-to-video,Video generation", ["video_from_text"]),
        ("Speech,Language", "Speech recognition (ASR)", ["text"]),
        ("Multimodal,Language,Speech", "Chat,Question answering", None),
        ("Biology", "Protein generation", ["other"]),
        ("Games", "Go", []),
        ("Language", "Sentiment classification", None),
        ("Language", "Something new,Chat", None),
        ("", "Chat", None),
        ("Language", "", None),
    ],
)
def test_what_comes_out_is_only_said_where_tasks_and_kinds_of_data_leave_no_doubt(
    domain: str, task: str, outputs: list[str] | None
) -> None:
    model = models(row("Alpha", domain=domain, task=task))["Alpha"]
    assert said(model, "generates") == outputs
    assert (Why.OUTPUTS in whys(model)) is (outputs is None)


def test_one_task_alone_does_not_say_how_wide_the_range_is() -> None:
    assert said(models(row("Alpha", task="Language modeling/generation"))["Alpha"], "task_range") is None
    assert said(models(row("Alpha", task="Go,Chess", domain="Games"))["Alpha"], "task_range") is None


@pytest.mark.parametrize(
    ("country", "seat"),
    [
        ("France,Germany", "eu"),
        ("United States of America,France", None),
        ("Multinational", None),
        ("China", "other"),
        ("", None),
    ],
)
def test_the_seat_is_said_only_where_all_makers_sit_in_one_kind_of_place(country: str, seat: str | None) -> None:
    assert said(models(row("Alpha", country=country))["Alpha"], "seat") == seat


@pytest.mark.parametrize("kind", ["Academia", "Industry,Academia", "", "Government"])
def test_only_industry_alone_is_taken_for_business(kind: str) -> None:
    assert said(models(row("Alpha", kind=kind))["Alpha"], "activity") is None


def test_parameters_that_contradict_the_rest_of_the_row_are_not_used() -> None:
    rows = (
        row("Thousandth", parameters="284000000", compute="2.5e+24", note="6 x 13e9 active x 32e12 (284B total)"),
        row("Impossible", parameters="1000000", compute="1e+24"),
        row("Tokens", parameters="7000000000", compute="3e+23", note="7 billion parameters on 7 trillion tokens"),
        row("Text", parameters="about 7B"),
    )
    found = models(*rows)
    assert {name: said(model, "parameters") for name, model in found.items()} == {
        "Thousandth": None, "Impossible": None, "Tokens": 7e9, "Text": None,
    }  # fmt: skip
    assert [name for name, model in found.items() if Why.PARAMETERS in whys(model)] == [
        "Thousandth",
        "Impossible",
        "Text",
    ]


def test_a_model_made_from_another_is_a_change_only_if_the_table_shows_another_maker() -> None:
    rows = (
        row("Base", maker="Maker A", compute="9e+23"),
        row("Own", maker="Maker A Research", base="Base", compute="1e+24", finetune="1e+23"),
        row("Changed", maker="Stranger", base="base", compute="1.2e+24", finetune="3e+23"),
        row("Lost", maker="Stranger", base="Nowhere", compute="1.2e+24", finetune="3e+23"),
        row("Joint", maker="Stranger,Maker A", base="Base"),
    )
    found = models(*rows)
    development = {name: said(model, "development") for name, model in found.items()}
    assert development == {"Base": "own", "Own": "own", "Changed": "changed", "Lost": None, "Joint": None}
    assert said(found["Changed"], "base_training_compute") == {"low": 6.92e23, "high": 1.17e24}
    assert found["Lost"].answers["base_training_compute"].value == Interval(6.92e23, 1.17e24), (
        "the whole less the change"
    )
    assert Why.BASE in whys(found["Lost"])


def test_a_change_larger_than_the_whole_is_not_used() -> None:
    model = models(row("Odd", base="Nowhere", compute="1e+23", finetune="2e+23"))["Odd"]
    assert said(model, "modification_compute") is None
    assert Why.FINETUNE in whys(model)


def test_weights_and_access_that_contradict_each_other_leave_it_open() -> None:
    content = (
        b"Model,Publication date,Training compute (FLOP),Model accessibility,Open model weights?\n"
        b"Alpha,2025-01-01,1e24,API access,Yes\nBeta,2025-01-01,1e24,API access,No\n"
    )
    found = read_table(content)
    alpha, beta = imported(found.format, found.lines).models
    assert said(alpha, "weights_public") is None
    assert Why.ACCESS in whys(alpha)
    assert said(beta, "weights_public") is False


def test_the_openness_tool_gives_weights_size_and_a_licence_where_it_is_one() -> None:
    def line(name: str, licence: str, parts: object, version: str = "7B") -> str:
        written = json.dumps(parts).replace('"', '""')
        return f'{name},{version},Maker,language,transformer decoder,{licence},"{written}"'

    weights = "Model parameters (Final)"
    rows = [
        line("Open", "", {weights: "Apache-2.0"}),
        line("Named", "MIT", {weights: "released, licence not stated"}),
        line("Shut", "", {weights: "Component not included"}, "unknown"),
        line("Vague", "Some licence of our own", {weights: "unlicensed"}),
        line("Broken", "", "no object"),
    ]
    content = "name,version,producer,type,architecture,license_distribution,components\n" + "\n".join(rows)
    found = read_table(content.encode())
    result = {model.name: model for model in imported(found.format, found.lines).models}
    assert {name: model.licence for name, model in result.items()} == {
        "Open": "apache-2.0", "Named": "mit", "Shut": "", "Vague": "", "Broken": "",
    }  # fmt: skip
    assert said(result["Open"], "weights_public") is True
    assert said(result["Open"], "parameters") == 7e9
    assert said(result["Open"], "generates") == ["text"]
    assert said(result["Shut"], "weights_public") is None, "not listed is not a no"
    assert said(result["Shut"], "parameters") is None
    assert Why.LICENCE in whys(result["Vague"])
    assert Why.COMPONENTS in whys(result["Broken"])
