"""How openly the model is released: what is public, what the licence allows, what it costs."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Flag, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

weights_public = Flag(
    key="weights_public",
    section="openness",
    label="weights public",
    statement="the weights are publicly available",
    denial="the weights are not publicly available",
    ask="Are the model's weights publicly available?",
    help="All parameters needed to run it, not an adapter alone.",
    why="One of the things an open-source model must publish to be freed from some duties.",
    evidence="download page",
    yes_example="On a public hub for everybody",
    no_example="Behind an API, or for partners only",
    cite=_aia(pinpoint="Art. 53(2)"),
    rigidity=Rigidity.EASY,
)

public_information = Choices(
    key="public_information",
    section="openness",
    presupposes=("weights_public",),
    label="information published with the model",
    ask="What is publicly explained about the model, besides its weights?",
    help="Leave empty if neither is.",
    why="An open-source model must publish both to be freed from some duties.",
    evidence="technical report, configuration and code, model card, integration guide",
    yes_example="Report and configuration beside the weights, a card with abilities, limits and code to run it: both",
    no_example="An encrypted file that a closed program can run, and nothing else: none",
    options=(
        Option(
            "architecture",
            "how it is built",
            "Kind of network, layers, sizes. A configuration file with code usually tells.",
        ),
        Option(
            "usage",
            "how to use it",
            "At least what goes in and out, what it can and cannot do, and what is needed to build it in: "
            "instructions, infrastructure, tools, settings.",
        ),
    ),
    cite=_gl(pinpoint="section 4.2.3"),
    rigidity=Rigidity.EASY,
)

licence_grants = Choices(
    key="licence_grants",
    section="openness",
    presupposes=("weights_public",),
    label="rights the licence gives everybody",
    ask="Which rights does the licence give to everybody, free of charge?",
    help="Choose all that fit; limits on a right are asked next. Leave empty if there is no public licence.",
    why="All four are needed for the open-source exemption.",
    evidence="licence text",
    yes_example="Apache-2.0: all four",
    no_example="Use allowed, passing on forbidden: the right to distribute is missing",
    options=(
        Option("access", "obtaining the model"),
        Option("use", "using it"),
        Option("modify", "changing it"),
        Option("distribute", "passing it on, changed or not"),
    ),
    cite=_gl(pinpoint="section 4.2.1"),
    rigidity=Rigidity.EASY,
)

licence_terms = Choices(
    key="licence_terms",
    section="openness",
    presupposes=("weights_public", "licence_grants"),
    label="conditions in the licence",
    ask="Which conditions does the licence attach?",
    help="Choose all that fit. Leave empty if none does. Read an acceptable-use policy too if the licence names one.",
    why="Some conditions keep the open-source exemption, some lose it, some are disputed.",
    evidence="licence text, acceptable-use policy",
    yes_example="Credit the authors and keep the same licence: crediting and share-alike, both harmless",
    no_example="Ask for a further licence above 700 million monthly users: loses the exemption",
    options=(
        Option("attribution", "crediting the authors"),
        Option("share_alike", "same or comparable terms for changed models"),
        Option(
            "safety_terms",
            "narrow safety terms",
            "Few, objective, alike for everybody, and against serious risks to safety or rights.",
        ),
        Option("use_restrictions", "a list of forbidden uses", "As in responsible-AI licences and community licences."),
        Option("non_commercial", "non-commercial use only"),
        Option("research_only", "research use only"),
        Option("user_scale_licence", "a further licence above a number of users or amount of revenue"),
        Option("separate_commercial_licence", "a separate licence for certain commercial uses"),
        Option("attribution_above_scale", "branding only above a number of users or amount of revenue"),
        Option(
            "other_limits",
            "another limit on use or change",
            "No training of other models, sign-up before commercial use, terms that may change later, rights lost when "
            "a safeguard is removed, no reverse engineering, share-alike for software beside the model.",
        ),
        Option(
            "stricter_original",
            "stricter terms of the original it was made from",
            "The release has an open licence of its own, but the original model's terms were stricter.",
        ),
    ),
    cite=_gl(pinpoint="section 4.2.1"),
    rigidity=Rigidity.EASY,
)

access_terms = Choices(
    key="access_terms",
    section="openness",
    presupposes=("weights_public",),
    label="what people must do, be or pay to get the model",
    ask="What must people do, be or pay to get the model and use it?",
    help="Choose all that fit. Leave empty if anybody can take it, and you earn nothing with it.",
    why="Reasonable security steps and optional extras are fine. Shutting people out, taking their data, or taking "
    "money for access, use, change or distribution loses the open-source exemption.",
    evidence="download page, sign-up form, privacy notice, price list, terms of sale",
    yes_example="Weights free for all, support contracts on request: optional extras",
    no_example="Free for universities, paid for firms: two licences",
    options=(
        Option("security_check", "pass a security check open to all", "For example verifying a user's identity."),
        Option("country_refusal", "not come from certain countries"),
        Option("selected_recipients", "be selected", "You decide case by case, or only partners get it."),
        Option("contact_details", "give name or e-mail address", "A click-through form on a hub."),
        Option(
            "personal_data",
            "let personal data be processed for more than security",
            "The recital also allows compatibility and interoperability; the guidelines name security alone.",
        ),
        Option("price", "pay for the model itself", "Obtaining, using, changing or passing it on."),
        Option(
            "dual_licensing",
            "pay, if they are certain users",
            "Two licences: free for some, paid for others or above a scale.",
        ),
        Option("essential_service", "pay for support or services without which the model does not work"),
        Option("mandatory_purchase", "buy support, training or maintenance"),
        Option("paid_exclusive_hosting", "pay for use on your own platform, the only place to get it"),
        Option("ads_exclusive_hosting", "see paid advertising on your own platform, the only place to get it"),
        Option(
            "optional_extras",
            "nothing, but they can buy extras",
            "Support, tools, or a hosted version beside free weights.",
        ),
        Option(
            "microenterprises_only",
            "pay, in dealings between microenterprises only",
            "Fewer than 10 staff and EUR 2 million. Choose also what is paid for.",
        ),
    ),
    cite=_gl(pinpoint="section 4.2"),
    rigidity=Rigidity.EASY,
)
