"""Answers on a system that cannot both be right are named; their consistent neighbours are not."""

from typing import Any

import pytest

from apps.profiles.contradictions import contradictions
from apps.rules.engine import parse_value
from apps.rules.law import load

BOOK = load()
SOLD = {"digital_product": "commercial_product"}


def named(**raw: Any) -> list[str]:
    return [str(found.text) for found in contradictions({k: parse_value(BOOK.facts[k], v) for k, v in raw.items()})]


@pytest.mark.parametrize(
    ("clash", "agreeing"),
    [
        ({"seat": "uk", "uk_links": []}, {"seat": "uk", "uk_links": ["established"]}),
        (
            SOLD | {"system_roles": ["provider"], "system_union_links": [], "development": "unchanged"},
            SOLD | {"system_roles": ["provider"], "system_union_links": [], "development": "own"},
        ),
        (
            SOLD | {"system_roles": ["provider"], "system_union_links": [], "development": "own", "union_ways": []},
            SOLD
            | {"system_roles": ["provider"], "system_union_links": [], "development": "own", "union_ways": ["hub"]},
        ),
        (
            SOLD | {"system_roles": ["provider"], "system_union_links": [], "development": "unchanged"},
            SOLD | {"system_roles": [], "system_union_links": [], "development": "unchanged", "union_ways": []},
        ),
        (
            # How the model of others gets there is not how this system does.
            SOLD
            | {
                "system_roles": ["provider"],
                "system_union_links": [],
                "development": "unchanged",
                "union_ways": ["api"],
            },
            SOLD | {"system_roles": ["supplier"], "system_union_links": [], "development": "unchanged"},
        ),
        (
            SOLD | {"system_roles": [], "development": "own", "union_ways": []},
            SOLD | {"system_roles": [], "development": "represented", "union_ways": []},
        ),
        (
            SOLD | {"system_roles": ["deployer"], "system_union_links": ["used"], "development": "unchanged"},
            {
                "digital_product": "service_only",
                "system_roles": ["deployer"],
                "system_union_links": ["used"],
                "development": "unchanged",
            },
        ),
        (
            {"system_union_links": ["established", "very_large_platform"], "system_limits": []},
            {"system_union_links": ["very_large_platform", "output_incidental"], "system_limits": []},
        ),
        (
            {"system_union_links": ["established", "very_large_platform"], "system_limits": []},
            {"system_union_links": ["established", "very_large_platform"], "system_limits": ["development"]},
        ),
        (
            SOLD | {"system_roles": ["deployer"], "system_union_links": ["used"], "development": "unchanged"},
            {
                "digital_product": "weights_only",
                "system_roles": ["deployer"],
                "system_union_links": ["used"],
                "development": "unchanged",
            },
        ),
        (
            {"system_union_links": [], "system_roles": ["importer"]},
            {"system_union_links": [], "system_roles": ["provider"]},
        ),
        (
            {"system_union_links": [], "system_testing": ["sandbox"]},
            {"system_union_links": [], "system_testing": ["real_world"]},
        ),
        ({"seat": "uk", "uk_links": ["offered"]}, {"seat": "eu", "uk_links": ["offered"]}),
        (
            {"system_method": "written_rules", "system_functions": ["text"]},
            {"system_method": "written_rules", "system_functions": ["scores"]},
        ),
        (
            {"system_functions": ["scores"], "body_findings": ["emotions"]},
            {"system_functions": ["scores"], "body_findings": ["emotions_in_text"]},
        ),
        (
            {"intimate_material": ["reproducible"], "system_functions": ["text"]},
            {"intimate_material": ["reproducible"], "system_functions": ["image"]},
        ),
        (
            {"abuse_material": ["purpose"], "system_functions": ["scores"]},
            {"abuse_material": [], "system_functions": ["scores"]},
        ),
        (
            {"part_in_decision": "decides", "decision_effect": "none"},
            {"part_in_decision": "prepares", "decision_effect": "none"},
        ),
        ({"system_limits": ["private"], "users": ["business"]}, {"system_limits": ["private"], "users": ["people"]}),
        ({"system_roles": [], "system_functions": ["text"]}, {"system_roles": [], "system_functions": []}),
        ({"system_roles": [], "uses": ["hiring"]}, {"system_roles": ["deployer"], "uses": ["hiring"]}),
        (
            {"face_source": "bulk_internet_or_cctv", "practices": []},
            {"face_source": "bulk_internet_or_cctv", "practices": ["collects_faces"]},
        ),
        (
            {"uses": ["credit"], "hiring_tasks": ["filters_applications"]},
            {"uses": ["advertising"], "hiring_tasks": ["targeted_vacancy_adverts"]},
        ),
        (
            {"hiring_tasks": ["evaluates_candidates"], "profiles_people": False},
            {"hiring_tasks": ["schedules_interviews"], "profiles_people": False},
        ),
        (
            {"credit_tasks": ["creditworthiness"], "profiles_people": False},
            {"credit_tasks": ["creditworthiness"], "profiles_people": True},
        ),
    ],
)
def test_a_clash_is_named_and_its_neighbour_is_not(clash: dict[str, Any], agreeing: dict[str, Any]) -> None:
    assert len(named(**clash)) == 1
    assert named(**agreeing) == []


def test_an_answer_alone_contradicts_nothing() -> None:
    assert named(system_method="written_rules") == []
    assert named(hiring_tasks=["evaluates_candidates"]) == []


def test_every_fact_of_a_rule_is_one_of_the_rulebook() -> None:
    from apps.profiles.contradictions_systems import SYSTEM_RULES

    assert not [key for _, facts, _ in SYSTEM_RULES for key in facts if key not in BOOK.facts]
