"""California, Civil Rights Council: employment regulations on automated-decision systems."""

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
from apps.rules.law.facts.us_organisation import us_employees
from apps.rules.law.facts.us_work import us_employer
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import work_tasks
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, in_state
from apps.rules.law.us.work import ACTS_FOR_EMPLOYER, AFFECTS_WORKERS, EMPLOYER, MANAGES, RECRUITS

_read = partial(Cite, instrument="US-CA-FEHA-ADS", grade=Grade.P)
_reported = partial(Cite, instrument="US-CA-FEHA-ADS", grade=Grade.S)

APPROVED = date(2025, 6, 27)
IN_FORCE = date(2025, 10, 1)

FEHA_ADS = Instrument(
    id="US-CA-FEHA-ADS",
    title="Employment regulations regarding automated-decision systems",
    short="California FEHA rules on automated decisions",
    jurisdiction="US-CA",
    force=Force.REGULATION,
    number="Cal. Code Regs. tit. 2, 11008, 11008.1, 11009(f), 11013(c), 11016-11017",
    enforcer="Civil Rights Department; people concerned may sue",
    url="https://calcivilrights.ca.gov/civilrightscouncil/",
    summary="Since October 2025: employers with five or more employees, and whoever acts for one, a vendor included, "
    "must not discriminate through any computation that makes or helps to make decisions about work, and keep its data "
    "for four years. A person in the loop does not take it out.",
    published_on=APPROVED,
    openness=Openness(
        Relief.NONE, "Looks at the use; a vendor of an open tool that acts for employers is an employer, too."
    ),
    status=(
        Status(on=APPROVED, state=State.ADOPTED, note="approved", cite=_read(pinpoint="OAL 2025-06-27")),
        Status(
            on=IN_FORCE, state=State.IN_FORCE, note="in force", cite=_read(pinpoint="11008.1"), published_on=APPROVED
        ),
    ),
    sources=(_read(pinpoint="11008, 11008.1, 11009(f), 11013(c)", note="Read in excerpts."),),
)

# Shifts and tasks are terms of work on whatever ground they are handed out.
_HANDS_OUT: Expr = uses.includes("work_management") & work_tasks.includes("allocates_otherwise")

ca_automated_decision_system = Definition(
    id="ca_automated_decision_system",
    title="Automated-decision system at work (California)",
    statement="it makes or helps to make decisions about work as California's employment rules understand it",
    denial="it neither makes nor helps to make decisions about work as California's employment rules understand it",
    summary="Any computation that decides, or makes it easier for people to decide, about an employment benefit: games "
    "and tests, keyword screens, adverts aimed at people, analysis of face or voice, data of third parties. Storage "
    "and ordinary office tools that decide nothing are outside.",
    versions=(
        Version(
            since=APPROVED,
            when=(RECRUITS | MANAGES | AFFECTS_WORKERS | _HANDS_OUT) & ~result_weight.is_("nothing"),
            cites=(_read(pinpoint="11008.1(a)"),),
        ),
    ),
)
ca_feha_employer = Definition(
    id="ca_feha_employer",
    title="Employer or its agent (California employment rules)",
    statement="you are an employer, or act for one, under California's employment rules",
    denial="you are no employer, and act for none, under California's employment rules",
    summary="Five or more employees; or a labour organisation; or anybody, of any size, who acts for an employer in "
    "recruiting, screening, hiring, promoting, paying or granting leave, through a tool as well.",
    versions=(
        Version(
            since=APPROVED,
            when=in_state("ca")
            & ((EMPLOYER & (us_employees >= 5)) | ACTS_FOR_EMPLOYER | us_employer.includes("union")),
            cites=(_read(pinpoint="11008(b)"), _reported(pinpoint="Gov. Code 12926(d)")),
        ),
    ),
)
_WHEN = in_state("ca") & (USES_SYSTEM | OFFERS_SYSTEM) & ca_automated_decision_system & ca_feha_employer


def _duty(
    number: str, title: str, must: str, pinpoint: str, deadline: Deadline, evidence: str, *rows: Row, note: str = ""
) -> Obligation:
    return Obligation(
        id=f"FEHA-{number}",
        title=title,
        must=must,
        who="employer or agent of an employer",
        topic=Topic.DECISIONS,
        versions=(Version(since=IN_FORCE, when=_WHEN, cites=(_read(pinpoint=pinpoint),)),),
        deadline=deadline,
        evidence=evidence,
        penalty_note="Complaint to the Civil Rights Department, then suit: remedies of the Fair Employment and Housing "
        "Act.",
        steps=steps(f"FEHA-{number}", *rows, cite=_read),
        note=note,
    )


no_discrimination = _duty(
    "9f",
    "Do not discriminate through automated decisions at work (California)",
    "Use no automated decision about work that discriminates on a protected ground, through a stand-in for one as "
    "well.",
    "11009(f)",
    Deadline(kind=When.CONTINUOUS, text="At all times."),
    "bias tests and what was done about them",
    (
        "test",
        "Test for bias, recently and well: tests, or their absence, are evidence.",
        "11009(f)",
        When.RECURRING,
        "tests",
    ),
    ("proxy", "Look for inputs that stand in for a protected ground.", "11008(m)", When.BEFORE_USE, "input review"),
    note="Tests or games that draw out a disability may be an unlawful medical inquiry (11016, not verified).",
)
keep_data = _duty(
    "13c",
    "Keep data of automated decisions at work for four years (California)",
    "Keep selection criteria and the system's data: what went in, what came out, and how it was set up.",
    "11013(c)",
    Deadline(kind=When.RETENTION, text="Four years."),
    "archive",
)
