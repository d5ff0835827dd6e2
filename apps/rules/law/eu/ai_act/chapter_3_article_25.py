"""AI Act, Chapter III: Article 25(2) and (4), duties of those around a high-risk system."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Expr,
    Grade,
    Obligation,
    Reading,
    Step,
    StepKind,
    Topic,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    SECTION_B,
    high_risk_system,
    results_in_the_union,
    system_provider,
)
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, on_both_calendars
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_model
from apps.rules.law.eu.ai_act.chapter_12_article_99 import VALUE_CHAIN_FINE
from apps.rules.law.facts.system import (
    excluded_high_risk_change,
    supplied_part,
    system_open_source,
    system_roles,
    system_union_links,
    third_party_parts,
    turned_high_risk_by_others,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

HIGH_RISK_CHANGE_RULED_OUT = CarveOut(
    id="high-risk-change-ruled-out",
    title="Change into a high-risk system clearly ruled out",
    when=excluded_high_risk_change,
    cites=(_aia(pinpoint="Art. 25(2)"),),
    removes="The duty to help whoever turned the system into a high-risk one.",
    keeps="All duties as provider of your own, unchanged system.",
    note="What counts as clear enough is open.",
)

_counts_as_component = contested(
    key="open-source-system-or-model-as-component",
    why="The relief names tools, services, processes and components. Since 2026 the article lists AI models "
    "separately, and it is open whether an open-source system, or a model that is not general-purpose, still counts "
    "as a component.",
    a=Reading("only tools, services, processes and other components are freed", NEVER),
    b=Reading("systems and models that are not general-purpose are freed as well", ALWAYS),
    cites=(_aia(pinpoint="Art. 25(4)"), _aia(pinpoint="recital 89")),
)

OPEN_SOURCE_COMPONENT = CarveOut(
    id="open-source-component",
    title="Open-source tools and components",
    when=system_roles.includes("supplier")
    & ~system_roles.includes("provider")
    & system_open_source
    & (supplied_part.is_("tool") | _counts_as_component),
    cites=(_aia(pinpoint="Art. 25(4)"), _aia(pinpoint="recital 89")),
    removes="The written agreement for suppliers of publicly accessible open-source tools and components.",
    keeps="The duty of the high-risk provider, and of suppliers of general-purpose models.",
    lost_when=(
        CarveOut(
            id="general-purpose-model-supplied",
            title="A general-purpose model is supplied",
            when=supplied_part.is_("model") & gpai_model,
            cites=(_aia(pinpoint="Art. 25(4)"),),
        ),
    ),
)


def _step(
    parent: str,
    suffix: str,
    text: str,
    pinpoint: str,
    evidence: str,
    when: When,
    kind: StepKind = StepKind.DUTY,
    only_if: Expr | None = None,
) -> Step:
    return Step(
        id=f"{parent}/{suffix}",
        text=text,
        pinpoint=_aia(pinpoint=pinpoint),
        when=when,
        evidence=evidence,
        kind=kind,
        only_if=only_if,
    )


help_the_new_provider = Obligation(
    id="EU-AIA-25-2",
    title="Help the new provider of a system turned high-risk",
    must="Work closely with whoever became the provider: hand over documentation that lets them judge what Article 16 "
    "asks of them, tell them known limits and ways it can fail, and give targeted technical access for tests.",
    who="first provider of a system that someone else made high-risk",
    topic=Topic.COOPERATION,
    versions=on_both_calendars(
        system_provider & turned_high_risk_by_others & high_risk_system,
        "Art. 25(2)",
        (*ACTIVITIES_LEFT_ALONE, SECTION_B, HIGH_RISK_CHANGE_RULED_OUT, OLDER_HIGH_RISK),
    ),
    deadline=Deadline(kind=When.ON_EVENT, text="When someone else becomes the provider."),
    evidence="documentation pack, list of known limits, record of access given",
    penalty=VALUE_CHAIN_FINE,
    steps=(
        _step(
            "EU-AIA-25-2",
            "opt-out",
            "If you do not want this, say clearly that the system must not be made high-risk.",
            "Art. 25(2)",
            "clause in terms and documentation",
            When.AT_PLACING,
            StepKind.OPTION,
        ),
        _step(
            "EU-AIA-25-2",
            "s2",
            "Give the new provider information and reasonable help, above all for the conformity assessment.",
            "Art. 25(2)",
            "cooperation record",
            When.ON_EVENT,
        ),
        _step(
            "EU-AIA-25-2",
            "a",
            "Hand over documentation good enough to judge compliance with Article 16.",
            "Art. 25(2)(a)",
            "documentation pack",
            When.ON_EVENT,
        ),
        _step(
            "EU-AIA-25-2",
            "b",
            "Tell the new provider what the system cannot do and how it can fail.",
            "Art. 25(2)(b)",
            "list of limits",
            When.ON_EVENT,
        ),
        _step(
            "EU-AIA-25-2",
            "c",
            "Give targeted technical access, tests included.",
            "Art. 25(2)(c)",
            "record of access",
            When.ON_EVENT,
        ),
        _step(
            "EU-AIA-25-2",
            "5",
            "Mark trade secrets and intellectual property in what you hand over.",
            "Art. 25(5)",
            "confidentiality marks",
            When.ON_EVENT,
        ),
    ),
)

_supplies = system_roles.includes("supplier") & (system_union_links.any_of("placed", "used") | results_in_the_union)

agree_in_writing = Obligation(
    id="EU-AIA-25-4",
    title="Agree in writing with suppliers of high-risk systems",
    must="Settle in a written agreement the information, capabilities, technical access and help that the provider of "
    "the high-risk system needs from whoever supplies systems, models, tools, services or parts for it.",
    who="provider of a high-risk system, and each supplier to it",
    topic=Topic.COOPERATION,
    versions=on_both_calendars(
        high_risk_system & (_supplies | (system_provider & third_party_parts)),
        "Art. 25(4)",
        (*ACTIVITIES_LEFT_ALONE, SECTION_B, OPEN_SOURCE_COMPONENT, OLDER_HIGH_RISK),
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the high-risk system is offered."),
    evidence="supplier list, signed agreements",
    penalty=VALUE_CHAIN_FINE,
    steps=(
        _step(
            "EU-AIA-25-4",
            "1-p",
            "List every outside system, model, tool, service and part, and sign an agreement with each supplier.",
            "Art. 25(4)",
            "supplier list, agreements",
            When.BEFORE_MARKET,
            only_if=system_roles.includes("provider"),
        ),
        _step(
            "EU-AIA-25-4",
            "1-t",
            "Agree what information, access and help the high-risk provider gets from you.",
            "Art. 25(4)",
            "agreement",
            When.BEFORE_MARKET,
            only_if=system_roles.includes("supplier"),
        ),
        _step(
            "EU-AIA-25-4",
            "1-foss",
            "If you rely on the open-source relief, record licence, public access and that it is no general-purpose "
            "model.",
            "Art. 25(4)",
            "licence record",
            When.BEFORE_MARKET,
            StepKind.RELIEF,
            only_if=system_open_source,
        ),
        _step(
            "EU-AIA-25-4",
            "2",
            "See whether the AI Office's voluntary model terms are out, and use them if they help.",
            "Art. 25(4)",
            "terms used",
            When.BEFORE_MARKET,
            StepKind.OPTION,
        ),
    ),
    note="The text of 2024 did not name AI models separately. General-purpose models are never freed, open or not.",
)
