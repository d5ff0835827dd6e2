"""Model cards, bills of materials and files of ours, read without being kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from apps.api.base import ApiView, body_of
from apps.api.errors import Fault, import_faults, invalid
from apps.api.openapi import BODY_ERRORS, ref
from apps.api.parsing import ImportParser
from apps.assessments.document import small_integers
from apps.profiles.files import ProfileFileError
from apps.profiles.imports.detect import read_import
from apps.profiles.imports.reading import Imported, Line
from apps.profiles.licensing import licence_spelt, own_answers
from apps.rules.engine import Answer, Profile, Rulebook, plain

FIELDS = {"text": True, "name": False, "address": False}
Document = dict[str, Any]


class ImportView(ApiView):
    """Read a text in a format of others, or of ours."""

    parser_classes = (ImportParser,)

    @extend_schema(
        operation_id="import",
        summary="Read a model card or bill of materials",
        description="A Hugging Face model card, a CycloneDX ML-BOM, the AI profile of SPDX 3, a profile or assessment "
        "of ours, or a table of facts; the format is recognised. Nothing is stored, and no link is followed. The "
        "profile in the answer holds what is stated or follows, and can be sent to evaluate as it is.",
        tags=["Assessment"],
        request={"application/json": ref("ImportRequest")},
        responses={200: ref("Import"), **BODY_ERRORS},
    )
    def post(self, request: Request) -> Response:
        """Read the text in the body."""
        body = _texts(body_of(request, FIELDS))
        name, address = body.get("name") or "text", body.get("address", "")
        try:
            found = read_import(body["text"], self.book, name=name, address=address)
        except ProfileFileError as error:
            raise invalid(import_faults(error)) from None
        return Response(import_document(found, self.book))


def _texts(body: Mapping[str, Any]) -> dict[str, str]:
    """The fields, all of them texts."""
    wrong = [name for name, value in body.items() if not isinstance(value, str)]
    if wrong:
        raise invalid(
            [Fault(name, f"{name} is not a text.", "Send the document itself as a string.") for name in wrong]
        )
    return dict(body)


def import_document(found: Imported, book: Rulebook) -> Document:
    """What was read, ready for JSON."""
    return {
        "fingerprint": book.fingerprint,
        "kind": found.kind.value,
        "profile": _profile(found.profile(), book),
        "lines": [_line(line, book) for line in found.lines],
        "licences": [
            {
                "field": licence.key,
                "spelt": licence.spelt,
                "where": licence.where,
                "sure": licence.sure.value,
                "may_be": list(licence.may_be),
                "taken": licence.taken or None,
                "note": licence.note,
            }
            for licence in found.licences
        ],
        "cautions": [{"where": caution.where, "text": caution.text} for caution in found.cautions],
        "unused": [{"where": one.where, "what": one.what, "why": one.why} for one in found.unused],
    }


def _line(line: Line, book: Rulebook) -> Document:
    return {
        "fact": line.fact,
        **_answer(line.fact, line.answer, book),
        "where": line.where,
        "sure": line.sure.value,
        "taken": line.taken,
    }


def _answer(key: str, answer: Answer, book: Rulebook) -> Document:
    value = None if answer.value is None else small_integers(plain(book.facts[key], answer.value))
    return {"value": value, "origin": answer.origin.value, "note": answer.note, "source": answer.source}


def _profile(profile: Profile, book: Rulebook) -> Document:
    """The profile as evaluate takes it; what a licence settles is filled in there."""
    return {
        "title": profile.title,
        "licence": licence_spelt(profile.licence),
        "base_licence": licence_spelt(profile.base_licence),
        "facts": {key: _answer(key, answer, book) for key, answer in own_answers(profile).items()},
        "readings": dict(profile.readings),
    }
