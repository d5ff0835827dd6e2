"""AI Act, Articles 43 to 49 as check items, with the items of Articles 40, 41, 62, 71 and 75 that serve them."""

from __future__ import annotations

from apps.rules.engine import StepKind, When
from apps.rules.law.eu.ai_act.chapter_3_annexes_v_viii import ANNEX_V, ANNEX_VI, ANNEX_VII, ANNEX_VIII_A
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import (
    biometrics_route,
    internal_control_route,
    may_use_notified_body,
    restricted_entry,
    sector_route,
)
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.instruments import small_or_medium_enterprise
from apps.rules.law.eu.ai_act.steps import Row

_MEMO = "note on the route"

_ROUTE_FOR_BIOMETRICS: tuple[Row, ...] = (
    (
        "1-a",
        "If standards or common specifications are followed in full, you may assess the system yourself (Annex VI).",
        "Art. 43(1)(a)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.OPTION,
        biometrics_route,
    ),
    (
        "1-b",
        "If they are followed in full, you may also go to a notified body (Annex VII).",
        "Art. 43(1)(b)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.OPTION,
        biometrics_route,
    ),
    (
        "1-s2-a",
        "If no cited standard and no common specification exists, go to a notified body (Annex VII).",
        "Art. 43(1), second subparagraph, point (a)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.DUTY,
        biometrics_route,
    ),
    (
        "1-s2-b",
        "If you follow a cited standard in part or not at all, go to a notified body (Annex VII).",
        "Art. 43(1), second subparagraph, point (b)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.DUTY,
        biometrics_route,
    ),
    (
        "1-s2-c",
        "If there are common specifications that you do not follow, go to a notified body (Annex VII).",
        "Art. 43(1), second subparagraph, point (c)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.DUTY,
        biometrics_route,
    ),
    (
        "1-s2-d",
        "If a standard was cited with a restriction, take what is restricted to a notified body (Annex VII).",
        "Art. 43(1), second subparagraph, point (d)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.DUTY,
        biometrics_route,
    ),
    (
        "1-s3",
        (
            "If you use Annex VII, choose any notified body; where police, immigration, asylum or Union bodies are the "
            "users, market surveillance takes its place."
        ),
        "Art. 43(1), third subparagraph",
        When.BEFORE_MARKET,
        "application",
        StepKind.DUTY,
        biometrics_route,
    ),
)

_ROUTE_FOR_PRODUCTS: tuple[Row, ...] = (
    (
        "3-s1",
        "Go through the procedure of your product's own law; Section 2 is assessed as a part of it.",
        "Art. 43(3)",
        When.BEFORE_MARKET,
        "file of that procedure",
        StepKind.DUTY,
        sector_route,
    ),
    (
        "3-s1-qms",
        "In that procedure, also have the quality system of Article 17 assessed (Annex VII, points 3 and 5).",
        "Art. 43(3)",
        When.BEFORE_MARKET,
        "report on the quality system",
        StepKind.DUTY,
        sector_route,
    ),
    (
        "3-s2",
        "If a notified body takes part, ask whether it may assess Section 2 and applied for that by 28 January 2028.",
        "Art. 43(3), second subparagraph",
        When.BEFORE_MARKET,
        "record of its designation",
        StepKind.DUTY,
        sector_route,
    ),
    (
        "3-s3",
        (
            "If product law lets you go without a third party, do so only with standards or specifications for all of "
            "Section 2."
        ),
        "Art. 43(3), third subparagraph",
        When.BEFORE_MARKET,
        "table of standards",
        StepKind.OPTION,
        sector_route,
    ),
    (
        "3-s4",
        "Stay with the procedure of product law although the system's use stands in Annex III too.",
        "Art. 43(3), fourth subparagraph",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.DUTY,
        sector_route & high_risk_by_use,
    ),
)

