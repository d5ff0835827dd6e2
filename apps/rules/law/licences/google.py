"""Terms of Google."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import PRIVATE, Clause, Evidence, Gate, Licence, Outputs, Rights
from apps.rules.law.licences.terms import (
    Code,
    Commercial,
    Effect,
    Ending,
    Family,
    Keep,
    Limit,
    Osi,
    Patents,
    Train,
    Trait,
    Verdict,
)
from apps.rules.law.licences.usual import CHANGED, COPY, FLOW_DOWN

gemma = Licence(
    id="gemma",
    name="Gemma Terms of Use",
    family=Family.GOOGLE,
    publisher="Google",
    dated=date(2025, 3, 24),
    aliases=("gemma terms", "gemma terms of use", "gemma license", "gemma 1", "gemma 2", "gemma 3"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="An open-ended policy of prohibited uses, to be passed on."),
        Clause(code=Code.D10, text="Google may change the policy and restrict use from afar."),
    ),
    leans=Verdict.LEANS_NO,
    reason="No threshold, but an open-ended policy of prohibited uses that Google may change, a right to restrict "
    "use from afar, deletion when it ends, and all of it to be passed on.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.YES,
    limits=(Limit.LIST,),
    limits_text="Google's policy of prohibited uses: among others unlicensed professional practice, automated "
    "decisions on people's rights in finance, jobs or housing, sexual content, getting round filters",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY, CHANGED),
    outputs=Outputs(
        train=Train.CONDITIONS,
        text="yes; but a model distilled from weights or synthetic outputs to behave like Gemma carries the terms. "
        "Outputs themselves do not",
    ),
    patents=Patents.SILENT,
    patents_text="no express grant",
    endings=(Ending.DELETE,),
    models=("Gemma 1", "Gemma 2", "Gemma 3", "Gemma 3n", "CodeGemma", "PaliGemma", "EmbeddingGemma"),
    evidence=Evidence(source="https://ai.google.dev/gemma/terms", grade=Grade.P),
    deploy="Yes, at any scale, subject to the prohibited-use policy, which can change.",
    fine_tune=f"{PRIVATE} You must delete derivatives if Google terminates for breach.",
    disclose="No disclosure; anything shared or hosted must carry the restrictions.",
)

hai_def = Licence(
    id="hai-def",
    name="Health AI Developer Foundations Terms of Use",
    family=Family.GOOGLE,
    publisher="Google",
    dated=date(2024, 11, 15),
    aliases=("health-ai-developer-foundations", "health ai developer foundations", "hai-def terms of use"),
    spdx=None,
    osi=Osi.NOT_APPROVED,
    clauses=(
        Clause(code=Code.D8, text="Clinical use is restricted, and a policy of prohibited uses applies."),
        Clause(code=Code.D10, text="Google may change the policy."),
    ),
    leans=Verdict.LEANS_NO,
    reason="Clinical use is restricted, and a policy of prohibited uses applies.",
    rights=Rights.of("CCCC"),
    commercial=Commercial.YES,
    gates=(
        Gate(
            effect=Effect.NOT_COVERED,
            when=(Trait.CLINICAL,),
            unless=(Trait.HEALTH_AUTHORISED,),
            text="Clinical use needs the authorisation of the health regulator.",
        ),
    ),
    limits=(Limit.LIST,),
    limits_text="clinical use (diagnosis or treatment, in studies too) is tied to the authorisation of the health "
    "regulator; a policy of prohibited uses",
    keep=Keep.YES,
    owed=(FLOW_DOWN, COPY),
    outputs=Outputs(
        train=Train.CONDITIONS, text="as with Gemma, on memory: a model distilled to behave like it carries the terms"
    ),
    patents=Patents.SILENT,
    patents_text="no express grant, on memory",
    models=("MedGemma", "TxGemma", "MedSigLIP"),
    evidence=Evidence(
        source="https://developers.google.com/health-ai-developer-foundations/terms",
        grade=Grade.M,
        note="Definitions read; the rest not verified.",
    ),
    deploy="Yes for development; clinical use only with the health-regulatory authorisation that applies.",
    fine_tune="Yes.",
    disclose="No disclosure; pass on restrictions.",
)

gemini_api = Licence(
    id="gemini-api",
    name="Gemini API additional terms",
    family=Family.GOOGLE,
    publisher="Google",
    aliases=("gemini api additional terms", "gemini api terms"),
    spdx=None,
    osi=Osi.NO_LICENCE,
    clauses=(Clause(code=Code.D0, text="Reached over an API; there are no weights to get."),),
    reason="There are no weights to get.",
    rights=Rights.of("NCNN"),
    commercial=Commercial.YES,
    gates=(Gate(effect=Effect.CONTRACT, text="The provider's contract and usage policy apply."),),
    exclusions_text="available regions only",
    limits=(Limit.LIST,),
    limits_text="prohibited-use policy; no medical use",
    keep=Keep.NO_WEIGHTS,
    owed=(),
    outputs=Outputs(
        train=Train.NO,
        text="no: may not be used to develop models that compete with the services; no extraction of models",
    ),
    patents=Patents.SILENT,
    patents_text="none",
    models=("Gemini",),
    evidence=Evidence(
        source="https://ai.google.dev/gemini-api/terms",
        grade=Grade.S,
        note="The clause on competing models was read; that medical use is barred is from secondary sources.",
    ),
    deploy="Yes under the API contract.",
    fine_tune="Only through the provider's tuning service; you get no weights.",
    disclose="Not applicable.",
)
