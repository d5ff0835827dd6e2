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

architecture_public = Flag(
    key="architecture_public",
    section="openness",
    presupposes=("weights_public",),
    label="architecture public",
    statement="information on the architecture is publicly available",
    denial="information on the architecture is not publicly available",
    ask="Is information on the model's architecture public?",
    help="Enough to see how it is built: kind of network, layers, sizes. A configuration file with code usually does.",
    why="One of the things an open-source model must publish to be freed from some duties.",
    evidence="technical report, configuration and code",
    yes_example="Report and configuration beside the weights",
    no_example="Only an encrypted file that a closed program can run",
    cite=_aia(pinpoint="Art. 53(2)"),
    rigidity=Rigidity.EASY,
)

usage_info_public = Flag(
    key="usage_info_public",
    section="openness",
    presupposes=("weights_public",),
    label="usage information public",
    statement="information on how to use the model is publicly available",
    denial="information on how to use the model is not publicly available",
    ask="Is information on how to use the model public?",
    help="At least what goes in and out, what it can and cannot do, and what is needed to build it in: instructions, "
    "infrastructure, tools, settings.",
    why="One of the things an open-source model must publish to be freed from some duties.",
    evidence="model card, integration guide",
    yes_example="A model card with abilities, limits and code to run it",
    no_example="A file name and nothing else",
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
        Option("safety_terms", "narrow safety terms", "Few, objective and against serious risks to safety or rights."),
        Option("use_restrictions", "a list of forbidden uses", "As in responsible-AI licences and community licences."),
        Option("non_commercial", "non-commercial use only"),
        Option("research_only", "research use only"),
        Option("user_scale_licence", "a further licence above a number of users or amount of revenue"),
        Option("separate_commercial_licence", "a separate licence for certain commercial uses"),
        Option("attribution_above_scale", "branding only above a number of users or amount of revenue"),
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
    label="conditions for getting the model",
    ask="What must people do or be to get the model?",
    help="Choose all that fit. Leave empty if anybody can take it without a step in between.",
    why="Reasonable security steps are fine; shutting people out or taking their data is not.",
    evidence="download page, sign-up form, privacy notice",
    yes_example="A check that the user is real, open to all: security check",
    no_example="Users of certain countries are refused: country-based refusal",
    options=(
        Option("security_check", "a security check open to all", "For example verifying a user's identity."),
        Option("country_refusal", "refusal of people from certain countries"),
        Option("selected_recipients", "being selected", "You decide case by case, or only partners get it."),
        Option("contact_details", "giving name or e-mail address", "A click-through form on a hub."),
        Option("personal_data", "letting personal data be processed for more than security"),
    ),
    cite=_gl(pinpoint="section 4.2.1"),
    rigidity=Rigidity.EASY,
)

charges = Choices(
    key="charges",
    section="openness",
    presupposes=("weights_public",),
    label="what is charged for",
    ask="What do you take money for in connection with the model?",
    help="Choose all that fit. Leave empty if you earn nothing with it.",
    why="Taking money for access, use, change or distribution loses the open-source exemption; optional extras do not.",
    evidence="price list, terms of sale",
    yes_example="Weights free for all, support contracts on request: optional extras",
    no_example="Free for universities, paid for firms: two licences",
    options=(
        Option("price", "the model itself", "Obtaining, using, changing or passing it on."),
        Option("dual_licensing", "some users only", "Two licences: free for some, paid for others or above a scale."),
        Option("essential_service", "support or services without which the model does not work"),
        Option("mandatory_purchase", "support, training or maintenance that must be bought"),
        Option("paid_exclusive_hosting", "use on your own platform, the only place to get it"),
        Option("ads_exclusive_hosting", "paid advertising on your own platform, the only place to get it"),
        Option("optional_extras", "optional extras", "Support, tools, or a hosted version beside free weights."),
        Option("microenterprises_only", "dealings between microenterprises only", "Fewer than 10 staff, EUR 2 m."),
    ),
    cite=_gl(pinpoint="section 4.2.2"),
    rigidity=Rigidity.EASY,
)
