"""What the rulebook covers, what it does not cover yet, what in it is not verified, and what is contested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from apps.library import naming
from apps.library.atlas import KINDS, Atlas
from apps.library.days import Days
from apps.library.naming import Entry
from apps.library.pages import Dispute, Source, dispute, entries, source
from apps.library.words import JURISDICTIONS, term
from apps.library.worked import worked_examples
from apps.rules.engine import Cite
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
            "Scope and exclusions, the open-source exemptions for models and systems, roles, literacy, sensitive data "
            "against bias, and the dates of application with their old and new values."
        ),
    ),
    Area(
        "EU",
        gettext_lazy("AI systems under the AI Act"),
        gettext_lazy(
            "Every ban of Article 5; every product law of Annex I and every use of Annex III with the exception for "
            "minor parts; the duties of providers, importers, distributors, representatives and users of high-risk "
            "systems; transparency; sandboxes and tests; incidents; fines. Each with check items."
        ),
    ),
    Area(
        "EU",
        gettext_lazy("Union law around AI"),
        gettext_lazy(
            "Mining under copyright law, data protection for those who make models, product liability, cyber "
            "resilience, very large platforms. For other acts there are pointers that say what to check."
        ),
    ),
    Area(
        "US",
        gettext_lazy("Federal law and policy of the United States"),
        gettext_lazy(
            "Orders, plans and bills as what they are; contracts with agencies, export controls, intimate pictures, "
            "unfair practices, children's data, credit, consumer reports, homes, work, health care, devices, calls."
        ),
    ),
    Area(
        "US",
        gettext_lazy("States: makers of models"),
        gettext_lazy(
            "The frontier acts of California, New York, Illinois and Connecticut; training data, marks in content, "
            "personal information in models, likeness, Texas's bans; bills that were vetoed or wait."
        ),
    ),
    Area(
        "US",
        gettext_lazy("States: what AI is used for"),
        gettext_lazy(
            "Decisions about people in Colorado, Connecticut, California, Illinois, New Jersey and New York City; "
            "companions and chatbots, therapy, reviews of care, adverts, prices, age signals, biometrics, and "
            "profiling under the privacy acts, state by state. Federal steps against state law are flagged."
        ),
    ),
    Area(
        "INT",
        gettext_lazy("Voluntary and international"),
        gettext_lazy(
            "The Hiroshima Code and its reports, the OECD principles, the Council of Europe convention, the summits, "
            "the ISO/IEC 42001 family, European standards in the making, Content Credentials. Never shown as duties; "
            "a crosswalk says what evidence serves several."
        ),
    ),
    Area(
        "UK",
        gettext_lazy("United Kingdom: data, equality, government"),
        gettext_lazy(
            "UK GDPR as amended in 2025, with automated decisions before and since 5 February 2026, the fee, the "
            "Children's Code, law enforcement; the Equality Act and the public sector's duty; algorithm records and "
            "procurement; the five principles and the bills that are not law."
        ),
    ),
    Area(
        "UK",
        gettext_lazy("United Kingdom: online, crime, sectors"),
        gettext_lazy(
            "Online safety, intimate images and abuse images, consumers, finance, medical devices, vehicles, work, "
            "copyright, investment screening, exports, connected products, network security, adverts, elections. "
            "England and Wales, Great Britain and Northern Ireland apart where the law is."
        ),
    ),
    Area(
        "",
        gettext_lazy("Licences of models"),
        gettext_lazy(
            "105 licences, from Apache 2.0 to hosted-only terms: the verdict under the AI Act with the clause behind "
            "it, commercial use with exact figures, excluded places, what derivatives owe. A licence chosen in a "
            "description fills in what it settles."
        ),
    ),
)
NOT_YET: Final = (
    Area(
        "EU",
        gettext_lazy("Sector and national law"),
        gettext_lazy(
            "Acts of single sectors, data protection for mere users, consumer and equality law are pointers only. "
            "National law of the Member States, their penalties included, is missing."
        ),
    ),
    Area(
        "US",
        gettext_lazy("More of the United States"),
        gettext_lazy(
            "General state law on discrimination, insurance, torts and consumers, city law outside New York, and laws "
            "on rents and on adverts in elections are missing or pointers. Agencies' orders against single firms are "
            "not followed."
        ),
    ),
    Area(
        "UK",
        gettext_lazy("More of the United Kingdom"),
        gettext_lazy(
            "Northern Ireland's equality orders, rules of professions and of single utilities, machinery and workplace "
            "safety, mergers and electronic marketing are pointers or missing. Many pinpoints were not read in the "
            "official text."
        ),
    ),
    Area(
        "INT",
        gettext_lazy("Other countries, and what was last seen of international texts"),
        gettext_lazy(
            "Law and guides of other countries, Korea and China among them, are missing. Several international texts "
            "were last seen between May and September 2026, and the wording of three pledges is from memory: their "
            "rows say so."
        ),
    ),
    Area(
        "",
        gettext_lazy("Licences"),
        gettext_lazy(
            "Licences outside the library: you say what such a licence allows, and Remit judges those answers, not the "
            "text. Some texts in the library were not read by us; their rows say so."
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


@lru_cache(maxsize=8)
def coverage(atlas: Atlas, days: Days) -> Mapping[str, Any]:
    """Everything the page says about the limits of the rulebook."""
    return {
        "covered": COVERED,
        "not_yet": NOT_YET,
        "counts": counts(atlas),
        "unverified": tuple((code, place_name(code), len(found)) for code, found in _weak(atlas).items()),
        "weak": sum(map(len, _weak(atlas).values())),
        "contested": _contested(atlas, days),
        "guidance": _guidance(atlas),
        "examples": len(worked_examples()),
        "fingerprint": atlas.book.fingerprint,
    }


def counts(atlas: Atlas) -> tuple[tuple[str, str, int], ...]:
    """How many pieces there are of each kind: kind, its name, number."""
    return tuple((kind, str(naming.MANY[kind]), len(atlas.pieces[kind])) for kind in KINDS)


def unverified(atlas: Atlas, place: str) -> tuple[Unverified, ...]:
    """The weak sources of a jurisdiction, those seen nowhere first; empty where it has none or is none."""
    weak = sorted(
        _weak(atlas).get(place, ()), key=lambda cite: (cite.grade.value != "M", cite.instrument, cite.pinpoint)
    )
    return tuple(
        Unverified(source(atlas.book, cite), tuple(naming.entry(atlas, node) for node in atlas.sources[cite]))
        for cite in weak
    )


def place_name(code: str) -> str:
    """California for US-CA."""
    return term(JURISDICTIONS, code)


@lru_cache(maxsize=8)
def _weak(atlas: Atlas) -> Mapping[str, Sequence[Cite]]:
    """The sources that nobody could read in their primary or official text, by jurisdiction, most first."""
    found: dict[str, list[Cite]] = {}
    for cite in atlas.sources:
        if not cite.grade.verified:
            found.setdefault(atlas.book.instruments[cite.instrument].jurisdiction, []).append(cite)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def _contested(atlas: Atlas, days: Days) -> tuple[OpenPoint, ...]:
    keys = [key for key, switch in atlas.book.readings.items() if isinstance(switch, Contested)]
    return tuple(
        OpenPoint(dispute(atlas, key, days), entries(atlas, "duties", atlas.resting_on(("readings", key))))
        for key in keys
    )


def _guidance(atlas: Atlas) -> tuple[Entry, ...]:
    keys = [key for key, switch in atlas.book.readings.items() if isinstance(switch, Guidance) and not switch.assumed]
    return entries(atlas, "readings", keys)
