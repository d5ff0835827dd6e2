"""The Commission's guidelines on AI systems: what an AI system is, banned practices, high-risk uses, transparency.

None of them binds. Lines they draw are `guidance(...)` switches that cite them, next to the provision they explain.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Force, Grade, Instrument, State, Status

_LIBRARY = "https://digital-strategy.ec.europa.eu/en/library"

_first = partial(Status, state=State.IN_FORCE)

GLD = Instrument(
    id="GLD",
    title="Commission guidelines on the definition of an artificial intelligence system",
    short="Guidelines on what an AI system is",
    jurisdiction="EU",
    force=Force.GUIDANCE,
    number="C(2025) 5053 final",
    enforcer="not binding",
    url=_LIBRARY,
    summary="How the Commission reads Article 3(1): what infers and what does not. Leaves out basic data handling, "
    "classical heuristics, optimisation aids and simple statistics. Known here at second hand only.",
    published_on=date(2025, 2, 6),
    status=(
        _first(on=date(2025, 2, 6), note="first published"),
        _first(on=date(2025, 7, 29), note="adopted in all languages"),
    ),
    sources=(Cite(instrument="GLD", pinpoint="C(2025) 5053 final", grade=Grade.M),),
)

GLP = Instrument(
    id="GLP",
    title="Commission guidelines on prohibited artificial intelligence practices",
    short="Guidelines on banned practices",
    jurisdiction="EU",
    force=Force.GUIDANCE,
    number="C(2025) 5052 final",
    enforcer="not binding",
    url=_LIBRARY,
    summary="How the Commission reads the eight bans of 2025, with examples on each side of the line. Says nothing on "
    "the two bans that start on 2 December 2026.",
    published_on=date(2025, 2, 4),
    status=(
        _first(on=date(2025, 2, 4), note="first published"),
        _first(on=date(2025, 7, 29), note="adopted in all languages"),
    ),
    sources=(Cite(instrument="GLP", pinpoint="C(2025) 5052 final", grade=Grade.O),),
)

GLH = Instrument(
    id="GLH",
    title="Draft Commission guidelines on the classification of high-risk AI systems",
    short="Draft guidelines on high-risk uses",
    jurisdiction="EU",
    force=Force.GUIDANCE,
    number="draft of 19 May 2026",
    enforcer="not binding",
    url=_LIBRARY,
    summary="How the Commission means to read Article 6 and Annexes I and III. Still a draft when last seen in "
    "September 2026, and older than the Digital Omnibus on AI; the final text is announced for the end of 2026.",
    published_on=date(2026, 5, 19),
    status=(
        Status(on=date(2026, 5, 19), state=State.PROPOSED, note="published as a draft; comments until 23 July 2026"),
    ),
    sources=(Cite(instrument="GLH", pinpoint="Sections III and IV", grade=Grade.O, note="draft"),),
)

GLT = Instrument(
    id="GLT",
    title="Commission guidelines on the transparency duties of Article 50",
    short="Guidelines on transparency",
    jurisdiction="EU",
    force=Force.GUIDANCE,
    number="C(2026) 5054 final",
    enforcer="not binding",
    url=_LIBRARY,
    summary="How the Commission reads the duties to tell people about AI and to mark what it makes. Read here only in "
    "extracts, so a line it draws never switches off a duty unseen.",
    published_on=date(2026, 7, 20),
    status=(_first(on=date(2026, 7, 20), note="published"),),
    sources=(Cite(instrument="GLT", pinpoint="C(2026) 5054 final", grade=Grade.S),),
)
