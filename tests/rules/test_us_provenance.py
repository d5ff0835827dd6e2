"""Marks in generated content: California's dated forms, the million users of Washington, Utah and Connecticut."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import CarveOutState, Certainty, Outcome, Timing
from apps.rules.law import load
from tests.rules.us_assess import assess, found, owed, without

OLD = ("CA-AITA-2026-manifest", "CA-AITA-2026-licence")
MAKER = ("CA-AITA-2-a", "CA-AITA-2-bcd", "CA-AITA-3-a")
NEW = ("CA-AITA-3-b1", "CA-AITA-3-b2", "CA-AITA-3-b4", "CA-AITA-3-d")
FAMILY = {
    "ca": "CA-AITA-3-a",
    "wa": "WA-1170-2",
    "ut": "UT-PROV-203",
    "ct": "CT-15-b1A",
}
LATER = date(2027, 3, 1)
GENERATOR: dict[str, Any] = {
    "development": "own",
    "generates": ["images_from_text"],
    "weights_public": False,
    "us_states": ["nationwide"],
    "us_organisation": [],
    "us_generator_reach": "consumers",
    "us_monthly_users": 3_000_000,
    "us_content_limits": [],
    "us_licensing": ["out"],
    "us_platforms": [],
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_functions": ["image"],
}
SMALL = GENERATOR | {"us_monthly_users": 500_000}
ON_ANOTHERS_MODEL = GENERATOR | {"development": "unchanged"}
# The model behind an interface, no system of one's own; and weights to download, nothing else.
INTERFACE = GENERATOR | {"system_roles": []}
WEIGHTS = INTERFACE | {"weights_public": True}


# -- California, in time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", [*MAKER, *OLD])
@pytest.mark.parametrize(
    ("users", "outcome"),
    [
        (999_999, Outcome.DOES_NOT_APPLY),
        (1_000_000, Outcome.DOES_NOT_APPLY),
        (1_000_001, Outcome.APPLIES),
    ],
)
def test_the_old_form_needs_more_than_a_million_users(duty: str, users: int, outcome: Outcome) -> None:
    assert owed(GENERATOR | {"us_monthly_users": users}, duty, date(2026, 9, 29)) is outcome


@pytest.mark.parametrize("duty", [*MAKER, *NEW])
@pytest.mark.parametrize("users", [10, 999_999, 1_000_000, 1_000_001])
def test_sb_1000_knows_no_line_of_users(duty: str, users: int) -> None:
    finding = found(GENERATOR | {"us_monthly_users": users}, duty, date(2026, 9, 30))
    assert (finding.outcome, finding.timing) == (Outcome.APPLIES, Timing.IN_FORCE)


def test_users_are_not_asked_for_any_more() -> None:
    assert owed(without(GENERATOR, "us_monthly_users"), "CA-AITA-3-a") is Outcome.APPLIES
    assert owed(without(GENERATOR, "us_monthly_users"), "CA-AITA-3-a", date(2026, 9, 1)) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", [*MAKER, *OLD])
@pytest.mark.parametrize(
    ("day", "timing"),
    [(date(2026, 8, 1), Timing.UPCOMING), (date(2026, 8, 2), Timing.IN_FORCE), (date(2026, 9, 29), Timing.IN_FORCE)],
)
def test_the_old_form_starts_on_2_august(duty: str, day: date, timing: Timing) -> None:
    finding = found(GENERATOR, duty, day)
    assert (finding.outcome, finding.timing, finding.applies_from) == (Outcome.APPLIES, timing, date(2026, 8, 2))


@pytest.mark.parametrize("duty", OLD)
def test_label_and_revocation_ended_with_sb_1000(duty: str) -> None:
    assert found(GENERATOR, duty, date(2026, 9, 30)).timing is Timing.ENDED


@pytest.mark.parametrize("duty", OLD)
def test_looking_back_the_old_form_still_held(duty: str) -> None:
    today = date(2026, 11, 23)
    assert found(GENERATOR, duty, date(2026, 9, 29), today).timing is Timing.IN_FORCE


@pytest.mark.parametrize("duty", NEW)
def test_the_new_duties_were_unknown_before_30_september(duty: str) -> None:
    assert duty not in assess(GENERATOR, date(2026, 9, 29)).by_id
    finding = found(GENERATOR, duty, date(2026, 9, 29), date(2026, 9, 30))
    assert (finding.timing, finding.applies_from) == (Timing.UPCOMING, date(2026, 9, 30))


@pytest.mark.parametrize(
    ("known_on", "start"),
    [
        (date(2024, 9, 19), date(2026, 1, 1)),
        (date(2025, 10, 12), date(2026, 1, 1)),
        (date(2025, 10, 13), date(2026, 8, 2)),
        (date(2026, 9, 29), date(2026, 8, 2)),
    ],
)
def test_the_first_day_was_moved_in_october_2025(known_on: date, start: date) -> None:
    assert found(GENERATOR, "CA-AITA-3-a", known_on, known_on).applies_from == start


def test_nothing_was_known_before_sb_942() -> None:
    before = date(2024, 9, 18)
    assert "CA-AITA-3-a" not in assess(GENERATOR, before, before).by_id


# -- California, whom and what -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", [*MAKER, *NEW, *FAMILY.values()])
def test_text_alone_brings_nothing(duty: str) -> None:
    text = GENERATOR | {"generates": ["text"], "system_functions": ["text", "code", "conversation"]}
    assert owed(text, duty, LATER) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("function", ["image", "audio", "video"])
def test_each_kind_of_media_counts(function: str) -> None:
    assert owed(SMALL | {"system_functions": [function]}, "CA-AITA-3-a") is Outcome.APPLIES


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [
        (["games"], Outcome.EXEMPT),
        (["games", "films"], Outcome.APPLIES),
        (["films"], Outcome.APPLIES),
        (["interactive"], Outcome.APPLIES),
        (["corrections"], Outcome.EXEMPT),
        (["light_edits"], Outcome.APPLIES),
        (["corrections", "light_edits"], Outcome.APPLIES),
        (["enhancement"], Outcome.APPLIES),
        (["security", "games"], Outcome.APPLIES),
    ],
)
def test_what_california_leaves_out_today(limits: list[str], outcome: Outcome) -> None:
    assert owed(GENERATOR | {"us_content_limits": limits}, "CA-AITA-3-a") is outcome


@pytest.mark.parametrize("limit", ["games", "films", "interactive"])
def test_the_old_form_left_out_entertainment(limit: str) -> None:
    assert owed(GENERATOR | {"us_content_limits": [limit]}, "CA-AITA-3-a", date(2026, 9, 29)) is Outcome.EXEMPT


@pytest.mark.parametrize(
    ("day", "timing"), [(date(2028, 12, 31), Timing.UPCOMING), (date(2029, 1, 1), Timing.IN_FORCE)]
)
def test_the_exception_for_aids_ends_with_2028(day: date, timing: Timing) -> None:
    aid = GENERATOR | {"us_content_limits": ["assistive"]}
    finding = found(aid, "CA-AITA-3-a", day)
    assert (finding.outcome, finding.timing, finding.applies_from) == (Outcome.APPLIES, timing, date(2029, 1, 1))
    assert found(aid, "CA-AITA-3-d", day).timing is Timing.IN_FORCE


@pytest.mark.parametrize("key", ["us_states", "system_roles", "system_functions", "us_generator_reach"])
def test_an_open_question_stays_open(key: str) -> None:
    assert owed(without(ON_ANOTHERS_MODEL, key), "CA-AITA-3-a") is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", [*MAKER, *NEW, *OLD, *FAMILY.values()])
def test_a_model_behind_an_interface_is_a_generating_system(duty: str) -> None:
    day = date(2026, 9, 29) if duty in OLD else LATER
    assert owed(INTERFACE, duty, day) is Outcome.APPLIES
    assert owed(INTERFACE | {"us_generator_reach": "closed"}, duty, day) is Outcome.DOES_NOT_APPLY
    for key in ("weights_public", "us_generator_reach"):
        assert owed(without(INTERFACE, key), duty, day) is not Outcome.DOES_NOT_APPLY


def test_a_closed_circle_is_outside() -> None:
    assert owed(GENERATOR | {"us_generator_reach": "closed"}, "CA-AITA-3-a") is Outcome.DOES_NOT_APPLY


def test_games_may_say_what_they_like_about_aids() -> None:
    assert owed(GENERATOR | {"us_content_limits": ["games"]}, "CA-AITA-3-d") is Outcome.EXEMPT
    assert owed(GENERATOR | {"us_content_limits": ["corrections"]}, "CA-AITA-3-d") is Outcome.APPLIES


def test_published_weights_alone_are_disputed() -> None:
    weights = without(GENERATOR, "us_generator_reach") | {"system_roles": [], "weights_public": True}
    assert found(weights, "CA-AITA-3-a").certainty is Certainty.CONTESTED
    assert owed(weights, "CA-AITA-3-a", us_weights_as_system="a") is Outcome.APPLIES
    assert owed(weights, "CA-AITA-3-a", us_weights_as_system="b") is Outcome.DOES_NOT_APPLY


def test_an_open_licence_excuses_nobody() -> None:
    weights = GENERATOR | {"weights_public": True, "system_open_source": True, "licence_terms": []}
    assert {owed(weights, duty) for duty in (*MAKER, *NEW)} == {Outcome.APPLIES}


@pytest.mark.parametrize("duty", NEW[:3])
def test_duties_about_licensees_need_a_licence(duty: str) -> None:
    assert owed(GENERATOR | {"us_licensing": []}, duty) is Outcome.DOES_NOT_APPLY
    assert owed(without(GENERATOR, "us_licensing"), duty) is Outcome.NEEDS_FACTS


def test_hours_of_licensor_and_licensee() -> None:
    book = load()
    assert "72 hours" in book.obligations["CA-AITA-3-b2"].deadline.text
    assert "96 hours" in book.obligations["CA-AITA-3-b3"].deadline.text


def test_the_licensee_answers_whoever_made_the_model() -> None:
    runs = GENERATOR | {"development": "unchanged", "system_roles": ["deployer"], "us_licensing": ["in"]}
    assert owed(runs, "CA-AITA-3-b3") is Outcome.APPLIES
    tunes = GENERATOR | {"development": "changed", "system_roles": [], "us_licensing": ["in"]}
    assert owed(tunes, "CA-AITA-3-b3") is Outcome.APPLIES
    assert owed(runs, "CA-AITA-3-a") is Outcome.DOES_NOT_APPLY
    offers_copies = runs | {"system_roles": []}
    assert owed(offers_copies, "CA-AITA-3-b3") is Outcome.APPLIES
    assert owed(without(runs, "us_licensing"), "CA-AITA-3-b3") is Outcome.NEEDS_FACTS
    assert owed(runs | {"us_licensing": []}, "CA-AITA-3-b3") is Outcome.DOES_NOT_APPLY


# -- Platforms, download sites, cameras --------------------------------------------------------------------------------

SITE: dict[str, Any] = {"us_states": ["ca", "ut"], "us_platforms": ["hosting"]}


@pytest.mark.parametrize(
    ("day", "timing"), [(date(2026, 12, 31), Timing.UPCOMING), (date(2027, 1, 1), Timing.IN_FORCE)]
)
def test_download_sites_follow_in_2027_whatever_their_size(day: date, timing: Timing) -> None:
    finding = found(SITE, "CA-AITA-32", day)
    assert (finding.outcome, finding.timing) == (Outcome.APPLIES, timing)


def test_posting_on_another_hub_is_not_hosting() -> None:
    assert owed(GENERATOR | {"weights_public": True}, "CA-AITA-32", LATER) is Outcome.DOES_NOT_APPLY
    assert owed(without(GENERATOR, "us_platforms"), "CA-AITA-32", LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", ["CA-AITA-31", "UT-PROV-201"])
@pytest.mark.parametrize(
    ("users", "outcome"),
    [
        (1_999_999, Outcome.DOES_NOT_APPLY),
        (2_000_000, Outcome.DOES_NOT_APPLY),
        (2_000_001, Outcome.APPLIES),
    ],
)
def test_platforms_start_above_two_million(duty: str, users: int, outcome: Outcome) -> None:
    network = SITE | {"us_platforms": ["social"], "us_platform_users": users}
    assert owed(network, duty, LATER) is outcome


@pytest.mark.parametrize(
    ("day", "timing"), [(date(2026, 12, 31), Timing.UPCOMING), (date(2027, 1, 1), Timing.IN_FORCE)]
)
@pytest.mark.parametrize("duty", ["CA-AITA-31", "UT-PROV-201"])
def test_platforms_follow_in_2027(duty: str, day: date, timing: Timing) -> None:
    network = SITE | {"us_platforms": ["social"], "us_platform_users": 3_000_000}
    assert found(network, duty, day).timing is timing
    assert owed(without(network, "us_platform_users"), duty, day) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize(
    ("known_on", "certainty"),
    [(date(2026, 9, 29), Certainty.SETTLED), (date(2026, 9, 30), Certainty.UNVERIFIED)],
)
def test_platform_wording_is_unverified_since_ab_2713(known_on: date, certainty: Certainty) -> None:
    network = SITE | {"us_platforms": ["social"], "us_platform_users": 3_000_000}
    assert found(network, "CA-AITA-31", known_on, known_on).certainty is certainty


def test_file_sharing_counts_in_california_alone() -> None:
    sharing = SITE | {"us_platforms": ["file_sharing"], "us_platform_users": 5_000_000}
    assert owed(sharing, "CA-AITA-31", LATER) is Outcome.APPLIES
    assert owed(sharing, "UT-PROV-201", LATER) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", ["CA-AITA-33", "UT-PROV-202"])
@pytest.mark.parametrize(
    ("day", "timing"), [(date(2027, 12, 31), Timing.UPCOMING), (date(2028, 1, 1), Timing.IN_FORCE)]
)
def test_cameras_follow_in_2028(duty: str, day: date, timing: Timing) -> None:
    assert found(SITE | {"us_platforms": ["capture_devices"]}, duty, day).timing is timing


# -- Washington, Utah, Connecticut -------------------------------------------------------------------------------------

STARTS = {
    "WA-1170-2": date(2027, 2, 1),
    "UT-PROV-203": date(2027, 1, 1),
    "CT-15-b1A": date(2026, 10, 1),
    "CT-15-b1B": date(2026, 10, 1),
}


@pytest.mark.parametrize("duty", STARTS)
@pytest.mark.parametrize(
    ("users", "outcome"),
    [
        (999_999, Outcome.DOES_NOT_APPLY),
        (1_000_000, Outcome.DOES_NOT_APPLY),
        (1_000_001, Outcome.APPLIES),
    ],
)
def test_more_than_a_million_strictly(duty: str, users: int, outcome: Outcome) -> None:
    assert owed(GENERATOR | {"us_monthly_users": users}, duty, LATER) is outcome


@pytest.mark.parametrize(("duty", "start"), STARTS.items())
def test_first_days(duty: str, start: date) -> None:
    assert found(GENERATOR, duty, start - timedelta(days=1)).timing is Timing.UPCOMING
    assert found(GENERATOR, duty, start).timing is Timing.IN_FORCE


@pytest.mark.parametrize("duty", STARTS)
@pytest.mark.parametrize("key", ["us_states", "us_monthly_users", "us_generator_reach", "system_functions"])
def test_unknown_is_not_no(duty: str, key: str) -> None:
    assert owed(without(ON_ANOTHERS_MODEL, key), duty, LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", STARTS)
def test_whether_downloaded_weights_have_users_is_disputed(duty: str) -> None:
    assert found(WEIGHTS, duty, LATER).certainty is Certainty.CONTESTED
    assert owed(WEIGHTS, duty, LATER, us_weights_have_users="a") is Outcome.APPLIES
    assert owed(WEIGHTS, duty, LATER, us_weights_have_users="b") is Outcome.DOES_NOT_APPLY
    assert owed(WEIGHTS | {"us_monthly_users": 1_000_000}, duty, LATER) is Outcome.DOES_NOT_APPLY
    unsure = WEIGHTS | {"us_monthly_users": {"low": 1_000, "high": 5_000_000}}
    assert owed(unsure, duty, LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize(
    ("change", "washington", "utah", "connecticut"),
    [
        ({"us_generator_reach": "businesses"}, "does_not_apply", "applies", "does_not_apply"),
        ({"us_generator_reach": "closed"}, "does_not_apply", "does_not_apply", "does_not_apply"),
        ({"us_organisation": ["government"]}, "does_not_apply", "applies", "does_not_apply"),
        ({"us_content_limits": ["games"]}, "exempt", "applies", "exempt"),
        ({"us_content_limits": ["interactive"]}, "exempt", "applies", "exempt"),
        ({"us_content_limits": ["films"]}, "applies", "applies", "applies"),
        ({"us_content_limits": ["enhancement"]}, "exempt", "applies", "exempt"),
        ({"us_content_limits": ["light_edits"]}, "exempt", "applies", "exempt"),
        ({"us_content_limits": ["corrections"]}, "exempt", "exempt", "exempt"),
        ({"us_content_limits": ["games", "films"]}, "applies", "applies", "applies"),
        ({"us_content_limits": ["interactive", "security"]}, "applies", "applies", "applies"),
        ({"us_content_limits": ["corrections", "enhancement"]}, "exempt", "applies", "exempt"),
        ({"weights_public": True}, "applies", "applies", "applies"),
    ],
)
def test_where_the_three_part(change: dict[str, Any], washington: str, utah: str, connecticut: str) -> None:
    facts = GENERATOR | change
    duties = ("WA-1170-2", "UT-PROV-203", "CT-15-b1A")
    assert [str(owed(facts, duty, LATER)) for duty in duties] == [washington, utah, connecticut]


@pytest.mark.parametrize("state", FAMILY)
def test_each_state_stands_alone(state: str) -> None:
    facts = GENERATOR | {"us_states": [state]}
    reached = {code for code, duty in FAMILY.items() if owed(facts, duty, LATER) is Outcome.APPLIES}
    assert reached == {state}


# -- Utah, intimate fakes; Tennessee -----------------------------------------------------------------------------------

FAKES: dict[str, Any] = GENERATOR | {"intimate_material": ["reproducible"], "us_processing": "operator"}


@pytest.mark.parametrize("duty", ["UT-DV-201", "UT-DV-205"])
def test_utah_reaches_services_that_compute_on_their_own_machines(duty: str) -> None:
    assert found(FAKES, duty, date(2026, 12, 31)).timing is Timing.UPCOMING
    assert found(FAKES, duty, date(2027, 1, 1)).timing is Timing.IN_FORCE
    assert owed(FAKES | {"intimate_material": []}, duty, LATER) is Outcome.DOES_NOT_APPLY
    assert owed(FAKES | {"us_states": ["ca"]}, duty, LATER) is Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", ["UT-DV-201", "UT-DV-205"])
def test_utah_reaches_a_model_behind_an_interface(duty: str) -> None:
    model = FAKES | {"system_roles": [], "us_release": "offered"}
    assert owed(model, duty, LATER) is Outcome.APPLIES
    assert owed(model | {"us_release": "inside"}, duty, LATER) is Outcome.DOES_NOT_APPLY
    assert owed(without(model, "us_release"), duty, LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize("duty", ["UT-DV-201", "UT-DV-205"])
def test_the_users_own_device_is_outside(duty: str) -> None:
    finding = found(FAKES | {"us_processing": "user_device"}, duty, LATER)
    assert finding.outcome is Outcome.EXEMPT
    assert [c.carve_out.id for c in finding.carve_outs if c.state is CarveOutState.ACTIVE] == ["ut-local-processing"]
    assert owed(without(FAKES, "us_processing"), duty, LATER) is Outcome.NEEDS_FACTS


@pytest.mark.parametrize(
    ("likeness", "outcome"),
    [
        (["tool"], Outcome.APPLIES),
        (["publishes"], Outcome.APPLIES),
        ([], Outcome.DOES_NOT_APPLY),
    ],
)
def test_tennessee_looks_at_the_main_purpose(likeness: list[str], outcome: Outcome) -> None:
    voice: dict[str, Any] = {
        "development": "changed",
        "generates": ["speech"],
        "weights_public": True,
        "us_states": ["tn"],
        "us_likeness": likeness,
        "system_roles": [],
    }
    assert owed(voice, "TN-ELVIS-1") is outcome
    assert owed(without(voice, "us_likeness"), "TN-ELVIS-1") is Outcome.NEEDS_FACTS
