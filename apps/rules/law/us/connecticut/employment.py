"""Connecticut, Public Act 26-15, sections 7 to 14: automated employment-related decision technology."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.decisions import result_weight
from apps.rules.law.facts.us_decisions import us_marketed_for
from apps.rules.law.facts.us_work import us_deployed_on, us_employer
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, in_state
from apps.rules.law.us.work import AFFECTS_WORKERS, DECIDES_ON_TERMS, SELECTS

_read = partial(Cite, instrument="US-CT-SB5-AERDT", grade=Grade.P)

SIGNED = date(2026, 5, 27)
IN_FORCE = date(2026, 10, 1)
NOTICES_FROM = date(2027, 10, 1)

CT_AERDT = Instrument(
    id="US-CT-SB5-AERDT",
    title="An Act Concerning Online Safety, sections 7 to 14: automated employment-related decision technology",
    short="Connecticut P.A. 26-15, work decisions",
    jurisdiction="US-CT",
    force=Force.STATUTE,
    number="Public Act 26-15, ss. 7-14",
    enforcer="Attorney General alone for notices; Commission on Human Rights and Opportunities for discrimination",
    url="https://www.cga.ct.gov/2026/act/pa/pdf/2026PA-00015-R00SB-00005-PA.pdf",
    summary="Since 1 October 2026 a tool is no defence to discrimination at work. Tools put to use from 1 October 2027 "
    "bring notices before the decision, and makers give what users need. No size threshold; no right to correction or "
    "review in these sections, though some say so. Notices of mass layoffs must say since 1 October 2026 whether AI or "
    "other technology is behind them (reported only). The bills called SB 2 failed.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception by name. A maker owes something only if the tool is advertised, set up, contracted or licensed "
        "to influence decisions about work; then a free release owes it, too.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_read(pinpoint="P.A. 26-15")),
        Status(
            on=IN_FORCE,
            state=State.IN_FORCE,
            note="in force; a tool is no defence",
            cite=_read(pinpoint="ss. 7-14"),
            published_on=SIGNED,
        ),
        Status(
            on=NOTICES_FROM,
            state=State.IN_FORCE,
            note="notices for tools put to use from this day",
            cite=_read(pinpoint="ss. 8-11"),
            published_on=SIGNED,
        ),
        Status(
            on=date(2028, 1, 1),
            state=State.IN_FORCE,
            note="the Attorney General's choice to allow 60 days for a cure has ended",
            cite=_read(pinpoint="s. 12"),
            published_on=SIGNED,
        ),
    ),
    sources=(_read(pinpoint="ss. 7-14", note="Read in a transcription."),),
)

_WORK_DECISIONS: Expr = SELECTS | DECIDES_ON_TERMS | AFFECTS_WORKERS

ct_aerdt = Definition(
    id="ct_aerdt",
    title="Automated employment-related decision technology (Connecticut)",
    statement="its result is a substantial factor in decisions about work in Connecticut",
    denial="its result is no substantial factor in decisions about work in Connecticut",
    summary="Computation over personal data whose result meaningfully alters who is hired, promoted, disciplined or "
    "dismissed, chosen for training, or on which terms people work. Handing out tasks or hours without material "
    "effect, scheduling, safety and productivity watching are outside.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("ct") & _WORK_DECISIONS & result_weight.is_("alone", "overrules", "heaviest", "one_factor"),
            cites=(_read(pinpoint="s. 7(1), (5), (8)"),),
        ),
    ),
)

# A tool first used earlier and still in use: the act speaks of tools deployed on or after the day.
_deployed_later: Expr = (us_deployed_on >= NOTICES_FROM) | contested(
    key="us-ct-older-tools",
    why="The notices are owed for tools deployed on or after 1 October 2027. Whether a tool put to use earlier and "
    "still in use then is meant is unsettled.",
    a=Reading("use that goes on counts, too", ALWAYS),
    b=Reading("only tools first put to use from that day on count", NEVER),
    cites=(_read(pinpoint="ss. 8-10"),),
)
_CUTPA = "Unfair trade practice; Attorney General only. Up to the end of 2027 60 days to cure may be allowed (s. 12)."


def _duty(
    section: str,
    title: str,
    must: str,
    who: str,
    when: Expr,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    pinpoint: str,
    *rows: Row,
    since: date = NOTICES_FROM,
    penalty: str = _CUTPA,
    note: str = "",
) -> Obligation:
    return Obligation(
        id=f"CT5-{section}",
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=(Version(since=since, when=in_state("ct") & when, cites=(_read(pinpoint=pinpoint),)),),
        deadline=deadline,
        evidence=evidence,
        penalty_note=penalty,
        steps=steps(f"CT5-{section}", *rows, cite=_read),
        note=note,
    )


_USER = USES_SYSTEM & ct_aerdt & _deployed_later
_MAKER = (OFFERS_SYSTEM | MAKES_MODEL) & _WORK_DECISIONS & us_marketed_for.is_("marketed", "known")

makers_information = _duty(
    "8",
    "Give users what their notices need (Connecticut)",
    "Give whoever uses the tool in Connecticut all it needs for its notices. You may take over its duties by contract.",
    "developer",
    _MAKER & _deployed_later,
    Topic.DOCUMENTATION,
    Deadline(kind=When.BEFORE_MARKET, text="For tools put to use from 1 October 2027."),
    "information pack",
    "s. 8(a)-(c)",
)
interaction = _duty(
    "9",
    "Tell people that they deal with the tool (Connecticut)",
    "Say in plain words that people are dealing with the tool, unless that is obvious.",
    "deployer",
    _USER,
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="When they deal with it."),
    "screenshots",
    "s. 9",
)
written_notice = _duty(
    "10",
    "Give written notice before the decision (Connecticut)",
    "Before the decision tell the person in writing that the tool is used, for which decision, its trade name, the "
    "kinds and sources of data and how they are judged, and whom to contact.",
    "deployer",
    _USER,
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="Before the decision."),
    "notices with dates",
    "s. 10",
    ("purpose", "Name purpose and nature of the decision.", "s. 10", When.BEFORE_USE, "notice"),
    ("name", "Give the tool's trade name.", "s. 10", When.BEFORE_USE, "notice"),
    ("data", "Name kinds of data, how they are judged, and their sources.", "s. 10", When.BEFORE_USE, "notice"),
    ("contact", "Give a contact.", "s. 10", When.BEFORE_USE, "notice"),
)
withheld = _duty(
    "11",
    "Say what is held back, and why (Connecticut)",
    "If you hold something back as a trade secret, say so and why.",
    "developer and deployer",
    (_MAKER & _deployed_later) | _USER,
    Topic.TRANSPARENCY,
    Deadline(kind=When.ON_EVENT, text="With the notice."),
    "notice",
    "s. 11(b)",
)
_EMPLOYERS = USES_SYSTEM & ct_aerdt & us_employer.any_of("employer", "agency")
no_defence = _duty(
    "13",
    "Answer for discrimination by the tool (Connecticut)",
    "Do not count on the tool as a defence: discrimination through it is your own.",
    "employer",
    _EMPLOYERS,
    Topic.DECISIONS,
    Deadline(kind=When.CONTINUOUS, text="Since 1 October 2026."),
    "bias tests",
    "s. 13",
    since=IN_FORCE,
    penalty="Remedies of Connecticut's discrimination law.",
)
bias_testing = _duty(
    "14",
    "Test the tool for bias: it counts in your favour (Connecticut)",
    "Keep proof of anti-bias tests, how good and recent they were, what they showed and what you did: it may be "
    "considered.",
    "employer",
    _EMPLOYERS,
    Topic.DECISIONS,
    Deadline(kind=When.CONTINUOUS, text="Since 1 October 2026; a choice that helps."),
    "tests and what followed",
    "s. 14",
    since=IN_FORCE,
    penalty="No penalty for not testing.",
)
