"""Copyright, Designs and Patents Act 1988 and the database right: training, weights and output."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Expr,
    Force,
    Grade,
    State,
    StepKind,
    Topic,
    When,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.mining import mined_content
from apps.rules.law.facts.uk_copyright import uk_text_mining
from apps.rules.law.facts.uk_market import uk_links
from apps.rules.law.uk.common import (
    GENERATES,
    IN_BUSINESS,
    IN_THE_COUNTRY,
    LONG_AGO,
    MAKES_MODEL,
    OFFERS_SYSTEM,
    USES_SYSTEM,
)

MINING_FROM = date(2014, 6, 1)
GETTY = date(2025, 11, 4)
GETTY_APPEAL = date(2025, 12, 16)
REPORT = date(2026, 3, 18)

COPYRIGHT = instrument(
    "UK-COPYRIGHT",
    "Copyright, Designs and Patents Act 1988 and database right",
    "UK copyright",
    Force.STATUTE,
    "1988 c. 48; SI 1997/3032",
    "Unchanged for AI. Copies for training made in the country need a licence, save for non-commercial research with "
    "lawful access; training wholly abroad is outside primary infringement. There is no general exception for mining, "
    "no opt-out rule and no duty to disclose training data. Works made by a computer alone are still protected for 50 "
    "years, by whoever arranged them.",
    "No exception: copying for a model that will be open is copying all the same. Non-commercial research, not "
    "openness, is what the exception protects.",
    Happening(LONG_AGO, State.IN_FORCE, "older law", Grade.P),
    Happening(MINING_FROM, State.IN_FORCE, "exception for non-commercial mining", Grade.M, "s. 29A"),
    Happening(
        GETTY,
        State.IN_FORCE,
        "Getty Images v Stability AI: weights that store no copies are no infringing copy",
        Grade.P,
        "[2025] EWHC 2863 (Ch)",
    ),
    Happening(GETTY_APPEAL, State.IN_FORCE, "permission to appeal; no result seen up to September 2026"),
    Happening(REPORT, State.IN_FORCE, "government report: no reform for now", Grade.O),
    enforcer="right holders in court; police for dealing in infringing copies",
    url="https://www.legislation.gov.uk/ukpga/1988/48",
    jurisdiction="UK",
)
TDM_PLAN = instrument(
    "UK-TDM-PLAN",
    "Plan for an exception for text and data mining with opt-out",
    "Mining exception with opt-out (dropped)",
    Force.HISTORY,
    "consultation of 17 December 2024; report of 18 March 2026",
    "Never law. The government preferred it from 17 December 2024 and no longer does since 18 March 2026: no reform "
    "for now, more evidence first. It means to end protection of works made by a computer alone and to look into "
    "digital replicas; no bill was seen up to 4 October 2026.",
    "Would have made no difference by openness.",
    Happening(date(2024, 12, 17), State.PROPOSED, "preferred option in a consultation"),
    Happening(REPORT, State.PROPOSED, "no longer preferred; never law"),
    jurisdiction="UK",
)

_PENALTY = "Damages, injunction, delivery up; knowing commercial dealing is a crime (up to 10 years, from memory)."
_PROTECTED: Expr = mined_content.any_of("web", "data_sets", "bought", "user_content")

research_mining = CarveOut(
    id="uk-research-mining",
    title="Computer analysis for non-commercial research (United Kingdom)",
    when=uk_text_mining.is_("research"),
    cites=(Cite(instrument="UK-COPYRIGHT", pinpoint="s. 29A", grade=Grade.P),),
    removes="the need for a licence for the copies analysed",
    keeps="database right beyond insubstantial parts, technical locks, and everything after the research",
    note="Lost once copies are handed on or used for anything else. Contract terms against it do not bind. Commercial "
    "training is never covered, even if the model is open.",
)
licence_for_training = duty(
    COPYRIGHT,
    "UK-CDPA-1",
    "Have a licence or an exception for each copy made for training",
    "For every protected work or database copied on machines in the country, by crawling, cleaning or training, hold a "
    "licence or name the exception.",
    "whoever copies for training",
    Topic.TRAINING_DATA,
    LONG_AGO,
    uk_links.includes("trained") & MAKES_MODEL & _PROTECTED,
    "ss. 16-17, 29A; SI 1997/3032 regs 13, 16",
    Grade.P,
    Deadline(kind=When.BEFORE_USE, text="Before copying."),
    "data provenance register",
    _PENALTY,
    (
        "databases",
        "Take no substantial part of a protected database, nor small parts again and again.",
        "SI 1997/3032 reg. 16",
        When.BEFORE_USE,
        "provenance register",
    ),
    unless=(research_mining,),
    note="No court has decided whether training infringes; exceptions for temporary copies are argued.",
)
stored_copies = duty(
    COPYRIGHT,
    "UK-CDPA-2",
    "Check whether the weights hold works",
    "Before you import, hold or hand on weights in business, test whether they memorise protected works: weights that "
    "hold copies can be infringing copies.",
    "importer, distributor or user of weights",
    Topic.TRAINING_DATA,
    LONG_AGO,
    IN_THE_COUNTRY & IN_BUSINESS & GENERATES & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM),
    "ss. 22-23, 27",
    Grade.P,
    Deadline(kind=When.BEFORE_MARKET, text="Before release or import, and when told of a work."),
    "memorisation tests",
    _PENALTY,
    note="Knowing or having reason to believe is needed. On the High Court's ruling of November 2025 weights that "
    "store no works are no such copy; the appeal was open when last seen.",
)
output = duty(
    COPYRIGHT,
    "UK-CDPA-3",
    "Keep output from reproducing protected works",
    "Filter output that comes close to protected works, and take down what right holders report.",
    "whoever runs or uses a generating system",
    Topic.TRANSPARENCY,
    LONG_AGO,
    IN_THE_COUNTRY & GENERATES & (OFFERS_SYSTEM | USES_SYSTEM),
    "ss. 16-20",
    Grade.P,
    ALWAYS_DUE,
    "filter and takedown log",
    _PENALTY,
    (
        "parody",
        "Quotation and parody stay allowed if fair.",
        "ss. 30-30A",
        When.CONTINUOUS,
        "",
        StepKind.RELIEF,
    ),
)
no_circumvention = duty(
    COPYRIGHT,
    "UK-CDPA-4",
    "Get round no technical locks when you scrape",
    "Do not circumvent technical measures that protect works while you collect data.",
    "whoever scrapes",
    Topic.TRAINING_DATA,
    LONG_AGO,
    IN_THE_COUNTRY & MAKES_MODEL & mined_content.includes("web"),
    "ss. 296-296ZF",
    Grade.M,
    Deadline(kind=When.CONTINUOUS, text="While collecting."),
    "crawl policy",
    "Civil claims, in some cases a crime.",
)
