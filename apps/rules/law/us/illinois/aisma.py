"""Illinois, Artificial Intelligence Safety Measures Act (SB 315)."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    Cite,
    Deadline,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Relief,
    State,
    Status,
    Topic,
    Version,
    When,
)
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.us_frontier import us_incident_known_on, us_large_since
from apps.rules.law.facts.us_market import us_release
from apps.rules.law.us.common import in_state
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

_read = partial(Cite, instrument="US-IL-AISMA", grade=Grade.P)
_official = partial(Cite, instrument="US-IL-AISMA", grade=Grade.O)

SIGNED = date(2026, 7, 6)
IN_FORCE = date(2027, 1, 1)
FRAMEWORK_FROM = date(2028, 1, 1)

AISMA = Instrument(
    id="US-IL-AISMA",
    title="Artificial Intelligence Safety Measures Act",
    short="Illinois AI Safety Measures Act",
    jurisdiction="US-IL",
    force=Force.STATUTE,
    number="430 ILCS 185/; P.A. 104-0538 (SB 315), ss. 18 and 25 also P.A. 104-0466",
    enforcer="Attorney General alone; the emergency management agency (IEMA-OHS) for disclosure statements",
    url="https://www.ilga.gov/Documents/Legislation/PublicActs/104/PDF/104-0538.pdf",
    summary="From 2027: like California's act, with incidents reported in 72 hours to the agency and the Attorney "
    "General, a disclosure statement each year, and protection of employees. From 2028 the framework, and a yearly "
    "independent audit of large developers. No academic exception; local rules are barred. Rules of the agency not "
    "seen.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "Publishing weights is deploying; only giving a model to people who research, develop or evaluate it is not. "
        "What is published cannot be stolen, so that kind of incident falls away.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="signed", cite=_official(pinpoint="P.A. 104-0538")),
        Status(
            on=IN_FORCE, state=State.IN_FORCE, note="takes effect", cite=_read(pinpoint="s. 99"), published_on=SIGNED
        ),
        Status(
            on=FRAMEWORK_FROM,
            state=State.IN_FORCE,
            note="framework and audits of large developers",
            cite=_read(pinpoint="s. 10(a), (d)"),
            published_on=SIGNED,
        ),
    ),
    sources=(_read(pinpoint="ss. 5-35, 99", note="Read in a reproduction of the consolidated act (2026-08-21)."),),
)

ILLINOIS = Statute(
    code="il",
    place="Illinois",
    instrument="US-IL-AISMA",
    known_from=SIGNED,
    applies_from=IN_FORCE,
    developer_at="s. 5",
    large_at="s. 5",
    incident_at="s. 5",
    penalty="Up to $1,000,000 for a first violation and $3,000,000 for each later one, by severity, against large "
    "developers alone; Attorney General only (s. 25).",
    names_link=False,
    deploys=us_release.is_("offered"),
    unless=(governments_out("US-IL-AISMA", "il", "Illinois", "s. 5"),),
)
il_frontier_developer = developer(ILLINOIS)
il_large_frontier_developer = large_developer(ILLINOIS, il_frontier_developer)
il_critical_safety_incident = incident(ILLINOIS)

_REMEDIES = "Remedies of the Whistleblower Act; not looked into here."

_ROWS = (
    Row(id="IL-AISMA-10-a", kind="framework", at="s. 10(a)", large=True, since=FRAMEWORK_FROM),
    Row(
        id="IL-AISMA-10-b",
        kind="review",
        at="s. 10(b)",
        large=True,
        since=FRAMEWORK_FROM,
        must="Review the framework at least once a year; publish a materially changed one with the reasons.",
        deadline=Deadline(kind=When.RECURRING, text="Once a year; a material change within 30 days."),
    ),
    Row(
        id="IL-AISMA-10-c1",
        kind="report",
        at="s. 10(c)(1)",
        only=released(ILLINOIS),
        note="A version released before 2027 owes none; the next one will. The act gives the report no later day of "
        "its own, though one law firm says 2028. Models given to researchers alone are not deployed.",
    ),
    Row(
        id="IL-AISMA-10-c2",
        kind="summaries",
        at="s. 10(c)(2)-(3)",
        large=True,
        only=released(ILLINOIS),
        must="Add to the transparency report four summaries of what your work on catastrophic risk led to for this "
        "model, in a form that machines can read.",
        note="The summaries look to a framework that is not mandatory before 2028.",
    ),
    Row(
        id="IL-AISMA-10-e",
        kind="internal",
        at="s. 10(e)",
        large=True,
        must="Send the emergency management agency a summary of your assessments of catastrophic risk from using your "
        "frontier models internally.",
        deadline=Deadline(kind=When.RECURRING, text="Every three months, or on a schedule agreed with the agency."),
    ),
    Row(
        id="IL-AISMA-10-f",
        kind="statements",
        at="s. 10(f)",
        note="For large developers this also covers statements on carrying out their framework.",
    ),
    Row(id="IL-AISMA-10-g", kind="redaction", at="s. 10(g)"),
    Row(
        id="IL-AISMA-15-c",
        kind="incident",
        at="s. 15(c)",
        must="Report each critical safety incident of your frontier models to the emergency management agency and to "
        "the Attorney General, with its date, why it counts as one, a plain account, and whether it came from internal "
        "use.",
        deadline=Deadline(
            kind=When.ON_EVENT,
            text="Within 72 hours of facts that give a reasonable belief.",
            days=3,
            after=us_incident_known_on,
        ),
    ),
    Row(id="IL-AISMA-15-c24", kind="imminent", at="s. 15(c)"),
    Row(
        id="IL-AISMA-18",
        kind="disclosure",
        at="s. 18(a)-(d)",
        large=True,
        only=in_state("il"),
        must="Before you develop, deploy or operate a frontier model in Illinois, file a statement on who you are and "
        "who owns you, and pay the fee.",
        deadline=Deadline(kind=When.RECURRING, text="Before; then every year, and when something changes."),
        penalty="$1,000 for each day, and the assessments (s. 18(e)).",
        note="Fees begin on 1 July 2026 by the words of s. 18(d), before the act itself. Rules and forms not seen.",
    ),
    Row(id="IL-AISMA-20-ab", kind="no_gag", at="s. 20(a)-(b)", penalty=_REMEDIES),
    Row(id="IL-AISMA-20-d", kind="rights", at="s. 20(d)", penalty=_REMEDIES),
    Row(id="IL-AISMA-20-e", kind="channel", at="s. 20(e)", large=True, penalty=_REMEDIES),
)

AISMA_DUTIES = duties(
    ILLINOIS,
    il_frontier_developer,
    il_large_frontier_developer,
    _ROWS,
    {
        "IL-AISMA-10-a": relief(
            ILLINOIS,
            "IL-AISMA-10-a",
            "federal-rules",
            "Relief: federal rules can stand in for the whole act, but only if they demand equal independent audits, "
            "too.",
            "s. 17",
            "declaration to the agency",
        ),
        "IL-AISMA-15-c": report_this(
            ILLINOIS, "IL-AISMA-15-c", "s. 15(c)", il_critical_safety_incident, "filed report"
        ),
    },
)


def _audit(
    suffix: str, title: str, must: str, deadline: Deadline, evidence: str, *items: tuple[str, str]
) -> Obligation:
    at = f"s. 10({suffix})"
    return Obligation(
        id=f"IL-AISMA-10-{suffix.replace(')(', '')}",
        title=title,
        must=must,
        who="large frontier developer",
        topic=Topic.SAFETY,
        versions=(Version(since=FRAMEWORK_FROM, when=il_large_frontier_developer, cites=(_read(pinpoint=at),)),),
        deadline=deadline,
        evidence=evidence,
        penalty_note=f"{ILLINOIS.penalty} Going without an audit is a violation of its own.",
        steps=steps(
            f"IL-AISMA-10-{suffix.replace(')(', '')}",
            *((slug, text, at, deadline.kind, evidence) for slug, text in items),
            cite=_read,
        ),
    )


yearly_audit = _audit(
    "d",
    "Have compliance audited every year (Illinois)",
    "Have a competent and independent third party audit each year whether you comply with your framework, with full "
    "access to what it needs.",
    Deadline(
        kind=When.RECURRING,
        text="Every year, first from 1 January 2028 or 90 days after you first count as large, whichever is later.",
        days=90,
        after=us_large_since,
        not_before=FRAMEWORK_FROM,
    ),
    "audit contract, audit report",
    ("independent", "Choose an auditor with no financial interest in you, nor you in it, paid whatever the result."),
    ("access", "Give full access; security protocols are allowed."),
    ("report", "Have the report hold what the act lists, signed by the lead auditor."),
)
keep_audit = _audit(
    "d)(3",
    "Keep the unredacted audit report (Illinois)",
    "Keep the audit report without redactions.",
    Deadline(kind=When.RETENTION, text="While any frontier model is deployed, and five years longer."),
    "archive",
)
publish_audit = _audit(
    "d)(4",
    "Publish the audit (Illinois)",
    "Publish a summary and the redacted audit report, and send the redacted report to the agency and the Attorney "
    "General.",
    Deadline(kind=When.ON_EVENT, text="Within 30 days of receiving it."),
    "publication, letters",
)
