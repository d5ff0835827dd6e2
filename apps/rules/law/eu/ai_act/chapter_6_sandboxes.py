"""AI Act, Chapter VI: Articles 57 to 59, trying a system out in a regulatory sandbox before it is released."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
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
from apps.rules.law.eu.ai_act.chapter_1_ai_system import ai_system
from apps.rules.law.eu.ai_act.chapter_1_scope import (
    FOREIGN_AUTHORITY,
    MILITARY_SYSTEM,
    RESEARCH_SYSTEM,
    freed_by_section_b,
    section_b_alone,
)
from apps.rules.law.eu.ai_act.chapter_9_article_75 import ai_office_system
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED, small_or_medium_enterprise
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.system import (
    system_limits,
    system_roles,
    system_testing,
    system_union_links,
)
from apps.rules.law.facts.use import users, uses

CHAPTER_6_FROM = date(2026, 8, 2)
NO_FINE_NAMED = (
    "No fine of the Act names this article; the Member States set the penalties (Article 99(1)). Where the AI Office "
    "supervises the system, up to EUR 15 million or 3 % of turnover (Article 75c(4)(a))."
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

prospective_provider = Definition(
    id="prospective_provider",
    title="Provider of a system not yet released",
    statement="you develop a system for the Union that is not released yet",
    denial="you do not develop a system for the Union that is still unreleased",
    summary="Makes an AI system, or has it made, and has neither offered it to anybody nor put it into service, not "
    "even in house. A lawful test in a sandbox or in real conditions is neither.",
    versions=(
        Version(
            since=date(2025, 2, 2),
            when=ai_system
            & system_roles.any_of("provider", "takes_over", "product_manufacturer")
            & system_limits.includes("development")
            # Whoever tries it out in the Union, or means its results for the Union, has a link to it.
            & (
                system_union_links.any_of("established", "placed", "used", "output_intended")
                | system_testing.any_of("sandbox", "sandbox_data")
            ),
            cites=(_aia(pinpoint="Art. 3(3)"), _aia(pinpoint="Art. 3(57)"), _aia(pinpoint="Art. 2(8)")),
        ),
    ),
)

SECTION_B_IN_SANDBOXES = CarveOut(
    id="section-b-in-sandboxes",
    title="Products under Annex I, Section B, in sandboxes",
    when=contested(
        key="section-b-sandboxes",
        why="For high-risk products under Annex I, Section B, the articles on sandboxes count only as far as their "
        "product law has taken up the requirements for high-risk systems. Look there.",
        a=Reading("the product law has taken up the requirements", NEVER),
        b=Reading("the product law has not taken them up", section_b_alone),
        cites=(_aia(pinpoint="Art. 2(2)"),),
    ),
    cites=(_aia(pinpoint="Art. 2(2)"), _aia(pinpoint="Annex I, Section B")),
    removes="The rules on sandboxes, as long as product law has not taken up the requirements.",
    keeps="Article 6(1), Article 60a and Articles 102 to 112.",
)

SECTION_B_DATA_AS_OF_2024 = CarveOut(
    id="section-b-data-in-sandboxes-2024",
    title="Products under Annex I, Section B, re-using data in sandboxes, in the text of 2024",
    when=freed_by_section_b,
    cites=(_aia(pinpoint="Art. 2(2)", note="text of 2024"), _aia(pinpoint="Annex I, Section B")),
    removes="The rules on re-using personal data in a sandbox: of the articles on sandboxes only Article 57 was kept.",
    keeps="Article 57, as far as product law has taken up the requirements; data-protection law.",
)

OTHER_LEFT_ALONE = (MILITARY_SYSTEM, RESEARCH_SYSTEM, FOREIGN_AUTHORITY)
"""What the Act leaves alone; its relief for development before release is no answer to the rules on tests."""

_police = uses.includes("policing") | users.includes("law_enforcement")

SANDBOX_STEPS = steps(
    "EU-AIA-57",
    (
        "5-s1",
        "Settle a plan with the authority: aims, conditions, duration, methods and safeguards.",
        "Art. 57(5)",
        When.BEFORE_MARKET,
        "signed plan",
        StepKind.OPTION,
    ),
    (
        "5-s3",
        "Make the plan for tests in real conditions a part of it.",
        "Art. 57(5)",
        When.BEFORE_MARKET,
        "annex to the plan",
        StepKind.DUTY,
        system_testing.includes("real_world"),
    ),
    (
        "7",
        "At the end ask for written proof of what was done; the exit report helps in the conformity assessment.",
        "Art. 57(7)",
        When.ON_EVENT,
        "proof, exit report",
        StepKind.OPTION,
    ),
    (
        "11",
        "Reduce serious risks that come up; otherwise the authority suspends the work.",
        "Art. 57(11)",
        When.CONTINUOUS,
        "record of measures",
    ),
    (
        "12",
        "Follow plan, terms and guidance in good faith, and keep proof: then no fine under the Act follows.",
        "Art. 57(12)",
        When.CONTINUOUS,
        "diary of compliance",
    ),
    (
        "3a",
        "See whether the AI Office's own sandbox takes you; small and mid-sized firms go first.",
        "Art. 57(3a)",
        When.BEFORE_MARKET,
        "application",
        StepKind.OPTION,
        ai_office_system,
    ),
    (
        "58-2-d",
        "As a small firm, take part free of charge; only exceptional costs may be passed on.",
        "Art. 58(2)(d)",
        When.BEFORE_MARKET,
        "application",
        StepKind.OPTION,
        small_or_medium_enterprise,
    ),
    (
        "62-1-a",
        "As a small firm with a seat or branch in the Union, ask to be admitted first.",
        "Art. 62(1)(a)",
        When.BEFORE_MARKET,
        "application",
        StepKind.OPTION,
        small_or_medium_enterprise,
    ),
)


def _area(point: str, what: str) -> Row:
    return (
        f"1-a-{point}",
        f"Is it for {what}? Say how.",
        f"Art. 59(1)(a)({point})",
        When.BEFORE_USE,
        "memo on the public interest",
        StepKind.GATE,
    )


DATA_REUSE_STEPS = steps(
    "EU-AIA-59",
    (
        "1-a",
        "Show that the system protects a substantial public interest in at least one of the five areas below.",
        "Art. 59(1)(a)",
        When.BEFORE_USE,
        "memo on the public interest",
    ),
    _area("i", "public safety or health, such as finding, preventing or treating illness"),
    _area("ii", "the environment, nature, clean air and water, or the climate"),
    _area("iii", "lasting energy supply"),
    _area("iv", "safe and resilient transport, critical infrastructure or networks"),
    _area("v", "better and leaner public administration or services"),
    (
        "1-b",
        "Show that Articles 8 to 15 cannot be met with anonymous, synthetic or other data.",
        "Art. 59(1)(b)",
        When.BEFORE_USE,
        "memo on necessity",
    ),
    (
        "1-c",
        "Watch for high risks to the people behind the data, and be ready to stop.",
        "Art. 59(1)(c)",
        When.CONTINUOUS,
        "monitoring and response plan",
    ),
    (
        "1-d",
        "Keep the data apart, protected and in your hands; let only authorised people in.",
        "Art. 59(1)(d)",
        When.CONTINUOUS,
        "design of the environment, access list",
    ),
    (
        "1-e",
        "Pass original data on only within data-protection law, and data made in the sandbox not at all.",
        "Art. 59(1)(e)",
        When.CONTINUOUS,
        "log of transfers",
    ),
    (
        "1-f",
        "Let nothing be decided about the people behind the data, and leave their rights untouched.",
        "Art. 59(1)(f)",
        When.CONTINUOUS,
        "limits on use",
    ),
    (
        "1-g",
        "Protect the data, and delete it when taking part, or the retention period, ends.",
        "Art. 59(1)(g)",
        When.ON_EVENT,
        "deletion log",
    ),
    (
        "1-h",
        "Keep logs of the processing as long as you take part.",
        "Art. 59(1)(h)",
        When.RETENTION,
        "logs",
    ),
    (
        "1-i",
        "Add method, reasons and test results to the technical file of Annex IV.",
        "Art. 59(1)(i)",
        When.CONTINUOUS,
        "annex to the technical file",
    ),
    (
        "1-j",
        "Write a short summary of the project for the authority's website; sensitive police data stay out.",
        "Art. 59(1)(j)",
        When.ON_EVENT,
        "published summary",
    ),
    (
        "2",
        "If the purpose is fighting crime, name the law that allows this very processing.",
        "Art. 59(2)",
        When.BEFORE_USE,
        "legal citation",
        StepKind.DUTY,
        _police,
    ),
)

take_part_in_a_sandbox = Obligation(
    id="EU-AIA-57",
    title="Keep to the plan of the regulatory sandbox",
    must="If you choose to try the system out in a regulatory sandbox, follow the plan, terms and guidance in good "
    "faith and reduce serious risks that appear. Keep the proof and the exit report for the conformity assessment.",
    who="provider of an unreleased system in a sandbox",
    topic=Topic.SAFETY,
    versions=(
        Version(
            since=CHAPTER_6_FROM,
            when=prospective_provider & system_testing.any_of("sandbox", "sandbox_data"),
            cites=(
                _aia(pinpoint="Art. 57(5)"),
                _aia(pinpoint="Art. 57(11)"),
                _aia(pinpoint="Art. 57(12)"),
                _aia(pinpoint="Art. 113"),
            ),
            unless=(*OTHER_LEFT_ALONE, SECTION_B_IN_SANDBOXES),
        ),
    ),
    deadline=Deadline(kind=When.CONTINUOUS, text="As long as you take part; plan agreed before the start."),
    evidence="signed plan, record of activities, exit report",
    penalty_note="Taking part is voluntary. Whoever keeps to plan, terms and guidance in good faith faces no fine "
    "under the Act (Article 57(12)); liability for damage stays.",
    steps=SANDBOX_STEPS,
    note="Every Member State must have a sandbox running by 2 August 2027 (until the change of 2026: 2 August 2026). "
    "Regulation (EU) 2026/1744 added safeguards to the plan and a sandbox of the AI Office (Article 57(3a)).",
)

_reuses_data = prospective_provider & system_testing.includes("sandbox_data")
_REUSE = (_aia(pinpoint="Art. 59(1)(a) to (j)"), _aia(pinpoint="Art. 59(2)"), _aia(pinpoint="Art. 113"))

reuse_data_in_a_sandbox = Obligation(
    id="EU-AIA-59",
    title="Meet all conditions for re-using personal data in a sandbox",
    must="Re-use personal data collected for something else only in the sandbox, for a system in a substantial public "
    "interest, only if nothing else will do, in a closed environment, without effect on the people concerned; log, "
    "document and delete.",
    who="provider of an unreleased system that re-uses personal data in a sandbox",
    topic=Topic.TRAINING_DATA,
    versions=(
        Version(
            since=CHAPTER_6_FROM,
            when=_reuses_data,
            cites=_REUSE,
            unless=(*OTHER_LEFT_ALONE, SECTION_B_DATA_AS_OF_2024),
            replaced_on=OMNIBUS_PUBLISHED,
            note="Opened to products under Annex I, Section B, before the first day came.",
        ),
        Version(
            since=CHAPTER_6_FROM,
            when=_reuses_data,
            cites=_REUSE,
            unless=(*OTHER_LEFT_ALONE, SECTION_B_IN_SANDBOXES),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="Before the data is used, then as long as you take part."),
    evidence="necessity memo, design of the environment, logs, deletion log",
    penalty_note=NO_FINE_NAMED + " Data-protection law has its own.",
    steps=DATA_REUSE_STEPS,
    note="All conditions have to be met together. Data-protection law goes on applying.",
)
