"""AI Act, Chapter I: Article 4, AI literacy, in its wording before and after Regulation (EU) 2026/1744."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    OPEN_SOURCE_SYSTEM,
    PRIVATE_USE,
    SECTION_B_LITERAL,
    high_risk_provider,
    system_deployer,
    system_provider,
)
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_IN_FORCE, OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import steps

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

_operator = system_provider | high_risk_provider | system_deployer
_unless = (*ACTIVITIES_LEFT_ALONE, PRIVATE_USE, OPEN_SOURCE_SYSTEM, SECTION_B_LITERAL)
_OLD_WORDING = "Old wording: see to a sufficient level of AI literacy, as far as you can."
_FIRST_DAY = (_aia(pinpoint="Art. 4"), _aia(pinpoint="Art. 113, third paragraph, point (a)"))


ai_literacy = Obligation(
    id="EU-AIA-4-1",
    title="Support AI literacy",
    must="Take measures that help your staff, and others who run or use AI systems for you, to understand AI: fitted "
    "to what they know, to the setting, and to the people affected. No set level and no certificate is required.",
    who="provider or deployer of any AI system",
    topic=Topic.LITERACY,
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=_operator,
            cites=_FIRST_DAY,
            unless=_unless,
            replaced_on=OMNIBUS_PUBLISHED,
            note=_OLD_WORDING,
        ),
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            until=OMNIBUS_IN_FORCE,
            when=_operator,
            cites=_FIRST_DAY,
            unless=_unless,
            published_on=OMNIBUS_PUBLISHED,
            note=_OLD_WORDING,
        ),
        Version(
            since=OMNIBUS_IN_FORCE,
            when=_operator,
            cites=(_aia(pinpoint="Art. 4(1)"), _omn(pinpoint="Art. 1(5)")),
            unless=_unless,
            published_on=OMNIBUS_PUBLISHED,
            note="Softened, not removed: support the development of literacy; no level has to be reached.",
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="At all times since 2 February 2025."),
    evidence="training plan and materials, attendance or guidance log",
    penalty_note="Not among the fines of Article 99(3) to (5): national rules decide. Where the AI Office supervises "
    "the system, up to EUR 15 million or 3 % of turnover (Article 75c(4)(a)).",
    steps=steps(
        "EU-AIA-4-1",
        (
            "1-a",
            "List who runs or uses AI systems for you, contractors included, and which systems each of them touches.",
            "Art. 4(1)",
            When.CONTINUOUS,
            "register of people per system",
        ),
        (
            "1-b",
            "Note what each group knows already and what its task still needs.",
            "Art. 4(1)",
            When.CONTINUOUS,
            "skills-gap sheet",
        ),
        (
            "1-c",
            "Fit the content to each system's purpose, risks and limits.",
            "Art. 4(1)",
            When.CONTINUOUS,
            "training plan per setting",
        ),
        (
            "1-d",
            "If the system affects people, cover what it does to those it is used on.",
            "Art. 4(1)",
            When.CONTINUOUS,
            "training material on affected people",
        ),
        (
            "1-e",
            "Take the measures you chose and log them.",
            "Art. 4(1)",
            When.RECURRING,
            "attendance and guidance log",
        ),
        (
            "2",
            "Compare your measures with the Commission's published examples.",
            "Art. 4(2)",
            When.RECURRING,
            "comparison note",
            StepKind.OPTION,
        ),
    ),
    note="Whether Member States fine breaches of Article 4 differs from one to the next.",
)
