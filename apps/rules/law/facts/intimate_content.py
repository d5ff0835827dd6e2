"""Intimate and child sexual abuse material: what the bans that start on 2 December 2026 turn on."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Flag, Grade, Option

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_PATHS = (
    Option("purpose", "the purpose it is offered for"),
    Option(
        "reproducible",
        "what users can get again and again",
        "It can be foreseen, and takes no significant technical change.",
    ),
    Option("use", "what you use it for yourselves"),
)

intimate_material = Choices(
    key="intimate_material",
    section="behaviour",
    presupposes=("system_roles", "system_method", "system_union_links", "system_functions", "generates"),
    label="making realistic intimate material of real people",
    ask="Is making or altering realistic intimate or sexually explicit pictures, video or sound of an identifiable "
    "person one of these?",
    help="Intimate means genitals, pubic area, anus, bare buttocks or female breasts. Caricature, physically "
    "impossible bodies, people nobody can identify and medical uses do not count. Leave empty if the system does not "
    "do this.",
    why="Systems for this, or without safeguards against it, are banned from 2 December 2026.",
    evidence="red-team report on whether users can reproduce it",
    yes_example="An app that undresses people in photos: the purpose",
    no_example="A weather app: none",
    options=_PATHS,
    cite=_aia(pinpoint="Art. 5(1)(ba)"),
)

intimate_consent = Flag(
    key="intimate_consent",
    section="behaviour",
    presupposes=("intimate_material",),
    label="explicit consent of the person shown",
    statement="each person shown has freely, specifically and explicitly agreed to that very depiction",
    denial="people are shown without their explicit consent to that very depiction",
    ask="Has every person shown agreed freely, knowingly and explicitly to that very picture, video or recording?",
    help="Users' pictures of people who have not agreed are another matter, asked about with the safeguards.",
    why="With such consent the ban on intimate material does not apply.",
    evidence="consent records for each depiction",
    yes_example="Signed, specific consent for each picture",
    no_example="A general clause in the terms of use",
    cite=_aia(pinpoint="Art. 5(1)(ba)"),
)

intimate_neutral_edit = Flag(
    key="intimate_neutral_edit",
    section="behaviour",
    presupposes=("intimate_material",),
    label="edits that show no more than before",
    statement="existing material is altered only in ways that show no more and do not change what happens in it",
    denial="material is newly made, or altered so that it shows more or something else",
    ask="Does it only edit existing material, showing no more of the body and nothing else happening than before?",
    why="Such editing is not a forbidden alteration of intimate material.",
    evidence="description of the editing functions",
    yes_example="Brighter colours on an existing picture",
    no_example="Clothes removed from a picture",
    cite=_aia(pinpoint="Art. 5(1b)"),
)

intimate_safeguards = Flag(
    key="intimate_safeguards",
    section="safety",
    presupposes=("intimate_material",),
    label="safeguards against intimate material",
    statement="reasonable and adequate safeguards reliably prevent intimate material and correct misuse",
    denial="safeguards that reliably prevent intimate material and correct misuse are missing",
    ask="Do reasonable and adequate safeguards reliably prevent such intimate material, and is misuse corrected?",
    help="Examples: cleaned data, refusal training, prompt and output filters, abuse detection, takedown. What is "
    "reasonable depends on the state of the art and on how the system is released; no official guidance exists yet.",
    why="Without them a system that users can turn to this end is banned.",
    evidence="safeguards file, test results, takedown log",
    yes_example="Filters that red-teamers could not get around, and quick takedown",
    no_example="A line in the terms of use only",
    cite=_aia(pinpoint="Art. 5(1a)(a)(ii)"),
)

abuse_material = Choices(
    key="abuse_material",
    section="behaviour",
    presupposes=("system_roles", "system_method", "system_union_links", "system_functions", "generates"),
    label="making child sexual abuse material",
    ask="Is making or altering child sexual abuse material one of these?",
    help="Also realistic children who do not exist, people who look like children, and live shows. Consent never "
    "matters here. Leave empty if the system does not do this.",
    why="Systems for this, or without safeguards against it, are banned from 2 December 2026.",
    evidence="red-team report with its legal basis",
    yes_example="An open image model shown to produce it on a simple prompt: what users can get",
    no_example="A weather app: none",
    options=_PATHS,
    cite=_aia(pinpoint="Art. 5(1)(bb)"),
)

abuse_safeguards = Flag(
    key="abuse_safeguards",
    section="safety",
    presupposes=("abuse_material",),
    label="safeguards against child sexual abuse material",
    statement="reasonable and adequate safeguards reliably prevent child sexual abuse material and correct misuse",
    denial="safeguards that reliably prevent child sexual abuse material and correct misuse are missing",
    ask="Do reasonable and adequate safeguards reliably prevent child sexual abuse material, and is misuse corrected?",
    why="Without them a system that users can turn to this end is banned.",
    evidence="safeguards file, classifier tests, correction log",
    yes_example="Cleaned training data, filters and classifiers that hold in tests",
    no_example="A line in the terms of use only",
    cite=_aia(pinpoint="Art. 5(1a)(a)(ii)"),
)

abuse_lawful_defence = Flag(
    key="abuse_lawful_defence",
    section="use",
    presupposes=("abuse_material",),
    label="lawful reason under national law",
    statement="national law allows the handling of the material, for example by authorities or for lawful safety tests",
    denial="no national law allows the handling of the material",
    ask="Does national law expressly allow what you do with the material, such as for authorities or lawful safety "
    "tests?",
    why="Acts that national law does not treat as wrongful are outside the ban.",
    evidence="national provision and activity log",
    yes_example="Police work on evidence under national law",
    no_example="Curiosity, or tests without any legal basis",
    cite=_aia(pinpoint="Art. 5(1)(bb)"),
)
