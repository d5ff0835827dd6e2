"""AI Act, Article 53: what every provider of a general-purpose AI model has to do."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Expr, Grade, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_5_article_51 import gpai_provider, since_august_2025, systemic_risk
from apps.rules.law.eu.ai_act.chapter_5_open_source import OPEN_SOURCE_MODEL
from apps.rules.law.eu.ai_act.chapter_5_steps import ANNEX_XI_SECTION_1, ANNEX_XI_SECTION_2, ANNEX_XII
from apps.rules.law.eu.ai_act.chapter_12_article_101 import GPAI_FINE
from apps.rules.law.eu.ai_act.instruments import ACT_PUBLISHED, OMNIBUS_IN_FORCE, OMNIBUS_PUBLISHED, legacy_cut_off
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.commitments import code_chapters
from apps.rules.law.facts.data import own_crawling, summary_published
from apps.rules.law.facts.market import placed_on
from apps.rules.law.facts.openness import weights_public

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

_PROVIDER = "provider of a general-purpose AI model"
_RISK_PROVIDER = "provider of a general-purpose AI model with systemic risk"
_MODIFIER_NOTE = "A modifier who counts as provider owes this for the change only."

# -- Article 53(1) -------------------------------------------------------------------------------------------------

technical_documentation = Obligation(
    id="EU-AIA-53-1-a",
    title="Keep technical documentation of the model",
    must="Write down how the model was built, trained and tested and how it did, with at least the Annex XI items; "
    "keep it current; hand it to the Commission's AI Office or a national authority that asks.",
    who=_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=(
        since_august_2025(
            gpai_provider,
            _aia(pinpoint="Art. 53(1)(a)"),
            _aia(pinpoint="Annex XI, Section 1"),
            unless=(OPEN_SOURCE_MODEL,),
        ),
    ),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="Ready when the model is placed on the market, current through its life, handed over on request.",
        cite=_aia(pinpoint="Art. 53(1)(a)"),
    ),
    evidence="filled model documentation form or an equivalent file, with its history of versions",
    penalty=GPAI_FINE,
    note=_MODIFIER_NOTE,
    steps=steps(
        "EU-AIA-53-1-a",
        (
            "1",
            "Prepare the file: training, testing, results of evaluation.",
            "Art. 53(1)(a)",
            When.AT_PLACING,
            "model documentation",
        ),
        ("2", "Update it with every version of the model.", "Art. 53(1)(a)", When.CONTINUOUS, "version history"),
        (
            "3",
            "Hand it to the AI Office or a national authority on request.",
            "Art. 53(1)(a)",
            When.ON_REQUEST,
            "record of what was sent",
        ),
        ("7", "Mark what is a trade secret before handing it over.", "Art. 53(7)", When.ON_REQUEST, "marked copy"),
        *ANNEX_XI_SECTION_1,
    ),
)

integrator_information = Obligation(
    id="EU-AIA-53-1-b",
    title="Inform those who build on the model",
    must="Give makers of AI systems who mean to build the model in a current pack that lets them understand what it "
    "can and cannot do and meet their own duties, with at least the Annex XII items. Trade secrets stay protected.",
    who=_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=(
        since_august_2025(
            gpai_provider,
            _aia(pinpoint="Art. 53(1)(b)"),
            _aia(pinpoint="Art. 53(1)(b)(i)"),
            _aia(pinpoint="Art. 53(1)(b)(ii)"),
            _aia(pinpoint="Annex XII"),
            unless=(OPEN_SOURCE_MODEL,),
        ),
    ),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="Available when the model is placed on the market and kept current.",
        cite=_aia(pinpoint="Art. 53(1)(b)"),
    ),
    evidence="information pack for integrators, with access page and history of versions",
    penalty=GPAI_FINE,
    note=_MODIFIER_NOTE,
    steps=steps(
        "EU-AIA-53-1-b",
        ("1", "Put the pack together.", "Art. 53(1)(b)", When.AT_PLACING, "information pack"),
        ("2", "Open it to integrators and keep it current.", "Art. 53(1)(b)", When.CONTINUOUS, "access page"),
        (
            "i",
            "Make abilities and limits clear enough for integrators to do their own duties.",
            "Art. 53(1)(b)(i)",
            When.AT_PLACING,
            "section on abilities and limits",
        ),
        ("ii", "Check the pack against Annex XII.", "Art. 53(1)(b)(ii)", When.AT_PLACING, "index"),
        (
            "ip",
            "Leave out what trade-secret or intellectual-property law protects, and say that you did.",
            "Art. 53(1)(b)",
            When.AT_PLACING,
            "note on omissions",
            StepKind.RELIEF,
        ),
        *ANNEX_XII,
    ),
)

copyright_policy = Obligation(
    id="EU-AIA-53-1-c",
    title="Have a copyright policy",
    must="Adopt a policy to respect Union copyright, wherever training took place; above all find and honour, with "
    "state-of-the-art means, reservations of rights against text and data mining.",
    who=_PROVIDER,
    topic=Topic.TRAINING_DATA,
    versions=(since_august_2025(gpai_provider, _aia(pinpoint="Art. 53(1)(c)"), _aia(pinpoint="recital 106")),),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="In place when the model is placed on the market and through its life; one policy may cover all models.",
        cite=_aia(pinpoint="Art. 53(1)(c)"),
    ),
    evidence="written policy with an owner, crawler settings, log of reservations honoured, contact point",
    penalty=GPAI_FINE,
    note="Owed by open-source models too. " + _MODIFIER_NOTE + " Older models need no retraining where that is "
    "impossible or disproportionate, if the policy says so and why.",
    steps=steps(
        "EU-AIA-53-1-c",
        ("1", "Adopt the policy in writing and name who is responsible.", "Art. 53(1)(c)", When.AT_PLACING, "policy"),
        (
            "2",
            "Find out, for each source, whether rights are reserved.",
            "Art. 53(1)(c)",
            When.BEFORE_MARKET,
            "log of reservations",
        ),
        (
            "3",
            "Leave reserved works out or take a licence.",
            "Art. 53(1)(c)",
            When.BEFORE_MARKET,
            "exclusion log, licences",
        ),
        (
            "4",
            "Set crawlers to the state of the art and review the settings.",
            "Art. 53(1)(c)",
            When.RECURRING,
            "crawler configuration, review note",
            StepKind.DUTY,
            own_crawling,
        ),
    ),
)

training_summary = Obligation(
    id="EU-AIA-53-1-d",
    title="Publish a summary of the training content",
    must="Make public a sufficiently detailed summary of what the model was trained on, on the AI Office's template.",
    who=_PROVIDER,
    topic=Topic.TRAINING_DATA,
    versions=(since_august_2025(gpai_provider, _aia(pinpoint="Art. 53(1)(d)")),),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="Public at the latest when the model is placed on the market; updates as the template says.",
        cite=_aia(pinpoint="Art. 53(1)(d)"),
    ),
    evidence="dated public page or document on the template",
    penalty=GPAI_FINE,
    note="Owed by open-source models too. " + _MODIFIER_NOTE + " Where older models are not retrained because that is "
    "impossible or disproportionate, the summary says so as well.",
    steps=steps(
        "EU-AIA-53-1-d",
        ("1", "Fill in the template.", "Art. 53(1)(d)", When.AT_PLACING, "filled template"),
        ("2", "Publish it where anybody can find it.", "Art. 53(1)(d)", When.CONTINUOUS, "public page"),
        (
            "overdue",
            "Publish now, or record why the summary came after the model: it was due when the model was placed.",
            "Art. 53(1)(d)",
            When.ONCE,
            "public page, dated note",
            StepKind.DUTY,
            summary_published.is_("late", "no") & (placed_on >= legacy_cut_off),
        ),
    ),
)

documentation_for_systemic_risk = Obligation(
    id="EU-AIA-53-1-a-sr",
    title="Add the systemic-risk part of the documentation",
    must="Add to the technical documentation the evaluation strategies with results, criteria and limits, adversarial "
    "testing and adaptations, and the system's architecture where it matters.",
    who=_RISK_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=(
        since_august_2025(
            gpai_provider & systemic_risk, _aia(pinpoint="Annex XI, Section 2"), _aia(pinpoint="Art. 53(1)(a)")
        ),
    ),
    deadline=Deadline(
        kind=When.AT_PLACING,
        text="Ready when the model is placed on the market and kept current.",
        cite=_aia(pinpoint="Art. 53(1)(a)"),
    ),
    evidence="chapters on evaluation, adversarial testing and architecture",
    penalty=GPAI_FINE,
    steps=steps("EU-AIA-53-1-a-sr", *ANNEX_XI_SECTION_2),
)

open_models_with_systemic_risk = Obligation(
    id="EU-AIA-53-54-sr",
    title="Meet the duties that open source would lift",
    must="Keep technical documentation, inform integrators and, from outside the Union, appoint a representative even "
    "if the model is open source: systemic risk takes the exemption away.",
    who=_RISK_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=(
        since_august_2025(
            gpai_provider & systemic_risk,
            _aia(pinpoint="Art. 53(2)"),
            _aia(pinpoint="Art. 54(6)"),
            _aia(pinpoint="Art. 55(1)"),
            _aia(pinpoint="recital 112"),
        ),
    ),
    deadline=Deadline(kind=When.AT_PLACING, text="When the model is placed on the market, or when the risk is found."),
    evidence="the files of Articles 53(1)(a), 53(1)(b) and 54",
    penalty=GPAI_FINE,
    note="For a planned open release the recitals advise early contact with the AI Office.",
    steps=steps(
        "EU-AIA-53-54-sr",
        (
            "1",
            "Take up documentation, integrator pack and representative again.",
            "Art. 53(2)",
            When.ON_EVENT,
            "updated files",
            StepKind.DUTY,
            weights_public,
        ),
    ),
)

# -- Article 53(3), (4) --------------------------------------------------------------------------------------------

cooperation = Obligation(
    id="EU-AIA-53-3",
    title="Cooperate with the authorities",
    must="Cooperate with the Commission and the national authorities when they use their powers: answer fully and in "
    "time, give access for evaluations, carry out measures.",
    who=_PROVIDER,
    topic=Topic.COOPERATION,
    versions=(since_august_2025(gpai_provider, _aia(pinpoint="Art. 53(3)")),),
    deadline=Deadline(kind=When.ON_REQUEST, text="When asked, in the period set.", cite=_aia(pinpoint="Art. 53(3)")),
    evidence="contact point, correspondence",
    penalty=GPAI_FINE,
    steps=steps(
        "EU-AIA-53-3",
        ("1", "Name a contact for the authorities.", "Art. 53(3)", When.ON_REQUEST, "contact point"),
        ("91", "Answer requests for information completely and correctly.", "Art. 91(5)", When.ON_REQUEST, "reply"),
        (
            "92",
            "Give the access an evaluation needs, by API, otherwise or to source code.",
            "Art. 92(5)",
            When.ON_REQUEST,
            "access record",
        ),
        (
            "93",
            "Carry out measures requested, or offer commitments in the dialogue before.",
            "Art. 93(1)",
            When.ON_EVENT,
            "record of measures",
        ),
    ),
)


signed_for_article_53 = code_chapters.includes("transparency") & code_chapters.includes("copyright")


def code_wordings(when: Expr, *cites: Cite) -> tuple[Version, ...]:
    """The wordings of a duty to show compliance: codes "approved" before the Omnibus, "assessed as adequate" since."""
    approved = _aia(pinpoint="Art. 56(6)", note="Old text: the Commission could approve a code by implementing act.")
    assessed = _omn(pinpoint="Art. 1(21)", note="Codes are assessed as adequate; the power to approve one is gone.")
    return (
        since_august_2025(
            when,
            *cites,
            approved,
            published_on=ACT_PUBLISHED,
            replaced_on=OMNIBUS_PUBLISHED,
            note="Codes could be approved for the whole Union.",
        ),
        since_august_2025(
            when,
            *cites,
            approved,
            until=OMNIBUS_IN_FORCE,
            published_on=OMNIBUS_PUBLISHED,
            note="Codes could be approved for the whole Union.",
        ),
        since_august_2025(
            when,
            *cites,
            assessed,
            _omn(pinpoint="recital 41"),
            since=OMNIBUS_IN_FORCE,
            published_on=OMNIBUS_PUBLISHED,
            note="A code assessed as adequate suffices, but gives no presumption of conformity.",
        ),
    )


showing_compliance = Obligation(
    id="EU-AIA-53-4",
    title="Be able to show compliance",
    must="Show that Article 53 is met in one of three ways: a Code of Practice assessed as adequate, a harmonised "
    "standard once there is one, or other adequate means that you can demonstrate to the Commission.",
    who=_PROVIDER,
    topic=Topic.COOPERATION,
    versions=code_wordings(gpai_provider, _aia(pinpoint="Art. 53(4)")),
    deadline=Deadline(kind=When.CONTINUOUS, text="From placing on the market on.", cite=_aia(pinpoint="Art. 53(4)")),
    evidence="signature of the Code, or a gap analysis against it",
    penalty=GPAI_FINE,
    note="Only a harmonised standard gives a presumption of conformity; none for models was found. Without a signature "
    "expect more requests for information.",
    steps=steps(
        "EU-AIA-53-4",
        (
            "4-code",
            "Sign the Code and keep proof for each measure.",
            "Art. 53(4)",
            When.CONTINUOUS,
            "signature, proof by measure",
            StepKind.OPTION,
            ~code_chapters.is_empty(),
        ),
        (
            "4-std",
            "Once a harmonised standard is published, map the model to it.",
            "Art. 53(4)",
            When.CONTINUOUS,
            "coverage table",
            StepKind.OPTION,
        ),
        (
            "4-alt",
            "Demonstrate other adequate means, with a gap analysis against the Code.",
            "Art. 53(4)",
            When.CONTINUOUS,
            "gap analysis",
            StepKind.DUTY,
            ~signed_for_article_53,
        ),
        (
            "56-6",
            "Check that the Code is still assessed as adequate.",
            "Art. 56(6)",
            When.RECURRING,
            "check note",
            StepKind.DUTY,
            ~code_chapters.is_empty(),
        ),
        (
            "2-weights",
            "To rely on open source, keep the weights public.",
            "Art. 53(2)",
            When.CONTINUOUS,
            "public location",
            StepKind.GATE,
            weights_public,
        ),
        (
            "2-arch",
            "To rely on open source, keep information on the architecture public.",
            "Art. 53(2)",
            When.CONTINUOUS,
            "public location",
            StepKind.GATE,
            weights_public,
        ),
        (
            "2-use",
            "To rely on open source, keep information on using the model public.",
            "Art. 53(2)",
            When.CONTINUOUS,
            "public location",
            StepKind.GATE,
            weights_public,
        ),
        (
            "2-lic",
            "To rely on open source, record that the licence gives all four rights.",
            "Art. 53(2)",
            When.AT_PLACING,
            "licence analysis",
            StepKind.GATE,
            weights_public,
        ),
        (
            "2-money",
            "To rely on open source, record that nothing is charged for the model.",
            "Art. 53(2)",
            When.CONTINUOUS,
            "check of prices and terms",
            StepKind.GATE,
            weights_public,
        ),
        (
            "2-sr",
            "To rely on open source, confirm that there is no systemic risk.",
            "Art. 53(2)",
            When.CONTINUOUS,
            "compute ledger",
            StepKind.GATE,
            weights_public,
        ),
    ),
)
