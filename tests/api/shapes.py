"""The shapes that the description of the API names, and what a value has against one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsonschema_rs import Draft202012Validator

from apps.api.openapi import description


def faults(value: Any, schema: Mapping[str, Any]) -> list[str]:
    """What a value has against a JSON Schema, formats included; nothing if it keeps to it."""
    found = Draft202012Validator(schema, validate_formats=True).iter_errors(value)
    return [f"{'.'.join(map(str, error.instance_path))}: {error.message}" for error in found]


def faults_of_component(value: Any, name: str) -> list[str]:
    """What a value has against one of the named shapes."""
    return faults(value, {"components": description()["components"], "$ref": f"#/components/schemas/{name}"})


def faults_of_answer(answer: Any, path: str, method: str = "get") -> list[str]:
    """What an answer has against the shape that the description names for its status."""
    operation = description()["paths"][path][method]
    schema = operation["responses"][str(answer.status_code)]["content"]["application/json"]["schema"]
    return faults(answer.json(), {"components": description()["components"], **schema})
