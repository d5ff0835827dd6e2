"""AI Act, Chapter IV: Article 50(2), marking of generated content."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Expr,
    Grade,
    Obligation,
    Step,
    StepKind,
    Topic,
    Transition,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    SECTION_B_LITERAL,
    generates_content,
    system_provider,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import OPERATOR_DUTIES_FINE
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.facts.system import marking_exceptions, system_placed_on

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

ASSISTIVE_EDITING = CarveOut(
    id="standard-editing",
    title="Help with standard editing",
    when=marking_exceptions.includes("standard_editing"),
    cites=(_aia(pinpoint="Art. 50(2)"),),
    removes="Marking, as far as the system only helps with ordinary editing.",
    keeps="Marking of whatever else it generates, such as summaries.",
)

UNCHANGED_INPUT = CarveOut(
    id="input-not-substantially-changed",
    title="Input not substantially changed",
    when=marking_exceptions.includes("unchanged_input"),
    cites=(_aia(pinpoint="Art. 50(2)"),),
    removes="Marking, as far as what the user put in, and its meaning, stay essentially the same.",
    keeps="Marking of new or substantially altered content.",
)

ALLOWED_AGAINST_CRIME = CarveOut(
    id="authorised-against-crime",
    title="Allowed by law against crime",
    when=marking_exceptions.includes("crime_law"),
    cites=(_aia(pinpoint="Art. 50(2)"),),
    removes="Marking, for uses that a law allows to detect, prevent, investigate or prosecute crime.",
    keeps="Marking of every other use.",
)

OLDER_GENERATORS = Transition(
    id="generators-before-august-2026",
    title="Generators on the market before 2 August 2026",
    when=system_placed_on < date(2026, 8, 2),
    applies_from=date(2026, 12, 2),
    cites=(_aia(pinpoint="Art. 111(4)"),),
    published_on=OMNIBUS_PUBLISHED,
)


def _step(
    suffix: str,
    text: str,
    evidence: str,
    *,
    when: When = When.BEFORE_MARKET,
    kind: StepKind = StepKind.DUTY,
    only_if: Expr | None = None,
    pinpoint: str = "Art. 50(2)",
    note: str = "",
) -> Step:
    return Step(
        id=f"EU-AIA-50-2/{suffix}",
        text=text,
        pinpoint=_aia(pinpoint=pinpoint),
        when=when,
        evidence=evidence,
        kind=kind,
        only_if=only_if,
        note=note,
    )


_FEASIBLE = "As far as technically feasible."

content_marking = Obligation(
    id="EU-AIA-50-2",
    title="Mark generated content",
    must="Mark generated or altered sound, images, video and text in a machine-readable way and make it detectable as "
    "artificial, by means that work, fit together, resist removal and are reliable, as far as technology allows.",
    who="provider of a system that generates content",
    topic=Topic.TRANSPARENCY,
    versions=(
        Version(
            since=date(2026, 8, 2),
            when=system_provider & generates_content,
            cites=(_aia(pinpoint="Art. 50(2)"), _aia(pinpoint="Art. 113")),
            unless=(
                *ACTIVITIES_LEFT_ALONE,
                ASSISTIVE_EDITING,
                UNCHANGED_INPUT,
                ALLOWED_AGAINST_CRIME,
                SECTION_B_LITERAL,
            ),
            transitions=(OLDER_GENERATORS,),
        ),
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered, then for all its output."),
    evidence="marking specification, detector, test reports",
    penalty=OPERATOR_DUTIES_FINE,
    steps=(
        _step("1", "List each kind of output and whether it is artificial.", "output inventory", kind=StepKind.GATE),
        _step("2", "Put a machine-readable mark on the output.", "marking specification, samples"),
        _step("3", "Make the output detectable as generated or altered.", "detector and how to get it"),
        _step("4-eff", "Test that the marking works.", "test report", note=_FEASIBLE),
        _step("4-int", "Test that it works with other tools and formats.", "test report", note=_FEASIBLE),
        _step(
            "4-rob",
            "Test that it survives ordinary processing and attempts to remove it.",
            "test report",
            note=_FEASIBLE,
        ),
        _step("4-rel", "Test how often it is wrong, in both directions.", "test report", note=_FEASIBLE),
        _step("5", "Where you fall short, record why: kind of content, cost, state of the art.", "feasibility memo"),
        _step(
            "6-edit",
            "If you rely on standard editing, describe the function and why it only assists.",
            "exception memo",
            kind=StepKind.RELIEF,
            only_if=marking_exceptions.includes("standard_editing"),
        ),
        _step(
            "6-sub",
            "If you rely on unchanged input, show that content and meaning stay the user's.",
            "exception memo",
            kind=StepKind.RELIEF,
            only_if=marking_exceptions.includes("unchanged_input"),
        ),
        _step(
            "6-crime",
            "If a law against crime allows it, name the law.",
            "legal citation",
            kind=StepKind.RELIEF,
            only_if=marking_exceptions.includes("crime_law"),
        ),
        _step(
            "111-4",
            "If the system was on the market before 2 August 2026, finish marking by 2 December 2026.",
            "project closure record",
            when=When.ON_EVENT,
            kind=StepKind.RELIEF,
            only_if=OLDER_GENERATORS.when,
            pinpoint="Art. 111(4)",
        ),
        _step(
            "7",
            "Decide whether to follow the voluntary code on marking; if not, keep a comparison with it.",
            "adherence form or gap analysis",
            kind=StepKind.OPTION,
            pinpoint="Art. 50(7)",
        ),
    ),
    note="Article 111(4) speaks of systems placed on the market; the Commission's guidelines, read in extracts, add "
    "systems put into service. Open-source systems are not freed (Article 2(12)).",
)
