"""California AI Transparency Act: whom it reaches, in its dated forms (SB 942, AB 853, SB 1000, AB 2713)."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Definition,
    Force,
    Grade,
    Instrument,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    Version,
    contested,
)
from apps.rules.law.facts.us_content import us_content_limits, us_licensing, us_platform_users, us_platforms
from apps.rules.law.us.common import does, in_state
from apps.rules.law.us.families.provenance import (
    MANY_USERS,
    MODEL_MAKES_MEDIA,
    PUBLICLY_ACCESSIBLE,
    PUBLISHED_WEIGHTS,
    RUNS_FOR_USERS,
    SYSTEM_MAKES_MEDIA,
)

read = partial(Cite, instrument="US-CA-AITA", grade=Grade.P)
reported = partial(Cite, instrument="US-CA-AITA", grade=Grade.S)

SIGNED = date(2024, 9, 19)  # SB 942
DELAYED = date(2025, 10, 13)  # AB 853: first day moved, platforms and devices added
REWRITTEN = date(2026, 9, 30)  # SB 1000: in force at once
FIRST_PLANNED = date(2026, 1, 1)
OPERATIVE = date(2026, 8, 2)
PLATFORMS_FROM = date(2027, 1, 1)
CAPTURE_FROM = date(2028, 1, 1)
ASSISTIVE_ENDS = date(2029, 1, 1)

AITA = Instrument(
    id="US-CA-AITA",
    title="California AI Transparency Act",
    short="California AI Transparency Act",
    jurisdiction="US-CA",
    force=Force.STATUTE,
    number="Bus. & Prof. Code 22757-22757.6; SB 942 (Stats. 2024 ch. 291), AB 853 (Stats. 2025 ch. 674), SB 1000 "
    "(Stats. 2026 ch. 861), AB 2713 (Stats. 2026 ch. 856)",
    enforcer="Attorney General, city attorneys and county counsels; no private action",
    url="https://leginfo.legislature.ca.gov/faces/billHistoryClient.xhtml?bill_id=202520260SB1000",
    summary="Marks in generated pictures, sound and video. Since 30 September 2026 every maker of a system that "
    "Californians can reach is covered, whatever its number of users, and a visible label is no longer an option. "
    "Platforms and download sites follow in 2027, cameras in 2028. Text alone brings no duty.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "Open release is reached on purpose: a licensor must tell licensees of their duties, and from 2027 any site "
        "that offers weights, your own download page too, must not knowingly offer systems that place no marks.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="SB 942 signed", cite=reported(pinpoint="Stats. 2024 ch. 291")),
        Status(
            on=DELAYED,
            state=State.ADOPTED,
            note="AB 853 moves the first day from 1 January to 2 August 2026, adds platforms, download sites, cameras",
            cite=reported(pinpoint="Stats. 2025 ch. 674"),
        ),
        Status(
            on=OPERATIVE,
            state=State.IN_FORCE,
            note="duties of large makers, in the old form",
            cite=read(pinpoint="22757.6"),
            published_on=DELAYED,
        ),
        Status(
            on=REWRITTEN,
            state=State.IN_FORCE,
            note="SB 1000, urgent: no line of users, no visible-label option. AB 2713 approved the same day",
            cite=read(pinpoint="Stats. 2026 ch. 861"),
        ),
        Status(
            on=PLATFORMS_FROM,
            state=State.IN_FORCE,
            note="platforms and download sites; wording of AB 2713 not verified since 2026-10-07",
            cite=reported(pinpoint="22757.3.1, 22757.3.2"),
            published_on=DELAYED,
        ),
        Status(
            on=CAPTURE_FROM,
            state=State.IN_FORCE,
            note="capture devices",
            cite=read(pinpoint="22757.3.3"),
            published_on=DELAYED,
        ),
    ),
    sources=(
        read(
            pinpoint="SB 1000, enrolled text",
            source="https://leginfo.legislature.ca.gov/faces/billHistoryClient.xhtml?bill_id=202520260SB1000",
        ),
        read(
            pinpoint="22757.3.1-22757.3.3",
            source="https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?bill_id=202520260AB853",
        ),
    ),
)

PENALTY = (
    "$5,000 per violation, each day anew; amount to verify against AB 2713. Attorney General, city attorneys and "
    "county counsels; fees for a prevailing plaintiff; no private action."
)
PENALTY_ONCE = (
    "$5,000 per violation, not counted by days; amount to verify against AB 2713. Attorney General, city attorneys "
    "and county counsels; no private action."
)

weights_are_a_system = contested(
    key="us-weights-as-system",
    why="The act reaches systems that the public can access in California and does not say whether published weights "
    "alone are one. Its rules on licences and download sites speak of weights, its rules on the tool and the marks of "
    "what a running system does.",
    a=Reading("published weights are a system the public can access", PUBLISHED_WEIGHTS),
    b=Reading("only a running app or service is one", NEVER),
    cites=(read(pinpoint="22757.1(e), (g)"), read(pinpoint="22757.3(b)")),
)

_reached = (RUNS_FOR_USERS & PUBLICLY_ACCESSIBLE) | weights_are_a_system
_old_form = in_state("ca") & _reached & MANY_USERS
_old = partial(Version, when=_old_form, cites=(reported(pinpoint="22757.1 (SB 942)"),))

ca_covered_provider = Definition(
    id="ca_covered_provider",
    title="Covered provider (California AI Transparency Act)",
    statement="you are a covered provider under California's AI Transparency Act",
    denial="you are not a covered provider under California's AI Transparency Act",
    summary="Makes a system that generates pictures, sound or video and that the public in California can reach. Until "
    "29 September 2026 only with more than 1,000,000 monthly visitors or users.",
    versions=(
        _old(since=FIRST_PLANNED, published_on=SIGNED, replaced_on=REWRITTEN),
        _old(since=FIRST_PLANNED, until=REWRITTEN, published_on=REWRITTEN),
        Version(
            since=REWRITTEN,
            when=in_state("ca") & _reached,
            cites=(read(pinpoint="22757.1(e), (g)"),),
            published_on=REWRITTEN,
        ),
    ),
)

ca_licensee = Definition(
    id="ca_licensee",
    title="Licensee of a generating system (California)",
    statement="you hold a licence for a generating system under California's AI Transparency Act",
    denial="you hold no licence for a generating system under California's AI Transparency Act",
    summary="Runs, changes or offers somebody else's system or weights that generate pictures, sound or video.",
    versions=(
        Version(
            since=REWRITTEN,
            when=in_state("ca") & (SYSTEM_MAKES_MEDIA | MODEL_MAKES_MEDIA) & us_licensing.includes("in"),
            cites=(read(pinpoint="22757.3(b)(3)"),),
            published_on=REWRITTEN,
        ),
    ),
)

ca_hosting_platform = Definition(
    id="ca_hosting_platform",
    title="Hosting platform for generating systems (California)",
    statement="you run a download site for generating systems under California's AI Transparency Act",
    denial="you run no download site for generating systems under California's AI Transparency Act",
    summary="A website or app where people in California can download source code or weights of a generating system, "
    "paid or free, of any size. On the words the developer's own download page is one.",
    versions=(
        Version(
            since=PLATFORMS_FROM,
            when=in_state("ca") & does("platforms") & us_platforms.includes("hosting"),
            cites=(read(pinpoint="22757.1(h)"),),
            published_on=DELAYED,
        ),
    ),
)

ca_large_online_platform = Definition(
    id="ca_large_online_platform",
    title="Large online platform (California)",
    statement="you run a large online platform under California's AI Transparency Act",
    denial="you do not run a large online platform under California's AI Transparency Act",
    summary="A public social network, file-sharing service, mass-messaging service or search engine with more than "
    "2,000,000 different monthly users in the preceding 12 months.",
    versions=(
        Version(
            since=PLATFORMS_FROM,
            when=in_state("ca")
            & does("platforms")
            & us_platforms.any_of("social", "file_sharing")
            & (us_platform_users > 2_000_000),
            cites=(read(pinpoint="22757.1(i)-(j)"),),
            published_on=DELAYED,
        ),
    ),
)

ca_video_games = CarveOut(
    id="ca-video-games",
    title="Video games whose content players do not make (California)",
    when=us_content_limits.includes("games")
    & ~us_content_limits.any_of("films", "interactive", "security", "aircraft"),
    cites=(read(pinpoint="22757.5(a)"),),
    removes="the duties of makers",
    keeps="the duties of platforms, download sites and makers of cameras",
)

ca_entertainment = CarveOut(
    id="ca-entertainment-until-2026",
    title="Games, television, streaming, films and interactive experiences (California, until 29 September 2026)",
    when=us_content_limits.any_of("games", "films", "interactive"),
    cites=(reported(pinpoint="22757.5 (SB 942)"),),
    removes="the duties of makers",
    keeps="nothing in this act; since 30 September 2026 only video games are left out",
)

ca_assistive = CarveOut(
    id="ca-assistive-technology",
    title="Aids for people with disabilities (California, until the end of 2028)",
    when=us_content_limits.includes("assistive"),
    cites=(read(pinpoint="22757.5(b)"),),
    removes="the duties of makers",
    keeps="the ban on claiming this purpose falsely",
    note="From 2029 on the mark says instead that the system is such an aid.",
)

ca_minor_modification = CarveOut(
    id="ca-minor-modification",
    title="Plain corrections alone (California)",
    when=us_content_limits.includes("corrections") & ~us_content_limits.any_of("light_edits", "enhancement"),
    cites=(read(pinpoint="22757.1(l), 22757.3(a)"),),
    removes="the duties about content, for content altered no further",
    keeps="the duties for content that is created or altered further; filters are not on the closed list",
)
