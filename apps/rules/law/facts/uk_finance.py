"""Regulated finance in the United Kingdom: what a firm authorised by the FCA or the PRA does with AI."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

uk_finance = Choices(
    key="uk_finance",
    section="organisation",
    presupposes=("uk_links", "uk_activities"),
    label="what holds for the regulated financial firm",
    ask="Which of these hold for your financial firm?",
    help="Choose all that fit. Leave empty if none does.",
    why="Rules on customers, on suppliers, on continuity and on models reach different firms.",
    evidence="permissions in the register, outsourcing register, approval of internal models",
    yes_example="A bank whose bought credit model feeds its approved capital model: banks' capital model, bought model",
    no_example="A broker for companies that uses nothing bought: none",
    options=(
        Option("retail", "it has retail customers", "Private people and small firms."),
        Option("third_party", "a model or AI service of somebody else is used"),
        Option(
            "resilience",
            "the rules on operational resilience reach it",
            "Banks, insurers, large investment firms, payment and e-money institutions, exchanges.",
        ),
        Option(
            "capital_models",
            "a UK-incorporated bank, building society or PRA investment firm with approval for internal capital models",
            "Credit, market or counterparty risk. Not credit unions, insurers or branches of foreign banks.",
        ),
        Option("pra_firm", "a bank, insurer or branch of a foreign one under the PRA"),
    ),
    cite=Cite(instrument="UK-PRA", pinpoint="SS1/23", grade=Grade.O),
    rigidity=Rigidity.HARD,
)
