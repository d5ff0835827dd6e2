"""Article 50 and the scope of the Act for systems, from the outside: worked examples, dates, roles, open source."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.rules.engine import (
    Assessment,
    CarveOutState,
    Certainty,
    Finding,
    Outcome,
    Timing,
)
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
BEFORE_THE_OMNIBUS = date(2026, 7, 23)
APPLIES, EXEMPT, NOT, OPEN = Outcome.APPLIES, Outcome.EXEMPT, Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS
SETTLED, GUIDANCE = Certainty.SETTLED, Certainty.GUIDANCE
NOTICE, MARK, RECOGNITION, DEEP_FAKE, TEXT, MANNER = (f"EU-AIA-50-{n}" for n in ("1", "2", "3", "4a", "4b", "5"))

Facts = dict[str, Any]

PROVIDER: Facts = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["placed"],
    "system_limits": [],
    "system_functions": [],
    "system_placed_on": "2026-09-01",
    "system_open_source": False,
    "uses": ["other"],
    "body_findings": [],
    "practices": [],
    "product_laws": [],
    "marking_exceptions": [],
}
USER: Facts = PROVIDER | {"system_roles": ["deployer"], "system_union_links": ["used"], "artistic_work": False}
CHATBOT: Facts = PROVIDER | {"system_functions": ["conversation", "text"], "machine_recognisable": "can_be_mistaken"}
GENERATOR: Facts = PROVIDER | {"system_functions": ["image"], "depiction": "passes_as_real"}
AVATAR: Facts = USER | {"system_functions": ["video"], "depiction": "passes_as_real"}
CAMERAS: Facts = USER | {
    "system_functions": ["scores", "bodies"],
    "body_findings": ["age_gender"],
    "category_ancillary": False,
}
NEWS: Facts = USER | {
    "system_functions": ["text"],
    "public_interest_text": True,
    "text_review": "none",
    "uses": ["media"],
}


def text(**facts: Any) -> Facts:
    return PROVIDER | {"system_functions": ["text"]} | facts


def assess(facts: Facts, as_of: date = TODAY, known_on: date | None = None, **readings: str) -> Assessment:
    return assessed(facts, as_of, known_on, readings)


def finding(facts: Facts, duty: str, as_of: date = TODAY, known_on: date | None = None, **readings: str) -> Finding:
    return assess(facts, as_of, known_on, **readings).by_id[duty]


def shown(found: Finding) -> set[str]:
    return {step.id.partition("/")[2] for step in found.steps}


WORKED = [
    ("119 bank chatbot with a human name", CHATBOT, NOTICE, APPLIES, SETTLED),
    (
        "120 review bot for programmers",
        PROVIDER | {"system_functions": ["conversation", "code"], "machine_recognisable": "plain_to_professionals"},
        NOTICE,
        EXEMPT,
        GUIDANCE,
    ),
    ("121 spam filter", PROVIDER | {"system_functions": ["scores"]}, NOTICE, NOT, SETTLED),
    ("122 notice in the terms of use only", CHATBOT, MANNER, APPLIES, SETTLED),
    (
        "123 agent that books by phone",
        CHATBOT | {"system_functions": ["conversation", "audio"]},
        NOTICE,
        APPLIES,
        SETTLED,
    ),
    ("124 grammar checker", text(marking_exceptions=["standard_editing"]), MARK, EXEMPT, SETTLED),
    ("125 summariser", text(), MARK, APPLIES, SETTLED),
    ("126 code generator", PROVIDER | {"system_functions": ["code"]}, MARK, NOT, GUIDANCE),
    ("127 translator", text(marking_exceptions=["translation"]), MARK, EXEMPT, GUIDANCE),
    ("128 image generator of 2025", GENERATOR | {"system_placed_on": "2025-05-01"}, MARK, APPLIES, SETTLED),
    ("129 intermediate frames", GENERATOR | {"marking_exceptions": ["intermediate"]}, MARK, NOT, GUIDANCE),
    ("129 the finished film", GENERATOR, MARK, APPLIES, SETTLED),
    (
        "130 open-source image app",
        GENERATOR | {"system_open_source": True, "system_monetised": False},
        MARK,
        APPLIES,
        SETTLED,
    ),
    ("131 lifelike double greets the staff", AVATAR, DEEP_FAKE, APPLIES, SETTLED),
    ("132 sphinx on the Eiffel Tower", AVATAR | {"depiction": "plainly_unreal"}, DEEP_FAKE, NOT, SETTLED),
    ("133 younger actor in a film", AVATAR | {"artistic_work": True}, DEEP_FAKE, APPLIES, SETTLED),
    (
        "134 satire of a politician",
        AVATAR | {"system_functions": ["image"], "artistic_work": True},
        DEEP_FAKE,
        APPLIES,
        SETTLED,
    ),
    ("135 colours of a product photo", AVATAR | {"depiction": "light_edit"}, DEEP_FAKE, NOT, GUIDANCE),
    ("136 gallery cameras guess ages", CAMERAS, RECOGNITION, APPLIES, SETTLED),
    (
        "137 hidden watermark only",
        AVATAR | {"system_roles": ["provider", "deployer"]},
        DEEP_FAKE,
        APPLIES,
        SETTLED,
    ),
    ("138 unreviewed summary on a news site", NEWS, TEXT, APPLIES, SETTLED),
    ("139 fantasy novel", NEWS | {"public_interest_text": False}, TEXT, NOT, SETTLED),
    (
        "140 article reviewed, editor named",
        NEWS | {"text_review": "reviewed_with_named_responsibility"},
        TEXT,
        EXEMPT,
        SETTLED,
    ),
    ("140 reviewed, nobody answers for it", NEWS | {"text_review": "review_only"}, TEXT, APPLIES, SETTLED),
    ("145 model run for research alone", CHATBOT | {"system_limits": ["research"]}, NOTICE, EXEMPT, SETTLED),
    ("146 commercial tool used by a laboratory", CHATBOT | {"uses": ["research"]}, NOTICE, APPLIES, SETTLED),
    ("147 hobbyist with an image app", AVATAR | {"system_limits": ["private"]}, DEEP_FAKE, EXEMPT, SETTLED),
    ("147 the maker of that app", GENERATOR, MARK, APPLIES, SETTLED),
]


@pytest.mark.parametrize(("facts", "duty", "outcome", "certainty"), [w[1:] for w in WORKED], ids=[w[0] for w in WORKED])
def test_worked_example(facts: Facts, duty: str, outcome: Outcome, certainty: Certainty) -> None:
    found = finding(facts, duty)
    assert (found.outcome, found.certainty) == (outcome, certainty)


@pytest.mark.parametrize(
    ("facts", "duty", "switch", "outcome"),
    [
        (WORKED[1][1], NOTICE, "transparency-guidelines-professionals", APPLIES),
        (PROVIDER | {"system_functions": ["code"]}, MARK, "transparency-guidelines-code", APPLIES),
        (text(marking_exceptions=["fragments"]), MARK, "transparency-guidelines-outputs", APPLIES),
        (text(marking_exceptions=["translation"]), MARK, "transparency-guidelines-translations", APPLIES),
        (AVATAR | {"depiction": "plausible_invention"}, DEEP_FAKE, "transparency-guidelines-deep-fakes", NOT),
    ],
)
def test_whoever_ignores_the_guidelines_gets_what_the_act_says(
    facts: Facts, duty: str, switch: str, outcome: Outcome
) -> None:
    followed, ignored = finding(facts, duty), finding(facts, duty, **{switch: "ignored"})
    assert followed.outcome is not outcome
    assert ignored.outcome is outcome


def test_no_guideline_is_followed_before_it_was_published() -> None:
    facts = text(marking_exceptions=["translation"])
    assert finding(facts, MARK, date(2026, 8, 2), date(2026, 7, 19)).outcome is APPLIES
    assert finding(facts, MARK, date(2026, 8, 2), date(2026, 7, 20)).outcome is EXEMPT


def test_a_machine_that_children_meet_is_never_plain() -> None:
    found = finding(CHATBOT | {"machine_recognisable": "vulnerable_people"}, NOTICE)
    assert (found.outcome, found.certainty) == (APPLIES, SETTLED)
    plain = finding(CHATBOT | {"machine_recognisable": "plain_to_everybody"}, NOTICE)
    assert (plain.outcome, plain.certainty) == (EXEMPT, SETTLED)


def test_art_discloses_in_a_lighter_form() -> None:
    assert "3" in shown(finding(AVATAR | {"artistic_work": True}, DEEP_FAKE))
    assert "3" not in shown(finding(AVATAR, DEEP_FAKE))


POLICE = {"uses": ["policing"], "crime_law_use": "investigation", "public_reports_crime": False}


@pytest.mark.parametrize(
    ("facts", "duty", "outcome"),
    [
        (CHATBOT | POLICE, NOTICE, EXEMPT),
        (CHATBOT | POLICE | {"public_reports_crime": True}, NOTICE, APPLIES),
        (CHATBOT | POLICE | {"crime_law_use": "no"}, NOTICE, APPLIES),
        (CHATBOT | POLICE | {"uses": ["customer_service"]}, NOTICE, APPLIES),
        (GENERATOR | POLICE, MARK, EXEMPT),
        (CAMERAS | POLICE, RECOGNITION, EXEMPT),
        (CAMERAS | POLICE | {"crime_law_use": "prosecution_only"}, RECOGNITION, APPLIES),
        (AVATAR | POLICE | {"crime_law_use": "prosecution_only"}, DEEP_FAKE, EXEMPT),
        (NEWS | POLICE, TEXT, EXEMPT),
        (CHATBOT | POLICE | {"public_reports_crime": True}, MANNER, APPLIES),
        (CHATBOT | POLICE, MANNER, NOT),
    ],
)
def test_the_exception_for_fighting_crime_has_its_limits(facts: Facts, duty: str, outcome: Outcome) -> None:
    assert finding(facts, duty).outcome is outcome


EACH = [
    (NOTICE, CHATBOT),
    (RECOGNITION, CAMERAS),
    (DEEP_FAKE, AVATAR),
    (TEXT, NEWS),
    (MANNER, CHATBOT),
    (MARK, GENERATOR),
]


@pytest.mark.parametrize("known_on", [BEFORE_THE_OMNIBUS, None])
@pytest.mark.parametrize(("duty", "facts"), EACH)
def test_article_50_starts_on_2_august_2026_as_it_always_should(duty: str, facts: Facts, known_on: date | None) -> None:
    eve, day = (finding(facts, duty, date(2026, 8, n), known_on) for n in (1, 2))
    assert (eve.outcome, eve.timing, eve.applies_from) == (APPLIES, Timing.UPCOMING, date(2026, 8, 2))
    assert (day.outcome, day.timing) == (APPLIES, Timing.IN_FORCE)


def test_text_written_before_but_published_after_the_first_day_needs_its_label() -> None:
    found = finding(NEWS, TEXT, date(2026, 9, 15))
    assert (found.outcome, found.timing) == (APPLIES, Timing.IN_FORCE)


def test_a_chatbot_without_notice_is_in_breach_two_weeks_after_the_first_day() -> None:
    assert finding(CHATBOT, NOTICE, date(2026, 8, 15)).timing is Timing.IN_FORCE


@pytest.mark.parametrize(
    ("placed", "known_on", "first"),
    [
        ("2026-08-01", None, date(2026, 12, 2)),
        ("2026-08-02", None, date(2026, 8, 2)),
        ("2026-08-01", date(2026, 7, 24), date(2026, 12, 2)),
        ("2026-08-01", BEFORE_THE_OMNIBUS, date(2026, 8, 2)),
    ],
)
def test_only_marks_of_older_generators_have_more_time(placed: str, known_on: date | None, first: date) -> None:
    facts = CHATBOT | {"system_placed_on": placed}
    assert finding(facts, MARK, known_on=known_on).applies_from == first
    assert finding(facts, NOTICE, known_on=known_on).applies_from == date(2026, 8, 2)
    assert finding(facts, MANNER, known_on=known_on).applies_from == date(2026, 8, 2)


def test_the_time_for_older_generators_runs_out_on_2_december_2026() -> None:
    facts = GENERATOR | {"system_placed_on": "2025-05-01"}
    for duty in (MARK, MANNER):
        assert finding(facts, duty, date(2026, 12, 1)).timing is Timing.UPCOMING
        assert finding(facts, duty, date(2026, 12, 2)).timing is Timing.IN_FORCE


def test_whether_own_use_has_more_time_is_contested() -> None:
    own = GENERATOR | {
        "system_roles": ["provider", "deployer"],
        "system_union_links": ["used"],
        "system_placed_on": "2025-05-01",
    }
    assert finding(own, MARK, grace_for_own_use="a").applies_from == date(2026, 8, 2)
    assert finding(own, MARK, grace_for_own_use="b").applies_from == date(2026, 12, 2)


REACH = ("system_roles", "system_method", "system_union_links", "system_limits", "system_functions")


@pytest.mark.parametrize(
    ("duty", "facts", "missing"),
    [
        *((NOTICE, CHATBOT, fact) for fact in (*REACH, "machine_recognisable")),
        *((MARK, GENERATOR, fact) for fact in (*REACH, "marking_exceptions")),
        *((RECOGNITION, CAMERAS, fact) for fact in ("system_roles", "body_findings", "category_ancillary")),
        *((DEEP_FAKE, AVATAR, fact) for fact in (*REACH, "depiction")),
        *((TEXT, NEWS, fact) for fact in (*REACH, "public_interest_text", "text_review")),
        (MANNER, CHATBOT | {"marking_exceptions": ["standard_editing"]}, "machine_recognisable"),
        (NOTICE, CHATBOT | POLICE, "crime_law_use"),
        (NOTICE, CHATBOT | POLICE, "public_reports_crime"),
    ],
)
def test_what_is_not_known_leaves_the_duty_open(duty: str, facts: Facts, missing: str) -> None:
    found = finding({key: value for key, value in facts.items() if key != missing}, duty)
    assert found.outcome is OPEN
    assert missing in found.open_facts


OPEN_SOURCE: Facts = {"system_open_source": True, "system_monetised": False}
MINIMAL: Facts = PROVIDER | OPEN_SOURCE | {"system_functions": ["scores"], "uses": ["games"]}
LITERACY = "EU-AIA-4-1"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (MINIMAL, {LITERACY: EXEMPT, NOTICE: NOT, MARK: NOT}),
        (CHATBOT | OPEN_SOURCE, {LITERACY: APPLIES, NOTICE: APPLIES, MARK: APPLIES}),
        (GENERATOR | OPEN_SOURCE, {LITERACY: APPLIES, NOTICE: NOT, MARK: APPLIES}),
        (
            MINIMAL
            | {
                "uses": ["hiring"],
                "hiring_tasks": ["evaluates_candidates"],
                "profiles_people": True,
                "users": ["business"],
                "system_placed_on": "2029-01-01",
            },
            {LITERACY: APPLIES, "EU-AIA-9": APPLIES, MARK: NOT},
        ),
        (
            USER | OPEN_SOURCE | CAMERAS | {"body_findings": ["emotions"], "emotion_subjects": ["customers"]},
            {LITERACY: APPLIES, RECOGNITION: APPLIES},
        ),
        (MINIMAL | {"system_roles": []}, {LITERACY: NOT, NOTICE: NOT, MARK: NOT}),
    ],
    ids=["minimal", "chatbot", "generator", "ranks applicants", "emotions", "library only"],
)
def test_open_source_frees_only_systems_that_no_stricter_rule_catches(
    facts: Facts, expected: dict[str, Outcome]
) -> None:
    found = assess(facts).by_id
    assert {duty: found[duty].outcome for duty in expected} == expected


def test_money_made_with_an_open_source_system_makes_its_freedom_contested() -> None:
    found = finding(MINIMAL | {"system_monetised": True}, LITERACY)
    assert found.certainty is Certainty.CONTESTED
    assert {one.outcome for one in found.readings} == {APPLIES, EXEMPT}


def test_only_the_literal_reading_frees_a_car_from_article_50() -> None:
    car = {
        "uses": ["product"],
        "product_laws": ["motor_vehicles"],
        "product_function": ["prevents_harm"],
        "product_assessment": "third_party_safety",
    }
    found = finding(CHATBOT | car, NOTICE)
    assert found.certainty is Certainty.CONTESTED
    assert {one.outcome for one in found.readings} == {APPLIES, EXEMPT}
    lift_and_car = car | {"product_laws": ["motor_vehicles", "lifts"]}
    assert finding(CHATBOT | lift_and_car, NOTICE).certainty is SETTLED


def test_a_chatbot_loses_the_open_source_exclusion_to_the_transparency_duties() -> None:
    found = finding(CHATBOT | OPEN_SOURCE, LITERACY)
    states = {one.carve_out.id: one.state for one in found.carve_outs}
    assert states["open-source-system"] is CarveOutState.LOST


def test_private_people_owe_nothing_as_users_but_all_as_makers() -> None:
    private = {"system_limits": ["private"]}
    assert finding(NEWS | private, TEXT).outcome is EXEMPT
    assert finding(CAMERAS | private, RECOGNITION).outcome is EXEMPT
    assert finding(CHATBOT | private, NOTICE).outcome is APPLIES


@pytest.mark.parametrize(
    ("role", "links", "concept"),
    [
        ("provider", ["placed"], "system_provider"),
        ("provider", ["output_intended"], "system_provider"),
        ("deployer", ["used"], "system_deployer"),
        ("deployer", ["output_intended"], "system_deployer"),
        ("importer", ["placed"], "system_importer"),
        ("distributor", ["placed"], "system_distributor"),
        ("product_manufacturer", ["placed"], "system_product_manufacturer"),
        ("authorised_representative", ["placed"], "system_representative"),
    ],
)
def test_each_link_of_article_2_reaches_its_role(role: str, links: list[str], concept: str) -> None:
    facts = PROVIDER | {"system_roles": [role], "system_union_links": links}
    found = assess(facts).definitions
    assert (found[concept].value, found["system_operator"].value) == (True, True)
    software = assess(facts | {"system_method": "written_rules"}).definitions
    assert (software[concept].value, software["system_operator"].value) == (False, False)


def test_one_organisation_holds_several_roles_at_once() -> None:
    found = assess(PROVIDER | {"system_roles": ["provider", "deployer"], "system_union_links": ["placed", "used"]})
    assert found.definitions["system_provider"].value
    assert found.definitions["system_deployer"].value


def test_results_that_reach_the_union_unintended_are_contested() -> None:
    found = assess(PROVIDER | {"system_union_links": ["output_incidental"]})
    assert found.definitions["system_provider"].contested
    assert assess(PROVIDER | {"system_union_links": []}).definitions["system_provider"].value is False


@pytest.mark.parametrize("testing", [["sandbox"], ["sandbox", "sandbox_data"], ["sandbox", "real_world"]])
def test_a_system_that_is_only_tested_has_no_provider_but_stays_within_the_bans(testing: list[str]) -> None:
    found = assess(PROVIDER | {"system_limits": ["development"], "system_testing": testing}).definitions
    assert found["system_provider"].value is False
    assert found["system_operator"].value is True


def test_work_before_launch_is_left_alone() -> None:
    facts = CHATBOT | {"system_limits": ["development"], "system_testing": []}
    assert finding(facts, NOTICE).outcome is EXEMPT


@pytest.mark.parametrize("limit", ["military", "research", "foreign_authority"])
def test_the_other_activities_left_alone_owe_nothing(limit: str) -> None:
    found = assess(CHATBOT | {"system_limits": [limit]}).by_id
    assert {found[duty].outcome for duty in (NOTICE, MARK, MANNER, LITERACY)} == {EXEMPT}


BIAS: Facts = PROVIDER


def test_sensitive_data_against_bias_come_with_conditions_since_27_july_2026() -> None:
    eve, day = (finding(BIAS, "EU-AIA-4A", date(2026, 7, n)) for n in (26, 27))
    assert (eve.outcome, eve.timing) == (APPLIES, Timing.UPCOMING)
    assert (day.outcome, day.timing) == (APPLIES, Timing.IN_FORCE)
    assert "EU-AIA-4A" not in assess(BIAS, known_on=BEFORE_THE_OMNIBUS).by_id


def test_nobody_has_to_look_for_bias_under_article_4a() -> None:
    found = finding(BIAS, "EU-AIA-4A").obligation
    assert found.must.startswith("If you use")
    assert "Nothing obliges you to look for bias" in found.must


def test_the_conditions_shown_follow_the_class() -> None:
    plain = BIAS | {"uses": ["games"]}
    hiring = BIAS | {"uses": ["hiring"], "hiring_tasks": ["evaluates_candidates"], "profiles_people": True}
    assert shown(finding(plain, "EU-AIA-4A")) >= {"1-a", "1-f", "2-a", "2-b"}
    assert "1-s1" not in shown(finding(plain, "EU-AIA-4A"))
    assert shown(finding(hiring, "EU-AIA-4A")) >= {"1-s1", "1-a", "1-f"}
    assert "2-a" not in shown(finding(hiring, "EU-AIA-4A"))
