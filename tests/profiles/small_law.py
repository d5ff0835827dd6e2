"""A rulebook of an invented country: every kind of fact, a contested point and a guidance switch, in a dozen items.

Tests of the questionnaire use it so that they speak of behaviour, whatever the real law of the day says.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    Choice,
    Choices,
    Cite,
    Day,
    Deadline,
    Expr,
    Flag,
    Force,
    Grade,
    GuidanceStatus,
    Instrument,
    Number,
    Obligation,
    Option,
    Reading,
    Rulebook,
    State,
    Status,
    Topic,
    Version,
    When,
    contested,
    guidance,
)

_law = partial(Cite, instrument="LAW", grade=Grade.P)

law = Instrument(
    id="LAW",
    title="Model Act",
    short="Model Act",
    jurisdiction="EU",
    force=Force.STATUTE,
    published_on=date(2024, 1, 1),
    status=(Status(on=date(2025, 1, 1), state=State.IN_FORCE),),
)

sold = Flag(
    key="sold",
    section="market",
    label="sold",
    statement="the model is sold",
    denial="the model is not sold",
    ask="Is the model sold?",
    help="For money or for data.",
    why="Only what is sold is inspected.",
    evidence="price list",
    yes_example="A subscription",
    no_example="A free download",
    cite=_law(pinpoint="s. 1"),
)
open_weights = Flag(
    key="open_weights",
    section="openness",
    label="open weights",
    statement="anyone can download the weights",
    denial="not everyone can download the weights",
    ask="Can anyone download the weights?",
)
stated_exempt = Flag(
    key="stated_exempt",
    section="commitments",
    label="stated to be exempt",
    statement="you state that the Act exempts you",
    denial="you do not state that the Act exempts you",
    ask="Do you already know that the Act exempts you?",
    assumed=True,
)
compute = Number(
    key="compute",
    section="model",
    label="training compute",
    ask="How much compute went into training?",
    unit="FLOP",
    help="A range is fine.",
)
staff = Number(
    key="staff",
    section="organisation",
    label="staff",
    ask="How many people work for you?",
    unit="people",
    integer=True,
    maximum=1e7,
)
placed_on = Day(key="placed_on", section="market", label="first day on the market", ask="When was it first offered?")
licence = Choice(
    key="licence",
    section="openness",
    label="licence",
    ask="Under which licence?",
    options=(Option("apache", "Apache 2.0"), Option("no", "no licence"), Option("own", "one of our own", "Your text.")),
)
output = Choices(
    key="output",
    section="model",
    label="output",
    ask="What comes out?",
    options=(Option("text", "text"), Option("images", "images"), Option("sound", "sound")),
)

_rail = contested(
    key="own-licence",
    why="Whether a licence of one's own can be open.",
    a=Reading("It can", licence.is_("apache", "own")),
    b=Reading("It cannot", licence.is_("apache")),
    cites=(_law(pinpoint="s. 4"),),
)
_small = guidance(
    key="small-maker",
    why="The office leaves makers of fewer than ten people alone.",
    status=GuidanceStatus.FINAL,
    followed=staff >= 10,
    ignored=staff >= 0,
    cite=_law(pinpoint="note 2"),
)


def _duty(name: str, title: str, when: Expr, topic: Topic = Topic.DOCUMENTATION) -> Obligation:
    version = Version(since=date(2025, 1, 1), when=when, cites=(_law(pinpoint=name),))
    deadline = Deadline(kind=When.CONTINUOUS, text="at all times")
    return Obligation(
        id=f"LAW-{name}",
        title=title,
        must=title,
        who="maker",
        topic=topic,
        versions=(version,),
        deadline=deadline,
        evidence="a signed record",
    )


inspection = _duty("1", "Let the model be inspected", sold & (compute > 1e25))
files = _duty("2", "Keep a file on the model", sold & _small & ~stated_exempt)
notices = _duty("3", "Mark what the model makes", output.any_of("images", "sound") & (placed_on >= date(2025, 6, 1)))
sharing = _duty("4", "Deposit the weights", open_weights & _rail)

FACTS = (sold, open_weights, stated_exempt, compute, staff, placed_on, licence, output)


def small_book() -> Rulebook:
    """The rulebook of this file."""
    return Rulebook([law, *FACTS, inspection, files, notices, sharing])
