"""AI Act, Chapter V: what a general-purpose AI model is, when it is on the market, who provides it, systemic risk.

The articles' own order is kept within each step: Articles 2 and 3 (scope, definitions), 51 and 52 (systemic risk),
111 (older models).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Definition,
    Expr,
    Grade,
    GuidanceStatus,
    Reading,
    Transition,
    Version,
    contested,
    guidance,
)
from apps.rules.law.eu.ai_act.instruments import legacy_cut_off
from apps.rules.law.eu.gpai_guidelines import (
    CHAPTER_5_FROM,
    changed_model_compute,
    derived_systemic_risk,
    essential_internal_use,
    indicator_met,
    modifier,
    systemic_risk_compute,
    takes_the_makers_place,
)
from apps.rules.law.facts.market import activity, placed_on, registered_business_users, union_ways
from apps.rules.law.facts.model import (
    development,
    integrable,
    lineage_placed_on,
    matches_most_advanced,
    other_counted_compute,
    parameters,
    planned_compute,
    self_supervised_at_scale,
    task_range,
    training_compute,
    training_course,
    unusually_general,
)
from apps.rules.law.facts.modification import base_general_purpose
from apps.rules.law.facts.safety import commission_procedure

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

# -- Article 2: activities the Act leaves alone --------------------------------------------------------------------

SOLE_RESEARCH = CarveOut(
    id="sole-scientific-research",
    title="Models for scientific research only",
    when=activity.is_("research_only"),
    cites=(_aia(pinpoint="Art. 2(6)"),),
    removes="The whole Act, for a model made and put into service for scientific research and development alone.",
    keeps="Everything, for a general model that researchers merely happen to use.",
)

military_exclusion_reaches_models = contested(
    key="military-models",
    why="Article 2(3) excludes AI systems used only for defence or national security. It does not mention models.",
    a=Reading("a model supplied only for defence is outside as well", activity.is_("defence_only")),
    b=Reading("only systems are excluded; a model placed on the market stays inside", NEVER),
    cites=(_aia(pinpoint="Art. 2(3)"),),
)

EXCLUSIVE_DEFENCE = CarveOut(
    id="exclusive-defence",
    title="Models for defence or national security only",
    when=military_exclusion_reaches_models,
    cites=(_aia(pinpoint="Art. 2(3)"),),
    removes="On one reading, all duties on a model supplied for military, defence or national security alone.",
    keeps="Everything, for a model that is supplied for any other purpose as well.",
    note="Contested: the provision speaks of systems.",
)

OUTSIDE_THE_ACT: tuple[CarveOut, ...] = (SOLE_RESEARCH, EXCLUSIVE_DEFENCE)

# -- Article 3(63): the model --------------------------------------------------------------------------------------

size_in_the_recital = contested(
    key="recital-98-size",
    why="The recitals call a self-supervised model with a billion parameters general; the official line asks for more "
    "than 10^23 operations. Between the two, readings differ.",
    a=Reading(
        "a billion parameters and large-scale self-supervision are enough",
        ~indicator_met & (parameters >= 1_000_000_000) & self_supervised_at_scale,
    ),
    b=Reading("below the official line a model is not general-purpose", NEVER),
    cites=(_aia(pinpoint="recital 98"), _gl(pinpoint="section 2.1")),
)

general_enough = guidance(
    key="official-indicator",
    why="Guidance draws the line: more than 10^23 operations, and language, or pictures or video from text; with room "
    "for exceptions both ways.",
    status=GuidanceStatus.FINAL,
    followed=indicator_met | unusually_general | size_in_the_recital,
    ignored=integrable,
    cite=_gl(pinpoint="section 2.1"),
)

gpai_model = Definition(
    id="gpai_model",
    title="General-purpose AI model",
    statement="the model is a general-purpose AI model",
    denial="the model is not a general-purpose AI model",
    summary="A model general enough to do a wide range of different tasks well, however it is offered, and fit to be "
    "built into many products. A narrow model is outside, whatever its compute.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=task_range.is_("many") & general_enough,
            cites=(_aia(pinpoint="Art. 3(63)"), _gl(pinpoint="section 2.1")),
        ),
    ),
)

# -- Article 3(9), (10): placing on the market ---------------------------------------------------------------------

free_research_release = contested(
    key="free-research-release",
    why="Only supply in the course of a commercial activity counts, paid or free. Whether a free public release by a "
    "research or non-profit body is one is open; several such bodies act as if it were.",
    a=Reading("a public release for anybody's use counts", activity.is_("research_release")),
    b=Reading("without a commercial aim it does not count", NEVER),
    cites=(_aia(pinpoint="Art. 3(10)"), _aia(pinpoint="recital 109"), _gl(pinpoint="section 2.1, footnote 4")),
)

commercial_activity = Definition(
    id="commercial_activity",
    title="Supply in the course of a commercial activity",
    statement="the model is supplied in the course of a commercial activity",
    denial="the model is not supplied in the course of a commercial activity",
    summary="Supply as part of business or professional activity, for money or free. Private, non-professional work is "
    "outside; the recitals say the same of people who develop models as non-professionals.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=activity.is_("business", "research_only", "defence_only") | free_research_release,
            cites=(_aia(pinpoint="Art. 3(10)"), _aia(pinpoint="recital 109", note="Recital only.")),
        ),
    ),
)

reachable_without_aiming = contested(
    key="reachable-without-aiming",
    why="No text says how much a provider must aim at the Union before a service reachable there is on its market.",
    a=Reading("being reachable from the Union is enough", union_ways.includes("reachable_untargeted")),
    b=Reading("the offer must be aimed at the Union", NEVER),
    cites=(_aia(pinpoint="Art. 2(1)(a)"), _aia(pinpoint="Art. 3(9)")),
)

OPEN_WAYS = (
    "api",
    "library",
    "hub",
    "physical",
    "cloud",
    "customer_infrastructure",
    "own_app",
    "own_product",
    "via_customers",
)
# Every way in which a model can already have come to the market: all but plans and a market the maker ruled out.
WAYS_SO_FAR = (*OPEN_WAYS, "reachable_untargeted", "internal_essential", "internal_other")

# -- Articles 51 and 52: systemic risk -----------------------------------------------------------------------------

compute_presumption = Definition(
    id="compute_presumption",
    title="Presumption of high-impact capabilities",
    statement="the model's counted training compute is above 10^25 operations",
    denial="the model's counted training compute is not above 10^25 operations",
    summary="All compute that built the model's abilities, private synthetic data and starting weights included, is "
    "strictly above 10^25 operations. Exactly 10^25 is not.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=(~development.is_("changed") & (training_compute + other_counted_compute > systemic_risk_compute))
            | (development.is_("changed") & (changed_model_compute > systemic_risk_compute)),
            cites=(_aia(pinpoint="Art. 51(2)"), _aia(pinpoint="recital 111"), _gl(pinpoint="Annex A.1")),
        ),
    ),
)

capability_condition = Definition(
    id="capability_condition",
    title="Condition for systemic risk, before any rebuttal",
    statement="the model has, or is presumed to have, high-impact capabilities",
    denial="the model neither has nor is presumed to have high-impact capabilities",
    summary="Counted compute above 10^25 operations, abilities that match the most advanced models, or a large change "
    "to a model with systemic risk.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=compute_presumption | matches_most_advanced | derived_systemic_risk,
            cites=(_aia(pinpoint="Art. 51(1)(a)"), _aia(pinpoint="Art. 51(2)"), _aia(pinpoint="Art. 3(64)")),
        ),
    ),
)

ACCEPTED_REBUTTAL = CarveOut(
    id="accepted-rebuttal",
    title="Rebuttal accepted by the Commission",
    when=commission_procedure.is_("rebuttal_accepted"),
    cites=(_aia(pinpoint="Art. 52(2)"), _aia(pinpoint="Art. 52(3)"), _gl(pinpoint="section 2.3.3")),
    removes="The classification as a model with systemic risk, from the day the acceptance is notified.",
    keeps="The classification, while arguments are examined or after they are rejected. Acceptance can be reversed, "
    "and safeguards are no ground for it.",
)

designated = commission_procedure.is_("designated")

high_impact_capabilities = Definition(
    id="high_impact_capabilities",
    title="High-impact capabilities",
    statement="the model counts as one with high-impact capabilities",
    denial="the model does not count as one with high-impact capabilities",
    summary="The condition for systemic risk is met, and the Commission has not accepted a rebuttal.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=capability_condition,
            cites=(_aia(pinpoint="Art. 51(1)(a)"), _aia(pinpoint="Art. 52(3)")),
            unless=(ACCEPTED_REBUTTAL,),
        ),
    ),
)

systemic_risk = Definition(
    id="systemic_risk",
    title="General-purpose AI model with systemic risk",
    statement="the model counts as one with systemic risk",
    denial="the model does not count as one with systemic risk",
    summary="High-impact capabilities, or designation by the Commission.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=high_impact_capabilities | designated,
            cites=(_aia(pinpoint="Art. 51(1)"), _aia(pinpoint="Art. 52(4)")),
        ),
    ),
)

reach_presumed = Definition(
    id="reach_presumed",
    title="Wide reach presumed (for a designation)",
    statement="wide reach is presumed when a designation is considered",
    denial="wide reach is not presumed when a designation is considered",
    summary="At least 10 000 registered business users established in the Union. One of several things the Commission "
    "weighs; it brings no duty by itself.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=registered_business_users >= 10_000,
            cites=(_aia(pinpoint="Annex XIII, point (f)"),),
        ),
    ),
)

# -- who provides the model, and whether it is on the market -------------------------------------------------------

systemic_risk_in_house = contested(
    key="systemic-risk-in-house",
    why="The recitals want models with systemic risk always covered, even in house; the articles ask for placing on "
    "the market.",
    a=Reading("a systemic-risk model used in house is covered", union_ways.includes("internal_other") & systemic_risk),
    b=Reading("without placing on the market there is no duty", NEVER),
    cites=(_aia(pinpoint="recital 97"), _aia(pinpoint="Art. 3(9)")),
)

placed_on_union_market = Definition(
    id="placed_on_union_market",
    title="Placed on the Union market",
    statement="the model is placed on the Union market",
    denial="the model is not placed on the Union market",
    summary="First made available in the Union, paid or free, in any way, in the course of a commercial activity. "
    "Research, development and testing before that do not count, nor does purely internal, non-essential use.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=commercial_activity
            & (
                union_ways.any_of(*OPEN_WAYS)
                | reachable_without_aiming
                | essential_internal_use
                | systemic_risk_in_house
            ),
            cites=(
                _aia(pinpoint="Art. 3(9)"),
                _aia(pinpoint="Art. 2(1)(a)"),
                _aia(pinpoint="Art. 2(8)"),
                _aia(pinpoint="recital 97", note="Recital only."),
                _gl(pinpoint="section 3.1.2"),
            ),
        ),
    ),
)

_consortium_cites = (_gl(pinpoint="section 3.1.1"), _aia(pinpoint="Art. 3(3)"))

coordinator_provides = contested(
    key="consortium-coordinator",
    why="For a model made by a consortium the guidelines see the coordinator or the consortium as provider, case by "
    "case.",
    a=Reading("the coordinator is the provider", development.is_("consortium_lead")),
    b=Reading("the consortium itself, or another member, is the provider", NEVER),
    cites=_consortium_cites,
)

member_provides = contested(
    key="consortium-member",
    why="For a model made by a consortium the guidelines see the coordinator or the consortium as provider, case by "
    "case. A member may be drawn in through the consortium.",
    a=Reading("members answer as the consortium", development.is_("consortium_member")),
    b=Reading("the coordinator alone is the provider", NEVER),
    cites=_consortium_cites,
)

original_maker = Definition(
    id="original_maker",
    title="Original maker of the model",
    statement="you made the model, or had it made, and offer it under your name",
    denial="you did not make the model, or have it made, to offer it under your name",
    summary="Developed the model or had it developed, and offers it under the own name or trademark. Making a model "
    "for a client, hosting it, calling its API or building a product on it does not count.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=development.is_("own", "commissioned"),
            cites=(_aia(pinpoint="Art. 3(3)"), _gl(pinpoint="section 3.1.1")),
        ),
    ),
)

# The one-third line compares changes of general-purpose originals only; whoever makes a narrow model general has
# developed a general-purpose model itself.
became_general_by_the_change = development.is_("changed") & ~base_general_purpose

gpai_maker = Definition(
    id="gpai_maker",
    title="Maker of a general-purpose AI model",
    statement="you answer for a general-purpose AI model as its maker",
    denial="you do not answer for a general-purpose AI model as its maker",
    summary="Developed it or had it developed, under the own name; or changed another's so much that it counts as "
    "one's own, or turned a narrow model into a general one; or brings to the Union a model that its maker kept out. "
    "Calling an API, hosting, or building a product on another's model does not count.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=(
                gpai_model
                & (
                    original_maker
                    | coordinator_provides
                    | member_provides
                    | takes_the_makers_place
                    | became_general_by_the_change
                )
            )
            | modifier,
            cites=(
                _aia(pinpoint="Art. 3(3)"),
                _aia(pinpoint="recital 97"),
                _gl(pinpoint="section 3.1"),
                _gl(pinpoint="section 3.2"),
            ),
        ),
    ),
)

# In-house use while a release is being prepared does not take the release away.
meant_for_the_union = commercial_activity & union_ways.includes("planned")

release_planned = Definition(
    id="release_planned",
    title="Release on the Union market planned",
    statement="the model is not on the Union market yet, but meant for it",
    denial="no release on the Union market is planned",
    summary="Supply in the Union in the course of a commercial activity is planned and has not begun.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=meant_for_the_union & ~placed_on_union_market,
            cites=(_aia(pinpoint="Art. 3(9)"), _aia(pinpoint="Art. 2(8)")),
        ),
    ),
)

gpai_provider = Definition(
    id="gpai_provider",
    title="Provider of a general-purpose AI model",
    statement="you are the provider of a general-purpose AI model",
    denial="you are not the provider of a general-purpose AI model",
    summary="The maker of a general-purpose model that is placed on the Union market, paid or free, wherever the "
    "maker is established. Before a planned release the duties are shown as starting with it.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=gpai_maker & (placed_on_union_market | meant_for_the_union),
            cites=(_aia(pinpoint="Art. 3(3)"), _aia(pinpoint="Art. 2(1)(a)")),
        ),
    ),
)

_more_planned = training_course.includes("more_planned") & (planned_compute > systemic_risk_compute)

notification_due = Definition(
    id="notification_due",
    title="Notification of systemic risk due",
    statement="the condition for systemic risk is met, or known to be met later, for a model meant for the Union",
    denial="no notification of systemic risk is due",
    summary="The condition is met or it is known, for example from the compute plan, that it will be; on the market or "
    "meant for it.",
    versions=(
        Version(
            since=CHAPTER_5_FROM,
            when=gpai_maker & (placed_on_union_market | meant_for_the_union) & (capability_condition | _more_planned),
            cites=(_aia(pinpoint="Art. 52(1)"), _gl(pinpoint="section 2.3.2")),
        ),
    ),
)

# -- Article 111(3): models already on the market ------------------------------------------------------------------

same_lineage = contested(
    key="new-version-of-older-model",
    why="The guidelines treat later versions from the same large training run as one model. Whether a version released "
    "after 2 August 2025 keeps the longer period of its older base is contested.",
    a=Reading(
        "the new version shares the older model's period",
        training_course.includes("earlier_version") & (lineage_placed_on < legacy_cut_off),
    ),
    b=Reading("each version placed on the market counts on its own", NEVER),
    cites=(_gl(pinpoint="section 2.2"), _aia(pinpoint="Art. 111(3)")),
)

LEGACY_MODELS = Transition(
    id="legacy-models",
    title="Models on the market before 2 August 2025",
    when=union_ways.any_of(*WAYS_SO_FAR) & ((placed_on < legacy_cut_off) | same_lineage),
    applies_from=date(2027, 8, 2),
    cites=(_aia(pinpoint="Art. 111(3)"), _gl(pinpoint="section 5.3")),
)


PLANNED_RELEASE = Transition(
    id="planned-release",
    title="Model not on the Union market yet",
    when=release_planned,
    applies_from=None,
    event="the model is placed on the Union market",
    cites=(_aia(pinpoint="Art. 2(8)"), _aia(pinpoint="Art. 3(9)")),
)


def since_august_2025(
    when: Expr,
    *cites: Cite,
    unless: tuple[CarveOut, ...] = (),
    since: date = CHAPTER_5_FROM,
    until: date | None = None,
    published_on: date | None = None,
    replaced_on: date | None = None,
    note: str = "",
    before_release: bool = False,
) -> Version:
    """A wording of a Chapter V duty: outside for research and defence alone, later for models already on the market.

    A duty starts with the release, save where it is owed `before_release`.
    """
    return Version(
        since=since,
        when=when,
        cites=cites,
        unless=(*unless, *OUTSIDE_THE_ACT),
        transitions=(LEGACY_MODELS,) if before_release else (LEGACY_MODELS, PLANNED_RELEASE),
        until=until,
        published_on=published_on,
        replaced_on=replaced_on,
        note=note,
    )
