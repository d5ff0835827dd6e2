"""Texas Responsible AI Governance Act (HB 149): bans by intent, duties of public bodies and of care providers."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.facts.us_texas import us_aims, us_bank_complies, us_used_by_insurers
from apps.rules.law.facts.use import uses
from apps.rules.law.us.common import (
    ARTIFICIAL_INTELLIGENCE,
    MAKES_MODEL,
    MAKES_SYSTEM,
    OFFERS_SYSTEM,
    PASSES_MODEL_ON,
    USES_SYSTEM,
    in_state,
)
from apps.rules.law.us.families.biometrics import CUBI_CAPTURES

_cite = partial(Cite, instrument="US-TX-TRAIGA", grade=Grade.P)

SIGNED = date(2025, 6, 22)
APPLIES_FROM = date(2026, 1, 1)

TRAIGA = Instrument(
    id="US-TX-TRAIGA",
    title="Texas Responsible Artificial Intelligence Governance Act",
    short="TRAIGA",
    jurisdiction="US-TX",
    force=Force.STATUTE,
    number="Bus. & Com. Code chs. 551-554; HB 149, Acts 2025, 89th Leg., ch. 1174",
    enforcer="Attorney General alone; licensing agencies after a finding; no private action",
    url="https://statutes.capitol.texas.gov/Docs/BC/htm/BC.552.htm",
    summary="Bans AI made or used with a forbidden intent: inciting harm, taking away rights, discriminating, child "
    "abuse material. Uneven results alone are no breach. Public bodies and care providers tell people about AI; other "
    "private users owe no general notice or assessment. No line of size or compute. The sandbox (up to 36 months) "
    "lifts none of these bans and notices; local rules on AI are displaced.",
    published_on=SIGNED,
    openness=Openness(
        Relief.FUNCTIONAL,
        "No exception: a system that is given away counts as provided. Two reliefs help open releases most: no "
        "liability when somebody else uses the system in a banned way, no penalty for one not put to use.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_cite(pinpoint="HB 149")),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="takes effect; a table that says 2027 is wrong",
            cite=_cite(pinpoint="HB 149"),
            published_on=SIGNED,
        ),
    ),
    sources=(
        _cite(pinpoint="chs. 551-554", source="https://statutes.capitol.texas.gov/Docs/BC/htm/BC.552.htm"),
        _cite(pinpoint="HB 149", source="https://capitol.texas.gov/BillLookup/History.aspx?LegSess=89R&Bill=HB149"),
    ),
)

PENALTY = (
    "Attorney General alone, after 60 days to cure with a written statement: $10,000-12,000 for a curable violation or "
    "a broken statement, $80,000-200,000 for one that cannot be cured, $2,000-40,000 a day while it goes on. Licensing "
    "agencies up to $100,000. No private action."
)

# "Given" counts: making a model and offering it free in Texas is developing.
_DEVELOPS: Expr = MAKES_MODEL | (MAKES_SYSTEM & ARTIFICIAL_INTELLIGENCE)
_DEPLOYS: Expr = USES_SYSTEM & ARTIFICIAL_INTELLIGENCE
_DISTRIBUTES: Expr = (OFFERS_SYSTEM & ARTIFICIAL_INTELLIGENCE) | PASSES_MODEL_ON

tx_developer_or_deployer = Definition(
    id="tx_developer_or_deployer",
    title="Developer or deployer of AI (Texas)",
    statement="you develop or use AI in Texas",
    denial="you neither develop nor use AI in Texas",
    summary="Makes a system that is offered, sold, leased, given or otherwise provided in Texas, or puts one to use "
    "there. Free releases count; no line of size or compute.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("tx") & (_DEVELOPS | _DEPLOYS),
            cites=(_cite(pinpoint="552.001, 551.002"),),
        ),
    ),
)

tx_governmental_entity = Definition(
    id="tx_governmental_entity",
    title="Public body (Texas)",
    statement="you are a public body in Texas",
    denial="you are no public body in Texas",
    summary="A state or local public body; hospital districts and public colleges and universities are left out.",
    versions=(
        Version(
            since=SIGNED,
            when=in_state("tx")
            & us_organisation.includes("government")
            & ~us_organisation.includes("tx_exempt_public"),
            cites=(_cite(pinpoint="552.001"),),
        ),
    ),
)

tx_insurance_services = CarveOut(
    id="tx-insurance-services",
    title="AI for insurance services (Texas)",
    when=uses.includes("insurance") & (us_organisation.includes("insurer") | (MAKES_SYSTEM & us_used_by_insurers)),
    cites=(_cite(pinpoint="552.056(a)(2)(C), (d)"),),
    removes="the ban on intended discrimination, for insurers and for those who make AI that insurers use",
    keeps="the law against discrimination in insurance, and the rest of the act",
    note="Holds only for providing insurance services under that law.",
)

tx_insured_bank = CarveOut(
    id="tx-insured-bank",
    title="Federally insured banks that comply with banking law (Texas)",
    when=us_organisation.includes("bank") & us_bank_complies,
    cites=(_cite(pinpoint="552.056"),),
    removes="the ban on intended discrimination: such a bank counts as compliant",
    keeps="Banking law, the rest of the act, and the ban itself for a bank that breaks banking law.",
)

# Reliefs that leave the ban in place: shown with it, never an exemption.
_RELIEFS: tuple[Row, ...] = (
    (
        "intent",
        "Write down what the AI is meant for: only intent counts, uneven results alone do not.",
        "552.052-552.057",
        When.CONTINUOUS,
        "statement of intended purpose",
    ),
    (
        "misuse",
        "Relief: no liability when another person uses the system in a banned way; your own intent stays decisive.",
        "552.105(e)(1)",
        When.ON_EVENT,
        "policy on forbidden uses",
        StepKind.RELIEF,
    ),
    (
        "undeployed",
        "Relief: no civil penalty for a system that has not been put to use; the ban itself stays.",
        "552.105(f)",
        When.ON_EVENT,
        "deployment record",
        StepKind.RELIEF,
    ),
    (
        "found-yourself",
        "Relief for what you find yourself alone: by feedback, tests, agency guidelines or review under NIST AI 600-1.",
        "552.105(e)(2)",
        When.ON_EVENT,
        "AI 600-1 mapping, red-team logs",
        StepKind.RELIEF,
    ),
    (
        "presumed-care",
        "Relief: reasonable care is presumed until the Attorney General shows otherwise.",
        "552.105(c)",
        When.ON_EVENT,
        "intended purpose, tests, monitoring",
        StepKind.RELIEF,
    ),
)


def _duty(
    number: str,
    title: str,
    must: str,
    pinpoint: str,
    when: Expr,
    *rows: Row,
    who: str = "anybody who develops or uses AI in Texas",
    topic: Topic = Topic.PROHIBITION,
    deadline: Deadline | None = None,
    evidence: str = "statement of intended purpose, policy on forbidden uses, red-team results",
    unless: tuple[CarveOut, ...] = (),
    note: str = "",
) -> Obligation:
    return Obligation(
        id=number,
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=(
            Version(
                since=APPLIES_FROM,
                when=in_state("tx") & when,
                cites=(_cite(pinpoint=pinpoint),),
                unless=unless,
            ),
        ),
        deadline=deadline or Deadline(kind=When.CONTINUOUS, text="Since 1 January 2026."),
        evidence=evidence,
        penalty_note=PENALTY,
        steps=steps(number, *rows, cite=_cite),
        note=note,
    )


incitement = _duty(
    "TX-TRAIGA-52",
    "Do not make or use AI to incite harm or crime",
    "Do not develop or use AI with the aim that people harm themselves or others, or commit crimes.",
    "552.052",
    tx_developer_or_deployer & us_aims.includes("incite"),
    *_RELIEFS,
)

constitutional_rights = _duty(
    "TX-TRAIGA-55",
    "Do not make or use AI to take away constitutional rights",
    "Do not develop or use AI with the sole intent of infringing rights under the United States Constitution.",
    "552.055",
    tx_developer_or_deployer & us_aims.includes("constitutional"),
    *_RELIEFS,
)

discrimination = _duty(
    "TX-TRAIGA-56",
    "Do not make or use AI to discriminate",
    "Do not develop or use AI with intent to discriminate unlawfully against a protected class.",
    "552.056",
    tx_developer_or_deployer & us_aims.includes("discriminate"),
    *_RELIEFS,
    unless=(tx_insurance_services, tx_insured_bank),
    note="Disparate impact alone does not show intent (552.056(c)).",
)

abuse_material = _duty(
    "TX-TRAIGA-57",
    "Do not make or spread AI for abuse material or child chats",
    "Do not develop or distribute AI with the sole intent of child abuse material or unlawful sexual deep fakes, nor "
    "intentionally a text chatbot that simulates sexual conduct while posing as a child.",
    "552.057",
    (_DEVELOPS | _DISTRIBUTES) & us_aims.any_of("abuse_material", "child_chat"),
    *_RELIEFS,
    who="anybody who develops or distributes AI in Texas",
)

social_scoring = _duty(
    "TX-TRAIGA-53",
    "Do not score people socially (public bodies)",
    "As a public body, do not use or develop AI that scores people by behaviour or traits and has them treated "
    "accordingly.",
    "552.053",
    tx_governmental_entity & tx_developer_or_deployer & us_aims.includes("social_score"),
    who="public body in Texas",
    evidence="use register, review of scoring systems",
)

biometric_identification = _duty(
    "TX-TRAIGA-54",
    "Do not identify people without consent (public bodies)",
    "As a public body, do not use AI to identify a particular person by body data, or by gathering public images and "
    "media, without consent, where that infringes rights.",
    "552.054(b)",
    tx_governmental_entity & tx_developer_or_deployer & us_aims.includes("identify_public"),
    who="public body in Texas",
    evidence="consents, use register",
)

cubi_violation = _duty(
    "TX-TRAIGA-54c",
    "Keep the Texas biometric statute: a breach counts twice",
    "Keep the Texas statute on biometric identifiers. A violation of it is a violation of this act too, so this act's "
    "penalties come on top, after the time to cure.",
    "552.054(c)",
    CUBI_CAPTURES,
    (
        "notice",
        "Tell people, and get consent, before capturing identifiers.",
        "552.054(c)",
        When.BEFORE_USE,
        "consents",
    ),
    (
        "exempt",
        "Relief: the exemptions of the biometric statute decide first, such as training without identifying anybody.",
        "552.054(c)",
        When.ON_EVENT,
        "memo on the exemption",
        StepKind.RELIEF,
    ),
    who="anybody whom the Texas biometric statute reaches",
    evidence="consents, deletion log",
    note="The penalty of the biometric statute itself is up to $25,000 per violation.",
)

_wider_than_entity = us_organisation.includes("tx_exempt_public") & contested(
    key="tx-governmental-agency",
    why="The section on notices speaks of a governmental agency; the definitions leave hospital districts and public "
    "colleges and universities out of governmental entities. Whether they are agencies is not said.",
    a=Reading("every public body is an agency", ALWAYS),
    b=Reading("agency means governmental entity", NEVER),
    cites=(_cite(pinpoint="552.001, 552.051"),),
)
_agency = (
    (tx_governmental_entity | _wider_than_entity)
    & (USES_SYSTEM | MAKES_SYSTEM)
    & ARTIFICIAL_INTELLIGENCE
    & system_functions.includes("conversation")
)
_carer = (
    us_organisation.includes("care_provider")
    & USES_SYSTEM
    & ARTIFICIAL_INTELLIGENCE
    & uses.any_of("health", "emergency", "companion")
)

disclosure = _duty(
    "TX-TRAIGA-51",
    "Tell people that they deal with AI (public bodies, care providers)",
    "As a public agency, tell people before or when they deal with AI, even if it is obvious. As a care provider, tell "
    "patients that AI is used in their care.",
    "552.051",
    _agency | _carer,
    (
        "plain",
        "Write it clearly and plainly, without dark patterns; a link will do.",
        "552.051(c)-(e)",
        When.BEFORE_USE,
        "screens",
    ),
    (
        "agency",
        "If you are a public agency: tell people before or at the first contact, even if obvious.",
        "552.051(b)-(c)",
        When.BEFORE_USE,
        "screens",
        StepKind.DUTY,
        _agency,
    ),
    (
        "care",
        "If you provide care: tell the patient by the day service is first given; in an emergency as soon as possible.",
        "552.051(f)",
        When.BEFORE_USE,
        "patient notice",
        StepKind.DUTY,
        _carer,
    ),
    who="public agency, or provider of health care",
    topic=Topic.TRANSPARENCY,
    evidence="screenshots of the notice, patient forms",
    note="People at work or in business are no consumers here; patients are told in any case.",
)

civil_investigative_demand = _duty(
    "TX-TRAIGA-103",
    "Answer a demand of the Attorney General",
    "When the Attorney General asks after a complaint, describe purpose, kinds of training data, inputs, outputs, "
    "performance measures, known limits, and monitoring after release.",
    "552.103",
    tx_developer_or_deployer | _DISTRIBUTES,
    ("purpose", "Describe purpose, intended use and context.", "552.103", When.ON_REQUEST, "system description"),
    ("data", "Describe the kinds of data used to train it.", "552.103", When.ON_REQUEST, "data sheet"),
    ("flow", "Describe kinds of input and output.", "552.103", When.ON_REQUEST, "interface description"),
    ("measures", "Give the measures of performance and known limits.", "552.103", When.ON_REQUEST, "evaluation report"),
    ("monitoring", "Describe monitoring and safeguards after release.", "552.103", When.ON_REQUEST, "monitoring plan"),
    who="anybody who is served with a demand",
    topic=Topic.COOPERATION,
    deadline=Deadline(kind=When.ON_REQUEST, text="When served, after a complaint through the online mechanism."),
    evidence="file ready to hand over",
)
