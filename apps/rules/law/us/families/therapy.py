"""AI in therapy and mental-health claims: one rule over a table of states; Illinois and Nevada have their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Reading,
    State,
    Topic,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_service_bots import us_therapy
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, does, in_state

_ANYBODY: Expr = OFFERS_SYSTEM | USES_SYSTEM
_OFFERS: Expr = does("therapy") & us_therapy.any_of("offers", "represents")
_UNLICENSED: Expr = _OFFERS & ~us_therapy.includes("licensed_conducts")
_PROFESSIONAL: Expr = does("therapy") & us_therapy.any_of(
    "professional_decides", "professional_admin", "licensed_conducts"
)
_RECORDS: Expr = does("therapy") & us_therapy.includes("records")
_PHYSICIAN: Expr = us_therapy.includes("physician")

WOPR = instrument(
    "US-IL-WOPR",
    "Wellness and Oversight for Psychological Resources Act (Illinois)",
    "Illinois WOPR Act",
    Force.STATUTE,
    "P.A. 104-0054; 225 ILCS 155",
    "Since August 2025 nobody may provide or advertise therapy through AI unless a licensed professional conducts it; "
    "professionals use AI for administration and support only. Religious counselling, peer support and self-help that "
    "does not claim to be therapy are outside. Physicians are no licensed professionals here.",
    "No exception: it looks at what is offered.",
    Happening(date(2025, 8, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-IL",
    enforcer="Department of Financial and Professional Regulation",
)
NO_THERAPY = CarveOut(
    id="il-self-help",
    title="Self-help, peer support, religious counselling (Illinois)",
    when=us_therapy.includes("self_help") & ~_OFFERS,
    cites=(Cite(instrument="US-IL-WOPR", pinpoint="225 ILCS 155/35", grade=Grade.S),),
    removes="the act, for what does not purport to be therapy",
    keeps="everything as soon as therapy is offered or claimed",
)
_HELPS: Expr = does("therapy") & (
    us_therapy.includes("self_help")
    | (
        us_therapy.includes("help")
        & contested(
            key="us-il-taken-for-therapy",
            why="Illinois bans providing, advertising or offering therapy. Whether an app does so that is not offered "
            "as therapy, but which people could reasonably take for it, is arguable.",
            a=Reading("what people reasonably take for therapy is offered as therapy", ALWAYS),
            b=Reading("only what is offered or programmed as therapy is", NEVER),
            cites=(Cite(instrument="US-IL-WOPR", pinpoint="225 ILCS 155/20(a)", grade=Grade.S),),
        )
    )
)
_NOBODY_LICENSED: Expr = ~us_therapy.includes("licensed_conducts") | (
    _PHYSICIAN
    & contested(
        key="us-il-physicians",
        why="The act's licensed professionals leave out physicians. By its words therapy through AI that a physician "
        "conducts is not conducted by one of them.",
        a=Reading("a physician is not enough", ALWAYS),
        b=Reading("physicians stand outside the act", NEVER),
        cites=(Cite(instrument="US-IL-WOPR", pinpoint="225 ILCS 155/10", grade=Grade.S),),
    )
)
_IL_PENALTY = "Up to $10,000 per violation, after a hearing (30(a))."
no_ai_therapy = duty(
    WOPR,
    "WOPR-20a",
    "Offer no therapy by AI without a licensed professional (Illinois)",
    "Do not provide, advertise or offer therapy through AI unless a licensed professional conducts it.",
    "anybody",
    Topic.PROHIBITION,
    date(2025, 8, 1),
    in_state("il") & _ANYBODY & (_OFFERS | _HELPS) & _NOBODY_LICENSED,
    "225 ILCS 155/20(a)",
    Grade.S,
    ALWAYS_DUE,
    "proof of licence, product page",
    _IL_PENALTY,
    unless=(NO_THERAPY,),
)
limits_for_professionals = duty(
    WOPR,
    "WOPR-20b",
    "Use AI in therapy for support only (Illinois)",
    "As a licensed professional let AI take no therapeutic decisions, talk to no client in therapy, read no feelings, "
    "and make no plans you have not reviewed.",
    "licensed professional, physicians aside",
    Topic.DECISIONS,
    date(2025, 8, 1),
    in_state("il") & USES_SYSTEM & _PROFESSIONAL & ~_PHYSICIAN,
    "225 ILCS 155/20(b)",
    Grade.S,
    ALWAYS_DUE,
    "practice policy",
    _IL_PENALTY,
)
consent_to_recording = duty(
    WOPR,
    "WOPR-15",
    "Get written consent before AI is used on recorded sessions (Illinois)",
    "Tell clients in writing that AI is used on recorded sessions and what for, and get their consent.",
    "licensed professional",
    Topic.TRANSPARENCY,
    date(2025, 8, 1),
    in_state("il") & USES_SYSTEM & _RECORDS & ~_PHYSICIAN,
    "225 ILCS 155/15",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before the session."),
    "notices, consents",
    _IL_PENALTY,
)
NEVADA = instrument(
    "US-NV-AB406",
    "AI and mental and behavioural health care (Nevada)",
    "Nevada AB 406",
    Force.STATUTE,
    "AB 406; NRS 433, NRS 629",
    "Since July 2025 no AI specially programmed to give professional mental-health care may be offered in Nevada, nor "
    "be represented as able to; licensed providers use AI for administration only. Schools have limits of their own.",
    "Looks at what a system is programmed for and said to be.",
    Happening(date(2025, 7, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-NV",
    enforcer="Division of Public and Behavioral Health",
)
_NV_PENALTY = "Up to $15,000 per violation; discipline for licensees."
nevada_offer = duty(
    NEVADA,
    "NV-AB406-7",
    "Offer no AI made to give mental-health care (Nevada)",
    "Do not offer in Nevada AI specially programmed to give professional mental or behavioural care, nor represent it "
    "as a therapist.",
    "provider of AI",
    Topic.PROHIBITION,
    date(2025, 7, 1),
    in_state("nv") & (_ANYBODY | MAKES_MODEL) & _OFFERS,
    "AB 406 s. 7",
    Grade.S,
    ALWAYS_DUE,
    "product page, tests of what it claims",
    _NV_PENALTY,
)
nevada_providers = duty(
    NEVADA,
    "NV-AB406-8",
    "Use AI for administration only (Nevada)",
    "As a licensed provider use no AI in direct care; review what it does in administration.",
    "licensed provider",
    Topic.DECISIONS,
    date(2025, 7, 1),
    in_state("nv") & USES_SYSTEM & _PROFESSIONAL,
    "AB 406 s. 8",
    Grade.S,
    ALWAYS_DUE,
    "practice policy",
    _NV_PENALTY,
)
TENNESSEE = instrument(
    "US-TN-SB1580",
    "AI posing as a mental-health professional (Tennessee)",
    "Tennessee SB 1580",
    Force.STATUTE,
    "SB 1580 (2026)",
    "Since July 2026 nobody may develop or deploy AI that is advertised or represents itself as a qualified "
    "mental-health professional. Any system; people may sue.",
    "No exception: what any system says of itself counts.",
    Happening(date(2026, 7, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-TN",
    enforcer="Attorney General and private action",
)
no_posing = duty(
    TENNESSEE,
    "TN1580-1",
    "Let no AI pose as a mental-health professional (Tennessee)",
    "Neither advertise AI as a qualified mental-health professional nor let it say that it is one.",
    "developer or deployer",
    Topic.PROHIBITION,
    date(2026, 7, 1),
    in_state("tn") & (_ANYBODY | MAKES_MODEL) & does("therapy") & us_therapy.includes("represents"),
    "SB 1580",
    Grade.S,
    ALWAYS_DUE,
    "tests of what it says, copy review",
    "$5,000 per violation; private action.",
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A state whose act leaves therapy to licensed people."""

    code: str
    place: str
    instrument: str
    number: str
    since: date
    grade: Grade
    id: str
    title: str
    must: str
    penalty: str
    when: Expr
    who: str = "whoever offers mental-health services"
    signed: date | None = None


