"""AI Act, Articles 22 to 24 as check items, with the orders of authorities under Articles 79 and 82."""

from __future__ import annotations

from apps.rules.engine import StepKind, When
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.steps import Row

_ORDERS: tuple[Row, ...] = (
    (
        "79-2",
        (
            "If an authority orders correction, finish within its time limit: at most 15 working days, or less under "
            "product law."
        ),
        "Art. 79(2)",
        When.ON_EVENT,
        "order, proof of completion",
    ),
    (
        "79-4",
        "If so ordered, see in the same time to the correction of all systems concerned that you offered in the Union.",
        "Art. 79(4)",
        When.ON_EVENT,
        "list of corrected units",
    ),
    (
        "82-2",
        "If an authority finds a lawful system risky all the same, take the risk away in every unit, in the time set.",
        "Art. 82(2)",
        When.ON_EVENT,
        "record of measures",
    ),
)

APPOINTMENT: tuple[Row, ...] = (
    (
        "1",
        "Find a representative established in the Union and have it sign the mandate before the system is available.",
        "Art. 22(1)",
        When.BEFORE_MARKET,
        "signed mandate",
    ),
    (
        "2",
        "Supply the representative with papers, access and means.",
        "Art. 22(2)",
        When.CONTINUOUS,
        "service agreement, access list",
    ),
    (
        "3-s1",
        "List tasks (a) to (e) in the mandate; authorities may turn to the representative besides or instead of you.",
        "Art. 22(3)",
        When.BEFORE_MARKET,
        "mandate clauses",
    ),
)

REPRESENTATION: tuple[Row, ...] = (
    (
        "s1",
        "If market surveillance asks, hand over a copy of the mandate in the official language it names.",
        "Art. 22(3)",
        When.ON_REQUEST,
        "record of what was sent",
    ),
    (
        "a",
        "Check that declaration and technical documentation exist and the right conformity procedure was gone through.",
        "Art. 22(3)(a)",
        When.BEFORE_MARKET,
        "check record",
    ),
    (
        "b",
        "For 10 years keep the provider's contacts, declaration, technical documentation and any certificate at hand.",
        "Art. 22(3)(b)",
        When.RETENTION,
        "archive index",
    ),
    (
        "c",
        "Give an authority that asks with reasons the papers on conformity and the logs the provider controls.",
        "Art. 22(3)(c)",
        When.ON_REQUEST,
        "answer",
    ),
    (
        "d",
        "Help authorities in whatever they do about the system, reducing its risks above all.",
        "Art. 22(3)(d)",
        When.ON_REQUEST,
        "correspondence",
    ),
    (
        "e-s1",
        "If the mandate leaves registration to you, register the system.",
        "Art. 22(3)(e)",
        When.BEFORE_MARKET,
        "registration number",
        StepKind.DUTY,
        high_risk_by_use,
    ),
    (
        "e-s2",
        "If the provider registers, check that the entry names you rightly (Annex VIII, Section A, point 3).",
        "Art. 22(3)(e)",
        When.BEFORE_MARKET,
        "check record",
        StepKind.DUTY,
        high_risk_by_use,
    ),
    (
        "4-s1",
        "If you have reason to think the provider breaks its duties, end the mandate.",
        "Art. 22(4)",
        When.ON_EVENT,
        "letter",
    ),
    (
        "4-s2",
        "If you end it, inform market surveillance, and any notified body concerned, at once, with your reasons.",
        "Art. 22(4)",
        When.ON_EVENT,
        "notice",
    ),
)

IMPORT: tuple[Row, ...] = (
    (
        "1-a",
        "Make sure that the provider has been through its conformity assessment.",
        "Art. 23(1)(a)",
        When.BEFORE_MARKET,
        "check record",
    ),
    (
        "1-b",
        "Make sure that technical documentation under Annex IV has been drawn up.",
        "Art. 23(1)(b)",
        When.BEFORE_MARKET,
        "check record",
    ),
    (
        "1-c",
        "Make sure that the CE marking is on it and that declaration and instructions come with it.",
        "Art. 23(1)(c)",
        When.BEFORE_MARKET,
        "check record",
    ),
    (
        "1-d",
        "Make sure that the provider has a representative in the Union.",
        "Art. 23(1)(d)",
        When.BEFORE_MARKET,
        "copy of the mandate",
    ),
    (
        "2-s1",
        "If it seems not to conform, or it or its papers seem falsified, do not place it before that is put right.",
        "Art. 23(2)",
        When.BEFORE_MARKET,
        "order to hold back",
    ),
    (
        "2-s2",
        "If it is a risk as well, tell provider, representative and market surveillance.",
        "Art. 23(2)",
        When.ON_EVENT,
        "notices",
    ),
    (
        "3",
        "Add your name or trade mark and contact address to the system and to packaging or papers, as fits.",
        "Art. 23(3)",
        When.AT_PLACING,
        "sample label",
    ),
    (
        "4",
        "If storing or moving it can spoil compliance, see to proper conditions while it is in your hands.",
        "Art. 23(4)",
        When.CONTINUOUS,
        "handling rules",
    ),
    (
        "5",
        "Keep instructions, declaration and, if there is one, the certificate for 10 years.",
        "Art. 23(5)",
        When.RETENTION,
        "archive index",
    ),
    (
        "6-s1",
        "Answer authorities that ask with reasons, with papers in a language easy for them.",
        "Art. 23(6)",
        When.ON_REQUEST,
        "answer",
    ),
    (
        "6-s2",
        "See to it that authorities can get the technical documentation, for example by contract with the provider.",
        "Art. 23(6)",
        When.BEFORE_MARKET,
        "contract clause",
    ),
    *_ORDERS,
    ("7", "Help authorities in whatever they do about the system.", "Art. 23(7)", When.ON_REQUEST, "correspondence"),
)

DISTRIBUTION: tuple[Row, ...] = (
    (
        "1-s1",
        "Look whether the CE marking is there and whether a copy of the declaration and instructions come along.",
        "Art. 24(1)",
        When.BEFORE_MARKET,
        "check record",
    ),
    (
        "1-s2",
        (
            "Look whether the provider has named itself and runs a quality system, and whether the importer has named "
            "itself."
        ),
        "Art. 24(1)",
        When.BEFORE_MARKET,
        "check record",
    ),
    (
        "2-s1",
        "If it seems to miss a requirement of Section 2, do not pass it on before that is put right.",
        "Art. 24(2)",
        When.BEFORE_MARKET,
        "order to hold back",
    ),
    ("2-s2", "If it is a risk as well, inform provider or importer.", "Art. 24(2)", When.ON_EVENT, "notice"),
    (
        "3",
        "If storing or moving it can spoil compliance, see to proper conditions while it is in your hands.",
        "Art. 24(3)",
        When.CONTINUOUS,
        "handling rules",
    ),
    (
        "4-s1",
        "If a system you passed on seems not to conform, correct, withdraw or recall it, or see that others do.",
        "Art. 24(4)",
        When.ON_EVENT,
        "record of the action",
    ),
    (
        "4-s2",
        "If it is a risk, at once tell provider or importer and the authorities what is wrong and what was done.",
        "Art. 24(4)",
        When.ON_EVENT,
        "notices",
    ),
    (
        "5",
        "If an authority asks with reasons, show what you did under paragraphs 1 to 4.",
        "Art. 24(5)",
        When.ON_REQUEST,
        "answer",
    ),
    *_ORDERS,
    ("6", "Help authorities in whatever they do about the system.", "Art. 24(6)", When.ON_REQUEST, "correspondence"),
)
