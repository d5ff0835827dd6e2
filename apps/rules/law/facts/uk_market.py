"""How something touches the United Kingdom, in which of its parts, and which special regimes can matter at all.

One question settles the country, one opens its parts for those who touch only some, one the special regimes: whoever
ticks nothing there is asked nothing about them.
"""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

uk_links = Choices(
    key="uk_links",
    section="market",
    label="links to the United Kingdom",
    ask="How does it touch the United Kingdom?",
    help="Choose all that fit, for the model, the system and your organisation. Leave empty only if nothing of it "
    "touches England, Wales, Scotland or Northern Ireland. Who is established there always has the first.",
    why="British laws reach different things: a place of business, users, people who are watched, machines that train.",
    evidence="company register, sales regions, user locations, location of servers",
    yes_example="Weights on a public hub that anybody can download, by a firm in Paris: can be reached from there",
    no_example="A tool sold and used in France alone, by a French firm: none",
    options=(
        Option(
            "established",
            "a company, branch or office there",
            "Also where you live, if you act on your own; also a firm there that you buy into.",
        ),
        Option(
            "offered",
            "offered to people or organisations there",
            "Paid or free: prices in pounds, adverts, delivery or support for the country all show it.",
        ),
        Option(
            "many_users",
            "many users there, without aiming at them",
            "No law gives a number; the regulator has called 855 visitors a month significant.",
        ),
        Option("reachable", "can be used or downloaded from there, no more"),
        Option(
            "monitored",
            "follows what people there do, or collects data with which customers can",
            "Profiles over time; also pictures or posts scraped so that others can find people.",
        ),
        Option(
            "used_on_people",
            "used at work, in services or in decisions about people there",
            "On staff, applicants, customers, patients, pupils or citizens, by you or by others.",
        ),
        Option("trained", "training, or copying of material for it, on machines there"),
        Option(
            "only_parts",
            "all of this only in some of its parts",
            "Not in England or Wales, Scotland and Northern Ireland alike; you are asked which. If unsure, leave it.",
        ),
    ),
    cite=Cite(instrument="UK-EQA", pinpoint="s. 29", grade=Grade.M),
    rigidity=Rigidity.HARD,
)

uk_parts = Choices(
    key="uk_parts",
    section="market",
    presupposes=("uk_links",),
    label="parts of the United Kingdom",
    ask="Which parts of the United Kingdom does it touch?",
    help="Asked because you said that it touches only some. Choose all three if you cannot tell them apart; an empty "
    "answer counts as all three.",
    why="Equality law, medical devices, self-driving cars, export lists and some crimes differ between the parts.",
    evidence="sales regions, user locations, places of work",
    yes_example="A website for the whole country: all three",
    no_example="A supplier of one Belfast hospital: Northern Ireland",
    options=(
        Option("england_wales", "England or Wales"),
        Option("scotland", "Scotland"),
        Option("northern_ireland", "Northern Ireland"),
    ),
    cite=Cite(instrument="UK-EQA", pinpoint="s. 217", grade=Grade.M),
    rigidity=Rigidity.HARD,
)

uk_activities = Choices(
    key="uk_activities",
    section="organisation",
    presupposes=("uk_links",),
    label="special roles and lines of business in the United Kingdom",
    ask="Which of these are you, or do you do, in the United Kingdom?",
    help="Choose all that fit your organisation, also where it has little to do with AI. Leave empty if none does.",
    why="Each opens a regime of its own with a few more questions. Whoever ticks none is asked no more about them.",
    evidence="register entries, statutes, licences, contracts",
    yes_example="A benefits agency: department, agency or arm's-length body of central government",
    no_example="A start-up that sells a writing aid: none",
    options=(
        Option(
            "central_government",
            "a department, agency or arm's-length body of central government",
            "Ministerial or not; executive agencies and non-departmental public bodies included.",
        ),
        Option(
            "public_body",
            "another public authority",
            "Council, NHS body, police, school, public university, regulator, devolved government.",
        ),
        Option("public_function", "a private organisation that carries out a public function", "For that function."),
        Option(
            "law_enforcement",
            "police, prosecution, prisons, or another body with powers against crime",
            "Choose the kind of public body as well.",
        ),
        Option(
            "intelligence",
            "an intelligence service, or who processes data for one",
            "A service chooses the kind of public body as well.",
        ),
        Option("government_bidder", "a bidder for, or supplier to, public bodies"),
        Option("financial_firm", "a firm authorised by the FCA or the PRA", "Also where an AI tool does their work."),
        Option(
            "critical_third_party",
            "a supplier named in Treasury regulations as critical to finance",
            "Four large cloud and software firms since 13 July 2026.",
        ),
        Option("nhs_supplier", "a maker or user of health software in the NHS in England"),
        Option("self_driving", "a maker or operator of self-driving vehicles, or who advertises vehicles as such"),
        Option("connected_devices", "a maker, importer or seller of connected devices for consumers"),
        Option(
            "digital_provider",
            "a provider of clouds, online marketplaces, search engines, data centres or managed IT services",
        ),
        Option(
            "user_content",
            "a site or app on which users meet content of other users, or a search engine",
            "Sharing, group chats, galleries, hubs for models, bots made by users; answers from many websites.",
        ),
        Option("adult", "a site, app or tool that shows or can make pornographic pictures, video or sound"),
        Option(
            "paid_by_consumers",
            "a business that consumers pay for digital content or services",
            "Also where it comes with something they pay for. Free of charge is another matter.",
        ),
        Option(
            "large",
            "an organisation above two of: 250 employees, £36 million turnover, £18 million total assets",
            "Group included, worldwide, in the last financial year.",
        ),
        Option(
            "crime_tools",
            "a maker or supplier of tools built for, or likely to be used for, crime",
            "Computer intrusion, fraud, abuse images of children, undressing real people.",
        ),
        Option("acquires", "a buyer of shares, votes or assets of a firm that works on AI there"),
        Option("exports", "a sender of chips, computers, software or technology out of the country"),
        Option("advertises", "an advertiser, or who makes adverts, aimed at people there"),
        Option("political", "a publisher of political material there"),
    ),
    cite=Cite(instrument="UK-PSED", pinpoint="s. 149", grade=Grade.S),
    rigidity=Rigidity.HARD,
)
