"""AI Act, Chapter III, Section 5: Articles 43 to 49, conformity assessment, declaration, marking and registration.

The section has applied since 2 August 2026, but it speaks of high-risk systems, and there are none before the rules
that classify them apply. These duties are therefore dated with the class: an interpretation, and marked as such.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import CarveOut, Cite, Deadline, Expr, Grade, Obligation, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import ACTIVITIES_LEFT_ALONE, SECTION_B, high_risk_provider
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import point_2, point_2_alone
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_steps import (
    ASSESSMENT,
    DECLARATION,
    MARKING,
    NATIONAL_REGISTRATION,
    REGISTRATION,
)
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, with_classification
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.chapter_12_article_99 import PROVIDER_FINE
from apps.rules.law.eu.ai_act.steps import steps

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_PROVIDER = "provider of a high-risk system"
_FINED = "Reached through Article 16, which lists this duty."
_FORMALLY_EARLIER = (
    "Formally in application since 2 August 2026, with no system to attach to before the rules on high-risk classes "
    "apply. That it starts with the class is the common reading, not an express rule: uncertain."
)


def _dated_with_the_class(who: Expr, pinpoint: str, *unless: CarveOut) -> tuple[Version, ...]:
    """The wordings of a rule of Section 5, dated with the class of the system."""
    return with_classification(who, pinpoint, (*ACTIVITIES_LEFT_ALONE, SECTION_B, *unless, OLDER_HIGH_RISK))


NATIONAL_REGISTER = CarveOut(
    id="national-register",
    title="Critical infrastructure: national register",
    when=point_2_alone,
    cites=(_aia(pinpoint="Art. 49(1)"), _aia(pinpoint="Art. 49(5)"), _aia(pinpoint="Annex III, point 2")),
    removes="The entry in the EU database.",
    keeps="Registration at national level.",
)

conformity_assessment = Obligation(
    id="EU-AIA-43",
    title="Go through the conformity assessment",
    must="Before release, have the system assessed by the procedure for its class. Biometrics: a notified body, or "
    "your own control if standards are followed in full. Other uses of Annex III: your own control. Annex I, Section "
    "A: the product's own procedure. Assess again after a substantial modification.",
    who=_PROVIDER,
    topic=Topic.SAFETY,
    versions=_dated_with_the_class(high_risk_provider, "Arts 16(f) and 43"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is placed on the market or put into service, and before a substantially modified "
        "version is.",
        cite=_aia(pinpoint="Art. 16(f)"),
    ),
    evidence="record of the procedure, certificate where a notified body took part",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-43", *ASSESSMENT),
    note=f"{_FORMALLY_EARLIER} No harmonised standard was cited in the Official Journal when last looked up (secondary "
    "sources, September 2026); a standard that is published but not cited gives no presumption. New since 27 July "
    "2026: the quality system is assessed within the procedure of product law, which also comes first where the use "
    "stands in Annex III, and the AI Office has a part (Article 75(1e)).",
)

declaration = Obligation(
    id="EU-AIA-47",
    title="Sign the EU declaration of conformity",
    must="For each system draw up and sign a machine-readable declaration with the content of Annex V, have it "
    "translated for the countries of sale, keep it current and at hand for ten years. One declaration serves all "
    "Union acts.",
    who=_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=_dated_with_the_class(high_risk_provider, "Arts 16(g) and 47"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is offered; kept for ten years after it was placed on the market or put into service.",
        cite=_aia(pinpoint="Art. 47(1)"),
    ),
    evidence="signed declaration with translations",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-47", *DECLARATION),
    note=_FORMALLY_EARLIER,
)

marking = Obligation(
    id="EU-AIA-48",
    title="Put on the CE marking",
    must="Mark the system CE, visibly, legibly and indelibly; if it cannot bear the mark, its packaging or papers. "
    "Digital systems may carry a digital mark within easy reach. Add the notified body's number if one took part.",
    who=_PROVIDER,
    topic=Topic.TRANSPARENCY,
    versions=_dated_with_the_class(high_risk_provider, "Arts 16(h) and 48"),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered.", cite=_aia(pinpoint="Art. 16(h)")),
    evidence="photo or screen capture of the marking",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-48", *MARKING),
    note=_FORMALLY_EARLIER,
)

registration = Obligation(
    id="EU-AIA-49-1",
    title="Register the high-risk system",
    must="Register yourself and the system in the EU database with the content of Annex VIII, Section A, and keep the "
    "entry current. Law enforcement, migration, asylum and border uses go into a closed section.",
    who="provider of a system with a high-risk use of Annex III, or its authorised representative",
    topic=Topic.REGISTRATION,
    versions=_dated_with_the_class(high_risk_provider & high_risk_by_use, "Arts 16(i) and 49(1)", NATIONAL_REGISTER),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is placed on the market or put into service.",
        cite=_aia(pinpoint="Art. 49(1)"),
    ),
    evidence="registration number, entry",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-49-1", *REGISTRATION),
    note=f"{_FORMALLY_EARLIER} Products that are high-risk under Article 6(1) alone are not registered.",
)

national_registration = Obligation(
    id="EU-AIA-49-5",
    title="Register critical infrastructure systems nationally",
    must="Register a system for critical infrastructure (Annex III, point 2) with the Member State, not in the EU "
    "database.",
    who="provider of a high-risk system for critical infrastructure",
    topic=Topic.REGISTRATION,
    versions=_dated_with_the_class(high_risk_provider & high_risk_by_use & point_2, "Art. 49(5)"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is placed on the market or put into service.",
        cite=_aia(pinpoint="Art. 49(5)"),
    ),
    evidence="national registration",
    penalty_note="Article 16(i) refers to registration under Article 49(1) alone, so no fine of Article 99(4) reaches "
    "this; national rules decide (Article 99(1)).",
    steps=steps("EU-AIA-49-5", *NATIONAL_REGISTRATION),
    note=_FORMALLY_EARLIER,
)
