"""Consumers in the United States: adverts with invented people, prices by personal data, ages signalled by devices."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

_WHERE = ("us_states", "system_roles", "uses")

us_synthetic_advert = Choices(
    key="us_synthetic_advert",
    section="use",
    presupposes=("us_activities",),
    label="invented performers in adverts",
    ask="Do you make or carry adverts with an invented performer, a digital figure or voice that passes as human?",
    help="Not recognisable as a particular real person. Choose all that fit; leave empty if you do neither.",
    why="New York and California want it disclosed, New York not for sound alone.",
    evidence="advert files, briefs",
    yes_example="A radio spot with a generated voice: sound alone",
    no_example="A film trailer with the film's own digital character: for an expressive work",
    options=(
        Option("picture", "you make an advert with pictures"),
        Option("audio_only", "you make an advert of sound alone"),
        Option("knowing", "you know that the performer is synthetic"),
        Option(
            "prominent",
            "the performer is prominent",
            "Shows the product in the foreground, narrates on or off camera, or illustrates or reacts to the message.",
        ),
        Option("expressive", "only for expressive works, used as in the work"),
        Option("translation", "only to translate a human performer"),
        Option("accessibility", "only for other accessibility features"),
        Option("medium", "you carry other people's adverts", "A site, app, channel or station that sells space."),
    ),
    cite=Cite(instrument="US-CA-SB1050", pinpoint="17610", grade=Grade.P),
    rigidity=Rigidity.EASY,
)

us_personal_prices = Choices(
    key="us_personal_prices",
    section="use",
    presupposes=("us_activities",),
    label="prices set from personal data",
    ask="Do you set prices for consumers by an algorithm with data about the person?",
    help="Data linked to a device count. Choose all that fit; leave empty if not.",
    why="New York wants an exact sentence beside such a price; Maryland limits higher prices for food.",
    evidence="pricing logic, data inputs",
    yes_example="The price of shoes varies with a customer's browsing: personal data",
    no_example="The same price for everyone, changing by the hour: none",
    options=(
        Option("personal", "yes, with data about the person"),
        Option(
            "exempt", "only insurance, banking, taxi fares by place, or discounts below an agreed subscription price"
        ),
        Option("food", "for food: a shop of 15,000 square feet or more, or a food-delivery service"),
        Option("higher", "some people pay more because of such data, without having agreed"),
    ),
    cite=Cite(instrument="US-NY-GBL349A", pinpoint="349-a", grade=Grade.S),
)

us_app_roles = Choices(
    key="us_app_roles",
    section="market",
    presupposes=("us_activities",),
    label="operating systems, app stores and apps",
    ask="Which of these do you provide to users in California?",
    help="Websites are not meant. Leave empty if none fits.",
    why="From 2027 devices signal age brackets, and apps must ask for them.",
    evidence="product list, licences",
    yes_example="A chatbot app in the stores: an app",
    no_example="A website used in a browser: none",
    options=(
        Option("os", "an operating system with account setup", "Under any licence but an open one."),
        Option("open_os", "an operating system under a licence to copy it, pass it on and change it"),
        Option("store", "an app store"),
        Option("app", "an app", "Under any licence, open ones included."),
    ),
    cite=Cite(instrument="US-CA-AB1043", pinpoint="1798.500 ff.", grade=Grade.S),
)
