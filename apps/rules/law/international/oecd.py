"""OECD Recommendation on Artificial Intelligence: five principles for everyone who takes part in the life of AI."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import ALWAYS, Grade, Topic
from apps.rules.law.international.common import Binding, Life, Source, instrument, no_carve_out, point

ADOPTED = date(2019, 5, 22)
REVISED = date(2024, 5, 3)

OECD = instrument(
    "INT-OECD",
    "Recommendation of the Council on Artificial Intelligence (OECD AI Principles)",
    "OECD AI Principles",
    Binding.GUIDANCE,
    "OECD/LEGAL/0449",
    "Five principles for those who take part in the life of AI, and five recommendations for governments. 47 adherents "
    "in 2024, the EU and the United States among them. The EU AI Act, several states and the Council of Europe took "
    "over its definition of an AI system. Nobody enforces it; complaints about multinationals can go to the National "
    "Contact Points (not verified).",
    no_carve_out(
        "No clause on open source. What is said of business conduct along the supply chain reaches suppliers."
    ),
    Life(ADOPTED, "adopted"),
    Life(date(2023, 11, 8), "definition of an AI system amended"),
    Life(REVISED, "principles revised"),
    seen_on=date(2024, 5, 3),
    url="https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-0449",
)
_oecd = Source(instrument="INT-OECD", since=ADOPTED, seen_on=REVISED)

PRINCIPLES = tuple(
    point(
        _oecd,
        f"INT-OECD-{number}",
        title,
        must,
        "anyone who takes part in the life of AI",
        topic,
        ALWAYS,
        f"principle {number}",
        Grade.S,
        evidence,
        note="Background for everyone: there is nothing to sign. Revised on 3 May 2024.",
    )
    for number, title, must, topic, evidence in (
        (
            "1.1",
            "Inclusive growth, well-being and the environment",
            (
                "Aim at outcomes that are good for people and planet, and look at energy and other effects on the "
                "environment."
            ),
            Topic.COOPERATION,
            "note on effects, use of energy included",
        ),
        (
            "1.2",
            "Human rights, fairness and privacy",
            (
                "Respect the rule of law, human rights and democratic values: fairness, privacy, labour rights, people "
                "who can step in. Address false and misleading information."
            ),
            Topic.DECISIONS,
            "tests for bias, safeguards",
        ),
        (
            "1.3",
            "Transparency and explanation",
            (
                "Tell people what the system can and cannot do, that they deal with it, and in plain words which data, "
                "factors and logic led to a result, so that they can challenge it."
            ),
            Topic.TRANSPARENCY,
            "information for users",
        ),
        (
            "1.4",
            "Robust, secure and safe",
            (
                "Make it robust, secure and safe over its whole life, with ways to override, repair or switch it off, "
                "and protect the integrity of information."
            ),
            Topic.SAFETY,
            "safety case, way to switch it off",
        ),
        (
            "1.5",
            "Accountability",
            (
                "Keep data, processes and decisions traceable, manage risks at each phase, and act responsibly with "
                "suppliers and users."
            ),
            Topic.DOCUMENTATION,
            "records, file on due diligence",
        ),
    )
)
