"""Pages of Describe. Whoever knows a profile's key may see and change it: the key is the permission."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from apps.profiles import selectors, services, uses
from apps.profiles.addresses import Place, example_url
from apps.profiles.answering import entered, given_answer
from apps.profiles.cards import answer_words
from apps.profiles.describing import Describing, with_changes
from apps.profiles.files import dump_profile
from apps.profiles.forms import ImportForm, TitleForm
from apps.profiles.licensing import licence_spelt
from apps.profiles.models import Profile
from apps.profiles.packed import PackedError
from apps.profiles.points import legal_points
from apps.profiles.services import AnswerError, Given
from apps.profiles.standing import standing
from apps.profiles.views_estimator import estimate_context
from apps.rules.engine import Origin, parse_value
from apps.rules.law.licences import LICENCES

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from apps.rules.law.licences.licence import Licence

UNPROCESSABLE = 422
MOST_AT_START = 3  # examples of each kind offered beside the ways to start


class HtmxRequest(HttpRequest):
    """A request that htmx may have made."""

    htmx: HtmxDetails


def _profile(request: HttpRequest, key: str) -> Profile:
    """The profile of this key; 404 otherwise. The session remembers it among the visitor's own."""
    profile = get_object_or_404(Profile, key=key)
    remember(request, profile)
    return profile


def remember(request: HttpRequest, profile: Profile) -> None:
    """Put the profile first among the visitor's own."""
    own = request.session.get(selectors.SESSION_NAME, [])
    if own[:1] != [profile.key]:
        others = [key for key in own if key != profile.key]
        request.session[selectors.SESSION_NAME] = [profile.key, *others][: selectors.MOST_OWN]


# --- Starting -----------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest) -> HttpResponse:
    """Explain and offer the ways to start; a POST starts an empty profile."""
    if request.method != "POST":
        return _start(request)
    form = TitleForm(request.POST)
    if form.is_valid():
        try:
            fields = _used_for(request)
            answers = {uses.FACT: Given(value=fields)} if fields else {}
            profile = services.profile_create(title=form.cleaned_data["title"], answers=answers)
            if licence := _licence(request):
                services.profile_licence_set(profile=profile, licence=licence_spelt(licence.id))
            return _opened(request, profile)
        except AnswerError as error:
            form.add_error("title", str(error))
    return _start(request, title_form=form, status=UNPROCESSABLE)


def _start(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    shown: dict[str, Any] = {"title_form": TitleForm(), "file_form": ImportForm()}
    shown |= {**_example_views(MOST_AT_START), "as_of": timezone.localdate()}
    shown |= {"used_for": uses.named(selectors.rulebook(), _used_for(request))}
    shown["licence"] = _licence(request)
    return render(request, "profiles/start.html", shown | context, status=status)


def _licence(request: HttpRequest) -> Licence | None:
    """The licence whose id the address or the form names, if any."""
    return LICENCES.get(request.POST.get("licence") or request.GET.get("licence", ""))


def _used_for(request: HttpRequest) -> list[str]:
    """The fields of use that the address or the form names; words that name none are left out."""
    named = request.POST.getlist(uses.FACT) or request.GET.getlist(uses.FACT)
    return [field.value for field in uses.named(selectors.rulebook(), named)]


def _opened(request: HttpRequest, profile: Profile) -> HttpResponse:
    remember(request, profile)
    return redirect(Place(key=profile.key).url)


# --- The questions ------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def questions(request: HtmxRequest, key: str) -> HttpResponse:
    """One question with rail, live panel and the answers so far; a POST answers or clears one and moves on."""
    profile = _profile(request, key)
    here = _describing(profile, Place.of(key, request.GET))
    if request.method != "POST":
        return render(request, "profiles/questions.html", here.context())
    fact = request.POST.get("fact", "")
    if fact not in selectors.rulebook().facts:
        raise Http404(_("There is no such question."))
    return _answered(request, here.at(fact=fact))


def _describing(profile: Profile, place: Place) -> Describing:
    """The page for a place; 404 for a question or section that does not exist."""
    facts = selectors.rulebook().facts
    if place.fact and place.fact not in facts:
        raise Http404(_("There is no such question."))
    if place.section and place.section not in {fact.section for fact in facts.values()}:
        raise Http404(_("There is no such section."))
    return Describing(stored=profile, place=place, as_of=timezone.localdate())


def _answered(request: HtmxRequest, here: Describing) -> HttpResponse:
    before, fact = here.panel(), here.place.fact
    try:
        if "clear" in request.POST:
            services.profile_answer_clear(profile=here.stored, fact=fact)
        else:
            given = given_answer(selectors.rulebook().facts[fact], entered(request.POST))
            services.profile_answers_set(profile=here.stored, answers={fact: given})
    except AnswerError as error:
        template = "profiles/_question.html" if request.htmx else "profiles/questions.html"
        context = here.context(entered(request.POST), str(error))
        return render(request, template, context, status=UNPROCESSABLE)
    after = here.moved_on(keep="clear" in request.POST)
    if not request.htmx:
        return redirect(after.place.url)
    response = render(request, "profiles/_answered.html", with_changes(after.context(), before) | {"oob": True})
    response["HX-Push-Url"] = after.place.url
    return response


# --- Legal points -------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def points(request: HttpRequest, key: str) -> HttpResponse:
    """The legal points that matter for this profile; a POST adopts one side, leaves it open again, or resets all."""
    profile = _profile(request, key)
    error = ""
    if request.method == "POST":
        point = request.POST.get("point", "")
        try:
            if "reset" in request.POST:
                services.profile_readings_reset(profile=profile)
            else:
                services.profile_reading_set(profile=profile, point=point, side=request.POST.get("side", ""))
            return redirect(reverse("profiles:points", args=[key]) + (f"#{point}" if point else ""))
        except AnswerError as refused:
            error = str(refused)
    book, as_of = selectors.rulebook(), timezone.localdate()
    read = selectors.described(profile, book).profile
    assessment = standing(book, read, as_of=as_of, jurisdictions=profile.jurisdictions).assessment
    context = {"profile": profile, "as_of": as_of, "error": error, "adopted": bool(profile.readings)}
    context |= legal_points(book, assessment, read.readings)
    context["back_url"] = Place(key=key).url
    return render(request, "profiles/points.html", context, status=UNPROCESSABLE if error else 200)


# --- The estimator ------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest, key: str) -> HttpResponse:
    """The compute estimator for a profile; a POST to the address of a result stores what it found, as estimated."""
    profile = _profile(request, key)
    context = estimate_context(request.GET)
    answers = context.get("answers", {})
    if request.method == "POST" and answers:
        given = {
            fact: Given(value=found.as_value(), origin=Origin(found.origin), note=found.note)
            for fact, found in answers.items()
        }
        try:
            services.profile_answers_set(profile=profile, answers=given)
            return redirect(Place(key=key, section=selectors.rulebook().facts[next(iter(given))].section).url)
        except AnswerError as error:
            context["refused"] = str(error)
    facts = selectors.rulebook().facts
    context["to_store"] = [
        {"label": facts[fact].label, "words": answer_words(facts[fact], parse_value(facts[fact], found.as_value()))}
        for fact, found in answers.items()
        if fact in facts
    ]
    context |= {"profile": profile, "back_url": Place(key=key).url}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "profiles/estimate.html", context, status=status)


