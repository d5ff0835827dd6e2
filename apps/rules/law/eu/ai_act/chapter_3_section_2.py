"""AI Act, Chapter III, Section 2 (Articles 8 to 15): what a high-risk system has to fulfil before it is offered."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Deadline, Obligation, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    SECTION_B,
    high_risk_provider,
)
from apps.rules.law.eu.ai_act.chapter_3_article_6 import CLASSIFICATION_RECORD, TRANSITION_RECORD
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, on_both_calendars
from apps.rules.law.eu.ai_act.chapter_3_section_2_steps_8_10 import (
    COMPLIANCE_STEPS,
    DATA_STEPS,
    RISK_MANAGEMENT_STEPS,
)
from apps.rules.law.eu.ai_act.chapter_3_section_2_steps_12_15 import (
    ACCURACY_STEPS,
    DOCUMENTATION_STEPS,
    INSTRUCTION_STEPS,
    LOGGING_STEPS,
    OVERSIGHT_STEPS,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import PROVIDER_FINE
from apps.rules.law.eu.ai_act.steps import steps

_WHO = "provider of a high-risk system"
_REACHED_THROUGH = "Articles 8 to 15 are not named among the fines; Article 16, which asks for them, is."

_UNLESS = (*ACTIVITIES_LEFT_ALONE, SECTION_B, OLDER_HIGH_RISK)

_LATER_LIMITS = (
    "The Commission may, by 2 August 2027, limit Articles 9 to 15 and 17 to 25 for products of Annex I, "
    "Section A (Article 2(13)); nothing has been found yet."
)

_requirement = partial(Obligation, who=_WHO, penalty=PROVIDER_FINE, penalty_note=_REACHED_THROUGH)
_versions = partial(on_both_calendars, high_risk_provider, unless=_UNLESS)

meet_the_requirements = _requirement(
    id="EU-AIA-8",
    title="Meet the requirements for high-risk systems",
    must="Make the system fulfil Articles 9 to 15, measured by its purpose and the state of the art and steered by "
    "its risk management. A product under Annex I, Section A, also fulfils its product law; tests, reports and papers "
    "may be shared.",
    topic=Topic.SAFETY,
    versions=_versions("Arts 8 and 16(a)"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered or put into service, then always."),
    evidence="table of requirements",
    steps=(*steps("EU-AIA-8", *CLASSIFICATION_RECORD, *TRANSITION_RECORD), *COMPLIANCE_STEPS),
    note=_LATER_LIMITS,
)

manage_risks = _requirement(
    id="EU-AIA-9",
    title="Manage risks over the whole lifecycle",
    must="Find, rate and reduce the risks to health, safety and fundamental rights, from use as meant and foreseeable "
    "misuse, again and again over the lifecycle. Test against measures set beforehand. Think of minors and other "
    "vulnerable groups.",
    topic=Topic.SAFETY,
    versions=_versions("Arts 9(1) to (10) and 16(a)"),
    deadline=Deadline(kind=When.RECURRING, text="From development to retirement; tests finished before launch."),
    evidence="risk file, test reports",
    steps=RISK_MANAGEMENT_STEPS,
    note=_LATER_LIMITS,
)

govern_data = _requirement(
    id="EU-AIA-10",
    title="Govern training, validation and test data",
    must="Choose, document and prepare data so that it matters for the purpose, represents it well, fits the place of "
    "use and is as free of errors as possible; find and reduce bias. Systems that are not trained: test data only.",
    topic=Topic.TRAINING_DATA,
    versions=_versions("Arts 10(1) to (4), 10(6) and 16(a)"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered or put into service."),
    evidence="data sheets, bias report",
    steps=DATA_STEPS,
    note="Paragraph 5, on special categories of data, was deleted on 27 July 2026; Article 4a takes its place.",
)

document_the_system = _requirement(
    id="EU-AIA-11",
    title="Draw up technical documentation",
    must="Before launch, draw up the file that Annex IV describes, and keep it current. For a product under Annex I, "
    "Section A, one file serves product law too. Small and mid-sized firms may use the Commission's short form.",
    topic=Topic.DOCUMENTATION,
    versions=_versions("Arts 11(1), 11(2) and 16(a)"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered or put into service, then current."),
    evidence="technical file under Annex IV",
    steps=DOCUMENTATION_STEPS,
    note="Regulation (EU) 2026/1744 opened the short form to small mid-caps. Its publication has not been seen.",
)

log_events = _requirement(
    id="EU-AIA-12",
    title="Build in automatic logs",
    must="Let the system record events by itself all its life: those that show risks or substantial changes and those "
    "that monitoring needs. For identification of people from a distance, four items at least.",
    topic=Topic.DOCUMENTATION,
    versions=_versions("Arts 12(1) to (3) and 16(a)"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="By design, before the system is offered or put into service."),
    evidence="logging design, sample of the log",
    steps=LOGGING_STEPS,
)

inform_deployers = _requirement(
    id="EU-AIA-13",
    title="Be transparent to deployers; give instructions for use",
    must="Make the system understandable to those who use it, and add clear instructions: who you are, purpose, "
    "performance also by group, risks, input, reading of output, planned changes, oversight, upkeep and logs.",
    topic=Topic.TRANSPARENCY,
    versions=_versions("Arts 13(1) to (3) and 16(a)"),
    deadline=Deadline(kind=When.AT_PLACING, text="With each system that is offered or put into service."),
    evidence="instructions for use",
    steps=INSTRUCTION_STEPS,
)

enable_oversight = _requirement(
    id="EU-AIA-14",
    title="Design for human oversight",
    must="Design the system so that people can oversee it: understand its limits, resist over-reliance, read, "
    "overrule and undo results, and stop it. Matches from a distance need two people's separate confirmation before "
    "anybody acts.",
    topic=Topic.SAFETY,
    versions=_versions("Arts 14(1) to (5) and 16(a)"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="By design, before the system is offered or put into service."),
    evidence="interface specification, oversight procedure",
    steps=OVERSIGHT_STEPS,
    note="For policing, migration, borders and asylum, a law may find the two-person check disproportionate.",
)

be_accurate_and_secure = _requirement(
    id="EU-AIA-15",
    title="Be accurate, robust and secure",
    must="Reach, and hold, the accuracy, robustness and cybersecurity that suit the purpose, and state the measures. "
    "Keep bias from feeding back; withstand faults, poisoned data, misleading inputs and theft of data or model.",
    topic=Topic.SECURITY,
    versions=_versions("Arts 15(1) to (5) and 16(a)"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="By design, then over the whole lifecycle."),
    evidence="accuracy figures, security test report",
    steps=ACCURACY_STEPS,
    note="Since 27 July 2026 a system covered by the Cyber Resilience Act that meets Article 12(1) there is taken to "
    "meet the cybersecurity part (Article 42(3)).",
)
