"""California: bots that hide what they are (SB 1001), customer service of large businesses (AB 1609)."""

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
    Obligation,
    State,
    StepKind,
    Topic,
    Version,
    When,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.eu.ai_act.steps import Row
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_service_bots import us_bot_account, us_national_revenue_usd, us_service_kind
from apps.rules.law.facts.use import uses
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, does, in_state
from apps.rules.law.us.families.chatbots import COULD_MISLEAD

SB1001 = instrument(
    "US-CA-SB1001",
    "BOT Act",
    "California SB 1001",
    Force.STATUTE,
    "Stats. 2018 ch. 892; Bus. & Prof. Code 17940-17943",
    "Since July 2019 automated accounts must not hide what they are to make people buy or to sway a vote; saying so "
    "clearly is enough. Web hosts owe nothing. The figure of ten million visitors defines platforms, not users of "
    "bots. No general duty to disclose AI.",
    "Looks at intent.",
    Happening(date(2018, 9, 28), State.ADOPTED, "signed"),
    Happening(date(2019, 7, 1), State.IN_FORCE, "operative", Grade.P),
    jurisdiction="US-CA",
    enforcer="Attorney General and district attorneys under the Unfair Competition Law (not verified)",
    published_on=date(2018, 9, 28),
)
SAID = CarveOut(
    id="ca-bot-disclosed",
    title="Said clearly that it is a bot (California)",
    when=us_bot_account.includes("disclosed"),
    cites=(Cite(instrument="US-CA-SB1001", pinpoint="17941", grade=Grade.P),),
    removes="liability under the act",
    keeps="other law on deception",
)
no_hidden_bots = duty(
    SB1001,
    "CA1001-1",
    "Use no account that hides that it is a bot to sell or sway votes (California)",
    "Do not mislead people online about a bot's identity to make them buy or to influence a vote; say clearly that it "
    "is a bot.",
    "whoever uses a bot",
    Topic.PROHIBITION,
    date(2019, 7, 1),
    in_state("ca")
    & (OFFERS_SYSTEM | USES_SYSTEM)
    & does("bots")
    & us_bot_account.includes("poses")
    & us_bot_account.any_of("sells", "votes"),
    "17941",
    Grade.P,
    ALWAYS_DUE,
    "disclosures",
    "Unfair Competition Law (not verified).",
    unless=(SAID,),
)

AB1609 = instrument(
    "US-CA-AB1609",
    "Customer service and chatbots of large businesses",
    "California AB 1609",
    Force.STATUTE,
    "Stats. 2026 ch. 733; Bus. & Prof. Code 22625-22629",
    "From 2027 businesses with more than 500 million dollars of national revenue that sell goods or paid services "
    "connect Californians to a human in 15 minutes or give an appointment within a business day, and let no chatbot "
    "pass as human. Services with a free option are outside.",
    "Free-option services are outside; nothing turns on the model's licence.",
    Happening(date(2026, 9, 28), State.ADOPTED, "signed"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "takes effect"),
    jurisdiction="US-CA",
    enforcer="Public prosecutors; no private action",
    published_on=date(2026, 9, 28),
)
# The act reaches the business as such; it is worked out where the system has to do with customer service.
_SERVES_CUSTOMERS: Expr = uses.includes("customer_service") | (
    system_functions.includes("conversation") & us_service_kind.includes("chatbot")
)
ca_large_service_business = Definition(
    id="ca_large_service_business",
    title="Large business with customers in California",
    statement="you are a large business with paying customers in California",
    denial="you are no large business with paying customers in California",
    summary="More than 500 million dollars of gross annual revenue nationwide, and goods or paid services without a "
    "free option for consumers in California. Exactly 500 million is outside.",
    versions=(
        Version(
            since=date(2026, 9, 28),
            when=in_state("ca")
            & (OFFERS_SYSTEM | USES_SYSTEM)
            & _SERVES_CUSTOMERS
            & us_service_kind.includes("paid")
            & (us_national_revenue_usd > 500_000_000),
            cites=(Cite(instrument="US-CA-AB1609", pinpoint="22625", grade=Grade.P),),
            unless=(
                CarveOut(
                    id="ca-service-lines",
                    title="Nothing but regulated, business, hospital care or reporting lines (California)",
                    when=us_service_kind.includes("exempt_line"),
                    cites=(Cite(instrument="US-CA-AB1609", pinpoint="22628(g)", grade=Grade.P),),
                    removes="the act, for services under and in compliance with PUC General Orders 133 or 103-A, lines "
                    "for business customers or staff alone, a hospital's care, billing and related lines, and "
                    "reporting agencies",
                    keeps="everything for other lines, and for utilities that do not comply with those orders",
                ),
            ),
        ),
    ),
)
_BUSINESS: Expr = in_state("ca") & ca_large_service_business
_PENALTY = "Up to $5,000 for the first violation, $10,000 for each later one; public prosecutors only."


