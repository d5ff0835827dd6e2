"""Report jobs: ask for a PDF, then ask how far it is."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle

from apps.api.base import ApiView, body_of, described
from apps.api.errors import Fault, invalid, not_found, scope_fault
from apps.api.openapi import BODY_ERRORS, ITEM_ERRORS, ref
from apps.assessments.scope import ScopeError
from apps.reports.models import Paper, ReportJob
from apps.reports.selectors import progress, report_get
from apps.reports.services import ReportError, report_request

FIELDS = {"profile": True, "as_of": False, "known_on": False, "jurisdictions": False, "paper": False}
# What a reader of the page is told apart, a program is not: a job that waits for a worker is queued.
STATES = {
    "waiting": "queued",
    "forgotten": "queued",
    "running": "running",
    "ready": "done",
    "failed": "failed",
    "lost": "failed",
    "expired": "expired",
}


class ReportThrottle(AnonRateThrottle):
    """The rate at which one address may ask for reports."""

    scope = "reports"


class ReportsView(ApiView):
    """Ask for a report."""

    throttle_classes = (AnonRateThrottle, ReportThrottle)

    @extend_schema(
        operation_id="request_report",
        summary="Ask for a PDF report",
        description="The same request again gives the same job, as long as its file is kept.",
        tags=["Reports"],
        request={"application/json": ref("ReportRequest")},
        responses={202: ref("ReportJob"), **BODY_ERRORS},
    )
    def post(self, request: Request) -> Response:
        """Queue the report and say where it will be."""
        body = body_of(request, FIELDS)
        profile, scope = described(body, self.book)
        paper = body.get("paper", Paper.A4)
        if not isinstance(paper, str):
            raise invalid([Fault("paper", "paper is not a text.", f"Write {' or '.join(Paper.values)}.")])
        site = request.build_absolute_uri("/").rstrip("/")
        try:
            job = report_request(profile=profile, scope=scope, paper=paper, site=site)
        except ReportError as error:
            raise invalid([Fault(error.field, str(error), f"Write {' or '.join(Paper.values)}.")]) from None
        except ScopeError as error:
            raise invalid([scope_fault(error)]) from None
        document = job_document(request, job)
        return Response(document, status=status.HTTP_202_ACCEPTED, headers={"Location": document["url"]})


class ReportView(ApiView):
    """How far a report is."""

    @extend_schema(
        operation_id="report",
        summary="How far a report is",
        tags=["Reports"],
        responses={200: ref("ReportJob"), **ITEM_ERRORS},
    )
    def get(self, request: Request, key: str) -> Response:
        """Once it is done, download says where the PDF is."""
        try:
            job = report_get(key)
        except ReportJob.DoesNotExist:
            raise not_found(request.path) from None
        return Response(job_document(request, job), headers={"Cache-Control": "no-store"})


def job_document(request: Request, job: ReportJob) -> dict[str, Any]:
    """A report job as the API answers it, with full addresses."""
    found = progress(job)
    message = found.title if found.kind == "ready" else " ".join(filter(None, (f"{found.title}.", found.text)))
    return {
        "key": job.key,
        "state": STATES[found.kind],
        "progress": found.percent,
        "message": message,
        "url": request.build_absolute_uri(reverse("api:report", args=[job.key])),
        "download": request.build_absolute_uri(job.download_url) if job.ready else None,
    }
