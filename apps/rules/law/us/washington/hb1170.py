"""Washington, HB 1170: provenance data in pictures, sound and video of large generating systems."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Force, Grade, Instrument, Openness, Relief, State, Status, StepKind, When
from apps.rules.law.us.families.provenance import ProvenanceLaw, covered_provider, duty, outside

# Signed in March 2026; the day is not verified, so the last of the month stands for it.
SIGNED = date(2026, 3, 31)
APPLIES_FROM = date(2027, 2, 1)

LAW = ProvenanceLaw(
    state="wa",
    place="Washington",
    instrument="US-WA-HB1170",
    published=SIGNED,
    since=APPLIES_FROM,
    pinpoint="s. 1(2)",
    personal_use=True,
    governments_out=True,
)

HB1170 = Instrument(
    id="US-WA-HB1170",
    title="Informing users when content is developed or modified by artificial intelligence",
    short="Washington HB 1170",
    jurisdiction="US-WA",
    force=Force.STATUTE,
    number="E2SHB 1170, Laws of 2026 ch. 167; new chapter in Title 19 RCW",
    enforcer="Attorney General; no private action",
    url="https://wa-law.org/bill/2025-26/hb/1170/S2.PL",
    summary="From 1 February 2027 makers of picture, sound or video generators with more than a million monthly users, "
    "open to consumers for personal use, put provenance data into what they make. Business-only tools, games and light "
    "edits are outside. Public agencies separately tell people that they deal with a machine.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception by licence. A release falls outside while the system has no more than a million monthly users, "
        "or serves businesses alone; whether downloaded weights have users is not settled.",
    ),
    status=(
        Status(
            on=SIGNED,
            state=State.ADOPTED,
            note="signed in March 2026, exact day not verified",
            cite=LAW.cite("ch. 167", Grade.S),
        ),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="takes effect; a site that shows 2028 is wrong",
            cite=LAW.cite("effective date", Grade.S),
            published_on=SIGNED,
        ),
    ),
    sources=(
        Cite(
            instrument="US-WA-HB1170",
            pinpoint="ss. 1 and 2",
            grade=Grade.P,
            source="https://wa-law.org/bill/2025-26/hb/1170/S2.PL",
        ),
    ),
)

wa_covered_provider = covered_provider(LAW)
wa_outside = outside(LAW, "s. 2(3)-(4)", Grade.S)

mark_content = duty(
    LAW,
    wa_covered_provider,
    "WA-1170-2",
    "Put provenance data into generated content (Washington)",
    "Put data into every picture, sound or video that your system makes or materially alters, from which users can "
    "tell that it did, as far as commercially and technically reasonable, and make the data hard to remove.",
    "s. 2",
    (
        "embed",
        "Embed the data, or add it to the metadata, of new and altered content.",
        "s. 2",
        When.CONTINUOUS,
        "tests",
    ),
    (
        "robust",
        "Use reasonable methods that make the data hard to remove or falsify.",
        "s. 2",
        When.CONTINUOUS,
        "attack tests",
    ),
    (
        "c2pa",
        "Follow a common standard such as C2PA: that counts as compliance.",
        "s. 2",
        When.CONTINUOUS,
        "conformity record of the standard",
        StepKind.RELIEF,
    ),
    (
        "secrets",
        "Leave out trade secrets and data about people: neither need be disclosed.",
        "s. 2",
        When.CONTINUOUS,
        "field list of the manifest",
        StepKind.RELIEF,
    ),
    penalty="Civil penalty under the Consumer Protection Act, sought by the Attorney General alone; amount not "
    "verified (two leads conflict). No private action.",
    evidence="manifests in sample output, removal tests",
    unless=wa_outside,
    note="Applying a filter is a light edit here, unlike in California. How users are counted, and whether a watermark "
    "alone is enough, is not settled.",
)
