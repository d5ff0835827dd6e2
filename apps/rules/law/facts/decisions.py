"""How much a result counts when something is decided about people, who reviews it, who is served: for all places."""

from __future__ import annotations

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option

result_weight = Choice(
    key="result_weight",
    section="use",
    presupposes=("us_states", "uk_links", "system_roles", "uses"),
    label="weight of its result in the decision",
    ask="How much does its result count when something is decided about a person?",
    help="Choose the strongest that occurs. A person who looks on does not by itself make the weight smaller.",
    why="British data protection law asks whether it alone decides; New York City whether it decides, weighs most or "
    "overrules; Colorado whether it is more than trivial; California whether anyone really reviews it.",
    evidence="scoring sheet, process description, share of results that were overruled",
    yes_example="A score of five equal ones, people decide freely: one factor among others",
    no_example="It shortens files for the person who reads them, without rating anyone: hardly any",
    options=(
        Option("alone", "it alone decides", "Nobody looks before the decision takes effect."),
        Option("overrules", "it can overrule other criteria or people's judgement"),
        Option("heaviest", "it weighs more than any other criterion"),
        Option("one_factor", "one factor among others", "It can change what is decided."),
        Option("trivial", "hardly any", "Sums up, translates, sorts or passes on, without rating anyone."),
        Option("nothing", "nothing is decided about a person"),
    ),
    cite=Cite(instrument="US-CO-SB26-189", pinpoint="6-1-1701(13)", grade=Grade.P),
)

result_reviewer = Choices(
    key="result_reviewer",
    section="use",
    presupposes=("us_states", "uk_links", "system_roles", "uses", "result_weight"),
    label="what the person who reviews its results does",
    ask="What holds for the person who reviews its result before a decision?",
    help="Leave empty if nobody reviews it.",
    why="California's privacy rules, and draft British guidance, see a human decision only where all three hold.",
    evidence="training record, instructions for reviewers, overruled cases",
    yes_example="A trained officer reads the score and the file and may decide otherwise: all three",
    no_example="A clerk who confirms every rejection with a click: none",
    options=(
        Option("understands", "knows how to read and use the result"),
        Option("analyses", "studies it together with other information"),
        Option("may_change", "has the authority to decide otherwise"),
    ),
    cite=Cite(instrument="US-CA-CCPA-ADMT", pinpoint="7001(e)", grade=Grade.P),
)

serves_public = Flag(
    key="serves_public",
    section="use",
    presupposes=("us_states", "uk_links", "system_roles", "uses"),
    label="used on members of the public whom you serve",
    statement="it is used on people whom the organisation serves",
    denial="it is not used on people whom the organisation serves",
    ask="Is it used on people whom you serve: customers, guests, patients, pupils, citizens?",
    help="Shops, hotels, restaurants, clinics, schools, offices, sites and apps open to the public.",
    why="British equality and consumer law and New Jersey's rules on unequal effects reach whoever serves the public.",
    evidence="description of where it is used and on whom",
    yes_example="Cameras at the door of a shop pick out supposed thieves",
    no_example="It plans the maintenance of your own machines",
    cite=Cite(instrument="US-NJ-NJAC13-16", pinpoint="N.J.A.C. 13:16-1.3", grade=Grade.P),
)
