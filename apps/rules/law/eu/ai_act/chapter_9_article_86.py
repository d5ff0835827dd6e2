"""AI Act, Chapter IX: Article 86, the right to have a decision explained."""

from __future__ import annotations

from apps.rules.engine import Deadline, Obligation, StepKind, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import high_risk_deployer
from apps.rules.law.eu.ai_act.chapter_3_article_26 import (
    DEPLOYERS_LEFT_ALONE,
    high_risk_besides_point_2,
)
from apps.rules.law.eu.ai_act.chapter_3_calendar import with_classification
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.use import decision_effect

explain_decisions = Obligation(
    id="EU-AIA-86",
    title="Explain decisions on request",
    must="When someone asks about a decision you based on the system's output, and it affects them legally or as "
    "seriously, explain clearly what part the system played and what the main elements of the decision were.",
    who="deployer of a system listed in Annex III, critical infrastructure aside",
    topic=Topic.DECISIONS,
    versions=with_classification(
        high_risk_deployer & high_risk_besides_point_2 & decision_effect.is_("significant"),
        "Art. 86(1)",
        DEPLOYERS_LEFT_ALONE,
    ),
    deadline=Deadline(kind=When.ON_REQUEST, text="When a person asks who sees harm to health, safety or rights."),
    evidence="explanation letters, list of decisions that rest on the system",
    penalty_note="Not among the breaches Article 99(4) lists: Member States set the penalties, not checked here; Union "
    "bodies: at most EUR 750 000 (Article 100(3)). Systems under the AI Office fall under Article 75c(4).",
    steps=steps(
        "EU-AIA-86",
        (
            "1-prep",
            "Open a channel for requests and mark which decisions rest on the system's output.",
            "Art. 86(1)",
            When.BEFORE_USE,
            "procedure, list of decisions",
        ),
        (
            "1-check",
            "Check each request: legal or similarly serious effect, and harm as the person sees it.",
            "Art. 86(1)",
            When.ON_REQUEST,
            "eligibility note",
            StepKind.GATE,
        ),
        ("1-role", "Explain what part the system played.", "Art. 86(1)", When.ON_REQUEST, "explanation letter"),
        ("1-main", "Explain the main elements of the decision.", "Art. 86(1)", When.ON_REQUEST, "explanation letter"),
        (
            "2",
            "If you refuse, name the exception in Union or national law.",
            "Art. 86(2)",
            When.ON_REQUEST,
            "refusal with its ground",
            StepKind.RELIEF,
        ),
        (
            "3",
            "If other Union law, such as the GDPR, already gives the right, answer under that law.",
            "Art. 86(3)",
            When.ON_REQUEST,
            "answer under the other act",
            StepKind.RELIEF,
        ),
    ),
    note="Applies only as far as Union law does not give the right already; Articles 15(1)(h) and 22 of the GDPR may.",
)
