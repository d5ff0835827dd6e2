"""Frontier Model Forum: an association of companies; its papers can be cited, nothing follows from membership."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade
from apps.rules.law.international.common import Binding, Life, instrument, no_carve_out

FORUM = instrument(
    "INT-FMF",
    "Frontier Model Forum",
    "Frontier Model Forum",
    Binding.BODY,
    "association of companies, announced on 26 July 2023",
    "Six members on what was seen: Amazon, Anthropic, Google, Meta, Microsoft and OpenAI. Publishes papers on "
    "practice, runs exchange among members and a fund for safety research. No authority. A framework under the laws of "
    "California, New York or Illinois may cite its papers as industry practice.",
    no_carve_out("Openness is no criterion of membership."),
    Life(date(2023, 7, 26), "announced"),
    Life(date(2024, 5, 1), "Amazon and Meta join; the day is not verified", Grade.S),
)
