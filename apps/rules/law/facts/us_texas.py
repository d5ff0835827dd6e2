"""What Texas asks: the aims with which an AI system is made or used, and who is left to insurance or banking law."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Flag, Grade, Option, Rigidity

_traiga = partial(Cite, instrument="US-TX-TRAIGA", grade=Grade.P)

us_aims = Choices(
    key="us_aims",
    section="behaviour",
    presupposes=("us_states", "development", "system_roles", "system_method"),
    label="aims that Texas forbids",
    ask="Is one of these what you mean to do with the AI?",
    help="Only aims count. Harm that nobody intended, uneven results for groups, and misuse by other people are no aim "
    "of yours. For the last two, on public bodies, it is enough that the AI does it. Leave empty if none holds, which "
    "is the usual case.",
    why="Texas bans AI by intent, and two practices of public bodies; without one of these no ban bites.",
    evidence="statement of intended purpose, policy on forbidden uses, red-team results",
    yes_example="A tool built to keep people of one faith out of flats: discriminating on purpose",
    no_example="A loan score that turns out to fall harder on one group, unmeant: none",
    options=(
        Option("incite", "to bring people to harm themselves or others, or to commit crimes"),
        Option("constitutional", "solely to take away people's constitutional rights"),
        Option("discriminate", "to discriminate unlawfully against a protected group"),
        Option("abuse_material", "solely to make or spread child abuse material or unlawful sexual deep fakes"),
        Option("child_chat", "to hold or simulate sexual chats in the role of a child"),
        Option(
            "social_score",
            "as a public body, to score people by behaviour or traits and treat them accordingly",
        ),
        Option(
            "identify_public",
            "as a public body, to tell who people are from body data or public pictures, without their consent",
        ),
    ),
    cite=_traiga(pinpoint="Bus. & Com. Code 552.052-552.057"),
    rigidity=Rigidity.EASY,
)

us_used_by_insurers = Flag(
    key="us_used_by_insurers",
    section="use",
    presupposes=("us_aims", "uses", "us_organisation"),
    label="used by insurers in Texas",
    statement="licensed insurers use the AI to provide insurance services",
    denial="no licensed insurer uses the AI to provide insurance services",
    ask="Do licensed insurers use the AI to provide insurance services?",
    help="Pricing, underwriting, claims and the like. An adviser's or a shopper's comparison tool is not used by them.",
    why="Texas leaves discrimination in insurance to insurance law, for those who make AI for insurers as well.",
    evidence="customer list, contracts",
    yes_example="A claims scorer licensed to a motor insurer",
    no_example="An app that helps people compare policies",
    cite=_traiga(pinpoint="Bus. & Com. Code 552.056(a)(2)(C)"),
)

us_bank_complies = Flag(
    key="us_bank_complies",
    section="organisation",
    presupposes=("us_aims", "us_organisation"),
    label="bank keeps banking law",
    statement="the bank complies with all federal and state banking law",
    denial="the bank does not comply with all federal and state banking law",
    ask="Does the bank comply with all federal and state banking law?",
    help="Fair-lending law is part of it. A finding of an examiner that is still open speaks against it.",
    why="Texas takes a federally insured bank that keeps banking law to keep its ban on discrimination, too.",
    evidence="examination reports, compliance reviews",
    yes_example="Last examinations closed without findings on lending",
    no_example="An open order on discriminating in lending",
    cite=_traiga(pinpoint="Bus. & Com. Code 552.056"),
    rigidity=Rigidity.HARD,
    assumed=True,
)
