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
    Topic,
    Version,
    When,
)
from apps.rules.law.facts.us_chatbots import us_human_likeness
from apps.rules.law.facts.us_service_bots import us_bot_account, us_national_revenue_usd, us_service_kind
from apps.rules.law.facts.use import uses
from apps.rules.law.us.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, in_state

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
            & uses.includes("customer_service")
            & us_service_kind.includes("paid")
            & (us_national_revenue_usd > 500_000_000),
            cites=(Cite(instrument="US-CA-AB1609", pinpoint="22625", grade=Grade.P),),
            unless=(
                CarveOut(
                    id="ca-service-lines",
                    title="Regulated utilities, business lines, hospitals, reporting agencies (California)",
                    when=us_service_kind.includes("exempt_line"),
                    cites=(Cite(instrument="US-CA-AB1609", pinpoint="22628(g)", grade=Grade.P),),
                    removes="the act, for services under and in compliance with PUC General Orders 133 or 103-A, "
                    "business lines, hospital care lines and reporting agencies",
                    keeps="everything for other lines",
                ),
            ),
        ),
    ),
)
_BUSINESS: Expr = in_state("ca") & ca_large_service_business
_PENALTY = "Up to $5,000 for the first violation, $10,000 for each later one; public prosecutors only."


def _service(
    number: int, title: str, must: str, at: str, deadline: Deadline, evidence: str, only: Expr | None = None
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
        note="Commercially reasonable standards count as a good-faith effort; unforeseen circumstances excuse.",
    )


no_human_claim = _service(
    1,
    "Let no chatbot pass as human (California customer service)",
    "Never represent the chatbot as human, and say clearly in its own medium that it is none where a reasonable person "
    "is likely to be misled.",
    "22626",
    ALWAYS_DUE,
    "screens",
    us_service_kind.includes("chatbot") & us_human_likeness.is_("possible", "plain"),
)
ask_for_human = _service(
    2,
    "Let customers ask for a human (California)",
    "During regular business hours offer a simple way to ask for a human on every service platform.",
    "22627(a)",
    ALWAYS_DUE,
    "menus of each platform",
)
connect_in_time = _service(
    3,
    "Connect to a human in 15 minutes, or give an appointment (California)",
    "Make a good-faith effort to connect within 15 minutes of the request, or give an appointment within one business "
    "day.",
    "22627(b), (e)",
    Deadline(kind=When.ON_REQUEST, text="15 minutes, or an appointment within one business day."),
    "service log",
)
limit_holds = _service(
    4,
    "Keep holds short (California)",
    "After connection make a good-faith effort that no hold lasts more than 15 minutes and all together no more than "
    "an hour.",
    "22627(c)",
    Deadline(kind=When.ON_REQUEST, text="15 minutes at a time, one hour in all."),
    "service log",
)
phone_number = _service(
    5,
    "Post the phone number (California)",
    "If you sell online and have a telephone line, post its number clearly on the website.",
    "22627(d)",
    ALWAYS_DUE,
    "web page",
    us_service_kind.includes("phone"),
)
