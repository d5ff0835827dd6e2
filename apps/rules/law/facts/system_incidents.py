"""The day from which the reporting clocks for a serious incident with a high-risk system run."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Day, Grade, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

system_incident_aware_on = Day(
    key="system_incident_aware_on",
    section="safety",
    presupposes=("system_roles", "system_union_links", "uses"),
    label="day a serious incident with the system became known",
    ask="On which day did you, or a user who reported to you, learn of a serious incident with the system?",
    help="Whichever of the two came first; calendar days count from there. Serious means a death, serious harm to "
    "health, property or the environment, irreversible disruption of critical infrastructure such as energy, water, "
    "transport, banks or hospitals, or a breach of fundamental rights. Count, too, a breach of Union law that harms "
    "people across several Member States. Leave it open if nothing of the kind has happened.",
    why="The time for the report runs from that day.",
    evidence="time-stamped incident record",
    yes_example="The hospital learned of it on 3 March and told you on 5 March: 3 March",
    no_example="The day your investigation ended: not this day",
    cite=_aia(pinpoint="Art. 73(2)"),
    rigidity=Rigidity.FIXED,
)
