"""The licence of DeepSeek's earlier models."""

from __future__ import annotations

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import PRIVATE, Clause, Evidence, Licence, Outputs, Rights
from apps.rules.law.licences.terms import Code, Commercial, Ending, Family, Keep, Limit, Osi, Patents, Train, Verdict
from apps.rules.law.licences.usual import CHANGED, COPY, FLOW_DOWN

deepseek = Licence(
    id="deepseek",
    name="DeepSeek License Agreement 1.0",
    family=Family.DEEPSEEK,
    publisher="DeepSeek",
    version="1.0",
    aliases=("deepseek license", "deepseek license agreement 1.0", "deepseek-license", "deepseek model license"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(
            code=Code.D8,
            text="Eleven forbidden uses, all military use and automated decisions among them, to be passed on.",
        ),
        Clause(code=Code.D10, text="Use may be restricted from afar."),
    ),
    leans=Verdict.LEANS_NO,
    reason="Bans of the responsible-AI kind, all military use and automated decisions among them, to be passed on; "
    "use may be restricted from afar.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    exclusions_text="none; law of the People's Republic of China",
    limits=(Limit.LIST,),
    limits_text="11 bans including any military use",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY, CHANGED),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; distilled models are derivatives and inherit the bans"),
    patents=Patents.GRANTED,
    patents_text="granted; ends if you sue over patents",
    endings=(Ending.PATENT_SUIT,),
    models=("DeepSeek-V2", "DeepSeek-V2.5", "DeepSeek-V3 of December 2024", "DeepSeek-Coder", "Janus"),
    evidence=Evidence(source="https://github.com/deepseek-ai/DeepSeek-V3/blob/main/LICENSE-MODEL", grade=Grade.P),
    deploy="Yes, outside the bans; users must accept them.",
    fine_tune=PRIVATE,
    disclose="No disclosure; pass on the bans when sharing or hosting.",
)
