"""The page of results over HTTP: what it shows, its days and filters, and that nobody is served another's page."""

import re
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.test import Client

from apps.profiles.models import Profile
from tests.assessments.law import LARGE, SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_law")]
Store = Callable[..., Profile]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def page(client: Client, profile: Profile, query: str = "") -> str:
    response = client.get(f"/m/{profile.key}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def heading_ids(html: str) -> list[str]:
    return re.findall(r'<section class="group[^"]*" id="([^"]+)"', html)


def tokens(html: str) -> set[str]:
    return set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)) | set(
        re.findall(r'"X-CSRFToken": "([^"]+)"', html)
    )


# --- What it shows ------------------------------------------------------------------------------------------------
def test_a_page_of_results_has_every_part(client: Client, stored: Store) -> None:
    html = page(client, stored(**SMALL))
    assert heading_ids(html) == [
        *("group-now", "group-on-event", "group-from-2028-01-01", "group-exempt", "group-penalties", "no-duty"),
        *("questions", "changes", "answers"),
    ]
    text = text_of(html)
    assert "you are the provider of a model: 4 duties now" in text
    assert "Law as of 23 November 2026" in text
    assert "Rulebook" in text
    assert "<title>A model: results · Remit</title>" in html


def test_a_row_says_what_must_be_done_and_leads_to_the_rest(client: Client, stored: Store) -> None:
    html = page(client, stored(**LARGE), "?as_of=2026-11-23")
    duty = re.search(r'<details class="duty" id="DOC".*?</details>', html, re.DOTALL)
    assert duty is not None
    assert "Write documentation, and mean it." in text_of(duty[0])
    assert 'hx-get="findings/DOC/?as_of=2026-11-23"' in duty[0]
    assert 'hx-trigger="toggle once"' in duty[0]
    assert '<a href="findings/DOC/?as_of=2026-11-23">' in duty[0], "without JavaScript a link does the same"
    assert "Write it down." not in duty[0], "steps and reasons are fetched when the row is opened"
    assert "Step by step" not in html


def test_a_page_of_results_builds_no_reason_it_does_not_show(
    client: Client, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = stored(**LARGE)
    monkeypatch.setattr("apps.assessments.reasons.Reasons.of", None)
    monkeypatch.setattr("apps.assessments.reasons.Reasons.anchor", None)
    monkeypatch.setattr("apps.assessments.rows.Rows.changes_of", None)
    monkeypatch.setattr("apps.assessments.rows.Rows.step", None)
    assert "7 duties now" in text_of(page(client, profile))


def test_each_reason_of_no_duty_stands_with_its_count_and_leads_to_its_rules(client: Client, stored: Store) -> None:
    html = page(client, stored(**SMALL), "?as_of=2026-11-23&outcome=none")
    found = re.findall(r'<details class="noduty".*?</details>', html, re.DOTALL)
    texts = [text_of(item) for item in found]
    assert "The model does not count as large 2" in " ".join(texts)
    first = next(item for item in found if "does not count as large" in item)
    assert 'hx-get="no-duty/MON/?as_of=2026-11-23&amp;outcome=none"' in first
    assert 'href="no-duty/MON/?as_of=2026-11-23&amp;outcome=none"' in first


def test_every_link_within_the_page_leads_somewhere(client: Client, stored: Store) -> None:
    for answers in ({}, SMALL, LARGE):
        html = page(client, stored(**answers))
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids)), "an id stands for one element"
        assert set(re.findall(r'href="#([^"]+)"', html)) <= {*ids, "main"}


def test_an_empty_profile_teaches_what_to_do(client: Client, stored: Store) -> None:
    text = text_of(page(client, stored(title="")))
    assert "A description without a name" in text
    assert "10 duties depend on answers" in text
    assert "No question is answered yet" in text


