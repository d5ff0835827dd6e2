"""Content Credentials (C2PA): signed manifests that say how pictures, sound and film were made."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Grade, Topic, When
from apps.rules.law.facts.model import generates
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.voluntary import voluntary_steps
from apps.rules.law.international.common import (
    Binding,
    Life,
    Source,
    claims,
    good_practice,
    instrument,
    no_carve_out,
    party,
    point,
)

FIRST_VERSION = date(2022, 1, 26)
NEWEST_SEEN = date(2025, 5, 1)

C2PA = instrument(
    "INT-C2PA",
    "Content Credentials of the Coalition for Content Provenance and Authenticity",
    "Content Credentials (C2PA)",
    Binding.STANDARD,
    "C2PA technical specification 1.0 to 2.2",
    "A means to several ends, and enough for few. Washington deems its rule met by it and Connecticut names it; the "
    "EU's marking code asks for two layers, signed metadata and a watermark, and California for a mark that is very "
    "hard to remove. Version 2.2 is the newest seen. On its way to ISO as ISO/IEC 22144.",
    no_carve_out(
        "Neutral. Bare weights cannot hold a signing key safely: the application or host signs. Marking code that "
        "users run themselves can be deleted."
    ),
    Life(FIRST_VERSION, "version 1.0"),
    Life(NEWEST_SEEN, "version 2.2; the day is not verified", Grade.P),
    url="https://spec.c2pa.org",
)
_c2pa = Source(instrument="INT-C2PA", since=FIRST_VERSION)
c2pa_party = party(
    "c2pa",
    "Content Credentials",
    FIRST_VERSION,
    _c2pa.cite("specification", Grade.P),
    voluntary_steps.includes("content_credentials") | claims("content_credentials"),
)
# Pictures, sound or film come out of the model itself or of the system.
_MEDIA: Expr = generates.any_of(
    "speech", "images_from_text", "video_from_text", "images_otherwise", "video_otherwise", "music_or_sound"
) | system_functions.any_of("image", "audio", "video")
_EXPECTED = c2pa_party | (good_practice & _MEDIA)
_AT_GENERATION = Deadline(kind=When.CONTINUOUS, text="Whenever something is generated.")

manifest = point(
    _c2pa,
    "INT-C2PA-1",
    "Attach a signed manifest at creation",
    "Attach a signed manifest when content is made, with the action “created” and the source type for media made by a "
    "model.",
    "service that generates media",
    Topic.TRANSPARENCY,
    _EXPECTED,
    "specification, actions assertion",
    Grade.M,
    "sample files, output of a validator",
    _AT_GENERATION,
)
trust_list = point(
    _c2pa,
    "INT-C2PA-2",
    "Sign with a certificate on the trust list",
    "Sign with a certificate on the trust list of the conformance programme.",
    "service that generates media",
    Topic.TRANSPARENCY,
    _EXPECTED,
    "conformance programme",
    Grade.S,
    "listing",
    Deadline(kind=When.BEFORE_MARKET, text="Before release."),
)
durable = point(
    _c2pa,
    "INT-C2PA-3",
    "Add a link that survives stripping",
    "Add a watermark or fingerprint by which the manifest can be found again once metadata are stripped.",
    "service that generates media",
    Topic.TRANSPARENCY,
    _EXPECTED,
    "specification, soft bindings",
    Grade.M,
    "test of the detector",
    _AT_GENERATION,
)
preserve = point(
    _c2pa,
    "INT-C2PA-4",
    "Keep and show manifests that are there",
    "Keep manifests that content brings along and show them; do not strip them.",
    "platform or editor",
    Topic.TRANSPARENCY,
    _EXPECTED,
    "specification",
    Grade.P,
    "round-trip test",
    note="For large platforms California makes this law from 2027 on: see CA-AITA-31.",
)
