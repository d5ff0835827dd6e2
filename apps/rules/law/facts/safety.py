"""Dealings with authorities about the risk of the model."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Cite, Day, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

commission_procedure = Choice(
    key="commission_procedure",
    section="safety",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
        "activity",
        "union_ways",
        "other_counted_compute",
    ),
    label="procedure with the Commission on systemic risk",
    ask="What has last happened between you and the European Commission about systemic risk?",
    help="Choose the latest state. Arguments that are still being examined suspend nothing.",
    why="A designation brings the duties for systemic risk; only an accepted rebuttal takes them away.",
    evidence="letters to and from the Commission",
    yes_example="The Commission wrote that it accepts your arguments: accepted",
    no_example="You sent arguments and wait: under examination",
    options=(
        Option("none", "nothing so far"),
        Option("notified", "notified"),
        Option("rebuttal_filed", "notified, with arguments against the classification under examination"),
        Option("rebuttal_rejected", "arguments rejected"),
        Option("rebuttal_accepted", "arguments accepted"),
        Option("designated", "model designated by decision"),
    ),
    cite=_aia(pinpoint="Art. 52"),
    rigidity=Rigidity.HARD,
)

rebuttal_ground = Choice(
    key="rebuttal_ground",
    section="safety",
    label="ground of the rebuttal",
    ask="What do your arguments against the classification rest on?",
    help="Only features of the model itself can carry them. Safeguards around it cannot.",
    why="Arguments from safeguards are not accepted, so time spent on them is lost.",
    evidence="submission to the Commission",
    yes_example="The abilities measured stay far below leading models: features",
    no_example="Filters catch dangerous requests: safeguards",
    options=(
        Option("model_features", "features and abilities of the model itself"),
        Option("mitigations", "safeguards and mitigation measures"),
    ),
    cite=_gl(pinpoint="section 2.3.3"),
    rigidity=Rigidity.EASY,
)

threshold_known_on = Day(
    key="threshold_known_on",
    section="safety",
    label="day the systemic-risk line was met or foreseen",
    ask="On which day was the line for systemic risk met, or known to be met later?",
    help="The earlier of the two. Planning and allocating the compute can be enough, before training ends.",
    why="The notification is due two weeks after that day.",
    evidence="dated compute plan or training log",
    yes_example="The plan approved on 2 November 2026 reaches 2.3e25: that day",
    no_example="The day of release: usually later than this day",
    cite=_aia(pinpoint="Art. 52(1)"),
    rigidity=Rigidity.FIXED,
)
