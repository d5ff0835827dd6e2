"""Copies for training made in the United Kingdom: the one exception there is."""

from __future__ import annotations

from apps.rules.engine import Choice, Cite, Grade, Option, Rigidity

uk_text_mining = Choice(
    key="uk_text_mining",
    section="data",
    presupposes=("uk_links", "mined_content"),
    label="purpose of the copies made in the United Kingdom",
    ask="What were the copies made in the United Kingdom for?",
    help="Lawful access means a subscription or an open page, not a paywall round which you went. The source must be "
    "named unless that is impossible, and copies must not be handed on or used for anything else.",
    why="Copying for computer analysis is allowed for non-commercial research alone, open release or not.",
    evidence="project plan, funding agreement, access log",
    yes_example="A university mines journals it subscribes to, for a paper alone: non-commercial research",
    no_example="A company trains a product and gives the weights away: another purpose",
    options=(
        Option("research", "non-commercial research and nothing else, with lawful access and the source named"),
        Option("research_flawed", "such research, but without lawful access, naming the source, or passed on"),
        Option("other", "another purpose", "Whatever earns money, directly or not; products that are given away too."),
    ),
    cite=Cite(instrument="UK-COPYRIGHT", pinpoint="CDPA s. 29A", grade=Grade.P),
    rigidity=Rigidity.HARD,
)
