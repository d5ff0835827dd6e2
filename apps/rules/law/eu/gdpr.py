"""Regulation (EU) 2016/679 (GDPR) for those who develop or change a model. Everybody else gets a pointer to it.

No open-source and no small-business carve-out. The data part of the Digital Omnibus, COM(2025) 837, is only a proposal.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Fine,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Step,
    StepKind,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.market import activity, union_ways
from apps.rules.law.facts.model import development
from apps.rules.law.facts.organisation import seat, worldwide_turnover_eur
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.system import system_roles, system_union_links

_read = partial(Cite, instrument="GDPR", grade=Grade.P)
_known = partial(Cite, instrument="GDPR", grade=Grade.M)
_opinion = partial(Cite, instrument="GDPR", grade=Grade.O, source="EDPB Opinion 28/2024 of 17 December 2024")

APPLIES_FROM = date(2018, 5, 25)

GDPR = Instrument(
    id="GDPR",
    title="Regulation (EU) 2016/679 on the protection of natural persons in the processing of personal data",
    short="GDPR",
    jurisdiction="EU",
    force=Force.REGULATION,
    number="Regulation (EU) 2016/679",
    enforcer="national data protection authorities",
    url="http://data.europa.eu/eli/reg/2016/679/oj",
    summary="Governs whatever is done with data about people, training of models included. Neither open licences nor "
    "small size lift it. Whoever trains only as a client instructs is a processor: contract, security, reports to the "
    "client. Who is controller after open release is disputed. Whether finished weights are personal data is judged "
    "case by case (EDPB Opinion 28/2024). Changes proposed in 2025 are still in procedure.",
    openness=Openness(
        Relief.NONE,
        "An open licence lifts nothing. Whether published weights still hold personal data, and who answers for them "
        "then, is judged case by case.",
    ),
    published_on=date(2016, 5, 4),
    status=(
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="applies",
            cite=_known(pinpoint="Art. 99(2)"),
            published_on=date(2016, 5, 4),
        ),
    ),
    sources=(
        _read(pinpoint="Arts 33 and 83"),
        _opinion(pinpoint="Art. 6(1)(f)"),
        _known(pinpoint="remaining articles"),
    ),
)

HIGHER_TIER = Fine(
    title="Fine for principles, legal basis, rights and transfers",
    percent=4,
    fixed=20_000_000,
    currency="EUR",
    turnover=worldwide_turnover_eur,
    since=APPLIES_FROM,
    cites=(_read(pinpoint="Art. 83(5)"),),
    note="No lower ceiling for small firms. Linked breaches together stay below the ceiling of the gravest.",
)

LOWER_TIER = Fine(
    title="Fine for the duties of controllers and processors",
    percent=2,
    fixed=10_000_000,
    currency="EUR",
    turnover=worldwide_turnover_eur,
    since=APPLIES_FROM,
    cites=(_read(pinpoint="Art. 83(4)"),),
    note="No lower ceiling for small firms. Linked breaches together stay below the ceiling of the gravest.",
)

_IN_THE_UNION_MARKET = (
    "api",
    "library",
    "hub",
    "physical",
    "cloud",
    "customer_infrastructure",
    "own_app",
    "own_product",
    "via_customers",
)
# Used in house only: that takes a place in the Union, whoever's name the licence carries.
_IN_HOUSE = ("internal_essential", "internal_other")
_seen_in_the_union = union_ways.any_of(*_IN_THE_UNION_MARKET, "planned") | personal_data.includes("monitoring")

gdpr_model_developer = Definition(
    id="gdpr_model_developer",
    title="Developer of a model that processes personal data within reach of the GDPR",
    statement="you develop or change a model with data about people, within reach of the GDPR",
    denial="you do not develop or change a model with data about people within reach of the GDPR",
    summary="Makes a model, has it made or changes it, with data about identifiable people in training or use, and is "
    "established in the Union, offers goods or services to people there, or follows their behaviour.",
    versions=(
        Version(
            since=APPLIES_FROM,
            when=development.is_("own", "commissioned", "for_client", "consortium_lead", "consortium_member", "changed")
            & ~personal_data.is_empty()
            & (
                seat.is_("eu")
                | _seen_in_the_union
                | union_ways.any_of(*_IN_HOUSE)
                | (~system_roles.is_empty() & system_union_links.any_of("established", "placed", "used"))
            ),
            cites=(_known(pinpoint="Art. 2(1)"), _known(pinpoint="Art. 3(1)"), _known(pinpoint="Art. 3(2)")),
        ),
    ),
)

HOUSEHOLD = CarveOut(
    id="gdpr-household",
    title="Purely personal or household activity",
    when=activity.is_("private"),
    cites=(_known(pinpoint="Art. 2(2)(c)"),),
    removes="The whole GDPR, for what a person does purely privately.",
    keeps="Everything as soon as others outside the household can get at the data.",
    lost_when=(
        CarveOut(
            id="gdpr-household-published",
            title="Released to others",
            when=union_ways.any_of(*_IN_THE_UNION_MARKET, "via_customers_despite_ban", "reachable_untargeted"),
            cites=(_known(pinpoint="Art. 2(2)(c)"),),
        ),
    ),
)

_sensitive = personal_data.any_of("special_categories", "special_for_bias")


def _duty(  # the columns of the list of duties
    number: str,
    title: str,
    must: str,
    topic: Topic,
    cites: tuple[Cite, ...],
    deadline: Deadline,
    evidence: str,
    fine: Fine,
    *rows: Row,
    when: Expr = gdpr_model_developer,
    note: str = "",
) -> Obligation:
    id_ = f"EU-GDPR-{number}"
    items: tuple[Step, ...] = steps(id_, *rows, cite=_known)
    return Obligation(
        id=id_,
        title=title,
        must=must,
        who="controller that develops or changes a model with personal data",
        topic=topic,
        versions=(Version(since=APPLIES_FROM, when=when, cites=cites, unless=(HOUSEHOLD,)),),
        deadline=deadline,
        evidence=evidence,
        penalty=fine,
        steps=items,
        note=note,
    )


_BEFORE = When.BEFORE_MARKET

lawful_basis = _duty(
    "6",
    "Have a legal basis for training on personal data",
    "Name a legal basis before data about people are collected or learned from. For legitimate interests, write down "
    "the interest, why the data are needed, and why people's interests do not weigh more.",
    Topic.TRAINING_DATA,
    (_known(pinpoint="Art. 6(1)"), _opinion(pinpoint="Art. 6(1)(f)")),
    Deadline(kind=_BEFORE, text="Before the data are first processed."),
    "legal-basis memo, balancing test",
    HIGHER_TIER,
    ("interest", "State the interest and show that it is lawful, clear and real.", "Art. 6(1)(f)", _BEFORE, "memo"),
    ("need", "Show that no less intrusive way would do.", "Art. 6(1)(f)", _BEFORE, "necessity test"),
    (
        "balance",
        "Weigh people's expectations and the measures that protect them.",
        "Art. 6(1)(f)",
        _BEFORE,
        "balancing",
    ),
    (
        "source",
        "If you build on somebody else's model, check whether its training was lawful.",
        "Art. 5(2)",
        _BEFORE,
        "check of the model's origin",
    ),
    note="The EDPB tells three cases apart: the trainer keeps the data, another firm uses the model, the model was "
    "anonymised first (Opinion 28/2024). Guidelines on web scraping were in consultation until 30 October 2026.",
)

special_categories = _duty(
    "9",
    "Keep sensitive data out, or meet an exception",
    "Do not use data on health, origin, politics, beliefs, union membership, sex life, genes or identifying body "
    "features unless one of the listed exceptions fits. For bias correction, follow the narrow route of Article 4a of "
    "the AI Act.",
    Topic.TRAINING_DATA,
    (_known(pinpoint="Art. 9(1)"), _known(pinpoint="Art. 9(2)")),
    Deadline(kind=_BEFORE, text="Before such data are processed."),
    "data screening, exception relied on",
    HIGHER_TIER,
    ("screen", "Screen the material for sensitive data and filter them out.", "Art. 9(1)", _BEFORE, "filter report"),
    ("except", "If any stay in, name the exception and show that it fits.", "Art. 9(2)", _BEFORE, "exception memo"),
    when=gdpr_model_developer & _sensitive,
)

notices = _duty(
    "13",
    "Tell people how their data are used",
    "Tell people who uses their data, for what, on which basis, for how long and with which rights: when you collect "
    "from them, and within a month when the data come from elsewhere.",
    Topic.TRANSPARENCY,
    (_known(pinpoint="Art. 13"), _known(pinpoint="Art. 14")),
    Deadline(kind=When.CONTINUOUS, text="At collection; within a month if the data come from elsewhere."),
    "privacy notice, record of how it reaches people",
    HIGHER_TIER,
    ("direct", "Put the notice where users enter data.", "Art. 13", When.CONTINUOUS, "privacy notice"),
    ("indirect", "Publish a notice for people whose data you scraped or bought.", "Art. 14", When.CONTINUOUS, "notice"),
    (
        "effort",
        "If telling each person would take disproportionate effort, record why and inform the public instead.",
        "Art. 14(5)(b)",
        When.CONTINUOUS,
        "effort memo",
        StepKind.RELIEF,
    ),
)

rights = _duty(
    "15",
    "Answer people who use their rights",
    "Answer requests for access, correction, deletion, restriction, portability and objection, for training data and "
    "as far as possible for what the model puts out; do not decide by machine alone where that is barred.",
    Topic.DECISIONS,
    (_known(pinpoint="Arts 15 to 22"), _known(pinpoint="Art. 12(3)")),
    Deadline(kind=When.ON_REQUEST, text="Without undue delay, normally within a month."),
    "request log, answers",
    HIGHER_TIER,
    ("channel", "Open a channel for requests and check who asks.", "Art. 12", When.CONTINUOUS, "procedure"),
    ("object", "Let people object, best before training starts.", "Art. 21", When.CONTINUOUS, "opt-out records"),
    (
        "erase",
        "Delete from data sets, and suppress in output what cannot be unlearned.",
        "Art. 17",
        When.ON_REQUEST,
        "log",
    ),
)

by_design = _duty(
    "25",
    "Build data protection into the model",
    "Choose data, training methods and output filters so that no more personal data are used, kept or given back than "
    "the purpose needs, and set the protective option as the default.",
    Topic.SAFETY,
    (_known(pinpoint="Art. 25"),),
    Deadline(kind=When.CONTINUOUS, text="From design on, and throughout."),
    "design record, tests for memorised data",
    LOWER_TIER,
    ("minimise", "Drop or mask personal data the purpose does not need.", "Art. 25(1)", _BEFORE, "preparation log"),
    (
        "extract",
        "Test whether data of people in the training set can be drawn out.",
        "Art. 25(1)",
        _BEFORE,
        "test report",
    ),
    note="A model counts as anonymous only if both drawing people's data out of it and getting them through prompts "
    "are insignificantly likely (EDPB Opinion 28/2024). Whether weights are personal data is disputed.",
)

representative = _duty(
    "27",
    "Appoint a GDPR representative in the Union",
    "Give somebody established in the Union a written mandate to be addressed on your data processing there.",
    Topic.REPRESENTATION,
    (_known(pinpoint="Art. 27(1)"), _known(pinpoint="Art. 3(2)")),
    Deadline(kind=_BEFORE, text="Before people in the Union are served or followed."),
    "written mandate",
    LOWER_TIER,
    (
        "occasional",
        "If the processing is occasional and hardly risky, record why no representative is needed.",
        "Art. 27(2)",
        _BEFORE,
        "memo",
        StepKind.RELIEF,
    ),
    when=gdpr_model_developer & ~seat.is_("eu") & _seen_in_the_union,
    note="Not the same as the authorised representative under the AI Act, though one firm may be both.",
)

records = _duty(
    "30",
    "Keep records of processing",
    "Keep a record of each processing activity: purpose, kinds of people and data, recipients, transfers, time limits, "
    "security.",
    Topic.DOCUMENTATION,
    (_known(pinpoint="Art. 30(1)"), Cite(instrument="GDPR", pinpoint="Art. 30(5)", grade=Grade.S)),
    Deadline(kind=When.CONTINUOUS, text="Kept up to date."),
    "record of processing activities",
    LOWER_TIER,
    (
        "small",
        "With fewer than 250 staff, check the relief; risky, regular or sensitive processing loses it.",
        "Art. 30(5)",
        When.CONTINUOUS,
        "relief memo",
        StepKind.RELIEF,
    ),
    note="Whoever trains a model will normally not get the relief for fewer than 250 staff.",
)

security = _duty(
    "32",
    "Secure the data and the model",
    "Protect training data, prompts, logs and weights that hold personal data in step with the risk, and test the "
    "protection.",
    Topic.SECURITY,
    (_known(pinpoint="Art. 32"),),
    Deadline(kind=When.CONTINUOUS, text="Throughout."),
    "security concept, test reports",
    LOWER_TIER,
    (
        "measures",
        "Set access control, encryption and recovery in step with the risk.",
        "Art. 32(1)",
        When.CONTINUOUS,
        "concept",
    ),
    ("test", "Test and review the measures regularly.", "Art. 32(1)(d)", When.RECURRING, "test report"),
)

breach_notice = _duty(
    "33",
    "Report data breaches within 72 hours",
    "Report a personal-data breach to the data protection authority without undue delay, where feasible within 72 "
    "hours of learning of it, unless a risk for people is unlikely.",
    Topic.INCIDENTS,
    (_read(pinpoint="Art. 33(1)"), _known(pinpoint="Art. 3")),
    Deadline(
        kind=When.ON_EVENT,
        text="Without undue delay, where feasible within 72 hours of learning of the breach.",
        cite=_read(pinpoint="Art. 33(1)"),
    ),
    "breach register, copy of the report",
    LOWER_TIER,
    ("late", "If you need longer than 72 hours, give the reasons.", "Art. 33(1)", When.ON_EVENT, "reasons"),
    ("record", "Document every breach, reported or not.", "Art. 33(5)", When.ON_EVENT, "breach register"),
    ("people", "If the risk for people is high, tell them too.", "Art. 34", When.ON_EVENT, "notice to people"),
)

impact_assessment = _duty(
    "35",
    "Assess the impact on data protection",
    "Where risk for people is likely to be high, assess it before processing starts. Always so for sensitive data on a "
    "large scale, for evaluations with serious effects on people, and for watching public places on a large scale.",
    Topic.SAFETY,
    (_known(pinpoint="Art. 35(1)"), _known(pinpoint="Art. 35(3)")),
    Deadline(kind=_BEFORE, text="Before the processing starts."),
    "impact assessment, or note why none is needed",
    LOWER_TIER,
    ("gate", "Decide and record whether high risk is likely.", "Art. 35(1)", _BEFORE, "screening note", StepKind.GATE),
    ("content", "If so, describe processing, need, risks and measures.", "Art. 35(7)", _BEFORE, "assessment"),
    ("consult", "If high risk remains, consult the authority first.", "Art. 36", _BEFORE, "consultation record"),
)

transfers = _duty(
    "44",
    "Cover transfers out of the Union",
    "If personal data leave the European Economic Area, rest each transfer on an adequacy decision, standard clauses "
    "or another listed ground.",
    Topic.SECURITY,
    (_known(pinpoint="Arts 44 to 49"),),
    Deadline(kind=_BEFORE, text="Before each kind of transfer."),
    "transfer register, clauses",
    HIGHER_TIER,
    ("gate", "List where data, prompts and logs go.", "Art. 44", _BEFORE, "transfer map", StepKind.GATE),
)
