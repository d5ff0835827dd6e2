"""Smaller rules on work in single states, as pointers: none was read in its text."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    Cite,
    Deadline,
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
from apps.rules.law.facts.body import body_findings
from apps.rules.law.us.common import USES_SYSTEM, in_state
from apps.rules.law.us.work import RECRUITS

_md = Cite(instrument="US-MD-3-717", pinpoint="Lab. & Empl. 3-717", grade=Grade.M)

MARYLAND_INTERVIEWS = Instrument(
    id="US-MD-3-717",
    title="Facial recognition services in interviews",
    short="Maryland Lab. & Empl. 3-717",
    jurisdiction="US-MD",
    force=Force.STATUTE,
    number="Md. Code, Lab. & Empl. 3-717 (2020)",
    summary="Employers may draw a face template in an interview only with the applicant's signed waiver. Known from "
    "memory, not verified.",
    published_on=date(2020, 10, 1),
    openness=Openness(Relief.NONE, "Looks at the employer's use alone."),
    status=(Status(on=date(2020, 10, 1), state=State.IN_FORCE, note="in force", cite=_md),),
    sources=(_md,),
)
interview_waiver = Obligation(
    id="MD-3-717",
    title="Get a signed waiver before face recognition in interviews (Maryland)",
    must="Draw no face template of applicants in an interview without a waiver they signed.",
    who="employer",
    topic=Topic.DECISIONS,
    versions=(
        Version(
            since=date(2020, 10, 1),
            when=in_state("md")
            & USES_SYSTEM
            & RECRUITS
            & body_findings.any_of("identifies_among_many", "confirms_identity"),
            cites=(_md,),
        ),
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="Before the interview."),
    evidence="signed waivers",
    penalty_note="Not verified.",
)

_va = Cite(instrument="US-VA-HB2094", pinpoint="HB 2094", grade=Grade.S)

VIRGINIA_HB2094 = Instrument(
    id="US-VA-HB2094",
    title="High-Risk Artificial Intelligence Developer and Deployer Act",
    short="Virginia HB 2094",
    jurisdiction="US-VA",
    force=Force.HISTORY,
    number="HB 2094 (2025)",
    summary="Never became law: vetoed on 24 March 2025. No broad act of Virginia was found; HB 797 of 2026 only "
    "studies a framework.",
    published_on=date(2025, 2, 20),
    openness=Openness(Relief.NONE, "Never law."),
    status=(Status(on=date(2025, 3, 24), state=State.VETOED, note="vetoed", cite=_va),),
    sources=(_va,),
)

_ny = Cite(instrument="US-NY-WARN", pinpoint="WARN form", grade=Grade.M)

NEW_YORK_WARN = Instrument(
    id="US-NY-WARN",
    title="Question on automation in mass-layoff notices",
    short="New York WARN form",
    jurisdiction="US-NY",
    force=Force.GUIDANCE,
    summary="Since 2025 the state's form for mass layoffs asks whether automation was a cause. Known from memory, not "
    "verified; no duty is worked out.",
    published_on=date(2025, 3, 1),
    openness=Openness(Relief.NONE, "Looks at employers' notices."),
    status=(Status(on=date(2025, 3, 1), state=State.IN_FORCE, note="form in use", cite=_ny),),
    sources=(_ny,),
)
