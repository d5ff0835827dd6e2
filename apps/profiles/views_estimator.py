"""The compute estimator's page: one form by GET, so that every result has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from apps.profiles.estimator import (
    ACCELERATORS,
    YARDSTICKS,
    answers_to_store,
    contradicts_class,
    counting_table,
    one_third,
    readings,
)
from apps.profiles.forms_estimator import HardwareForm, ModificationForm, ParametersForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

    from apps.profiles.forms_estimator import EstimateForm

FORMS: dict[str, type[ParametersForm | HardwareForm | ModificationForm]] = {
    "parameters": ParametersForm,
    "hardware": HardwareForm,
    "modification": ModificationForm,
}
TABS = (
    ("parameters", _("From parameters and tokens")),
    ("hardware", _("From hardware")),
    ("modification", _("From a base model")),
)


@require_safe
def estimator(request: HttpRequest) -> HttpResponse:
    """Show the form of one method and, once figures are given, the estimate."""
    return render(request, "profiles/estimator.html", estimate_context(request.GET))


def estimate_context(query: QueryDict) -> dict[str, Any]:
    """What the estimator's page shows for the figures in an address. An unknown `method` means the first."""
    method = query.get("method", "")
    method = method if method in FORMS else "parameters"
    asked = any(name in query for name in FORMS[method].base_fields)
    form = FORMS[method](query if asked else None)
    context: dict[str, Any] = {
        "method": method,
        "tabs": TABS,
        "form": form,
        "yardsticks": YARDSTICKS,
        "counting": counting_table(),
        "accelerators": ACCELERATORS,
        "as_of": timezone.localdate(),
    }
    if asked and form.is_valid():
        context |= _result(form)
    return context


def _result(form: EstimateForm) -> dict[str, Any]:
    """What a valid form yields, for the template: sums and standings, or the one-third rule; and answers to store."""
    if isinstance(form, ModificationForm) and form.modification:
        original = form.original()
        return {
            "modification": form.modification,
            "base": form.base,
            "base_other": form.base_other,
            "rule": one_third(form.modification.band, original),
            "contradiction": contradicts_class(original),
            "answers": answers_to_store(
                modification=form.modification, base_training=form.base, base_other_counted=form.base_other
            ),
        }
    if isinstance(form, ParametersForm | HardwareForm) and form.training:
        return {
            "training": form.training,
            "other": form.other,
            "readings": readings(form.training, form.other),
            "answers": answers_to_store(training=form.training, other_counted=form.other),
        }
    return {}
