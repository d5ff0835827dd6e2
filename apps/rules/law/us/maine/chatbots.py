"""Maine: chatbots that could be taken for humans."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Force, Grade, State, Topic
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_chatbots import us_chatbot_limits, us_human_likeness
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, in_state

ME_1500DD = instrument(
    "US-ME-1500DD",
    "Disclosure of chatbots in trade (Maine)",
    "Maine 10 M.R.S. 1500-DD",
    Force.STATUTE,
    "P.L. 2025 c. 294; 10 M.R.S. 1500-DD (enacted as 1500-Y)",
    "Since 24 September 2025 no chatbot in trade may mislead a reasonable consumer into taking it for a human, unless "
    "clearly told. No threshold.",
    "No exception for openness.",
    Happening(date(2025, 6, 12), State.ADOPTED, "adopted"),
    Happening(date(2025, 9, 24), State.IN_FORCE, "in force"),
    jurisdiction="US-ME",
    enforcer="Attorney General; private action under the Unfair Trade Practices Act",
    published_on=date(2025, 6, 12),
)
tell_consumers = duty(
    ME_1500DD,
    "ME-1",
    "Tell consumers clearly that no human is there (Maine)",
    "If the bot could mislead a reasonable consumer into taking it for a human, tell consumers clearly and "
    "conspicuously that it is none.",
    "trader who uses a chatbot with consumers",
    Topic.CHATBOTS,
    date(2025, 9, 24),
    in_state("me")
    & (OFFERS_SYSTEM | USES_SYSTEM)
    & system_functions.includes("conversation")
    & us_human_likeness.is_("possible")
    & ~us_chatbot_limits.includes("internal"),
    "1500-DD",
    Grade.S,
    ALWAYS_DUE,
    "screens",
    "Unfair Trade Practices Act.",
)
