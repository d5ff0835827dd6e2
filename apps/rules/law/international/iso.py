"""ISO/IEC 42001 on management systems for AI, and the guidance around it: optional unless cited or contracted."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Deadline, Definition, Grade, Topic, Version, When
from apps.rules.law.facts.voluntary import voluntary_steps
from apps.rules.law.international.common import (
    Binding,
    Life,
    Source,
    claims,
    good_practice,
    instrument,
    no_carve_out,
    party,
    point,
)

PUBLISHED = date(2023, 12, 18)

ISO42001 = instrument(
    "INT-ISO42001",
    "ISO/IEC 42001:2023, artificial intelligence management system",
    "ISO/IEC 42001",
    Binding.STANDARD,
    "ISO/IEC 42001:2023",
    "The only one of this family an organisation can be certified to; 2023 is the only edition. It certifies a "
    "management system, never a model. It is no harmonised standard: no presumption of conformity with the EU AI Act, "
    "and no compliance with its Articles 17, 53 or 55.",
    no_carve_out("Neutral: it certifies an organisation."),
    Life(PUBLISHED, "published in December 2023; the day is not verified"),
)
ISO42005 = instrument(
    "INT-ISO42005",
    "ISO/IEC 42005:2025, AI system impact assessment",
    "ISO/IEC 42005",
    Binding.STANDARD,
    "ISO/IEC 42005:2025",
    "Guidance on impact assessment; nobody can be certified to it.",
    no_carve_out("Neutral."),
    Life(date(2025, 5, 28), "published in 2025; the day is not verified"),
)
ISO42006 = instrument(
    "INT-ISO42006",
    "ISO/IEC 42006:2025, requirements for bodies that audit and certify AI management systems",
    "ISO/IEC 42006",
    Binding.STANDARD,
    "ISO/IEC 42006:2025",
    "Rules for bodies that certify to ISO/IEC 42001; addressed to them alone.",
    no_carve_out("Not a matter of openness."),
    Life(date(2025, 7, 15), "published in 2025; the day is not verified"),
)
ISO23894 = instrument(
    "INT-ISO23894",
    "ISO/IEC 23894:2023, guidance on risk management",
    "ISO/IEC 23894",
    Binding.STANDARD,
    "ISO/IEC 23894:2023",
    "Guidance on the risks of AI, built on ISO 31000; nobody can be certified to it.",
    no_carve_out("Neutral."),
    Life(date(2023, 2, 6), "published in 2023; the day is not verified"),
)

_iso = Source(instrument="INT-ISO42001", since=PUBLISHED)
iso_certified = Definition(
    id="iso_certified",
    title="Certified to ISO/IEC 42001, as it may be said",
    statement="you hold an ISO/IEC 42001 certificate that can be shown for this",
    denial="you hold no ISO/IEC 42001 certificate that can be shown for this",
    summary="From an accredited body, with a scope that covers the model or system, and not expired. Certificates "
    "usually run for three years, with a check each year.",
    versions=(
        Version(
            since=PUBLISHED,
            when=voluntary_steps.includes("iso_certificate"),
            cites=(_iso.cite("certification", Grade.S),),
        ),
    ),
)
HAS_CERTIFICATE = voluntary_steps.any_of("iso_certificate", "iso_other_certificate")
iso_party = party(
    "iso_42001",
    "ISO/IEC 42001",
    PUBLISHED,
    _iso.cite("clauses 4 to 10", Grade.S),
    HAS_CERTIFICATE | voluntary_steps.includes("iso_wanted") | claims("iso_42001"),
)
_EXPECTED = iso_party | good_practice


def _when(kind: When, text: str) -> Deadline:
    return Deadline(kind=kind, text=text)


CLAUSES = tuple(
    point(
        _iso,
        f"INT-ISO-{key}",
        title,
        must,
        "organisation that adopts the standard",
        topic,
        _EXPECTED,
        at,
        Grade.S if key == "4-10" else Grade.P,
        evidence,
        deadline,
        note="Where a contract asks for it, the contract says what follows from a breach.",
    )
    for key, title, must, topic, at, evidence, deadline in (
        (
            "4-10",
            "Run the management system",
            (
                "Run the system in its seven parts: context and scope; leadership and AI policy; planning with risk "
                "and impact assessment and statement of applicability; support and competence; operation; monitoring, "
                "audit and management review; improvement."
            ),
            Topic.SAFETY,
            "clauses 4 to 10",
            "certificate, statement of applicability",
            _when(When.RECURRING, "In a yearly cycle."),
        ),
        (
            "A2-A3",
            "Write a policy, give out roles, open a channel for concerns",
            "Adopt an AI policy, give out roles, and open a channel to report concerns.",
            Topic.WHISTLEBLOWING,
            "Annex A, A.2.2, A.3.2 and A.3.3",
            "policy, chart of roles, channel",
            _when(When.CONTINUOUS, "Kept up to date."),
        ),
        (
            "A4",
            "Keep an inventory of resources",
            "Keep an inventory of data, tools, computing and people.",
            Topic.DOCUMENTATION,
            "Annex A, A.4",
            "inventory",
            _when(When.CONTINUOUS, "Kept up to date."),
        ),
        (
            "A5",
            "Assess effects on people and society",
            (
                "Set up and document a process that assesses effects on individuals and society; ISO/IEC 42005 gives a "
                "method."
            ),
            Topic.SAFETY,
            "Annex A, A.5.2 to A.5.5",
            "impact assessment",
            _when(When.ON_EVENT, "For each system, and with each change."),
        ),
        (
            "A6",
            "Test, monitor and document over the life cycle",
            "Verify and validate, control deployment, operation and monitoring, keep technical documents and logs.",
            Topic.DOCUMENTATION,
            "Annex A, A.6.2.4 and A.6.2.6 to A.6.2.8",
            "test report, documents, logs",
            _when(When.AT_PLACING, "For each release."),
        ),
        (
            "A7",
            "Govern data",
            (
                "Manage data for development: how they are obtained, their quality, where they come from, how they are "
                "prepared."
            ),
            Topic.TRAINING_DATA,
            "Annex A, A.7.2 to A.7.6",
            "data sheets, record of provenance",
            _when(When.ON_EVENT, "For each data set."),
        ),
        (
            "A8",
            "Inform users and others",
            "Inform users, take reports of harm from outside, tell of incidents, and inform interested parties.",
            Topic.TRANSPARENCY,
            "Annex A, A.8.2 to A.8.5",
            "user documents, contact, incident plan",
            _when(When.CONTINUOUS, "Continuously."),
        ),
        (
            "A9-A10",
            "Use it as intended, and share out responsibility",
            "See to responsible and intended use; settle responsibility with suppliers and customers.",
            Topic.COOPERATION,
            "Annex A, A.9 and A.10",
            "policy on use, terms for suppliers",
            _when(When.CONTINUOUS, "Continuously."),
        ),
    )
)
