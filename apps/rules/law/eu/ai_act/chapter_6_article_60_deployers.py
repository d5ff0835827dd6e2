"""AI Act, Chapter VI: Article 60(4)(h) and (j), what deployers owe who join a test in real conditions."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import SECTION_B, system_deployer
from apps.rules.law.eu.ai_act.chapter_3_annex_i import annex_i_section_a
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.chapter_6_sandboxes import (
    CHAPTER_6_FROM,
    NO_FINE_NAMED,
    OTHER_LEFT_ALONE,
    prospective_provider,
)
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.system import system_limits, system_testing

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

DEPLOYER_TEST_STEPS = steps(
    "EU-AIA-60-deployers",
    (
        "4-h-s2",
        "Agree with the provider in writing who does what.",
        "Art. 60(4)(h)",
        When.BEFORE_USE,
        "agreement",
    ),
    (
        "4-j",
        "Have your part of the test overseen by qualified people with the training and the power they need.",
        "Art. 60(4)(j)",
        When.CONTINUOUS,
        "appointment, record of competence",
    ),
)

_CONDITIONS_FOR_DEPLOYERS = (
    _aia(pinpoint="Art. 60(4)(h)"),
    _aia(pinpoint="Art. 60(4)(j)"),
    _aia(pinpoint="Art. 113"),
)
_joins_a_test = (
    system_deployer
    & system_limits.includes("development")
    & system_testing.includes("real_world")
    & ~prospective_provider  # a provider has the same conditions, and all the others
)

test_as_deployer = Obligation(
    id="EU-AIA-60-deployers",
    title="Join a test in real conditions by agreement and under supervision",
    must="Before you try out somebody else's high-risk system that is not released yet, agree with its provider in "
    "writing who does what. Throughout, have qualified people oversee the test on your side.",
    who="deployer who takes part in a test before release",
    topic=Topic.SAFETY,
    versions=(
        Version(
            since=CHAPTER_6_FROM,
            when=_joins_a_test & high_risk_by_use,
            cites=_CONDITIONS_FOR_DEPLOYERS,
            unless=(*OTHER_LEFT_ALONE, SECTION_B),
            replaced_on=OMNIBUS_PUBLISHED,
            note="Annex III alone; widened to Annex I, Section A, before the first day came.",
        ),
        Version(
            since=CHAPTER_6_FROM,
            when=_joins_a_test & (high_risk_by_use | annex_i_section_a),
            cites=(*_CONDITIONS_FOR_DEPLOYERS, _omn(pinpoint="Art. 1(24)")),
            unless=(*OTHER_LEFT_ALONE, SECTION_B),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="Agreement before the test; supervision as long as it lasts."),
    evidence="agreement with the provider, appointment and record of competence",
    penalty_note=NO_FINE_NAMED,
    steps=DEPLOYER_TEST_STEPS,
    note="The plan, the registration and the consent of those tested are the provider's to get.",
)
