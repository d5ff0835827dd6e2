"""Responsible AI licences: free to use outside a list of forbidden uses that every further agreement must repeat."""

from __future__ import annotations

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import PRIVATE, Clause, Evidence, Licence, Outputs, Owed, Rights
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
    When,
)

creativeml_openrail_m = Licence(
    id="creativeml-openrail-m",
    name="CreativeML Open RAIL-M",
    family=Family.RAIL,
    publisher="CompVis, Stability AI and others",
    aliases=("creativeml openrail", "stable diffusion license"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Broad forbidden uses that every further agreement must repeat."),
        Clause(code=Code.D10, text="The licensor may update or change outputs from afar; the latest version is asked."),
    ),
    leans=Verdict.LEANS_NO,
    reason="Broad forbidden uses, such as medical advice and automated decisions, bind everybody downstream.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="11 forbidden uses",
    keep=Keep.YES,
    owed=(
        Owed(kind=Owe.FLOW_DOWN, when=When.HOSTED, text="Write the forbidden uses into every further agreement."),
        Owed(kind=Owe.NOTICE, text="Pass on the licence."),
        Owed(kind=Owe.CHANGES, text="Say what you changed."),
    ),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; models distilled from outputs are derivatives"),
    patents=Patents.GRANTED,
    patents_text="Granted; ends if you sue over patents.",
    endings=(Ending.PATENT_SUIT,),
    models=("Stable Diffusion 1.x",),
    evidence=Evidence(source="https://huggingface.co/spaces/CompVis/stable-diffusion-license", grade=Grade.P),
    deploy="Yes, outside the forbidden uses; pass them on.",
    fine_tune=PRIVATE,
    disclose="No disclosure. Pass the forbidden uses on when you share or host it.",
)
