"""New York City, Local Law 144 on automated employment decision tools."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
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
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.decisions import result_weight
from apps.rules.law.facts.us_decisions import us_nyc_screening
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import hiring_tasks, work_tasks
from apps.rules.law.us.common import ARTIFICIAL_INTELLIGENCE, USES_SYSTEM, in_state
from apps.rules.law.us.work import EMPLOYER

_read = partial(Cite, instrument="US-NYC-LL144", grade=Grade.P)
_reported = partial(Cite, instrument="US-NYC-LL144", grade=Grade.S)
_recalled = partial(Cite, instrument="US-NYC-LL144", grade=Grade.M)

IN_FORCE = date(2023, 1, 1)
ENFORCED = date(2023, 7, 5)

LL144 = Instrument(
    id="US-NYC-LL144",
    title="Automated employment decision tools",
    short="New York City Local Law 144",
    jurisdiction="US-NY",
    force=Force.STATUTE,
    number="N.Y.C. Admin. Code 20-870 to -874; 6 RCNY 5-300 to -304",
    enforcer="Department of Consumer and Worker Protection; people concerned keep their suits",
    url="https://www.nyc.gov/site/dca/about/automated-employment-decision-tools.page",
    summary="Employers and agencies of any size that screen for jobs or promotions in the city with a tool that "
    "decides, weighs most or overrules need a bias audit no older than a year, a published summary and ten business "
    "days' notice. There is no pass mark. Vendors are not liable under it. Not amended by September 2026; Local Law "
    "25 of 2026 is reported to concern city agencies only.",
    published_on=date(2021, 12, 11),
    openness=Openness(Relief.NONE, "Looks at the employer's use; the licence of the tool plays no part."),
    status=(
        Status(on=IN_FORCE, state=State.IN_FORCE, note="takes effect", cite=_read(pinpoint="Int. 1894-A")),
        Status(
            on=ENFORCED, state=State.IN_FORCE, note="enforced, and rules apply", cite=_read(pinpoint="6 RCNY 5-300")
        ),
        Status(
            on=date(2025, 12, 2),
            state=State.IN_FORCE,
            note="the State Comptroller finds enforcement weak; more is promised",
            cite=_reported(pinpoint="audit of 2025-12-02"),
        ),
    ),
    sources=(_read(pinpoint="20-870 to 20-874"), _reported(pinpoint="6 RCNY 5-300 to 5-304")),
)

_SCREENS: Expr = (
    uses.includes("hiring") & hiring_tasks.any_of("filters_applications", "evaluates_candidates", "other_recruitment")
) | (uses.includes("work_management") & work_tasks.any_of("terms_pay_promotion_dismissal", "evaluates_performance"))

nyc_aedt = Definition(
    id="nyc_aedt",
    title="Automated employment decision tool (New York City)",
    statement="the tool decides, weighs most or overrules as New York City's law asks",
    denial="the tool neither decides, nor weighs most, nor overrules as New York City's law asks",
    summary="Learned or statistical software whose score, class or recommendation is relied on alone, weighs more "
    "than any other criterion, or overrules other factors, people's judgement included. One of several equal criteria "
    "is none.",
    versions=(
        Version(
            since=IN_FORCE,
            when=ARTIFICIAL_INTELLIGENCE & result_weight.is_("alone", "heaviest", "overrules"),
            cites=(_read(pinpoint="20-870"), _reported(pinpoint="6 RCNY 5-300")),
        ),
    ),
)
nyc_screens = Definition(
    id="nyc_screens",
    title="Screening for jobs in New York City",
    statement="you screen applicants or employees for jobs in New York City with such a tool",
    denial="you do not screen applicants or employees for jobs in New York City with such a tool",
    summary="An employer or agency that uses such a tool on people who applied for a certain job in the city, or on "
    "employees for promotion. Searching for people who have not applied is not screening.",
    versions=(
        Version(
            since=IN_FORCE,
            when=in_state("ny") & USES_SYSTEM & EMPLOYER & _SCREENS & us_nyc_screening.includes("city_job") & nyc_aedt,
            cites=(_read(pinpoint="20-871"), _recalled(pinpoint="DCWP, FAQ: jobs in the city")),
        ),
    ),
)

_FINES = (
    "Up to $500 for a first violation and others of the same day, $500 to $1,500 for each later one; each day of use "
    "without an audit and each missing notice counts (20-872). Enforced since 5 July 2023."
)


def _duty(
    suffix: str,
    title: str,
    must: str,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    cite: Cite,
    *rows: Row,
    since: date = IN_FORCE,
    only: Expr | None = None,
    note: str = "",
) -> Obligation:
    when = in_state("ny") & nyc_screens
    return Obligation(
        id=f"NYC-{suffix}",
        title=title,
        must=must,
        who="employer or employment agency that screens in the city",
        topic=topic,
        versions=(Version(since=since, when=when if only is None else when & only, cites=(cite,)),),
        deadline=deadline,
        evidence=evidence,
        penalty_note=_FINES,
        steps=steps(f"NYC-{suffix}", *rows, cite=_reported),
        note=note,
    )


bias_audit = _duty(
    "871-a1",
    "Have the tool audited for bias within the year before use",
    "Have an independent auditor test the tool for bias no more than a year before it is used.",
    Topic.DECISIONS,
    Deadline(kind=When.RECURRING, text="No more than one year before each use."),
    "audit report with its date",
    _read(pinpoint="20-871(a)(1)"),
    note="An audit of 14 months ago makes each day of use a violation. The four-fifths rule is no pass mark here.",
)
audit_figures = _duty(
    "AUDIT",
    "Put the required figures into the audit",
    "Have the audit show rates and impact ratios by sex, by race and ethnicity, and by both together.",
    Topic.DECISIONS,
    Deadline(kind=When.RECURRING, text="In each audit."),
    "audit report",
    _reported(pinpoint="6 RCNY 5-301(b)-(d)"),
    ("selection", "Where it selects: selection rates and impact ratios.", "6 RCNY 5-301(b)", When.RECURRING, "figures"),
    (
        "scoring",
        "Where it scores: median score, scoring rates, impact ratios.",
        "6 RCNY 5-301(c)",
        When.RECURRING,
        "figures",
    ),
    ("unknown", "Count people of unknown category.", "6 RCNY 5-301", When.RECURRING, "figures"),
    (
        "small",
        "Leave out categories under 2 % only with reasons and numbers.",
        "6 RCNY 5-301(d)",
        When.RECURRING,
        "reasons",
    ),
    since=ENFORCED,
)
audit_data = _duty(
    "DATA",
    "Audit on historical data",
    "Have the audit use historical data: your own, or pooled data if you have never used the tool; test data only "
    "where these are too few, with an explanation.",
    Topic.DECISIONS,
    Deadline(kind=When.RECURRING, text="In each audit."),
    "description of the data",
    _reported(pinpoint="6 RCNY 5-302"),
    since=ENFORCED,
)
publish = _duty(
    "871-a2",
    "Publish the audit's summary",
    "Publish on the employment section of your website the audit's date, a summary and the tool's distribution date.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="Before use, and for six months after the last use."),
    "web page",
    _read(pinpoint="20-871(a)(2)"),
)
_RESIDENTS = us_nyc_screening.includes("city_residents")
notify_use = _duty(
    "871-b1",
    "Tell residents of the city ten business days ahead",
    "Tell applicants and employees who live in the city that the tool will be used, and how to ask for another way or "
    "an accommodation.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="At least ten business days before use."),
    "notices with dates",
    _read(pinpoint="20-871(b)(1)"),
    only=_RESIDENTS,
    note="Offering another way is not itself required.",
)
notify_traits = _duty(
    "871-b2",
    "Say what the tool looks at",
    "Tell them which qualifications and characteristics the tool will judge.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="At least ten business days before use."),
    "notices with dates",
    _read(pinpoint="20-871(b)(2)"),
    only=_RESIDENTS,
)
data_policy = _duty(
    "871-b3",
    "Disclose data, source and retention",
    "Publish the kinds of data, their source and how long they are kept, or answer written requests.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.ON_REQUEST, text="Within 30 days of a written request."),
    "web page or answers",
    _read(pinpoint="20-871(b)(3)"),
)
