"""AI Act, Chapter II: Article 5, one duty for each banned practice."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Expr,
    Grade,
    Obligation,
    Reading,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act import chapter_2_article_5_steps as check_items
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    PRIVATE_USE,
    SECTION_B_LITERAL,
    banned_use_is_not_private,
    system_deployer,
    system_operator,
)
from apps.rules.law.eu.ai_act.chapter_2_practices_2025 import (
    banned_5_1_a,
    banned_5_1_b,
    banned_5_1_c,
    banned_5_1_d,
    banned_5_1_e,
    banned_5_1_f,
    banned_5_1_g,
    live_identification_for_law_enforcement,
)
from apps.rules.law.eu.ai_act.chapter_2_practices_2026 import (
    NEW_BANS_FROM,
    banned_5_1_ba,
    banned_5_1_bb,
    bare_model_that_shows_people,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import BANNED_PRACTICES_FINE
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.facts.system import system_roles

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_START = _aia(pinpoint="Art. 113, third paragraph, point (a)")

# Private use, asked where a ban is already met: its loss through any ban whatever need not be worked out again.
PRIVATE_BANNED_USE = CarveOut(
    id="private-banned-use",
    title="Private use of a banned kind by a person",
    when=PRIVATE_USE.when & ~banned_use_is_not_private,
    cites=PRIVATE_USE.cites,
    removes="On one reading: the ban, for people who use a system purely privately. Other law may still forbid it.",
    keeps="The ban on offering such a system, and on the other reading the ban on using it too.",
)

# Article 5 bans placing on the market, putting into service and use: representing somebody is none of these.
_acts = system_operator & (
    system_roles.any_of("provider", "deployer", "importer", "takes_over", "product_manufacturer")
    | contested(
        key="distributors-and-bans",
        why="Article 5 bans placing on the market, putting into service and use. Passing on what others brought to the "
        "market is none of these by its words.",
        a=Reading("passing on a banned system is covered", system_roles.includes("distributor")),
        b=Reading("only the first placing, putting into service and use are", NEVER),
        cites=(_aia(pinpoint="Art. 5(1)"), _aia(pinpoint="Art. 3(9)"), _aia(pinpoint="Art. 3(10)")),
    )
)

_acts_or_offers_a_model = _acts | bare_model_that_shows_people

_UNLESS = (*ACTIVITIES_LEFT_ALONE, PRIVATE_BANNED_USE, SECTION_B_LITERAL)
_OFFERED_OR_USED = "whoever offers the system, puts it into service, passes it on or uses it"
_FOR_THIS_PURPOSE = (
    "whoever offers the system, passes it on, puts it into service for this very purpose, or uses it for it"
)

_ban = partial(
    Obligation,
    topic=Topic.PROHIBITION,
    deadline=Deadline(
        kind=When.CONTINUOUS,
        text="At once and for as long as the system exists; older systems are not spared.",
        cite=_aia(pinpoint="Art. 111(2)"),
    ),
    penalty=BANNED_PRACTICES_FINE,
    penalty_note="Small mid-caps have no lower ceiling for banned practices. Union bodies face up to EUR 1.5 million "
    "(Article 100). Whether and how far public authorities can be fined is for each Member State (Article 99(8)).",
    note="The guidelines (C(2025) 5052, paragraphs 40 and 41) expect makers of general-purpose systems to build in "
    "proportionate safeguards, rule out banned uses in terms and instructions and react to misuse; users must not get "
    "around the safeguards. Open source and size bring no relief.",
)


def _since_2025(when: Expr, point: str, unless: tuple[CarveOut, ...] = _UNLESS) -> tuple[Version, ...]:
    cites = (_aia(pinpoint=f"Art. 5(1)({point})"), _START)
    return (Version(since=CHAPTERS_1_AND_2_FROM, when=when, cites=cites, unless=unless),)


def _since_december_2026(when: Expr, *pinpoints: str) -> tuple[Version, ...]:
    cites = (*(_aia(pinpoint=pinpoint) for pinpoint in pinpoints), _START)
    return (Version(since=NEW_BANS_FROM, when=when, cites=cites, unless=_UNLESS, published_on=OMNIBUS_PUBLISHED),)


manipulation = _ban(
    id="EU-AIA-5-1-a",
    title="Stop manipulating people to their harm",
    must="Do not offer, put into service or use the system as long as it works on people by hidden, manipulative or "
    "deceptive means that take away their judgement and are likely to harm somebody significantly; withdraw what is "
    "already out. Consent, notices or human oversight do not cure it.",
    who=_OFFERED_OR_USED,
    versions=_since_2025(_acts & banned_5_1_a, "a"),
    evidence="screening record with reasons; terms that exclude the use; log of reactions to misuse",
    steps=check_items.MANIPULATION,
)

exploiting_weakness = _ban(
    id="EU-AIA-5-1-b",
    title="Stop exploiting people's weakness",
    must="Do not offer, put into service or use the system as long as it makes use of people's age, disability or "
    "special social or economic situation to change what they do, with significant harm likely; withdraw what is "
    "already out.",
    who=_OFFERED_OR_USED,
    versions=_since_2025(_acts & banned_5_1_b, "b"),
    evidence="screening record with reasons; tests with the groups concerned",
    steps=check_items.WEAKNESS,
)

social_scoring = _ban(
    id="EU-AIA-5-1-c",
    title="Stop social scoring",
    must="Do not offer, put into service or use ratings of people by conduct or traits that put them at a disadvantage "
    "in an unrelated setting, or beyond what their conduct justifies; withdraw what is already out.",
    who=_OFFERED_OR_USED,
    versions=_since_2025(_acts & banned_5_1_c, "c"),
    evidence="map of where scores are used; proportionality note; limits in contracts",
    steps=check_items.SOCIAL_SCORING,
)

crime_prediction = _ban(
    id="EU-AIA-5-1-d",
    title="Stop predicting individual crime from profiles",
    must="Do not offer, put into service for this purpose or use the system to estimate from profiling or character "
    "alone whether a person will commit crimes; withdraw what is already out.",
    who=_FOR_THIS_PURPOSE,
    versions=_since_2025(_acts & banned_5_1_d, "d"),
    evidence="list of inputs with their weights; screening record",
    steps=check_items.CRIME_PREDICTION,
)

gathering_faces = _ban(
    id="EU-AIA-5-1-e",
    title="Stop gathering faces in bulk",
    must="Do not offer, put into service for this purpose or use the system to build or enlarge a collection for "
    "recognising faces by gathering images in bulk from the internet or from surveillance cameras.",
    who=_FOR_THIS_PURPOSE,
    versions=_since_2025(_acts & banned_5_1_e, "e"),
    evidence="register of data sources; screening record",
    steps=check_items.FACES,
)

emotions_at_work = _ban(
    id="EU-AIA-5-1-f",
    title="Stop reading emotions at work and in education",
    must="Do not offer, put into service for this purpose or use the system to read the emotions of people at work, "
    "applicants, pupils or students from their bodies, unless for medical or safety reasons.",
    who=_FOR_THIS_PURPOSE,
    versions=_since_2025(_acts & banned_5_1_f, "f"),
    evidence="screening record; terms of deployment; medical or safety justification",
    steps=check_items.EMOTIONS,
)

inferring_beliefs = _ban(
    id="EU-AIA-5-1-g",
    title="Stop inferring beliefs or orientation from bodies",
    must="Do not offer, put into service for this purpose or use the system to conclude a person's race, politics, "
    "union membership, religion, philosophy, sex life or orientation from the body.",
    who=_FOR_THIS_PURPOSE,
    versions=_since_2025(_acts & banned_5_1_g, "g"),
    evidence="list of output classes; record of how data sets were obtained",
    steps=check_items.CATEGORISATION,
)

live_identification_in_public = _ban(
    id="EU-AIA-5-1-h",
    title="Keep live identification in public within its limits",
    must="Do not identify people live in public places for law enforcement, unless one of three listed aims makes it "
    "strictly necessary, national law allows it and each use is assessed, registered, authorised, limited to the "
    "person sought, notified, and never decides alone.",
    who="law-enforcement authority that uses the system, or whoever acts for one",
    versions=_since_2025(
        system_deployer & live_identification_for_law_enforcement, "h", (*ACTIVITIES_LEFT_ALONE, SECTION_B_LITERAL)
    ),
    evidence="national provision; impact assessment; registration; authorisations; notifications",
    steps=check_items.LIVE_IDENTIFICATION,
    note="Whether the use is banned shows in the concept of Article 5(1)(h); within the exceptions the safeguards of "
    "Article 5(2) to (7) are owed for each use.",
)

_NO_GUIDANCE = "No official guidance exists on this ban. Open source and size bring no relief. "
_MODELS = (
    "Whether a model offered without any system can be caught is not settled; makers of such models see both answers."
)

intimate_material_without_consent = _ban(
    id="EU-AIA-5-1-ba",
    title="Keep intimate material without consent out",
    must="Do not offer a system meant to make realistic intimate material of real people without their explicit "
    "consent, or one by which users can reproduce it and which lacks adequate safeguards and correction of misuse. Do "
    "not use any system to that end.",
    who=_OFFERED_OR_USED,
    versions=_since_december_2026(
        _acts_or_offers_a_model & banned_5_1_ba, "Art. 5(1)(ba)", "Art. 5(1a)(a)", "Art. 5(1a)(b)", "Art. 5(1b)"
    ),
    evidence="safeguards file; test results on reproducibility; channel for reports; takedown log; proof of consent",
    steps=check_items.INTIMATE_MATERIAL,
    note=_NO_GUIDANCE + _MODELS,
)

child_sexual_abuse_material = _ban(
    id="EU-AIA-5-1-bb",
    title="Keep child sexual abuse material out",
    must="Do not offer a system meant to make child sexual abuse material, or one by which users can reproduce it and "
    "which lacks adequate safeguards and correction of misuse. Do not use any system to that end. Only what national "
    "law allows is outside.",
    who=_OFFERED_OR_USED,
    versions=_since_december_2026(
        _acts_or_offers_a_model & banned_5_1_bb, "Art. 5(1)(bb)", "Art. 5(1a)(a)", "Art. 5(1a)(b)"
    ),
    evidence="safeguards file; tests with their legal basis; channel for reports; log of corrections",
    steps=check_items.ABUSE_MATERIAL,
    note=_NO_GUIDANCE + _MODELS,
)
