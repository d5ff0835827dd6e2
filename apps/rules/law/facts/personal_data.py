"""Where data about people come in: training, operation, sensitive kinds."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

_gdpr = partial(Cite, instrument="GDPR", grade=Grade.M)

personal_data = Choices(
    key="personal_data",
    section="data",
    presupposes=("development", "system_roles"),
    label="data about people",
    ask="Where do data about identifiable people come in?",
    help="Choose all that fit. Names, faces, voices, posts, e-mails and customer numbers count, public ones too. Leave "
    "empty only if nothing can be traced to a person.",
    why="Data about people bring data-protection duties, open source or not, small or large.",
    evidence="data register, samples of training data and logs",
    yes_example="A language model trained on web pages: names and illnesses stand in them, so training and sensitive",
    no_example="A model of turbine vibrations: none",
    options=(
        Option("training", "in material a model learns from", "Scraped, bought or given; fine-tuning included."),
        Option("operation", "in use", "In what people enter, what is looked up, or what comes out."),
        Option(
            "monitoring", "to follow what people in the Union do", "Their movements, clicks or behaviour over time."
        ),
        Option(
            "special_categories",
            "sensitive data",
            "On health, ethnic origin, politics, religion, union, sex life or orientation, genes, or body data that "
            "identify. Web crawls nearly always hold some.",
        ),
        Option("special_for_bias", "sensitive data used only to find and correct bias"),
    ),
    cite=_gdpr(pinpoint="Art. 4(1)"),
    rigidity=Rigidity.HARD,
)
