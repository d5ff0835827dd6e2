"""Body scans and voiceprints in the United States: what is done with them decides whether state law is met."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

us_biometrics = Choices(
    key="us_biometrics",
    section="data",
    presupposes=("us_states", "development", "system_roles", "system_functions"),
    label="fingerprints, voiceprints, eye, hand or face measurements",
    ask="What do you do with measurements of people's eyes, fingers, hands or faces, or with voiceprints?",
    help="Choose all that fit. Plain photographs and sound recordings from which no such measurement is drawn do not "
    "count. Leave empty if there are none.",
    why="Illinois, Texas and Washington ask for notice and consent; Texas lets training of models be.",
    evidence="data-flow diagram, retention schedule",
    yes_example="Cameras that greet known customers by name: telling who somebody is",
    no_example="Photos sorted by colour: none",
    options=(
        Option(
            "identify", "telling who a particular person is", "Also checking that somebody is who they claim to be."
        ),
        Option(
            "train",
            "making, testing or offering AI models or systems",
            "If it is used to tell who somebody is, choose that as well.",
        ),
        Option("security", "acting against fraud, theft, harassment, crime or security incidents"),
        Option("security_only", "telling who people are, for such security work alone", "Choose it beside the first."),
        Option("treatment", "care or treatment of patients"),
        Option("bank_voice", "voiceprints kept by a bank or other financial institution"),
        Option("other", "another business purpose", "For example estimating age or mood, or selling the data."),
    ),
    cite=Cite(instrument="US-TX-CUBI", pinpoint="503.001", grade=Grade.S),
    rigidity=Rigidity.MEDIUM,
)
