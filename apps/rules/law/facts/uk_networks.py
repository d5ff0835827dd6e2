"""Providers of digital services and infrastructure in the United Kingdom."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option

uk_digital_services = Choices(
    key="uk_digital_services",
    section="organisation",
    presupposes=("uk_links", "uk_activities"),
    label="digital services provided",
    ask="Which of these do you provide?",
    help="Choose all that fit. A model behind an interface that customers build on is often a cloud service.",
    why="Clouds, marketplaces and search engines have duties of security now; a bill would add more.",
    evidence="product list, contracts",
    yes_example="Rented servers for training: cloud",
    no_example="Your own data centre for your own work alone: none",
    options=(
        Option("cloud", "cloud computing"),
        Option("marketplace", "an online marketplace"),
        Option("search", "an online search engine"),
        Option("data_centre", "a data centre for others"),
        Option("managed", "managed IT services"),
    ),
    cite=Cite(instrument="UK-NIS", pinpoint="SI 2018/506", grade=Grade.M),
)
