"""The licence of Cohere's research models."""

from __future__ import annotations

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import Clause, Evidence, Licence, Outputs, Rights
from apps.rules.law.licences.terms import Code, Commercial, Family, Keep, Limit, Osi, Patents, Train
from apps.rules.law.licences.usual import CREDIT, FLOW_DOWN

cohere_cc_by_nc = Licence(
    id="cohere-cc-by-nc",
    name="CC-BY-NC-4.0 plus C4AI / Cohere Labs Acceptable Use Policy",
    family=Family.COHERE,
    publisher="Cohere",
    aliases=(
        "c4ai",
        "c4ai cc-by-nc",
        "cohere labs cc-by-nc",
        "cc-by-nc-4.0 with c4ai acceptable use policy",
        "cohere cc by nc 4.0",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D1, text="Non-commercial use only."),
        Clause(code=Code.D8, text="An acceptable use policy is added."),
    ),
    reason="For non-commercial use only, with a use policy added.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.NO,
    limits=(Limit.NON_COMMERCIAL, Limit.LIST),
    limits_text="acceptable use policy; commercial use excluded",
    keep=Keep.WITHIN,
    keep_text="non-commercial",
    owed=(CREDIT, FLOW_DOWN),
    outputs=Outputs(train=Train.NON_COMMERCIAL, text="non-commercial only"),
    patents=Patents.EXCLUDED,
    patents_text="expressly none",
    models=("Command R", "Command R+", "Command A", "Aya", "Aya Expanse"),
    evidence=Evidence(source="https://docs.cohere.com/docs/c4ai-acceptable-use-policy", grade=Grade.S),
    deploy="No; contact Cohere.",
    fine_tune="Only for non-commercial purposes.",
    disclose="No; credit when sharing.",
)
