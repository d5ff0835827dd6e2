"""New York bills on training data and on marking content, passed by both houses and not signed."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Force, Grade, Instrument, Openness, Relief, State, Status

PENDING = Instrument(
    id="US-NY-PENDING",
    title="Bills on training data transparency (A.6578-B / S.6955-A) and provenance (S.6954-B / A.6540-E)",
    short="New York training-data and provenance bills",
    jurisdiction="US-NY",
    force=Force.PROPOSED,
    number="A.6578-B / S.6955-A; S.6954-B / A.6540-E (2025-2026)",
    enforcer="nobody yet",
    url="https://assembly.state.ny.us/leg/?bn=A6578B&term=2025",
    summary="Not law. Passed by both houses in June 2026; not verified since 26 September 2026, when neither had gone "
    "to the Governor. One would ask makers of generative systems for a summary of training data from 2027, the other "
    "for provenance data, with a ban on hosting systems that place none.",
    published_on=date(2025, 1, 1),
    openness=Openness(
        Relief.NONE,
        "Neither bill has an exception for open releases, and one would bind sites that host systems which place no "
        "marks. Not law.",
    ),
    status=(
        Status(on=date(2025, 1, 1), state=State.PROPOSED, note="session 2025-2026"),
        Status(
            on=date(2026, 6, 30),
            state=State.PROPOSED,
            note="passed by both houses in June 2026; action due by the end of the year; not verified since 2026-09-26",
            cite=Cite(instrument="US-NY-PENDING", pinpoint="A.6578-B; S.6954-B, status", grade=Grade.S),
        ),
    ),
    sources=(
        Cite(
            instrument="US-NY-PENDING",
            pinpoint="A.6578-B, bill record",
            grade=Grade.O,
            source="https://assembly.state.ny.us/leg/?bn=A6578B&term=2025",
        ),
    ),
)