_AFTER_THE_FIRST: tuple[Row, ...] = (
    (
        "4-s1",
        "If the system is changed substantially, have the new version assessed before release.",
        "Art. 43(4)",
        When.ON_EVENT,
        "new assessment",
    ),
    (
        "4-s2",
        "If the system goes on learning, changes you fixed and documented at the first assessment need no new one.",
        "Art. 43(4), second subparagraph",
        When.CONTINUOUS,
        "changes compared with what was fixed",
        StepKind.RELIEF,
    ),
    (
        "44-2",
        "If you hold a certificate, renew it in time: it lasts five years at most (Annex I), four for Annex III.",
        "Art. 44(2)",
        When.RECURRING,
        "list of certificates",
        StepKind.DUTY,
        may_use_notified_body,
    ),
    (
        "44-3",
        "If the notified body finds a lapse, mend it in the time it sets; suspension or withdrawal follows otherwise.",
        "Art. 44(3)",
        When.ON_EVENT,
        "record of the action",
        StepKind.DUTY,
        may_use_notified_body,
    ),
)

_STANDARDS: tuple[Row, ...] = (
    (
        "40-1",
        "If you follow a standard cited in the Official Journal, list which clause meets which requirement.",
        "Art. 40(1)",
        When.BEFORE_MARKET,
        "table of standards",
        StepKind.OPTION,
    ),
    (
        "41-5",
        "If you do not follow existing common specifications, show that your way is at least as good.",
        "Art. 41(5)",
        When.BEFORE_MARKET,
        "proof of equivalence",
    ),
)

_SPECIAL_CASES: tuple[Row, ...] = (
    (
        "46-1",
        (
            "If life, health, security, environment or key assets cannot wait, ask market surveillance for permission; "
            "finish the assessment without delay."
        ),
        "Art. 46(1)",
        When.BEFORE_MARKET,
        "request, permission",
        StepKind.OPTION,
        ~sector_route,
    ),
    (
        "46-7",
        "If you need a way round the assessment, only your product's own law can give it.",
        "Art. 46(7)",
        When.BEFORE_MARKET,
        "permission under product law",
        StepKind.DUTY,
        sector_route,
    ),
    (
        "46-2",
        (
            "If police or civil protection had to use it without permission, ask at once; if refused, stop and delete "
            "all results."
        ),
        "Art. 46(2)",
        When.ON_EVENT,
        "request, record of stopping and deletion",
    ),
    (
        "75-1e",
        (
            "If you are under the AI Office and need an outside assessment, apply to the Commission; its chosen body "
            "charges you."
        ),
        "Art. 75(1e)",
        When.BEFORE_MARKET,
        "application, receipt",
        StepKind.DUTY,
        may_use_notified_body,
    ),
    (
        "62-2",
        "If a body charges for the assessment, ask for the fee reduced to your size.",
        "Art. 62(2)",
        When.BEFORE_MARKET,
        "request",
        StepKind.OPTION,
        small_or_medium_enterprise & may_use_notified_body,
    ),
)

ASSESSMENT: tuple[Row, ...] = (
    (
        "16-f",
        "Do not release before the conformity assessment is finished.",
        "Art. 16(f)",
        When.BEFORE_MARKET,
        "release record",
    ),
    (
        "route",
        "Find out which procedure is yours: own control (Annex VI), notified body (Annex VII) or product law.",
        "Art. 43",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.GATE,
    ),
    *_ROUTE_FOR_BIOMETRICS,
    (
        "2",
        "Assess the system yourself under internal control (Annex VI); no notified body takes part.",
        "Art. 43(2)",
        When.BEFORE_MARKET,
        _MEMO,
        StepKind.DUTY,
        internal_control_route,
    ),
    *_ROUTE_FOR_PRODUCTS,
    *_AFTER_THE_FIRST,
    *_STANDARDS,
    *_SPECIAL_CASES,
    *ANNEX_VI,
    *ANNEX_VII,
)

