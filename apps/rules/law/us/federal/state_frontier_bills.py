"""States that were looked at and have no frontier statute, so that nobody has to wonder."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Force, Grade, Instrument, Openness, Relief, State, Status

_reported = partial(Cite, instrument="US-STATE-FRONTIER-NONE", grade=Grade.S)

NO_FRONTIER_STATUTE = Instrument(
    id="US-STATE-FRONTIER-NONE",
    title="Frontier bills of other states",
    short="Frontier bills elsewhere",
    jurisdiction="US",
    force=Force.PROPOSED,
    number="Michigan HB 4668, Tennessee SB 2171, Utah HB 286, Virginia HB 797 and others",
    summary="No frontier statute was found outside California, New York, Illinois and Connecticut: not in Michigan, "
    "Massachusetts, Tennessee or Utah; Virginia only studies one (its HB 2094 was vetoed in 2025); Colorado has none. "
    "Laws of Idaho and Nebraska are about chatbots; Idaho's, from July 2027, says that it makes no model developer "
    "liable for somebody else's chatbot. Not verified since 9 October 2026.",
    published_on=date(2026, 10, 9),
    openness=Openness(Relief.NONE, "Nothing is in force, so nothing depends on openness."),
    status=(
        Status(
            on=date(2026, 10, 9),
            state=State.PROPOSED,
            note="no act was found; not verified since",
            cite=_reported(pinpoint="surveys up to 2026-10-09"),
        ),
    ),
    sources=(_reported(pinpoint="surveys up to 2026-10-09"),),
)
