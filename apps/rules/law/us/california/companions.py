"""California: companion chatbots (SB 243), children and chatbots (SB 1119), toys (SB 867)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from apps.rules.engine import (
    ALWAYS,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
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
from apps.rules.law.facts.products import product_laws
from apps.rules.law.facts.us_chatbots import (
    us_chatbot_limits,
    us_chatbot_minors,
    us_chatbot_reach,
    us_chatbot_traits,
)
from apps.rules.law.facts.us_organisation import us_revenue_usd
from apps.rules.law.us.common import OFFERS_SYSTEM, in_state
from apps.rules.law.us.families.chatbots import COULD_MISLEAD, MINORS_KNOWN, OPERATES, RELATIONSHIP_CAPABLE, TALKS

SB243 = instrument(
    "US-CA-SB243",
    "Companion chatbots",
    "California SB 243",
    Force.STATUTE,
    "Stats. 2025 ch. 677; Bus. & Prof. Code 22601-22606",
    "Since 2026 operators of companion chatbots have a public protocol against self-harm, say that it is a machine "
    "where people could be misled, and warn about minors; reports from July 2027. What it asked about known minors "
    "moves to SB 1119 with 2027. Other law goes on beside it (22606).",
    "No exception by size, price or licence. A general assistant with memory can be inside unless kept to listed "
    "purposes.",
    Happening(date(2025, 10, 13), State.ADOPTED, "signed", Grade.S),
    Happening(date(2026, 1, 1), State.IN_FORCE, "applies", Grade.S),
    Happening(date(2026, 9, 10), State.IN_FORCE, "SB 1119 s. 1 ends 22602(c), on known minors, with 2026", Grade.P),
    Happening(date(2027, 7, 1), State.IN_FORCE, "yearly reports", Grade.P, "22603(a)"),
    jurisdiction="US-CA",
    enforcer="People harmed may sue",
    published_on=date(2025, 10, 13),
)
SB1119 = instrument(
    "US-CA-SB1119",
    "Adam's Law",
    "California SB 1119",
    Force.STATUTE,
    "Stats. 2026 ch. 190; Bus. & Prof. Code 21810-21818",
    "From 2027 every operator of a companion chatbot finds out ages or protects all; from July 2027 those who allow "
    "children owe risk assessment, policy, parental defaults, no targeted adverts and more; audits from 2029, with "
    "relief below 500 million dollars until 2032.",
    "No exception for openness. Colleges and employers that offer it to their own people alone are outside.",
    Happening(date(2026, 9, 10), State.ADOPTED, "approved", Grade.P),
    Happening(date(2027, 1, 1), State.IN_FORCE, "age or protection for all (21811)", Grade.P),
    Happening(date(2027, 7, 1), State.IN_FORCE, "main duties (21812 to 21813)", Grade.P),
    Happening(date(2028, 1, 1), State.IN_FORCE, "first test of the interface due (21812(d)(6))", Grade.P),
    Happening(date(2029, 1, 1), State.IN_FORCE, "first audits (21814)", Grade.P),
    Happening(date(2032, 1, 1), State.IN_FORCE, "audit relief below 500 million dollars ends (21814(c))", Grade.P),
    jurisdiction="US-CA",
    enforcer="Public prosecutors; children with actual harm may sue",
    published_on=date(2026, 9, 10),
)
SB867 = instrument(
    "US-CA-SB867",
    "Toys with companion chatbots",
    "California SB 867",
    Force.STATUTE,
    "Stats. 2026 ch. 189",
    "No toys with companion chatbots from 1 January 2027 to 31 December 2030. Text not seen.",
    "Looks at toys.",
    Happening(date(2026, 9, 10), State.ADOPTED, "approved"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "ban begins"),
    Happening(date(2031, 1, 1), State.REPEALED, "ban has ended"),
    jurisdiction="US-CA",
    published_on=date(2026, 9, 10),
)
AB1064 = instrument(
    "US-CA-AB1064",
    "LEAD for Kids Act",
    "California AB 1064",
    Force.HISTORY,
    "AB 1064 (2025)",
    "Never became law: vetoed on 13 October 2025.",
    "Never law.",
    Happening(date(2025, 10, 13), State.VETOED, "vetoed"),
    jurisdiction="US-CA",
)

# A memory alone makes an assistant able to keep up a relationship only on one reading.
_general_assistant = contested(
    key="us-ca-general-assistant",
    why="A companion gives adaptive, human-like answers, can meet social needs and can sustain a relationship. Whether "
    "a general assistant with memory and persona does is arguable; bots used only for business are out.",
    a=Reading("an assistant that remembers and is human-like is a companion", ALWAYS),
    b=Reading("only what is made for company is", us_chatbot_traits.any_of("relationship", "offered_as_companion")),
    cites=(Cite(instrument="US-CA-SB243", pinpoint="22601(b)", grade=Grade.P),),
)
ca_companion = Definition(
    id="ca_companion_chatbot",
    title="Companion chatbot (California)",
    statement="the chatbot is a companion as California understands it",
    denial="the chatbot is no companion as California understands it",
    summary="Natural language, adaptive human-like answers, able to meet social needs and to keep up a relationship. "
    "Out are bots used only for customer service, business and productivity, games kept to their topics, and voice "
    "devices without relationship.",
    versions=(
        Version(
            since=date(2025, 10, 13),
            when=in_state("ca") & TALKS & RELATIONSHIP_CAPABLE & _general_assistant,
            cites=(Cite(instrument="US-CA-SB243", pinpoint="22601(b)(1)", grade=Grade.P),),
            unless=(
                CarveOut(
                    id="ca-companion-limits",
                    title="Customer service and business, games, voice devices (California)",
                    when=us_chatbot_limits.any_of("business", "game", "voice_device")
                    & ~us_chatbot_limits.any_of("education", "care", "mental_health"),
                    cites=(Cite(instrument="US-CA-SB243", pinpoint="22601(b)(2)", grade=Grade.P),),
                    removes="the acts on companions, for bots used only for such purposes",
                    keeps="rules on bots that pose as people and on customer service. School, care and mental health "
                    "are no such purposes, nor is a circle of staff.",
                ),
            ),
        ),
    ),
)
_OPERATOR: Expr = in_state("ca") & ca_companion & OPERATES
_SUIT = "People harmed may sue: injunction, the greater of actual damages or $1,000 per violation, fees (22605)."

notice = duty(
    SB243,
    "CA243-a",
    "Say that it is a machine where people could be misled (California)",
    "If a reasonable person could take it for a human, say clearly that it is artificially generated.",
    "operator of a companion chatbot",
    Topic.CHATBOTS,
    date(2026, 1, 1),
    _OPERATOR & COULD_MISLEAD,
    "22602(a)",
    Grade.P,
    ALWAYS_DUE,
    "screens",
    _SUIT,
)
protocol = duty(
    SB243,
    "CA243-b",
    "Run it only with a public protocol against self-harm (California)",
    "Have a protocol that keeps content on suicide and self-harm away and refers people to crisis services, and "
    "publish it on your website.",
    "operator of a companion chatbot",
    Topic.SAFETY,
    date(2026, 1, 1),
    _OPERATOR,
    "22602(b)",
    Grade.P,
    ALWAYS_DUE,
    "protocol, web page",
    _SUIT,
)
_KNOWN_MINORS = Version(
    since=date(2026, 1, 1),
    when=_OPERATOR & MINORS_KNOWN,
    cites=(Cite(instrument="US-CA-SB243", pinpoint="22602(c)", grade=Grade.P),),
    replaced_on=SB1119.published_on,
)
known_minors = replace(
    duty(
        SB243,
        "CA243-c",
        "Protect known minors (California, until the end of 2026)",
        "For users you know to be minors say that it is AI, remind them of a break at least every three hours, and "
        "keep sexual content away.",
        "operator of a companion chatbot",
        Topic.CHATBOTS,
        _KNOWN_MINORS.since,
        _KNOWN_MINORS.when,
        "22602(c)",
        Grade.P,
        Deadline(kind=When.CONTINUOUS, text="At least every three hours."),
        "screens, filter tests",
        _SUIT,
        note="It had no end until SB 1119 was approved on 10 September 2026; that act takes over from 2027.",
    ),
    versions=(
        _KNOWN_MINORS,
        replace(_KNOWN_MINORS, until=date(2027, 1, 1), published_on=SB1119.published_on, replaced_on=None),
    ),
)
yearly_report = duty(
    SB243,
    "CA243-603",
    "Report to the Office of Suicide Prevention (California)",
    "Report each year how often users were referred to crisis services and which protocols you have, measured by "
    "evidence-based methods.",
    "operator of a companion chatbot",
    Topic.INCIDENTS,
    date(2027, 7, 1),
    _OPERATOR,
    "22603",
    Grade.P,
    Deadline(kind=When.RECURRING, text="Every year from 1 July 2027."),
    "report",
    _SUIT,
)
warning = duty(
    SB243,
    "CA243-604",
    "Warn that it may not suit some minors (California)",
    "Say that companion chatbots may not be suitable for some minors.",
    "operator of a companion chatbot",
    Topic.CHATBOTS,
    date(2026, 1, 1),
    _OPERATOR,
    "22604",
    Grade.P,
    ALWAYS_DUE,
    "screens",
    _SUIT,
)

OWN_PEOPLE = CarveOut(
    id="ca-companion-own-people",
    title="Colleges in education, employers at work (California)",
    when=us_chatbot_reach.is_("college", "workplace"),
    cites=(Cite(instrument="US-CA-SB1119", pinpoint="21810.5(j)(2)", grade=Grade.P),),
    removes="SB 1119, for colleges that offer it in educational settings alone and employers to their own personnel",
    keeps="SB 243",
)
SMALLER_OPERATORS = CarveOut(
    id="ca-companion-audit-relief",
    title="Operators below 500 million dollars (California audit)",
    when=us_revenue_usd < 500_000_000,
    cites=(Cite(instrument="US-CA-SB1119", pinpoint="21814(c)", grade=Grade.P),),
    removes="the independent audit, until the end of 2031, if gross revenue of the year before was below 500 million "
    "dollars",
    keeps="everything else",
)
_PUBLIC = "Public prosecutors: up to $5,000 for each affected child if negligent, $15,000 if intentional; injunction."
_CHILDREN = (
    f"{_PUBLIC} A child with actual harm from a breach of 21812(d)(1) to (5) may sue: money lost above $1,000, or "
    "serious emotional distress."
)
_ALLOWS: Expr = us_chatbot_minors.is_("directed", "known", "suspected", "unknown")


age_or_all = duty(
    SB1119,
    "CA1119-11",
    "Find out ages, or protect everybody as a child (California)",
    "Find out whether users are children by the signal of their device, or give everybody the protections for "
    "children; then change the parental defaults only where you know that a user is no child.",
    "operator of a companion chatbot",
    Topic.CHATBOTS,
    date(2027, 1, 1),
    _OPERATOR,
    "21811",
    Grade.P,
    Deadline(kind=When.CONTINUOUS, text="From 1 January 2027."),
    "log of age signals",
    _PUBLIC,
    unless=(OWN_PEOPLE,),
)
child_safety = duty(
    SB1119,
    "CA1119-12",
    "Assess risks to children and set parental defaults (California)",
    "Before offering or substantially changing it, assess and reduce risks to children. If you allow them: policy, "
    "crisis protocol, defaults only a linked parent may change, periodic notices, measures against listed behaviour, "
    "usable interface, incident channel.",
    "operator of a companion chatbot that allows children",
    Topic.CHATBOTS,
    date(2027, 7, 1),
    _OPERATOR & _ALLOWS,
    "21812",
    Grade.P,
    Deadline(
        kind=When.BEFORE_MARKET, text="From 1 July 2027; interface tested by 1 January 2028, then every two years."
    ),
    "risk assessment, policy, settings, tests",
    _CHILDREN,
    (
        "assess",
        "Document a child-safety risk assessment and what was done.",
        "21812(a)",
        When.BEFORE_MARKET,
        "assessment",
    ),
    ("policy", "Publish a child-safety policy.", "21812(c)", When.CONTINUOUS, "policy"),
    (
        "crisis",
        (
            "Refer to help inside the service; on a credible and imminent threat tell a linked parent, unless that "
            "risks grave harm, or connect to 988 or the like."
        ),
        "21812(d)(1)",
        When.ON_EVENT,
        "protocol",
    ),
    ("safeguards", "Take safeguards that fit the age.", "21812(d)(2)", When.CONTINUOUS, "settings, tests"),
    (
        "defaults",
        (
            "Memory and push off; one hour a session, two a day over all your companions; only a linked parent "
            "changes it. From 16 on, stored chats may go on, and memory with guardrails."
        ),
        "21812(d)(3)",
        When.CONTINUOUS,
        "settings",
    ),
    ("controls", "Promote the controls; let parents shut it off below 16.", "21812(d)(3)", When.CONTINUOUS, "screens"),
    ("notice", "Remind in words for children that it is AI.", "21812(d)(4)", When.CONTINUOUS, "screens"),
    ("behaviour", "Measures against fourteen listed behaviours.", "21812(d)(5)", When.CONTINUOUS, "tests"),
    (
        "interface",
        "Test with children and parents that it is usable, by 1 January 2028 and then every two years.",
        "21812(d)(6)",
        When.RECURRING,
        "test reports",
    ),
    ("channel", "Run a public channel for incidents.", "21812(d)(7)", When.CONTINUOUS, "channel"),
    unless=(OWN_PEOPLE,),
)
barred_children = duty(
    SB1119,
    "CA1119-12b",
    "Publish how you keep children out (California)",
    "If you bar children, publish how you meet the duty to find out ages.",
    "operator of a companion chatbot that bars children",
    Topic.TRANSPARENCY,
    date(2027, 7, 1),
    _OPERATOR & us_chatbot_minors.is_("barred"),
    "21812(b)",
    Grade.P,
    ALWAYS_DUE,
    "web page",
    _PUBLIC,
    unless=(OWN_PEOPLE,),
)
after_harm = duty(
    SB1119,
    "CA1119-125",
    "Keep records after a child was gravely harmed (California)",
    "After a parent's notice, or knowing of a death or grave self-harm linked to chats, tell a parent if practicable, "
    "keep the conversations, and delete no account meanwhile.",
    "operator of a companion chatbot that allows children",
    Topic.INCIDENTS,
    date(2027, 7, 1),
    _OPERATOR & _ALLOWS,
    "21812.5",
    Grade.P,
    Deadline(kind=When.ON_EVENT, text="At once; records for at least three years."),
    "notices, preserved records",
    _PUBLIC,
    unless=(OWN_PEOPLE,),
)
childrens_data = duty(
    SB1119,
    "CA1119-13",
    "No targeted adverts to children, no sale of their data (California)",
    "Show children no adverts based on their chats or on tracking across services, sell no data of theirs, and use no "
    "dark patterns.",
    "operator of a companion chatbot that allows children",
    Topic.PROHIBITION,
    date(2027, 7, 1),
    _OPERATOR & _ALLOWS,
    "21813",
    Grade.P,
    ALWAYS_DUE,
    "advert settings, data-flow diagram",
    _PUBLIC,
    (
        "context",
        "Adverts by context use age, coarse place, device and what interests in the session alone, and are labelled.",
        "21813",
        When.CONTINUOUS,
        "advert settings",
    ),
    ("sharing", "Use and share for service, safety and law alone.", "21813", When.CONTINUOUS, "data-flow diagram"),
    unless=(OWN_PEOPLE,),
)


child_audit = duty(
    SB1119,
    "CA1119-14",
    "Have child safety audited every two years (California)",
    "Have an independent auditor check child safety; send a summary to the Attorney General and publish one.",
    "operator of a companion chatbot that allows children",
    Topic.SAFETY,
    date(2029, 1, 1),
    _OPERATOR & _ALLOWS,
    "21814",
    Grade.P,
    Deadline(
        kind=When.RECURRING,
        text="By 1 January 2029 or before the first release, if later; every two years; before a change whose risk "
        "assessment shows more risk; summary to the Attorney General in 30 business days, public in 90 days.",
    ),
    "audit report, summaries",
    _PUBLIC,
    (
        "summary",
        "Send a summary with an officer's attestation within 30 business days of receipt.",
        "21814",
        When.ON_EVENT,
        "summary, attestation",
    ),
    ("public", "Publish a high-level summary within 90 days.", "21814", When.ON_EVENT, "web page"),
    ("demand", "Hand the report over when demanded for cause.", "21814", When.ON_REQUEST, "30 business days"),
    ("keep", "Keep report and papers while it runs and five years more.", "21814", When.RETENTION, "archive"),
    (
        "relief",
        "Keep the figure of last year's revenue if you rely on the relief.",
        "21814(c)",
        When.RECURRING,
        "accounts",
        StepKind.RELIEF,
    ),
    unless=(OWN_PEOPLE, SMALLER_OPERATORS),
    until=date(2032, 1, 1),
    note="The relief for operators below 500 million dollars ends with 2031. Who may audit follows AB 1405, if that "
    "takes effect by 2027 (reported).",
)
child_audit_for_all = replace(
    child_audit,
    id="CA1119-14-2032",
    title="Have child safety audited every two years, whatever the revenue (California)",
    steps=tuple(
        replace(step, id=step.id.replace(child_audit.id, f"{child_audit.id}-2032"))
        for step in child_audit.steps
        if step.kind is not StepKind.RELIEF
    ),
    versions=(replace(child_audit.versions[0], since=date(2032, 1, 1), until=None, unless=(OWN_PEOPLE,)),),
    note="From 2032 on the relief for smaller operators is gone.",
)

no_toys = duty(
    SB867,
    "CA867-1",
    "Offer no toy with a companion chatbot (California)",
    "Make and sell no toy that has a companion chatbot in it.",
    "maker or seller of toys",
    Topic.PROHIBITION,
    date(2027, 1, 1),
    in_state("ca") & OFFERS_SYSTEM & product_laws.includes("toys") & ca_companion,
    "SB 867",
    Grade.S,
    ALWAYS_DUE,
    "product list",
    "Not seen.",
    until=date(2031, 1, 1),
    note="The text was not seen: which toys and who exactly is bound, verify before relying on it.",
)
