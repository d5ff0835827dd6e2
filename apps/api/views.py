"""Evaluate a profile, read the rulebook, list the examples."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from apps.api.base import ApiView, RulebookView, body_of, described
from apps.api.errors import Fault, invalid, not_found, scope_fault
from apps.api.examples import example_documents
from apps.api.openapi import BODY_ERRORS, FILTERS, READ_ERRORS, ItemSchema, description, ref
from apps.assessments.document import assessment_document, assessment_schema
from apps.assessments.scope import MOST_QUESTIONS, Scope, ScopeError, assess
from apps.library.items import KINDS, Items
from apps.library.openness import instruments
from apps.rules.engine import Instrument, Openness

FIELDS = {"profile": True, "as_of": False, "known_on": False, "jurisdictions": False, "questions": False}


class EvaluateView(ApiView):
    """Decide a profile."""

    @extend_schema(
        operation_id="evaluate",
        summary="Decide a profile",
        description="Nothing is stored. The answer is the document that manage.py assess --format json prints.",
        tags=["Assessment"],
        request={"application/json": ref("EvaluateRequest")},
        responses={200: ref("Assessment"), **BODY_ERRORS},
    )
    def post(self, request: Request) -> Response:
        """Decide the profile in the body."""
        body = body_of(request, FIELDS)
        questions = _questions(body.get("questions", 5))
        profile, scope = described(body, self.book)
        try:
            assessment, ranked = assess(self.book, profile, scope, questions=questions)
        except ScopeError as error:
            raise invalid([scope_fault(error)]) from None
        return Response(assessment_document(assessment, ranked, jurisdictions=scope.jurisdictions))


def _questions(raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= MOST_QUESTIONS:
        return raw
    raise invalid([Fault("questions", "questions is not a number of questions.", f"Write 0 to {MOST_QUESTIONS}.")])


class OverviewView(RulebookView):
    """The rulebook in numbers."""

    @extend_schema(
        operation_id="rulebook",
        summary="Fingerprint and counts",
        tags=["Rulebook"],
        responses={200: ref("Rulebook"), **READ_ERRORS},
    )
    def get(self, request: Request) -> Response:
        """Say which rulebook answers, and how much is in it."""
        filters_of(request, ())
        items = Items(self.book)
        counts = {kind: len(items.ids(kind)) for kind in KINDS}
        links = {kind: reverse(f"api:{kind}") for kind in KINDS}
        return Response({"fingerprint": self.book.fingerprint, "counts": counts, "links": links})


class ItemListView(RulebookView):
    """The items of one kind, filtered by what their summaries show."""

    schema = ItemSchema()
    kind = "obligations"
    verb = "list"

    def get(self, request: Request) -> Response:
        """List the items."""
        wanted = filters_of(request, FILTERS[self.kind])
        items = Items(self.book)
        every = [items.summary(self.kind, item_id) for item_id in items.ids(self.kind)]
        return Response(listed(self, [s for s in every if wanted.items() <= s.items()]))


class ItemView(RulebookView):
    """One item in full."""

    schema = ItemSchema()
    kind = "obligations"
    verb = "get"

    def get(self, request: Request, item_id: str) -> Response:
        """Show the item."""
        filters_of(request, ())
        items = Items(self.book)
        if item_id not in items.ids(self.kind):
            raise not_found(request.path)
        return Response(items.document(self.kind, item_id))


class OpennessView(RulebookView):
    """What releasing weights or source openly changes, instrument by instrument."""

    @extend_schema(
        operation_id="openness",
        summary="What openness changes",
        tags=["Rulebook"],
        parameters=[
            OpenApiParameter("jurisdiction", str, description="Keep one: EU, or US with its states, or US-CA alone.")
        ],
        responses={200: ref("OpennessList"), **READ_ERRORS},
    )
    def get(self, request: Request) -> Response:
        """One entry for each instrument that was asked; law in force first."""
        wanted = filters_of(request, ("jurisdiction",)).get("jurisdiction")
        every = {i.jurisdiction for i in self.book.instruments.values()}
        codes = every if wanted is None else Scope.within(self.book, wanted)
        if not codes:
            remedy = f"Use one of: {', '.join(sorted(every))}."
            raise invalid([Fault("jurisdiction", f"There is no jurisdiction {wanted!r}.", remedy)])
        return Response(listed(self, [_openness(*pair) for pair in instruments(self.book, codes)]))


def _openness(instrument: Instrument, openness: Openness) -> dict[str, str]:
    today = timezone.localdate()
    return {
        "instrument": instrument.id,
        "title": instrument.title,
        "short": instrument.short,
        "jurisdiction": instrument.jurisdiction,
        "force": instrument.force.value,
        "state": instrument.state(today, today).value,
        "relief": openness.relief.value,
        "effect": openness.effect,
    }


class ExamplesView(ApiView):
    """Real models, typical systems and worked legal examples, each with a profile to send to evaluate as it is."""

    @extend_schema(
        operation_id="examples",
        summary="Example profiles",
        tags=["Rulebook"],
        responses={200: ref("ExampleList"), **READ_ERRORS},
    )
    def get(self, request: Request) -> Response:
        """Each profile can be sent to evaluate as it is."""
        filters_of(request, ())
        return Response(listed(self, example_documents(self.book)))


def listed(view: ApiView, found: list[dict[str, Any]]) -> dict[str, Any]:
    """A list as the API answers it."""
    return {"fingerprint": view.book.fingerprint, "count": len(found), "results": found}


def filters_of(request: Request, known: tuple[str, ...]) -> dict[str, str]:
    """The filters in the address. A misspelt one is refused: it would silently return everything."""
    wrong = [name for name in request.query_params if name not in known]
    if wrong:
        remedy = f"Use {', '.join(known)}." if known else "Leave the address without a query."
        raise invalid([Fault(name[:60], f"There is no filter {name[:60]!r}.", remedy) for name in wrong])
    return {name: request.query_params[name] for name in request.query_params}


class AssessmentSchemaView(RulebookView):
    """The published JSON Schema of an assessment."""

    schema = None

    def get(self, request: Request) -> Response:
        """Show the schema."""
        return Response(assessment_schema())


class OpenApiView(RulebookView):
    """The OpenAPI description."""

    schema = None

    def get(self, request: Request) -> Response:
        """Show the description."""
        return Response(description())


class NowhereView(ApiView):
    """Every other address: with or without its last slash it may exist, otherwise it does not."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse before the method is looked at."""
        super().initial(request, *args, **kwargs)
        raise not_found(request.path)


def elsewhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Send on to the address with (or without) its last slash, keeping the method; otherwise answer that it is not."""
    other = request.path[:-1] if request.path.endswith("/") else f"{request.path}/"
    try:
        found = resolve(other).func is not elsewhere
    except Resolver404:
        found = False
    if not found:
        answer: HttpResponse = NowhereView.as_view()(request)
        return answer
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{other}?{query}" if query else other)
    response.status_code = 308
    return response
