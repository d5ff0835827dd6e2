"""Buying into a firm that works on AI in the United Kingdom."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Grade, Number, Option, Rigidity

_nsia = partial(Cite, instrument="UK-NSIA", grade=Grade.P)
_WHERE = ("uk_links", "uk_activities")

uk_deal_target = Choices(
    key="uk_deal_target",
    section="organisation",
    presupposes=_WHERE,
    label="what the firm to be bought does in the United Kingdom",
    ask="What does the firm you buy into research, develop or produce in the United Kingdom with AI?",
    help="Look at goods, software and technology that use AI, and at research into it. Leave empty if none fits, such "
    "as a model that only writes marketing copy.",
    why="Deals in firms with these activities must be cleared first, whoever buys and however small the firm.",
    evidence="due-diligence report, product list",
    yes_example="A start-up in Bristol that develops face recognition: identifying or tracking",
    no_example="A maker of robot vacuum cleaners for homes: none",
    options=(
        Option("tracking", "identifying or tracking objects, people or events"),
        Option(
            "robotics",
            "advanced robotics",
            "Self-driving vehicles too. Not consumer robots off the shelf, simple repetitive machines, smart speakers.",
        ),
        Option("cyber", "cyber security"),
    ),
    cite=_nsia(pinpoint="SI 2021/1264 Sch. 3 para. 2; Sch. 2 para. 6"),
    rigidity=Rigidity.FIXED,
)

uk_deal_kind = Choices(
    key="uk_deal_kind",
    section="organisation",
    presupposes=(*_WHERE, "uk_deal_target"),
    label="kind of the deal",
    ask="Does one of these describe the deal?",
    help="Leave empty if you only buy shares or votes below such power.",
    why="Power over resolutions counts like a large share; a sale of assets alone needs no notice.",
    evidence="term sheet, articles of association",
    yes_example="20% of the votes with a right to block every resolution of one class: decides or blocks",
    no_example="20% of the votes, nothing more: none",
    options=(
        Option("resolutions", "the votes bought can decide or block any class of resolution"),
        Option("assets_only", "only assets are bought, such as weights, code or data"),
    ),
    cite=_nsia(pinpoint="s. 8", grade=Grade.S),
    rigidity=Rigidity.MEDIUM,
)

_share = partial(
    Number,
    section="organisation",
    help="Shares or votes, in per cent. Take the one that passes a line below, for both answers; otherwise the higher.",
    why="Passing more than 25, more than 50, or 75 per cent and more needs clearance first.",
    evidence="share register, term sheet",
    cite=_nsia(pinpoint="s. 8", grade=Grade.S),
    rigidity=Rigidity.MEDIUM,
    unit="%",
    maximum=100,
)
uk_share_before = _share(
    key="uk_share_before",
    presupposes=(*_WHERE, "uk_deal_target", "uk_deal_kind"),
    label="share or votes before the deal",
    ask="What share of the firm's shares or votes do you hold before the deal?",
    yes_example="Nothing so far: 0",
    no_example="What the seller holds",
)
uk_share_after = _share(
    key="uk_share_after",
    presupposes=(*_WHERE, "uk_deal_target", "uk_deal_kind", "uk_share_before"),
    label="share or votes after the deal",
    ask="What share of the firm's shares or votes will you hold after the deal?",
    yes_example="From 20 to 30 per cent: 30",
    no_example="From 20 to 30 per cent: not 10",
)
