"""Frontier AI Safety Commitments, given at the AI Seoul Summit in 2024: one pledge, shown once for all countries."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Deadline, Expr, Grade, Obligation, Topic, When
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.voluntary import voluntary_steps
from apps.rules.law.international.common import (
    CONTINUOUS,
    Binding,
    Life,
    Source,
    claims,
    frontier_practice,
    instrument,
    no_carve_out,
    party,
    point,
)

GIVEN, PARIS_SUMMIT = date(2024, 5, 21), date(2025, 2, 10)

SEOUL = instrument(
    "INT-SEOUL",
    "Frontier AI Safety Commitments (AI Seoul Summit)",
    "Seoul commitments",
    Binding.PLEDGE,
    "AI Seoul Summit, 21 May 2024",
    "Announced by the United Kingdom and the Republic of Korea. First signatories: Amazon, Anthropic, Cohere, Google, "
    "G42, IBM, Inflection AI, Meta, Microsoft, Mistral AI, Naver, OpenAI, Samsung Electronics, Technology Innovation "
    "Institute, xAI, Zhipu.ai; later Magic, MiniMax, 01.AI and NVIDIA. It names no compute threshold; nobody judges a "
    "breach. Its numbering is not verified.",
    no_carve_out(
        "No exemption: signatories with open releases gave the same undertakings. What it says on securing weights "
        "means proprietary and unreleased ones."
    ),
    Life(GIVEN, "announced with 16 signatories; four more joined later"),
    Life(PARIS_SUMMIT, "frameworks were meant to be published by the Paris summit"),
    enforcer="nobody",
)
_source = Source(instrument="INT-SEOUL", since=GIVEN)

seoul_party: Expr = party(
    "seoul",
    "the Frontier AI Safety Commitments of Seoul",
    GIVEN,
    Cite(instrument="INT-SEOUL", pinpoint="list of signatories", grade=Grade.S),
    voluntary_steps.includes("seoul") | claims("seoul"),
)
_FRAMEWORK = Deadline(kind=When.ONCE, text="Meant for the Paris summit of February 2025, then kept up to date.")


def _pledge(
    number: str,
    title: str,
    must: str,
    evidence: str,
    *rows: Row,
    deadline: Deadline = CONTINUOUS,
    topic: Topic = Topic.SAFETY,
) -> Obligation:
    id_ = f"INT-SEOUL-{number}"
    return point(
        _source,
        id_,
        title,
        must,
        "signatory of the Seoul commitments",
        topic,
        seoul_party | frontier_practice,
        "closing list" if number == "BP" else number,
        Grade.M,
        evidence,
        deadline,
        steps=steps(id_, *rows, cite=_recalled),
    )


def _recalled(*, pinpoint: str) -> Cite:
    return _source.cite(pinpoint, Grade.M)


assess_risk = _pledge(
    "I",
    "Assess risks over the model's life",
    "Assess the risks of the frontier model before training, before deployment and after, with tests of your own and "
    "by outsiders.",
    "evaluation reports",
)
set_thresholds = _pledge(
    "II",
    "Set thresholds for intolerable risk",
    "Say at which point a severe risk would be intolerable unless mitigated, and how you arrived at the line; publish "
    "it as a safety framework.",
    "published framework",
    deadline=_FRAMEWORK,
)
mitigate = _pledge(
    "III",
    "Say how mitigations keep risk below the thresholds",
    "Set out which safeguards keep risk below the thresholds, the securing of weights among them.",
    "published framework",
    deadline=_FRAMEWORK,
)
stop = _pledge(
    "IV",
    "Do not develop or deploy what cannot be kept below them",
    "Set out what happens when a threshold is met. Where risk cannot be kept below it, neither develop nor deploy.",
    "record of decisions",
    deadline=_FRAMEWORK,
)
improve = _pledge(
    "V",
    "Keep getting better at it",
    "Keep improving how you assess, set thresholds, mitigate and decide.",
    "updates of the framework",
)
answer_inside = _pledge(
    "VI",
    "Settle who answers for it inside",
    "Give people roles, responsibility and means to keep these undertakings.",
    "governance chart",
    topic=Topic.DOCUMENTATION,
)
be_open = _pledge(
    "VII",
    "Publish how you do it",
    "Publish how you keep these undertakings, unless that raises risk or gives away business secrets out of proportion "
    "to its use; tell trusted actors, your government among them, more.",
    "publications",
    topic=Topic.TRANSPARENCY,
)
involve = _pledge(
    "VIII",
    "Explain how outsiders take part",
    "Explain how governments, civil society, academics and the public take part in assessing risk and keeping the "
    "undertakings.",
    "statement",
    topic=Topic.TRANSPARENCY,
)
best_practice = _pledge(
    "BP",
    "Keep to best practice",
    "Follow the practices listed at the end of the text.",
    "reports and policies",
    ("red-team", "Red-team the model, inside and outside.", "closing list", When.CONTINUOUS, "reports"),
    ("share", "Share information on risks with trusted actors.", "closing list", When.CONTINUOUS, "agreements"),
    ("weights", "Guard proprietary and unreleased weights.", "closing list", When.CONTINUOUS, "security policy"),
    ("reports", "Let outsiders report flaws.", "closing list", When.CONTINUOUS, "reporting channel"),
    ("marks", "Help users recognise generated sound and pictures.", "closing list", When.CONTINUOUS, "marking"),
    ("publish", "Publish abilities, limits, fit and unfit uses.", "closing list", When.CONTINUOUS, "model card"),
    ("research", "Put research on risks to society first.", "closing list", When.CONTINUOUS, "research plan"),
    ("use", "Use AI on the large problems of the world.", "closing list", When.CONTINUOUS, "projects"),
)
