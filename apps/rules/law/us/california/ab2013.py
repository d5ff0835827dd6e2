"""California, AB 2013: documentation of the data a generative system or service was trained on."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    GuidanceStatus,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    StepKind,
    Topic,
    Version,
    When,
    guidance,
)
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.model import development, generates
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_content import ENTERTAINMENT, us_content_limits
from apps.rules.law.facts.us_market import us_release, us_release_on
from apps.rules.law.us.common import MAKES_MODEL, MAKES_SYSTEM, in_state

_read = partial(Cite, instrument="US-CA-AB2013", grade=Grade.P)
_reported = partial(Cite, instrument="US-CA-AB2013", grade=Grade.S)

SIGNED = date(2024, 9, 28)
DUE = date(2026, 1, 1)
RELEASED_SINCE = date(2022, 1, 1)
_WEB = "https://codes.findlaw.com/ca/civil-code/"

AB2013 = Instrument(
    id="US-CA-AB2013",
    title="Generative artificial intelligence: training data transparency",
    short="California AB 2013",
    jurisdiction="US-CA",
    force=Force.STATUTE,
    number="Civ. Code 3110-3111; AB 2013, Stats. 2024 ch. 817",
    enforcer="Attorney General and others who may sue under the Unfair Competition Law",
    url="https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?bill_id=202320240AB2013",
    summary="Whoever makes or substantially changes a generative system or service that Californians can use, paid or "
    "free, posts a summary of the data it was trained on. Versions released since 2022 count. In force; an injunction "
    "was refused on 4 March 2026, the appeal is pending (verify after 18 November 2026).",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "Free and open releases are inside, of any size, research too. Whoever fine-tunes an open model becomes a "
        "developer and documents its own tuning, testing and validation data.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="approved", cite=_read(pinpoint="Stats. 2024 ch. 817")),
        Status(
            on=DUE,
            state=State.IN_FORCE,
            note="first postings due",
            cite=_read(pinpoint="Civ. Code 3111"),
            published_on=SIGNED,
        ),
        Status(
            on=date(2026, 3, 4),
            state=State.IN_FORCE,
            note="X.AI v. Bonta: injunction refused; the law stays in force",
            cite=_reported(pinpoint="X.AI v. Bonta (C.D. Cal. 2026-03-04)"),
        ),
        Status(
            on=date(2026, 11, 18),
            state=State.IN_FORCE,
            note="appeal No. 26-1591 (9th Cir.): argument reported for this day, no decision found; not verified since",
            cite=_reported(pinpoint="X.AI v. Bonta (9th Cir.)"),
        ),
    ),
    sources=(
        _read(pinpoint="Civ. Code 3110", source=f"{_WEB}civ-sect-3110/"),
        _read(pinpoint="Civ. Code 3111", source=f"{_WEB}civ-sect-3111/"),
    ),
)

# What comes out of the model itself, or of the system built on it.
GENERATES = ~generates.is_empty() | (MAKES_SYSTEM & system_functions.any_of("text", "code", "image", "audio", "video"))

_codes_a_system = guidance(
    key="us-training-data-resellers",
    why="On its words the act reaches whoever designs, codes or produces a system or service. Commentators read it as "
    "leaving out those who build on somebody's unchanged model: what is to be described is the developer's own "
    "training data, and they have none. The reading is not official.",
    status=GuidanceStatus.FINAL,
    followed=NEVER,
    ignored=MAKES_SYSTEM & development.is_("unchanged", "group"),
    cite=_reported(pinpoint="Civ. Code 3110(b), as read by commentators"),
)

ca_training_data_developer = Definition(
    id="ca_training_data_developer",
    title="Developer of generative AI for the public (California AB 2013)",
    statement="you are a developer of generative AI for the public in California",
    denial="you are not a developer of generative AI for the public in California",
    summary="Makes, has made or substantially changes a generative model, system or service that people in California "
    "can use, released or substantially changed since 1 January 2022. Whoever only calls or hosts somebody's model is "
    "none, as commentators read it. Payment, size and licence play no part.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("ca")
            & (MAKES_MODEL | _codes_a_system)
            & us_release.is_("offered")
            & GENERATES
            & (us_release_on >= RELEASED_SINCE),
            cites=(_read(pinpoint="Civ. Code 3110(b)-(d), 3111"),),
        ),
    ),
)


_narrow = partial(CarveOut, removes="the posting about training data", keeps="nothing in this act")

ca_own_circle = _narrow(
    id="ca-not-the-public",
    title="Companies of the group or a hospital's own medical staff alone (California)",
    when=us_content_limits.includes("own_circle"),
    cites=(_read(pinpoint="Civ. Code 3110(b)"), _read(pinpoint="Civ. Code 1799.1a(c)(1)(A)")),
    note="Ends once patients, customers or the public can use it.",
)
ca_security = _narrow(
    id="ca-security-and-integrity",
    title="Security and integrity as the only purpose (California)",
    when=us_content_limits.includes("security") & ~us_content_limits.any_of("aircraft", *ENTERTAINMENT),
    cites=(_reported(pinpoint="Civ. Code 3111(b)(1)"),),
)
ca_aircraft = _narrow(
    id="ca-aircraft",
    title="Operation of aircraft as the only purpose (California)",
    when=us_content_limits.includes("aircraft") & ~us_content_limits.any_of("security", *ENTERTAINMENT),
    cites=(_reported(pinpoint="Civ. Code 3111(b)(2)"),),
)
ca_defence = _narrow(
    id="ca-defence",
    title="National security or defence, for federal bodies alone (California)",
    when=us_content_limits.includes("defence"),
    cites=(_reported(pinpoint="Civ. Code 3111(b)(3)"),),
)

_TOPICS = (
    ("sources", "Name sources or owners of the data sets."),
    ("purpose", "Say how the data sets further the intended purpose."),
    ("number", "Give the number of data points; ranges do, and estimates where data keep growing."),
    ("types", "Describe the types of data points."),
    ("rights", "Say whether copyright, trade mark or patent protects any data, or all are in the public domain."),
    ("bought", "Say whether data sets were bought or licensed."),
    ("personal", "Say whether personal information is among the data."),
    ("consumer", "Say whether aggregate consumer information is among the data."),
    ("processing", "Describe cleaning, processing or other changes, and why they were made."),
    ("period", "Give the period of collection, and say if it goes on."),
    ("first-used", "Give the dates on which the data sets were first used."),
    ("synthetic", "Say whether synthetic data was or is used."),
)

training_data_documentation = Obligation(
    id="CA-AB2013-3111",
    title="Post documentation of training data",
    must="Post on your website a high-level summary of the data sets you used to train, tune, test and validate the "
    "system or service, on twelve topics at least.",
    who="developer of a generative system or service for the public",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=DUE,
            when=in_state("ca") & ca_training_data_developer,
            cites=(_read(pinpoint="Civ. Code 3111(a)"),),
            unless=(ca_own_circle, ca_security, ca_aircraft, ca_defence),
        ),
    ),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="By 1 January 2026, then before each release or substantial change, retraining and fine-tuning included.",
    ),
    evidence="dated web page for each system or version",
    penalty_note="The act itself names no penalty. Under the Unfair Competition Law up to $2,500 per violation for "
    "public plaintiffs, injunction, restitution (from secondary sources).",
    steps=(
        *steps(
            "CA-AB2013-3111",
            *(
                (slug, text, f"Civ. Code 3111(a)({n})", When.AT_PLACING, "paragraph of the web page")
                for n, (slug, text) in enumerate(_TOPICS[:6], start=1)
            ),
            cite=_read,
        ),
        *steps(
            "CA-AB2013-3111",
            *(
                (slug, text, f"Civ. Code 3111(a)({n})", When.AT_PLACING, "paragraph of the web page")
                for n, (slug, text) in enumerate(_TOPICS[6:], start=7)
            ),
            (
                "further",
                "Add what else is needed to understand the data: the list is not closed.",
                "Civ. Code 3111(a)",
                When.AT_PLACING,
                "web page",
                StepKind.OPTION,
            ),
            cite=_reported,
        ),
    ),
    note="A fine-tuner documents its own data; whether the original's data must be described too is not settled, nor "
    "how much detail is due. Trade secrets have no exception on the words. A download of weights is treated as a "
    "system or service.",
)
