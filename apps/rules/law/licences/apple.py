"""Licences of Apple's models."""

from __future__ import annotations

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
from apps.rules.law.licences.usual import CHANGED, COPY, SAME_TERMS

apple_amlr = Licence(
    id="apple-amlr",
    name="Apple Machine Learning Research Model License",
    family=Family.APPLE,
    publisher="Apple",
    aliases=(
        "apple machine learning research model license",
        "apple-amlr license",
        "amlr",
        "apple ml research model license",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(Clause(code=Code.D1, text="Non-commercial scientific research only; product development is outside."),),
    reason="For non-commercial scientific research only.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.NO,
    limits=(Limit.RESEARCH,),
    limits_text="research purposes only; no product development",
    keep=Keep.WITHIN,
    keep_text="research",
    owed=(COPY, Owed(kind=Owe.CREDIT, text="Add the line of attribution."), CHANGED, SAME_TERMS),
    outputs=Outputs(train=Train.NON_COMMERCIAL, text="research only"),
    patents=Patents.EXCLUDED,
    patents_text="expressly none",
    endings=(Ending.DELETE,),
    models=("FastVLM", "MobileCLIP2 weights", "OpenELM"),
    evidence=Evidence(source="https://github.com/apple/ml-fastvlm/blob/main/LICENSE_MODEL", grade=Grade.P),
    deploy="No, not even in product development.",
    fine_tune="Only for scientific research.",
    disclose="If you share a derivative, disclose the changes.",
)

apple_ascl = Licence(
    id="apple-ascl",
    name="Apple Sample Code style licence",
    family=Family.APPLE,
    publisher="Apple",
    aliases=("apple sample code license", "apple sample code", "ascl"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(),
    override=Override(
        verdict=Verdict.LEANS_YES,
        why="All four rights are given, but as a personal licence and under copyright only.",
        is_limit=True,
    ),
    reason="All four rights, but as a personal licence under copyright only, without patents.",
    rights=Rights.of("YYYY"),
    commercial=Commercial.YES,
    limits=(Limit.NONE,),
    limits_text="none; no endorsement by name",
    keep=Keep.YES,
    owed=(
        Owed(
            kind=Owe.NOTICE, text="Keep the notice when you pass it on unchanged. Do not use Apple's name to endorse."
        ),
    ),
    outputs=Outputs(train=Train.YES, text="yes"),
    patents=Patents.EXCLUDED,
    patents_text="expressly none",
    models=("Ferret", "DCLM-7B", "early OpenELM"),
    evidence=Evidence(
        source="https://developer.apple.com/support/downloads/terms/apple-sample-code/Apple-Sample-Code-License.pdf",
        grade=Grade.P,
        note="Read in another repository of Apple with the same wording.",
    ),
    deploy="Yes; patents are not covered.",
    fine_tune=PRIVATE,
    disclose=NOTHING_OWED,
)
