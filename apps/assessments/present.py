"""An assessment as people read it. Start here: `sentences`, `mark`, `tally`, and `view` for a whole page or report.

Everything is computed from an Assessment; nothing reads a clock or a database. Words of the interface go through
gettext, texts of the law come from the rulebook as they are.
"""

from apps.assessments.groups import Filters
from apps.assessments.links import NOWHERE, Source
from apps.assessments.marks import MARK_KINDS, Count, MarkKind, force, is_duty, mark, tally
from apps.assessments.page import View, view
from apps.assessments.sentences import Sentence, sentences

__all__ = [
    "MARK_KINDS",
    "NOWHERE",
    "Count",
    "Filters",
    "MarkKind",
    "Sentence",
    "Source",
    "View",
    "force",
    "is_duty",
    "mark",
    "sentences",
    "tally",
    "view",
]
