"""Texas, SB 1188: practitioners who use AI for diagnosis."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Force, Grade, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.us_health import us_health_record_ai
from apps.rules.law.us.common import USES_SYSTEM, in_state

SB1188 = instrument(
    "US-TX-SB1188",
    "Artificial intelligence in health records",
    "Texas SB 1188",
    Force.STATUTE,
    "Health & Safety Code 183.005",
    "Since September 2025 practitioners who use AI for diagnosis or treatment review the records it makes and tell "
    "patients; records stay in the country from 2026. Stands beside TRAIGA's disclosure.",
    "Looks at practitioners.",
    Happening(date(2025, 9, 1), State.IN_FORCE, "applies"),
    Happening(date(2026, 1, 1), State.IN_FORCE, "records stored in the United States"),
    jurisdiction="US-TX",
    published_on=date(2025, 6, 20),
)
_PRACTITIONER = in_state("tx") & USES_SYSTEM & us_health_record_ai
_PENALTY = "$5,000 to $250,000; recalled tiers: negligent 5,000, knowing 25,000, for financial gain 250,000."
review_records = duty(
    SB1188,
    "TX1188-1",
    "Review records that AI makes (Texas)",
    "Use AI within your licence and review the records it makes by the standards of the medical board.",
    "health-care practitioner",
    Topic.DECISIONS,
    date(2025, 9, 1),
    _PRACTITIONER,
    "183.005",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="Each time."),
    "chart note",
    _PENALTY,
)
tell_patients = duty(
    SB1188,
    "TX1188-2",
    "Tell patients that AI is used (Texas)",
    "Tell patients that you use AI for diagnosis or treatment.",
    "health-care practitioner",
    Topic.TRANSPARENCY,
    date(2025, 9, 1),
    _PRACTITIONER,
    "183.005",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="When it is used."),
    "notice",
    _PENALTY,
)
