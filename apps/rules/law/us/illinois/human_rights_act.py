"""Illinois Human Rights Act, use of AI in employment (HB 3773)."""

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
from apps.rules.law.facts.us_work import us_employer
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import work_tasks
from apps.rules.law.us.common import ARTIFICIAL_INTELLIGENCE, USES_SYSTEM, in_state
from apps.rules.law.us.work import AFFECTS_WORKERS, MANAGES, RECRUITS

_read = partial(Cite, instrument="US-IL-HB3773", grade=Grade.P)
_reported = partial(Cite, instrument="US-IL-HB3773", grade=Grade.S)

SIGNED = date(2024, 8, 9)
IN_FORCE = date(2026, 1, 1)

HB3773 = Instrument(
    id="US-IL-HB3773",
    title="Illinois Human Rights Act, use of artificial intelligence in employment",
    short="Illinois HB 3773",
    jurisdiction="US-IL",
    force=Force.STATUTE,
    number="775 ILCS 5/2-101(M), (N); 5/2-102(L); P.A. 103-0804",
    enforcer="Department of Human Rights, Human Rights Commission, circuit courts",
    url="https://www.ilga.gov/Legislation/publicacts/view/103-0804",
    summary="Since 2026 employers in Illinois must not use AI in ways that put protected groups at a disadvantage, nor "
    "postcodes as a stand-in, and must say that they use it. One employee for 20 weeks is enough. Draft rules of May "
    "2026 were withdrawn in June; nothing in them is mandatory.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE, "Looks at the employer's use; the model's licence plays no part. Makers are not named."
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_read(pinpoint="P.A. 103-0804")),
        Status(
            on=IN_FORCE, state=State.IN_FORCE, note="applies", cite=_read(pinpoint="P.A. 103-0804"), published_on=SIGNED
        ),
        Status(
            on=date(2026, 6, 2),
            state=State.IN_FORCE,
            note="draft rules withdrawn (50 Ill. Reg. 8755); another source dates it 10 June",
            cite=_reported(pinpoint="44 Ill. Adm. Code 2520, Subpart J (draft)"),
        ),
    ),
    sources=(_read(pinpoint="2-101, 2-102(L)", note="Read in excerpts."),),
)

_hands_out_work = contested(
    key="us-il-conditions-of-work",
    why="The act covers terms, privileges and conditions of employment. Whether sharing out tasks, shifts or resources "
    "by things other than the person is among them is not said, and rules that might say so were withdrawn.",
    a=Reading("handing out work and shifts sets conditions of employment", ALWAYS),
    b=Reading("only lasting terms are conditions of employment", NEVER),
    cites=(_read(pinpoint="775 ILCS 5/2-102(L)(1)"),),
)
_AREA: Expr = (
    RECRUITS
    | MANAGES
    | AFFECTS_WORKERS
    | (uses.includes("work_management") & work_tasks.includes("allocates_otherwise") & _hands_out_work)
)

il_employer_using_ai = Definition(
    id="il_employer_using_ai",
    title="Employer that uses AI about workers (Illinois)",
    statement="you are an employer in Illinois that uses AI in employment",
    denial="you are no employer in Illinois that uses AI in employment",
    summary="Employs at least one person in Illinois for 20 weeks of this year or the last, or is a public body, "
    "public contractor or apprenticeship committee, and uses AI in recruiting, hiring, promoting, training, "
    "discipline, dismissal or terms of work.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("il")
            & USES_SYSTEM
            & _AREA
            & ARTIFICIAL_INTELLIGENCE
            & us_employer.any_of("il_20_weeks", "il_public"),
            cites=(_read(pinpoint="775 ILCS 5/2-101(B), (M)"),),
        ),
    ),
)


def _duty(number: str, title: str, must: str, topic: Topic, deadline: str, evidence: str, note: str) -> Obligation:
    return Obligation(
        id=f"IL3773-{number}",
        title=title,
        must=must,
        who="employer in Illinois that uses AI",
        topic=topic,
        versions=(
            Version(
                since=IN_FORCE,
                when=in_state("il") & il_employer_using_ai,
                cites=(_read(pinpoint=f"775 ILCS 5/2-102(L)({number})"),),
            ),
        ),
        deadline=Deadline(kind=When.CONTINUOUS, text=deadline),
        evidence=evidence,
        penalty_note="Charge at the Department of Human Rights, then Commission or court: actual damages, back pay, "
        "fees, civil penalties. No time to cure.",
        note=note,
    )


no_discriminatory_effect = _duty(
    "1",
    "Do not let AI put protected groups at a disadvantage (Illinois)",
    "Use no AI about workers or applicants that has the effect of discrimination on a protected ground, meant or not, "
    "and no postcodes as a stand-in for one.",
    Topic.DECISIONS,
    "At all times.",
    "tests of effects by group, list of inputs",
    "Religious organisations are partly outside (2-101(B)). Rules that would spell this out do not exist.",
)
notice = _duty(
    "2",
    "Tell employees that AI is used (Illinois)",
    "Give notice that AI is used for recruiting, hiring, promotion, training, discipline, dismissal or terms of work. "
    "Not telling is a violation of its own.",
    Topic.TRANSPARENCY,
    "Before it is used on them.",
    "record of the notice",
    "The text says employees; careful employers tell applicants, too. Form and time are not laid down.",
)
