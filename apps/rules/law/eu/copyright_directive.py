"""Directive (EU) 2019/790, Articles 3 and 4: text and data mining, hence training. It binds through national law."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    StepKind,
    Topic,
    Transition,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_5_article_51 import LEGACY_MODELS, gpai_provider
from apps.rules.law.eu.ai_act.instruments import ACT_PUBLISHED
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.eu.gpai_guidelines import CHAPTER_5_FROM
from apps.rules.law.facts.mining import mined_content, mined_where, mining_by
from apps.rules.law.facts.model import development

_read = partial(Cite, instrument="CDSM", grade=Grade.P)
_known = partial(Cite, instrument="CDSM", grade=Grade.M)
_aia = partial(Cite, instrument="AIA", grade=Grade.P)

TRANSPOSED_BY = date(2021, 6, 7)

CDSM = Instrument(
    id="CDSM",
    title="Directive (EU) 2019/790 on copyright and related rights in the Digital Single Market",
    short="Copyright Directive",
    jurisdiction="EU",
    force=Force.STATUTE,
    number="Directive (EU) 2019/790",
    enforcer="national courts",
    url="http://data.europa.eu/eli/dir/2019/790/oj",
    summary="Allows copying for text and data mining: for everybody unless the owner has reserved the rights, for "
    "research bodies even then. Works through national law, which was not checked. No exception for open-source "
    "models or small firms. A case on training is before the Court of Justice (C-250/25).",
    openness=Openness(
        Relief.NONE,
        "Copies made for training need the same permission or exception whether the model is released openly or not. "
        "Only research bodies may ignore reservations.",
    ),
    published_on=date(2019, 5, 17),
    status=(
        Status(
            on=TRANSPOSED_BY,
            state=State.IN_FORCE,
            note="due in national law",
            cite=_known(pinpoint="Art. 29(1)"),
            published_on=date(2019, 5, 17),
        ),
    ),
    sources=(
        _read(pinpoint="Arts 3(1) and (2), 4(1) to (3)", note="Read as quotations in several dated transcriptions."),
        _aia(pinpoint="recitals 104 to 108"),
    ),
)

training_abroad = contested(
    key="training-outside-the-union",
    why="Copyright law is territorial. A recital of the AI Act wants whoever brings a general-purpose model to the "
    "Union to respect reservations wherever the model was trained; recitals alone make no law.",
    a=Reading("reservations count wherever the model was trained", mined_where.is_("outside") & gpai_provider),
    b=Reading("copies made outside the Union fall under foreign law", NEVER),
    cites=(_aia(pinpoint="recital 106"), _aia(pinpoint="Art. 53(1)(c)")),
)

_copies_for_training = development.is_(
    "own", "commissioned", "for_client", "consortium_lead", "consortium_member", "changed"
) & mined_content.any_of("web", "data_sets", "bought", "user_content")

_copied_in_the_union = _copies_for_training & mined_where.is_("union", "both")

mines_protected_content = Definition(
    id="mines_protected_content",
    title="Copies other people's protected content to train a model",
    statement="other people's protected content is copied in the Union to train the model",
    denial="no protected content of others is copied in the Union to train the model",
    summary="Makes a model, has it made or changes it, with copies of material from the web, from data sets, from "
    "works got for reading or from users. Licensed, own and unprotected material is no case of it.",
    versions=(
        Version(
            since=TRANSPOSED_BY,
            when=_copied_in_the_union,
            cites=(_read(pinpoint="Art. 4(1)"),),
            replaced_on=ACT_PUBLISHED,
            note="Before the AI Act was known, nobody read it into the Directive.",
        ),
        Version(
            since=TRANSPOSED_BY,
            until=CHAPTER_5_FROM,
            when=_copied_in_the_union,
            cites=(_read(pinpoint="Art. 4(1)"),),
            published_on=ACT_PUBLISHED,
        ),
        Version(
            since=CHAPTER_5_FROM,
            when=_copied_in_the_union | (_copies_for_training & training_abroad),
            cites=(_read(pinpoint="Art. 4(1)"), _aia(pinpoint="Art. 53(1)(c)")),
            published_on=ACT_PUBLISHED,
        ),
    ),
)

RESEARCH_MINING = CarveOut(
    id="research-mining",
    title="Mining for scientific research",
    when=mining_by.is_("research", "research_no_access"),
    cites=(_read(pinpoint="Art. 3(1)"), _read(pinpoint="Art. 3(2)")),
    removes="The need to heed reservations of rights, and to delete the copies after mining.",
    keeps="Appropriate security for the copies. Keeping them is no right to publish them.",
    note="Contracts cannot take the exception away (Article 7(1), read in quotations).",
    lost_when=(
        CarveOut(
            id="no-lawful-access",
            title="No lawful access",
            when=mining_by.is_("research_no_access"),
            cites=(_read(pinpoint="Art. 3(1)"),),
        ),
    ),
)

# Outside the Union only the AI Act can bring the duty, so it starts no earlier than there.
TRAINED_ABROAD = (
    Transition(
        id="training-abroad",
        title="Models trained outside the Union",
        when=~_copied_in_the_union,
        applies_from=CHAPTER_5_FROM,
        cites=(_aia(pinpoint="Art. 53(1)(c)"),),
    ),
    Transition(
        id="training-abroad-older-models",
        title="Older models trained outside the Union",
        when=~_copied_in_the_union & LEGACY_MODELS.when,
        applies_from=LEGACY_MODELS.applies_from,
        cites=(_aia(pinpoint="Art. 53(1)(c)"), _aia(pinpoint="Art. 111(3)")),
    ),
)

_WHO = "whoever copies protected content to train or fine-tune a model"
_NATIONAL = (
    "National remedies: claims of the owners, in places criminal law. For providers of general-purpose models also "
    "Article 101 of the AI Act, through the copyright policy."
)

respect_reservations = Obligation(
    id="EU-CDSM-4-3",
    title="Do not mine where rights are reserved",
    must="Copy for training only what you lawfully have access to and whose owner has not reserved the rights; heed "
    "machine-readable reservations online, and ask for permission where rights are reserved.",
    who=_WHO,
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=TRANSPOSED_BY,
            when=mines_protected_content,
            cites=(_read(pinpoint="Art. 4(3)"), _aia(pinpoint="recital 105")),
            unless=(RESEARCH_MINING,),
            transitions=TRAINED_ABROAD,
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="Before and during collection."),
    evidence="crawler rules, log of reservations found, licences",
    penalty_note=_NATIONAL,
    steps=steps(
        "EU-CDSM-4-3",
        ("access", "Check that access to each source is lawful.", "Art. 4(1)", When.BEFORE_MARKET, "source list"),
        (
            "read",
            "Make crawlers read machine-readable reservations and leave such content out.",
            "Art. 4(3)",
            When.CONTINUOUS,
            "crawler configuration, logs",
        ),
        (
            "data-sets",
            "For data sets of others, find out how reservations were treated.",
            "Art. 4(3)",
            When.BEFORE_MARKET,
            "data-set documentation",
        ),
        ("license", "Get permission for content whose rights are reserved.", "Art. 4(3)", When.ON_EVENT, "licences"),
        (
            "research",
            "If you mine for research as a research or heritage body, document body, purpose and lawful access.",
            "Art. 3(1)",
            When.CONTINUOUS,
            "research memo",
            StepKind.RELIEF,
            mining_by.is_("research", "research_no_access"),
        ),
        cite=_read,
    ),
    note="Which reservations count as machine-readable is disputed, plain words in terms of use above all. Open before "
    "courts: C-250/25 (Court of Justice) and the German Federal Court of Justice (I ZR 281/25, decision or referral "
    "expected on 17 December 2026). A Munich court held in November 2025 that memorised lyrics are copies; appeal "
    "pending.",
)

delete_copies = Obligation(
    id="EU-CDSM-4-2",
    title="Delete training copies when mining is done",
    must="Keep the copies made for mining only as long as mining needs them, then delete them.",
    who=_WHO,
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=TRANSPOSED_BY,
            when=mines_protected_content,
            cites=(_read(pinpoint="Art. 4(2)"),),
            unless=(RESEARCH_MINING,),
            transitions=TRAINED_ABROAD,
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="As soon as mining no longer needs them."),
    evidence="retention policy, deletion log",
    penalty_note="National remedies.",
    steps=steps(
        "EU-CDSM-4-2",
        ("rule", "Set how long copies are needed, and why.", "Art. 4(2)", When.CONTINUOUS, "retention policy"),
        ("delete", "Delete them when that time is over.", "Art. 4(2)", When.RETENTION, "deletion log"),
        (
            "research",
            "If you keep copies for research, store them securely.",
            "Art. 3(2)",
            When.CONTINUOUS,
            "storage concept",
            StepKind.RELIEF,
            mining_by.is_("research", "research_no_access"),
        ),
        cite=_read,
    ),
)
