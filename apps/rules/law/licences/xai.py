"""The licence of xAI's Grok 2."""

from __future__ import annotations

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import PRIVATE, Clause, Evidence, Gate, Licence, Outputs, Override, Owed, Rights
from apps.rules.law.licences.terms import (
    Code,
    Commercial,
    Effect,
    Ending,
    Family,
    Keep,
    Limit,
    Osi,
    Owe,
    Patents,
    Train,
    Verdict,
    When,
)
from apps.rules.law.licences.usual import COPY

grok2_community = Licence(
    id="grok2-community",
    name="Grok 2 Community License Agreement",
    family=Family.XAI,
    publisher="xAI",
    aliases=(
        "grok-2",
        "grok 2 community license",
        "grok 2 community license agreement",
        "grok-2 community license",
        "grok2",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D9, text="Neither the model nor its outputs may train other foundation models."),
        Clause(code=Code.D11, text="“Powered by xAI” must be shown."),
        Clause(code=Code.D8, text="xAI's use policy is part of it."),
    ),
    override=Override(
        verdict=Verdict.NO,
        why="The ban on training other models is broad and no safety term, so it limits the fields of use.",
    ),
    reason="Training or improving other foundation models is banned, which is a limit on use and no safety term.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    gates=(
        Gate(effect=Effect.DISPLAY, text="Show “Powered by xAI”."),
        Gate(effect=Effect.CONTRACT, text="Read the text for a limit on revenue: some report one, none is confirmed."),
    ),
    limits=(Limit.LIST,),
    limits_text="xAI acceptable use policy",
    keep=Keep.YES,
    owed=(COPY, Owed(kind=Owe.DISPLAY, when=When.USED, text="Show “Powered by xAI”.")),
    outputs=Outputs(
        train=Train.NO,
        text="no: the model, derivatives and outputs may not train foundation or general-purpose models, own changes "
        "excepted",
    ),
    patents=Patents.SILENT,
    patents_text="no grant known; ends if you sue over patents or copyright",
    endings=(Ending.PATENT_SUIT, Ending.COPYRIGHT_SUIT),
    models=("Grok 2 / 2.5 (Aug 2025)",),
    evidence=Evidence(source="https://huggingface.co/xai-org/grok-2/blob/main/LICENSE", grade=Grade.S),
    deploy="Yes, under xAI's use policy, with the “Powered by xAI” display. Check the text for a revenue limit.",
    fine_tune=PRIVATE,
    disclose="No disclosure; notice and display.",
)
