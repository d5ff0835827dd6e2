"""General-Purpose AI Code of Practice, Safety and Security chapter: ten commitments for models with systemic risk."""

from __future__ import annotations

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
    When,
)
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider, notification_due, systemic_risk
from apps.rules.law.eu.gpai_code import commitment
from apps.rules.law.facts.code_of_practice import most_capable_model, no_external_evaluator, similarly_safe_model
from apps.rules.law.facts.commitments import code_chapters
from apps.rules.law.facts.incidents import (
    framework_confirmed_on,
    incident_aware_on,
    incident_kinds,
    incident_reported_on,
    incident_resolved_on,
)
from apps.rules.law.facts.market import union_ways
from apps.rules.law.facts.safety import commission_procedure

_WHO = "signatory of the Safety and Security chapter"
_SMALLER_FIRMS = "Small and medium-sized firms and small mid-caps may keep this simpler."

signed_safety = gpai_provider & systemic_risk & code_chapters.includes("safety")

# The Framework is due four weeks after the notification and two weeks before placing, so also for a planned model.
_notified_before_placing = (
    notification_due & union_ways.includes("planned") & ~commission_procedure.is_("rebuttal_accepted")
)
framework_expected = signed_safety | (_notified_before_placing & code_chapters.includes("safety"))

_cop = partial(Cite, instrument="COP", grade=Grade.P)


def _chapter(place: str) -> Cite:
    return _cop(pinpoint=f"Safety and Security Chapter, {place}")


def _safety(
    suffix: str,
    title: str,
    must: str,
    place: str,
    deadline: Deadline,
    evidence: str,
    *,
    topic: Topic = Topic.SAFETY,
    when: Expr = signed_safety,
    unless: tuple[CarveOut, ...] = (),
    steps: tuple[Step, ...] = (),
    note: str = "",
    before_release: bool = False,
) -> Obligation:
    return commitment(
        id=f"EU-COP-S-{suffix}",
        title=title,
        must=must,
        who=_WHO,
        topic=topic,
        when=when,
        cites=(_chapter(place),),
        deadline=deadline,
        evidence=evidence,
        unless=unless,
        steps=steps,
        note=note,
        before_release=before_release,
    )


def _step(
    suffix: str,
    text: str,
    place: str,
    when: When,
    evidence: str,
    kind: StepKind = StepKind.DUTY,
) -> Step:
    return Step(id=f"EU-COP-S-{suffix}", text=text, pinpoint=_chapter(place), when=when, evidence=evidence, kind=kind)


SIMILARLY_SAFE = CarveOut(
    id="similarly-safe-model",
    title="Model as safe as, or safer than, a safe reference model",
    when=similarly_safe_model,
    cites=(_chapter("Appendix 2"),),
    removes="External evaluation, half-yearly updates of the report, and publication.",
    keeps="All other commitments of the chapter.",
    note="If the reference loses its standing, six months remain to find another or to do everything.",
)

NO_EVALUATOR_FOUND = CarveOut(
    id="no-external-evaluator",
    title="No qualified outside evaluator to be found",
    when=no_external_evaluator,
    cites=(_chapter("Appendix 3.5"),),
    removes="Evaluation by independent outsiders.",
    keeps="Your own evaluations.",
)

set_up_framework = _safety(
    "1",
    "Set up a safety and security Framework",
    "Signatories are expected to write, put into practice and keep up a Framework saying how systemic risks are "
    "assessed, accepted and reduced: confirmed within four weeks of the notification to the Commission and two weeks "
    "before the model comes to the market, and reassessed at least every 12 months.",
    "Commitment 1",
    Deadline(
        kind=When.BEFORE_MARKET,
        text="Confirmed at the latest four weeks after the notification under Article 52(1) and two weeks before "
        "placing; reassessed at least every 12 months after placing.",
        cite=_chapter("Measure 1.1"),
    ),
    "Framework, confirmations, yearly assessments",
    when=framework_expected,
    before_release=True,
    steps=(
        _step(
            "1/1.1",
            "Confirm the Framework within four weeks of the notification and two weeks before the model is offered.",
            "Measure 1.1",
            When.BEFORE_MARKET,
            "dated confirmation",
        ),
        _step(
            "1/1.3",
            "Assess at least every 12 months whether you keep to the Framework and whether it is still adequate.",
            "Measure 1.3",
            When.RECURRING,
            "assessment report",
        ),
    ),
)

