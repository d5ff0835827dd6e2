"""Who the organisation is, where it sits, how large it is."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choice, Cite, Grade, Number, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

seat = Choice(
    key="seat",
    section="organisation",
    presupposes=("development", "activity", "union_ways"),
    label="where the organisation is established",
    ask="Where is the organisation established that offers the model or the system under its name?",
    help="Take the legal entity named in the licence, in the terms of use or on the product. If a subsidiary in the "
    "Union is that entity, its country counts, not the parent's.",
    why="Makers from outside the European Union may need a representative inside it.",
    evidence="company register, licence, terms of use, label",
    yes_example="An Irish subsidiary signs the terms of use: European Union",
    no_example="The parent in California signs them, the subsidiary only sells: United States",
    options=(
        Option("eu", "the European Union", "Any Member State."),
        Option("uk", "the United Kingdom"),
        Option("us", "the United States"),
        Option("other", "another country", "For example Switzerland, Israel, China or Canada."),
    ),
    cite=_aia(pinpoint="Arts 22(1) and 54(1)"),
    rigidity=Rigidity.HARD,
)

union_representative = Choice(
    key="union_representative",
    section="organisation",
    label="authorised representative in the Union",
    ask="Has anybody in the European Union accepted your written mandate to represent you?",
    help="A representative must itself be located or established in the Union. Your own address outside the Union "
    "does not become one by printing a name beside it.",
    why="Shows whether the step of appointing a representative is already done.",
    evidence="signed mandate with the representative's address",
    yes_example="A signed mandate with a firm in Tallinn",
    no_example="An employee named at the head office overseas",
    options=(
        Option("in_union", "a representative located in the Union, by written mandate"),
        Option("outside_union", "a named representative at an address outside the Union"),
        Option("none", "nobody"),
    ),
    cite=_aia(pinpoint="Art. 3(5)"),
    rigidity=Rigidity.EASY,
)

staff = Number(
    key="staff",
    section="organisation",
    label="staff",
    ask="How many people work for the organisation, group included?",
    help="Count full-time equivalents over a year. Add the staff of companies you control or that control you, and a "
    "share for holdings of 25 % or more. A change of size class counts only after two accounting periods.",
    why="Small and mid-sized firms get lower ceilings for some fines and shorter documents; never for fines on "
    "general-purpose models.",
    evidence="payroll or annual report",
    yes_example="40 staff plus a sister company with 300: 340",
    no_example="40 staff, counting only the subsidiary: too low",
    cite=_aia(pinpoint="Art. 3(14a)"),
    rigidity=Rigidity.HARD,
    unit="people",
    maximum=1e8,
)

worldwide_turnover_eur = Number(
    key="worldwide_turnover_eur",
    section="organisation",
    label="worldwide annual turnover",
    ask="What was the worldwide annual turnover of the last financial year?",
    help="In euro, for the whole group. A range is fine.",
    why="The ceiling of a fine is a share of turnover or a fixed amount.",
    evidence="last annual accounts",
    yes_example="EUR 4 million: the fixed amount is the ceiling",
    no_example="EUR 2 billion: the share of turnover is the ceiling",
    cite=_aia(pinpoint="Art. 101(1)"),
    rigidity=Rigidity.FIXED,
    unit="EUR",
    maximum=1e13,
)

balance_sheet_eur = Number(
    key="balance_sheet_eur",
    section="organisation",
    label="balance-sheet total",
    ask="What was the balance-sheet total at the end of the last financial year?",
    help="In euro, for the whole group. Matters only when turnover is too high for a size class.",
    why="A size class needs low turnover or a low balance sheet.",
    evidence="last annual accounts",
    yes_example="Turnover EUR 60 million, balance sheet EUR 30 million, 200 staff: still medium-sized",
    no_example="Both above the ceiling: not medium-sized",
    cite=_aia(pinpoint="Art. 3(14a)"),
    rigidity=Rigidity.FIXED,
    unit="EUR",
    maximum=1e14,
)
