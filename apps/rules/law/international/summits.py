"""Summits on AI: Bletchley 2023, Paris 2025, New Delhi 2026, and the network of institutes. Seoul has its own file."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Grade, Openness, Relief, Topic, When
from apps.rules.law.facts.voluntary import voluntary_steps
from apps.rules.law.international.common import (
    Binding,
    Life,
    Source,
    claims,
    frontier_practice,
    instrument,
    no_carve_out,
    party,
    point,
)

DELHI_COMMITMENTS = date(2026, 2, 19)
DELHI_SEEN = date(2026, 2, 24)

BLETCHLEY = instrument(
    "INT-BLETCHLEY",
    "Bletchley Declaration",
    "Bletchley Declaration",
    Binding.GUIDANCE,
    "AI Safety Summit, 1 and 2 November 2023",
    "28 countries and the EU recognised the risks of frontier AI. States only: nothing is asked of companies. Leading "
    "companies and governments came to an understanding on tests before release there.",
    no_carve_out("Says nothing on openness as a rule."),
    Life(date(2023, 11, 1), "adopted", Grade.M),
)
PARIS = instrument(
    "INT-PARIS",
    "Statement on Inclusive and Sustainable AI for People and the Planet",
    "Paris AI statement",
    Binding.GUIDANCE,
    "AI Action Summit, Paris, 10 and 11 February 2025",
    "Signed by 58 to 61 countries and organisations (sources differ), not by the United Kingdom or the United States. "
    "States only: whether a country signed changes nothing for its companies. Access, openness, sustainability, work "
    "and governance are its subjects.",
    Openness(Relief.NONE, "Favours open models within each country's own rules; words, and no relief."),
    Life(date(2025, 2, 11), "published"),
)
DELHI = instrument(
    "INT-DELHI",
    "New Delhi Declaration and New Delhi Frontier AI Impact Commitments",
    "New Delhi commitments",
    Binding.PLEDGE,
    "AI Impact Summit, New Delhi, 16 to 20 February 2026",
    "Two things: a declaration of states (91 endorsers on 24 February 2026, China, the EU, the United Kingdom and the "
    "United States among them), which asks nothing of companies, and two commitments of frontier companies. Google, "
    "OpenAI, Anthropic and four Indian makers are named in reports; the full list was not seen. A version with six "
    "pillars contradicts the official summaries.",
    Openness(Relief.NONE, "Mentions open source where appropriate; no exemption from the commitments."),
    Life(DELHI_COMMITMENTS, "frontier commitments announced"),
    Life(date(2026, 2, 21), "declaration: 88 endorsers"),
    Life(DELHI_SEEN, "declaration: 91 endorsers"),
    seen_on=DELHI_SEEN,
)
NETWORK = instrument(
    "INT-NETWORK",
    "International Network for Advanced AI Measurement, Evaluation and Science",
    "Network of AI institutes",
    Binding.GUIDANCE,
    "founded November 2024, renamed December 2025",
    "Institutes of ten members: Australia, Canada, the EU, France, Japan, Kenya, Korea, Singapore, the United Kingdom "
    "(which coordinates) and the United States. No power over companies; its methods of evaluation are worth citing, "
    "and agreements on tests are each country's own.",
    no_carve_out("Not a matter of openness."),
    Life(date(2024, 11, 20), "founded as a network of AI safety institutes", Grade.O),
    Life(date(2025, 12, 1), "renamed in San Diego; the day is not verified", Grade.O),
)

_delhi = Source(instrument="INT-DELHI", since=DELHI_COMMITMENTS, seen_on=DELHI_SEEN)
delhi_party = party(
    "delhi",
    "the New Delhi Frontier AI Impact Commitments",
    DELHI_COMMITMENTS,
    _delhi.cite("frontier commitments", Grade.S),
    voluntary_steps.includes("delhi") | claims("delhi"),
)
_EXPECTED = delhi_party | frontier_practice

usage = point(
    _delhi,
    "INT-DELHI-1",
    "Publish what usage data show",
    "Publish statistics from anonymised, aggregated data on use, alone or through international efforts, as evidence "
    "on jobs and the economy.",
    "signatory",
    Topic.TRANSPARENCY,
    _EXPECTED,
    "commitment 1",
    Grade.S,
    "report on use",
    Deadline(kind=When.ON_EVENT, text="By the next summit; no calendar date was found."),
    note="Whoever lets others download weights has no data on use at other hosts: say so in the report.",
)
languages = point(
    _delhi,
    "INT-DELHI-2",
    "Evaluate in many languages and contexts",
    "Strengthen evaluation in many languages and contexts, under-represented ones included, with local partners.",
    "signatory",
    Topic.SAFETY,
    _EXPECTED,
    "commitment 2",
    Grade.S,
    "results of evaluation by language",
)
