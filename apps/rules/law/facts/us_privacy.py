"""How much data about people an organisation handles in the United States, and whether it trades in them."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Grade, Number, Option

_ccpa = partial(Cite, instrument="US-CA-CCPA-ADMT", grade=Grade.S)
_WHERE = ("us_states", "us_organisation", "development", "system_roles", "personal_data")

us_data_dealings = Choices(
    key="us_data_dealings",
    section="organisation",
    presupposes=("us_activities",),
    label="trade in data about people",
    ask="Does your organisation trade in data about people?",
    help="Any return counts as a sale, not only money; so does passing data on for advertising across websites. Leave "
    "empty if none holds.",
    why="Trade in data brings firms of any size under state privacy law.",
    evidence="contracts with data buyers and advertisers, accounts",
    yes_example="Visitor data of 300,000 Californians go to an advertising network: two of the three",
    no_example="Customer data used for your own orders alone: none",
    options=(
        Option("sells", "it sells data about people, offers them for sale, or passes them on for adverts elsewhere"),
        Option("trades_100k", "it buys, sells or shares data of 100,000 or more Californians or households in a year"),
        Option("half_revenue", "half or more of its yearly revenue comes from selling or sharing such data"),
        Option(
            "group",
            "it shares brand and data about people with a larger firm in California that controls it, or that it "
            "controls",
            "Also a joint venture of such firms.",
        ),
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

us_data_exempt = Choice(
    key="us_data_exempt",
    section="data",
    presupposes=(*_WHERE, "result_weight", "us_revenue_usd", "us_data_dealings"),
    label="data under federal financial, health or credit-report law",
    ask="Are the data it decides on covered by federal law on financial privacy, health privacy or credit reports?",
    help="Data that banks and lenders hold on customers, patient records of care providers and plans, and consumer "
    "reports are. Data from your own application forms mostly are not.",
    why="The privacy acts of the states leave such data to those laws.",
    evidence="data register with the law each set falls under",
    yes_example="A lender scores loan applicants on bank data and credit reports: all of them",
    no_example="A landlord scores tenants on the own application form: none",
    options=(
        Option("all", "all of them"),
        Option("part", "some of them"),
        Option("none", "no data of this kind"),
    ),
    cite=Cite(instrument="US-CA-CCPA-ADMT", pinpoint="Civ. Code 1798.145", grade=Grade.M),
)

us_risky_processing = Choices(
    key="us_risky_processing",
    section="data",
    presupposes=(*_WHERE, "us_revenue_usd", "us_data_dealings", "result_weight"),
    label="risky handling of Californians' data",
    ask="Does one of these happen with data about Californians?",
    help="Leave out data that federal law on financial privacy, health privacy or credit reports covers. Leave empty "
    "if none happens.",
    why="Each of them brings a risk assessment; large holders of data are also audited.",
    evidence="data register, model documentation",
    yes_example="Pictures of customers train a model that recognises faces: training",
    no_example="Payroll of your own staff: none",
    options=(
        Option(
            "sensitive",
            "sensitive data are processed",
            "Health, origin, exact location, identity numbers, anything about people known to be under 16.",
        ),
        Option(
            "observes",
            "traits of staff, contractors, applicants or students are inferred from watching them systematically",
        ),
        Option("sensitive_places", "traits are inferred from people's presence in a sensitive place"),
        Option(
            "trains",
            "data are to train technology that decides, recognises or profiles people",
            "Decides on loans, homes, school, work or care; recognises faces, feelings or identity; profiles bodies.",
        ),
        Option("holds_250k", "you process data of 250,000 or more consumers or households in a year"),
        Option("holds_50k_sensitive", "you process sensitive data of 50,000 or more consumers in a year"),
    ),
    cite=Cite(instrument="US-CA-CCPA-ADMT", pinpoint="7150(b)", grade=Grade.S),
)
