"""Data (Use and Access) Act 2025: when each part began. Its rules stand where they changed older law."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Force, Grade, State
from apps.rules.law.acts import Happening, instrument

DUAA = instrument(
    "UK-DUAA-TIMELINE",
    "Data (Use and Access) Act 2025",
    "Data (Use and Access) Act",
    Force.STATUTE,
    "2025 c. 18",
    "Changed data protection law in steps, each started by regulations. Its articles on automated decisions replaced "
    "Article 22 on 5 February 2026. On copyright it asked for reports alone. The Data Protection and Digital "
    "Information Bill of 2024, sometimes named instead, never passed.",
    "Nothing in it depends on openness.",
    Happening(
        date(2025, 6, 19),
        State.IN_FORCE,
        "Royal Assent; copyright reports asked for; rule on searches counts from 2024",
        Grade.S,
        "s. 142(2)",
    ),
    Happening(date(2025, 8, 19), State.IN_FORCE, "provisions two months after Royal Assent", Grade.S, "s. 142(3)"),
    Happening(date(2025, 8, 20), State.IN_FORCE, "Part 1 powers, selected provisions", Grade.S, "SI 2025/904"),
    Happening(
        date(2026, 2, 5),
        State.IN_FORCE,
        "main parts: automated decisions (s. 80), children (s. 81), notices, searches, transfers, fines under PECR",
        Grade.P,
        "SI 2026/82 reg. 2",
    ),
    Happening(
        date(2026, 2, 6),
        State.IN_FORCE,
        "crime of creating or requesting purported intimate images (s. 138)",
        Grade.S,
        "Commencement No. 5 Regulations 2026",
    ),
    Happening(date(2026, 5, 12), State.IN_FORCE, "duty to prepare a code on AI", Grade.S, "SI 2026/425"),
    Happening(date(2026, 6, 19), State.IN_FORCE, "complaints (s. 103)", Grade.S, "SI 2026/82 reg. 3"),
    Happening(
        date(2026, 9, 30), State.IN_FORCE, "Information Commission (ss. 118-119)", Grade.S, "SI 2026/1015 reg. 2"
    ),
    enforcer="Information Commission for its data protection parts",
    url="https://www.legislation.gov.uk/ukpga/2025/18",
    published_on=date(2025, 6, 19),
    jurisdiction="UK",
)
