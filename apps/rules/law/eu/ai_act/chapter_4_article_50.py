"""AI Act, Chapter IV: Article 50(1), (2) and (5): telling people that a machine talks, marking what it makes, and how.

Article 50 applies since 2 August 2026 in every version of the Act. Regulation (EU) 2026/1744, published on 24 July
2026, added four months for the marks of older generators alone.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Grade,
    Obligation,
    Reading,
    StepKind,
    Topic,
    Transition,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    PRIVATE_USE,
    SECTION_B_LITERAL,
    high_risk_provider,
    system_deployer,
    system_provider,
)
from apps.rules.law.eu.ai_act.chapter_4_definitions import (
    ALLOWED_AGAINST_CRIME,
    ASSISTIVE_EDITING,
    PLAINLY_A_MACHINE,
    TALKS_AGAINST_CRIME,
    UNCHANGED_INPUT,
    direct_interaction,
    exposure_notice_due,
    generates_content,
    label_due,
    mark_due,
    notice_due,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import BODIES_PAY, TRANSPARENCY_FINE
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.system import system_placed_on, system_roles, system_union_links
from apps.rules.law.facts.transparency import crime_law_use, machine_recognisable, marking_exceptions

ARTICLE_50_FROM = date(2026, 8, 2)
MARKS_OF_OLDER_GENERATORS_FROM = date(2026, 12, 2)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_glt = partial(Cite, instrument="GLT", grade=Grade.S)


def since_august_2026(
    when: Expr, pinpoint: str, unless: tuple[CarveOut, ...], transitions: tuple[Transition, ...] = ()
) -> tuple[Version, ...]:
    """A transparency duty with its first day, which the text of 2024 set and nothing has moved."""
    return (
        Version(
            since=ARTICLE_50_FROM,
            when=when,
            cites=(_aia(pinpoint=pinpoint), _aia(pinpoint="Art. 113, second paragraph")),
            unless=(*ACTIVITIES_LEFT_ALONE, *unless, SECTION_B_LITERAL),
            transitions=transitions,
        ),
    )


# Whoever counts as provider under Article 25 does so for the whole Act.
any_provider = system_provider | high_risk_provider

# One's own use is no placing on the market: nobody else was offered the system.
_only_put_into_service = (
    system_roles.includes("provider") & system_roles.includes("deployer") & ~system_union_links.includes("placed")
)

_grace_111_4 = (system_placed_on < ARTICLE_50_FROM) & (
    ~_only_put_into_service
    | contested(
        key="grace-for-own-use",
        why="Article 111(4) gives more time to systems placed on the market before 2 August 2026. The guidelines, read "
        "in extracts, add systems that were only put into service.",
        a=Reading("only systems offered to others have more time", NEVER),
        b=Reading("systems put into service have more time as well", ALWAYS),
        cites=(_aia(pinpoint="Art. 111(4)"), _glt(pinpoint="paragraph 153")),
    )
)

older_generator = Definition(
    id="older_generator",
    title="Generator on the market before August 2026",
    statement="the system was on the Union market before 2 August 2026",
    denial="the system was not on the Union market before 2 August 2026",
    summary="First offered in the Union before 2 August 2026. Until the end of 1 December 2026 its maker owes no mark; "
    "all other duties run. Whether a system put into service for own use alone counts is open.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=NEVER,
            cites=(_aia(pinpoint="Art. 111"),),
            replaced_on=OMNIBUS_PUBLISHED,
            note="The text of 2024 gave generators no more time.",
        ),
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=_grace_111_4,
            cites=(_aia(pinpoint="Art. 111(4)"),),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
)

OLDER_GENERATORS = Transition(
    id="generators-before-august-2026",
    title="Generators on the market before 2 August 2026",
    when=older_generator,
    applies_from=MARKS_OF_OLDER_GENERATORS_FROM,
    cites=(_aia(pinpoint="Art. 111(4)"),),
    published_on=OMNIBUS_PUBLISHED,
)

interaction_notice = Obligation(
    id="EU-AIA-50-1",
    title="Tell people that they deal with a machine",
    must="Build the system so that the people it talks or writes to are told that they deal with AI. By the "
    "guidelines, small print, a general notice on the site, a vague word such as assistant or a hidden mark are not "
    "enough, and an agent also says for whom it acts.",
    who="provider of a system that deals directly with people",
    topic=Topic.TRANSPARENCY,
    versions=since_august_2026(
        any_provider & direct_interaction, "Art. 50(1)", (PLAINLY_A_MACHINE, TALKS_AGAINST_CRIME)
    ),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Built in before the system is offered; told at the latest when contact begins.",
        cite=_aia(pinpoint="Art. 50(5)"),
    ),
    evidence="pictures or recordings of the notice in every channel, exception memo if one is relied on",
    penalty=TRANSPARENCY_FINE,
    penalty_note=BODIES_PAY,
    steps=steps(
        "EU-AIA-50-1",
        (
            "1",
            "List every channel in which the system talks or writes to people.",
            "Art. 50(1)",
            When.BEFORE_MARKET,
            "channel inventory",
            StepKind.GATE,
        ),
        (
            "2",
            "Put the notice that this is AI into each of these channels, not only into the terms of use.",
            "Art. 50(1)",
            When.BEFORE_MARKET,
            "picture of the notice per channel",
        ),
        (
            "3",
            "If you rely on its being plain, write down which audience and setting make it plain.",
            "Art. 50(1)",
            When.BEFORE_MARKET,
            "exception memo",
            StepKind.RELIEF,
            machine_recognisable.is_("plain_to_everybody", "plain_to_professionals"),
        ),
        (
            "4",
            "If a law against crime allows it, name law and safeguards; check that nobody reports crime with it.",
            "Art. 50(1)",
            When.BEFORE_MARKET,
            "legal citation",
            StepKind.RELIEF,
            crime_law_use.is_("investigation", "prosecution_only"),
        ),
    ),
    note="Open source and size bring no relief. What counts as plain is open; the guidelines read it narrowly.",
)

content_marking = Obligation(
    id="EU-AIA-50-2",
    title="Mark generated content",
    must="Mark generated or altered sound, images, video and text in a machine-readable way and make it detectable as "
    "artificial, by means that work, fit together, resist removal and are reliable, as far as technology allows.",
    who="provider of a system that generates content",
    topic=Topic.TRANSPARENCY,
    versions=since_august_2026(
        any_provider & generates_content,
        "Art. 50(2)",
        (ASSISTIVE_EDITING, UNCHANGED_INPUT, ALLOWED_AGAINST_CRIME),
        (OLDER_GENERATORS,),
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered, then for all its output."),
    evidence="marking specification, detector, test reports",
    penalty=TRANSPARENCY_FINE,
    penalty_note=BODIES_PAY,
    steps=steps(
        "EU-AIA-50-2",
        (
            "1",
            "List each kind of output and whether it is artificial.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "output inventory",
            StepKind.GATE,
        ),
        (
            "2",
            "Put a machine-readable mark on the output.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "marking specification, samples",
        ),
        (
            "3",
            "Make the output detectable as generated or altered.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "detector and how to get it",
        ),
        (
            "4-eff",
            "Test that the marking works, as far as technically feasible.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "test report",
        ),
        (
            "4-int",
            "Test that it works with other tools and formats, as far as feasible.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "test report",
        ),
        (
            "4-rob",
            "Test that it survives ordinary processing and attempts to remove it, as far as feasible.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "test report",
        ),
        (
            "4-rel",
            "Test how often it is wrong, in both directions.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "test report",
        ),
        (
            "5",
            "Where you fall short, record why: kind of content, cost, state of the art. Your size is no reason.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "feasibility memo",
        ),
        (
            "6-edit",
            "If you rely on standard editing, describe the function and why it only assists.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "exception memo",
            StepKind.RELIEF,
            marking_exceptions.includes("standard_editing"),
        ),
        (
            "6-sub",
            "If you rely on unchanged input, show that content and meaning stay the user's.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "exception memo",
            StepKind.RELIEF,
            marking_exceptions.any_of("unchanged_input", "translation"),
        ),
        (
            "6-crime",
            "If a law against crime allows it, name the law.",
            "Art. 50(2)",
            When.BEFORE_MARKET,
            "legal citation",
            StepKind.RELIEF,
            crime_law_use.is_("investigation", "prosecution_only"),
        ),
        (
            "111-4",
            "If the system was on the market before 2 August 2026, finish marking by 2 December 2026.",
            "Art. 111(4)",
            When.ON_EVENT,
            "project closure record",
            StepKind.RELIEF,
            older_generator,
        ),
        (
            "7",
            "Decide whether to follow the voluntary code on marking; if not, keep a comparison with it.",
            "Art. 50(7)",
            When.BEFORE_MARKET,
            "adherence form or gap analysis",
            StepKind.OPTION,
        ),
    ),
    note="A mark made by the model's maker or another supplier may be used; you stay responsible. Open-source systems "
    "are not freed (Article 2(12)); a bare model is no system.",
)

_provider_owes = any_provider & (notice_due | mark_due)
_others_owe = (any_provider & notice_due) | (system_deployer & (exposure_notice_due | label_due))

OLDER_GENERATORS_NOTICES = Transition(
    id="notices-of-generators-before-august-2026",
    title="Notices of older generators, where only the mark is owed",
    when=older_generator & ~_others_owe,
    applies_from=MARKS_OF_OLDER_GENERATORS_FROM,
    cites=(_aia(pinpoint="Art. 111(4)"), _aia(pinpoint="Art. 50(5)")),
    published_on=OMNIBUS_PUBLISHED,
)

how_to_inform = Obligation(
    id="EU-AIA-50-5",
    title="Inform clearly and in time",
    must="Give every notice, mark and label of Article 50 clearly and so that it stands out, at the latest at first "
    "contact with the system or its content, and in a form that people with disabilities can use.",
    who="provider or deployer who owes a notice, mark or label",
    topic=Topic.TRANSPARENCY,
    versions=since_august_2026(_provider_owes | _others_owe, "Art. 50(5)", (PRIVATE_USE,), (OLDER_GENERATORS_NOTICES,)),
    deadline=Deadline(kind=When.ON_EVENT, text="At the latest at the first contact with the system or its content."),
    evidence="design review, timing test, accessibility test",
    penalty=TRANSPARENCY_FINE,
    penalty_note=BODIES_PAY,
    steps=steps(
        "EU-AIA-50-5",
        (
            "1",
            "Make each notice clear and hard to overlook or confuse with other text.",
            "Art. 50(5)",
            When.BEFORE_MARKET,
            "design review",
        ),
        (
            "2",
            "Show it no later than when people first meet the system or its content.",
            "Art. 50(5)",
            When.BEFORE_USE,
            "timing test",
        ),
        (
            "3",
            "Meet the accessibility rules that apply to you.",
            "Art. 50(5)",
            When.BEFORE_MARKET,
            "accessibility test",
        ),
        (
            "6",
            "Check high-risk duties and other transparency law too: these notices replace none of them.",
            "Art. 50(6)",
            When.BEFORE_MARKET,
            "list of laws checked",
        ),
    ),
)
