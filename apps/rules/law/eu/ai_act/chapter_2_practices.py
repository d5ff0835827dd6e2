"""AI Act, Article 5: whether a system falls under any of the bans, which takes away reliefs given elsewhere."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import ALWAYS, Cite, Definition, Grade, GuidanceStatus, Version, guidance
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_2_practices_2025 import (
    banned_5_1_a,
    banned_5_1_b,
    banned_5_1_c,
    banned_5_1_d,
    banned_5_1_e,
    banned_5_1_f,
    banned_5_1_g,
    banned_5_1_h,
)
from apps.rules.law.eu.ai_act.chapter_2_practices_2026 import NEW_BANS_FROM, banned_5_1_ba, banned_5_1_bb
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_ORIGINAL_BANS = (_aia(pinpoint="Art. 5(1)"),)

# The counterpart, assume-not-prohibited, stands in every single ban: taking the system as lawful lifts them all, while
# taking it as banned does not say by which point.
_any_ban = guidance(
    key="assume-prohibited",
    why="you take the system to fall under a ban",
    status=GuidanceStatus.ASSUMPTION,
    followed=(
        banned_5_1_a
        | banned_5_1_b
        | banned_5_1_c
        | banned_5_1_d
        | banned_5_1_e
        | banned_5_1_f
        | banned_5_1_g
        | banned_5_1_h
        | banned_5_1_ba
        | banned_5_1_bb
    ),
    ignored=ALWAYS,
    cite=_aia(pinpoint="Art. 5(1)"),
)

prohibited_practice = Definition(
    id="prohibited_practice",
    title="Prohibited AI practice",
    statement="the system falls under a ban in Article 5",
    denial="the system falls under no ban in Article 5",
    summary="Any of the eight practices banned since 2 February 2025 and, from 2 December 2026, intimate material "
    "without consent and child sexual abuse material. Each is worked out from its own facts, unless you state the "
    "answer.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=_any_ban,
            cites=_ORIGINAL_BANS,
            replaced_on=OMNIBUS_PUBLISHED,
        ),
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            until=NEW_BANS_FROM,
            when=_any_ban,
            cites=_ORIGINAL_BANS,
            published_on=OMNIBUS_PUBLISHED,
        ),
        Version(
            since=NEW_BANS_FROM,
            when=_any_ban,
            cites=(
                *_ORIGINAL_BANS,
                _aia(pinpoint="Art. 5(1)(ba)"),
                _aia(pinpoint="Art. 5(1)(bb)"),
                _aia(pinpoint="Art. 5(1a)"),
                _aia(pinpoint="Art. 5(1b)"),
                _aia(pinpoint="Art. 113, third paragraph, point (a)"),
            ),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
)
