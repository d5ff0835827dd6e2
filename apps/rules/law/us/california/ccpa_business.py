"""California Consumer Privacy Act: which firms it reaches."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Dated, Definition, Expr, Grade, Param, Version
from apps.rules.law.facts.us_organisation import us_organisation, us_revenue_usd
from apps.rules.law.facts.us_privacy import us_data_dealings
from apps.rules.law.us.common import does, in_state

_cite = partial(Cite, instrument="US-CA-AB1008", grade=Grade.S)

CCPA_REVENUE = Param(
    id="ccpa-annual-revenue",
    title="Annual gross revenue above which California's privacy act reaches a firm",
    unit="USD",
    history=(
        Dated(since=date(2020, 1, 1), value=25_000_000, cite=_cite(pinpoint="Civ. Code 1798.140(d)(1)(A)")),
        # Adjusted for inflation; the next adjustment is due in January 2027.
        Dated(since=date(2025, 1, 1), value=26_625_000, cite=_cite(pinpoint="Civ. Code 1798.199.95")),
    ),
)

_ABOVE_A_LINE: Expr = ~us_organisation.any_of("government", "federal", "nonprofit") & (
    (us_revenue_usd > CCPA_REVENUE) | (does("data_trade") & us_data_dealings.any_of("trades_100k", "half_revenue"))
)

ca_ccpa_business = Definition(
    id="ca_ccpa_business",
    title="Business (California Consumer Privacy Act)",
    statement="you are a business under California's privacy act",
    denial="you are not a business under California's privacy act",
    summary="For profit, does business in California, and has yearly revenue above $26,625,000 (from 2025, indexed), "
    "or buys, sells or shares data of 100,000 consumers or households, or earns half its revenue by selling or sharing "
    "data; or shares brand and data with such a firm of its group. Mere handling of much data is not enough. The "
    "figure is adjusted again in January 2027; the new one is not known yet, so have a revenue near the line checked.",
    versions=(
        Version(
            since=date(2025, 1, 1),
            when=in_state("ca") & (_ABOVE_A_LINE | (does("data_trade") & us_data_dealings.includes("group"))),
            cites=(
                _cite(pinpoint="Civ. Code 1798.140(d)"),
                _cite(pinpoint="Civ. Code 1798.140(d)(2)-(3)", grade=Grade.M, note="Groups under one brand."),
            ),
        ),
    ),
)
