"""AI Act, Articles 16 to 21 as check items, with the items of Articles 63, 74, 77, 79, 82 and 83 that serve them."""

from __future__ import annotations

from apps.rules.engine import StepKind, When
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import may_use_notified_body
from apps.rules.law.eu.ai_act.instruments import small_or_medium_enterprise
from apps.rules.law.eu.ai_act.steps import Row

_FINANCE = "If you are a financial firm under Union rules on internal governance,"

CONTACT_DETAILS: tuple[Row, ...] = (
    (
        "1",
        "Say on the system itself who you are and where you can be reached: name or trade mark, and an address.",
        "Art. 16(b)",
        When.AT_PLACING,
        "label, picture of the start screen",
    ),
    (
        "2",
        "If the system has no room for them, print them on its packaging or in its papers.",
        "Art. 16(b)",
        When.AT_PLACING,
        "sample of packaging or papers",
    ),
)

ACCESSIBILITY: tuple[Row, ...] = (
    (
        "1",
        (
            "Test the system against Directives (EU) 2016/2102 and (EU) 2019/882, as far as each covers it; keep the "
            "results."
        ),
        "Art. 16(l)",
        When.BEFORE_MARKET,
        "accessibility report",
    ),
)


def _element(suffix: str, text: str, evidence: str) -> Row:
    """A part of the quality system that Article 17(1) asks for under this letter."""
    return (f"1-{suffix}", text, f"Art. 17(1)({suffix})", When.BEFORE_MARKET, evidence)


QUALITY_SYSTEM: tuple[Row, ...] = (
    (
        "16-c",
        "Have management confirm that the quality system runs and covers Article 17.",
        "Art. 16(c)",
        When.BEFORE_MARKET,
        "sign-off by management",
    ),
    (
        "1-s1",
        "Put policies, procedures and instructions in writing, in good order.",
        "Art. 17(1)",
        When.BEFORE_MARKET,
        "quality manual",
    ),
    _element(
        "a",
        "Say how you reach compliance: which conformity procedure, and who decides on changes to the system.",
        "compliance strategy, change procedure",
    ),
    _element("b", "Lay down how the design is made, steered and verified.", "design procedure"),
    _element("c", "Lay down how development is steered and its quality checked and assured.", "development procedure"),
    _element(
        "d",
        "Plan examinations, tests and validation before, during and after development, each with its frequency.",
        "test plan with frequencies",
    ),
    _element(
        "e",
        "Name the standards and specifications you use; where they leave gaps, say how Section 2 is met otherwise.",
        "list of specifications",
    ),
    _element(
        "f",
        "Cover every step with data before placing: acquiring, collecting, labelling, storing, filtering, "
        "aggregating, keeping.",
        "data procedure",
    ),
    _element("g", "Make the risk management of Article 9 part of it.", "link to the risk file"),
    _element("h", "Make the monitoring after sale under Article 72 part of it.", "link to the monitoring plan"),
    _element(
        "i",
        "Write down who reports serious incidents under Article 73, and how fast.",
        "incident procedure with time limits",
    ),
    _element(
        "j",
        "Name who speaks with authorities, notified bodies, other operators, customers and others concerned.",
        "communication procedure",
    ),
    _element("k", "Say which documents and information are recorded, and how.", "records procedure"),
    _element("l", "Plan staff, money and means, and measures that keep supplies coming.", "resource plan, supply plan"),
    _element("m", "Give each point an answerable manager and answerable staff.", "chart of responsibilities"),
    (
        "2",
        "Fit each part to your size, and note why rigour and protection do not suffer; no part drops out.",
        "Art. 17(2)",
        When.BEFORE_MARKET,
        "note on proportion",
    ),
    (
        "63-1",
        (
            "If no partner or linked enterprise belongs to you, run the parts the Commission's guidelines name in "
            "simpler form."
        ),
        "Art. 63(1)",
        When.BEFORE_MARKET,
        "proof of size, list of simplified parts",
        StepKind.OPTION,
        small_or_medium_enterprise,
    ),
    (
        "3",
        "If the law of your sector already asks for a quality system, build these parts into that one.",
        "Art. 17(3)",
        When.BEFORE_MARKET,
        "table of where each part stands",
        StepKind.OPTION,
    ),
    (
        "4",
        f"{_FINANCE} let those rules stand for all parts except (g), (h) and (i).",
        "Art. 17(4)",
        When.BEFORE_MARKET,
        "table from governance rules to parts",
        StepKind.RELIEF,
    ),
)

