"""The crosswalk over HTTP."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from apps.api.base import RulebookView
from apps.api.openapi import READ_ERRORS, ref
from apps.api.views import filters_of, listed
from apps.library.crosswalk import documents


class CrosswalkView(RulebookView):
    """One artefact, and everything it is useful evidence for."""

    @extend_schema(
        operation_id="crosswalk",
        summary="Practices and what they are useful evidence for",
        description="Never proof that a rule is met. What binds comes first.",
        tags=["Rulebook"],
        responses={200: ref("CrosswalkList"), **READ_ERRORS},
    )
    def get(self, request: Request) -> Response:
        """List the practices."""
        filters_of(request, ())
        return Response(listed(self, documents(self.book)))
