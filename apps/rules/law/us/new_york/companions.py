"""New York: AI companion models (Gen. Bus. Law art. 47) and companions inside platforms (art. 45-B)."""

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
from apps.rules.law.facts.us_chatbots import us_chatbot_limits, us_chatbot_minors, us_chatbot_traits
from apps.rules.law.facts.us_content import us_platforms
from apps.rules.law.facts.use import uses
from apps.rules.law.us.common import does, in_state
from apps.rules.law.us.families.chatbots import OPERATES, TALKS, THREE_TRAITS

GBL47 = instrument(
    "US-NY-GBL47",
    "Artificial intelligence companion models",
    "New York companion act (art. 47)",
    Force.STATUTE,
    "Gen. Bus. Law 1700-1704; L. 2025 ch. 58 Part U",
    "Since 5 November 2025: a protocol against self-harm, and a notice at the start and every three hours, for "
    "companions that remember, ask about feelings unasked and talk about personal matters: all three. Adults included.",
    "No exception. An assistant that never asks about feelings unasked is outside, open or not.",
    Happening(date(2025, 5, 9), State.ADOPTED, "signed"),
    Happening(date(2025, 11, 5), State.IN_FORCE, "applies"),
    jurisdiction="US-NY",
    enforcer="Attorney General; no private action",
    published_on=date(2025, 5, 9),
)
GBL45B = instrument(
    "US-NY-GBL45B",
    "Safe by Design Act",
    "New York Safe by Design Act",
    Force.STATUTE,
    "Gen. Bus. Law 1540(7); L. 2026 ch. 58 Part Y",
    "From 2027 platforms keep built-in companions off for minors by default; a parent may turn them on.",
    "Looks at platforms.",
    Happening(date(2026, 5, 26), State.ADOPTED, "signed"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-NY",
    enforcer="Attorney General",
    published_on=date(2026, 5, 26),
)
PASSED = instrument(
    "US-NY-CHATBOT-BILLS",
    "New York bills on companions, toys, pricing and layoffs awaiting the Governor",
    "New York chatbot and pricing bills",
    Force.PROPOSED,
    "S.9051-B, A.9349-B, A.3411-B, S.8706-B, S.9408-A",
    "Passed by both houses in June 2026; no signature or veto was found. No bill is law, the toy moratorium (S.9408-A) "
    "included, though reported enacted. Not verified since 26 September 2026.",
    "Nothing is in force.",
    Happening(date(2026, 6, 2), State.PROPOSED, "passed; action of the Governor not found"),
    jurisdiction="US-NY",
)

ny_companion = Definition(
    id="ny_companion",
    title="AI companion (New York)",
    statement="the chatbot is an AI companion as New York understands it",
    denial="the chatbot is no AI companion as New York understands it",
    summary="Remembers earlier talks or preferences, asks about feelings unasked, and keeps up talk on personal "
    "matters: all three. Customer service, business use, and what is mainly designed and offered for efficiency, "
    "research or technical help are out.",
    versions=(
        Version(
            since=date(2025, 5, 9),
            when=in_state("ny") & TALKS & THREE_TRAITS,
            cites=(Cite(instrument="US-NY-GBL47", pinpoint="1700(4)(a)", grade=Grade.S),),
            unless=(
                CarveOut(
                    id="ny-companion-limits",
                    title="Customer service, efficiency, business (New York)",
                    when=us_chatbot_limits.any_of("business", "internal")
                    | us_chatbot_traits.includes("offered_for_work"),
                    cites=(Cite(instrument="US-NY-GBL47", pinpoint="1700(4)(c)", grade=Grade.S),),
                    removes="the act on companions, for bots kept to such purposes or mainly designed for them",
                    keeps="everything for other bots",
                ),
            ),
        ),
    ),
)
_OPERATOR: Expr = in_state("ny") & ny_companion & OPERATES
_PENALTY = "Attorney General: up to $15,000 for each day (1703)."

crisis = duty(
    GBL47,
    "NY47-1",
    "Have a protocol for signs of self-harm (New York)",
    "Detect thoughts of suicide or self-harm and refer users to crisis services.",
    "operator of an AI companion",
    Topic.SAFETY,
    date(2025, 11, 5),
    _OPERATOR,
    "1701",
    Grade.S,
    ALWAYS_DUE,
    "protocol, tests",
    _PENALTY,
)
notice = duty(
    GBL47,
    "NY47-2",
    "Say at the start and every three hours that no human is there (New York)",
    "Tell every user in words or in writing that they are not talking to a human.",
    "operator of an AI companion",
    Topic.CHATBOTS,
    date(2025, 11, 5),
    _OPERATOR,
    "1702",
    Grade.S,
    Deadline(
        kind=When.RECURRING, text="At the beginning (once a day is enough) and at least every three hours of a talk."
    ),
    "screens",
    _PENALTY,
)
_PLATFORM: Expr = (does("platforms") & us_platforms.includes("social")) | (
    ((does("platforms") & us_platforms.includes("file_sharing")) | uses.includes("games"))
    & contested(
        key="us-ny-covered-platform",
        why="Which platforms the Safe by Design Act covers beyond social networks was not verified.",
        a=Reading("platforms for games and files are covered as well", ALWAYS),
        b=Reading("only social networks and the like are", NEVER),
        cites=(Cite(instrument="US-NY-GBL45B", pinpoint="art. 45-B, definitions", grade=Grade.M),),
    )
)
off_for_minors = duty(
    GBL45B,
    "NY45B-7",
    "Keep companions off for minors by default (New York)",
    "On a covered platform keep integrated companions off for minors unless a parent turns them on.",
    "covered platform",
    Topic.CHATBOTS,
    date(2027, 1, 1),
    in_state("ny") & TALKS & _PLATFORM & ~us_chatbot_minors.is_("barred"),
    "1540(7)",
    Grade.S,
    ALWAYS_DUE,
    "default settings, age assurance",
    "Attorney General.",
)
