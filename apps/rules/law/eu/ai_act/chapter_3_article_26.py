"""AI Act, Chapter III: Article 26, duties of those who use a high-risk system, paragraph by paragraph.

Registration by public authorities (Article 49(3)) stands with Article 26(8), which repeats it.
"""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Deadline,
    Definition,
    Expr,
    Grade,
    Obligation,
    Reading,
    Step,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act import chapter_3_annex_iii as annex_iii
from apps.rules.law.eu.ai_act import chapter_3_article_26_steps as items
from apps.rules.law.eu.ai_act.chapter_1_biometrics import (
    CHAPTERS_1_AND_2_FROM,
    later_identification,
    remote_identification,
)
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    ACTIVITIES_LEFT_ALONE,
    PRIVATE_USER,
    SECTION_B,
    high_risk_deployer,
)
from apps.rules.law.eu.ai_act.chapter_3_article_6 import TRANSITION_RECORD
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, on_both_calendars
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.chapter_12_article_99 import BODIES_PAY, DEPLOYER_FINE
from apps.rules.law.eu.ai_act.steps import steps as check_items
from apps.rules.law.facts.body import targeted_search
from apps.rules.law.facts.use import decision_effect, deployment, users

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

DEPLOYERS_LEFT_ALONE = (*ACTIVITIES_LEFT_ALONE, SECTION_B, PRIVATE_USER, OLDER_HIGH_RISK)

AUTHORITIES = ("law_enforcement", "border_authority", "judicial", "public_authority", "eu_body")


def _duty(
    paragraph: int,
    title: str,
    must: str,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    steps: tuple[Step, ...],
    *,
    only: Expr | None = None,
    who: str = "deployer of a high-risk system",
    note: str = "",
) -> Obligation:
    return Obligation(
        id=f"EU-AIA-26-{paragraph}",
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=on_both_calendars(
            high_risk_deployer if only is None else high_risk_deployer & only,
            f"Art. 26({paragraph})",
            DEPLOYERS_LEFT_ALONE,
        ),
        deadline=deadline,
        evidence=evidence,
        penalty=DEPLOYER_FINE,
        penalty_note=BODIES_PAY,
        steps=steps,
        note=note,
    )


use_as_instructed = _duty(
    1,
    "Use the high-risk system as instructed",
    "Take technical and organisational measures that keep the use of the system inside its instructions, and fit them "
    "together with the other duties that users have.",
    Topic.SAFETY,
    Deadline(kind=When.CONTINUOUS, text="Before first use, then throughout."),
    "operating procedure, list of other applicable law",
    (*items.ART_26_1, *check_items("EU-AIA-26-1", *TRANSITION_RECORD)),
)

human_oversight = _duty(
    2,
    "Put competent people in charge of oversight",
    "Give human oversight to people who have the competence, training, authority and support for it.",
    Topic.SAFETY,
    Deadline(kind=When.BEFORE_USE, text="Before first use, then kept up."),
    "appointment letters, training records, resource plan",
    items.ART_26_2,
)

input_data = _duty(
    4,
    "Feed in fitting data",
    "As far as you control what goes in, see that it is relevant to the purpose and sufficiently representative.",
    Topic.SAFETY,
    Deadline(kind=When.CONTINUOUS, text="For all input you control."),
    "log of input checks",
    items.ART_26_4,
    only=deployment.includes("input_data"),
    who="deployer of a high-risk system who controls its input data",
)

monitoring = _duty(
    5,
    "Watch the system, report risks and incidents",
    "Watch how the system works and inform its provider. Where use as instructed may be dangerous, tell provider or "
    "distributor and the authority and stop using it. After a serious incident tell the provider at once, then "
    "importer or distributor and the authorities.",
    Topic.INCIDENTS,
    Deadline(
        kind=When.ON_EVENT,
        text="Risks without undue delay, serious incidents at once; if the provider cannot be reached, the time limits "
        "of Article 73 (15, 10 or 2 days) run for you.",
        cite=_aia(pinpoint="Art. 26(5)"),
    ),
    "monitoring log, notices, incident reports",
    items.ART_26_5,
)

keep_logs = _duty(
    6,
    "Keep the system's logs",
    "Keep the logs that the system makes and you control for a time that fits its purpose, at least six months unless "
    "other law, on data protection above all, says otherwise.",
    Topic.DOCUMENTATION,
    Deadline(kind=When.RETENTION, text="At least six months.", cite=_aia(pinpoint="Art. 26(6)")),
    "retention rule, log store",
    items.ART_26_6,
    only=deployment.includes("logs"),
    who="deployer of a high-risk system who controls its logs",
)

inform_workers = _duty(
    7,
    "Tell workers before the system is used on them",
    "Tell workers' representatives and each worker concerned that the high-risk system will be used on them.",
    Topic.DECISIONS,
    Deadline(kind=When.BEFORE_USE, text="Before the system is put into service or used at the workplace."),
    "dated notices to representatives and workers",
    items.ART_26_7,
    only=deployment.includes("at_work_by_employer"),
    who="employer who uses a high-risk system at the workplace",
)