def _service(
    number: int,
    title: str,
    must: str,
    at: str,
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    only: Expr | None = None,
    note: str = "",
) -> Obligation:
    return duty(
        AB1609,
        f"CA1609-{number}",
        title,
        must,
        "large business",
        Topic.CHATBOTS,
        date(2027, 1, 1),
        _BUSINESS if only is None else _BUSINESS & only,
        at,
        Grade.P,
        deadline,
        evidence,
        _PENALTY,
        *rows,
        note=f"{note} Commercially reasonable standards count as a good-faith effort; unforeseen circumstances and "
        "emergencies excuse.".strip(),
    )


no_human_claim = _service(
    1,
    "Let no chatbot pass as human (California customer service)",
    "Never represent the chatbot as human, and say clearly in its own medium that it is none where a reasonable person "
    "is likely to be misled.",
    "22626",
    ALWAYS_DUE,
    "screens",
    ("claim", "Never call it or present it as a person.", "22626", When.CONTINUOUS, "screens, scripts"),
    (
        "disclose",
        "Say clearly, in its own medium, that it is no person.",
        "22626",
        When.CONTINUOUS,
        "screens, recordings",
        StepKind.DUTY,
        COULD_MISLEAD,
    ),
    only=us_service_kind.includes("chatbot"),
)
ask_for_human = _service(
    2,
    "Let customers ask for a human (California)",
    "During regular business hours offer a simple way to ask for a human on every service platform.",
    "22627(a)",
    ALWAYS_DUE,
    "menus of each platform",
    note="With or without a chatbot. Customary hours count: ten a day on five days or eight on seven are enough. Who "
    "had no telephone line on 1 January 2027 need not open one.",
)
connect_in_time = _service(
    3,
    "Connect to a human in 15 minutes, or give an appointment (California)",
    "Make a good-faith effort to connect within 15 minutes of the request, or give an appointment within one business "
    "day.",
    "22627(b), (e)",
    Deadline(kind=When.ON_REQUEST, text="15 minutes, or an appointment within one business day."),
    "service log",
    note="With or without a chatbot. Not for e-mail, web forms and voicemail; pharmacies under 16 CCR 1707.2 call back "
    "within one business hour.",
)
limit_holds = _service(
    4,
    "Keep holds short (California)",
    "After connection make a good-faith effort that no hold lasts more than 15 minutes and all together no more than "
    "an hour.",
    "22627(c)",
    Deadline(kind=When.ON_REQUEST, text="15 minutes at a time, one hour in all."),
    "service log",
    note="With or without a chatbot.",
)
phone_number = _service(
    5,
    "Post the phone number (California)",
    "If you sell online and have a telephone line, post its number clearly on the website.",
    "22627(d)",
    ALWAYS_DUE,
    "web page",
    only=us_service_kind.includes("phone"),
    note="With or without a chatbot.",
)
