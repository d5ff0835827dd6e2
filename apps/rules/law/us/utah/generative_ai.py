"""Utah: disclosure of generative AI (chapter 77) and mental-health chatbots (chapter 72a)."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Cite, Deadline, Definition, Expr, Force, Grade, State, Topic, Version, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_service_bots import us_asked, us_therapy
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, does, in_state

GENAI = instrument(
    "US-UT-GENAI",
    "Utah, disclosure of generative AI",
    "Utah Code 13-77",
    Force.STATUTE,
    "Utah Code 13-77; SB 149 (2024), SB 226 (2025)",
    "Since 7 May 2025 suppliers say that it is AI when consumers clearly ask; people in regulated occupations say so "
    "at the start of risky interactions. AI is no defence. Chapter 72 ends in 2027, this chapter does not. Changed by "
    "Laws 2026 ch. 95; what that did was not examined.",
    "No exception for openness.",
    Happening(date(2025, 5, 7), State.IN_FORCE, "in force", Grade.P),
    jurisdiction="US-UT",
    enforcer="Division of Consumer Protection",
)
_TOLD = CarveOut(
    id="ut-told-throughout",
    title="Told at the outset and throughout (Utah)",
    when=us_asked.includes("told_throughout"),
    cites=(Cite(instrument="US-UT-GENAI", pinpoint="13-77-104", grade=Grade.S),),
    removes="the duty to answer or to tell at the start, since everybody is told",
    keeps="liability for what the AI says",
)
_PENALTY = (
    "Up to $2,500 per violation, by the Division or a court; up to $5,000 per violation of an order (13-77-105). "
    "Consumers can enforce it indirectly (secondary sources)."
)
_CONSUMERS: Expr = (
    in_state("ut") & (OFFERS_SYSTEM | USES_SYSTEM) & system_functions.any_of("conversation", "text", "audio", "video")
)
answer_when_asked = duty(
    GENAI,
    "UT77-1",
    "Say that it is AI when a consumer asks (Utah)",
    "When a consumer asks clearly whether it is AI, say so.",
    "supplier in consumer transactions",
    Topic.TRANSPARENCY,
    date(2025, 5, 7),
    _CONSUMERS & us_asked.includes("consumers_ask"),
    "13-77-103(1)",
    Grade.S,
    Deadline(kind=When.ON_REQUEST, text="When asked."),
    "transcripts",
    _PENALTY,
    unless=(_TOLD,),
)
tell_at_the_start = duty(
    GENAI,
    "UT77-2",
    "Say at the start that it is AI, in regulated occupations (Utah)",
    "In a risky interaction say at the start that it is AI: aloud where people speak, in writing before text.",
    "person in a regulated occupation",
    Topic.TRANSPARENCY,
    date(2025, 5, 7),
    _CONSUMERS & us_asked.includes("regulated_high_risk"),
    "13-77-103(2)-(3)",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="At the start."),
    "transcripts",
    _PENALTY,
    unless=(_TOLD,),
)
MHC = instrument(
    "US-UT-MHC",
    "Utah, mental-health chatbots",
    "Utah Code 13-72a",
    Force.STATUTE,
    "Utah Code 13-72a; HB 452 (2025)",
    "Since 7 May 2025 chatbots that act like therapy say that they are AI, keep health data and input to themselves, "
    "and limit adverts. Scripted content and mere referral are outside. A filed policy is a defence in licensing "
    "matters.",
    "No exception for openness.",
    Happening(date(2025, 5, 7), State.IN_FORCE, "in force", Grade.P),
    jurisdiction="US-UT",
    enforcer="Division of Consumer Protection",
)
ut_mental_health_chatbot = Definition(
    id="ut_mental_health_chatbot",
    title="Mental-health chatbot (Utah)",
    statement="the chatbot is a mental-health chatbot as Utah understands it",
    denial="the chatbot is no mental-health chatbot as Utah understands it",
    summary="Generative AI in a talk like that of therapist and client, represented or reasonably believed to give "
    "therapy or help with mental health. Scripted output, and leading people to a human, are none.",
    versions=(
        Version(
            since=date(2025, 5, 7),
            when=in_state("ut")
            & (OFFERS_SYSTEM | USES_SYSTEM)
            & does("therapy")
            & us_therapy.any_of("offers", "represents", "help")
            & ~us_therapy.includes("scripted"),
            cites=(Cite(instrument="US-UT-MHC", pinpoint="13-72a-101(10)", grade=Grade.P),),
        ),
    ),
)
_BOT: Expr = in_state("ut") & ut_mental_health_chatbot
_MHC_PENALTY = "$2,500 per violation, $5,000 per breach of an order."
keep_data = duty(
    MHC,
    "UT72A-1",
    "Neither sell nor share health data and input (Utah)",
    "Sell and share no health information and nothing users entered.",
    "supplier of a mental-health chatbot",
    Topic.PROHIBITION,
    date(2025, 5, 7),
    _BOT,
    "13-72a-201",
    Grade.S,
    ALWAYS_DUE,
    "data-flow diagram",
    _MHC_PENALTY,
)
limit_adverts = duty(
    MHC,
    "UT72A-2",
    "Label adverts and aim none by input (Utah)",
    "Label adverts in the chat, and use nothing users entered to choose or time them.",
    "supplier of a mental-health chatbot",
    Topic.TRANSPARENCY,
    date(2025, 5, 7),
    _BOT,
    "13-72a-202",
    Grade.S,
    ALWAYS_DUE,
    "advert settings",
    _MHC_PENALTY,
)
disclose = duty(
    MHC,
    "UT72A-3",
    "Say that it is AI before access, after a week, and when asked (Utah)",
    "Say that it is AI before people get access, after seven days without use, and whenever they ask.",
    "supplier of a mental-health chatbot",
    Topic.CHATBOTS,
    date(2025, 5, 7),
    _BOT,
    "13-72a-203",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="Before access, after seven idle days, and when asked."),
    "screens",
    _MHC_PENALTY,
)
