"""Digital Markets, Competition and Consumers Act 2024: unfair practices towards consumers, AI agents included."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Deadline, Expr, Fine, Force, Grade, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.uk_market import uk_activities, uk_links
from apps.rules.law.facts.uk_organisation import uk_turnover_gbp
from apps.rules.law.facts.use import users, uses
from apps.rules.law.uk.common import (
    IN_BUSINESS,
    MAKES_MODEL,
    OFFERS_SYSTEM,
    SERVES_PEOPLE,
    USERS_THERE,
    USES_SYSTEM,
)

PASSED = date(2024, 5, 24)
CONSUMER_LAW_FROM = date(2025, 4, 6)

DMCC = instrument(
    "UK-DMCC",
    "Digital Markets, Competition and Consumers Act 2024",
    "Consumer law (DMCC Act)",
    Force.STATUTE,
    "2024 c. 13",
    "Traders must not mislead or pressure consumers, whoever made the AI agent that speaks for them: its words are the "
    "trader's own. The regulator can fine directly. Conduct rules for firms with strategic market status reach only "
    "those designated, such as Google's search since October 2025. Rules on subscriptions come later (day moved "
    "several times, verify).",
    "No exception for open releases by a trader, free ones included. A private person's hobby release is outside.",
    Happening(PASSED, State.ADOPTED, "Royal Assent (day from memory)", Grade.M),
    Happening(date(2025, 1, 1), State.IN_FORCE, "Part 1, digital markets", Grade.M),
    Happening(CONSUMER_LAW_FROM, State.IN_FORCE, "unfair practices, direct enforcement", at="Part 3; Part 4 ch. 1"),
    Happening(date(2025, 10, 10), State.IN_FORCE, "Google's general search designated, AI answers included", Grade.M),
    Happening(date(2026, 3, 9), State.IN_FORCE, "guidance: complying with consumer law when using AI agents"),
    Happening(
        date(2026, 6, 3),
        State.IN_FORCE,
        "Google must attribute publishers in AI search results and let them opt out",
    ),
    enforcer="Competition and Markets Authority, trading standards, courts",
    url="https://www.legislation.gov.uk/ukpga/2024/13",
    jurisdiction="UK",
)

CONSUMER_FINE = Fine(
    title="Fine for unfair practices towards consumers",
    percent=10,
    fixed=300_000,
    currency="GBP",
    turnover=uk_turnover_gbp,
    since=CONSUMER_LAW_FROM,
    cites=(Cite(instrument="UK-DMCC", pinpoint="Part 3", grade=Grade.S),),
    note="Individuals who take part: up to £300,000. From secondary sources that agree.",
)

# Made for private people, met by customers where it is used, or part of what consumers pay for or are shown.
CONSUMERS_MEET_IT: Expr = (
    SERVES_PEOPLE
    | (MAKES_MODEL & users.includes("people"))
    | uses.includes("customer_service")
    | uk_activities.any_of("paid_by_consumers", "advertises")
)
CONSUMERS_THERE: Expr = USERS_THERE | uk_links.includes("used_on_people")
TRADER: Expr = CONSUMERS_THERE & IN_BUSINESS & CONSUMERS_MEET_IT & (USES_SYSTEM | OFFERS_SYSTEM | MAKES_MODEL)
_AGENT: Expr = TRADER & system_functions.any_of("conversation")
_WHO = "trader who deals with consumers"
_PENALTY = "Direct fine by the regulator, undertakings, redress; private damages for misleading or aggressive acts."

fair_practices = duty(
    DMCC,
    "UK-DMCC-1",
    "Do not mislead or pressure consumers by AI",
    "Keep what you and your AI say and leave out true, put no undue pressure on consumers, act with professional care, "
    "and use none of the banned practices, such as fake reviews.",
    _WHO,
    Topic.TRANSPARENCY,
    CONSUMER_LAW_FROM,
    TRADER,
    "ss. 224-230, Sch. 20",
    Grade.M,
    ALWAYS_DUE,
    "test scripts and results",
    _PENALTY,
    (
        "third-party",
        "Answer for a bought agent as for your own staff.",
        "CMA guidance of 2026-03-09",
        When.CONTINUOUS,
        "supplier tests",
    ),
    fine=CONSUMER_FINE,
)
agent_identity = duty(
    DMCC,
    "UK-DMCC-2",
    "Let nobody be misled that an agent is human, or about its skill",
    "Consider saying that the agent is AI. Do not let people think that it is human where this may sway a decision, "
    "nor overstate what it can do.",
    _WHO,
    Topic.CHATBOTS,
    CONSUMER_LAW_FROM,
    _AGENT,
    "ss. 226-227; CMA guidance of 2026-03-09",
    Grade.S,
    ALWAYS_DUE,
    "text of the interface",
    _PENALTY,
    fine=CONSUMER_FINE,
    note="The label itself is only advised; misleading is what the act forbids.",
)
agent_knows_rights = duty(
    DMCC,
    "UK-DMCC-3",
    "Teach, test and watch the agent on consumers' rights",
    "Ground the agent in consumers' statutory rights, test it before and during use, let people watch it, and correct "
    "errors quickly.",
    _WHO,
    Topic.CHATBOTS,
    CONSUMER_LAW_FROM,
    _AGENT,
    "CMA guidance of 2026-03-09",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before use, and while it is used."),
    "test and monitoring log",
    _PENALTY,
    fine=CONSUMER_FINE,
    force=Force.GUIDANCE,
    note="Guidance on how to stay within the act.",
)
claims_and_prices = duty(
    DMCC,
    "UK-DMCC-4",
    "Claim no AI that is not there, and show the whole price",
    "Do not present a product as AI, or as better AI, than it is. State the total price upfront where you invite "
    "people to buy.",
    _WHO,
    Topic.TRANSPARENCY,
    CONSUMER_LAW_FROM,
    TRADER,
    "s. 230",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="In each advert and offer."),
    "adverts with proof",
    _PENALTY,
    fine=CONSUMER_FINE,
)
