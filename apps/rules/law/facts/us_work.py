"""Work in the United States: who employs or acts for the employer, recorded interviews, known effects on groups."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Day, Grade, Option, Rigidity

_il = partial(Cite, instrument="US-IL-HB3773", grade=Grade.P)
_AT_WORK = ("us_states", "system_roles", "uses", "hiring_tasks", "work_tasks")

us_employer = Choices(
    key="us_employer",
    section="organisation",
    presupposes=_AT_WORK,
    label="part towards the workers or applicants",
    ask="What is your part towards the workers or applicants it is used on?",
    help="Choose all that fit. A vendor whose tool screens applicants for an employer acts for that employer.",
    why="State laws on work reach employers, those who act for them, or both, each from its own size.",
    evidence="employment contracts, service contracts, payroll by state",
    yes_example="A start-up with two staff in Chicago all year: employer, and somebody employed in Illinois",
    no_example="You sell a tool that only job seekers use: none",
    options=(
        Option("employer", "you employ them, or would"),
        Option("agent", "you act for an employer", "Recruiting, screening, promoting, paying; with your tool, too."),
        Option("agency", "you are an employment agency"),
        Option("contractors", "they work for you as independent contractors, or would"),
        Option("union", "you are a labour organisation", "A trade union, or a body that places its members."),
        Option("il_20_weeks", "you employ somebody in Illinois for 20 weeks or more of this year or the last"),
        Option("il_public", "you are a public body, public contractor or apprenticeship committee in Illinois"),
    ),
    cite=_il(pinpoint="775 ILCS 5/2-101(B)"),
    rigidity=Rigidity.HARD,
)

us_video_interviews = Choices(
    key="us_video_interviews",
    section="use",
    presupposes=(*_AT_WORK, "us_employer"),
    label="recorded video interviews",
    ask="Do these hold for video interviews with applicants?",
    help="Choose all that fit. Live interviews that nobody records do not count. Leave empty if there are none.",
    why="Illinois has rules on recorded video interviews that AI analyses.",
    evidence="invitation to applicants, tool settings",
    yes_example="Applicants for a job in Chicago record answers, a model scores them, people invite: the first two",
    no_example="A live call with a recruiter: none",
    options=(
        Option("ai_analyses", "applicants record them, and AI analyses them"),
        Option("position_il", "for jobs based in Illinois"),
        Option("sole_basis", "the analysis alone decides who is invited for an interview in person"),
    ),
    cite=Cite(instrument="US-IL-AIVIA", pinpoint="820 ILCS 42/5", grade=Grade.P),
    rigidity=Rigidity.EASY,
)

us_group_effects = Choice(
    key="us_group_effects",
    section="behaviour",
    presupposes=("us_states", "system_roles", "uses", "result_weight"),
    label="how results differ between groups of people",
    ask="What do you know about how its results differ between groups of people?",
    help="Groups by sex, origin, religion, age, disability and other protected traits.",
    why="Where a neutral tool puts a group at a disadvantage, New Jersey asks for a justification; a mere guess is no "
    "proof of it.",
    evidence="test reports by group, complaint files",
    yes_example="Women pass the screen half as often as men: figures show it",
    no_example="Somebody supposes that it might be unfair: nothing is known",
    options=(
        Option("measured", "figures show that a group fares clearly worse"),
        Option("foreseeable", "nobody has measured it, but it is to be expected", "From what goes in or how it works."),
        Option("even", "tests show no clear difference"),
        Option("unknown", "nothing is known; there are no figures"),
    ),
    cite=Cite(instrument="US-NJ-NJAC13-16", pinpoint="N.J.A.C. 13:16-2.1", grade=Grade.P),
    rigidity=Rigidity.HARD,
)

us_deployed_on = Day(
    key="us_deployed_on",
    section="market",
    presupposes=(*_AT_WORK, "result_weight"),
    label="day the tool was put to use in Connecticut",
    ask="When was the tool first put to use on workers or applicants in Connecticut?",
    help="For what you sell: by the users you sell it to. Give the planned day if it lies ahead.",
    why="Connecticut's notices begin with tools put to use from 1 October 2027.",
    evidence="launch record",
    yes_example="Went live for a warehouse in Hartford on 1 November 2026: that day",
    no_example="The day the contract was signed: not this day",
    cite=Cite(instrument="US-CT-SB5-AERDT", pinpoint="s. 8", grade=Grade.P),
    rigidity=Rigidity.FIXED,
)
