"""Licences of Meta: the Llama family, and those of its research models."""

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
    Owed,
    Rights,
    Threshold,
)
from apps.rules.law.licences.terms import (
    Code,
    Commercial,
    Effect,
    Ending,
    Family,
    Keep,
    Limit,
    Metric,
    Operator,
    Osi,
    Owe,
    Patents,
    Tested,
    Train,
    Unit,
)

llama3_1 = Licence(
    id="llama3.1",
    name="Llama 3.1 Community License",
    family=Family.META,
    publisher="Meta",
    version="3.1",
    dated=date(2024, 7, 23),
    aliases=("llama-3.1", "llama 3.1 community license agreement"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D3, text="Above a number of users before release, a separate licence is needed."),
        Clause(code=Code.D8, text="A long use policy is part of the licence."),
        Clause(code=Code.D11, text="“Built with Llama” must be shown, and derivatives must be named Llama."),
    ),
    reason="A number of users triggers a separate licence; a long use policy is part of it.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(
        Threshold(
            metric=Metric.MAU_BEFORE_RELEASE,
            operator=Operator.ABOVE,
            amount=700_000_000,
            unit=Unit.USERS,
            tested=Tested.AT_RELEASE,
            released=date(2024, 7, 23),
            effect=Effect.LICENCE,
            text="No rights before Meta gives a licence.",
        ),
    ),
    limits=(Limit.LIST,),
    limits_text="Meta's use policy: among others no military use or weapons, no running of critical infrastructure, "
    "no unlicensed professional advice, no hiding that AI is at work",
    keep=Keep.YES,
    owed=(
        Owed(kind=Owe.NOTICE, text="Pass on the licence and a Notice file."),
        Owed(kind=Owe.DISPLAY, text="Show “Built with Llama”."),
        Owed(kind=Owe.NAME, text="Begin the name of a derived model with “Llama”."),
    ),
    outputs=Outputs(
        train=Train.CONDITIONS,
        text="yes; a model trained with outputs and passed on needs a name that begins with “Llama”, and “Built with "
        "Llama”",
    ),
    patents=Patents.SILENT,
    patents_text="No express grant. The licence ends if you sue Meta or others over the materials or outputs.",
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 3.1 8B", "Llama 3.1 70B", "Llama 3.1 405B", "DeepSeek-R1-Distill-Llama-8B"),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/LICENSE", grade=Grade.P
    ),
    deploy="Yes, free, unless you and your affiliates had more than 700 million monthly users in the calendar month "
    "before release. Follow the use policy; show the required notice.",
    fine_tune=f"{PRIVATE} The use policy still binds you.",
    disclose=f"{NOTHING_OWED} If you pass it on: licence copy, “Built with Llama” shown, Notice file, names of AI "
    "models begin with “Llama”.",
)
