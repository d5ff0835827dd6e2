"""Crime and Policing Act 2026: tools for abuse images and for undressing people, and tests that make such images."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    NEVER,
    Cite,
    Deadline,
    Expr,
    Force,
    Grade,
    Reading,
    State,
    StepKind,
    Topic,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.intimate_content import abuse_material, intimate_consent, intimate_material
from apps.rules.law.facts.uk_crimes import uk_crime_tools
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.uk.common import ENGLAND_AND_WALES, IN_THE_COUNTRY, MAKES_PICTURES

PASSED = date(2026, 4, 29)
FIRST_COMMENCEMENT = date(2026, 6, 29)
_MADE = date(2026, 6, 25)

CPA = instrument(
    "UK-CPA2026",
    "Crime and Policing Act 2026: tools for abuse images and fake intimate images",
    "Crime and Policing Act",
    Force.STATUTE,
    "2026 c. 20",
    "Bans tools made or adapted for child sexual abuse images, and tools for fake intimate images of real people. A "
    "general model that merely could make abuse images is not, on the wording, made or adapted for it; a fine-tune, "
    "adapter or prompt pack for it is. Whether sections 72 to 74 have begun was not verified: act as if they had.",
    "No exception. Weights, adapters and data sets count, and uploading them for everybody is supply.",
    Happening(PASSED, State.ADOPTED, "Royal Assent"),
    Happening(
        FIRST_COMMENCEMENT,
        State.IN_FORCE,
        "first commencement: s. 99 on nudification tools reported; ss. 72-74 on abuse images not verified",
        at="SI 2026/689",
    ),
    enforcer="police and prosecutors; National Crime Agency",
    jurisdiction="UK",
)


def crime_tool(kind: str) -> Expr:
    """A tool that its maker or supplier means for this crime, or believes likely to serve it."""
    return uk_activities.includes("crime_tools") & uk_crime_tools.includes(kind)


_general_tools = contested(
    key="uk-general-image-tools",
    why="The section bans making or supplying something for use as a generator of fake intimate images. Whether a "
    "general image model, open or closed, that users can turn to it is such a thing is not settled; its text was not "
    "read.",
    a=Reading("a general tool is caught, too, unless all reasonable steps prevent it", MAKES_PICTURES),
    b=Reading("only tools meant for it are", NEVER),
    cites=(Cite(instrument="UK-CPA2026", pinpoint="s. 99; Sexual Offences Act 2003 s. 66I", grade=Grade.S),),
)

no_abuse_image_tools = duty(
    CPA,
    "UK-CPA-46A",
    "Make, change, hold or supply no tool for child abuse images",
    "Do not make, adapt, possess, supply or offer anything made or adapted to create child sexual abuse images, or to "
    "help create them. Programs, weights, adapters and data count.",
    "anyone",
    Topic.PROHIBITION,
    FIRST_COMMENCEMENT,
    IN_THE_COUNTRY & (crime_tool("abuse_images") | (MAKES_PICTURES & abuse_material.includes("purpose"))),
    "ss. 72-74; Sexual Offences Act 2003 s. 46A",
    Grade.S,
    ALWAYS_DUE,
    "screening log of data sets, adapters and uploads",
    "Up to 5 years in prison, fine.",
    (
        "unasked",
        "Relief: it came unasked and was not kept for an unreasonable time, or there was no cause to suspect it.",
        "s. 46A",
        When.ON_EVENT,
        "record of receipt and deletion",
        StepKind.RELIEF,
    ),
    published_on=PASSED,
    note="Commencement not verified: the day shown is the earliest that was reported for the act. Section 72 is for "
    "England and Wales, 73 for Northern Ireland, 74 for Scotland. Calling it research or open source is no defence.",
)
no_nudify_tools = duty(
    CPA,
    "UK-CPA-99",
    "Make and supply no tool for fake intimate images",
    "Do not make or supply something for use as a generator of fake intimate images of real people. For a general "
    "image tool keep dated proof of all reasonable steps against use without consent.",
    "maker, provider or distributor of image tools",
    Topic.PROHIBITION,
    FIRST_COMMENCEMENT,
    ENGLAND_AND_WALES
    & (crime_tool("undressing") | (MAKES_PICTURES & intimate_material.includes("purpose")) | _general_tools),
    "s. 99; Sexual Offences Act 2003 s. 66I",
    Grade.S,
    ALWAYS_DUE,
    "safeguards file, product review",
    "Not verified.",
    (
        "steps",
        "Defence: all reasonable steps, such as filters of prompts and output, checks for real photos, terms, reports.",
        "s. 66I",
        When.CONTINUOUS,
        "dated safeguards file",
        StepKind.RELIEF,
    ),
    published_on=_MADE,
    note="England and Wales. Day, number of the section and the limb on making rest on secondary sources; penalty and "
    "state of mind were not read.",
)
authorised_tests = duty(
    CPA,
    "UK-CPA-TEST",
    "Make no forbidden images in tests without authorisation",
    "Do not make abuse, extreme or non-consensual intimate images, not even to test a model, before regulations and an "
    "authorisation of your own allow it.",
    "whoever tests models",
    Topic.PROHIBITION,
    PASSED,
    IN_THE_COUNTRY
    & MAKES_PICTURES
    & (abuse_material.includes("use") | (intimate_material.includes("use") & ~intimate_consent)),
    "clause on technology testing; House of Lords, 9 December 2025",
    Grade.P,
    Deadline(kind=When.BEFORE_USE, text="Before any such test."),
    "authorisation",
    "That of the underlying crime.",
    note="No regulations were seen, so nobody can be authorised yet. Test with lawful content instead.",
)
