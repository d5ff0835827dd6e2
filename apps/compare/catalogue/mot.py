"""Rows of the Model Openness Tool as described models: weights, size, and the licence where it is known."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _

from apps.compare.catalogue.describing import Described, Draft
from apps.compare.catalogue.figures import size_word
from apps.compare.catalogue.remarks import Kind, Why
from apps.compare.catalogue.table_file import Line
from apps.compare.catalogue.words import TEXT
from apps.rules.engine import Interval, Origin
from apps.rules.law.licences.recognise import Recognised, recognise

SOURCE: Final = "Model Openness Tool, LF AI & Data (MIT, Copyright 2024 The Model Openness Tool Authors)"
WEIGHTS: Final = "Model parameters (Final)"
_NO_LICENCE: Final = frozenset({"", "released, licence not stated", "unlicensed", "undisclosed"})
_NOT_THERE: Final = "component"  # "Component not included", in several spellings


def describe_mot(lines: Sequence[Line]) -> tuple[Described, ...]:
    """Every row that has a name, as a model. The table has no day and no compute: both stay open."""
    return tuple(_row(line) for line in lines if line.get("name"))


def _row(line: Line) -> Described:
    draft = Draft(line, SOURCE)
    weights = _components(draft).get(WEIGHTS, "").strip()
    if weights and not weights.lower().startswith(_NOT_THERE):
        draft.say("weights_public", True, _("The table lists the final parameters as released."))
    size = size_word(line.get("version"))
    if size:
        draft.say("parameters", Interval(size, size), _("The size in the model's version."))
    if line.get("type") in {"language", "code"} and "decoder" in line.get("architecture"):
        note = _("The table calls it a model for %(type)s with a decoder.") % {"type": line.get("type")}
        draft.say("generates", frozenset({TEXT}), note, Origin.ASSUMED)
    licence = _licence(draft, weights)
    return Described(
        number=line.number,
        name=line.get("name"),
        makers=(line.get("makers"),) if line.get("makers") else (),
        access=licence or line.get("licence") or weights,
        link=line.get("link") if line.get("link").startswith("https://") else "",
        licence=licence,
        answers=draft.answers,
        remarks=tuple(draft.remarks),
    )


def _components(draft: Draft) -> Mapping[str, str]:
    try:
        found = json.loads(draft.line.get("components") or "{}")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        draft.remark(Why.COMPONENTS, _("Its components are no JSON object."))
        return {}
    return {str(name): str(value) for name, value in found.items()}


def _licence(draft: Draft, weights: str) -> str:
    """The licence of the weights, or of the whole where the weights name none; empty where it is not one for sure."""
    named = [text for text in (weights, draft.line.get("licence")) if text.strip().lower() not in _NO_LICENCE]
    named = [text for text in named if not text.lower().startswith(_NOT_THERE)]
    if not named:
        return ""
    found = recognise(named[0])
    if isinstance(found, Recognised):
        return found.licence.id
    text = _("Its licence “%(text)s” is not one licence of the library: the licence stays open.")
    draft.remark(Why.LICENCE, text % {"text": named[0][:80]}, Kind.OPEN)
    return ""
