"""AI Act, Article 3(34) to (43): biometrics, worked out from what a system takes from bodies and finds out."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Definition, Expr, Grade, Version
from apps.rules.law.facts.body import (
    active_involvement,
    body_findings,
    category_ancillary,
    identification_time,
)
from apps.rules.law.facts.system import system_functions

CHAPTERS_1_AND_2_FROM = date(2025, 2, 2)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_from_bodies = system_functions.includes("bodies")


def _version(when: Expr, *cites: Cite) -> tuple[Version, ...]:
    return (Version(since=CHAPTERS_1_AND_2_FROM, when=when, cites=cites),)


emotion_recognition = Definition(
    id="emotion_recognition",
    title="Emotion recognition system",
    statement="the system recognises emotions or intentions from people's bodies",
    denial="the system does not recognise emotions or intentions from people's bodies",
    summary="Works out feelings or intentions from faces, voices or other body data. Pain, fatigue and other "
    "physical states are not feelings; a visible expression counts only when a feeling or intention is read from it.",
    versions=_version(
        _from_bodies & body_findings.includes("emotions"),
        _aia(pinpoint="Art. 3(39)"),
        _aia(pinpoint="Art. 3(34)"),
        _aia(pinpoint="recital 18"),
    ),
)

biometric_categorisation = Definition(
    id="biometric_categorisation",
    title="Biometric categorisation system",
    statement="the system sorts people into groups by their bodies",
    denial="the system does not sort people into groups by their bodies",
    summary="Assigns people to categories on the basis of body data, whatever the category, unless this is a minor "
    "extra that another commercial service technically cannot do without.",
    versions=_version(
        _from_bodies
        & body_findings.any_of("age_gender", "protected_traits", "beliefs_or_orientation", "other_groups")
        & ~category_ancillary,
        _aia(pinpoint="Art. 3(40)"),
        _aia(pinpoint="Art. 3(34)"),
        _aia(pinpoint="recital 16"),
    ),
)

biometric_verification = Definition(
    id="biometric_verification",
    title="Biometric verification",
    statement="the system checks whether people are who they claim to be",
    denial="the system does not check whether people are who they claim to be",
    summary="Compares one person's body data with what was stored of that same person, to confirm an identity. It is "
    "no remote identification.",
    versions=_version(
        _from_bodies & body_findings.includes("confirms_identity"),
        _aia(pinpoint="Art. 3(36)"),
    ),
)

remote_identification = Definition(
    id="remote_identification",
    title="Remote biometric identification system",
    statement="the system finds out who people are from their bodies without their active part",
    denial="the system does not find out who people are from their bodies without their active part",
    summary="Establishes who somebody is by comparing body data with many people on file, without that person taking "
    "an active part, usually from a distance. Confirming a claimed identity is something else.",
    versions=_version(
        _from_bodies & body_findings.includes("identifies_among_many") & ~active_involvement,
        _aia(pinpoint="Art. 3(41)"),
        _aia(pinpoint="Art. 3(35)"),
        _aia(pinpoint="recital 17"),
    ),
)

live_identification = Definition(
    id="live_identification",
    title="Real-time remote biometric identification system",
    statement="people are identified from afar while they are recorded",
    denial="people are not identified from afar while they are recorded",
    summary="Remote identification in which recording, comparing and recognising happen without significant delay. "
    "Short delays meant to get around the rules count as live.",
    versions=_version(
        remote_identification & identification_time.is_("live", "both"),
        _aia(pinpoint="Art. 3(42)"),
    ),
)

later_identification = Definition(
    id="later_identification",
    title="Post-remote biometric identification system",
    statement="people are identified from afar in recordings made before",
    denial="people are not identified from afar in recordings made before",
    summary="Remote identification that is not live: recordings are searched afterwards.",
    versions=_version(
        remote_identification & identification_time.is_("later", "both"),
        _aia(pinpoint="Art. 3(43)"),
    ),
)
