"""Washington, HB 2225: AI companion chatbots."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    ALWAYS,
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
from apps.rules.law.facts.us_chatbots import us_chatbot_limits, us_chatbot_traits
from apps.rules.law.us.common import in_state
from apps.rules.law.us.families.chatbots import (
    MINORS_KNOWN,
    OPERATES,
    SUSTAINS_RELATIONSHIP,
    TALKS,
    THREE_TRAITS,
)

HB2225 = instrument(
    "US-WA-HB2225",
    "AI companion chatbots",
    "Washington HB 2225",
    Force.STATUTE,
    "Laws of 2026, ch. 168",
    "From 2027: notice at the start and every three hours, hourly and with more protection where minors are known or "
    "it is made for them, no claim to be human, and a public protocol on self-harm and eating disorders with yearly "
    "counts. People may sue.",
    "No exception; business use by staff is outside.",
    Happening(date(2026, 3, 24), State.ADOPTED, "signed"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-WA",
    enforcer="Attorney General and private action",
    published_on=date(2026, 3, 24),
)
_cite = Cite(instrument="US-WA-HB2225", pinpoint="s. 2(1)", grade=Grade.S)
_TEST = contested(
    key="us-wa-companion-test",
    why="Most sources say that Washington looks at what a chatbot can do. One prints New York's three marks for it: "
    "remembering, asking about feelings unasked, and personal talk.",
    a=Reading("what it can do counts", ALWAYS),
    b=Reading("all three marks are needed", THREE_TRAITS),
    cites=(_cite,),
)
_SUSTAINS: Expr = us_chatbot_traits.any_of("relationship", "offered_as_companion")
_STIRS_FEELINGS: Expr = us_chatbot_traits.any_of("asks_feelings", "offered_as_companion")
_BUSINESS: Expr = us_chatbot_limits.includes("business") & contested(
    key="us-wa-business-bots",
    why="A business bot is out if it does not sustain a relationship and elicit emotional responses. Whether either of "
    "the two keeps it in, or only both, can be read either way.",
    a=Reading("either of the two keeps it in", ~_SUSTAINS & ~_STIRS_FEELINGS),
    b=Reading("only both keep it in", ~(_SUSTAINS & _STIRS_FEELINGS)),
    cites=(Cite(instrument="US-WA-HB2225", pinpoint="s. 2(1)(b)", grade=Grade.S),),
)
wa_companion = Definition(
    id="wa_companion_operator",
    title="Operator of an AI companion chatbot (Washington)",
    statement="you operate an AI companion as Washington understands it",
    denial="you operate no AI companion as Washington understands it",
    summary="Makes available AI with human-like answers that can sustain a relationship, for personal use. Business "
    "bots that keep up no relationship, games, voice devices and narrow school tools are out.",
    versions=(
        Version(
            since=date(2026, 3, 24),
            when=in_state("wa") & TALKS & OPERATES & SUSTAINS_RELATIONSHIP & _TEST,
            cites=(_cite,),
            unless=(
                CarveOut(
                    id="wa-companion-limits",
                    title="Business bots without relationship, games, voice devices, school tools (Washington)",
                    when=us_chatbot_limits.any_of("game", "voice_device", "education", "internal") | _BUSINESS,
                    cites=(Cite(instrument="US-WA-HB2225", pinpoint="s. 2(1)(b)", grade=Grade.S),),
                    removes="the act on companions",
                    keeps="the act, for business bots that sustain a relationship",
                ),
            ),
        ),
    ),
)
_OPERATOR: Expr = in_state("wa") & wa_companion
_PENALTY = "Consumer Protection Act: Attorney General and private action for actual damages and fees, no fixed sums."
_FROM = date(2027, 1, 1)

notice = duty(
    HB2225,
    "WA-1",
    "Say at the start and every three hours that it is AI (Washington)",
    "Tell users at the start and again; it must never claim to be human.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR,
    "ch. 168 s. 3",
    Grade.S,
    Deadline(kind=When.RECURRING, text="At the start and at least every three hours; hourly for minors."),
    "screens",
    _PENALTY,
)
minors = duty(
    HB2225,
    "WA-2",
    "Protect minors (Washington)",
    "Where minors are known or it is made for them: hourly notices, no sexual or suggestive content, none of eight "
    "manipulative techniques.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR & MINORS_KNOWN,
    "ch. 168 s. 4",
    Grade.S,
    ALWAYS_DUE,
    "filters, tests",
    _PENALTY,
)
protocol = duty(
    HB2225,
    "WA-3",
    "Have a public protocol on self-harm and eating disorders (Washington)",
    "Detect signs of suicide, self-harm and eating disorders, refer people to help, and publish the protocol.",
    "operator of an AI companion",
    Topic.SAFETY,
    _FROM,
    _OPERATOR,
    "ch. 168 s. 5",
    Grade.S,
    ALWAYS_DUE,
    "protocol, web page",
    _PENALTY,
)
counts = duty(
    HB2225,
    "WA-4",
    "Publish yearly counts of referrals (Washington)",
    "Publish each year how often users were referred to help.",
    "operator of an AI companion",
    Topic.INCIDENTS,
    _FROM,
    _OPERATOR,
    "ch. 168 s. 5",
    Grade.S,
    Deadline(kind=When.RECURRING, text="Every year."),
    "web page",
    _PENALTY,
)
