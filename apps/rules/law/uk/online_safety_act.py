"""Online Safety Act 2023: which services are regulated, and what it means for AI features."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Dated,
    Definition,
    Expr,
    Fine,
    Force,
    Grade,
    Param,
    Reading,
    State,
    Version,
    contested,
)
from apps.rules.law.acts import Happening, instrument
from apps.rules.law.facts.intimate_content import intimate_material
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.uk_online import uk_children, uk_material_risk, uk_online, uk_online_limits
from apps.rules.law.facts.uk_organisation import uk_turnover_gbp
from apps.rules.law.uk.common import IN_THE_COUNTRY, OFFERS_SYSTEM, USERS_THERE, USES_SYSTEM
from apps.rules.law.uk.crime_and_policing_act import crime_tool

read = partial(Cite, instrument="UK-OSA", grade=Grade.P)
official = partial(Cite, instrument="UK-OSA", grade=Grade.O)
reported = partial(Cite, instrument="UK-OSA", grade=Grade.S)

PASSED = date(2023, 10, 26)
POWERS_FROM = date(2024, 1, 10)
PORNOGRAPHY_FROM = date(2025, 1, 17)
ASSESSMENT_DUE = date(2025, 3, 16)
SAFETY_FROM = date(2025, 3, 17)
ACCESS_ASSESSMENT_DUE = date(2025, 4, 16)
CHILDREN_FROM = date(2025, 7, 25)
FEES_FROM = date(2025, 12, 1)
REPORTING_FROM = date(2026, 4, 7)
TAKEDOWN_MADE = date(2026, 6, 25)
TAKEDOWN_FROM = date(2026, 6, 29)

OSA = instrument(
    "UK-OSA",
    "Online Safety Act 2023",
    "Online Safety Act",
    Force.STATUTE,
    "2023 c. 50",
    "Binds services on which users meet other users' content, search engines, and whoever shows or makes pornography, "
    "wherever they are based, with a link to the country. AI features count like any other. A closed one-to-one "
    "assistant that searches nothing and makes no pornographic pictures is outside today; ministers may change that. "
    "No exception for small, hobby, non-commercial or research services: size only bears on what is proportionate.",
    "No exception. Publishing weights is no user-to-user service; a hub where users upload models or outputs for "
    "others is, and each self-hosted service has a provider of its own. Whoever runs weights for nobody else has no "
    "provider to regulate.",
    Happening(PASSED, State.ADOPTED, "Royal Assent", Grade.P),
    Happening(POWERS_FROM, State.IN_FORCE, "first powers of the regulator (day from memory)", Grade.M),
    Happening(date(2024, 1, 31), State.IN_FORCE, "new offences on communications and intimate images", Grade.M),
    Happening(PORNOGRAPHY_FROM, State.IN_FORCE, "age assurance for pornography of one's own (day from memory)"),
    Happening(SAFETY_FROM, State.IN_FORCE, "duties on illegal content; first assessments were due the day before"),
    Happening(ACCESS_ASSESSMENT_DUE, State.IN_FORCE, "children's access assessments due"),
    Happening(CHILDREN_FROM, State.IN_FORCE, "duties towards children; risk assessments were due the day before"),
    Happening(date(2025, 11, 20), State.IN_FORCE, "fines on a nudify site: £50,000 and £5,000 for a late answer"),
    Happening(
        REPORTING_FROM, State.IN_FORCE, "reports of abuse content to the National Crime Agency", at="SI 2026/262"
    ),
    Happening(date(2026, 6, 25), State.IN_FORCE, "guidance counts 18 kinds of priority illegal content"),
    Happening(
        TAKEDOWN_FROM, State.IN_FORCE, "intimate images down within 48 hours", Grade.P, "SI 2026/689 reg. 2(1)(j)"
    ),
    enforcer="Ofcom",
    url="https://www.legislation.gov.uk/ukpga/2023/50",
    jurisdiction="UK",
)

OSA_FINE = Fine(
    title="Fine under the Online Safety Act",
    percent=10,
    fixed=18_000_000,
    currency="GBP",
    turnover=uk_turnover_gbp,
    since=SAFETY_FROM,
    cites=(reported(pinpoint="Sch. 13 para. 4"),),
    note="The share is of qualifying worldwide revenue. Services can also be blocked or cut off from payment.",
)

fee_revenue = Param(
    id="uk_osa_fee_revenue",
    title="Worldwide revenue from which online services pay fees",
    unit="GBP",
    history=(Dated(since=FEES_FROM, value=250_000_000, cite=reported(pinpoint="SI 2025/1204")),),
)
fee_home_revenue = Param(
    id="uk_osa_fee_home_revenue",
    title="Revenue from the United Kingdom below which online services pay no fees",
    unit="GBP",
    history=(Dated(since=FEES_FROM, value=10_000_000, cite=reported(pinpoint="SI 2025/1204")),),
)

# Many users there, aimed at the country, or linked otherwise and risky for people there.
LINKED: Expr = USERS_THERE | (IN_THE_COUNTRY & uk_material_risk)

# Skipping the written assessment makes children deemed likely to come.
CHILDREN_COME: Expr = uk_children.is_("likely", "not_assessed")

LIMITED_SERVICE = CarveOut(
    id="uk-limited-services",
    title="Internal, message-only, voice-only, comment-only and public bodies' services (Online Safety Act)",
    when=uk_online_limits.any_of("internal", "public_body", "education")
    | (uk_online_limits.any_of("messages", "calls", "comments") & ~uk_online.includes("search")),
    cites=(read(pinpoint="s. 5, Sch. 1"),),
    removes="the duties of user-to-user and search services",
    keeps="criminal law, data protection, and age assurance for pornography",
    note="Schools and childcare from memory. Ends once users can do more with each other's content than the exception "
    "describes. A search beside messages, calls or comments stays bound.",
)

# Tools to undress people are treated as showing pornography; whether tools that users can turn to it are is open.
_turned_to_pornography = contested(
    key="uk-tools-turned-to-pornography",
    why="The regulator says that a tool which can make pornographic pictures can fall under Part 5. Whether a general "
    "tool that users can turn to it publishes them is not settled.",
    a=Reading("it does", intimate_material.includes("reproducible")),
    b=Reading("it does not", NEVER),
    cites=(reported(pinpoint="ss. 79-80; Ofcom open letter of 2024-11-08"),),
)
_UNDRESSES: Expr = crime_tool("undressing") | (
    (OFFERS_SYSTEM | USES_SYSTEM)
    & system_functions.any_of("image", "video")
    & (intimate_material.includes("purpose") | _turned_to_pornography)
)

user_to_user_service = Definition(
    id="uk_user_to_user_service",
    title="User-to-user service (Online Safety Act)",
    statement="you run a service on which users in the United Kingdom can meet other users' content",
    denial="you run no service on which users in the United Kingdom can meet other users' content",
    summary="One user's content, generated content and bots included, can be met by another. Being able to is enough. "
    "Linked by many users, by aim, or otherwise together with a real risk of serious harm. Whether share links alone "
    "do is not settled.",
    versions=(
        Version(
            since=PASSED,
            when=uk_activities.includes("user_content")
            & uk_online.any_of("shares", "group_chat", "user_bots", "hosts_models")
            & LINKED,
            cites=(read(pinpoint="ss. 3(1)-(2), 4(5)-(6), 226"), official(pinpoint="Ofcom open letter of 2024-11-08")),
        ),
    ),
)

search_service = Definition(
    id="uk_search_service",
    title="Search service (Online Safety Act)",
    statement="you run a search service that people in the United Kingdom use",
    denial="you run no search service that people in the United Kingdom use",
    summary="Searches more than one website or database, live look-ups by an assistant included. How much look-up "
    "makes a search engine is not settled.",
    versions=(
        Version(
            since=PASSED,
            when=uk_activities.includes("user_content") & uk_online.includes("search") & LINKED,
            cites=(read(pinpoint="s. 3(4)"), reported(pinpoint="s. 229; Ofcom open letter of 2024-11-08")),
        ),
    ),
)

pornography_provider = Definition(
    id="uk_pornography_provider",
    title="Provider that itself shows or makes pornographic content (Online Safety Act, Part 5)",
    statement="you show, or your tool can make, pornographic pictures, video or sound for people in the United Kingdom",
    denial="you show and make no pornographic pictures, video or sound for people in the United Kingdom",
    summary="The provider, or a tool it applies, publishes or displays it; generated content counts, as the regulator "
    "reads it, for a single user too. Text alone does not.",
    versions=(
        Version(
            since=PASSED,
            when=USERS_THERE & (uk_activities.includes("adult") | _UNDRESSES),
            cites=(reported(pinpoint="ss. 79-80; Ofcom open letter of 2024-11-08"),),
        ),
    ),
)

REGULATED: Expr = user_to_user_service | search_service
