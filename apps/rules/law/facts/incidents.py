"""Serious incidents a model may have caused, and the days from which reporting clocks run."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Day, Grade, Option, Rigidity

_code = partial(Cite, instrument="COP", grade=Grade.P)

incident_kinds = Choices(
    key="incident_kinds",
    section="safety",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
        "union_ways",
        "code_chapters",
    ),
    label="serious incidents the model may have caused",
    ask="Has the model, directly or indirectly, led or possibly led to any of these?",
    help="A reasonable suspicion is enough. Leave empty if nothing of the kind has happened.",
    why="The graver the incident, the sooner the first report is expected.",
    evidence="incident register",
    yes_example="Somebody died after following the model's medical advice: death",
    no_example="A wrong answer that harmed nobody: none",
    options=(
        Option(
            "critical_infrastructure",
            "serious and irreversible disruption of critical infrastructure",
            "Energy, water, transport, health care, banking and the like.",
        ),
        Option(
            "cyber_breach",
            "serious cybersecurity breach",
            "Includes theft of the weights, or the model copying itself out.",
        ),
        Option("death", "death of a person"),
        Option(
            "serious_harm",
            "serious harm to health, rights, property or the environment",
            "Includes breaches of duties that protect fundamental rights.",
        ),
    ),
    cite=_code(pinpoint="Safety and Security Chapter, Measure 9.3"),
    rigidity=Rigidity.FIXED,
)

incident_aware_on = Day(
    key="incident_aware_on",
    section="safety",
    label="day you learned the model may be involved",
    ask="On which day did you learn that the model may be involved in the incident?",
    why="The time for the first report runs from that day.",
    evidence="time-stamped incident record",
    yes_example="A hospital wrote to you on 1 November: that day",
    no_example="The day of the accident, if you learned of it later: not this day",
    cite=_code(pinpoint="Safety and Security Chapter, Measure 9.3"),
    rigidity=Rigidity.FIXED,
)

incident_reported_on = Day(
    key="incident_reported_on",
    section="safety",
    label="day of the last report on an open incident",
    ask="When did you last report to the AI Office on an incident that is still open?",
    why="Further reports are expected at least every four weeks until it is resolved.",
    evidence="copy of the report",
    yes_example="An interim report sent on 20 November: that day",
    no_example="A call with the press office: not a report",
    cite=_code(pinpoint="Safety and Security Chapter, Measure 9.3"),
    rigidity=Rigidity.FIXED,
)

incident_resolved_on = Day(
    key="incident_resolved_on",
    section="safety",
    label="day the incident was resolved",
    ask="When was the incident resolved?",
    why="The final report is expected within 60 days of that day.",
    evidence="closure note",
    yes_example="Cause found and fixed on 3 December: that day",
    no_example="Service back online, cause unknown: not yet",
    cite=_code(pinpoint="Safety and Security Chapter, Measure 9.3"),
    rigidity=Rigidity.FIXED,
)

framework_confirmed_on = Day(
    key="framework_confirmed_on",
    section="safety",
    label="day the safety Framework or its update was confirmed",
    ask="When did you last confirm your Safety and Security Framework or an update of it?",
    why="The AI Office expects access within five business days of that day.",
    evidence="signed confirmation",
    yes_example="Management signed the update on 2 November: that day",
    no_example="A draft sent round: not yet",
    cite=_code(pinpoint="Safety and Security Chapter, Measure 1.4"),
    rigidity=Rigidity.FIXED,
)
