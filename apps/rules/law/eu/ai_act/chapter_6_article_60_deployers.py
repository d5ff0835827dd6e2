"""AI Act, Chapter VI: Article 60(4)(h) and (j), and Article 60a(5)(b): deployers who join a test."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import PRIVATE_USER, system_deployer
from apps.rules.law.eu.ai_act.chapter_6_real_world_tests import article_60, article_60a
from apps.rules.law.eu.ai_act.chapter_6_sandboxes import NO_FINE_NAMED, OTHER_LEFT_ALONE, prospective_provider
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.system import system_limits, system_testing

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

DEPLOYER_TEST_STEPS = steps(
    "EU-AIA-60-deployers",
    (
        "4-h-s2",
        "Sign an agreement with the provider on who does what.",
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

_SHARED = (_aia(pinpoint="Art. 60(4)(h)"), _aia(pinpoint="Art. 60(4)(j)"))
_joins_a_test = (
    system_deployer
    & system_limits.includes("development")
    & system_testing.includes("real_world")
    & ~prospective_provider  # who has all conditions, these among them
)
_LEFT_ALONE = (*OTHER_LEFT_ALONE, PRIVATE_USER)
_IN_A_SANDBOX = "Inside a sandbox the plan agreed there rules the test (Article 57(5))."

test_as_deployer = Obligation(
    id="EU-AIA-60-deployers",
    title="Join a test in real conditions by agreement and under supervision",
    must="Before you try out somebody else's high-risk system that is not released yet, sign an agreement with its "
    "provider on who does what. Throughout, have qualified people oversee the test on your side.",
    who="deployer who takes part in a test before release",
    topic=Topic.SAFETY,
    versions=article_60(_joins_a_test, (*_SHARED, _aia(pinpoint="Art. 113")), _LEFT_ALONE),
    deadline=Deadline(kind=When.BEFORE_USE, text="Agreement before the test; supervision as long as it lasts."),
    evidence="agreement with the provider, appointment and record of competence",
    penalty_note=NO_FINE_NAMED,
    steps=DEPLOYER_TEST_STEPS,
    note="The plan, the registration and the consent of those tested are the provider's to get. " + _IN_A_SANDBOX,
)

test_section_b_as_deployer = Obligation(
    id="EU-AIA-60a-deployers",
    title="Join a test of a Section B product as the national framework says",
    must="Before you try out a vehicle, aircraft, ship, train or machine whose AI is not released yet, look up the "
    "country's framework for such tests. As far as it takes over Article 60(4)(h) and (j), sign an agreement with the "
    "provider and have qualified people oversee the test on your side.",
    who="deployer who takes part in a test of a Section B product before release",
    topic=Topic.SAFETY,
    versions=article_60a(_joins_a_test, (_aia(pinpoint="Art. 60a(5)(b)"), *_SHARED), _LEFT_ALONE),
    deadline=Deadline(kind=When.BEFORE_USE, text="Agreement before the test; then as the framework says."),
    evidence="citation of the framework, agreement with the provider, appointment of those who oversee",
    penalty_note="The national framework and product law set the penalties.",
    note="Article 60a(5)(b) takes over Article 60(4)(d) to (j); that it binds deployers, whom (h) and (j) name, is "
    "inferred. Member States may offer such tests but need not. " + _IN_A_SANDBOX,
)
