"""What the UK GDPR asks of controllers and processors, in the order of its articles."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import CarveOut, Cite, Deadline, Expr, Grade, StepKind, Topic, Version, When
from apps.rules.law.facts.decisions import result_weight
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.uk_data import uk_data, uk_data_part
from apps.rules.law.facts.uk_online import uk_children
from apps.rules.law.facts.use import decision_effect
from apps.rules.law.uk.automated_decisions import uk_automated_decision
from apps.rules.law.uk.common import ESTABLISHED, PUBLIC_BODY, USES_SYSTEM
from apps.rules.law.uk.data_protection import (
    APPLIES_FROM,
    COMPLAINTS,
    CONTROLLER_OR_PROCESSOR,
    HIGHER_TIER,
    OUTSIDE,
    REFORM,
    STANDARD_TIER,
    data_duty,
    uk_controller,
)

_recalled = partial(Cite, instrument="UK-GDPR", grade=Grade.M)
_BEFORE = Deadline(kind=When.BEFORE_MARKET, text="Before the data are first used.")
_ONGOING = Deadline(kind=When.CONTINUOUS, text="Throughout.")
_SENSITIVE: Expr = personal_data.any_of("special_categories", "special_for_bias")
_FROM_ELSEWHERE: Expr = uk_controller & uk_data.includes("elsewhere")
_TOO_MANY: Expr = _FROM_ELSEWHERE & uk_data.includes("mass")

lawful_basis = data_duty(
    "5-1-a",
    "Pick and record a lawful basis for each use",
    "Pick and record a basis for training, fine-tuning, running and logging, each on its own. For scraped training "
    "data expect legitimate interests: write down a specific purpose, why you need the data, and the balance.",
    Topic.TRAINING_DATA,
    "Arts 5(1)(a), 5(2) and 6",
    _BEFORE,
    "register of bases, legitimate-interests assessment",
    HIGHER_TIER,
    ("purpose", "Name a specific purpose, not just a general model.", "Art. 6(1)(f)", When.BEFORE_MARKET, "assessment"),
    (
        "need",
        "Show why data could not be collected directly or licensed.",
        "Art. 6(1)(f)",
        When.BEFORE_MARKET,
        "assessment",
    ),
    (
        "balance",
        "Weigh what people expect, and test that they can learn of it.",
        "Art. 6(1)(f)",
        When.BEFORE_MARKET,
        "assessment",
    ),
    (
        "list",
        "Do not rest training on the recognised interests: it is not on the list.",
        "Art. 6(1)(ea), Annex 1",
        When.BEFORE_MARKET,
        "register",
    ),
    (
        "reuse",
        "Before you reuse data, check that the new purpose fits the old one.",
        "Arts 5(1)(b) and 8A",
        When.BEFORE_MARKET,
        "note",
    ),
    (
        "unfair",
        "Stop, and delete, where people have no real choice: clocking in by face is the known case.",
        "Art. 5(1)(a); Serco Leisure, 19 February 2024",
        When.CONTINUOUS,
        "record of alternatives",
    ),
)
sensitive_data = data_duty(
    "9",
    "Have a condition for sensitive data",
    "Name a condition of Article 9 for data on health, origin, beliefs, sex life, genes or identifying body features, "
    "and where asked one of Schedule 1 with a policy document. Public availability alone rarely is one.",
    Topic.TRAINING_DATA,
    "Art. 9; DPA 2018 s. 10, Sch. 1",
    _BEFORE,
    "condition relied on, appropriate policy document",
    HIGHER_TIER,
    when=uk_controller & _SENSITIVE,
)
notice_direct = data_duty(
    "13",
    "Tell people when you collect from them",
    "Tell people at collection who uses their data, for what, on which basis, how long and with which rights.",
    Topic.TRANSPARENCY,
    "Art. 13",
    Deadline(kind=When.CONTINUOUS, text="At collection."),
    "privacy notice",
    HIGHER_TIER,
    when=uk_controller & uk_data.includes("from_people"),
)
notice_decisions = data_duty(
    "13-2-f",
    "Explain decisions taken by machine",
    "Tell people that decisions are taken by machine, and give meaningful information on the logic, the significance "
    "and the consequences for them.",
    Topic.TRANSPARENCY,
    "Arts 13(2)(f), 14(2)(g) and 15(1)(h)",
    Deadline(kind=When.CONTINUOUS, text="In the notice, and on request."),
    "text of the notice",
    HIGHER_TIER,
    when=uk_automated_decision,
    note="What the Act of 2025 changed in these articles was not read.",
)
research_reuse = data_duty(
    "13-5",
    "Publish the information instead, for research with your own data",
    "If you use data collected from people further, for research, archives or statistics alone, and telling each of "
    "them is impossible or out of proportion, protect them and publish the information.",
    Topic.TRANSPARENCY,
    "Art. 13(5)-(7)",
    Deadline(kind=When.BEFORE_MARKET, text="Before the further use."),
    "reasoned record",
    HIGHER_TIER,
    ("safeguards", "Keep the safeguards for research in place.", "Arts 84A-84D", When.CONTINUOUS, "record"),
    when=uk_controller & uk_data.includes("from_people") & uk_data.includes("research"),
    grade=Grade.P,
    since=REFORM,
    published_on=REFORM,
)
DISPROPORTIONATE = CarveOut(
    id="uk-gdpr-disproportionate-notice",
    title="Telling each person is impossible or out of proportion",
    when=uk_data.includes("mass"),
    cites=(Cite(instrument="UK-GDPR", pinpoint="Art. 14(5)(e)", grade=Grade.P),),
    removes="Telling each person whose data come from elsewhere.",
    keeps="Protecting them and publishing the information.",
    note="Depends among other things on the number of people, the age of the data and the safeguards.",
)
notice_indirect = data_duty(
    "14",
    "Tell people whose data come from elsewhere",
    "Tell people whose data you scraped, bought or were given: who you are, what for, which basis, the source and "
    "their rights.",
    Topic.TRANSPARENCY,
    "Art. 14(1)-(4)",
    Deadline(
        kind=When.ON_EVENT,
        text="Within a month; earlier when you first write to the person or first pass the data on.",
    ),
    "notice, public page",
    HIGHER_TIER,
    when=_FROM_ELSEWHERE,
    grade=Grade.S,
    unless=(DISPROPORTIONATE,),
)
notice_complaints = data_duty(
    "14-2-da",
    "Say in the notice that people can complain to you",
    "Say in your privacy notices that people can complain to you, and name the Information Commission as regulator.",
    Topic.TRANSPARENCY,
    "Arts 13(2)(ca), 14(2)(da) and (e)",
    Deadline(kind=When.CONTINUOUS, text="From 19 June 2026; the regulator's new name from 30 September 2026."),
    "updated notice",
    HIGHER_TIER,
    grade=Grade.S,
    since=COMPLAINTS,
    published_on=REFORM,
    note="The tier of the fine is not verified.",
)
_old_relief = partial(
    Version,
    since=APPLIES_FROM,
    when=_TOO_MANY,
    cites=(_recalled(pinpoint="Art. 14(5)(b), until 4 February 2026"),),
    unless=OUTSIDE,
)
notice_published = data_duty(
    "14-5-e",
    "Protect people and publish the information where you cannot tell each",
    "If telling each person is impossible or out of proportion, record why, take measures that protect them, and "
    "publish the information.",
    Topic.TRANSPARENCY,
    "Art. 14(5)(e)-(7)",
    Deadline(kind=When.BEFORE_MARKET, text="In place of the individual notice."),
    "reasoned record, public notice",
    HIGHER_TIER,
    when=_TOO_MANY,
    grade=Grade.P,
    since=REFORM,
    published_on=REFORM,
    earlier=(_old_relief(replaced_on=REFORM), _old_relief(until=REFORM, published_on=REFORM)),
    note="Replaces Article 14(5)(b), which is gone; do not cite it any more.",
)
access = data_duty(
    "15",
    "Answer requests for access",
    "Give people their data and the information about it, after a search that is reasonable and proportionate.",
    Topic.DECISIONS,
    "Arts 12, 12A, 15(1A)",
    Deadline(
        kind=When.ON_REQUEST,
        text="Within a month; two more if complex or many. The clock stops while you wait for what you need to know.",
    ),
    "request log",
    HIGHER_TIER,
    grade=Grade.P,
    note="The rule on searches counts as in force since 1 January 2024.",
)
rights = data_duty(
    "17-21",
    "Correct, delete, restrict and stop on request",
    "Act on requests to correct, delete or restrict data and on objections, for training data too.",
    Topic.DECISIONS,
    "Arts 16-21",
    Deadline(kind=When.ON_REQUEST, text="Within a month; two more if complex or many."),
    "request log, opt-out records",
    HIGHER_TIER,
    ("advertising", "An objection to direct marketing always counts.", "Art. 21(2)", When.ON_REQUEST, "log"),
)
by_design = data_duty(
    "25",
    "Build data protection in",
    "Choose data, training and filters so that no more personal data are used or given back than the purpose needs.",
    Topic.SAFETY,
    "Art. 25(1)-(1B)",
    Deadline(kind=When.CONTINUOUS, text="From design on, and throughout."),
    "design record",
    STANDARD_TIER,
    (
        "children",
        "Take account of what children need, as they are likely to use the service (since 5 February 2026).",
        "Art. 25(1A) and (1B)",
        When.CONTINUOUS,
        "design record",
        StepKind.DUTY,
        ~uk_children.is_("unlikely"),
    ),
    grade=Grade.P,
)
representative = data_duty(
    "27",
    "Appoint a representative in the United Kingdom",
    "Give somebody in the United Kingdom a written mandate to be addressed on your data processing.",
    Topic.REPRESENTATION,
    "Art. 27",
    _BEFORE,
    "written mandate",
    STANDARD_TIER,
    (
        "occasional",
        "Record why none is needed, if processing is occasional, hardly risky and not large-scale.",
        "Art. 27(2)",
        When.BEFORE_MARKET,
        "memo",
        StepKind.RELIEF,
    ),
    when=CONTROLLER_OR_PROCESSOR & ~ESTABLISHED,
    who="controller or processor without an establishment there",
)
processors = data_duty(
    "28",
    "Have a contract with whoever handles data for you",
    "Have a written contract that binds each vendor to your instructions, security and help, AI vendors included. If "
    "you work for clients, have one with each of them.",
    Topic.DOCUMENTATION,
    "Art. 28",
    Deadline(kind=When.BEFORE_USE, text="Before the vendor starts."),
    "data-processing contract",
    STANDARD_TIER,
    when=CONTROLLER_OR_PROCESSOR & (uk_data.includes("vendors") | uk_data_part.is_("client")),
    who="controller or processor",
)
records = data_duty(
    "30",
    "Keep a record of processing",
    "Keep a record of each use: purpose, people, kinds of data, recipients, transfers, time limits, security.",
    Topic.DOCUMENTATION,
    "Art. 30",
    _ONGOING,
    "record of processing activities",
    STANDARD_TIER,
    (
        "small",
        "With fewer than 250 staff, check the relief; risky, sensitive or regular processing loses it.",
        "Art. 30(5)",
        When.CONTINUOUS,
        "note",
        StepKind.RELIEF,
    ),
    when=CONTROLLER_OR_PROCESSOR,
    who="controller or processor",
)
security = data_duty(
    "32",
    "Secure data and model in step with the risk",
    "Protect training data, prompts, logs and weights, against drawing data out of the model and against injected "
    "prompts too.",
    Topic.SECURITY,
    "Art. 32",
    _ONGOING,
    "security file, test reports",
    STANDARD_TIER,
    when=CONTROLLER_OR_PROCESSOR,
    who="controller or processor",
)
breaches = data_duty(
    "33",
    "Report breaches within 72 hours",
    "Report a breach of personal data to the Information Commission unless a risk to people is unlikely; tell people "
    "if the risk is high.",
    Topic.INCIDENTS,
    "Art. 33",
    Deadline(kind=When.ON_EVENT, text="Without undue delay, where feasible within 72 hours of learning of it."),
    "breach register",
    STANDARD_TIER,
)
# Decisions with serious effects that rest on what a machine worked out, whether or not a person takes them.
_WEIGHED_BY_MACHINE: Expr = (
    USES_SYSTEM & decision_effect.is_("significant") & result_weight.is_("alone", "overrules", "heaviest", "one_factor")
)
_HIGH_RISK: Expr = (
    uk_data.any_of("large_sensitive", "large_watching", "risky")
    | (uk_data.includes("elsewhere") & personal_data.includes("training"))
    | _WEIGHED_BY_MACHINE
)
impact = data_duty(
    "35",
    "Assess the impact where risk is likely to be high",
    "Assess the impact before you start: always for serious decisions that rest on a machine's results, for sensitive "
    "data or public places on a large scale, and for AI with another sign of risk, such as scraped data.",
    Topic.SAFETY,
    "Art. 35(1), (3) and (4)",
    Deadline(kind=When.BEFORE_MARKET, text="Before processing starts; reviewed on change."),
    "data protection impact assessment",
    STANDARD_TIER,
    (
        "content",
        "Describe data, need, risks to people and measures in the depth the case needs.",
        "Art. 35(7)",
        When.BEFORE_MARKET,
        "assessment",
    ),
    when=uk_controller & _HIGH_RISK,
)
consult = data_duty(
    "36",
    "Consult the regulator where high risk stays",
    "If your assessment leaves a high risk that you cannot lower, consult the Information Commission first.",
    Topic.COOPERATION,
    "Art. 36",
    Deadline(kind=When.ON_EVENT, text="Before processing starts, if high risk stays."),
    "correspondence",
    STANDARD_TIER,
    when=uk_controller & _HIGH_RISK,
)
officer = data_duty(
    "37",
    "Appoint a data protection officer",
    "Appoint somebody who watches over data protection and reports to the top: as a public authority, or if you watch "
    "people or use sensitive data on a large scale.",
    Topic.DOCUMENTATION,
    "Arts 37-39",
    _ONGOING,
    "appointment",
    STANDARD_TIER,
    when=CONTROLLER_OR_PROCESSOR & (PUBLIC_BODY | uk_data.any_of("large_sensitive", "large_watching")),
    who="controller or processor",
)
transfers = data_duty(
    "44",
    "Cover transfers abroad",
    "Rest each transfer on a decision of the government, an agreement or addendum with a risk test, or another listed "
    "ground; protection abroad must not be materially lower.",
    Topic.SECURITY,
    "Chapter V",
    Deadline(kind=When.BEFORE_USE, text="Before each kind of transfer."),
    "transfer agreement or addendum, risk test",
    HIGHER_TIER,
    when=CONTROLLER_OR_PROCESSOR & uk_data.includes("abroad"),
    who="controller or processor",
)
complaints = data_duty(
    "164A",
    "Take complaints, and acknowledge them within 30 days",
    "Make it easy to complain, for example by an electronic form; acknowledge within 30 days and answer without undue "
    "delay.",
    Topic.COOPERATION,
    "DPA 2018 s. 164A",
    Deadline(kind=When.ON_REQUEST, text="Acknowledged within 30 days, answered without undue delay."),
    "complaints log",
    None,
    grade=Grade.S,
    since=COMPLAINTS,
    published_on=REFORM,
    penalty="The tier of the fine is not verified; an enforcement notice is possible.",
)