high_risk_besides_point_2 = Definition(
    id="high_risk_besides_point_2",
    title="High-risk by a use other than critical infrastructure",
    statement="the system is high-risk by a listed use other than critical infrastructure",
    denial="the system is high-risk by no listed use other than critical infrastructure",
    summary="Products, and systems listed for critical infrastructure alone, have no entry in the Union's public "
    "database, need no assessment of fundamental rights and give no right to an explanation.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=high_risk_by_use
            & (
                ~annex_iii.annex_iii_2
                | annex_iii.annex_iii_1_a
                | annex_iii.annex_iii_1_b
                | annex_iii.annex_iii_1_c
                | annex_iii.annex_iii_3_a
                | annex_iii.annex_iii_3_b
                | annex_iii.annex_iii_3_c
                | annex_iii.annex_iii_3_d
                | annex_iii.annex_iii_4_a
                | annex_iii.annex_iii_4_b
                | annex_iii.annex_iii_5_a
                | annex_iii.annex_iii_5_b
                | annex_iii.annex_iii_5_c
                | annex_iii.annex_iii_5_d
                | annex_iii.annex_iii_6_a
                | annex_iii.annex_iii_6_b
                | annex_iii.annex_iii_6_c
                | annex_iii.annex_iii_6_d
                | annex_iii.annex_iii_6_e
                | annex_iii.annex_iii_7_a
                | annex_iii.annex_iii_7_b
                | annex_iii.annex_iii_7_c
                | annex_iii.annex_iii_7_d
                | annex_iii.annex_iii_8_a
                | annex_iii.annex_iii_8_b
                | annex_iii.annex_iii_general_assistant
            ),
            cites=(_aia(pinpoint="Art. 27(1)"), _aia(pinpoint="Art. 49(3)"), _aia(pinpoint="Art. 86(1)")),
        ),
    ),
)

register_use = _duty(
    8,
    "Register the use of the system",
    "Register yourself and your use of the system in the Union's database. If the system is not registered there, do "
    "not use it and tell the provider or distributor.",
    Topic.REGISTRATION,
    Deadline(kind=When.BEFORE_USE, text="Before first use, then kept up to date."),
    "registration record",
    items.ART_26_8,
    only=users.any_of(*AUTHORITIES, "for_authority") & high_risk_besides_point_2,
    who="public authority or Union body that uses a high-risk system, or whoever acts for it",
    note="The paragraph speaks of any high-risk system. Products and systems of critical infrastructure have no entry "
    "in that database, so it is read as limited to the others. Whoever only acts for an authority owes it under "
    "Article "
    "49(3), for which Member States set the penalty. Public bodies that are no authorities owe it only where national "
    "law treats them as such.",
)

impact_assessment_input = _duty(
    9,
    "Use the provider's information for the data-protection assessment",
    "Where you must assess the impact on data protection, use the information the provider gives under Article 13.",
    Topic.DOCUMENTATION,
    Deadline(kind=When.BEFORE_USE, text="Before the data are processed, where such an assessment is due."),
    "data-protection impact assessment with its sources",
    items.ART_26_9,
    note="Whether an assessment is due follows from Article 35 of the GDPR or Article 27 of Directive (EU) 2016/680.",
)

searches_by_others = contested(
    key="later-search-by-others",
    why="The paragraph has each use documented whatever its purpose and user, but in the police file and among rules "
    "on searches by the police.",
    a=Reading("only searches for law enforcement are meant", NEVER),
    b=Reading("whoever identifies people afterwards documents and reports it", ALWAYS),
    cites=(_aia(pinpoint="Art. 26(10)"),),
)

later_search = _duty(
    10,
    "Get authorisation for later searches by face or body",
    "Get a binding authorisation, from a court or an authority whose decisions courts can review, before, or within 48 "
    "hours of, searching for a "
    "suspect or convict. Stop and delete on refusal. Never search untargeted, decide nothing adverse on the output "
    "alone, document each use and report yearly.",
    Topic.SAFETY,
    Deadline(
        kind=When.ON_EVENT,
        text="Before each search, or without undue delay and within 48 hours.",
        cite=_aia(pinpoint="Art. 26(10)"),
    ),
    "authorisations, police file, annual report",
    items.ART_26_10,
    only=(remote_identification & targeted_search)
    | (later_identification & (users.any_of("law_enforcement", "for_authority") | searches_by_others)),
    who="deployer that identifies people at a distance afterwards, for law enforcement",
    note="A first identification of a suspect on objective, verifiable facts needs no authorisation. Live searches in "
    "public are banned with narrow exceptions (Article 5(1)(h)).",
)

inform_people = _duty(
    11,
    "Tell people that the system helps decide about them",
    "Tell people that a high-risk system takes decisions about them or helps to, what for, and that they may ask for "
    "an explanation.",
    Topic.DECISIONS,
    Deadline(kind=When.BEFORE_USE, text="Before or when the system is used on them."),
    "notice text, record of how it reaches people",
    items.ART_26_11,
    only=high_risk_by_use & decision_effect.is_("some", "significant"),
    who="deployer of a system listed in Annex III that decides or helps decide about people",
    note="What the notice should say stands in recital 93. It comes on top of the notices of Article 50.",
)

cooperate = _duty(
    12,
    "Cooperate with authorities",
    "Work with the authorities on whatever they do about the high-risk system.",
    Topic.COOPERATION,
    Deadline(kind=When.ON_REQUEST, text="On request; ordered corrections within 15 working days at most."),
    "correspondence, proof that orders were carried out",
    items.ART_26_12,
    note="Wrong, incomplete or misleading answers: up to EUR 7.5 million or 1 % (Article 99(5)).",
)
