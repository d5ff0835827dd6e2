"""Illinois, Artificial Intelligence Video Interview Act."""

from __future__ import annotations

from datetime import date
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
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.us_work import us_employer, us_video_interviews
from apps.rules.law.us.common import USES_SYSTEM, in_state
from apps.rules.law.us.work import EMPLOYER, RECRUITS

_read = partial(Cite, instrument="US-IL-AIVIA", grade=Grade.P)

IN_FORCE = date(2020, 1, 1)
REPORTING_FROM = date(2022, 1, 1)

AIVIA = Instrument(
    id="US-IL-AIVIA",
    title="Artificial Intelligence Video Interview Act",
    short="Illinois AI Video Interview Act",
    jurisdiction="US-IL",
    force=Force.STATUTE,
    number="820 ILCS 42",
    enforcer="nobody is named",
    url="https://www.ilga.gov/legislation/ilcs/ilcs3.asp?ActID=4015",
    summary="Employers that let AI analyse recorded video interviews for jobs in Illinois explain it, get consent, "
    "limit who sees the videos and delete them within 30 days of a request. Where the analysis alone selects, they "
    "report on race and ethnicity. No penalty is named.",
    published_on=IN_FORCE,
    openness=Openness(Relief.NONE, "Looks at the employer's use alone."),
    status=(
        Status(on=IN_FORCE, state=State.IN_FORCE, note="applies", cite=_read(pinpoint="820 ILCS 42/1")),
        Status(
            on=REPORTING_FROM, state=State.IN_FORCE, note="reports on race and ethnicity", cite=_read(pinpoint="s. 20")
        ),
    ),
    sources=(_read(pinpoint="ss. 5-20"),),
)

# Whoever employs somebody in Illinois is an employer, whether or not that box is ticked as well.
_EMPLOYER: Expr = EMPLOYER | us_employer.any_of("il_20_weeks", "il_public")

il_video_interviews = Definition(
    id="il_video_interviews",
    title="AI analysis of recorded video interviews (Illinois)",
    statement="you let AI analyse recorded video interviews for jobs in Illinois",
    denial="you let no AI analyse recorded video interviews for jobs in Illinois",
    summary="An employer that asks applicants for jobs based in Illinois to record video interviews which AI analyses. "
    "Live interviews are not in the text.",
    versions=(
        Version(
            since=IN_FORCE,
            when=in_state("il")
            & USES_SYSTEM
            & RECRUITS
            & _EMPLOYER
            & us_video_interviews.includes("ai_analyses")
            & us_video_interviews.includes("position_il"),
            cites=(_read(pinpoint="s. 5"),),
        ),
    ),
)


def _duty(
    section: int,
    title: str,
    must: str,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    since: date = IN_FORCE,
    only: Expr | None = None,
) -> Obligation:
    when = in_state("il") & il_video_interviews
    return Obligation(
        id=f"AIVIA-{section}",
        title=title,
        must=must,
        who="employer that has recorded video interviews analysed by AI",
        topic=topic,
        versions=(
            Version(
                since=since,
                published_on=since,
                when=when if only is None else when & only,
                cites=(_read(pinpoint=f"820 ILCS 42/{section}"),),
            ),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note="The act names no penalty and nobody to enforce it.",
        steps=steps(f"AIVIA-{section}", *rows, cite=_read),
    )


explain_and_ask = _duty(
    5,
    "Explain the analysis and get consent before the interview",
    "Before the interview tell applicants that AI may analyse it, explain how it works and which characteristics it "
    "looks at, and get their consent. Without consent use no AI to judge them.",
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="Before the interview."),
    "notice, explanation, consents",
    ("notice", "Tell them that AI may analyse the video.", "s. 5(1)", When.BEFORE_USE, "notice"),
    ("explain", "Explain how it works and what it looks at.", "s. 5(2)", When.BEFORE_USE, "explanation"),
    ("consent", "Get consent to the analysis.", "s. 5(3)", When.BEFORE_USE, "consent"),
)
limit_sharing = _duty(
    10,
    "Share the videos only with those who need them",
    "Share applicants' videos only with people whose skill or technology is needed to judge them.",
    Topic.SECURITY,
    Deadline(kind=When.CONTINUOUS, text="At all times."),
    "access list",
)
delete_videos = _duty(
    15,
    "Delete videos on request",
    "On request delete an applicant's videos, and have everybody who got copies delete them, backups included.",
    Topic.DECISIONS,
    Deadline(kind=When.ON_REQUEST, text="Within 30 days of the request."),
    "deletion log, confirmations of vendors",
)
report_demographics = _duty(
    20,
    "Report race and ethnicity where the analysis alone selects",
    "Collect race and ethnicity of applicants who are and are not invited in person and who are hired, and report "
    "them.",
    Topic.DECISIONS,
    Deadline(kind=When.RECURRING, text="By 31 December each year, for the 12 months to 30 November."),
    "yearly report",
    since=REPORTING_FROM,
    only=us_video_interviews.includes("sole_basis"),
)
