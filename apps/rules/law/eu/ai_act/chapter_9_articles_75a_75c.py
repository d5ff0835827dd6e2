"""AI Act, Chapter IX: Articles 75 to 75c, what supervision by the AI Office asks of operators, high-risk or not."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    OPEN_SOURCE_SYSTEM,
    PRIVATE_USE,
    SECTION_B_LITERAL,
    high_risk_provider,
    system_deployer,
    system_provider,
)
from apps.rules.law.eu.ai_act.chapter_9_article_75 import ai_office_system, own_model_system
from apps.rules.law.eu.ai_act.chapter_12_article_99 import OPERATOR_DUTIES_FINE
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import steps

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

ai_office_supervision = Obligation(
    id="EU-AIA-ENF",
    title="Answer to the AI Office",
    must="Answer the AI Office's requests correctly and in time, let it inspect, give it access to the system, keep "
    "what it orders you to keep, and carry out binding commitments and decisions.",
    who="provider of a system under the AI Office; a user only if of the same undertaking",
    topic=Topic.COOPERATION,
    versions=(
        Version(
            since=date(2026, 8, 2),
            when=ai_office_system & (system_provider | high_risk_provider | (system_deployer & own_model_system)),
            cites=(
                _aia(pinpoint="Art. 75(1)"),
                _aia(pinpoint="Art. 75a"),
                _aia(pinpoint="Art. 75b"),
                _aia(pinpoint="Art. 75c"),
            ),
            unless=(*ACTIVITIES_LEFT_ALONE, PRIVATE_USE, OPEN_SOURCE_SYSTEM, SECTION_B_LITERAL),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
    deadline=Deadline(kind=When.ON_REQUEST, text="In the time each request, order or decision sets."),
    evidence="replies, access records, proof of measures taken",
    penalty=OPERATOR_DUTIES_FINE,
    penalty_note="Any breach within the AI Office's competence counts at this level (Article 75c(4)), wrong "
    "information at that of Article 99(5). Periodic payments up to 5 % of average daily income or turnover; "
    "five years to impose a fine and five to enforce it.",
    steps=steps(
        "EU-AIA-ENF",
        (
            "75-1-a",
            "Record whether one undertaking made both model and system, and whether one of the four exceptions fits.",
            "Art. 75(1)(a)",
            When.BEFORE_MARKET,
            "memo on supervision",
            StepKind.GATE,
        ),
        (
            "75-1-b",
            "Record whether the system is, or sits in, a platform or search engine designated as very large.",
            "Art. 75(1)(b)",
            When.BEFORE_MARKET,
            "memo on supervision",
            StepKind.GATE,
        ),
        (
            "75a-3",
            "Answer requests for information correctly, in the time set.",
            "Art. 75a(3)",
            When.ON_REQUEST,
            "reply",
        ),
        (
            "75a-4",
            "Be ready for inspections, remote or on site: rooms, records, explanations, seals.",
            "Art. 75a(4)",
            When.ON_REQUEST,
            "inspection protocol",
        ),
        (
            "75a-6-a",
            "When ordered, give access to the system and explain it.",
            "Art. 75a(6)(a)",
            When.ON_REQUEST,
            "record",
        ),
        ("75a-6-b", "When ordered, keep data and documents.", "Art. 75a(6)(b)", When.ON_EVENT, "preservation notice"),
        ("75b", "If commitments were made binding, keep them.", "Art. 75b", When.CONTINUOUS, "commitment tracker"),
        (
            "75c-3",
            "After a decision that you broke the rules, act in the period set and report the measures.",
            "Art. 75c(3)",
            When.ON_EVENT,
            "report on measures",
        ),
    ),
    note="A system that somebody outside your group made stays with the national authorities, also if your model is in "
    "it. National authorities may ask the AI Office to act. Everybody may complain (Article 85).",
)
