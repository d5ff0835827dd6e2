"""What the rulebook covers, what it does not cover yet, what in it is not verified, and what is contested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from apps.library import naming
from apps.library.atlas import KINDS, Atlas
from apps.library.days import Days
from apps.library.naming import Entry
from apps.library.pages import Dispute, Source, dispute, entries, source
from apps.library.worked import worked_examples
from apps.rules.engine.conditions import Contested, Guidance


@dataclass(frozen=True)
class Area:
    """A field of law and how far the rulebook goes in it."""

    jurisdiction: str
    title: str | Promise
    text: str | Promise


COVERED: Final = (
    Area(
        "EU",
        gettext_lazy("General-purpose models under the AI Act"),
        gettext_lazy(
            "Chapter V in full: who is a provider, systemic risk and its threshold, notification, documentation, "
            "copyright policy, training summary, representative, safety duties, fines. With the Commission's "
            "guidelines, the Code of Practice, the training-content template and the amendments of 2026."
        ),
    ),
    Area(
        "EU",
        gettext_lazy("The frame of the AI Act"),
        gettext_lazy(
            "Scope and exclusions, the open-source exemptions for models and systems, roles, literacy, the dates of "
            "application with their old and new values, and the few duties on systems that a model provider meets."
        ),
    ),
)
NOT_YET: Final = (
    Area(
        "EU",
        gettext_lazy("AI systems beyond the frame"),
        gettext_lazy(
            "Prohibited practices and high-risk uses are screens over your own answer: their tests are not asked "
            "one by one. The duties on high-risk systems and most of Article 50 are missing."
        ),
    ),
    Area(
        "EU",
        gettext_lazy("Other Union law"),
        gettext_lazy(
            "Copyright directives, data protection (GDPR), product liability, the Cyber Resilience Act, the Digital "
            "Services Act and the rules of single sectors. National law of the Member States is missing too."
        ),
    ),
    Area(
        "US",
        gettext_lazy("United States"),
        gettext_lazy(
            "No federal law and no law of any state is in the rulebook, frontier-model and chatbot laws included."
        ),
    ),
    Area("UK", gettext_lazy("United Kingdom"), gettext_lazy("No law of the United Kingdom is in the rulebook.")),
    Area(
        "INT",
        gettext_lazy("International"),
        gettext_lazy("Treaties, standards and commitments such as the Council of Europe convention are missing."),
    ),
    Area(
        "",
        gettext_lazy("Licences"),
        gettext_lazy(
            "No library of model licences: you say what your licence allows, and Remit judges those answers, "
            "not the text."
        ),
    ),
)


@dataclass(frozen=True)
class Unverified:
    """A source nobody could read in its primary or official text, and what rests on it."""

    source: Source
    rests: tuple[Entry, ...]


@dataclass(frozen=True)
class OpenPoint:
    """A contested point and the duties whose result can turn on it."""

    dispute: Dispute
    decides: tuple[Entry, ...]


def coverage(atlas: Atlas, days: Days) -> Mapping[str, Any]:
    """Everything the page says about the limits of the rulebook."""
    return {
        "covered": COVERED,
        "not_yet": NOT_YET,
        "counts": counts(atlas),
        "unverified": _unverified(atlas),
        "contested": _contested(atlas, days),
        "guidance": _guidance(atlas),
        "examples": len(worked_examples()),
        "fingerprint": atlas.book.fingerprint,
    }


def counts(atlas: Atlas) -> tuple[tuple[str, str, int], ...]:
    """How many pieces there are of each kind: kind, its name, number."""
    return tuple((kind, str(naming.MANY[kind]), len(atlas.pieces[kind])) for kind in KINDS)


def _unverified(atlas: Atlas) -> tuple[Unverified, ...]:
    weak = [(cite, nodes) for cite, nodes in atlas.sources.items() if not cite.grade.verified]
    weak.sort(key=lambda pair: (pair[0].grade.value != "M", pair[0].instrument, pair[0].pinpoint))
    return tuple(
        Unverified(source(atlas.book, cite), tuple(naming.entry(atlas, node) for node in nodes)) for cite, nodes in weak
    )


def _contested(atlas: Atlas, days: Days) -> tuple[OpenPoint, ...]:
    keys = [key for key, switch in atlas.book.readings.items() if isinstance(switch, Contested)]
    return tuple(
        OpenPoint(dispute(atlas, key, days), entries(atlas, "duties", atlas.resting_on(("readings", key))))
        for key in keys
    )


def _guidance(atlas: Atlas) -> tuple[Entry, ...]:
    keys = [key for key, switch in atlas.book.readings.items() if isinstance(switch, Guidance) and not switch.assumed]
    return entries(atlas, "readings", keys)
