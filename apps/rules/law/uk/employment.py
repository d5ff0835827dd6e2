"""Recruitment and people at work: no statute on AI, but guidance on how the general acts apply."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.body import body_findings
from apps.rules.law.facts.use import uses
from apps.rules.law.uk.automated_decisions import uk_automated_decision
from apps.rules.law.uk.common import AT_WORK, IN_THE_COUNTRY, OFFERS_SYSTEM, RECRUITS, USES_SYSTEM

MONITORING = date(2023, 10, 3)
SERCO = date(2024, 2, 19)
RECRUITING = date(2024, 3, 25)

EMP = instrument(
    "UK-EMP",
    "AI in recruitment and at work: how general law applies",
    "AI at work (guidance)",
    Force.GUIDANCE,
    "ICO guidance of October 2023; DSIT guidance of March 2024; ICO reports of November 2024 and March 2026",
    "No employment statute is about AI. Data protection, automated decisions and equality law do the work, beside "
    "unfair dismissal, consultation and safety at work. Turning applicants down with no person deciding is normally a "
    "significant decision. The duties themselves stand under those acts.",
    "Nothing depends on openness.",
    Happening(MONITORING, State.IN_FORCE, "ICO guidance on monitoring workers (day from memory)", Grade.M),
    Happening(SERCO, State.IN_FORCE, "Serco Leisure: stop and delete fingerprints and faces of staff", Grade.P),
    Happening(RECRUITING, State.IN_FORCE, "guidance on responsible AI in recruitment (day from memory)", Grade.M),
    Happening(date(2024, 11, 6), State.IN_FORCE, "ICO audits of recruitment tools (day from memory)"),
    Happening(date(2026, 3, 31), State.IN_FORCE, "ICO report on automated decisions in recruitment"),
    enforcer="Information Commission; tribunals; Equality and Human Rights Commission",
    jurisdiction="UK",
)
_EMPLOYS: Expr = IN_THE_COUNTRY & AT_WORK & USES_SYSTEM
_WHO = "employer or recruiter"
_PENALTY = "That of the acts behind it."

impact = duty(
    EMP,
    "UK-EMP-1",
    "Assess the impact before AI hires or watches people",
    "Do a data protection impact assessment before you use AI in recruiting or to watch or rate people at work.",
    _WHO,
    Topic.DECISIONS,
    MONITORING,
    _EMPLOYS,
    "monitoring workers; UK GDPR Art. 35",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before use."),
    "impact assessment",
    _PENALTY,
)
human_decision = duty(
    EMP,
    "UK-EMP-2",
    "Let a person decide, or give the safeguards",
    "Have a competent person decide meaningfully on applicants and staff, or give the safeguards for decisions by "
    "machine alone.",
    _WHO,
    Topic.DECISIONS,
    MONITORING,
    _EMPLOYS & uk_automated_decision,
    "ICO report on automated decisions in recruitment; UK GDPR Arts 22A-22C",
    Grade.S,
    ALWAYS_DUE,
    "record of the process",
    _PENALTY,
)
fair_recruiting = duty(
    EMP,
    "UK-EMP-3",
    "Test recruiting tools for unequal effects, and settle who does what",
    "Test for unequal effects, use little data, infer no protected traits, and agree in writing who is controller and "
    "who processor.",
    "employer, recruiter and vendor",
    Topic.DECISIONS,
    RECRUITING,
    IN_THE_COUNTRY & RECRUITS & (USES_SYSTEM | OFFERS_SYSTEM),
    "DSIT guidance of March 2024; ICO audits of November 2024",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before use, and regularly after."),
    "test report, contract",
    _PENALTY,
)
another_way = duty(
    EMP,
    "UK-EMP-4",
    "Offer staff a way without their bodies",
    "Where faces, fingers or voices identify staff, offer a real alternative without drawbacks. Without one it is "
    "unlawful: stop and delete.",
    "employer",
    Topic.DECISIONS,
    SERCO,
    IN_THE_COUNTRY
    & uses.includes("work_management")
    & USES_SYSTEM
    & body_findings.any_of("identifies_among_many", "confirms_identity"),
    "enforcement notice of 19 February 2024; UK GDPR Arts 5(1)(a), 6, 9",
    Grade.P,
    ALWAYS_DUE,
    "record of the alternative",
    _PENALTY,
    published_on=SERCO,
)
