"""What kind of organisation it is under the law of the United States, and how large."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Grade, Number, Option, Rigidity

_tfaia = partial(Cite, instrument="US-CA-TFAIA", grade=Grade.P)
_ccpa = partial(Cite, instrument="US-CA-CCPA-ADMT", grade=Grade.S)

us_organisation = Choices(
    key="us_organisation",
    section="organisation",
    presupposes=("us_states",),
    label="special kinds of organisation in the United States",
    ask="Is your organisation one of these?",
    help="Choose all that fit. Leave empty if it is an ordinary business.",
    why="Many state laws leave banks, insurers, hospitals, non-profits or public bodies to other rules, or reach only "
    "them.",
    evidence="licence, charter, register entry, funding agreement",
    yes_example="A county hospital: state or local body, care provider, covered by health-privacy law",
    no_example="A software company that sells to hospitals: a business associate only if it handles patient records",
    options=(
        Option("government", "a state or local public body"),
        Option("federal", "a federal agency"),
        Option("nonprofit", "a non-profit organisation"),
        Option("bank", "a federally insured bank or credit union"),
        Option("financial", "another financial firm under federal financial-privacy law", "Lenders, brokers."),
        Option("insurer", "a licensed insurer"),
        Option("care_provider", "a licensed provider of health care", "Hospital, clinic, practice."),
        Option("health_plan", "a health plan or health insurer", "Medicare Advantage plans, too."),
        Option("medicare_advantage", "an organisation that runs Medicare Advantage plans"),
        Option("hipaa", "covered by federal health-privacy law", "As care provider, plan or clearing house."),
        Option("co_care_site", "a care provider that works from a place in Colorado"),
        Option("hipaa_associate", "a business associate that handles patient records for one of them"),
        Option(
            "federal_health_funds",
            "a recipient of federal money for health, or a programme of the federal health department",
            "Most hospitals, many practices, insurers on the exchanges. Medicare and Medicaid count.",
        ),
        Option("school", "a school or university with federal money"),
        Option("school_vendor", "a vendor that handles pupils' records for one of them"),
        Option("ny_college", "an accredited college or university in New York State"),
        Option("empire_ai", "the Empire AI consortium or institute"),
        Option("reporting_agency", "a consumer reporting agency"),
        Option("religious", "a religious organisation"),
        Option("tx_exempt_public", "a hospital district or public college or university in Texas"),
    ),
    cite=_ccpa(pinpoint="Civ. Code 1798.140(d)"),
    rigidity=Rigidity.HARD,
)

us_group_revenue_usd = Number(
    key="us_group_revenue_usd",
    section="organisation",
    presupposes=("us_states", "development", "task_range", "training_compute", "modification_compute"),
    label="worldwide revenue of the group in the last calendar year",
    ask="What were the worldwide gross revenues of the organisation and its affiliates in the last calendar year?",
    help="In US dollars, from everything, not only from AI. A range is fine.",
    why="Above 500 million dollars the developer of a frontier model owes far more, and penalties reach it.",
    evidence="consolidated accounts",
    yes_example="A start-up owned by a group with 2 billion dollars: 2e9",
    no_example="500 million exactly: not above the line",
    cite=_tfaia(pinpoint="22757.11(j)"),
    rigidity=Rigidity.FIXED,
    unit="USD",
    maximum=1e13,
)

us_revenue_usd = Number(
    key="us_revenue_usd",
    section="organisation",
    presupposes=("us_states",),
    label="gross revenue of the organisation in the last calendar year",
    ask="What was the gross revenue of the organisation itself in the last calendar year?",
    help="In US dollars, worldwide, without affiliates. A range is fine.",
    why="Some state laws reach only firms above a revenue, or free those below one.",
    evidence="annual accounts",
    yes_example="40 million dollars: above California's line for privacy law",
    no_example="Money raised from investors: no revenue",
    cite=_ccpa(pinpoint="Civ. Code 1798.140(d)(1)(A)"),
    rigidity=Rigidity.FIXED,
    unit="USD",
    maximum=1e13,
)

us_employees = Number(
    key="us_employees",
    section="organisation",
    presupposes=("us_states",),
    label="employees",
    ask="How many people does the organisation employ?",
    help="Count heads over 20 or more weeks of this year or the last, all places together.",
    why="Federal employment law starts at 15 employees (20 for age), California's at 5.",
    evidence="payroll",
    yes_example="12 people in Denver and 4 abroad: 16",
    no_example="Freelancers: leave them out",
    cite=Cite(instrument="US-FED-EEO", pinpoint="42 U.S.C. 2000e(b)", grade=Grade.S),
    rigidity=Rigidity.HARD,
    unit="employees",
    maximum=1e8,
    integer=True,
)
