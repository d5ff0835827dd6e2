"""New Jersey, rules on disparate impact (N.J.A.C. 13:16)."""

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
    StepKind,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.decisions import result_weight, serves_public
from apps.rules.law.facts.us_work import us_group_effects
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import hiring_tasks, work_tasks
from apps.rules.law.us.common import USES_SYSTEM, in_state
from apps.rules.law.us.work import AFFECTS_WORKERS, MANAGES, RECRUITS

_read = partial(Cite, instrument="US-NJ-NJAC13-16", grade=Grade.P)

ADOPTED = date(2025, 12, 15)

NJAC_13_16 = Instrument(
    id="US-NJ-NJAC13-16",
    title="Rules pertaining to disparate impact discrimination",
    short="New Jersey disparate-impact rules",
    jurisdiction="US-NJ",
    force=Force.REGULATION,
    number="N.J.A.C. 13:16-1.1 to -6.2; R.2025 d.150",
    enforcer="Division on Civil Rights; Superior Court, private suits included",
    url="https://www.njoag.gov/about/divisions-and-offices/division-on-civil-rights-home/",
    summary="Since 15 December 2025: a neutral practice, automated tools included, that puts a protected group at a "
    "disadvantage must be justified, whatever was meant. Reaches employers, landlords, lenders and services open to "
    "the public, of any size. Users cannot hide behind a vendor. Not verified since the end of 2025.",
    published_on=ADOPTED,
    openness=Openness(Relief.NONE, "Looks at the practice and its effects; the licence plays no part."),
    status=(
        Status(on=ADOPTED, state=State.IN_FORCE, note="adopted, without a phase-in", cite=_read(pinpoint="13:16-1.1")),
    ),
    sources=(_read(pinpoint="13:16-1.1 to -6.2"),),
)

# Any practice counts, whatever weight its result has: handing out shifts, too.
_WORK: Expr = (
    RECRUITS
    | MANAGES
    | AFFECTS_WORKERS
    | (uses.includes("work_management") & work_tasks.includes("allocates_otherwise"))
)
_FIELDS: Expr = (
    _WORK
    | uses.any_of("housing", "credit", "insurance", "health", "education", "customer_service", "public_benefits")
    | serves_public
)

nj_covered_practice = Definition(
    id="nj_covered_practice",
    title="Automated practice under New Jersey's disparate-impact rules",
    statement="you use an automated practice that New Jersey's disparate-impact rules cover",
    denial="you use no automated practice that New Jersey's disparate-impact rules cover",
    summary="Uses software about work, homes, loans, or people served by a place, service or office open to the "
    "public. No size threshold, no need of AI, no degree of influence: any neutral practice counts.",
    versions=(
        Version(
            since=ADOPTED,
            when=in_state("nj") & USES_SYSTEM & _FIELDS,
            cites=(_read(pinpoint="13:16-1.3"), _read(pinpoint="13:16-2.1")),
        ),
    ),
)
nj_disparate_impact = Definition(
    id="nj_disparate_impact",
    title="Disparate impact to be justified (New Jersey)",
    statement="the practice has an effect on a protected group that New Jersey wants justified",
    denial="no effect on a protected group is shown that New Jersey would want justified",
    summary="An actual or predictable disproportionate effect; intent is irrelevant. A mere guess is not enough: "
    "figures or other empirical evidence are needed.",
    versions=(
        Version(
            since=ADOPTED,
            when=nj_covered_practice & us_group_effects.is_("measured", "foreseeable"),
            cites=(_read(pinpoint="13:16-2.1"), _read(pinpoint="13:16-2.2(d)")),
        ),
    ),
)


def _duty(
    number: str,
    title: str,
    must: str,
    pinpoint: str,
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    only: Expr | None = None,
    note: str = "",
) -> Obligation:
    when = in_state("nj") & nj_covered_practice
    return Obligation(
        id=f"NJ-{number}",
        title=title,
        must=must,
        who="employer, landlord, lender or provider of services open to the public",
        topic=Topic.DECISIONS,
        versions=(
            Version(since=ADOPTED, when=when if only is None else when & only, cites=(_read(pinpoint=pinpoint),)),
        ),
        deadline=deadline,
        evidence=evidence,
        penalty_note="Remedies of the Law Against Discrimination; people concerned may sue.",
        steps=steps(f"NJ-{number}", *rows, cite=_read),
        note=note,
    )


_ALWAYS = Deadline(kind=When.CONTINUOUS, text="At all times.")

justified_practice = _duty(
    "21",
    "Use no neutral tool with an unjustified effect on a protected group (New Jersey)",
    "Do not use a tool that puts a protected group at a disadvantage unless it is necessary for a lawful interest and "
    "nothing less discriminatory would do. Intent does not matter.",
    "13:16-2.1",
    _ALWAYS,
    "tests by group, justification, alternatives looked at",
    (
        "test",
        "Test the tool: an untested one may have such an effect.",
        "13:16-3.2(c)(3)",
        When.BEFORE_USE,
        "test report",
    ),
    (
        "justify",
        "Write down why the practice is necessary, and which alternatives were looked at.",
        "13:16-2.2",
        When.CONTINUOUS,
        "justification",
        StepKind.DUTY,
        nj_disparate_impact,
    ),
    (
        "housing",
        "For homes, show yourself that nothing less discriminatory would do.",
        "13:16-2.3",
        When.CONTINUOUS,
        "justification",
        StepKind.DUTY,
        uses.includes("housing"),
    ),
    note="At work the complainant shows the effect with figures, the employer the necessity, then the complainant an "
    "alternative. The federal guidelines on selection procedures count for all protected traits (13:16-3.3).",
)
accommodation = _duty(
    "32c2",
    "Let applicants ask for accommodation when a tool screens by schedule (New Jersey)",
    "If the tool screens applicants by when they can work, give them a way to ask for an accommodation.",
    "13:16-3.2(c)(2)",
    Deadline(kind=When.BEFORE_USE, text="Before the tool screens anybody."),
    "form, log of requests",
    only=RECRUITS & hiring_tasks.any_of("filters_applications", "evaluates_candidates", "other_recruitment"),
)
vendors = _duty(
    "24e",
    "Check the vendor's tool yourself (New Jersey)",
    "Take reasonable steps to see that a bought tool has no unjustified effect; relying on the vendor is no defence.",
    "13:16-2.4(e)",
    Deadline(kind=When.BEFORE_USE, text="Before use, then when it changes."),
    "vendor review, test reports",
)
rent_scores = _duty(
    "43c",
    "Reject no tenant by credit score alone (New Jersey)",
    "Do not reject tenants automatically for having no credit score or a low one; look at each case.",
    "13:16-4.3(c)(1)(i)",
    _ALWAYS,
    "screening rules, sample decisions",
    only=uses.includes("housing") & result_weight.is_("alone", "overrules", "heaviest"),
    note="Likely impossible to justify: looking at each case is the less discriminatory way.",
)
