"""Utah, chapter 72 of Title 13: the Office of AI Policy and its agreements with those who take part."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Force, Grade, Instrument, Openness, Relief, State, Status

_cite = partial(Cite, instrument="US-UT-AIPA", grade=Grade.P)

UT_AIPA = Instrument(
    id="US-UT-AIPA",
    title="Artificial Intelligence Policy Act: Office of Artificial Intelligence Policy",
    short="Utah AI Policy Act",
    jurisdiction="US-UT",
    force=Force.VOLUNTARY,
    number="Utah Code 13-72; SB 149 (2024); Laws 2026 ch. 127",
    enforcer="Office of Artificial Intelligence Policy, which can remove a participant",
    url="https://le.utah.gov/xcode/Title13/Chapter72/13-72.html",
    summary="An office with which firms may agree on lighter rules while they test a product: up to 12 months, twice "
    "renewable by 12; since 6 May 2026 also agreements on how law is read. Taking part is free; who does must keep the "
    "agreement. Repealed on 1 July 2027; chapters 77 and 72a stay.",
    published_on=date(2024, 3, 13),
    openness=Openness(Relief.NONE, "Voluntary; open or closed makes no difference."),
    status=(
        Status(on=date(2024, 5, 1), state=State.IN_FORCE, note="office set up", published_on=date(2024, 3, 13)),
        Status(
            on=date(2026, 5, 6),
            state=State.IN_FORCE,
            note="joint interpretation agreements added",
            cite=_cite(pinpoint="Laws 2026 ch. 127"),
        ),
        Status(
            on=date(2027, 7, 1),
            state=State.REPEALED,
            note="chapter 72 ends; chapters 72a and 77 go on",
            cite=_cite(pinpoint="63I-2-213(2)"),
            published_on=date(2025, 5, 7),
        ),
    ),
    sources=(_cite(pinpoint="13-72", source="https://le.utah.gov/xcode/Title13/Chapter72/13-72.html"),),
)
