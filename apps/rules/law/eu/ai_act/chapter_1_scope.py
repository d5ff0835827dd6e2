"""AI Act, Articles 2 and 3 for systems: who is reached, and which activities the Act leaves alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from apps.rules.engine import ALWAYS, NEVER, CarveOut, Cite, Definition, Expr, Grade, Reading, Version, contested
from apps.rules.law.eu.ai_act.chapter_1_ai_system import ai_system
from apps.rules.law.eu.ai_act.chapter_1_biometrics import CHAPTERS_1_AND_2_FROM
from apps.rules.law.eu.ai_act.chapter_2_practices import prohibited_practice
from apps.rules.law.eu.ai_act.chapter_3_annex_i import annex_i_section_a, annex_i_section_b
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use, high_risk_system
from apps.rules.law.eu.ai_act.chapter_4_definitions import transparency_system
from apps.rules.law.facts.system import (
    contract_keeps_provider,
    system_limits,
    system_monetised,
    system_open_source,
    system_roles,
    system_testing,
    system_union_links,
    take_over,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

results_in_the_union = system_union_links.includes("output_intended") | contested(
    key="unintended-output-in-the-union",
    why="Article 2(1)(c) asks whether results are used in the Union; recital 22 speaks of results meant for use there.",
    a=Reading("any use of the results in the Union is enough", system_union_links.includes("output_incidental")),
    b=Reading("only results meant for the Union count", NEVER),
    cites=(_aia(pinpoint="Art. 2(1)(c)"), _aia(pinpoint="recital 22")),
)

# Use in the Union of a system one made oneself is putting it into service there.
_offered_or_run_in_the_union = system_union_links.any_of("placed", "used")
_within_reach = _offered_or_run_in_the_union | results_in_the_union
_test_the_act_provides_for = system_testing.any_of("sandbox", "sandbox_data") | (
    system_testing.includes("real_world") & (high_risk_by_use | annex_i_section_a | annex_i_section_b)
)
# A test in real conditions under Articles 57, 60 or 60a is neither a placing on the market nor a putting into service.
_only_tested = system_limits.includes("development") & (
    _test_the_act_provides_for
    | (
        system_testing.includes("real_world")
        & contested(
            key="tests-of-other-systems",
            why="A test under Articles 57 or 60 is no launch, and Article 60 is open to high-risk systems alone. "
            "Whether a trial of any other system on real people puts it into service is not said; the relief for "
            "development does not cover it.",
            a=Reading("such a trial puts the system into service", NEVER),
            b=Reading("a mere trial is no launch", ALWAYS),
            cites=(_aia(pinpoint="Art. 2(8)"), _aia(pinpoint="Art. 3(57)"), _aia(pinpoint="Art. 60(1)")),
        )
    )
)


def _version(when: Expr, *cites: Cite) -> tuple[Version, ...]:
    return (Version(since=CHAPTERS_1_AND_2_FROM, when=when, cites=cites),)


# Somebody with a model alone has no part in a system; nothing about systems is then asked.
has_a_role = ~system_roles.is_empty()

_takes_over = system_roles.includes("takes_over")
puts_its_name_on = _takes_over & take_over.includes("own_name")
changes_substantially = _takes_over & take_over.includes("substantial_change")
gives_a_new_purpose = _takes_over & take_over.includes("new_purpose")
changes_or_repurposes = _takes_over & take_over.any_of("substantial_change", "new_purpose")

# For high-risk systems Article 25(1) settles this.
_makes_an_ordinary_system_its_own = ~high_risk_system & contested(
    key="ordinary-system-made-ones-own",
    why="Article 25 says who becomes provider of a high-risk system made by others. For any other system there is only "
    "the definition: whoever develops a system, or has it developed, and offers it under its own name.",
    a=Reading(
        "whoever puts its name on a system, sells it in its own product or changes it substantially is its provider",
        puts_its_name_on | changes_substantially | system_roles.includes("product_manufacturer"),
    ),
    b=Reading("only whoever made it or had it made is", NEVER),
    cites=(_aia(pinpoint="Art. 3(3)"), _aia(pinpoint="Art. 25(1)")),
)
_maker = system_roles.includes("provider") | _makes_an_ordinary_system_its_own

system_provider = Definition(
    id="system_provider",
    title="Provider of an AI system within reach",
    statement="you are the provider of an AI system that the AI Act reaches",
    denial="you are not the provider of an AI system that the AI Act reaches",
    summary="Makes an AI system, or has it made, and offers it or puts it into service in the Union under its own "
    "name, paid or free, wherever it is established; use in house counts. Or sits elsewhere while the results are "
    "used in the Union. A test that keeps to Articles 57 or 60 is no launch.",
    versions=_version(
        ai_system & _maker & _within_reach & ~_only_tested,
        _aia(pinpoint="Art. 3(3)"),
        _aia(pinpoint="Art. 3(11)"),
        _aia(pinpoint="Art. 3(57)"),
        _aia(pinpoint="Art. 2(1)(a)"),
        _aia(pinpoint="Art. 2(1)(c)"),
    ),
)

system_deployer = Definition(
    id="system_deployer",
    title="Deployer of an AI system within reach",
    statement="you are the deployer of an AI system that the AI Act reaches",
    denial="you are not the deployer of an AI system that the AI Act reaches",
    summary="Uses an AI system under its own authority and is established or located in the Union, or sits elsewhere "
    "while the results are used in the Union.",
    versions=_version(
        ai_system
        & system_roles.includes("deployer")
        & (system_union_links.any_of("used", "established") | results_in_the_union),
        _aia(pinpoint="Art. 3(4)"),
        _aia(pinpoint="Art. 2(1)(b)"),
        _aia(pinpoint="Art. 2(1)(c)"),
    ),
)

system_importer = Definition(
    id="system_importer",
    title="Importer of an AI system",
    statement="you bring into the Union an AI system that carries a foreign firm's name",
    denial="you do not bring into the Union an AI system that carries a foreign firm's name",
    summary="Sits in the Union and is the first to offer there a system under the name or mark of somebody "
    "established outside it.",
    versions=_version(
        ai_system & system_roles.includes("importer"), _aia(pinpoint="Art. 3(6)"), _aia(pinpoint="Art. 2(1)(d)")
    ),
)

system_distributor = Definition(
    id="system_distributor",
    title="Distributor of an AI system",
    statement="you pass on in the Union an AI system that others made and brought in",
    denial="you do not pass on in the Union an AI system that others made and brought in",
    summary="Anybody in the supply chain, other than provider and importer, who makes a system available in the Union.",
    versions=_version(
        ai_system & system_roles.includes("distributor"), _aia(pinpoint="Art. 3(7)"), _aia(pinpoint="Art. 2(1)(d)")
    ),
)

system_product_manufacturer = Definition(
    id="system_product_manufacturer",
    title="Manufacturer of a product with an AI system",
    statement="you offer an AI system in the Union together with your product and under your name",
    denial="you do not offer an AI system in the Union together with your product and under your name",
    summary="Places a system on the Union market, or puts it into service there, together with its own product and "
    "under its own name or mark.",
    versions=_version(
        ai_system & system_roles.includes("product_manufacturer") & _offered_or_run_in_the_union,
        _aia(pinpoint="Art. 2(1)(e)"),
    ),
)

system_representative = Definition(
    id="system_representative",
    title="Authorised representative of a foreign provider",
    statement="you represent a foreign provider of an AI system by written mandate",
    denial="you do not represent a foreign provider of an AI system",
    summary="Located or established in the Union and mandated in writing, with its own consent, to act for a provider "
    "established outside the Union.",
    versions=_version(
        ai_system & system_roles.includes("authorised_representative"),
        _aia(pinpoint="Art. 3(5)"),
        _aia(pinpoint="Art. 2(1)(f)"),
    ),
)

system_operator = Definition(
    id="system_operator",
    title="Operator of an AI system within reach",
    statement="you place, put into service, test, pass on, represent or use an AI system that the AI Act reaches",
    denial="you have no role towards an AI system that the AI Act reaches",
    summary="Provider, deployer, importer, distributor, product manufacturer or authorised representative, one or "
    "several at once, or whoever made somebody else's system its own, of an AI system with a link to the Union. "
    "Whoever tests its own system counts.",
    versions=_version(
        (ai_system & (system_roles.includes("provider") | _takes_over) & _within_reach)
        | system_deployer
        | system_importer
        | system_distributor
        | system_product_manufacturer
        | system_representative,
        _aia(pinpoint="Art. 3(8)"),
        _aia(pinpoint="Art. 2(1)(a) to (f)"),
    ),
)

takes_over_as_provider = Definition(
    id="takes_over_as_provider",
    title="Provider by taking over somebody else's system",
    statement="you have become the provider of a high-risk system that somebody else made",
    denial="you have not become the provider of a high-risk system that somebody else made",
    summary="Puts its own name on a high-risk system, unless a contract leaves the duties with the maker; changes it "
    "substantially; or gives a system, general-purpose ones included, a purpose that makes it high-risk. Distributor, "
    "importer, deployer or anybody else.",
    versions=_version(
        ai_system
        & has_a_role
        & _within_reach
        & high_risk_system
        & ~_only_tested
        & (changes_or_repurposes | (puts_its_name_on & ~contract_keeps_provider)),
        _aia(pinpoint="Art. 25(1)"),
        _aia(pinpoint="Art. 3(23)"),
    ),
)

manufacturer_as_provider = Definition(
    id="manufacturer_as_provider",
    title="Provider as manufacturer of the product",
    statement="you count as the provider of the high-risk safety part of your product",
    denial="you do not count as the provider of a high-risk safety part of your product",
    summary="The maker of a product under Annex I, Section A, whose high-risk AI is offered with the product under its "
    "name, or put into service under its name later.",
    versions=_version(system_product_manufacturer & annex_i_section_a & ~_only_tested, _aia(pinpoint="Art. 25(3)")),
)

high_risk_provider = Definition(
    id="high_risk_provider",
    title="Provider of a high-risk AI system",
    statement="you are, or count as, the provider of a high-risk AI system",
    denial="you are not, and do not count as, the provider of a high-risk AI system",
    summary="The provider itself, whoever took over from it, or the manufacturer of a product under Annex I, Section "
    "A, that contains the system.",
    versions=_version(
        (system_provider & high_risk_system) | takes_over_as_provider | manufacturer_as_provider,
        _aia(pinpoint="Art. 3(3)"),
        _aia(pinpoint="Art. 25(1)"),
        _aia(pinpoint="Art. 25(3)"),
    ),
)

users_in_tests = contested(
    key="users-in-real-world-tests",
    why="A test under Articles 57 or 60 is no launch, and Article 60 has rules of its own for users. Whether the "
    "duties of users bind them during the test is not said.",
    a=Reading("only Article 60 and the agreement on the test bind them", NEVER),
    b=Reading("whoever uses the system on people owes the duties of users", ALWAYS),
    cites=(_aia(pinpoint="Art. 3(57)"), _aia(pinpoint="Art. 60(4)")),
)

high_risk_deployer = Definition(
    id="high_risk_deployer",
    title="Deployer of a high-risk AI system",
    statement="you are the deployer of a high-risk AI system",
    denial="you are not the deployer of a high-risk AI system",
    summary="Uses a high-risk system under its own authority in the Union, or elsewhere while the results are used in "
    "the Union.",
    versions=_version(
        system_deployer & high_risk_system & (~_only_tested | users_in_tests),
        _aia(pinpoint="Art. 3(4)"),
        _aia(pinpoint="Art. 26(1)"),
    ),
)

OPEN_SOURCE_SYSTEM = CarveOut(
    id="open-source-system",
    title="Open-source AI systems",
    when=has_a_role
    & system_open_source
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
    when=has_a_role & system_limits.includes("military"),
    cites=(_aia(pinpoint="Art. 2(3)"), _aia(pinpoint="recital 24")),
    removes="The whole AI Act for systems kept to these purposes, whoever makes or uses them.",
    keeps="Every duty as soon as the system also serves another purpose.",
)

RESEARCH_SYSTEM = CarveOut(
    id="research-system",
    title="Scientific research alone",
    when=has_a_role & system_limits.includes("research"),
    cites=(_aia(pinpoint="Art. 2(6)"), _aia(pinpoint="recital 25")),
    removes="The whole AI Act for systems made and put into service for scientific research and nothing else.",
    keeps="Duties on general products that researchers happen to use.",
)

SYSTEM_IN_DEVELOPMENT = CarveOut(
    id="system-in-development",
    title="Research, testing and development before launch",
    when=has_a_role & system_limits.includes("development"),
    cites=(_aia(pinpoint="Art. 2(8)"),),
    removes="The AI Act for work on the system before it is offered or put into service.",
    keeps="Duties once it is launched, and those on tests in real conditions.",
    lost_when=(
        CarveOut(
            id="real-world-testing",
            title="Tests in real-world conditions",
            when=system_testing.includes("real_world"),
            cites=(_aia(pinpoint="Art. 2(8)"),),
        ),
    ),
)

FOREIGN_AUTHORITY = CarveOut(
    id="foreign-authority",
    title="Foreign authorities under cooperation agreements",
    when=has_a_role & system_limits.includes("foreign_authority"),
    cites=(_aia(pinpoint="Art. 2(4)"),),
    removes="The AI Act for foreign public authorities in police and judicial cooperation with adequate safeguards.",
    keeps="Duties of the private firms that supply them.",
)

banned_use_is_not_private = contested(
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
)

PRIVATE_USE = CarveOut(
    id="private-use",
    title="Private use by a person",
    when=has_a_role
    & system_limits.includes("private")
    & ~(_maker | system_roles.any_of("importer", "distributor", "product_manufacturer")),
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
            when=prohibited_practice & banned_use_is_not_private,
            cites=(_aia(pinpoint="Art. 2(10)"),),
        ),
    ),
)

# For the duties of users alone: whoever made a system for private use is still a private user of it.
PRIVATE_USER = replace(PRIVATE_USE, id="private-user", when=has_a_role & system_limits.includes("private"))

section_b_alone = annex_i_section_b & ~annex_i_section_a

SECTION_B_LITERAL = CarveOut(
    id="annex-i-section-b-whole-act",
    title="Products under Annex I, Section B, on a literal reading",
    when=contested(
        key="annex-i-section-b-reach",
        why="For high-risk products under Annex I, Section B, the Act lists the few provisions that apply. Read "
        "literally that also switches off Articles 4, 5 and 50; no authority confirms it.",
        a=Reading("Articles 4, 5 and 50 go on applying", NEVER),
        b=Reading("only the listed provisions apply", has_a_role & section_b_alone),
        cites=(_aia(pinpoint="Art. 2(2)"),),
    ),
    cites=(_aia(pinpoint="Art. 2(2)"),),
    removes="On the literal reading: literacy, bans and transparency for these products.",
    keeps="Article 6(1), Article 60a and Articles 102 to 112.",
)

freed_by_section_b = section_b_alone & (
    ~high_risk_by_use
    | contested(
        key="annex-i-section-b-and-listed-use",
        why="Article 2(2) frees systems that are high-risk as such products. It does not say what happens to one "
        "that also serves a use listed in Annex III.",
        a=Reading("the listed use brings its duties all the same", NEVER),
        b=Reading("the product frees the system as a whole", ALWAYS),
        cites=(_aia(pinpoint="Art. 2(2)"), _aia(pinpoint="Art. 6(2)")),
    )
)

SECTION_B = CarveOut(
    id="annex-i-section-b",
    title="Products under Annex I, Section B",
    when=freed_by_section_b,
    cites=(_aia(pinpoint="Art. 2(2)"), _aia(pinpoint="Annex I, Section B")),
    removes="All duties of Chapter III: product law takes up the requirements instead.",
    keeps="Article 6(1), Article 60a and Articles 102 to 112; a product under laws of both sections keeps all duties.",
    note="Machinery moved into Section B on 27 July 2026.",
)

ACTIVITIES_LEFT_ALONE = (MILITARY_SYSTEM, RESEARCH_SYSTEM, SYSTEM_IN_DEVELOPMENT, FOREIGN_AUTHORITY)
