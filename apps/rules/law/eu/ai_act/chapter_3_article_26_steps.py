"""AI Act, Article 26 as check items, with Article 49(3), Annex VIII, Section C, and orders under Chapter IX."""

from __future__ import annotations

from apps.rules.engine import StepKind, When
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import open_entry, restricted_entry
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.body import targeted_search
from apps.rules.law.facts.use import users, uses

_for_law_enforcement = users.includes("law_enforcement")
_for_others = users.any_of(
    "judicial", "dispute_body", "public_authority", "eu_body", "public_services", "business", "people"
)

_police_use = (
    users.includes("law_enforcement") & uses.any_of("policing", "fraud", "emergency", "security", "borders")
) | (users.includes("for_authority") & uses.includes("policing"))
_other_field = uses.any_of("hiring", "work_management", "education", "credit", "insurance", "public_benefits", "health")
_bodies = users.any_of("law_enforcement", "border_authority", "judicial", "public_authority", "eu_body")

ART_26_1 = steps(
    "EU-AIA-26-1",
    (
        "1",
        "Write an operating procedure, with technical limits, that keeps people inside the instructions.",
        "Art. 26(1)",
        When.BEFORE_USE,
        "operating procedure",
    ),
    (
        "3",
        "List your other duties as user under Union and national law and fit them together.",
        "Art. 26(3)",
        When.BEFORE_USE,
        "list of applicable law",
    ),
)

ART_26_2 = steps(
    "EU-AIA-26-2",
    (
        "1",
        "Appoint the overseers and give them the power to act.",
        "Art. 26(2)",
        When.BEFORE_USE,
        "appointment letters",
    ),
    ("2", "Record their competence and training; refresh both.", "Art. 26(2)", When.BEFORE_USE, "training records"),
    ("3", "Give them time, tools and backing.", "Art. 26(2)", When.CONTINUOUS, "resource plan"),
)

ART_26_4 = steps(
    "EU-AIA-26-4",
    ("1", "Check that the input you control fits the purpose.", "Art. 26(4)", When.CONTINUOUS, "input check log"),
    ("2", "Check that it represents the people or cases concerned.", "Art. 26(4)", When.CONTINUOUS, "input check log"),
)

ART_26_5 = steps(
    "EU-AIA-26-5",
    ("1", "Monitor the system in the way its instructions describe.", "Art. 26(5)", When.CONTINUOUS, "monitoring log"),
    (
        "2",
        "Pass on to the provider what matters for its monitoring.",
        "Art. 26(5)",
        When.ON_EVENT,
        "reports to provider",
    ),
    (
        "3",
        "If use as instructed may endanger health, safety or rights, tell provider or distributor and the authority.",
        "Art. 26(5)",
        When.ON_EVENT,
        "notices",
    ),
    ("4", "Stop using the system while that danger lasts.", "Art. 26(5)", When.ON_EVENT, "suspension record"),
    ("5", "After a serious incident, tell the provider first, at once.", "Art. 26(5)", When.ON_EVENT, "first notice"),
    (
        "6",
        "Then tell importer or distributor and the market surveillance authorities.",
        "Art. 26(5)",
        When.ON_EVENT,
        "second notice",
    ),
    (
        "7",
        "If the provider cannot be reached, report yourself inside the clocks of Article 73: 15, 10 or 2 days.",
        "Art. 26(5)",
        When.ON_EVENT,
        "incident report",
    ),
    (
        "8",
        "As law-enforcement authority, keep sensitive operational data out of these reports.",
        "Art. 26(5)",
        When.ON_EVENT,
        "redaction note",
        StepKind.RELIEF,
        _for_law_enforcement,
    ),
    (
        "9",
        "If financial-services law governs your internal controls, let those rules serve as monitoring.",
        "Art. 26(5)",
        When.CONTINUOUS,
        "mapping to internal governance",
        StepKind.RELIEF,
    ),
)

ART_26_6 = steps(
    "EU-AIA-26-6",
    (
        "1",
        "Keep the logs six months or more, unless other law sets another time.",
        "Art. 26(6)",
        When.RETENTION,
        "rule, proof",
    ),
    (
        "2",
        "If you are a financial institution, keep the logs with the records financial-services law requires.",
        "Art. 26(6)",
        When.RETENTION,
        "records map",
    ),
)

ART_26_7 = steps(
    "EU-AIA-26-7",
    ("1", "Inform the workers' representatives.", "Art. 26(7)", When.BEFORE_USE, "dated notice"),
    ("2", "Inform every worker concerned.", "Art. 26(7)", When.BEFORE_USE, "dated notice, receipts"),
    (
        "3",
        "Follow Union and national rules on informing workers.",
        "Art. 26(7)",
        When.BEFORE_USE,
        "record of the procedure",
    ),
)

