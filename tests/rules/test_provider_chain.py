"""Providers, representatives, importers, distributors of high-risk systems: who owes what, from when, by which way."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Finding, Outcome, StepKind, Timing, When
from apps.rules.law import load
from tests.rules.assessing import assessed

TODAY = date(2026, 11, 23)
BEFORE_THE_OMNIBUS = date(2026, 7, 23)

SECTION_3 = tuple(f"EU-AIA-{one}" for one in ("16-b", "16-l", "17", "18", "19", "20", "21"))
SECTION_5 = ("EU-AIA-43", "EU-AIA-47", "EU-AIA-48")
OF_THE_PROVIDER = (*SECTION_3, *SECTION_5)
REGISTERS = ("EU-AIA-49-1", "EU-AIA-49-5")
AROUND = ("EU-AIA-22-3", "EU-AIA-23", "EU-AIA-24")
ALL = (*OF_THE_PROVIDER, *REGISTERS, "EU-AIA-22", *AROUND)

FROM_ABROAD = {"system_union_links": ["placed"]}
SYSTEM: dict[str, Any] = {
    "system_roles": ["provider"],
    "system_method": "learned",
    "system_union_links": ["established", "placed"],
    "system_limits": [],
    "system_placed_on": "2029-01-01",
    "body_findings": [],
    "product_laws": [],
}
CV_RANKER = SYSTEM | {
    "uses": ["hiring"],
    "users": ["business"],
    "hiring_tasks": ["filters_applications", "evaluates_candidates"],
    "profiles_people": True,
}
LIFT_BRAKE = SYSTEM | {
    "uses": ["product"],
    "users": ["business"],
    "product_laws": ["lifts"],
    "product_function": ["prevents_harm"],
    "product_assessment": "third_party_safety",
}
CAR_BRAKE = LIFT_BRAKE | {"product_laws": ["motor_vehicles"]}
SPELLING_GAME = SYSTEM | {"uses": ["games"], "users": ["people"]}
FACE_SEARCH = SYSTEM | {
    "uses": ["security"],
    "users": ["business"],
    "system_functions": ["bodies"],
    "body_findings": ["identifies_among_many"],
    "active_involvement": False,
}
POLICE_FACE_SEARCH = FACE_SEARCH | {
    "uses": ["policing"],
    "users": ["law_enforcement"],
    "policing_tasks": ["transcribes"],
}
DAM_CONTROL = SYSTEM | {
    "uses": ["infrastructure"],
    "users": ["business"],
    "infrastructure_tasks": ["protects"],
    "critical_entity": True,
    "part_in_decision": "decides",
    "profiles_people": False,
}
LIFT_THAT_HIRES = LIFT_BRAKE | CV_RANKER | {"uses": ["product", "hiring"], "product_laws": ["lifts"]}


def findings(
    facts: dict[str, Any], as_of: date = TODAY, known_on: date | None = None, **readings: str
) -> dict[str, Finding]:
    return dict(assessed(facts, as_of, known_on, readings).by_id)


def owed(facts: dict[str, Any], as_of: date = TODAY) -> set[str]:
    """Which of the duties of Articles 16 to 24 and 43 to 49 apply, now or later."""
    got = findings(facts, as_of)
    return {one for one in ALL if got[one].outcome is Outcome.APPLIES}


def shown(finding: Finding) -> set[str]:
    return {step.id.partition("/")[2] for step in finding.steps}


@pytest.mark.parametrize(
    ("facts", "duties", "known_on", "first"),
    [
        (CV_RANKER, (*OF_THE_PROVIDER, "EU-AIA-49-1"), None, date(2027, 12, 2)),
        (CV_RANKER, (*OF_THE_PROVIDER, "EU-AIA-49-1"), BEFORE_THE_OMNIBUS, date(2026, 8, 2)),
        (LIFT_BRAKE, OF_THE_PROVIDER, None, date(2028, 8, 2)),
        (LIFT_BRAKE, OF_THE_PROVIDER, BEFORE_THE_OMNIBUS, date(2027, 8, 2)),
        (DAM_CONTROL, (*OF_THE_PROVIDER, "EU-AIA-49-5"), None, date(2027, 12, 2)),
        (CV_RANKER | FROM_ABROAD, ("EU-AIA-22",), None, date(2027, 12, 2)),
        (CV_RANKER | FROM_ABROAD, ("EU-AIA-22",), BEFORE_THE_OMNIBUS, date(2026, 8, 2)),
        (CV_RANKER | {"system_roles": ["authorised_representative"]}, ("EU-AIA-22-3",), None, date(2027, 12, 2)),
        (LIFT_BRAKE | {"system_roles": ["importer"]}, ("EU-AIA-23",), None, date(2028, 8, 2)),
        (LIFT_BRAKE | {"system_roles": ["importer"]}, ("EU-AIA-23",), BEFORE_THE_OMNIBUS, date(2027, 8, 2)),
        (CV_RANKER | {"system_roles": ["distributor"]}, ("EU-AIA-24",), None, date(2027, 12, 2)),
    ],
)
def test_each_duty_starts_on_the_day_of_the_class_as_known_then(
    facts: dict[str, Any], duties: tuple[str, ...], known_on: date | None, first: date
) -> None:
    eve = findings(facts, first - timedelta(days=1), known_on)
    day = findings(facts, first, known_on)
    for one in duties:
        assert (one, eve[one].outcome, eve[one].timing) == (one, Outcome.APPLIES, Timing.UPCOMING)
        assert (one, eve[one].applies_from) == (one, first)
        assert (one, day[one].outcome, day[one].timing) == (one, Outcome.APPLIES, Timing.IN_FORCE)


def test_section_5_has_formally_applied_since_august_2026_and_says_that_its_later_day_is_uncertain() -> None:
    for one in (*SECTION_5, *REGISTERS):
        assert "uncertain" in load().obligations[one].note
    for one in SECTION_5:
        assert findings(CV_RANKER, date(2026, 8, 2))[one].timing is Timing.UPCOMING


@pytest.mark.parametrize(
    ("facts", "duties"),
    [
        (CV_RANKER, {*OF_THE_PROVIDER, "EU-AIA-49-1"}),
        (CV_RANKER | FROM_ABROAD, {*OF_THE_PROVIDER, "EU-AIA-49-1", "EU-AIA-22"}),
        (CV_RANKER | {"system_open_source": True, "system_monetised": False}, {*OF_THE_PROVIDER, "EU-AIA-49-1"}),
        (CV_RANKER | {"system_roles": ["importer"]}, {"EU-AIA-23"}),
        (CV_RANKER | {"system_roles": ["importer", "distributor"]}, {"EU-AIA-23", "EU-AIA-24"}),
        (CV_RANKER | {"system_roles": ["distributor"]}, {"EU-AIA-24"}),
        (CV_RANKER | {"system_roles": ["authorised_representative"]}, {"EU-AIA-22-3"}),
        (CV_RANKER | {"system_roles": ["deployer"], "system_union_links": ["used"]}, set()),
        (CV_RANKER | {"system_roles": ["supplier"]}, set()),
        (CV_RANKER | {"system_roles": []}, set()),
        (CV_RANKER | {"system_method": "written_rules"}, set()),
        (CV_RANKER | {"system_limits": ["military"]}, set()),
        (SPELLING_GAME | FROM_ABROAD, set()),
        (SPELLING_GAME | {"system_roles": ["importer"]}, set()),
        (LIFT_BRAKE, set(OF_THE_PROVIDER)),
        (LIFT_BRAKE | {"system_roles": ["importer", "distributor"]}, {"EU-AIA-23", "EU-AIA-24"}),
        (CAR_BRAKE, set()),
        (CAR_BRAKE | {"system_roles": ["importer"]}, set()),
    ],
)
def test_who_owes_which_duties(facts: dict[str, Any], duties: set[str]) -> None:
    assert owed(facts) == duties
    assert not [one for one, got in findings(facts).items() if one in ALL and got.outcome is Outcome.NEEDS_FACTS]


@pytest.mark.parametrize("role", ["importer", "distributor", "deployer"])
@pytest.mark.parametrize(
    "change",
    [{"take_over": ["own_name"], "contract_keeps_provider": False}, {"take_over": ["substantial_change"]}],
)
def test_whoever_takes_the_system_over_owes_the_duties_of_a_provider(role: str, change: dict[str, Any]) -> None:
    facts = CV_RANKER | change | {"system_roles": [role, "takes_over"], "system_union_links": ["placed", "used"]}
    assert owed(facts) >= {*OF_THE_PROVIDER, "EU-AIA-49-1"}


def test_a_contract_can_leave_a_rebranded_system_with_its_provider() -> None:
    rebranded = {"take_over": ["own_name"], "contract_keeps_provider": True}
    assert owed(CV_RANKER | {"system_roles": ["distributor", "takes_over"]} | rebranded) == {"EU-AIA-24"}


def test_a_product_manufacturer_under_section_a_is_the_provider() -> None:
    assert owed(LIFT_BRAKE | {"system_roles": ["product_manufacturer"]}) == set(OF_THE_PROVIDER)


OLDER = {"system_placed_on": "2027-12-01", "significant_design_change": False}


@pytest.mark.parametrize(
    ("role", "duties"),
    [
        ("provider", OF_THE_PROVIDER),
        ("importer", ("EU-AIA-23",)),
        ("distributor", ("EU-AIA-24",)),
        ("authorised_representative", ("EU-AIA-22-3",)),
    ],
)
def test_systems_from_before_the_rules_are_left_alone(role: str, duties: tuple[str, ...]) -> None:
    older = findings(CV_RANKER | OLDER | {"system_roles": [role]})
    first_day = findings(CV_RANKER | OLDER | {"system_roles": [role], "system_placed_on": "2027-12-02"})
    changed = findings(CV_RANKER | OLDER | {"system_roles": [role], "significant_design_change": True})
    for one in duties:
        assert (one, older[one].outcome) == (one, Outcome.EXEMPT)
        assert (one, first_day[one].outcome) == (one, Outcome.APPLIES)
        assert (one, changed[one].outcome) == (one, Outcome.APPLIES)


def test_older_systems_for_public_authorities_comply_by_2030() -> None:
    got = findings(CV_RANKER | OLDER | {"users": ["public_authority"]})
    for one in OF_THE_PROVIDER:
        assert (one, got[one].outcome, got[one].applies_from) == (one, Outcome.APPLIES, date(2030, 8, 2))


# -- Registration --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "union", "national"),
    [
        (CV_RANKER, Outcome.APPLIES, Outcome.DOES_NOT_APPLY),
        (DAM_CONTROL, Outcome.EXEMPT, Outcome.APPLIES),
        (DAM_CONTROL | CV_RANKER | {"uses": ["infrastructure", "hiring"]}, Outcome.APPLIES, Outcome.APPLIES),
        (LIFT_BRAKE, Outcome.DOES_NOT_APPLY, Outcome.DOES_NOT_APPLY),
        (LIFT_THAT_HIRES, Outcome.APPLIES, Outcome.DOES_NOT_APPLY),
        (CAR_BRAKE, Outcome.DOES_NOT_APPLY, Outcome.DOES_NOT_APPLY),
    ],
)
def test_where_a_system_is_registered(facts: dict[str, Any], union: Outcome, national: Outcome) -> None:
    got = findings(facts)
    assert (got["EU-AIA-49-1"].outcome, got["EU-AIA-49-5"].outcome) == (union, national)


def test_a_filtered_use_is_not_registered_as_high_risk() -> None:
    facts = CV_RANKER | {"profiles_people": False, "part_in_decision": "narrow_step", "feeds_combined_decision": False}
    assert owed(facts) == set()


@pytest.mark.parametrize(("facts", "closed"), [(FACE_SEARCH, False), (POLICE_FACE_SEARCH, True), (CV_RANKER, False)])
def test_entries_for_law_enforcement_are_closed_and_shorter(facts: dict[str, Any], closed: bool) -> None:
    items = shown(findings(facts)["EU-AIA-49-1"])
    assert ("4-a" in items) is closed
    always = {f"VIII-A-{point}" for point in (1, 2, 3, 4, 5, 7, 10)}
    left_out = {f"VIII-A-{point}" for point in (6, 11, 12, 13)}
    assert always <= items
    assert items & left_out == (set() if closed else left_out)


def test_a_system_for_police_and_others_has_a_closed_and_an_open_entry() -> None:
    items = shown(findings(FACE_SEARCH | {"users": ["business", "law_enforcement"]})["EU-AIA-49-1"])
    assert {"4-a", *(f"VIII-A-{point}" for point in (6, 8, 9, 11, 12))} <= items


def test_a_stated_class_without_a_known_point_is_registered_too() -> None:
    facts = SYSTEM | {"uses": ["other"], "users": ["business"]}
    assert findings(facts, assume_high_risk_use="assumed")["EU-AIA-49-1"].outcome is Outcome.APPLIES


# -- The table of Article 43 ---------------------------------------------------------------------------------------

BIOMETRICS = {"1-a", "1-b", "1-s2-a", "1-s2-b", "1-s2-c", "1-s2-d", "1-s3"}
INTERNAL = {"2"}
SECTOR = {"3-s1", "3-s1-qms", "3-s2", "3-s3"}
BOTH_ANNEXES = {"3-s4"}
ROUTES = BIOMETRICS | INTERNAL | SECTOR | BOTH_ANNEXES


@pytest.mark.parametrize(
    ("facts", "routes"),
    [
        (FACE_SEARCH, BIOMETRICS),
        (POLICE_FACE_SEARCH, BIOMETRICS),
        (CV_RANKER, INTERNAL),
        (DAM_CONTROL, INTERNAL),
        (LIFT_BRAKE, SECTOR),
        (LIFT_THAT_HIRES, SECTOR | BOTH_ANNEXES),
    ],
)
def test_the_way_of_assessment_follows_the_class(facts: dict[str, Any], routes: set[str]) -> None:
    finding = findings(facts)["EU-AIA-43"]
    assert {step.id.partition("/")[2] for step in finding.obligation.steps} >= ROUTES
    assert shown(finding) & ROUTES == routes
    assert "route" in shown(finding)


@pytest.mark.parametrize(
    ("facts", "annex_vi", "annex_vii", "own_documentation"),
    [(FACE_SEARCH, True, True, True), (CV_RANKER, True, False, False), (LIFT_BRAKE, False, True, False)],
)
def test_the_annexes_follow_the_way(
    facts: dict[str, Any], annex_vi: bool, annex_vii: bool, own_documentation: bool
) -> None:
    items = shown(findings(facts)["EU-AIA-43"])
    assert ("VI-2" in items) is annex_vi
    assert ("VII-3.1-a" in items) is annex_vii
    assert ("VII-5.3" in items) is annex_vii
    # Annex VII, points 4.1, 4.2 and 4.7 stay outside the procedures of product law (Article 43(3)).
    assert items & {"VII-4.1", "VII-4.2-c", "VII-4.7"} == (
        {"VII-4.1", "VII-4.2-c", "VII-4.7"} if own_documentation else set()
    )


def test_no_notified_body_appears_where_none_takes_part() -> None:
    got = findings(CV_RANKER)
    assert shown(got["EU-AIA-18"]) & {"1-c", "1-d"} == set()
    assert shown(got["EU-AIA-48"]) & {"4-s1", "4-s2"} == set()
    assert "V-7" not in shown(got["EU-AIA-47"])
    assert "VIII-A-9" not in shown(got["EU-AIA-49-1"])


def test_a_stated_class_without_a_known_point_takes_internal_control() -> None:
    # Points 2 to 8 all do (Article 43(2)); nothing described here is biometric.
    got = findings(SYSTEM | {"uses": ["other"], "users": ["business"]}, assume_high_risk_use="assumed")["EU-AIA-43"]
    assert shown(got) & ROUTES == INTERNAL
    assert {"VI-2", "VI-3"} <= shown(got)


def test_an_unanswered_question_hides_no_way() -> None:
    facts = {key: value for key, value in CV_RANKER.items() if key not in {"body_findings", "product_laws", "uses"}}
    got = findings(facts, assume_high_risk_use="assumed")["EU-AIA-43"]
    assert got.outcome is not Outcome.DOES_NOT_APPLY
    assert shown(got) & ROUTES == ROUTES


# -- Check items and fines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("staff", "turnover", "facts", "duty", "item", "visible"),
    [
        (40, 5e6, CV_RANKER, "EU-AIA-17", "63-1", True),
        (600, 140e6, CV_RANKER, "EU-AIA-17", "63-1", False),
        (40, 5e6, LIFT_BRAKE, "EU-AIA-43", "62-2", True),
        (600, 140e6, LIFT_BRAKE, "EU-AIA-43", "62-2", False),
        (40, 5e6, CV_RANKER, "EU-AIA-43", "62-2", False),
    ],
)
def test_reliefs_for_small_firms_do_not_reach_mid_caps(
    staff: int, turnover: float, facts: dict[str, Any], duty: str, item: str, visible: bool
) -> None:
    size = {"staff": staff, "worldwide_turnover_eur": turnover, "balance_sheet_eur": turnover}
    assert (item in shown(findings(facts | size)[duty])) is visible


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ("EU-AIA-17/4", StepKind.RELIEF),
        ("EU-AIA-17/63-1", StepKind.OPTION),
        ("EU-AIA-17/1-g", StepKind.DUTY),
        ("EU-AIA-43/route", StepKind.GATE),
        ("EU-AIA-43/1-a", StepKind.OPTION),
        ("EU-AIA-43/4-s2", StepKind.RELIEF),
        ("EU-AIA-43/46-1", StepKind.OPTION),
        ("EU-AIA-49-1/VIII-A-13", StepKind.OPTION),
    ],
)
def test_choices_and_reliefs_are_no_duties(step: str, kind: StepKind) -> None:
    steps = {one.id: one for one in load().obligations[step.partition("/")[0]].steps}
    assert steps[step].kind is kind


def test_every_letter_of_the_quality_system_has_its_check_item() -> None:
    pinpoints = {step.pinpoint.pinpoint for step in load().obligations["EU-AIA-17"].steps}
    assert pinpoints >= {f"Art. 17(1)({letter})" for letter in "abcdefghijklm"}


@pytest.mark.parametrize(
    ("duty", "text"), [("EU-AIA-18", "Ten years"), ("EU-AIA-19", "Six months"), ("EU-AIA-22-3", "ten years")]
)
def test_how_long_papers_and_logs_are_kept(duty: str, text: str) -> None:
    deadline = load().obligations[duty].deadline
    assert deadline.kind is When.RETENTION
    assert text in deadline.text


@pytest.mark.parametrize(
    ("duty", "point"),
    [
        *((one, "Art. 99(4)(a)") for one in (*OF_THE_PROVIDER, "EU-AIA-49-1")),
        ("EU-AIA-22-3", "Art. 99(4)(b)"),
        ("EU-AIA-23", "Art. 99(4)(c)"),
        ("EU-AIA-24", "Art. 99(4)(d)"),
    ],
)
def test_the_point_behind_each_fine(duty: str, point: str) -> None:
    fine = load().obligations[duty].penalty
    assert fine is not None
    assert (fine.percent, fine.fixed) == (3, 15_000_000)
    assert point in {cite.pinpoint for cite in fine.cites}


@pytest.mark.parametrize("duty", ["EU-AIA-22", "EU-AIA-49-5"])
def test_what_the_act_leaves_to_national_penalties(duty: str) -> None:
    obligation = load().obligations[duty]
    assert obligation.penalty is None
    assert "Article 99(1)" in obligation.penalty_note


OPEN_PART = {"system_open_source": True, "system_monetised": False, "supplied_part": "tool"}


@pytest.mark.parametrize(
    "facts",
    [
        CV_RANKER | {"system_roles": ["takes_over"], "take_over": ["new_purpose"]},
        LIFT_BRAKE | {"system_roles": ["product_manufacturer"]},
    ],
    ids=["gives a system a high-risk purpose", "sells the system in its product"],
)
def test_open_parts_free_suppliers_and_never_the_provider_of_the_high_risk_system(facts: dict[str, Any]) -> None:
    also_supplier = facts | OPEN_PART | {"system_roles": [*facts["system_roles"], "supplier"]}
    assert findings(also_supplier)["EU-AIA-25-4"].outcome is Outcome.APPLIES
    assert findings(facts | OPEN_PART | {"system_roles": ["supplier"]})["EU-AIA-25-4"].outcome is Outcome.EXEMPT
