"""White House voluntary commitments of 2023 and 2024: a pledge that nobody monitors and nobody withdrew."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Grade, Topic, When
from apps.rules.law.facts.voluntary import voluntary_steps
from apps.rules.law.international.common import (
    Binding,
    Life,
    Source,
    claims,
    instrument,
    no_carve_out,
    party,
    point,
)

FIRST_SIGNED = date(2023, 7, 21)

WHITE_HOUSE = instrument(
    "INT-WH2023",
    "Voluntary commitments of AI companies to the White House",
    "White House commitments",
    Binding.PLEDGE,
    "White House, 21 July 2023, 12 September 2023 and 26 July 2024",
    "16 companies signed, for generative models above the frontier of 2023. Meant to last until there are rules on the "
    "same subjects. The order behind them was revoked in January 2025 and no federal programme monitors them; they "
    "were not withdrawn on what was seen. A pledge of the past: what is said of it must still be true.",
    no_carve_out("No exemption; the point on security speaks of proprietary and unreleased weights (not verified)."),
    Life(FIRST_SIGNED, "seven companies", Grade.M),
    Life(date(2023, 9, 12), "eight more"),
    Life(date(2024, 7, 26), "Apple, the sixteenth"),
    Life(date(2025, 1, 20), "Executive Order 14110 revoked: dormant since, not withdrawn"),
    enforcer="nobody; the Federal Trade Commission where a public promise misleads",
)
_pledge = Source(instrument="INT-WH2023", since=FIRST_SIGNED)
white_house_party = party(
    "white_house",
    "the White House commitments",
    FIRST_SIGNED,
    _pledge.cite("commitments", Grade.S),
    voluntary_steps.includes("white_house") | claims("white_house"),
)

COMMITMENTS = tuple(
    point(
        _pledge,
        f"INT-WH-{number}",
        title,
        must,
        "signatory",
        topic,
        white_house_party,
        f"commitment {number}",
        Grade.M,
        evidence,
        deadline or Deadline(kind=When.CONTINUOUS, text="Continuously."),
        note="Dormant. A public promise that is not kept can be deceptive under section 5 of the FTC Act.",
    )
    for number, title, must, topic, evidence, deadline in (
        (
            1,
            "Red-team inside and outside",
            "Have models tested by red teams of your own and from outside.",
            Topic.SAFETY,
            "reports",
            None,
        ),
        (
            2,
            "Share information on risks",
            "Share information on risks with other companies and governments.",
            Topic.COOPERATION,
            "membership of a forum",
            None,
        ),
        (
            3,
            "Secure unreleased weights",
            "Protect proprietary and unreleased weights against attacks and threats from inside.",
            Topic.SECURITY,
            "security programme",
            None,
        ),
        (
            4,
            "Let outsiders find and report flaws",
            "Let third parties look for flaws and report them.",
            Topic.INCIDENTS,
            "page for reports, bounties",
            None,
        ),
        (
            5,
            "Mark audio and pictures",
            "Show where audio and visual content comes from, or watermark it.",
            Topic.TRANSPARENCY,
            "technical note",
            None,
        ),
        (
            6,
            "Publish abilities and limits",
            "Publish abilities, limits, fit and unfit uses.",
            Topic.TRANSPARENCY,
            "system card",
            Deadline(kind=When.AT_PLACING, text="With each significant release."),
        ),
        (
            7,
            "Research risks to society",
            "Put research on risks to society, bias and privacy first.",
            Topic.SAFETY,
            "publications",
            None,
        ),
        (
            8,
            "Use frontier systems for large problems",
            "Develop and use frontier systems for large problems.",
            Topic.COOPERATION,
            "projects",
            None,
        ),
    )
)
