"""The one error format of the API: a code, a message, and every fault with field, line, message and remedy."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response

from apps.assessments.scope import ScopeError
from apps.profiles.files import ProfileFileError

log = logging.getLogger("django.request")
MOST_FAULTS = 100
SEE_DOCS = "See /api/docs/ for what can be sent."


@dataclass(frozen=True)
class Fault:
    """One thing wrong: `field` is a path in the body such as profile.facts.training_compute, or "" for all of it."""

    field: str
    message: str
    remedy: str
    line: int | None = None

    def document(self) -> dict[str, Any]:
        """The fault as the API writes it."""
        line = {} if self.line is None else {"line": self.line}
        return {"field": self.field, **line, "message": self.message, "remedy": self.remedy}


@dataclass
class ApiError(Exception):
    """A request that is refused, with everything that is wrong with it."""

    code: str
    message: str
    faults: tuple[Fault, ...] = ()
    status: int = status.HTTP_400_BAD_REQUEST
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        """The answer to the client."""
        faults = [fault.document() for fault in self.faults]
        body = {"error": {"code": self.code, "message": self.message, "faults": faults}}
        return Response(body, status=self.status, headers=dict(self.headers))


def invalid(faults: Iterable[Fault]) -> ApiError:
    """The error for a body that is JSON but not what was asked for."""
    found = tuple(faults)
    things = "1 fault" if len(found) == 1 else f"{len(found)} faults"
    return ApiError("invalid", f"The request has {things}.", found)


def scope_fault(error: ScopeError) -> Fault:
    """A refused date or jurisdiction as a fault."""
    return Fault(error.field, error.message, error.remedy)


def profile_faults(error: ProfileFileError, data: object) -> list[Fault]:
    """The faults of a refused profile, each with its path in the body `data`."""
    return [Fault(_path(fault.field, data), *_split(fault.message)) for fault in error.faults]


def import_faults(error: ProfileFileError) -> list[Fault]:
    """The faults of a text that is not taken, each with its line; of a great many only the first."""
    return [
        Fault("address" if fault.field == "address" else "text", *_split(fault.message), fault.line)
        for fault in error.faults[:MOST_FAULTS]
    ]


def _path(name: str, data: object) -> str:
    tables = data if isinstance(data, dict) else {}
    for section in ("facts", "readings"):
        if isinstance(tables.get(section), dict) and name in tables[section]:
            return f"profile.{section}.{name}"
    return f"profile.{name}" if name else "profile"


def _split(text: str) -> tuple[str, str]:
    """What is wrong, and the remedy: the sentences after the first."""
    message, *rest = re.split(r"(?<=[.?])\s+(?=[A-Z])", text, maxsplit=1)
    return message, rest[0] if rest else SEE_DOCS


def exception_handler(error: Exception, context: Mapping[str, Any]) -> Response:
    """The answer to any error raised while a request is served; a fault of ours is logged and named as such."""
    if isinstance(error, ApiError):
        return error.response()
    request = context["request"]
    known = _known(error, request.method, request.path)
    if known is None:
        log.error("API error at %s", request.path, exc_info=error)
        known = ApiError(
            "server_error",
            "Something failed on our side; your request may be fine.",
            (Fault("", "The server could not finish the request.", "Try again later, or report it."),),
            status.HTTP_500_INTERNAL_SERVER_ERROR,
        )
    return known.response()


def not_found(path: str) -> ApiError:
    """The error for an address that does not exist."""
    fault = Fault("", f"There is nothing at {path[:200]}.", "The lists under /api/v1/rulebook/ name what exists.")
    return ApiError("not_found", "Not found.", (fault,), status.HTTP_404_NOT_FOUND)


def too_large(limit: int) -> ApiError:
    """The error for a body over `limit` bytes."""
    fault = Fault("", f"The body has more than {limit:,} bytes.", "Send the facts of one model at a time.")
    return ApiError("too_large", "The body is too large.", (fault,), status.HTTP_413_REQUEST_ENTITY_TOO_LARGE)


def _known(error: Exception, method: str, path: str) -> ApiError | None:
    """The error for what Django and the REST framework raise."""
    match error:
        case Http404() | exceptions.NotFound():
            return not_found(path)
        case RequestDataTooBig():
            return too_large(256 * 1024)
        case exceptions.Throttled():
            return _throttled(error)
        case exceptions.MethodNotAllowed():
            fault = Fault("", f"{method} is not possible at {path}.", "Use a method named in the Allow header.")
            return ApiError("method_not_allowed", "Method not allowed.", (fault,), error.status_code)
        case exceptions.UnsupportedMediaType():
            fault = Fault("", "The body is not declared as JSON.", "Send the header Content-Type: application/json.")
            return ApiError("unsupported_media_type", "The body must be JSON.", (fault,), error.status_code)
        case exceptions.NotAcceptable():
            fault = Fault("", "Only JSON can be answered.", "Send the header Accept: application/json, or none.")
            return ApiError("not_acceptable", "The answer is JSON.", (fault,), error.status_code)
        case PermissionDenied() | exceptions.PermissionDenied():
            fault = Fault("", f"{path} may not be used like this.", SEE_DOCS)
            return ApiError("forbidden", "Not allowed.", (fault,), status.HTTP_403_FORBIDDEN)
        case exceptions.APIException() if error.status_code < status.HTTP_500_INTERNAL_SERVER_ERROR:
            fault = Fault("", str(error.detail), SEE_DOCS)
            return ApiError(str(error.default_code), "The request cannot be served.", (fault,), error.status_code)
    return None


def _throttled(error: exceptions.Throttled) -> ApiError:
    wait = math.ceil(getattr(error, "wait", None) or 1)
    fault = Fault("", "Too many requests came from your address.", f"Wait {wait} seconds, then try again.")
    return ApiError(
        "throttled", "Too many requests.", (fault,), status.HTTP_429_TOO_MANY_REQUESTS, {"Retry-After": str(wait)}
    )
