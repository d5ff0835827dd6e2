"""AI Act, Article 5 as check items: one row per point and per written exception."""

from __future__ import annotations

from apps.rules.engine import Step, StepKind, When
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.body import live_search_aim
from apps.rules.law.facts.intimate_content import abuse_material, intimate_material
from apps.rules.law.facts.system import system_roles

# Who has no role towards a system and is shown these steps offers a model.
_offers = system_roles.is_empty() | system_roles.any_of(
    "provider", "importer", "distributor", "takes_over", "product_manufacturer"
)
_uses = system_roles.includes("deployer")

MANIPULATION = steps(
    "EU-AIA-5-1-a",
    (
        "1",
        (
            "Test each feature: hidden or deceptive means, impaired judgement, changed decisions, significant harm. "
            "Stop if all four are there."
        ),
        "Art. 5(1)(a)",
        When.BEFORE_MARKET,
        "signed screening record",
    ),
)

WEAKNESS = steps(
    "EU-AIA-5-1-b",
    (
        "1",
        (
            "Check whether weakness through age, disability or hardship is used to bend what people do, towards "
            "significant harm. Stop if so."
        ),
        "Art. 5(1)(b)",
        When.BEFORE_MARKET,
        "signed screening record",
    ),
)

SOCIAL_SCORING = steps(
    "EU-AIA-5-1-c",
    (
        "1",
        "If people are rated over time by conduct or traits, list every place where the rating is used.",
        "Art. 5(1)(c)",
        When.BEFORE_MARKET,
        "map of where scores are used",
    ),
    (
        "1-i",
        "Make sure no rating puts anybody at a disadvantage in a setting its data does not come from.",
        "Art. 5(1)(c)(i)",
        When.BEFORE_MARKET,
        "map of where scores are used, limits in contracts",
    ),
    (
        "1-ii",
        "Make sure every disadvantage is justified and in proportion to what people did.",
        "Art. 5(1)(c)(ii)",
        When.BEFORE_MARKET,
        "proportionality note",
    ),
)

CRIME_PREDICTION = steps(
    "EU-AIA-5-1-d",
    (
        "1",
        "Make sure no prediction that a person will offend rests on profiling or character alone.",
        "Art. 5(1)(d)",
        When.BEFORE_MARKET,
        "list of inputs with their weights",
    ),
    (
        "2",
        (
            "If you only support a human judgement, record the verifiable facts of the crime on which that judgement "
            "rests."
        ),
        "Art. 5(1)(d)",
        When.BEFORE_USE,
        "note in the case file",
        StepKind.RELIEF,
    ),
)

FACES = steps(
    "EU-AIA-5-1-e",
    (
        "1",
        "Make sure no collection for recognising faces is built or enlarged from bulk internet or camera images.",
        "Art. 5(1)(e)",
        When.BEFORE_MARKET,
        "register of data sources",
    ),
)

EMOTIONS = steps(
    "EU-AIA-5-1-f",
    (
        "1",
        "Make sure nobody's emotions are read at work or in education.",
        "Art. 5(1)(f)",
        When.BEFORE_MARKET,
        "screening record, terms of deployment",
    ),
    (
        "2",
        "If you rely on a medical or safety reason, write it down and keep every use within it.",
        "Art. 5(1)(f)",
        When.BEFORE_USE,
        "medical or safety justification",
        StepKind.RELIEF,
    ),
)

CATEGORISATION = steps(
    "EU-AIA-5-1-g",
    (
        "1",
        (
            "Make sure no output tells a person's race, politics, union, religion, philosophy, sex life or orientation "
            "from the body."
        ),
        "Art. 5(1)(g)",
        When.BEFORE_MARKET,
        "list of output classes",
    ),
    (
        "2",
        (
            "If you rely on labelling, filtering or police work, record the purpose and how the data was lawfully "
            "obtained."
        ),
        "Art. 5(1)(g)",
        When.BEFORE_USE,
        "record of how the data set was obtained",
        StepKind.RELIEF,
    ),
)

