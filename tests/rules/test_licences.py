"""The library of licences against the table they were read into, and against itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from apps.rules.engine import Grade
from apps.rules.law.licences import FILES, LICENCES
from apps.rules.law.licences.licence import Clause, Licence, mechanical
from apps.rules.law.licences.terms import (
    DISQUALIFIERS,
    Code,
    Commercial,
    Keep,
    Limit,
    Operator,
    Osi,
    Owe,
    Train,
    Unit,
    Verdict,
)
from tests.rules.licence_table import Row, rows

ROWS = rows()
OVERRIDDEN = {
    "grok2-community": (Verdict.CONTESTED, Verdict.NO),
    "glm-5.3": (Verdict.NO, Verdict.LEANS_NO),
    "nvidia-nemotron-open-model": (Verdict.YES, Verdict.LEANS_YES),
    "apple-ascl": (Verdict.YES, Verdict.LEANS_YES),
}
OLD_TEXTS = {"yi-legacy", "internlm-legacy"}
EVERY = pytest.mark.parametrize("licence", LICENCES.values(), ids=LICENCES.keys())


def test_every_licence_of_the_table_is_there_in_its_order() -> None:
    assert len(ROWS) == 105
    assert list(LICENCES) == sorted(LICENCES, key=lambda key: FILES.index(_file(LICENCES[key])))
    assert set(LICENCES) == {row.id for row in ROWS}


def _file(licence: Licence) -> str:
    for name in FILES:
        module = __import__(f"apps.rules.law.licences.{name}", fromlist=["x"])
        if licence in vars(module).values():
            return name
    raise AssertionError(licence.id)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_licence_is_as_it_was_read(row: Row) -> None:
    licence = LICENCES[row.id]
    assert str(licence.rights) == row.rights
    assert licence.codes == tuple(Code(code) for code in row.codes)
    assert (licence.osi is Osi.APPROVED) is (row.osi == "yes")
    wanted = {"per": Commercial.CONTRACT}.get(row.commercial) or Commercial(row.commercial)
    assert licence.commercial is wanted
    if row.id in OLD_TEXTS:
        assert row.verdict == "contested"
        assert licence.verdict is Verdict.LEANS_NO, "registration alone leans no"
        assert licence.replaced_by == "apache-2.0"
    else:
        assert licence.verdict.value == row.verdict


def test_four_verdicts_depart_from_the_rule_and_say_why() -> None:
    departing = {key: found for key, found in LICENCES.items() if found.override}
    assert {k: (mechanical(v.clauses), v.verdict) for k, v in departing.items()} == OVERRIDDEN
    assert all(found.override and len(found.override.why) > 30 for found in departing.values())


@pytest.mark.parametrize("code", Code)
def test_each_kind_of_clause_alone(code: Code) -> None:
    loses = {Code.D0, Code.D1, Code.D2, Code.D3, Code.D4, Code.D6, Code.D7}
    leans = {Code.D9, Code.D12}
    verdict = Verdict.NO if code in loses else Verdict.LEANS_NO if code in leans else Verdict.CONTESTED
    clause = Clause(code=code, text="…")
    if code is Code.D11:
        assert mechanical([clause]) is Verdict.YES, "plain credit is harmless"
        clause = replace(clause, scale=True)
    assert mechanical([clause]) is verdict
    assert DISQUALIFIERS[code].code is code
    assert DISQUALIFIERS[code].basis


def test_shutting_out_the_union_loses_and_shutting_out_others_is_contested() -> None:
    clause = Clause(code=Code.D5, text="…", shuts_out=("US",))
    assert mechanical([clause]) is Verdict.CONTESTED
    assert mechanical([replace(clause, shuts_out=("US", "EU"))]) is Verdict.NO


def test_a_clause_that_loses_decides_beside_any_other() -> None:
    for code in Code:
        pair = [Clause(code=Code.D1, text="…"), Clause(code=code, text="…", scale=True)]
        assert mechanical(pair) is Verdict.NO
    leaning = [Clause(code=Code.D9, text="…"), Clause(code=Code.D12, text="…")]
    assert mechanical(leaning) is Verdict.LEANS_NO
    assert mechanical([*leaning, Clause(code=Code.D8, text="…")]) is Verdict.CONTESTED


# Below, at and above each figure, as the licence's text has it: (licence, amount, operator, unit, when tested).
FIGURES = [
    *((f"llama{v}", 700_000_000, ">", "users", "at_release") for v in ("2", "3", "3.1", "3.2", "3.3", "4")),
    ("dbrx", 700_000_000, ">", "users", "at_release"),
    ("qwen", 100_000_000, ">", "users", "continuous"),
    ("tongyi-qianwen", 100_000_000, ">", "users", "continuous"),
    ("tencent-hunyuan-community", 100_000_000, ">", "users", "at_release"),
    ("tencent-hunyuan-1m", 1_000_000, ">", "users", "at_release"),
    ("hyperclovax-seed", 10_000_000, ">", "users", "at_release"),
    ("playground-v2-community", 1_000_000, ">", "users", "continuous"),
    ("bilibili-model", 100_000_000, ">", "users", "continuous"),
    ("bilibili-model", 1_000_000_000, ">", "RMB", "continuous"),
    ("baichuan2-community", 1_000_000, ">=", "users", "continuous"),
    ("stabilityai-community", 1_000_000, ">", "USD", "continuous"),
    ("krea-2-community", 1_000_000, "?", "USD", "continuous"),
    ("ltxv-owl", 10_000_000, ">=", "USD", "continuous"),
    ("ltx-2.x-community", 10_000_000, ">=", "USD", "continuous"),
    ("lfm1.0", 10_000_000, "?", "USD", "continuous"),
    ("jamba-open-model", 50_000_000, ">", "USD", "continuous"),
    ("mistral-modified-mit", 20_000_000, ">", "USD", "continuous"),
    ("kimi-modified-mit", 100_000_000, ">", "users", "continuous"),
    ("kimi-modified-mit", 20_000_000, ">", "USD", "continuous"),
    ("kimi-k3", 20_000_000, ">", "USD", "continuous"),
    ("kimi-k3", 100_000_000, ">", "users", "continuous"),
    ("kimi-k3", 20_000_000, ">", "USD", "continuous"),
    ("qwen3.8-max", 50_000_000, ">", "USD", "continuous"),
    ("qwen3.8-max", 100_000_000, ">", "users", "continuous"),
    ("qwen3.8-max", 20_000_000, ">", "USD", "continuous"),
    ("qwen-community-1.0", 100_000_000, ">", "users", "continuous"),
    ("qwen-community-1.0", 20_000_000, ">", "USD", "continuous"),
    ("minimax-m2-modified-mit", 100_000_000, ">", "users", "continuous"),
    ("minimax-m2-modified-mit", 30_000_000, ">", "USD", "continuous"),
    ("minimax-community", 20_000_000, ">", "USD", "continuous"),
    ("minimax-h3-community", 20_000_000, ">", "USD", "continuous"),
    ("glm-5.3", 10_000_000_000, ">", "USD", "continuous"),
    ("falcon-llm-1.0-legacy", 1_000_000, ">", "USD", "continuous"),
    ("polyform-small-business", 100, ">=", "people", "continuous"),
    ("polyform-small-business", 1_000_000, ">=", "USD", "continuous"),
]
RELEASED = {
    "llama2": date(2023, 7, 18),
    "llama3": date(2024, 4, 18),
    "llama3.1": date(2024, 7, 23),
    "llama3.2": date(2024, 9, 25),
    "llama3.3": date(2024, 12, 6),
    "llama4": date(2025, 4, 5),
    "dbrx": date(2024, 3, 27),
    "hyperclovax-seed": date(2025, 4, 24),
}


def test_the_figures_are_those_of_the_texts_and_no_more() -> None:
    held = [
        (key, t.amount, "?" if not t.boundary_known else t.operator.value, t.unit.value, t.tested.value)
        for key, licence in LICENCES.items()
        for t in licence.thresholds
    ]
    assert sorted(held) == sorted(FIGURES)


@EVERY
def test_each_figure_below_at_and_above(licence: Licence) -> None:
    for threshold in licence.thresholds:
        amount = Fraction(threshold.amount)
        at = threshold.operator is Operator.FROM if threshold.boundary_known else None
        assert threshold.reached(amount - Fraction(1, 100)) is False
        assert threshold.reached(amount) is at
        assert threshold.reached(amount + Fraction(1, 100)) is True
        assert threshold.reached(None) is None
        assert (threshold.unit in {Unit.USD, Unit.RMB}) is not (threshold.unit in {Unit.USERS, Unit.PEOPLE})


def test_figures_frozen_at_release_name_the_day() -> None:
    frozen = {
        key: t.released
        for key, licence in LICENCES.items()
        for t in licence.thresholds
        if t.tested == "at_release" and t.released
    }
    assert frozen == RELEASED
    for key in ("tencent-hunyuan-community", "tencent-hunyuan-1m"):
        assert "release" in LICENCES[key].thresholds[0].text, "one text for many models: each has its own day"


@EVERY
def test_a_licence_agrees_with_itself(licence: Licence) -> None:
    barring = [*licence.thresholds, *licence.gates]
    if licence.commercial in {Commercial.THRESHOLD, Commercial.CONDITIONAL} and licence.id != "ai2-impact":
        assert barring
    purposes = {Limit.NON_COMMERCIAL, Limit.RESEARCH}
    assert (Code.D1 in licence.codes) is bool(purposes & set(licence.limits)), "D1 and the purpose go together"
    assert (Code.D5 in licence.codes) is bool(licence.excluded), "D5 and the places go together"
    assert (
        (Limit.LIST in licence.limits)
        or Code.D8 not in licence.codes
        or Limit.UNKNOWN in licence.limits
        or (licence.id == "falcon-llm-1.0-legacy")
    )
    if licence.verdict is Verdict.YES:
        assert str(licence.rights) == "YYYY"
        assert licence.commercial is Commercial.YES
        assert licence.keep in {Keep.YES, Keep.NOT_ONLINE}
        assert licence.outputs.train is Train.YES
    if licence.keep is Keep.NOT_ONLINE:
        assert any(owed.kind is Owe.SOURCE for owed in licence.owed)
    if licence.replaced_by:
        assert licence.replaced_by in LICENCES


@EVERY
def test_texts_are_there_short_and_clean(licence: Licence) -> None:
    texts = [licence.reason, licence.deploy, licence.fine_tune, licence.disclose, licence.limits_text]
    texts += [licence.patents_text, licence.outputs.text, *(c.text for c in licence.clauses)]
    texts += [owed.text for owed in licence.owed] + [gate.text for gate in licence.gates]
    texts += [t.text for t in licence.thresholds]
    for text in texts:
        assert text.strip() == text != ""
        assert len(text.split()) <= 60
        assert not {'"', "  ", "AUP", "GL "} & {text[i : i + n] for i in range(len(text)) for n in (1, 2, 3)}
    for text in (licence.reason, licence.deploy, licence.fine_tune, licence.disclose):
        assert text[0].isupper()
        assert text.endswith(".")


@EVERY
def test_evidence_says_where_and_how_well(licence: Licence) -> None:
    evidence = licence.evidence
    assert evidence.checked_on == date(2026, 11, 23)
    assert evidence.source.startswith("https://") or licence.id in {"proprietary-api-generic", "none-or-unknown"}
    assert evidence.verify is (evidence.grade in {Grade.S, Grade.M})
    assert licence.models


def test_a_row_is_no_better_than_its_weakest_part() -> None:
    for key in (
        "gemini-api",
        "stabilityai-nc-research",
        "falcon-llm-license",
        "nvidia-open-model",
        "kimi-modified-mit",
    ):
        assert LICENCES[key].evidence.grade is Grade.S, key
        assert LICENCES[key].evidence.note
    memory = ("glm-4-license", "hai-def", "fair-noncommercial-research", "falcon-llm-1.0-legacy", "yi-legacy")
    assert {LICENCES[key].evidence.grade for key in memory} == {Grade.M}
    for key in ("glm-4-license", "muse-glimmer"):
        assert not any(clause.verified for clause in LICENCES[key].clauses), key
    assert LICENCES["stabilityai-nc-research"].outputs.train is Train.NO, "reported, so not a yes"


def test_identifiers_fit_a_bill_of_materials() -> None:
    ids = [licence.spdx_id for licence in LICENCES.values()]
    assert len(ids) == len(set(ids))
    assert LICENCES["apache-2.0"].spdx_id == "Apache-2.0"
    assert LICENCES["llama3.1"].spdx_id == "LicenseRef-llama3.1"
    assert LICENCES["openrail++"].spdx_id == "LicenseRef-openrail-plus-plus"
    assert not [
        one for one in ids if set(one) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-")
    ]
