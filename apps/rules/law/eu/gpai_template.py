"""Template for the public summary of training content: how Article 53(1)(d) is to be met.

Article 53(1)(d) makes the template binding. The percentages and the six-month rhythm were read in secondary sources.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
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
    StepKind,
    Topic,
    When,
)
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider, since_august_2025
from apps.rules.law.eu.ai_act.chapter_12_article_101 import GPAI_FINE
from apps.rules.law.facts.data import own_crawling

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_form = partial(Cite, instrument="TPL", grade=Grade.O, source="official forms filled in by providers")
_notice = partial(Cite, instrument="TPL", grade=Grade.S, source="law-firm notes that agree with one another")

TPL = Instrument(
    id="TPL",
    title="Template and Explanatory Notice for the public summary of training content",
    short="Training-content template",
    jurisdiction="EU",
    force=Force.GUIDANCE,
    number="C(2025) 5235 final; formal version C(2025) 8311 final",
    enforcer="Commission (AI Office)",
    url="https://digital-strategy.ec.europa.eu/en/faqs/template-general-purpose-ai-model-providers-summarise-their-training-content",
    summary="The form in which every provider of a general-purpose model, open source included, describes publicly "
    "what the model was trained on. Article 53(1)(d) of the AI Act makes its use mandatory.",
    openness=Openness(
        Relief.NONE,
        "Open models publish the summary of their training content like all others.",
    ),
    published_on=date(2025, 7, 24),
    status=(
        Status(
            on=date(2025, 7, 24),
            state=State.IN_FORCE,
            note="published as C(2025) 5235 final",
            cite=_notice(pinpoint="C(2025) 5235 final"),
        ),
        Status(
            on=date(2025, 12, 5),
            state=State.IN_FORCE,
            note="formal version, C(2025) 8311 final",
            cite=_notice(pinpoint="C(2025) 8311 final"),
        ),
    ),
    sources=(
        _form(pinpoint="sections 1 to 3"),
        Cite(instrument="TPL", pinpoint="Commission FAQ on the template", grade=Grade.O),
    ),
)


def _step(
    suffix: str,
    text: str,
    section: str,
    *,
    kind: StepKind = StepKind.DUTY,
    only_if: Expr | None = None,
    cite: Cite | None = None,
    note: str = "",
) -> Step:
    return Step(
        id=f"EU-TPL-1/{suffix}",
        text=text,
        pinpoint=cite or _form(pinpoint=f"section {section}"),
        when=When.AT_PLACING,
        evidence=f"section {section} of the summary",
        only_if=only_if,
        kind=kind,
        note=note,
    )


publish_training_summary = Obligation(
    id="EU-TPL-1",
    title="Fill in the training-content template",
    must="Publish the summary of training content on the Commission's template: who you are, which model, which "
    "sources (public, licensed, crawled, user, synthetic data), and how rights and illegal content were handled.",
    who="provider of a general-purpose AI model, open source included",
    topic=Topic.TRAINING_DATA,
    versions=(since_august_2025(gpai_provider, _form(pinpoint="sections 1 to 3"), _aia(pinpoint="Art. 53(1)(d)")),),
    deadline=Deadline(kind=When.AT_PLACING, text="At the latest when the model is offered."),
    evidence="public page or document, dated",
    penalty=GPAI_FINE,
    force=Force.REGULATION,
    steps=(
        _step("1.1", "Name the provider, a contact and the representative.", "1.1"),
        _step("1.2", "Name the model with version, base models, and the day it came to the Union market.", "1.2"),
        _step(
            "1.3",
            "Give kinds of data with size bands, the latest day of collection, languages and other features.",
            "1.3",
            note="Bands: text under 1 billion, up to 10 trillion, or more tokens; images under 1 million, up to 1 "
            "billion, or more; audio and video, each, under 10 000, up to 1 million, or more hours.",
        ),
        _step(
            "2.1",
            "Name each large public data set (over 3 % of the public data of its kind); describe the rest together.",
            "2.1",
            cite=_notice(pinpoint="section 2.1"),
            note="The 3 % was read in secondary sources: check the Commission's template.",
        ),
        _step("2.2.1", "Say whether data was licensed, and what kind.", "2.2.1"),
        _step("2.2.2", "Describe other private data from third parties.", "2.2.2"),
        _step(
            "2.3-crawl",
            "Describe your crawlers: names, purposes, behaviour, period, content.",
            "2.3",
            only_if=own_crawling,
        ),
        _step(
            "2.3-domains",
            "List the top 10 % of crawled domains by amount of content; small firms the top 5 % or 1 000, whichever "
            "is lower.",
            "2.3",
            only_if=own_crawling,
            cite=_notice(pinpoint="section 2.3"),
            note="The shares were read in secondary sources. Many providers list no domains; the template still asks "
            "for them.",
        ),
        _step("2.4", "Describe user data used for training.", "2.4"),
        _step("2.5", "Describe synthetic data and the models that made it.", "2.5"),
        _step("2.6", "Describe any other source.", "2.6"),
        _step(
            "3.1", "Say how reservations of rights were honoured, and whether you signed the Code of Practice.", "3.1"
        ),
        _step("3.2", "Say how illegal content was removed.", "3.2"),
        _step("3.3", "Add other processing worth knowing.", "3.3", kind=StepKind.OPTION),
    ),
    note="Whoever modified another's model describes the data of the modification only. No work-by-work list is asked "
    "for.",
)

update_training_summary = Obligation(
    id="EU-TPL-2",
    title="Update the training summary",
    must="Update the public summary when further training data has been added: at least every six months, sooner if "
    "the change is material.",
    who="provider of a general-purpose model, as soon as it is trained further",
    topic=Topic.TRAINING_DATA,
    versions=(
        since_august_2025(
            gpai_provider,
            _notice(pinpoint="Explanatory Notice"),
            _aia(pinpoint="Art. 53(1)(d)"),
        ),
    ),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="Every six months while training data is added, sooner if the change is material.",
        cite=_notice(pinpoint="Explanatory Notice"),
    ),
    evidence="dated update of the summary",
    penalty=GPAI_FINE,
    force=Force.REGULATION,
    steps=(
        Step(
            id="EU-TPL-2/1",
            text="Publish a new version after further training, with the day of the update.",
            pinpoint=_notice(pinpoint="Explanatory Notice"),
            when=When.RECURRING,
            evidence="dated update",
        ),
    ),
    note="The six months stand in the Commission's notice, not in the Act, and were read in secondary sources. A "
    "model that is no longer trained needs no update.",
)
