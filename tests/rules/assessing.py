"""One assessment for the many tests that look at several duties of the same facts on the same days."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from apps.rules.engine import Answer, Assessment, Profile, evaluate, parse_value
from apps.rules.law import load

MOST_KEPT = 64  # each keeps the program of its days alive


def assessed(
    facts: Mapping[str, Any], as_of: date, known_on: date | None = None, readings: Mapping[str, str] | None = None
) -> Assessment:
    """The assessment of these facts, made once; the keys of readings may be written with underscores."""
    return _assessed(json.dumps(facts, default=date.isoformat), as_of, known_on, json.dumps(readings or {}))


@lru_cache(maxsize=MOST_KEPT)
def _assessed(facts: str, as_of: date, known_on: date | None, readings: str) -> Assessment:
    book = load()
    answers = {key: Answer(value=parse_value(book.facts[key], value)) for key, value in json.loads(facts).items()}
    chosen = {key.replace("_", "-"): side for key, side in json.loads(readings).items()}
    return evaluate(book, Profile(answers=answers, readings=chosen), as_of=as_of, known_on=known_on)
