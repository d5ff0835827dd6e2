"""Financial firms under the FCA and the PRA, and suppliers critical to finance: existing rules applied to AI."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.uk_finance import uk_finance
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.uk.common import IN_THE_COUNTRY, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM

CONSUMER_DUTY_FROM = date(2023, 7, 31)
RESILIENCE_FROM = date(2025, 3, 31)
MANAGERS_FROM = date(2016, 3, 7)
STATEMENT_ON_FRONTIER_AI = date(2026, 5, 1)
THIRD_PARTIES_FROM = date(2027, 3, 18)
MODEL_RISK_PUBLISHED, MODEL_RISK_FROM = date(2023, 5, 17), date(2024, 5, 17)
OUTSOURCING_FROM = date(2022, 3, 31)
CRITICAL_RULES_FROM, FIRST_DESIGNATIONS = date(2025, 1, 1), date(2026, 7, 13)

FCA = instrument(
    "UK-FCA",
    "FCA rules for regulated firms that use AI",
    "FCA rules",
    Force.REGULATION,
    "FCA Handbook: PRIN 2A, SYSC; Financial Services and Markets Act 2000",
    "There are no rules for AI alone, and the regulator says that it plans none. Existing rules hold: good outcomes "
    "for retail customers, a named senior manager, suppliers, resilience. A vendor without authorisation is outside "
    "unless its tool itself gives advice, arranges or broke credit; doing so without authorisation, or promoting "
    "investments without approval, is a crime (up to 2 years, from memory). The Mills Review of July 2026 binds "
    "nobody.",
    "Nothing depends on openness; a model taken from a hub is a third-party model.",
    Happening(MANAGERS_FROM, State.IN_FORCE, "senior managers regime (day from memory)", Grade.M),
    Happening(CONSUMER_DUTY_FROM, State.IN_FORCE, "Consumer Duty for open products; closed ones a year later", Grade.M),
    Happening(RESILIENCE_FROM, State.IN_FORCE, "operational resilience in full", Grade.M),
    Happening(STATEMENT_ON_FRONTIER_AI, State.IN_FORCE, "joint statement on frontier AI and cyber risk, May 2026"),
    Happening(date(2026, 7, 6), State.IN_FORCE, "Mills Review published; whether it is accepted was not seen"),
    Happening(THIRD_PARTIES_FROM, State.IN_FORCE, "notices and register of material third parties (PS26/2, PS7/26)"),
    enforcer="Financial Conduct Authority",
    jurisdiction="UK",
)
_FIRM: Expr = IN_THE_COUNTRY & uk_activities.includes("financial_firm") & (USES_SYSTEM | OFFERS_SYSTEM | MAKES_MODEL)
_WHO = "firm authorised by the FCA or the PRA"
_FINE = "Unlimited fine, bans for individuals (from memory)."

customer_outcomes = duty(
    FCA,
    "UK-FCA-1",
    "Test and watch AI for good outcomes of retail customers",
    "Test AI for foreseeable harm, fair value, understanding and support, and follow outcomes by customer group, "
    "vulnerable customers included.",
    _WHO,
    Topic.DECISIONS,
    CONSUMER_DUTY_FROM,
    _FIRM & uk_finance.includes("retail"),
    "PRIN 2A",
    Grade.M,
    Deadline(kind=When.RECURRING, text="Before use, while it is used, and in the yearly report to the board."),
    "board report on outcomes",
    _FINE,
)
senior_manager = duty(
    FCA,
    "UK-FCA-2",
    "Name the senior manager who answers for AI",
    "Name a senior manager who answers for the AI, and record the reasonable steps taken. That the AI did it is no "
    "defence.",
    _WHO,
    Topic.DECISIONS,
    MANAGERS_FROM,
    _FIRM,
    "Senior Managers and Certification Regime",
    Grade.M,
    ALWAYS_DUE,
    "statement of responsibilities, record of steps",
    _FINE,
)
third_parties = duty(
    FCA,
    "UK-FCA-3",
    "Check suppliers of models, and keep a way out",
    "Check who supplies the model before you rely on it, secure audit rights, and plan how to leave.",
    _WHO,
    Topic.SECURITY,
    MANAGERS_FROM,
    _FIRM & uk_finance.includes("third_party"),
    "SYSC 8",
    Grade.M,
    ALWAYS_DUE,
    "supplier register, exit plan",
    _FINE,
    (
        "notify",
        "From 18 March 2027: notify material third-party arrangements and keep the register of them.",
        "FCA PS26/2; PRA PS7/26",
        When.CONTINUOUS,
        "register",
    ),
)
resilience = duty(
    FCA,
    "UK-FCA-4",
    "Map AI inside important business services",
    "Map where important business services lean on AI, set how long they may fail, and test that they stay within it.",
    _WHO,
    Topic.SECURITY,
    RESILIENCE_FROM,
    _FIRM & uk_finance.includes("resilience"),
    "SYSC 15A",
    Grade.M,
    Deadline(kind=When.RECURRING, text="In full since 31 March 2025; reviewed every year."),
    "self-assessment",
    _FINE,
    published_on=MANAGERS_FROM,
)
inventory = duty(
    FCA,
    "UK-FCA-5",
    "List and manage the AI parts built into your networks",
    "Find the external AI applications, libraries and services in your networks, and manage their cyber risk.",
    _WHO,
    Topic.SECURITY,
    STATEMENT_ON_FRONTIER_AI,
    _FIRM,
    "joint statement of FCA, Bank of England and Treasury, May 2026",
    Grade.S,
    ALWAYS_DUE,
    "inventory",
    "No penalty of its own; supervision.",
    published_on=STATEMENT_ON_FRONTIER_AI,
    force=Force.GUIDANCE,
)

PRA = instrument(
    "UK-PRA",
    "PRA expectations on model risk (SS1/23) and outsourcing (SS2/21)",
    "PRA supervisory statements",
    Force.GUIDANCE,
    "SS1/23; SS2/21",
    "Expectations, not rules. The five principles on model risk formally reach only UK-incorporated banks, building "
    "societies and designated investment firms with approval for internal capital models, and then all their models, "
    "bought and learned ones included. Other firms are still expected to manage model risk.",
    "A model from a hub is validated like any other.",
    Happening(OUTSOURCING_FROM, State.IN_FORCE, "SS2/21", Grade.M),
    Happening(MODEL_RISK_PUBLISHED, State.ADOPTED, "SS1/23 published", Grade.O),
    Happening(MODEL_RISK_FROM, State.IN_FORCE, "SS1/23 effective", Grade.O),
    enforcer="Prudential Regulation Authority",
    jurisdiction="UK",
)
model_risk = duty(
    PRA,
    "UK-PRA-SS1-23",
    "Manage model risk by the five principles",
    "Keep an inventory of all models, ranked by risk, under an accountable senior manager; develop and use them with "
    "care, have them validated independently, and hold mitigants. Bought and learned models count.",
    "bank, building society or designated investment firm with approved internal models",
    Topic.DOCUMENTATION,
    MODEL_RISK_FROM,
    _FIRM & uk_finance.includes("capital_models"),
    "SS1/23; PS6/23",
    Grade.O,
    Deadline(kind=When.CONTINUOUS, text="Since 17 May 2024; 12 months after a first approval (from memory)."),
    "model inventory, validation reports, yearly self-assessment",
    "Supervisory tools; fines under the 2000 act (from memory).",
    ("inventory", "Identify models and rank their risk.", "principle 1", When.CONTINUOUS, "inventory"),
    ("governance", "Name the accountable senior manager.", "principle 2", When.CONTINUOUS, "responsibilities"),
    ("build", "Develop, put in place and use models with care.", "principle 3", When.CONTINUOUS, "documentation"),
    ("validate", "Have models validated independently, bought ones too.", "principle 4", When.RECURRING, "reports"),
    ("mitigate", "Hold mitigants where models fall short.", "principle 5", When.CONTINUOUS, "list of mitigants"),
    published_on=MODEL_RISK_PUBLISHED,
)
outsourcing = duty(
    PRA,
    "UK-PRA-SS2-21",
    "Manage outsourcing and other third parties",
    "Assess, contract and watch suppliers of AI in proportion to their weight, with audit, data and exit terms.",
    "bank, insurer or branch of a foreign one under the PRA",
    Topic.SECURITY,
    OUTSOURCING_FROM,
    _FIRM & uk_finance.any_of("pra_firm", "capital_models") & uk_finance.includes("third_party"),
    "SS2/21",
    Grade.M,
    ALWAYS_DUE,
    "contracts, outsourcing register",
    "Supervisory tools.",
)

CTP = instrument(
    "UK-CTP",
    "Critical third parties to the finance sector",
    "Critical third parties",
    Force.REGULATION,
    "Financial Services and Markets Act 2000 s. 312L ff.; Bank of England SS6/24, FCA PS24/16",
    "Binds only suppliers named in regulations of the Treasury: none until 12 July 2026, four since 13 July 2026 (AWS "
    "EMEA, Google Cloud EMEA, Microsoft Ireland Operations, Oracle; from secondary sources). No AI model vendor is on "
    "the list; it may grow.",
    "Nothing depends on openness.",
    Happening(CRITICAL_RULES_FROM, State.IN_FORCE, "rules in force; nobody named yet"),
    Happening(FIRST_DESIGNATIONS, State.IN_FORCE, "first four suppliers named"),
    enforcer="Bank of England, PRA, FCA; HM Treasury names the suppliers",
    jurisdiction="UK",
)
critical_supplier = duty(
    CTP,
    "UK-CTP-1",
    "Meet the rules for suppliers critical to finance",
    "Keep to the fundamental rules, govern the services well, manage your supply chain, report incidents, test "
    "scenarios, and assess yourself every year.",
    "supplier named by the Treasury",
    Topic.SECURITY,
    FIRST_DESIGNATIONS,
    IN_THE_COUNTRY & uk_activities.includes("critical_third_party"),
    "s. 312L ff.; SS6/24; PS24/16",
    Grade.S,
    Deadline(kind=When.RECURRING, text="From the day of the naming; self-assessment every year."),
    "self-assessment, incident reports, tests",
    "Public censure, conditions, prohibition of services.",
    published_on=FIRST_DESIGNATIONS,
)
