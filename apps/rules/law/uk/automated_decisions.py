"""Significant decisions by machine alone: UK GDPR Articles 22A to 22D since 5 February 2026, Article 22 before."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    GuidanceStatus,
    Obligation,
    State,
    Topic,
    Version,
    When,
    guidance,
)
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.decisions import result_reviewer, result_weight
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.system import system_method
from apps.rules.law.facts.uk_data import uk_decision_grounds
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.use import decision_effect
from apps.rules.law.uk.common import IN_THE_COUNTRY, USES_SYSTEM
from apps.rules.law.uk.data_protection import (
    ACT_OF_2018_FROM,
    APPLIES_FROM,
    HIGHER_TIER,
    OUTSIDE,
    REFORM,
    STANDARD_TIER,
    uk_controller,
)

_read = partial(Cite, instrument="UK-ADM", grade=Grade.P)
_old = Cite(instrument="UK-ADM", pinpoint="Art. 22 before 5 February 2026", grade=Grade.S)
_draft = partial(Cite, instrument="UK-ADM", grade=Grade.S)

ADM = instrument(
    "UK-ADM",
    "Automated decisions with significant effects, UK GDPR Articles 22A to 22D",
    "UK rules on automated decisions",
    Force.STATUTE,
    "Data (Use and Access) Act 2025 s. 80",
    "Decisions with legal or similarly significant effects that rest, even partly, on personal data and in which no "
    "person is meaningfully involved: allowed on any lawful basis with safeguards, barred on the recognised interests "
    "and mostly with sensitive data. Ministers may redefine the terms; no such regulations were seen up to early "
    "October 2026. The regulator's guidance is a draft of 31 March 2026. How decisions begun before 5 February 2026 "
    "are treated was not read.",
    "Looks at the decision, never at the licence of the model. Whoever merely supplies a scoring model does not take "
    "the decision.",
    Happening(date(2025, 6, 19), State.ADOPTED, "Act passed; day of start left to regulations", Grade.P),
    Happening(REFORM, State.IN_FORCE, "in force", Grade.P, "SI 2026/82 reg. 2"),
    Happening(date(2026, 3, 31), State.IN_FORCE, "draft guidance, consultation to 29 May; still a draft in October"),
    enforcer="Information Commission (until 29 September 2026 the Information Commissioner, ICO)",
    published_on=ACT_OF_2018_FROM,
    jurisdiction="UK",
)

_ALL_THREE: Expr = (
    result_reviewer.includes("understands")
    & result_reviewer.includes("analyses")
    & result_reviewer.includes("may_change")
)
_nobody_decides = guidance(
    key="uk-meaningful-review",
    why="The law asks whether a person is meaningfully involved. The regulator's draft wants review before the "
    "decision takes effect by somebody competent, informed and free to change it, not a token click.",
    status=GuidanceStatus.DRAFT,
    followed=~_ALL_THREE,
    ignored=result_reviewer.is_empty(),
    cite=_draft(pinpoint="Art. 22A(1)(a), draft guidance of 31 March 2026"),
)
_more_than_a_rule = guidance(
    key="uk-rules-set-by-people",
    why="A decision is an outcome reached by some weighing. The regulator's draft does not see one where a machine "
    "merely carries out a rule that people fixed in full.",
    status=GuidanceStatus.DRAFT,
    followed=~system_method.is_("written_rules"),
    ignored=ALWAYS,
    cite=_draft(pinpoint="Art. 22A, draft guidance of 31 March 2026"),
)
# No person is meaningfully involved: nobody looks, or who looks does not really decide.
SOLELY: Expr = result_weight.is_("alone") | (result_weight.is_("overrules", "heaviest", "one_factor") & _nobody_decides)
_SIGNIFICANT: Expr = USES_SYSTEM & decision_effect.is_("significant")

uk_automated_decision = Definition(
    id="uk_automated_decision",
    title="Significant decision by machine alone (UK)",
    statement="the system takes significant decisions about people with no person meaningfully involved",
    denial="the system takes no significant decisions about people without a person meaningfully involved",
    summary="A decision by or for a controller, resting even partly on personal data, with legal or similarly "
    "significant effect, and no meaningful part of a person in it. Significance depends on the person: where some are "
    "hit hard and cannot be told apart, the safeguards go to all.",
    versions=(
        Version(since=APPLIES_FROM, when=uk_controller & _SIGNIFICANT & SOLELY, cites=(_old,), replaced_on=REFORM),
        Version(
            since=APPLIES_FROM,
            when=uk_controller & _SIGNIFICANT & SOLELY,
            cites=(_old,),
            until=REFORM,
            published_on=REFORM,
        ),
        Version(
            since=REFORM,
            when=uk_controller & _SIGNIFICANT & SOLELY & _more_than_a_rule,
            cites=(_read(pinpoint="Art. 22A(1) and (2)"),),
            published_on=REFORM,
        ),
    ),
)

_sensitive = uk_decision_grounds.includes("sensitive")
_consent = uk_decision_grounds.includes("all_consent")
_necessary = uk_decision_grounds.includes("contract_or_law")
_interest = uk_decision_grounds.includes("public_interest")
BARRED: Expr = uk_decision_grounds.includes("recognised_interest") | (
    _sensitive & ~_consent & ~(_necessary & _interest)
)
_BARRED_BEFORE: Expr = ~(_necessary | _consent) | (_sensitive & ~_consent & ~_interest)

_HIGHER = "The tier of the fine is not verified for these articles."


def _versions_before(when: Expr) -> tuple[Version, ...]:
    """The wording until the reform, as it was known before and after the day of the reform was fixed."""
    before = partial(Version, since=APPLIES_FROM, when=when, cites=(_old,), unless=OUTSIDE)
    return before(replaced_on=REFORM), before(until=REFORM, published_on=REFORM)


def _safeguard(
    letter: str, title: str, must: str, at: str, evidence: str, topic: Topic = Topic.DECISIONS, *, since_2021: bool
) -> Obligation:
    return duty(
        ADM,
        f"UK-ADM-22C-{letter}",
        title,
        must,
        "controller that decides by machine alone",
        topic,
        REFORM,
        uk_automated_decision & ~BARRED,
        at,
        Grade.P,
        Deadline(kind=When.BEFORE_USE, text="In place before the first such decision."),
        evidence,
        _HIGHER,
        fine=HIGHER_TIER,
        unless=OUTSIDE,
        published_on=REFORM,
        earlier=_versions_before(uk_automated_decision & ~_BARRED_BEFORE) if since_2021 else (),
    )


tell = _safeguard(
    "a",
    "Tell people about decisions taken by machine",
    "Give each person information about the decisions that the system takes about them.",
    "Art. 22C(2)(a)",
    "notice, message with each decision",
    Topic.TRANSPARENCY,
    since_2021=False,
)
hear = _safeguard(
    "b",
    "Let people speak to the decision",
    "Let the person make representations about a decision taken by machine.",
    "Art. 22C(2)(b)",
    "procedure, log",
    since_2021=True,
)
step_in = _safeguard(
    "c",
    "Let people have a human step in",
    "Let the person obtain that somebody on your side looks at the decision and can change it.",
    "Art. 22C(2)(c)",
    "roster of trained reviewers",
    since_2021=True,
)
contest = _safeguard(
    "d",
    "Let people contest the decision",
    "Let the person contest a decision taken by machine, and correct what went wrong.",
    "Art. 22C(2)(d)",
    "appeal route, log of overturned decisions",
    since_2021=True,
)
bar = duty(
    ADM,
    "UK-ADM-22B",
    "Do not take these decisions by machine alone",
    "Let a person decide. By machine alone it is barred where it rests, even partly, on a recognised interest, or uses "
    "sensitive data without everyone's explicit consent or a law on substantial public interest.",
    "controller that decides by machine alone",
    Topic.PROHIBITION,
    REFORM,
    uk_automated_decision & BARRED,
    "Art. 22B",
    Grade.P,
    Deadline(kind=When.CONTINUOUS, text="Always."),
    "design control that blocks the combination",
    _HIGHER,
    fine=HIGHER_TIER,
    unless=OUTSIDE,
    published_on=REFORM,
    earlier=_versions_before(uk_automated_decision & _BARRED_BEFORE),
    note="Until 4 February 2026 such decisions were barred unless needed for a contract, allowed by law, or made with "
    "explicit consent.",
)
assess = duty(
    ADM,
    "UK-ADM-35",
    "Assess the impact before you decide by machine",
    "Assess the impact on data protection before the system starts to decide, and again when it changes.",
    "controller that decides by machine alone",
    Topic.SAFETY,
    APPLIES_FROM,
    uk_automated_decision,
    "Art. 35(3)(a)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before the first such decision; reviewed on change."),
    "data protection impact assessment",
    "",
    fine=STANDARD_TIER,
    unless=OUTSIDE,
    note="One assessment can serve this and Article 35 at large.",
)
in_law_enforcement = duty(
    ADM,
    "UK-ADM-LE",
    "Safeguard decisions by machine in law enforcement",
    "Tell people about decisions by machine that hit them, hear them, let a human step in and let them contest. Where "
    "a listed reason lets you skip this, have a person reconsider as soon as reasonably practicable.",
    "law-enforcement authority",
    Topic.DECISIONS,
    REFORM,
    IN_THE_COUNTRY
    & uk_activities.includes("law_enforcement")
    & ~personal_data.is_empty()
    & _SIGNIFICANT
    & SOLELY
    & _more_than_a_rule,
    "DPA 2018 ss. 50A-50D",
    Grade.P,
    Deadline(kind=When.BEFORE_USE, text="In place before the first such decision."),
    "notices, review log",
    "",
    fine=HIGHER_TIER,
    published_on=REFORM,
    note="Only adverse effects count here. Sensitive data need a ground of their own.",
)
