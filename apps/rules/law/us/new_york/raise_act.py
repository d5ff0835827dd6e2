"""New York, Responsible AI Safety and Education Act, as replaced in 2026 before it began."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Force,
    Grade,
    Instrument,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    When,
    contested,
)
from apps.rules.law.facts.market import activity
from apps.rules.law.facts.us_frontier import us_incident_known_on
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.families.frontier import (
    Row,
    Statute,
    developer,
    duties,
    governments_out,
    incident,
    large_developer,
    released,
    relief,
    report_this,
)

_read = partial(Cite, instrument="US-NY-RAISE", grade=Grade.P)
_official = partial(Cite, instrument="US-NY-RAISE", grade=Grade.O)
_reported = partial(Cite, instrument="US-NY-RAISE", grade=Grade.S)

FIRST_SIGNED = date(2025, 12, 19)
REPLACED = date(2026, 3, 27)
IN_FORCE = date(2027, 1, 1)

RAISE = Instrument(
    id="US-NY-RAISE",
    title="Responsible AI Safety and Education Act",
    short="New York RAISE Act",
    jurisdiction="US-NY",
    force=Force.STATUTE,
    number="Gen. Bus. Law art. 44-B, 1420-1429; L. 2026 ch. 96, replacing L. 2025 ch. 699",
    enforcer="Attorney General; an office in the Department of Financial Services for disclosure statements",
    url="https://www.nysenate.gov/legislation/bills/2025/S8828",
    summary="From 2027: like California's act, for frontier models developed, deployed or operated in New York, with "
    "incidents reported in 72 hours, a disclosure statement of large developers, and no chapter on employees. The text "
    "of 2025 (training cost above 100 million dollars, ban on releases) was replaced before it began. The office may "
    "make rules and ask for more reports; no rules or forms were found as of 26 September 2026.",
    published_on=REPLACED,
    openness=Openness(
        Relief.NONE,
        "Publishing weights is deploying, and the words of 2025 on distilled models are gone. What is published cannot "
        "be stolen, so that kind of incident falls away. New York's accredited colleges and Empire AI are spared, for "
        "academic research and not for openness.",
    ),
    status=(
        Status(
            on=FIRST_SIGNED,
            state=State.ADOPTED,
            note="first text signed (L. 2025 ch. 699)",
            cite=_official(pinpoint="L. 2025 ch. 699"),
        ),
        Status(
            on=REPLACED,
            state=State.ADOPTED,
            note="repealed and replaced (L. 2026 ch. 96); treat nothing as applying before 2027",
            cite=_official(pinpoint="L. 2026 ch. 96"),
        ),
        Status(
            on=IN_FORCE,
            state=State.IN_FORCE,
            note="takes effect",
            cite=_read(pinpoint="ch. 96, s. 3"),
            published_on=REPLACED,
        ),
        Status(
            on=date(2028, 1, 1),
            state=State.IN_FORCE,
            note="first public report of the office",
            cite=_read(pinpoint="1422(7)"),
            published_on=REPLACED,
        ),
    ),
    sources=(
        _read(pinpoint="1420-1429", source="https://www.nysenate.gov/legislation/bills/2025/S8828"),
        _reported(pinpoint="status of 2026-09-26", note="No rules or forms of the office found; not verified since."),
    ),
)

NY_ACADEMIC = CarveOut(
    id="ny-academic-research",
    title="Academic research of New York colleges",
    when=us_organisation.includes("ny_college")
    & (
        activity.is_("research_only")
        | contested(
            key="ny-research-release",
            why="Colleges are spared to the extent of academic research. Whether releasing the result to everybody, "
            "without a commercial aim, still belongs to it is not said.",
            a=Reading("releasing the result is part of the research", activity.is_("research_release")),
            b=Reading("a release is more than research", NEVER),
            cites=(_read(pinpoint="1426(1)"),),
        )
    ),
    cites=(_read(pinpoint="1426(1)"),),
    removes="the whole act, to the extent of academic research on models",
    keeps="Everything for commercial services with the model, and everything elsewhere: colleges of other states are "
    "not meant, and no other frontier statute has such an exception.",
)
EMPIRE_AI = CarveOut(
    id="ny-empire-ai",
    title="Empire AI",
    when=us_organisation.includes("empire_ai"),
    cites=(_read(pinpoint="1426(2)"),),
    removes="the whole act, for the Empire AI consortium and institute",
    keeps="everything for others who use what it makes",
)

NY_GOVERNMENTS = governments_out("US-NY-RAISE", "ny", "New York", "1420(14)")

NEW_YORK = Statute(
    code="ny",
    place="New York",
    instrument="US-NY-RAISE",
    known_from=REPLACED,
    applies_from=IN_FORCE,
    developer_at="1420(8)-(10), 1425",
    large_at="1420(10)",
    incident_at="1420(4)",
    penalty="Up to $1,000,000 for a first violation and $3,000,000 for each later one, by severity, against large "
    "developers alone, who may argue that others are responsible; Attorney General only (1427).",
    unless=(NY_ACADEMIC, EMPIRE_AI, NY_GOVERNMENTS),
)
ny_frontier_developer = developer(NEW_YORK)
ny_large_frontier_developer = large_developer(NEW_YORK, ny_frontier_developer)
ny_critical_safety_incident = incident(NEW_YORK)

_72_HOURS = Deadline(
    kind=When.ON_EVENT,
    text="Within 72 hours of finding it out, or of learning facts that give a reasonable belief.",
    days=3,
    after=us_incident_known_on,
)

_ROWS = (
    Row(
        id="NY-RAISE-1421-1",
        kind="framework",
        at="1421(1)(a)-(j)",
        large=True,
        must="Write, carry out, comply with and prominently publish a framework that describes in detail how you "
        "handle ten topics of catastrophic risk.",
        items_at=tuple(f"1421(1)({letter})" for letter in "abcdefghij"),
    ),
    Row(
        id="NY-RAISE-1421-2",
        kind="review",
        at="1421(2)",
        large=True,
        must="Review the framework at least once a year; publish a materially changed one with the reasons.",
        deadline=Deadline(kind=When.RECURRING, text="Once a year; a material change within 30 days."),
    ),
    Row(
        id="NY-RAISE-1421-3a",
        kind="report",
        at="1421(3)(a)",
        only=released(NEW_YORK),
        note="A version released before 2027 owes none; the next one will. Publishing weights counts as a release.",
    ),
    Row(id="NY-RAISE-1421-3b", kind="summaries", at="1421(3)(b)", large=True, only=released(NEW_YORK)),
    Row(
        id="NY-RAISE-1421-4",
        kind="statements",
        at="1421(4)",
        note="For large developers this also covers statements on carrying out their framework.",
    ),
    Row(id="NY-RAISE-1421-5", kind="redaction", at="1421(5)"),
    Row(
        id="NY-RAISE-1422-2",
        kind="internal",
        at="1422(2)(a)",
        large=True,
        must="Send the office in the Department of Financial Services a summary of your assessments of catastrophic "
        "risk from using your frontier models internally.",
        deadline=Deadline(
            kind=When.RECURRING,
            text="Every three months, or on a schedule asked for in writing and agreed by the office.",
        ),
    ),
    Row(
        id="NY-RAISE-1422-3a",
        kind="incident",
        at="1422(3)(a)",
        must="Report each critical safety incident of your frontier models to the office in the Department of "
        "Financial Services, with its date, why it counts as one, a plain account, and whether it came from internal "
        "use.",
        deadline=_72_HOURS,
    ),
    Row(id="NY-RAISE-1422-3b", kind="imminent", at="1422(3)(b)"),
    Row(
        id="NY-RAISE-1428-1",
        kind="disclosure",
        at="1428(1)-(4)",
        large=True,
        deadline=Deadline(
            kind=When.RECURRING,
            text="Before developing, deploying or operating in the state; then every two years, and when ownership or "
            "anything material changes.",
        ),
        penalty="$1,000 for each day, and the assessment, by the office after notice and a hearing (1428(5)).",
        note="The penalty speaks of a large frontier model, which the act does not define. Forms and rules of the "
        "office: not found as of 26 September 2026, not verified since.",
    ),
)

RAISE_DUTIES = duties(
    NEW_YORK,
    ny_frontier_developer,
    ny_large_frontier_developer,
    _ROWS,
    {
        "NY-RAISE-1422-3a": report_this(
            NEW_YORK, "NY-RAISE-1422-3a", "1422(3)(a)", ny_critical_safety_incident, "filed report"
        )
        + relief(
            NEW_YORK,
            "NY-RAISE-1422-3a",
            "federal-rules",
            "Relief: federal rules can stand in for incident reports once the office says so by regulation and you "
            "declare it; copies still go to the office at the same time.",
            "1422(8)-(10)",
            "declaration, copies sent",
        )
    },
)
