"""What decides the bans of Article 5(1), points (a) to (e): influence, weakness, ratings, crime prediction, faces.

Emotions, body-based groups and live identification are asked about in body.py, intimate material in
intimate_content.py.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

practices = Choices(
    key="practices",
    section="behaviour",
    presupposes=("system_roles", "system_method", "system_union_links"),
    label="practices to look at closely",
    ask="Does the system do any of these, or is it used for one?",
    help="Choose whatever comes close, also if nobody means harm or if it is only one feature; further questions then "
    "draw the line. Leave empty only if none is near.",
    why="Each can be a banned practice; for most systems one answer settles five bans.",
    evidence="signed screening record, feature by feature",
    yes_example="A game that keeps children playing with ever riskier dares: plays on a weakness",
    no_example="A tool that finds faults in steel plates: none",
    options=(
        Option(
            "hidden_influence",
            "influencing people by hidden, manipulative or deceptive means",
            "Signals below awareness, playing on feelings, pretending to be somebody, dark patterns.",
        ),
        Option(
            "targets_weakness",
            "playing on, or bearing on, the weakness of a group",
            "Children, old people, people with disabilities, people in hardship.",
        ),
        Option(
            "rates_people",
            "scoring or ranking people by what they do or are like",
            "Scores, classes or risk levels, whoever uses them and for whatever purpose.",
        ),
        Option(
            "predicts_crime",
            "estimating who or where will commit crimes",
            "People, places or companies; administrative breaches do not count.",
        ),
        Option(
            "collects_faces",
            "gathering images of faces",
            "For any purpose. Only searching a collection that no longer grows does not count.",
        ),
    ),
    cite=_aia(pinpoint="Art. 5(1)"),
)

influence_effect = Choice(
    key="influence_effect",
    section="behaviour",
    presupposes=("practices",),
    label="what the influence does to decisions",
    ask="What does the influence aim at, or lead to?",
    help="What it leads to counts even if nobody meant it. If different people are affected differently, choose the "
    "first that fits.",
    why="Only influence that takes away people's judgement and changes what they do is banned.",
    evidence="tests with users, complaint log, design documents",
    yes_example="A cloned voice makes people believe a relative begs for money: judgement impaired",
    no_example="An advert that says openly what it is: open persuasion",
    options=(
        Option(
            "impairs_judgement",
            "people can no longer judge freely and decide as they otherwise would not",
            "The impairment is more than slight.",
        ),
        Option(
            "chosen_by_user",
            "people chose the technique themselves, knowing what it does",
            "They were told beforehand and can stop.",
        ),
        Option("open_persuasion", "open persuasion that leaves people free to judge"),
        Option("no_change", "people decide as they would anyway"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(a)"),
)

influence_harm = Choice(
    key="influence_harm",
    section="behaviour",
    presupposes=("practices", "influence_effect", "weakness_use"),
    label="harm that follows from it",
    ask="What harm does this cause, or is it likely to cause, to them or to others?",
    help="Physical, mental, financial or economic; small harms to many people or over a long time add up.",
    why="The bans on manipulation and on exploiting weaknesses need significant harm.",
    evidence="risk assessment, incident and complaint data",
    yes_example="People lose their savings to a scam: serious",
    no_example="A playlist turns out a little less varied: minor",
    options=(
        Option("serious", "serious harm", "Injury, illness, addiction, self-harm, ruin, large losses, exploitation."),
        Option("uncertain", "real harm, though hard to say how serious", "More than a nuisance, less than the above."),
        Option("minor_or_none", "minor harm or none"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(a)"),
)

weakness_ground = Choices(
    key="weakness_ground",
    section="behaviour",
    presupposes=("practices", "weakness_use"),
    label="what makes people vulnerable",
    ask="What makes the people concerned easier to influence?",
    help="Choose all that fit.",
    why="The ban protects people who are weak for one of these reasons, and no others.",
    evidence="target-group description, audience data",
    yes_example="A toy made for six-year-olds: age",
    no_example="A trading app for well-paid adults who like risk: another reason",
    options=(
        Option("age", "age", "Children or old people."),
        Option("disability", "disability", "Physical, mental, intellectual or sensory."),
        Option(
            "hardship",
            "a special social or economic situation",
            "Extreme poverty, heavy debt, belonging to a minority, flight.",
        ),
        Option(
            "situation",
            "a situation many people go through",
            "Loneliness, grief, a break-up, an ordinary shortage of money.",
        ),
        Option("other", "another reason, or none"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(b)"),
)

weakness_use = Choice(
    key="weakness_use",
    section="behaviour",
    presupposes=("practices",),
    label="what the system does with the weakness",
    ask="How does the system bear on people's weakness?",
    help="What it leads to counts even if nobody meant it. If several fit, choose the first.",
    why="Making use of a weakness to bend what people do is banned; protecting them is not.",
    evidence="design documents, tests with the people concerned",
    yes_example="A toy praises a child for ever riskier climbing: made use of",
    no_example="A warning when an old driver grows drowsy: it protects",
    options=(
        Option("exploits", "it makes use of the weakness so that people act differently, or is meant to"),
        Option("side_effect", "people fare worse as an unwanted side effect", "For instance through one-sided data."),
        Option("protects", "it protects or supports them"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(b)"),
)

rated_who = Choice(
    key="rated_who",
    section="use",
    presupposes=("practices", "rating_effects"),
    label="who is rated",
    ask="Who is rated: people, or companies and other organisations alone?",
    help="Sole traders are people, and so are groups of people. Choose people if a company's rating is made up of its "
    "members' and falls back on them.",
    why="The ban on social scoring protects people.",
    evidence="data model of the rating",
    yes_example="Tenants",
    no_example="Suppliers with limited liability",
    options=(Option("people", "people"), Option("companies", "companies or other organisations alone")),
    cite=_aia(pinpoint="Art. 5(1)(c)"),
)

rating_basis = Choices(
    key="rating_basis",
    section="use",
    presupposes=("practices", "rating_effects"),
    label="what ratings rest on",
    ask="What do the ratings rest on?",
    help="Choose all that fit. Known, inferred and predicted traits all count.",
    why="Ratings from social behaviour or personal traits can be banned social scoring.",
    evidence="feature list",
    yes_example="A score from what people buy and whom they meet: social behaviour",
    no_example="The result of a maths test: something else",
    options=(
        Option("social_behaviour", "how people behave", "Payments, driving, posts, contacts, habits."),
        Option("personal_traits", "what people are like", "Origin, family, address, income, character, interests."),
        Option(
            "plain_ratings",
            "marks that other people gave, merely averaged",
            "Stars for a driver or a shop, with nothing combined or analysed.",
        ),
        Option("other", "something else", "Tests, exact measurements, facts of a case."),
    ),
    cite=_aia(pinpoint="Art. 5(1)(c)"),
)

rating_over_time = Flag(
    key="rating_over_time",
    section="use",
    presupposes=("practices", "rating_effects"),
    label="ratings built up over time",
    statement="the ratings draw on people's conduct or traits over a period of time",
    denial="the ratings look at a single moment only",
    ask="Do the ratings draw on data about a period of time, not on one single moment?",
    help="Records, histories and repeated observation are a period, however short.",
    why="The ban on social scoring covers ratings over a certain period of time.",
    evidence="time span of the data used",
    yes_example="Two years of bank statements",
    no_example="One answer in one interview",
    cite=_aia(pinpoint="Art. 5(1)(c)"),
)

rating_effects = Choices(
    key="rating_effects",
    section="use",
    presupposes=("practices",),
    label="what ratings lead to",
    ask="What do the ratings lead to for those rated?",
    help="Choose all that fit, for single people and for groups. Rewards for some can be disadvantages for others.",
    why="Unfair or out-of-place disadvantages turn a rating into banned social scoring.",
    evidence="map of where scores are used, proportionality note",
    yes_example="Life cover is refused because of how somebody spends money: unrelated setting",
    no_example="A dearer car policy for measured speeding: fair treatment in its own setting",
    options=(
        Option(
            "unrelated_setting",
            "disadvantages in a setting the data does not come from",
            "Data from shopping, family or neighbours used for benefits, insurance, housing. Not where a law provides "
            "for that very use.",
        ),
        Option(
            "disproportionate",
            "disadvantages that are unjustified or out of proportion to what people did",
        ),
        Option(
            "fitting_lawful_purpose",
            "fair treatment for the purpose the data was lawfully collected for",
            "Also no effect at all.",
        ),
    ),
    cite=_aia(pinpoint="Art. 5(1)(c)"),
)

crime_prediction_basis = Choice(
    key="crime_prediction_basis",
    section="use",
    presupposes=("practices",),
    label="what crime predictions rest on",
    ask="What do the predictions of crime concern, and what do they rest on?",
    help="If several fit, choose the first.",
    why="Predicting that a person will offend from profile or character alone is banned.",
    evidence="feature list with the weight of each input",
    yes_example="Terror risk from age, nationality and kind of car: profile alone",
    no_example="A map of likely burglaries: places",
    options=(
        Option("profile_or_traits_alone", "people, from a profile or from what they are like alone"),
        Option("facts_and_profile", "people, from established facts about them as well", "Verified conduct counts."),
        Option(
            "supports_human_on_facts",
            "people, in support of a human judgement that rests on facts of a crime",
            "Objective, verifiable facts tied directly to the crime.",
        ),
        Option("places", "places and times"),
        Option("companies", "companies alone"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(d)"),
)

crime_prediction_for = Choice(
    key="crime_prediction_for",
    section="use",
    presupposes=("practices", "crime_prediction_basis"),
    label="for whom crime is predicted",
    ask="For whom are people's crimes predicted?",
    help="If both fit, choose the first.",
    why="The Commission leaves out firms that protect themselves in the ordinary course of business.",
    evidence="contract, legal basis of the task",
    yes_example="A firm that screens travellers because the police asked: authorities",
    no_example="A shop guarding against losses: its own protection",
    options=(
        Option("authorities", "police or other authorities, at their request, or because a law demands it"),
        Option("own_protection", "a firm's own protection", "Crime comes in only by the way."),
    ),
    cite=_aia(pinpoint="Art. 5(1)(d)"),
)

face_source = Choice(
    key="face_source",
    section="data",
    presupposes=("practices",),
    label="where face images come from",
    ask="Where do the images of faces come from?",
    help="If several fit, choose the first. Going through people one after the other until all are in counts as in "
    "bulk, and so does a crawler that respects sites' wishes. Guidelines leave out gathering without any AI.",
    why="Gathering faces in bulk from the internet or from cameras is banned.",
    evidence="register of data sources",
    yes_example="Every profile picture of a social network: in bulk",
    no_example="Pictures of known victims of trafficking only: particular people",
    options=(
        Option("bulk_internet_or_cctv", "in bulk from the internet or from surveillance cameras"),
        Option("targeted", "from there, but of particular people only"),
        Option("given_or_licensed", "given by the people shown, licensed, or taken by yourselves"),
    ),
    cite=_aia(pinpoint="Art. 5(1)(e)"),
)

faces_searchable = Flag(
    key="faces_searchable",
    section="data",
    presupposes=("practices", "face_source"),
    label="faces kept to recognise people",
    statement="the faces gathered are kept so that people can be recognised by them",
    denial="the faces gathered cannot be used to recognise people",
    ask="Are the faces kept so that people can be recognised by them, by you or by somebody else?",
    help="Say yes if a face can be compared with them, whatever the collection is mainly for.",
    why="The ban concerns collections that serve to recognise faces.",
    evidence="description of the collection and of its search functions",
    yes_example="A service that finds a name for a photo",
    no_example="Photos used once to train a generator of invented faces",
    cite=_aia(pinpoint="Art. 5(1)(e)"),
)
