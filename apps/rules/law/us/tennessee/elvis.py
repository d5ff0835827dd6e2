"""Tennessee, ELVIS Act: tools made for copying a person's voice or looks without permission."""

from __future__ import annotations

from datetime import date
from functools import partial

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
    StepKind,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.us_content import us_likeness
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, PASSES_MODEL_ON, USES_SYSTEM, in_state
from apps.rules.law.us.families.provenance import MODEL_MAKES_MEDIA, SYSTEM_MAKES_MEDIA

_cite = partial(Cite, instrument="US-TN-ELVIS", grade=Grade.S)
_known = partial(Cite, instrument="US-TN-ELVIS", grade=Grade.M)

SIGNED = date(2024, 3, 21)
APPLIES_FROM = date(2024, 7, 1)

ELVIS = Instrument(
    id="US-TN-ELVIS",
    title="Ensuring Likeness, Voice and Image Security Act",
    short="ELVIS Act",
    jurisdiction="US-TN",
    force=Force.STATUTE,
    number="T.C.A. 47-25-1101 and following; HB 2091 (2024)",
    enforcer="the person copied and other right holders, in court",
    url="https://www.covingtonblogs.com/",
    summary="Nobody may offer a tool whose main purpose is to copy a particular person's photograph, voice or likeness "
    "without permission, or knowingly publish such copies. General tools are outside; news, comment, parody and the "
    "like are allowed. In force since 1 July 2024.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "A free download counts like a sale. A voice checkpoint of one named singer is the clearest case; a general "
        "model is outside because copying one person is not its main purpose.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_cite(pinpoint="HB 2091")),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="takes effect; a site giving 2025 is wrong",
            cite=_cite(pinpoint="HB 2091"),
            published_on=SIGNED,
        ),
    ),
    sources=(_cite(pinpoint="T.C.A. 47-25-1105", source="covingtonblogs.com, 2 April 2024"),),
)

_MEDIA = ((MAKES_MODEL | PASSES_MODEL_ON) & MODEL_MAKES_MEDIA) | ((OFFERS_SYSTEM | USES_SYSTEM) & SYSTEM_MAKES_MEDIA)

likeness = Obligation(
    id="TN-ELVIS-1",
    title="Do not release or publish unauthorised copies of a person",
    must="Do not offer a model, tool or service made mainly to copy a particular person's voice, photograph or "
    "likeness without that person's permission, and do not knowingly publish such copies.",
    who="anybody who offers such a tool or publishes such copies",
    topic=Topic.PROHIBITION,
    versions=(
        Version(
            since=APPLIES_FROM,
            when=in_state("tn") & _MEDIA & ~us_likeness.is_empty(),
            cites=(_cite(pinpoint="T.C.A. 47-25-1105(a)"),),
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="Since 1 July 2024."),
    evidence="consent file for every person a model or voice is made after",
    penalty_note="Injunction, actual damages and profits; a misdemeanour in commercial misuse. Right holders sue, "
    "record companies with exclusive contracts too (not verified).",
    steps=steps(
        "TN-ELVIS-1",
        ("consent", "Get and keep the permission of each person copied.", "47-25-1105", When.BEFORE_MARKET, "consents"),
        (
            "publish",
            "Do not publish a copied voice or likeness you know to be without permission.",
            "47-25-1105(a)",
            When.CONTINUOUS,
            "publication log",
        ),
        (
            "speech",
            "Relief: news, comment, criticism, scholarship, satire and parody.",
            "47-25-1107",
            When.ON_EVENT,
            "editorial note",
            StepKind.RELIEF,
        ),
        cite=_known,
    ),
)
