"""European standards for the AI Act in the making (CEN-CENELEC JTC 21): none gives a presumption of conformity yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from apps.rules.engine import Cite, Deadline, Grade, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import high_risk_provider
from apps.rules.law.eu.ai_act.instruments import ACT_PUBLISHED
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.international.common import Binding, Life, Source, instrument, no_carve_out, point
from apps.rules.law.international.iso import HAS_CERTIFICATE

SEEN = date(2026, 8, 31)
# A class can be worked out since then, long before its rules start.
CLASSES_FROM = date(2025, 2, 2)

JTC21 = instrument(
    "INT-JTC21",
    "European standards for the AI Act (CEN-CENELEC Joint Technical Committee 21)",
    "European AI standards in draft",
    Binding.PENDING,
    "standardisation request M/593, amended as M/613",
    "Standards for providers of high-risk systems, not for general-purpose models. No standard was cited in the "
    "Official Journal as of July to August 2026, so none gives a presumption of conformity; adoption of an ISO/IEC "
    "text as a European standard does not by itself either. The first target was the end of 2026. Sources differ on "
    "whether the standard on quality management (prEN 18286) failed or was adopted.",
    no_carve_out("Not a matter of openness."),
    Life(date(2021, 6, 1), "committee at work"),
    Life(date(2025, 10, 15), "faster procedure decided; the day is not verified"),
    Life(date(2026, 2, 13), "prEN 18286: enquiry vote reported as failed, with 1 288 comments"),
    seen_on=SEEN,
)


@dataclass(frozen=True)
class WorkItem:
    """A standard in the making: its name, the article of the AI Act it is for, and the last stage seen."""

    name: str
    about: str
    article: str
    stage: str
    grade: Grade = Grade.S


WORK_ITEMS = (
    WorkItem(
        "prEN 18286",
        "quality management",
        "Art. 17",
        "enquiry from 30 October 2025 to 22 January 2026; vote failed; a later tracker contradicts",
    ),
    WorkItem("prEN 18228", "risk management", "Art. 9", "in development or enquiry"),
    WorkItem("prEN 18284", "quality and governance of data", "Art. 10", "in development", Grade.M),
    WorkItem("prEN 18283", "bias", "Art. 10", "in development", Grade.M),
    WorkItem("prEN 18229-1", "logging, transparency, human oversight", "Arts 12 to 14", "in development", Grade.M),
    WorkItem("prEN 18229-2", "accuracy and robustness", "Art. 15", "in development", Grade.M),
    WorkItem("prEN 18282", "cybersecurity", "Art. 15", "in development or enquiry"),
    WorkItem("prEN 18285", "conformity assessment", "Art. 43", "in development", Grade.M),
)

_jtc = Source(instrument="INT-JTC21", since=CLASSES_FROM, seen_on=SEEN)


def _tracked(*, pinpoint: str) -> Cite:
    return _jtc.cite(pinpoint, Grade.S)


plan = point(
    _jtc,
    "INT-JTC21-1",
    "Claim no presumption of conformity from drafts",
    "Claim no presumption of conformity as long as no standard is cited in the Official Journal. Plan against the "
    "articles themselves; use drafts at your own risk and record which version.",
    "provider of a high-risk system",
    Topic.DOCUMENTATION,
    high_risk_provider,
    "AI Act, Art. 40",
    Grade.S,
    "gap analysis",
    Deadline(kind=When.CONTINUOUS, text="Until a standard is cited."),
    published_on=ACT_PUBLISHED,
    steps=steps(
        "INT-JTC21-1",
        *(
            (
                item.name.lower().replace(" ", "-"),
                f"{item.name}, {item.about}, for {item.article}: {item.stage}.",
                item.name,
                When.CONTINUOUS,
                "record of the version used",
            )
            for item in WORK_ITEMS
        ),
        cite=_tracked,
    ),
)
gaps = point(
    _jtc,
    "INT-JTC21-2",
    "List the gaps between ISO/IEC 42001 and Article 17",
    "Map your ISO/IEC 42001 system to points (a) to (m) of Article 17(1). Expect gaps on regulatory strategy, "
    "conformity assessment, monitoring after release, reports of serious incidents and dealing with authorities.",
    "provider of a high-risk system with an ISO/IEC 42001 certificate",
    Topic.DOCUMENTATION,
    HAS_CERTIFICATE & high_risk_provider,
    "AI Act, Art. 17",
    Grade.S,
    "list of gaps",
    Deadline(
        kind=When.BEFORE_MARKET,
        text="Before Article 17 starts: 2 December 2027 for uses of Annex III, 2 August 2028 for products of Annex I.",
    ),
    published_on=ACT_PUBLISHED,
    note="The certificate spares nothing in Article 17: it gives no presumption of conformity.",
)
