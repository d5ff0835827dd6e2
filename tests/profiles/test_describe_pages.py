"""The Describe pages from outside: with and without htmx, what is refused, what is safe, what is announced."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.profiles import services
from apps.profiles.models import Profile
from tests.profiles.importing import filled_in
from tests.profiles.test_services import EXAMPLE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_law")]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def profile() -> Profile:
    return services.profile_create(title="Nimbus")


def url(profile: Profile, page: str = "describe/") -> str:
    return f"/m/{profile.key}/{page}"


def words(html: bytes) -> str:
    """The words of a page without mark-up, on one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html.decode())))


def asked(html: bytes) -> str:
    """The question that the card shows."""
    found = re.search(r'id="question-ask">(.*?)</h1>', html.decode(), re.DOTALL)
    assert found
    return unescape(found[1])


def stored(profile: Profile) -> dict[str, Any]:
    answers: dict[str, Any] = Profile.objects.get(pk=profile.pk).answers
    return answers


def value(profile: Profile, fact: str) -> Any:
    return stored(profile)[fact]["value"]


# --- Starting -----------------------------------------------------------------------------------------------------
def test_looking_creates_nothing(client: Client) -> None:
    assert client.get("/describe/").status_code == 200
    assert client.get("/examples/").status_code == 200
    assert Profile.objects.count() == 0


def test_a_post_starts_a_profile_and_the_browser_remembers_it(client: Client) -> None:
    response = client.post("/describe/", {"title": "Nimbus"})
    profile = Profile.objects.get()
    assert (response.status_code, response["Location"]) == (302, url(profile))
    assert "Nimbus" in words(client.get("/describe/").content)
    assert "Nimbus" not in words(Client().get("/describe/").content)


@pytest.mark.parametrize("title", ["x" * 201, "a\x07b"])
def test_a_title_that_cannot_be_kept_is_refused_in_place(client: Client, title: str) -> None:
    response = client.post("/describe/", {"title": title})
    assert response.status_code == 422
    assert Profile.objects.count() == 0


# --- One question -------------------------------------------------------------------------------------------------
def test_the_first_question_is_one_that_can_change_a_finding(client: Client, profile: Profile) -> None:
    response = client.get(url(profile))
    assert "HX-Request" in response["Vary"]
    assert asked(response.content).endswith("?")
    assert "open questions can still change a finding" in words(response.content)


def test_without_a_script_an_answer_is_stored_and_the_next_question_follows(client: Client, profile: Profile) -> None:
    response = client.post(url(profile), {"fact": "sold", "value": "no"})
    assert response.status_code == 302
    assert value(profile, "sold") is False
    page = client.get(response["Location"])
    assert "Is the model sold?" not in asked(page.content)
    assert "Your answer so far" in words(page.content)


