"""Bots that serve customers, and help with mental health, in the United States."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Grade, Number, Option, Rigidity

_WHERE = ("us_states", "system_roles", "system_functions", "uses")
_therapy = partial(Cite, instrument="US-IL-WOPR", grade=Grade.S)

us_therapy = Choices(
    key="us_therapy",
    section="use",
    presupposes=("us_activities",),
    label="mental-health help",
    ask="Which of these hold for mental-health help?",
    help="Choose all that fit. Religious counselling, peer support and self-help that does not claim to be therapy are "
    "not therapy. Leave empty if none holds.",
    why="States ban therapy by AI without a licensed person, claims of a licence, and some uses by professionals.",
    evidence="product page, persona, workflow",
    yes_example="An app runs talking-cure sessions with nobody licensed behind: offers therapy",
    no_example="Articles on sleep with a note that they are no therapy: self-help",
    options=(
        Option("offers", "it offers or carries out therapy, or is programmed to", "Also if advertised as that."),
        Option("licensed_conducts", "a licensed professional conducts each session"),
        Option("represents", "it says or suggests that it is a qualified mental-health professional"),
        Option("help", "people could reasonably believe that it gives therapy or helps with mental health"),
        Option(
            "professional_decides",
            "a professional lets it take therapeutic decisions, talk to clients or read feelings",
        ),
        Option("professional_admin", "a professional uses it for administration or supplementary support"),
        Option("physician", "the professional is a physician", "A psychiatrist, for instance."),
        Option("records", "sessions are recorded or transcribed with AI"),
        Option("scripted", "it has scripted content only, or only leads people to a human"),
        Option("self_help", "self-help, peer support or religious counselling that does not claim to be therapy"),
    ),
    cite=_therapy(pinpoint="225 ILCS 155/20"),
    rigidity=Rigidity.MEDIUM,
)

us_asked = Choices(
    key="us_asked",
    section="use",
    presupposes=_WHERE,
    label="questions whether it is AI, and regulated occupations",
    ask="Do these occur when consumers deal with it?",
    help="Leave empty if none does.",
    why="Utah asks for an answer when consumers ask, and for a word at the start in regulated occupations.",
    evidence="transcripts, licences",
    yes_example="Customers ask the shop's bot whether it is human: consumers ask",
    no_example="An internal tool: none",
    options=(
        Option("consumers_ask", "consumers ask clearly whether they deal with AI"),
        Option(
            "regulated_high_risk",
            "somebody in a regulated occupation uses it, takes sensitive data and gives advice people rely on",
            "Health, finance, law and the like.",
        ),
        Option("told_throughout", "it says clearly at the start and throughout that it is AI"),
    ),
    cite=Cite(instrument="US-UT-GENAI", pinpoint="13-77-103", grade=Grade.S),
    rigidity=Rigidity.EASY,
)

us_bot_account = Choices(
    key="us_bot_account",
    section="use",
    presupposes=("us_activities",),
    label="automated online accounts",
    ask="Do these hold for automated online accounts?",
    help="Accounts whose posts or messages do not come from a person. Leave empty if you run none.",
    why="California bans such accounts that hide what they are to sell or to sway votes.",
    evidence="account settings, posts",
    yes_example="An account that poses as a fan and praises your product: poses as a person, sells",
    no_example="An account named as a bot: none",
    options=(
        Option("poses", "it means to make people believe that a person is behind it"),
        Option("sells", "to bring people to buy"),
        Option("votes", "to sway a vote"),
        Option("disclosed", "it says clearly that it is a bot"),
    ),
    cite=Cite(instrument="US-CA-SB1001", pinpoint="17940-17941", grade=Grade.P),
    rigidity=Rigidity.EASY,
)

us_national_revenue_usd = Number(
    key="us_national_revenue_usd",
    section="organisation",
    presupposes=(*_WHERE, "us_organisation"),
    label="gross annual revenue in the United States",
    ask="What is the business's gross annual revenue in the United States?",
    help="In US dollars, nationwide. A range is fine.",
    why="California's act on customer service reaches businesses above 500 million dollars.",
    evidence="accounts",
    yes_example="600 million dollars: above the line",
    no_example="Exactly 500 million: not above",
    cite=Cite(instrument="US-CA-AB1609", pinpoint="22625", grade=Grade.P),
    rigidity=Rigidity.FIXED,
    unit="USD",
    maximum=1e13,
)

us_service_kind = Choices(
    key="us_service_kind",
    section="use",
    presupposes=(*_WHERE, "us_national_revenue_usd"),
    label="customer service for consumers in California",
    ask="Which of these hold for customer service to consumers in California?",
    help="Choose all that fit. Choose the last only if nothing falls outside it: one ordinary line is enough to leave "
    "it out.",
    why="The act covers goods and paid services; it leaves some lines alone.",
    evidence="price list, service channels",
    yes_example="A telecom with paid plans and a help bot: paid, chatbot",
    no_example="An app with a free tier: a free option",
    options=(
        Option("paid", "goods, or services for money without a free option"),
        Option("free_option", "services that have a free option"),
        Option("chatbot", "a chatbot gives service or technical support"),
        Option("phone", "there is a telephone line, and the business sells online"),
        Option(
            "exempt_line",
            "all of it is exempt: lines for business customers or staff alone, a hospital's care and billing, a "
            "reporting agency, or in compliance with PUC orders 133 or 103-A",
        ),
    ),
    cite=Cite(instrument="US-CA-AB1609", pinpoint="22625-22628", grade=Grade.P),
)
