"""Chatbots in the United States: what they are like, what they are kept to, and what is known of minors."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Grade, Option, Rigidity

_sb243 = partial(Cite, instrument="US-CA-SB243", grade=Grade.P)
_WHERE = ("us_states", "system_roles", "system_functions", "uses")

us_chatbot_traits = Choices(
    key="us_chatbot_traits",
    section="behaviour",
    presupposes=_WHERE,
    label="what the chatbot is like",
    ask="What is the chatbot like?",
    help="Choose everything it does or can do, also if users have to switch it on. Leave empty if none fits.",
    why="Some states look at what a chatbot can do, others at what it is designed for; New York and Oregon want three "
    "things together.",
    evidence="feature list, system prompt, memory settings",
    yes_example="A persona that remembers you, asks how you feel unasked and chats about your life: the first five",
    no_example="A bot that tells opening hours: none",
    options=(
        Option(
            "converses",
            "talking with people is the main thing it does",
            "A chat page, not a search box with a chat corner.",
        ),
        Option(
            "human_like",
            "it answers adaptively, in a human-like way",
            "As a person in conversation would; a name, a persona, feelings or small talk are signs.",
        ),
        Option("remembers", "it keeps what people said or like for later conversations"),
        Option("asks_feelings", "it asks about feelings without being asked to", "Beyond answering what was said."),
        Option("personal_talk", "it keeps up conversations on personal matters"),
        Option("relationship", "it can keep up a relationship over many conversations"),
        Option("offered_as_companion", "it is offered as a friend, partner or companion"),
        Option("offered_for_work", "it is designed and offered mainly for efficiency, research or technical help"),
    ),
    cite=_sb243(pinpoint="22601(b)(1)"),
    rigidity=Rigidity.MEDIUM,
)

us_chatbot_limits = Choices(
    key="us_chatbot_limits",
    section="use",
    presupposes=(*_WHERE, "us_chatbot_traits"),
    label="what the chatbot is kept to",
    ask="Is the chatbot kept to one or more of these, and nothing else?",
    help="Leave empty if it talks about anything beyond them, which is the usual case for general assistants.",
    why="Acts on companions leave such bots alone, each other ones.",
    evidence="scope in instructions and terms, tests of refusals",
    yes_example="A shop's bot that refuses everything but orders: customer service and business",
    no_example="A general assistant used mostly for work: none",
    options=(
        Option("business", "customer service, business, productivity, research or technical help"),
        Option("education", "curriculum or school work, without open-ended company"),
        Option(
            "care", "support of patients in care that a provider gives", "Health education in general is not meant."
        ),
        Option("finance", "financial services"),
        Option("game", "a game: its own topics, and never mental health, self-harm or sex"),
        Option("voice_device", "a voice device that keeps up no relationship and stirs no feelings"),
        Option("narrow", "one narrow task or topic"),
        Option("mental_health", "mental health as its main topic"),
        Option(
            "no_harm",
            "talk that can never turn sexual nor go along with self-harm",
            "It cannot be brought to either, whatever users try.",
        ),
        Option("feature", "a feature inside other software that is not designed for company"),
        Option("internal", "the organisation's own staff"),
    ),
    cite=_sb243(pinpoint="22601(b)(2)"),
    rigidity=Rigidity.MEDIUM,
)

us_chatbot_part = Choice(
    key="us_chatbot_part",
    section="use",
    presupposes=(*_WHERE, "us_chatbot_traits"),
    label="part in the chatbot",
    ask="What is your part in the chatbot that people use?",
    help="If you run one, under whatever name, choose the first, also if you supply others.",
    why="Duties fall on whoever makes it available; suppliers of models are mostly left alone.",
    evidence="terms of use, contracts",
    yes_example="Your app in the stores, on somebody's model: you make it available",
    no_example="A customer builds a companion app on your API: you supply a part",
    options=(
        Option("operator", "you make it available to people, or control access to it"),
        Option("supplier", "you supply a model or system, and others decide what becomes of it"),
        Option(
            "ready_made", "you supply it ready-made, and you alone set its use, look or setting; somebody else runs it"
        ),
    ),
    cite=Cite(instrument="US-CT-SB5-COMPANION", pinpoint="s. 4(1)(B)(vii), (5)", grade=Grade.P),
)

us_chatbot_minors = Choice(
    key="us_chatbot_minors",
    section="use",
    presupposes=(*_WHERE, "us_chatbot_traits", "us_chatbot_part"),
    label="people under 18 among the users of the chatbot",
    ask="What do you know about users under 18?",
    help="Choose the strongest that holds. Clear signs of age count even if a user claims to be older.",
    why="Protection of minors starts at different knowledge in each state.",
    evidence="age checks, audience, reports",
    yes_example="A homework friend advertised to teenagers: made for them",
    no_example="Age checks bar everybody under 18: they are kept out",
    options=(
        Option("directed", "it is made for them"),
        Option("known", "you know, or are reasonably certain, that some are"),
        Option("suspected", "you have reason to believe that some are"),
        Option("unknown", "nothing is known; they are allowed, or nobody checks"),
        Option("barred", "they are kept out, and age is checked"),
    ),
    cite=_sb243(pinpoint="22602(c)"),
    rigidity=Rigidity.MEDIUM,
)

us_chatbot_reach = Choice(
    key="us_chatbot_reach",
    section="use",
    presupposes=(*_WHERE, "us_chatbot_traits", "us_chatbot_part"),
    label="circle in which the chatbot is offered",
    ask="Who can use the chatbot?",
    why="An act of California leaves colleges and employers alone that offer it to their own people only.",
    evidence="sign-up, licences",
    yes_example="An app that anyone can install: the public",
    no_example="A university offers it to its students in courses alone: college",
    options=(
        Option("public", "the public"),
        Option("college", "a college's students in educational settings alone"),
        Option("workplace", "the organisation's own personnel at work alone"),
    ),
    cite=Cite(instrument="US-CA-SB1119", pinpoint="21810.5(j)(2)", grade=Grade.P),
)

us_human_likeness = Choice(
    key="us_human_likeness",
    section="behaviour",
    presupposes=("us_states", "system_roles", "system_functions"),
    label="whether people could take it for a person",
    ask="Could a reasonable user take it for a person?",
    why="Several states ask for a notice only then.",
    evidence="user tests, screens",
    yes_example="A bot called Anna that writes like a clerk: it could",
    no_example="A bot with a robot's face that opens with “I am a machine”: plainly a machine",
    options=(
        Option("possible", "yes"),
        Option("plain", "no, it is plainly a machine"),
    ),
    cite=_sb243(pinpoint="22602(a)"),
    rigidity=Rigidity.EASY,
)
