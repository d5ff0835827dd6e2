"""AI Security Institute of the United Kingdom: tests by agreement, beside the commitments of Seoul."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Grade, Topic, When
from apps.rules.law.international.common import (
    MAKES_MODEL,
    Binding,
    Life,
    Source,
    frontier_practice,
    instrument,
    no_carve_out,
    point,
)
from apps.rules.law.international.seoul import GIVEN, seoul_party

FOUNDED = date(2023, 11, 2)

AISI = instrument(
    "UK-AISI",
    "AI Security Institute: testing by agreement (United Kingdom)",
    "AI Security Institute",
    Binding.BODY,
    "announced at Bletchley, November 2023",
    "Tests models before and after release where the developer agrees. It has no statutory powers and grants no "
    "licence. The Seoul commitments, given to the British government among others, stand under their own name.",
    no_carve_out("Open weights can be tested without anybody's agreement; nothing is owed either way."),
    Life(FOUNDED, "founded as AI Safety Institute", Grade.M),
    Life(date(2025, 2, 14), "renamed AI Security Institute (day from memory)"),
    Life(date(2026, 7, 22), "moves from DSIT to the Cabinet Office"),
    enforcer="nobody",
)
early_access = point(
    Source(instrument="UK-AISI", since=GIVEN),
    "UK-FR-5",
    "Offer the AI Security Institute access before release",
    "Offered, not owed: agree with the institute that it may test the model before you release it.",
    "developer of a frontier model, wherever it is",
    Topic.SAFETY,
    MAKES_MODEL & (seoul_party | frontier_practice),
    "voluntary agreement",
    Grade.M,
    "agreement",
    Deadline(kind=When.BEFORE_MARKET, text="Before release, by agreement."),
    published_on=GIVEN,  # the commitments it hangs on were not known before
    note="There is no compute line: whether a model is at the frontier is the developer's own judgement.",
)
