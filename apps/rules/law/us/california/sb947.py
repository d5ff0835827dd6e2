"""California, SB 947 on discipline and dismissal by automated systems, and acts signed with it; texts not seen."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    Cite,
    Deadline,
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
from apps.rules.law.facts.decisions import result_weight
from apps.rules.law.facts.us_decisions import us_decides_on
from apps.rules.law.facts.us_work import us_employer
from apps.rules.law.facts.use import uses
from apps.rules.law.us.common import USES_SYSTEM, in_state
from apps.rules.law.us.work import EMPLOYER

_reported = partial(Cite, instrument="US-CA-SB947", grade=Grade.S)

SIGNED = date(2026, 9, 30)
IN_FORCE = date(2027, 7, 1)

SB947 = Instrument(
    id="US-CA-SB947",
    title="No Robo Bosses Act",
    short="California SB 947",
    jurisdiction="US-CA",
    force=Force.STATUTE,
    number="SB 947 (2026); Lab. Code 1520 ff.",
    enforcer="Labor Commissioner and public prosecutors; people concerned may sue",
    url="https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202520260SB947",
    summary="From July 2027: discipline, demotion and dismissal must not rest solely or mainly on an automated system; "
    "a person checks with other evidence, and the worker is told. Not about hiring. Bans on predicting behaviour, "
    "beliefs or personality, on inferring protected traits and on singling out who uses rights are reported, too. The "
    "signed text was not seen: every detail is provisional. Its forerunner SB 7 was vetoed in 2025.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE, "Looks at the employer's use; even a formula in a spreadsheet is reported to count."
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed; text to be verified", cite=_reported(pinpoint="SB 947")),
        Status(
            on=IN_FORCE,
            state=State.IN_FORCE,
            note="takes effect",
            cite=_reported(pinpoint="SB 947"),
            published_on=SIGNED,
        ),
    ),
    sources=(_reported(pinpoint="SB 947", note="Six concordant notes; chaptered text not seen."),),
)


def _coming(number: str, short: str, summary: str) -> Instrument:
    cite = Cite(instrument=f"US-CA-{number}", pinpoint=short, grade=Grade.S)
    return Instrument(
        id=f"US-CA-{number}",
        title=short,
        short=f"California {short}",
        jurisdiction="US-CA",
        force=Force.STATUTE,
        number=f"{short} (2026)",
        summary=summary,
        published_on=SIGNED,
        openness=Openness(Relief.NONE, "Looks at what employers do."),
        status=(Status(on=SIGNED, state=State.ADOPTED, note="signed; first day and text to be verified", cite=cite),),
        sources=(cite,),
    )


AB1883 = _coming(
    "AB1883",
    "AB 1883",
    "Signed on 30 September 2026: workplace tools that infer feelings or collect neural data are barred. Text and "
    "first day were not seen (1 January 2027 if it has none of its own); no duty is worked out.",
)
SB951 = _coming(
    "SB951",
    "SB 951",
    "Signed on 30 September 2026: written notice ahead of mass layoffs caused by AI or automation. Text and first day "
    "were not seen; no duty is worked out.",
)

SB7 = Instrument(
    id="US-CA-SB7",
    title="No Robo Bosses Act (2025)",
    short="California SB 7",
    jurisdiction="US-CA",
    force=Force.HISTORY,
    number="SB 7 (2025)",
    summary="Never became law: vetoed on 13 October 2025. SB 947 of 2026 took up part of it.",
    published_on=date(2025, 9, 13),
    openness=Openness(Relief.NONE, "Never law."),
    status=(
        Status(
            on=date(2025, 10, 13),
            state=State.VETOED,
            note="vetoed",
            cite=Cite(instrument="US-CA-SB7", pinpoint="veto", grade=Grade.S),
        ),
    ),
    sources=(Cite(instrument="US-CA-SB7", pinpoint="veto", grade=Grade.S),),
)

_EMPLOYS: Expr = contested(
    key="us-ca-sb947-contractors",
    why="Earlier versions covered independent contractors as well as employees. The signed text was not seen.",
    a=Reading("contractors are workers, too", us_employer.any_of("employer", "agency", "contractors")),
    b=Reading("only employees are", EMPLOYER),
    cites=(_reported(pinpoint="Lab. Code 1520 ff."),),
)
_WHEN = (
    in_state("ca")
    & USES_SYSTEM
    & uses.includes("work_management")
    & us_decides_on.includes("disciplines")
    & _EMPLOYS
    & result_weight.is_("alone", "overrules", "heaviest")
)


def _duty(number: str, title: str, must: str, topic: Topic, deadline: Deadline, evidence: str) -> Obligation:
    return Obligation(
        id=f"SB947-{number}",
        title=title,
        must=must,
        who="employer in California",
        topic=topic,
        versions=(Version(since=IN_FORCE, when=_WHEN, cites=(_reported(pinpoint="Lab. Code 1520 ff."),)),),
        deadline=deadline,
        evidence=evidence,
        penalty_note="$500 per violation, and private action.",
        note="The signed text was not seen: verify before relying on it. Reported for discipline, demotion and "
        "dismissal, not for hiring.",
    )


human_corroboration = _duty(
    "1",
    "Have a person check before discipline or dismissal (California)",
    "Where an automated system is the main basis for discipline, demotion or dismissal, have a person back it with "
    "other evidence, such as files, evaluations or peer reviews; never rely on it alone.",
    Topic.DECISIONS,
    Deadline(kind=When.BEFORE_USE, text="Before the decision."),
    "review record",
)
written_notice = _duty(
    "2",
    "Tell the worker in writing that a system was the main basis (California)",
    "Give the worker written notice that the system was used as the main basis, which data it used, and whom to ask.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.ON_EVENT, text="With the decision."),
    "notices",
)
