"""AI Act, Articles 2 and 3 for systems: who is reached, and which activities the Act leaves alone."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import ALWAYS, NEVER, CarveOut, Cite, Definition, Grade, Reading, Version, contested
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_2_practices import prohibited_practice
from apps.rules.law.eu.ai_act.chapter_4_definitions import transparency_system
from apps.rules.law.facts.system import (
    has_system,
    stated_high_risk_annex_i,
    stated_high_risk_annex_iii,
    system_limits,
    system_monetised,
    system_open_source,
    system_real_world_test,
    system_roles,
    system_union_links,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

results_in_the_union = system_union_links.includes("output_intended") | contested(
    key="unintended-output-in-the-union",
    why="Article 2(1)(c) asks whether results are used in the Union; recital 22 speaks of results meant for use there.",
    a=Reading("any use of the results in the Union is enough", system_union_links.includes("output_incidental")),
    b=Reading("only results meant for the Union count", NEVER),
    cites=(_aia(pinpoint="Art. 2(1)(c)"), _aia(pinpoint="recital 22")),
)

system_provider = Definition(
    id="system_provider",
    title="Provider of an AI system within reach",
    statement="you are the provider of an AI system that the AI Act reaches",
    denial="you are not the provider of an AI system that the AI Act reaches",
    summary="Makes an AI system, or has it made, and offers it or puts it into service in the Union under its own "
    "name, paid or free, wherever it is established; use in house counts. Or sits elsewhere while the results are "
    "used in the Union.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=has_system
            & system_roles.includes("provider")
            # Use in the Union of a system one made oneself is putting it into service there.
            & (system_union_links.any_of("placed", "used") | results_in_the_union),
            cites=(
                _aia(pinpoint="Art. 3(3)"),
                _aia(pinpoint="Art. 3(11)"),
                _aia(pinpoint="Art. 2(1)(a)"),
                _aia(pinpoint="Art. 2(1)(c)"),
            ),
        ),
    ),
)

system_deployer = Definition(
    id="system_deployer",
    title="Deployer of an AI system within reach",
    statement="you are the deployer of an AI system that the AI Act reaches",
    denial="you are not the deployer of an AI system that the AI Act reaches",
    summary="Uses an AI system under its own authority and is established or located in the Union, or sits elsewhere "
    "while the results are used in the Union.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=has_system
            & system_roles.includes("deployer")
            & (system_union_links.includes("used") | results_in_the_union),
            cites=(
                _aia(pinpoint="Art. 3(4)"),
                _aia(pinpoint="Art. 2(1)(b)"),
                _aia(pinpoint="Art. 2(1)(c)"),
            ),
        ),
    ),
)

system_operator = Definition(
    id="system_operator",
    title="Operator of an AI system within reach",
    statement="you place, put into service, pass on or use an AI system that the AI Act reaches",
    denial="you have no role towards an AI system that the AI Act reaches",
    summary="Provider, deployer, importer, distributor or product manufacturer of an AI system with a link to the "
    "Union.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=system_provider
            | system_deployer
            | (
                has_system
                & system_roles.any_of("importer", "distributor", "product_manufacturer")
                & system_union_links.includes("placed")
            ),
            cites=(
                _aia(pinpoint="Art. 3(8)"),
                _aia(pinpoint="Art. 2(1)(d)"),
                _aia(pinpoint="Art. 2(1)(e)"),
            ),
        ),
    ),
)

high_risk_by_use = stated_high_risk_annex_iii
high_risk_product = stated_high_risk_annex_i.is_("section_a", "section_b")

high_risk_system = Definition(
    id="high_risk_system",
    title="High-risk AI system (as stated)",
    statement="the system is taken to be high-risk",
    denial="the system is taken not to be high-risk",
    summary="High-risk because of a use listed in Annex III, or as a product or safety part under the laws of Annex I. "
    "Your own answer is taken over; the classification is not worked out here.",
    versions=(
        Version(
            since=CHAPTERS_1_AND_2_FROM,
            when=high_risk_by_use | high_risk_product,
            cites=(
                _aia(pinpoint="Art. 6(1)"),
                _aia(pinpoint="Art. 6(2)"),
            ),
        ),
    ),
)

OPEN_SOURCE_SYSTEM = CarveOut(
    id="open-source-system",
    title="Open-source AI systems",
    when=system_open_source
    & contested(
        key="monetised-open-source-system",
        why="Recital 103 says that charging for open components ends their special treatment. Whether it governs whole "
        "systems under Article 2(12) is not said.",
        a=Reading("a price or other way of making money ends the exclusion", ~system_monetised),
        b=Reading("the exclusion looks at the licence alone", ALWAYS),
        cites=(_aia(pinpoint="Art. 2(12)"), _aia(pinpoint="recital 103")),
    )
    & contested(
        key="open-source-system-deployers",
        why="The text takes the system out. Whether a professional user of such a system is freed too is not settled.",
        a=Reading("whoever uses the system professionally still has duties", ~system_roles.includes("deployer")),
        b=Reading("everybody dealing with the system is freed", ALWAYS),
        cites=(_aia(pinpoint="Art. 2(12)"),),
    ),
    cites=(_aia(pinpoint="Art. 2(12)"), _aia(pinpoint="recital 102"), _aia(pinpoint="recital 103")),
    removes="The whole AI Act, AI literacy included, for a system that no stricter rule catches.",
    keeps="The bans, the transparency duties, all high-risk duties, and the duties on general-purpose models.",
    lost_when=(
        CarveOut(
            id="open-source-system-high-risk",
            title="Offered as a high-risk system",
            when=high_risk_system,
            cites=(_aia(pinpoint="Art. 2(12)"),),
        ),
        CarveOut(
            id="open-source-system-prohibited",
            title="Caught by a ban",
            when=prohibited_practice,
            cites=(_aia(pinpoint="Art. 2(12)"), _aia(pinpoint="Art. 5(1)")),
        ),
        CarveOut(
            id="open-source-system-transparency",
            title="Caught by the transparency duties",
            when=transparency_system,
            cites=(_aia(pinpoint="Art. 2(12)"), _aia(pinpoint="Art. 50")),
        ),
    ),
)

MILITARY_SYSTEM = CarveOut(
    id="military-system",
    title="Military, defence and national security",
    when=system_limits.includes("military"),
    cites=(_aia(pinpoint="Art. 2(3)"), _aia(pinpoint="recital 24")),
    removes="The whole AI Act for systems kept to these purposes, whoever makes or uses them.",
    keeps="Every duty as soon as the system also serves another purpose.",
)

RESEARCH_SYSTEM = CarveOut(
    id="research-system",
    title="Scientific research alone",
    when=system_limits.includes("research"),
    cites=(_aia(pinpoint="Art. 2(6)"), _aia(pinpoint="recital 25")),
    removes="The whole AI Act for systems made and put into service for scientific research and nothing else.",
    keeps="Duties on general products that researchers happen to use.",
)

SYSTEM_IN_DEVELOPMENT = CarveOut(
    id="system-in-development",
    title="Research, testing and development before launch",
    when=system_limits.includes("development"),
    cites=(_aia(pinpoint="Art. 2(8)"),),
    removes="The AI Act for work on the system before it is offered or put into service.",
    keeps="Duties once it is launched, and those on tests in real conditions.",
    lost_when=(
        CarveOut(
            id="real-world-testing",
            title="Tests in real-world conditions",
            when=system_real_world_test,
            cites=(_aia(pinpoint="Art. 2(8)"),),
        ),
    ),
)

FOREIGN_AUTHORITY = CarveOut(
    id="foreign-authority",
    title="Foreign authorities under cooperation agreements",
    when=system_limits.includes("foreign_authority"),
    cites=(_aia(pinpoint="Art. 2(4)"),),
    removes="The AI Act for foreign public authorities in police and judicial cooperation with adequate safeguards.",
    keeps="Duties of the private firms that supply them.",
)

PRIVATE_USE = CarveOut(
    id="private-use",
    title="Private use by a person",
    when=system_limits.includes("private")
    & ~system_roles.any_of("provider", "importer", "distributor", "product_manufacturer"),
    cites=(
        _aia(pinpoint="Art. 2(10)"),
        _aia(pinpoint="Art. 3(4)"),
    ),
    removes="The duties of users of a system, for people who use it purely privately.",
    keeps="All duties of whoever offers the system, even if that is a private person.",
    lost_when=(
        CarveOut(
            id="private-use-criminal",
            title="Banned use by a private person",
            when=prohibited_practice
            & contested(
                key="private-use-and-bans",
                why="Private users have no duties under the Act. The Commission's guidelines on banned practices do "
                "not treat criminal activity as purely private; how far that covers every banned use is not said.",
                a=Reading("a banned use is not purely private", ALWAYS),
                b=Reading("private use stays outside the Act; other law may apply", NEVER),
                cites=(
                    _aia(pinpoint="Art. 2(10)"),
                    _aia(
                        pinpoint="Art. 2(10)",
                        grade=Grade.O,
                        source="Guidelines C(2025) 5052 final, paragraph 34",
                    ),
                ),
            ),
            cites=(_aia(pinpoint="Art. 2(10)"),),
        ),
    ),
)

SECTION_B_LITERAL = CarveOut(
    id="annex-i-section-b-whole-act",
    title="Products under Annex I, Section B, on a literal reading",
    when=contested(
        key="annex-i-section-b-reach",
        why="For high-risk products under Annex I, Section B, the Act lists the few provisions that apply. Read "
        "literally that also switches off Articles 4, 5 and 50; no authority confirms it.",
        a=Reading("Articles 4, 5 and 50 go on applying", NEVER),
        b=Reading("only the listed provisions apply", stated_high_risk_annex_i.is_("section_b")),
        cites=(_aia(pinpoint="Art. 2(2)"),),
    ),
    cites=(_aia(pinpoint="Art. 2(2)"),),
    removes="On the literal reading: literacy, bans and transparency for these products.",
    keeps="Article 6(1), Article 60a and Articles 102 to 112.",
)

SECTION_B = CarveOut(
    id="annex-i-section-b",
    title="Products under Annex I, Section B",
    when=stated_high_risk_annex_i.is_("section_b"),
    cites=(_aia(pinpoint="Art. 2(2)"), _aia(pinpoint="Annex I, Section B")),
    removes="All duties of Chapter III: product law takes up the requirements instead.",
    keeps="Article 6(1), Article 60a and Articles 102 to 112.",
    note="Machinery moved into Section B on 27 July 2026.",
)

ACTIVITIES_LEFT_ALONE = (MILITARY_SYSTEM, RESEARCH_SYSTEM, SYSTEM_IN_DEVELOPMENT, FOREIGN_AUTHORITY)
