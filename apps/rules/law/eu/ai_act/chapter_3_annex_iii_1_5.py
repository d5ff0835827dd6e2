"""AI Act, Annex III, points 1 to 5: biometrics, essential networks, education, work, essential services.

Each point is decided by what the system is meant to do. Lines that only the Commission's draft guidelines of 19 May
2026 draw are switches, one a point: followed, the draft's view; ignored, the widest reading the text bears.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    NEVER,
    Cite,
    Definition,
    Expr,
    Grade,
    GuidanceStatus,
    Reading,
    Version,
    contested,
    guidance,
)
from apps.rules.law.eu.ai_act.chapter_1_biometrics import (
    CHAPTERS_1_AND_2_FROM,
    biometric_categorisation,
    emotion_recognition,
    remote_identification,
)
from apps.rules.law.facts.body import body_findings
from apps.rules.law.facts.use import users, uses
from apps.rules.law.facts.use_tasks import (
    benefit_tasks,
    credit_tasks,
    education_tasks,
    emergency_tasks,
    hiring_tasks,
    insurance_tasks,
    work_tasks,
)
from apps.rules.law.facts.use_tasks_public import critical_entity, infrastructure_tasks

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_draft = partial(Cite, instrument="GLH", grade=Grade.O)


def listed_use(point: str, title: str, meant_for: str, summary: str, when: Expr, *more: Cite) -> Definition:
    """The definition of one point of Annex III. `point` as in "4(a)"; `meant_for` completes "the system is …"."""
    return Definition(
        id="annex_iii_" + point.replace("(", "_").replace(")", ""),
        title=title,
        statement=f"the system is {meant_for} (Annex III, point {point})",
        denial=f"the system is not {meant_for} (Annex III, point {point})",
        summary=summary,
        versions=(
            Version(
                since=CHAPTERS_1_AND_2_FROM,
                when=when,
                cites=(_aia(pinpoint=f"Annex III, point {point}"), _aia(pinpoint="Art. 6(2)"), *more),
            ),
        ),
    )


def draft_line(key: str, why: str, followed: Expr, ignored: Expr, pinpoint: str) -> Expr:
    """A line of the draft high-risk guidelines: `ignored` is the widest reading of the text itself."""
    return guidance(
        key=f"hr-guidelines-{key}",
        why=why,
        status=GuidanceStatus.DRAFT,
        followed=followed,
        ignored=ignored,
        cite=_draft(pinpoint=pinpoint),
    )


def draft_leaves_out(key: str, why: str, core: Expr, fringe: Expr, pinpoint: str) -> Expr:
    """The core, and the fringe unless the draft guidelines are followed. Where neither is in play, nor is the draft."""
    return core | (fringe & draft_line(key, why, core, core | fringe, pinpoint))


# -- Point 1: biometrics -------------------------------------------------------------------------------------------

annex_iii_1_a = listed_use(
    "1(a)",
    "Remote biometric identification",
    "a remote biometric identification system",
    "Finds out who people are from their bodies without their active part, in any place and for any purpose that law "
    "allows. Confirming a claimed identity is left out.",
    remote_identification,
    _aia(pinpoint="recital 54"),
)

annex_iii_1_b = listed_use(
    "1(b)",
    "Biometric categorisation by sensitive traits",
    "made to sort people by sensitive or protected traits inferred from their bodies",
    "Infers such things as ethnic origin, health, beliefs or orientation from faces, voices or other body data, where "
    "law allows it at all. The draft guidelines do not count age and gender.",
    biometric_categorisation
    & draft_leaves_out(
        "biometric-categories",
        "The text says sensitive or protected attributes. The draft guidelines read this as the special categories of "
        "the GDPR, so that age and gender are outside.",
        body_findings.any_of("protected_traits", "beliefs_or_orientation"),
        body_findings.includes("age_gender"),
        "point 1(b)",
    ),
    _aia(pinpoint="recital 54"),
)

annex_iii_1_c = listed_use(
    "1(c)",
    "Emotion recognition",
    "made to recognise emotions",
    "Reads feelings or intentions from body data, where law allows it. That only the person concerned sees the result "
    "makes no difference.",
    emotion_recognition,
    _aia(pinpoint="recital 54"),
)

# -- Point 2: essential networks -----------------------------------------------------------------------------------

_protects_or_runs = infrastructure_tasks.includes("protects") | contested(
    key="infrastructure-running",
    why="A safety component fulfils a safety function, or endangers people or property when it fails. The draft "
    "guidelines ask that it directly protects physical integrity. Since 27 July 2026 mere optimisation counts only if "
    "its failure endangers health or safety.",
    a=Reading(
        "a part whose failure endangers people or property counts",
        infrastructure_tasks.includes("runs"),
    ),
    b=Reading("only a part meant to protect counts", NEVER),
    cites=(
        _aia(pinpoint="Art. 3(14)"),
        _aia(pinpoint="Art. 6(1a)"),
        _aia(pinpoint="Art. 6(1b)"),
        _aia(pinpoint="recital 55"),
        _draft(pinpoint="point 2"),
    ),
)

_operator_counts = contested(
    key="infrastructure-operators",
    why="The text speaks of critical digital infrastructure, road traffic and supplies. The draft guidelines count "
    "only operators designated as critical under Directive (EU) 2022/2557.",
    a=Reading("only designated operators count", critical_entity),
    b=Reading("every operator of such a network counts", infrastructure_tasks.any_of("protects", "runs")),
    cites=(_aia(pinpoint="Annex III, point 2"), _draft(pinpoint="point 2")),
)

annex_iii_2 = listed_use(
    "2",
    "Safety component of an essential network",
    "a safety component of an essential network",
    "Protects people, property or the network itself in running digital infrastructure, road traffic, or the supply "
    "of water, gas, heating or electricity. Pure cybersecurity is left out.",
    uses.includes("infrastructure") & _protects_or_runs & _operator_counts,
    _aia(pinpoint="recital 55"),
)

# -- Point 3: education --------------------------------------------------------------------------------------------

_education = uses.includes("education")

annex_iii_3_a = listed_use(
    "3(a)",
    "Admission to education",
    "meant to decide on access or admission to education, or to assign people",
    "Helps decide who enters or is assigned to a school, university, course or vocational training, scholarships "
    "included. General information on how to apply is outside.",
    _education & education_tasks.any_of("admission", "assigns_places"),
    _aia(pinpoint="recital 56"),
)

annex_iii_3_b = listed_use(
    "3(b)",
    "Assessment of learning",
    "meant to evaluate learning outcomes",
    "Grades work of learners in institutions of any level. The draft guidelines count only what goes into a mark or a "
    "certificate.",
    _education
    & draft_leaves_out(
        "grading",
        "The text covers evaluation of learning that steers learning as well. The draft guidelines count only "
        "assessment that goes into a grade or qualification.",
        education_tasks.includes("grades_final"),
        education_tasks.includes("feedback_only"),
        "point 3(b)",
    ),
    _aia(pinpoint="recital 56"),
)

annex_iii_3_c = listed_use(
    "3(c)",
    "Level of education",
    "meant to find the level of education a person should get",
    "Helps an institution judge which level or class suits a person. The draft guidelines leave out advice that "
    "learners seek on their own, and mere statistics.",
    _education
    & draft_leaves_out(
        "education-level",
        "The text covers whoever assesses the level a person will receive. The draft guidelines leave out advice that "
        "learners seek themselves.",
        education_tasks.includes("sets_level"),
        education_tasks.includes("student_side"),
        "point 3(c)",
    ),
    _aia(pinpoint="recital 56"),
)

annex_iii_3_d = listed_use(
    "3(d)",
    "Watching over tests",
    "meant to watch for forbidden conduct in tests",
    "Watches learners or checks who they are while they sit a test. Checking homework for copying is outside.",
    _education & education_tasks.any_of("detects_cheating", "checks_identity_in_tests"),
    _aia(pinpoint="recital 56"),
)

# -- Point 4: work -------------------------------------------------------------------------------------------------

_RECRUITMENT = (
    "targeted_vacancy_adverts",
    "filters_applications",
    "evaluates_candidates",
    "schedules_interviews",
    "other_recruitment",
)

annex_iii_4_a = listed_use(
    "4(a)",
    "Recruitment",
    "meant for recruiting or selecting people for work",
    "Targets job adverts, filters applications, rates candidates or serves recruitment in another way, freelancers "
    "included. The draft guidelines leave out tools for the applicant alone and adverts for the employer as such.",
    uses.any_of("hiring", "advertising")
    & draft_leaves_out(
        "recruitment",
        "The text covers all recruitment and selection. The draft guidelines leave out employer branding, untargeted "
        "adverts, and tools that serve the applicant alone.",
        hiring_tasks.any_of(*_RECRUITMENT),
        hiring_tasks.any_of("candidate_side", "employer_brand"),
        "point 4(a)",
    ),
    _aia(pinpoint="recital 57"),
)

_MANAGEMENT = ("terms_pay_promotion_dismissal", "allocates_by_behaviour", "evaluates_performance")

annex_iii_4_b = listed_use(
    "4(b)",
    "Management of workers",
    "meant to manage or evaluate workers",
    "Shapes pay, promotion, dismissal or other terms, hands out tasks by behaviour or traits, or watches and evaluates "
    "workers. The draft guidelines leave out tracking of goods and voluntary feedback.",
    uses.includes("work_management")
    & draft_leaves_out(
        "work",
        "The text covers the watching and evaluating of people at work. The draft guidelines ask for some weight, and "
        "leave out tracking of parcels and tips a worker may ignore.",
        work_tasks.any_of(*_MANAGEMENT),
        work_tasks.any_of("tracks_things", "optional_feedback"),
        "point 4(b)",
    ),
    _aia(pinpoint="recital 57"),
)

# -- Point 5: essential services -----------------------------------------------------------------------------------

_authority_behind = users.any_of(
    "public_authority", "for_authority", "eu_body", "law_enforcement", "border_authority", "judicial"
)

annex_iii_5_a = listed_use(
    "5(a)",
    "Public benefits and services",
    "meant to evaluate who gets or keeps a public benefit or service",
    "Used by or for public authorities to decide on benefits and services for people, health care included. The draft "
    "guidelines count flags for review; they leave out sorting to the right desk, and tax relief.",
    uses.any_of("public_benefits", "health", "housing")
    & _authority_behind
    & draft_leaves_out(
        "benefits",
        "The text covers evaluating entitlement, granting, cutting and reclaiming. The draft guidelines count flags "
        "for a closer look, and leave out routing to a case handler and tax relief.",
        benefit_tasks.any_of("decides_entitlement", "flags_for_review"),
        benefit_tasks.any_of("routes_cases", "tax"),
        "point 5(a)",
    ),
    _aia(pinpoint="recital 58"),
)

_BESIDE_CREDIT = ("pricing_only", "collateral", "after_grant", "money_laundering")

annex_iii_5_b = listed_use(
    "5(b)",
    "Creditworthiness of people",
    "meant to judge the creditworthiness of people",
    "Judges whether people can and will pay, or scores them. Detecting financial fraud is left out, and so are checks "
    "on companies. The draft guidelines also leave out pricing alone, collateral and money-laundering checks.",
    uses.any_of("credit", "housing")
    & draft_leaves_out(
        "credit",
        "Beside detecting fraud the text names no exception. The draft guidelines leave out pricing alone, valuing "
        "collateral, watching risks after the grant, and checks against money laundering, and count essential services "
        "alone.",
        credit_tasks.includes("creditworthiness"),
        credit_tasks.any_of(*_BESIDE_CREDIT),
        "point 5(b)",
    ),
    _aia(pinpoint="recital 58"),
)

_life_or_health = contested(
    key="insurance-risk-and-pricing",
    why="The text says risk assessment and pricing. Only the draft guidelines say that either is enough.",
    a=Reading(
        "risk assessment or pricing is enough",
        insurance_tasks.any_of("life_health_risk", "life_health_pricing"),
    ),
    b=Reading(
        "the system must do both",
        insurance_tasks.includes("life_health_risk") & insurance_tasks.includes("life_health_pricing"),
    ),
    cites=(_aia(pinpoint="Annex III, point 5(c)"), _draft(pinpoint="point 5(c)")),
)

annex_iii_5_c = listed_use(
    "5(c)",
    "Life and health insurance",
    "meant to judge risks or set prices in life or health insurance",
    "Judges a person's risk or sets a person's price for life or health cover. Other lines, claims and product design "
    "are outside; the draft guidelines count long-term-care and credit-life cover.",
    uses.includes("insurance")
    & (
        _life_or_health
        | insurance_tasks.includes("long_term_care")
        & draft_line(
            "insurance",
            "The text names life and health insurance. The draft guidelines count long-term-care and credit-life cover "
            "among them.",
            insurance_tasks.includes("long_term_care"),
            NEVER,
            "paragraph 317",
        )
    ),
    _aia(pinpoint="recital 58"),
)

_RESCUE = ("ranks_calls", "dispatches", "triages_patients")

annex_iii_5_d = listed_use(
    "5(d)",
    "Emergency calls and triage",
    "meant to rank emergency calls, send out help or sort emergency patients",
    "Evaluates emergency calls, dispatches first response or sets its order, or triages emergency patients. Ordinary "
    "appointments are outside; so are, in the draft guidelines, transcripts and forecasts.",
    uses.any_of("emergency", "health")
    & draft_leaves_out(
        "emergency",
        "The text covers evaluating calls and setting priorities. The draft guidelines leave out pure transcription "
        "and forecasts for planning.",
        emergency_tasks.any_of(*_RESCUE),
        emergency_tasks.any_of("transcribes", "forecasts"),
        "point 5(d)",
    ),
    _aia(pinpoint="recital 58"),
)
