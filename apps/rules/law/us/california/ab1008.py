"""California, AB 1008: personal information inside AI systems; AB 316: no defence that the AI acted by itself."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    Cite,
    Deadline,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    StepKind,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.model import generates
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.system import system_functions
from apps.rules.law.us.california.ccpa_business import ca_ccpa_business
from apps.rules.law.us.common import in_state

_cite = partial(Cite, instrument="US-CA-AB1008", grade=Grade.S)
_316 = partial(Cite, instrument="US-CA-AB316")

SIGNED = date(2024, 9, 28)
APPLIES_FROM = date(2025, 1, 1)
AB316_SIGNED = date(2025, 10, 13)

AB1008 = Instrument(
    id="US-CA-AB1008",
    title="California Consumer Privacy Act: personal information in abstract digital formats",
    short="California AB 1008",
    jurisdiction="US-CA",
    force=Force.STATUTE,
    number="Civ. Code 1798.140(v)(4); AB 1008 (2024)",
    enforcer="California Privacy Protection Agency and Attorney General",
    url="https://www.bairdholm.com/blog/privacy-regulations-in-california-now-extend-to-ai/",
    summary="Personal information can sit inside an AI system that is able to put it out. So rights to access, delete, "
    "correct and opt out can reach a model's weights, where California's privacy act reaches the firm. In force since "
    "1 January 2025. Non-profits and small firms are outside that act.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "No exception. Weights you published can hold personal information too; plan how deletion requests reach them.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_cite(pinpoint="AB 1008")),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="takes effect; a table that says 2026 is wrong",
            cite=_cite(pinpoint="AB 1008"),
            published_on=SIGNED,
        ),
    ),
    sources=(
        _cite(
            pinpoint="Civ. Code 1798.140(v)(4)",
            source="https://www.bairdholm.com/blog/privacy-regulations-in-california-now-extend-to-ai/",
        ),
    ),
)

AB316 = Instrument(
    id="US-CA-AB316",
    title="Artificial intelligence: defences",
    short="California AB 316",
    jurisdiction="US-CA",
    force=Force.STATUTE,
    number="Civ. Code 1714.46; AB 316 (2025)",
    enforcer="courts, in suits for damages",
    url="https://leginfo.legislature.ca.gov/",
    summary="Whoever made, changed or used AI that is said to have caused harm cannot plead that the AI acted on its "
    "own. No duty of its own; other defences stay. In force since 1 January 2026; number of the section not verified.",
    published_on=AB316_SIGNED,
    openness=Openness(Relief.NONE, "No exception: makers and changers of open models are named like all others."),
    status=(
        Status(
            on=date(2026, 1, 1),
            state=State.IN_FORCE,
            note="takes effect",
            cite=_316(pinpoint="AB 316", grade=Grade.S),
            published_on=AB316_SIGNED,
        ),
    ),
    sources=(_316(pinpoint="Civ. Code 1714.46", grade=Grade.M),),
)

# What comes out can hold what was learned about people, whoever made the model: content, answers, findings, scores.
_CAN_PUT_IT_OUT = personal_data.includes("training") & (
    ~generates.is_empty()
    | system_functions.any_of("conversation", "text", "code", "image", "audio", "video", "bodies", "scores")
)

information_in_models = Obligation(
    id="CA-AB1008-1",
    title="Plan for personal information inside the model",
    must="Find out whether the model can put out personal information it learned, and plan how requests to access, "
    "delete and correct and opt-outs reach it, through the supplier where the model is not yours.",
    who="business under California's privacy act whose model can put out personal information",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=APPLIES_FROM,
            when=in_state("ca") & _CAN_PUT_IT_OUT & ca_ccpa_business,
            cites=(_cite(pinpoint="Civ. Code 1798.140(v)(4)"),),
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="Since 1 January 2025; requests in the time of the privacy act."),
    evidence="assessment of memorisation, request log",
    penalty_note="California Privacy Protection Agency or Attorney General: $2,500 per violation, $7,500 if intended, "
    "before adjustment for inflation.",
    steps=steps(
        "CA-AB1008-1",
        ("memorised", "Test what the model can reproduce.", "1798.140(v)(4)", When.BEFORE_MARKET, "extraction tests"),
        (
            "requests",
            "Plan how deletion and correction reach the model: filters, unlearning or retraining.",
            "1798.140(v)(4)",
            When.ON_REQUEST,
            "procedure, request log",
        ),
        (
            "public",
            "Relief: lawfully public information is not personal information under the act.",
            "1798.140(v)(2)",
            When.ON_REQUEST,
            "source record",
            StepKind.RELIEF,
        ),
        cite=_cite,
    ),
    note="Not a duty of its own: it brings weights within the rights that the privacy act gives. What deletion from a "
    "model takes, and how far public information is left out, is not settled.",
)
