"""Commission guidelines, section 3.2: what follows for a modifier who counts as provider of a model."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, Topic, When
from apps.rules.law.eu.ai_act.chapter_5_article_51 import ACCEPTED_REBUTTAL, gpai_provider, since_august_2025
from apps.rules.law.eu.ai_act.chapter_5_open_source import OPEN_SOURCE_MODEL
from apps.rules.law.eu.gpai_guidelines import derived_systemic_risk, modifier
from apps.rules.law.facts.organisation import seat
from apps.rules.law.facts.safety import threshold_known_on

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

_NO_FINE = "The guidelines carry no fine; the Articles they explain do (Article 101)."
modifying_provider = gpai_provider & modifier

modifier_documents_the_change = Obligation(
    id="EU-GL-3-2-1",
    title="Meet the model duties for your change only",
    must="Treat Articles 53 and 54 as yours, but limited: document the change, and let copyright policy and public "
    "summary cover the data used for it.",
    who="modifier who counts as provider of a general-purpose AI model",
    topic=Topic.DOCUMENTATION,
    versions=(since_august_2025(modifying_provider, _gl(pinpoint="section 3.2.1"), _aia(pinpoint="recital 109")),),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="When the changed model is placed on the market.",
        cite=_gl(pinpoint="section 3.2.1"),
    ),
    evidence="documentation of the change, policy and summary for its data, pointer to the original's documents",
    penalty_note=_NO_FINE,
)

modifier_of_systemic_risk_model = Obligation(
    id="EU-GL-3-2-2",
    title="Treat the changed model as one with systemic risk",
    must="Notify the Commission within two weeks and meet all duties for systemic risk: a large change to a "
    "systemic-risk model is presumed to have high-impact capabilities itself.",
    who="modifier of a general-purpose AI model with systemic risk",
    topic=Topic.CLASSIFICATION,
    versions=(
        since_august_2025(
            modifying_provider & derived_systemic_risk,
            _gl(pinpoint="section 3.2.2"),
            _aia(pinpoint="Art. 52(1)"),
            _aia(pinpoint="Art. 55(1)"),
            unless=(ACCEPTED_REBUTTAL,),
        ),
    ),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="Notification within two weeks after the change crosses the line or is known to.",
        days=14,
        after=threshold_known_on,
        cite=_gl(pinpoint="section 3.2.2"),
    ),
    evidence="comparison of compute, notification, evidence of the Article 55 duties",
    penalty_note=_NO_FINE,
)

modifier_outside_the_union = Obligation(
    id="EU-GL-3-2-3",
    title="Appoint a representative for the changed model",
    must="From outside the Union, appoint a representative in the Union for the changed model, unless it is exempt as "
    "open source.",
    who="modifier who counts as provider, established outside the Union",
    topic=Topic.REPRESENTATION,
    versions=(
        since_august_2025(
            modifying_provider & ~seat.is_("eu"),
            _gl(pinpoint="section 3.2.1"),
            _aia(pinpoint="Art. 54(1)"),
            unless=(OPEN_SOURCE_MODEL,),
        ),
    ),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the changed model is placed on the market.",
        cite=_gl(pinpoint="section 3.2.1"),
    ),
    evidence="signed mandate",
    penalty_note=_NO_FINE,
)
