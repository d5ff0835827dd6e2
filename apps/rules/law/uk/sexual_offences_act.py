"""Sexual Offences Act 2003, sections 66B, 66E and 66F, and older crimes on images of children."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Cite, Expr, Force, Grade, State, Topic
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.intimate_content import (
    abuse_material,
    intimate_consent,
    intimate_material,
    intimate_neutral_edit,
)
from apps.rules.law.uk.common import ENGLAND_AND_WALES, IN_THE_COUNTRY, LONG_AGO, MAKES_PICTURES

SHARING_FROM = date(2024, 1, 31)
MADE = date(2026, 1, 15)
CREATING_FROM = date(2026, 2, 6)
_SHARING_PASSED, _CREATING_PASSED = date(2023, 10, 26), date(2025, 6, 19)

INTIMATE = instrument(
    "UK-INTIMATE",
    "Intimate-image offences, Sexual Offences Act 2003 sections 66B, 66E and 66F",
    "Intimate-image offences",
    Force.STATUTE,
    "Sexual Offences Act 2003 ss. 66AB-66F",
    "In England and Wales it is a crime to share, make or ask for intimate pictures that appear to show an adult who "
    "has not agreed, made by AI or not. Before 6 February 2026 making them was no crime, sharing was. Providers face "
    "mostly the ban on tools, online safety, and liability for helping. Scotland and Northern Ireland have laws of "
    "their own.",
    "No exception. Liability falls mainly on users; an open licence frees neither them nor whoever helps on purpose.",
    Happening(SHARING_FROM, State.IN_FORCE, "s. 66B, sharing and threats", Grade.M),
    Happening(CREATING_FROM, State.IN_FORCE, "ss. 66E and 66F, making and asking for"),
    Happening(date(2026, 6, 29), State.IN_FORCE, "ss. 66AB and 66AE, taking and copying, reported"),
    enforcer="police and prosecutors",
    published_on=_SHARING_PASSED,
    jurisdiction="UK",
)

WITHOUT_CONSENT: Expr = ENGLAND_AND_WALES & MAKES_PICTURES & intimate_material.includes("use") & ~intimate_consent
_LIMIT = "Prosecution within six months of enough evidence, at most three years after the act (secondary sources)."

nothing_added = CarveOut(
    id="uk-nothing-intimate-added",
    title="Edits that show nothing intimate beyond what was there (England and Wales)",
    when=intimate_neutral_edit,
    cites=(Cite(instrument="UK-INTIMATE", pinpoint="s. 66E(4)", grade=Grade.P),),
    removes="the crime of making",
    keeps="the crime of sharing",
)

no_sharing = duty(
    INTIMATE,
    "UK-INTIMATE-66B",
    "Share no intimate image of anyone who has not agreed",
    "Do not share, or threaten to share, a picture that shows or appears to show somebody in an intimate state, unless "
    "that person agrees or you reasonably believe so.",
    "anyone",
    Topic.PROHIBITION,
    SHARING_FROM,
    WITHOUT_CONSENT,
    "s. 66B",
    Grade.M,
    ALWAYS_DUE,
    "consent records",
    "Summary offence; up to 2 years with intent to distress, for sexual gratification, or for threats (from memory).",
    note="A priority offence for online services. In underwear alone can be intimate as well (from memory).",
)
no_creating = duty(
    INTIMATE,
    "UK-INTIMATE-66E",
    "Make no fake intimate image of an adult who has not agreed",
    "Do not intentionally make a picture that appears to show an adult in an intimate state, unless that person agrees "
    "or you reasonably believe so.",
    "anyone",
    Topic.PROHIBITION,
    CREATING_FROM,
    WITHOUT_CONSENT,
    "s. 66E",
    Grade.P,
    ALWAYS_DUE,
    "consent records",
    "Prison up to the maximum for summary offences, fine. " + _LIMIT,
    unless=(nothing_added,),
    published_on=_CREATING_PASSED,
    note="A reasonable excuse is a defence that the accused must prove. In underwear alone can be intimate as well "
    "(from memory).",
)
no_requesting = duty(
    INTIMATE,
    "UK-INTIMATE-66F",
    "Ask nobody to make such an image",
    "Do not ask a person or a service for such a picture, nor take up an offer of one. The crime is complete even if "
    "nothing is made, wherever that would be.",
    "anyone",
    Topic.PROHIBITION,
    CREATING_FROM,
    WITHOUT_CONSENT,
    "s. 66F(1), (6)(a)",
    Grade.P,
    ALWAYS_DUE,
    "rules of use, refusal log",
    "As for making (from memory). " + _LIMIT,
    published_on=_CREATING_PASSED,
)
no_child_images = duty(
    INTIMATE,
    "UK-INTIMATE-CHILD",
    "Make, hold and share no sexual image of a child",
    "Do not make, possess or share pictures that appear to show somebody under 18 indecently, photo-like or drawn, "
    "made by AI or not.",
    "anyone",
    Topic.PROHIBITION,
    LONG_AGO,
    IN_THE_COUNTRY & MAKES_PICTURES & abuse_material.any_of("purpose", "use"),
    "Protection of Children Act 1978 s. 1; Criminal Justice Act 1988 s. 160; Coroners and Justice Act 2009 s. 62",
    Grade.M,
    ALWAYS_DUE,
    "filters, reports to the National Crime Agency",
    "Up to 10 years for making, 5 for possession, 3 for prohibited images (from memory).",
    published_on=LONG_AGO,
    note="The sections named are mostly for England and Wales; Scotland and Northern Ireland have equivalents that "
    "were not read.",
)
