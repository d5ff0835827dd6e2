"""How files of law write an instrument and a duty in short: shared shapes, no law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from apps.rules.engine import (
    CarveOut,
    Challenge,
    Cite,
    Deadline,
    Expr,
    Fine,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Topic,
    Transition,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps


@dataclass(frozen=True)
class Happening:
    """A step in the life of an instrument: when, what, and how well it was seen."""

    on: date
    state: State
    note: str
    grade: Grade = Grade.S
    at: str = ""


def instrument(
    id_: str,
    title: str,
    short: str,
    force: Force,
    number: str,
    summary: str,
    openness: str,
    *life: Happening,
    published_on: date | None = None,
    enforcer: str = "",
    url: str = "",
    relief: Relief = Relief.NONE,
    jurisdiction: str = "US",
    challenges: tuple[Challenge, ...] = (),
) -> Instrument:
    """An instrument; it is known from its first step unless `published_on` says otherwise."""
    first = published_on or life[0].on
    return Instrument(
        id=id_,
        title=title,
        short=short,
        jurisdiction=jurisdiction,
        force=force,
        number=number,
        enforcer=enforcer,
        url=url,
        summary=summary,
        published_on=first,
        openness=Openness(relief, openness),
        challenges=challenges,
        status=tuple(
            Status(
                on=step.on,
                state=step.state,
                note=step.note,
                cite=Cite(instrument=id_, pinpoint=step.at or number, grade=step.grade),
                published_on=step.on if step.on <= date(2026, 11, 23) else first,
            )
            for step in life
        ),
        sources=(Cite(instrument=id_, pinpoint=number, grade=life[0].grade),),
    )


def duty(
    act: Instrument,
    id_: str,
    title: str,
    must: str,
    who: str,
    topic: Topic,
    since: date,
    when: Expr,
    at: str,
    grade: Grade,
    deadline: Deadline,
    evidence: str,
    penalty: str,
    *rows: Row,
    unless: tuple[CarveOut, ...] = (),
    until: date | None = None,
    published_on: date | None = None,
    earlier: tuple[Version, ...] = (),
    note: str = "",
    fine: Fine | None = None,
    transitions: tuple[Transition, ...] = (),
    force: Force | None = None,
) -> Obligation:
    """A duty of the act: its present wording, known from the act's day unless `published_on` says otherwise.

    `earlier` are the wordings before it; `fine` is the ceiling that can be worked out, `penalty` the rest in words;
    `force` is given where it binds otherwise than its act.
    """
    cite = Cite(instrument=act.id, pinpoint=at, grade=grade)

    def citing(*, pinpoint: str) -> Cite:
        return Cite(instrument=act.id, pinpoint=pinpoint, grade=grade)

    return Obligation(
        id=id_,
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=(
            *earlier,
            Version(
                since=since,
                when=when,
                cites=(cite,),
                unless=unless,
                transitions=transitions,
                until=until,
                published_on=published_on,
            ),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty=fine,
        penalty_note=penalty,
        steps=steps(id_, *rows, cite=citing),
        force=force,
        note=note,
    )


ALWAYS_DUE = Deadline(kind=When.CONTINUOUS, text="At all times.")
