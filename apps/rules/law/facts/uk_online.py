"""Online services in the United Kingdom: how users meet content there, how far that reaches, and children."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Choices, Cite, Day, Flag, Grade, Number, Option, Rigidity

_osa = partial(Cite, instrument="UK-OSA", grade=Grade.P)
_SERVICE = ("uk_links", "uk_activities")

uk_online = Choices(
    key="uk_online",
    section="behaviour",
    presupposes=_SERVICE,
    label="how users meet content on the service",
    ask="What can users do on the site or app?",
    help="Being able to is enough; how many do so plays no part. Answers for one user alone, from a closed model, are "
    "none of these.",
    why="Services on which users meet other users' content, and search engines, owe duties of online safety.",
    evidence="feature list, sharing settings, source list of the search",
    yes_example="Pictures that the bot made appear in a gallery that other users see: share content",
    no_example="A private chat with a bot that shows nothing to others and searches nothing: none",
    options=(
        Option("shares", "share what they write, upload or generate with other users", "Links, feeds, galleries."),
        Option("group_chat", "chat in a group with other users and a bot"),
        Option("user_bots", "publish bots or personas of their own for other users"),
        Option("hosts_models", "upload models, adapters, prompts or data sets for other users"),
        Option(
            "search",
            "search more than one website or database",
            "Also where an assistant looks up live pages and shows what it found.",
        ),
    ),
    cite=_osa(pinpoint="s. 3"),
)

uk_online_limits = Choices(
    key="uk_online_limits",
    section="behaviour",
    presupposes=(*_SERVICE, "uk_online"),
    label="what the service is limited to",
    ask="Does one of these describe everything users can do with each other's content?",
    help="Leave empty if none does. Small size, no profit and research are no limits.",
    why="The act leaves a few kinds of service alone, whatever their size.",
    evidence="access rules, feature list",
    yes_example="A chat tool that only a firm's own staff can use: internal",
    no_example="A hobby forum with 200 members: none",
    options=(
        Option("internal", "an internal tool of a business for its own staff or contractors"),
        Option("messages", "e-mail, text or picture messages alone"),
        Option("calls", "live one-to-one calls by voice alone"),
        Option("comments", "comments or reviews on what the provider itself published"),
        Option("public_body", "a public body's service in carrying out its functions"),
        Option("education", "a school or childcare provider's own service"),
    ),
    cite=_osa(pinpoint="Sch. 1"),
)

uk_material_risk = Flag(
    key="uk_material_risk",
    section="behaviour",
    presupposes=(*_SERVICE, "uk_online"),
    label="real risk of serious harm to people in the United Kingdom",
    statement="what users or searches bring up poses a real risk of serious harm to people in the United Kingdom",
    denial="what users or searches bring up poses no real risk of serious harm to people in the United Kingdom",
    ask="Can content from users, or what the search brings up, do serious harm to people in the United Kingdom?",
    help="A real possibility counts: grooming, abuse images, fraud, self-harm, terrorism. Think of the content, not of "
    "how many people there use it.",
    why="A service that is merely within reach of the country is bound if it poses such a risk.",
    evidence="risk assessment, reports of abuse",
    yes_example="An open board where users post undressed pictures of real people",
    no_example="A gallery of chess diagrams",
    cite=_osa(pinpoint="s. 4(6)"),
)

uk_children = Choice(
    key="uk_children",
    section="behaviour",
    presupposes=_SERVICE,
    label="children among the users in the United Kingdom",
    ask="Are people under 18 in the United Kingdom likely to use it?",
    help="They are if it is meant for them, or if many come or are drawn to it, whatever the terms say. Only checks of "
    "age that work keep them out.",
    why="Services that children are likely to use owe more, and data protection asks more of them.",
    evidence="written assessment, user statistics, age checks",
    yes_example="A homework helper without checks of age: likely",
    no_example="A tax tool for accountants, assessed in writing: assessed as unlikely",
    options=(
        Option("likely", "yes"),
        Option("unlikely", "no, as a written assessment shows", "Few come, or checks of age keep them out."),
        Option("not_assessed", "thought unlikely, but never assessed in writing"),
    ),
    cite=_osa(pinpoint="ss. 35-37"),
)

uk_online_since = Day(
    key="uk_online_since",
    section="market",
    presupposes=(*_SERVICE, "uk_online"),
    label="first day of the service in the United Kingdom",
    ask="On which day did the service first fall under the Online Safety Act?",
    help="The first day on which users there could share or search; for older services the day the rules started.",
    why="First assessments are due within three months that begin with this day.",
    evidence="launch notice",
    yes_example="A gallery opens to users in Leeds on 1 September 2026: that day",
    no_example="The day of the first closed test with staff",
    cite=_osa(pinpoint="Sch. 3 para. 3"),
    rigidity=Rigidity.FIXED,
)

uk_revenue_gbp = Number(
    key="uk_revenue_gbp",
    section="organisation",
    presupposes=(*_SERVICE, "uk_online", "uk_turnover_gbp"),
    label="revenue of the online service that comes from the United Kingdom",
    ask="How much of the online service's yearly revenue comes from the United Kingdom, in pounds?",
    why="Large services pay fees, unless little of the revenue comes from there.",
    evidence="revenue by country",
    yes_example="£12 million of £400 million: fees",
    no_example="£9 million of £400 million: no fees",
    cite=Cite(instrument="UK-OSA", pinpoint="Part 6; SI 2025/1204", grade=Grade.S),
    rigidity=Rigidity.FIXED,
    unit="GBP",
    maximum=1e13,
)
