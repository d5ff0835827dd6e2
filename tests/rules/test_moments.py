"""The days on which a finding can change: between them nothing moves, and on them a part of the rules is enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from apps.rules.engine import Answer, Assessment, Finding, Profile, evaluate
from apps.rules.engine.profile import Value
from apps.rules.law import load
from tests.rules.strategies import profiles

ONE_DAY = timedelta(days=1)
TODAY = date(2026, 11, 23)
BOOK = load()
TRIES = (Phase.explicit, Phase.reuse, Phase.generate)
few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=TRIES)


def stands(findings: Mapping[str, Finding], key: str) -> Any:
    """All that decides how a duty is shown."""
    found = findings.get(key)
    if found is None:
        return None
    decision = found.decision
    wording = id(decision.version.version)
    return found.outcome, found.timing, found.applies_from, found.live, decision.contested, bool(found.beside), wording


def days_of(on: date, clock: str) -> dict[str, date]:
    return {"as_of": on, "known_on": TODAY} if clock == "as_of" else {"as_of": TODAY, "known_on": on}


def differing(before: Assessment, after: Assessment) -> set[str]:
    keys = before.by_id.keys() | after.by_id.keys()
    return {key for key in keys if stands(before.by_id, key) != stands(after.by_id, key)}


# New Year's laws of the states; the first days of the Digital Omnibus; the day it was published; the reform of UK law.
@pytest.mark.parametrize(
    ("clock", "on"),
    [
        ("as_of", date(2027, 1, 1)),
        ("as_of", date(2026, 8, 2)),
        ("known_on", date(2026, 7, 24)),
        ("known_on", date(2026, 2, 5)),
    ],
)
def test_only_the_named_rules_change_on_a_day_and_a_part_decides_them_alike(clock: str, on: date) -> None:
    moments = getattr(BOOK.moments, clock)

    @few
    @given(profiles(BOOK))
    def holds(values: dict[str, Value]) -> None:
        profile = Profile(answers={key: Answer(value=value) for key, value in values.items()})
        before = evaluate(BOOK, profile, **days_of(on - ONE_DAY, clock))
        after = evaluate(BOOK, profile, **days_of(on, clock))
        assert differing(before, after) <= moments[on]
        part = evaluate(BOOK, profile, **days_of(on, clock), only=moments[on])
        assert part.definitions == {}
        assert part.by_id.keys() == after.by_id.keys() & moments[on]
        assert [k for k in part.by_id if stands(part.by_id, k) != stands(after.by_id, k)] == []

    holds()


def test_every_day_on_which_a_version_begins_or_ends_is_a_moment_of_its_duty() -> None:
    for duty in BOOK.obligations.values():
        for version in duty.versions:
            days = (version.since, version.until)
            assert all(duty.id in BOOK.moments.as_of[on] for on in days if on), duty.id
            published = (BOOK.published(version), version.replaced_on)
            assert all(duty.id in BOOK.moments.known_on[on] for on in published if on), duty.id


def test_a_stay_is_a_moment_of_the_duties_of_its_act() -> None:
    stayed = {i.id for i in BOOK.instruments.values() if any(not step.state.live for step in i.status)}
    for duty in BOOK.obligations.values():
        if duty.instrument in stayed:
            steps = BOOK.instruments[duty.instrument].status
            assert all(duty.id in BOOK.moments.as_of[step.on] for step in steps), duty.id


def test_compiled_rules_are_kept_up_to_a_limit_and_shared_between_boundaries() -> None:
    first = BOOK.program(date(2026, 11, 21), TODAY)
    assert BOOK.program(date(2026, 11, 22), TODAY) is first
    some = frozenset({"EU-AIA-53-1-d"})
    part = BOOK.program(date(2026, 11, 21), TODAY, some)
    assert part is BOOK.program(date(2026, 11, 22), TODAY, some)
    assert [rule.obligation.id for rule in part.rules] == ["EU-AIA-53-1-d"]
