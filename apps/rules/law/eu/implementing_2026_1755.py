"""Implementing Regulation (EU) 2026/1755: how the Commission conducts proceedings on general-purpose models."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Force, Grade, Instrument, State, Status

_reported = partial(Cite, instrument="IR-2026-1755", grade=Grade.S)

IMPLEMENTING_2026_1755 = Instrument(
    id="IR-2026-1755",
    title="Detailed arrangements for certain proceedings under the AI Act on general-purpose models",
    short="Implementing Regulation on GPAI proceedings",
    jurisdiction="EU",
    force=Force.REGULATION,
    number="Implementing Regulation (EU) 2026/1755",
    enforcer="Commission (AI Office)",
    summary="Procedure for evaluations under Article 92 and fines under Article 101 of the AI Act, interim measures "
    "included. It puts no duty of its own on providers. Its text was not read; its first day, about August 2026, is "
    "not verified.",
    published_on=date(2026, 7, 21),
    status=(
        Status(on=date(2026, 7, 20), state=State.ADOPTED, note="adopted", cite=_reported(pinpoint="adoption")),
        Status(
            on=date(2026, 8, 10),
            state=State.IN_FORCE,
            note="about August 2026, unverified: counted as the 20th day after publication, as the draft had it",
            cite=_reported(pinpoint="entry into force", note="Computed from the draft; not read in the text."),
            published_on=date(2026, 7, 21),
        ),
    ),
    sources=(
        _reported(pinpoint="whole act"),
        Cite(
            instrument="IR-2026-1755",
            pinpoint="draft Ares(2026)2709234, heading",
            grade=Grade.P,
            note="Consulted from 12 March to 9 April 2026.",
        ),
    ),
)