ARCHIVE: tuple[Row, ...] = (
    (
        "16-d",
        "Name the person in charge of the archive and check that it exists.",
        "Art. 16(d)",
        When.BEFORE_MARKET,
        "record of the archive's keeper",
    ),
    ("1-a", "Keep the technical documentation for 10 years.", "Art. 18(1)(a)", When.RETENTION, "archive index"),
    ("1-b", "Keep the documents on the quality system for 10 years.", "Art. 18(1)(b)", When.RETENTION, "archive index"),
    (
        "1-c",
        "If a notified body approved changes, keep the papers on them for 10 years.",
        "Art. 18(1)(c)",
        When.RETENTION,
        "archive index",
        StepKind.DUTY,
        may_use_notified_body,
    ),
    (
        "1-d",
        "If a notified body decided or issued anything, keep it for 10 years.",
        "Art. 18(1)(d)",
        When.RETENTION,
        "archive index",
        StepKind.DUTY,
        may_use_notified_body,
    ),
    ("1-e", "Keep the EU declaration of conformity for 10 years.", "Art. 18(1)(e)", When.RETENTION, "archive index"),
    (
        "2",
        "Plan who keeps the file if you close or become insolvent; each Member State has its rules.",
        "Art. 18(2)",
        When.BEFORE_MARKET,
        "plan for closure",
        StepKind.OPTION,
    ),
    (
        "3",
        f"{_FINANCE} file the technical documentation with the records those rules demand.",
        "Art. 18(3)",
        When.RETENTION,
        "table of records",
    ),
)

LOGS: tuple[Row, ...] = (
    (
        "16-e",
        "If logs are under your control, check that they are being kept.",
        "Art. 16(e)",
        When.CONTINUOUS,
        "retention setting",
    ),
    (
        "1",
        (
            "Set how long your logs stay: as the purpose needs, never under six months unless other law, such as data "
            "protection, differs."
        ),
        "Art. 19(1)",
        When.RETENTION,
        "retention rule, proof that it runs",
    ),
    (
        "2",
        f"{_FINANCE} keep the logs with the records those rules demand.",
        "Art. 19(2)",
        When.RETENTION,
        "table of records",
    ),
)

CORRECTION: tuple[Row, ...] = (
    (
        "16-j",
        "Have a procedure ready for correcting the system and informing those concerned.",
        "Art. 16(j)",
        When.CONTINUOUS,
        "procedure for corrective action",
    ),
    (
        "1-s1",
        "If there is reason to doubt conformity, at once correct, withdraw, switch off or recall, as fits.",
        "Art. 20(1)",
        When.ON_EVENT,
        "record of the action",
    ),
    (
        "1-s2",
        "If you act, let distributors know and, where there are any, deployers, importers and the representative.",
        "Art. 20(1)",
        When.ON_EVENT,
        "notices",
    ),
    (
        "2-s1",
        (
            "If the system puts health, safety or rights at risk, look for the causes at once, with any deployer who "
            "reported it."
        ),
        "Art. 20(2)",
        When.ON_EVENT,
        "report on causes",
    ),
    (
        "2-s2",
        "If it does, tell the market surveillance authority at once what is wrong and what you did.",
        "Art. 20(2)",
        When.ON_EVENT,
        "notice to the authority",
    ),
    (
        "2-s3",
        "If a notified body certified the system, tell that body as well.",
        "Art. 20(2)",
        When.ON_EVENT,
        "notice to the body",
        StepKind.DUTY,
        may_use_notified_body,
    ),
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
        "If so ordered, correct within the same time all systems concerned that you offered anywhere in the Union.",
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
    (
        "83-1",
        (
            "If an authority finds formal faults, as in marking, declaration, registration or papers, mend them in the "
            "time set."
        ),
        "Art. 83(1)",
        When.ON_EVENT,
        "proof of repair",
    ),
)

COOPERATION: tuple[Row, ...] = (
    (
        "16-k",
        "Prove conformity to a national authority that asks with reasons.",
        "Art. 16(k)",
        When.ON_REQUEST,
        "file of proofs",
    ),
    (
        "1",
        "Hand over all papers on Section 2, in the official Union language that the Member State has chosen.",
        "Art. 21(1)",
        When.ON_REQUEST,
        "answer, translation",
    ),
    ("2", "If you control logs, let the authority see them.", "Art. 21(2)", When.ON_REQUEST, "record of access"),
    (
        "74-12",
        "Prepare full access for market surveillance to documentation and data sets, also at a distance.",
        "Art. 74(12)",
        When.ON_REQUEST,
        "access procedure",
    ),
    (
        "74-13",
        "Hand out source code only on a reasoned request that is necessary and comes after other means failed.",
        "Art. 74(13)",
        When.ON_REQUEST,
        "review of the request, record of access",
    ),
    (
        "77-1a",
        "If market surveillance asks on behalf of a fundamental-rights body, send the documents without delay.",
        "Art. 77(1a)",
        When.ON_REQUEST,
        "record of what was sent",
    ),
)
