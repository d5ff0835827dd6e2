"""Export controls on weights, know-how and compute: what is controlled, and what publication takes out."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Force,
    Grade,
    Reading,
    Relief,
    State,
    Topic,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_federal import us_export, us_weight_licence
from apps.rules.law.us.common import IN_THE_COUNTRY, does

SINCE, POLICY_STATEMENT = date(2018, 8, 13), date(2025, 5, 13)
EAR = instrument(
    "US-EAR",
    "Export Administration Regulations, models and compute",
    "Export controls (EAR)",
    Force.REGULATION,
    "15 CFR parts 730-774; 50 USC 4801-4852",
    "Unpublished weights can be controlled like other technology, also between foreign countries; a letter can demand "
    "a licence overnight, as for two hosted models in June 2026. Published weights are generally outside, but limits "
    "on helping weapons or military intelligence stay for everybody. A replacement for the AI Diffusion rule was "
    "reported in preparation; not verified since October 2026.",
    "Weights that anybody may get and pass on are generally outside the regulations; whether gated or use-limited ones "
    "are published is not settled. Limits on whom you help stay.",
    Happening(SINCE, State.IN_FORCE, "Export Control Reform Act of 2018"),
    Happening(POLICY_STATEMENT, State.IN_FORCE, "policy statement on training for listed parties"),
    Happening(
        date(2026, 6, 12), State.IN_FORCE, "letter on two hosted models, under 15 CFR 744.22 and 50 USC 4817(b)(1)"
    ),
    Happening(date(2026, 6, 30), State.IN_FORCE, "that letter lifted, after part of it about 26 June"),
    relief=Relief.EXPRESS,
    enforcer="Bureau of Industry and Security",
)
_PENALTY = (
    "Criminal: up to $1 million and 20 years; civil: the greater of about $374,000 (adjusted) or twice the transaction "
    "(not verified)."
)
published_weights = contested(
    key="us-gated-weights",
    why="Published means available without limits on passing on. Whether weights behind approval, a click or limits of "
    "use are published is not settled.",
    a=Reading("gated or limited weights are published, too", us_weight_licence.is_("gated")),
    b=Reading("only weights without any limit are", NEVER),
    cites=(Cite(instrument="US-EAR", pinpoint="15 CFR 734.7", grade=Grade.S),),
)
_PUBLISHED = (
    does("exports") & us_export.includes("publishes") & (us_weight_licence.is_("unlimited") | published_weights)
)
# Publishing one thing frees nothing else that is kept back.
PUBLISHED = CarveOut(
    id="us-published-weights",
    title="Published weights (export controls)",
    when=_PUBLISHED & ~us_export.any_of("sends_unpublished", "reexports"),
    cites=(Cite(instrument="US-EAR", pinpoint="15 CFR 734.3(b)(3), 734.7", grade=Grade.S),),
    removes="export controls on the published weights themselves",
    keeps="Limits on helping weapons or military intelligence, sanctions, rules on encryption source code, and letters "
    "about what is not published. Confirm it against your licence.",
)
screen_exports = duty(
    EAR,
    "US-EAR-1",
    "Classify and screen before weights leave the country",
    "Classify unpublished weights, screen end users and uses, and get a licence where one is needed, before you send "
    "or release them.",
    "whoever sends weights or know-how abroad, on from there, or to foreign persons",
    Topic.SECURITY,
    SINCE,
    does("exports")
    & ((IN_THE_COUNTRY & us_export.any_of("sends_unpublished", "publishes")) | us_export.includes("reexports")),
    "15 CFR 736, 744",
    Grade.M,
    Deadline(kind=When.BEFORE_MARKET, text="Before each transfer."),
    "classification memo, screening log, licences",
    _PENALTY,
    unless=(PUBLISHED,),
    note="Whether an answer over an API is an export is disputed. No list names models today.",
)
obey_letter = duty(
    EAR,
    "US-EAR-2",
    "Stop access that a letter makes subject to a licence",
    "Stop the access named in the letter until you have a licence.",
    "recipient of a letter of the Bureau of Industry and Security",
    Topic.SECURITY,
    SINCE,
    does("exports") & us_export.includes("letter"),
    "15 CFR part 744; 50 USC 4817(b)(1)",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="At once."),
    "record of the cut-off, licence",
    _PENALTY,
    note="Holds for models that are hosted and on no list, too. Whether access over an API is an export is disputed.",
)
know_customers = duty(
    EAR,
    "US-EAR-3",
    "Do not support training for military or weapons use",
    "Give no chips, compute or service with which a party seated in Macau or a D:5 country trains models for weapons "
    "of mass destruction or military intelligence, if you know of it.",
    "person of the United States, provider of compute",
    Topic.SECURITY,
    POLICY_STATEMENT,
    does("exports") & us_export.includes("trains_for_listed"),
    "15 CFR 744.6; policy statement of 2025-05-13",
    Grade.S,
    ALWAYS_DUE,
    "know-your-customer file",
    _PENALTY,
    published_on=POLICY_STATEMENT,
    note="Openness of the model does not matter here. The detail of the statement is not verified.",
)
keep_proof = duty(
    EAR,
    "US-EAR-4",
    "Keep proof that the weights are published",
    "Keep the record of an unrestricted release: it is what keeps the weights outside export controls.",
    "publisher of open weights",
    Topic.DOCUMENTATION,
    SINCE,
    IN_THE_COUNTRY & _PUBLISHED,
    "15 CFR 734.7",
    Grade.M,
    Deadline(kind=When.AT_PLACING, text="At release."),
    "release record, licence text",
    "No penalty of its own.",
)

DIFFUSION = instrument(
    "US-EAR-4E091",
    "AI Diffusion rule with ECCN 4E091",
    "AI Diffusion rule (4E091)",
    Force.HISTORY,
    "90 FR 4544, docket 250107-0007",
    "Rescission announced on 13 May 2025, two days before its compliance day, and not enforced. It would have "
    "controlled closed weights trained with 10^26 operations or more (some guides print: more than), save those weaker "
    "than the best published ones. The formal removal was not verified; a narrower rule was reported in preparation in "
    "autumn 2026.",
    "Left published weights out, depending on the licence.",
    Happening(date(2025, 1, 15), State.ADOPTED, "published", Grade.O),
    Happening(POLICY_STATEMENT, State.REPEALED, "rescission announced, not enforced; formal removal not verified"),
    relief=Relief.EXPRESS,
)
