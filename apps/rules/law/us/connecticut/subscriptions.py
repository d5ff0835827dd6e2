"""Connecticut, Public Act 26-15, section 1: paid AI subscriptions."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Force, Grade, Relief, State, Topic, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, does, in_state

CT_SUBSCRIPTIONS = instrument(
    "US-CT-SB5-SUBSCRIPTION",
    "An Act Concerning Online Safety, section 1: AI subscriptions",
    "Connecticut P.A. 26-15, subscriptions",
    Force.STATUTE,
    "Public Act 26-15, s. 1",
    "Since October 2026 whoever sells consumers an AI subscription tells its limits and any right to cut functions, in "
    "writing, and has them accepted before anybody pays or renews.",
    "A free service is outside because no fee is paid.",
    Happening(date(2026, 5, 27), State.ADOPTED, "signed", Grade.P),
    Happening(date(2026, 10, 1), State.IN_FORCE, "applies", Grade.P),
    jurisdiction="US-CT",
    enforcer="Attorney General only",
    relief=Relief.FUNCTIONAL,
    published_on=date(2026, 5, 27),
)
tell_limits = duty(
    CT_SUBSCRIPTIONS,
    "CT5-1",
    "Tell the limits of an AI subscription and have them accepted (Connecticut)",
    "Before the contract, a renewal or a charge tell consumers in writing all limits in amount and quality and any "
    "right to cut functions, and get their written acceptance; tell new limits at renewal.",
    "seller of AI subscriptions",
    Topic.TRANSPARENCY,
    date(2026, 10, 1),
    in_state("ct") & (MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM) & does("subscriptions"),
    "s. 1(b)",
    Grade.P,
    Deadline(kind=When.BEFORE_MARKET, text="Before entering, renewing or charging."),
    "notices, acceptances",
    "Unfair trade practice; Attorney General only.",
)
