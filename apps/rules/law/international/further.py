"""Further names people ask about: addressed to states or readers, or of use for one thing; none asks for anything."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade, Openness, Relief
from apps.rules.law.international.common import Binding, Life, instrument, no_carve_out

UNESCO = instrument(
    "INT-UNESCO",
    "UNESCO Recommendation on the Ethics of Artificial Intelligence",
    "UNESCO AI ethics",
    Binding.GUIDANCE,
    "UNESCO, November 2021",
    "Addressed to 194 member states; nothing is asked of companies.",
    no_carve_out("Not a matter of openness."),
    Life(date(2021, 11, 23), "adopted", Grade.M),
)
UNITED_NATIONS = instrument(
    "INT-UN",
    "United Nations scientific panel on AI and global dialogue on AI governance",
    "UN panel and dialogue on AI",
    Binding.GUIDANCE,
    "United Nations, 2025 to 2026",
    "Addressed to states; nothing is asked of companies.",
    no_carve_out("Not a matter of openness."),
    Life(date(2025, 8, 26), "set up", Grade.M),
)
SAFETY_REPORT = instrument(
    "INT-SAFETY-REPORT",
    "International AI Safety Report",
    "AI Safety Report",
    Binding.BODY,
    "January 2025; second edition February 2026",
    "A source of evidence for risk assessments; asks for nothing.",
    no_carve_out("Not a matter of openness."),
    Life(date(2025, 1, 29), "first edition", Grade.M),
    Life(date(2026, 2, 3), "second edition; the day is not verified", Grade.M),
)
PARTNERSHIP = instrument(
    "INT-PAI",
    "Partnership on AI: guidance for safe foundation model deployment",
    "Partnership on AI guidance",
    Binding.BODY,
    "Partnership on AI",
    "Guidance of an association for those who release foundation models.",
    Openness(Relief.NONE, "Tells kinds of release apart, open weights among them; no exemption follows."),
    Life(date(2023, 10, 24), "published; the day is not verified", Grade.M),
)
MODEL_SIGNING = instrument(
    "INT-OPENSSF",
    "OpenSSF model signing",
    "OpenSSF model signing",
    Binding.STANDARD,
    "Open Source Security Foundation",
    "Signs files of weights, so that whoever downloads them can see that they are whole; goes with Content "
    "Credentials, which sign what comes out.",
    no_carve_out("Made for those who publish weights; no relief follows."),
    Life(date(2025, 4, 4), "version 1.0; the day is not verified", Grade.M),
)
