"""Equality Act 2010 (Great Britain): discrimination law for employers and services, and the public sector's duty."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.use import uses
from apps.rules.law.uk.common import (
    AT_WORK,
    GREAT_BRITAIN,
    LONG_AGO,
    MAKES_MODEL,
    OFFERS_SYSTEM,
    PUBLIC_FUNCTION,
    SERVES_PEOPLE,
    USES_SYSTEM,
)

IN_FORCE = date(2010, 10, 1)
PUBLIC_DUTY_IN_FORCE = date(2011, 4, 5)
LONGER_LIMIT = date(2026, 10, 1)

EQA = instrument(
    "UK-EQA",
    "Equality Act 2010",
    "Equality Act",
    Force.STATUTE,
    "2010 c. 15",
    "Employers, services to the public (paid or free), schools, landlords and public functions must not discriminate "
    "by age, disability, gender reassignment, marriage, pregnancy, race, religion or belief, sex or sexual "
    "orientation; unequal effects need a proportionate reason. Great Britain only: Northern Ireland has equality "
    "orders of its own, which are not worked out here. No exception for AI, small firms or research.",
    "An open licence changes nothing. Merely publishing weights is rarely a service to the public; hosting a usable "
    "service, free of charge too, can be one.",
    Happening(IN_FORCE, State.IN_FORCE, "main parts in force", Grade.M),
    Happening(
        LONGER_LIMIT,
        State.IN_FORCE,
        "tribunal limit six months for later acts (Employment Rights Act 2025); the amended section was not read",
        at="Employment Rights Act 2025 s. 152, Sch. 12",
    ),
    enforcer="employment tribunals, county and sheriff courts; Equality and Human Rights Commission",
    url="https://www.legislation.gov.uk/ukpga/2010/15",
    published_on=LONG_AGO,
    jurisdiction="UK",
)

# Employers, whoever serves the public, schools, landlords, public functions.
_DUTY_BEARER: Expr = AT_WORK | uses.any_of("education", "housing") | PUBLIC_FUNCTION | SERVES_PEOPLE
_USED: Expr = GREAT_BRITAIN & (USES_SYSTEM | OFFERS_SYSTEM) & _DUTY_BEARER
_REMEDIES = (
    "Compensation without a ceiling, declarations; no administrative fine. Claims at work: within 3 months for acts "
    "before 1 October 2026, 6 months for later ones (not verified: check the date and s. 123); other claims 6 months."
)
_WHO = "employer, service provider, school, landlord or public function"

no_direct_discrimination = duty(
    EQA,
    "UK-EQA-13",
    "Treat nobody worse because of a protected characteristic",
    "Do not let the system treat anyone worse because of a protected characteristic, or because of something that "
    "stands exactly for one. Only age can be justified.",
    _WHO,
    Topic.DECISIONS,
    IN_FORCE,
    _USED,
    "s. 13",
    Grade.M,
    ALWAYS_DUE,
    "review of features and stand-ins",
    _REMEDIES,
    ("disability", "Check that nothing arising from a disability counts against people.", "s. 15", When.CONTINUOUS, ""),
    ("harassment", "Keep output from demeaning people for such a characteristic.", "s. 26", When.CONTINUOUS, ""),
)
no_indirect_discrimination = duty(
    EQA,
    "UK-EQA-19",
    "Test for unequal effects and justify what remains",
    "Test whether the system puts a protected group at a disadvantage. Where it does, change it, or record the "
    "legitimate aim and why nothing gentler would serve it.",
    _WHO,
    Topic.DECISIONS,
    IN_FORCE,
    _USED,
    "s. 19",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before use, and again on retraining."),
    "report of bias tests, record of aim and proportionality",
    _REMEDIES,
    (
        "burden",
        "Keep evidence: once facts suggest discrimination, you must show there was none.",
        "s. 136",
        When.CONTINUOUS,
        "records",
    ),
)
adjustments = duty(
    EQA,
    "UK-EQA-20",
    "Make adjustments for disabled people",
    "Make reasonable adjustments, such as another route past the system, so that disabled people are not at a "
    "substantial disadvantage.",
    _WHO,
    Topic.DECISIONS,
    IN_FORCE,
    _USED,
    "ss. 20-21",
    Grade.M,
    Deadline(kind=When.CONTINUOUS, text="Services plan ahead for disabled people; employers act for the person."),
    "accessible alternative, log of requests",
    _REMEDIES,
)
no_help = duty(
    EQA,
    "UK-EQA-111-112",
    "Do not instruct, cause or knowingly help discrimination",
    "If you supply the model or system, do not tell, cause or induce others to discriminate with it, nor knowingly "
    "help them.",
    "vendor of a model or system that others use on people",
    Topic.DECISIONS,
    IN_FORCE,
    GREAT_BRITAIN & (OFFERS_SYSTEM | MAKES_MODEL),
    "ss. 111-112",
    Grade.M,
    ALWAYS_DUE,
    "contract terms, disclosure of tests to customers",
    _REMEDIES,
)

PSED = instrument(
    "UK-PSED",
    "Public sector equality duty, Equality Act 2010 section 149",
    "Public sector equality duty",
    Force.STATUTE,
    "Equality Act 2010 s. 149",
    "Public authorities, and whoever exercises a public function for that function, think about equality before and "
    "while they buy, build, use or change AI. A vendor's refusal to disclose is no excuse (Bridges, 2020).",
    "No exception: an open model needs the same look as a bought one.",
    Happening(PUBLIC_DUTY_IN_FORCE, State.IN_FORCE, "in force", Grade.M),
    Happening(date(2020, 8, 11), State.IN_FORCE, "Bridges: the duty applies to the very software used", Grade.S),
    enforcer="courts on judicial review; Equality and Human Rights Commission",
    published_on=LONG_AGO,
    jurisdiction="UK",
)
equality_duty = duty(
    PSED,
    "UK-PSED-1",
    "Have due regard to equality before and while you use AI",
    "Weigh, on evidence about the very system, how it bears on discrimination, equal chances and good relations. Do "
    "it yourself, before you decide to buy, build, use or change it, and keep doing so.",
    "public authority, or who exercises a public function",
    Topic.DECISIONS,
    PUBLIC_DUTY_IN_FORCE,
    GREAT_BRITAIN & PUBLIC_FUNCTION & (USES_SYSTEM | OFFERS_SYSTEM | MAKES_MODEL),
    "s. 149",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before the decision, and continuously after it."),
    "equality impact assessment with data on the model",
    "Quashing or declaration on judicial review; compliance notice. No fine.",
    (
        "vendor",
        "If the vendor will not disclose tests, test for yourself or do not use it.",
        "s. 149; Bridges [2020] EWCA Civ 1058",
        When.BEFORE_USE,
        "tests",
    ),
    ("publish", "Publish the equality information that applies to you.", "specific duties", When.RECURRING, ""),
)
