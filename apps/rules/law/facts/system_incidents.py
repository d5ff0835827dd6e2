"""Serious incidents a high-risk system may have caused, and the day from which the reporting clocks run."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Day, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

system_incident_kinds = Choices(
    key="system_incident_kinds",
    section="safety",
    presupposes=("system_roles", "system_union_links", "uses"),
    label="serious incidents the system may have caused",
    ask="Has the system, directly or indirectly, led or possibly led to any of these?",
    help="A reasonable likelihood is enough. Leave empty if nothing of the kind has happened.",
    why="The graver the incident, the sooner the report is due.",
    evidence="incident register",
    yes_example="A triage tool ranked a heart attack last and the patient died: death",
    no_example="A wrong score that was caught before anybody acted on it: none",
    options=(
        Option("death", "death of a person"),
        Option(
            "critical_infrastructure",
            "serious and irreversible disruption of critical infrastructure",
            "Power, water, transport, hospitals, banking and the like.",
        ),
        Option(
            "widespread_infringement",
            "widespread breach of people's interests",
            "The same breach of Union law harms people in at least two Member States other than where it started.",
        ),
        Option(
            "fundamental_rights",
            "breach of duties that protect fundamental rights",
            "For example, discrimination against applicants.",
        ),
        Option("serious_harm", "serious harm to health, property or the environment"),
    ),
    cite=_aia(pinpoint="Art. 3(49)"),
    rigidity=Rigidity.FIXED,
)

system_incident_aware_on = Day(
    key="system_incident_aware_on",
    section="safety",
    presupposes=("system_incident_kinds",),
    label="day the system's incident became known",
    ask="On which day did you, or a user who reported to you, learn of the incident with the system?",
    help="Whichever of the two came first; calendar days count from there.",
    why="The time for the report runs from that day.",
    evidence="time-stamped incident record",
    yes_example="The hospital learned of it on 3 March and told you on 5 March: 3 March",
    no_example="The day your investigation ended: not this day",
    cite=_aia(pinpoint="Art. 73(2)"),
    rigidity=Rigidity.FIXED,
)
