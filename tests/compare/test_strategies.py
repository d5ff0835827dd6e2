"""Ways to release: what each answers, and what the law makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from apps.compare.release.openness import sides_of
from apps.compare.release.strategies import BY_KEY, STRATEGIES, licence_strategy
from apps.compare.sides import lines
from apps.rules import law
from apps.rules.engine import Answer, Assessment, Outcome, Profile, evaluate, parse_value
from apps.rules.law.licences import LICENCES

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
    assert found["research-only"] is Outcome.EXEMPT


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


def test_a_public_download_reaches_the_union_and_other_offers_may() -> None:
    """Section 3.1.2 of the guidelines: a hub that people in the Union can reach puts a model on its market."""
    for ways in ([], ["via_customers_despite_ban"]):
        then = {s.key: s.of(described(union_ways=ways)).values.get("union_ways") for s in STRATEGIES}
        published = {"restricted-licence", "non-commercial", "open-but-paid", "free-open-source"}
        assert all("hub" in (then[key] or ()) for key in published)  # type: ignore[operator]
        assert then["closed-api"] is then["gated-weights"] is None
    assert BY_KEY["internal-only"].of(described(union_ways=[])).values["union_ways"] == frozenset()


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


def test_each_licence_of_the_library_exempts_as_its_verdict_says() -> None:
    """Art. 53(2): free and open-source licences exempt, others do not, what is contested stays so or is asked."""
    book, duty = law.load(), DOCUMENTATION
    wrong = []
    for licence in LICENCES.values():
        profile = licence_strategy(licence.id).of(described())
        finding = evaluate(book, profile, as_of=DAY, only=frozenset({duty})).by_id[duty]
        settled = None if finding.decision.contested else finding.outcome
        expected = {True: {Outcome.EXEMPT}, False: {Outcome.APPLIES}, None: {None, Outcome.NEEDS_FACTS}}
        if settled not in expected[licence.verdict.passes]:
            wrong.append((licence.id, licence.verdict, settled))
    assert not wrong


OFFERED = [s.key for s in STRATEGIES if s.key not in {"research-only", "internal-only"}]


def test_what_others_get_is_no_longer_research_defence_or_unfinished() -> None:
    """Art. 2(3), (6) and (8) look at sole purposes and at the time before a release."""
    facts = {
        "system_roles": ["provider"], "mining_by": "research", "uk_text_mining": "research",
        "system_limits": ["research"], "us_generator_reach": "closed", "us_content_limits": ["own_circle"],
    }  # fmt: skip
    for key in OFFERED:
        values = BY_KEY[key].of(described(activity="research_only", union_ways=["internal_other"], **facts)).values
        assert not {"activity", *facts} - {"system_roles"} & set(values), key
        assert "activity" not in BY_KEY[key].of(described(activity="defence_only")).values
    kept = BY_KEY["internal-only"].of(described(activity="research_only", system_limits=["research"])).values
    assert (kept["activity"], kept["system_limits"]) == ("research_only", frozenset({"research"}))


def test_a_planned_system_stays_in_development_and_essential_use_in_house_stays_essential() -> None:
    profile = described(union_ways=["planned"], system_roles=["provider"], system_limits=["development"])
    assert BY_KEY["closed-api"].of(profile).values["system_limits"] == frozenset({"development"})
    essential = BY_KEY["internal-only"].of(described(union_ways=["internal_essential"]))
    assert essential.values["union_ways"] == frozenset({"internal_essential"})


def test_terms_of_an_unknown_original_are_asked_for() -> None:
    """Stricter terms of the model it was made from may bind: no exemption for certain."""
    changed = described(development="changed")
    assert "licence_terms" not in BY_KEY["free-open-source"].of(changed).values
    assert "non_commercial" in BY_KEY["non-commercial"].of(changed).values["licence_terms"]  # type: ignore[operator]
    system = Profile(answers=described(development="changed", system_roles=["provider"]).answers)
    assert "system_open_source" not in BY_KEY["free-open-source"].of(system).values
    built = Profile(answers=system.answers, base_licence="llama3.1")
    assert "system_open_source" not in licence_strategy("apache-2.0").of(built).values


def test_only_whoever_makes_a_system_releases_it_with_the_model() -> None:
    """Art. 2(12) asks for the licence of the system, which its user does not choose."""
    user = described(system_roles=["deployer"], system_open_source=False)
    maker = described(system_roles=["provider", "deployer"], system_open_source=False)
    opened = BY_KEY["free-open-source"]
    assert opened.of(user).values["system_open_source"] is False
    assert opened.of(maker).values["system_open_source"] is True


@pytest.mark.parametrize(
    ("product", "asked"),
    [
        ("free_open_source", {*OFFERED, "research-only", "internal-only"} - {"free-open-source"}),
        ("open_source_by_firm", {*OFFERED, "research-only", "internal-only"} - {"free-open-source"}),
        ("service_only", {s.key for s in STRATEGIES} - {"closed-api"}),
        ("weights_only", {"closed-api", "free-open-source", "research-only", "internal-only"}),
        ("no", set(OFFERED)),
    ],
)
def test_a_product_that_does_not_fit_the_release_is_asked_anew(product: str, asked: set[str]) -> None:
    """Product liability and cyber resilience spare open source that earns nothing, and nothing else."""
    profile = described(digital_product=product)
    assert {s.key for s in STRATEGIES if "digital_product" not in s.of(profile).values} == asked


def test_a_public_download_is_nationwide_and_reachable_from_the_united_kingdom() -> None:
    hosted = described(union_ways=["api"], weights_public=False, us_states=["ca"], uk_links=[])
    values = BY_KEY["free-open-source"].of(hosted).values
    assert "nationwide" in values["us_states"]
    assert "reachable" in values["uk_links"]
    assert "uk_links" not in BY_KEY["gated-weights"].of(hosted).values
    assert BY_KEY["closed-api"].of(hosted).values["uk_links"] == frozenset()


def test_published_weights_leave_the_country_and_know_how_may_follow() -> None:
    """15 CFR 734.7: only what is published without limits is outside; publishing one thing frees nothing else."""
    closed = described(us_activities=[], uk_activities=[], weights_public=False)
    opened, gated = BY_KEY["free-open-source"].of(closed).values, BY_KEY["gated-weights"].of(closed).values
    assert opened["us_activities"] == opened["uk_activities"] == frozenset({"exports"})
    assert opened["us_export"] == gated["us_export"] == frozenset({"publishes"})
    assert opened["uk_exports"] == frozenset({"public_domain"})
    assert "uk_exports" not in gated
    sender = described(us_activities=["exports"], us_export=["sends_unpublished"], weights_public=False)
    assert "us_export" not in BY_KEY["free-open-source"].of(sender).values
    listed = described(us_activities=["exports"], us_export=["sends_unpublished", "letter"], weights_public=False)
    kept = BY_KEY["free-open-source"].of(listed).values["us_export"]
    assert kept == frozenset({"sends_unpublished", "letter", "publishes"})
    public = described(us_export=["publishes"], uk_exports=["public_domain"], weights_public=True)
    withdrawn = BY_KEY["closed-api"].of(public).values
    assert "us_export" not in withdrawn
    assert "uk_exports" not in withdrawn


def test_a_model_of_others_used_as_it_is_reaches_no_new_country() -> None:
    profile = described(development="unchanged", us_states=[], uk_links=[], us_activities=[], union_ways=[])
    for strategy in STRATEGIES:
        values = strategy.of(profile).values
        assert values["us_states"] == values["uk_links"] == values["us_activities"] == frozenset()
