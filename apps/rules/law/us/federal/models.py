"""Federal law on what is done with models in public: intimate pictures, claims, children, copyright as a risk."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    Reading,
    State,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_federal import us_children, us_user_platform
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.common import IN_THE_COUNTRY, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, does
from apps.rules.law.us.federal.policy import COPYRIGHT

# --- Intimate pictures ------------------------------------------------------------------------------------------------
SIGNED, PLATFORMS_FROM = date(2025, 5, 19), date(2026, 5, 19)
TIDA = instrument(
    "US-TIDA",
    "TAKE IT DOWN Act",
    "TAKE IT DOWN Act",
    Force.STATUTE,
    "Pub. L. 119-12",
    "Publishing intimate pictures without consent, forgeries included, is a crime since 19 May 2025; platforms with "
    "content of users take them down within 48 hours of a valid request since 19 May 2026. No size threshold.",
    "A model or its weights are no platform; a gallery or hub with uploads of users can be one.",
    Happening(SIGNED, State.IN_FORCE, "signed; the crime applies", Grade.S),
    Happening(PLATFORMS_FROM, State.IN_FORCE, "duties of platforms", Grade.P, "s. 3(a)"),
    enforcer="Federal Trade Commission for platforms, non-profits included; Department of Justice for the crime",
    url="https://www.govinfo.gov/content/pkg/PLAW-119publ12/html/PLAW-119publ12.htm",
)
_platform = Cite(instrument="US-TIDA", pinpoint="s. 4(3)", grade=Grade.P)
gallery_platform = contested(
    key="us-tida-gallery",
    why="A platform is mainly a forum for content that users provide. Whether a generator that shows everybody what "
    "its users had it make is one is not settled.",
    a=Reading("what users had it make is their content", ALWAYS),
    b=Reading("it is the service's own content", NEVER),
    cites=(_platform,),
)
encrypted_platform = contested(
    key="us-tida-encrypted",
    why="The Act has no word on services that cannot read the messages they carry.",
    a=Reading("they are platforms like others", ALWAYS),
    b=Reading("they are outside", NEVER),
    cites=(_platform,),
)
tida_covered_platform = Definition(
    id="us_tida_covered_platform",
    title="Covered platform (TAKE IT DOWN Act)",
    statement="you run a platform that the TAKE IT DOWN Act covers",
    denial="you run no platform that the TAKE IT DOWN Act covers",
    summary="A public website, service or app that is mainly a forum for content of users, or that regularly publishes "
    "or hosts intimate pictures made without consent. Not internet access or e-mail; mostly preselected content with "
    "incidental comments only where the second does not hold.",
    versions=(
        Version(
            since=SIGNED,
            when=IN_THE_COUNTRY
            & does("user_content")
            & (
                us_user_platform.any_of("user_content", "intimate_trade")
                | (us_user_platform.includes("gallery") & gallery_platform)
                | (us_user_platform.includes("encrypted") & encrypted_platform)
            ),
            cites=(_platform,),
        ),
    ),
)
_FTC = "A breach counts as breach of an FTC rule: $53,088 per violation (figure of 2025, not verified)."
removal_process = duty(
    TIDA,
    "US-TIDA-3-1",
    "Run a process for removing intimate pictures",
    "Run a process by which people can ask for removal, and explain it in a clear, plain and conspicuous notice; a "
    "link to it is enough.",
    "covered platform",
    Topic.SAFETY,
    PLATFORMS_FROM,
    tida_covered_platform,
    "s. 3(a)(1)-(2)",
    Grade.P,
    ALWAYS_DUE,
    "policy page, request form",
    _FTC,
)
removal = duty(
    TIDA,
    "US-TIDA-3-2",
    "Remove intimate pictures within 48 hours",
    "After a valid request remove the picture, and make reasonable efforts to remove known identical copies.",
    "covered platform",
    Topic.SAFETY,
    PLATFORMS_FROM,
    tida_covered_platform,
    "s. 3(a)(3)",
    Grade.P,
    Deadline(kind=When.ON_REQUEST, text="As soon as possible, within 48 hours of the request."),
    "ticket log with times",
    _FTC,
    (
        "valid",
        (
            "A request counts if it is in writing, comes from the person shown or someone authorised, is signed, finds "
            "the picture, says in good faith that there was no consent, and gives contact details."
        ),
        "s. 3(a)(1)(B)",
        When.ON_REQUEST,
        "request form",
        StepKind.GATE,
    ),
    note="Removal in good faith of what looks unlawful brings no liability, even where it was lawful (s. 3(a)(4)).",
)
no_publication = duty(
    TIDA,
    "US-TIDA-2",
    "Publish no intimate picture without consent",
    "Neither publish nor threaten to publish intimate pictures of people who have not agreed, made with AI or not.",
    "everybody",
    Topic.PROHIBITION,
    SIGNED,
    IN_THE_COUNTRY,
    "s. 2; 47 USC 223(h)",
    Grade.P,
    ALWAYS_DUE,
    "policy on such content",
    "Fine and up to two years (adults) or three (minors); threats with real pictures the same, with forgeries up to 18 "
    "or 30 months; forfeiture and restitution.",
    (
        "adults",
        (
            "With adults the crime needs a forgery without consent, or a real picture meant to stay private; nothing "
            "shown in public or of public concern; and harm that is meant or done."
        ),
        "s. 2",
        When.CONTINUOUS,
        "review rules",
        StepKind.GATE,
    ),
    (
        "minors",
        "With minors it needs the aim to abuse, humiliate, harass or degrade, or to arouse.",
        "s. 2",
        When.CONTINUOUS,
        "review rules",
        StepKind.GATE,
    ),
    (
        "allowed",
        (
            "Police work, good-faith legal, medical, educational or reporting use, help to the person shown, and one's "
            "own picture are allowed."
        ),
        "s. 2",
        When.ON_EVENT,
        "note on the reason",
        StepKind.RELIEF,
    ),
)

# --- Claims and unfairness --------------------------------------------------------------------------------------------
FTC_5 = instrument(
    "US-FTC-5",
    "Federal Trade Commission Act, section 5, as applied to AI",
    "FTC Act s. 5",
    Force.STATUTE,
    "15 USC 45",
    "Bans deception and unfair harm in commerce, AI included. Claims in a model card are claims. The order against "
    "Rytr was set aside in December 2025: a general tool is less exposed than false claims. A policy statement that "
    "hidden steering of outputs deceives, state law or not, is only proposed; it makes no rule.",
    "No exception: calling weights open source or data licensed must be true.",
    Happening(date(1938, 3, 21), State.IN_FORCE, "in force", Grade.M),
    Happening(date(2024, 9, 25), State.IN_FORCE, "Operation AI Comply", Grade.M),
    Happening(date(2025, 9, 11), State.IN_FORCE, "study of companion chatbots, no rule"),
    Happening(date(2025, 12, 22), State.IN_FORCE, "order against Rytr set aside"),
    Happening(
        date(2026, 7, 7),
        State.IN_FORCE,
        "statement on accuracy proposed, 91 FR 41638; not final on 4 October 2026",
        Grade.O,
    ),
    enforcer="Federal Trade Commission; banks, common carriers and genuine non-profits are outside (not verified)",
    published_on=date(1938, 3, 21),
)
claims = duty(
    FTC_5,
    "US-FTC-5-1",
    "Keep proof for what you claim about the AI",
    "Keep evidence for claims on ability, accuracy, safety and openness, and make no claim you cannot back. Do not "
    "call weights open source or data licensed unless it is true.",
    "everybody in commerce",
    Topic.OTHER_LAW,
    date(1938, 3, 21),
    IN_THE_COUNTRY,
    "15 USC 45(a)",
    Grade.M,
    ALWAYS_DUE,
    "file that backs each claim",
    "Injunction and redress; $53,088 per violation only for breaches of orders or rules (not verified).",
    (
        "rules",
        "Write no fake reviews, and let nothing pose as a business or an authority: rules with penalties of their own.",
        "16 CFR 461, 465",
        When.CONTINUOUS,
        "review policy, personas",
    ),
    (
        "outside",
        (
            "Banks, common carriers and genuine non-profits are outside the Commission's reach (not verified); other "
            "supervisors and state laws on deception are not."
        ),
        "15 USC 44, 45(a)(2)",
        When.ON_EVENT,
        "note on the status",
        StepKind.RELIEF,
        us_organisation.any_of("bank", "nonprofit"),
    ),
)

# --- Children ---------------------------------------------------------------------------------------------------------
FIRST_RULE, AMENDMENTS_DUE, AMENDED = date(2000, 4, 21), date(2026, 4, 22), date(2025, 4, 22)
COPPA = instrument(
    "US-COPPA",
    "Children's Online Privacy Protection Rule as amended in 2025",
    "COPPA rule",
    Force.REGULATION,
    "16 CFR part 312; 90 FR 16918",
    "Services for children under 13, or that know of them, get parents' consent; since 22 April 2026 a separate one to "
    "pass data on for training AI. Voiceprints, face templates and gait are personal data. Sound that is deleted at "
    "once is spared. Deleting data from trained weights is not settled.",
    "No exception, small services included; whether a service's own training is integral to it is open.",
    Happening(FIRST_RULE, State.IN_FORCE, "first rule in force", Grade.M),
    Happening(AMENDED, State.IN_FORCE, "amendments published"),
    Happening(date(2025, 6, 23), State.IN_FORCE, "amendments in force"),
    Happening(date(2026, 2, 25), State.IN_FORCE, "FTC goes easy on data used only to check age"),
    Happening(AMENDMENTS_DUE, State.IN_FORCE, "compliance with the amendments due"),
    enforcer="Federal Trade Commission",
    published_on=FIRST_RULE,
)
_CHILDREN = IN_THE_COUNTRY & (OFFERS_SYSTEM | USES_SYSTEM) & does("children") & us_children.is_("directed", "known")
_PER_CHILD = "Up to $53,088 per violation (figure of 2025, not verified)."
_OPERATOR = "operator of a service with children under 13"
parental_consent = duty(
    COPPA,
    "COPPA-1",
    "Get parents' consent before you collect children's data",
    "Get verifiable consent of a parent before collecting, using or passing on data from children under 13.",
    _OPERATOR,
    Topic.CHATBOTS,
    FIRST_RULE,
    _CHILDREN,
    "16 CFR 312.5",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before data are collected."),
    "consent log",
    _PER_CHILD,
)
separate_consent = duty(
    COPPA,
    "COPPA-3",
    "Get a separate consent before children's data train AI",
    "Before data of children go to others for what the service does not need, get a separate consent of a parent. The "
    "FTC says that training or developing AI is not needed.",
    _OPERATOR,
    Topic.TRAINING_DATA,
    AMENDMENTS_DUE,
    _CHILDREN,
    "16 CFR 312.5(a)(2)",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before data are passed on."),
    "consent log by purpose",
    _PER_CHILD,
    published_on=AMENDED,
    note="Whether the service's own training is integral to it is not settled.",
)
retention_policy = duty(
    COPPA,
    "COPPA-2",
    "Secure children's data and publish how long they are kept",
    "Have a written security programme, and a public policy on retention; keep no child's data for ever.",
    _OPERATOR,
    Topic.SECURITY,
    AMENDMENTS_DUE,
    _CHILDREN,
    "16 CFR 312.8, 312.10",
    Grade.S,
    ALWAYS_DUE,
    "security programme, retention policy",
    _PER_CHILD,
    published_on=AMENDED,
)

# --- Copyright, as a risk ---------------------------------------------------------------------------------------------
copyright_risk = duty(
    COPYRIGHT,
    "US-COPYRIGHT-1",
    "Weigh the copyright risk of the training data",
    "Check for pirated copies, works under protection, ignored reservations or licences, removed notices, and outputs "
    "that compete with the works: courts have decided both ways.",
    "maker of a model",
    Topic.OTHER_LAW,
    date(1978, 1, 1),
    IN_THE_COUNTRY & MAKES_MODEL,
    "17 USC 106, 107",
    Grade.S,
    Deadline(kind=When.BEFORE_MARKET, text="Before training and before release."),
    "data register with origins and licences",
    "Damages up to $150,000 per work if wilful (not verified). A risk, never a pass or fail.",
)
