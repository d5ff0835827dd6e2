"""G7 Hiroshima Process: the Code of Conduct for makers of advanced AI, and the reporting framework run by the OECD."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Definition, Grade, Topic, Version, When
from apps.rules.law.facts.voluntary import hiroshima_reported_on, voluntary_steps
from apps.rules.law.international.common import (
    Binding,
    Life,
    Source,
    claims,
    frontier_practice,
    instrument,
    no_carve_out,
    party,
    point,
)

PUBLISHED = date(2023, 10, 30)
LAUNCHED = date(2025, 2, 7)
SECOND_VERSION = date(2026, 5, 28)
COUNTED_UNTIL = date(2026, 9, 1)

HAIP = instrument(
    "INT-HAIP",
    "Hiroshima Process: guiding principles and code of conduct for organisations that develop advanced AI systems",
    "Hiroshima Code of Conduct",
    Binding.GUIDANCE,
    "G7, 30 October 2023; reporting framework of the OECD",
    "Eleven actions over the life of an advanced system, and a reporting framework in seven sections. Who counts as a "
    "maker of advanced AI is each maker's own judgement; no size or compute is named. Since version 2.0 those who "
    "build on models or use them can report, too. Who filed under version 2.0, and whether its questions and terms for "
    "taking part are the old ones, was not seen.",
    no_carve_out("No exemption: open models answer the same questions, and can describe how they are released."),
    Life(PUBLISHED, "principles and code published by the G7; the day is not verified"),
    Life(date(2024, 12, 26), "reporting framework final, after a pilot in mid-2024", Grade.O),
    Life(LAUNCHED, "reporting framework launched"),
    Life(SECOND_VERSION, "version 2.0 of the framework launched in Paris"),
    seen_on=COUNTED_UNTIL,
    enforcer="nobody; the OECD checks whether a report is complete, not whether it is true",
    url="https://transparency.oecd.ai",
)
_code = Source(instrument="INT-HAIP", since=PUBLISHED, seen_on=COUNTED_UNTIL)
_reporting = Source(instrument="INT-HAIP", since=LAUNCHED, seen_on=COUNTED_UNTIL)

hiroshima_party = party(
    "hiroshima",
    "the Hiroshima Code of Conduct",
    PUBLISHED,
    _code.cite("Code of Conduct", Grade.S),
    voluntary_steps.any_of("hiroshima_report", "hiroshima_pledge") | claims("hiroshima", "hiroshima_approved"),
)
may_file_hiroshima_report = Definition(
    id="may_file_hiroshima_report",
    title="Whoever may file a Hiroshima report",
    statement="you may file a Hiroshima report",
    denial="you are not known to be one who may file a Hiroshima report",
    summary="The head office is in a country of the OECD, of the Global Partnership on AI, or one that adheres to the "
    "OECD's AI Recommendation. Size and openness play no part. Read for the first version; not verified for 2.0.",
    versions=(
        Version(
            since=LAUNCHED,
            when=voluntary_steps.any_of("hiroshima_report", "hiroshima_plan"),
            cites=(_reporting.cite("OECD questions and answers (first version)", Grade.O),),
        ),
    ),
)

hiroshima_reporter = Definition(
    id="hiroshima_reporter",
    title="Whoever reports under the Hiroshima framework",
    statement="you filed a Hiroshima report or prepare one",
    denial="you neither filed a Hiroshima report nor prepare one",
    versions=(
        Version(
            since=LAUNCHED,
            when=voluntary_steps.any_of("hiroshima_report", "hiroshima_plan", "hiroshima_plan_elsewhere"),
            cites=(_reporting.cite("reporting framework", Grade.O),),
        ),
    ),
)
_EXPECTED = hiroshima_party | frontier_practice
_RELEASE = Deadline(kind=When.AT_PLACING, text="With each significant new release.")
_DEVELOPER = "organisation that develops advanced AI"
_REPORTER = "organisation that reports"

ACTIONS = tuple(
    point(
        _code,
        f"INT-HAIP-{number}",
        title,
        must,
        _DEVELOPER,
        topic,
        _EXPECTED,
        f"Code, action {number}",
        Grade.M,
        evidence,
        deadline or Deadline(kind=When.CONTINUOUS, text="Continuously."),
    )
    for number, title, must, topic, evidence, deadline in (
        (
            1,
            "Find, assess and reduce risks over the whole life of the system",
            (
                "Identify, evaluate and reduce risks before release and after, with tests and red-teaming by your own "
                "people and outsiders in secure settings. Look at mass harm, cyber attacks, health, copies of itself, "
                "bias, democracy and chain effects. Keep traceable records of data, processes and decisions."
            ),
            Topic.SAFETY,
            "risk assessment, evaluation reports",
            Deadline(kind=When.BEFORE_MARKET, text="Before release, and while it is in use."),
        ),
        (
            2,
            "Find and fix weaknesses, incidents and misuse after release",
            (
                "Look for vulnerabilities, incidents and patterns of misuse once it is out, fix them, and let "
                "outsiders and users report what they find."
            ),
            Topic.INCIDENTS,
            "monitoring log, page for reports of vulnerabilities",
            None,
        ),
        (
            3,
            "Publish what the system can and cannot do",
            (
                "Publish abilities, limits, fit and unfit uses, in a transparency report for every significant release "
                "that those who build on it and users can understand."
            ),
            Topic.TRANSPARENCY,
            "model or system card, transparency report",
            _RELEASE,
        ),
        (
            4,
            "Share information and report incidents",
            (
                "Share information on risks and incidents responsibly with industry, governments, civil society and "
                "researchers."
            ),
            Topic.COOPERATION,
            "policy on sharing, incident reports",
            None,
        ),
        (
            5,
            "Adopt and disclose governance and risk policies",
            (
                "Adopt, carry out and disclose policies on governance and risk management, a privacy policy and staff "
                "training among them."
            ),
            Topic.SAFETY,
            "published policy",
            Deadline(kind=When.CONTINUOUS, text="Kept up to date."),
        ),
        (
            6,
            "Invest in security of weights, servers and data",
            (
                "Invest in physical and cyber security and against threats from inside; protect weights, algorithms, "
                "servers and data."
            ),
            Topic.SECURITY,
            "security programme, records of access",
            None,
        ),
        (
            7,
            "Show where content comes from",
            (
                "Use watermarks or other means that show where content comes from, where technically feasible, and let "
                "users know that they deal with AI."
            ),
            Topic.TRANSPARENCY,
            "signed manifests, description of the watermark",
            Deadline(kind=When.CONTINUOUS, text="Where technically feasible."),
        ),
        (
            8,
            "Put safety research first",
            "Give priority to research on risks to society, safety and security, and share it.",
            Topic.SAFETY,
            "publications, funding",
            None,
        ),
        (
            9,
            "Build for large shared problems",
            "Develop systems for large shared problems, such as climate, health and education.",
            Topic.COOPERATION,
            "list of projects",
            None,
        ),
        (
            10,
            "Help make and use international standards",
            "Take part in making international technical standards, and use them.",
            Topic.COOPERATION,
            "committee membership, list of standards used",
            None,
        ),
        (
            11,
            "Protect personal data and intellectual property in what goes in",
            (
                "Take suitable measures for the data that go in; protect personal data and intellectual property, "
                "works under copyright included."
            ),
            Topic.TRAINING_DATA,
            "data policy, copyright policy",
            Deadline(kind=When.CONTINUOUS, text="In training and in use."),
        ),
    )
)

REPORTING = (
    point(
        _reporting,
        "INT-HAIP-R1",
        "Check whether you may file a Hiroshima report",
        "Check that your head office is in a country of the OECD, of the Global Partnership on AI, or one that adheres "
        "to the OECD's AI Recommendation. Reports from elsewhere were not accepted.",
        _REPORTER,
        Topic.REGISTRATION,
        hiroshima_reporter,
        "OECD questions and answers",
        Grade.O,
        "note on the country",
        Deadline(kind=When.ONCE, text="Before filing."),
        note="Read for the first version of the framework. No test of size, compute or openness.",
    ),
    point(
        _reporting,
        "INT-HAIP-R2",
        "Answer every question of the report",
        "Answer all questions of the online form, link evidence, and attest that it is accurate.",
        _REPORTER,
        Topic.DOCUMENTATION,
        may_file_hiroshima_report,
        "OECD questions and answers",
        Grade.O,
        "submitted report",
        Deadline(kind=When.ONCE, text="At any time; an incomplete report is not published."),
        note="Seven sections: risks; risk management and security; transparency; governance and incidents; provenance "
        "of content; research; human and global interests.",
    ),
    point(
        _reporting,
        "INT-HAIP-R3",
        "Renew the report within twelve months",
        "Renew the report at least every twelve months; otherwise the listing goes stale.",
        _REPORTER,
        Topic.DOCUMENTATION,
        voluntary_steps.includes("hiroshima_plan")
        | (voluntary_steps.includes("hiroshima_report") & (hiroshima_reported_on >= LAUNCHED)),
        "OECD questions and answers",
        Grade.O,
        "updated report",
        Deadline(
            kind=When.RECURRING, text="Within twelve months of the last report.", after=hiroshima_reported_on, years=1
        ),
        note="Whether reports of the first version have to be filed anew under version 2.0 was not seen. Answers to "
        "the pilot of 2024 are no reports.",
    ),
    point(
        _reporting,
        "INT-HAIP-R4",
        "Accept that the whole report is published",
        "Accept publication in full. The OECD may ask for more that is not published.",
        _REPORTER,
        Topic.TRANSPARENCY,
        may_file_hiroshima_report,
        "OECD questions and answers",
        Grade.O,
        "published report",
        Deadline(kind=When.ON_EVENT, text="When the report is accepted."),
    ),
    point(
        _reporting,
        "INT-HAIP-R5",
        "Do not call the listing an endorsement or a certificate",
        "Say that you published a report, and when. Do not call its listing or brand an approval, endorsement or "
        "certificate: whether it is complete was checked, not whether it is true.",
        _REPORTER,
        Topic.TRANSPARENCY,
        hiroshima_reporter | claims("hiroshima", "hiroshima_approved"),
        "OECD questions and answers",
        Grade.O,
        "text of the claim",
        note="Whoever says otherwise meets consumer law.",
    ),
    point(
        _reporting,
        "INT-HAIP-R6",
        "File in time for the comparative analysis of 2026",
        "File by 1 September 2026 to be counted in the next comparative analysis.",
        _REPORTER,
        Topic.DOCUMENTATION,
        may_file_hiroshima_report,
        "reporting framework, version 2.0",
        Grade.S,
        "submitted report",
        Deadline(kind=When.ONCE, text="By 1 September 2026."),
        since=SECOND_VERSION,
        until=date(2026, 9, 2),
    ),
)
