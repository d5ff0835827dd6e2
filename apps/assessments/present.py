"""An assessment as people read it. Start here: `sentences`, `mark`, `tally`, and `view` for a whole page or report.

Everything is computed from an Assessment (and, for pictures and changes, its profile); nothing reads a clock or a
database. Words go through gettext; law texts come from the rulebook as they are.
"""

from apps.assessments.marks import MARK_KINDS, Count, MarkKind, force, is_duty, mark, tally
from apps.assessments.sentences import Sentence, sentences

__all__ = ["MARK_KINDS", "Count", "MarkKind", "Sentence", "force", "is_duty", "mark", "sentences", "tally"]
