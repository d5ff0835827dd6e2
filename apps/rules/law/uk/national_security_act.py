"""National Security and Investment Act 2021: deals in firms that work on AI need clearance first."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Deadline, Definition, Expr, Fine, Force, Grade, State, Topic, Version, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.uk_deals import uk_deal_kind, uk_deal_target, uk_share_after, uk_share_before
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.uk_organisation import uk_turnover_gbp
from apps.rules.law.uk.common import IN_THE_COUNTRY

PASSED = date(2021, 4, 29)
IN_FORCE = date(2022, 1, 4)

NSIA = instrument(
    "UK-NSIA",
    "National Security and Investment Act 2021: mandatory notice, AI sector",
    "National Security and Investment Act",
    Force.STATUTE,
    "2021 c. 25; SI 2021/1264 Sch. 3",
    "Deals that pass a line of shares or votes in a firm which works in the country on AI for identifying or tracking, "
    "advanced robotics or cyber security must be notified and cleared first. No line of turnover, no small firms, no "
    "nationality: British buyers too. Using AI in what one develops is enough, so it reaches more than AI companies. "
    "Anything else can still be called in.",
    "No exception: the firm is tested by what it does, not by its licence.",
    Happening(PASSED, State.ADOPTED, "Royal Assent (day from memory)", Grade.M),
    Happening(IN_FORCE, State.IN_FORCE, "in force with the schedule on AI", Grade.P),
    enforcer="Cabinet Office, Investment Security Unit",
    url="https://www.legislation.gov.uk/uksi/2021/1264",
    jurisdiction="UK",
)
NEW_SCHEDULE = instrument(
    "UK-NSIA-2026",
    "Narrower AI schedule under the National Security and Investment Act",
    "New AI schedule for deals (announced)",
    Force.PROPOSED,
    "government response of 12 March 2026",
    "Not made when last checked; promised for later in 2026, so the schedule of 2021 holds. It would reach only firms "
    "that develop or change AI, leave out consumer AI off the shelf, and add water, semiconductors and critical "
    "minerals as sectors.",
    "Nothing is in force, so nothing depends on openness.",
    Happening(date(2026, 3, 12), State.PROPOSED, "government response", Grade.O),
    jurisdiction="UK",
)

DEAL_FINE = Fine(
    title="Civil penalty for a deal without clearance",
    percent=5,
    fixed=10_000_000,
    currency="GBP",
    turnover=uk_turnover_gbp,
    since=IN_FORCE,
    cites=(Cite(instrument="UK-NSIA", pinpoint="ss. 40-41", grade=Grade.S),),
)

_BUYS: Expr = IN_THE_COUNTRY & uk_activities.includes("acquires")
_PASSES_A_LINE: Expr = (
    ((uk_share_after > 25) & (uk_share_before <= 25))
    | ((uk_share_after > 50) & (uk_share_before <= 50))
    | ((uk_share_after >= 75) & (uk_share_before < 75))
    | uk_deal_kind.includes("resolutions")
)

uk_notifiable_deal = Definition(
    id="uk_notifiable_deal",
    title="Deal that must be cleared first (National Security and Investment Act, AI)",
    statement="the deal must be notified and cleared before it completes",
    denial="the deal needs no notice under the AI schedule",
    summary="Passes more than 25, more than 50, or 75 per cent and more of shares or votes, or power over resolutions, "
    "in a firm working in the country on AI for tracking, advanced robotics or cyber security.",
    versions=(
        Version(
            since=IN_FORCE,
            when=_BUYS
            & uk_deal_target.any_of("tracking", "robotics", "cyber")
            & ~uk_deal_kind.includes("assets_only")
            & _PASSES_A_LINE,
            cites=(
                Cite(instrument="UK-NSIA", pinpoint="SI 2021/1264 Sch. 3 paras 1-2", grade=Grade.P),
                Cite(instrument="UK-NSIA", pinpoint="ss. 6, 8", grade=Grade.S),
            ),
        ),
    ),
)

notify = duty(
    NSIA,
    "UK-NSIA-14",
    "Notify the deal and wait for clearance",
    "Notify the deal before it completes and do not complete it until it is cleared.",
    "buyer",
    Topic.OTHER_LAW,
    IN_FORCE,
    uk_notifiable_deal,
    "ss. 6, 13-14",
    Grade.S,
    Deadline(
        kind=When.ONCE,
        text="Before completion: screening takes 30 working days; a call-in up to 30 and 45 more.",
    ),
    "clearance notice",
    "The deal is void; up to 5 years in prison; the higher of 5% of worldwide turnover and £10 million. Reaches "
    "abroad.",
    fine=DEAL_FINE,
    note="Law firms warn that the breadth of the AI schedule is contested. Other schedules, such as computing hardware "
    "or data infrastructure, were not worked out.",
)
consider_notice = duty(
    NSIA,
    "UK-NSIA-VOL",
    "Consider a voluntary notice",
    "Where a smaller share, an asset such as weights, or another AI activity could touch national security, consider "
    "notifying of your own accord: any deal can be called in.",
    "buyer",
    Topic.OTHER_LAW,
    IN_FORCE,
    _BUYS & ~uk_notifiable_deal,
    "s. 18",
    Grade.M,
    Deadline(kind=When.ONCE, text="Before completion. Call-in up to 5 years after, 6 months once it is known."),
    "note on the risk, notice",
    "No penalty of its own; risk of a call-in.",
    force=Force.VOLUNTARY,
)
