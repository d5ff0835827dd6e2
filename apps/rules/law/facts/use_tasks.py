"""What the system does in the fields of work, school, money, benefits and rescue, and its part in a decision.

The tasks name what a product does; which of them the law counts as high-risk is worked out in Annex III.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option
from apps.rules.law.facts.order import USE

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_USES = ("system_roles", "system_method", "system_union_links", "uses")
_HELP = "Choose all that fit, also where a person takes the final decision. Leave empty only if none fits."
_WHY = "Some of these tasks are high-risk, others are not."

hiring_tasks = Choices(
    key="hiring_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in recruitment",
    ask="What does it do in finding and choosing people for work?",
    help=_HELP,
    why=_WHY,
    evidence="feature list, description of the hiring process",
    yes_example="It shows recruiters the ten best CVs: filters applications, evaluates candidates",
    no_example="It helps applicants word their own CV: works for the applicant alone",
    options=(
        Option("targeted_vacancy_adverts", "shows adverts for a certain job to chosen people", "Chosen by their data."),
        Option("filters_applications", "sorts, filters or analyses applications"),
        Option("evaluates_candidates", "rates, tests or compares candidates", "Also from interviews, games or videos."),
        Option("schedules_interviews", "arranges interviews and messages"),
        Option("other_recruitment", "does something else to recruit or select people", "Such as searching profiles."),
        Option("candidate_side", "works for the applicant alone", "The result goes to nobody else."),
        Option("employer_brand", "advertises the employer, or jobs without choosing who sees them"),
    ),
    cite=_aia(pinpoint="Annex III, point 4(a)"),
)

work_tasks = Choices(
    key="work_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in managing workers",
    ask="What does it do with people at work?",
    help=f"{_HELP} Workers include freelancers on a platform.",
    why=_WHY,
    evidence="feature list, works agreement, platform terms",
    yes_example="It gives the best shifts to those with the best ratings: hands out tasks by behaviour",
    no_example="It shares out desks for the day: hands out tasks or resources by other things",
    options=(
        Option(
            "terms_pay_promotion_dismissal",
            "decides or advises on pay, terms, promotion or dismissal",
            "Also bonuses, contract renewal and blocking an account.",
        ),
        Option("allocates_by_behaviour", "hands out tasks by a person's behaviour or traits", "Ratings, no-shows."),
        Option("evaluates_performance", "watches and evaluates performance or conduct"),
        Option("allocates_otherwise", "hands out tasks or resources by other things", "Place, stock, free time slots."),
        Option("tracks_things", "follows goods, vehicles or machines, not people"),
        Option("optional_feedback", "gives workers tips they may ignore", "Nobody else sees them."),
    ),
    cite=_aia(pinpoint="Annex III, point 4(b)"),
)

education_tasks = Choices(
    key="education_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in education",
    ask="What does it do in education or training?",
    help=f"{_HELP} Schools, universities and vocational training of any level count.",
    why=_WHY,
    evidence="feature list, examination rules",
    yes_example="It marks final exams: grades that count",
    no_example="It writes practice sheets: makes learning material",
    options=(
        Option("admission", "helps decide who is admitted or funded", "Also scholarships and places on a programme."),
        Option("assigns_places", "assigns people to schools, courses or classes"),
        Option("grades_final", "grades work that counts towards a mark or a certificate"),
        Option("feedback_only", "gives feedback on learning, or steers it, without counting towards a mark"),
        Option("sets_level", "finds which level of education someone should get", "Such as beginner or advanced."),
        Option("detects_cheating", "watches for forbidden conduct during tests"),
        Option("checks_identity_in_tests", "checks who sits a test"),
        Option("checks_homework", "checks homework for copying", "Outside tests."),
        Option("student_side", "advises learners at their own request"),
        Option("information", "answers general questions", "Dates, fees, how to apply."),
        Option("makes_material", "makes learning material"),
    ),
    cite=_aia(pinpoint="Annex III, point 3"),
)

credit_tasks = Choices(
    key="credit_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in lending and credit checks",
    ask="What does it do in lending, letting or credit checks?",
    help=f"{_HELP} People who trade alone, such as a self-employed plumber, are people and not companies.",
    why=_WHY,
    evidence="model documentation, lending policy",
    yes_example="It scores tenants on whether they will pay: creditworthiness",
    no_example="It spots forged payslips: fraud detection",
    options=(
        Option(
            "creditworthiness",
            "judges whether people can and will pay, or scores them",
            "Also when the score sets the price at once.",
        ),
        Option("fraud_detection", "detects financial fraud"),
        Option("pricing_only", "sets a price without judging whether people will pay"),
        Option("collateral", "values homes or other security"),
        Option("after_grant", "watches a bank's risks after loans are granted"),
        Option("money_laundering", "watches for money laundering or terrorist financing"),
        Option("companies_only", "checks companies, never people"),
    ),
    cite=_aia(pinpoint="Annex III, point 5(b)"),
)

insurance_tasks = Choices(
    key="insurance_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in insurance",
    ask="What does it do in insurance?",
    help=_HELP,
    why=_WHY,
    evidence="model documentation, underwriting policy",
    yes_example="It rates applicants for life cover by health and habits: life or health risk",
    no_example="It prices motor cover: other lines",
    options=(
        Option("life_health_risk", "judges a person's risk for life or health insurance"),
        Option("life_health_pricing", "sets a person's price for life or health insurance"),
        Option("long_term_care", "judges the risk or price of long-term-care or credit-life cover"),
        Option("claims", "handles claims"),
        Option("other_lines", "serves other lines", "Motor, home, liability, travel."),
        Option("product_design", "designs products or tariffs without judging single people"),
    ),
    cite=_aia(pinpoint="Annex III, point 5(c)"),
)

benefit_tasks = Choices(
    key="benefit_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in public benefits and services",
    ask="What does it do about public benefits or services, including public health care and social housing?",
    help=_HELP,
    why=_WHY,
    evidence="process description, tender",
    yes_example="It recommends whether someone gets unemployment benefit: decides or advises on entitlement",
    no_example="It sends each application to the right office: routes cases",
    options=(
        Option(
            "decides_entitlement",
            "decides or advises who gets, keeps or repays a benefit or service",
            "Also how much.",
        ),
        Option("flags_for_review", "flags recipients or claims for a closer look"),
        Option("routes_cases", "routes cases to the right desk"),
        Option("companies_only", "deals with benefits of companies, never of people"),
        Option("tax", "deals with taxes and tax relief"),
        Option("information", "answers general questions"),
    ),
    cite=_aia(pinpoint="Annex III, point 5(a)"),
)

emergency_tasks = Choices(
    key="emergency_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in rescue and patient flow",
    ask="What does it do about emergencies or the order in which patients are seen?",
    help=_HELP,
    why=_WHY,
    evidence="process description, clinical protocol",
    yes_example="It puts 112 calls in order of urgency: ranks calls",
    no_example="It books hospital appointments: appointments",
    options=(
        Option("ranks_calls", "evaluates or ranks emergency calls"),
        Option("dispatches", "sends out police, fire or medical help, or sets its order"),
        Option("triages_patients", "sorts emergency patients by urgency"),
        Option("transcribes", "writes calls down, without rating them"),
        Option("forecasts", "forecasts demand or hazards for planning"),
        Option("books_appointments", "books ordinary appointments"),
    ),
    cite=_aia(pinpoint="Annex III, point 5(d)"),
)

profiles_people = Flag(
    key="profiles_people",
    section="use",
    presupposes=USE,
    label="evaluates people from their data",
    statement="the system evaluates personal aspects of people automatically from their data (profiling)",
    denial="the system does not evaluate personal aspects of people",
    ask="Does it evaluate personal aspects of people from their data, such as work, money, health, interests, "
    "reliability, conduct or movements?",
    help="The data must be personal and the processing automated. Ranking or scoring people usually is this; sorting "
    "documents by form or date is not.",
    why="A listed high-risk use that profiles people is always high-risk.",
    evidence="list of inputs and outputs, data-protection impact assessment",
    yes_example="A score for each applicant worked out from the CV",
    no_example="Duplicates found among uploaded files",
    cite=_aia(pinpoint="Art. 6(3), third subparagraph"),
)

part_in_decision = Choice(
    key="part_in_decision",
    section="use",
    presupposes=(*USE, "profiles_people"),
    label="its part in decisions",
    ask="What part does it play in the decisions it is used for?",
    help="Choose the strongest part it plays. In doubt, choose that it influences them.",
    why="Listed uses with a small part in the decision can be freed from the high-risk rules.",
    evidence="process description: who decides, on what basis",
    yes_example="It turns scanned forms into fields of a file: a narrow formal step",
    no_example="It suggests a grade the teacher may change: influences the decision",
    options=(
        Option("decides", "it decides", "Nobody looks before the decision takes effect."),
        Option(
            "influences", "it influences what people decide", "It ranks, scores, recommends or drafts the decision."
        ),
        Option("narrow_step", "a narrow formal step", "Sorts, converts or checks for completeness, without judging."),
        Option("polishes_finished_work", "it improves finished human work", "Such as the wording of a final report."),
        Option(
            "checks_past_decisions",
            "it compares past decisions",
            "Finds patterns or outliers afterwards; people review before anything is changed.",
        ),
        Option("prepares", "it prepares the ground", "Translates, indexes or links files before people assess them."),
    ),
    cite=_aia(pinpoint="Art. 6(3)"),
)

feeds_combined_decision = Flag(
    key="feeds_combined_decision",
    section="use",
    presupposes=(*_USES, "part_in_decision"),
    label="one link in a chain that decides",
    statement="the system is one link in a chain of modules or agents that together decide or shape the decision",
    denial="the system is not part of a chain of modules or agents that together decide",
    ask="Is it one link in a chain of modules or agents that together decide, or shape what is decided?",
    why="A small part does not free a system that belongs to a chain with a large one.",
    evidence="architecture diagram",
    yes_example="An agent extracts data, the next scores the applicant",
    no_example="A stand-alone converter of file formats",
    cite=_aia(pinpoint="Art. 6(3)"),
)
