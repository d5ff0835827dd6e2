"""What is done with data about people in the United Kingdom, and on what footing machines decide about them."""

from __future__ import annotations

from apps.rules.engine import Choice, Choices, Cite, Grade, Number, Option, Rigidity

_REACHED = ("uk_links", "personal_data")

uk_data_part = Choice(
    key="uk_data_part",
    section="data",
    presupposes=_REACHED,
    label="who decides what is done with the data about people",
    ask="Who decides why and how the data about people are used?",
    help="Think of training, running, logging and improving together: one purpose of your own is enough for the first "
    "answer. What people really do counts, not what the contract calls it.",
    why="Whoever decides answers for the data; whoever only follows a client's instructions owes less.",
    evidence="contracts, list of purposes",
    yes_example="You host a chatbot for a bank and train your own model on the chats: you do",
    no_example="You host it and touch the chats only as the bank tells you: clients",
    options=(
        Option("own", "you do, alone or together with others", "For at least one purpose."),
        Option("client", "clients do; you only follow their instructions"),
        Option("others", "others do, on their own machines; the data never reach you"),
    ),
    cite=Cite(instrument="UK-GDPR", pinpoint="Art. 4(7) and (8)", grade=Grade.M),
    rigidity=Rigidity.HARD,
)

uk_data = Choices(
    key="uk_data",
    section="data",
    presupposes=(*_REACHED, "uk_data_part"),
    label="facts about the data on people",
    ask="Which of these hold for the data about people?",
    help="Choose all that fit. Leave empty only if none does.",
    why="Each brings duties of its own: notices, contracts, assessments, rules on sending data abroad.",
    evidence="data register, contracts, map of data flows",
    yes_example="Posts scraped from a billion pages: from elsewhere, and too many people to tell each one",
    no_example="Names that staff typed in, kept in house: only from people themselves",
    options=(
        Option("from_people", "they come from the people themselves", "Users, customers, applicants or staff."),
        Option("elsewhere", "they come from elsewhere", "Scraped, bought, public, or passed on by others."),
        Option("mass", "telling each person would be impossible or out of all proportion"),
        Option(
            "research",
            "collected from people and now used further for research, archives or statistics alone",
            "Commercial research can be scientific, too.",
        ),
        Option("vendors", "others handle them for you", "Cloud, API, AI vendor, labelling firm."),
        Option("abroad", "they leave the United Kingdom", "Also when staff or vendors abroad can see them."),
        Option("large_sensitive", "sensitive data or data on crimes, on a large scale"),
        Option("large_watching", "people or public places are watched regularly, on a large scale"),
        Option(
            "risky",
            "another sign of high risk",
            "New technology together with body data, tracking, matched data sets, children, refusal of a service, or "
            "data that people do not know you hold.",
        ),
    ),
    cite=Cite(instrument="UK-GDPR", pinpoint="Arts 13, 14, 28, 35 and 44", grade=Grade.M),
)

uk_decision_grounds = Choices(
    key="uk_decision_grounds",
    section="use",
    presupposes=(*_REACHED, "uk_data_part", "result_weight", "decision_effect", "result_reviewer"),
    label="footing of decisions by machine",
    ask="What holds for the decisions that the system takes about people?",
    help="Choose all that fit. Leave empty if none does.",
    why="Sensitive data, and the short list of recognised interests, can rule such decisions out.",
    evidence="register of legal bases, consent forms, data fields used",
    yes_example="A life insurer prices by health data to which every applicant agreed: sensitive, and all agreed",
    no_example="A lender scores by income and payments, on its legitimate interests: none",
    options=(
        Option(
            "recognised_interest",
            "they rest, even in part, on the list of recognised interests",
            "Crime, safeguarding, emergencies, national or public security, requests of public bodies; no weighing is "
            "asked for these.",
        ),
        Option("sensitive", "sensitive data go into them, even in part"),
        Option("all_consent", "everyone explicitly agreed to all the data used"),
        Option("contract_or_law", "needed for a contract with the person, or required or allowed by law"),
        Option("public_interest", "a law on substantial public interest covers the sensitive data"),
    ),
    cite=Cite(instrument="UK-ADM", pinpoint="Art. 22B", grade=Grade.P),
)

uk_fee_staff = Number(
    key="uk_fee_staff",
    section="organisation",
    presupposes=("uk_links", "uk_data_part"),
    label="people working for the organisation alone",
    ask="How many people worked for the organisation itself, on average over the year?",
    help="Employees, workers, office holders and partners, in the United Kingdom or abroad, without the group.",
    why="The yearly data protection fee depends on staff or turnover.",
    evidence="payroll",
    yes_example="A sole trader with 8 staff: 8",
    no_example="40 staff and a sister company with 300: 40",
    cite=Cite(instrument="UK-DPFEE", pinpoint="SI 2018/480 reg. 3", grade=Grade.O),
    rigidity=Rigidity.HARD,
    unit="people",
    maximum=1e8,
)

uk_fee_turnover_gbp = Number(
    key="uk_fee_turnover_gbp",
    section="organisation",
    presupposes=("uk_links", "uk_data_part"),
    label="turnover of the organisation alone, in pounds",
    ask="What was the turnover of the organisation itself in its last financial year, in pounds?",
    help="Without the group. Public authorities skip this: their staff alone decides.",
    why="The yearly data protection fee depends on staff or turnover.",
    evidence="last annual accounts",
    yes_example="£600,000 with 12 staff: the lowest fee",
    no_example="Revenue of the parent company",
    cite=Cite(instrument="UK-DPFEE", pinpoint="SI 2018/480 reg. 3", grade=Grade.P),
    rigidity=Rigidity.FIXED,
    unit="GBP",
    maximum=1e13,
)
