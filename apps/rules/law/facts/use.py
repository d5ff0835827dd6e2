"""What an AI system is used for, by whom, and what follows for the people concerned."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Grade, Option, Rigidity
from apps.rules.law.facts.order import SYSTEM, USE

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

uses = Choices(
    key="uses",
    section="use",
    presupposes=SYSTEM,
    label="what the system is used for",
    ask="What is it used for?",
    help="Choose every field your instructions, adverts or sales talk name or plainly include, and every field you put "
    "it to yourself. Include fields where it only helps a person who decides. Leave empty only if nothing fits.",
    why="Most high-risk uses lie in a few fields; only their questions follow.",
    evidence="statement of intended purpose, product page, manual",
    yes_example="A bot that answers shoppers and checks whether they may pay later: customer service and credit",
    no_example="A spam filter: security, not policing",
    options=(
        Option("hiring", "finding and choosing staff", "Also freelancers; also tools for the applicants themselves."),
        Option(
            "work_management",
            "managing or watching over workers",
            "Tasks, shifts, pay, promotion, dismissal, performance; also call-centre agents and platform workers.",
        ),
        Option("education", "education and training", "Schools, universities, vocational training; also exams."),
        Option("credit", "lending and credit checks on people", "Also buying on account and mobile contracts."),
        Option("insurance", "insurance"),
        Option("housing", "letting or allotting homes"),
        Option(
            "public_benefits",
            "public benefits and services",
            "Social security, subsidies to people, public health cover, social services, tax.",
        ),
        Option("health", "care of patients", "Diagnosis, treatment, triage, running a hospital or practice."),
        Option("emergency", "emergency calls and rescue", "Also sending out police, fire or medical help."),
        Option(
            "policing",
            "police, prosecution, prisons or probation",
            "Also when done for them by others or at their request, such as guarding places against crime. For sending "
            "out patrols on calls choose emergency calls as well.",
        ),
        Option(
            "fraud", "checks for fraud or money laundering", "If it also judges who can pay, choose lending as well."
        ),
        Option("borders", "migration, asylum, visas or border control"),
        Option("justice", "courts, legal work or settling disputes"),
        Option("elections", "elections, referendums or political campaigns"),
        Option(
            "infrastructure",
            "running essential networks",
            "Road traffic, water, gas, heating, electricity, digital networks, clouds and data centres.",
        ),
        Option(
            "product",
            "a physical product or device, or a part of one",
            "Machines, vehicles, toys, devices; software that counts as a medical device; parts of a plant.",
        ),
        Option(
            "advertising",
            "advertising and marketing",
            "Job adverts too. For political adverts choose elections as well.",
        ),
        Option(
            "recommendation",
            "recommending content, goods or contacts",
            "If meant to sway votes, choose elections as well.",
        ),
        Option("companion", "company, coaching or well-being", "Artificial friends, mental-health chat."),
        Option("customer_service", "customer service", "If it rates your agents, choose managing workers as well."),
        Option("media", "news, pictures, film, sound or writing"),
        Option("general_assistant", "a general assistant for any task", "Offered without a field of its own."),
        Option("coding", "writing software"),
        Option("research", "research"),
        Option("games", "games and entertainment"),
        Option(
            "security",
            "security of buildings, networks or data",
            "Equipment that screens passengers is a product as well; guarding an essential network counts as that.",
        ),
        Option("translation", "translation or transcription"),
        Option("other", "something else"),
    ),
    cite=_aia(pinpoint="Art. 3(12)"),
)

users = Choices(
    key="users",
    section="use",
    presupposes=USE,
    label="who uses the system",
    ask="Who is it made for, or who uses it?",
    help="Choose all that fit. Working for an authority means it handed the task over or asked for it; obeying your "
    "own legal duty, such as reporting suspicious payments, is not that. If you only use the system, answer for your "
    "own organisation and those you act for.",
    why="Several high-risk uses and duties turn on whether an authority is behind the use.",
    evidence="customer list, tender, mandate, terms of use",
    yes_example="A town's benefits office runs it through a contractor: public authority, and working for an authority",
    no_example="A bank screens its own customers: business",
    options=(
        Option("law_enforcement", "law-enforcement authorities", "Police, prosecutors, prisons, customs crime units."),
        Option("border_authority", "migration, asylum or border authorities"),
        Option(
            "judicial",
            "courts and judges",
            "Also people working for them on their cases, and prosecutors if your law counts them among judges.",
        ),
        Option("dispute_body", "bodies that settle disputes out of court", "Arbitration, mediation, ombudsmen."),
        Option(
            "public_authority",
            "other public authorities and bodies under public law",
            "Ministries, municipalities, social-security bodies; also public universities, schools and hospitals.",
        ),
        Option("eu_body", "institutions, bodies or agencies of the Union"),
        Option(
            "for_authority",
            "private organisations acting for an authority",
            "An authority delegated the task or asked for it.",
        ),
        Option(
            "public_services",
            "private organisations providing public services",
            "For example education, health care, social services, housing, justice.",
        ),
        Option("business", "businesses and other organisations"),
        Option("people", "private people"),
    ),
    cite=_aia(pinpoint="Annex III"),
)

decision_effect = Choice(
    key="decision_effect",
    section="use",
    presupposes=(*USE, "profiles_people", "part_in_decision"),
    label="what is decided about people with its results",
    ask="What do decisions taken with its results do to the people concerned?",
    help="A decision counts whether the system takes it or a person takes it with the system's help.",
    why="Serious decisions bring duties to inform people and to explain.",
    evidence="description of the process, sample decisions",
    yes_example="Loans refused, jobs denied, benefits cut: significant",
    no_example="A playlist: nothing is decided about anyone",
    options=(
        Option("none", "nothing is decided about people"),
        Option("some", "decisions without serious effects"),
        Option(
            "significant",
            "legal effects, or effects felt as seriously",
            "Rights, money, work, education, housing, health or safety.",
        ),
    ),
    cite=_aia(pinpoint="Art. 86(1)"),
)

deployment = Choices(
    key="deployment",
    section="use",
    presupposes=(*USE, "profiles_people", "part_in_decision"),
    label="how the system is put to use",
    ask="Which of these hold where the system is used?",
    help="Answer for the organisation that uses it. Workers include staff, temporary workers and others who work under "
    "the employer's direction. Leave empty if none holds.",
    why="Employers have to tell workers beforehand; who controls input and logs has duties for them.",
    evidence="works agreement, hosting contract, data-flow diagram",
    yes_example="A firm plans its own shifts with it, on its own servers: all three",
    no_example="A bank's loan check that its maker hosts with its own data: none",
    options=(
        Option("at_work_by_employer", "used by an employer at the workplace", "Workers are subject to it."),
        Option("input_data", "the user decides what data go in"),
        Option("logs", "the user holds the automatic logs"),
    ),
    cite=_aia(pinpoint="Art. 26"),
)

high_risk_uses_excluded = Choice(
    key="high_risk_uses_excluded",
    section="commitments",
    presupposes=(*SYSTEM, "uses"),
    label="high-risk uses of the general assistant ruled out",
    ask="Does its provider rule out high-risk uses of the general assistant?",
    help="High-risk uses include hiring, credit scoring, exams, benefits, policing, borders, courts and sensing "
    "people's bodies. What counts is everything the provider says (you, if you offer it): terms, manual, adverts, "
    "sales talk. A house rule of a user does not count.",
    why="What the provider says the system is for decides its class.",
    evidence="terms, manual, product page and sales material side by side",
    yes_example="Terms, manual and adverts all exclude them, and no example shows one",
    no_example="The terms exclude them, while the adverts say it does anything",
    options=(
        Option("consistently", "ruled out everywhere, and not advertised"),
        Option("terms_only", "ruled out in the terms alone", "Adverts or examples say or suggest otherwise."),
        Option("no", "not ruled out"),
    ),
    cite=_aia(pinpoint="Art. 3(12)"),
    rigidity=Rigidity.EASY,
)