ART_26_8 = steps(
    "EU-AIA-26-8",
    (
        "1",
        "In the Union's database, register yourself, choose the provider's entry and enter your use.",
        "Art. 49(3)",
        When.BEFORE_USE,
        "registration record",
    ),
    (
        "2",
        "Look for the provider's entry; without one, do not use the system.",
        "Art. 26(8)",
        When.BEFORE_USE,
        "search",
        StepKind.DUTY,
        _bodies,
    ),
    (
        "3",
        "If it is missing, tell provider or distributor.",
        "Art. 26(8)",
        When.ON_EVENT,
        "notice",
        StepKind.DUTY,
        _bodies,
    ),
    ("VIII-C-1", "Enter your name, address and contact.", "Annex VIII, Section C, point 1", When.BEFORE_USE, "entry"),
    (
        "VIII-C-2",
        "Enter name, address and contact of the person who submits.",
        "Annex VIII, Section C, point 2",
        When.BEFORE_USE,
        "entry",
    ),
    (
        "VIII-C-3",
        "Enter the web address of the provider's entry.",
        "Annex VIII, Section C, point 3",
        When.BEFORE_USE,
        "entry",
    ),
    (
        "VIII-C-4",
        "If a fundamental-rights assessment is due, enter a summary of it.",
        "Annex VIII, Section C, point 4",
        When.BEFORE_USE,
        "entry",
        StepKind.DUTY,
        open_entry,
    ),
    (
        "VIII-C-5",
        "If a data-protection assessment is due, enter a summary of it.",
        "Annex VIII, Section C, point 5",
        When.BEFORE_USE,
        "entry",
        StepKind.DUTY,
        open_entry,
    ),
    (
        "49-4-c",
        "For law enforcement, migration, asylum or borders, enter points 1 to 3 only, in the non-public section.",
        "Art. 49(4)(c)",
        When.BEFORE_USE,
        "restricted entry",
        StepKind.RELIEF,
        restricted_entry,
    ),
)

ART_26_9 = steps(
    "EU-AIA-26-9",
    (
        "1",
        "Base your data-protection impact assessment on what the provider tells you under Article 13.",
        "Art. 26(9)",
        When.BEFORE_USE,
        "assessment with source references",
    ),
)

ART_26_10 = steps(
    "EU-AIA-26-10",
    (
        "1",
        "Ask for a binding authorisation, open to court review, before you search.",
        "Art. 26(10)",
        When.BEFORE_USE,
        "request, authorisation",
        StepKind.DUTY,
        targeted_search,
    ),
    (
        "2",
        "If you had to start first, ask without undue delay and within 48 hours.",
        "Art. 26(10)",
        When.ON_EVENT,
        "time-stamped request",
        StepKind.DUTY,
        targeted_search,
    ),
    (
        "3",
        "If you skip it for a first identification, record the objective, verifiable facts tied to the offence.",
        "Art. 26(10)",
        When.BEFORE_USE,
        "case note",
        StepKind.RELIEF,
    ),
    ("4", "Limit each use to what one specific offence strictly needs.", "Art. 26(10)", When.BEFORE_USE, "scope order"),
    ("5", "If authorisation is refused, stop at once.", "Art. 26(10)", When.ON_EVENT, "stop log"),
    ("6", "If it is refused, delete the personal data of that use.", "Art. 26(10)", When.ON_EVENT, "deletion record"),
    (
        "7",
        "Tie every search to an offence, a proceeding, a real threat or a missing person.",
        "Art. 26(10)",
        When.CONTINUOUS,
        "link in the log",
    ),
    (
        "8",
        "Take no decision with adverse legal effect on the output alone.",
        "Art. 26(10)",
        When.CONTINUOUS,
        "decision template",
    ),
    ("9", "Put every use on the police file.", "Art. 26(10)", When.ON_EVENT, "file entry"),
    (
        "10",
        "On request, show the file to market surveillance and data protection authorities; leave out sensitive data.",
        "Art. 26(10)",
        When.ON_REQUEST,
        "transmittal record",
    ),
    ("11", "Report the uses of each year to both authorities.", "Art. 26(10)", When.RECURRING, "annual report"),
    ("12", "Follow stricter national law.", "Art. 26(10)", When.BEFORE_USE, "checklist of national limits"),
)

ART_26_11 = steps(
    "EU-AIA-26-11",
    (
        "1",
        "Tell each person that the system decides about them or helps to.",
        "Art. 26(11)",
        When.BEFORE_USE,
        "notice text",
        StepKind.DUTY,
        ~_police_use | _for_others | _other_field,
    ),
    (
        "2",
        "In law enforcement, inform as Article 13 of Directive (EU) 2016/680 says.",
        "Art. 26(11)",
        When.CONTINUOUS,
        "notice text",
        StepKind.DUTY,
        _police_use,
    ),
)

ART_26_12 = steps(
    "EU-AIA-26-12",
    ("1", "Take part in what authorities do about the system.", "Art. 26(12)", When.ON_REQUEST, "correspondence"),
    (
        "79-2",
        "If an authority orders correction, carry it out in time: 15 working days at most, less if sector law says so.",
        "Art. 79(2)",
        When.ON_EVENT,
        "order, proof of completion",
    ),
    (
        "82-2",
        "If an authority finds a risk although the system complies, remove it everywhere in the period set.",
        "Art. 82(2)",
        When.ON_EVENT,
        "record of measures",
    ),
    (
        "77-1a",
        "If the authority asks for a body that protects fundamental rights, pass documents on without delay.",
        "Art. 77(1a)",
        When.ON_REQUEST,
        "transmittal record",
    ),
)
