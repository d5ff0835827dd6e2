"""Connecticut, Public Act 26-15, sections 4 to 6: AI companions."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Relief,
    State,
    Topic,
    Version,
    When,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_chatbots import us_chatbot_limits, us_chatbot_part, us_chatbot_traits
from apps.rules.law.us.common import in_state
from apps.rules.law.us.families.chatbots import COULD_MISLEAD, MINORS_SUSPECTED, SUSTAINS_RELATIONSHIP, TALKS

CT_COMPANIONS = instrument(
    "US-CT-SB5-COMPANION",
    "An Act Concerning Online Safety, sections 4 to 6: AI companions",
    "Connecticut P.A. 26-15, companions",
    Force.STATUTE,
    "Public Act 26-15, ss. 4-6",
    "From 2027 operators of AI companions act on signs of self-harm and violence, say that it is a machine where it "
    "seems human, and protect minors they have reason to believe are there.",
    "A supplier of a model or system is outside as far as it does not alone determine use, interface or setting: that "
    "spares most open releases.",
    Happening(date(2026, 5, 27), State.ADOPTED, "signed", Grade.P),
    Happening(date(2027, 1, 1), State.IN_FORCE, "applies", Grade.P),
    jurisdiction="US-CT",
    enforcer="Attorney General only",
    relief=Relief.FUNCTIONAL,
    published_on=date(2026, 5, 27),
)
SUPPLIER = CarveOut(
    id="ct-companion-supplier",
    title="Suppliers of models and systems (Connecticut)",
    when=us_chatbot_part.is_("supplier"),
    cites=(Cite(instrument="US-CT-SB5-COMPANION", pinpoint="s. 4(1)(B)(vii)", grade=Grade.P),),
    removes="the sections on companions, as far as you do not alone determine use, interface or setting",
    keeps="Everything for whoever offers the companion to people.",
)
LIMITED = CarveOut(
    id="ct-companion-limits",
    title="Business, service, care support, education, games, voice devices, narrow tasks (Connecticut)",
    when=(
        us_chatbot_limits.any_of("business", "care", "education", "finance", "internal")
        & ~us_chatbot_traits.includes("offered_as_companion")
    )
    | us_chatbot_limits.any_of("game", "voice_device")
    | (us_chatbot_limits.includes("narrow") & ~us_chatbot_limits.includes("mental_health")),
    cites=(Cite(instrument="US-CT-SB5-COMPANION", pinpoint="s. 4(1)(B)(i)-(vi)", grade=Grade.P),),
    removes="the sections on companions, for bots kept to such a purpose",
    keeps="everything for business, service and school bots offered as companions, and for bots on mental health",
)
ct_companion = Definition(
    id="ct_companion_operator",
    title="Operator of an AI companion (Connecticut)",
    statement="you operate an AI companion as Connecticut understands it",
    denial="you operate no AI companion as Connecticut understands it",
    summary="Provides or operates AI with human-like, adaptive answers that can sustain a relationship over many "
    "interactions, for personal use.",
    versions=(
        Version(
            since=date(2026, 5, 27),
            when=in_state("ct") & TALKS & SUSTAINS_RELATIONSHIP,
            cites=(Cite(instrument="US-CT-SB5-COMPANION", pinpoint="s. 4(1)(A), (5), (7)", grade=Grade.P),),
            unless=(SUPPLIER, LIMITED),
        ),
    ),
)
_OPERATOR: Expr = in_state("ct") & ct_companion
_PENALTY = "Unfair trade practice, Attorney General only; up to $5,000 per wilful violation (not verified)."
_FROM = date(2027, 1, 1)

protocol = duty(
    CT_COMPANIONS,
    "CT5-5a",
    "Have a public protocol on self-harm and violence (Connecticut)",
    "Detect clear signs of suicide, self-harm or imminent violence by evidence-based methods, refer people to help, "
    "escalate on repetition, let it claim no humanity, and publish the protocol.",
    "operator of an AI companion",
    Topic.SAFETY,
    _FROM,
    _OPERATOR,
    "s. 5(a)",
    Grade.P,
    ALWAYS_DUE,
    "protocol, web page",
    _PENALTY,
)
notice = duty(
    CT_COMPANIONS,
    "CT5-5b",
    "Say that it is a machine where it seems human (Connecticut)",
    "If a reasonable person would take it for a human, show a fixed notice, or tell users at the first interaction of "
    "a day and again.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR & COULD_MISLEAD,
    "s. 5(b)",
    Grade.P,
    Deadline(
        kind=When.RECURRING,
        text="At the first interaction in 24 hours, then hourly for minors and every three hours for adults.",
    ),
    "screens",
    _PENALTY,
)
minors = duty(
    CT_COMPANIONS,
    "CT5-6",
    "Protect minors from listed harms (Connecticut)",
    "For users you have reason to believe are under 18 take measures in use in the industry against the listed harms, "
    "and give tools for screen time and accounts.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    _FROM,
    _OPERATOR & MINORS_SUSPECTED,
    "s. 6",
    Grade.P,
    ALWAYS_DUE,
    "measures, tools",
    _PENALTY,
    (
        "harms",
        "Measures against self-harm, sexual or romantic talk, manipulation and endless use.",
        "s. 6(a)",
        When.CONTINUOUS,
        "tests",
    ),
    ("tools", "Tools for minors and parents.", "s. 6(b)", When.CONTINUOUS, "settings"),
    note="Reason to believe that the user is an adult is a defence.",
)