DECLARATION: tuple[Row, ...] = (
    ("16-g", "Make sure that the declaration exists.", "Art. 16(g)", When.BEFORE_MARKET, "declaration"),
    (
        "1-s1",
        "Write one declaration per system, machine-readable, naming the system, signed by hand or electronically.",
        "Art. 47(1)",
        When.BEFORE_MARKET,
        "signed declaration",
    ),
    ("1-s2", "Keep it at hand for authorities for 10 years.", "Art. 47(1)", When.RETENTION, "archive index"),
    ("1-s3", "Hand a copy to authorities on request.", "Art. 47(1)", When.ON_REQUEST, "record of what was sent"),
    (
        "2-s1",
        "Declare that Section 2 is met, with all that Annex V lists.",
        "Art. 47(2)",
        When.BEFORE_MARKET,
        "declaration",
    ),
    (
        "2-s2",
        "Have it translated for each Member State where you sell, into a language its authorities easily follow.",
        "Art. 47(2)",
        When.BEFORE_MARKET,
        "translations",
    ),
    (
        "3",
        "If other Union acts want a declaration too, make one for all of them that names each act.",
        "Art. 47(3)",
        When.BEFORE_MARKET,
        "joint declaration",
    ),
    (
        "4",
        "Keep it up to date: by signing it you answer for Section 2.",
        "Art. 47(4)",
        When.CONTINUOUS,
        "list of versions",
    ),
    *ANNEX_V,
)

MARKING: tuple[Row, ...] = (
    (
        "16-h",
        "Make sure that the CE marking is in its place.",
        "Art. 16(h)",
        When.BEFORE_MARKET,
        "photo, screen capture",
    ),
    (
        "1",
        "Keep to the rules for every CE marking (Regulation (EC) No 765/2008, Article 30).",
        "Art. 48(1)",
        When.BEFORE_MARKET,
        "check of the marking",
    ),
    (
        "2",
        "If the system comes digitally, a digital marking will do, easy to reach on screen or by a scannable code.",
        "Art. 48(2)",
        When.BEFORE_MARKET,
        "screen capture, test of the code",
    ),
    (
        "3-s1",
        "Fix it so that it can be seen and read and does not come off.",
        "Art. 48(3)",
        When.BEFORE_MARKET,
        "photo",
    ),
    (
        "3-s2",
        "If the system cannot carry it, put it on packaging or accompanying papers, as fits.",
        "Art. 48(3)",
        When.BEFORE_MARKET,
        "photo",
    ),
    (
        "4-s1",
        (
            "If a notified body assessed conformity, its number follows the marking, put there by it or on its "
            "instructions."
        ),
        "Art. 48(4)",
        When.BEFORE_MARKET,
        "photo",
        StepKind.DUTY,
        may_use_notified_body,
    ),
    (
        "4-s2",
        "If advertising mentions the CE marking, show that number there too.",
        "Art. 48(4)",
        When.CONTINUOUS,
        "check of advertising",
        StepKind.DUTY,
        may_use_notified_body,
    ),
    (
        "5",
        "If other acts want a CE marking too, put it on only when those are met as well.",
        "Art. 48(5)",
        When.BEFORE_MARKET,
        "list of acts",
    ),
)

REGISTRATION: tuple[Row, ...] = (
    ("16-i", "Make sure that the registration is done.", "Art. 16(i)", When.BEFORE_MARKET, "registration number"),
    (
        "1",
        "Enter yourself and the system in the EU database, or have your representative do it.",
        "Art. 49(1)",
        When.BEFORE_MARKET,
        "registration number",
    ),
    (
        "4-a",
        "For law enforcement, migration, asylum and borders use the closed section: points 1 to 10 without 6, 8, 9.",
        "Art. 49(4)(a)",
        When.BEFORE_MARKET,
        "closed entry",
        StepKind.DUTY,
        restricted_entry,
    ),
    (
        "71-5",
        "Enter no personal data but names and contacts of those responsible and entitled to represent you.",
        "Art. 71(5)",
        When.BEFORE_MARKET,
        "review of the entry",
    ),
    *ANNEX_VIII_A,
)

NATIONAL_REGISTRATION: tuple[Row, ...] = (
    (
        "1",
        "Register critical infrastructure systems with the Member State, not in the EU database.",
        "Art. 49(5)",
        When.BEFORE_MARKET,
        "national registration",
    ),
)
