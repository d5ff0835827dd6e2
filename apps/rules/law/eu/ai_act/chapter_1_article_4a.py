"""AI Act, Chapter I: Article 4a, sensitive data used to find and correct bias. A permission, never a duty to look."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Definition, Grade, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    OPEN_SOURCE_SYSTEM,
    PRIVATE_USE,
    SECTION_B_LITERAL,
    high_risk_provider,
    system_deployer,
    system_provider,
)
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_IN_FORCE, OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.market import union_ways
from apps.rules.law.facts.model import development

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

# The article speaks of models of any kind, not only of general-purpose ones.
_offers_a_model = development.is_("own", "commissioned", "consortium_lead", "changed") & ~union_ways.is_empty()
# Paragraph 1 is for providers of high-risk systems; everybody else stands under paragraph 2.
_under_paragraph_2 = ~high_risk_provider | system_deployer

bias_data_user = Definition(
    id="bias_data_user",
    title="Who may use sensitive data against bias",
    statement="you provide or use an AI system or model, so you may use sensitive data against bias on conditions",
    denial="you neither provide nor use an AI system or model within reach",
    summary="Provider or deployer of an AI system or model, high-risk or not. Whether sensitive personal data are used "
    "to find and correct bias is their choice; the conditions stand ready.",
    versions=(
        Version(
            since=OMNIBUS_IN_FORCE,
            when=system_provider | high_risk_provider | system_deployer | gpai_provider | _offers_a_model,
            cites=(_aia(pinpoint="Art. 4a(1)"), _aia(pinpoint="Art. 4a(2)"), _omn(pinpoint="Art. 1(6)")),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
)


def _before(suffix: str, text: str, pinpoint: str, evidence: str) -> Row:
    return (suffix, text, pinpoint, When.BEFORE_USE, evidence)


bias_data = Obligation(
    id="EU-AIA-4A",
    title="Keep the conditions for sensitive data against bias",
    must="If you use sensitive personal data to find and correct bias, do so only where strictly necessary and under "
    "all six conditions: no other data would do, no re-use, controlled access, nothing passed on, timely deletion, and "
    "reasons on record. Nothing obliges you to look for bias under this article.",
    who="provider or deployer of an AI system or model that chooses to use such data",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=OMNIBUS_IN_FORCE,
            when=bias_data_user,
            cites=(_aia(pinpoint="Art. 4a"), _omn(pinpoint="Art. 1(6)")),
            unless=(*ACTIVITIES_LEFT_ALONE, PRIVATE_USE, OPEN_SOURCE_SYSTEM, SECTION_B_LITERAL),
            published_on=OMNIBUS_PUBLISHED,
            note="Replaces Article 10(5) of the text of 2024, which covered providers of high-risk systems alone and "
            "was deleted before it applied.",
        ),
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="Before each such processing, and as long as it lasts."),
    evidence="necessity memo, comparison test, access log, deletion log, entry in the record of processing",
    penalty_note="Not among the fines of Article 99(3) to (5): national rules decide. Processing outside the "
    "permission can also breach data-protection law.",
    steps=steps(
        "EU-AIA-4A",
        (
            "1-s1",
            "Record why work on bias under Article 10(2)(f) and (g) strictly needs sensitive data.",
            "Art. 4a(1)",
            When.BEFORE_USE,
            "necessity memo",
            StepKind.DUTY,
            high_risk_provider,
        ),
        _before(
            "1-s2",
            "Name the legal basis and the exception for sensitive data under data-protection law; this article "
            "replaces neither.",
            "Art. 4a(1)",
            "record of legal basis",
        ),
        _before(
            "1-a",
            "Show by trial that synthetic, anonymised or other data would not do.",
            "Art. 4a(1)(a)",
            "comparison test report",
        ),
        (
            "1-b",
            "Block re-use by technical means; protect the data at the state of the art, pseudonyms included.",
            "Art. 4a(1)(b)",
            When.CONTINUOUS,
            "list of technical controls",
        ),
        (
            "1-c",
            "Control and log access; let in only authorised people bound to secrecy.",
            "Art. 4a(1)(c)",
            When.CONTINUOUS,
            "access list and log, confidentiality undertakings",
        ),
        (
            "1-d",
            "Keep the data in house: send, transfer or open them to nobody else.",
            "Art. 4a(1)(d)",
            When.CONTINUOUS,
            "data-flow diagram, block on outgoing data",
        ),
        (
            "1-e",
            "Delete the data once the bias is corrected or the retention period ends, whichever comes first.",
            "Art. 4a(1)(e)",
            When.ON_EVENT,
            "deletion log",
        ),
        _before(
            "1-f",
            "Enter in the record of processing why sensitive data were strictly needed and other data fell short.",
            "Art. 4a(1)(f)",
            "entry in the record of processing",
        ),
        (
            "2-a",
            "Record why the bias is likely to harm health, safety or rights, or to discriminate unlawfully.",
            "Art. 4a(2)(a)",
            When.BEFORE_USE,
            "necessity memo",
            StepKind.DUTY,
            _under_paragraph_2,
        ),
        (
            "2-b",
            "Tick off all six conditions of paragraph 1 for this processing.",
            "Art. 4a(2)(b)",
            When.BEFORE_USE,
            "completed condition sheet",
            StepKind.DUTY,
            _under_paragraph_2,
        ),
    ),
    note="Whether processors and cloud hosts are other parties to whom nothing may pass is open. Where the Act does "
    "not reach, this permission is missing as well: data-protection law alone decides.",
)
