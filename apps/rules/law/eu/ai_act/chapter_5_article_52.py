"""AI Act, Article 52: notifying systemic risk, and contesting the classification."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, StepKind, Topic, When
from apps.rules.law.eu.ai_act.chapter_5_article_51 import designated, notification_due, since_august_2025
from apps.rules.law.eu.ai_act.chapter_12_article_101 import GPAI_FINE
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.safety import commission_procedure, rebuttal_ground, threshold_known_on

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

_PROVIDER = "provider of a general-purpose AI model"

arguments_filed = commission_procedure.is_("rebuttal_filed", "rebuttal_rejected")

notify_systemic_risk = Obligation(
    id="EU-AIA-52-1",
    title="Notify the Commission of systemic risk",
    must="Tell the Commission, without delay and within two weeks, that the condition for systemic risk is met or "
    "will be, with what proves it: the compute in FLOP to two significant figures, and how it was estimated.",
    who=_PROVIDER,
    topic=Topic.CLASSIFICATION,
    versions=(
        since_august_2025(
            notification_due, _aia(pinpoint="Art. 52(1)"), _gl(pinpoint="section 2.3.2"), before_release=True
        ),
    ),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="Without delay, at the latest two weeks after the condition is met or known to be met later. Planning and "
        "allocating the compute can be enough.",
        days=14,
        after=threshold_known_on,
        cite=_aia(pinpoint="Art. 52(1)"),
    ),
    evidence="notification with compute figure and method, and the receipt",
    penalty=GPAI_FINE,
    penalty_note="The Commission may also designate the model on its own.",
    note="Owed by open-source models too, and before release. For models trained, in training or planned on 2 August "
    "2025 the guidelines (section 5.3) expected it within two weeks of that day. No public list of systemic-risk "
    "models, designation or changed threshold was found when last checked (October 2026).",
    steps=steps(
        "EU-AIA-52-1",
        (
            "51-2",
            "Keep a running count of all counted compute, planned runs included, against the line of 10^25.",
            "Art. 51(2)",
            When.CONTINUOUS,
            "compute ledger with method",
            StepKind.GATE,
        ),
        (
            "51-1-a",
            "Compare the model's abilities with the most advanced models, also below the line.",
            "Art. 51(1)(a)",
            When.CONTINUOUS,
            "capability comparison",
            StepKind.GATE,
        ),
        (
            "51-1-b",
            "If the Commission designates the model, begin the duties for systemic risk.",
            "Art. 51(1)(b)",
            When.ON_EVENT,
            "start-up plan",
            StepKind.GATE,
            designated,
        ),
        ("1-s1", "Send the notification.", "Art. 52(1)", When.ON_EVENT, "receipt"),
        ("1-s2", "Attach the compute figure and the method behind it.", "Art. 52(1)", When.ON_EVENT, "annex"),
    ),
)

contest_systemic_risk = Obligation(
    id="EU-AIA-52-2",
    title="Contest the classification (a choice)",
    must="You may send, with the notification, substantiated arguments that the model, because of its own features, "
    "exceptionally presents no systemic risk. The duties go on until the Commission accepts; safeguards are no ground.",
    who=_PROVIDER,
    topic=Topic.CLASSIFICATION,
    versions=(
        since_august_2025(
            notification_due,
            _aia(pinpoint="Art. 52(2)"),
            _aia(pinpoint="Art. 52(3)"),
            _gl(pinpoint="section 2.3.3"),
            before_release=True,
        ),
    ),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="With the notification.",
        days=14,
        after=threshold_known_on,
        cite=_aia(pinpoint="Art. 52(2)"),
    ),
    evidence="argument file resting on features of the model",
    penalty_note="No fine: it is a choice.",
    note="The burden lies with the provider. Acceptance works from the day it is notified and can be reversed.",
    steps=steps(
        "EU-AIA-52-2",
        (
            "2",
            "Argue from the specific features of the model.",
            "Art. 52(2)",
            When.ON_EVENT,
            "argument file",
            StepKind.OPTION,
        ),
        (
            "2-safeguards",
            "Drop arguments that rest on safeguards and mitigation; they are not accepted.",
            "Art. 52(2)",
            When.ON_EVENT,
            "revised argument file",
            StepKind.DUTY,
            rebuttal_ground.is_("mitigations"),
        ),
        (
            "3",
            "Meet the duties for systemic risk while arguments are examined and after a rejection.",
            "Art. 52(3)",
            When.CONTINUOUS,
            "compliance record",
            StepKind.DUTY,
            arguments_filed,
        ),
        (
            "5",
            "From six months after a designation, ask for its reassessment with objective, detailed and new reasons.",
            "Art. 52(5)",
            When.ON_EVENT,
            "reasoned request",
            StepKind.OPTION,
            designated,
        ),
    ),
)