LIVE_IDENTIFICATION = steps(
    "EU-AIA-5-1-h",
    (
        "5-s1",
        "Find the national provision that allows this use for this aim and offence; without one, do not use it.",
        "Art. 5(5)",
        When.BEFORE_USE,
        "national provision",
        StepKind.GATE,
    ),
    (
        "5-s2",
        "Keep to stricter national limits, if there are any.",
        "Art. 5(5)",
        When.BEFORE_USE,
        "national limits, listed",
    ),
    (
        "1-i",
        "Name the victims or missing people who are sought.",
        "Art. 5(1)(h)(i)",
        When.BEFORE_USE,
        "request form",
        StepKind.DUTY,
        live_search_aim.includes("victims_or_missing"),
    ),
    (
        "1-ii",
        (
            "Write down what makes the threat to life or physical safety specific, grave and about to happen, or the "
            "terrorist threat "
            "genuine."
        ),
        "Art. 5(1)(h)(ii)",
        When.BEFORE_USE,
        "threat assessment",
        StepKind.DUTY,
        live_search_aim.includes("imminent_threat"),
    ),
    (
        "1-iii",
        (
            "Show that Annex II lists the suspect's offence and that it can be punished in the country of use with "
            "four years or "
            "more."
        ),
        "Art. 5(1)(h)(iii)",
        When.BEFORE_USE,
        "offence and penalty, cited",
        StepKind.DUTY,
        live_search_aim.includes("serious_crime_suspect"),
    ),
    (
        "2-s1",
        "Set the search so that it does nothing but confirm the identity of the person sought.",
        "Art. 5(2)",
        When.BEFORE_USE,
        "watch list with the people sought alone",
    ),
    (
        "2-a",
        "Weigh how grave, likely and wide the harm would be if the system were not used.",
        "Art. 5(2)(a)",
        When.BEFORE_USE,
        "balancing note, part 1",
    ),
    (
        "2-b",
        "Weigh how grave, likely and wide the effects on everybody's rights and freedoms would be.",
        "Art. 5(2)(b)",
        When.BEFORE_USE,
        "balancing note, part 2",
    ),
    (
        "2-s2",
        "Set limits of time, area and persons as national law demands.",
        "Art. 5(2)",
        When.BEFORE_USE,
        "deployment order",
    ),
    (
        "2-s3",
        (
            "Finish the fundamental-rights impact assessment before asking for authorisation, although Article 27 "
            "itself starts later."
        ),
        "Art. 5(2)",
        When.BEFORE_USE,
        "impact assessment",
    ),
    (
        "2-s4",
        "Unless it is urgent, register the system in the non-public part of the Union database first.",
        "Art. 5(2)",
        When.BEFORE_USE,
        "registration record",
    ),
    (
        "2-s5",
        "If it is urgent, register without undue delay after the start and note why it could not wait.",
        "Art. 5(2)",
        When.ON_EVENT,
        "note on the urgency, registration record",
    ),
    (
        "3-s1",
        "Unless it is urgent, get a binding authorisation for each use from a national court or independent authority.",
        "Art. 5(3)",
        When.BEFORE_USE,
        "authorisation",
    ),
    (
        "3-s2",
        "If it is urgent, ask for authorisation without undue delay and within 24 hours.",
        "Art. 5(3)",
        When.ON_EVENT,
        "request with its time",
    ),
    (
        "3-s3",
        (
            "Support the request with objective evidence of need and proportion, and strict limits of time, area and "
            "persons."
        ),
        "Art. 5(3)",
        When.BEFORE_USE,
        "reasoned request with annexes",
    ),
    ("3-s4", "If authorisation is refused, stop at once.", "Art. 5(3)", When.ON_EVENT, "log of the stop"),
    (
        "3-s5",
        "If authorisation is refused, throw away and delete all data, results and outputs at once.",
        "Art. 5(3)",
        When.ON_EVENT,
        "record of deletion",
    ),
    (
        "3-s6",
        "Take no decision with adverse legal effect on a match alone; demand other evidence.",
        "Art. 5(3)",
        When.CONTINUOUS,
        "decision template with a second ground",
    ),
    (
        "4-s1",
        "Notify the market surveillance authority and the data protection authority of each use.",
        "Art. 5(4)",
        When.ON_EVENT,
        "two notifications per use",
    ),
    (
        "4-s2",
        (
            "Put requests, decisions and results into the notification, as the yearly report needs; leave out "
            "sensitive operational data."
        ),
        "Art. 5(4)",
        When.ON_EVENT,
        "notification form",
    ),
)


