"""What people meet when they deal with a system or its content: the facts behind the transparency duties."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_SYSTEM = ("system_roles", "system_method", "system_union_links", "system_functions")

machine_recognisable = Choice(
    key="machine_recognisable",
    section="behaviour",
    presupposes=_SYSTEM,
    label="whether people notice that they deal with a machine",
    ask="Without being told, would the people who talk with it notice that it is a machine?",
    help="Think of everybody whom it may meet, in every channel, phone included. If several answers fit, choose the "
    "last of them. A human name, face or voice points to the third answer.",
    why="A notice is not needed only where it is plain that a machine is talking.",
    evidence="memo on the audience and setting, user tests",
    yes_example="A bank's chatbot with a human first name: can be taken for a person",
    no_example="A review bot inside a tool for professional programmers: plain to those who use it",
    options=(
        Option("plain_to_everybody", "plain to everybody it meets", "Even to people who are not attentive."),
        Option(
            "plain_to_professionals",
            "plain to the professionals who alone use it",
            "Only trained people in their own field meet it.",
        ),
        Option("can_be_mistaken", "can be taken for a person by some"),
        Option(
            "vulnerable_people",
            "also meets children, or elderly, disabled or less literate people",
            "They can be expected to use it, and may not notice.",
        ),
    ),
    cite=_aia(pinpoint="Art. 50(1)"),
)

marking_exceptions = Choices(
    key="marking_exceptions",
    section="behaviour",
    presupposes=_SYSTEM,
    label="reasons its output may need no mark",
    ask="Do one or more of these together describe everything the system generates or alters?",
    help="Leave empty if anything it makes falls outside them. A tool that makes new pictures, voices or texts fits "
    "none of them; nor does a tool that writes summaries.",
    why="Content of these kinds needs no machine-readable mark.",
    evidence="memo describing the function and why it fits",
    yes_example="A grammar checker: standard editing",
    no_example="An image generator: none of these",
    options=(
        Option("standard_editing", "help with standard editing", "Spelling, cropping, noise removal and the like."),
        Option(
            "unchanged_input", "no real change to the input", "What the user puts in, and its meaning, stay the same."
        ),
        Option("translation", "translation or transcript of the user's own input", "Nothing is added or shortened."),
        Option("fragments", "single words and small fragments", "Captions, alternative texts, button labels."),
        Option("machine_to_machine", "output that only machines read", "It never reaches people as content."),
        Option("intermediate", "intermediate steps of a closed production", "Only the finished work leaves it."),
        Option("rearranges", "sorting or arranging existing content", "Ranking, search results, sensor recordings."),
    ),
    cite=_aia(pinpoint="Art. 50(2)"),
)

depiction = Choice(
    key="depiction",
    section="behaviour",
    presupposes=_SYSTEM,
    label="how real the pictures, video or sound appear",
    ask="What do the pictures, videos or sounds look or sound like to those who will see or hear them?",
    help="Answer for what you make with the system, published or not; consent of those shown does not matter. Choose "
    "the first answer that fits any of it.",
    why="Content that is false but passes as real has to be disclosed by whoever makes it with AI.",
    evidence="content samples, screening rule",
    yes_example="A lifelike double of the head of the firm greets the staff: passes as real",
    no_example="A sphinx on top of the Eiffel Tower: plainly unreal",
    options=(
        Option(
            "passes_as_real",
            "like existing people, things, places or events, and could be taken for real",
            "By anybody in the expected audience, children and other vulnerable people included.",
        ),
        Option(
            "plausible_invention",
            "invented people, things or events that could exist, and could be taken for real",
        ),
        Option("light_edit", "genuine recordings with small touches alone", "Colour, brightness, cropping, noise."),
        Option("plainly_unreal", "plainly unreal to everybody who will see or hear it"),
        Option("nothing_real", "nothing that exists or could exist", "Abstract patterns, background music."),
    ),
    cite=_aia(pinpoint="Art. 3(60)"),
)

artistic_work = Flag(
    key="artistic_work",
    section="behaviour",
    presupposes=("depiction",),
    label="evidently artistic, satirical or fictional work",
    statement="the content is part of an evidently artistic, creative, satirical, fictional or similar work",
    denial="the content is not part of an evidently artistic or similar work",
    ask="Is the content part of a work that is evidently artistic, creative, satirical or fictional?",
    help="Evident to the audience, not only to its maker. The duty stays, in a lighter form.",
    why="Such works may disclose in a way that does not spoil them.",
    evidence="the work and the way it is presented",
    yes_example="A feature film with a younger-looking actor",
    no_example="An advert with a made-up testimonial",
    cite=_aia(pinpoint="Art. 50(4), first subparagraph"),
)

public_interest_text = Flag(
    key="public_interest_text",
    section="use",
    presupposes=_SYSTEM,
    label="text published to inform the public",
    statement="text made or changed by the system is published to inform the public on matters of public interest",
    denial="no text made or changed by the system is published to inform the public on matters of public interest",
    ask="Do you publish text that it wrote or changed, to inform the public about matters of public interest?",
    help="Politics, public services, health, economy, environment, justice, science and the like. What counts is the "
    "day of publication, not the day of writing.",
    why="Such text has to say that AI made it, unless people review it and answer for it.",
    evidence="editorial register",
    yes_example="A news site posts automatic summaries of council decisions",
    no_example="A fantasy novel",
    cite=_aia(pinpoint="Art. 50(4), second subparagraph"),
)

text_review = Choice(
    key="text_review",
    section="commitments",
    presupposes=("public_interest_text",),
    label="review of published text",
    ask="Is each such text reviewed by people, or under editorial control, and does somebody answer for it?",
    help="Both are needed: a check of the substance before publication, and a person or firm with editorial "
    "responsibility.",
    why="Review together with responsibility makes the label unnecessary.",
    evidence="review log, imprint, editorial policy",
    yes_example="An editor checks facts and sense; the imprint names who is responsible",
    no_example="A quick look at spelling, nobody named",
    options=(
        Option("reviewed_with_named_responsibility", "reviewed, with somebody holding editorial responsibility"),
        Option("review_only", "reviewed, but nobody holds editorial responsibility"),
        Option("none", "not reviewed", "Even where somebody holds editorial responsibility."),
    ),
    cite=_aia(pinpoint="Art. 50(4), second subparagraph"),
    rigidity=Rigidity.EASY,
)

crime_law_use = Choice(
    key="crime_law_use",
    section="use",
    presupposes=(*_SYSTEM, "uses"),
    label="use that a law allows against crime",
    ask="Does a law allow this very use to fight crime, with safeguards for the people concerned?",
    help="A general power of the authority is not enough; name the provision. If anything it is used for lies outside "
    "that law, choose the last answer.",
    why="Transparency duties step back where telling people would defeat the fight against crime.",
    evidence="legal provision, description of safeguards",
    yes_example="Undercover chats of the police in child-protection cases, under a statute: yes",
    no_example="A shop's own cameras against thieves: no such law",
    options=(
        Option("investigation", "yes, to detect, prevent or investigate crime"),
        Option("prosecution_only", "yes, but only to prosecute crime already investigated"),
        Option("no", "no such law, or not for all of its uses"),
    ),
    cite=_aia(pinpoint="Art. 50(1)"),
)

public_reports_crime = Flag(
    key="public_reports_crime",
    section="use",
    presupposes=("crime_law_use",),
    label="open to the public for reporting crime",
    statement="the public can use the system to report a crime",
    denial="the public cannot use the system to report a crime",
    ask="Can members of the public use it to report a crime?",
    why="People who report crime must always be told that they talk with a machine.",
    evidence="channel inventory",
    yes_example="A police chatbot that takes complaints",
    no_example="A tool seen by investigators alone",
    cite=_aia(pinpoint="Art. 50(1)"),
)
