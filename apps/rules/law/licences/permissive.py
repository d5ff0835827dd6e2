"""Permissive licences, most of them approved by the Open Source Initiative."""

from __future__ import annotations

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import (
    NOTHING_OWED,
    PRIVATE,
    Evidence,
    Licence,
    Outputs,
    Owed,
    Rights,
)
from apps.rules.law.licences.terms import (
    Commercial,
    Ending,
    Family,
    Keep,
    Limit,
    Osi,
    Owe,
    Patents,
    Train,
)

apache_2_0 = Licence(
    id="apache-2.0",
    name="Apache License 2.0",
    family=Family.PERMISSIVE,
    publisher="Apache Software Foundation",
    version="2.0",
    aliases=("apache", "apache 2", "apache2", "asl 2.0", "apache software license 2.0"),
    spdx="Apache-2.0",
    osi=Osi.APPROVED,
    clauses=(),
    reason="Gives all four rights without limits on use; notices are an allowed condition.",
    rights=Rights.of("YYYY"),
    commercial=Commercial.YES,
    limits=(Limit.NONE,),
    limits_text="none",
    keep=Keep.YES,
    owed=(
        Owed(kind=Owe.NOTICE, text="Pass on the licence and keep its notices."),
        Owed(kind=Owe.CHANGES, text="Say which files you changed."),
    ),
    outputs=Outputs(train=Train.YES, text="yes"),
    patents=Patents.GRANTED,
    patents_text="Granted. The grant ends for you if you sue over patents in the work.",
    endings=(Ending.PATENT_SUIT,),
    models=("Mistral 7B", "Mixtral", "Qwen3", "gpt-oss-120b", "OLMo 2", "Gemma 4"),
    evidence=Evidence(source="https://www.apache.org/licenses/LICENSE-2.0", grade=Grade.P),
    deploy="Yes, at any scale, free of charge. Ship the licence and its notices with the weights.",
    fine_tune=PRIVATE,
    disclose=f"{NOTHING_OWED} When you pass it on, say which files you changed and keep the notices.",
)
