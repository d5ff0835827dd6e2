"""AI Act, Articles 6(4) and 49(2): duties of those who rely on the filter; and the record of every class."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, StepKind, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    OPEN_SOURCE_SYSTEM,
    SECTION_B,
    system_provider,
)
from apps.rules.law.eu.ai_act.chapter_3_annex_i import section_a_product, section_b_product
from apps.rules.law.eu.ai_act.chapter_3_annex_iii import annex_iii_2
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import open_entry, restricted_entry
from apps.rules.law.eu.ai_act.chapter_3_calendar import (
    LARGE_SCALE_SYSTEMS,
    OLDER_HIGH_RISK,
    OLDER_PUBLIC_AUTHORITY_SYSTEMS,
    for_uses_alone,
)
from apps.rules.law.eu.ai_act.chapter_3_classification import filter_6_3, high_risk_by_use
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.use_tasks import part_in_decision

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_MEMO = "classification memo"

_regulated_product = section_a_product | section_b_product

CLASSIFICATION_RECORD: tuple[Row, ...] = (
    (
        "6-1-a",
        "Record whether the AI is the regulated product itself or a safety component of it.",
        "Art. 6(1)(a)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.GATE,
        _regulated_product,
    ),
    (
        "6-1-b",
        "Record whether the product law makes an outside assessment of this product compulsory, and where it says so.",
        "Art. 6(1)(b)",
        When.BEFORE_MARKET,
        "classification memo with the provision of product law",
        StepKind.GATE,
        _regulated_product,
    ),
    (
        "6-1-1a",
        "To deny a safety component, show that the AI serves only comfort, efficiency, automation or quality control.",
        "Art. 6(1a)",
        When.BEFORE_MARKET,
        "analysis of functions",
        StepKind.GATE,
        _regulated_product | annex_iii_2,
    ),
    (
        "6-1-1b",
        "Test whether a failure would endanger health or safety; if so, it is a safety component after all.",
        "Art. 6(1b)",
        When.BEFORE_MARKET,
        "failure analysis",
        StepKind.GATE,
        _regulated_product | annex_iii_2,
    ),
    (
        "6-1-1c",
        "If the outside assessment covers other risks alone, such as radio spectrum, record that it does not count.",
        "Art. 6(1c)",
        When.BEFORE_MARKET,
        "note on the risks that product law assesses",
        StepKind.GATE,
        _regulated_product,
    ),
    (
        "6-1-sec",
        "Record which section of Annex I lists the law; Section B leaves only a few provisions of the Act.",
        "Art. 2(2)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.GATE,
        _regulated_product,
    ),
    (
        "6-2-1",
        "Compare purpose, instructions, adverts and documentation with each point of Annex III; note every match.",
        "Art. 6(2)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.GATE,
    ),
)

TRANSITION_RECORD: tuple[Row, ...] = (
    (
        "111-2-date",
        "Keep proof of the day the first unit of this type lawfully reached the market or went into service.",
        "Art. 111(2)",
        When.RETENTION,
        "record of first sale or launch",
        StepKind.RELIEF,
        OLDER_HIGH_RISK.when | OLDER_PUBLIC_AUTHORITY_SYSTEMS.when,
    ),
    (
        "111-2-log",
        "Log each change of design and decide whether it is significant; a significant one ends the relief.",
        "Art. 111(2)",
        When.CONTINUOUS,
        "log of design changes",
        StepKind.RELIEF,
        OLDER_HIGH_RISK.when | OLDER_PUBLIC_AUTHORITY_SYSTEMS.when,
    ),
    (
        "111-2-pub",
        "Bring systems meant for public authorities fully into line by 2 August 2030.",
        "Art. 111(2)",
        When.ON_EVENT,
        "migration plan",
        StepKind.DUTY,
        OLDER_PUBLIC_AUTHORITY_SYSTEMS.when,
    ),
    (
        "111-1",
        "Bring parts of the Union's large IT systems from before 2 August 2027 into line by 31 December 2030.",
        "Art. 111(1)",
        When.ON_EVENT,
        "migration plan",
        StepKind.DUTY,
        LARGE_SCALE_SYSTEMS.when,
    ),
)

_filtered = system_provider & filter_6_3 & ~high_risk_by_use
_UNLESS = (*ACTIVITIES_LEFT_ALONE, SECTION_B, OPEN_SOURCE_SYSTEM)
_OLDER = (
    "The relief for older systems names high-risk ones only. Whether a freed system that was released before the first "
    "day still needs this is not said."
)

document_the_filter = Obligation(
    id="EU-AIA-6-4",
    title="Document why a listed system is not high-risk",
    must="Write down, before launch, why your system is not high-risk although its use is listed in Annex III: which "
    "condition of the filter it meets, why, and why it profiles nobody. Hand the assessment to an authority that asks.",
    who="provider who relies on the filter of Article 6(3)",
    topic=Topic.CLASSIFICATION,
    versions=for_uses_alone(_filtered, "Art. 6(4)", _UNLESS, _OLDER),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered or put into service."),
    evidence="dated and signed memo: purpose, point of Annex III, filter condition and reasons, no profiling",
    penalty_note="Member States set the penalty (Article 99(1)); not checked here. The fines of Article 99 follow "
    "where an authority reclassifies the system and you miss its deadline, or the filter was meant to dodge the rules "
    "(Article 80(4) and (7)), and for false information (Article 99(5)). Systems under the AI Office fall under "
    "Article 75c(4).",
    steps=steps(
        "EU-AIA-6-4",
        CLASSIFICATION_RECORD[-1],
        (
            "6-3-s3",
            "Check first for profiling of people; any profiling ends the exception.",
            "Art. 6(3)",
            When.BEFORE_MARKET,
            "analysis of profiling",
            StepKind.GATE,
        ),
        (
            "6-3-s1",
            "Explain why the system brings no significant risk of harm and does not really sway decisions.",
            "Art. 6(3)",
            When.BEFORE_MARKET,
            "memo, part on risks",
            StepKind.GATE,
        ),
        (
            "6-3-a",
            "Describe the narrow procedural task and where it ends.",
            "Art. 6(3)(a)",
            When.BEFORE_MARKET,
            _MEMO,
            StepKind.GATE,
            part_in_decision.is_("narrow_step"),
        ),
        (
            "6-3-b",
            "Name the human work that is finished already, and show that the result only improves it.",
            "Art. 6(3)(b)",
            When.BEFORE_MARKET,
            _MEMO,
            StepKind.GATE,
            part_in_decision.is_("polishes_finished_work"),
        ),
        (
            "6-3-c",
            "Show that it only finds patterns in decisions, and that people review before anything changes.",
            "Art. 6(3)(c)",
            When.BEFORE_MARKET,
            "memo, review procedure",
            StepKind.GATE,
            part_in_decision.is_("checks_past_decisions"),
        ),
        (
            "6-3-d",
            "Show that it only prepares an assessment that somebody makes later.",
            "Art. 6(3)(d)",
            When.BEFORE_MARKET,
            _MEMO,
            StepKind.GATE,
            part_in_decision.is_("prepares"),
        ),
        (
            "6-4-s1",
            "Write the assessment up, date it and sign it before launch; redo it when the system changes.",
            "Art. 6(4)",
            When.BEFORE_MARKET,
            "dated, signed memo",
        ),
        (
            "6-4-s3",
            "Give the assessment to a national authority that asks for it.",
            "Art. 6(4)",
            When.ON_REQUEST,
            "record of sending",
        ),
        (
            "80-4",
            "If an authority finds the system high-risk, meet the requirements within the time it sets.",
            "Art. 80(4)",
            When.ON_EVENT,
            "plan, closing letter",
        ),
        (
            "80-5",
            "If that happens, correct every unit made available in the Union, not only the one examined.",
            "Art. 80(5)",
            When.ON_EVENT,
            "list of units corrected",
        ),
    ),
    note="The four conditions are read narrowly. The filter frees neither from the bans nor from transparency duties.",
)

register_the_filtered_system = Obligation(
    id="EU-AIA-49-2",
    title="Register a listed system that is not high-risk",
    must="Enter yourself and the system in the Union's public database before launch, with the filter condition you "
    "rely on. Police, migration and border uses go into a secure part that the public cannot see, with fewer items.",
    who="provider who relies on the filter of Article 6(3), or its authorised representative",
    topic=Topic.REGISTRATION,
    versions=for_uses_alone(
        _filtered,
        "Art. 49(2)",
        _UNLESS,
        "Formally in force since 2 August 2026, but nothing is filtered before Article 6 applies. " + _OLDER,
    ),
    deadline=Deadline(kind=When.BEFORE_MARKET, text="Before the system is offered or put into service."),
    evidence="registration number, database entry",
    penalty_note="Member States set the penalty (Article 99(1)); not checked here. A missing entry is also a formal "
    "fault that authorities can order you to mend (Article 83(1)(e)). Systems under the AI Office fall under Article "
    "75c(4).",
    steps=steps(
        "EU-AIA-49-2",
        (
            "2",
            "Register yourself and the system in the database of the Union before launch.",
            "Art. 49(2)",
            When.BEFORE_MARKET,
            "registration number",
        ),
        (
            "VIII-B-1",
            "Enter your name, address and contact details.",
            "Annex VIII, Section B, point 1",
            When.BEFORE_MARKET,
            "database entry",
        ),
        (
            "VIII-B-2",
            "If somebody else submits the entry for you, add their name, address and contact details.",
            "Annex VIII, Section B, point 2",
            When.BEFORE_MARKET,
            "database entry",
        ),
        (
            "VIII-B-3",
            "If you have an authorised representative, add its name, address and contact details.",
            "Annex VIII, Section B, point 3",
            When.BEFORE_MARKET,
            "database entry",
        ),
        (
            "VIII-B-4",
            "Enter the trade name and whatever else identifies and traces the system.",
            "Annex VIII, Section B, point 4",
            When.BEFORE_MARKET,
            "database entry",
        ),
        (
            "VIII-B-5",
            "Describe what the system is meant for.",
            "Annex VIII, Section B, point 5",
            When.BEFORE_MARKET,
            "database entry",
        ),
        (
            "VIII-B-6",
            "State the condition or conditions of the filter on which you rely.",
            "Annex VIII, Section B, point 6",
            When.BEFORE_MARKET,
            "database entry",
            StepKind.DUTY,
            open_entry,
        ),
        (
            "VIII-B-8",
            "State where the system stands: on the market, in service, withdrawn or recalled.",
            "Annex VIII, Section B, point 8",
            When.BEFORE_MARKET,
            "database entry",
        ),
        (
            "VIII-B-upd",
            "Update the entry whenever one of its items changes.",
            "Annex VIII, Section B",
            When.CONTINUOUS,
            "change log of the entry",
        ),
        (
            "49-4-b",
            "Register police, migration and border uses in the secure part, with points 1 to 5 and 8 alone.",
            "Art. 49(4)(b)",
            When.BEFORE_MARKET,
            "restricted entry",
            StepKind.DUTY,
            restricted_entry,
        ),
    ),
    note="Points 7 and 9 of the list were deleted on 27 July 2026; Article 49(4)(b) still names point 9.",
)
