"""Decisions about workers and applicants, from the tasks a system has."""

from __future__ import annotations

from apps.rules.engine import Expr
from apps.rules.law.facts.us_decisions import us_decides_on
from apps.rules.law.facts.us_work import us_employer
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import hiring_tasks, work_tasks

# Recruiting in any way, save where it works for the applicant alone or only praises the employer.
RECRUITS: Expr = uses.any_of("hiring", "advertising") & hiring_tasks.any_of(
    "targeted_vacancy_adverts",
    "filters_applications",
    "evaluates_candidates",
    "schedules_interviews",
    "other_recruitment",
)
# Chooses among people who apply or might: more than arranging interviews.
CHOOSES_APPLICANTS: Expr = uses.any_of("hiring", "advertising") & hiring_tasks.any_of(
    "filters_applications", "evaluates_candidates", "other_recruitment"
)
SELECTS: Expr = uses.any_of("hiring", "advertising") & hiring_tasks.any_of(
    "targeted_vacancy_adverts", "filters_applications", "evaluates_candidates", "other_recruitment"
)
# Pay, terms, promotion, training, discipline or dismissal.
MANAGES: Expr = uses.includes("work_management") & work_tasks.any_of(
    "terms_pay_promotion_dismissal", "evaluates_performance", "allocates_by_behaviour"
)
# What follows for people at work, whatever the tool does to get there.
AFFECTS_WORKERS: Expr = uses.includes("work_management") & us_decides_on.any_of("disciplines", "trains", "shifts_hours")
DECIDES_ON_TERMS: Expr = uses.includes("work_management") & work_tasks.includes("terms_pay_promotion_dismissal")

EMPLOYER: Expr = us_employer.any_of("employer", "agency")
ACTS_FOR_EMPLOYER: Expr = us_employer.any_of("agent", "agency")
