"""Colorado, SB 26-189 on automated decision-making technology: whom it reaches, and the act of 2024 before it."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    Version,
    contested,
)
from apps.rules.law.facts.decisions import result_weight
from apps.rules.law.facts.system import system_monetised, system_open_source, system_roles
from apps.rules.law.facts.us_decisions import us_decides_on, us_maker_limits, us_marketed_for
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.facts.us_work import us_employer
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import education_tasks, emergency_tasks, hiring_tasks
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, in_state
from apps.rules.law.us.work import AFFECTS_WORKERS, CHOOSES_APPLICANTS, MANAGES

read = partial(Cite, instrument="US-CO-SB26-189", grade=Grade.P)
_official = partial(Cite, instrument="US-CO-SB26-189", grade=Grade.O)
reported = partial(Cite, instrument="US-CO-SB26-189", grade=Grade.S)

SIGNED = date(2026, 5, 14)
APPLIES_FROM = date(2027, 1, 1)

SB26_189 = Instrument(
    id="US-CO-SB26-189",
    title="Automated decision-making technology in consequential decisions",
    short="Colorado SB 26-189",
    jurisdiction="US-CO",
    force=Force.STATUTE,
    number="C.R.S. 6-1-1701 to -1709; Sess. Laws 2026 ch. 131",
    enforcer="Attorney General alone for 1702 to 1705; people concerned keep their discrimination suits, in which "
    "fault is shared between makers and users (1707)",
    url="https://leg.colorado.gov/bills/sb26-189",
    summary="For decisions from 2027 on work as an employee, schooling, homes, finance, insurance, health care and "
    "public services: makers document, users give notice, explain bad outcomes within 30 days and let a person look "
    "again. No size threshold. A federal court stopped enforcement on 27 April 2026, of later acts too, until rules "
    "are final and it has ruled. Final rules not verified since October 2026; a federal agency proposes to call the "
    "act preempted, which changes nothing yet.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception by name. A maker answers only for what is meant for such decisions; one whose model others "
        "turned into such a tool, or whose policy forbids it, does not. Whether a tool released free and open is "
        "commercially available is open; a model or part marketed for such decisions counts anyway.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=read(pinpoint="ch. 131")),
        Status(
            on=date(2026, 8, 11),
            state=State.ADOPTED,
            note="proposed rules 4 CCR 904-6 filed, hearing on 26 October, due by 2027; adoption not verified",
            cite=reported(pinpoint="4 CCR 904-6 (proposed)"),
        ),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="applies to decisions from this day; the court order of 27 April 2026 may still keep the Attorney "
            "General from enforcing it",
            cite=read(pinpoint="SB 26-189"),
            published_on=SIGNED,
        ),
        Status(
            on=date(2030, 1, 1),
            state=State.IN_FORCE,
            note="the right to cure ends",
            cite=read(pinpoint="6-1-1706(3)"),
            published_on=SIGNED,
        ),
    ),
    sources=(
        read(pinpoint="6-1-1701 to -1709", note="Signed text read in a transcription."),
        _official(pinpoint="fiscal note of 2026-09-08, p. 5", note="The court order, as quoted."),
    ),
)

_old = partial(Cite, instrument="US-CO-SB24-205", grade=Grade.S)

SB24_205 = Instrument(
    id="US-CO-SB24-205",
    title="Consumer protections for artificial intelligence (2024)",
    short="Colorado SB 24-205",
    jurisdiction="US-CO",
    force=Force.HISTORY,
    number="SB 24-205, moved by SB 25B-004",
    summary="Colorado's first act. Put off from 1 February to 30 June 2026; its enforcement stopped by a federal court "
    "on 27 April 2026; replaced from 2027 by SB 26-189. On the books until the end of 2026 but not enforceable by the "
    "Attorney General; whether conduct in that time can be pursued later is unresolved. Its duties of care, impact "
    "assessments, reach to legal services and relief for fewer than 50 employees are gone.",
    published_on=date(2024, 5, 17),
    openness=Openness(Relief.NONE, "Had no exception for open models; stayed, then repealed."),
    status=(
        Status(on=date(2024, 5, 17), state=State.ADOPTED, note="signed", cite=_old(pinpoint="SB 24-205")),
        Status(
            on=date(2025, 8, 28),
            state=State.ADOPTED,
            note="first day moved to 30 June 2026",
            cite=_old(pinpoint="SB 25B-004"),
        ),
        Status(
            on=date(2026, 4, 27),
            state=State.STAYED,
            note="X.AI v. Weiser: enforcement stopped",
            cite=Cite(instrument="US-CO-SB24-205", pinpoint="No. 1:26-cv-01515 (D. Colo.)", grade=Grade.O),
        ),
        Status(
            on=date(2026, 6, 30),
            state=State.STAYED,
            note="takes legal effect, its enforcement still stopped",
            cite=_old(pinpoint="SB 25B-004"),
            published_on=date(2025, 8, 28),
        ),
        Status(
            on=APPLIES_FROM,
            state=State.REPEALED,
            note="repealed and re-enacted by SB 26-189",
            cite=read(pinpoint="SB 26-189"),
            published_on=SIGNED,
        ),
    ),
    sources=(_old(pinpoint="SB 24-205"),),
)

_job_adverts = contested(
    key="us-co-job-adverts",
    why="Advertising is no consequential decision. Whether that covers choosing who is shown a job advert, and so who "
    "can apply, is not said.",
    a=Reading("choosing who sees a job advert decides on access to work", ALWAYS),
    b=Reading("it is advertising, which is excluded", NEVER),
    cites=(read(pinpoint="6-1-1701(3)(b)(II)"),),
)
_cheating = contested(
    key="us-co-cheating",
    why="Routine academic administration is no consequential decision; denying or ending a chance in education is. On "
    "which side the search for cheating falls is not said.",
    a=Reading("findings of cheating can end a chance in education", ALWAYS),
    b=Reading("the search for cheating is routine academic administration", NEVER),
    cites=(read(pinpoint="6-1-1701(3)(b)(IX), (6)(a)"),),
)
_EMPLOYEES: Expr = ~us_employer.includes("contractors") | us_employer.any_of("employer", "agent", "agency")
_ADVERTISES_JOBS: Expr = uses.any_of("hiring", "advertising") & hiring_tasks.includes("targeted_vacancy_adverts")
_WORK: Expr = _EMPLOYEES & (CHOOSES_APPLICANTS | MANAGES | AFFECTS_WORKERS | (_ADVERTISES_JOBS & _job_adverts))
_EDUCATION: Expr = uses.includes("education") & (
    education_tasks.any_of("admission", "assigns_places", "grades_final", "sets_level")
    | us_decides_on.includes("suspends_students")
    | (education_tasks.any_of("detects_cheating", "checks_homework") & _cheating)
)
# Essential public services and finance beyond lending, where no field of use says so.
_FURTHER: Expr = (uses.includes("emergency") & emergency_tasks.any_of("ranks_calls", "dispatches")) | (
    uses.any_of("other", "customer_service", "general_assistant")
    & us_decides_on.any_of("accounts", "other_finance", "home_purchase", "public_service")
)
# Seven fields; legal services are not among them any more. Routine tasks inside a field are no such decision.
_OUTSIDE_CARE: Expr = _EDUCATION | uses.any_of("credit", "housing", "public_benefits") | _FURTHER
_CARE: Expr = uses.includes("health") | (uses.includes("emergency") & emergency_tasks.includes("triages_patients"))
_FIELDS: Expr = _WORK | _OUTSIDE_CARE | _CARE | uses.includes("insurance")

co_consequential_decision = Definition(
    id="co_consequential_decision",
    title="Consequential decision (Colorado)",
    statement="it is used for consequential decisions as Colorado understands them",
    denial="it is used for no consequential decision as Colorado understands them",
    summary="Access to, eligibility for, selection for or pay in education, work as an employee, residential property "
    "in Colorado, finance, insurance, health care, essential public services and benefits; or prices and terms that "
    "shut people out. Routine scheduling and triage of questions, advertising, search, fraud checks, narrow procedural "
    "tasks and summaries without a score are none.",
    versions=(
        Version(since=SIGNED, when=_FIELDS, cites=(read(pinpoint="6-1-1701(3), (6)"), read(pinpoint="6-1-1701(3)(b)"))),
    ),
)
co_materially_influences = Definition(
    id="co_materially_influences",
    title="Materially influences the decision (Colorado)",
    statement="its result is more than a trivial factor in the decision and changes it",
    denial="its result is only a trivial factor in the decision, or none",
    summary="A factor that is more than trivial and affects the outcome by limiting, ranking, scoring or recommending. "
    "A person in the loop does not take the tool out; summing up, translating or passing on without a rating does.",
    versions=(
        Version(
            since=SIGNED,
            when=result_weight.is_("alone", "overrules", "heaviest", "one_factor"),
            cites=(read(pinpoint="6-1-1701(13)"), read(pinpoint="6-1-1701(2)(b)(II)")),
        ),
    ),
)

co_deployer = Definition(
    id="co_deployer",
    title="Deployer of covered technology (Colorado)",
    statement="you use technology that Colorado's act on automated decisions covers",
    denial="you use no technology that Colorado's act on automated decisions covers",
    summary="Does business in Colorado and uses any computation over personal data that materially influences "
    "consequential decisions about people there. No size threshold; applicants and employees count.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("co") & USES_SYSTEM & co_consequential_decision & co_materially_influences,
            cites=(read(pinpoint="6-1-1701(2)(a), (7)"),),
        ),
    ),
)

_free_release = contested(
    key="us-co-free-release",
    why="A developer offers, sells, leases, licenses or otherwise makes a covered tool commercially available. Whether "
    "a free and open release does that is not said.",
    a=Reading("a free release makes it available, too", ALWAYS),
    b=Reading("only supply for gain does", NEVER),
    cites=(read(pinpoint="6-1-1701(8)(a)(I)"),),
)
# A part meant for such tools, a model included, or a change that makes one of it, needs no commercial offer.
_MAKES_PART_OR_CHANGES: Expr = MAKES_MODEL | system_roles.any_of("supplier", "takes_over")
_OFFERS: Expr = OFFERS_SYSTEM & (~system_open_source | system_monetised | _free_release)

co_developer = Definition(
    id="co_developer",
    title="Developer of covered technology (Colorado)",
    statement="you are the developer of technology that Colorado's act on automated decisions covers",
    denial="you are not the developer of technology that Colorado's act on automated decisions covers",
    summary="Makes, offers, sells or licenses a tool, or a part of one, that is marketed, set up, contracted or "
    "licensed to influence consequential decisions, or changes one so that it does; or knows of such use as intended "
    "and agreed.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("co") & (_MAKES_PART_OR_CHANGES | _OFFERS) & us_marketed_for.is_("marketed", "known"),
            cites=(read(pinpoint="6-1-1701(8)(a)"), read(pinpoint="6-1-1702(3), (5)")),
        ),
    ),
)

_unaware = contested(
    key="us-co-unaware-component",
    why="The maker of a part is no developer without actual knowledge that it was built in. Whether somebody who "
    "markets the part for such decisions can rely on not knowing who uses it is not said.",
    a=Reading("whoever markets a part for such decisions remains a developer", NEVER),
    b=Reading("not knowing is enough", ALWAYS),
    cites=(read(pinpoint="6-1-1701(8)(a)(II), (8)(b)"),),
)
_MARKETED: Expr = us_marketed_for.is_("marketed")
OUTSIDE_MAKERS: Expr = (
    us_maker_limits.any_of("research", "internal")
    | (us_maker_limits.includes("repurposed") & ~_MARKETED)
    | (us_maker_limits.includes("component") & (~_MARKETED | _unaware))
)
NOT_A_DEVELOPER = CarveOut(
    id="co-not-a-developer",
    title="Research, own use, re-purposed by others, or built in unknown (Colorado)",
    when=OUTSIDE_MAKERS,
    cites=(read(pinpoint="6-1-1701(8)(b)"),),
    removes="the duties of developers, for whoever only does research, keeps the tool to itself, had it re-purposed by "
    "somebody without ties, or supplied a part without knowing where it went",
    keeps="The duties of whoever re-purposed it, of everybody who uses it, and of a maker for the uses it markets "
    "itself.",
)
PLAIN_SOFTWARE = CarveOut(
    id="co-plain-software",
    title="Ordinary office and network software (Colorado)",
    when=us_maker_limits.includes("plain_software"),
    cites=(read(pinpoint="6-1-1701(2)(b)(I)"),),
    removes="the act, for calculators, databases, spreadsheets without learned parts, filters, hosting and the like",
    keeps="everything for tools with learned parts, a language model included",
)
# A care provider counts only where it works from a place in Colorado.
HEALTH_BODY: Expr = us_organisation.includes("hipaa") & (
    ~us_organisation.includes("care_provider") | us_organisation.includes("co_care_site")
)
_SERVES_HEALTH_BODY: Expr = (
    us_organisation.includes("hipaa_associate") & (_CARE | uses.includes("insurance")) & ~_OUTSIDE_CARE
)
HEALTH_PRIVACY = CarveOut(
    id="co-hipaa",
    title="Bodies under federal health-privacy law (Colorado)",
    when=(HEALTH_BODY | _SERVES_HEALTH_BODY) & ~_WORK,
    cites=(read(pinpoint="6-1-1708(3)"),),
    removes="the duties about decisions, for plans, for care providers that work from a place in Colorado, and for "
    "what associates do for them",
    keeps="Everything for decisions about staff; a general notice to patients; notices on financial assistance.",
)
DEVICES = CarveOut(
    id="co-fda-device",
    title="Medical devices under the FDA (Colorado)",
    when=us_maker_limits.includes("fda_device") & ~_WORK & ~_OUTSIDE_CARE,
    cites=(read(pinpoint="6-1-1708(4)"),),
    removes="the act, for devices the FDA oversees and for makers' research under its oversight",
    keeps="everything for other tools",
)
INSURERS = CarveOut(
    id="co-insurers",
    title="Insurers in the practice of insurance (Colorado)",
    when=us_organisation.includes("insurer") & uses.includes("insurance") & ~_WORK & ~_OUTSIDE_CARE,
    cites=(read(pinpoint="6-1-1708(1)-(2)"),),
    removes="the duties about decisions, for insurers and affiliates under C.R.S. 10-3-1104.9",
    keeps="Decisions about staff and in other fields. An insurer that does not comply with 10-3-1104.9 gives the "
    "notice after a bad outcome (1708(1)(b)).",
)
LEFT_ALONE = (HEALTH_PRIVACY, DEVICES, INSURERS, PLAIN_SOFTWARE)
