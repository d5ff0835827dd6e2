"""Ways to release: what each answers, and what the law makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from apps.compare.release.openness import sides_of
from apps.compare.release.strategies import BY_KEY, STRATEGIES, licence_strategy
from apps.compare.sides import lines
from apps.rules import law
from apps.rules.engine import Assessment, Outcome, Profile, evaluate, parse_value

DAY = date(2026, 11, 23)
# A model of a European company, plainly below every threshold, released as a download in 2026.
MODEL = {
    "development": "own",
    "activity": "business",
    "seat": "eu",
    "training_compute": "3e23",
    "other_counted_compute": "0",
    "self_supervised_at_scale": True,
    "generates": ["text"],
    "task_range": "many",
    "matches_most_advanced": False,
    "training_course": [],
    "commission_procedure": "none",
    "union_ways": ["hub"],
    "placed_on": "2026-03-02",
    "system_roles": [],
}
DOCUMENTATION = "EU-AIA-53-1-a"
COPYRIGHT = "EU-AIA-53-1-c"


def described(**more: object) -> Profile:
    book = law.load()
    answers = {key: parse_value(book.facts[key], raw) for key, raw in {**MODEL, **more}.items()}
    from apps.rules.engine import Answer

    return Profile(answers={key: Answer(value=value) for key, value in answers.items()})


@pytest.fixture(scope="module")
def base() -> Assessment:
    return evaluate(law.load(), described(), as_of=DAY, jurisdictions=("EU",))


def outcomes(base: Assessment, duty: str) -> dict[str, Outcome]:
    return {side.key: side.assessment.by_id[duty].outcome for side in sides_of(base, STRATEGIES, linked=False)}


def test_only_a_free_licence_without_earnings_takes_documentation_away(base: Assessment) -> None:
    """Art. 53(2): the exemption needs all four rights, published weights, architecture and usage information."""
    found = outcomes(base, DOCUMENTATION)
    assert found["free-open-source"] is Outcome.EXEMPT
    lost = ("closed-api", "gated-weights", "restricted-licence", "non-commercial", "open-but-paid")
    assert {found[key] for key in lost} == {Outcome.APPLIES}
    assert found["research-only"] is Outcome.DOES_NOT_APPLY


def test_the_copyright_policy_stays_whatever_is_published(base: Assessment) -> None:
    """Art. 53(2) frees from points (a) and (b) of paragraph 1 alone."""
    found = outcomes(base, COPYRIGHT)
    public = ("closed-api", "gated-weights", "restricted-licence", "non-commercial", "open-but-paid")
    assert {found[key] for key in (*public, "free-open-source")} == {Outcome.APPLIES}


def test_what_takes_the_duty_away_is_named(base: Assessment) -> None:
    (line,) = (x for x in lines(sides_of(base, STRATEGIES, linked=False)) if x.id == DOCUMENTATION)
    assert "Open-source exemption" in line.causes[0]


@pytest.mark.parametrize(
    ("licence", "outcome"),
    [("apache-2.0", Outcome.EXEMPT), ("mit", Outcome.EXEMPT), ("llama3.1", Outcome.APPLIES)],
)
def test_a_licence_of_the_library_decides_by_its_terms(base: Assessment, licence: str, outcome: Outcome) -> None:
    (_, side) = sides_of(base, [licence_strategy(licence)], linked=False)
    assert side.assessment.by_id[DOCUMENTATION].outcome is outcome


def test_stricter_terms_of_the_original_go_on_with_every_release() -> None:
    own = described(development="changed")
    profile = Profile(answers=own.answers, base_licence="llama3.1")
    opened = BY_KEY["free-open-source"].of(profile)
    assert "stricter_original" in opened.values["licence_terms"]  # type: ignore[operator]


def test_a_model_that_reaches_nobody_in_the_union_goes_on_reaching_nobody() -> None:
    for strategy in STRATEGIES:
        assert strategy.of(described(union_ways=[])).values["union_ways"] == frozenset()


def test_unknown_ways_stay_unknown() -> None:
    profile = described()
    answers = {key: answer for key, answer in profile.answers.items() if key != "union_ways"}
    for strategy in STRATEGIES:
        assert "union_ways" not in strategy.of(Profile(answers=answers)).values


def test_supply_through_others_survives_every_public_release() -> None:
    profile = described(union_ways=["hub", "via_customers"])
    for key in ("closed-api", "gated-weights", "free-open-source"):
        assert "via_customers" in BY_KEY[key].of(profile).values["union_ways"]  # type: ignore[operator]


def test_every_strategy_leaves_other_answers_alone() -> None:
    book, profile = law.load(), described()
    touched = {
        "weights_public", "public_information", "licence_grants", "licence_terms", "access_terms", "union_ways",
        "us_release", "us_weight_licence", "activity",
    }  # fmt: skip
    for strategy in (*STRATEGIES, licence_strategy("gemma")):
        values = strategy.of(profile).values
        assert {k: v for k, v in values.items() if k not in touched} == {
            k: v for k, v in profile.values.items() if k not in touched
        }
        assert set(values) <= set(book.facts)
