"""How much weight a result carries in decisions about people: the point on which American laws part."""

from __future__ import annotations

from apps.rules.engine import Choice, Choices, Cite, Grade, Option

us_decides_on = Choices(
    key="us_decides_on",
    section="use",
    presupposes=("us_states", "system_roles", "uses", "result_weight"),
    label="further matters decided about people",
    ask="Is one of these decided with its result?",
    help="Also where a person takes the final decision. Leave empty if none is.",
    why="Some laws name these decisions beside lending, homes, school and work at large.",
    evidence="process description, terms of service, staff and school rules",
    yes_example="A payment app blocks accounts above a score: accounts and payments",
    no_example="It sorts adverts: none",
    options=(
        Option("accounts", "bank accounts, payments or cheque cashing", "Opening, refusing, limiting, blocking."),
        Option("other_finance", "other financial services than loans and accounts", "Investing, advice, transfers."),
        Option("home_purchase", "who may buy a home, or on which terms"),
        Option("public_service", "essential public services other than benefits", "Licences, registration, water."),
        Option("patient_aid", "help with patients' bills", "Financial assistance of a hospital, clinic or plan."),
        Option("stays", "a place to sleep for some time", "Hotel, holiday home, dormitory, shelter."),
        Option("suspends_students", "suspending or excluding pupils or students"),
        Option(
            "disciplines",
            "disciplining, demoting, suspending or dismissing people at work",
            "Also closing a platform worker's account.",
        ),
        Option("trains", "choosing people at work for training or apprenticeship"),
        Option(
            "shifts_hours", "tasks or hours, in a way that matters for pay or standing", "Not mere planning of shifts."
        ),
    ),
    cite=Cite(instrument="US-CA-CCPA-ADMT", pinpoint="7001(ddd)", grade=Grade.S),
)

us_marketed_for = Choice(
    key="us_marketed_for",
    section="commitments",
    presupposes=("us_states", "development", "system_roles", "uses"),
    label="whether it is offered for decisions about people",
    ask="Is what you offer marketed, documented, set up, contracted or licensed for important decisions about people?",
    help="Decisions on schooling, work, homes, loans, insurance, health care or public benefits. Take adverts, "
    "manuals, sales talk and contracts together.",
    why="Makers answer in Colorado and Connecticut only for what is meant for such decisions, or what they know is so "
    "used as intended.",
    evidence="product page, manual, contracts, acceptable-use policy",
    yes_example="An open model advertised as ready for credit decisions: it is",
    no_example="A chat model whose policy forbids such use, and nothing says otherwise: ruled out by a policy",
    options=(
        Option("marketed", "it is"),
        Option("known", "it is not, but you know it is so used, as intended and agreed"),
        Option("prohibited", "it is not, and an acceptable-use policy rules it out"),
        Option("no", "it is not, and no policy rules it out"),
    ),
    cite=Cite(instrument="US-CO-SB26-189", pinpoint="6-1-1702(3)", grade=Grade.P),
)

us_maker_limits = Choices(
    key="us_maker_limits",
    section="commitments",
    presupposes=("us_states", "development", "system_roles", "uses", "us_marketed_for"),
    label="what limits the tool or your part in it",
    ask="Do one or more of these describe the tool or your part in it?",
    help="Leave empty if none does.",
    why="Colorado leaves such tools out, and does not count such makers as developers of a tool for decisions.",
    evidence="contracts, research plan, list of customers",
    yes_example="A bank without ties to you turned your open chat model into a loan scorer: put to that use by others",
    no_example="You sell a loan scorer to banks: none",
    options=(
        Option("research", "for research only, never used in a decision"),
        Option("internal", "for your own use, never made available to others"),
        Option("repurposed", "somebody without ties to you put it to that use", "By changing what it was meant for."),
        Option("component", "a part that others built in without your actual knowledge"),
        Option(
            "plain_software",
            "ordinary office or network software without learned parts",
            "Calculator, database, spreadsheet, spell-check, spam filter, firewall, hosting. Never a language model.",
        ),
        Option("fda_device", "a medical device that the FDA oversees", "Cleared or approved, or in research under it."),
    ),
    cite=Cite(instrument="US-CO-SB26-189", pinpoint="6-1-1701(8)(b)", grade=Grade.P),
)

us_nyc_screening = Choices(
    key="us_nyc_screening",
    section="use",
    presupposes=("us_states", "system_roles", "uses", "hiring_tasks", "work_tasks", "result_weight"),
    label="screening for work in New York City",
    ask="Do these hold for the screening of applicants or employees?",
    help="Choose all that fit. Leave empty if none does.",
    why="New York City has a law of its own on tools that screen for jobs and promotions there.",
    evidence="job adverts, list of places of work, addresses of applicants",
    yes_example="An applicant from Newark for a job in Manhattan: the first",
    no_example="Searching profiles of people who have not applied: none",
    options=(
        Option(
            "city_job",
            "it screens people who applied for a job in the city, or staff there for promotion",
            "At an office there at least part of the time, remote but tied to such an office, or by an agency there.",
        ),
        Option("city_residents", "some of the people screened live in the city"),
    ),
    cite=Cite(instrument="US-NYC-LL144", pinpoint="20-870", grade=Grade.P),
)
