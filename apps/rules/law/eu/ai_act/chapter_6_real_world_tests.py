"""AI Act, Chapter VI: Articles 60 to 61 and Annex IX, tests in real conditions outside a sandbox."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import CarveOut, Cite, Deadline, Expr, Grade, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.chapter_1_scope import SECTION_B
from apps.rules.law.eu.ai_act.chapter_3_annex_i import annex_i_section_a, annex_i_section_b, section_b_product
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import (
    open_entry,
    point_2,
    point_2_alone,
    restricted_entry,
)
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.chapter_6_sandboxes import (
    CHAPTER_6_FROM,
    NO_FINE_NAMED,
    OTHER_LEFT_ALONE,
    prospective_provider,
)
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_PUBLISHED
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.system import system_testing, system_union_links
from apps.rules.law.facts.use import users, uses

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

_police = uses.includes("policing") | users.includes("law_enforcement")
_real_world_test = prospective_provider & system_testing.includes("real_world")

_TEST_PLAN: tuple[Row, ...] = (
    (
        "1",
        "Make sure that Annex III or Annex I, Section A, covers the system and that no banned practice is tested.",
        "Art. 60(1)",
        When.BEFORE_USE,
        "note on eligibility",
    ),
    (
        "2",
        "Test at any time before launch, and stop by then.",
        "Art. 60(2)",
        When.BEFORE_MARKET,
        "dates of the tests",
    ),
    (
        "3",
        "If other law asks for an ethical review, get it.",
        "Art. 60(3)",
        When.BEFORE_USE,
        "ethics opinion",
    ),
    (
        "4-a",
        "Send a plan of the test to the authority of the country where you test.",
        "Art. 60(4)(a)",
        When.BEFORE_USE,
        "plan, receipt",
    ),
    (
        "4-b",
        "Begin after approval, or after 30 days without an answer unless national law demands an explicit one.",
        "Art. 60(4)(b)",
        When.BEFORE_USE,
        "approval, or proof of silence",
    ),
)

_TEST_REGISTER: tuple[Row, ...] = (
    (
        "4-c-pub",
        "Register the test, under one number for the whole Union, with the data of Annex IX.",
        "Art. 60(4)(c)",
        When.BEFORE_USE,
        "entry of the test",
        StepKind.DUTY,
        open_entry & ~point_2_alone,
    ),
    (
        "4-c-sec",
        "If it serves policing, migration, asylum or borders, register in the section closed to the public.",
        "Art. 60(4)(c)",
        When.BEFORE_USE,
        "entry of the test",
        StepKind.DUTY,
        restricted_entry,
    ),
    (
        "4-c-nat",
        "If it serves critical infrastructure (Annex III, point 2), register with the country instead.",
        "Art. 60(4)(c)",
        When.BEFORE_USE,
        "entry of the test",
        StepKind.DUTY,
        point_2,
    ),
    (
        "49-4-d",
        "If the entry is in the secure section, give points 1, 2, 3 and 5 of Annex IX, no more.",
        "Art. 49(4)(d)",
        When.BEFORE_USE,
        "secure entry",
        StepKind.DUTY,
        restricted_entry,
    ),
    (
        "IX-1",
        "Give the test's single number.",
        "Annex IX, point 1",
        When.BEFORE_USE,
        "database entry",
    ),
    (
        "IX-2",
        "Give names and contacts of provider and participating deployers.",
        "Annex IX, point 2",
        When.BEFORE_USE,
        "database entry",
    ),
    (
        "IX-3",
        "Describe briefly what system it is, what for, and how to recognise it.",
        "Annex IX, point 3",
        When.BEFORE_USE,
        "database entry",
    ),
    (
        "IX-4",
        "If the entry is public, sum up the plan of the test.",
        "Annex IX, point 4",
        When.BEFORE_USE,
        "database entry",
        StepKind.DUTY,
        open_entry,
    ),
    (
        "IX-5",
        "If the test is suspended or ended early, enter that.",
        "Annex IX, point 5",
        When.ON_EVENT,
        "database entry",
    ),
)

_TEST_CONDITIONS: tuple[Row, ...] = (
    (
        "4-d",
        "From outside the Union, appoint a legal representative inside it.",
        "Art. 60(4)(d)",
        When.BEFORE_USE,
        "mandate",
        StepKind.DUTY,
        ~system_union_links.includes("established"),
    ),
    (
        "4-e",
        "If test data leaves for a third country, first put the safeguards of Union law in place.",
        "Art. 60(4)(e)",
        When.BEFORE_USE,
        "safeguards for transfers",
    ),
    (
        "4-f-s1",
        "Stop as soon as the aims are reached, and after six months in any case.",
        "Art. 60(4)(f)",
        When.ON_EVENT,
        "end date",
    ),
    (
        "4-f-s2",
        "If you need longer, tell the authority in time and why; you get six more months at most.",
        "Art. 60(4)(f)",
        When.ON_EVENT,
        "notice of extension",
    ),
    (
        "4-g",
        "If people taking part are vulnerable by age or disability, protect them suitably.",
        "Art. 60(4)(g)",
        When.CONTINUOUS,
        "protection plan",
    ),
    (
        "4-h-s1",
        "If deployers take part, tell them everything that matters for their decision and hand over the instructions.",
        "Art. 60(4)(h)",
        When.BEFORE_USE,
        "information pack",
    ),
    (
        "4-h-s2",
        "If deployers take part, sign an agreement with them on who does what.",
        "Art. 60(4)(h)",
        When.BEFORE_USE,
        "agreement",
    ),
    (
        "4-i-s1",
        "Get everybody's informed consent under Article 61, save where asking would defeat a police test.",
        "Art. 60(4)(i)",
        When.BEFORE_USE,
        "consent forms",
    ),
    (
        "4-i-s2",
        "If asking would defeat a police test, do people no harm by it and delete their data afterwards.",
        "Art. 60(4)(i)",
        When.ON_EVENT,
        "check of effects, deletion log",
        StepKind.RELIEF,
        _police,
    ),
    (
        "4-j",
        "Have the test overseen by qualified people with the training and the power they need.",
        "Art. 60(4)(j)",
        When.CONTINUOUS,
        "appointment, record of competence",
    ),
    (
        "4-k",
        "Make sure that every result can be undone or ignored.",
        "Art. 60(4)(k)",
        When.CONTINUOUS,
        "test of undoing",
    ),
)

_TEST_CONDUCT: tuple[Row, ...] = (
    (
        "5-s1",
        "Let people leave whenever they like, without reasons and without harm.",
        "Art. 60(5)",
        When.ON_REQUEST,
        "log of withdrawals",
    ),
    (
        "5-s2",
        "If somebody asks, erase that person's data immediately and for good.",
        "Art. 60(5)",
        When.ON_REQUEST,
        "deletion log",
    ),
    (
        "7-s1",
        "For a serious incident: report under Article 73, in 15 days, 10 for a death, 2 for networks or mass harm.",
        "Art. 60(7)",
        When.ON_EVENT,
        "incident report",
    ),
    (
        "7-s2",
        "If a serious incident happens, contain it at once; if you cannot, suspend or end the test.",
        "Art. 60(7)",
        When.ON_EVENT,
        "record of measures",
    ),
    (
        "7-s3",
        "Have a way ready to call the system back quickly once a test ends.",
        "Art. 60(7)",
        When.BEFORE_USE,
        "recall procedure",
    ),
    (
        "8",
        "Tell the authority when the test is suspended or over, and what came of it.",
        "Art. 60(8)",
        When.ON_EVENT,
        "notices, final report",
    ),
    (
        "9",
        "Arrange cover: you are liable for damage as anybody is.",
        "Art. 60(9)",
        When.BEFORE_USE,
        "insurance or reserves",
    ),
)

_CONSENT: tuple[Row, ...] = (
    (
        "61-1-s1",
        "Where consent is due, get it freely given, beforehand, after brief, clear and useful information.",
        "Art. 61(1)",
        When.BEFORE_USE,
        "signed consent, information sheet",
    ),
    (
        "61-1-a",
        "Where consent is due, tell people what the test is, what for, and what may trouble them.",
        "Art. 61(1)(a)",
        When.BEFORE_USE,
        "information sheet",
    ),
    (
        "61-1-b",
        "Where consent is due, tell people under which conditions it runs and for how long.",
        "Art. 61(1)(b)",
        When.BEFORE_USE,
        "information sheet",
    ),
    (
        "61-1-c",
        "Where consent is due, tell people that they may refuse or leave at no cost and without reasons.",
        "Art. 61(1)(c)",
        When.BEFORE_USE,
        "information sheet",
    ),
    (
        "61-1-d",
        "Where consent is due, tell people how to have results undone or ignored.",
        "Art. 61(1)(d)",
        When.BEFORE_USE,
        "information sheet",
    ),
    (
        "61-1-e",
        "Where consent is due, give the test's number and somebody to contact.",
        "Art. 61(1)(e)",
        When.BEFORE_USE,
        "information sheet",
    ),
    (
        "61-2-s1",
        "Where consent is due, date it and put it on record.",
        "Art. 61(2)",
        When.BEFORE_USE,
        "register of consents",
    ),
    (
        "61-2-s2",
        "Where consent is due, hand people, or those who act for them, a copy.",
        "Art. 61(2)",
        When.BEFORE_USE,
        "proof of hand-over",
    ),
)

REAL_WORLD_TEST_STEPS = steps("EU-AIA-60", *_TEST_PLAN, *_TEST_REGISTER, *_TEST_CONDITIONS, *_TEST_CONDUCT, *_CONSENT)

SECTION_B_TEST_STEPS = steps(
    "EU-AIA-60a",
    (
        "2",
        "Find out whether the country has set up a framework for such tests.",
        "Art. 60a(2)",
        When.BEFORE_USE,
        "citation of the framework",
    ),
    (
        "5-a",
        "Settle the plan of the test, which is compulsory, with the authority.",
        "Art. 60a(5)(a)",
        When.BEFORE_USE,
        "agreed plan",
    ),
    (
        "5-b",
        "As far as the framework takes them over, fulfil paragraphs 2, 3, 4(d) to (j) and 5 to 9 of Article 60.",
        "Art. 60a(5)(b)",
        When.CONTINUOUS,
        "file of the test",
    ),
    (
        "5-c",
        "Keep to the framework's rules on who steers and who answers.",
        "Art. 60a(5)(c)",
        When.CONTINUOUS,
        "record of governance",
    ),
    (
        "5-d",
        "Show that health, safety and fundamental rights stay well protected throughout.",
        "Art. 60a(5)(d)",
        When.CONTINUOUS,
        "protection plan",
    ),
    (
        "6",
        "Fulfil whatever product law itself asks of the test.",
        "Art. 60a(6)",
        When.CONTINUOUS,
        "file under product law",
    ),
)

_CONDITIONS = (
    _aia(pinpoint="Art. 60(1) to (9)"),
    _aia(pinpoint="Art. 61"),
    _aia(pinpoint="Annex IX"),
    _aia(pinpoint="Art. 113"),
)


def article_60(tester: Expr, cites: tuple[Cite, ...], left_alone: tuple[CarveOut, ...]) -> tuple[Version, ...]:
    """Article 60 for whoever tests, in both wordings: the second, before the first day came, took in Section A."""
    unless = (*left_alone, SECTION_B)
    return (
        Version(
            since=CHAPTER_6_FROM,
            when=tester & high_risk_by_use,
            cites=cites,
            unless=unless,
            replaced_on=OMNIBUS_PUBLISHED,
            note="Annex III alone; widened to Annex I, Section A, before the first day came.",
        ),
        Version(
            since=CHAPTER_6_FROM,
            when=tester & (high_risk_by_use | annex_i_section_a),
            cites=(*cites, _omn(pinpoint="Art. 1(24)")),
            unless=unless,
            published_on=OMNIBUS_PUBLISHED,
        ),
    )


def article_60a(tester: Expr, cites: tuple[Cite, ...], left_alone: tuple[CarveOut, ...]) -> tuple[Version, ...]:
    """Article 60a for whoever tests: products of Section B, by themselves or through a listed use."""
    return (
        Version(
            since=CHAPTER_6_FROM,
            when=tester & (annex_i_section_b | (section_b_product & high_risk_by_use)),
            cites=(*cites, _aia(pinpoint="Art. 113"), _omn(pinpoint="Art. 1(25)")),
            unless=left_alone,
            published_on=OMNIBUS_PUBLISHED,
        ),
    )


test_in_real_conditions = Obligation(
    id="EU-AIA-60",
    title="Meet all conditions for tests in real conditions",
    must="Before testing a high-risk system on real people or in real operation, have a plan approved (30 days of "
    "silence may do), register the test and get informed consent. Keep it within six months, overseen, with every "
    "result reversible. Report serious incidents.",
    who="provider who tests a high-risk system before release",
    topic=Topic.SAFETY,
    versions=article_60(_real_world_test, _CONDITIONS, OTHER_LEFT_ALONE),
    deadline=Deadline(
        kind=When.BEFORE_USE,
        text="Plan approved before the test, or 30 days without an answer; six months at most, once six more.",
        cite=_aia(pinpoint="Art. 60(4)(b)"),
    ),
    evidence="plan and approval, registration, consent forms, final report",
    penalty_note=NO_FINE_NAMED,
    steps=REAL_WORLD_TEST_STEPS,
    note="Silence counts as approval unless national law says otherwise. A test within these rules is no release "
    "(Article 3(57)); banned practices may never be tested. The heading of Annex IX still names Annex III alone.",
)

test_section_b_products = Obligation(
    id="EU-AIA-60a",
    title="Test Section B products only within a national framework",
    must="Before testing AI in a product of Annex I, Section B, in real conditions, check that the country allows it "
    "under a framework of its own, agree the plan with the authority, and fulfil the conditions that Article 60a takes "
    "over from Article 60.",
    who="provider who tests AI in a vehicle, aircraft, ship, train or machine before release",
    topic=Topic.SAFETY,
    versions=article_60a(
        _real_world_test,
        (_aia(pinpoint="Art. 60a(2)"), _aia(pinpoint="Art. 60a(5)"), _aia(pinpoint="Art. 60a(6)")),
        OTHER_LEFT_ALONE,
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="Plan agreed before the test; then as the framework says."),
    evidence="citation of the framework, agreed plan, file of the test",
    penalty_note="The national framework and product law set the penalties.",
    steps=SECTION_B_TEST_STEPS,
    note="Member States may offer such tests but need not. Article 60(4)(a) to (c) and (k) are not taken over.",
)
