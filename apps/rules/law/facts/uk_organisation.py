"""How large the organisation is in pounds: ceilings of fines, and the fees of large online services."""

from __future__ import annotations

from apps.rules.engine import Cite, Grade, Number, Rigidity

uk_turnover_gbp = Number(
    key="uk_turnover_gbp",
    section="organisation",
    presupposes=("uk_links", "uk_activities"),
    label="worldwide turnover in pounds",
    ask="What was the worldwide annual turnover of the last financial year, in pounds?",
    help="For the whole group, from everything. For online services take what the regulated service earned, worldwide, "
    "if you know it. A range is fine.",
    why="Ceilings of British fines are a share of worldwide turnover or a fixed amount, whichever is higher.",
    evidence="last annual accounts",
    yes_example="£4 million: the fixed amount is the ceiling of most fines",
    no_example="£2 billion: the share of turnover is the ceiling",
    cite=Cite(instrument="UK-DMCC", pinpoint="s. 182", grade=Grade.S),
    rigidity=Rigidity.FIXED,
    unit="GBP",
    maximum=1e13,
)