def _purpose(text: str, evidence: str) -> Row:
    return "1a-a-i", text, "Art. 5(1a)(a)(i)", When.BEFORE_MARKET, evidence, StepKind.DUTY, _offers


INTIMATE_MATERIAL: tuple[Step, ...] = steps(
    "EU-AIA-5-1-ba",
    _purpose(
        "Keep intimate material without consent out of purpose, marketing, presets and documentation.",
        "purpose statement, review of marketing",
    ),
    (
        "1a-a-ii-1",
        "Have testers try whether users can get such material again and again without significant technical change.",
        "Art. 5(1a)(a)(ii)",
        When.BEFORE_MARKET,
        "test report for each release",
        StepKind.GATE,
        _offers,
    ),
    (
        "1a-a-ii-2",
        "Build in reasonable and adequate safeguards that reliably prevent it, foreseeable misuse included.",
        "Art. 5(1a)(a)(ii)",
        When.BEFORE_MARKET,
        "safeguards file (cleaned data, filters, limits), tests of effect",
        StepKind.DUTY,
        _offers & intimate_material.includes("reproducible"),
    ),
    (
        "1a-a-ii-3",
        "Detect misuse, take reports, remove the material and correct the cause.",
        "Art. 5(1a)(a)(ii)",
        When.CONTINUOUS,
        "channel for reports, log of corrections",
        StepKind.DUTY,
        _offers & intimate_material.includes("reproducible"),
    ),
    (
        "1a-b",
        "Forbid and block using the system to make or alter such material, getting around safeguards included.",
        "Art. 5(1a)(b)",
        When.BEFORE_USE,
        "rule on acceptable use, block list",
        StepKind.DUTY,
        _uses,
    ),
    (
        "consent",
        (
            "If the people shown agree, get and keep their free, specific, informed and explicit consent to that very "
            "depiction."
        ),
        "Art. 5(1)(ba)",
        When.BEFORE_USE,
        "consent records",
        StepKind.RELIEF,
    ),
    (
        "1b",
        "If you rely on neutral editing, show that edits expose no more and leave what happens as it was.",
        "Art. 5(1b)",
        When.BEFORE_USE,
        "analysis of each feature",
        StepKind.RELIEF,
    ),
)

ABUSE_MATERIAL: tuple[Step, ...] = steps(
    "EU-AIA-5-1-bb",
    _purpose(
        "Keep child sexual abuse material out of purpose, data, presets and documentation.",
        "purpose statement, report on data screening",
    ),
    (
        "1a-a-ii-1",
        "Test, on a lawful basis only, whether such material is a foreseeable output that users can reproduce.",
        "Art. 5(1a)(a)(ii)",
        When.BEFORE_MARKET,
        "test protocol with its legal basis, results",
        StepKind.GATE,
        _offers,
    ),
    (
        "1a-a-ii-2",
        "Build in safeguards that reliably prevent it, foreseeable misuse included.",
        "Art. 5(1a)(a)(ii)",
        When.BEFORE_MARKET,
        "safeguards file, tests of hashes and classifiers",
        StepKind.DUTY,
        _offers & abuse_material.includes("reproducible"),
    ),
    (
        "1a-a-ii-3",
        "Correct misuse that is seen or reported, and keep the trail.",
        "Art. 5(1a)(a)(ii)",
        When.CONTINUOUS,
        "channel for reports, log of corrections",
        StepKind.DUTY,
        _offers & abuse_material.includes("reproducible"),
    ),
    (
        "1a-b",
        "Forbid and block every use aimed at such material; consent never counts.",
        "Art. 5(1a)(b)",
        When.BEFORE_USE,
        "rule on acceptable use, block list",
        StepKind.DUTY,
        _uses,
    ),
    (
        "defence",
        "If national law allows what you do, cite the provision and stay inside it.",
        "Art. 5(1)(bb)",
        When.BEFORE_USE,
        "legal opinion, log of activities",
        StepKind.RELIEF,
    ),
)
