"""Companion chatbots: what the statutes share, and the states whose acts are one rule over a table.

Statutes with a shape of their own (California, New York, Colorado, Connecticut, Washington, Oregon) stand in their
states' folders and use the concepts of this file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Reading,
    Relief,
    State,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, instrument
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_chatbots import (
    us_chatbot_limits,
    us_chatbot_minors,
    us_chatbot_part,
    us_chatbot_reach,
    us_chatbot_traits,
    us_human_likeness,
)
from apps.rules.law.us.common import OFFERS_SYSTEM, USES_SYSTEM, in_state

TALKS: Expr = (OFFERS_SYSTEM | USES_SYSTEM) & system_functions.includes("conversation")
OPERATES: Expr = us_chatbot_part.is_("operator")

# Able to keep up a relationship: what California, Connecticut and Washington look at.
_MADE_FOR_COMPANY: Expr = us_chatbot_traits.any_of("relationship", "offered_as_companion")
_REMEMBERS: Expr = us_chatbot_traits.includes("human_like") & us_chatbot_traits.includes("remembers")
RELATIONSHIP_CAPABLE: Expr = _MADE_FOR_COMPANY | _REMEMBERS
# The same for Connecticut and Washington, where it is open whether a memory is enough.
SUSTAINS_RELATIONSHIP: Expr = _MADE_FOR_COMPANY | (
    _REMEMBERS
    & contested(
        key="us-memory-as-relationship",
        why="Connecticut and Washington ask whether a chatbot can sustain a relationship over many interactions. "
        "Whether a general assistant does because it is human-like and remembers is arguable.",
        a=Reading("what is human-like and remembers can sustain a relationship", ALWAYS),
        b=Reading("only what is made for company can", NEVER),
        cites=(Cite(instrument="US-CT-SB5-COMPANION", pinpoint="s. 4(1)(A)", grade=Grade.P),),
    )
)
# All three together: New York, Rhode Island; Oregon asks that it be designed so.
THREE_TRAITS: Expr = (
    us_chatbot_traits.includes("remembers")
    & us_chatbot_traits.includes("asks_feelings")
    & us_chatbot_traits.includes("personal_talk")
)

# Mainly simulates human conversation, for the public: Colorado and most states of the table.
SIMULATES_FOR_PUBLIC: Expr = us_chatbot_traits.any_of(
    "converses", "human_like", "asks_feelings", "personal_talk", "relationship", "offered_as_companion"
) & us_chatbot_reach.is_("public")

MINORS_KNOWN: Expr = us_chatbot_minors.is_("directed", "known")
MINORS_SUSPECTED: Expr = us_chatbot_minors.is_("directed", "known", "suspected")
COULD_MISLEAD: Expr = us_human_likeness.is_("possible")
_MINORS_IN_GEORGIA: Expr = MINORS_KNOWN | (
    ~us_chatbot_minors.is_("barred")
    & contested(
        key="us-ga-minors",
        why="What an operator must know of minors in Georgia was not verified; ages are checked for sexual content.",
        a=Reading("minors count as long as they are not kept out", ALWAYS),
        b=Reading("only minors who are known count", NEVER),
        cites=(Cite(instrument="US-GA-SB540", pinpoint="O.C.G.A. 39-5", grade=Grade.S),),
    )
)
_EARLY_IN_HAWAII: Expr = contested(
    key="us-hi-first-day",
    why="An analysis of the final text says that Hawaii's act applies from 1 July 2027; a tracker prints 14 July 2026, "
    "which may be the day of enactment.",
    a=Reading("it applies since 14 July 2026", ALWAYS),
    b=Reading("it applies from 1 July 2027", NEVER),
    cites=(Cite(instrument="US-HI-SB3001", pinpoint="effective date", grade=Grade.S),),
)

_NO_RELIEF = "No exception for openness. It reaches whoever makes the chatbot available, on whatever model."


@dataclass(frozen=True, kw_only=True)
class Row:
    """A state whose act follows the common rule: day, knowledge of minors, notice, enforcement.

    `early` is a first day that is disputed, with the dispute; `reports` the first day of yearly reports, and to whom.
    """

    code: str
    place: str
    instrument: str
    number: str
    signed: date
    since: date
    grade: Grade
    penalty: str
    note: str
    definition: Expr = SIMULATES_FOR_PUBLIC
    minors: Expr = field(default_factory=lambda: MINORS_KNOWN)
    notice: str = (
        "All users if they could be misled; minors at the start and at least every three hours, or persistently."
    )
    notice_when: Expr = field(default_factory=lambda: COULD_MISLEAD | MINORS_KNOWN)
    relief: Relief = Relief.NONE
    openness: str = _NO_RELIEF
    crisis: bool = True
    claims: bool = True
    protect: str = (
        "Keep sexual content, manipulation and rewards for endless use away from minors, and give the controls the "
        "act asks for."
    )
    limits: tuple[CarveOut, ...] = ()
    in_force: date | None = None
    early: tuple[date, Expr] | None = None
    reports: tuple[date, str] | None = None

    def cite(self, at: str) -> Cite:
        """A place in the act."""
        return Cite(instrument=self.instrument, pinpoint=at, grade=self.grade)


LEFT_OUT = CarveOut(
    id="us-chatbot-family-limits",
    title="Customer service, narrow tasks, own staff, voice devices",
    when=us_chatbot_limits.any_of("business", "narrow", "internal", "voice_device"),
    cites=(
        Cite(instrument="US-ID-SB1297", pinpoint="definitions", grade=Grade.S),
        Cite(instrument="US-NE-LB525", pinpoint="definitions", grade=Grade.S),
    ),
    removes="the chatbot acts of these states, for bots kept to such a purpose",
    keeps="Rules on misleading people about whom they talk to, and on claims of a licence.",
)
RI_LIMITS = CarveOut(
    id="ri-companion-limits",
    title="Customer service, efficiency, business (Rhode Island)",
    when=us_chatbot_limits.any_of("business", "internal") | us_chatbot_traits.includes("offered_for_work"),
    cites=(Cite(instrument="US-RI-S2195", pinpoint="6-63-1", grade=Grade.P),),
    removes="the act, for bots kept to such purposes or mainly designed and offered for efficiency or research",
    keeps="everything for other bots",
)

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
        limits=(LEFT_OUT,),
        note="Says that a maker of a model is not liable for somebody else's chatbot.",
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
        limits=(LEFT_OUT,),
        note="",
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
        limits=(LEFT_OUT,),
        in_force=date(2026, 7, 1),
        note="In force since 1 July 2026, but applies from 1 July 2027. Parents' controls for children under 13.",
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
        limits=(LEFT_OUT,),
        note="One report says that it lapsed; in Georgia an unsigned bill becomes law, and the record shows its first "
        "day. The day of adoption is recalled. Ages are checked for sexual content.",
        minors=_MINORS_IN_GEORGIA,
        notice_when=COULD_MISLEAD | _MINORS_IN_GEORGIA,
        notice="All users if they could be misled; minors at the start and at intervals, or persistently.",
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
        "operator, and the law on unfair practices; no private action (one source).",
        limits=(LEFT_OUT,),
        note="Sources conflict on the first day (14 July 2026 in one) and on the reminder (three hours or hourly): "
        "verify.",
        notice="All users if they could be misled; minors persistently, or at the start of a session and every hour to "
        "be safe (one version says three hours).",
        early=(date(2026, 7, 14), _EARLY_IN_HAWAII),
        reports=(date(2028, 1, 1), "the Department of Health"),
    ),
    Row(
        code="ri",
        place="Rhode Island",
        instrument="US-RI-S2195",
        number="S 2195 Sub A; G.L. 6-63",
        signed=date(2026, 6, 22),
        since=date(2027, 1, 1),
        grade=Grade.S,
        penalty="Attorney General: civil penalties (one source); whether people may sue was not verified in the final "
        "text.",
        note="The final text was not verified; whether it has rules on minors and on claims of a profession is open.",
        definition=THREE_TRAITS,
        limits=(RI_LIMITS,),
        reports=(date(2027, 7, 1), "the Attorney General"),
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
        definition=ALWAYS,
        minors=MINORS_SUSPECTED,
        notice="",
        protect="Let the chatbot do nothing harmful to children, such as leading them to sex, self-harm, drugs or "
        "violence.",
        crisis=False,
        claims=False,
    ),
)


def _instrument(row: Row) -> Instrument:
    life = [Happening(row.signed, State.ADOPTED, "adopted", row.grade)]
    if row.in_force:
        life.append(Happening(row.in_force, State.IN_FORCE, "in force; applies later", row.grade))
    life.append(Happening(row.since, State.IN_FORCE, "applies", row.grade))
    if row.reports:
        life.append(Happening(row.reports[0], State.IN_FORCE, f"yearly reports to {row.reports[1]}", row.grade))
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
        *life,
        relief=row.relief,
        enforcer="Attorney General",
        jurisdiction=f"US-{row.code.upper()}",
        published_on=row.signed,
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
                unless=row.limits,
            ),
        ),
    )


def _duty(
    row: Row,
    operator: Definition,
    number: int,
    title: str,
    must: str,
    topic: Topic,
    deadline: Deadline,
    only: Expr = ALWAYS,
    since: date | None = None,
) -> Obligation:
    when = in_state(row.code) & operator & only
    cites = (row.cite("operators' duties"),)
    versions = [Version(since=since or row.since, when=when, cites=cites)]
    if row.early and not since:
        day, dispute = row.early
        versions.insert(0, Version(since=day, until=row.since, when=when & dispute, cites=cites))
    return Obligation(
        id=f"FAM-{row.code.upper()}-{number}",
        title=f"{title} ({row.place})",
        must=must,
        who="operator of a chatbot",
        topic=topic,
        versions=tuple(versions),
        deadline=deadline,
        evidence="screens, tests, protocol",
        penalty_note=row.penalty,
        note=row.note,
    )


def _duties(row: Row, operator: Definition) -> tuple[Obligation, ...]:
    made = []
    if row.notice:
        must = "Tell users that they talk to a machine, as often as the act asks."
        due = Deadline(kind=When.CONTINUOUS, text=row.notice)
        title = "Say that it is a machine"
        made.append(_duty(row, operator, 1, title, must, Topic.CHATBOTS, due, row.notice_when))
    due = Deadline(kind=When.CONTINUOUS, text="Where minors are known or it is made for them.")
    title = "Protect minors from harmful chats"
    made.append(_duty(row, operator, 2, title, row.protect, Topic.CHATBOTS, due, row.minors))
    if row.crisis:
        must = "Detect signs of suicide and self-harm, and refer people to crisis services."
        made.append(_duty(row, operator, 3, "Have a protocol for self-harm", must, Topic.SAFETY, ALWAYS_DUE))
    if row.claims:
        must = "Do not represent the chatbot as giving professional mental-health care."
        title = "Claim no mental-health profession"
        made.append(_duty(row, operator, 4, title, must, Topic.PROHIBITION, ALWAYS_DUE))
    if row.reports:
        first, whom = row.reports
        must = f"Report each year to {whom}; look up in the act what the report holds."
        due = Deadline(kind=When.RECURRING, text=f"Every year from {first.day} {first:%B %Y}.")
        title = "Report each year"
        made.append(_duty(row, operator, 5, title, must, Topic.INCIDENTS, due, since=first))
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
    "Arizona HB 2311, Florida SB 482, Maryland HB 952, Oklahoma HB 3544 and SB 1521, Maine LD 2162, Utah HB 438, "
    "Virginia HB 635 and SB 796, Missouri HB 1742, Illinois SB 3262, Tennessee SB 1493",
    "No law came of these: vetoed (Arizona), died, put off (Virginia, to 2027) or turned into a study (Tennessee). A "
    "count of 2025 and 2026 knows 18 chatbot laws; this rulebook may miss some. Not verified since October 2026.",
    "Nothing is in force.",
    Happening(date(2026, 10, 9), State.PROPOSED, "not enacted; not verified since"),
    published_on=date(2026, 10, 9),
)
