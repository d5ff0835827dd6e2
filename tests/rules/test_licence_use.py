"""Commercial use under each licence: figures below, at and above; what is not known; two licences at once."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.both import stricter
from apps.rules.law.licences.commercial import Answers, Permission, commercial_use
from apps.rules.law.licences.licence import Licence, Threshold
from apps.rules.law.licences.terms import Commercial, Freedom, Metric, Trait, Verdict

YES, SOME, OPEN, MORE, NO = Permission
EVERY = pytest.mark.parametrize("licence", LICENCES.values(), ids=LICENCES.keys())
CASES = [(licence, threshold) for licence in LICENCES.values() for threshold in licence.thresholds]
OTHER = {
    Trait.REGISTERED: True,
    Trait.APPROVED: True,
    Trait.WITHIN_GRANT: True,
    Trait.HEALTH_AUTHORISED: True,
}


def use(key: str, figures: dict[Metric, int] | None = None, place: str = "", **traits: bool) -> Permission:
    named = {Trait[name.upper()]: value for name, value in traits.items()}
    answers = Answers(figures=figures or {}, traits=named, place=place)
    return commercial_use(LICENCES[key], answers).permission


def ordinary(threshold: Threshold, figure: Fraction) -> Answers:
    """A user outside every excluded place, met by this threshold alone."""
    figures: dict[Metric, int | Fraction] = dict.fromkeys(Metric, 0)
    traits = dict.fromkeys(Trait, False) | OTHER
    if threshold.only_if:
        traits[threshold.only_if[0]] = True
    return Answers(figures=figures | {threshold.metric: figure}, traits=traits, place="CH")


@pytest.mark.parametrize(("licence", "threshold"), CASES, ids=[f"{a.id}-{b.metric}-{b.effect}" for a, b in CASES])
def test_each_threshold_below_at_and_above(licence: Licence, threshold: Threshold) -> None:
    amount = Fraction(threshold.amount)
    below, at, above = (
        commercial_use(licence, ordinary(threshold, amount + step)) for step in (Fraction(-1, 100), 0, Fraction(1, 100))
    )
    reached = {
        "licence": MORE,
        "paid_licence": MORE,
        "ends": MORE,
        "review": MORE,
        "not_covered": NO,
        "royalty": SOME,
        "display": SOME,
    }[threshold.effect.value]
    assert below.permission in {YES, SOME}
    assert above.permission is reached
    wanted = reached if threshold.operator.value == ">=" else below.permission
    assert at.permission is (wanted if threshold.boundary_known else OPEN)
    shown = [*above.reasons, *above.conditions]
    assert any(threshold.figure in text and threshold.metric.words in text for text in shown), "figure and operator"
    if not threshold.effect.bars:
        said = f"{threshold.text} ("
        assert any(text.startswith(said) for text in above.conditions)
        assert not any(text.startswith(said) for text in below.conditions)


@EVERY
def test_nothing_known_is_never_a_plain_yes_where_something_can_bar(licence: Licence) -> None:
    found = commercial_use(licence, Answers())
    barring = [part for part in (*licence.thresholds, *licence.gates) if part.effect.bars]
    if barring or licence.exclusions or licence.commercial in {Commercial.CONDITIONAL, Commercial.CONTRACT}:
        assert found.permission in {OPEN, MORE, NO} or licence.id in {"yi-legacy", "internlm-legacy", "glm-4-license"}
    if licence.commercial is Commercial.NO:
        assert found.permission in {MORE, NO}
    if found.permission is OPEN:
        assert found.ask or licence.id in {"proprietary-api-generic", "ai2-impact"}
    if found.permission is not YES:
        assert found.reasons or found.conditions
    assert found.verify or not licence.evidence.verify


def test_a_plain_yes_is_for_licences_without_any_limit() -> None:
    plain = {key for key, licence in LICENCES.items() if commercial_use(licence, Answers()).permission is YES}
    assert {"apache-2.0", "mit", "openmdw-1.1", "gpl-3.0"} <= plain
    assert not plain & {"gemma", "llama3.1", "krea-2-community", "muse-glimmer", "grok2-community", "openai-api"}


def test_the_union_is_shut_out_by_the_seat() -> None:
    users = {Metric.MAU_BEFORE_RELEASE: 10}
    for place in ("DE", "de", "EU"):
        assert use("llama4", users, place) is NO
    assert use("llama4", users, "US") is SOME
    assert use("llama4", users) is OPEN, "seat not known"
    assert use("llama4", users, "Germany") is OPEN, "not a code: not known"
    assert use("tencent-hunyuan-1m", users, "UK") is NO
    assert use("tencent-hunyuan-1m", users, "KR") is NO
    assert use("minimax-h3-community", {Metric.GROUP_YEAR: 1}, "US") is NO


def test_outputs_barred_in_a_place_are_told_to_those_outside_it() -> None:
    few = {Metric.MAU_BEFORE_RELEASE: 10}
    for key in ("tencent-hunyuan-community", "tencent-hunyuan-1m"):
        found = commercial_use(LICENCES[key], Answers(figures=few, place="US"))
        assert found.permission is SOME
        assert any("outputs may not be used there" in text for text in found.conditions)
    llama = commercial_use(LICENCES["llama4"], Answers(figures=few, place="US"))
    assert not any("Not licensed" in text for text in llama.conditions)


def test_only_multimodal_models_of_llama_3_2_are_kept_from_the_union() -> None:
    users = {Metric.MAU_BEFORE_RELEASE: 10}
    assert use("llama3.2", users, "FR", multimodal=True) is NO
    assert use("llama3.2", users, "FR", multimodal=False) is SOME
    assert use("llama3.2", users, "FR") is OPEN
    assert use("llama3.3", users, "FR", multimodal=True) is SOME


def test_gates_by_business() -> None:
    assert use("falcon-180b", hosts_for_others=True) is MORE
    assert use("falcon-180b", hosts_for_others=False) is SOME
    assert use("falcon-180b") is OPEN
    assert use("qwen-community-1.0", model_service=False, work_assistant=True) is MORE
    assert use("qwen-community-1.0", model_service=False) is OPEN
    assert use("k-exaone", offers_to_others=True) is MORE
    assert use("hyperclovax-seed", {Metric.MAU_BEFORE_RELEASE: 5}, competes=True) is MORE
    assert use("hai-def", clinical=True) is OPEN
    assert use("hai-def", clinical=True, health_authorised=False) is NO
    assert use("baichuan2-community", {Metric.DAILY_USERS: 5}, software_provider=False, approved=True) is SOME
    assert use("baichuan2-community", {Metric.DAILY_USERS: 5}, software_provider=False, approved=False) is MORE
    assert use("baichuan2-community", {Metric.DAILY_USERS: 5}, software_provider=True, approved=True) is NO
    assert use("busl-1.1") is OPEN
    assert use("lfm1.0", {Metric.ENTITY_YEAR: 20_000_000}, non_profit=True) is YES
    assert use("gemma", forbidden_use=True) is NO
    assert use("minimax-m2.7-nc") is MORE
    assert use("cc-by-nc-4.0") is NO


def test_two_licences_at_once() -> None:
    both = stricter(LICENCES["llama3.3"], LICENCES["mit"])
    assert both.verdict is Verdict.NO
    assert str(both.rights) == "CCCC"
    assert both.thresholds == LICENCES["llama3.3"].thresholds
    assert {owed.kind.value for owed in both.owed} == {"notice", "display", "name"}
    assert commercial_use(both, Answers(figures={Metric.MAU_BEFORE_RELEASE: 750_000_000})).permission is MORE
    paid = stricter(LICENCES["minimax-m2.7-nc"], LICENCES["cc-by-nc-4.0"])
    assert commercial_use(paid, Answers()).permission is NO, "an approval of one does not help with the other"


@pytest.mark.parametrize("other", ["llama3.1", "falcon-180b", "qwen-community-1.0", "stabilityai-community"])
def test_a_further_licence_of_one_does_not_open_another_that_bars_commercial_use(other: str) -> None:
    reached = Answers(
        figures=dict.fromkeys(Metric, 10**10),
        traits={Trait.HOSTS_FOR_OTHERS: True, Trait.MODEL_SERVICE: True},
        place="CH",
    )
    assert commercial_use(LICENCES[other], reached).permission is MORE
    for pair in ((LICENCES[other], LICENCES["cc-by-nc-4.0"]), (LICENCES["cc-by-nc-4.0"], LICENCES[other])):
        assert commercial_use(stricter(*pair), reached).permission is NO


PAIRS = st.tuples(st.sampled_from(sorted(LICENCES)), st.sampled_from(sorted(LICENCES)))
FIGURES = st.dictionaries(
    st.sampled_from(Metric), st.sampled_from([0, 99, 100, 1_000_000, 20_000_001, 700_000_000, 10**10 + 1])
)
TRAITS = st.dictionaries(st.sampled_from(Trait), st.booleans())
PLACES = st.sampled_from(["", "DE", "GB", "US", "CH"])


@given(PAIRS, FIGURES, TRAITS, PLACES)
def test_the_stricter_of_two_never_allows_more_than_either(
    pair: tuple[str, str], figures: dict[Metric, int], traits: dict[Trait, bool], place: str
) -> None:
    one, other = (LICENCES[key] for key in pair)
    both = stricter(one, other)
    answers = Answers(figures=figures, traits=traits, place=place)
    order = list(Permission)
    found = [order.index(commercial_use(licence, answers).permission) for licence in (one, other, both)]
    assert found[2] >= max(found[:2])
    verdicts = list(Verdict)
    assert both.verdict is max(one.verdict, other.verdict, key=verdicts.index)
    freedoms = list(Freedom)
    for mine, yours, shared in zip(str(one.rights), str(other.rights), str(both.rights), strict=True):
        assert freedoms.index(Freedom(shared)) == max(freedoms.index(Freedom(mine)), freedoms.index(Freedom(yours)))
    turned = stricter(other, one)
    assert (turned.verdict, turned.rights) == (both.verdict, both.rights)
    assert commercial_use(turned, answers).permission is commercial_use(both, answers).permission


@given(st.sampled_from(sorted(LICENCES)), FIGURES, TRAITS, PLACES, st.sampled_from(Trait), st.booleans())
def test_more_answers_settle_and_never_turn_an_answer(
    key: str, figures: dict[Metric, int], traits: dict[Trait, bool], place: str, extra: Trait, value: bool
) -> None:
    """What was decided with less known stays decided the same way, or becomes stricter."""
    before = commercial_use(LICENCES[key], Answers(figures=figures, traits=traits, place=place))
    more = Answers(figures=figures, traits={extra: value} | traits, place=place)
    after = commercial_use(LICENCES[key], more)
    if before.permission in {MORE, NO}:
        assert list(Permission).index(after.permission) >= list(Permission).index(before.permission)
    if before.permission is YES and extra is not Trait.FORBIDDEN_USE:
        assert after.permission is YES


@EVERY
def test_a_licence_with_itself_is_itself(licence: Licence) -> None:
    assert stricter(licence, licence) == licence
