"""Medical Devices Regulations 2002 in Great Britain: software with a medical purpose. Northern Ireland differs."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, State, StepKind, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.eu.ai_act.chapter_3_annex_i import in_a_field_of_products
from apps.rules.law.facts.products import product_laws
from apps.rules.law.facts.uk_market import uk_activities, uk_links
from apps.rules.law.uk.common import (
    ESTABLISHED,
    GREAT_BRITAIN,
    IN_THE_COUNTRY,
    MAKES_SYSTEM,
    OFFERS_SYSTEM,
    USES_SYSTEM,
)

IN_FORCE = date(2002, 6, 13)
SURVEILLANCE_FROM = date(2025, 6, 16)
_SURVEILLANCE_MADE = date(2024, 12, 16)
DRAFT = date(2026, 5, 8)

MDR_UK = instrument(
    "UK-MDR",
    "Medical Devices Regulations 2002 (Great Britain)",
    "UK medical devices law",
    Force.REGULATION,
    "SI 2002/618; SI 2024/1368",
    "Software is a device by the purpose its maker claims: diagnosis, monitoring, treatment and the like. A general "
    "model without medical claims is none; selling it for diagnosis makes it one. CE marks still count in Great "
    "Britain: under the old directives until the certificate ends or 30 June 2028, under the newer EU regulations "
    "until it ends or 30 June 2030. In Northern Ireland the EU regulations apply.",
    "No exception: giving it away free for a medical purpose can still be placing on the market (from memory).",
    Happening(IN_FORCE, State.IN_FORCE, "in force (day from memory)", Grade.M),
    Happening(SURVEILLANCE_FROM, State.IN_FORCE, "new rules on surveillance after sale", Grade.M, "SI 2024/1368"),
    Happening(date(2026, 4, 10), State.IN_FORCE, "consultation on CE marks without end closed; outcome not seen"),
    enforcer="Medicines and Healthcare products Regulatory Agency (MHRA)",
    jurisdiction="UK",
)
DEVICE: Expr = in_a_field_of_products & product_laws.any_of("medical", "ivd")
_ON_THE_MARKET: Expr = uk_links.any_of("established", "offered", "many_users", "used_on_people")
_MAKER: Expr = GREAT_BRITAIN & _ON_THE_MARKET & MAKES_SYSTEM & DEVICE
_CRIME = "Crime: up to 6 months in prison, unlimited fine; civil sanctions (from memory)."
_WHO = "manufacturer of the device"

before_market = duty(
    MDR_UK,
    "UK-MDR-1",
    "Classify the device and show that it is safe and works",
    "Classify it, meet the essential requirements, and hold technical file, clinical evaluation and quality system. "
    "Above class I bring in an approved body. An accepted CE mark serves.",
    _WHO,
    Topic.CLASSIFICATION,
    IN_FORCE,
    _MAKER,
    "regs 8-13",
    Grade.M,
    Deadline(kind=When.BEFORE_MARKET, text="Before it is sold or put into service in Great Britain."),
    "technical documentation, declaration of conformity",
    _CRIME,
    (
        "ce-old",
        "With a CE mark under the old directives: sell until the certificate ends, at the latest on 30 June 2028.",
        "reg. 19B ff. (pinpoint from memory)",
        When.BEFORE_MARKET,
        "certificate",
    ),
    (
        "ce-new",
        "With a CE mark under the EU regulations: sell until the certificate ends, at the latest on 30 June 2030.",
        "reg. 19B ff. (pinpoint from memory)",
        When.BEFORE_MARKET,
        "certificate",
    ),
    note="Many stand-alone programs are class I today, declared by the maker alone; the government means to raise "
    "classes (from memory).",
)
register = duty(
    MDR_UK,
    "UK-MDR-2",
    "Register the device with the MHRA",
    "Register maker and device before the market. From abroad, name a responsible person in the country to do it.",
    _WHO,
    Topic.REGISTRATION,
    IN_FORCE,
    _MAKER,
    "regs 7A, 44",
    Grade.M,
    Deadline(kind=When.BEFORE_MARKET, text="Before it is sold in Great Britain."),
    "registration number",
    _CRIME,
    (
        "representative",
        "Appoint a UK responsible person.",
        "reg. 7A",
        When.BEFORE_MARKET,
        "mandate",
        StepKind.DUTY,
        ~ESTABLISHED,
    ),
    note="CE-marked devices are registered, too.",
)
surveillance = duty(
    MDR_UK,
    "UK-MDR-3",
    "Watch the device after sale and report incidents",
    "Run a surveillance system with plan and periodic reports, watch trends, and report serious incidents to the MHRA.",
    _WHO,
    Topic.INCIDENTS,
    SURVEILLANCE_FROM,
    _MAKER,
    "Part 4A",
    Grade.M,
    Deadline(
        kind=When.ON_EVENT,
        text="Reports within 15 days, 10 for death or serious decline, 2 for a threat to public health (from memory).",
    ),
    "surveillance file",
    _CRIME,
    published_on=_SURVEILLANCE_MADE,
)
nhs_safety = duty(
    MDR_UK,
    "UK-MDR-4",
    "Show clinical safety for the NHS in England",
    "Keep a clinical safety case and hazard log: DCB0129 as maker, DCB0160 as user; pass the technology assessment "
    "(DTAC).",
    "maker or user of health software in the NHS in England",
    Topic.SAFETY,
    IN_FORCE,
    IN_THE_COUNTRY & (OFFERS_SYSTEM | USES_SYSTEM) & uk_activities.includes("nhs_supplier"),
    "Health and Social Care Act 2012 s. 250 standards",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before it is put to use."),
    "safety case, hazard log",
    "Contractual and regulatory.",
    note="Reaches software that is no medical device as well.",
)

REFORM = instrument(
    "UK-MDR-REFORM",
    "Draft Medical Devices (Amendment) Regulations 2026",
    "Reform of medical devices law (draft)",
    Force.PROPOSED,
    "draft of 8 May 2026",
    "Not law: not made when last checked (September 2026); adoption was expected in December 2026, effect about June "
    "2027. Stronger rules for software, reliance on foreign clearances, unique identifiers. A commission on AI in "
    "health care was to report in summer 2026; no report was seen.",
    "Nothing is in force, so nothing depends on openness.",
    Happening(DRAFT, State.PROPOSED, "draft published; comments closed on 19 June 2026"),
    jurisdiction="UK",
)
