"""Do once, count many: one artefact and everything it is useful evidence for. Never proof that a rule is met.

The mapping is this rulebook's own reading. Rows of the rulebook are named by id and checked to exist; what stands in
frameworks without rows of their own is a reference in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from apps.rules.engine import Obligation, Rulebook, RulebookError

# Frameworks beside the jurisdictions, in the order of the columns.
FRAMEWORKS: Mapping[str, str] = MappingProxyType(
    {
        "hiroshima": "Hiroshima Code",
        "seoul": "Seoul commitments",
        "delhi": "New Delhi commitments",
        "oecd": "OECD principles",
        "nist": "NIST AI RMF",
        "iso": "ISO/IEC 42001",
    }
)
# The instrument of the rulebook each framework stands in.
INSTRUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "hiroshima": "INT-HAIP",
        "seoul": "INT-SEOUL",
        "delhi": "INT-DELHI",
        "oecd": "INT-OECD",
        "nist": "US-NIST-CAISI",
        "iso": "INT-ISO42001",
    }
)
FRAMEWORK_TOPICS = ("CA-TFAIA-12-a", "NY-RAISE-1421-1", "IL-AISMA-10-a")


@dataclass(frozen=True, kw_only=True)
class Practice:
    """One artefact: what it is, the obligations it is evidence for by jurisdiction, and references in frameworks."""

    id: str
    title: str
    artefact: str
    serves: tuple[str, ...]
    references: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def _seoul(*items: str) -> tuple[str, ...]:
    return tuple(f"INT-SEOUL-{item}" for item in items)


def _hiroshima(*numbers: int) -> tuple[str, ...]:
    return tuple(f"INT-HAIP-{number}" for number in numbers)


def _oecd(*numbers: int) -> tuple[str, ...]:
    return tuple(f"INT-OECD-1.{number}" for number in numbers)


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="risk-assessment",
        title="Risk assessment over the life cycle",
        artefact="one assessment of risks, from design to retirement, kept up to date",
        serves=(
            *("EU-AIA-55-1-b", "EU-AIA-9", "EU-COP-S-2", "EU-COP-S-3"),
            *FRAMEWORK_TOPICS,
            *_hiroshima(1),
            *_seoul("I"),
            *_oecd(4, 5),
            *("INT-ISO-4-10", "INT-ISO-A5"),
        ),
        references={
            "hiroshima": "1",
            "seoul": "I",
            "oecd": "1.4, 1.5",
            "nist": "MAP 1.5, 5.1",
            "iso": "6.1, A.5.2-A.5.5",
        },
    ),
    Practice(
        id="evaluation",
        title="Evaluation and red-teaming",
        artefact="reports of tests, by your own people and outsiders",
        serves=(
            *("EU-AIA-55-1-a", "EU-COP-S-3"),
            *("CA-TFAIA-12-c2", "NY-RAISE-1421-3b", "IL-AISMA-10-c2"),
            "UK-FR-5",
            *_hiroshima(1),
            *_seoul("I", "BP"),
            *_oecd(4),
            "INT-ISO-A6",
        ),
        references={
            "hiroshima": "1",
            "seoul": "I, closing list",
            "oecd": "1.4",
            "nist": "MEASURE 1.3, 2.6, 2.7",
            "iso": "A.6.2.4",
        },
    ),
    Practice(
        id="thresholds",
        title="Thresholds and a rule for stopping",
        artefact="written thresholds, with what happens when one is met",
        serves=("EU-COP-S-4", *FRAMEWORK_TOPICS, *_hiroshima(1), *_seoul("II", "IV"), *_oecd(4), "INT-ISO-4-10"),
        references={"hiroshima": "1", "seoul": "II, IV", "oecd": "1.4", "nist": "MANAGE 1.1, 2.4", "iso": "6.1"},
    ),
    Practice(
        id="safety-framework",
        title="Published safety framework",
        artefact="one public document with dates of review and publication",
        serves=(
            *("EU-COP-S-1", "EU-COP-S-10"),
            *("CA-TFAIA-12-a", "CA-TFAIA-12-b2", "NY-RAISE-1421-1", "NY-RAISE-1421-2"),
            *("IL-AISMA-10-a", "IL-AISMA-10-b"),
            *_hiroshima(5),
            *_seoul("II", "III", "IV", "VII"),
            *_oecd(5),
            *("INT-ISO-4-10", "INT-ISO-A2-A3"),
        ),
        references={
            "hiroshima": "5",
            "seoul": "II to IV, VII",
            "oecd": "1.5",
            "nist": "GOVERN 1.4",
            "iso": "5.2, A.2.2",
        },
        note="One document can serve all; the dates by which it must be reviewed and published differ.",
    ),
    Practice(
        id="governance",
        title="Governance, roles and resources",
        artefact="chart of roles, with who decides and what they may spend",
        serves=(
            *("EU-AIA-17", "EU-COP-S-8"),
            *FRAMEWORK_TOPICS,
            *_hiroshima(5),
            *_seoul("VI"),
            *_oecd(5),
            *("INT-ISO-4-10", "INT-ISO-A2-A3"),
        ),
        references={
            "hiroshima": "5",
            "seoul": "VI",
            "oecd": "1.5",
            "nist": "GOVERN 2.1, 2.3",
            "iso": "5.3, A.3.2",
        },
    ),
    Practice(
        id="concerns",
        title="Channel to raise concerns",
        artefact="a channel for staff, open without fear of reprisals",
        serves=(
            "EU-COP-S-8",
            *("CA-LAB-1107-1a", "CA-LAB-1107-1d", "CA-LAB-1107-1e", "CT-2-b", "CT-2-c", "CT-2-d"),
            *("IL-AISMA-20-ab", "IL-AISMA-20-e"),
            *_hiroshima(4),
            *_seoul("BP"),
            *_oecd(5),
            "INT-ISO-A2-A3",
        ),
        references={"hiroshima": "4", "seoul": "closing list", "oecd": "1.5", "nist": "GOVERN 4.3", "iso": "A.3.3"},
    ),
    Practice(
        id="training",
        title="Training of staff",
        artefact="training plan and records of who took part",
        serves=("EU-AIA-4-1", *_hiroshima(5), *_seoul("VI"), "INT-ISO-4-10", "INT-ISO-A4"),
        references={"hiroshima": "5", "seoul": "VI", "nist": "GOVERN 2.2", "iso": "7.2, A.4.6"},
    ),
    Practice(
        id="weights",
        title="Security of weights",
        artefact="security programme and records of access",
        serves=(
            *("EU-AIA-55-1-d", "EU-COP-S-6"),
            *FRAMEWORK_TOPICS,
            "UK-AICYBER-1",
            *_hiroshima(6),
            *_seoul("III", "BP"),
            "INT-WH-3",
            *_oecd(4),
            "INT-ISO-A4",
        ),
        references={
            "hiroshima": "6",
            "seoul": "III, closing list",
            "oecd": "1.4",
            "nist": "MEASURE 2.7",
            "iso": "A.4.5, with ISO/IEC 27001",
        },
    ),
    Practice(
        id="vulnerabilities",
        title="Reports of vulnerabilities and misuse",
        artefact="page for reports from outside, and a log of what was done",
        serves=("EU-COP-S-3", "UK-AICYBER-1", *_hiroshima(2), *_seoul("BP"), "INT-WH-4", *_oecd(4), "INT-ISO-A8"),
        references={
            "hiroshima": "2",
            "seoul": "closing list",
            "oecd": "1.4",
            "nist": "GOVERN 5.1; MANAGE 4.1",
            "iso": "A.8.3",
        },
        note="In the Code of Practice: monitoring after release.",
    ),
    Practice(
        id="incidents",
        title="Response to incidents, and reports",
        artefact="incident plan and reports",
        serves=(
            *("EU-AIA-55-1-c", "EU-COP-S-9"),
            *("CA-TFAIA-13-c1", "CA-TFAIA-13-c2", "NY-RAISE-1422-3a", "NY-RAISE-1422-3b"),
            *("IL-AISMA-15-c", "IL-AISMA-15-c24"),
            *_hiroshima(2, 4),
            *_seoul("BP"),
            *_oecd(4),
            "INT-ISO-A8",
        ),
        references={
            "hiroshima": "2, 4",
            "seoul": "closing list",
            "oecd": "1.4",
            "nist": "MANAGE 1.3, 4.1, 4.3",
            "iso": "A.8.4",
        },
        note="Deadlines differ: without undue delay in the EU (2 to 15 days by kind under the Code), 15 days in "
        "California, 72 hours in New York and Illinois from 2027 on.",
    ),
    Practice(
        id="model-card",
        title="Model card or transparency report",
        artefact="one card for each significant release",
        serves=(
            *("EU-AIA-53-1-a", "EU-AIA-53-1-b", "EU-COP-T-1-1"),
            *("CA-TFAIA-12-c1", "NY-RAISE-1421-3a", "IL-AISMA-10-c1"),
            *_hiroshima(3),
            *_seoul("VII", "BP"),
            "INT-WH-6",
            *_oecd(3),
            *("INT-ISO-A6", "INT-ISO-A8"),
        ),
        references={
            "hiroshima": "3",
            "seoul": "VII, closing list",
            "oecd": "1.3",
            "nist": "MEASURE 2.8",
            "iso": "A.6.2.7, A.8.2",
        },
    ),
    Practice(
        id="training-data",
        title="Summary of training data and copyright policy",
        artefact="public summary of what the model was trained on, and the policy",
        serves=(
            *("EU-AIA-53-1-c", "EU-AIA-53-1-d"),
            "CA-AB2013-3111",
            *("UK-CDPA-1", "UK-CDPA-2", "UK-CDPA-3", "UK-CDPA-4"),
            *_hiroshima(11),
            *_oecd(3),
            "INT-ISO-A7",
        ),
        references={"hiroshima": "11", "oecd": "1.3", "nist": "MAP 4.1", "iso": "A.7.2-A.7.6"},
    ),
    Practice(
        id="personal-data",
        title="Protection of personal data",
        artefact="records of processing, impact assessment, measures",
        serves=(
            *("EU-GDPR-6", "EU-GDPR-25", "EU-GDPR-30", "EU-GDPR-32", "EU-GDPR-35"),
            "CA-AB1008-1",
            *("UK-GDPR-25", "UK-GDPR-30", "UK-GDPR-32", "UK-GDPR-35"),
            *_hiroshima(11),
            *_oecd(2),
            "INT-ISO-A7",
        ),
        references={"hiroshima": "11", "oecd": "1.2", "nist": "MEASURE 2.10", "iso": "A.7"},
    ),
    Practice(
        id="bias",
        title="Tests for bias",
        artefact="results by group, and what was done about them",
        serves=(
            "EU-AIA-10",
            *("EEO-1", "FHA-1", "ECOA-3"),
            *("UK-EQA-13", "UK-EQA-19", "UK-PSED-1"),
            *_hiroshima(1),
            *_seoul("BP"),
            *_oecd(2),
            "INT-ISO-A5",
        ),
        references={
            "hiroshima": "1",
            "seoul": "closing list",
            "oecd": "1.2",
            "nist": "MEASURE 2.11",
            "iso": "A.5.4, A.5.5",
        },
    ),
    Practice(
        id="marking",
        title="Marking of generated content",
        artefact="samples with manifest and watermark, and results of a detector",
        serves=(
            "EU-AIA-50-2",
            *("CA-AITA-3-a", "CT-15-b1A", "CT-15-b1B", "WA-1170-2"),
            *_hiroshima(7),
            *_seoul("BP"),
            "INT-WH-5",
            *_oecd(3),
            *("INT-C2PA-1", "INT-C2PA-3", "INT-ISO-A8"),
        ),
        references={
            "hiroshima": "7",
            "seoul": "closing list",
            "oecd": "1.3",
            "nist": "AI 600-1",
            "iso": "A.8.2",
        },
        note="The EU's marking code expects two layers, metadata and watermark; one standard does for Washington.",
    ),
    Practice(
        id="energy",
        title="Energy and environment",
        artefact="energy used in training and in use, with how it was worked out",
        serves=("EU-AIA-53-1-a", *_oecd(1), "INT-ISO-A5"),
        references={"oecd": "1.1", "nist": "MEASURE 2.12", "iso": "A.5.5"},
        note="In the EU: the item on energy of Annex XI.",
    ),
    Practice(
        id="supply-chain",
        title="Terms for suppliers and those who build on it",
        artefact="contract terms and information for integrators",
        serves=("EU-AIA-53-1-b", "CA-AITA-3-b1", *_hiroshima(5), *_oecd(5), "INT-ISO-A9-A10"),
        references={"hiroshima": "5", "oecd": "1.5", "nist": "GOVERN 6.1", "iso": "A.10"},
    ),
    Practice(
        id="governments",
        title="Sharing with governments",
        artefact="what was sent to whom, and when",
        serves=(
            *("EU-COP-S-1", "EU-COP-S-1-access", "EU-COP-S-7"),
            *("CA-TFAIA-12-d", "NY-RAISE-1422-2", "IL-AISMA-10-e"),
            "UK-FR-5",
            *_hiroshima(4),
            *_seoul("VII"),
            "INT-WH-2",
            "INT-ISO-A8",
        ),
        references={"hiroshima": "4", "seoul": "VII", "nist": "MANAGE 4.3", "iso": "A.8.5"},
    ),
    Practice(
        id="languages-and-usage",
        title="Evaluation in many languages, and statistics on use",
        artefact="results by language, aggregated figures on use",
        serves=(*_hiroshima(8, 9), *_seoul("BP"), *("INT-DELHI-1", "INT-DELHI-2"), *_oecd(1)),
        references={
            "hiroshima": "8, 9",
            "seoul": "closing list",
            "delhi": "1, 2",
            "oecd": "1.1",
            "nist": "MEASURE 2.11",
        },
    ),
)


def check(book: Rulebook) -> None:
    """Raise RulebookError where a practice names a row that the rulebook does not hold, or a framework it has not."""
    faults = [
        f"crosswalk: practice {practice.id!r} serves {key!r}, which is no obligation. Correct the id or remove it."
        for practice in PRACTICES
        for key in practice.serves
        if key not in book.obligations
    ]
    faults += [
        f"crosswalk: practice {practice.id!r} refers to {name!r}. Use one of: {', '.join(FRAMEWORKS)}."
        for practice in PRACTICES
        for name in practice.references
        if name not in FRAMEWORKS
    ]
    faults += [
        f"crosswalk: framework {name!r} stands in {key!r}, which is no instrument. Correct the id."
        for name, key in INSTRUMENTS.items()
        if key not in book.instruments
    ]
    if faults:
        raise RulebookError("\n".join(faults))


def served(book: Rulebook, practice: Practice) -> tuple[Obligation, ...]:
    """The obligations the artefact is evidence for: binding ones first, otherwise in the order of the practice."""
    found = [book.obligations[key] for key in dict.fromkeys(practice.serves)]
    return tuple(sorted(found, key=lambda duty: not binds(book, duty)))


def binds(book: Rulebook, duty: Obligation) -> bool:
    """Whether the obligation is law."""
    return (duty.force or book.instruments[duty.instrument].force).binding


def practices_for(key: str) -> tuple[Practice, ...]:
    """The practices whose artefact is evidence for the obligation."""
    return tuple(practice for practice in PRACTICES if key in practice.serves)
