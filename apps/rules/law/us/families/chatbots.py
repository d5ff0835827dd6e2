"""Companion chatbots: what the statutes share, and the states whose acts are one rule over a table.

Statutes with a shape of their own (California, New York, Colorado, Connecticut, Washington, Oregon) stand in their
states' folders and use the concepts of this file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Relief,
    State,
    Topic,
    Version,
    When,
)
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_chatbots import (
    us_chatbot_limits,
    us_chatbot_minors,
    us_chatbot_part,
    us_chatbot_traits,
    us_human_likeness,
)
from apps.rules.law.us.acts import Happening, instrument
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, in_state

TALKS: Expr = (OFFERS_SYSTEM | USES_SYSTEM) & system_functions.includes("conversation")
OPERATES: Expr = us_chatbot_part.is_("operator")

# Able to keep up a relationship: what California, Connecticut and Washington look at.
RELATIONSHIP_CAPABLE: Expr = us_chatbot_traits.includes("human_like") & us_chatbot_traits.any_of(
    "relationship", "offered_as_companion", "remembers"
)
# All three together: New York, Rhode Island; Oregon asks that it be designed so.
THREE_TRAITS: Expr = (
    us_chatbot_traits.includes("remembers")
    & us_chatbot_traits.includes("asks_feelings")
    & us_chatbot_traits.includes("personal_talk")
)

MINORS_KNOWN: Expr = us_chatbot_minors.is_("directed", "known")
MINORS_SUSPECTED: Expr = us_chatbot_minors.is_("directed", "known", "suspected")
COULD_MISLEAD: Expr = us_human_likeness.is_("possible")

_NO_RELIEF = "No exception for openness. It reaches whoever makes the chatbot available, on whatever model."


@dataclass(frozen=True, kw_only=True)
class Row:
    """A state whose act follows the common rule: day, knowledge of minors, notice, enforcement."""

    code: str
    place: str
    instrument: str
    number: str
    signed: date
    since: date
    grade: Grade
    penalty: str
    note: str
    definition: Expr
    minors: Expr = field(default_factory=lambda: MINORS_KNOWN)
    notice: str = (
        "All users if they could be misled; minors at the start and at least every three hours, or persistently."
    )
    notice_when: Expr = field(default_factory=lambda: COULD_MISLEAD | MINORS_KNOWN)
    relief: Relief = Relief.NONE
    openness: str = _NO_RELIEF
    crisis: bool = True
    claims: bool = True

    def cite(self, at: str) -> Cite:
        """A place in the act."""
        return Cite(instrument=self.instrument, pinpoint=at, grade=self.grade)


_SIMULATES: Expr = us_chatbot_traits.any_of("human_like", "relationship", "offered_as_companion", "personal_talk")

ROWS = (
    Row(
        code="id",
        place="Idaho",
        instrument="US-ID-SB1297",
        number="SB 1297; Idaho Code 48-2101 ff.",
        signed=date(2026, 4, 1),
        since=date(2027, 7, 1),
        grade=Grade.S,
        penalty="Attorney General only: $1,000 per violation, at most $500,000 per operator, or actual damages.",
        note="Says that a maker of a model is not liable for somebody else's chatbot.",
        definition=_SIMULATES,
        relief=Relief.FUNCTIONAL,
        openness="Creates no liability for the developer of a model for somebody else's chatbot.",
    ),
    Row(
        code="ne",
        place="Nebraska",
        instrument="US-NE-LB525",
        number="LB 525; Neb. Rev. Stat. 86-1801 ff.",
        signed=date(2026, 4, 14),
        since=date(2027, 7, 1),
        grade=Grade.S,
        penalty="Attorney General: $1,000 to $500,000 (86-1805).",
        note="",
        definition=_SIMULATES,
    ),
    Row(
        code="ia",
        place="Iowa",
        instrument="US-IA-SF2417",
        number="SF 2417; 2026 Acts ch. 1068",
        signed=date(2026, 5, 2),
        since=date(2027, 7, 1),
        grade=Grade.S,
        penalty="Attorney General: $1,000, at most $500,000.",
        note="In force on 1 July 2026, but applies from 1 July 2027. Parents' controls for children under 13.",
        definition=_SIMULATES,
    ),
    Row(
        code="ga",
        place="Georgia",
        instrument="US-GA-SB540",
        number="SB 540; O.C.G.A. 39-5",
        signed=date(2026, 5, 14),
        since=date(2027, 7, 1),
        grade=Grade.S,
        penalty="Attorney General: up to $10,000.",
        note="One report says it lapsed; in Georgia an unsigned bill becomes law, and the record shows its first day. "
        "Age checks "
        "for sexual content.",
        definition=_SIMULATES,
        relief=Relief.FUNCTIONAL,
        openness="A developer is not liable because a separate operator exposes its service.",
    ),
    Row(
        code="hi",
        place="Hawaii",
        instrument="US-HI-SB3001",
        number="SB 3001, Act 248; HRS ch. 481B",
        signed=date(2026, 7, 14),
        since=date(2027, 7, 1),
        grade=Grade.S,
        penalty="Attorney General: the greater of actual damages or $1,000 per violation, at most $1,000,000 per "
        "operator.",
        note="Sources conflict on the first day (14 July 2026 in one) and on the reminder (three hours or hourly): "
        "verify. Reports to "
        "the Department of Health from 2028.",
        definition=_SIMULATES,
    ),
    Row(
        code="ri",
        place="Rhode Island",
        instrument="US-RI-S2195",
        number="S 2195 Sub A; G.L. 6-63",
        signed=date(2026, 6, 22),
        since=date(2027, 1, 1),
        grade=Grade.S,
        penalty="Attorney General; whether people may sue was not verified in the final text.",
        note="Yearly reports to the Attorney General from 1 July 2027.",
        definition=THREE_TRAITS & ~us_chatbot_limits.any_of("business", "internal"),
        notice="Every user at the start and every three hours.",
        notice_when=OPERATES,
    ),
    Row(
        code="nh",
        place="New Hampshire",
        instrument="US-NH-HB143",
        number="HB 143 (2025)",
        signed=date(2025, 8, 1),
        since=date(2026, 1, 1),
        grade=Grade.M,
        penalty="Attorney General and private action (not verified).",
        note="About harmful conduct of chatbots towards children; known from one source and memory.",
        definition=_SIMULATES,
        minors=MINORS_SUSPECTED,
        crisis=False,
        claims=False,
    ),
)


def _instrument(row: Row) -> Instrument:
    return instrument(
        row.instrument,
        f"Chatbot act of {row.place}",
        f"{row.place} chatbot act",
        Force.STATUTE,
        row.number,
        f"Whoever makes a chatbot available that simulates human conversation tells users that it is a machine, "
        f"protects minors and "
        f"acts on signs of self-harm, from {row.since.day} {row.since:%B %Y}. {row.note}".strip(),
        row.openness,
        Happening(row.signed, State.ADOPTED, "adopted", row.grade),
        Happening(row.since, State.IN_FORCE, "applies", row.grade),
        relief=row.relief,
        enforcer="Attorney General",
        jurisdiction=f"US-{row.code.upper()}",
        published_on=row.signed,
    )


LEFT_OUT = CarveOut(
    id="us-chatbot-family-limits",
    title="Customer service, narrow tasks, own staff, voice devices",
    when=us_chatbot_limits.any_of("business", "narrow", "internal", "voice_device", "game"),
    cites=(
        Cite(instrument="US-ID-SB1297", pinpoint="definitions", grade=Grade.S),
        Cite(instrument="US-NE-LB525", pinpoint="definitions", grade=Grade.S),
    ),
    removes="the chatbot acts of these states, for bots kept to such a purpose",
    keeps="Rules on misleading people about whom they talk to, and on claims of a licence.",
)


def _operator(row: Row) -> Definition:
    return Definition(
        id=f"{row.code}_chatbot_operator",
        title=f"Operator of a conversational chatbot ({row.place})",
        statement=f"you operate a chatbot that {row.place}'s act covers",
        denial=f"you operate no chatbot that {row.place}'s act covers",
        summary="Makes a chatbot available to the public that mainly simulates human conversation.",
        versions=(
            Version(
                since=row.signed,
                when=in_state(row.code) & TALKS & OPERATES & row.definition,
                cites=(row.cite("definitions"),),
                unless=() if row.code == "ri" else (LEFT_OUT,),
            ),
        ),
    )


def _duty(
    row: Row, operator: Definition, number: int, title: str, must: str, topic: Topic, deadline: str, only: Expr | None
) -> Obligation:
    when = in_state(row.code) & operator
    return Obligation(
        id=f"FAM-{row.code.upper()}-{number}",
        title=f"{title} ({row.place})",
        must=must,
        who="operator of a chatbot",
        topic=topic,
        versions=(
            Version(
                since=row.since, when=when if only is None else when & only, cites=(row.cite("operators' duties"),)
            ),
        ),
        deadline=Deadline(kind=When.CONTINUOUS, text=deadline),
        evidence="screens, tests, protocol",
        penalty_note=row.penalty,
        note=row.note,
    )


def _duties(row: Row, operator: Definition) -> tuple[Obligation, ...]:
    made = []
    if row.code != "nh":
        made.append(
            _duty(
                row,
                operator,
                1,
                "Say that it is a machine",
                "Tell users that they talk to a machine, as often as the act asks.",
                Topic.CHATBOTS,
                row.notice,
                row.notice_when,
            )
        )
    made.append(
        _duty(
            row,
            operator,
            2,
            "Protect minors from harmful chats",
            "Keep sexual content, manipulation and rewards for endless use away from minors, and give the controls the "
            "act asks for.",
            Topic.CHATBOTS,
            "Where minors are known or it is made for them.",
            row.minors,
        )
    )
    if row.crisis:
        made.append(
            _duty(
                row,
                operator,
                3,
                "Have a protocol for self-harm",
                "Detect signs of suicide and self-harm, and refer people to crisis services.",
                Topic.SAFETY,
                "At all times.",
                None,
            )
        )
    if row.claims:
        made.append(
            _duty(
                row,
                operator,
                4,
                "Claim no mental-health profession",
                "Do not represent the chatbot as giving professional mental-health care.",
                Topic.PROHIBITION,
                "At all times.",
                None,
            )
        )
    return tuple(made)


CHATBOT_ACTS = tuple(_instrument(row) for row in ROWS)
CHATBOT_OPERATORS = tuple(_operator(row) for row in ROWS)
CHATBOT_DUTIES = tuple(
    duty for row, operator in zip(ROWS, CHATBOT_OPERATORS, strict=True) for duty in _duties(row, operator)
)

NOT_ENACTED = instrument(
    "US-CHATBOT-BILLS",
    "Chatbot bills that are not law",
    "Chatbot bills elsewhere",
    Force.PROPOSED,
    "Arizona HB 2311, Florida SB 482, Maryland HB 952, Oklahoma HB 3544, Maine LD 2162, Utah HB 438, Virginia HB 635 "
    "and others",
    "None of these is law: vetoed, died, or put off. A count of 2025 and 2026 knows 18 chatbot laws; this rulebook may "
    "miss some, such as a "
    "toy act of New York passed but not shown as signed. Not verified since October 2026.",
    "Nothing is in force.",
    Happening(date(2026, 10, 9), State.PROPOSED, "not enacted; not verified since"),
    published_on=date(2026, 10, 9),
)
