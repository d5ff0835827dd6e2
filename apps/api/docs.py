"""The page that documents the API: how to call it, its errors and limits, and every operation and shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.api.openapi import description
from apps.api.parsing import MOST_BYTES

EXAMPLE = {
    "profile": {
        "title": "Our model",
        "facts": {
            "development": "own",
            "training_compute": {"low": 2.0e24, "high": 4.0e24},
            "weights_public": True,
            "placed_on": "2026-03-02",
        },
    },
    "as_of": "2026-11-23",
    "jurisdictions": ["EU"],
}
BROKEN = {"profile": {"facts": {"weights_publik": True}}}


@dataclass(frozen=True)
class Operation:
    """One thing the API does."""

    id: str
    method: str
    path: str
    summary: str
    text: str
    parameters: list[dict[str, Any]]
    body: str
    answers: list[tuple[str, str]]


@dataclass(frozen=True)
class Field:
    """One field of a shape."""

    name: str
    kind: str
    refs: list[str]
    text: str
    needed: bool


@dataclass(frozen=True)
class Shape:
    """One shape that is sent or answered."""

    name: str
    text: str
    fields: list[Field]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Show the documentation."""
    found = description()
    context = {
        "operations": [_operation(path, m, op) for path, item in found["paths"].items() for m, op in item.items()],
        "shapes": [_shape(name, schema) for name, schema in sorted(found["components"]["schemas"].items())],
        "example": json.dumps(EXAMPLE, indent=2),
        "broken": json.dumps(BROKEN),
        "limit": MOST_BYTES // 1024,
        "rate": _rate("anon"),
        "report_rate": _rate("reports"),
    }
    return render(request, "api/docs.html", context)


def _rate(scope: str) -> str:
    rate: str = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"][scope]
    return rate.replace("/", " per ")


def _operation(path: str, method: str, raw: dict[str, Any]) -> Operation:
    body = raw.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return Operation(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        summary=raw.get("summary", ""),
        text=raw.get("description", ""),
        parameters=raw.get("parameters", []),
        body=_target(body),
        answers=_by_shape(raw["responses"]),
    )


def _by_shape(responses: dict[str, Any]) -> list[tuple[str, str]]:
    """The status codes that share a shape, and the shape: 200 the answer; 400, 404 ... the error."""
    codes: dict[str, list[str]] = {}
    for code, answer in sorted(responses.items()):
        codes.setdefault(_answered(answer), []).append(code)
    return [(", ".join(sharing), shape) for shape, sharing in codes.items()]


def _answered(answer: dict[str, Any]) -> str:
    content = answer.get("content", {}).get("application/json", {})
    return _target(content.get("schema", {}))


def _target(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _shape(name: str, schema: dict[str, Any]) -> Shape:
    needed = schema.get("required", [])
    fields = [_field(key, part, key in needed) for key, part in schema.get("properties", {}).items()]
    return Shape(name, schema.get("description", ""), fields)


def _field(name: str, part: dict[str, Any], needed: bool) -> Field:
    return Field(name, _kind(part), sorted(set(_refs(part))), part.get("description", ""), needed)


def _kind(part: dict[str, Any]) -> str:
    """The type of a field in a few words."""
    if "enum" in part:
        return ", ".join("null" if word is None else str(word) for word in part["enum"])
    if "anyOf" in part:
        return " or ".join(dict.fromkeys(_kind(p) for p in part["anyOf"]))
    if "$ref" in part:
        return _target(part)
    kind = part.get("type", "any")
    word = " or ".join(kind) if isinstance(kind, list) else str(kind)
    if "array" in word:
        return f"{word} of {_kind(part.get('items', {}))}"
    return f"{word} ({part['format']})" if "format" in part else word


def _refs(part: Any) -> list[str]:
    if isinstance(part, list):
        return [found for item in part for found in _refs(item)]
    if not isinstance(part, dict):
        return []
    own = [_target(part)] if "$ref" in part else []
    return own + [found for value in part.values() for found in _refs(value)]
