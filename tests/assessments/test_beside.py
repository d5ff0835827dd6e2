"""The voluntary and international block: apart from duties on the page, in the report, as text and as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.assessments.document import assessment_document
from apps.assessments.plain_text import text_report
from apps.assessments.present import Filters, view
from apps.assessments.scope import read_scope
from apps.reports.render import render_html
from apps.rules.engine import Answer, Assessment, Interval, Profile, evaluate
from apps.rules.engine.profile import Value
from apps.rules.law import load

DAY = date(2026, 11, 23)
FILED = date(2025, 11, 19).toordinal()
SIGNED: dict[str, Any] = {
    "development": "own",
    "seat": "eu",
    "voluntary_steps": frozenset({"seoul", "hiroshima_report", "named_in_public", "good_practice"}),
    "voluntary_claims": frozenset({"hiroshima_approved", "presumption"}),
    "hiroshima_reported_on": Interval(FILED, FILED),
}


def assessed(only: tuple[str, ...] = ("EU", "INT"), **values: Value) -> Assessment:
    profile = Profile(answers={key: Answer(value=value) for key, value in values.items()}, title="Lab")
    return evaluate(load(), profile, as_of=DAY, jurisdictions=only)


def test_the_block_parts_what_is_expected_from_what_is_recommended() -> None:
    shown = view(assessed(**SIGNED))
    titles = [part.title.split(":")[0] for _, part in shown.beside]
    assert titles == [
        "Expected of you",
        "Recommended",
        "Background for everyone",
        "Binding on governments, not on you",
        "Shown once you answer more",
    ]
    duties = {row.anchor for group in shown.groups for row in group.rows}
    assert not [key for key in duties if key.startswith("INT-")]


def test_no_filter_by_outcome_counts_or_shows_it() -> None:
    whole = view(assessed(only=("INT",), **SIGNED))
    assert whole.marks == ()
    assert view(assessed(**SIGNED), filters=Filters(outcomes=frozenset({"applies"}))).beside == ()


def test_each_point_says_on_its_own_what_it_is_to_the_reader() -> None:
    rows = {row.anchor: row for row in view(assessed(**SIGNED)).rows}
    assert rows["INT-SEOUL-I"].standing.startswith("Expected of you")
    assert rows["INT-ISO-A5"].standing.startswith("Recommended")
    assert rows["INT-WH-1"].standing == ""
    assert rows["EU-AIA-4-1"].standing == ""


def test_it_stands_in_no_picture_and_no_list_of_what_comes_first() -> None:
    shown = view(assessed(**SIGNED))
    assert not [row for row in shown.first if row.jurisdiction == "INT"]
    assert shown.timeline is None or "INT" not in {lane.code for lane in shown.timeline.lanes}


def test_what_hangs_on_answers_is_a_list_apart_on_the_page_and_on_paper() -> None:
    *_, (_, waiting) = view(assessed(development="own", seat="eu")).beside
    assert {"INT-SEOUL-I", "INT-HAIP-1"} <= {row.anchor for row in waiting.rows}
    page = render_html(assessed(development="own"))
    assert 'id="international"' in page
    assert 'id="INT-SEOUL-I"' in page


def test_what_was_not_signed_shares_one_reason() -> None:
    shown = view(assessed(development="own", seat="eu", voluntary_steps=frozenset(), system_roles=frozenset()))
    (shared,) = [item for item in shown.no_duty if item.text.startswith("You neither signed nor claim it")]
    assert {"INT-SEOUL-I", "INT-WH-1", "INT-ISO-A5"} <= {row.anchor for row in shared.rows}
    assert shared.reason.text == shared.text
    assert "Shown once you answer more" not in [part.title for _, part in shown.beside]


def test_warnings_lead_to_the_rules_they_can_break() -> None:
    page = render_html(assessed(**SIGNED))
    for key in ("misleading_adherence_claim", "false_presumption_claim", "hiroshima_report_stale"):
        assert f'id="warning-{key}"' in page
    assert "EU-OTHER-CONSUMER" in page
    assert "19 November 2026" in page
    assert 'id="warnings"' not in render_html(assessed(**(SIGNED | {"voluntary_steps": frozenset({"seoul"})})))


def test_the_text_has_the_block_under_a_heading_of_its_own() -> None:
    assessment = assessed(**SIGNED)
    scope = read_scope(load(), today=DAY, jurisdictions="eu,int")
    text = text_report(assessment, (), scope)
    law, _, block = text.partition("VOLUNTARY AND INTERNATIONAL: NONE OF THIS IS A DUTY")
    assert "[INT-SEOUL-I]" in block
    assert "[INT-" not in law
    assert "Warning (hiroshima_report_stale)" in law
    assert "Beside the law: " in " ".join(law.split())


def test_json_lists_the_block_and_the_warnings() -> None:
    assessment = assessed(**SIGNED)
    document = assessment_document(assessment, (), jurisdictions=("EU", "INT"))
    assert "INT-SEOUL-I" in document["beside_the_law"]["expected"]
    assert "INT-ISO-A5" in document["beside_the_law"]["recommended"]
    assert [warning["id"] for warning in document["warnings"]] == [
        "misleading_adherence_claim",
        "false_presumption_claim",
        "hiroshima_report_stale",
    ]
    found = [finding for finding in document["findings"] if finding["jurisdiction"] == "INT"]
    assert {finding["force"] for finding in found} <= {"voluntary", "guidance", "treaty"}
    assert not [finding for finding in found if finding["penalty"] or finding["penalty_note"]]
    assert assessment_document(assessed(only=("EU",), **SIGNED), (), jurisdictions=("EU",))["beside_the_law"] is None


def test_it_can_be_asked_for_alone() -> None:
    scope = read_scope(load(), today=DAY, jurisdictions="int")
    assert scope.jurisdictions == ("INT",)
    assert scope.covered(load()) == ("INT",)
    assert "INT" in read_scope(load(), today=DAY).jurisdictions
