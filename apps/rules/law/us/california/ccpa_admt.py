"""California privacy regulations: automated decisions, risk assessments, cybersecurity audits."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
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
    Transition,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.decisions import result_reviewer, result_weight
from apps.rules.law.facts.us_decisions import us_decides_on
from apps.rules.law.facts.us_organisation import us_revenue_usd
from apps.rules.law.facts.us_privacy import us_data_dealings, us_data_exempt, us_risky_processing
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import education_tasks, work_tasks
from apps.rules.law.us.california.ccpa_business import CCPA_REVENUE, ca_ccpa_business
from apps.rules.law.us.common import USES_SYSTEM, does, in_state
from apps.rules.law.us.work import CHOOSES_APPLICANTS, MANAGES

_read = partial(Cite, instrument="US-CA-CCPA-ADMT", grade=Grade.P)
_reported = partial(Cite, instrument="US-CA-CCPA-ADMT", grade=Grade.S)
_known = partial(Cite, instrument="US-CA-CCPA-ADMT", grade=Grade.M)

APPROVED = date(2025, 9, 23)
IN_FORCE = date(2026, 1, 1)
ADMT_FROM = date(2027, 1, 1)

CCPA_ADMT = Instrument(
    id="US-CA-CCPA-ADMT",
    title="CCPA regulations on automated decision-making technology, risk assessments and cybersecurity audits",
    short="California CCPA regulations (ADMT)",
    jurisdiction="US-CA",
    force=Force.REGULATION,
    number="Cal. Code Regs. tit. 11, 7001, 7120-7124, 7150-7157, 7200-7222; OAL 2025-0808-04",
    enforcer="California Privacy Protection Agency and Attorney General; no private action",
    url="https://cppa.ca.gov/regulations/ccpa_updates.html",
    summary="From 2027 firms under California's privacy act that let technology replace people in significant "
    "decisions give notice, an opt-out or appeal, and access. Risk assessments since 2026; audits from 2028. Insurance "
    "is not among the decisions. Figures are indexed; those of January 2027 are not known yet.",
    published_on=APPROVED,
    openness=Openness(
        Relief.NONE,
        "No exception for openness. A maker is reached only if it is a firm under the act and trains on Californians' "
        "data for such decisions or for recognition: then it assesses the risk.",
    ),
    status=(
        Status(on=APPROVED, state=State.ADOPTED, note="approved", cite=_read(pinpoint="OAL 2025-0808-04")),
        Status(on=IN_FORCE, state=State.IN_FORCE, note="in force", cite=_read(pinpoint="7200"), published_on=APPROVED),
        Status(
            on=ADMT_FROM,
            state=State.IN_FORCE,
            note="automated decisions: compliance due",
            cite=_read(pinpoint="7200(b)"),
            published_on=APPROVED,
        ),
        Status(
            on=date(2027, 12, 31),
            state=State.IN_FORCE,
            note="risk assessments of activities begun before 2026",
            cite=_reported(pinpoint="7155(b)"),
            published_on=APPROVED,
        ),
        Status(
            on=date(2028, 4, 1),
            state=State.IN_FORCE,
            note="first submissions and first audits of the largest firms",
            cite=_reported(pinpoint="7121(a), 7157(a)(1)"),
            published_on=APPROVED,
        ),
        Status(
            on=date(2029, 4, 1),
            state=State.IN_FORCE,
            note="first audits of firms with 50 to 100 million dollars",
            cite=_reported(pinpoint="7121(a)"),
            published_on=APPROVED,
        ),
        Status(
            on=date(2030, 4, 1),
            state=State.IN_FORCE,
            note="first audits of firms below 50 million dollars",
            cite=_reported(pinpoint="7121(a)"),
            published_on=APPROVED,
        ),
    ),
    sources=(
        _read(pinpoint="7001(e), 7001(ddd), 7150(b)(3), 7200(b), 7220", note="Read in excerpts of the approved text."),
        _reported(pinpoint="7120, 7121, 7150, 7155, 7157, 7220-7222", note="Read in two transcriptions."),
    ),
)

# All three together make a human decision; any one missing, and the technology has replaced it.
_HUMAN: Expr = (
    result_reviewer.includes("understands")
    & result_reviewer.includes("analyses")
    & result_reviewer.includes("may_change")
)

ca_admt = Definition(
    id="ca_admt",
    title="Automated decision-making technology (California)",
    statement="the technology replaces human decision-making as California understands it",
    denial="the technology does not replace human decision-making as California understands it",
    summary="Its result is used without human involvement. Human involvement needs a person who can read the result, "
    "studies it with other information, and may decide otherwise: all three.",
    versions=(
        Version(
            since=APPROVED,
            when=result_weight.is_("alone") | (result_weight.is_("overrules", "heaviest", "one_factor") & ~_HUMAN),
            cites=(_read(pinpoint="7001(e)"),),
        ),
    ),
)
# Adverts for jobs are left to advertising, which is no significant decision; handing out work is one on any ground.
_ASSIGNS_WORK: Expr = uses.includes("work_management") & (
    work_tasks.any_of("allocates_by_behaviour", "allocates_otherwise") | us_decides_on.includes("shifts_hours")
)
_ADMITS: Expr = uses.includes("education") & education_tasks.any_of("admission", "assigns_places", "sets_level")
_CERTIFIES: Expr = uses.includes("education") & education_tasks.includes("grades_final")
_PAYS: Expr = uses.includes("work_management") & work_tasks.includes("terms_pay_promotion_dismissal")

ca_significant_decision = Definition(
    id="ca_significant_decision",
    title="Significant decision (California privacy rules)",
    statement="it is used for significant decisions under California's privacy rules",
    denial="it is used for no significant decision under California's privacy rules",
    summary="Providing or denying loans, accounts, payments and other financial services, homes and places to sleep, "
    "places, credentials and suspension in education, work and pay, or health care. Insurance, criminal justice, "
    "essential goods and advertising are not on the list.",
    versions=(
        Version(
            since=APPROVED,
            when=CHOOSES_APPLICANTS
            | MANAGES
            | _ASSIGNS_WORK
            | uses.any_of("credit", "housing", "health")
            | _ADMITS
            | _CERTIFIES
            | us_decides_on.any_of(
                "accounts",
                "other_finance",
                "home_purchase",
                "stays",
                "suspends_students",
                "disciplines",
                "shifts_hours",
            ),
            cites=(_read(pinpoint="7001(ddd)"), _reported(pinpoint="7001(ddd)(1)-(6)")),
        ),
    ),
)

FEDERAL_DATA = CarveOut(
    id="ca-ccpa-federal-data",
    title="Data under federal financial, health or credit-report law (California)",
    when=us_data_exempt.is_("all"),
    cites=(_known(pinpoint="Civ. Code 1798.145"),),
    removes="these duties, for decisions on such data alone",
    keeps="Everything for other data; federal notices of adverse action; the laws of other states. Have the boundary "
    "checked: it was not read in the text.",
)
_DECIDES: Expr = in_state("ca") & ca_ccpa_business & USES_SYSTEM & ca_significant_decision & ca_admt

_FINES = (
    "Up to $2,663 per violation, $7,988 if intentional or about children under 16 (figures of 2025). No right to cure."
)


def _duty(
    section: str,
    title: str,
    must: str,
    when: Expr,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    cite: Cite,
    *rows: Row,
    since: date = ADMT_FROM,
    unless: tuple[CarveOut, ...] = (FEDERAL_DATA,),
    transitions: tuple[Transition, ...] = (),
    note: str = "",
) -> Obligation:
    return Obligation(
        id=f"CCPA-{section}",
        title=title,
        must=must,
        who="firm under California's privacy act",
        topic=topic,
        versions=(Version(since=since, when=when, cites=(cite,), unless=unless, transitions=transitions),),
        deadline=deadline,
        evidence=evidence,
        penalty_note=_FINES,
        steps=steps(f"CCPA-{section}", *rows, cite=_reported),
        note=note,
    )


pre_use_notice = _duty(
    "7220",
    "Give notice before an automated decision (California)",
    "Before you process people's data for it, tell them what for, how to opt out or which exception you use, how to "
    "get access, that nobody is punished for it, and how the technology works.",
    _DECIDES,
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="Uses that go on: by 1 January 2027; new ones: before the data are processed."),
    "notice and where it stands",
    _reported(pinpoint="7220(b)-(c)"),
    ("purpose", "Say exactly what it is used for.", "7220(c)", When.BEFORE_USE, "notice"),
    ("opt-out", "Explain the opt-out, or the exception you rely on.", "7220(c)", When.BEFORE_USE, "notice"),
    ("access", "Explain the right to access.", "7220(c)", When.BEFORE_USE, "notice"),
    ("retaliation", "Say that using these rights is not punished.", "7220(c)", When.BEFORE_USE, "notice"),
    (
        "workings",
        "Explain inputs, output and its role, and what happens on opt-out.",
        "7220(c)",
        When.BEFORE_USE,
        "notice",
    ),
)
opt_out = _duty(
    "7221",
    "Let people opt out of automated decisions, or appeal (California)",
    "Offer at least two simple ways to opt out, or use an exception: an appeal to a person who can change the "
    "decision; or, for admission and hiring, and for handing out work and pay, technology used solely for that which "
    "works and does not discriminate.",
    _DECIDES,
    Topic.DECISIONS,
    Deadline(
        kind=When.ON_REQUEST,
        text="A request before processing: do not begin. After: stop as soon as feasible, within 15 business days.",
    ),
    "log of opt-outs, memo on the exception, bias test",
    _reported(pinpoint="7221"),
    (
        "ways",
        "Offer two or more easy ways, with a link that says what is opted out of.",
        "7221",
        When.BEFORE_USE,
        "link",
    ),
    ("pass-on", "Tell service providers and others to stop in the same time.", "7221(n)", When.ON_REQUEST, "messages"),
    ("confirm", "Confirm, and do not ask again for twelve months.", "7221(h), (k)", When.ON_REQUEST, "confirmations"),
    (
        "appeal",
        (
            "Relief: offer an appeal to a trained reviewer who must consider what people submit and may change the "
            "decision."
        ),
        "7221(b)(1)",
        When.ON_REQUEST,
        "appeal procedure",
        StepKind.RELIEF,
    ),
    (
        "hiring",
        "Relief for admission and hiring: used solely to judge ability, it works, and does not discriminate.",
        "7221(b)(2)",
        When.BEFORE_USE,
        "validation, bias test",
        StepKind.RELIEF,
        CHOOSES_APPLICANTS | _ADMITS,
    ),
    (
        "work",
        "Relief for handing out work and pay: used solely for that, it works, and does not discriminate.",
        "7221(b)(3)",
        When.BEFORE_USE,
        "validation, bias test",
        StepKind.RELIEF,
        _ASSIGNS_WORK | _PAYS,
    ),
    note="Money, homes, health care, credentials, discipline, promotion, demotion, suspension and dismissal know the "
    "appeal alone.",
)
access = _duty(
    "7222",
    "Explain automated decisions on request (California)",
    "On request explain what the technology was used for, its logic and how the person's data led to the result, the "
    "outcome and how it was used, and the right not to be punished for asking.",
    _DECIDES,
    Topic.DECISIONS,
    Deadline(kind=When.ON_REQUEST, text="Within the act's general time, 45 days and once 45 more (not verified)."),
    "log of answers",
    _reported(pinpoint="7222"),
    ("purpose", "Name the purpose.", "7222(b)(1)", When.ON_REQUEST, "answer"),
    ("logic", "Explain the logic and how the data produced the result.", "7222(b)(2)", When.ON_REQUEST, "answer"),
    (
        "outcome",
        "Explain the outcome, whether it alone decided, and any person's role.",
        "7222(b)(3)",
        When.ON_REQUEST,
        "answer",
    ),
    (
        "retaliation",
        "Say that asking is not punished, and link to people's rights.",
        "7222(b)(4)",
        When.ON_REQUEST,
        "answer",
    ),
    (
        "often",
        "After more than four uses on a person in twelve months, answer for all of them together if you like.",
        "7222(j)",
        When.ON_REQUEST,
        "answer",
        StepKind.RELIEF,
    ),
    (
        "secrets",
        "Leave out trade secrets and security details if need be.",
        "7222(c)",
        When.ON_REQUEST,
        "memo",
        StepKind.RELIEF,
    ),
)
# Any of these brings the assessment, whatever the data are that a decision is taken on.
_RISKY: Expr = (does("data_trade") & us_data_dealings.any_of("sells", "half_revenue")) | us_risky_processing.any_of(
    "sensitive", "observes", "sensitive_places", "trains"
)
FEDERAL_DATA_ALONE = CarveOut(
    id="ca-ccpa-federal-data-alone",
    title="Decisions on data under federal law, and nothing else risky (California)",
    when=us_data_exempt.is_("all") & ~_RISKY,
    cites=(_known(pinpoint="Civ. Code 1798.145"),),
    removes="the risk assessment, where automated decisions on such data are all that could bring it",
    keeps="it for selling, sensitive data, watching people and training",
)
risk_assessment = _duty(
    "7150",
    "Assess the risk of processing Californians' data",
    "Before you sell or share data, process sensitive data, let technology take significant decisions, watch people, "
    "or train such technology, weigh risks and benefits in writing; review it every three years.",
    in_state("ca") & ca_ccpa_business & (_RISKY | (USES_SYSTEM & ca_significant_decision & ca_admt)),
    Topic.SAFETY,
    Deadline(
        kind=When.RECURRING,
        text="Before processing; every three years; within 45 calendar days of a material change. Activities begun "
        "before 2026 that go on: by 31 December 2027. Those of 2026 and 2027 are submitted by 1 April 2028, then "
        "yearly.",
    ),
    "risk assessment, submission",
    _reported(pinpoint="7150(b), 7155, 7157"),
    ("begin", "Assess before the processing begins.", "7155", When.BEFORE_USE, "risk assessment"),
    ("legacy", "Assess what began before 2026 by 31 December 2027.", "7155(b)", When.ONCE, "risk assessment"),
    ("review", "Review it every three years.", "7155", When.RECURRING, "dated review"),
    ("change", "Update it within 45 calendar days of a material change.", "7155", When.ON_EVENT, "dated update"),
    ("submit", "Submit by 1 April 2028, then every year.", "7157(a)(1)", When.RECURRING, "submission"),
    since=IN_FORCE,
    unless=(FEDERAL_DATA_ALONE,),
    note="The one duty of these rules that reaches a trainer of models. Routine personnel administration is excepted "
    "for sensitive data, and assessments are kept while the processing goes on or for five years (neither verified).",
)


def _first_audit(suffix: str, title: str, when: Expr, year: int) -> Transition:
    return Transition(
        id=f"ca-ccpa-audit-{suffix}",
        title=title,
        when=when,
        applies_from=date(year, 4, 1),
        cites=(_reported(pinpoint="7121(a)"),),
        published_on=APPROVED,
    )


cybersecurity_audit = _duty(
    "7120",
    "Have cybersecurity audited (California)",
    "Have an independent auditor check your cybersecurity each year and certify it to the agency.",
    in_state("ca")
    & ca_ccpa_business
    & (
        (does("data_trade") & us_data_dealings.includes("half_revenue"))
        | ((us_revenue_usd > CCPA_REVENUE) & us_risky_processing.any_of("holds_250k", "holds_50k_sensitive"))
    ),
    Topic.SECURITY,
    Deadline(
        kind=When.RECURRING,
        text="First report by 1 April 2028 with revenue above $100 million in 2026, 2029 with $50 to 100 million in "
        "2027, 2030 with less in 2028; then yearly, each for the year that ended on 1 January.",
    ),
    "audit report, certification",
    _reported(pinpoint="7120, 7121(a)"),
    since=date(2028, 4, 1),
    unless=(),
    transitions=(
        _first_audit(
            "middle",
            "Revenue of 50 to 100 million dollars (California audit)",
            (us_revenue_usd >= 50_000_000) & (us_revenue_usd <= 100_000_000),
            2029,
        ),
        _first_audit("small", "Revenue below 50 million dollars (California audit)", us_revenue_usd < 50_000_000, 2030),
    ),
    note="The periods look at the revenue of 2026, 2027 and 2028 in turn.",
)
