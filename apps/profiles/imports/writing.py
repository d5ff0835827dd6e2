"""The other way: a profile as a table, or as a CycloneDX ML-BOM whose properties carry every answer back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from apps.profiles.files import LICENCE_KEYS
from apps.profiles.imports.meanings import PREFIX
from apps.profiles.imports.own import COLUMNS, FORMULA
from apps.profiles.licensing import licence_spelt, own_answers
from apps.rules.engine import plain
from apps.rules.law.facts.model import generates
from apps.rules.law.licences import LICENCES

if TYPE_CHECKING:
    from apps.rules.engine import Fact, Profile, Rulebook
    from apps.rules.engine.profile import Value

VERSION: Final = "1.6"
UNNAMED: Final = "model"
# What comes out, as formats of data.
_FORMATS: Final = {
    "text": "text",
    "speech": "speech",
    "music_or_sound": "audio",
    "images_from_text": "image",
    "images_otherwise": "image",
    "video_from_text": "video",
    "video_otherwise": "video",
}


def value_cell(fact: Fact, value: Value | None) -> str:
    """The answer as one cell: what meanings.value_written reads back to the same."""
    if value is None:
        return "?"
    written = plain(fact, value)
    if isinstance(written, list):
        return "; ".join(written) or "none"
    if isinstance(written, dict):
        return f"{written['low']}..{written['high']}"
    return ("yes" if written else "no") if isinstance(written, bool) else str(written)


def csv_text(profile: Profile, book: Rulebook) -> str:
    """The profile as a table that is read back to the same answers, with notes, sources and origins."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    tops = {"title": profile.title} | {key: licence_spelt(getattr(profile, key)) for key in LICENCE_KEYS}
    rows.writerows([key, _harmless(text), "", "", ""] for key, text in tops.items() if text)
    for key, answer in own_answers(profile).items():
        cell = value_cell(book.facts[key], answer.value)
        rows.writerow([key, *map(_harmless, (cell, answer.note, answer.source, answer.origin.value))])
    return out.getvalue()


def _harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def cyclonedx_document(profile: Profile, book: Rulebook) -> dict[str, Any]:
    """The profile as an ML-BOM of version 1.6. Answers stand in properties; notes and sources do not travel."""
    component: dict[str, Any] = {"type": "machine-learning-model", "name": profile.title or UNNAMED}
    if profile.licence in LICENCES:
        component["licenses"] = [{"license": _licence(profile.licence)}]
    if profile.base_licence in LICENCES:
        original = {"type": "machine-learning-model", "name": "original"}
        component["pedigree"] = {"ancestors": [{**original, "licenses": [{"license": _licence(profile.base_licence)}]}]}
    answers = own_answers(profile)
    component["properties"] = [
        {"name": f"{PREFIX}{key}", "value": value_cell(book.facts[key], answer.value)}
        for key, answer in answers.items()
    ]
    out = profile.values.get(generates.key)
    if isinstance(out, frozenset) and (formats := sorted({_FORMATS[one] for one in out if one in _FORMATS})):
        component["modelCard"] = {"modelParameters": {"outputs": [{"format": one} for one in formats]}}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "version": 1,
        "metadata": {"component": component},
    }


def _licence(licence_id: str) -> dict[str, str]:
    """By SPDX identifier where there is one, else by a spelling that means no other."""
    spdx = LICENCES[licence_id].spdx
    return {"id": spdx} if spdx else {"name": licence_spelt(licence_id)}