give_framework_access = _safety(
    "1-access",
    "Give the AI Office the Framework",
    "Signatories are expected to give the AI Office access to the full, unredacted Framework, and to each update, "
    "within five business days of confirming it.",
    "Measure 1.4",
    Deadline(
        kind=When.ON_EVENT,
        text="Within five business days of confirming the Framework or an update.",
        business_days=5,
        after=framework_confirmed_on,
        cite=_chapter("Measure 1.4"),
    ),
    "transmission record",
    topic=Topic.COOPERATION,
    when=framework_expected,
    before_release=True,
)

identify_risks = _safety(
    "2",
    "Identify systemic risks",
    "Signatories are expected to work out which systemic risks the model brings. Four are always looked at: chemical, "
    "biological, radiological and nuclear harm; loss of control; cyber offence; harmful manipulation.",
    "Commitment 2",
    Deadline(kind=When.BEFORE_MARKET, text="Before the model is offered, then along its life."),
    "risk register with scenarios",
    steps=(
        _step(
            "2/app-1.4",
            "Look at the four risks that are always in scope.",
            "Appendix 1.4",
            When.BEFORE_MARKET,
            "one record for each of the four",
        ),
    ),
)

analyse_risks = _safety(
    "3",
    "Analyse each systemic risk",
    "Signatories are expected to study each risk with general information, evaluations of the model, risk modelling, "
    "estimates, and monitoring once it is on the market.",
    "Commitment 3",
    Deadline(
        kind=When.CONTINUOUS,
        text="Before the model is offered and along its life; 20 business days suit most evaluations.",
        cite=_chapter("Appendix 3.4"),
    ),
    "evaluation reports, risk models, monitoring plan",
)

seek_external_evaluation = _safety(
    "3-external",
    "Have outsiders evaluate the model",
    "Signatories are expected to let adequately qualified independent outsiders evaluate the model, alongside their "
    "own evaluations.",
    "Appendix 3.5",
    Deadline(kind=When.BEFORE_MARKET, text="As part of each full evaluation."),
    "contract with and report of the evaluators, or record of the open call",
    unless=(SIMILARLY_SAFE, NO_EVALUATOR_FOUND),
    note="Small and medium-sized firms and small mid-caps may ask the AI Office for help.",
)

decide_acceptance = _safety(
    "4",
    "Decide whether the risks are acceptable",
    "Signatories are expected to set risk tiers and criteria with a safety margin, to judge each risk against them, "
    "and not to go ahead where a risk is not acceptable.",
    "Commitment 4",
    Deadline(kind=When.BEFORE_MARKET, text="Before the model is offered and whenever the risk picture changes."),
    "acceptance criteria, signed decisions",
    note="The Code sets no numbers for the tiers.",
)

apply_safety_measures = _safety(
    "5",
    "Put safety measures in place",
    "Signatories are expected to use safety measures along the model's whole life that keep its systemic risks "
    "acceptable.",
    "Commitment 5",
    Deadline(kind=When.CONTINUOUS, text="Along the model's whole life."),
    "list of measures with proof that they work",
)

secure_the_model = _safety(
    "6",
    "Secure the model",
    "Signatories are expected to set a Security Goal and to protect the model and its infrastructure up to it, for "
    "example by encrypting stored weights with at least 256 bits.",
    "Commitment 6",
    Deadline(kind=When.CONTINUOUS, text="Along the model's whole life."),
    "Security Goal, controls, test results",
    topic=Topic.SECURITY,
    steps=(
        _step(
            "6/app-4", "Protect weights and systems up to the Security Goal.", "Appendix 4", When.CONTINUOUS, "controls"
        ),
    ),
)

report_on_the_model = _safety(
    "7",
    "Write a safety and security Model Report",
    "Signatories are expected to give the AI Office a report on the model's risks and measures by the time it comes "
    "to the market, and to update it before a deliberate change reaches users or, for other changes, within a "
    "reasonable time.",
    "Commitment 7",
    Deadline(
        kind=When.AT_PLACING,
        text="By placing; up to 15 business days later only in good faith and with an interim report; updates within "
        "five business days of completion.",
        cite=_chapter("Commitment 7"),
    ),
    "Model Report with its updates",
    topic=Topic.DOCUMENTATION,
    steps=(
        _step(
            "7/7.2",
            "If the full report is late in good faith, send the interim report first.",
            "Measure 7.2",
            When.AT_PLACING,
            "interim report",
            StepKind.RELIEF,
        ),
        _step(
            "7/7.3",
            "Attach at least five random samples for each evaluation.",
            "Measure 7.3",
            When.AT_PLACING,
            "samples",
        ),
        _step("7/7.6", "Update the report when a change calls for it.", "Measure 7.6", When.ON_EVENT, "dated update"),
    ),
    note="Small and medium-sized firms and small mid-caps may give less detail.",
)

