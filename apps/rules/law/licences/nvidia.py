"""Licences of NVIDIA's models."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import (
    NOTHING_OWED,
    PRIVATE,
    Clause,
    Evidence,
    Licence,
    Outputs,
    Override,
    Owed,
    Rights,
)
from apps.rules.law.licences.terms import (
    Code,
    Commercial,
    Ending,
    Family,
    Keep,
    Limit,
    Osi,
    Owe,
    Patents,
    Train,
    Verdict,
)
from apps.rules.law.licences.usual import COPY

nvidia_open_model = Licence(
    id="nvidia-open-model",
    name="NVIDIA Open Model License",
    family=Family.NVIDIA,
    publisher="NVIDIA",
    dated=date(2025, 10, 24),
    aliases=("nvidia open model license", "nvidia-open-model-license", "nvidia open model license agreement"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Separate terms on trustworthy AI apply."),
        Clause(code=Code.D10, text="NVIDIA may update the licence for legal reasons."),
        Clause(
            code=Code.D13,
            text="Rights end when a safety guardrail is bypassed. Since October 2025 it may be replaced by a "
            "similar one.",
        ),
    ),
    leans=Verdict.LEANS_NO,
    reason="Rights end when a safety guardrail is bypassed; separate terms on trustworthy AI apply; NVIDIA may "
    "update the licence for legal reasons; and it asks for an indemnity.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    exclusions_text="export controls and sanctions",
    limits=(Limit.LIST,),
    limits_text="NVIDIA's terms on trustworthy AI; guardrails stay (since October 2025 a similar one may replace them)",
    keep=Keep.YES,
    owed=(COPY, Owed(kind=Owe.DISPLAY, text="Cosmos models: show “Built on NVIDIA Cosmos”.")),
    outputs=Outputs(
        train=Train.CONDITIONS, text="yes; Cosmos outputs used to train a model also require the Cosmos line"
    ),
    patents=Patents.GRANTED,
    patents_text="effectively granted (make, have made, sell, import); ends if you sue over patents or copyright",
    endings=(Ending.PATENT_SUIT, Ending.COPYRIGHT_SUIT, Ending.GUARDRAIL),
    models=("Nemotron-4 340B", "Llama-Nemotron", "Nemotron 3 Nano", "Cosmos"),
    evidence=Evidence(
        source="https://www.nvidia.com/en-us/agreements/enterprise-software/nvidia-open-model-license/",
        grade=Grade.S,
        note="Text of 28 April 2025 read; that of 24 October 2025 from secondary sources.",
    ),
    deploy="Yes, at any scale; keep the guardrails in place.",
    fine_tune=PRIVATE,
    disclose="No disclosure; notice when distributing.",
)

nvidia_nemotron_open_model = Licence(
    id="nvidia-nemotron-open-model",
    name="NVIDIA Nemotron Open Model License",
    family=Family.NVIDIA,
    publisher="NVIDIA",
    dated=date(2025, 12, 15),
    aliases=("nvidia nemotron open model license", "nvidia-nemotron-open-model-license", "nemotron open model license"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(),
    override=Override(verdict=Verdict.LEANS_YES, why="No clause against it is reported, but the text was not read."),
    reason="No clause on guardrails or ethics is reported; the text was not read.",
    rights=Rights.of("YYYY"),
    commercial=Commercial.YES,
    exclusions_text="none reported",
    limits=(Limit.NONE,),
    limits_text="none reported",
    keep=Keep.YES,
    owed=(COPY,),
    outputs=Outputs(train=Train.YES, text="yes"),
    patents=Patents.GRANTED,
    patents_text="reported as granted; ends if you sue over patents or copyright",
    endings=(Ending.PATENT_SUIT, Ending.COPYRIGHT_SUIT),
    models=("Nemotron 3 Super (from 15 Mar 2026)",),
    evidence=Evidence(
        source="https://www.nvidia.com/en-us/agreements/enterprise-software/nvidia-nemotron-open-model-license/",
        grade=Grade.S,
    ),
    deploy="Yes, on the reports seen.",
    fine_tune=PRIVATE,
    disclose=NOTHING_OWED,
)
