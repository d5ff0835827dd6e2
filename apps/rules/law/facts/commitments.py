"""What the organisation has promised beyond the law."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Grade, Option, Rigidity

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

code_chapters = Choices(
    key="code_chapters",
    section="commitments",
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
        "seat",
    ),
    label="chapters of the Code of Practice signed",
    ask="Which chapters of the General-Purpose AI Code of Practice have you signed?",
    help="Leave empty if you have not signed it.",
    why="A signatory shows compliance through the Code; everybody else by other adequate means.",
    evidence="signature form",
    yes_example="Signed as a whole: all three",
    no_example="Only the safety part was signed: that one",
    options=(
        Option("transparency", "Transparency"),
        Option("copyright", "Copyright"),
        Option("safety", "Safety and Security"),
    ),
    cite=_aia(pinpoint="Art. 53(4)"),
    rigidity=Rigidity.EASY,
)
