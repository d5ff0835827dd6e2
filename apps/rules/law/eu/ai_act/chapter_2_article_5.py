"""AI Act, Chapter II: Article 5, prohibited practices, as one screen over all its points."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    CHAPTERS_1_AND_2_FROM,
    NEW_BANS_FROM,
    PRIVATE_USE,
    SECTION_B_LITERAL,
    prohibited_practice,
    system_operator,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import BANNED_PRACTICES_FINE
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_when = system_operator & prohibited_practice
_unless = (*ACTIVITIES_LEFT_ALONE, PRIVATE_USE, SECTION_B_LITERAL)
_ORIGINAL = (_aia(pinpoint="Art. 5(1)"), _aia(pinpoint="Art. 113, third paragraph, point (a)"))

prohibited_practices = Obligation(
    id="EU-AIA-5",
    title="Stop a banned practice",
    must="Do not offer, put into service or use the system for a practice that Article 5 bans; withdraw what is "
    "already out. From 2 December 2026 this includes realistic intimate material made without explicit consent and "
    "child sexual abuse material, also where safeguards against such use are missing.",
    who="anyone who offers, puts into service or uses the system",
    topic=Topic.PROHIBITION,
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=_when,
            cites=_ORIGINAL,
            unless=_unless,
            replaced_on=OMNIBUS_PUBLISHED,
        ),
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            until=NEW_BANS_FROM,
            when=_when,
            cites=_ORIGINAL,
            unless=_unless,
            published_on=OMNIBUS_PUBLISHED,
        ),
        Version(
            since=NEW_BANS_FROM,
            when=_when,
            cites=(
                _aia(pinpoint="Art. 5(1)"),
                _aia(pinpoint="Art. 5(1)(ba)"),
                _aia(pinpoint="Art. 5(1)(bb)"),
                _aia(pinpoint="Art. 5(1a)"),
                _aia(pinpoint="Art. 5(1b)"),
                _aia(pinpoint="Art. 113, third paragraph, point (a)"),
            ),
            unless=_unless,
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="At once and for as long as the system exists."),
    evidence="signed screening record for each point of Article 5, with reasons; safeguards file",
    penalty=BANNED_PRACTICES_FINE,
    penalty_note="Small mid-caps have no lower ceiling for banned practices.",
    note="No official guidance exists on the two bans that start on 2 December 2026. Open source and size bring no "
    "relief.",
)
