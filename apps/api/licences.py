"""The library of licences."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from apps.api.base import RulebookView
from apps.api.errors import ApiError, Fault, invalid
from apps.api.openapi import ITEM_ERRORS, READ_ERRORS, ref
from apps.api.views import filters_of, listed
from apps.library.licence_data import FILTERS, licence_document, licence_summary
from apps.profiles.licensing import licence_meant
from apps.rules.law.licences import LICENCES


class LicencesView(RulebookView):
    """Every licence of the library."""

    @extend_schema(
        operation_id="licences",
        summary="Licences of models",
        tags=["Rulebook"],
        parameters=[OpenApiParameter(name, str, description=f"Keep those with this {name}.") for name in FILTERS],
        responses={200: ref("LicenceList"), **READ_ERRORS},
    )
    def get(self, request: Request) -> Response:
        """List the licences, by family."""
        wanted = filters_of(request, FILTERS)
        every = [licence_summary(licence) for licence in LICENCES.values()]
        faults = []
        for name, value in wanted.items():
            values = sorted({one[name] for one in every})
            if value not in values:
                faults.append(
                    Fault(name, f"No licence has {name} {value[:60]!r}.", f"Use one of: {', '.join(values)}.")
                )
        if faults:
            raise invalid(faults)
        return Response(listed(self, [one for one in every if wanted.items() <= one.items()]))


class LicenceView(RulebookView):
    """One licence, by id or in any common spelling."""

    @extend_schema(
        operation_id="licence",
        summary="One licence in full",
        description="By id or in any common spelling. A name that several licences share is answered with 404 and "
        "the choices.",
        tags=["Rulebook"],
        responses={200: ref("Licence"), **ITEM_ERRORS},
    )
    def get(self, request: Request, spelling: str) -> Response:
        """Show the licence."""
        filters_of(request, ())
        try:
            licence = LICENCES.get(spelling) or licence_meant(spelling)
        except ValueError as error:
            fault = Fault("", str(error), "The list under /api/v1/licences/ names what exists.")
            raise ApiError("not_found", "Not found.", (fault,), status.HTTP_404_NOT_FOUND) from None
        return Response(licence_document(licence, self.book.facts))
