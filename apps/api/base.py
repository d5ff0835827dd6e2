"""What every view of the API shares: strict JSON in, one error format out, entity tags on what can be cached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone
from django.utils.cache import get_conditional_response
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from apps.api.errors import Fault, exception_handler, invalid, profile_faults, scope_fault
from apps.api.parsing import StrictJSONParser
from apps.assessments.scope import Scope, ScopeError, read_scope
from apps.profiles.files import ProfileFileError, profile_from_data
from apps.rules import law
from apps.rules.engine import Profile, Rulebook

API_VERSION = "1.0.0"


class ApiView(APIView):
    """A view of the API."""

    parser_classes = (StrictJSONParser,)

    def get_exception_handler(self) -> Callable[..., Response | None]:
        """One format for every error."""
        return exception_handler

    @property
    def book(self) -> Rulebook:
        """The rulebook that answers."""
        return law.load()


class RulebookView(ApiView):
    """A read-only view whose answer changes only with the rulebook, and carries an entity tag that says so."""

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Add the entity tag, and answer 304 to a client that has the answer already."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code != status.HTTP_200_OK:
            return response
        tag = f'"{self.book.fingerprint[:32]}-{API_VERSION}"'
        response["ETag"], response["Cache-Control"] = tag, "public, no-cache"
        conditional: Response = get_conditional_response(request._request, etag=tag, response=response)  # type: ignore[assignment]
        return conditional


def body_of(request: Request, known: Mapping[str, bool]) -> dict[str, Any]:
    """The body as a table of `known` keys (True: needed). Raises ApiError naming each key that is wrong."""
    data = request.data
    if not isinstance(data, dict):
        raise invalid([Fault("", "The body is not an object.", 'Send an object such as {"profile": {"facts": {}}}.')])
    names = ", ".join(known)
    faults = [
        Fault(key[:60], f"There is no field {key[:60]!r}.", f"Use only: {names}.") for key in data if key not in known
    ]
    faults += [
        Fault(key, f"{key} is missing.", f"Send it; the fields are {names}.")
        for key, needed in known.items()
        if needed and key not in data
    ]
    if faults:
        raise invalid(faults)
    return data


def described(body: Mapping[str, Any], book: Rulebook) -> tuple[Profile, Scope]:
    """The profile and the scope in a body. Raises ApiError with the faults of both."""
    faults: list[Fault] = []
    profile, scope = Profile(), None
    try:
        profile = profile_from_data(body["profile"], book)
    except ProfileFileError as error:
        faults += profile_faults(error, body["profile"])
    try:
        given = {key: body.get(key) for key in ("as_of", "known_on", "jurisdictions")}
        scope = read_scope(book, today=timezone.localdate(), **given)
    except ScopeError as error:
        faults.append(scope_fault(error))
    if faults or scope is None:
        raise invalid(faults)
    return profile, scope
