"""AI Act, Article 3(1): what an AI system is, by how it comes to its results."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    NEVER,
    Cite,
    Definition,
    Grade,
    GuidanceStatus,
    Reading,
    Version,
    contested,
    guidance,
)
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.facts.system import system_method

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_infers = system_method.is_("learned", "reasoned")
_simple = system_method.is_("simple_estimate")
_fitted = system_method.is_("fitted_rules")

simple_statistics_outside = guidance(
    key="ai-system-simple-estimates",
    why="The Commission's guidelines leave out basic data processing, classical heuristics, aids to optimisation and "
    "simple statistics. Known here at second hand only.",
    status=GuidanceStatus.FINAL,
    followed=_infers,
    ignored=_infers | _simple,
    cite=Cite(instrument="GLD", pinpoint="C(2025) 5053 final", grade=Grade.M),
)

fitted_rules_infer = contested(
    key="ai-system-fitted-rules",
    why="A fixed table or filter runs like rules written by people, but its weights were drawn from data. Article 3(1) "
    "asks whether the system infers how to generate its output; it does not say when.",
    a=Reading("weights drawn from data are inference", _fitted),
    b=Reading("a fixed table only executes rules", NEVER),
    cites=(_aia(pinpoint="Art. 3(1)"), _aia(pinpoint="recital 12")),
)

ai_system = Definition(
    id="ai_system",
    title="AI system",
    statement="the software is an AI system",
    denial="the software is not an AI system",
    summary="Software or a machine that works out from its input how to produce predictions, content, advice or "
    "decisions. Learning from data and reasoning from encoded knowledge count; rules written by people alone and "
    "merely executed do not.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=_infers | (_simple & simple_statistics_outside) | (_fitted & fitted_rules_infer),
            cites=(_aia(pinpoint="Art. 3(1)"), _aia(pinpoint="recital 12")),
        ),
    ),
)
