"""What only the makers of the largest models are asked in the United States: incidents, and since when they count."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Day, Grade, Option, Rigidity

_tfaia = partial(Cite, instrument="US-CA-TFAIA", grade=Grade.P)
_FRONTIER = ("us_states", "development", "task_range", "training_compute", "modification_compute")

us_incident_kinds = Choices(
    key="us_incident_kinds",
    section="safety",
    presupposes=_FRONTIER,
    label="what has happened with the frontier model",
    ask="What has happened with the model?",
    help="Choose all that fit. Leave empty if nothing has.",
    why="Only some events are critical safety incidents that have to be reported, and the employment rules count more "
    "of them than the reporting rules.",
    evidence="incident file",
    yes_example="Stolen weights were used in an attack in which people were hurt: taken without permission, with "
    "injury",
    no_example="The model misled testers in a test made to bring that out: deception in such a test",
    options=(
        Option("theft_injury", "weights accessed, changed or taken without permission, and people died or were hurt"),
        Option("theft_property", "the same, and property was damaged or lost, but nobody hurt"),
        Option("theft_harmless", "the same, without harm so far"),
        Option(
            "catastrophe",
            "harm from a catastrophic risk",
            "One event with more than 50 people dead or gravely hurt, or more than a billion dollars of damage, to "
            "which the model materially contributed. Not by what anyone can look up, nor in lawful federal work.",
        ),
        Option("control_lost_injury", "loss of control over the model, and people died or were hurt"),
        Option("control_lost_harmless", "loss of control over the model, without death or injury"),
        Option(
            "deception",
            "the model deceived its developer to get round controls or monitoring",
            "Outside a test made to bring that out, in a way that shows a materially higher catastrophic risk.",
        ),
        Option("deception_in_test", "it did so in a test made to bring that out"),
        Option("market_loss", "shares or the firm lost value, and nothing else was damaged"),
    ),
    cite=_tfaia(pinpoint="22757.11(d)"),
    rigidity=Rigidity.FIXED,
)

us_incident_known_on = Day(
    key="us_incident_known_on",
    section="safety",
    presupposes=("us_incident_kinds",),
    label="day the incident was discovered",
    ask="On which day did you discover the incident, or learn facts that make it likely?",
    help="California counts from discovery, New York and Illinois from facts that give a reasonable belief. Leave it "
    "out if nothing of what happened has to be reported.",
    why="Reports are due 15 days or 72 hours later.",
    evidence="incident log with times",
    yes_example="Facts reported to the safety team on 10 April: that day",
    no_example="The day on which the investigation ended: too late",
    cite=_tfaia(pinpoint="22757.13(c)"),
    rigidity=Rigidity.FIXED,
)

us_large_since = Day(
    key="us_large_since",
    section="organisation",
    presupposes=("us_group_revenue_usd",),
    label="day the developer first counted as large",
    ask="Since when has the developer counted as large?",
    help="The first day after a calendar year in which the group had revenue above 500 million dollars, once the model "
    "counts as a frontier model.",
    why="In Illinois the first yearly audit falls due 90 days later, and not before 2028.",
    evidence="accounts of the year before, training record",
    yes_example="Revenue first above the line in 2027: 1 January 2028",
    no_example="The day a valuation passed the line: not this day",
    cite=Cite(instrument="US-IL-AISMA", pinpoint="s. 10(d)", grade=Grade.P),
    rigidity=Rigidity.FIXED,
)
