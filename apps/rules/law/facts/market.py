"""How, when and in which setting the model reaches people."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Day, Grade, Number, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

union_ways = Choices(
    key="union_ways",
    section="market",
    presupposes=("development", "activity"),
    label="ways the model reaches the European Union",
    ask="In which ways does the model reach people in the European Union?",
    help="Choose all that fit, paid or free. Research, development and testing before release are not a way. Leave "
    "empty only if it does not reach the Union at all and you have no plan that it should.",
    why="Duties start when a model first comes to the Union market.",
    evidence="distribution agreements, download pages, regional settings",
    yes_example="Weights on a public hub that people in the Union can reach: hub",
    no_example="Tested inside your lab only: none",
    options=(
        Option("api", "through an API"),
        Option("library", "as a software library or package"),
        Option("hub", "as a download from a public hub, catalogue or repository"),
        Option("physical", "on a physical medium"),
        Option("cloud", "as a cloud service"),
        Option("customer_infrastructure", "copied onto a customer's own machines"),
        Option("own_app", "inside your own chat page or app"),
        Option("own_product", "inside another product or service of yours"),
        Option(
            "via_customers",
            "in products of customers whom you supply outside the Union",
            "And your terms do not clearly rule the Union out.",
        ),
        Option(
            "via_customers_despite_ban",
            "in products of others although you clearly ruled the Union out",
            "The ban must be plain and cover building it into products for the Union.",
        ),
        Option("reachable_untargeted", "merely reachable online, without aiming at the Union"),
        Option(
            "internal_essential",
            "used in house only, for something others depend on",
            "Essential to a product or service for others, or touching people's rights.",
        ),
        Option("internal_other", "used in house only, for purely internal work"),
        Option("planned", "not yet, but planned"),
    ),
    cite=_gl(pinpoint="section 3.1.2"),
    rigidity=Rigidity.MEDIUM,
)

placed_on = Day(
    key="placed_on",
    section="market",
    label="day the model first came to the Union market",
    ask="When did this model first come to the Union market?",
    help="The first day on which somebody in the Union could get or use it. Give the planned day if it lies ahead.",
    why="Models on the market before 2 August 2025 have until 2 August 2027.",
    evidence="release notes, first upload, first contract",
    yes_example="Uploaded to a public hub on 5 August 2025: that day",
    no_example="Training finished on 1 July 2025: not this day",
    cite=_aia(pinpoint="Art. 3(9)"),
    rigidity=Rigidity.FIXED,
)

activity = Choice(
    key="activity",
    section="market",
    label="setting in which the model is offered",
    ask="In which setting is the model offered or used?",
    help="Being free of charge does not make it non-commercial: a free release that is part of your organisation's "
    "professional activity belongs to the first answer.",
    why="Only supply in the course of a commercial activity counts, and a few settings are outside the law.",
    evidence="business plan, statutes, funding agreement",
    yes_example="A company gives weights away to win users: business",
    no_example="A student posts a model made at the weekend: private",
    options=(
        Option("business", "business or professional activity", "Paid or free."),
        Option("research_release", "free public release by a research or non-profit body", "Without a commercial aim."),
        Option("research_only", "scientific research and development and nothing else", "Made and used for it alone."),
        Option("defence_only", "military, defence or national security and nothing else"),
        Option("private", "private, non-professional activity"),
    ),
    cite=_aia(pinpoint="Art. 3(10)"),
    rigidity=Rigidity.MEDIUM,
)

registered_business_users = Number(
    key="registered_business_users",
    section="market",
    label="registered business users in the Union",
    ask="How many registered business users established in the Union does the model have?",
    help="Count organisations with an account, not end users.",
    why="From 10 000 on, wide reach is presumed when the Commission considers a designation. No duty hangs on it.",
    evidence="account statistics by country",
    yes_example="12 000 firms with API keys",
    no_example="2 million private users: none of them counts here",
    cite=_aia(pinpoint="Annex XIII, point (f)"),
    rigidity=Rigidity.MEDIUM,
    unit="users",
    maximum=1e10,
    integer=True,
)
