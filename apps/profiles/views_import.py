"""Pages of an import: paste a text or choose a file, see what was read and from where, pick, and only then keep it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from apps.profiles import selectors, services
from apps.profiles.addresses import Place
from apps.profiles.cards import answer_words
from apps.profiles.contradictions import clashes_in
from apps.profiles.files import ProfileFileError
from apps.profiles.forms import ImportForm
from apps.profiles.imports.detect import read_import
from apps.profiles.imports.keeping import (
    OfferError,
    Picked,
    answers_picked,
    licences_picked,
    profile_picked,
    seal,
    unseal,
)
from apps.profiles.imports.reading import Imported, Licence, Line
from apps.profiles.imports.words import KINDS, SURE
from apps.profiles.imports.writing import csv_text, cyclonedx_document
from apps.profiles.licensing import with_licence
from apps.profiles.models import Profile
from apps.profiles.services import AnswerError
from apps.profiles.standing import standing
from apps.profiles.views import remember
from apps.profiles.views_licence import LABELS
from apps.rules.law.licences import LICENCES

if TYPE_CHECKING:
    from apps.rules.engine import Answer
    from apps.rules.engine import Profile as Described

UNPROCESSABLE: Final = 422
MOST_ASKED: Final = 8
MOST_SHOWN_AGAIN: Final = 64 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def import_new(request: HttpRequest) -> HttpResponse:
    """Start a profile from a text or file: the first POST shows what was read, the second keeps what was picked."""
    return _import(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def import_into(request: HttpRequest, key: str) -> HttpResponse:
    """The same for a profile that exists: old and new stand side by side, and what the user answered stays."""
    profile = get_object_or_404(Profile, key=key)
    remember(request, profile)
    return _import(request, profile)


@require_safe
def export_table(request: HttpRequest, key: str) -> HttpResponse:
    """The profile as a table, one fact a row."""
    profile = selectors.described(get_object_or_404(Profile, key=key), selectors.rulebook()).profile
    return _file(csv_text(profile, selectors.rulebook()), profile.title, "csv", "text/csv")


@require_safe
def export_bom(request: HttpRequest, key: str) -> HttpResponse:
    """The profile as a CycloneDX ML-BOM."""
    profile = selectors.described(get_object_or_404(Profile, key=key), selectors.rulebook()).profile
    text = json.dumps(cyclonedx_document(profile, selectors.rulebook()), ensure_ascii=False, indent=2) + "\n"
    return _file(text, profile.title, "cdx.json", "application/vnd.cyclonedx+json")


def _file(text: str, title: str, ending: str, kind: str) -> HttpResponse:
    name = f"{slugify(title) or 'profile'}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type=f"{kind}; charset=utf-8", headers=headers)


def _import(request: HttpRequest, profile: Profile | None) -> HttpResponse:
    if request.method != "POST":
        return _form(request, profile, ImportForm())
    if "offer" in request.POST:
        return _keep(request, profile)
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, profile, form, status=UNPROCESSABLE)
    content, name = form.content()
    try:
        found = read_import(content, selectors.rulebook(), name=name, address=form.cleaned_data["address"])
    except ProfileFileError as error:
        return _form(request, profile, form, faults=error.faults, status=UNPROCESSABLE)
    return render(request, "profiles/import_read.html", _Preview(found, name, profile).context())


def _form(
    request: HttpRequest, profile: Profile | None, form: ImportForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    if len(form.data.get("text", "")) > MOST_SHOWN_AGAIN:
        form.data = {**form.data.dict(), "text": ""} if isinstance(form.data, QueryDict) else {}
    shown = {"profile": profile, "form": form, "as_of": timezone.localdate(), "back_url": _back(profile)}
    return render(request, "profiles/import.html", shown | context, status=status)


def _back(profile: Profile | None) -> str:
    return Place(key=profile.key).url if profile else reverse("profiles:describe")


def _keep(request: HttpRequest, profile: Profile | None) -> HttpResponse:
    """Store what was picked from the offer, or say why it cannot be."""
    picked = Picked(
        facts=frozenset(request.POST.getlist("take")),
        licences={key: request.POST.get(key, "") for key in LABELS},
        title=request.POST.get("title", ""),
    )
    try:
        offer = unseal(request.POST["offer"], selectors.rulebook())
        answers = answers_picked(offer, picked)
        if profile is None:
            kept = services.profile_start(described=profile_picked(offer, picked))
        else:
            licences = licences_picked(offer, picked, standing=profile.licence)
            kept = services.profile_take(profile=profile, answers=answers, licences=licences)
    except (OfferError, AnswerError) as error:
        return _form(request, profile, ImportForm(), refused=str(error), status=UNPROCESSABLE)
    remember(request, kept)
    count = len(answers)
    text = ngettext("%(n)d answer was taken over.", "%(n)d answers were taken over.", count) % {"n": count}
    messages.success(request, text)
    if picked.licences.get("base_licence") and not kept.licence:
        lost = _(
            "The licence of the original was left out, since none is chosen for the model. Choose both under “Licence”."
        )
        messages.warning(request, lost)
    return redirect(Place(key=kept.key).url)


class _Preview:
    """What was read as the page shows it, beside what a profile says already."""

    def __init__(self, found: Imported, name: str, stored: Profile | None) -> None:
        self.found, self.name, self.stored = found, name, stored
        self.book = selectors.rulebook()
        self.own = selectors.described(stored, self.book).profile if stored else None
        self.old = {key: answer for key, answer in self.own.answers.items() if key in self._stored} if self.own else {}

    @property
    def _stored(self) -> dict[str, Any]:
        return self.stored.answers if self.stored else {}

    def context(self) -> dict[str, Any]:
        """Everything the page shows."""
        rows = [self._row(line) for line in self.found.lines]
        after = self._after()
        to_ask = standing(self.book, after, as_of=timezone.localdate()).to_ask
        return {
            "profile": self.stored,
            "as_of": timezone.localdate(),
            "kind": KINDS[self.found.kind],
            "name": self.name,
            "title": self.found.title,
            "offer": seal(self.found, self.book),
            "taken": [row for row in rows if row["group"] == "taken"],
            "possible": [row for row in rows if row["group"] == "possible"],
            "otherwise": [row for row in rows if row["group"] == "otherwise"],
            "same": [row for row in rows if row["group"] == "same"],
            "licences": [self._licence(licence) for licence in self.found.licences],
            "cautions": self.found.cautions,
            "clashes": [str(clash.text) for clash in clashes_in(after)],
            "unused": self.found.unused,
            "to_ask": [question.fact.label for question in to_ask[:MOST_ASKED]],
            "ask_more": max(0, len(to_ask) - MOST_ASKED),
            "action": reverse("profiles:import_into", args=[self.stored.key]) if self.stored else "",
            "back_url": _back(self.stored),
        }

    def _row(self, line: Line) -> dict[str, Any]:
        fact, old = self.book.facts[line.fact], self.old.get(line.fact)
        group = self._group(line, old)
        return {
            "key": line.fact,
            "label": fact.label[:1].upper() + fact.label[1:],
            "words": answer_words(fact, line.value),
            "where": line.where,
            "sure": SURE[line.sure] if group != "possible" else "",
            "note": line.note,
            "group": group,
            "old": answer_words(fact, old.value) if old else "",
            "ticked": group == "taken",
        }

    @staticmethod
    def _group(line: Line, old: Answer | None) -> str:
        """Where a line is shown: what the user knows already is never overwritten unasked."""
        if old is not None and old.value == line.value:
            return "same"
        if old is not None and old.value is not None:
            return "otherwise"
        return "taken" if line.taken else "possible"

    def _licence(self, licence: Licence) -> dict[str, Any]:
        current = getattr(self.stored, licence.key, "") if self.stored else ""
        taken = "" if current else licence.taken
        return {
            "key": licence.key,
            "label": LABELS[licence.key],
            "spelt": licence.spelt,
            "where": licence.where,
            "sure": SURE[licence.sure],
            "note": licence.note,
            "current": LICENCES.get(current),
            "same": licence.may_be == (current,),
            "options": [{"licence": LICENCES[one], "chosen": one == taken} for one in licence.may_be],
            "open": not taken,
        }

    def _after(self) -> Described:
        """The profile as it would be with what is ticked from the start."""
        new = self.found.profile()
        if self.own is None or self.stored is None:
            return new
        kept = {key: answer for key, answer in self.old.items() if answer.value is not None}
        licences = {key: getattr(self.stored, key) or getattr(new, key) for key in LABELS}
        added = {line.fact: line.answer for line in self.found.lines if line.taken}
        return with_licence(replace(self.own, answers={**self.old, **added, **kept}, **licences))
