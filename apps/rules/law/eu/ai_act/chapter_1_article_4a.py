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
from apps.rules.law.eu.ai_act.chapter_5_article_51 import (
    OUTSIDE_THE_ACT,
    gpai_provider,
    meant_for_the_union,
    placed_on_union_market,
)
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_IN_FORCE, OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.model import development

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

# The article speaks of models of any kind, not only of general-purpose ones.
_offers_a_model = development.is_("own", "commissioned", "consortium_lead", "changed") & (
    placed_on_union_market | meant_for_the_union
)
# Paragraph 1 is for providers of high-risk systems; everybody else stands under paragraph 2.
_under_paragraph_2 = ~high_risk_provider | system_deployer

bias_data_user = Definition(
    id="bias_data_user",
    title="Who may use sensitive data against bias",
    statement="the AI Act lets you use sensitive data against bias, on conditions",
    denial="you neither provide nor use an AI system within reach",
    summary="Provider or deployer of an AI system, high-risk or not. Whether sensitive personal data are used "
    "to find and correct bias is their choice; the conditions stand ready.",
    versions=(
        Version(
            since=OMNIBUS_IN_FORCE,
            when=system_provider | high_risk_provider | system_deployer,
            cites=(_aia(pinpoint="Art. 4a(1)"), _aia(pinpoint="Art. 4a(2)"), _omn(pinpoint="Art. 1(6)")),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
)


def _before(suffix: str, text: str, pinpoint: str, evidence: str) -> Row:
    return (suffix, text, pinpoint, When.BEFORE_USE, evidence)


_CONDITIONS: tuple[Row, ...] = (
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
)

_WHY_HARMFUL: Row = (
    "2-a",
    "Record why the bias is likely to harm health, safety or rights, or to discriminate unlawfully.",
    "Art. 4a(2)(a)",
    When.BEFORE_USE,
    "necessity memo",
)
_ALL_SIX: Row = (
    "2-b",
    "Tick off all six conditions of paragraph 1 for this processing.",
    "Art. 4a(2)(b)",
    When.BEFORE_USE,
    "completed condition sheet",
)

_MUST = (
    "If you use sensitive personal data to find and correct bias, do so only where strictly necessary and under all "
    "six conditions: no other data would do, no re-use, controlled access, nothing passed on, timely deletion, and "
    "reasons on record. Nothing obliges you to look for bias under this article."
)
_DEADLINE = Deadline(kind=When.BEFORE_USE, text="Before each such processing, and as long as it lasts.")
_EVIDENCE = "necessity memo, comparison test, access log, deletion log, entry in the record of processing"
_PENALTY = (
    "Not among the fines of Article 99(3) to (5): national rules decide. Where the AI Office supervises, up to EUR 15 "
    "million or 3 % of turnover (Article 75c(4)(a)). Processing outside the permission can also breach data-protection "
    "law."
)
_OPEN_POINTS = (
    "Whether processors and cloud hosts are other parties to whom nothing may pass is open. Where the Act does not "
    "reach, this permission is missing as well: data-protection law alone decides."
)
_REPLACES = (
    "Replaces Article 10(5) of the text of 2024, which covered providers of high-risk systems alone and was deleted "
    "before it applied."
)
_CITES = (_aia(pinpoint="Art. 4a"), _omn(pinpoint="Art. 1(6)"))

bias_data = Obligation(
    id="EU-AIA-4A",
    title="Keep the conditions for sensitive data against bias",
    must=_MUST,
    who="provider or deployer of an AI system that chooses to use such data",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=OMNIBUS_IN_FORCE,
            when=bias_data_user,
            cites=_CITES,
            unless=(*ACTIVITIES_LEFT_ALONE, PRIVATE_USE, OPEN_SOURCE_SYSTEM, SECTION_B_LITERAL),
            published_on=OMNIBUS_PUBLISHED,
            note=_REPLACES,
        ),
    ),
    deadline=_DEADLINE,
    evidence=_EVIDENCE,
    penalty_note=_PENALTY,
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
        *_CONDITIONS,
        (*_WHY_HARMFUL, StepKind.DUTY, _under_paragraph_2),
        (*_ALL_SIX, StepKind.DUTY, _under_paragraph_2),
    ),
    note=_OPEN_POINTS + " Until the rules on data governance apply, it is also open whether providers of systems that "
    "will be high-risk stand under paragraph 1 or 2.",
)

bias_data_in_models = Obligation(
    id="EU-AIA-4A-models",
    title="Keep the conditions for sensitive data against bias in a model",
    must=_MUST,
    who="provider of an AI model, of any kind, that chooses to use such data",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=OMNIBUS_IN_FORCE,
            when=gpai_provider | _offers_a_model,
            cites=_CITES,
            unless=OUTSIDE_THE_ACT,
            published_on=OMNIBUS_PUBLISHED,
            note=_REPLACES,
        ),
    ),
    deadline=_DEADLINE,
    evidence=_EVIDENCE,
    penalty_note=_PENALTY,
    steps=steps("EU-AIA-4A-models", *_CONDITIONS, _WHY_HARMFUL, _ALL_SIX),
    note=_OPEN_POINTS,
)
