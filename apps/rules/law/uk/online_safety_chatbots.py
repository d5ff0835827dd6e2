"""What has been announced for AI chatbots and for children online: powers exist, rules do not."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import ALWAYS, Cite, Deadline, Force, Grade, State, Topic, Transition, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.system import system_functions
from apps.rules.law.uk.common import IN_THE_COUNTRY, OFFERS_SYSTEM, USES_SYSTEM

PASSED = date(2026, 4, 29)

CHATBOTS = instrument(
    "UK-OSA-CHATBOT",
    "Powers to extend online safety to AI services and to restrict children's access",
    "Online safety for chatbots (announced)",
    Force.STATUTE,
    "Online Safety Act 2023 ss. 214A, 216A",
    "Not in force when last checked (3 August 2026 for chatbots, September for children): two acts of April 2026 only "
    "give ministers powers. Announced on 15 June 2026: no social media under 16, no romantic or sexual role-play bots "
    "under 18, limits on such features elsewhere unless age is checked. Regulations were promised before Christmas "
    "2026, effect in spring 2027. Verify before relying on it.",
    "The power reaches any internet service that can generate content; no exception for open models was announced.",
    Happening(date(2026, 2, 16), State.PROPOSED, "government: all chatbots shall meet the duties on illegal content"),
    Happening(PASSED, State.ADOPTED, "Royal Assent: powers in s. 216A (c. 20 s. 248) and s. 214A (c. 21)"),
    Happening(date(2026, 6, 15), State.ADOPTED, "bans for under-16s and on romantic bots for under-18s announced"),
    Happening(date(2026, 8, 3), State.ADOPTED, "no regulations so far; a progress report is due by 31 December 2026"),
    enforcer="Ofcom, once there are rules",
    jurisdiction="UK",
)
NO_REGULATIONS_YET = Transition(
    id="uk-chatbot-regulations",
    title="Rules on chatbots still to be made",
    when=ALWAYS,
    applies_from=None,
    event="regulations under sections 214A or 216A; none seen when last checked, August to October 2026",
    cites=(Cite(instrument="UK-OSA-CHATBOT", pinpoint="ss. 214A, 216A", grade=Grade.S),),
)
prepare = duty(
    CHATBOTS,
    "UK-OSA-216A",
    "Prepare for announced rules on chatbots",
    "Not law yet. It is wise to plan checks of age, to keep romantic and sexual role-play off for under-18s, and to "
    "assess the risk of illegal content even while outside the act.",
    "whoever offers or runs an AI chatbot",
    Topic.CHATBOTS,
    PASSED,
    IN_THE_COUNTRY & (OFFERS_SYSTEM | USES_SYSTEM) & system_functions.includes("conversation"),
    "ss. 214A, 216A",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before the rules start; spring 2027 is the government's aim."),
    "design note, risk assessment",
    "No penalty today.",
    transitions=(NO_REGULATIONS_YET,),
    force=Force.PROPOSED,
)
