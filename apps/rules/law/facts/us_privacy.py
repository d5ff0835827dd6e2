"""How much data about people an organisation handles in the United States, and whether it trades in them."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Grade, Number, Option

_ccpa = partial(Cite, instrument="US-CA-CCPA-ADMT", grade=Grade.S)
_WHERE = ("us_states", "us_organisation", "development", "system_roles", "personal_data")

us_data_dealings = Choices(
    key="us_data_dealings",
    section="organisation",
    presupposes=(*_WHERE, "us_revenue_usd"),
    label="trade in data about people",
    ask="Does your organisation trade in data about people?",
    help="Any return counts as a sale, not only money; so does passing data on for advertising across websites. Leave "
    "empty if none holds.",
    why="Trade in data brings firms of any size under state privacy law.",
    evidence="contracts with data buyers and advertisers, accounts",
    yes_example="Visitor data of 300,000 Californians go to an advertising network: two of the three",
    no_example="Customer data used for your own orders alone: none",
    options=(
        Option("sells", "it offers data about people for sale"),
        Option("trades_100k", "it buys, sells or shares data of 100,000 or more Californians or households in a year"),
        Option("half_revenue", "half or more of its yearly revenue comes from selling or sharing such data"),
    ),
    cite=_ccpa(pinpoint="Civ. Code 1798.140(d)(1)"),
)

us_consumers = Number(
    key="us_consumers",
    section="organisation",
    presupposes=(*_WHERE, "us_data_dealings"),
    label="residents of one state whose data are handled in a year",
    ask="About how many residents of one state does your organisation handle data about in a year?",
    help="Customers, users, visitors; leave out staff, business contacts and data used only to take a payment. For "
    "several states give the range from the state with fewest to the one with most.",
    why="State privacy laws start at a number of residents: 35,000 in Connecticut, 100,000 in many others.",
    evidence="customer database by state, web statistics",
    yes_example="20,000 in Vermont to 150,000 in Connecticut: a range",
    no_example="The total for the whole country: too many",
    cite=Cite(instrument="US-CT-CTDPA", pinpoint="C.G.S. 42-516", grade=Grade.S),
    unit="residents",
    maximum=1e9,
    integer=True,
)
