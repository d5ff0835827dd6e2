"""The examples of systems: made up, complete, and decided as the law decides such cases.

What is expected is written here by hand from the text of the AI Act, as amended in July 2026, and the acts around it,
and from the acts of the American states.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from apps.profiles.contradictions import contradictions
from apps.profiles.files import About, load_example
from apps.rules.engine import Assessment, Profile, evaluate
from apps.rules.law import load

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "systems"
FILES = sorted(FOLDER.glob("*.yaml"))
TODAY = date(2026, 11, 23)
ANNEX_III_FROM = date(2027, 12, 2)
ANNEX_I_FROM = date(2028, 8, 2)

BANS = tuple(f"EU-AIA-5-1-{point}" for point in "abcdefgh")
REQUIREMENTS = tuple(f"EU-AIA-{article}" for article in range(8, 16))
PROVIDER = (*REQUIREMENTS, "EU-AIA-17", "EU-AIA-43", "EU-AIA-47", "EU-AIA-48", "EU-AIA-72", "EU-AIA-73")
DEPLOYER = tuple(f"EU-AIA-26-{paragraph}" for paragraph in (1, 2, 4, 5, 6))


@dataclass(frozen=True)
class Expected:
    """Duties that apply, from a later day where one is given, and duties that do not (with carve-outs: are exempt)."""

    applies: tuple[str, ...]
    not_owed: tuple[str, ...]
    later: date | None = None
    later_duties: tuple[str, ...] = ()


EXPECTED = {
    # Annex III, point 4(a); a maker has no duties as user; registered, since no filter is claimed.
    "cv-ranker": Expected(
        ("EU-AIA-4-1",), (*BANS, *DEPLOYER, "EU-AIA-50-1", "EU-AIA-50-2"), ANNEX_III_FROM, (*PROVIDER, "EU-AIA-49-1")
    ),
    # An open model beneath frees neither the conversation nor the marking of its text.
    "support-chatbot": Expected(
        ("EU-AIA-4-1", "EU-AIA-50-1", "EU-AIA-50-2"), (*BANS, *PROVIDER, *DEPLOYER, "EU-AIA-50-4b")
    ),
    # Art. 5(1)(f): staff's emotions at work, for neither medical nor safety reasons.
    "call-centre-emotion": Expected(("EU-AIA-5-1-f", "EU-AIA-4-1"), (*PROVIDER, "EU-AIA-5-1-g", "EU-AIA-5-1-h")),
    # Annex I, Section A: a year later than Annex III, in no database entry, beside the law on devices.
    "skin-app": Expected(("EU-OTHER-MDR",), (*BANS, "EU-AIA-49-1", *DEPLOYER), ANNEX_I_FROM, PROVIDER),
    # Annex III, point 3(d); checking that somebody is who they claim to be is no banned use.
    "exam-proctoring": Expected(("EU-AIA-4-1",), (*BANS, *DEPLOYER), ANNEX_III_FROM, (*PROVIDER, "EU-AIA-49-1")),
    # Makes pictures: marking, with labels for whoever publishes deep fakes and not for the maker.
    "image-generator": Expected(
        ("EU-AIA-4-1", "EU-AIA-50-2"), (*PROVIDER, *DEPLOYER, "EU-AIA-50-1", "EU-AIA-50-4a", "EU-AIA-5-1-ba")
    ),
    # Annex III, point 5(b): maker and user at once, impact assessment and explanation included.
    "credit-score": Expected(
        ("EU-AIA-4-1",), BANS, ANNEX_III_FROM, (*PROVIDER, *DEPLOYER, "EU-AIA-27-1", "EU-AIA-86", "EU-AIA-49-1")
    ),
    # California and New York now, Washington and California's act on children from 2027; nothing of the Union's.
    "companion-app": Expected(
        ("CA243-a", "CA243-b", "CA243-c", "CA243-604", "NY47-1", "NY47-2"),
        (*BANS, "EU-AIA-4-1", "EU-AIA-50-1", "CT5-5a", "UT72A-1", "CA489-1", "BIPA-a"),
        date(2027, 1, 1),
        ("WA-1", "WA-2", "WA-3", "WA-4", "CA1119-11"),
    ),
    # One use, three answers: Illinois forbids effects and wants notice, the city an audit, Colorado all of it in 2027.
    "applicant-screening": Expected(
        ("IL3773-1", "IL3773-2", "NYC-871-a1", "NYC-AUDIT", "NYC-DATA", "EEO-1"),
        (*BANS, *PROVIDER, *DEPLOYER, "AIVIA-5", "CT5-8", "FEHA-9f", "CCPA-7220", "PRIV-CO-1"),
        date(2027, 1, 1),
        ("CO189-1703", "CO189-1704-1", "CO189-1704-3", "CO189-1705-1"),
    ),
    # Art. 2(12): literacy falls too; plain that it is a machine, and code is no content to be marked as such.
    "coding-assistant": Expected((), ("EU-AIA-4-1", "EU-AIA-50-1", *BANS, *PROVIDER)),
}


def _read(slug: str) -> tuple[About, Profile]:
    path = FOLDER / f"{slug}.yaml"
    return load_example(path.read_bytes(), load(), name=path.name)


def _assess(slug: str, as_of: date = TODAY) -> Assessment:
    return evaluate(load(), _read(slug)[1], as_of=as_of)


def _outcomes(assessment: Assessment, duties: tuple[str, ...]) -> dict[str, str]:
    return {duty: str(assessment.by_id[duty].outcome) for duty in duties}


def test_each_has_an_expected_result() -> None:
    assert {path.stem for path in FILES} == set(EXPECTED)


@pytest.mark.parametrize("slug", EXPECTED)
def test_the_file_says_what_it_shows_and_claims_to_be_nobodys_product(slug: str) -> None:
    about, profile = _read(slug)
    assert about.slug == slug
    assert "Shows " in about.summary
    assert (about.developer, about.released, about.sources) == ("", "", ())
    assert not profile.readings, "An example settles no contested point."
    values = {key: answer.value for key, answer in profile.answers.items()}
    assert None not in values.values()
    assert not contradictions(values)


@pytest.mark.parametrize("slug", EXPECTED)
def test_no_question_is_left_open(slug: str) -> None:
    still = {fact for finding in _assess(slug).findings for fact in finding.open_facts}
    assert not still


@pytest.mark.parametrize("slug", EXPECTED)
def test_what_applies_and_what_does_not(slug: str) -> None:
    assessment, expected = _assess(slug), EXPECTED[slug]
    assert set(_outcomes(assessment, expected.applies).values()) <= {"applies"}
    owed = {duty for duty, outcome in _outcomes(assessment, expected.not_owed).items() if outcome == "applies"}
    assert not owed
    assert "needs_facts" not in _outcomes(assessment, expected.not_owed).values()


@pytest.mark.parametrize("slug", [slug for slug, expected in EXPECTED.items() if expected.later])
def test_high_risk_duties_start_on_the_later_days(slug: str) -> None:
    expected = EXPECTED[slug]
    for duty in expected.later_duties:
        finding = _assess(slug).by_id[duty]
        assert (duty, str(finding.outcome), finding.applies_from) == (duty, "applies", expected.later)
        assert str(finding.timing) == "upcoming"
