"""Other crimes that AI can commit or help with: computer misuse, fraud, harmful messages, and who answers for them."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, State, StepKind, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.mining import mined_content
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.uk.common import (
    IN_BUSINESS,
    IN_THE_COUNTRY,
    LONG_AGO,
    MAKES_MODEL,
    MAKES_PICTURES,
    OFFERS_SYSTEM,
    USES_SYSTEM,
)
from apps.rules.law.uk.crime_and_policing_act import crime_tool

FRAUD_PREVENTION_FROM = date(2025, 9, 1)
SENIOR_MANAGERS_FROM = date(2026, 6, 29)
_ECCTA_PASSED, _CPA_PASSED = date(2023, 10, 26), date(2026, 4, 29)

CRIM = instrument(
    "UK-CRIM",
    "Computer Misuse Act 1990, Fraud Act 2006 and other crimes that AI can bear on",
    "Other criminal law",
    Force.STATUTE,
    "Computer Misuse Act 1990; Fraud Act 2006; Economic Crime and Corporate Transparency Act 2023; others",
    "Ordinary crimes reach what is done with AI, and helping on purpose counts too. Since 29 June 2026 any offence by "
    "a senior manager acting within the role is the organisation's as well. No defence for AI, research or openness; "
    "one for security research has been discussed, not enacted. Mostly England and Wales; maxima from memory.",
    "No exception. That an article is widely available for lawful use weighs with prosecutors, no more.",
    Happening(LONG_AGO, State.IN_FORCE, "older acts", Grade.M),
    Happening(FRAUD_PREVENTION_FROM, State.IN_FORCE, "failure to prevent fraud", Grade.M, "s. 199 of the 2023 act"),
    Happening(
        SENIOR_MANAGERS_FROM,
        State.IN_FORCE,
        "senior managers' offences, replacing ss. 196-198 of the 2023 act",
        at="Crime and Policing Act 2026 s. 250",
    ),
    enforcer="police, National Crime Agency, Serious Fraud Office",
    jurisdiction="UK",
)

_DOES_AI: Expr = MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM

no_crime_by_ai = duty(
    CRIM,
    "UK-CRIM-1",
    "Commit no crime with AI, and help nobody to",
    "Keep agents, scrapers and output from what would be a crime if people did it, and do not help others to do it on "
    "purpose.",
    "anyone",
    Topic.OTHER_LAW,
    LONG_AGO,
    IN_THE_COUNTRY & _DOES_AI,
    "Computer Misuse Act 1990 ss. 1-3ZA; Serious Crime Act 2007 ss. 44-46",
    Grade.M,
    ALWAYS_DUE,
    "rules of use, limits of agents, filters",
    "Computer misuse 2 to 14 years, for the gravest harm life; fraud 10; threats 5; encouraging suicide 14; terrorist "
    "material up to 15; helping as for the main crime (all from memory).",
    (
        "access",
        "Let no agent enter or disturb computers without permission.",
        "Computer Misuse Act 1990 ss. 1-3ZA",
        When.CONTINUOUS,
        "limits of agents",
    ),
    (
        "scraping",
        "Scrape nothing behind a log-in without permission.",
        "Computer Misuse Act 1990 s. 1",
        When.CONTINUOUS,
        "crawl policy",
        StepKind.DUTY,
        mined_content.includes("web"),
    ),
    ("fraud", "Deceive nobody for gain, by false voices or faces either.", "Fraud Act 2006 s. 2", When.CONTINUOUS, ""),
    (
        "messages",
        "Send no knowingly false harmful, threatening or self-harm messages.",
        "Online Safety Act 2023 ss. 179-184",
        When.CONTINUOUS,
        "filters",
    ),
    (
        "terror",
        "Make, hold or spread no terrorist manuals.",
        "Terrorism Act 2000 ss. 57-58; Terrorism Act 2006 ss. 1-2",
        When.CONTINUOUS,
        "filters",
    ),
    ("suicide", "Encourage nobody to suicide.", "Suicide Act 1961 s. 2", When.CONTINUOUS, "crisis protocol"),
    (
        "extreme",
        "Make and hold no extreme pornographic images, realistic generated ones included.",
        "Criminal Justice and Immigration Act 2008 s. 63",
        When.CONTINUOUS,
        "filters",
        StepKind.DUTY,
        MAKES_PICTURES,
    ),
    (
        "copies",
        "Deal in no infringing copies.",
        "Copyright, Designs and Patents Act 1988 s. 107",
        When.CONTINUOUS,
        "provenance register",
    ),
    published_on=LONG_AGO,
    note="One source reports that s. 184 of the Online Safety Act was repealed in 2026 (verify).",
)
no_intrusion_tools = duty(
    CRIM,
    "UK-CRIM-3A",
    "Make and supply no tool meant or likely for computer crime",
    "Do not make, adapt, supply or offer a tool that you mean to be used, or believe likely to be used, to break into "
    "or disturb computers.",
    "maker or supplier of cyber tools and models",
    Topic.PROHIBITION,
    LONG_AGO,
    IN_THE_COUNTRY & crime_tool("intrusion"),
    "Computer Misuse Act 1990 s. 3A",
    Grade.M,
    ALWAYS_DUE,
    "release review, access checks",
    "Up to 2 years (from memory).",
    published_on=LONG_AGO,
)
no_fraud_tools = duty(
    CRIM,
    "UK-CRIM-FRAUD",
    "Make, hold and supply no tool for fraud",
    "Do not make, adapt, supply or hold anything for use in fraud, copies of voices or faces included.",
    "maker, holder or supplier",
    Topic.PROHIBITION,
    LONG_AGO,
    IN_THE_COUNTRY & crime_tool("fraud"),
    "Fraud Act 2006 ss. 6-7",
    Grade.M,
    ALWAYS_DUE,
    "release review, access checks",
    "Possession up to 5 years, making or supply up to 10 (from memory).",
    published_on=LONG_AGO,
)
prevent_fraud = duty(
    CRIM,
    "UK-CRIM-199",
    "Have reasonable procedures against fraud for the firm's benefit",
    "Keep reasonable procedures that stop staff, agents and others who act for you from committing fraud, with AI "
    "included, to benefit the organisation.",
    "organisation above two of 250 employees, £36 million turnover, £18 million assets",
    Topic.OTHER_LAW,
    FRAUD_PREVENTION_FROM,
    IN_THE_COUNTRY & uk_activities.includes("large"),
    "Economic Crime and Corporate Transparency Act 2023 s. 199",
    Grade.M,
    ALWAYS_DUE,
    "fraud risk assessment, procedures, training",
    "Unlimited fine (from memory).",
    published_on=_ECCTA_PASSED,
)
senior_managers = duty(
    CRIM,
    "UK-CRIM-250",
    "Know that senior managers' crimes are the organisation's",
    "Put checks on what senior managers may do with AI: any offence they commit within their actual or apparent "
    "authority is the organisation's offence as well.",
    "company, partnership or other organisation",
    Topic.PENALTIES,
    SENIOR_MANAGERS_FROM,
    IN_THE_COUNTRY & IN_BUSINESS & _DOES_AI,
    "Crime and Policing Act 2026 s. 250",
    Grade.S,
    Deadline(kind=When.CONTINUOUS, text="Since 29 June 2026; before, for economic crimes only."),
    "delegations, approval records",
    "That of the offence.",
    published_on=_CPA_PASSED,
    note="An exposure rather than a duty.",
)
