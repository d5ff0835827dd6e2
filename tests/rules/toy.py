"""A law small enough to hold in the head: one duty, one exemption that can be lost, one transition, two clocks."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from apps.rules.engine import (
    Answer,
    CarveOut,
    Choice,
    Choices,
    Cite,
    Dated,
    Day,
    Deadline,
    Definition,
    Expr,
    Flag,
    Force,
    Grade,
    Instrument,
    Number,
    Obligation,
    Option,
    Param,
    Profile,
    Rulebook,
    Topic,
    Transition,
    Version,
    When,
    parse_value,
)

ACT = Instrument(
    id="ACT", title="The Act", short="Act", jurisdiction="EU", force=Force.REGULATION, published_on=date(2024, 7, 12)
)
NOTE = Instrument(
    id="NOTE", title="A note", short="Note", jurisdiction="EU", force=Force.GUIDANCE, published_on=date(2025, 7, 18)
)
ART = Cite(instrument="ACT", pinpoint="Art. 1", grade=Grade.P)


def flag(key: str, **more: Any) -> Flag:
    return Flag(
        key=key, section="model", label=key, ask=f"{key}?", statement=f"{key} holds", denial=f"no {key}", **more
    )


general, weights, paid = flag("general"), flag("weights"), flag("paid")
compute = Number(key="compute", section="model", label="compute", ask="How much?", unit="FLOP")
extra = Number(key="extra", section="model", label="extra compute", ask="How much more?", unit="FLOP")
base = Number(key="base", section="modification", label="base compute", ask="How much?", unit="FLOP")
placed = Day(key="placed", section="market", label="the first day on the market", ask="When?")
licence = Choice(
    key="licence",
    section="openness",
    label="licence",
    ask="Which?",
    options=(Option("free", "free"), Option("other", "other")),
)
outputs = Choices(
    key="outputs",
    section="model",
    label="output",
    ask="What?",
    options=(Option("text", "text"), Option("image", "images")),
)
LINE = Param(
    id="line",
    title="the line",
    unit="FLOP",
    history=(Dated(since=date(2025, 8, 2), value=1e25, cite=ART, published_on=date(2024, 7, 12)),),
)
big = Definition(
    id="big",
    title="Big model",
    statement="the model is big",
    denial="the model is not big",
    versions=(Version(since=date(2025, 8, 2), when=(compute + extra) > LINE, cites=(ART,)),),
)
charged = CarveOut(id="charged", title="Paid for", when=paid, cites=(ART,))
lost_big = CarveOut(id="lost-big", title="Too big", when=big, cites=(ART,))
OPEN = CarveOut(id="open", title="Open exemption", when=weights, cites=(ART,), lost_when=(charged, lost_big))
LEGACY = Transition(
    id="legacy",
    title="Placed before the Act",
    when=placed < date(2025, 8, 2),
    applies_from=date(2027, 8, 2),
    cites=(ART,),
)


def duty(id_: str = "DUTY", when: Expr = general, **more: Any) -> Obligation:
    version = Version(since=date(2025, 8, 2), when=when, cites=(ART,), **more)
    return obligation(id_, version)


def obligation(id_: str, *versions: Version, **more: Any) -> Obligation:
    given = {"deadline": Deadline(kind=When.AT_PLACING, text="at placing"), "evidence": "a note"} | more
    return Obligation(id=id_, title="Do it", must="Do it.", who="maker", topic=Topic.SAFETY, versions=versions, **given)


def book(*items: Any) -> Rulebook:
    return Rulebook([ACT, NOTE, *items])


def told(rulebook: Rulebook, **facts: object) -> Profile:
    return Profile(answers={k: Answer(value=parse_value(rulebook.facts[k], v)) for k, v in facts.items()})


THIRD = Fraction(1, 3)