def test_an_unknown_key_is_not_found_and_nothing_but_reading_is_offered(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    assert client.get("/m/no-such-key-no-such-key/").status_code == 404
    assert client.get("/examples/no-such-example/").status_code == 404
    assert client.post(f"/m/{profile.key}/").status_code == 405


def test_reading_creates_nothing(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    page(client, profile)
    assert Profile.objects.count() == 1
    assert Session.objects.count() == 0
    profile.refresh_from_db()
    assert profile.answers.keys() == SMALL.keys()


def test_an_answer_to_a_question_that_changed_is_left_out_and_said(client: Client, stored: Store) -> None:
    text = text_of(page(client, stored(**SMALL, vanished="yes")))
    assert "One answer is left out" in text


# --- Days ---------------------------------------------------------------------------------------------------------
def test_another_day_gives_the_answer_of_that_day(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    assert "group-from-2028-01-01" in heading_ids(page(client, profile, "?as_of=2027-12-31"))
    later = page(client, profile, "?as_of=2028-01-01")
    assert "group-from-2028-01-01" not in heading_ids(later)
    assert "5 duties now" in text_of(later)


def test_the_known_on_day_hides_law_not_yet_published(client: Client, stored: Store) -> None:
    text = text_of(page(client, stored(**SMALL), "?as_of=2026-11-23&known_on=2024-01-01"))
    assert "known on 1 January 2024" in text
    assert "holds no duty that was published by then" in text


@pytest.mark.parametrize("wrong", ["yesterday", "2026-02-30", "26-11-23", "0001-01-01", "<script>alert(1)</script>"])
def test_a_wrong_day_is_named_and_the_page_still_works(client: Client, stored: Store, wrong: str) -> None:
    response = client.get(f"/m/{stored(**SMALL).key}/", {"as_of": wrong})
    html = response.content.decode()
    assert response.status_code == 200
    text = text_of(html)
    assert "The day “as of” could not be used" in text
    assert "Shown instead: 2026-11-23." in text
    assert "4 duties now" in text
    assert "<script>alert" not in html


def test_the_days_and_filters_of_the_address_stay_in_every_form(client: Client, stored: Store) -> None:
    html = page(client, stored(**SMALL), "?as_of=2027-01-01&outcome=applies")
    filters = re.search(r'<form class="filters.*?</form>', html, re.DOTALL)
    dates = re.search(r'<form class="dates__form.*?</form>', html, re.DOTALL)
    assert filters is not None
    assert dates is not None
    assert 'name="as_of" value="2027-01-01"' in filters[0]
    assert 'name="outcome" value="applies"' in dates[0]
    assert re.search(r'action="[^"]*/report/">.*?name="as_of" value="2027-01-01"', html, re.DOTALL)


# --- Filters ------------------------------------------------------------------------------------------------------
def test_filters_live_in_the_address(client: Client, stored: Store) -> None:
    html = page(client, stored(**SMALL), "?outcome=exempt&outcome=upcoming")
    assert re.findall(r'<details class="duty" id="([^"]+)"', html) == ["REG", "DOC"]
    assert "2 shown, 11 hidden" in text_of(html)


def test_a_filter_that_hides_all_offers_the_way_back(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    html = page(client, profile, "?role=nobody&as_of=2026-11-23")
    assert "Nothing matches this filter" in html
    assert f'href="/m/{profile.key}/?as_of=2026-11-23"' in html


# --- Long lists ---------------------------------------------------------------------------------------------------
@pytest.fixture
def little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a page room for few rows."""
    monkeypatch.setattr("apps.assessments.views.ROOM", 0)
    monkeypatch.setattr("apps.assessments.parts.LEAST", 3)
    monkeypatch.setattr("apps.assessments.groups.NOT_WORTH_HIDING", 0)


def rows_of(html: str) -> list[str]:
    return re.findall(r'<details class="duty" id="([^"]+)"', html)


@pytest.mark.usefixtures("little_room")
def test_a_list_too_long_for_the_page_shows_its_first_rows_and_the_way_to_all(client: Client, stored: Store) -> None:
    profile = stored()
    html = page(client, profile, "?as_of=2026-11-23&force=regulation")
    assert len(rows_of(html)) == 4, "three that depend on answers, and the fine"
    assert "Show all 10" in html
    assert "7 more are not listed yet." in html
    link = re.search(r'<a class="button[^>]* href="([^"#]+)#group-depends"', html)
    assert link is not None
    assert link[1] == f"/m/{profile.key}/?as_of=2026-11-23&amp;force=regulation&amp;all=depends"
    every = client.get(link[1].replace("&amp;", "&")).content.decode()
    assert len(rows_of(every)) == 11
    assert "Show all" not in re.sub(r'<a href="[^"]*">Show all</a>', "", every)


@pytest.mark.usefixtures("little_room")
def test_what_comes_first_is_linked_even_if_its_list_is_cut(client: Client, stored: Store) -> None:
    html = page(client, stored(**LARGE))
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= {*ids, "main"}


# --- Kept pages ---------------------------------------------------------------------------------------------------
def test_a_page_asked_for_again_is_not_made_again(
    client: Client, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = stored(**SMALL)
    first = page(client, profile)
    monkeypatch.setattr("apps.assessments.views.render_to_string", None)
    again = page(client, profile)
    assert re.sub(r"[A-Za-z0-9]{64}", "", again) == re.sub(r"[A-Za-z0-9]{64}", "", first)


def test_two_profiles_alike_in_everything_keep_their_own_addresses(client: Client, stored: Store) -> None:
    one, other = stored(**SMALL), stored(**SMALL)
    first, second = page(client, one), page(client, other)
    assert one.key in first
    assert other.key not in first
    assert other.key in second
    assert one.key not in second


def test_each_visitor_gets_a_token_of_their_own_from_the_same_kept_page(stored: Store) -> None:
    profile = stored(**SMALL)
    anna, ben = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    first, second = tokens(page(anna, profile)), tokens(page(ben, profile))
    assert first
    assert second
    assert not first & second
    token = first.pop()
    # The token works for the one it was made for, and for nobody else.
    address = f"/m/{profile.key}/rename/"
    assert ben.post(address, {"title": "B", "csrfmiddlewaretoken": token}).status_code == 403
    assert anna.post(address, {"title": "A", "csrfmiddlewaretoken": token}).status_code == 302


def test_a_changed_answer_changes_the_page_at_once(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    assert "removed by “Open models”" in page(client, profile)
    profile.answers["weights"]["value"] = False
    profile.save()
    assert "removed by “Open models”" not in page(client, profile)


def test_a_browser_that_has_the_page_is_told_so(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    first = client.get(f"/m/{profile.key}/")
    assert "private" in first["Cache-Control"]
    again = client.get(f"/m/{profile.key}/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    stranger = Client().get(f"/m/{profile.key}/", headers={"If-None-Match": first["ETag"]})
    assert stranger.status_code == 200


def test_a_one_time_message_is_shown_once_and_not_kept(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    renamed = client.post(f"/m/{profile.key}/rename/", {"title": "New name"})
    said = [str(message) for message in get_messages(renamed.wsgi_request)]
    first = page(client, profile)
    again = page(client, profile)
    assert "New name" in again
    for text in said:
        assert text in first.replace("&quot;", '"').replace("&#x27;", "'")
        assert text not in again


# --- Safety ------------------------------------------------------------------------------------------------------
def test_what_people_write_is_never_markup(client: Client, stored: Store) -> None:
    evil = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    profile = stored(title=evil, **SMALL)
    profile.answers["makes"] |= {"note": evil, "source": "javascript:alert(1)"}
    profile.save()
    html = page(client, profile)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert 'href="javascript:' not in html
    assert html.count("&lt;script&gt;alert(&quot;x&quot;)") >= 2


def test_there_is_no_inline_script_or_style(client: Client, stored: Store) -> None:
    html = page(client, stored(**SMALL))
    assert "<style" not in html
    assert ' style="' not in html
    assert not re.findall(r"<script(?![^>]* src=)", html)
    assert not re.findall(r' on[a-z]+="', html)
