"""Utah, chapter 72b of Title 13: counterfeit intimate images made and passed on by online services."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
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
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.intimate_content import intimate_material
from apps.rules.law.facts.model import generates
from apps.rules.law.facts.openness import weights_public
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_content import us_processing
from apps.rules.law.facts.us_market import us_release
from apps.rules.law.us.common import OFFERS_SYSTEM, in_state

_cite = partial(Cite, instrument="US-UT-DV", grade=Grade.P)

SIGNED = date(2026, 3, 24)  # as reported by secondary sources
APPLIES_FROM = date(2027, 1, 1)

UT_DV = Instrument(
    id="US-UT-DV",
    title="Digital Voyeurism Prevention Act",
    short="Utah act on intimate fakes",
    jurisdiction="US-UT",
    force=Force.STATUTE,
    number="Utah Code 13-72b; HB 276 (2026), Laws 2026 ch. 352",
    enforcer="the person shown, or heirs, in court",
    url="https://le.utah.gov/xcode/Title13/Chapter72b/13-72b.html",
    summary="From 2027 online services that make intimate images of real people on machines they control need verified "
    "consent before they pass one on, keep records for seven years, and publish policy and reporting channel. Weights "
    "that users run on their own devices are no such service.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception by licence, but weights that users run solely on their own device are no generation service. A "
        "hosted demo of the same weights is one.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_cite(pinpoint="Laws 2026 ch. 352")),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="takes effect",
            cite=_cite(pinpoint="13-72b"),
            published_on=SIGNED,
        ),
    ),
    sources=(_cite(pinpoint="13-72b-101 to 13-72b-205", source="https://le.utah.gov/xcode/Title13/"),),
)

# An app or site, or a model behind an interface.
_makes_pictures = (OFFERS_SYSTEM & system_functions.any_of("image", "video")) | (
    ~weights_public
    & us_release.is_("offered")
    & generates.any_of("images_from_text", "video_from_text", "images_otherwise", "video_otherwise")
)

ut_generation_service = Definition(
    id="ut_generation_service",
    title="Service that can make intimate fakes (Utah)",
    statement="you offer a service with which users can make intimate images of real people",
    denial="you offer no service with which users can make intimate images of real people",
    summary="An interactive online service that makes such images and hands them out.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("ut") & _makes_pictures & intimate_material.any_of("purpose", "reproducible"),
            cites=(_cite(pinpoint="13-72b-101"),),
        ),
    ),
)

ut_local_processing = CarveOut(
    id="ut-local-processing",
    title="Made solely on the user's own device (Utah)",
    when=us_processing.is_("user_device"),
    cites=(_cite(pinpoint="13-72b-101"),),
    removes="the duties of generation services",
    keeps="federal and other state law on intimate images",
    note="A practical relief for weights that people run themselves; a hosted demo of the same weights has none.",
)

_PENALTY = (
    "Suit by the person shown: actual damages, punitive damages, fees. No liability for a service that shows consent "
    "system, published policy, safeguards and prompt action on notice."
)


def _duty(
    number: str, title: str, must: str, pinpoint: str, evidence: str, deadline: Deadline, *rows: Row
) -> Obligation:
    return Obligation(
        id=number,
        title=title,
        must=must,
        who="service that can make intimate images of real people",
        topic=Topic.SAFETY,
        versions=(
            Version(
                since=APPLIES_FROM,
                when=in_state("ut") & ut_generation_service,
                cites=(_cite(pinpoint=pinpoint),),
                unless=(ut_local_processing,),
            ),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note=_PENALTY,
        steps=steps(number, *rows, cite=_cite),
    )


consent = _duty(
    "UT-DV-201",
    "Get verified consent before passing on intimate images",
    "Pass on no intimate image of an identifiable person before that person has actively agreed, with identity "
    "checked, and keep the consent for seven years.",
    "13-72b-201",
    "consent system, records",
    Deadline(kind=When.CONTINUOUS, text="From 1 January 2027; records for at least seven years."),
    ("ask", "Get the active consent of the person shown first.", "13-72b-201(3)(a)", When.BEFORE_USE, "consents"),
    ("identity", "Check with reasonable accuracy who consents.", "13-72b-201(3)(b)", When.BEFORE_USE, "check log"),
    ("records", "Keep the consent for seven years or longer.", "13-72b-201(3)(c)", When.RETENTION, "archive"),
    ("minimum", "Ask for no more personal data than this needs.", "13-72b-201(4)", When.CONTINUOUS, "form"),
)

transparency = _duty(
    "UT-DV-205",
    "Publish policy, safeguards and a reporting channel",
    "Tell users that passing on intimate images without consent is banned and can bring liability, give them a "
    "reporting channel, and publish policy and safeguards.",
    "13-72b-205",
    "published policy, reporting page",
    Deadline(kind=When.CONTINUOUS, text="From 1 January 2027."),
    ("warn", "Tell users of the ban, liability and reporting.", "13-72b-205(1)", When.CONTINUOUS, "notice"),
    ("report", "Show clearly how to report violations.", "13-72b-205(2)", When.CONTINUOUS, "reporting page"),
    ("policy", "Publish the written policy and safeguards.", "13-72b-205(3)", When.CONTINUOUS, "policy page"),
    (
        "harbour",
        "Relief: no liability if you do not advertise such images, keep policy and consent system, and act promptly.",
        "13-72b-203",
        When.ON_EVENT,
        "defence file",
        StepKind.RELIEF,
    ),
)
