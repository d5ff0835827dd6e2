"""What is asked before what, where several facts share it. Moves questions only; decides nothing."""

from __future__ import annotations

# What the system is and how it reaches the Union comes before anything it does.
SYSTEM = ("system_roles", "system_method", "system_union_links")

# What it is used for settles most; only where that leaves a high-risk class possible do the rest matter.
USE = (
    *SYSTEM,
    "uses",
    "body_findings",
    "hiring_tasks",
    "work_tasks",
    "education_tasks",
    "credit_tasks",
    "insurance_tasks",
    "benefit_tasks",
    "emergency_tasks",
    "infrastructure_tasks",
    "election_tasks",
    "product_laws",
    "product_function",
    "product_assessment",
)
