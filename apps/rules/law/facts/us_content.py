"""Generating pictures, sound and video in the United States: who can use it, what it is kept to, who passes it on."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Grade, Number, Option, Rigidity

_aita = partial(Cite, instrument="US-CA-AITA", grade=Grade.P)

_GENERATOR = ("us_states", "system_roles", "system_functions")

# Purposes beside each other in `us_content_limits`: a system that serves two of them serves neither alone.
ENTERTAINMENT = ("games", "films", "interactive")

us_generator_reach = Choice(
    key="us_generator_reach",
    section="market",
    presupposes=_GENERATOR,
    label="who can use the generating system",
    ask="Who can use the model or system that makes pictures, sound or video?",
    help="Take the widest circle, paid or free, by app, API or download. A website that anyone can open counts as "
    "people at large.",
    why="California and Utah look at what the public can reach, Washington and Connecticut at personal use alone.",
    evidence="sign-up page, terms of use, contracts",
    yes_example="An app in the public stores: people at large",
    no_example="A tool that only film studios get under contract: a closed circle",
    options=(
        Option("consumers", "people at large, also for personal use"),
        Option(
            "businesses", "the public, but businesses and professionals alone", "Any firm can sign up; no private use."
        ),
        Option("closed", "a closed circle", "Own staff, the group, or partners chosen one by one."),
    ),
    cite=_aita(pinpoint="22757.1(e)"),
    rigidity=Rigidity.MEDIUM,
)

us_content_limits = Choices(
    key="us_content_limits",
    section="use",
    presupposes=(*_GENERATOR, "development", "us_release", "us_release_on", "us_generator_reach"),
    label="narrow purposes of the generating model or system",
    ask="Does one of these describe everything the generating model or system does?",
    help="Leave empty if anything it does falls outside them, which is the usual case. Choose several if each holds "
    "for all it does, or if two share the work, say games and films.",
    why="State laws on training data and on marking content leave a few narrow purposes alone, each other ones.",
    evidence="statement of purpose, feature list, customer list",
    yes_example="A tool that only crops, sharpens and brightens photos: plain corrections",
    no_example="A general picture generator that can also sharpen photos: none",
    options=(
        Option(
            "own_circle",
            "serves companies of the group or a hospital's own medical staff alone",
            "Not patients, customers or the public.",
        ),
        Option("security", "serves security and integrity alone", "For example finding intrusions."),
        Option("aircraft", "serves the operation of aircraft in national airspace alone"),
        Option("defence", "made for national security or defence and offered to federal bodies alone"),
        Option("games", "makes content of video games alone, which players do not make"),
        Option("films", "makes content of films, television or streaming alone, which viewers do not make"),
        Option("interactive", "serves online shops or other interactive experiences alone"),
        Option("assistive", "serves mainly as an aid for people with disabilities"),
        Option(
            "corrections",
            "makes plain corrections alone",
            "Brightness, contrast, colour, sharpness, size, scale, cropping, file format, removing noise from sound.",
        ),
        Option(
            "light_edits",
            "makes other light edits alone",
            "Filters, resampling and the like that leave the impression and meaning much as they were.",
        ),
        Option("enhancement", "enlarges, denoises or compresses alone"),
    ),
    cite=_aita(pinpoint="22757.5"),
    rigidity=Rigidity.HARD,
)

us_licensing = Choices(
    key="us_licensing",
    section="openness",
    presupposes=(*_GENERATOR, "us_generator_reach", "us_content_limits"),
    label="licences for the generating model or system",
    ask="Is a model or system that makes pictures, sound or video licensed by you to others, or by others to you?",
    help="Public licences on downloads count. Being a mere user of an app does not. Leave empty if neither holds.",
    why="In California the one who licenses must pass the duties on, and the one who holds the licence must keep them.",
    evidence="licence texts, contracts, model page",
    yes_example="You run an app on open weights of another lab: licensed by others to you",
    no_example="You run your own model as a service and hand it to nobody: neither",
    options=(
        Option("out", "you license it to others", "By contract or by a public licence."),
        Option("in", "others license it to you", "And you run it, change it or offer it."),
    ),
    cite=_aita(pinpoint="22757.3(b)"),
    rigidity=Rigidity.EASY,
)

us_platforms = Choices(
    key="us_platforms",
    section="market",
    presupposes=("us_activities",),
    label="platforms and devices",
    ask="Do you also run or make one of these?",
    help="Leave empty if none fits. Posting weights on somebody else's hub does not make you the one who runs it.",
    why="Platforms, download sites and makers of cameras have duties of their own about marked content.",
    evidence="service description, product list",
    yes_example="Weights of your own picture model on your own download page: a download site",
    no_example="A company website with a contact form: none",
    options=(
        Option(
            "social",
            "a social network, mass-messaging service or search engine of its own",
            "Open to the public. Mass messaging means direct messages to more than 100 users at once. Broadband and "
            "telecommunications services are none.",
        ),
        Option("file_sharing", "a public file-sharing service"),
        Option(
            "hosting",
            "a download site for weights or code of systems that make pictures, sound or video",
            "Any website or app, paid or free, of any size; your own download page too.",
        ),
        Option("capture_devices", "cameras, phones, voice recorders or the like, made for sale", "Not mere assembly."),
    ),
    cite=_aita(pinpoint="22757.1"),
    rigidity=Rigidity.HARD,
)

us_platform_users = Number(
    key="us_platform_users",
    section="market",
    presupposes=("us_platforms",),
    label="monthly users of the platform",
    ask="How many different people used the platform in a month of the last 12 months?",
    help="Count each person once. A range is fine.",
    why="Above two million, platforms have to find and show marks in content.",
    evidence="usage statistics",
    yes_example="2.1 million different visitors in May: 2100000",
    no_example="Two million exactly: not above the line",
    cite=_aita(pinpoint="22757.1(i)"),
    unit="users",
    maximum=1e11,
    integer=True,
)

us_likeness = Choices(
    key="us_likeness",
    section="behaviour",
    presupposes=_GENERATOR,
    label="copies of real people's voice or looks",
    ask="Does one of these hold for the voice, photograph or likeness of particular real people?",
    help="Leave empty if none holds. A general tool that users can misuse is not the first.",
    why="Tennessee bans tools made for copying a person without permission, and knowing publication of such copies.",
    evidence="consent file, product page, training data list",
    yes_example="A checkpoint that sings in one named singer's voice, without that singer's permission: a tool for it",
    no_example="A general text-to-speech model with invented voices: none",
    options=(
        Option("tool", "you offer a tool whose main purpose is to copy them without permission"),
        Option("publishes", "you knowingly publish such copies without permission"),
    ),
    cite=Cite(instrument="US-TN-ELVIS", pinpoint="T.C.A. 47-25-1105(a)", grade=Grade.S),
    rigidity=Rigidity.MEDIUM,
)

us_processing = Choice(
    key="us_processing",
    section="behaviour",
    presupposes=("us_states", "system_roles", "system_functions", "intimate_material"),
    label="where pictures are made",
    ask="On whose machines are the pictures made?",
    help="If both occur, choose your machines.",
    why="Utah's rules on intimate fakes reach services that compute on machines they control.",
    evidence="architecture description, hosting contract",
    yes_example="A web app on rented cloud servers: machines you control",
    no_example="Weights that users run on their own computer: the user's device alone",
    options=(
        Option("operator", "machines you control", "Your own or rented servers."),
        Option("user_device", "the user's own device alone"),
    ),
    cite=Cite(instrument="US-UT-DV", pinpoint="Utah Code 13-72b-101", grade=Grade.P),
    rigidity=Rigidity.HARD,
)
