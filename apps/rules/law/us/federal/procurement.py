"""Terms of federal agencies' contracts for AI: they reach vendors through the contract alone."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Force, Grade, Relief, State, StepKind, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.us_federal import us_federal_ai, us_federal_sale
from apps.rules.law.us.common import IN_THE_COUNTRY, does

_NO_CONTRACT = "No exception, but a free download has no contract that could carry the terms."
MEMO = date(2025, 12, 11)
M2604 = instrument(
    "US-EO-14319-M2604",
    "Preventing Woke AI in the Federal Government, with OMB M-26-04",
    "EO 14319 and OMB M-26-04",
    Force.REGULATION,
    "EO 14319, 90 FR 35389; OMB M-26-04",
    "Agencies put terms on truthfulness and neutrality, and four documents, into contracts for language models since "
    "11 December 2025; into older ones when modified, where practicable, and before an option is used. A clause of the "
    "GSA (552.239-7001) is only proposed: the draft of June 2026 asks for notice of incidents in 72 hours; not "
    "verified since October 2026.",
    f"{_NO_CONTRACT} Agencies are to avoid asking for weights where practicable (not verified).",
    Happening(date(2025, 7, 23), State.ADOPTED, "EO 14319 issued", Grade.O),
    Happening(MEMO, State.IN_FORCE, "M-26-04 issued", Grade.O),
    Happening(date(2026, 3, 6), State.IN_FORCE, "GSA clause 552.239-7001 first proposed"),
    Happening(date(2026, 3, 11), State.IN_FORCE, "agencies' own purchasing policies due"),
    Happening(date(2026, 6, 17), State.IN_FORCE, "GSA clause reported as narrowed in June 2026; still proposed"),
    Happening(date(2026, 8, 3), State.IN_FORCE, "comments on the GSA clause close; no final clause was found"),
    relief=Relief.FUNCTIONAL,
    enforcer="The agency, under the contract",
)
_LANGUAGE_MODEL = IN_THE_COUNTRY & does("federal_sale") & us_federal_sale.is_("new", "old")
_TERMS = Deadline(
    kind=When.ON_EVENT,
    text="With new solicitations and orders; older contracts when modified, before an option or extension is used.",
)
truthful_and_neutral = duty(
    M2604,
    "US-M2604-1",
    "Meet the contract's terms on truthfulness and neutrality",
    "Meet the terms on truth-seeking, uncertainty admitted, and on ideological neutrality: no partisan judgements "
    "built in unless asked for or disclosed.",
    "vendor of a language model to a federal agency",
    Topic.TRANSPARENCY,
    MEMO,
    _LANGUAGE_MODEL,
    "EO 14319 s. 3; M-26-04",
    Grade.S,
    _TERMS,
    "contract clause, policy statement",
    "Remedies of the contract up to termination; cost of decommissioning may fall on the vendor (not verified).",
    published_on=MEMO,
    note="How neutrality is tested is not settled.",
)
agency_documents = duty(
    M2604,
    "US-M2604-2",
    "Give the agency four documents on the model",
    "Supply the original developer's acceptable-use policy, a model, system or data card, resources for users, and a "
    "way to report outputs that break the principles.",
    "vendor of a language model to a federal agency",
    Topic.DOCUMENTATION,
    MEMO,
    _LANGUAGE_MODEL,
    "M-26-04",
    Grade.S,
    _TERMS,
    "the four documents",
    "Loss of the award.",
    published_on=MEMO,
    note="Whether whoever fine-tunes an open model must pass on its maker's documents is not settled.",
)

SOLICITED_FROM = date(2025, 9, 30)
OMB_MEMOS = instrument(
    "US-OMB-M2521-M2522",
    "Federal use and acquisition of AI",
    "OMB M-25-21 and M-25-22",
    Force.REGULATION,
    "OMB M-25-21, M-25-22",
    "Bind agencies; vendors of AI of any kind meet M-25-22 as terms of contracts solicited or extended from 30 "
    "September 2025 (some guides print 1 October). National-security systems and AI merely built into common products "
    "are outside. They replace M-24-10 and M-24-18, and do not cite NIST's framework.",
    f"{_NO_CONTRACT} Agencies are told to share code and models openly where they can.",
    Happening(date(2025, 4, 3), State.IN_FORCE, "issued", Grade.O),
    Happening(SOLICITED_FROM, State.IN_FORCE, "M-25-22 counts for new solicitations and used options"),
    Happening(date(2026, 4, 3), State.IN_FORCE, "agencies' minimum practices for high-impact AI due"),
    relief=Relief.FUNCTIONAL,
    enforcer="The agency, under the contract",
)
contract_terms = duty(
    OMB_MEMOS,
    "US-M2522-1",
    "Meet the contract's terms on agency data, tests and leaving",
    "Meet the terms that agencies put into contracts for AI: their data, their tests, what they need to assess "
    "impacts, and freedom to change vendors.",
    "vendor of AI to a federal agency",
    Topic.OTHER_LAW,
    SOLICITED_FROM,
    IN_THE_COUNTRY & does("federal_sale") & us_federal_ai.is_("new"),
    "OMB M-25-22",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="With contracts solicited or extended from 30 September 2025."),
    "contract clauses, data-use record",
    "Remedies of the contract only.",
    (
        "data",
        "Train no public or commercial model on the agency's non-public data without its explicit consent.",
        "M-25-22",
        When.CONTINUOUS,
        "consent, training record",
    ),
    ("tests", "Give access for the agency's own tests.", "M-25-22", When.ON_REQUEST, "test access"),
    (
        "impact",
        "Give what the agency needs to assess high-impact AI.",
        "M-25-21; M-25-22",
        When.ON_REQUEST,
        "technical information",
    ),
    (
        "leaving",
        "Offer portability, transfer of knowledge and clear prices.",
        "M-25-22",
        When.CONTINUOUS,
        "exit plan, price list",
    ),
    ("features", "Give notice before you add new AI features.", "M-25-22", When.ON_EVENT, "notices"),
    (
        "excluded",
        "National-security systems, and AI merely built into a common commercial product, are outside.",
        "M-25-22",
        When.ON_EVENT,
        "note on the contract",
        StepKind.GATE,
    ),
)
