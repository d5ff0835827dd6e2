"""Political material published in the United Kingdom."""

from __future__ import annotations

from apps.rules.engine import Choice, Cite, Grade, Option

uk_political = Choice(
    key="uk_political",
    section="use",
    presupposes=("uk_links", "uk_activities"),
    label="how political material is published",
    ask="How is the political material published?",
    help="Digital material meant to sway votes or public debate on elections, parties, candidates or referendums.",
    why="Such material must name who promotes it when paid for, or when a party, candidate or campaigner publishes it.",
    evidence="invoices, register of campaigners",
    yes_example="A party boosts a generated clip on a social network: paid",
    no_example="A private person's own post: neither",
    options=(
        Option("paid", "paid for"),
        Option("organic_listed", "unpaid, by or for a party, candidate, elected person or registered campaigner"),
        Option("neither", "unpaid, by nobody of these"),
    ),
    cite=Cite(instrument="UK-ELECTIONS", pinpoint="Elections Act 2022 Part 6", grade=Grade.M),
)
