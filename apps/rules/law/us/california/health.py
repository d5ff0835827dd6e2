"""California: AI that suggests a health licence (AB 489), messages to patients (AB 3030)."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Cite, Deadline, Force, Grade, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_health import us_licence_claims, us_patient_messages
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, does, in_state

AB489 = instrument(
    "US-CA-AB489",
    "AI implying a health-care licence",
    "California AB 489",
    Force.STATUTE,
    "Stats. 2025 ch. 615; Bus. & Prof. Code 4999.8-4999.9",
    "Since 2026 neither adverts for AI nor the AI itself may use words that suggest a health licence or care from a "
    "licensed person. Reaches whoever develops or deploys it; each use counts.",
    "No exception: an open model's persona with a doctor's title is caught.",
    Happening(date(2026, 1, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-CA",
    enforcer="The licensing boards",
    published_on=date(2025, 10, 11),
)
no_licence_words = duty(
    AB489,
    "CA489-1",
    "Use no words that suggest a health licence (California)",
    "Remove titles, letters and phrases that suggest a licensed health professional, from adverts and from what the "
    "system says.",
    "developer or deployer of AI",
    Topic.PROHIBITION,
    date(2026, 1, 1),
    in_state("ca")
    & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM)
    & does("health_claims")
    & ~us_licence_claims.is_empty(),
    "4999.8-4999.9",
    Grade.S,
    ALWAYS_DUE,
    "copy review, tests of personas",
    "Each use is a violation; injunctions and other powers of the boards.",
)
AB3030 = instrument(
    "US-CA-AB3030",
    "Generative AI in patient communications",
    "California AB 3030",
    Force.STATUTE,
    "Stats. 2024 ch. 848; Health & Saf. Code 1339.75",
    "Since 2025 facilities, clinics and physicians' offices mark messages on patients' health that generative AI made, "
    "and say how to reach a human, unless a licensed person read the message.",
    "Looks at care providers; vendors are not bound.",
    Happening(date(2025, 1, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-CA",
    enforcer="Facility and clinic licensing; the medical boards",
    published_on=date(2024, 9, 28),
)
READ_BY_LICENSED = CarveOut(
    id="ca-message-read",
    title="Read by a licensed person (California)",
    when=us_patient_messages.is_("read"),
    cites=(Cite(instrument="US-CA-AB3030", pinpoint="1339.75(b)", grade=Grade.P),),
    removes="notice and instructions, for messages that a licensed or certified person has read and reviewed",
    keeps="both for every other message",
)
_MESSAGES = (
    in_state("ca") & USES_SYSTEM & us_organisation.includes("care_provider") & us_patient_messages.is_("unread", "read")
)
message_notice = duty(
    AB3030,
    "CA3030-1",
    "Mark messages on patients' health made by AI (California)",
    "Say that AI made the message: at the beginning of letters and e-mails, throughout chat and video, and in words at "
    "start and end of sound.",
    "care provider",
    Topic.TRANSPARENCY,
    date(2025, 1, 1),
    _MESSAGES,
    "1339.75(a)(1)",
    Grade.P,
    Deadline(kind=When.ON_EVENT, text="In each message."),
    "templates",
    "Powers of the licensing bodies.",
    unless=(READ_BY_LICENSED,),
)
reach_human = duty(
    AB3030,
    "CA3030-2",
    "Say how to reach a human (California)",
    "Give clear instructions on how the patient can reach a human.",
    "care provider",
    Topic.TRANSPARENCY,
    date(2025, 1, 1),
    _MESSAGES,
    "1339.75(a)(2)",
    Grade.P,
    Deadline(kind=When.ON_EVENT, text="In each message."),
    "templates",
    "Powers of the licensing bodies.",
    unless=(READ_BY_LICENSED,),
)
