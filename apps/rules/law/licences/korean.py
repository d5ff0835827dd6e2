"""Licences of Korean makers."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import PRIVATE, Clause, Evidence, Gate, Licence, Outputs, Owed, Rights, Threshold
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
    Trait,
    Unit,
)
from apps.rules.law.licences.usual import CHANGED, COPY, FLOW_DOWN, SAME_TERMS

exaone_nc = Licence(
    id="exaone-nc",
    name="EXAONE AI Model License 1.1-NC / 1.2-NC",
    family=Family.KOREAN,
    publisher="LG AI Research",
    version="1.1-NC and 1.2-NC",
    aliases=(
        "exaone",
        "exaone-nc 1.1",
        "exaone-nc 1.2",
        "exaone ai model license agreement 1.1 - nc",
        "exaone ai model license 1.2-nc",
        "exaone 4.0 license",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D1, text="Research only; version 1.2 adds education."),
        Clause(code=Code.D9, text="Version 1.1 bars improving any other model, version 1.2 competing ones."),
        Clause(code=Code.D15, text="No reverse engineering."),
    ),
    reason="For research only; version 1.2 adds education.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.NO,
    exclusions_text="none; law of Korea, arbitration",
    limits=(Limit.RESEARCH, Limit.LIST),
    limits_text="research; a list of ethical uses; no reverse engineering; version 1.1 may be changed by the licensor",
    keep=Keep.WITHIN,
    keep_text="research",
    owed=(Owed(kind=Owe.NAME, text="Begin the name with “EXAONE”."), COPY, SAME_TERMS),
    outputs=Outputs(
        train=Train.NO,
        text="no: 1.1 bars improving any other model and claims ownership of outputs; 1.2 bars only competing models "
        "and drops the ownership claim",
    ),
    patents=Patents.SILENT,
    patents_text="none",
    endings=(Ending.DELETE,),
    models=("EXAONE 3.5 (1.1)", "EXAONE Deep (1.1)", "EXAONE 4.0 (1.2)"),
    evidence=Evidence(source="https://github.com/LG-AI-EXAONE/EXAONE-4.0/blob/main/LICENSE", grade=Grade.P),
    deploy="No.",
    fine_tune="Only for research (and education under 1.2).",
    disclose="Share only with this licence and the EXAONE name.",
)

k_exaone = Licence(
    id="k-exaone",
    name="K-EXAONE AI Model License",
    family=Family.KOREAN,
    publisher="LG AI Research",
    aliases=("k-exaone ai model license", "k-exaone license"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D4, text="Making it available to others commercially needs a separate agreement."),
        Clause(code=Code.D15, text="No reverse engineering."),
    ),
    reason="Making it available to others commercially needs a separate agreement.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.CONDITIONAL,
    gates=(
        Gate(
            effect=Effect.LICENCE,
            when=(Trait.OFFERS_TO_OTHERS,),
            text="Making the model or its derivatives available to others commercially needs a separate agreement.",
        ),
    ),
    exclusions_text="none; law of Korea, arbitration",
    limits=(Limit.LIST,),
    limits_text="a list of ethical uses; no reverse engineering",
    keep=Keep.YES,
    owed=(COPY, Owed(kind=Owe.NAME, text="Begin the name with “K-EXAONE”.")),
    outputs=Outputs(train=Train.YES, text="yes (no clause)"),
    patents=Patents.EXCLUDED,
    patents_text="none transferred",
    endings=(Ending.DELETE,),
    models=("K-EXAONE 236B",),
    evidence=Evidence(source="https://github.com/LG-AI-EXAONE/K-EXAONE/blob/main/LICENSE", grade=Grade.P),
    deploy="Internal commercial use: yes. Offering it to third parties commercially: separate agreement.",
    fine_tune="Yes.",
    disclose="No disclosure; names begin with “K-EXAONE”.",
)

hyperclovax_seed = Licence(
    id="hyperclovax-seed",
    name="HyperCLOVA X SEED Model License",
    family=Family.KOREAN,
    publisher="NAVER",
    dated=date(2025, 4, 24),
    aliases=("hyperclovax", "hyperclova x seed model license", "hyperclova x seed", "hyperclovax-seed license"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D3, text="Above 10 million monthly users before release a licence is needed."),
        Clause(code=Code.D4, text="Competitors of NAVER need a licence."),
        Clause(code=Code.D10, text="The licensor may amend it at any time."),
        Clause(code=Code.D11, text="“Powered by HyperCLOVA X” must be shown."),
    ),
    reason="A number of users triggers a licence, and competitors are left out.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(
        Threshold(
            metric=Metric.MAU_BEFORE_RELEASE,
            operator=Operator.ABOVE,
            amount=10_000_000,
            unit=Unit.USERS,
            tested=Tested.AT_RELEASE,
            released=date(2025, 4, 24),
            effect=Effect.LICENCE,
            text="A licence of NAVER is needed.",
        ),
    ),
    gates=(
        Gate(
            effect=Effect.LICENCE,
            when=(Trait.COMPETES,),
            text="Who distributes what is like, or competes with, NAVER's products needs a licence.",
        ),
    ),
    exclusions_text="none; law of Korea",
    limits=(Limit.LIST,),
    limits_text="a short list of unlawful uses; the licensor may amend it at any time",
    keep=Keep.YES,
    owed=(
        FLOW_DOWN,
        COPY,
        CHANGED,
        Owed(kind=Owe.DISPLAY, text="Show “Powered by HyperCLOVA X”."),
        Owed(kind=Owe.NAME, text="Begin the name of a model improved with outputs with “HyperCLOVA X”."),
    ),
    outputs=Outputs(
        train=Train.CONDITIONS, text="yes; a distributed model improved with outputs must begin with “HyperCLOVA X”"
    ),
    patents=Patents.SILENT,
    patents_text="no express grant; ends if you sue",
    endings=(Ending.IP_SUIT,),
    models=("HyperCLOVA X SEED 0.5B to 3B and later",),
    evidence=Evidence(source="https://huggingface.co/naver-hyperclovax", grade=Grade.P),
    deploy="Yes up to 10 million monthly users, unless you compete with NAVER.",
    fine_tune=PRIVATE,
    disclose="No disclosure; naming and display duties.",
)
