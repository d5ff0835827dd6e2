"""Age Appropriate Design Code: what online services likely to be used by children are held to."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Force, Grade, State, StepKind, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.decisions import serves_public
from apps.rules.law.facts.uk_online import uk_children
from apps.rules.law.uk.common import OFFERS_SYSTEM, USES_SYSTEM
from apps.rules.law.uk.data_protection import OUTSIDE, uk_controller

IN_FORCE, TRANSITION_ENDED = date(2020, 9, 2), date(2021, 9, 2)

AADC = instrument(
    "UK-AADC",
    "Age Appropriate Design Code (Children's Code)",
    "Children's Code",
    Force.GUIDANCE,
    "DPA 2018 s. 123",
    "A statutory code: courts and the regulator must take it into account, and not keeping to it is evidence of a "
    "breach of the UK GDPR. Reaches apps, chatbots and connected toys that people under 18 are likely to use; not "
    "services that prevent harm or counsel. A review was announced (not verified).",
    "No exception for open source or small firms.",
    Happening(IN_FORCE, State.IN_FORCE, "in force", Grade.M),
    Happening(TRANSITION_ENDED, State.IN_FORCE, "transition ended", Grade.M),
    enforcer="Information Commission (until 29 September 2026 the Information Commissioner, ICO)",
    jurisdiction="UK",
)

_NOW = When.CONTINUOUS
design_for_children = duty(
    AADC,
    "UK-AADC-1",
    "Design the service for the children who use it",
    "Keep to the 15 standards of the code: put the interests of children first and set everything to the protective "
    "side by default. A child can consent to such services from 13 on.",
    "online service that people under 18 are likely to use",
    Topic.CHATBOTS,
    TRANSITION_ENDED,
    uk_controller & (OFFERS_SYSTEM | (USES_SYSTEM & serves_public)) & ~uk_children.is_("unlikely"),
    "standards 1 to 15",
    Grade.M,
    Deadline(kind=_NOW, text="From design on, and throughout."),
    "record against each standard",
    "The code has no fine of its own; breaches of the UK GDPR that it shows do.",
    ("interests", "Put the best interests of the child first.", "standard 1", _NOW, "record"),
    ("impact", "Assess the impact on children.", "standard 2", When.BEFORE_MARKET, "impact assessment"),
    ("age", "Fit the service to the ages of its users, or treat all as children.", "standard 3", _NOW, "age measures"),
    ("plain", "Explain in words children understand.", "standard 4", _NOW, "notices"),
    ("harm", "Do not use data in ways shown to harm children.", "standard 5", _NOW, "review"),
    ("rules", "Keep to your own published rules.", "standard 6", _NOW, "policies"),
    ("defaults", "Set privacy high by default.", "standard 7", _NOW, "settings"),
    ("little", "Collect no more than the service needs.", "standard 8", _NOW, "data list"),
    ("sharing", "Do not pass data on without a compelling reason.", "standard 9", _NOW, "log"),
    ("location", "Keep location off by default, and show when it is on.", "standard 10", _NOW, "settings"),
    ("parents", "Show the child when a parent watches.", "standard 11", _NOW, "interface"),
    ("profiling", "Keep profiling off by default.", "standard 12", _NOW, "settings"),
    ("nudges", "Do not nudge children to give away privacy.", "standard 13", _NOW, "interface review"),
    ("toys", "Make connected toys keep to the code.", "standard 14", _NOW, "tests"),
    ("tools", "Give children tools to use their rights.", "standard 15", _NOW, "interface"),
    (
        "counselling",
        "If the service only prevents harm or counsels, record it: the code does not reach it.",
        "DPA 2018 s. 123",
        _NOW,
        "note",
        StepKind.RELIEF,
    ),
    unless=OUTSIDE,
)