# --- The profile as a thing ---------------------------------------------------------------------------------------
@require_POST
def rename(request: HttpRequest, key: str) -> HttpResponse:
    """Give the profile a title."""
    profile = _profile(request, key)
    try:
        services.profile_rename(profile=profile, title=request.POST.get("title", ""))
    except AnswerError as error:
        messages.error(request, str(error))
    return redirect(Place(key=key).url)


@require_POST
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Remove the profile for good."""
    profile = get_object_or_404(Profile, key=key)
    own = request.session.get(selectors.SESSION_NAME, [])
    request.session[selectors.SESSION_NAME] = [other for other in own if other != key]
    services.profile_delete(profile=profile)
    messages.success(request, _("The description and its answers are deleted."))
    return redirect("profiles:describe")


@require_safe
def download(request: HttpRequest, key: str) -> HttpResponse:
    """The profile as a file that can be uploaded again, kept under version control, or given to the command line."""
    profile = _profile(request, key)
    book = selectors.rulebook()
    text = dump_profile(selectors.described(profile, book).profile, book)
    name = f"{slugify(profile.title) or 'profile'}.yaml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/yaml; charset=utf-8", headers=headers)


# --- Examples -----------------------------------------------------------------------------------------------------
@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    """All examples, each opened by a link that changes nothing."""
    return render(request, "profiles/examples.html", {**_example_views(), "as_of": timezone.localdate()})


@require_POST
def example_copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Start a profile of one's own from an example."""
    try:
        return _opened(request, services.profile_copy_example(slug=slug))
    except selectors.ExampleMissing as error:
        raise Http404(str(error)) from None


@require_POST
def packed_copy(request: HttpRequest, packed: str) -> HttpResponse:
    """Start a profile of one's own from a link that holds a description."""
    try:
        return _opened(request, services.profile_keep_packed(packed=packed))
    except PackedError as error:
        raise Http404(str(error)) from None


def _example_views(most: int | None = None) -> dict[str, list[dict[str, Any]]]:
    """The cards of the examples by kind, at most so many of each."""
    every = selectors.examples()
    by_kind = {kind: [example for example in every if example.kind is kind] for kind in selectors.Kind}
    return {kind.value: [_example_view(example) for example in found[:most]] for kind, found in by_kind.items()}


def _example_view(example: selectors.Example) -> dict[str, Any]:
    brief = standing(selectors.rulebook(), example.profile, as_of=timezone.localdate()).summary
    shown = {"url": example_url(example.slug), "counts": brief.counts, "sentences": brief.sentences}
    return {"about": example.about, "facts": len(example.profile.values), **shown}
