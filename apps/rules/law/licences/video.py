"""Licences of makers of video and 3D models, beside those in image.py."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import EU, Clause, Evidence, Exclusion, Licence, Outputs, Owed, Rights, Threshold
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
    When,
)
from apps.rules.law.licences.usual import CHANGED, COPY, FLOW_DOWN, SAME_TERMS

ltxv_owl = Licence(
    id="ltxv-owl",
    name="LTXV Open Weights License",
    family=Family.IMAGE,
    publisher="Lightricks",
    dated=date(2025, 5, 5),
    aliases=("ltxv open weights license", "ltx-video-open-weights-license", "ltxv"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D3, text="From USD 10 million a year a paid licence is needed."),
        Clause(code=Code.D8, text="Forbidden uses that further agreements must repeat."),
        Clause(code=Code.D10, text="The licensor keeps a hand on later use."),
    ),
    reason="An amount of revenue triggers a paid licence; bans of the responsible-AI kind come on top.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(
        Threshold(
            metric=Metric.ENTITY_YEAR,
            operator=Operator.FROM,
            amount=10_000_000,
            unit=Unit.USD,
            tested=Tested.CONTINUOUS,
            effect=Effect.PAID,
            text="A paid licence is needed; breach costs the fees and twice as much again.",
        ),
    ),
    exclusions_text="none; law of New York",
    limits=(Limit.LIST,),
    limits_text="a list of banned uses attached to it",
    keep=Keep.YES,
    owed=(FLOW_DOWN,),
    outputs=Outputs(train=Train.CONDITIONS, text="yes; distilled models are derivatives"),
    patents=Patents.SILENT,
    patents_text="none express",
    models=("LTX-Video 0.9.7 (13B)",),
    evidence=Evidence(source="https://huggingface.co/Lightricks/LTX-Video", grade=Grade.P),
    deploy="Below USD 10 million yearly revenue: yes. From 10 million: pay.",
    fine_tune="Yes, within the limits.",
    disclose="No disclosure; pass on bans.",
)

ltx_2_x_community = Licence(
    id="ltx-2.x-community",
    name="LTX-2.x Community License",
    family=Family.IMAGE,
    publisher="Lightricks",
    version="2.x",
    dated=date(2026, 8, 11),
    aliases=(
        "ltx-2.x community license",
        "ltx-2.5",
        "ltx-2 community license",
        "ltx-2-community-license",
        "ltx 2 community license agreement",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(
            code=Code.D3,
            text="From USD 10 million of group revenue a paid licence is needed. That the licensor declares an "
            "open-source licence does not decide.",
        ),
        Clause(code=Code.D8, text="Forbidden uses that further agreements must repeat."),
        Clause(code=Code.D10, text="The licensor keeps a hand on later use."),
    ),
    reason="An amount of revenue triggers a paid licence. That the licensor wants it treated as open source under "
    "Article 53(2) does not decide.",
    rights=Rights.of("YCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(
        Threshold(
            metric=Metric.GROUP_YEAR,
            operator=Operator.FROM,
            amount=10_000_000,
            unit=Unit.USD,
            tested=Tested.CONTINUOUS,
            spares=(Trait.NON_COMMERCIAL,),
            effect=Effect.PAID,
            text="A paid licence is needed for every use but non-commercial purposes. The group counts.",
        ),
    ),
    exclusions_text="sanctions; law of New York",
    limits=(Limit.LIST,),
    limits_text="a list of banned uses attached to it; keep provenance and watermark features; not meant for "
    "high-risk systems",
    keep=Keep.YES,
    owed=(
        SAME_TERMS,
        Owed(
            kind=Owe.FLOW_DOWN,
            text="Warn recipients in writing. Give it to no company from USD 10 million without its own licence.",
        ),
        Owed(kind=Owe.NOTICE, when=When.USED, text="Keep its provenance and watermark features."),
    ),
    outputs=Outputs(train=Train.CONDITIONS, text="models trained on outputs are derivatives under the same agreement"),
    patents=Patents.SILENT,
    patents_text="none express",
    models=("LTX-2.5 and later LTX-2.x",),
    evidence=Evidence(source="https://github.com/Lightricks/LTX-2/blob/main/LICENSE", grade=Grade.P),
    deploy="Below USD 10 million group revenue: yes. From 10 million: paid licence, except testing or "
    "non-commercial research.",
    fine_tune="Yes, within the limits.",
    disclose="If shared: only under this agreement, with written warnings to recipients.",
)

tencent_hunyuan_community = Licence(
    id="tencent-hunyuan-community",
    name="Tencent Hunyuan Community License (100 million)",
    family=Family.IMAGE,
    publisher="Tencent",
    aliases=(
        "tencent hunyuan community license agreement",
        "tencent hunyuan community license 100 million",
        "hunyuanvideo license",
        "hunyuan-a13b license",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D3, text="Above 100 million monthly users before release a licence is needed."),
        Clause(
            code=Code.D5, text="The Union, the United Kingdom and South Korea are shut out.", shuts_out=(EU, "GB", "KR")
        ),
        Clause(
            code=Code.D8, text="Twenty forbidden uses, military use and high-stakes automated decisions among them."
        ),
        Clause(code=Code.D9, text="Works and outputs may not improve any other AI model."),
    ),
    reason="The Union, the United Kingdom and South Korea are shut out; a number of users triggers a licence; it "
    "may not improve other models.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(
        Threshold(
            metric=Metric.MAU_BEFORE_RELEASE,
            operator=Operator.ABOVE,
            amount=100_000_000,
            unit=Unit.USERS,
            tested=Tested.AT_RELEASE,
            effect=Effect.LICENCE,
            text="A licence of Tencent is needed. The month before the release of the model counts.",
        ),
    ),
    exclusions=(
        Exclusion(
            places=(EU, "GB", "KR"),
            text="Not licensed in the Union, the United Kingdom and South Korea; outputs may not be used there either.",
            covers_outputs=True,
        ),
    ),
    limits=(Limit.LIST,),
    limits_text="20-point policy including military use and high-stakes automated decisions",
    keep=Keep.YES,
    keep_text="in the territory",
    owed=(COPY, CHANGED, FLOW_DOWN),
    outputs=Outputs(train=Train.NO, text="no: works and outputs may not improve any other AI model"),
    patents=Patents.SILENT,
    patents_text="none express; ends if you sue over rights",
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("HunyuanVideo", "Hunyuan-A13B", "Hunyuan-Large"),
    evidence=Evidence(source="https://github.com/Tencent-Hunyuan/HunyuanVideo/blob/main/LICENSE.txt", grade=Grade.P),
    deploy="Not in the EU, UK or South Korea. Elsewhere up to 100 million monthly users.",
    fine_tune="Only outside the excluded territories.",
    disclose="No disclosure; pass on terms.",
)

tencent_hunyuan_1m = Licence(
    id="tencent-hunyuan-1m",
    name="Tencent Hunyuan 3D and World Community Licenses (1 million)",
    family=Family.IMAGE,
    publisher="Tencent",
    aliases=(
        "tencent hunyuan 3d community license",
        "tencent-hunyuan-3d",
        "tencent hunyuan world community license",
        "hunyuan3d license",
        "tencent hunyuan 3d 2.0 community license",
    ),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D3, text="Above 1 million monthly users before release a licence is needed."),
        Clause(
            code=Code.D5, text="The Union, the United Kingdom and South Korea are shut out.", shuts_out=(EU, "GB", "KR")
        ),
        Clause(
            code=Code.D8, text="Twenty forbidden uses, military use and high-stakes automated decisions among them."
        ),
        Clause(code=Code.D9, text="Works and outputs may not improve any other AI model."),
    ),
    reason="The Union, the United Kingdom and South Korea are shut out; a low number of users triggers a licence; "
    "it may not improve other models.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.THRESHOLD,
    thresholds=(
        Threshold(
            metric=Metric.MAU_BEFORE_RELEASE,
            operator=Operator.ABOVE,
            amount=1_000_000,
            unit=Unit.USERS,
            tested=Tested.AT_RELEASE,
            effect=Effect.LICENCE,
            text="A licence of Tencent is needed. The month before the release of the model counts.",
        ),
    ),
    exclusions=(
        Exclusion(
            places=(EU, "GB", "KR"),
            text="Not licensed in the Union, the United Kingdom and South Korea; outputs may not be used there either.",
            covers_outputs=True,
        ),
    ),
    limits=(Limit.LIST,),
    limits_text="20-point policy including military use and high-stakes automated decisions",
    keep=Keep.YES,
    keep_text="in the territory",
    owed=(COPY, CHANGED, FLOW_DOWN),
    outputs=Outputs(train=Train.NO, text="no: works and outputs may not improve any other AI model"),
    patents=Patents.SILENT,
    patents_text="none express; ends if you sue over rights",
    endings=(Ending.IP_SUIT, Ending.DELETE),
    models=("Hunyuan3D 2.0", "HunyuanWorld-Mirror", "HY-WorldPlay"),
    evidence=Evidence(source="https://github.com/Tencent/Hunyuan3D-2/blob/main/LICENSE", grade=Grade.P),
    deploy="Not in the EU, UK or South Korea. Elsewhere up to 1 million monthly users.",
    fine_tune="Only outside the excluded territories.",
    disclose="No disclosure; pass on terms.",
)
