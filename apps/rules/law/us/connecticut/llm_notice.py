"""Connecticut Data Privacy Act: the privacy notice says whether personal data train large language models."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.us_connecticut import us_ct_sensitive_data
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.facts.us_privacy import us_consumers, us_data_dealings
from apps.rules.law.us.common import does, in_state

_read = partial(Cite, instrument="US-CT-CTDPA", grade=Grade.P)
_reported = partial(Cite, instrument="US-CT-CTDPA", grade=Grade.S)
_known = partial(Cite, instrument="US-CT-CTDPA", grade=Grade.M)

SIGNED = date(2025, 6, 24)
APPLIES_FROM = date(2026, 7, 1)

CTDPA = Instrument(
    id="US-CT-CTDPA",
    title="Connecticut Data Privacy Act, notice on training of large language models",
    short="Connecticut Data Privacy Act",
    jurisdiction="US-CT",
    force=Force.STATUTE,
    number="C.G.S. 42-515 and following, 42-520(b)(1)(H); P.A. 25-113",
    enforcer="Attorney General; no private action",
    url="https://www.cga.ct.gov/",
    summary="Since 1 July 2026 a privacy notice says whether personal data are collected, used or sold to train large "
    "language models. The act reaches whoever handles data of 35,000 residents, or any sensitive data, or offers data "
    "for sale; the older line of 100,000 is history.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "No exception. Releasing a model openly does not change what the privacy notice must say about the data it "
        "learned from.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="P.A. 25-113 signed", cite=_reported(pinpoint="P.A. 25-113")),
        Status(
            on=APPLIES_FROM,
            state=State.IN_FORCE,
            note="notice due, wider reach of the act",
            cite=_reported(pinpoint="P.A. 25-113"),
            published_on=SIGNED,
        ),
    ),
    sources=(_read(pinpoint="C.G.S. 42-520(b)(1)(H)"),),
)

ct_privacy_controller = Definition(
    id="ct_privacy_controller",
    title="Controller (Connecticut Data Privacy Act)",
    statement="you are a controller under Connecticut's privacy act",
    denial="you are not a controller under Connecticut's privacy act",
    summary="Does business in Connecticut or aims at its residents, and handles data of at least 35,000 of them in a "
    "year, or any sensitive data, or offers personal data for sale. Any one of the three is enough, anywhere in the "
    "organisation.",
    versions=(
        Version(
            since=APPLIES_FROM,
            when=in_state("ct")
            & (
                us_ct_sensitive_data
                | personal_data.any_of("special_categories", "special_for_bias")
                | (does("data_trade") & us_data_dealings.includes("sells"))
                | (us_consumers >= 35_000)
            ),
            cites=(_reported(pinpoint="C.G.S. 42-516 as amended by P.A. 25-113"),),
        ),
    ),
)

ct_privacy_entities = CarveOut(
    id="ct-public-bodies-and-nonprofits",
    title="Public bodies and non-profit organisations (Connecticut privacy act)",
    when=us_organisation.any_of("government", "nonprofit"),
    cites=(_known(pinpoint="C.G.S. 42-517(a)"),),
    removes="the duties of controllers",
    keeps="other state and federal law on data",
    note="Recalled, not verified.",
)

llm_notice = Obligation(
    id="CT-CTDPA-LLM",
    title="Say in the privacy notice whether personal data train language models",
    must="State in the privacy notice whether you collect, use or sell personal data to train large language models.",
    who="controller under the Connecticut Data Privacy Act",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=APPLIES_FROM,
            when=in_state("ct") & ct_privacy_controller,
            cites=(_read(pinpoint="C.G.S. 42-520(b)(1)(H)"),),
            unless=(ct_privacy_entities,),
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="Since 1 July 2026."),
    evidence="dated privacy notice",
    penalty_note="An unfair trade practice: Attorney General alone, up to $5,000 per wilful violation. No private "
    "action, and on one report no right to cure.",
    steps=steps(
        "CT-CTDPA-LLM",
        ("collect", "Say whether data are collected for it.", "42-520(b)(1)(H)", When.CONTINUOUS, "privacy notice"),
        ("use", "Say whether data are used for it.", "42-520(b)(1)(H)", When.CONTINUOUS, "privacy notice"),
        ("sell", "Say whether data are sold for it.", "42-520(b)(1)(H)", When.CONTINUOUS, "privacy notice"),
        cite=_read,
    ),
    note="The notice says so either way: a no is a statement too.",
)
