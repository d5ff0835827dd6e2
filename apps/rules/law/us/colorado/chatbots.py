"""Colorado, HB 26-1263: operators of conversational AI services."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Reading,
    State,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_chatbots import us_chatbot_limits
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.common import in_state
from apps.rules.law.us.families.chatbots import OPERATES, SIMULATES_FOR_PUBLIC, TALKS

HB26_1263 = instrument(
    "US-CO-HB26-1263",
    "Conversational artificial intelligence service operators",
    "Colorado chatbot act (HB 26-1263)",
    Force.STATUTE,
    "Sess. Laws 2026 ch. 208; C.R.S. 6-1-1708 (number to be settled)",
    "From 2027 services that mainly simulate conversation say that they are AI, protect minors, act on self-harm and "
    "claim no licence; reports to the Attorney General from July 2027. In force since 12 August 2026. Rules (4 CCR "
    "904-6) are proposed; the litigation on Colorado's other act may touch it.",
    "No exception for openness; tools for developers and research are outside.",
    Happening(date(2026, 5, 29), State.ADOPTED, "signed"),
    Happening(date(2026, 8, 12), State.IN_FORCE, "act takes effect"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "duties of operators"),
    Happening(date(2027, 7, 1), State.IN_FORCE, "yearly reports"),
    jurisdiction="US-CO",
    enforcer="Attorney General; no private action",
    published_on=date(2026, 5, 29),
)
co_chatbot_operator = Definition(
    id="co_chatbot_operator",
    title="Operator of a conversational AI service (Colorado)",
    statement="you operate a conversational service that Colorado's act covers",
    denial="you operate no conversational service that Colorado's act covers",
    summary="Makes available to the public an AI service that mainly simulates human conversation. Commerce and "
    "customer service, business productivity, narrow topics that cannot turn to sex or self-harm, voice devices, "
    "internal and school tools, games, features of other software and health-care bodies are out.",
    versions=(
        Version(
            since=date(2026, 5, 29),
            when=in_state("co") & TALKS & OPERATES & SIMULATES_FOR_PUBLIC,
            cites=(Cite(instrument="US-CO-HB26-1263", pinpoint="6-1-1701(3.5)(a), (15.5)", grade=Grade.S),),
            unless=(
                CarveOut(
                    id="co-chatbot-limits",
                    title="Commerce, harmless narrow topics, business, school, games, health bodies (Colorado)",
                    when=us_chatbot_limits.any_of(
                        "business", "internal", "voice_device", "game", "education", "feature"
                    )
                    | (us_chatbot_limits.includes("narrow") & us_chatbot_limits.includes("no_harm"))
                    | us_organisation.any_of("hipaa", "hipaa_associate", "care_provider"),
                    cites=(Cite(instrument="US-CO-HB26-1263", pinpoint="6-1-1701(3.5)(b)", grade=Grade.S),),
                    removes="the act on conversational services",
                    keeps="Colorado's other law, on decisions above all",
                ),
            ),
        ),
    ),
)
_OPERATOR: Expr = in_state("co") & co_chatbot_operator
_PENALTY = "Up to $20,000 per violation as a deceptive trade practice; Attorney General only."
_FROM = date(2027, 1, 1)
_BEFORE_2027 = contested(
    key="us-co-chatbot-age-estimation",
    why="The sentences on estimating ages have no first day of their own, and the act took effect on 12 August 2026. "
    "The Attorney General treats the whole act as effective on 1 January 2027.",
    a=Reading("ages are estimated since the act took effect", ALWAYS),
    b=Reading("nothing is owed before 2027", NEVER),
    cites=(Cite(instrument="US-CO-HB26-1263", pinpoint="6-1-1708(2)", grade=Grade.S),),
)

minors = duty(
    HB26_1263,
    "CO1263-2",
    "Estimate ages and protect minors (Colorado)",
    "Estimate ages by commercially reasonable means and heed clear signs. For known minors: AI notice at least every "
    "three hours and a true answer whether it is human, no unpredictable rewards, no sexual content or role-play, no "
    "fostering of dependence, tools on memory and privacy.",
    "operator of a conversational service",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR,
    "6-1-1708(2)",
    Grade.S,
    ALWAYS_DUE,
    "age method, filters, tests",
    _PENALTY,
    ("age", "Estimate ages; do not ignore clear signs.", "6-1-1708(2)", When.CONTINUOUS, "age method"),
    (
        "protect",
        "For minors: notices, limits on rewards, content and dependence.",
        "6-1-1708(2)(a)-(f)",
        When.CONTINUOUS,
        "tests",
    ),
    (
        "privacy",
        "Follow the Colorado Privacy Act's rules on minors.",
        "6-1-1708(2)(g)",
        When.CONTINUOUS,
        "privacy review",
    ),
    (
        "tools",
        "Give minors and parents tools for memory, training and privacy.",
        "6-1-1708(2)(h)",
        When.CONTINUOUS,
        "settings",
    ),
    earlier=(
        Version(
            since=date(2026, 8, 12),
            until=_FROM,
            when=_OPERATOR & _BEFORE_2027,
            cites=(Cite(instrument="US-CO-HB26-1263", pinpoint="6-1-1708(2)", grade=Grade.S),),
        ),
    ),
    note="Before 2027 at most the estimate of ages is owed.",
)
notice = duty(
    HB26_1263,
    "CO1263-3",
    "Say that it is AI (Colorado)",
    "Tell all users at the first interaction of the day, and persistently or every three hours.",
    "operator of a conversational service",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR,
    "6-1-1708(3)",
    Grade.S,
    Deadline(kind=When.RECURRING, text="At the first interaction of each day; persistently, or every three hours."),
    "screens",
    _PENALTY,
)
crisis = duty(
    HB26_1263,
    "CO1263-4",
    "Have a protocol for self-harm (Colorado)",
    "Refer people with signs of suicide or self-harm to help, and escalate.",
    "operator of a conversational service",
    Topic.SAFETY,
    _FROM,
    _OPERATOR,
    "6-1-1708(4)",
    Grade.S,
    ALWAYS_DUE,
    "protocol",
    _PENALTY,
)
no_claims = duty(
    HB26_1263,
    "CO1263-5",
    "Claim no licensed profession (Colorado)",
    "Do not say or suggest that answers come from a licensed health, legal or mental-health professional or a "
    "dietitian.",
    "operator of a conversational service",
    Topic.PROHIBITION,
    _FROM,
    _OPERATOR,
    "6-1-1708(5)",
    Grade.S,
    ALWAYS_DUE,
    "copy review",
    _PENALTY,
)
yearly_report = duty(
    HB26_1263,
    "CO1263-6",
    "Report to the Attorney General (Colorado)",
    "Report each year how many people were referred in a crisis, and your protocols.",
    "operator of a conversational service",
    Topic.INCIDENTS,
    date(2027, 7, 1),
    _OPERATOR,
    "6-1-1708(6)",
    Grade.S,
    Deadline(kind=When.RECURRING, text="Every year from 1 July 2027."),
    "report",
    _PENALTY,
)
