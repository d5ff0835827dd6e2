"""Federal law on decisions about people: credit, consumer reports, homes, work."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Reading,
    State,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.facts.us_decisions import us_output_weight
from apps.rules.law.facts.us_federal import us_credit_role
from apps.rules.law.facts.us_organisation import us_employees
from apps.rules.law.facts.use import uses
from apps.rules.law.us.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.us.common import IN_THE_COUNTRY, OFFERS_SYSTEM, USES_SYSTEM
from apps.rules.law.us.work import ACTS_FOR_EMPLOYER, EMPLOYER, MANAGES, RECRUITS

_USE = "Looks at the use and the user, never at the licence of the model."
_DECIDES: Expr = ~us_output_weight.is_("nothing")

# --- Credit -----------------------------------------------------------------------------------------------------------
ECOA = instrument(
    "US-FED-ECOA",
    "Equal Credit Opportunity Act and Regulation B",
    "ECOA and Regulation B",
    Force.STATUTE,
    "15 U.S.C. 1691; 12 CFR 1002",
    "Creditors of any size name the specific main reasons when they refuse; an opaque model is no excuse. Since 21 "
    "July 2026 Regulation B "
    "has no effects test; whether the statute itself has one is for the courts, and state law keeps its own. A "
    "challenge is reported.",
    _USE,
    Happening(date(1974, 10, 28), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2025, 5, 12), State.IN_FORCE, "circular 2022-03 on complex algorithms withdrawn; the regulation stands"
    ),
    Happening(date(2026, 4, 22), State.IN_FORCE, "final rule published (2026-07804)"),
    Happening(date(2026, 7, 21), State.IN_FORCE, "effects test gone from Regulation B"),
    enforcer="Consumer Financial Protection Bureau and others; private action",
    published_on=date(2000, 1, 1),
)
_CREDITOR = IN_THE_COUNTRY & USES_SYSTEM & uses.includes("credit") & us_credit_role.includes("creditor")
specific_reasons = duty(
    ECOA,
    "ECOA-1",
    "Name the specific main reasons when credit is refused",
    "When you refuse credit or worsen its terms, tell the applicant the specific main reasons, or that they may ask "
    "for them. A score that "
    "was too low is no reason.",
    "creditor",
    Topic.DECISIONS,
    date(2000, 1, 1),
    _CREDITOR & _DECIDES,
    "12 CFR 1002.9; 15 U.S.C. 1691(d)",
    Grade.M,
    Deadline(
        kind=When.ON_EVENT,
        text="Within 30 days of a complete application, of an incomplete one or of action on an account; 90 days after "
        "a counter-offer.",
    ),
    "letters with their reasons",
    "Private action: actual damages; punitive up to $10,000, in class actions the lesser of $500,000 or 1 % of net "
    "worth; fees.",
    (
        "reasons",
        "Draw the reasons from what the model really used.",
        "12 CFR 1002.9(b)(2)",
        When.ON_EVENT,
        "reason codes",
    ),
    ("records", "Keep records 25 months (business credit 12).", "12 CFR 1002.12", When.RETENTION, "archive"),
)
effects_under_the_statute = contested(
    key="us-ecoa-effects",
    why="Regulation B has no effects test since 21 July 2026, and the Bureau reads the Act so. Courts decide for "
    "themselves whether the "
    "statute reaches neutral practices with unequal effects.",
    a=Reading("the statute still reaches unequal effects", ALWAYS),
    b=Reading("only intent, or criteria used as stand-ins, count", NEVER),
    cites=(Cite(instrument="US-FED-ECOA", pinpoint="12 CFR 1002.6(a), rule of 2026-04-22", grade=Grade.S),),
)
effects_test = duty(
    ECOA,
    "ECOA-2",
    "Do not put protected groups at a disadvantage in lending",
    "Use no neutral criteria with an unjustified effect on a protected group, and none as a stand-in for one.",
    "creditor",
    Topic.DECISIONS,
    date(2026, 7, 21),
    _CREDITOR & _DECIDES & effects_under_the_statute,
    "15 U.S.C. 1691(a); 12 CFR 1002.6(a)",
    Grade.S,
    ALWAYS_DUE,
    "tests by group, search for alternatives",
    "As above. State law and the Fair Housing Act are checked apart.",
    note="Up to 20 July 2026 Regulation B itself had the effects test. Intent and stand-ins are banned on every "
    "reading.",
)
FCRA = instrument(
    "US-FED-FCRA",
    "Fair Credit Reporting Act",
    "FCRA",
    Force.STATUTE,
    "15 U.S.C. 1681",
    "Users of consumer reports give notices when they decide against somebody; for jobs also before. Those who make "
    "reports owe accuracy and "
    "answer disputes in 30 days; whether a vendor that scores applicants from others' data is one is before a court.",
    _USE,
    Happening(date(1971, 4, 25), State.IN_FORCE, "in force", Grade.M),
    Happening(date(2025, 5, 15), State.IN_FORCE, "circular 2024-06 on scores for workers withdrawn"),
    enforcer="Consumer Financial Protection Bureau, FTC; private action",
    published_on=date(2000, 1, 1),
)
_REPORTS = "Wilful: actual damages or $100 to $1,000 for each consumer, punitive damages and fees (1681n)."
_REPORT_USER = IN_THE_COUNTRY & USES_SYSTEM & us_credit_role.includes("report_user")
adverse_action = duty(
    FCRA,
    "FCRA-1",
    "Tell consumers when a report counted against them",
    "When you decide against somebody because of a consumer report, say so, name who made it and its score, and how to "
    "dispute it.",
    "user of consumer reports",
    Topic.DECISIONS,
    date(2000, 1, 1),
    _REPORT_USER,
    "15 U.S.C. 1681m(a)",
    Grade.M,
    Deadline(kind=When.ON_EVENT, text="With the decision."),
    "notices",
    _REPORTS,
)
pre_adverse = duty(
    FCRA,
    "FCRA-2",
    "Give applicants the report before you decide against them",
    "Before you use a report about work, disclose it in a document of its own and get consent; before you decide "
    "against the person, hand "
    "over a copy.",
    "employer that uses consumer reports",
    Topic.DECISIONS,
    date(2000, 1, 1),
    _REPORT_USER & (RECRUITS | MANAGES),
    "15 U.S.C. 1681b(b)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before the report, then before the decision."),
    "disclosures, consents, copies",
    _REPORTS,
)
report_makers = duty(
    FCRA,
    "FCRA-3",
    "Keep reports accurate and answer disputes",
    "If you gather data on consumers to furnish reports, keep them accurate and answer disputes.",
    "consumer reporting agency",
    Topic.DECISIONS,
    date(2000, 1, 1),
    IN_THE_COUNTRY & (OFFERS_SYSTEM | USES_SYSTEM) & us_credit_role.includes("report_maker"),
    "15 U.S.C. 1681e(b), 1681i",
    Grade.M,
    Deadline(kind=When.ON_REQUEST, text="Disputes within 30 days."),
    "accuracy procedures, dispute log",
    _REPORTS,
)

# --- Homes ------------------------------------------------------------------------------------------------------------
FHA = instrument(
    "US-FED-FHA",
    "Fair Housing Act",
    "Fair Housing Act",
    Force.STATUTE,
    "42 U.S.C. 3601 ff.; 24 CFR 100.500",
    "Landlords, lenders, screeners and advertisers must not discriminate; unequal effects count (Inclusive "
    "Communities, 2015). HUD proposed on "
    "14 January 2026 to delete its rule on them; no final rule was found up to 23 November 2026.",
    _USE,
    Happening(date(1968, 4, 11), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2026, 1, 14), State.IN_FORCE, "deletion of 24 CFR 100.500 proposed; not final", Grade.P, "91 FR 1475"
    ),
    enforcer="Department of Housing and Urban Development; private action within two years",
    published_on=date(2000, 1, 1),
)
housing = duty(
    FHA,
    "FHA-1",
    "Do not discriminate in homes and home loans",
    "Use no tool that discriminates in letting, selling or advertising homes or in home loans, unjustified unequal "
    "effects included.",
    "landlord, lender, screener or advertiser",
    Topic.DECISIONS,
    date(2000, 1, 1),
    IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM) & uses.includes("housing") & _DECIDES,
    "42 U.S.C. 3604, 3605; 24 CFR 100.500",
    Grade.M,
    ALWAYS_DUE,
    "tests by group, justification, alternatives",
    "Damages and fees in private suits; penalties in public ones.",
)

# --- Work -------------------------------------------------------------------------------------------------------------
EEO = instrument(
    "US-FED-EEO",
    "Title VII, Americans with Disabilities Act, Age Discrimination in Employment Act",
    "Federal employment discrimination law",
    Force.STATUTE,
    "42 U.S.C. 2000e, 12111; 29 U.S.C. 621",
    "Employers from 15 employees (20 for age), agencies, and in one case an agent-vendor, must not discriminate; "
    "unequal effects stay in the "
    "statute although the agency closed such charges by 30 September 2025. The four-fifths rule is a rule of thumb.",
    _USE,
    Happening(date(1965, 7, 2), State.IN_FORCE, "in force", Grade.M),
    Happening(date(2025, 9, 30), State.IN_FORCE, "agency closes charges on unequal effects alone; private suits go on"),
    enforcer="Equal Employment Opportunity Commission; private action",
    published_on=date(2000, 1, 1),
)
us_covered_employer = Definition(
    id="us_covered_employer",
    title="Employer under federal discrimination law",
    statement="you are an employer, or act for one, under federal discrimination law",
    denial="you are no employer, and act for none, under federal discrimination law",
    summary="15 or more employees in 20 or more weeks of this year or the last (20 for age discrimination); employment "
    "agencies; and, on the "
    "theory of one pending case, vendors that screen for employers.",
    versions=(
        Version(
            since=date(2000, 1, 1),
            when=IN_THE_COUNTRY & ((EMPLOYER & (us_employees >= 15)) | ACTS_FOR_EMPLOYER),
            cites=(Cite(instrument="US-FED-EEO", pinpoint="42 U.S.C. 2000e(b)", grade=Grade.S),),
        ),
    ),
)
_AT_WORK = IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM) & (RECRUITS | MANAGES) & _DECIDES & us_covered_employer
_CAPS = "Intent: $50,000 to $300,000 by size, beside back and front pay; unequal effects bring equitable relief only."
no_job_discrimination = duty(
    EEO,
    "EEO-1",
    "Do not discriminate at work through a tool",
    "Use no tool about applicants or employees that discriminates, meant or by unequal effects that the job does not "
    "justify.",
    "employer from 15 employees, or who acts for one",
    Topic.DECISIONS,
    date(2000, 1, 1),
    _AT_WORK,
    "42 U.S.C. 2000e-2(k)",
    Grade.S,
    ALWAYS_DUE,
    "impact analysis, validation",
    _CAPS,
)
accommodate = duty(
    EEO,
    "EEO-2",
    "Accommodate disabilities in tests",
    "Offer applicants with disabilities a reasonable accommodation, and ask nothing medical before an offer.",
    "employer from 15 employees, or who acts for one",
    Topic.DECISIONS,
    date(2000, 1, 1),
    _AT_WORK,
    "42 U.S.C. 12112",
    Grade.M,
    Deadline(kind=When.ON_REQUEST, text="When asked."),
    "accommodation log, review of questions",
    _CAPS,
)
