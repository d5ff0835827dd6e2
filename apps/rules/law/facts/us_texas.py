"""What Texas asks: the aims with which an AI system is made or used."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

us_aims = Choices(
    key="us_aims",
    section="behaviour",
    presupposes=("us_states", "development", "system_roles", "system_method"),
    label="aims that Texas forbids",
    ask="Is one of these what you mean to do with the AI?",
    help="Only aims count. Harm that nobody intended, uneven results for groups, and misuse by other people are no aim "
    "of yours. Leave empty if none is meant, which is the usual case.",
    why="Texas bans AI by intent: without one of these aims its bans do not bite.",
    evidence="statement of intended purpose, policy on forbidden uses, red-team results",
    yes_example="A tool built to keep people of one faith out of flats: discriminating on purpose",
    no_example="A loan score that turns out to fall harder on one group, unmeant: none",
    options=(
        Option("incite", "to bring people to harm themselves or others, or to commit crimes"),
        Option("constitutional", "solely to take away people's constitutional rights"),
        Option("discriminate", "to discriminate unlawfully against a protected group"),
        Option("abuse_material", "solely to make or spread child abuse material or unlawful sexual deep fakes"),
        Option("child_chat", "to hold or simulate sexual chats in the role of a child"),
        Option(
            "social_score",
            "as a public body, to score people by behaviour or traits and treat them accordingly",
        ),
        Option(
            "identify_public",
            "as a public body, to tell who people are from body data or public pictures, without their consent",
        ),
    ),
    cite=Cite(instrument="US-TX-TRAIGA", pinpoint="Bus. & Com. Code 552.052-552.057", grade=Grade.P),
    rigidity=Rigidity.EASY,
)
