"""Automated Vehicles Act 2024 (Great Britain): adopted, mostly waiting for commencement."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import ALWAYS, Cite, Deadline, Expr, Force, Grade, State, Topic, Transition, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.uk.common import GREAT_BRITAIN

PASSED = date(2024, 5, 20)
INSURANCE_FROM = date(2021, 4, 21)

AVA = instrument(
    "UK-AVA",
    "Automated Vehicles Act 2024",
    "Automated Vehicles Act",
    Force.STATUTE,
    "2024 c. 10",
    "For road vehicles that drive with nobody watching to step in at once; assistance under a watching driver and "
    "off-road use are outside. Mostly not in force: the full regime is meant for the second half of 2027. Permits for "
    "passenger pilots without a safety driver were announced from spring 2026 (whether made: verify).",
    "Nothing depends on openness.",
    Happening(PASSED, State.ADOPTED, "Royal Assent", Grade.P),
    Happening(date(2025, 6, 10), State.ADOPTED, "pilots announced for spring 2026, full regime for 2027", Grade.O),
    enforcer="Department for Transport and its agencies",
    url="https://www.legislation.gov.uk/ukpga/2024/10",
    jurisdiction="UK",
)
_SELF_DRIVING: Expr = GREAT_BRITAIN & uk_activities.includes("self_driving")
NOT_COMMENCED = Transition(
    id="uk-automated-vehicles-commencement",
    title="Automated Vehicles Act not commenced",
    when=ALWAYS,
    applies_from=None,
    event="commencement of the act; the government aims at the second half of 2027",
    cites=(Cite(instrument="UK-AVA", pinpoint="s. 99", grade=Grade.M),),
)
_SANCTIONS = "Civil fines, redress, suspension once in force."

authorisation = duty(
    AVA,
    "UK-AVA-3",
    "Get the vehicle authorised, with an entity that answers for it",
    "Before a self-driving feature is used on roads, have the vehicle authorised, with an entity that answers for how "
    "it drives; get an operator's licence where nobody aboard is in charge.",
    "maker or operator of self-driving vehicles",
    Topic.CLASSIFICATION,
    PASSED,
    _SELF_DRIVING,
    "ss. 1-13",
    Grade.P,
    Deadline(kind=When.BEFORE_USE, text="Once the act is in force."),
    "authorisation, licence",
    _SANCTIONS,
    transitions=(NOT_COMMENCED,),
)
candour = duty(
    AVA,
    "UK-AVA-24",
    "Tell the truth about safety",
    "Give complete and true information on safety; false or withheld information will be a crime.",
    "entity that answers for the vehicle, operator",
    Topic.INCIDENTS,
    PASSED,
    _SELF_DRIVING,
    "ss. 24-26",
    Grade.M,
    ALWAYS_DUE,
    "safety file, log of reports",
    "Up to 2 years, 14 where somebody dies or is gravely hurt (from memory), once in force.",
    transitions=(NOT_COMMENCED,),
)
marketing = duty(
    AVA,
    "UK-AVA-78",
    "Call nothing self-driving that is not authorised",
    "Do not use protected terms, or adverts that confuse, for vehicles that are not authorised as self-driving.",
    "whoever advertises vehicles",
    Topic.TRANSPARENCY,
    PASSED,
    _SELF_DRIVING,
    "ss. 78-81",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="Once the act is in force."),
    "review of adverts",
    _SANCTIONS,
    transitions=(NOT_COMMENCED,),
)
trials = duty(
    AVA,
    "UK-AVA-TRIALS",
    "Run trials under existing law and the code of practice",
    "Until then, try vehicles out under ordinary road law and the government's code on automated vehicle trialling. "
    "Insurers answer for listed vehicles under the act of 2018.",
    "whoever tries out self-driving vehicles",
    Topic.SAFETY,
    INSURANCE_FROM,
    _SELF_DRIVING,
    "Code of Practice: automated vehicle trialling; Automated and Electric Vehicles Act 2018",
    Grade.M,
    ALWAYS_DUE,
    "safety case of the trial, insurance",
    "That of ordinary road law.",
    published_on=INSURANCE_FROM,
    force=Force.GUIDANCE,
    note="Days from memory.",
)
