"""The licence of a profile: recognised as it is spelt, asked back where it can be several, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from apps.profiles import selectors, services
from apps.profiles.addresses import Place
from apps.profiles.cards import answer_words
from apps.profiles.licensing import licence_clashes, settled_in
from apps.profiles.models import Profile
from apps.profiles.services import AnswerError
from apps.rules.engine import Origin
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.recognise import MOST_CHARACTERS, Ambiguous, Recognised, recognise, unmistakable

UNPROCESSABLE: Final = 422
LABELS: Final = {
    "licence": gettext_lazy("Licence of the model’s weights"),
    "base_licence": gettext_lazy("Licence of the model it was made from"),
}
HINTS: Final = {
    "licence": gettext_lazy("In any common spelling: apache 2, llama3.1, CC-BY-NC-4.0."),
    "base_licence": gettext_lazy(
        "Only if it changes another model: the stricter terms bind. Otherwise leave it empty."
    ),
}


@dataclass(frozen=True)
class Field:
    """A name as it was typed, and what is unclear about it."""

    name: str
    typed: str
    error: str = ""
    may_be: tuple[tuple[Licence, str], ...] = ()  # each with a spelling that means it alone

    @property
    def label(self) -> str:
        """What is asked for."""
        return str(LABELS[self.name])

    @property
    def hint(self) -> str:
        """How to write it."""
        return str(HINTS[self.name])


@require_http_methods(["GET", "HEAD", "POST"])
def licence(request: HttpRequest, key: str) -> HttpResponse:
    """Choose the licence of a profile, or take it away; shows what it settles and what is left to ask."""
    profile = get_object_or_404(Profile, key=key)
    fields = tuple(Field(name, _spelt(getattr(profile, name))) for name in LABELS)
    if request.method == "POST":
        if "remove" in request.POST:
            services.profile_licence_set(profile=profile, licence="")
            return redirect("profiles:licence", key=key)
        fields = tuple(_read(name, request.POST.get(name, "")) for name in LABELS)
        if not any(field.error for field in fields):
            fields = _stored(profile, fields)
        if not any(field.error for field in fields):
            return redirect("profiles:licence", key=key)
    status = UNPROCESSABLE if any(field.error for field in fields) else 200
    return render(request, "profiles/licence.html", {"fields": fields, **_context(profile)}, status=status)


def _spelt(key: str) -> str:
    return unmistakable(LICENCES[key]) if key in LICENCES else ""


def _read(name: str, text: str) -> Field:
    """What a name means; says what is unclear and asks back."""
    typed = " ".join(text.replace("\x00", " ").split())[:MOST_CHARACTERS]
    spelt = recognise(typed)
    if not typed or isinstance(spelt, Recognised):
        return Field(name, typed)
    if not isinstance(spelt, Ambiguous):
        unknown = _(
            "“%(name)s” is not in the library, and nothing is guessed. Look for it in the list of licences; if "
            "it is not there, leave this empty and answer the questions on openness."
        )
        return Field(name, typed, unknown % {"name": typed})
    unclear = _("“%(name)s” does not say which licence is meant. %(why)s") % {"name": typed, "why": spelt.why}
    return Field(name, typed, unclear, tuple((LICENCES[held], _spelt(held)) for held in spelt.candidates))


def _stored(profile: Profile, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Keep what was chosen; the fields say what could not be kept."""
    try:
        services.profile_licence_set(profile=profile, **{field.name: field.typed for field in fields})
    except AnswerError as error:
        return tuple(
            Field(field.name, field.typed, str(error) if field.name == error.field else "") for field in fields
        )
    return fields


def _context(stored: Profile) -> dict[str, Any]:
    """What the licence settles for the profile, what stays contested, what is left to ask, and what says otherwise."""
    stored.refresh_from_db(fields=["licence", "base_licence"])
    facts, read = selectors.rulebook().facts, selectors.described(stored, selectors.rulebook()).profile
    settled, place = settled_in(read), Place(key=stored.key)
    filled = [
        {"label": facts[key].label, "words": answer_words(facts[key], answer.value), "url": place.at(fact=key).url}
        for key, answer in read.answers.items()
        if answer.origin is Origin.LICENCE and key in facts
    ]
    asked = [key for key in settled.ask if key in facts and key not in read.values] if settled else []
    return {
        "profile": stored,
        "as_of": timezone.localdate(),
        "chosen": LICENCES.get(stored.licence),
        "base": LICENCES.get(stored.base_licence),
        "filled": filled,
        "contested": settled.contested if settled else (),
        "asked": [{"label": facts[key].label, "url": place.at(fact=key).url} for key in asked],
        "clashes": [(text, place.at(fact=key).url) for key, text in licence_clashes(read)],
        "back_url": place.url,
        "list_url": reverse("library:licences"),
    }
