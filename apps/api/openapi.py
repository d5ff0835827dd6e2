"""The OpenAPI description: operations from the views, shapes from the published JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from drf_spectacular.utils import OpenApiParameter

from apps.api.base import API_VERSION
from apps.assessments.document import assessment_schema

Schema = dict[str, Any]
SHAPES_FILE = Path(__file__).parent / "schemas" / "shapes.json"
SINGULAR = {
    "instruments": "Instrument",
    "obligations": "Obligation",
    "definitions": "Definition",
    "carve-outs": "CarveOut",
    "facts": "Fact",
}
FILTERS: dict[str, tuple[str, ...]] = {
    "instruments": ("jurisdiction", "force"),
    "obligations": ("jurisdiction", "instrument", "topic"),
    "definitions": (),
    "carve-outs": (),
    "facts": ("section", "kind"),
}


def ref(name: str) -> Schema:
    """A reference to a shape of the description."""
    return {"$ref": f"#/components/schemas/{name}"}


BODY_ERRORS = {code: ref("Error") for code in (400, 406, 413, 415, 429, 500)}
READ_ERRORS = {code: ref("Error") for code in (400, 406, 429, 500)}
ITEM_ERRORS = {**READ_ERRORS, 404: ref("Error")}


class ItemSchema(AutoSchema):
    """Describes the one list view and the one item view for each kind of item they serve."""

    @property
    def of(self) -> tuple[str, str]:
        """What the view does (list or get), and with which kind."""
        view: Any = self.view
        return view.verb, view.kind

    def get_operation_id(self) -> str:
        """list_carve_outs, get_carve_outs."""
        return "_".join(self.of).replace("-", "_")

    def get_summary(self) -> str:
        """What the operation does, in a few words."""
        verb, kind = self.of
        return f"List {kind}" if verb == "list" else f"One of the {kind} in full"

    def get_tags(self) -> list[str]:
        """One group for the whole rulebook."""
        return ["Rulebook"]

    def get_override_parameters(self) -> list[Any]:
        """The filters of a list."""
        verb, kind = self.of
        names = FILTERS[kind] if verb == "list" else ()
        return [OpenApiParameter(name, str, description=f"Keep those with this {name}.") for name in names]

    def get_response_serializers(self) -> Any:
        """The shape of the answer, and of the errors."""
        verb, kind = self.of
        name = SINGULAR[kind]
        if verb == "list":
            return {200: ref(f"{name}List"), **READ_ERRORS}
        return {200: ref(name), **ITEM_ERRORS}


@cache
def description() -> Schema:
    """The OpenAPI 3.1 description of the API."""
    settings = {
        "OAS_VERSION": "3.1.0",
        "VERSION": API_VERSION,
        "SCHEMA_PATH_PREFIX": "/api/v1",
        "POSTPROCESSING_HOOKS": [],
        "SERVERS": [{"url": "/"}],
    }
    with patched_settings(settings):
        generator: Any = SchemaGenerator
        made: Schema = generator(api_version="v1").get_schema(request=None, public=True)
    made["paths"] = {path: item for path, item in made["paths"].items() if path.startswith("/api/v1/")}
    made.setdefault("components", {})["schemas"] = shapes()
    return json.loads(json.dumps(made))  # type: ignore[no-any-return]


def shapes() -> Schema:
    """Every shape by name: the parts of the assessment's schema, and those of the rulebook and the errors."""
    assessment = assessment_schema()
    whole = {key: part for key, part in assessment.items() if key not in {"$schema", "$defs"}}
    parts = {"assessment": whole, **assessment["$defs"]}
    named = {_name(key): _moved(part, lambda at: _name(at.removeprefix("#/$defs/"))) for key, part in parts.items()}
    own = json.loads(SHAPES_FILE.read_text(encoding="utf-8"))
    return {**named, **_moved(own, lambda at: at.removeprefix("#/"))}


def _name(key: str) -> str:
    """The name of a part of the assessment; those also found in the rulebook get a prefix."""
    name = "".join(word.capitalize() for word in key.split("_"))
    return name if name in {"Assessment", "Cite"} else f"Assessed{name}"


def _moved(part: Any, rename: Callable[[str], str]) -> Any:
    """The part with its references pointing at the description's shapes."""
    if isinstance(part, list):
        return [_moved(item, rename) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: f"#/components/schemas/{rename(value)}" if key == "$ref" else _moved(value, rename)
        for key, value in part.items()
    }
