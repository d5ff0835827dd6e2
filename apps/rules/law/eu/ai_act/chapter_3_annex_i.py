"""AI Act, Article 6(1) and Annex I: high-risk through product law.

Regulation (EU) 2026/1744 defined what a safety function is, added Article 6(1a) to (1c) and moved machinery from
Section A to Section B, all in force since 27 July 2026. Both wordings are kept. Article 6(1) itself starts to apply
only later, see chapter_3_calendar.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    Cite,
    Definition,
    Expr,
    Grade,
    GuidanceStatus,
    Version,
    assumption,
    guidance,
)
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_IN_FORCE, OMNIBUS_PUBLISHED
from apps.rules.law.facts.products import product_assessment, product_function, product_laws
from apps.rules.law.facts.use import uses

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

CLASSES_FROM = date(2025, 2, 2)  # Article 3 applies since then; a class can be worked out before its rules start


def changed_in_2026(
    before: Expr, after: Expr, old_cites: tuple[Cite, ...], new_cites: tuple[Cite, ...]
) -> tuple[Version, ...]:
    """A definition as worded in 2024 and since 27 July 2026, as known before and after the change was published."""
    return (
        Version(since=CLASSES_FROM, when=before, cites=old_cites, replaced_on=OMNIBUS_PUBLISHED),
        Version(
            since=CLASSES_FROM,
            until=OMNIBUS_IN_FORCE,
            when=before,
            cites=old_cites,
            published_on=OMNIBUS_PUBLISHED,
        ),
        Version(since=OMNIBUS_IN_FORCE, when=after, cites=new_cites, published_on=OMNIBUS_PUBLISHED),
    )


# Software can be a device, and parts of plants fall under product law, in any of these fields.
in_a_field_of_products = uses.any_of("product", "health", "companion", "emergency", "infrastructure")
_a_in_both = in_a_field_of_products & product_laws.any_of(
    "toys",
    "recreational_craft",
    "lifts",
    "explosive_atmospheres",
    "radio",
    "pressure",
    "cableways",
    "ppe",
    "gas",
    "medical",
    "ivd",
)
_b_in_both = in_a_field_of_products & product_laws.any_of(
    "aviation_security",
    "two_three_wheelers",
    "agricultural_vehicles",
    "marine",
    "rail",
    "motor_vehicles",
    "vehicle_safety",
    "aviation",
)
_machinery = in_a_field_of_products & product_laws.includes("machinery")

section_a_product = Definition(
    id="section_a_product",
    title="Product under Annex I, Section A",
    statement="the product falls under a law listed in Annex I, Section A",
    denial="the product falls under no law listed in Annex I, Section A",
    summary="Toys, pleasure craft, lifts, equipment for explosive surroundings, radio and pressure equipment, "
    "cableways, protective equipment, gas appliances, medical and in-vitro diagnostic devices; until 26 July 2026 "
    "machinery too.",
    versions=changed_in_2026(
        _a_in_both | _machinery,
        _a_in_both,
        (_aia(pinpoint="Annex I, Section A"), _aia(pinpoint="Annex I, Section A, point 1")),
        (_aia(pinpoint="Annex I, Section A"), _omn(pinpoint="Art. 1(41)")),
    ),
)

section_b_product = Definition(
    id="section_b_product",
    title="Product under Annex I, Section B",
    statement="the product falls under a law listed in Annex I, Section B",
    denial="the product falls under no law listed in Annex I, Section B",
    summary="Aviation security, vehicles of all kinds, ships' equipment, railways, unmanned aircraft, and since "
    "27 July 2026 machinery.",
    versions=changed_in_2026(
        _b_in_both,
        _b_in_both | _machinery,
        (_aia(pinpoint="Annex I, Section B"),),
        (
            _aia(pinpoint="Annex I, Section B"),
            _aia(pinpoint="Annex I, Section B, point 21"),
            _omn(pinpoint="Art. 1(41)"),
        ),
    ),
)

_safety_function = product_function.any_of("prevents_harm", "failure_hurts_people")
_property_at_stake = product_function.includes("failure_damages_property")

safety_component = Definition(
    id="safety_component",
    title="Safety component of a product",
    statement="the AI is a safety component of the product",
    denial="the AI is no safety component of the product",
    summary="Meant to prevent or limit harm to people or property, or dangerous to them when it fails. Since 27 July "
    "2026 AI that serves comfort, efficiency or quality control alone is left out, unless its failure would endanger "
    "people's health or safety.",
    versions=changed_in_2026(
        _safety_function | _property_at_stake,
        # Article 6(1b) overrides (1a) for dangers to health and safety; damage to property alone does not.
        _safety_function | (_property_at_stake & ~product_function.includes("comfort_only")),
        (_aia(pinpoint="Art. 3(14)", note="text of 2024"),),
        (
            _aia(pinpoint="Art. 3(14)"),
            _aia(pinpoint="Art. 6(1a)"),
            _aia(pinpoint="Art. 6(1b)"),
            _omn(pinpoint="Art. 1(4)(a)"),
            _omn(pinpoint="Art. 1(8)"),
        ),
    ),
)

_outside_for_safety = product_assessment.is_("third_party_safety") | guidance(
    key="hr-guidelines-self-assessment",
    why="Some product laws let the maker assess alone when it follows harmonised standards. The draft guidelines say "
    "that this option does not change the class.",
    status=GuidanceStatus.DRAFT,
    followed=product_assessment.is_("third_party_unless_standards"),
    ignored=NEVER,
    cite=Cite(instrument="GLH", pinpoint="paragraphs 57 to 59", grade=Grade.O),
)

outside_assessment = Definition(
    id="outside_assessment",
    title="Outside assessment required by product law",
    statement="the product law demands an outside assessment that counts for the AI Act",
    denial="the product law demands no outside assessment that counts for the AI Act",
    summary="A notified body or other third party must assess the product before sale. Since 27 July 2026 an "
    "assessment for other risks alone, such as radio spectrum, no longer counts.",
    versions=changed_in_2026(
        _outside_for_safety | product_assessment.is_("third_party_other_risks"),
        _outside_for_safety,
        (_aia(pinpoint="Art. 6(1)(b)"),),
        (_aia(pinpoint="Art. 6(1)(b)"), _aia(pinpoint="Art. 6(1c)"), _omn(pinpoint="Art. 1(8)")),
    ),
)

_role_and_assessment = (product_function.includes("is_product") | safety_component) & outside_assessment
_ARTICLE_6_1 = (_aia(pinpoint="Art. 6(1)(a)"), _aia(pinpoint="Art. 6(1)(b)"))

annex_i_section_a = Definition(
    id="annex_i_section_a",
    title="High-risk product, Annex I, Section A",
    statement="the AI is high-risk as a product, or a product's safety component, under Annex I, Section A",
    denial="the AI is not high-risk through a product law of Annex I, Section A",
    summary="Product under Section A, the AI being that product or its safety component, with an outside assessment. "
    "All duties on high-risk systems apply, checked within the product's own conformity assessment. No filter helps.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=assumption(
                key="assume-high-risk-product-a",
                says="you take the system to be a high-risk product of Annex I, Section A",
                denies="you take the system not to be a high-risk product of Annex I, Section A",
                worked_out=section_a_product & _role_and_assessment,
                cite=_aia(pinpoint="Annex I, Section A"),
            ),
            cites=(*_ARTICLE_6_1, _aia(pinpoint="Annex I, Section A")),
        ),
    ),
)

annex_i_section_b = Definition(
    id="annex_i_section_b",
    title="High-risk product, Annex I, Section B",
    statement="the AI is high-risk as a product, or a product's safety component, under Annex I, Section B",
    denial="the AI is not high-risk through a product law of Annex I, Section B",
    summary="Product under Section B, the AI being that product or its safety component, with an outside assessment. "
    "Product law takes the requirements up; the AI Act's own duties of Chapter III do not apply.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=assumption(
                key="assume-high-risk-product-b",
                says="you take the system to be a high-risk product of Annex I, Section B",
                denies="you take the system not to be a high-risk product of Annex I, Section B",
                worked_out=section_b_product & _role_and_assessment,
                cite=_aia(pinpoint="Annex I, Section B"),
            ),
            cites=(*_ARTICLE_6_1, _aia(pinpoint="Annex I, Section B"), _aia(pinpoint="Art. 2(2)")),
        ),
    ),
)

high_risk_product = Definition(
    id="high_risk_product",
    title="High-risk through product law",
    statement="the system is high-risk through a product law of Annex I",
    denial="the system is not high-risk through a product law of Annex I",
    summary="High-risk under Section A or Section B of Annex I.",
    versions=(
        Version(
            since=CLASSES_FROM,
            when=annex_i_section_a | annex_i_section_b,
            cites=(_aia(pinpoint="Art. 6(1)"), _aia(pinpoint="Annex I")),
        ),
    ),
)
