"""Tools that serve crime, under the law of the United Kingdom."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option

uk_crime_tools = Choices(
    key="uk_crime_tools",
    section="behaviour",
    presupposes=("uk_links", "uk_activities"),
    label="crimes the tool is built for or likely to serve",
    ask="For which of these is the tool built, changed, or likely to be used?",
    help="Think of what you mean it for, what it was changed for, and what you believe buyers will do. A general tool "
    "that a few may misuse is none of these.",
    why="Making or handing on such tools is a crime of its own, open source or not.",
    evidence="product page, training data, chats with buyers",
    yes_example="A model tuned on stolen credentials to break into accounts: intrusion",
    no_example="A scanner that a firm's own security team runs on its own network: none",
    options=(
        Option("intrusion", "breaking into or disturbing computers"),
        Option("fraud", "fraud", "Also voice or face copies meant to deceive for money."),
        Option(
            "abuse_images",
            "making child sexual abuse images, or helping to make them",
            "Programs, weights, adapters, prompts, data sets: anything in electronic form.",
        ),
        Option("undressing", "making nude or sexual images of real people"),
    ),
    cite=Cite(instrument="UK-CRIM", pinpoint="Computer Misuse Act 1990 s. 3A", grade=Grade.M),
)
