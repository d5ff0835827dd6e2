"""Other law to check: pointers by field, not duties. No row has a full trigger, deadline and penalty of its own."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    Cite,
    Deadline,
    Expr,
    Grade,
    Instrument,
    Obligation,
    StepKind,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu import digital_services_act, gdpr, other_acts
from apps.rules.law.eu.ai_act.chapter_3_annex_i import in_a_field_of_products
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.model import development
from apps.rules.law.facts.organisation import seat
from apps.rules.law.facts.products import product_laws
from apps.rules.law.facts.system import system_roles, system_union_links
from apps.rules.law.facts.use import uses

_known = partial(Cite, grade=Grade.M)
_reported = partial(Cite, grade=Grade.S)
_read = partial(Cite, grade=Grade.P)

_AT_ONCE = Deadline(kind=When.CONTINUOUS, text="Before launch or first use, then when the use changes.")


# Other law does not ask whether something is an AI system, so neither do the pointers.
_system_in_the_union = ~system_roles.is_empty() & ~system_union_links.is_empty()
# What is described never touches the Union, and its maker or user has no seat there.
_outside = ~system_roles.is_empty() & system_union_links.is_empty() & ~seat.is_("eu")


def _check(
    name: str,
    title: str,
    must: str,
    act: Instrument,
    when: Expr,
    cites: tuple[Cite, ...],
    *rows: Row,
    reach: Expr = _system_in_the_union,
    note: str = "",
) -> Obligation:
    """A pointer: `must` says what to check; the items below name what is looked for."""
    id_ = f"EU-OTHER-{name}"
    return Obligation(
        id=id_,
        title=title,
        must=must,
        who="maker or user of a system in this field",
        topic=Topic.OTHER_LAW,
        versions=(
            Version(
                since=act.status[0].on,
                when=reach & when,
                cites=cites,
                published_on=act.published_on,
            ),
        ),
        deadline=_AT_ONCE,
        evidence="note on what was checked and the result",
        penalty_note="Set by that law; not worked out here.",
        steps=steps(id_, *rows, cite=partial(Cite, instrument=cites[0].instrument, grade=cites[0].grade)),
        note=note,
    )


def _look(suffix: str, text: str, pinpoint: str, evidence: str = "note") -> Row:
    return (suffix, text, pinpoint, When.CONTINUOUS, evidence, StepKind.GATE)


medical_devices = _check(
    "MDR",
    "Check medical-device law",
    "Check whether the software has a medical purpose and which class it falls into. A class that needs a notified "
    "body also makes it a high-risk system under the AI Act, from 2 August 2028.",
    other_acts.MDR,
    uses.any_of("health", "emergency", "companion") | (in_a_field_of_products & product_laws.any_of("medical", "ivd")),
    (_read(instrument="MDR", pinpoint="Annex VIII, Rule 11"), _known(instrument="IVDR", pinpoint="Annex VIII")),
    _look("iia", "Informs diagnosis or treatment: class IIa.", "Annex VIII, Rule 11"),
    _look("iib", "May cause serious deterioration or an operation: class IIb.", "Annex VIII, Rule 11"),
    _look("iii", "May cause death or lasting deterioration: class III.", "Annex VIII, Rule 11"),
    _look("watch", "Watches body processes: class IIa, or IIb for vital signs in danger.", "Annex VIII, Rule 11"),
    _look("i", "All other software: class I, no notified body.", "Annex VIII, Rule 11"),
    note="Testing, documentation and reports can be merged with those of the AI Act; incident reports under it shrink "
    "to breaches of fundamental rights (Article 73(10)).",
)

machinery = _check(
    "MACHINERY",
    "Check machinery law",
    "Until 19 January 2027 check Directive 2006/42/EC, then this: is the system a safety part of a machine? Parts that "
    "go on learning need outside assessment; the AI Act's requirements come through machinery law.",
    other_acts.MACHINERY,
    in_a_field_of_products & product_laws.includes("machinery"),
    (
        _reported(instrument="MACHINERY", pinpoint="Art. 54"),
        _reported(instrument="MACHINERY", pinpoint="Annex I, Part A"),
    ),
    note="Until 20 January 2027 Directive 2006/42/EC applies.",
)

vehicles = _check(
    "VEHICLES",
    "Check vehicle, rail and ship approval law",
    "Check the approval rules of the vehicle, train or ship. They are to take up the AI Act's requirements; Chapter "
    "III does not apply directly.",
    other_acts.VEHICLES,
    in_a_field_of_products
    & product_laws.any_of(
        "motor_vehicles", "vehicle_safety", "two_three_wheelers", "agricultural_vehicles", "marine", "rail"
    ),
    (_known(instrument="VEHICLES", pinpoint="approval acts"), _read(instrument="AIA", pinpoint="Annex I, Section B")),
)

aviation = _check(
    "AVIATION",
    "Check aviation law",
    "Check certification rules for aircraft, parts, drones, air traffic and aviation security. They are to take up the "
    "AI Act's requirements; Chapter III does not apply directly.",
    other_acts.AVIATION,
    in_a_field_of_products & product_laws.any_of("aviation", "aviation_security"),
    (_known(instrument="AVIATION", pinpoint="certification rules"), _read(instrument="AIA", pinpoint="Art. 108")),
)

toys = _check(
    "TOYS",
    "Check toy-safety law",
    "Check toy-safety rules and whether an outside body must assess the toy. If so, it is high-risk under the AI Act, "
    "from 2 August 2028.",
    other_acts.TOYS,
    in_a_field_of_products & product_laws.includes("toys"),
    (_known(instrument="TOYS", pinpoint="safety requirements"), _read(instrument="AIA", pinpoint="Annex I, Section A")),
)

platform_work = _check(
    "PWD",
    "Check platform-work law",
    "If people get work through your platform, check the bans on data, the openness about automated monitoring and "
    "decisions, human oversight and the right to a review.",
    other_acts.PWD,
    uses.includes("work_management"),
    (_reported(instrument="PWD", pinpoint="Arts 7 to 11"),),
    _look(
        "7",
        "No use of feelings, private talk, data from outside work, inferred traits, or matching of faces.",
        "Art. 7",
    ),
    _look("9", "Openness about automated monitoring and decisions.", "Art. 9"),
    _look("10", "Human oversight; no dismissal or suspension by machine alone.", "Art. 10"),
    _look("11", "Explanation, and a written answer to a review request within two weeks.", "Art. 11"),
    note="A directive: the national text decides. Much of it covers self-employed platform workers too.",
)

online_platforms = _check(
    "DSA",
    "Check platform law",
    "If the system runs in an online platform, check the rules on misleading design, adverts, recommender systems and "
    "minors, besides the extra duties of very large platforms.",
    digital_services_act.DSA,
    uses.any_of("advertising", "recommendation", "media", "companion", "elections", "general_assistant", "games")
    | system_union_links.includes("very_large_platform"),
    (_known(instrument="DSA", pinpoint="Arts 25 to 28"), _known(instrument="DSA", pinpoint="Art. 38")),
    _look("25", "No interfaces that deceive or steer users.", "Art. 25"),
    _look("26", "No adverts by profiles of sensitive data.", "Art. 26(3)"),
    _look(
        "27", "Main parameters of recommending explained; very large platforms offer one without profiles.", "Art. 27"
    ),
    _look("28", "No adverts by profiles for minors.", "Art. 28(2)"),
    note="Micro and small platforms are freed from most of this.",
)

data_protection = _check(
    "GDPR",
    "Check data-protection law",
    "Whoever uses or offers a system with data about people needs a legal basis, has to inform them, secure the data "
    "and, where risk is high, assess the impact.",
    gdpr.GDPR,
    ~gdpr.gdpr_model_developer,
    (_known(instrument="GDPR", pinpoint="Arts 5 to 9"), _read(instrument="GDPR", pinpoint="Art. 83")),
    _look("roles", "Who is controller, who processor; contract between them.", "Art. 28"),
    _look("basis", "Legal basis, and an exception for sensitive data.", "Arts 6 and 9"),
    _look("inform", "Notices and rights.", "Arts 12 to 22"),
    _look("35", "Impact assessment where risk is high.", "Art. 35"),
    reach=_system_in_the_union | (development.is_("unchanged", "represented", "group", "kept_out") & ~_outside),
    note="Those who develop or change a model get the duties themselves. Police and criminal courts look at Directive "
    "(EU) 2016/680 instead, bodies of the Union at Regulation (EU) 2018/1725.",
)

automated_decisions = _check(
    "GDPR-22",
    "Check the limits on automated decisions",
    "Check whether decisions about people rest on the system alone. Then a contract, law or explicit consent must "
    "allow it, people may demand a human, and the logic has to be explained.",
    gdpr.GDPR,
    uses.any_of(
        "hiring",
        "work_management",
        "education",
        "credit",
        "insurance",
        "housing",
        "public_benefits",
        "health",
        "emergency",
        "policing",
        "fraud",
        "borders",
        "justice",
        "customer_service",
        "general_assistant",
        "elections",
        "security",
        "other",
    ),
    (
        _known(instrument="GDPR", pinpoint="Art. 22"),
        _known(instrument="GDPR", pinpoint="Art. 15(1)(h)"),
        _reported(instrument="GDPR", pinpoint="Art. 22", source="Court of Justice, C-634/21 and C-203/22"),
    ),
    _look("alone", "Is a score that others follow closely already the decision?", "Art. 22(1)"),
    _look("ground", "Contract, law or explicit consent, with a human to turn to.", "Art. 22(2) and (3)"),
    _look("explain", "Procedure and principles actually applied, in words people understand.", "Art. 15(1)(h)"),
)

consumer_credit = _check(
    "CREDIT",
    "Check consumer-credit law",
    "Check which data may enter a check of creditworthiness, and the consumer's right to have a person review it.",
    other_acts.CREDIT,
    uses.includes("credit"),
    (_known(instrument="CREDIT", pinpoint="Art. 18"),),
    _look("data", "No sensitive data and none from social networks.", "Art. 18(3)"),
    _look("human", "Human review and explanation of automated checks.", "Art. 18(8)"),
    note="A directive: the national text decides.",
)

political_advertising = _check(
    "POLITICAL-ADS",
    "Check the law on political advertising",
    "If content is political advertising, check labels, records and the limits on aiming it at people.",
    other_acts.POLITICAL_ADS,
    uses.any_of("elections", "advertising"),
    (_known(instrument="POLITICAL-ADS", pinpoint="Arts 11 and 18"),),
)

consumers = _check(
    "CONSUMER",
    "Check consumer law",
    "If consumers use the system or meet it, check that it does not mislead or press them, and that what you say about "
    "it is true.",
    other_acts.CONSUMER,
    uses.any_of(
        "customer_service",
        "companion",
        "advertising",
        "recommendation",
        "games",
        "media",
        "general_assistant",
        "credit",
        "insurance",
        "housing",
        "health",
        "education",
        "translation",
        "product",
    ),
    (_known(instrument="CONSUMER", pinpoint="Arts 5 to 9"),),
)

equal_treatment = _check(
    "EQUALITY",
    "Check equality law",
    "Check that results do not put people at a disadvantage by sex, origin, religion, disability, age or orientation, "
    "directly or through data that stand in for these.",
    other_acts.EQUALITY,
    uses.any_of(
        "hiring",
        "work_management",
        "education",
        "credit",
        "insurance",
        "housing",
        "public_benefits",
        "health",
        "emergency",
        "fraud",
        "customer_service",
    ),
    (_known(instrument="EQUALITY", pinpoint="Directive 2000/78/EC, Art. 2"),),
)

network_security = _check(
    "NIS2",
    "Check the law on network security and critical entities",
    "Check whether the operator is an essential, important or critical entity, with risk management and incident "
    "reports of its own.",
    other_acts.NIS2,
    uses.includes("infrastructure"),
    (_known(instrument="NIS2", pinpoint="Directive (EU) 2022/2555, Arts 21 and 23"),),
)

national_law = _check(
    "NATIONAL",
    "Check national law",
    "Check the law of each Member State you work in: authorities, penalties the AI Act leaves to it, and rules of its "
    "own, for example on work, media or health.",
    other_acts.NATIONAL,
    ALWAYS,
    (_reported(instrument="NATIONAL", pinpoint="national acts"), _read(instrument="AIA", pinpoint="Art. 99(1)")),
)
