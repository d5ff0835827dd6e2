"""AI Act, Chapter III: Article 27, assessment of the impact on fundamental rights, and who has to make it."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    NEVER,
    Cite,
    Deadline,
    Definition,
    Grade,
    Obligation,
    Reading,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_1_scope import high_risk_deployer
from apps.rules.law.eu.ai_act.chapter_3_annex_iii import annex_iii_5_b, annex_iii_5_c
from apps.rules.law.eu.ai_act.chapter_3_article_26 import (
    AUTHORITIES,
    DEPLOYERS_LEFT_ALONE,
    high_risk_besides_point_2,
)
from apps.rules.law.eu.ai_act.chapter_3_calendar import on_both_calendars
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.use import users

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

provides_public_services = users.includes("public_services") | contested(
    key="private-providers-of-public-services",
    why="Private bodies that provide public services must assess as well. The recitals name education, health care, "
    "social services, housing and justice as examples; how far this goes beyond them is not said.",
    a=Reading(
        "other private bodies that act for an authority or settle disputes are meant too",
        users.any_of("for_authority", "dispute_body"),
    ),
    b=Reading("only the fields that the recitals name are meant", NEVER),
    cites=(_aia(pinpoint="Art. 27(1)"), _aia(pinpoint="recital 96")),
)

fria_due = Definition(
    id="fria_due",
    title="Assessment of the impact on fundamental rights due",
    statement="you have to assess the impact on fundamental rights",
    denial="you do not have to assess the impact on fundamental rights",
    summary="High-risk by a use of Annex III other than critical infrastructure, and used by a public body or a "
    "private provider of public services; or used by anybody for creditworthiness, or for risk and price of life "
    "and health insurance. Products alone never bring it.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=high_risk_besides_point_2
            & (users.any_of(*AUTHORITIES) | provides_public_services | annex_iii_5_b | annex_iii_5_c),
            cites=(
                _aia(pinpoint="Art. 27(1)"),
                _aia(pinpoint="Annex III, point 5(b)"),
                _aia(pinpoint="Annex III, point 5(c)"),
            ),
        ),
    ),
)

_WHO = "public body, private provider of public services, or user of a system for credit or life and health insurance"
_NATIONAL = (
    "Not among the breaches Article 99(4) lists: Member States set the penalties; Union bodies: at most EUR 750 000 "
    "(Article 100(3)). Systems under the AI Office fall under Article 75c(4)."
)
_BEFORE = When.BEFORE_USE

assess_fundamental_rights = Obligation(
    id="EU-AIA-27-1",
    title="Assess the impact on fundamental rights",
    must="Before first use, describe your process, how long and how often the system is used, who is affected, which "
    "harms they risk, how people oversee it, and what you do when a risk comes true. Update it when something changes.",
    who=_WHO,
    topic=Topic.DECISIONS,
    versions=on_both_calendars(high_risk_deployer & fria_due, "Art. 27(1)", DEPLOYERS_LEFT_ALONE),
    deadline=Deadline(kind=_BEFORE, text="Before first use; updated when an element changes."),
    evidence="dated assessment with its six parts",
    penalty_note=_NATIONAL,
    steps=steps(
        "EU-AIA-27-1",
        (
            "gate",
            "Note why the duty falls on you: public body, public service, credit or life and health insurance.",
            "Art. 27(1)",
            _BEFORE,
            "applicability note",
            StepKind.GATE,
        ),
        ("a", "Describe the processes in which you will use the system.", "Art. 27(1)(a)", _BEFORE, "part (a)"),
        ("b", "Say over which period and how often.", "Art. 27(1)(b)", _BEFORE, "part (b)"),
        ("c", "Name the kinds of people and groups it is likely to affect.", "Art. 27(1)(c)", _BEFORE, "part (c)"),
        (
            "d",
            "Set out which harms each of them risks, from what the provider tells you under Article 13.",
            "Art. 27(1)(d)",
            _BEFORE,
            "part (d)",
        ),
        ("e", "Describe how oversight works in practice.", "Art. 27(1)(e)", _BEFORE, "part (e)"),
        (
            "f",
            "Plan what happens when a risk comes true, with who decides and how people complain.",
            "Art. 27(1)(f)",
            _BEFORE,
            "part (f)",
        ),
        ("2-s1", "Finish the assessment before first use.", "Art. 27(2)", _BEFORE, "dated assessment"),
        (
            "2-s2",
            "If you build on an earlier assessment or the provider's, show that the cases are alike.",
            "Art. 27(2)",
            _BEFORE,
            "reuse note",
            StepKind.OPTION,
        ),
        ("2-s3", "Update it when an element changes or is outdated.", "Art. 27(2)", When.ON_EVENT, "updated version"),
        (
            "4",
            "If a data-protection assessment covers a point, refer to it or take that part over.",
            "Art. 27(4)",
            _BEFORE,
            "cross-reference table",
            StepKind.OPTION,
        ),
        ("5", "Use the AI Office's questionnaire once it is out.", "Art. 27(5)", _BEFORE, "completed template"),
    ),
    note="Cross-references to the data-protection assessment came with the Omnibus; before, this assessment only "
    "complemented the other. The fields the recital names are examples: suppliers of energy, water or transport should "
    "have it checked. Private firms that also offer the system to authorities answer for their own use alone.",
)

notify_assessment = Obligation(
    id="EU-AIA-27-3",
    title="Notify the authority of the assessment",
    must="Send the results of the assessment, with the completed template, to the market surveillance authority.",
    who=_WHO,
    topic=Topic.REGISTRATION,
    versions=on_both_calendars(high_risk_deployer & fria_due, "Art. 27(3)", DEPLOYERS_LEFT_ALONE),
    deadline=Deadline(kind=_BEFORE, text="Once the assessment is done."),
    evidence="copy of the notification",
    penalty_note=_NATIONAL,
    steps=steps(
        "EU-AIA-27-3",
        ("s1", "Send results and completed template to the authority.", "Art. 27(3)", _BEFORE, "notification"),
        (
            "s2",
            "If an authorisation under Article 46(1) frees you from notifying, keep it on file.",
            "Art. 27(3)",
            _BEFORE,
            "authorisation",
            StepKind.RELIEF,
        ),
    ),
    note="The AI Office's template had not been published when last checked in 2026.",
)
