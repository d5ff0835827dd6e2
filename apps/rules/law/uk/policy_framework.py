"""Policy without legal force: five principles, the Growth Lab, bills that are not law."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Expr, Force, Grade, Obligation, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.eu.ai_act.steps import Row
from apps.rules.law.uk.common import IN_THE_COUNTRY, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM

WHITE_PAPER, RESPONSE = date(2023, 3, 29), date(2024, 2, 6)

FRAMEWORK = instrument(
    "UK-FRAMEWORK",
    "A pro-innovation approach to AI regulation: white paper and government response",
    "UK AI principles",
    Force.VOLUNTARY,
    "CP 815; response CP 1019",
    "Five principles for regulators, who apply them through the law they have. Not law: no penalty, no registration, "
    "no certificate. The duty on regulators to have regard to them was never enacted. Business is addressed only "
    "through its regulators: ICO, Ofcom, CMA, FCA, Bank of England, MHRA, EHRC, HSE, Ofgem, Ofsted, Ofqual and others. "
    "No later paper was seen up to September 2026.",
    "No compute threshold and no special treatment of open models. There is no open-source exemption in the law of the "
    "United Kingdom: a licence changes duties only where an act says so.",
    Happening(WHITE_PAPER, State.IN_FORCE, "white paper published"),
    Happening(RESPONSE, State.IN_FORCE, "government response; first guidance for regulators"),
    Happening(date(2024, 4, 30), State.IN_FORCE, "regulators publish how they approach AI", Grade.M),
    Happening(date(2026, 7, 16), State.IN_FORCE, "minister restates the regulator-led approach in the Lords"),
    Happening(date(2026, 7, 22), State.IN_FORCE, "AI policy moves from DSIT, now abolished, to the Cabinet Office"),
    enforcer="nobody; existing regulators within their own law",
    jurisdiction="UK",
)

_ANYONE: Expr = IN_THE_COUNTRY & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM)
_NOTHING = "No penalty: the principles are not law."
_LIFE = Deadline(kind=When.CONTINUOUS, text="No day; through the life of the system.")
_NOW = When.CONTINUOUS


def _principle(number: int, title: str, must: str, topic: Topic, evidence: str, *rows: Row) -> Obligation:
    return duty(
        FRAMEWORK,
        f"UK-FW-P{number}",
        title,
        must,
        "whoever makes or uses AI",
        topic,
        WHITE_PAPER,
        _ANYONE,
        f"principle {number}",
        Grade.S,
        _LIFE,
        evidence,
        _NOTHING,
        *rows,
    )


safety = _principle(
    1,
    "Safety, security and robustness",
    "Expected, not owed: keep the system safe, secure and robust through its life. Hard law beside it: UK GDPR Article "
    "32, device and product rules, online safety, network security.",
    Topic.SAFETY,
    "risk file, tests",
    ("owner", "Name who owns the risk.", "principle 1", _NOW, "organisation chart"),
    ("tests", "Test and red-team before release, with lawful content only.", "principle 1", _NOW, "test reports"),
    ("threats", "Model threats along the cyber security code for AI.", "principle 1", _NOW, "threat model"),
    ("rollback", "Be able to roll back, and watch for drift.", "principle 1", _NOW, "plan, monitoring"),
    ("incidents", "Log incidents.", "principle 1", _NOW, "incident log"),
    ("supply", "Check third-party weights and parts.", "principle 1", _NOW, "supplier checks"),
)
transparency = _principle(
    2,
    "Appropriate transparency and explainability",
    "Expected, not owed: let people know and understand as much as matters to them. Hard law beside it: UK GDPR "
    "notices, consumer law, records of government algorithms.",
    Topic.TRANSPARENCY,
    "notices, model card",
    ("tell", "Tell people that AI is used when it matters.", "principle 2", _NOW, "notices"),
    ("card", "Publish a model or system card with a summary of training data.", "principle 2", _NOW, "card"),
    ("explain", "Explain significant decisions.", "principle 2", _NOW, "explanations"),
    ("label", "Label AI agents where silence could mislead.", "principle 2", _NOW, "interface"),
)
fairness = _principle(
    3,
    "Fairness",
    "Expected, not owed: treat people fairly. Hard law beside it: the Equality Act, the lawful basis under UK GDPR, "
    "consumer law, the Consumer Duty in finance.",
    Topic.DECISIONS,
    "bias assessment",
    ("impact", "Test for unequal effects by protected characteristic.", "principle 3", _NOW, "test report"),
    ("data", "Use representative data, and no stand-ins.", "principle 3", _NOW, "data review"),
    ("vulnerable", "Look at vulnerable customers.", "principle 3", _NOW, "analysis"),
    ("justify", "Write down why differences are justified.", "principle 3", _NOW, "record"),
)
accountability = _principle(
    4,
    "Accountability and governance",
    "Expected, not owed: settle who answers for the system along the supply chain. Hard law beside it: accountability "
    "under UK GDPR, senior managers in finance, procurement notes.",
    Topic.DOCUMENTATION,
    "named owner, records",
    ("executive", "Name an accountable executive.", "principle 4", _NOW, "appointment"),
    ("inventory", "Keep an inventory of systems.", "principle 4", _NOW, "inventory"),
    ("assess", "Assess impacts on data protection and equality.", "principle 4", _NOW, "assessments"),
    ("contracts", "Share out roles by contract.", "principle 4", _NOW, "contracts"),
    ("trail", "Keep an audit trail, train staff, report to the board.", "principle 4", _NOW, "records"),
)
redress = _principle(
    5,
    "Contestability and redress",
    "Expected, not owed: let people challenge outcomes and put harm right. Hard law beside it: safeguards for "
    "automated decisions, complaints under data protection and online safety law, consumer remedies.",
    Topic.DECISIONS,
    "complaints route",
    ("route", "Offer an easy way to challenge.", "principle 5", _NOW, "form"),
    ("human", "Have a person review who can change the outcome.", "principle 5", _NOW, "reviewers"),
    ("log", "Record overturned decisions and correct harm.", "principle 5", _NOW, "log"),
)

AI_BILL = instrument(
    "UK-AIBILL",
    "Government bill on AI: there is none",
    "UK AI Bill (does not exist)",
    Force.HISTORY,
    "King's Speeches of 2024 and 2026",
    "There is no UK AI Act, and no government bill for one. The speech of 2024 only promised to seek to establish "
    "legislation on the most powerful models; that of 13 May 2026 left it out. No registration, no compute threshold "
    "and no AI authority exists. Last checked on 14 September 2026.",
    "No line at 10^26 operations, or at any other, and nothing for open models to be exempt from.",
    Happening(date(2024, 7, 17), State.PROPOSED, "promised in the King's Speech (day from memory)"),
    Happening(date(2026, 5, 13), State.REPEALED, "left out of the King's Speech"),
    jurisdiction="UK",
)
PRIVATE_BILLS = instrument(
    "UK-PRIVATE-BILLS",
    "Artificial Intelligence (Regulation) Bill and other private members' bills",
    "Private members' AI bills",
    Force.PROPOSED,
    "HL Bill of 4 March 2025 and others",
    "Not law and not backed by the government: Lord Holmes's bill for an AI authority, a superintelligence bill read "
    "once on 8 September 2026, and others. On 12 September 2026 every AI bill before Parliament was of this kind. "
    "Each dies with its session unless revived (not verified).",
    "Nothing depends on openness as long as none is law.",
    Happening(date(2025, 3, 4), State.PROPOSED, "Lord Holmes's bill introduced again"),
    Happening(date(2026, 9, 8), State.PROPOSED, "Artificial Superintelligence Bill, first reading"),
    jurisdiction="UK",
)
GROWTH_LAB = instrument(
    "UK-GROWTHLAB",
    "AI Growth Lab",
    "AI Growth Lab",
    Force.VOLUNTARY,
    "announced 8 June 2026",
    "Advice for those who apply, first in legal services. Taking part changes no duty: no rule is switched off, "
    "whatever some reports say.",
    "Openness plays no part.",
    Happening(date(2025, 10, 21), State.PROPOSED, "call for evidence, to January 2026"),
    Happening(date(2026, 6, 8), State.IN_FORCE, "advisory lab announced; legal services first"),
    Happening(date(2026, 8, 3), State.IN_FORCE, "open for applications"),
    enforcer="nobody",
    jurisdiction="UK",
)
GROWTH_BILL = instrument(
    "UK-GROWTH-BILL",
    "Regulating for Growth Bill: powers to relax rules in sandboxes",
    "Regulating for Growth Bill",
    Force.PROPOSED,
    "King's Speech, 13 May 2026",
    "Announced, and not introduced by 21 September 2026. No rule can be relaxed under it yet. Consumer protection, "
    "safety, fundamental and workers' rights and intellectual property were promised to stay outside.",
    "Nothing depends on openness as long as it is not law.",
    Happening(date(2026, 5, 13), State.PROPOSED, "announced in the King's Speech"),
    jurisdiction="UK",
)
