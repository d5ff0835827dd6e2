"""AI Act, Articles 54 and 55: the representative in the Union, and the duties that come with systemic risk."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, StepKind, Topic, When
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider, since_august_2025, systemic_risk
from apps.rules.law.eu.ai_act.chapter_5_article_53 import code_wordings
from apps.rules.law.eu.ai_act.chapter_5_open_source import OPEN_SOURCE_MODEL
from apps.rules.law.eu.ai_act.chapter_12_article_101 import GPAI_FINE
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.commitments import code_chapters
from apps.rules.law.facts.model import development
from apps.rules.law.facts.organisation import seat, union_representative

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_FOREIGN_PROVIDER = "provider of a general-purpose AI model established outside the Union"
_REPRESENTATIVE = "authorised representative of such a provider"
_RISK_PROVIDER = "provider of a general-purpose AI model with systemic risk"
_PROVIDER_IS_FINED = "Article 101 names providers only; the provider answers for what its representative leaves undone."

outside_the_union = gpai_provider & ~seat.is_("eu")
represents = development.is_("represented")
risk_provider = gpai_provider & systemic_risk

# -- Article 54 ----------------------------------------------------------------------------------------------------

appoint_representative = Obligation(
    id="EU-AIA-54-1",
    title="Appoint a representative in the Union",
    must="Before placing the model on the market, appoint by written mandate a representative established in the "
    "Union.",
    who=_FOREIGN_PROVIDER,
    topic=Topic.REPRESENTATION,
    versions=(
        since_august_2025(
            outside_the_union,
            _aia(pinpoint="Art. 54(1)"),
            _aia(pinpoint="Art. 3(5)"),
            unless=(OPEN_SOURCE_MODEL,),
        ),
    ),
    deadline=Deadline(
        kind=When.BEFORE_MARKET, text="Before the model is placed on the market.", cite=_aia(pinpoint="Art. 54(1)")
    ),
    evidence="signed mandate with the tasks of Article 54(3)",
    penalty=GPAI_FINE,
    note="A subsidiary in the Union that itself is the provider needs none.",
    steps=steps(
        "EU-AIA-54-1",
        (
            "1",
            "Find a representative located or established in the Union and sign the mandate.",
            "Art. 54(1)",
            When.BEFORE_MARKET,
            "signed mandate",
            StepKind.DUTY,
            ~union_representative.is_("in_union"),
        ),
        ("3-s1", "Put tasks (a) to (d) into the mandate.", "Art. 54(3)", When.BEFORE_MARKET, "mandate clauses"),
        (
            "4",
            "Let authorities turn to the representative on every matter of compliance.",
            "Art. 54(4)",
            When.BEFORE_MARKET,
            "mandate clause",
        ),
    ),
)

enable_representative = Obligation(
    id="EU-AIA-54-2",
    title="Let the representative do its work",
    must="Give the representative the powers, documents and means it needs for the tasks of the mandate.",
    who=_FOREIGN_PROVIDER,
    topic=Topic.REPRESENTATION,
    versions=(since_august_2025(outside_the_union, _aia(pinpoint="Art. 54(2)"), unless=(OPEN_SOURCE_MODEL,)),),
    deadline=Deadline(kind=When.CONTINUOUS, text="As long as the mandate runs.", cite=_aia(pinpoint="Art. 54(2)")),
    evidence="annex to the mandate, service agreement",
    penalty=GPAI_FINE,
    steps=steps(
        "EU-AIA-54-2",
        ("1", "Hand over documents, access and means.", "Art. 54(2)", When.CONTINUOUS, "service agreement"),
    ),
)

representative_tasks = Obligation(
    id="EU-AIA-54-3",
    title="Carry out the representative's tasks",
    must="Check that documentation exists and the provider's duties are met; keep the file and the provider's "
    "contacts for ten years after placing; answer reasoned requests; cooperate; hand over the mandate when asked.",
    who=_REPRESENTATIVE,
    topic=Topic.REPRESENTATION,
    versions=(
        since_august_2025(
            represents,
            _aia(pinpoint="Art. 54(3)"),
            _aia(pinpoint="Art. 54(3)(a)"),
            _aia(pinpoint="Art. 54(3)(b)"),
            _aia(pinpoint="Art. 54(3)(c)"),
            _aia(pinpoint="Art. 54(3)(d)"),
            unless=(OPEN_SOURCE_MODEL,),
        ),
    ),
    deadline=Deadline(
        kind=When.RETENTION,
        text="From the mandate on; the file for ten years after the model was placed on the market.",
        cite=_aia(pinpoint="Art. 54(3)(b)"),
    ),
    evidence="check record, archive index, copies of replies",
    penalty_note=_PROVIDER_IS_FINED,
    steps=steps(
        "EU-AIA-54-3",
        (
            "s1",
            "Show the mandate to the AI Office on request, in a Union language.",
            "Art. 54(3)",
            When.ON_REQUEST,
            "record of what was sent",
        ),
        (
            "a-doc",
            "Check that the Annex XI documentation has been drawn up.",
            "Art. 54(3)(a)",
            When.BEFORE_MARKET,
            "check record",
        ),
        (
            "a-obl",
            "Check that the duties of Article 53, and 55 where due, are met.",
            "Art. 54(3)(a)",
            When.CONTINUOUS,
            "check record",
        ),
        ("b", "Keep a copy of the file and the provider's contacts.", "Art. 54(3)(b)", When.RETENTION, "archive index"),
        ("c", "Answer reasoned requests of the AI Office.", "Art. 54(3)(c)", When.ON_REQUEST, "reply"),
        (
            "d",
            "Cooperate in whatever authorities do about the model.",
            "Art. 54(3)(d)",
            When.ON_REQUEST,
            "correspondence",
        ),
    ),
)

end_mandate = Obligation(
    id="EU-AIA-54-5",
    title="End the mandate if the provider breaks its duties",
    must="End the mandate if you have reason to think that the provider acts against its duties, and tell the AI "
    "Office at once, with reasons.",
    who=_REPRESENTATIVE,
    topic=Topic.REPRESENTATION,
    versions=(since_august_2025(represents, _aia(pinpoint="Art. 54(5)"), unless=(OPEN_SOURCE_MODEL,)),),
    deadline=Deadline(kind=When.ON_EVENT, text="Immediately after ending it.", cite=_aia(pinpoint="Art. 54(5)")),
    evidence="letter ending the mandate, notice to the AI Office",
    penalty_note=_PROVIDER_IS_FINED,
    steps=steps(
        "EU-AIA-54-5",
        ("s1", "End the mandate.", "Art. 54(5)", When.ON_EVENT, "letter"),
        ("s2", "Notify the AI Office with reasons.", "Art. 54(5)", When.ON_EVENT, "notice"),
    ),
)

# -- Article 55 ----------------------------------------------------------------------------------------------------

model_evaluation = Obligation(
    id="EU-AIA-55-1-a",
    title="Evaluate the model",
    must="Evaluate the model with standardised, state-of-the-art protocols and tools, and test it adversarially, with "
    "records, to find and reduce systemic risks.",
    who=_RISK_PROVIDER,
    topic=Topic.SAFETY,
    versions=(since_august_2025(risk_provider, _aia(pinpoint="Art. 55(1)(a)")),),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the model is first placed on the market, and along its life.",
        cite=_aia(pinpoint="Art. 55(1)(a)"),
    ),
    evidence="evaluation and red-team reports",
    penalty=GPAI_FINE,
    steps=steps(
        "EU-AIA-55-1-a",
        ("1", "Run the evaluations.", "Art. 55(1)(a)", When.RECURRING, "evaluation reports"),
        (
            "2",
            "Attack the model on purpose to bring out systemic risks.",
            "Art. 55(1)(a)",
            When.RECURRING,
            "red-team plan and results",
        ),
        (
            "3",
            "Write down the tests and what was done about the findings.",
            "Art. 55(1)(a)",
            When.RECURRING,
            "red-team report",
        ),
    ),
)

risk_mitigation = Obligation(
    id="EU-AIA-55-1-b",
    title="Assess and reduce systemic risks",
    must="Assess and mitigate systemic risks at Union level and their sources, from development, placing on the "
    "market or use of the model.",
    who=_RISK_PROVIDER,
    topic=Topic.SAFETY,
    versions=(since_august_2025(risk_provider, _aia(pinpoint="Art. 55(1)(b)"), _aia(pinpoint="Art. 3(65)")),),
    deadline=Deadline(kind=When.CONTINUOUS, text="Before placing and throughout.", cite=_aia(pinpoint="Art. 55(1)(b)")),
    evidence="risk framework, risk register, model report",
    penalty=GPAI_FINE,
    steps=steps(
        "EU-AIA-55-1-b",
        ("1", "Find systemic risks and where they come from.", "Art. 55(1)(b)", When.CONTINUOUS, "risk register"),
        ("2", "Judge each against criteria set beforehand.", "Art. 55(1)(b)", When.CONTINUOUS, "risk assessment"),
        ("3", "Reduce each and check that it worked.", "Art. 55(1)(b)", When.CONTINUOUS, "mitigation record"),
    ),
)

incident_reporting = Obligation(
    id="EU-AIA-55-1-c",
    title="Track and report serious incidents",
    must="Keep track of serious incidents and possible remedies, record them, and report them without undue delay to "
    "the AI Office and, where fitting, to national authorities.",
    who=_RISK_PROVIDER,
    topic=Topic.INCIDENTS,
    versions=(since_august_2025(risk_provider, _aia(pinpoint="Art. 55(1)(c)"), _aia(pinpoint="Art. 3(49)")),),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="Without undue delay after a serious incident; the Act sets no number of days.",
        cite=_aia(pinpoint="Art. 55(1)(c)"),
    ),
    evidence="incident register and reports",
    penalty=GPAI_FINE,
    note="The guidelines add serious cybersecurity breaches, such as theft or escape of the weights. The Code of "
    "Practice has 2, 5, 10 or 15 days by kind of incident.",
    steps=steps(
        "EU-AIA-55-1-c",
        ("1", "Keep a register of serious incidents.", "Art. 55(1)(c)", When.CONTINUOUS, "incident register"),
        ("2", "Record facts and possible remedies of each.", "Art. 55(1)(c)", When.ON_EVENT, "incident file"),
        ("3", "Report to the AI Office.", "Art. 55(1)(c)", When.ON_EVENT, "report"),
        ("4", "Report to national authorities where fitting.", "Art. 55(1)(c)", When.ON_EVENT, "report"),
    ),
)

cybersecurity = Obligation(
    id="EU-AIA-55-1-d",
    title="Secure the model and its infrastructure",
    must="Protect the model, its weights included, and the physical infrastructure behind it with an adequate level of "
    "cybersecurity.",
    who=_RISK_PROVIDER,
    topic=Topic.SECURITY,
    versions=(since_august_2025(risk_provider, _aia(pinpoint="Art. 55(1)(d)")),),
    deadline=Deadline(kind=When.CONTINUOUS, text="Through the model's life.", cite=_aia(pinpoint="Art. 55(1)(d)")),
    evidence="security goal, plan and tests",
    penalty=GPAI_FINE,
    steps=steps(
        "EU-AIA-55-1-d",
        ("1", "Protect the model and its weights.", "Art. 55(1)(d)", When.CONTINUOUS, "security plan, tests"),
        ("2", "Protect the sites and machines.", "Art. 55(1)(d)", When.CONTINUOUS, "site security plan"),
    ),
)

showing_risk_compliance = Obligation(
    id="EU-AIA-55-2",
    title="Be able to show compliance on systemic risk",
    must="Show that Article 55 is met: by a Code of Practice assessed as adequate, by a harmonised standard once "
    "there is one, or by other adequate means that you demonstrate to the Commission.",
    who=_RISK_PROVIDER,
    topic=Topic.COOPERATION,
    versions=code_wordings(risk_provider, _aia(pinpoint="Art. 55(2)")),
    deadline=Deadline(kind=When.CONTINUOUS, text="From placing on the market on.", cite=_aia(pinpoint="Art. 55(2)")),
    evidence="safety framework and model report under the Code, or a gap analysis",
    penalty=GPAI_FINE,
    steps=steps(
        "EU-AIA-55-2",
        (
            "code",
            "Keep proof for the Safety and Security chapter.",
            "Art. 55(2)",
            When.CONTINUOUS,
            "framework, model report",
            StepKind.OPTION,
            code_chapters.includes("safety"),
        ),
        (
            "alt",
            "Demonstrate other adequate means to the Commission.",
            "Art. 55(2)",
            When.CONTINUOUS,
            "gap analysis",
            StepKind.DUTY,
            ~code_chapters.includes("safety"),
        ),
    ),
)