def test_with_htmx_card_rail_panel_and_answers_change_together(client: Client, profile: Profile) -> None:
    response = client.post(url(profile), {"fact": "sold", "value": "yes"}, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert html.count('id="question"') == 1
    for part in ("rail", "panel", "answers"):
        assert re.search(rf'id="{part}"[^>]*hx-swap-oob="true"', html), part
    assert re.search(r'id="announce" hx-swap-oob="innerHTML">[^<]*open question', html)
    assert re.search(r"<title>[^<]+\? · Nimbus · Remit</title>", html)
    assert response["HX-Push-Url"].startswith(url(profile) + "?fact=")
    assert asked(client.get(response["HX-Push-Url"]).content) == asked(response.content)


def test_the_panel_tints_what_an_answer_moved(client: Client, profile: Profile) -> None:
    moved = client.post(url(profile), {"fact": "sold", "value": "no"}, headers=HTMX)
    again = client.post(url(profile), {"fact": "sold", "value": "no"}, headers=HTMX)
    assert b"tally__item--changed" in moved.content
    assert b"tally__item--changed" not in again.content


def test_not_knowing_moves_on_and_is_not_asked_again(client: Client, profile: Profile) -> None:
    seen = set()
    page = client.get(url(profile))
    for _ in range(20):
        found = re.search(r'name="fact" value="(\w+)"', page.content.decode().partition("</form>")[0])
        if 'name="value"' not in page.content.decode() or found is None or found[1] in seen:
            break
        seen.add(found[1])
        page = client.post(url(profile), {"fact": found[1], "value": ["own", "dont_know"]}, follow=True)
    assert len(seen) == len(stored(profile)) > 4
    assert all(answer["value"] is None for answer in stored(profile).values())
    assert "You have answered what you can" in asked(page.content)
    assert "See the results" in words(page.content)


def test_when_nothing_can_change_a_finding_the_end_is_said(client: Client, profile: Profile) -> None:
    for fact, given in {"sold": False, "open_weights": False, "output": ["text"]}.items():
        services.profile_answer(profile=profile, fact=fact, value=given)
    page = client.get(url(profile))
    assert "Nothing left to ask" in asked(page.content)
    assert f'href="/m/{profile.key}/"' in page.content.decode()
    moot = client.get(url(profile) + "?fact=compute")
    assert "No answer to this can change a finding now" in words(moot.content)


@pytest.mark.parametrize(
    ("fact", "form", "expected"),
    [
        ("sold", {"value": "yes"}, True),
        ("licence", {"value": "no"}, "no"),
        ("output", {"value": ["images", "text"]}, ["text", "images"]),
        ("output", {"value": "none_of_these"}, []),
        ("compute", {"value": "3.8e25"}, "3.8e+25"),
        ("compute", {"value": "3.8 × 10^25 FLOP"}, "3.8e+25"),
        ("compute", {"value": "8e24 to 1.2e25"}, {"low": "8e+24", "high": "1.2e+25"}),
        (
            "compute",
            {"value": "", "low": "8e24", "high": "12,000,000,000,000,000,000,000,000"},
            {"low": "8e+24", "high": "1.2e+25"},
        ),
        ("compute", {"low": "1e25"}, {"low": "1e+25", "high": "1e+32"}),
        ("compute", {"value": "0"}, "0.0"),
        ("staff", {"value": "1.2k"}, "1200"),
        ("placed_on", {"value": "2025-08-02"}, "2025-08-02"),
        ("placed_on", {"low": "2025-08-01", "high": "2025-08-31"}, {"low": "2025-08-01", "high": "2025-08-31"}),
        ("placed_on", {"high": "2025-08-31"}, {"low": "1950-01-01", "high": "2025-08-31"}),
    ],
)
def test_each_kind_of_answer_is_kept(
    client: Client, profile: Profile, fact: str, form: dict[str, Any], expected: object
) -> None:
    assert client.post(url(profile), {"fact": fact, **form}).status_code == 302
    assert value(profile, fact) == expected


@pytest.mark.parametrize(
    ("fact", "form", "says"),
    [
        ("sold", {}, "Nothing is chosen yet"),
        ("sold", {"value": ["yes", "no"]}, "Nothing is chosen yet"),
        ("sold", {"value": "maybe"}, "yes or no"),
        ("licence", {}, "Nothing is chosen yet"),
        ("licence", {"value": "mit"}, "Choose one of"),
        ("output", {}, "Nothing is chosen yet"),
        ("output", {"value": ["none_of_these", "text"]}, "Keep one or the other"),
        ("output", {"value": "smell"}, "Choose any of"),
        ("compute", {"value": " "}, "Nothing is filled in yet"),
        ("compute", {"value": "lots"}, "cannot be read as a number"),
        ("compute", {"value": "nan"}, "cannot be read as a number"),
        ("compute", {"value": "1.500.000"}, "more than one way"),
        ("compute", {"value": "-5"}, "negative"),
        ("compute", {"value": "1e40"}, "too much"),
        ("compute", {"value": "1e25", "low": "1e24"}, "Empty one of them"),
        ("compute", {"low": "2e25", "high": "1e25"}, "Swap them"),
        ("staff", {"value": "2.5"}, "whole number"),
        ("placed_on", {"value": "soon"}, "not a date"),
        ("placed_on", {"value": "0001-01-01"}, "outside what is possible"),
        ("sold", {"value": "yes", "note": "x" * 2001}, "The note has 2,001 characters"),
        ("sold", {"value": "yes", "source": "a\x00b"}, "The source contains"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_wrong_answer_is_refused_beside_its_question(
    client: Client, profile: Profile, fact: str, form: dict[str, Any], says: str, headers: dict[str, str]
) -> None:
    response = client.post(url(profile), {"fact": fact, **form}, headers=headers)
    assert response.status_code == 422
    assert says in words(response.content)
    assert 'role="alert"' in response.content.decode()
    assert f'name="fact" value="{fact}"' in response.content.decode()
    assert (b"<html" in response.content) is not bool(headers)
    assert stored(profile) == {}


def test_what_was_typed_stays_beside_the_error(client: Client, profile: Profile) -> None:
    form = {"fact": "compute", "value": "lots & lots", "note": "from <b>logs</b>", "source": "ops"}
    html = client.post(url(profile), form, headers=HTMX).content.decode()
    assert 'value="lots &amp; lots"' in html
    assert "from &lt;b&gt;logs&lt;/b&gt;</textarea>" in html
    kept = client.post(url(profile), {"fact": "output", "value": ["text", "none_of_these"]}, headers=HTMX).content
    assert kept.count(b" checked") == 2


def test_an_earlier_answer_is_changed_and_cleared(client: Client, profile: Profile) -> None:
    services.profile_answer(profile=profile, fact="compute", value={"low": 8e24, "high": 1.2e25}, note="logs")
    html = client.get(url(profile) + "?fact=compute").content.decode()
    assert 'name="low" inputmode="decimal" autocomplete="off" value="8e24"' in html
    assert ">logs</textarea>" in html
    client.post(url(profile), {"fact": "compute", "value": "2e25", "note": ""})
    assert stored(profile)["compute"] == {"value": "2e+25", "origin": "answered", "note": "", "source": ""}
    response = client.post(url(profile) + "?fact=compute", {"fact": "compute", "clear": "1"}, headers=HTMX)
    assert asked(response.content) == "How much compute went into training?"
    assert stored(profile) == {}


def test_a_range_that_is_open_above_is_shown_as_such(client: Client, profile: Profile) -> None:
    client.post(url(profile), {"fact": "compute", "low": "1e25"})
    assert "At least 10²⁵ FLOP" in words(client.get(url(profile)).content).replace("at least 10²⁵", "At least 10²⁵")
    html = client.get(url(profile) + "?fact=compute").content.decode()
    assert 'value="1e25"' in html
    assert "1e32" not in html


def test_a_stated_legal_answer_is_kept_as_an_assumption(client: Client, profile: Profile) -> None:
    page = client.get(url(profile) + "?fact=stated_exempt")
    assert "your assumption" in words(page.content)
    client.post(url(profile), {"fact": "stated_exempt", "value": "yes"})
    assert stored(profile)["stated_exempt"]["origin"] == "assumed"


def test_skipping_leads_through_all_questions_and_back(client: Client, profile: Profile) -> None:
    page, seen = client.get(url(profile)), []
    while link := re.search(r'href="([^"]*)">Skip for now', page.content.decode()):
        seen.append(asked(page.content))
        page = client.get(unescape(link[1]))
    assert len(seen) == len(set(seen)) == 8
    assert "Only skipped questions are left" in asked(page.content)
    again = re.search(r'href="([^"]*)">Ask them again', page.content.decode())
    assert again
    assert asked(client.get(unescape(again[1])).content) == seen[0]
    assert stored(profile) == {}


def test_back_leads_to_the_question_just_answered(client: Client, profile: Profile) -> None:
    page = client.post(url(profile), {"fact": "sold", "value": "yes"}, follow=True)
    link = re.search(r'href="([^"]*)"><svg[^>]*>(?:<path[^>]*>)?</svg> Back', page.content.decode())
    assert link
    assert asked(client.get(unescape(link[1])).content) == "Is the model sold?"


def test_a_section_lists_all_its_questions(client: Client, profile: Profile) -> None:
    services.profile_answer(profile=profile, fact="licence", value="own")
    text = words(client.get(url(profile) + "?section=openness").content)
    assert "All questions: Openness" in text
    assert "One of our own" in text
    page = client.post(url(profile) + "?section=openness", {"fact": "open_weights", "value": "yes"}, follow=True)
    assert "This section is done" in asked(page.content)
    assert "Go on with the best question" in words(page.content)


def test_why_we_ask_names_the_duties_with_links(client: Client, profile: Profile) -> None:
    html = client.get(url(profile) + "?fact=compute").content.decode()
    assert '<a href="/rulebook/duties/LAW-1/">Let the model be inspected</a>' in html
    assert "Keep a file on the model" not in html


def test_contradictory_answers_are_named(client: Client, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    from apps.profiles import contradictions

    rule = contradictions.Contradiction("Both cannot be.", ("sold", "licence"), lambda values: values["sold"] is True)
    monkeypatch.setattr(contradictions, "RULES", (rule,))
    services.profile_answer(profile=profile, fact="sold", value=True)
    assert "Both cannot be" not in words(client.get(url(profile)).content)
    services.profile_answer(profile=profile, fact="licence", value="own")
    assert "Two answers do not fit together Both cannot be." in words(client.get(url(profile)).content)


# --- Permissions and safety ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "page", ["describe/", "legal-points/", "estimate/", "profile.yaml", "describe/?fact=sold", "delete/", "rename/"]
)
def test_without_the_key_there_is_nothing(client: Client, profile: Profile, page: str) -> None:
    wrong = profile.key[:-1] + ("a" if profile.key[-1] != "a" else "b")
    method = client.post if page in {"delete/", "rename/"} else client.get
    assert method(f"/m/{wrong}/{page}").status_code == 404
    assert Profile.objects.filter(pk=profile.pk).exists()


@pytest.mark.parametrize("query", ["fact=solt", "section=nowhere", "fact=%3Cscript%3E"])
def test_a_place_that_does_not_exist_is_not_found(client: Client, profile: Profile, query: str) -> None:
    assert client.get(f"{url(profile)}?{query}").status_code == 404


def test_an_answer_to_no_question_is_not_found(client: Client, profile: Profile) -> None:
    assert client.post(url(profile), {"fact": "solt", "value": "yes"}).status_code == 404
    assert client.post(url(profile), {}).status_code == 404


@pytest.mark.parametrize("page", ["delete/", "rename/"])
def test_a_link_never_changes_a_profile(client: Client, profile: Profile, page: str) -> None:
    assert client.get(url(profile, page)).status_code == 405


def test_forms_of_other_sites_are_refused(profile: Profile) -> None:
    client = Client(enforce_csrf_checks=True)
    for page, form in (("describe/", {"fact": "sold", "value": "yes"}), ("delete/", {})):
        assert client.post(url(profile, page), form).status_code == 403
    assert stored(profile) == {}


def test_what_a_user_writes_is_never_markup(client: Client, profile: Profile) -> None:
    evil = '<script>alert("x")</script>'
    services.profile_rename(profile=profile, title=evil)
    services.profile_answer(profile=profile, fact="sold", value=True, note=evil, source=evil)
    for page in ("describe/", "describe/?fact=sold", "legal-points/", "estimate/", "describe/?from=" + evil):
        assert b"<script>alert" not in client.get(url(profile, page)).content
    assert (
        b"<script>alert"
        not in client.post(url(profile), {"fact": "staff", "value": "3", "note": evil}, headers=HTMX).content
    )
    assert b"<script>alert" not in client.get("/describe/").content
    assert client.get(url(profile, "profile.yaml"))["Content-Disposition"].endswith(
        'filename="scriptalertxscript.yaml"'
    )


# --- Legal points -------------------------------------------------------------------------------------------------
def test_a_legal_point_is_adopted_and_left_open_again(client: Client, profile: Profile) -> None:
    for fact, given in {"open_weights": True, "licence": "own"}.items():
        services.profile_answer(profile=profile, fact=fact, value=given)
    text = words(client.get(url(profile, "legal-points/")).content)
    assert "They change a finding now Whether a licence of one's own can be open." in text
    assert "Bears on: Deposit the weights" in text
    response = client.post(url(profile, "legal-points/"), {"point": "own-licence", "side": "b"})
    assert response["Location"] == url(profile, "legal-points/") + "#own-licence"
    assert "They change a finding now" not in words(client.get(url(profile, "legal-points/")).content)
    client.post(url(profile, "legal-points/"), {"reset": "1"})
    assert Profile.objects.get().readings == {}


def test_guidance_can_be_set_aside(client: Client, profile: Profile) -> None:
    client.post(url(profile, "legal-points/"), {"point": "small-maker", "side": "ignored"})
    html = client.get(url(profile, "legal-points/")).content.decode()
    assert re.search(r'value="ignored" checked', html)


def test_a_side_that_does_not_exist_is_refused(client: Client, profile: Profile) -> None:
    for form in ({"point": "own-licence", "side": "c"}, {"point": "nothing", "side": "a"}, {}):
        assert client.post(url(profile, "legal-points/"), form).status_code == 422
    assert Profile.objects.get().readings == {}


# --- Estimator, file, examples ------------------------------------------------------------------------------------
def test_a_profile_comes_back_from_its_file(client: Client, profile: Profile) -> None:
    services.profile_answer(profile=profile, fact="compute", value={"low": 8e24, "high": 1.2e25}, note="logs")
    services.profile_answer(profile=profile, fact="sold", value=None)
    services.profile_reading_set(profile=profile, point="own-licence", side="a")
    response = client.get(url(profile, "profile.yaml"))
    shown = client.post("/describe/import/", {"file": SimpleUploadedFile("x.yaml", response.content)})
    client.post("/describe/import/", filled_in(shown))
    copy = Profile.objects.exclude(pk=profile.pk).get()
    now = Profile.objects.get(pk=profile.pk)
    assert (copy.title, copy.answers, copy.readings) == (now.title, now.answers, now.readings)
    assert copy.key != profile.key


def test_deleting_removes_the_profile_from_the_list_too(client: Client, profile: Profile) -> None:
    client.get(url(profile))
    response = client.post(url(profile, "delete/"), follow=True)
    assert not Profile.objects.exists()
    assert "Nimbus" not in words(response.content)
    assert client.get(url(profile)).status_code == 404


def test_a_title_that_cannot_be_kept_leaves_the_old_one(client: Client, profile: Profile) -> None:
    assert "The title has 201 characters" in words(
        client.post(url(profile, "rename/"), {"title": "x" * 201}, follow=True).content
    )
    client.post(url(profile, "rename/"), {"title": "Stratus"})
    assert Profile.objects.get().title == "Stratus"


def test_examples_are_listed_and_copied_by_a_post(client: Client, tmp_path: Path, settings: Any) -> None:
    folder = tmp_path / "fixtures" / "models"
    folder.mkdir(parents=True)
    (folder / "nimbus.yaml").write_text(EXAMPLE)
    settings.BASE_DIR = tmp_path
    page = client.get("/examples/")
    assert 'href="/examples/nimbus-7b/"' in page.content.decode()
    assert Profile.objects.count() == 0
    assert client.get("/examples/nimbus-7b/copy/").status_code == 405
    assert client.post("/examples/stratus/copy/").status_code == 404
    response = client.post("/examples/nimbus-7b/copy/")
    assert response["Location"] == url(Profile.objects.get())


def test_a_page_costs_few_queries(client: Client, profile: Profile) -> None:
    client.get(url(profile))
    with CaptureQueriesContext(connection) as queries:
        client.get(url(profile))
    assert len(queries) <= 2  # the session and the profile
    with CaptureQueriesContext(connection) as queries:
        client.post(url(profile), {"fact": "sold", "value": "yes"}, headers=HTMX)
    assert len(queries) <= 6


class Ids(HTMLParser):
    """The ids of a page, to find one that is used twice."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [str(value) for name, value in attrs if name == "id"]


def test_no_id_is_used_twice(client: Client, profile: Profile) -> None:
    services.profile_answer(profile=profile, fact="sold", value=True)
    for page in ("describe/", "describe/?fact=output", "describe/?section=openness", "legal-points/", "estimate/"):
        ids = Ids()
        ids.feed(client.get(url(profile, page)).content.decode())
        assert len(ids.found) == len(set(ids.found)), page


# --- A range that stays open ------------------------------------------------------------------------------------------
def test_a_range_is_not_asked_for_again_and_is_named_at_the_end(client: Client, profile: Profile) -> None:
    page = client.get(url(profile)).content.decode()
    for _ in range(20):
        found = re.search(r'name="fact" value="(\w+)"', page)
        if not found:
            break
        given = {"low": "1e20", "high": "1e28"} if found[1] == "compute" else {"value": "dont_know"}
        client.post(url(profile), {"fact": found[1], "answer": "given", **given})
        page = client.get(url(profile)).content.decode()
    assert "A closer figure would settle more" in page
    assert "Training compute" in words(page.split("A closer figure would settle more")[1].encode())
