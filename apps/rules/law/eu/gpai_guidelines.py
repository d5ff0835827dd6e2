"""Commission guidelines on general-purpose AI models: the lines they draw, and who becomes a maker by changing a model.

Guidance, not law. Each line is a switch that a profile may turn off; without it the Act alone decides.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import partial

from apps.rules.engine import (
    NEVER,
    Cite,
    Dated,
    Definition,
    Force,
    Grade,
    GuidanceStatus,
    Instrument,
    Param,
    Reading,
    State,
    Status,
    Version,
    contested,
    guidance,
)
from apps.rules.law.eu.ai_act.instruments import ACT_PUBLISHED
from apps.rules.law.facts.market import union_ways
from apps.rules.law.facts.model import development, generates, task_range, training_compute
from apps.rules.law.facts.modification import (
    base_compute_known,
    base_general_purpose,
    base_other_counted_compute,
    base_systemic_risk,
    base_training_compute,
    changes_capabilities,
    controls_weights,
    earlier_modification_compute,
    modification_compute,
    modification_methods,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

CHAPTER_5_FROM = date(2025, 8, 2)
GUIDELINES_PUBLISHED = date(2025, 7, 18)

GL = Instrument(
    id="GL",
    title="Commission Guidelines on the scope of the obligations for providers of general-purpose AI models",
    short="GPAI Guidelines",
    jurisdiction="EU",
    force=Force.GUIDANCE,
    number="C(2025) 5045, adopted as C(2025) 7719",
    enforcer="Commission, as the basis of its own enforcement; only the Court of Justice can interpret with authority",
    summary="Says when the Commission sees a general-purpose model, its placing on the market, its provider, a "
    "modifier who becomes one, an open-source release, and how training compute is counted. Not binding. Two passages "
    "predate the Digital Omnibus.",
    published_on=GUIDELINES_PUBLISHED,
    status=(
        Status(
            on=GUIDELINES_PUBLISHED,
            state=State.ADOPTED,
            note="content approved in draft, C(2025) 5045",
            cite=_gl(pinpoint="cover page"),
        ),
        Status(
            on=CHAPTER_5_FROM,
            state=State.IN_FORCE,
            note="used from the first day of the duties on models",
            cite=_gl(pinpoint="section 5"),
            published_on=GUIDELINES_PUBLISHED,
        ),
        Status(
            on=date(2025, 11, 19),
            state=State.IN_FORCE,
            note="formally adopted, C(2025) 7719; paragraph numbers changed",
            cite=_gl(pinpoint="cover page", grade=Grade.S),
        ),
    ),
    sources=(
        _gl(pinpoint="C(2025) 5045, sections 1 to 6, Annex A"),
        _gl(pinpoint="C(2025) 7719", grade=Grade.S, note="Cited by section, because paragraph numbers differ."),
    ),
)

# -- section 2.1: the line for a general-purpose model -------------------------------------------------------------

indicative_compute = Param(
    id="indicative_compute",
    title="indicative line for general-purpose models",
    unit="FLOP",
    history=(Dated(since=GUIDELINES_PUBLISHED, value=1e23, cite=_gl(pinpoint="section 2.1")),),
)

generates_listed_content = generates.any_of("text", "speech", "images_from_text", "video_from_text")

indicator_met = Definition(
    id="indicator_met",
    title="Official indicator for a general-purpose model",
    statement="the model meets the official indicator for general-purpose models",
    denial="the model misses the official indicator for general-purpose models",
    summary="More than 10^23 operations of training compute, and output in language, or pictures or video from text.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=(training_compute > indicative_compute) & generates_listed_content,
            cites=(_gl(pinpoint="section 2.1"), _gl(pinpoint="Annex A.1")),
        ),
    ),
)

# -- section 3.1: placing on the market and who is provider --------------------------------------------------------

essential_internal_use = guidance(
    key="essential-internal-use",
    why="Guidance counts use in house as placing on the market when a product or service for others depends on it, or "
    "people's rights are touched. The recitals point the same way; no article says so.",
    status=GuidanceStatus.FINAL,
    followed=union_ways.includes("internal_essential"),
    ignored=NEVER,
    cite=_gl(pinpoint="section 3.1.2"),
)

takes_the_makers_place = guidance(
    key="excluded-from-the-union",
    why="Guidance makes the one who brings a product with the model to the Union its provider when the maker clearly "
    "ruled the Union out.",
    status=GuidanceStatus.FINAL,
    followed=development.is_("kept_out"),
    ignored=NEVER,
    cite=_gl(pinpoint="section 3.1.3"),
)

# -- section 3.2: modifiers ----------------------------------------------------------------------------------------

ONE_THIRD = Fraction(1, 3)
systemic_risk_compute = Param(
    id="systemic_risk_compute",
    title="line above which systemic risk is presumed",
    unit="FLOP",
    history=(Dated(since=CHAPTER_5_FROM, value=1e25, cite=_aia(pinpoint="Art. 51(2)"), published_on=ACT_PUBLISHED),),
)

_all_changes = modification_compute + earlier_modification_compute
_base_counted = base_training_compute + base_other_counted_compute

change_above_third = Definition(
    id="change_above_third",
    title="Change above one third of the original's compute",
    statement="the change took more than one third of the original's compute",
    denial="the change took no more than one third of the original's compute",
    summary="Compared with the original's parameter-updating compute, or all its counted compute if it has systemic "
    "risk. If neither known nor estimable, with a third of 10^25 (systemic risk) or of 10^23 (others).",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=(base_compute_known & ~base_systemic_risk & (modification_compute > base_training_compute * ONE_THIRD))
            | (base_compute_known & base_systemic_risk & (modification_compute > _base_counted * ONE_THIRD))
            | (~base_compute_known & base_systemic_risk & (modification_compute * 3 > systemic_risk_compute))
            | (~base_compute_known & ~base_systemic_risk & (modification_compute * 3 > indicative_compute)),
            cites=(_gl(pinpoint="section 3.2"), _gl(pinpoint="Annex A.1")),
        ),
    ),
)

all_changes_above_third = Definition(
    id="all_changes_above_third",
    title="All changes together above one third",
    statement="all changes together took more than one third of the original's compute",
    denial="all changes together took no more than one third of the original's compute",
    summary="The same comparison, with earlier changes by the same organisation added.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=(base_compute_known & ~base_systemic_risk & (_all_changes > base_training_compute * ONE_THIRD))
            | (base_compute_known & base_systemic_risk & (_all_changes > _base_counted * ONE_THIRD))
            | (~base_compute_known & base_systemic_risk & (_all_changes * 3 > systemic_risk_compute))
            | (~base_compute_known & ~base_systemic_risk & (_all_changes * 3 > indicative_compute)),
            cites=(_gl(pinpoint="section 3.2"), _gl(pinpoint="Annex A.1")),
        ),
    ),
)

successive_changes = contested(
    key="successive-changes",
    why="The guidelines compare one change with the original. Whether several by the same organisation add up is open.",
    a=Reading("changes by the same organisation are added up", all_changes_above_third),
    b=Reading("each change is compared on its own", change_above_third),
    cites=(_gl(pinpoint="section 3.2"),),
)

merged_models = contested(
    key="changes-without-compute",
    why="The test counts compute. Joining models takes hardly any, yet can change what a model can do; the test is "
    "silent.",
    a=Reading(
        "a merge that changes the model's abilities makes a new provider",
        development.is_("changed") & modification_methods.includes("merging") & changes_capabilities,
    ),
    b=Reading("only compute counts", NEVER),
    cites=(_gl(pinpoint="section 3.2"),),
)

tuned_at_the_maker = contested(
    key="tuning-through-the-maker",
    why="Control over the weights is one factor. Tuning through the original maker's service may remain its act.",
    a=Reading("whoever orders the change is the modifier", development.is_("changed") & ~controls_weights),
    b=Reading("without control over the weights it remains the original maker's act", NEVER),
    cites=(_gl(pinpoint="section 3.2"),),
)

narrowed_model = contested(
    key="narrowed-model",
    why="Whether a changed model must itself still be general is not said; the guidelines seem to presume it is.",
    a=Reading("a general original is enough", development.is_("changed") & task_range.is_("one", "few")),
    b=Reading("a changed model that has become narrow is outside", NEVER),
    cites=(_gl(pinpoint="section 3.2"), _aia(pinpoint="Art. 3(63)")),
)

significant_change = guidance(
    key="one-third-line",
    why="Guidance measures a significant change by its compute: above one third of the original's.",
    status=GuidanceStatus.FINAL,
    followed=successive_changes | merged_models,
    ignored=changes_capabilities,
    cite=_gl(pinpoint="section 3.2"),
)

modifier = Definition(
    id="modifier",
    title="Modifier who counts as maker of a model",
    statement="the change is large enough to make you the maker of a general-purpose model",
    denial="the change is not one that makes you the maker of a general-purpose model",
    summary="Somebody other than the original maker, and not acting for it, who changes a general-purpose model so "
    "much that its generality, abilities or risk are significantly different.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=development.is_("changed")
            & base_general_purpose
            & significant_change
            & (controls_weights | tuned_at_the_maker)
            & (task_range.is_("many") | narrowed_model),
            cites=(_aia(pinpoint="recital 97"), _aia(pinpoint="recital 109"), _gl(pinpoint="section 3.2")),
        ),
    ),
)

derived_systemic_risk = guidance(
    key="changed-systemic-risk-model",
    why="Guidance presumes that a significantly changed systemic-risk model has the same high-impact capabilities.",
    status=GuidanceStatus.FINAL,
    followed=modifier & base_systemic_risk,
    ignored=NEVER,
    cite=_gl(pinpoint="section 3.2.2"),
)

changed_model_compute = _all_changes + _base_counted
