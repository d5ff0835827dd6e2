"""Oregon, SB 1546: AI companions."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Cite, Deadline, Definition, Expr, Force, Grade, State, Topic, Version, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_chatbots import us_chatbot_limits
from apps.rules.law.us.common import in_state
from apps.rules.law.us.families.chatbots import COULD_MISLEAD, MINORS_SUSPECTED, OPERATES, TALKS, THREE_TRAITS

SB1546 = instrument(
    "US-OR-SB1546",
    "AI companions",
    "Oregon SB 1546",
    Force.STATUTE,
    "Or. Laws 2026 ch. 85",
    "From 2027 operators of systems designed to simulate a lasting human-like relationship give notice, act on "
    "self-harm, protect minors and report each year. People may sue. How often minors are reminded (hourly or every "
    "three hours) is unresolved: hourly is the safe setting.",
    "No exception; what is not designed as a companion is outside.",
    Happening(date(2026, 3, 31), State.ADOPTED, "signed"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-OR",
    enforcer="Private action only",
    published_on=date(2026, 3, 31),
)
or_companion = Definition(
    id="or_companion_operator",
    title="Operator of an AI companion (Oregon)",
    statement="you operate an AI companion as Oregon understands it",
    denial="you operate no AI companion as Oregon understands it",
    summary="Designed to simulate a lasting platonic, intimate or romantic relationship: remembers, asks about "
    "feelings unasked, and keeps up personal talk. Software kept solely to customer service, care support, education, "
    "finance, business or research is out.",
    versions=(
        Version(
            since=date(2026, 3, 31),
            when=in_state("or") & TALKS & OPERATES & THREE_TRAITS,
            cites=(Cite(instrument="US-OR-SB1546", pinpoint="s. 1(1)(a)(A)", grade=Grade.P),),
            unless=(
                CarveOut(
                    id="or-companion-limits",
                    title="Solely customer service, care, education, finance, business; games; voice devices (Oregon)",
                    when=us_chatbot_limits.any_of(
                        "business", "care", "education", "finance", "game", "voice_device", "internal"
                    ),
                    cites=(Cite(instrument="US-OR-SB1546", pinpoint="s. 1(1)(a)(B)", grade=Grade.P),),
                    removes="the act on companions",
                    keeps="everything for other bots",
                ),
            ),
        ),
    ),
)
_OPERATOR: Expr = in_state("or") & or_companion
_PENALTY = "Private action: the greater of actual damages or $1,000 per violation, and fees."
_FROM = date(2027, 1, 1)

notice = duty(
    SB1546,
    "OR-1",
    "Say that it is AI where it could be taken for a human (Oregon)",
    "Tell users that they talk to AI if a reasonable person would take it for a human.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR & COULD_MISLEAD,
    "ch. 85 s. 1",
    Grade.S,
    ALWAYS_DUE,
    "screens",
    _PENALTY,
)
protocol = duty(
    SB1546,
    "OR-2",
    "Have a protocol for self-harm (Oregon)",
    "Detect signs, interrupt the talk and refer people to a crisis line.",
    "operator of an AI companion",
    Topic.SAFETY,
    _FROM,
    _OPERATOR,
    "ch. 85 s. 1",
    Grade.S,
    ALWAYS_DUE,
    "protocol",
    _PENALTY,
)
minors = duty(
    SB1546,
    "OR-3",
    "Protect minors (Oregon)",
    "Where you have reason to believe that a user is a minor: say that it is AI, remind of breaks, claim no humanity "
    "or feelings, no romance or sex, no reward schedules, no guilt at leaving.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR & MINORS_SUSPECTED,
    "ch. 85 s. 1",
    Grade.S,
    Deadline(kind=When.RECURRING, text="Reminders hourly, to be safe."),
    "screens, tests",
    _PENALTY,
    note="The interval is unresolved: one comparison of the text says every three hours, other sources hourly.",
)
yearly_report = duty(
    SB1546,
    "OR-4",
    "Publish a yearly report (Oregon)",
    "Publish each year how often users were referred to help, and your protocols.",
    "operator of an AI companion",
    Topic.INCIDENTS,
    _FROM,
    _OPERATOR,
    "ch. 85 s. 1",
    Grade.S,
    Deadline(kind=When.RECURRING, text="Every year."),
    "report",
    _PENALTY,
)
