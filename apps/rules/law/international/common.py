"""What the voluntary and international instruments share: how each binds, who gave a promise, how a point is written.

Nothing here makes a duty. A point is expected of whoever signed or claims it, and recommended to whoever asks for good
practice; saying that one keeps to something when one does not is where law begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from apps.rules.engine import (
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Step,
    Topic,
    Version,
    When,
)
from apps.rules.law.facts.model import development
from apps.rules.law.facts.system import system_roles
from apps.rules.law.facts.voluntary import voluntary_claims, voluntary_steps

LAST_LOOK = date(2026, 11, 23)


class Binding(StrEnum):
    """How an instrument of this layer binds, in the words a reader gets."""

    TREATY = "Binding on governments, not on you."
    GUIDANCE = "International guidance."
    PLEDGE = "Voluntary pledge: applies if you signed."
    STANDARD = "Standard: optional unless cited or contracted."
    PENDING = "Not usable for a presumption of conformity yet."
    BODY = "Information only."

    @property
    def force(self) -> Force:
        """The force among those of all law."""
        return {Binding.TREATY: Force.TREATY, Binding.GUIDANCE: Force.GUIDANCE}.get(self, Force.VOLUNTARY)


@dataclass(frozen=True)
class Life:
    """A day in the life of an instrument: what happened, and how well that was seen."""

    on: date
    note: str
    grade: Grade = Grade.S
    state: State = State.IN_FORCE


def instrument(
    id_: str,
    title: str,
    short: str,
    binding: Binding,
    number: str,
    summary: str,
    openness: Openness,
    *life: Life,
    seen_on: date = LAST_LOOK,
    url: str = "",
    enforcer: str = "",
    extra: tuple[Status, ...] = (),
) -> Instrument:
    """An instrument known from its first day; `seen_on` is when its position was last confirmed."""
    cite = partial(Cite, instrument=id_, checked_on=seen_on)
    steps = tuple(Status(on=d.on, state=d.state, note=d.note, cite=cite(pinpoint=number, grade=d.grade)) for d in life)
    return Instrument(
        id=id_,
        title=title,
        short=short,
        jurisdiction="INT",
        force=binding.force,
        number=number,
        enforcer=enforcer,
        url=url,
        summary=f"{binding.value} {summary}",
        published_on=life[0].on,
        openness=openness,
        status=(*steps, *extra),
        sources=(cite(pinpoint=number, grade=life[0].grade),),
    )


def no_carve_out(effect: str) -> Openness:
    """Nothing is spared because weights or source are open."""
    return Openness(Relief.NONE, effect)


# What is said in public counts only where something is named there at all.
SAYS: Expr = voluntary_steps.includes("named_in_public")


def claims(*options: str) -> Expr:
    """One of these is said in public."""
    return SAYS & voluntary_claims.any_of(*options)


MAKES_MODEL: Expr = development.is_(
    "own", "commissioned", "for_client", "consortium_lead", "consortium_member", "changed"
)
# Advanced systems count as models do: whoever asks makes one, on a model of its own or of others.
MAKES_SYSTEM: Expr = system_roles.any_of("provider", "first_provider", "takes_over")


def party(name: str, what: str, since: date, cite: Cite, given: Expr) -> Definition:
    """Who gave, joined or claims something: `what` completes "you ..." and "you neither ... "."""
    return Definition(
        id=f"{name}_party",
        title=what[:1].upper() + what[1:],
        statement=f"you signed, adopted or claim {what}",
        denial=f"you neither signed or adopted nor claim {what}",
        versions=(Version(since=since, when=given, cites=(cite,)),),
    )


def _recommended(name: str, whom: str, when: Expr) -> Definition:
    return Definition(
        id=name,
        title=f"Good practice for {whom}",
        statement=f"you asked to see what is good practice for {whom}",
        denial=f"you did not ask to see what is good practice for {whom}",
        summary="Recommended, and no more: nothing was signed.",
        versions=(
            Version(
                since=date(2019, 5, 22),
                when=when,
                cites=(Cite(instrument="INT-OECD", pinpoint="Recommendation", grade=Grade.S),),
            ),
        ),
    )


frontier_practice = _recommended(
    "frontier_practice",
    "advanced or frontier AI",
    voluntary_steps.includes("frontier_practice") & (MAKES_MODEL | MAKES_SYSTEM),
)
good_practice = _recommended("good_practice", "any organisation with AI", voluntary_steps.includes("good_practice"))

CONTINUOUS = Deadline(kind=When.CONTINUOUS, text="Continuously.")


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the points of an instrument come from: since when, and when that was last confirmed."""

    instrument: str
    since: date
    seen_on: date = LAST_LOOK

    def cite(self, pinpoint: str, grade: Grade) -> Cite:
        """A place in the instrument."""
        return Cite(instrument=self.instrument, pinpoint=pinpoint, grade=grade, checked_on=self.seen_on)


def point(
    source: Source,
    id_: str,
    title: str,
    must: str,
    who: str,
    topic: Topic,
    when: Expr,
    at: str,
    grade: Grade,
    evidence: str,
    deadline: Deadline = CONTINUOUS,
    *,
    steps: tuple[Step, ...] = (),
    note: str = "",
    since: date | None = None,
    until: date | None = None,
    published_on: date | None = None,
) -> Obligation:
    """A point that is expected or recommended: no duty, and no penalty of its own.

    It is known from the day of its instrument, unless `published_on` says otherwise.
    """
    version = Version(
        since=since or source.since,
        until=until,
        when=when,
        cites=(source.cite(at, grade),),
        published_on=published_on,
    )
    return Obligation(
        id=id_,
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=(version,),
        deadline=deadline,
        evidence=evidence,
        steps=steps,
        note=note,
    )
