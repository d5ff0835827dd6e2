"""Federal law that reaches makers of models: procurement, export controls, intimate pictures, claims, children."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    Reading,
    Relief,
    State,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.us_federal import (
    us_children,
    us_export,
    us_federal_sale,
    us_user_platform,
    us_weight_licence,
)
from apps.rules.law.facts.us_market import us_release
from apps.rules.law.us.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.us.common import IN_THE_COUNTRY, MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM
from apps.rules.law.us.federal.policy import COPYRIGHT

# --- Procurement ------------------------------------------------------------------------------------------------------
M2604 = instrument(
    "US-EO-14319-M2604",
    "Preventing Woke AI in the Federal Government, with OMB M-26-04",
    "EO 14319 and OMB M-26-04",
    Force.REGULATION,
    "EO 14319, 90 FR 35389; OMB M-26-04",
    "Agencies put terms on truthfulness and neutrality, and four documents, into contracts for language models since "
    "11 December 2025; "
    "older contracts when modified or extended. A clause of the GSA (552.239-7001) is only proposed.",
    "No exception, but a free download has no contract that could carry the terms.",
    Happening(date(2025, 7, 23), State.ADOPTED, "EO 14319 issued", Grade.O),
    Happening(date(2025, 12, 11), State.IN_FORCE, "M-26-04 issued", Grade.O),
    Happening(date(2026, 6, 15), State.IN_FORCE, "GSA clause revised, still proposed; not verified since August 2026"),
    relief=Relief.FUNCTIONAL,
    enforcer="The agency, under the contract",
)
_AGENCY = IN_THE_COUNTRY & us_federal_sale.is_("new", "old")
_TERMS = Deadline(
    kind=When.ON_EVENT, text="With new solicitations and orders; older contracts when modified, optioned or extended."
)
truthful_and_neutral = duty(
    M2604,
    "US-M2604-1",
    "Meet the contract's terms on truthfulness and neutrality",
    "Meet the terms on truth-seeking, uncertainty admitted, and on ideological neutrality: no partisan judgements "
    "built in unless asked "
    "for or disclosed.",
    "vendor of a language model to a federal agency",
    Topic.TRANSPARENCY,
    date(2025, 12, 11),
    _AGENCY,
    "EO 14319 s. 3; M-26-04",
    Grade.S,
    _TERMS,
    "contract clause, policy statement",
    "Remedies of the contract up to termination; cost of decommissioning may fall on the vendor (not verified).",
)
agency_documents = duty(
    M2604,
    "US-M2604-2",
    "Give the agency four documents on the model",
    "Supply an acceptable-use policy, a model, system or data card, resources for users, and a way to report outputs "
    "that break the "
    "principles.",
    "vendor of a language model to a federal agency",
    Topic.DOCUMENTATION,
    date(2025, 12, 11),
    _AGENCY,
    "M-26-04",
    Grade.S,
    _TERMS,
    "the four documents",
    "Loss of the award.",
)

# --- Export controls --------------------------------------------------------------------------------------------------
EAR = instrument(
    "US-EAR",
    "Export Administration Regulations, models and compute",
    "Export controls (EAR)",
    Force.REGULATION,
    "15 CFR parts 730-774; 50 USC 4801-4852",
    "Unpublished weights can be controlled like other technology; a letter can demand a licence overnight, as for two "
    "hosted models in "
    "June 2026. Published weights are generally outside, but limits on helping weapons or military users stay for "
    "everybody.",
    "Weights that anybody may get and pass on are generally outside the regulations; whether gated or use-limited ones "
    "are published is "
    "not settled. Limits on whom you help stay.",
    Happening(date(2018, 8, 13), State.IN_FORCE, "Export Control Reform Act of 2018"),
    Happening(date(2026, 6, 12), State.IN_FORCE, "letter on two hosted models; lifted on 30 June 2026"),
    relief=Relief.EXPRESS,
    enforcer="Bureau of Industry and Security",
)
_PENALTY = (
    "Criminal: up to $1 million and 20 years; civil: the greater of about $374,000 (adjusted) or twice the transaction "
    "(not verified)."
)
published_weights = contested(
    key="us-gated-weights",
    why="Published means available without limits on passing on. Whether weights behind approval, a click or limits of "
    "use are published "
    "is not settled.",
    a=Reading("gated or limited weights are published, too", us_weight_licence.is_("gated")),
    b=Reading("only weights without any limit are", NEVER),
    cites=(Cite(instrument="US-EAR", pinpoint="15 CFR 734.7", grade=Grade.S),),
)
PUBLISHED = CarveOut(
    id="us-published-weights",
    title="Published weights (export controls)",
    when=us_export.includes("publishes") & (us_weight_licence.is_("unlimited") | published_weights),
    cites=(Cite(instrument="US-EAR", pinpoint="15 CFR 734.3(b)(3), 734.7", grade=Grade.S),),
    removes="export controls on the published weights themselves",
    keeps="Limits on helping weapons or military users, sanctions, and letters about what is not published. Confirm it "
    "against your licence.",
)
screen_exports = duty(
    EAR,
    "US-EAR-1",
    "Classify and screen before weights leave the country",
    "Classify unpublished weights, screen end users and uses, and get a licence where one is needed, before you send "
    "or release them.",
    "whoever sends unpublished weights abroad or to foreign persons",
    Topic.SECURITY,
    date(2018, 8, 13),
    IN_THE_COUNTRY & us_export.includes("sends_unpublished"),
    "15 CFR 736, 744",
    Grade.M,
    Deadline(kind=When.BEFORE_MARKET, text="Before each transfer."),
    "classification memo, screening log, licences",
    _PENALTY,
    unless=(PUBLISHED,),
    note="Whether an answer over an API is an export is disputed.",
)
obey_letter = duty(
    EAR,
    "US-EAR-2",
    "Stop access that a letter makes subject to a licence",
    "Stop the access named in the letter until you have a licence.",
    "recipient of a letter of the Bureau of Industry and Security",
    Topic.SECURITY,
    date(2018, 8, 13),
    IN_THE_COUNTRY & us_export.includes("letter"),
    "15 CFR part 744; 50 USC 4817(b)(1)",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="At once."),
    "record of the cut-off, licence",
    _PENALTY,
)
know_customers = duty(
    EAR,
    "US-EAR-3",
    "Do not support training for military or weapons use",
    "Give no compute or service with which a party in Macau or a listed country trains models for weapons or military "
    "intelligence, if "
    "you know of it.",
    "person of the United States, provider of compute",
    Topic.SECURITY,
    date(2025, 5, 13),
    IN_THE_COUNTRY & us_export.includes("trains_for_listed"),
    "15 CFR 744.6; policy statement of 2025-05-13",
    Grade.S,
    ALWAYS_DUE,
    "know-your-customer file",
    _PENALTY,
)
keep_proof = duty(
    EAR,
    "US-EAR-4",
    "Keep proof that the weights are published",
    "Keep the record of an unrestricted release: it is what keeps the weights outside export controls.",
    "publisher of open weights",
    Topic.DOCUMENTATION,
    date(2018, 8, 13),
    IN_THE_COUNTRY & us_export.includes("publishes"),
    "15 CFR 734.7",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="At release."),
    "release record, licence text",
    "None of its own.",
)

# --- Intimate pictures ------------------------------------------------------------------------------------------------
TIDA = instrument(
    "US-TIDA",
    "TAKE IT DOWN Act",
    "TAKE IT DOWN Act",
    Force.STATUTE,
    "Pub. L. 119-12",
    "Publishing intimate pictures without consent, forgeries included, is a crime since 19 May 2025; platforms with "
    "content of users take "
    "them down within 48 hours of a valid request since 19 May 2026. No size threshold.",
    "A model or its weights are no platform; a gallery or hub with uploads of users can be one.",
    Happening(date(2025, 5, 19), State.IN_FORCE, "signed; the crime applies", Grade.S),
    Happening(date(2026, 5, 19), State.IN_FORCE, "duties of platforms", Grade.P, "s. 3(a)"),
    enforcer="Federal Trade Commission for platforms, non-profits included; Department of Justice for the crime",
    url="https://www.govinfo.gov/content/pkg/PLAW-119publ12/html/PLAW-119publ12.htm",
)
tida_covered_platform = Definition(
    id="us_tida_covered_platform",
    title="Covered platform (TAKE IT DOWN Act)",
    statement="you run a platform that the TAKE IT DOWN Act covers",
    denial="you run no platform that the TAKE IT DOWN Act covers",
    summary="A public website, service or app that is mainly a forum for content of users, or that regularly publishes "
    "or hosts intimate "
    "pictures made without consent. Not internet access, e-mail, or mostly preselected content.",
    versions=(
        Version(
            since=date(2025, 5, 19),
            when=IN_THE_COUNTRY & us_user_platform.any_of("user_content", "intimate_trade"),
            cites=(Cite(instrument="US-TIDA", pinpoint="s. 4(3)", grade=Grade.P),),
        ),
    ),
)
_FTC = "A breach counts as breach of an FTC rule: $53,088 per violation (figure of 2025)."
removal_process = duty(
    TIDA,
    "US-TIDA-3-1",
    "Run a process for removing intimate pictures",
    "Run a process by which people can ask for removal, and explain it in a clear, plain and conspicuous notice; a "
    "link to it is enough.",
    "covered platform",
    Topic.SAFETY,
    date(2026, 5, 19),
    IN_THE_COUNTRY & tida_covered_platform,
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
    date(2026, 5, 19),
    IN_THE_COUNTRY & tida_covered_platform,
    "s. 3(a)(3)",
    Grade.P,
    Deadline(kind=When.ON_REQUEST, text="As soon as possible, within 48 hours of the request."),
    "ticket log with times",
    _FTC,
    note="Removal in good faith brings no liability. Encrypted services are not settled.",
)
no_publication = duty(
    TIDA,
    "US-TIDA-2",
    "Publish no intimate picture without consent",
    "Neither publish nor threaten to publish intimate pictures of people who have not agreed, made with AI or not.",
    "everybody",
    Topic.PROHIBITION,
    date(2025, 5, 19),
    IN_THE_COUNTRY & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM | tida_covered_platform),
    "s. 2; 47 USC 223(h)",
    Grade.P,
    ALWAYS_DUE,
    "policy on such content",
    "Fine and up to two years (adults) or three (minors); threats with forgeries up to 18 or 30 months; forfeiture and "
    "restitution.",
)

# --- Claims and unfairness --------------------------------------------------------------------------------------------
FTC_5 = instrument(
    "US-FTC-5",
    "Federal Trade Commission Act, section 5, as applied to AI",
    "FTC Act s. 5",
    Force.STATUTE,
    "15 USC 45",
    "Bans deception and unfair harm in commerce, AI included. Claims in a model card are claims. The order against "
    "Rytr was set aside in "
    "December 2025: a general tool is less exposed than false claims. A policy statement on accuracy is only proposed.",
    "No exception: calling weights open source or data licensed must be true.",
    Happening(date(1938, 3, 21), State.IN_FORCE, "in force", Grade.M),
    Happening(date(2024, 9, 25), State.IN_FORCE, "Operation AI Comply", Grade.M),
    Happening(date(2025, 12, 22), State.IN_FORCE, "order against Rytr set aside"),
    Happening(
        date(2026, 7, 7),
        State.IN_FORCE,
        "statement on accuracy proposed, 91 FR 41638; not final on 4 October 2026",
        Grade.O,
    ),
    enforcer="Federal Trade Commission; banks, common carriers and genuine non-profits are outside",
    published_on=date(2000, 1, 1),
)
claims = duty(
    FTC_5,
    "US-FTC-5-1",
    "Keep proof for what you claim about the AI",
    "Keep evidence for claims on ability, accuracy, safety and openness, and make no claim you cannot back.",
    "everybody in commerce",
    Topic.OTHER_LAW,
    date(2000, 1, 1),
    IN_THE_COUNTRY & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM),
    "15 USC 45(a)",
    Grade.M,
    ALWAYS_DUE,
    "file that backs each claim",
    "Injunction and redress; $53,088 per violation only for breaches of orders or rules.",
)

# --- Children ---------------------------------------------------------------------------------------------------------
COPPA = instrument(
    "US-COPPA",
    "Children's Online Privacy Protection Rule as amended in 2025",
    "COPPA rule",
    Force.REGULATION,
    "16 CFR part 312; 90 FR 16918",
    "Services for children under 13, or that know of them, get parents' consent; a separate one to pass data on for "
    "training AI. Voiceprints "
    "and face templates are personal data. Compliance since 22 April 2026.",
    "No exception; whether a service's own training is integral to it is open.",
    Happening(date(2025, 4, 22), State.ADOPTED, "amendments published"),
    Happening(date(2025, 6, 23), State.IN_FORCE, "amendments in force"),
    Happening(date(2026, 4, 22), State.IN_FORCE, "compliance due"),
    enforcer="Federal Trade Commission",
)
_CHILDREN = (
    IN_THE_COUNTRY & (OFFERS_SYSTEM | USES_SYSTEM) & ~personal_data.is_empty() & us_children.is_("directed", "known")
)
parental_consent = duty(
    COPPA,
    "COPPA-1",
    "Get parents' consent, and a separate one for training AI",
    "Get verifiable consent of a parent before collecting data from children under 13, and a separate one before data "
    "go to others for what "
    "the service does not need, training of AI included.",
    "operator of a service with children under 13",
    Topic.CHATBOTS,
    date(2026, 4, 22),
    _CHILDREN,
    "16 CFR 312.5",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before data are collected or passed on."),
    "consent log",
    "Up to $53,088 per violation.",
)
retention_policy = duty(
    COPPA,
    "COPPA-2",
    "Secure children's data and publish how long they are kept",
    "Have a written security programme, and a public policy on retention; keep no child's data for ever.",
    "operator of a service with children under 13",
    Topic.SECURITY,
    date(2026, 4, 22),
    _CHILDREN,
    "16 CFR 312.8, 312.10",
    Grade.S,
    ALWAYS_DUE,
    "security programme, retention policy",
    "Up to $53,088 per violation.",
)

# --- Copyright, as a risk ---------------------------------------------------------------------------------------------
copyright_risk = duty(
    COPYRIGHT,
    "US-COPYRIGHT-1",
    "Weigh the copyright risk of the training data",
    "Check for pirated copies, works under protection, ignored reservations or licences, removed notices, and outputs "
    "that compete with the "
    "works: courts have decided both ways.",
    "maker of a model",
    Topic.OTHER_LAW,
    date(2025, 6, 23),
    IN_THE_COUNTRY & MAKES_MODEL & ~us_release.is_("inside"),
    "17 USC 106, 107",
    Grade.S,
    Deadline(kind=When.BEFORE_MARKET, text="Before release."),
    "data register with origins and licences",
    "Damages up to $150,000 per work if wilful (not verified). A risk, never a pass or fail.",
)
