"""Large IT systems of the Union for borders and justice, which have a longer time limit of their own."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Flag, Grade

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

union_it_system = Flag(
    key="union_it_system",
    section="use",
    presupposes=("uses", "users", "system_placed_on"),
    label="part of a large IT system of the Union",
    statement="the system is part of one of the Union's large IT systems for borders, visas, asylum or justice",
    denial="the system is no part of the Union's large IT systems for borders, visas, asylum or justice",
    ask="Is it part of one of the Union's large IT systems for borders, visas, asylum or justice?",
    help="These are the Schengen Information System, the Visa Information System, Eurodac, the Entry/Exit System, the "
    "travel authorisation system ETIAS, the criminal-record index ECRIS-TCN, and what links them.",
    why="Parts of these systems that date from before 2 August 2027 have until 31 December 2030.",
    evidence="contract with the agency that runs the system",
    yes_example="Face matching inside the Entry/Exit System",
    no_example="A city police force's own search tool",
    cite=_aia(pinpoint="Art. 111(1)"),
)
