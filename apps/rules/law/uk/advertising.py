"""Advertising codes (CAP and BCAP): self-regulation, with AI like any other means."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.uk.common import IN_THE_COUNTRY

SINCE = date(2010, 9, 1)
ADS = instrument(
    "UK-ADS",
    "CAP and BCAP advertising codes",
    "Advertising codes",
    Force.VOLUNTARY,
    "CAP Code; BCAP Code",
    "Self-regulation, with referral to the authorities that can fine; the broadcast code under Ofcom. There are no "
    "rules for AI alone and no general duty to label it, as the regulator says; an advert must not mislead, exaggerate "
    "or offend, whoever or whatever made it.",
    "Nothing depends on openness.",
    Happening(SINCE, State.IN_FORCE, "codes in force (day from memory)", Grade.M),
    enforcer="Advertising Standards Authority",
    jurisdiction="UK",
)
_ADVERTISES: Expr = IN_THE_COUNTRY & uk_activities.includes("advertises")
_PENALTY = "Withdrawal of the advert, published ruling; referral to trading standards or the CMA."

proof = duty(
    ADS,
    "UK-ADS-1",
    "Hold proof of what you claim AI can do",
    "Hold evidence for claims about AI and its performance before you publish them.",
    "advertiser",
    Topic.TRANSPARENCY,
    SINCE,
    _ADVERTISES,
    "CAP Code section 3",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="Before publication."),
    "substantiation file",
    _PENALTY,
)
honest_pictures = duty(
    ADS,
    "UK-ADS-2",
    "Show no results by generated pictures that the product does not give",
    "Do not use generated or altered images that misrepresent what the product does. Say that AI was used where "
    "leaving it out would mislead.",
    "advertiser",
    Topic.TRANSPARENCY,
    SINCE,
    _ADVERTISES,
    "CAP Code section 3",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="In each advert."),
    "review of images",
    _PENALTY,
)
automation = duty(
    ADS,
    "UK-ADS-3",
    "Answer for adverts that are made or targeted automatically",
    "Check adverts that a system makes, varies or targets: you answer for them as for your own.",
    "advertiser",
    Topic.TRANSPARENCY,
    SINCE,
    _ADVERTISES,
    "CAP Code, general rules",
    Grade.M,
    Deadline(kind=When.CONTINUOUS, text="While adverts run."),
    "sample checks",
    _PENALTY,
)
