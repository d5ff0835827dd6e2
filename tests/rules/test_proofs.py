"""No rule that can never apply, no carve-out that can never matter: proved by z3 over all profiles."""

from __future__ import annotations

from datetime import date

import pytest

from apps.rules.engine import CarveOut
from apps.rules.engine.proofs import prove
from apps.rules.law import load
from tests.rules.toy import ART, OPEN, book, duty, general, weights

DAYS = [date(2025, 8, 2), date(2026, 7, 27), date(2026, 8, 2), date(2026, 11, 23), date(2026, 12, 2), date(2028, 8, 2)]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("as_of", DAYS)
def test_every_rule_can_apply_and_every_carve_out_can_matter(as_of) -> None:
    assert prove(load(), as_of, TODAY) == ()


@pytest.mark.parametrize("known_on", [date(2025, 8, 2), date(2026, 7, 23)])
def test_it_held_for_the_law_as_it_was_known_before_the_omnibus(known_on) -> None:
    assert prove(load(), known_on, known_on) == ()


def test_a_rule_that_can_never_apply_is_found() -> None:
    faults = prove(book(duty(when=general & ~general)), TODAY, TODAY)
    assert [(f.kind, f.item) for f in faults] == [("unreachable", "DUTY")]
    assert "can never apply to any profile" in faults[0].message


def test_a_carve_out_that_can_never_matter_is_found() -> None:
    idle = CarveOut(id="idle", title="idle", when=~general & weights, cites=(ART,))
    faults = prove(book(duty(unless=(idle,))), TODAY, TODAY)
    assert [(f.kind, f.item) for f in faults] == [("dead carve-out", "idle")]


def test_a_loss_that_another_loss_always_covers_is_found() -> None:
    same = CarveOut(id="twin", title="twin", when=OPEN.lost_when[0].when, cites=(ART,))
    first = CarveOut(id="first", title="first", when=weights, cites=(ART,), lost_when=(OPEN.lost_when[0], same))
    assert {f.item for f in prove(book(duty(unless=(first,))), TODAY, TODAY)} == {"charged", "twin"}


def test_numbers_days_and_choices_are_understood() -> None:
    assert prove(book(duty(unless=(OPEN,))), TODAY, TODAY) == ()
