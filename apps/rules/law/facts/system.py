"""What an AI system built on (or around) the model is, does, and where it is used.

The frame of every system: who does what with it, how it works, where it runs, how it is released and passed on. What
it is used for stands in use.py, use_tasks.py and use_tasks_public.py.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Day, Flag, Grade, Option, Rigidity
from apps.rules.law.facts.order import SYSTEM, USE

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

system_roles = Choices(
    key="system_roles",
    section="use",
    label="your roles towards the system",
    ask="What is your part in AI systems, your own or other people's?",
    help="Choose all that fit. A chat page, hosted demo, app, service or device is a system; a bare model, library or "
    "data set is not. Using your own system in house makes you both provider and deployer. If there is only a model, "
    "choose none.",
    why="Each duty falls on one role only.",
    evidence="contracts, branding, terms of use",
    yes_example="You sell a chat app on somebody's model: provider",
    no_example="You host the app for somebody else: none of these",
    options=(
        Option("provider", "provider", "You made it or had it made, and offer it or run it under your own name."),
        Option(
            "first_provider",
            "first provider of a system that others took over",
            "You made it; since then somebody put their name on your high-risk system, changed it substantially, or "
            "gave it a high-risk purpose. Choose provider too if you still offer your own version.",
        ),
        Option("deployer", "deployer", "You use it, at work or at home, and decide how."),
        Option("importer", "importer", "You bring into the Union a system that carries a foreign firm's name."),
        Option("distributor", "distributor", "You pass on in the Union a system that others made and brought in."),
        Option(
            "takes_over",
            "you made somebody else's system your own",
            "You put your name on it, changed it in a way its maker had not planned, or gave it a new purpose.",
        ),
        Option(
            "product_manufacturer",
            "product manufacturer",
            "You sell it inside your own product, under your name. Choose provider too if you made it or had it made.",
        ),
        Option("supplier", "supplier", "You supply a model, tool or part that others build into a high-risk system."),
        Option(
            "authorised_representative",
            "authorised representative",
            "You act in the Union for a foreign provider, by written mandate.",
        ),
    ),
    cite=_aia(pinpoint="Art. 3(8)"),
)

system_method = Choice(
    key="system_method",
    section="use",
    presupposes=("system_roles",),
    label="how the system works out its results",
    ask="How does the system come to its results?",
    help="Choose the most capable part of it: one learned model inside makes the whole learned.",
    why="Software that only follows people's own rules is not an AI system.",
    evidence="architecture description, source code",
    yes_example="A chat page in front of a language model: learned",
    no_example="A tax calculator that applies the published table: rules written by people",
    options=(
        Option("learned", "learned from data", "Machine learning of any kind, including generative models."),
        Option("reasoned", "reasoned from encoded knowledge", "Expert systems, logic engines and planners that infer."),
        Option(
            "fitted_rules",
            "fixed rules fitted to data",
            "A point table or filter whose weights were once worked out from data.",
        ),
        Option(
            "simple_estimate",
            "simple statistics or classical methods",
            "Averages, trends, search or optimisation aids that do not go beyond basic data processing.",
        ),
        Option("written_rules", "rules written by people alone", "Executed as written; nothing is inferred."),
    ),
    cite=_aia(pinpoint="Art. 3(1)"),
    rigidity=Rigidity.HARD,
)

system_union_links = Choices(
    key="system_union_links",
    section="market",
    presupposes=("system_roles", "system_method"),
    label="the system's links to the Union",
    ask="How does the system touch the European Union?",
    help="Choose all that fit; leave empty only if none does. A seat in the Union does not by itself bring a maker "
    "within reach, and a seat elsewhere keeps nobody out whose system is offered or run in the Union.",
    why="Only a link to the Union brings a system within reach of the AI Act.",
    evidence="sales regions, customer list, hosting and user locations",
    yes_example="US servers score loans for a bank in Spain as agreed: results used as intended",
    no_example="A site that blocks the Union and has no users there: none",
    options=(
        Option("established", "you are established in the Union", "The firm whose name is on it, or that uses it."),
        Option(
            "placed",
            "offered or put into service in the Union",
            "Paid or free, by you, for others. Your own use alone is the next answer.",
        ),
        Option("used", "used in the Union", "You use it, try it out on people or test it in a sandbox, in the Union."),
        Option(
            "output_intended",
            "results used in the Union as intended",
            "It runs elsewhere; Union users get the results.",
        ),
        Option(
            "output_incidental", "results reach the Union unintended", "Results turn up in the Union without your plan."
        ),
        Option(
            "very_large_platform",
            "part of a very large platform or search engine",
            "It is, or is built into, one that the Commission has designated as very large.",
        ),
    ),
    cite=_aia(pinpoint="Art. 2(1)"),
)

system_placed_on = Day(
    key="system_placed_on",
    section="market",
    presupposes=USE,
    label="day the system was first placed on the Union market",
    ask="When was the system first placed on the Union market or put into service there?",
    help="The first day anyone in the Union could get or use it, paid or free. Give the planned day if it lies ahead. "
    "If you changed it substantially or gave it a new purpose: the day it was first offered or used like that.",
    why="Older systems have longer for some duties.",
    evidence="release notes, first contract",
    yes_example="App opened to users in France on 5 August 2026: that day",
    no_example="Closed test in your own lab: not this day",
    cite=_aia(pinpoint="Art. 3(9)"),
    rigidity=Rigidity.FIXED,
)

system_functions = Choices(
    key="system_functions",
    section="behaviour",
    presupposes=SYSTEM,
    label="what the system does",
    ask="What does the system do?",
    help="Choose all that fit. Leave empty only if none does.",
    why="Talking with people and making content bring transparency duties.",
    evidence="feature list, demo",
    yes_example="A help-desk bot: direct interaction and text generation",
    no_example="A spam filter: scores only",
    options=(
        Option(
            "conversation",
            "direct interaction with people",
            "Chat, voice, or an agent that phones, writes to or answers people. If it words its answers itself, choose "
            "text or sound as well.",
        ),
        Option(
            "text",
            "text generation",
            "Writes, rewrites, translates, transcribes or summarises text in natural language.",
        ),
        Option("code", "source-code generation", "Writes program code or configuration."),
        Option("image", "image generation or editing"),
        Option("audio", "speech, music or sound generation"),
        Option("video", "video generation or editing"),
        Option(
            "bodies",
            "learning something about people from faces, voices, movements or other bodily signals",
            "Also from gaze, gestures, pulse, typing rhythm, fingerprints. Also when camera or microphone serve "
            "another purpose first. Not if it only passes pictures or sound on or turns speech into words.",
        ),
        Option("scores", "scores, predictions or decisions about people or things"),
        Option("control", "control of machines, vehicles or networks"),
    ),
    cite=_aia(pinpoint="Art. 50"),
)

system_limits = Choices(
    key="system_limits",
    section="use",
    presupposes=SYSTEM,
    label="circumstances that keep the system out of the Act",
    ask="Does one of these describe everything that is done with the system?",
    help="Leave empty if none does, which is the usual case. One civilian or police customer rules out the first; a "
    "general product that researchers happen to use is not the second.",
    why="The AI Act leaves these activities alone.",
    evidence="contracts, grant agreement, release plan",
    yes_example="Targeting software sold to armed forces alone: military",
    no_example="The same software also sold to police: none",
    options=(
        Option("military", "military, defence or national-security purposes only", "Whoever makes or uses it."),
        Option("research", "made and run for scientific research alone"),
        Option(
            "development",
            "still in development",
            "Not offered to anyone and not in service, not even in house. A trial does not end this.",
        ),
        Option("private", "private use by a person", "Never for work."),
        Option(
            "foreign_authority",
            "your own use, as a foreign authority, under a police or judicial agreement",
            "You are an authority of a third country, or an international organisation, with adequate safeguards for "
            "fundamental rights. Not for firms that supply one.",
        ),
    ),
    cite=_aia(pinpoint="Art. 2"),
)

system_testing = Choices(
    key="system_testing",
    section="market",
    presupposes=(*SYSTEM, "system_limits"),
    label="how the system is tested before release",
    ask="How is the system tested before release?",
    help="Choose all that fit; leave empty if it is tested in the laboratory or in simulation only.",
    why="Tests in real conditions do not count as mere development.",
    evidence="test protocol, sandbox plan",
    yes_example="A hiring tool tried on actual applicants before launch: in real conditions",
    no_example="Runs on made-up applications: none",
    options=(
        Option("real_world", "in real conditions", "On real people or in real operation, outside a laboratory."),
        Option(
            "sandbox",
            "in a regulatory sandbox of the Union",
            "Under a plan agreed with an authority of the Union or of a Member State; not with one elsewhere.",
        ),
        Option("sandbox_data", "in such a sandbox, with personal data collected for something else"),
    ),
    cite=_aia(pinpoint="Art. 2(8)"),
)

system_open_source = Flag(
    key="system_open_source",
    section="openness",
    presupposes=(*USE, "system_functions", "practices", "machine_recognisable", "marking_exceptions"),
    label="system or part under a free and open-source licence",
    statement="the system (or the part supplied) is released under a free and open-source licence",
    denial="the system (or the part supplied) is not released under a free and open-source licence",
    ask="Is the system itself (or the part you supply to others) released under a free and open-source licence?",
    help="Anyone may use, study, change and pass it on. Credit and share-alike terms are fine; limits by purpose, "
    "user or scale are not.",
    why="Open-source systems are outside most of the Act until a stricter rule catches them.",
    evidence="licence file in the public repository",
    yes_example="MIT-licensed chat app on a public code host",
    no_example="Free to use, but commercial use needs a paid licence",
    cite=_aia(pinpoint="Art. 2(12)"),
    rigidity=Rigidity.EASY,
)

system_monetised = Flag(
    key="system_monetised",
    section="openness",
    presupposes=("system_open_source",),
    label="money is made with the system",
    statement="a price or another way of making money is tied to the open system or part",
    denial="no price and no other way of making money is tied to the open system or part",
    ask="Do you earn money with the open system: a price, paid support it needs, or use of people's data?",
    help="Sitting on a public code host is not making money. Neither are dealings between microenterprises, nor using "
    "data only to improve security, compatibility or interoperability.",
    why="On the cautious reading, making money with it ends the open-source exclusion.",
    evidence="price list, terms, privacy notice",
    yes_example="Support that users need is sold",
    no_example="Code on a public host, nothing sold",
    cite=_aia(pinpoint="recital 103"),
    rigidity=Rigidity.EASY,
)

significant_design_change = Flag(
    key="significant_design_change",
    section="modification",
    presupposes=(*USE, "system_placed_on"),
    label="design changed significantly after the start date",
    statement="the high-risk system's design changes significantly after the high-risk rules start",
    denial="the high-risk system's design does not change significantly after the high-risk rules start",
    ask="Will the high-risk system's design change significantly after the high-risk rules start to apply?",
    why="Systems already on the market stay outside the high-risk rules until such a change.",
    evidence="change log, roadmap",
    yes_example="The model inside is replaced by another kind",
    no_example="Only spelling in the menu changes",
    cite=_aia(pinpoint="Art. 111(2)"),
)

excluded_high_risk_change = Flag(
    key="excluded_high_risk_change",
    section="commitments",
    presupposes=("system_roles",),
    label="change into a high-risk system ruled out",
    statement="the terms say clearly that the system must not be changed into a high-risk system",
    denial="the terms do not clearly rule out changing the system into a high-risk system",
    ask="Do your terms or instructions say clearly that the system must not be changed into a high-risk system?",
    why="Saying so clearly frees you from helping someone who does it anyway.",
    evidence="clause in the terms and the documentation",
    yes_example="A clause saying: not to be made into a high-risk system",
    no_example="A general clause on lawful use",
    cite=_aia(pinpoint="Art. 25(2)"),
    rigidity=Rigidity.EASY,
)

take_over = Choices(
    key="take_over",
    section="modification",
    presupposes=("system_roles",),
    label="how somebody else's system was made one's own",
    ask="How did you make somebody else's system your own?",
    help="Choose all that fit. Settings that its maker foresaw are no change.",
    why="Whoever makes a high-risk system its own becomes its provider.",
    evidence="branding, change log, description of the new use",
    yes_example="You point somebody's general chatbot at ranking applicants: you gave it a new purpose",
    no_example="You set language and colours of a bought tool: none",
    options=(
        Option("own_name", "you put your name or trade mark on it"),
        Option(
            "substantial_change",
            "you changed it substantially",
            "In a way its maker had not planned, which affects its compliance or its purpose.",
        ),
        Option("new_purpose", "you gave it a new purpose", "One its maker did not intend."),
    ),
    cite=_aia(pinpoint="Art. 25(1)"),
)

contract_keeps_provider = Flag(
    key="contract_keeps_provider",
    section="modification",
    presupposes=("take_over",),
    label="contract leaves the provider's duties with the maker",
    statement="a contract leaves the provider's duties with the original maker although the name has changed",
    denial="no contract leaves the provider's duties with the original maker",
    ask="Does a contract say that the original maker keeps the provider's duties although your name is on the system?",
    why="Without one, your name on a high-risk system makes you its provider.",
    evidence="clause in the supply contract",
    yes_example="A white-label contract that names the maker as the one who keeps all duties",
    no_example="A reseller agreement silent on the matter",
    cite=_aia(pinpoint="Art. 25(1)(a)"),
    rigidity=Rigidity.EASY,
)

supplied_part = Choice(
    key="supplied_part",
    section="market",
    presupposes=("system_roles",),
    label="what is supplied for high-risk systems",
    ask="What do you supply that others use in a high-risk system?",
    why="Open-source tools and components are freed from a written agreement; general-purpose models never are.",
    evidence="supply contract, licence",
    yes_example="A language model for a hiring tool: an AI model",
    no_example="A logging library: a tool",
    options=(
        Option("model", "an AI model"),
        Option("system", "an AI system"),
        Option("tool", "a tool, service, process or other component"),
    ),
    cite=_aia(pinpoint="Art. 25(4)"),
)
