"""AI Act, Chapter III, Section 3: Articles 16 to 21, what the provider of a high-risk system does around it."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Deadline, Grade, Obligation, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import ACTIVITIES_LEFT_ALONE, SECTION_B, high_risk_provider
from apps.rules.law.eu.ai_act.chapter_3_articles_16_21_steps import (
    ACCESSIBILITY,
    ARCHIVE,
    CONTACT_DETAILS,
    COOPERATION,
    CORRECTION,
    LOGS,
    QUALITY_SYSTEM,
)
from apps.rules.law.eu.ai_act.chapter_3_calendar import OLDER_HIGH_RISK, on_both_calendars
from apps.rules.law.eu.ai_act.chapter_12_article_99 import PROVIDER_FINE
from apps.rules.law.eu.ai_act.steps import steps

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

_PROVIDER = "provider of a high-risk system"
_FINED = "Reached through Article 16, which lists this duty."


def _provider_of_high_risk(pinpoint: str) -> tuple[Version, ...]:
    """The wordings of a rule on providers of high-risk systems, on both calendars."""
    return on_both_calendars(high_risk_provider, pinpoint, (*ACTIVITIES_LEFT_ALONE, SECTION_B, OLDER_HIGH_RISK))


contact_details = Obligation(
    id="EU-AIA-16-b",
    title="Show name and contact address",
    must="Put your name, registered trade name or trade mark and a contact address on the system, or where that cannot "
    "be done on its packaging or papers.",
    who=_PROVIDER,
    topic=Topic.TRANSPARENCY,
    versions=_provider_of_high_risk("Art. 16(b)"),
    deadline=Deadline(
        kind=When.AT_PLACING, text="When the system goes out; they go with it.", cite=_aia(pinpoint="Art. 16(b)")
    ),
    evidence="label, start screen, packaging or papers",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-16-b", *CONTACT_DETAILS),
)

accessibility = Obligation(
    id="EU-AIA-16-l",
    title="Make the system accessible",
    must="See that people with disabilities can use the system, as Directives (EU) 2016/2102 and (EU) 2019/882 ask.",
    who=_PROVIDER,
    topic=Topic.SAFETY,
    versions=_provider_of_high_risk("Art. 16(l)"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is offered, and from then on.",
        cite=_aia(pinpoint="Art. 16(l)"),
    ),
    evidence="accessibility report",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-16-l", *ACCESSIBILITY),
)

quality_system = Obligation(
    id="EU-AIA-17",
    title="Run a quality-management system",
    must="Set up, write down and keep running a quality-management system with the thirteen parts of Article 17(1), "
    "from a compliance strategy to who answers for what, in proportion to your size.",
    who=_PROVIDER,
    topic=Topic.SAFETY,
    versions=_provider_of_high_risk("Arts 16(c) and 17"),
    deadline=Deadline(
        kind=When.BEFORE_MARKET,
        text="Before the system is offered, then kept current.",
        cite=_aia(pinpoint="Art. 17(1)"),
    ),
    evidence="quality manual with its procedures",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-17", *QUALITY_SYSTEM),
    note="Since 27 July 2026 paragraph 2 names small, medium-sized and mid-cap firms. Simpler parts under Article "
    "63(1), before open to microenterprises alone, are open to SMEs without partner or linked enterprises; mid-caps "
    "stay outside. The Commission owes guidelines on merging with sector systems by 1 August 2027.",
)

archive = Obligation(
    id="EU-AIA-18",
    title="Keep documents for ten years",
    must="Keep the technical documentation, the quality-system papers, what a notified body approved or decided, and "
    "the EU declaration of conformity at the disposal of national authorities.",
    who=_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=_provider_of_high_risk("Arts 16(d) and 18"),
    deadline=Deadline(
        kind=When.RETENTION,
        text="Ten years, counted from when the system was placed on the market or put into service.",
        cite=_aia(pinpoint="Art. 18(1)"),
    ),
    evidence="archive index with its keeper",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-18", *ARCHIVE),
)

provider_logs = Obligation(
    id="EU-AIA-19",
    title="Keep the logs you control",
    must="Keep the logs that the system writes by itself, as far as they are under your control, for a time that fits "
    "its purpose and for six months at least.",
    who=_PROVIDER,
    topic=Topic.DOCUMENTATION,
    versions=_provider_of_high_risk("Arts 16(e) and 19"),
    deadline=Deadline(
        kind=When.RETENTION,
        text="Six months or longer, unless Union or national law, data protection above all, says otherwise.",
        cite=_aia(pinpoint="Art. 19(1)"),
    ),
    evidence="retention rule and proof that it runs",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-19", *LOGS),
    note="Logs that only the deployer controls are the deployer's to keep (Article 26(6)).",
)

corrective_action = Obligation(
    id="EU-AIA-20",
    title="Correct, withdraw or recall, and say so",
    must="As soon as you have reason to doubt conformity, correct, withdraw, switch off or recall the system and "
    "inform distributors, deployers, importers and your representative. If it is a risk, find the causes and tell "
    "market surveillance and any notified body.",
    who=_PROVIDER,
    topic=Topic.INCIDENTS,
    versions=_provider_of_high_risk("Arts 16(j) and 20"),
    deadline=Deadline(
        kind=When.ON_EVENT,
        text="Immediately. What an authority orders: in the time it sets, at most 15 working days (Article 79(2)).",
        cite=_aia(pinpoint="Art. 20(1)"),
    ),
    evidence="records of corrective action, copies of notices",
    penalty=PROVIDER_FINE,
    penalty_note=_FINED,
    steps=steps("EU-AIA-20", *CORRECTION),
    note="Articles 79 to 83, from which the items on orders of authorities come, have formally applied since 2 August "
    "2026 but need a system that counts as high-risk.",
)

cooperation = Obligation(
    id="EU-AIA-21",
    title="Answer the authorities",
    must="On a reasoned request, give a national authority all information and papers that show conformity, in the "
    "official Union language the Member State names, and the logs you control.",
    who=_PROVIDER,
    topic=Topic.COOPERATION,
    versions=_provider_of_high_risk("Arts 16(k) and 21"),
    deadline=Deadline(kind=When.ON_REQUEST, text="On a reasoned request.", cite=_aia(pinpoint="Art. 21(1)")),
    evidence="requests, answers, translations",
    penalty=PROVIDER_FINE,
    penalty_note=f"{_FINED} Wrong, incomplete or misleading answers: up to EUR 7.5 million or 1 % under Article 99(5).",
    steps=steps("EU-AIA-21", *COOPERATION),
    note="Since 27 July 2026 fundamental-rights bodies ask market surveillance, which may turn to the provider; before "
    "they asked operators directly.",
)