refresh_report = _safety(
    "7-update",
    "Refresh the report every six months",
    "Signatories are expected to update the Model Report of their most capable models at least every six months, "
    "unless one of the Code's exceptions fits.",
    "Measure 7.6",
    Deadline(kind=When.RECURRING, text="At least every six months.", cite=_chapter("Measure 7.6")),
    "dated updates",
    topic=Topic.DOCUMENTATION,
    when=signed_safety & most_capable_model,
    unless=(SIMILARLY_SAFE,),
)

assign_responsibility = _safety(
    "8",
    "Assign responsibility and protect those who speak up",
    "Signatories are expected to say who answers for systemic risks, give them resources, foster a healthy risk "
    "culture, not retaliate against people who raise concerns, and tell staff once a year how to raise them.",
    "Commitment 8",
    Deadline(kind=When.CONTINUOUS, text="At all times; staff are told every year."),
    "responsibility chart, budget, yearly notice to staff",
    topic=Topic.WHISTLEBLOWING,
    note=f"{_SMALLER_FIRMS} See Measure 8.1.",
)

report_serious_incidents = _safety(
    "9",
    "Run serious-incident reporting",
    "Signatories are expected to look out for serious incidents, report them to the AI Office on the Code's clocks, "
    "and keep the records for five years. The clocks are listed as separate duties.",
    "Commitment 9",
    Deadline(
        kind=When.ON_EVENT,
        text="2, 5, 10 or 15 days after learning that the model may be involved, by gravity.",
        cite=_chapter("Measure 9.3"),
    ),
    "incident procedure and register",
    topic=Topic.INCIDENTS,
    steps=(
        _step("9/records", "Keep incident records for five years.", "Commitment 9", When.RETENTION, "incident archive"),
    ),
)


def _first_report(days: int, kind: str, event: str) -> Obligation:
    return _safety(
        f"9-{days}d",
        f"Report within {days} days: {event}",
        f"Signatories are expected to send the AI Office a first report within {days} days of learning that the model "
        f"may have led, directly or indirectly, to this: {event}.",
        "Measure 9.3",
        Deadline(
            kind=When.ON_EVENT,
            text=f"Within {days} days of learning that the model may be involved.",
            days=days,
            after=incident_aware_on,
            cite=_chapter("Measure 9.3"),
        ),
        "time-stamped first report",
        topic=Topic.INCIDENTS,
        when=signed_safety & incident_kinds.includes(kind),
    )


report_in_2_days = _first_report(
    2, "critical_infrastructure", "serious and irreversible disruption of critical infrastructure"
)
report_in_5_days = _first_report(5, "cyber_breach", "serious cybersecurity breach, escape of the weights included")
report_in_10_days = _first_report(10, "death", "death of a person")
report_in_15_days = _first_report(
    15, "serious_harm", "serious harm to health, fundamental rights, property or the environment"
)

_incident = signed_safety & ~incident_kinds.is_empty()

report_progress = _safety(
    "9-interim",
    "Report on open incidents every four weeks",
    "Signatories are expected to send further reports on an incident at least every four weeks until it is resolved.",
    "Measure 9.3",
    Deadline(
        kind=When.RECURRING,
        text="At least every four weeks after the last report, until the incident is resolved.",
        days=28,
        after=incident_reported_on,
        cite=_chapter("Measure 9.3"),
    ),
    "interim reports",
    topic=Topic.INCIDENTS,
    when=_incident,
)

report_finally = _safety(
    "9-final",
    "Close the incident with a final report",
    "Signatories are expected to send a final report within 60 days of the day the incident is resolved.",
    "Measure 9.3",
    Deadline(
        kind=When.ON_EVENT,
        text="Within 60 days of the day the incident is resolved.",
        days=60,
        after=incident_resolved_on,
        cite=_chapter("Measure 9.3"),
    ),
    "final report",
    topic=Topic.INCIDENTS,
    when=_incident,
)

keep_safety_records = _safety(
    "10",
    "Keep safety records",
    "Signatories are expected to document how they kept to the chapter and to hold the records for ten years after "
    "the model came to the market.",
    "Commitment 10",
    Deadline(kind=When.RETENTION, text="Ten years after placing.", cite=_chapter("Commitment 10")),
    "archive with index",
    topic=Topic.DOCUMENTATION,
)

publish_safety_summaries = _safety(
    "10-publish",
    "Publish short versions of Framework and report",
    "Signatories are expected to publish summaries of the Framework and the Model Report where this is needed to "
    "assess or reduce systemic risks.",
    "Commitment 10",
    Deadline(kind=When.ON_EVENT, text="When publication is needed to assess or reduce risks."),
    "published summaries",
    topic=Topic.TRANSPARENCY,
    unless=(SIMILARLY_SAFE,),
)