ROWS = (
    Row(
        code="me",
        place="Maine",
        instrument="US-ME-LD2082",
        number="LD 2082, P.L. 2025 ch. 687",
        since=date(2026, 7, 29),
        grade=Grade.S,
        signed=date(2026, 4, 13),
        id="ME-LD2082-1",
        title="Leave therapy to licensed people",
        when=_UNLICENSED | _RECORDS,
        must="Leave therapy to licensed professionals, and record sessions only with consent.",
        penalty="Up to $10,000 on one account, the unfair-trade law on another: verify.",
    ),
    Row(
        code="vt",
        place="Vermont",
        instrument="US-VT-H816",
        number="H.816 (2026)",
        since=date(2026, 6, 17),
        grade=Grade.S,
        id="VT-H816-1",
        title="Leave therapy to licensed people",
        when=_UNLICENSED,
        must="Let AI give no mental-health services on its own.",
        penalty="Not verified.",
    ),
    Row(
        code="ri",
        place="Rhode Island",
        instrument="US-RI-S2197",
        number="S 2197 (2026)",
        since=date(2026, 6, 22),
        grade=Grade.S,
        id="RI-S2197-1",
        title="Leave therapy to licensed people",
        when=_UNLICENSED | _PROFESSIONAL,
        must="Let AI give no mental-health services on its own; oversee it.",
        penalty="Not verified.",
    ),
    Row(
        code="co",
        place="Colorado",
        instrument="US-CO-HB26-1195",
        number="HB 26-1195",
        since=date(2026, 8, 12),
        grade=Grade.S,
        signed=date(2026, 6, 3),
        id="CO-1195-1",
        title="Use AI in therapy within the limits",
        when=_PROFESSIONAL | _RECORDS,
        who="licensed professional",
        must="As a professional keep AI within the act's limits.",
        penalty="Not verified.",
    ),
)


def _instrument(row: Row) -> Instrument:
    signed = (Happening(row.signed, State.ADOPTED, "signed", row.grade),) if row.signed else ()
    return instrument(
        row.instrument,
        f"AI in therapy ({row.place})",
        f"{row.place} {row.number}",
        Force.STATUTE,
        row.number,
        f"{row.must} Known from one or few sources: verify the text.",
        "Looks at what is offered and by whom.",
        *signed,
        Happening(row.since, State.IN_FORCE, "applies", row.grade),
        jurisdiction=f"US-{row.code.upper()}",
    )


def _duty(row: Row, act: Instrument) -> Obligation:
    return duty(
        act,
        row.id,
        f"{row.title} ({row.place})",
        row.must,
        row.who,
        Topic.PROHIBITION,
        row.since,
        in_state(row.code) & _ANYBODY & row.when,
        row.number,
        row.grade,
        ALWAYS_DUE,
        "proof of licence, practice policy",
        row.penalty,
    )


THERAPY_ACTS = tuple(_instrument(row) for row in ROWS)
THERAPY_DUTIES = tuple(_duty(row, act) for row, act in zip(ROWS, THERAPY_ACTS, strict=True))
