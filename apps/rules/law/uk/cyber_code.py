"""Code of Practice for the Cyber Security of AI, and ETSI EN 304 223: voluntary."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Cite, Deadline, Force, Grade, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.market import activity
from apps.rules.law.uk.common import IN_THE_COUNTRY, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM

PUBLISHED = date(2025, 1, 31)

CODE = instrument(
    "UK-AICYBER",
    "Code of Practice for the Cyber Security of AI; ETSI EN 304 223",
    "AI cyber security code",
    Force.VOLUNTARY,
    "code of January 2025; ETSI EN 304 223 V2.1.1",
    "Voluntary: 13 principles for those who develop, run or hold the data of AI systems, also the base of a European "
    "standard to which the code will be aligned. May show what is appropriate under data protection and in "
    "procurement.",
    "Open models are addressed like closed ones (from memory).",
    Happening(PUBLISHED, State.IN_FORCE, "code published (day from memory)"),
    Happening(date(2025, 4, 24), State.IN_FORCE, "ETSI TS 104 223: 13 principles, 72 provisions"),
    Happening(date(2025, 12, 31), State.IN_FORCE, "ETSI EN 304 223 adopted in December 2025"),
    jurisdiction="UK",
)
research_only = CarveOut(
    id="uk-cyber-code-research",
    title="Research systems that will not be deployed (AI cyber security code)",
    when=activity.is_("research_only"),
    cites=(Cite(instrument="UK-AICYBER", pinpoint="EN 304 223, scope", grade=Grade.S),),
    removes="the aim of the code",
    keeps="everything binding",
)
_C, _B = When.CONTINUOUS, When.BEFORE_MARKET
follow_code = duty(
    CODE,
    "UK-AICYBER-1",
    "Follow the AI cyber security code, if you choose to",
    "Consider keeping to the 13 principles of the code, from design to the end of life.",
    "developer, operator or data holder of an AI system",
    Topic.SECURITY,
    PUBLISHED,
    IN_THE_COUNTRY & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM),
    "principles 1 to 13",
    Grade.M,
    Deadline(kind=_C, text="Voluntary; through the whole life of the system."),
    "self-assessment against the principles",
    "No penalty.",
    ("aware", "Teach staff about threats to AI.", "principle 1", _C, "training log"),
    ("design", "Design for security as well as function.", "principle 2", _B, "design record"),
    ("threats", "Model threats and manage risks.", "principle 3", _B, "threat model"),
    ("people", "Let people answer for it and step in.", "principle 4", _B, "roles"),
    ("assets", "Identify, track and protect assets.", "principle 5", _C, "inventory"),
    ("infrastructure", "Secure the infrastructure.", "principle 6", _C, "configuration"),
    ("supply", "Secure the supply chain.", "principle 7", _C, "supplier checks"),
    ("document", "Document data, models and prompts.", "principle 8", _C, "records"),
    ("test", "Test and evaluate.", "principle 9", _B, "test reports"),
    ("inform", "Tell users and others affected.", "principle 10", _C, "notices"),
    ("update", "Update and patch regularly.", "principle 11", _C, "update log"),
    ("monitor", "Watch how it behaves.", "principle 12", _C, "monitoring log"),
    ("dispose", "Dispose of data and models properly.", "principle 13", When.ON_EVENT, "disposal record"),
    unless=(research_only,),
)
