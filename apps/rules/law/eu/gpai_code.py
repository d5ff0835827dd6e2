"""General-Purpose AI Code of Practice: the Code itself, and its Transparency and Copyright chapters.

Voluntary: its commitments are expected only of providers who signed the chapter they stand in.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Step,
    Topic,
    When,
)
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider, since_august_2025
from apps.rules.law.eu.ai_act.chapter_5_open_source import OPEN_SOURCE_MODEL
from apps.rules.law.facts.commitments import code_chapters
from apps.rules.law.facts.data import own_crawling

_read = partial(Cite, instrument="COP", grade=Grade.P)
_reported = partial(Cite, instrument="COP", grade=Grade.S, note="Read in a detailed review, not in the Code itself.")

COP = Instrument(
    id="COP",
    title="General-Purpose AI Code of Practice",
    short="GPAI Code of Practice",
    jurisdiction="EU",
    force=Force.VOLUNTARY,
    enforcer="Commission (AI Office) monitors signatories through the Code",
    summary="Three chapters (transparency, copyright, safety and security) that providers of general-purpose models "
    "may sign to show how they meet Articles 53 and 55. No presumption of conformity, and no power left to make it "
    "generally binding. Leaving a chapter out loses its benefit for that part.",
    openness=Openness(
        Relief.FUNCTIONAL,
        "Whoever is freed by the open-source exemption needs the copyright chapter alone; the safety chapter is for "
        "models with systemic risk, open or not.",
    ),
    published_on=date(2025, 7, 10),
    status=(
        Status(
            on=date(2025, 7, 10),
            state=State.ADOPTED,
            note="published",
            cite=Cite(instrument="COP", pinpoint="publication of 10 July 2025", grade=Grade.O),
        ),
        Status(
            on=date(2025, 8, 1),
            state=State.IN_FORCE,
            note="assessed as adequate by the AI Office and the Board",
            cite=Cite(instrument="COP", pinpoint="adequacy assessment of 1 August 2025", grade=Grade.S),
        ),
    ),
    sources=(
        Cite(instrument="COP", pinpoint="Safety and Security Chapter", grade=Grade.P),
        _reported(pinpoint="Transparency Chapter"),
        _reported(pinpoint="Copyright Chapter"),
        Cite(
            instrument="OMN",
            pinpoint="recital 41",
            grade=Grade.P,
            note="Codes assessed as adequate suffice; limited legal effect, no presumption of conformity.",
        ),
    ),
)

NO_FINE = (
    "The Code carries no fine of its own. It is a way to show that Articles 53 and 55 are met, and keeping to it can "
    "lower a fine under Article 101."
)

signed_transparency = gpai_provider & code_chapters.includes("transparency")
signed_copyright = gpai_provider & code_chapters.includes("copyright")


def commitment(
    *,
    id: str,  # noqa: A002
    title: str,
    must: str,
    who: str,
    topic: Topic,
    when: Expr,
    cites: tuple[Cite, ...],
    deadline: Deadline,
    evidence: str,
    unless: tuple[CarveOut, ...] = (),
    steps: tuple[Step, ...] = (),
    note: str = "",
    before_release: bool = False,
) -> Obligation:
    """A commitment of the Code, expected from the day the model duties apply to the model in question."""
    return Obligation(
        id=id,
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=(since_august_2025(when, *cites, unless=unless, before_release=before_release),),
        deadline=deadline,
        evidence=evidence,
        penalty_note=NO_FINE,
        steps=steps,
        note=note,
    )


_OPEN_MODELS = Cite(
    instrument="COP",
    pinpoint="Transparency Chapter",
    grade=Grade.M,
    note="That the chapter leaves out open-source models follows from Article 53(2); not checked in the Code.",
)
_documentation_unless = (OPEN_SOURCE_MODEL,)
_TRANSPARENCY_SIGNATORY = "signatory of the Transparency chapter"
_COPYRIGHT_SIGNATORY = "signatory of the Copyright chapter"

keep_model_documentation = commitment(
    id="EU-COP-T-1-1",
    title="Keep the model documentation form",
    must="Signatories are expected to fill in the model documentation form by the time the model is offered, keep it "
    "current, and keep earlier versions for ten years after the model came to the market.",
    who=_TRANSPARENCY_SIGNATORY,
    topic=Topic.DOCUMENTATION,
    when=signed_transparency,
    cites=(_reported(pinpoint="Transparency Chapter, Measure 1.1"), _OPEN_MODELS),
    unless=_documentation_unless,
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="When the model is offered; earlier versions for ten years after.",
        cite=_reported(pinpoint="Transparency Chapter, Measure 1.1"),
    ),
    evidence="model documentation form with its earlier versions",
)

answer_information_requests = commitment(
    id="EU-COP-T-1-2",
    title="Publish a contact and answer requests",
    must="Signatories are expected to publish a contact point, answer the AI Office within the time it sets, and give "
    "downstream providers the information they ask for within 14 days, save in exceptional circumstances.",
    who=_TRANSPARENCY_SIGNATORY,
    topic=Topic.DOCUMENTATION,
    when=signed_transparency,
    cites=(_reported(pinpoint="Transparency Chapter, Measure 1.2"), _OPEN_MODELS),
    unless=_documentation_unless,
    deadline=Deadline(
        kind=When.ON_REQUEST,
        text="Downstream providers: within 14 days; AI Office: within the time it sets.",
        cite=_reported(pinpoint="Transparency Chapter, Measure 1.2"),
    ),
    evidence="contact page, log of requests and answers",
)

protect_documentation = commitment(
    id="EU-COP-T-1-3",
    title="Keep the documentation sound and secure",
    must="Signatories are expected to check the documentation for quality and integrity, keep it as evidence of "
    "compliance, and protect it against unintended change.",
    who=_TRANSPARENCY_SIGNATORY,
    topic=Topic.DOCUMENTATION,
    when=signed_transparency,
    cites=(_reported(pinpoint="Transparency Chapter, Measure 1.3"), _OPEN_MODELS),
    unless=_documentation_unless,
    deadline=Deadline(kind=When.CONTINUOUS, text="As long as the documentation is kept."),
    evidence="review record, access rights, version history",
)

write_copyright_policy = commitment(
    id="EU-COP-C-1-1",
    title="Keep one copyright policy document",
    must="Signatories are expected to write their copyright policy down in one document, keep it current, put it into "
    "practice and name who is responsible. Publishing a short version is encouraged.",
    who=_COPYRIGHT_SIGNATORY,
    topic=Topic.TRAINING_DATA,
    when=signed_copyright,
    cites=(_reported(pinpoint="Copyright Chapter, Measure 1.1"),),
    deadline=Deadline(kind=When.AT_PLACING, text="When the model is offered, then kept current."),
    evidence="policy document naming those responsible",
    note="Open-source models are included: the copyright duty in Article 53(1)(c) stays with them.",
)

crawl_lawful_content = commitment(
    id="EU-COP-C-1-2",
    title="Crawl only what is lawfully accessible",
    must="Signatories are expected not to get around technical protection such as paywalls when crawling, and to "
    "leave out sites that courts or authorities have found to infringe persistently and on a commercial scale.",
    who=_COPYRIGHT_SIGNATORY,
    topic=Topic.TRAINING_DATA,
    when=signed_copyright & own_crawling,
    cites=(_reported(pinpoint="Copyright Chapter, Measure 1.2"),),
    deadline=Deadline(kind=When.CONTINUOUS, text="Whenever you crawl."),
    evidence="crawler configuration, list of excluded sites",
)

respect_reservations = commitment(
    id="EU-COP-C-1-3",
    title="Honour reservations of rights when crawling",
    must="Signatories are expected to run crawlers that read and follow robots.txt (RFC 9309) and other "
    "state-of-the-art machine-readable reservations, and to tell rightsholders which crawlers they use and how.",
    who=_COPYRIGHT_SIGNATORY,
    topic=Topic.TRAINING_DATA,
    when=signed_copyright & own_crawling,
    cites=(_reported(pinpoint="Copyright Chapter, Measure 1.3"),),
    deadline=Deadline(kind=When.CONTINUOUS, text="Whenever you crawl."),
    evidence="crawler logs, public crawler information",
)

prevent_infringing_output = commitment(
    id="EU-COP-C-1-4",
    title="Reduce the risk of infringing output",
    must="Signatories are expected to put proportionate technical safeguards against output that infringes copyright "
    "in place and to forbid infringing uses in their terms; for open models, a notice in the documentation does.",
    who=_COPYRIGHT_SIGNATORY,
    topic=Topic.TRAINING_DATA,
    when=signed_copyright,
    cites=(_reported(pinpoint="Copyright Chapter, Measure 1.4"),),
    deadline=Deadline(kind=When.AT_PLACING, text="When the model is offered, then kept up."),
    evidence="output tests, acceptable-use terms or notice",
)

take_complaints = commitment(
    id="EU-COP-C-1-5",
    title="Take complaints from rightsholders",
    must="Signatories are expected to name a point of contact for rightsholders and to handle their complaints with "
    "care and within a reasonable time.",
    who=_COPYRIGHT_SIGNATORY,
    topic=Topic.TRAINING_DATA,
    when=signed_copyright,
    cites=(_reported(pinpoint="Copyright Chapter, Measure 1.5"),),
    deadline=Deadline(kind=When.ON_REQUEST, text="Within a reasonable time of the complaint."),
    evidence="contact page, complaint log",
)
