"""One question that opens the special regimes of the United States; whoever does none of it is asked nothing more."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option

us_activities = Choices(
    key="us_activities",
    section="use",
    presupposes=("us_states", "seat", "development", "system_roles"),
    label="special activities",
    ask="Which of these are part of what you do?",
    help="Think of the whole organisation where a line names one, otherwise of what you describe. Each opens a few "
    "questions more; what you do not choose counts as not done. Leave empty if none fits.",
    why="Single laws of the United States look only at those who do one of these.",
    evidence="product and service descriptions, contracts, data map",
    yes_example="A lender whose agent phones customers: decisions on credit, and calls",
    no_example="A maker of weather forecasts for farms: none",
    options=(
        Option("federal_sale", "AI or products with it are sold or licensed to federal agencies", "Also by resellers."),
        Option(
            "exports",
            "weights, know-how or compute cross borders or reach foreign persons, or weights are published",
            "Answering through an interface alone does not count.",
        ),
        Option(
            "user_content",
            "a public website or app shows or carries what its users post, send or generate, or intimate pictures",
        ),
        Option("platforms", "a social network, search engine, file sharing, a model hub, or recording devices"),
        Option("apps", "an operating system, app store or app for users in California"),
        Option("credit", "decisions on credit, or making, scoring or using reports on consumers"),
        Option("children", "a service that is for children under 13, or that some are known to use"),
        Option("calls", "calls to people's phones with a synthetic or recorded voice"),
        Option("bots", "automated accounts online that take part as if they were people"),
        Option("adverts", "adverts with an invented performer, digital figure or voice, or media that carry adverts"),
        Option("prices", "prices for consumers that an algorithm sets with data about the person"),
        Option("biometrics", "measurements of eyes, fingers, hands or faces, or voiceprints"),
        Option("data_trade", "buying, selling or sharing data about people, or a group that does business in it"),
        Option(
            "medical",
            "software or a model meant or advertised to find, treat or prevent disease, or to support such decisions",
        ),
        Option("subscriptions", "subscriptions to AI that consumers pay for"),
        Option("therapy", "therapy or help with mental health: given, suggested, or supporting those who give it"),
        Option("health_claims", "words that suggest a licensed health professional"),
    ),
    cite=Cite(instrument="US-EAR", pinpoint="15 CFR 734", grade=Grade.S),
)
