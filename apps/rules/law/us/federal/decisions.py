"""Federal law on decisions about people: credit, consumer reports, homes, work."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Dated,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Param,
    Reading,
    State,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_federal import us_credit_role, us_homes
from apps.rules.law.facts.us_organisation import us_employees, us_organisation
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import work_tasks
from apps.rules.law.us.common import IN_THE_COUNTRY, OFFERS_SYSTEM, USES_SYSTEM, does
from apps.rules.law.us.work import ACTS_FOR_EMPLOYER, EMPLOYER, MANAGES, RECRUITS

_USE = "Looks at the use and the user, never at the licence of the model."
_HERE: Expr = IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM)

# --- Credit -----------------------------------------------------------------------------------------------------------
RULE_PUBLISHED, RULE_IN_FORCE = date(2026, 4, 22), date(2026, 7, 21)
ECOA = instrument(
    "US-FED-ECOA",
    "Equal Credit Opportunity Act and Regulation B",
    "ECOA and Regulation B",
    Force.STATUTE,
    "15 U.S.C. 1691; 12 CFR 1002",
    "Creditors of any size, to consumers or businesses, name the specific main reasons when they refuse; an opaque "
    "model is no excuse, and a reason picked from a sample form may not do (circular 2023-03). Since 21 July 2026 "
    "Regulation B has no effects test; whether the Act itself has one is for the courts, and state law and the Fair "
    "Housing Act keep theirs. A challenge to the rule is reported (one source).",
    _USE,
    Happening(date(1974, 10, 28), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2025, 5, 12), State.IN_FORCE, "circular 2022-03 on complex algorithms withdrawn; the regulation stands"
    ),
    Happening(RULE_PUBLISHED, State.IN_FORCE, "final rule published (2026-07804)"),
    Happening(RULE_IN_FORCE, State.IN_FORCE, "effects test gone from Regulation B"),
    enforcer="Consumer Financial Protection Bureau and others; private action",
    published_on=date(1974, 10, 28),
)
_CREDITOR = _HERE & does("credit") & us_credit_role.includes("creditor")
_1691E = (
    "Private action (1691e): actual damages; punitive up to $10,000, in class actions the lesser of $500,000 or 1 % "
    "of net worth, not against public bodies; fees."
)
specific_reasons = duty(
    ECOA,
    "ECOA-1",
    "Name the specific main reasons when credit is refused",
    "When you refuse credit or worsen its terms, tell the applicant the specific main reasons, or that they may ask "
    "for them. A score that was too low is no reason.",
    "creditor",
    Topic.DECISIONS,
    date(1974, 10, 28),
    _CREDITOR,
    "12 CFR 1002.9; 15 U.S.C. 1691(d)",
    Grade.M,
    Deadline(
        kind=When.ON_EVENT,
        text="Within 30 days of a complete application, of an incomplete one or of action on an account; 90 days after "
        "a counter-offer that was not taken up.",
    ),
    "letters with their reasons",
    _1691E,
    (
        "reasons",
        "Draw the reasons from what the model really used, not from the list of a sample form.",
        "12 CFR 1002.9(b)(2)",
        When.ON_EVENT,
        "reason codes",
    ),
    ("records", "Keep records 25 months (business credit 12).", "12 CFR 1002.12", When.RETENTION, "archive"),
)
effects_under_the_statute = contested(
    key="us-ecoa-effects",
    why="Regulation B has no effects test since 21 July 2026, and the Bureau reads the Act so. Courts decide for "
    "themselves whether the Act reaches neutral practices with unequal effects.",
    a=Reading("the statute still reaches unequal effects", ALWAYS),
    b=Reading("only intent, or criteria used as stand-ins, count", NEVER),
    cites=(Cite(instrument="US-FED-ECOA", pinpoint="12 CFR 1002.6(a), rule of 2026-04-22", grade=Grade.S),),
)
_effects = partial(
    Version,
    since=date(1974, 10, 28),
    when=_CREDITOR,
    cites=(Cite(instrument="US-FED-ECOA", pinpoint="12 CFR 1002.6(a) before 2026-07-21", grade=Grade.S),),
)
effects_test = duty(
    ECOA,
    "ECOA-2",
    "Use no neutral criteria with unjustified unequal effects in lending",
    "Use no neutral criteria that put a protected group at a disadvantage without a justification that no gentler "
    "means could meet.",
    "creditor",
    Topic.DECISIONS,
    RULE_IN_FORCE,
    _CREDITOR & effects_under_the_statute,
    "15 U.S.C. 1691(a); 12 CFR 1002.6(a)",
    Grade.S,
    ALWAYS_DUE,
    "tests by group, search for alternatives",
    f"{_1691E} State law and the Fair Housing Act are checked apart.",
    published_on=RULE_PUBLISHED,
    earlier=(_effects(replaced_on=RULE_PUBLISHED), _effects(until=RULE_IN_FORCE, published_on=RULE_PUBLISHED)),
    note="Up to 20 July 2026 Regulation B itself had the effects test.",
)
no_intent_in_lending = duty(
    ECOA,
    "ECOA-3",
    "Treat no applicant for credit worse for a protected trait",
    "Treat nobody worse in any part of credit for race, religion, origin, sex, age, family status or public "
    "assistance, neither openly nor through criteria that are used as stand-ins.",
    "creditor",
    Topic.DECISIONS,
    date(1974, 10, 28),
    _CREDITOR,
    "15 U.S.C. 1691(a)",
    Grade.S,
    ALWAYS_DUE,
    "list of inputs with a check for stand-ins",
    _1691E,
    note="Holds on every reading. The rule of 2026 also narrowed discouragement and limits special-purpose programmes.",
)
FCRA = instrument(
    "US-FED-FCRA",
    "Fair Credit Reporting Act",
    "FCRA",
    Force.STATUTE,
    "15 U.S.C. 1681",
    "Users of consumer reports give notices when they decide against somebody; for jobs also before. Those who make "
    "reports owe accuracy and answer disputes in 30 days; whether a vendor that scores applicants from others' data is "
    "one is before a court (Kistler v. Eightfold).",
    _USE,
    Happening(date(1971, 4, 25), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2025, 5, 12),
        State.IN_FORCE,
        "circular 2024-06 on scores for workers, and a proposal on data brokers, withdrawn in May 2025",
        Grade.M,
    ),
    enforcer="Consumer Financial Protection Bureau, FTC; private action",
    published_on=date(1971, 4, 25),
)
_REPORTS = "Wilful: actual damages or $100 to $1,000 for each consumer, punitive damages and fees (1681n)."
_REPORT_USER = _HERE & does("credit") & us_credit_role.includes("report_user")
adverse_action = duty(
    FCRA,
    "FCRA-1",
    "Tell consumers when a report counted against them",
    "When you decide against somebody because of a consumer report, say so, name who made it and its score, and how to "
    "dispute it.",
    "user of consumer reports",
    Topic.DECISIONS,
    date(1971, 4, 25),
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
    "against the person, hand over a copy.",
    "employer that uses consumer reports",
    Topic.DECISIONS,
    date(1971, 4, 25),
    _REPORT_USER & (RECRUITS | MANAGES),
    "15 U.S.C. 1681b(b)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before the report, then before the decision."),
    "disclosures, consents, copies",
    _REPORTS,
)
vendor_scores = contested(
    key="us-fcra-vendor-scores",
    why="Whether a vendor that scores applicants for others from data of third parties makes consumer reports is "
    "before a court; no court has tested it yet.",
    a=Reading("such a vendor is a consumer reporting agency", ALWAYS),
    b=Reading("such a vendor is none", NEVER),
    cites=(Cite(instrument="US-FED-FCRA", pinpoint="15 U.S.C. 1681a(f); Kistler v. Eightfold", grade=Grade.S),),
)
report_makers = duty(
    FCRA,
    "FCRA-3",
    "Keep reports accurate and answer disputes",
    "If you gather or weigh data on consumers to furnish reports, keep them accurate and answer disputes.",
    "consumer reporting agency",
    Topic.DECISIONS,
    date(1971, 4, 25),
    _HERE
    & (
        us_organisation.includes("reporting_agency")
        | (
            does("credit")
            & (us_credit_role.includes("report_maker") | (us_credit_role.includes("scorer") & vendor_scores))
        )
    ),
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
    "Communities, 2015). HUD proposed on 14 January 2026 to delete its rule on them and leave the tests to courts; "
    "comments closed on 13 February 2026, and no final rule was found up to 23 November 2026.",
    _USE,
    Happening(date(1968, 4, 11), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2026, 1, 14), State.IN_FORCE, "deletion of 24 CFR 100.500 proposed; not final", Grade.P, "91 FR 1475"
    ),
    enforcer="Department of Housing and Urban Development; private action within two years (not verified)",
    published_on=date(1968, 4, 11),
)
# Fields of use in which homes can turn up without being named.
_MAY_TOUCH_HOMES = uses.any_of(
    "credit",
    "advertising",
    "insurance",
    "recommendation",
    "public_benefits",
    "customer_service",
    "general_assistant",
    "fraud",
    "security",
    "other",
)
housing = duty(
    FHA,
    "FHA-1",
    "Do not discriminate in homes and home loans",
    "Use no tool that discriminates in letting, selling or advertising homes or in home loans, unjustified unequal "
    "effects included.",
    "landlord, lender, screener or advertiser",
    Topic.DECISIONS,
    date(1968, 4, 11),
    _HERE & (uses.includes("housing") | (_MAY_TOUCH_HOMES & us_homes)),
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
    "Employers from 15 employees (20 for age), agencies, and in one case an agent-vendor (Mobley v. Workday), must not "
    "discriminate. Unequal effects stay in the statute although the agency closed charges on them alone; it issues "
    "letters that open the way to court. The agency's guidance on AI was withdrawn in January 2025 (not verified). The "
    "four-fifths rule is a rule of thumb and no safe harbour.",
    _USE,
    Happening(date(1965, 7, 2), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2025, 4, 23),
        State.IN_FORCE,
        "EO 14281 turns agencies away from unequal effects; statutes and private suits stay",
    ),
    Happening(date(2025, 9, 30), State.IN_FORCE, "agency closes charges on unequal effects alone; private suits go on"),
    enforcer="Equal Employment Opportunity Commission; private action",
    published_on=date(1965, 7, 2),
)
_eeo = partial(Cite, instrument="US-FED-EEO", grade=Grade.S)
EMPLOYEES = Param(
    id="us-title-vii-employees",
    title="Employees from which Title VII and the Americans with Disabilities Act reach an employer",
    unit="employees",
    history=(Dated(since=date(1965, 7, 2), value=15, cite=_eeo(pinpoint="42 U.S.C. 2000e(b), 12111(5)")),),
)
EMPLOYEES_FOR_AGE = Param(
    id="us-adea-employees",
    title="Employees from which the Age Discrimination in Employment Act reaches an employer",
    unit="employees",
    history=(Dated(since=date(1965, 7, 2), value=20, cite=_eeo(pinpoint="29 U.S.C. 630(b)")),),
)
us_covered_employer = Definition(
    id="us_covered_employer",
    title="Employer under federal discrimination law",
    statement="you are an employer, or act for one, under federal discrimination law",
    denial="you are no employer, and act for none, under federal discrimination law",
    summary="15 or more employees in 20 or more weeks of this year or the last (20 for age discrimination); employment "
    "agencies; and, on the theory of one pending case, vendors that screen for employers.",
    versions=(
        Version(
            since=date(1965, 7, 2),
            when=IN_THE_COUNTRY & ((EMPLOYER & (us_employees >= EMPLOYEES)) | ACTS_FOR_EMPLOYER),
            cites=(_eeo(pinpoint="42 U.S.C. 2000e(b)"),),
        ),
    ),
)
# Terms of work in the widest sense: sharing out shifts without looking at conduct can have unequal effects, too.
_ON_TERMS = MANAGES | (uses.includes("work_management") & work_tasks.includes("allocates_otherwise"))
_AT_WORK = _HERE & (RECRUITS | _ON_TERMS) & us_covered_employer
_CAPS = (
    "Intent: damages up to $50,000 (15 to 100 employees), $100,000 (101 to 200), $200,000 (201 to 500) or $300,000 "
    "(above), beside back and front pay. Unequal effects bring equitable relief only."
)
no_job_discrimination = duty(
    EEO,
    "EEO-1",
    "Do not discriminate at work through a tool",
    "Use no tool about applicants or employees that discriminates, meant or by unequal effects that the job does not "
    "justify.",
    "employer from 15 employees, or who acts for one",
    Topic.DECISIONS,
    date(1965, 7, 2),
    _AT_WORK,
    "42 U.S.C. 2000e-2(k)",
    Grade.S,
    ALWAYS_DUE,
    "impact analysis, validation",
    _CAPS,
    (
        "age",
        "Test for age as well: from 20 employees on, age discrimination is banned, too.",
        "29 U.S.C. 623, 630(b)",
        When.CONTINUOUS,
        "impact analysis by age",
        StepKind.DUTY,
        (us_employees >= EMPLOYEES_FOR_AGE) | ACTS_FOR_EMPLOYER,
    ),
)
accommodate = duty(
    EEO,
    "EEO-2",
    "Accommodate disabilities in tests",
    "Offer applicants with disabilities a reasonable accommodation, and ask nothing medical before an offer.",
    "employer from 15 employees, or who acts for one",
    Topic.DECISIONS,
    date(1992, 7, 26),
    _AT_WORK,
    "42 U.S.C. 12112",
    Grade.M,
    Deadline(kind=When.ON_REQUEST, text="When asked."),
    "accommodation log, review of questions",
    _CAPS,
)
