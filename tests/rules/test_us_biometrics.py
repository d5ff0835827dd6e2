"""Biometric statutes of Illinois, Texas, Washington and Colorado: which purposes count, since when, who is out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from apps.rules.engine import Certainty, Outcome, Timing
from tests.rules.us_assess import assess, found, owed, without

DAY = timedelta(days=1)
FIRM: dict[str, Any] = {
    "development": "own",
    "system_roles": ["deployer"],
    "system_method": "learned",
    "us_states": ["nationwide"],
    "us_organisation": [],
    "us_biometrics": ["identify"],
}
BIPA = [f"BIPA-{letter}" for letter in "abcde"]
YES, NO = Outcome.APPLIES, Outcome.DOES_NOT_APPLY


@pytest.mark.parametrize("duty", BIPA)
def test_illinois_reaches_every_purpose(duty: str) -> None:
    for purpose in ("identify", "train", "security", "other"):
        assert owed(FIRM | {"us_biometrics": [purpose]}, duty) is YES
    free = {"us_biometrics": ["train"], "weights_public": True, "system_roles": []}
    assert owed(FIRM | free, duty) is YES
    assert owed(FIRM | {"us_biometrics": []}, duty) is NO
    assert owed(without(FIRM, "us_biometrics"), duty) is Outcome.NEEDS_FACTS
    assert owed(FIRM | {"us_states": ["tx"]}, duty) is NO


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"us_organisation": ["bank"]}, Outcome.EXEMPT),
        ({"us_organisation": ["financial"]}, Outcome.EXEMPT),
        ({"us_organisation": ["government"]}, Outcome.EXEMPT),
        ({"us_organisation": ["care_provider"]}, YES),
        ({"us_organisation": ["care_provider"], "us_biometrics": ["treatment"]}, Outcome.EXEMPT),
        ({"us_organisation": ["care_provider"], "us_biometrics": ["treatment", "identify"]}, YES),
    ],
)
def test_who_is_outside_in_illinois(change: dict[str, Any], outcome: Outcome) -> None:
    assert owed(FIRM | change, "BIPA-b") is outcome


@pytest.mark.parametrize(
    ("purposes", "before", "since"),
    [
        (["identify"], YES, YES),
        (["other"], YES, YES),
        (["treatment"], YES, YES),
        (["train"], YES, NO),
        (["train", "identify"], YES, YES),
        (["security"], YES, NO),
        (["security", "identify"], YES, YES),
        (["security", "identify", "security_only"], YES, NO),
        (["bank_voice"], NO, NO),
        ([], NO, NO),
    ],
)
def test_texas_exempts_development_and_security_since_2026(
    purposes: list[str], before: Outcome, since: Outcome
) -> None:
    facts = FIRM | {"us_biometrics": purposes}
    amended = date(2026, 1, 1)
    assert owed(facts, "CUBI-1", amended) is since
    assert owed(facts, "CUBI-1", amended, date(2025, 6, 21)) is before
    assert found(facts, "CUBI-1", amended - DAY).outcome is before
    assert owed(facts, "TX-TRAIGA-54c", amended) is since


def test_texas_was_read_in_secondary_sources() -> None:
    assert found(FIRM, "CUBI-1").certainty is Certainty.UNVERIFIED


@pytest.mark.parametrize(
    ("duty", "first"),
    [
        ("BIPA-b", date(2008, 10, 3)),
        ("CUBI-1", date(2009, 4, 1)),
        ("WA-BIO-1", date(2017, 7, 23)),
        ("CO-BIO-1", date(2025, 7, 1)),
    ],
)
def test_each_act_starts_on_its_day(duty: str, first: date) -> None:
    assert found(FIRM, duty, first).timing is Timing.IN_FORCE
    eve = assess(FIRM, first - DAY, first).by_id[duty]
    assert (eve.outcome, eve.timing) == (YES, Timing.UPCOMING)


@pytest.mark.parametrize("purpose", ["train", "security"])
def test_washington_counts_all_biometric_data_as_health_data_since_2024(purpose: str) -> None:
    facts = FIRM | {"us_biometrics": [purpose]}
    first = date(2024, 3, 31)
    assert owed(facts, "WA-BIO-1", first) is YES
    assert found(facts, "WA-BIO-1", first - DAY).timing is not Timing.IN_FORCE
    assert owed(facts, "CO-BIO-1") is YES
    assert found(facts, "CO-BIO-1").certainty is Certainty.UNVERIFIED
