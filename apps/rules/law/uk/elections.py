"""Elections: imprints on digital material, and a bill on more."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Force, Grade, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.uk_political import uk_political
from apps.rules.law.uk.common import IN_THE_COUNTRY, LONG_AGO

PASSED = date(2022, 4, 28)
IMPRINTS_FROM = date(2023, 11, 1)

ELECTIONS = instrument(
    "UK-ELECTIONS",
    "Elections Act 2022 Part 6 (digital imprints) and other election law",
    "Election law",
    Force.STATUTE,
    "2022 c. 37; Representation of the People Act 1983 s. 106",
    "Political material online names its promoter. False statements on a candidate's character and foreign "
    "interference are crimes, made by AI or not. There is no rule on labels or deepfakes in elections.",
    "Nothing depends on openness.",
    Happening(LONG_AGO, State.IN_FORCE, "older law on false statements about candidates", Grade.S),
    Happening(PASSED, State.ADOPTED, "Royal Assent (day from memory)", Grade.M),
    Happening(IMPRINTS_FROM, State.IN_FORCE, "digital imprints (day from memory)", Grade.M),
    enforcer="Electoral Commission, police",
    jurisdiction="UK",
)
ROP_BILL = instrument(
    "UK-ROP-BILL",
    "Representation of the People Bill",
    "Representation of the People Bill",
    Force.PROPOSED,
    "bill of 12 February 2026",
    "Not law: not seen enacted when last checked. Would extend imprints to campaigners who are not registered and make "
    "the Electoral Commission the main enforcer; critics note that it has no rule on deepfakes.",
    "Nothing is in force, so nothing depends on openness.",
    Happening(date(2026, 2, 12), State.PROPOSED, "introduced", Grade.O),
    jurisdiction="UK",
)
imprint = duty(
    ELECTIONS,
    "UK-ELEC-1",
    "Name the promoter on political material",
    "Put name and address of the promoter, and of whoever it is for, on digital political material that is paid for "
    "or that a party, candidate or campaigner publishes.",
    "promoter of political material",
    Topic.TRANSPARENCY,
    IMPRINTS_FROM,
    IN_THE_COUNTRY & uk_activities.includes("political") & uk_political.is_("paid", "organic_listed"),
    "Part 6",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="On each piece, when it is published."),
    "published material with imprint",
    "Unlimited fine in England and Wales; sanctions of the Electoral Commission (from memory).",
    published_on=PASSED,
    note="Other political material needs no imprint, but must be true about candidates all the same.",
)
true_on_candidates = duty(
    ELECTIONS,
    "UK-ELEC-106",
    "State nothing false about a candidate, and help no foreign power to interfere",
    "Before and during an election, make or publish no false statement of fact about a candidate's character or "
    "conduct, generated pictures and voices included, and lend no hand to foreign interference.",
    "anyone who publishes political material",
    Topic.OTHER_LAW,
    LONG_AGO,
    IN_THE_COUNTRY & uk_activities.includes("political"),
    "Representation of the People Act 1983 s. 106; National Security Act 2023",
    Grade.S,
    ALWAYS_DUE,
    "fact check, record of sources and funders",
    "Crimes; maxima not read.",
    published_on=LONG_AGO,
    note="Paid or not, with imprint or without. The offence of foreign interference is newer, from 2023 (from memory).",
)
