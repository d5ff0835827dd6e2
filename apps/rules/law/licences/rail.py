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
from apps.rules.law.licences.usual import CHANGED, COPY, FLOW_DOWN

bigscience_bloom_rail_1_0 = Licence(
    id="bigscience-bloom-rail-1.0",
    name="BigScience RAIL 1.0",
    family=Family.RAIL,
    publisher="BigScience",
    version="1.0",
    aliases=("bigscience-bloom-rail", "bigscience rail", "bloom rail", "bloom rail 1.0"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Thirteen forbidden uses that every further agreement must repeat."),
        Clause(code=Code.D10, text="The latest version is asked for; use may be restricted from afar."),
    ),
    leans=Verdict.LEANS_NO,
    reason="Broad bans, such as medical advice, uses in justice and migration, and automated decisions, bind "
    "everybody downstream; guidance tolerates narrow safety terms only. The latest version is asked for, and use "
    "may be restricted from afar.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="13 banned uses including medical advice, administration of justice, law enforcement, undisclosed "
    "machine text",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY, CHANGED),
    outputs=Outputs(
        train=Train.CONDITIONS,
        text="yes, but a model distilled from outputs counts as a derivative and inherits the bans",
    ),
    patents=Patents.GRANTED,
    patents_text="granted; ends if you sue over patents",
    endings=(Ending.PATENT_SUIT,),
    models=("BLOOM", "BLOOMZ"),
    evidence=Evidence(source="https://huggingface.co/spaces/bigscience/license", grade=Grade.P),
    deploy="Yes, outside the 13 banned uses, and your users must accept them too.",
    fine_tune=f"{PRIVATE} The bans apply inside as well.",
    disclose="No disclosure, but anything you share or host carries the same bans.",
)

bigscience_openrail_m = Licence(
    id="bigscience-openrail-m",
    name="BigScience Open RAIL-M",
    family=Family.RAIL,
    publisher="BigScience",
    aliases=("bigscience openrail",),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Thirteen forbidden uses that every further agreement must repeat."),
        Clause(code=Code.D10, text="The licensor keeps a hand on later use."),
    ),
    leans=Verdict.LEANS_NO,
    reason="Broad bans, such as medical advice, uses in justice and migration, and automated decisions, bind "
    "everybody downstream; guidance tolerates narrow safety terms only.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="13 banned uses, medical advice, justice and law enforcement among them",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY, CHANGED),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; distilled models are derivatives"),
    patents=Patents.GRANTED,
    patents_text="granted; ends if you sue over patents",
    endings=(Ending.PATENT_SUIT,),
    models=("Supertonic TTS and others",),
    evidence=Evidence(source="https://www.licenses.ai/ai-licenses", grade=Grade.P),
    deploy="Yes, outside the banned uses; pass them on.",
    fine_tune=PRIVATE,
    disclose="No disclosure; pass on the bans when sharing or hosting.",
)

creativeml_openrail_m = Licence(
    id="creativeml-openrail-m",
    name="CreativeML Open RAIL-M",
    family=Family.RAIL,
    publisher="CompVis, Stability AI and others",
    aliases=("creativeml openrail", "creativeml"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Eleven forbidden uses that every further agreement must repeat."),
        Clause(code=Code.D10, text="The latest version is asked for; outputs may be changed from afar."),
    ),
    leans=Verdict.LEANS_NO,
    reason="Broad bans, such as medical advice, uses in justice and migration, and automated decisions, bind "
    "everybody downstream; guidance tolerates narrow safety terms only. The latest version is asked for, and "
    "outputs may be changed from afar.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="11 banned uses, medical advice and automated decisions among them",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY, CHANGED),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; distilled models are derivatives"),
    patents=Patents.GRANTED,
    patents_text="granted; ends if you sue over patents",
    endings=(Ending.PATENT_SUIT,),
    models=("Stable Diffusion 1.x and thousands of fine-tunes",),
    evidence=Evidence(source="https://huggingface.co/spaces/CompVis/stable-diffusion-license", grade=Grade.P),
    deploy="Yes, outside the banned uses; pass them on.",
    fine_tune=PRIVATE,
    disclose="No disclosure; pass on the bans when sharing or hosting.",
)

openrailpp = Licence(
    id="openrail++",
    name="CreativeML Open RAIL++-M",
    family=Family.RAIL,
    publisher="Stability AI",
    aliases=("openrail++-m", "creativeml open rail++-m", "openrailpp", "openrail plus plus", "creativeml openrail++-m"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Eleven forbidden uses that every further agreement must repeat."),
        Clause(
            code=Code.D10, text="The licensor keeps a hand on later use; the latest version is no longer asked for."
        ),
    ),
    leans=Verdict.LEANS_NO,
    reason="Broad bans, such as medical advice, uses in justice and migration, and automated decisions, bind "
    "everybody downstream; guidance tolerates narrow safety terms only. The latest version is no longer asked for.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="11 banned uses, medical advice and automated decisions among them",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY, CHANGED),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; distilled models are derivatives"),
    patents=Patents.GRANTED,
    patents_text="granted; ends if you sue over patents",
    endings=(Ending.PATENT_SUIT,),
    models=("Stable Diffusion 2.x", "SDXL 1.0"),
    evidence=Evidence(
        source="https://huggingface.co/stabilityai/stable-diffusion-xl-base-1.0/blob/main/LICENSE.md", grade=Grade.P
    ),
    deploy="Yes, outside the banned uses; pass them on.",
    fine_tune=PRIVATE,
    disclose="No disclosure; pass on the bans when sharing or hosting.",
)

bigcode_openrail_m = Licence(
    id="bigcode-openrail-m",
    name="BigCode Open RAIL-M v1",
    family=Family.RAIL,
    publisher="BigCode",
    version="1",
    aliases=("bigcode openrail", "bigcode-openrail-m v1", "starcoder license"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Fourteen forbidden uses, narrower than those of its siblings: several need intent."),
        Clause(code=Code.D10, text="The licensor keeps a hand on later use."),
    ),
    reason="Bans that bind everybody downstream, but narrower than those of its siblings: several need intent, and "
    "medical advice is banned only in place of professionals.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="14 banned uses",
    keep=Keep.YES,
    owed=(
        Owed(
            kind=Owe.FLOW_DOWN,
            when=When.HOSTED,
            text="Repeat the forbidden uses, or equivalent ones, in any licence you give.",
        ),
        Owed(
            kind=Owe.DOCUMENT,
            text="Keep the documentation, and describe your changes at least as well as the original.",
        ),
    ),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; models initialised from outputs are modifications"),
    patents=Patents.GRANTED,
    patents_text="granted; all rights end if you sue over patents",
    endings=(Ending.PATENT_SUIT,),
    models=("StarCoder", "StarCoder2", "SantaCoder"),
    evidence=Evidence(source="https://huggingface.co/spaces/bigcode/bigcode-model-license-agreement", grade=Grade.P),
    deploy="Yes, outside the banned uses.",
    fine_tune=PRIVATE,
    disclose="When sharing: pass on bans and document your changes at least as well as the original.",
)
