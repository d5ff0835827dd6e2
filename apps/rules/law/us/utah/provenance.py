"""Utah, chapter 72c of Title 13: provenance of digital content."""

from __future__ import annotations

from datetime import date

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
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.us_content import us_content_limits, us_platform_users, us_platforms
from apps.rules.law.us.common import in_state
from apps.rules.law.us.families.provenance import ProvenanceLaw, covered_provider, duty

# The day of signing is reported by secondary sources.
SIGNED = date(2026, 3, 24)
APPLIES_FROM = date(2027, 1, 1)
CAPTURE_FROM = date(2028, 1, 1)
PENALTY = (
    "Up to $2,500 per violation, by the Division of Consumer Protection or a court; up to $5,000 per breach of an "
    "order. No private action."
)

LAW = ProvenanceLaw(
    state="ut",
    place="Utah",
    instrument="US-UT-PROV",
    published=SIGNED,
    since=APPLIES_FROM,
    pinpoint="Utah Code 13-72c-101",
    personal_use=False,
    governments_out=False,
)

UT_PROV = Instrument(
    id="US-UT-PROV",
    title="Digital Content Provenance Standards Act",
    short="Utah provenance act",
    jurisdiction="US-UT",
    force=Force.STATUTE,
    number="Utah Code 13-72c; HB 276 (2026), Laws 2026 ch. 352",
    enforcer="Division of Consumer Protection; courts",
    url="https://le.utah.gov/xcode/Title13/Chapter72c/13-72c.html",
    summary="From 2027 makers of generating systems with more than a million monthly visitors or users hide a mark in "
    "pictures, sound and video; platforms with more than two million users find and show marks; from 2028 cameras and "
    "phones can mark what they record. Systems used in house alone are outside.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception by licence. A release falls outside while the system has no more than a million monthly visitors "
        "or users, and whether downloaded weights have users is not settled; systems used in house alone are outside.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=LAW.cite("Laws 2026 ch. 352", Grade.S)),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="duties of makers and platforms; capture devices from 2028",
            cite=LAW.cite("13-72c, effective date"),
            published_on=SIGNED,
        ),
    ),
    sources=(
        Cite(
            instrument="US-UT-PROV",
            pinpoint="13-72c-101 to 13-72c-203",
            grade=Grade.P,
            source="https://le.utah.gov/xcode/Title13/Chapter72c/13-72c.html",
        ),
    ),
)

ut_covered_provider = covered_provider(LAW)

ut_plain_corrections = CarveOut(
    id="ut-plain-corrections",
    title="Plain corrections alone (Utah)",
    when=us_content_limits.includes("corrections") & ~us_content_limits.any_of("light_edits", "enhancement"),
    cites=(LAW.cite("13-72c-203"),),
    removes="the duty to mark content",
    keeps="the duty for content that is created or substantially changed",
    note="Only substantial changes are named; where light edits end and these begin is not said.",
)

latent_disclosure = duty(
    LAW,
    ut_covered_provider,
    "UT-PROV-203",
    "Hide a mark in generated content (Utah)",
    "Put a latent disclosure into every picture, sound or video that your generating system creates or substantially "
    "modifies.",
    "13-72c-203",
    ("embed", "Embed the mark in new and substantially changed content.", "13-72c-203", When.CONTINUOUS, "tests"),
    (
        "signature",
        "Use the limb on digital signatures: the other asks for the maker of a camera, a slip in the text.",
        "13-72c-203(1)(b)",
        When.CONTINUOUS,
        "field list of the mark",
        StepKind.OPTION,
    ),
    penalty=PENALTY,
    evidence="marked sample output, removal tests",
    unless=(ut_plain_corrections,),
)

ut_large_platform = Definition(
    id="ut_large_online_platform",
    title="Large online platform (Utah)",
    statement="you run a large online platform under Utah's provenance act",
    denial="you do not run a large online platform under Utah's provenance act",
    summary="A social network, mass-messaging service or search engine with more than 2,000,000 different monthly "
    "users. File sharing alone does not count.",
    versions=(
        Version(
            since=APPLIES_FROM,
            when=in_state("ut") & us_platforms.includes("social") & (us_platform_users > 2_000_000),
            cites=(LAW.cite("13-72c-101"),),
        ),
    ),
)

platform_marks = Obligation(
    id="UT-PROV-201",
    title="Find, show and keep marks in content (Utah platforms)",
    must="Detect provenance data in what users distribute, show that it is there, let users inspect it, and do not "
    "knowingly strip it as far as that is technically feasible.",
    who="large online platform",
    topic=Topic.TRANSPARENCY,
    versions=(Version(since=APPLIES_FROM, when=in_state("ut") & ut_large_platform, cites=(LAW.cite("13-72c-201"),)),),
    deadline=Deadline(kind=When.CONTINUOUS, text="From 1 January 2027."),
    evidence="screens, tests of the upload pipeline",
    penalty_note=PENALTY,
    steps=steps(
        "UT-PROV-201",
        ("detect", "Find standards-compliant marks in content.", "13-72c-201(1)(a)", When.CONTINUOUS, "detector tests"),
        ("show", "Show users that marks are there.", "13-72c-201(1)(b)", When.CONTINUOUS, "screens"),
        (
            "inspect",
            "Let users inspect them: on the page, by download or by a link.",
            "13-72c-201(1)(c)",
            When.CONTINUOUS,
            "screens",
        ),
        ("keep", "Do not knowingly strip marks or signatures.", "13-72c-201(2)", When.CONTINUOUS, "pipeline tests"),
        cite=LAW.cite,
    ),
)

capture_devices = Obligation(
    id="UT-PROV-202",
    title="Let cameras and recorders mark what they record (Utah)",
    must="Build devices for sale so that they can put a latent disclosure into what they record.",
    who="maker of cameras, phones or recorders",
    topic=Topic.TRANSPARENCY,
    versions=(
        Version(
            since=CAPTURE_FROM,
            when=in_state("ut") & us_platforms.includes("capture_devices"),
            cites=(LAW.cite("13-72c-202"),),
        ),
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Devices made for sale from 1 January 2028 on."),
    evidence="firmware specification",
    penalty_note=PENALTY,
    note="The pinpoint follows the order of the chapter and was not read.",
)
