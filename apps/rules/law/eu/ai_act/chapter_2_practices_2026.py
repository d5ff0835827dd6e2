"""AI Act, Article 5(1)(ba) and (bb), (1a) and (1b): the bans on intimate and child sexual abuse material.

Until 2 December 2026 the law has no such bans, and until 24 July 2026 nobody could know of them.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Choices,
    Cite,
    Definition,
    Expr,
    Flag,
    Grade,
    Reading,
    Version,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_2_practices_2025 import not_taken_as_lawful
from apps.rules.law.eu.ai_act.chapter_5_article_51 import placed_on_union_market
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.facts.intimate_content import (
    abuse_lawful_defence,
    abuse_material,
    abuse_safeguards,
    intimate_consent,
    intimate_material,
    intimate_neutral_edit,
    intimate_safeguards,
)
from apps.rules.law.facts.model import development, generates
from apps.rules.law.facts.openness import weights_public
from apps.rules.law.facts.system import system_functions, system_roles

NEW_BANS_FROM = date(2026, 12, 2)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

_START = _aia(pinpoint="Art. 113, third paragraph, point (a)")

_shows_people = system_functions.any_of("image", "audio", "video")
_offers = system_roles.any_of("provider", "importer", "distributor", "takes_over", "product_manufacturer")
_uses = system_roles.includes("deployer")

bare_model_that_shows_people = contested(
    key="bare-models-and-new-bans",
    why="Article 5 speaks of AI systems. Whether the new bans, which weigh how a system is released, can catch a model "
    "that is offered without any system around it is not said.",
    a=Reading(
        "whoever offers such a model answers like the provider of a system",
        system_roles.is_empty()
        & development.is_("own", "commissioned", "consortium_lead", "consortium_member", "changed", "kept_out")
        & generates.any_of(
            "speech", "images_from_text", "video_from_text", "images_otherwise", "video_otherwise", "music_or_sound"
        )
        & placed_on_union_market,
    ),
    b=Reading("only systems are caught", NEVER),
    cites=(_aia(pinpoint="Art. 5(1a)(a)"), _aia(pinpoint="Art. 3(1)"), _omn(pinpoint="recital 12")),
)
_offers_what_shows_people = (_shows_people & _offers) | bare_model_that_shows_people

_safeguards_outlast_release = contested(
    key="safeguards-after-release",
    why="Safeguards must be reasonable and adequate, with regard to how a system is released. Which ones suffice where "
    "anybody can download the weights is not settled; no official guidance exists.",
    a=Reading("the best safeguards that an open release allows suffice", ALWAYS),
    b=Reading("safeguards that anybody can take out of a download do not suffice", ~weights_public),
    cites=(_aia(pinpoint="Art. 5(1a)(a)(ii)"),),
)


def _unguarded(material: Choices, safeguards: Flag) -> Expr:
    """Offered without safeguards although users can reproduce the material: neither consent nor a right cures that."""
    lacking = ~(safeguards & _safeguards_outlast_release)
    return _offers_what_shows_people & material.includes("reproducible") & lacking


def _limbs(material: Choices, safeguards: Flag) -> Expr:
    """Article 5(1a): who offers is caught by the purpose, or by results without safeguards; who uses, by the aim."""
    return (
        (_offers_what_shows_people & material.includes("purpose"))
        | _unguarded(material, safeguards)
        | (_shows_people & _uses & material.includes("use"))
    )


def _versions(when: Expr, cites: tuple[Cite, ...], unless: tuple[CarveOut, ...]) -> tuple[Version, ...]:
    """No ban at first; then one in sight from the day of publication; then the ban."""
    return (
        Version(since=CHAPTERS_1_AND_2_FROM, when=NEVER, cites=(_START,), replaced_on=OMNIBUS_PUBLISHED),
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            until=NEW_BANS_FROM,
            when=NEVER,
            cites=(_START,),
            published_on=OMNIBUS_PUBLISHED,
            note="The ban starts on 2 December 2026.",
        ),
        Version(
            since=NEW_BANS_FROM,
            when=not_taken_as_lawful & when,
            cites=(*cites, _START),
            unless=unless,
            published_on=OMNIBUS_PUBLISHED,
        ),
    )


EXPLICIT_CONSENT = CarveOut(
    id="intimate-material-consent",
    title="Explicit consent of the person shown",
    when=intimate_consent & ~_unguarded(intimate_material, intimate_safeguards),
    cites=(_aia(pinpoint="Art. 5(1)(ba)"),),
    removes="The ban, for depictions to which everyone shown has freely, knowingly and explicitly agreed.",
    keeps="The ban on offering what users can turn to people who have not agreed, without safeguards; and the ban on "
    "child sexual abuse material, where consent never counts.",
)

NEUTRAL_EDITING = CarveOut(
    id="intimate-material-neutral-editing",
    title="Edits that show no more than before",
    when=intimate_neutral_edit,
    cites=(_aia(pinpoint="Art. 5(1b)"),),
    removes="The ban, for changes that neither expose more nor alter what happens.",
    keeps="The ban on making such material, and on child sexual abuse material in any case.",
)

LAWFUL_HANDLING = CarveOut(
    id="abuse-material-lawful-handling",
    title="Handling that national law allows",
    when=abuse_lawful_defence & ~_unguarded(abuse_material, abuse_safeguards),
    cites=(_aia(pinpoint="Art. 5(1)(bb)"),),
    removes="The ban, for what national law does not treat as done without right, such as police work or lawful tests.",
    keeps="The ban outside that activity, and on offering what users can turn to such material without safeguards.",
)

banned_5_1_ba = Definition(
    id="banned_5_1_ba",
    title="Intimate material without consent",
    statement="the system makes intimate material of real people without consent, as Article 5(1)(ba) bans",
    denial="the system does nothing that Article 5(1)(ba) bans",
    summary="Realistic intimate or sexually explicit pictures, sound or video of identifiable people who have not "
    "explicitly agreed. Banned to offer if that is the purpose, or if users can reproduce it and safeguards are "
    "missing; banned to use to that end.",
    versions=_versions(
        _limbs(intimate_material, intimate_safeguards),
        (
            _aia(pinpoint="Art. 5(1)(ba)"),
            _aia(pinpoint="Art. 5(1a)(a)"),
            _aia(pinpoint="Art. 5(1a)(b)"),
            _aia(pinpoint="Art. 5(1b)"),
        ),
        (EXPLICIT_CONSENT, NEUTRAL_EDITING),
    ),
)

banned_5_1_bb = Definition(
    id="banned_5_1_bb",
    title="Child sexual abuse material",
    statement="the system makes child sexual abuse material, as Article 5(1)(bb) bans",
    denial="the system does nothing that Article 5(1)(bb) bans",
    summary="Child sexual abuse material, real or not, consent or no consent. Banned to offer if that is the purpose, "
    "or if users can reproduce it and safeguards are missing; banned to use to that end. What national law allows is "
    "outside.",
    versions=_versions(
        _limbs(abuse_material, abuse_safeguards),
        (_aia(pinpoint="Art. 5(1)(bb)"), _aia(pinpoint="Art. 5(1a)(a)"), _aia(pinpoint="Art. 5(1a)(b)")),
        (LAWFUL_HANDLING,),
    ),
)
