"""Connecticut, Public Act 26-15 (Senate Bill 5): the instrument of sections 2 and 15."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Force, Grade, Instrument, Openness, Relief, State, Status

_cite = partial(Cite, instrument="US-CT-PA26-15", grade=Grade.P)

SIGNED = date(2026, 5, 27)
APPLIES_FROM = date(2026, 10, 1)
CHANNEL_FROM = date(2027, 1, 1)

CT_PA_26_15 = Instrument(
    id="US-CT-PA26-15",
    title="An Act Concerning Online Safety, sections 2 and 15",
    short="Connecticut Public Act 26-15",
    jurisdiction="US-CT",
    force=Force.STATUTE,
    number="Public Act 26-15, ss. 2 and 15 (Substitute SB 5)",
    enforcer="Attorney General; no private action",
    url="https://www.cga.ct.gov/2026/act/pa/pdf/2026PA-00015-R00SB-00005-PA.pdf",
    summary="Section 2 protects employees of frontier developers who report risks; section 15 asks makers of picture, "
    "sound or video generators with more than a million monthly users, open to consumers, for provenance data. Both "
    "since 1 October 2026. No framework, report or audit on models.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception by licence in either section. Section 15 leaves out systems with no more than a million monthly "
        "users and systems for businesses alone; section 2 brings only duties towards employees who report.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_cite(pinpoint="P.A. 26-15")),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="sections 2 and 15 take effect",
            cite=_cite(pinpoint="ss. 2, 15"),
            published_on=SIGNED,
        ),
        Status(
            on=CHANNEL_FROM,
            state=State.IN_FORCE,
            note="internal channel of large frontier developers due",
            cite=_cite(pinpoint="s. 2(c)"),
            published_on=SIGNED,
        ),
    ),
    sources=(
        _cite(
            pinpoint="ss. 1, 2, 15",
            source="https://www.cga.ct.gov/2026/act/pa/pdf/2026PA-00015-R00SB-00005-PA.pdf",
        ),
    ),
)
