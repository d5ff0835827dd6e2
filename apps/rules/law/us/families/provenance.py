"""State laws on marking pictures, sound and video: one rule over a table of states.

Washington, Utah and Connecticut reach makers of generating systems with more than a million monthly users. California
has no such line any more and stands in a file of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Grade,
    Obligation,
    Reading,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.model import generates
from apps.rules.law.facts.openness import weights_public
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_content import us_content_limits, us_generator_reach
from apps.rules.law.facts.us_market import us_monthly_users
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.common import MAKES_MODEL, MAKES_SYSTEM, in_state

# The provenance laws speak of pictures, sound and video; text alone never brings a duty.
SYSTEM_MAKES_MEDIA: Expr = system_functions.any_of("image", "audio", "video")
MODEL_MAKES_MEDIA: Expr = generates.any_of(
    "speech", "images_from_text", "video_from_text", "images_otherwise", "video_otherwise", "music_or_sound"
)

# A system that runs for its users: one built on a model, or the model itself behind an interface.
RUNS_FOR_USERS: Expr = (MAKES_SYSTEM & SYSTEM_MAKES_MEDIA) | (MAKES_MODEL & MODEL_MAKES_MEDIA & ~weights_public)
PUBLISHED_WEIGHTS: Expr = MAKES_MODEL & MODEL_MAKES_MEDIA & weights_public

# Strictly more: a million exactly is outside.
MANY_USERS: Expr = us_monthly_users > 1_000_000

PUBLICLY_ACCESSIBLE: Expr = us_generator_reach.is_("consumers", "businesses")
FOR_PERSONAL_USE: Expr = us_generator_reach.is_("consumers")


@dataclass(frozen=True, kw_only=True)
class ProvenanceLaw:
    """A state's row: whom it reaches, from when, and what stays outside.

    `published` is the day of signing, `since` the first day of the duties. `personal_use`: the system must be offered
    to people for personal use; else public access is enough. `governments_out`: public bodies are not reached.
    """

    state: str
    place: str
    instrument: str
    published: date
    since: date
    pinpoint: str
    personal_use: bool
    governments_out: bool
    grade: Grade = Grade.P

    def cite(self, pinpoint: str, grade: Grade | None = None) -> Cite:
        """A place in this state's law; the grade of the row unless another is given."""
        return Cite(instrument=self.instrument, pinpoint=pinpoint, grade=grade or self.grade)


_weights_have_users = contested(
    key="us-weights-have-users",
    why="The acts count the monthly users of a generating system. Whether people who download weights and run them "
    "themselves are users of their maker's system is not said.",
    a=Reading("people who run the weights are users", PUBLISHED_WEIGHTS),
    b=Reading("only an app or service has users", NEVER),
    cites=(
        Cite(instrument="US-WA-HB1170", pinpoint="s. 1(2)", grade=Grade.P),
        Cite(instrument="US-UT-PROV", pinpoint="13-72c-101", grade=Grade.P),
        Cite(instrument="US-CT-PA26-15", pinpoint="s. 15(a)(2)", grade=Grade.P),
    ),
)


def covered_provider(law: ProvenanceLaw) -> Definition:
    """Whoever makes a generating system with more than a million monthly users that the state's public can reach."""
    reach = FOR_PERSONAL_USE if law.personal_use else PUBLICLY_ACCESSIBLE
    when = in_state(law.state) & (RUNS_FOR_USERS | _weights_have_users) & reach & MANY_USERS
    if law.governments_out:
        when = when & ~us_organisation.includes("government")
    return Definition(
        id=f"{law.state}_covered_provider",
        title=f"Covered provider ({law.place})",
        statement=f"you are a covered provider under {law.place}'s law on marking generated content",
        denial=f"you are not a covered provider under {law.place}'s law on marking generated content",
        summary="Makes a system that generates pictures, sound or video, has more than 1,000,000 monthly users and is "
        "open to the public there" + (" for personal use." if law.personal_use else "."),
        versions=(Version(since=law.since, when=when, cites=(law.cite(law.pinpoint),), published_on=law.published),),
    )


def outside(law: ProvenanceLaw, pinpoint: str, grade: Grade | None = None) -> tuple[CarveOut, CarveOut, CarveOut]:
    """What Washington and Connecticut leave alone: games and interactive experiences, upscaling, light edits."""
    cites = (law.cite(pinpoint, grade),)
    removes, keeps = "the duty to mark content", "everything that other states ask"
    make = partial(CarveOut, cites=cites, removes=removes, keeps=keeps)
    limits = us_content_limits
    return (
        make(
            id=f"{law.state}-interactive-experiences",
            title=f"Video games and interactive experiences alone ({law.place})",
            when=limits.any_of("games", "interactive") & ~limits.any_of("films", "security", "aircraft"),
        ),
        make(
            id=f"{law.state}-enhancement",
            title=f"Enlarging, noise reduction or compression alone ({law.place})",
            when=limits.includes("enhancement"),
        ),
        make(
            id=f"{law.state}-light-edits",
            title=f"Light edits that leave the impression alone ({law.place})",
            when=limits.any_of("corrections", "light_edits"),
        ),
    )


def duty(
    law: ProvenanceLaw,
    provider: Definition,
    number: str,
    title: str,
    must: str,
    pinpoint: str,
    *rows: Row,
    penalty: str,
    evidence: str,
    unless: tuple[CarveOut, ...] = (),
    grade: Grade | None = None,
    note: str = "",
) -> Obligation:
    """A duty of the covered provider under the state's row."""
    return Obligation(
        id=number,
        title=title,
        must=must,
        who="maker of a generating system with more than 1,000,000 monthly users",
        topic=Topic.TRANSPARENCY,
        versions=(
            Version(
                since=law.since,
                when=in_state(law.state) & provider,
                cites=(law.cite(pinpoint, grade),),
                unless=unless,
                published_on=law.published,
            ),
        ),
        deadline=Deadline(kind=When.CONTINUOUS, text=f"In all content made from {_in_words(law.since)} on."),
        evidence=evidence,
        penalty_note=penalty,
        steps=steps(number, *rows, cite=partial(Cite, instrument=law.instrument, grade=grade or law.grade)),
        note=note,
    )


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
