"""Facts on which single federal laws of the United States turn."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option, Rigidity

_ear = partial(Cite, instrument="US-EAR", grade=Grade.S)
_tida = partial(Cite, instrument="US-TIDA", grade=Grade.P)
_WHERE = ("us_states", "seat")

us_federal_sale = Choice(
    key="us_federal_sale",
    section="market",
    presupposes=("us_activities",),
    label="language models for federal agencies",
    ask="Do you sell or license a language model, or a product with one, to federal agencies?",
    help="Also through a reseller or integrator. A free download with no contract is none.",
    why="Contracts with agencies carry terms on language models.",
    evidence="contracts, solicitations",
    yes_example="A chat assistant for an agency under an order of 2026: yes",
    no_example="An agency downloads open weights without a contract: no",
    options=(
        Option("new", "yes, under a solicitation or order after 11 December 2025"),
        Option("old", "yes, under an older contract"),
        Option("no", "no"),
    ),
    cite=Cite(instrument="US-EO-14319-M2604", pinpoint="M-26-04", grade=Grade.S),
)

us_federal_ai = Choice(
    key="us_federal_ai",
    section="market",
    presupposes=("us_activities",),
    label="AI of any kind for federal agencies",
    ask="Do you sell or license AI of any kind, or a service built on it, to federal agencies?",
    help="Also through a reseller or integrator. Language models count here too.",
    why="Contracts of agencies for AI carry terms on their data, on tests and on leaving the vendor.",
    evidence="contracts, solicitations, dates of options and extensions",
    yes_example="A contract of 2023 whose option the agency used in 2026: solicited or extended since",
    no_example="An office suite with a spelling aid, sold off the shelf: only built into a common product",
    options=(
        Option("new", "yes, solicited or extended on 30 September 2025 or later", "Options that were used count."),
        Option("old", "yes, under older contracts alone"),
        Option("outside", "only for national-security systems, or only built into a common commercial product"),
        Option("no", "no"),
    ),
    cite=Cite(instrument="US-OMB-M2521-M2522", pinpoint="M-25-22", grade=Grade.S),
)

us_export = Choices(
    key="us_export",
    section="market",
    presupposes=("us_activities",),
    label="dealings abroad with models or compute",
    ask="Does one of these hold?",
    help="Releasing unpublished weights to a foreign person inside the country counts as sending them abroad. Firms "
    "outside the United States are asked, too. Leave empty if none holds.",
    why="Export controls look at unpublished weights, at letters from the Commerce Department, and at who is helped.",
    evidence="transfer log, letters, customer screening",
    yes_example="Unpublished weights go to a lab in another country: sends unpublished weights",
    no_example="Weights that anybody may download and pass on: only published ones",
    options=(
        Option("sends_unpublished", "unpublished weights or know-how go abroad or to foreign persons"),
        Option(
            "reexports",
            "unpublished weights or know-how from the United States are passed on between other countries",
            "Got from there, or made with what is controlled there.",
        ),
        Option("letter", "a letter of the Commerce Department demands a licence"),
        Option(
            "trains_for_listed",
            "advanced chips, compute or services train models for parties seated in Macau or a D:5 country",
            "Country Group D:5 lists arms-embargoed countries, China among them. Only with knowledge that weapons of "
            "mass destruction or military intelligence are the purpose.",
        ),
        Option("publishes", "weights or source are published for anybody"),
    ),
    cite=_ear(pinpoint="15 CFR 734, 744"),
    rigidity=Rigidity.MEDIUM,
)

us_weight_licence = Choice(
    key="us_weight_licence",
    section="openness",
    presupposes=("us_export",),
    label="limits on passing published weights on",
    ask="May everybody who gets the published weights pass them on without limits?",
    help="Look at click-through terms, approval before download, and limits by use or user.",
    why="Only what is published without limits on passing it on is outside export controls.",
    evidence="licence text, download page",
    yes_example="Apache-2.0, no form before the download: without limits",
    no_example="Download after approval, uses restricted: gated or limited",
    options=(
        Option("unlimited", "yes, without limits"),
        Option("gated", "no: gated by approval, or limited by terms"),
    ),
    cite=_ear(pinpoint="15 CFR 734.7"),
    rigidity=Rigidity.EASY,
)

us_user_platform = Choices(
    key="us_user_platform",
    section="market",
    presupposes=("us_activities",),
    label="service with content of its users",
    ask="Does your public website or app do one of these?",
    help="E-mail and internet access do not count, nor, save for the trade in intimate pictures, sites of mostly your "
    "own chosen content. Size does not matter. Leave empty if none fits.",
    why="Platforms must take down intimate pictures within 48 hours.",
    evidence="service description, terms of use",
    yes_example="A gallery in which users post generated pictures: mainly a place for users' content",
    no_example="A web shop with customer reviews: not mainly for that",
    options=(
        Option(
            "user_content", "it is mainly a place for content of its users", "Messages, pictures, video, games, sound."
        ),
        Option("intimate_trade", "it regularly publishes or hosts intimate pictures made without consent"),
        Option("gallery", "it shows everybody what its users have had it generate", "They post nothing themselves."),
        Option("encrypted", "it passes on messages of its users that it cannot read itself", "Encrypted end to end."),
    ),
    cite=_tida(pinpoint="s. 3, s. 4(3)"),
    rigidity=Rigidity.HARD,
)

us_credit_role = Choices(
    key="us_credit_role",
    section="organisation",
    presupposes=("us_activities",),
    label="part in credit and consumer reports",
    ask="Which of these are you where it is used?",
    help="Choose all that fit; leave empty if none does. A consumer report is what a third party gathered on a person "
    "for credit, insurance, work or a home.",
    why="Creditors, makers and users of consumer reports have federal duties of their own.",
    evidence="licences, contracts with bureaus",
    yes_example="A lender that pulls credit reports: creditor, and user of reports",
    no_example="A vendor that scores applicants from their own forms alone: none",
    options=(
        Option(
            "creditor",
            "you regularly take part in decisions on credit, and it has a part in them",
            "To consumers or businesses, of any size. A fraud check that can end in a refusal has a part.",
        ),
        Option("report_user", "you use consumer reports for credit, insurance, work or homes"),
        Option("report_maker", "you gather information on consumers to furnish such reports"),
        Option("scorer", "you score or screen people for others from data that third parties hold on them"),
    ),
    cite=Cite(instrument="US-FED-ECOA", pinpoint="15 U.S.C. 1691a(e)", grade=Grade.M),
)

us_homes = Flag(
    key="us_homes",
    section="use",
    presupposes=("us_states", "system_roles", "uses"),
    label="part in homes and home loans",
    statement="it has a part in letting, selling, advertising or financing homes",
    denial="it has no part in letting, selling, advertising or financing homes",
    ask="Has it a part in letting, selling or advertising homes, in loans on homes, or in their valuation?",
    help="Screening of tenants, mortgages, home insurance, and choosing who sees an advert for a home count.",
    why="Discrimination in homes is banned whoever runs the tool.",
    evidence="product description, customers, campaigns",
    yes_example="A mortgage score",
    no_example="A car-loan score",
    cite=Cite(instrument="US-FED-FHA", pinpoint="42 U.S.C. 3604, 3605", grade=Grade.M),
)

us_device = Choice(
    key="us_device",
    section="use",
    presupposes=("us_activities",),
    label="medical claim of the software",
    ask="What is it intended for in health care?",
    help="What you say about it decides, not the model or its licence. Choose the first that fits.",
    why="Software with a medical purpose is a device, unless it only helps professionals who can check it.",
    evidence="labelling, adverts, manual",
    yes_example="An app that suggests a diagnosis to patients: for patients",
    no_example="A step counter: general wellness",
    options=(
        Option(
            "images",
            "diagnosis or treatment from medical images, signals or patterns",
            "Single readings now and then are usually no pattern.",
        ),
        Option("patients", "diagnosis, treatment or advice on them for patients or carers"),
        Option(
            "opaque",
            "advice for professionals who cannot check its basis for themselves",
            "Also for want of time, as in emergencies.",
        ),
        Option("other", "another purpose of diagnosis, cure, treatment or prevention of disease"),
        Option("checkable", "advice for professionals who can check its basis for themselves"),
        Option("wellness", "general wellness, without a claim about a disease"),
        Option("none", "nothing medical", "Billing, scheduling, documentation."),
    ),
    cite=Cite(instrument="US-FED-FDA", pinpoint="FD&C Act 201(h), 520(o)(1)(E)", grade=Grade.S),
    rigidity=Rigidity.MEDIUM,
)

us_children = Choice(
    key="us_children",
    section="use",
    presupposes=("us_activities",),
    label="children under 13 among the users",
    ask="Does your service collect data from children under 13?",
    help="Names, voices, pictures, places and lasting identifiers of devices count. No size is too small.",
    why="A federal rule asks for parents' consent, a separate one where data train AI.",
    evidence="audience analysis, age screens",
    yes_example="A learning game for primary schools: directed to children",
    no_example="A tax assistant: no",
    options=(
        Option("directed", "yes, it is directed to them"),
        Option("known", "yes, you know that some use it"),
        Option("no", "no, as far as you know"),
    ),
    cite=Cite(instrument="US-COPPA", pinpoint="16 CFR 312.2", grade=Grade.S),
)

us_call_consent = Choice(
    key="us_call_consent",
    section="commitments",
    presupposes=("us_activities",),
    label="consent to calls and what they are for",
    ask="What are the calls for, and which consent do you have?",
    help="Choose the weakest that occurs.",
    why="For telemarketing the federal regulator asks for consent in writing; one court of appeals does not.",
    evidence="consent records",
    yes_example="Marketing calls with a recorded spoken yes: telemarketing, oral consent",
    no_example="Reminders to patients who gave their number: not telemarketing",
    options=(
        Option("telemarketing_none", "telemarketing without consent"),
        Option("telemarketing_oral", "telemarketing, oral consent"),
        Option("telemarketing_written", "telemarketing, consent in writing"),
        Option("other", "something else"),
    ),
    cite=Cite(instrument="US-FED-TCPA", pinpoint="47 CFR 64.1200(a)", grade=Grade.S),
    rigidity=Rigidity.EASY,
)
