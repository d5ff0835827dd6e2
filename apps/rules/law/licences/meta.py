"""Licences of Meta: the Llama family, and those of its research models."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import (
    EU,
    NOTHING_OWED,
    PRIVATE,
    Clause,
    Evidence,
    Exclusion,
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
    Verdict,
    When,
)
from apps.rules.law.licences.usual import CHANGED, COPY, SAME_TERMS

LLAMA_LIMITS = (
    "Meta's use policy: among others no military use, no weapons, no running of critical infrastructure, no "
    "unlicensed professional advice, no hiding that AI is at work"
)
LLAMA_PATENTS = "no express grant; the licence ends if you sue Meta or others over the materials or outputs"
LLAMA_DEPLOY = (
    "Yes, free, unless you and your affiliates had more than 700 million monthly users in the calendar month before "
    "release. Follow the use policy; show the required notice."
)
LLAMA_TRAIN = (
    "yes; but a model trained or improved with outputs and passed on needs a name that begins with “Llama”, and "
    "must carry “Built with Llama”"
)
PRIVATE_POLICY = (
    "Yes. Training and keeping weights inside your organisation triggers nothing. The use policy still binds you."
)
LLAMA_OWED = (
    "No duty to give changes back or to disclose. If you pass it on: licence copy, “Built with Llama” shown, Notice "
    "file, names of AI models begin with “Llama”."
)
NOTICE_FILE = Owed(kind=Owe.NOTICE, text="Pass on the licence and a Notice file.")
BUILT_WITH_LLAMA = Owed(kind=Owe.DISPLAY, text="Show “Built with Llama”.")
NAMED_LLAMA = Owed(kind=Owe.NAME, text="Begin the name of a derived AI model with “Llama”.")
USER_SCALE = Clause(code=Code.D3, text="More than 700 million monthly users before release need Meta's licence.")
USE_POLICY = Clause(code=Code.D8, text="A long use policy of Meta is part of the licence.")
NO_TRAINING = Clause(code=Code.D9, text="May not be used to improve any other large language model.")
LLAMA_NAME = Clause(code=Code.D11, text="“Built with Llama” must be shown, and derived models be named Llama.")


def _month_before(released: date) -> Threshold:
    return Threshold(
        metric=Metric.MAU_BEFORE_RELEASE,
        operator=Operator.ABOVE,
        amount=700_000_000,
        unit=Unit.USERS,
        tested=Tested.AT_RELEASE,
        released=released,
        effect=Effect.LICENCE,
        text="No rights before Meta gives a licence.",
    )


llama1 = Licence(
    id="llama1",
    name="LLaMA License Agreement (2023)",
    family=Family.META,
    publisher="Meta",
    version="1",
    aliases=("llama 1", "llama-1", "llama license agreement 2023", "llama license agreement"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(Clause(code=Code.D1, text="Non-commercial research only, on request."),),
    reason="For non-commercial research only, on request.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.NO,
    exclusions_text="export controls only",
    limits=(Limit.RESEARCH,),
    limits_text="non-commercial research; bans military, surveillance, biometric processing",
    keep=Keep.WITHIN,
    keep_text="research",
    owed=(COPY, SAME_TERMS),
    outputs=Outputs(
        train=Train.NON_COMMERCIAL, text="no for commercial use; data produced is covered by the ban", sell=False
    ),
    patents=Patents.SILENT,
    patents_text="none",
    models=("LLaMA 1 (Feb 2023)",),
    evidence=Evidence(source="https://github.com/facebookresearch/llama", grade=Grade.P),
    deploy="No.",
    fine_tune="Only for research.",
    disclose="Share only under the same research licence.",
)

llama2 = Licence(
    id="llama2",
    name="Llama 2 Community License",
    family=Family.META,
    publisher="Meta",
    version="2",
    dated=date(2023, 7, 18),
    aliases=("llama-2", "llama 2 community license agreement", "llama 2 community"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(USER_SCALE, USE_POLICY, NO_TRAINING),
    reason="A number of users triggers a separate licence, and a long use policy is part of it; it may not improve "
    "other models.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(_month_before(date(2023, 7, 18)),),
    limits=(Limit.LIST,),
    limits_text=LLAMA_LIMITS,
    keep=Keep.YES,
    owed=(NOTICE_FILE,),
    outputs=Outputs(train=Train.NO, text="no: it may not be used to improve any other large language model"),
    patents=Patents.SILENT,
    patents_text=LLAMA_PATENTS,
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 2", "Code Llama"),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama2/LICENSE", grade=Grade.P
    ),
    deploy=LLAMA_DEPLOY,
    fine_tune=PRIVATE_POLICY,
    disclose="No duty to give changes back or to disclose. If you pass it on: licence copy and Notice file.",
)

llama3 = Licence(
    id="llama3",
    name="Meta Llama 3 Community License",
    family=Family.META,
    publisher="Meta",
    version="3",
    dated=date(2024, 4, 18),
    aliases=(
        "llama-3",
        "meta llama 3 community license agreement",
        "llama 3 community",
        "llama3.0",
        "llama 3 community license",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        USER_SCALE,
        USE_POLICY,
        NO_TRAINING,
        Clause(code=Code.D11, text="“Built with Meta Llama 3” must be shown, and derived models be named Llama 3."),
    ),
    reason="A number of users triggers a separate licence, and a long use policy is part of it; it may not improve "
    "other models, and its name must be shown.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(_month_before(date(2024, 4, 18)),),
    limits=(Limit.LIST,),
    limits_text=LLAMA_LIMITS,
    keep=Keep.YES,
    owed=(
        NOTICE_FILE,
        Owed(kind=Owe.DISPLAY, text="Show “Built with Meta Llama 3”."),
        Owed(kind=Owe.NAME, text="Begin the name of a derived AI model with “Llama 3”."),
    ),
    outputs=Outputs(train=Train.NO, text="no: it may not be used to improve any other large language model"),
    patents=Patents.SILENT,
    patents_text=LLAMA_PATENTS,
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 3 8B/70B",),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama3/LICENSE", grade=Grade.P
    ),
    deploy=LLAMA_DEPLOY,
    fine_tune=PRIVATE_POLICY,
    disclose="No duty to give changes back or to disclose. If you pass it on: licence copy, “Built with Meta Llama "
    "3” shown, Notice file, names of AI models begin with “Llama 3”.",
)

llama3_1 = Licence(
    id="llama3.1",
    name="Llama 3.1 Community License",
    family=Family.META,
    publisher="Meta",
    version="3.1",
    dated=date(2024, 7, 23),
    aliases=("llama-3.1", "llama 3.1 community license agreement", "llama 3.1 community"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(USER_SCALE, USE_POLICY, LLAMA_NAME),
    reason="A number of users triggers a separate licence, and a long use policy is part of it; its name must be "
    "shown.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(_month_before(date(2024, 7, 23)),),
    limits=(Limit.LIST,),
    limits_text=LLAMA_LIMITS,
    keep=Keep.YES,
    owed=(NOTICE_FILE, BUILT_WITH_LLAMA, NAMED_LLAMA),
    outputs=Outputs(train=Train.CONDITIONS, text=LLAMA_TRAIN),
    patents=Patents.SILENT,
    patents_text=LLAMA_PATENTS,
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 3.1 8B/70B/405B", "DeepSeek-R1-Distill-Llama-8B", "Nemotron derivatives"),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/LICENSE", grade=Grade.P
    ),
    deploy=LLAMA_DEPLOY,
    fine_tune=PRIVATE_POLICY,
    disclose=LLAMA_OWED,
)

llama3_2 = Licence(
    id="llama3.2",
    name="Llama 3.2 Community License",
    family=Family.META,
    publisher="Meta",
    version="3.2",
    dated=date(2024, 9, 25),
    aliases=("llama-3.2", "llama 3.2 community license agreement", "llama 3.2 community"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        USER_SCALE,
        Clause(
            code=Code.D5, text="No grant for multimodal models to people and firms based in the Union.", shuts_out=(EU,)
        ),
        USE_POLICY,
        LLAMA_NAME,
    ),
    reason="A number of users triggers a separate licence, and a long use policy is part of it; its name must be "
    "shown, and licensees in the Union get no multimodal models.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(_month_before(date(2024, 9, 25)),),
    exclusions=(
        Exclusion(
            places=(EU,),
            text="Multimodal models are not licensed to people domiciled, or firms with their principal place of "
            "business, in the Union. Users of products built on them are not affected.",
            multimodal_only=True,
        ),
    ),
    limits=(Limit.LIST,),
    limits_text=LLAMA_LIMITS,
    keep=Keep.YES,
    owed=(NOTICE_FILE, BUILT_WITH_LLAMA, NAMED_LLAMA),
    outputs=Outputs(train=Train.CONDITIONS, text=LLAMA_TRAIN),
    patents=Patents.SILENT,
    patents_text=LLAMA_PATENTS,
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 3.2 1B", "Llama 3.2 3B", "Llama 3.2 11B Vision", "Llama 3.2 90B Vision"),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama3_2/LICENSE", grade=Grade.P
    ),
    deploy=f"{LLAMA_DEPLOY} Multimodal models are not licensed to people and firms based in the EU; text-only ones "
    "are.",
    fine_tune=PRIVATE_POLICY,
    disclose=LLAMA_OWED,
)

llama3_3 = Licence(
    id="llama3.3",
    name="Llama 3.3 Community License",
    family=Family.META,
    publisher="Meta",
    version="3.3",
    dated=date(2024, 12, 6),
    aliases=("llama-3.3", "llama 3.3 community license agreement", "llama 3.3 community"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(USER_SCALE, USE_POLICY, LLAMA_NAME),
    reason="A number of users triggers a separate licence, and a long use policy is part of it; its name must be "
    "shown.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(_month_before(date(2024, 12, 6)),),
    exclusions_text="The sentence on multimodal models stands in the use policy too, but the model is text-only, so "
    "it has no effect.",
    limits=(Limit.LIST,),
    limits_text=LLAMA_LIMITS,
    keep=Keep.YES,
    owed=(NOTICE_FILE, BUILT_WITH_LLAMA, NAMED_LLAMA),
    outputs=Outputs(train=Train.CONDITIONS, text=LLAMA_TRAIN),
    patents=Patents.SILENT,
    patents_text=LLAMA_PATENTS,
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 3.3 70B",),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama3_3/LICENSE", grade=Grade.P
    ),
    deploy=LLAMA_DEPLOY,
    fine_tune=PRIVATE_POLICY,
    disclose=LLAMA_OWED,
)

llama4 = Licence(
    id="llama4",
    name="Llama 4 Community License",
    family=Family.META,
    publisher="Meta",
    version="4",
    dated=date(2025, 4, 5),
    aliases=("llama-4", "llama 4 community license agreement", "llama 4 community"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        USER_SCALE,
        Clause(
            code=Code.D5,
            text="No grant to people and firms based in the Union: every Llama 4 model is multimodal.",
            shuts_out=(EU,),
        ),
        USE_POLICY,
        LLAMA_NAME,
    ),
    reason="A number of users triggers a separate licence, and a long use policy is part of it; its name must be "
    "shown, and licensees in the Union get nothing.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(_month_before(date(2025, 4, 5)),),
    exclusions=(
        Exclusion(
            places=(EU,),
            text="Not licensed to people domiciled, or firms with their principal place of business, in the Union, "
            "since every Llama 4 model is multimodal. Users of products built on it are not affected.",
        ),
    ),
    limits=(Limit.LIST,),
    limits_text=LLAMA_LIMITS,
    keep=Keep.YES,
    owed=(NOTICE_FILE, BUILT_WITH_LLAMA, NAMED_LLAMA),
    outputs=Outputs(train=Train.CONDITIONS, text=LLAMA_TRAIN),
    patents=Patents.SILENT,
    patents_text=LLAMA_PATENTS,
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Llama 4 Scout", "Llama 4 Maverick"),
    evidence=Evidence(
        source="https://github.com/meta-llama/llama-models/blob/main/models/llama4/LICENSE", grade=Grade.P
    ),
    deploy=f"{LLAMA_DEPLOY} Not licensed to people and firms based in the EU, since every model is multimodal.",
    fine_tune=PRIVATE_POLICY,
    disclose=LLAMA_OWED,
)

muse_glimmer = Licence(
    id="muse-glimmer",
    name="Apache 2.0 with Meta's usage policy (Muse Glimmer)",
    family=Family.META,
    publisher="Meta",
    aliases=("muse glimmer 30b", "apache-2.0 plus meta usage policy"),
    spdx=None,
    osi=Osi.TEXT_ONLY,
    clauses=(
        Clause(
            code=Code.D8,
            text="A separate usage policy of Meta is named; whether it binds is not known.",
            verified=False,
        ),
    ),
    reason="Depends on whether the separate usage policy binds; its text was not seen.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    exclusions_known=False,
    limits=(Limit.UNKNOWN,),
    limits_text="a separate usage policy of Meta, not read",
    keep=Keep.YES,
    owed=(COPY, CHANGED),
    outputs=Outputs(train=Train.UNKNOWN, text="unknown"),
    patents=Patents.GRANTED,
    patents_text="Apache grant",
    endings=(Ending.PATENT_SUIT,),
    models=("Muse Glimmer 30B (10 Aug 2026)",),
    evidence=Evidence(source="https://dev.meta.ai/models/muse-glimmer", grade=Grade.S),
    deploy="Apparently yes; read the separate usage policy first.",
    fine_tune=PRIVATE,
    disclose=NOTHING_OWED,
)

sam_license = Licence(
    id="sam-license",
    name="SAM License (SAM 3)",
    family=Family.META,
    publisher="Meta",
    aliases=("sam", "sam 3 license", "sam3"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="All military, nuclear, espionage and weapons use is barred."),
        Clause(code=Code.D15, text="No reverse engineering."),
    ),
    leans=Verdict.LEANS_NO,
    reason="No reverse engineering, and no military, nuclear, espionage or weapons use; to be passed on under the "
    "same agreement only.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    exclusions_text="sanctions and trade controls",
    limits=(Limit.LIST,),
    limits_text="no export-controlled, military, nuclear, espionage or weapons use; no reverse engineering",
    keep=Keep.YES,
    owed=(SAME_TERMS, Owed(kind=Owe.CREDIT, when=When.USED, text="Acknowledge it in publications.")),
    outputs=Outputs(train=Train.YES, text="yes (no clause)"),
    patents=Patents.SILENT,
    patents_text="no express grant; ends if you sue over rights",
    endings=(Ending.IP_SUIT,),
    models=("SAM 3",),
    evidence=Evidence(source="https://github.com/facebookresearch/sam3/blob/main/LICENSE", grade=Grade.P),
    deploy="Yes, outside the listed security uses.",
    fine_tune=PRIVATE,
    disclose="If you distribute a derivative it must be under the same agreement.",
)

dinov3_license = Licence(
    id="dinov3-license",
    name="DINOv3 License",
    family=Family.META,
    publisher="Meta",
    aliases=("dinov3", "dino v3"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="All military, nuclear, espionage and weapons use is barred."),
        Clause(code=Code.D15, text="No reverse engineering."),
    ),
    leans=Verdict.LEANS_NO,
    reason="The same terms as the SAM License: no reverse engineering, and no military, nuclear, espionage or "
    "weapons use.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.YES,
    exclusions_text="sanctions and trade controls",
    limits=(Limit.LIST,),
    limits_text="no export-controlled, military, nuclear, espionage or weapons use; no reverse engineering",
    keep=Keep.YES,
    owed=(SAME_TERMS, Owed(kind=Owe.CREDIT, when=When.USED, text="Acknowledge it in publications.")),
    outputs=Outputs(train=Train.YES, text="yes (no clause)"),
    patents=Patents.SILENT,
    patents_text="no express grant; ends if you sue over rights",
    endings=(Ending.IP_SUIT,),
    models=("DINOv3",),
    evidence=Evidence(source="https://github.com/facebookresearch/dinov3/blob/main/LICENSE.md", grade=Grade.P),
    deploy="Yes, outside the listed security uses.",
    fine_tune=PRIVATE,
    disclose="Distribution only under the same agreement.",
)

fair_noncommercial_research = Licence(
    id="fair-noncommercial-research",
    name="FAIR Noncommercial Research License (and Chameleon Research License)",
    family=Family.META,
    publisher="Meta",
    aliases=(
        "fair-noncommercial-research-license",
        "fair noncommercial research license",
        "chameleon research license",
        "fair non commercial research",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(Clause(code=Code.D1, text="Non-commercial research only."),),
    reason="For non-commercial research only.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.NO,
    exclusions_text="sanctions",
    limits=(Limit.RESEARCH,),
    limits_text="non-commercial research; use policy",
    keep=Keep.WITHIN,
    keep_text="research",
    owed=(SAME_TERMS, COPY, Owed(kind=Owe.CREDIT, when=When.USED, text="Acknowledge it in publications.")),
    outputs=Outputs(train=Train.NON_COMMERCIAL, text="no commercial use of outputs", sell=False),
    patents=Patents.SILENT,
    patents_text="none",
    models=("Chameleon", "several FAIR releases"),
    evidence=Evidence(
        source="https://huggingface.co/facebook/fair-noncommercial-research-license",
        grade=Grade.M,
        note="Text for Chameleon read; that of FAIR not verified.",
    ),
    deploy="No.",
    fine_tune="Only for non-commercial research.",
    disclose="Sharing only under the same licence.",
)
