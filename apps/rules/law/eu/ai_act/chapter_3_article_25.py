"""AI Act, Chapter III: Article 25, who answers for a high-risk system when several hands have been at it."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Grade,
    Obligation,
    Reading,
    StepKind,
    Topic,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_1_ai_system import ai_system
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    SECTION_B,
    changes_or_repurposes,
    changes_substantially,
    gives_a_new_purpose,
    has_a_role,
    high_risk_provider,
    manufacturer_as_provider,
    puts_its_name_on,
    results_in_the_union,
)
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, on_both_calendars
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_system
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_model
from apps.rules.law.eu.ai_act.chapter_12_article_99 import PROVIDER_FINE, VALUE_CHAIN_FINE
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.system import (
    contract_keeps_provider,
    excluded_high_risk_change,
    supplied_part,
    system_open_source,
    system_roles,
    system_union_links,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_union_link = system_union_links.any_of("placed", "used") | results_in_the_union

CONTRACT_KEEPS_PROVIDER = CarveOut(
    id="contract-keeps-provider",
    title="Contract leaves the duties with the maker",
    when=puts_its_name_on & contract_keeps_provider,
    cites=(_aia(pinpoint="Art. 25(1)(a)"),),
    removes="The provider's duties of whoever only puts a name or mark on a high-risk system.",
    keeps="The duties of your own role, as importer, distributor or deployer.",
    lost_when=(
        CarveOut(
            id="more-than-a-name",
            title="The system was changed as well",
            when=changes_or_repurposes,
            cites=(_aia(pinpoint="Art. 25(1)(b)"), _aia(pinpoint="Art. 25(1)(c)")),
        ),
    ),
)

take_over_as_provider = Obligation(
    id="EU-AIA-25-1",
    title="Take on the provider's duties for a system you made your own",
    must="Treat yourself as the provider once you put your name on a high-risk system, change one substantially, or "
    "give a system a high-risk purpose, general-purpose ones included. Every duty of Article 16 is then yours; drop "
    "the plan if you cannot carry them.",
    who="importer, distributor, deployer or other third party who rebrands, changes or repurposes a system",
    topic=Topic.CLASSIFICATION,
    versions=on_both_calendars(
        ai_system & has_a_role & _union_link & high_risk_system & (puts_its_name_on | changes_or_repurposes),
        "Art. 25(1)",
        (*ACTIVITIES_LEFT_ALONE, SECTION_B, CONTRACT_KEEPS_PROVIDER, OLDER_HIGH_RISK),
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the renamed or changed system is offered or used."),
    evidence="role assessment, modification assessment, contract with the maker",
    penalty=PROVIDER_FINE,
    steps=steps(
        "EU-AIA-25-1",
        (
            "a",
            "Before your name goes on a high-risk system, settle by contract who is provider, or become it.",
            "Art. 25(1)(a)",
            When.BEFORE_MARKET,
            "role assessment, contract",
            StepKind.GATE,
            puts_its_name_on,
        ),
        (
            "b",
            "Test each change for being substantial; if it is and the system stays high-risk, take on the duties.",
            "Art. 25(1)(b)",
            When.ON_EVENT,
            "modification assessment",
            StepKind.GATE,
            changes_substantially,
        ),
        (
            "c",
            "Before a system gets a high-risk purpose, take on the provider's duties or give the plan up.",
            "Art. 25(1)(c)",
            When.ON_EVENT,
            "assessment of the new purpose",
            StepKind.GATE,
            gives_a_new_purpose,
        ),
    ),
)

HIGH_RISK_CHANGE_RULED_OUT = CarveOut(
    id="high-risk-change-ruled-out",
    title="Change into a high-risk system clearly ruled out",
    when=excluded_high_risk_change,
    cites=(_aia(pinpoint="Art. 25(2)"),),
    removes="The duty to help whoever turned the system into a high-risk one.",
    keeps="All duties as provider of your own, unchanged system.",
    note="What counts as clear enough is open.",
)

help_the_new_provider = Obligation(
    id="EU-AIA-25-2",
    title="Help the new provider of a system turned high-risk",
    must="Work closely with whoever became the provider: hand over documentation that lets them judge what Article 16 "
    "asks of them, tell them known limits and ways it can fail, and give targeted technical access for tests.",
    who="first provider of a system that someone else made high-risk",
    topic=Topic.COOPERATION,
    versions=on_both_calendars(
        ai_system & system_roles.includes("first_provider") & _union_link,
        "Art. 25(2)",
        (*ACTIVITIES_LEFT_ALONE, SECTION_B, HIGH_RISK_CHANGE_RULED_OUT, OLDER_HIGH_RISK),
    ),
    deadline=Deadline(kind=When.ON_EVENT, text="When someone else becomes the provider."),
    evidence="documentation pack, list of known limits, record of access given",
    penalty=VALUE_CHAIN_FINE,
    steps=steps(
        "EU-AIA-25-2",
        (
            "opt-out",
            "If you do not want this, say clearly that the system must not be made high-risk.",
            "Art. 25(2)",
            When.AT_PLACING,
            "clause in terms and documentation",
            StepKind.OPTION,
        ),
        (
            "s2",
            "Give the new provider information and reasonable help, above all for the conformity assessment.",
            "Art. 25(2)",
            When.ON_EVENT,
            "cooperation record",
        ),
        (
            "a",
            "Hand over documentation good enough to judge compliance with Article 16.",
            "Art. 25(2)(a)",
            When.ON_EVENT,
            "documentation pack",
        ),
        (
            "b",
            "Tell the new provider what the system cannot do and how it can fail.",
            "Art. 25(2)(b)",
            When.ON_EVENT,
            "list of limits",
        ),
        ("c", "Give targeted technical access, tests included.", "Art. 25(2)(c)", When.ON_EVENT, "record of access"),
        (
            "5",
            "Mark trade secrets and intellectual property in what you hand over.",
            "Art. 25(5)",
            When.ON_EVENT,
            "confidentiality marks",
        ),
    ),
    note="For the system as changed you are no longer the provider. For your own, unchanged system you remain it.",
)

act_as_provider_of_the_product = Obligation(
    id="EU-AIA-25-3",
    title="Act as provider of the AI in your product",
    must="Treat yourself as the provider of the AI safety component in a product under Annex I, Section A, that you "
    "sell under your name, also where the AI goes into service under your name after the product was sold.",
    who="manufacturer of a product under Annex I, Section A",
    topic=Topic.CLASSIFICATION,
    versions=on_both_calendars(manufacturer_as_provider, "Art. 25(3)", (*ACTIVITIES_LEFT_ALONE, OLDER_HIGH_RISK)),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the product, or the AI added later, is offered."),
    evidence="role assessment",
    penalty=PROVIDER_FINE,
    steps=steps(
        "EU-AIA-25-3",
        (
            "a",
            "If the AI is sold with the product under your name, act as its provider.",
            "Art. 25(3)(a)",
            When.BEFORE_MARKET,
            "role assessment",
            StepKind.GATE,
        ),
        (
            "b",
            "If it goes into service under your name after the product was sold, act as its provider too.",
            "Art. 25(3)(b)",
            When.BEFORE_MARKET,
            "role assessment",
            StepKind.GATE,
        ),
    ),
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
    # Whoever took a system over, or sells it in a product, is the high-risk provider without that role.
    & ~high_risk_provider
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

# A supplier's answer says already that its part goes into a high-risk system; it may have no system of its own.
_supplies = system_roles.includes("supplier") & _union_link

agree_in_writing = Obligation(
    id="EU-AIA-25-4",
    title="Agree in writing with suppliers of high-risk systems",
    must="Settle in a written agreement the information, capabilities, technical access and help that the provider of "
    "the high-risk system needs from whoever supplies systems, models, tools, services or parts for it.",
    who="provider of a high-risk system, and each supplier to it",
    topic=Topic.COOPERATION,
    versions=on_both_calendars(
        _supplies | high_risk_provider,
        "Art. 25(4)",
        (*ACTIVITIES_LEFT_ALONE, SECTION_B, OPEN_SOURCE_COMPONENT, OLDER_HIGH_RISK),
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the high-risk system is offered."),
    evidence="supplier list, signed agreements",
    penalty=VALUE_CHAIN_FINE,
    steps=steps(
        "EU-AIA-25-4",
        (
            "1-p",
            "List every outside system, model, tool, service and part, and sign an agreement with each supplier.",
            "Art. 25(4)",
            When.BEFORE_MARKET,
            "supplier list, agreements",
            StepKind.DUTY,
            high_risk_provider,
        ),
        (
            "1-t",
            "Agree what information, access and help the high-risk provider gets from you.",
            "Art. 25(4)",
            When.BEFORE_MARKET,
            "agreement",
            StepKind.DUTY,
            system_roles.includes("supplier"),
        ),
        (
            "1-foss",
            "To use the open-source relief, record licence, public access and that it is no general-purpose model.",
            "Art. 25(4)",
            When.BEFORE_MARKET,
            "licence record",
            StepKind.RELIEF,
            system_open_source,
        ),
        (
            "2",
            "See whether the AI Office's voluntary model terms are out, and use them if they help.",
            "Art. 25(4)",
            When.BEFORE_MARKET,
            "terms used",
            StepKind.OPTION,
        ),
    ),
    note="The text of 2024 did not name AI models separately. General-purpose models are never freed, open or not.",
)
