"""The crosswalk as people and programs read it: practices by framework, and what an obligation's evidence also serves.

One artefact can be useful evidence for many rules; it never proves that one of them is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.library.naming import address
from apps.rules.engine import Obligation, Rulebook
from apps.rules.law.crosswalk import FRAMEWORKS, INSTRUMENTS, PRACTICES, Practice, binds, practices_for, served

COUNTRIES: Final = ("EU", "US", "UK")
RELATION: Final = "useful evidence for"


@dataclass(frozen=True, kw_only=True)
class Target:
    """A row of the rulebook that an artefact is evidence for."""

    id: str
    title: str
    url: str
    jurisdiction: str
    binding: bool


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A place in a framework, with the page of the instrument it stands in."""

    framework: str
    pinpoints: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A practice as a row of the table: targets by country, then places in frameworks."""

    practice: Practice
    countries: tuple[tuple[Target, ...], ...]
    references: tuple[Reference | None, ...]


@dataclass(frozen=True, kw_only=True)
class AlsoServes:
    """A practice that an obligation's evidence belongs to, and what else it serves."""

    practice: Practice
    targets: tuple[Target, ...]
    references: tuple[Reference, ...]


def _target(book: Rulebook, duty: Obligation) -> Target:
    return Target(
        id=duty.id,
        title=duty.title,
        url=address(("duties", duty.id)),
        jurisdiction=book.instruments[duty.instrument].jurisdiction,
        binding=binds(book, duty),
    )


def _targets(book: Rulebook, practice: Practice) -> tuple[Target, ...]:
    return tuple(_target(book, duty) for duty in served(book, practice))


def _reference(practice: Practice, key: str) -> Reference | None:
    pinpoints = practice.references.get(key)
    if pinpoints is None:
        return None
    return Reference(framework=FRAMEWORKS[key], pinpoints=pinpoints, url=address(("instruments", INSTRUMENTS[key])))


def table(book: Rulebook) -> tuple[Line, ...]:
    """Every practice; in each cell what binds comes first."""
    found = []
    for practice in PRACTICES:
        targets = _targets(book, practice)
        countries = tuple(tuple(t for t in targets if t.jurisdiction.split("-")[0] == code) for code in COUNTRIES)
        references = tuple(_reference(practice, key) for key in FRAMEWORKS)
        found.append(Line(practice=practice, countries=countries, references=references))
    return tuple(found)


def also_serves(book: Rulebook, key: str) -> tuple[AlsoServes, ...]:
    """What the evidence of an obligation also serves, by practice; binding rows first."""
    return tuple(
        AlsoServes(
            practice=practice,
            targets=tuple(target for target in _targets(book, practice) if target.id != key),
            references=tuple(r for name in FRAMEWORKS if (r := _reference(practice, name))),
        )
        for practice in practices_for(key)
    )


def documents(book: Rulebook) -> list[dict[str, Any]]:
    """The crosswalk as plain data."""
    return [_document(book, practice) for practice in PRACTICES]


def _document(book: Rulebook, practice: Practice) -> dict[str, Any]:
    return {
        "id": practice.id,
        "title": practice.title,
        "artefact": practice.artefact,
        "relation": RELATION,
        "serves": [
            {"obligation": t.id, "title": t.title, "jurisdiction": t.jurisdiction, "binding": t.binding}
            for t in _targets(book, practice)
        ],
        "references": [
            {"framework": key, "title": FRAMEWORKS[key], "instrument": INSTRUMENTS[key], "pinpoints": pinpoints}
            for key, pinpoints in practice.references.items()
        ],
        "note": practice.note,
    }


@dataclass(frozen=True)
class Wording:
    """What may be said in public in a situation, and what may not."""

    situation: str | Promise
    say: str | Promise
    not_say: str | Promise


WORDINGS: Final[Iterable[Wording]] = (
    Wording(
        _("Signed nothing, follows the practice"),
        _("“informed by”, “mapped to”"),
        _("“compliant with”, “signatory of”"),
    ),
    Wording(
        _("Hiroshima report filed within twelve months"),
        _("“has published a Hiroshima reporting framework report (date)”"),
        _("“OECD approved”, “G7 certified”"),
    ),
    Wording(
        _("ISO/IEC 42001 certificate"),
        _("“management system certified to ISO/IEC 42001:2023 by (body), scope (text)”"),
        _("“AI Act compliant”, “model certified”"),
    ),
    Wording(_("Signatory of the Code of Practice"), _("“signatory of the (chapter) chapter”"), _("“presumed conform”")),
    Wording(
        _("Signatory of the Seoul or New Delhi commitments"),
        _("“signatory since (date)”"),
        _("“meets the Seoul standard”"),
    ),
    Wording(
        _("Not a signatory"),
        _("nothing that suggests it"),
        _("any claim to have signed: a misleading claim under consumer law"),
    ),
)
