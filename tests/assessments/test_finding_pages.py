"""The page of each finding and of each reason of no duty: everything it rests on, as a page and as a part of one."""

import re
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client

from apps.profiles.models import Profile
from tests.assessments.law import LARGE, SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_law")]
Store = Callable[..., Profile]
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-23 12:00", tick=False):
        yield


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def page(client: Client, profile: Profile, rest: str, **headers: str) -> str:
    response = client.get(f"/m/{profile.key}/{rest}", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


# --- A finding ----------------------------------------------------------------------------------------------------
def test_a_finding_has_all_a_reader_needs(client: Client, stored: Store) -> None:
    html = page(client, stored(**LARGE), "findings/DOC/")
    text = text_of(html)
    for part in (
        "Write documentation, and mean it.",
        "You are the provider of a model",
        "Write it down.",
        "A file",
        "In time.",
        "At most EUR 30 million",
        "Open models lost",
        "primary text",
        "If “way to the market” were: not at all",
        "Law as of 23 November 2026",
    ):
        assert part in text, part
    assert 'href="/rulebook/duties/DOC/"' in html
    assert 'href="https://law.example/act"' in html
    assert "<title>Write documentation: A model · Remit</title>" in html


def test_it_holds_the_reasons_it_rests_on_and_no_others(client: Client, stored: Store) -> None:
    html = page(client, stored(**LARGE), "findings/DOC/")
    assert set(re.findall(r'<details class="fold why" id="DOC--why-([^"]+)"', html)) == {
        *("provider", "open-model", "large", "old-models")
    }
    alone = page(client, stored(**LARGE), "findings/PUB/")
    assert re.findall(r'<details class="fold why" id="PUB--why-([^"]+)"', alone) == ["provider"]


@pytest.mark.parametrize(
    ("obligation", "answers", "words"),
    [
        ("PUB", SMALL, "Applies now"),
        ("REG", SMALL, "Upcoming from 1 January 2028"),
        ("DOC", SMALL, "Exempt Open models"),
        ("PUB", {"makes": True}, "Depends on answers"),
        ("DIS", {**SMALL, "tuned": True}, "Contested"),
        ("MON", SMALL, "No duty"),
    ],
)
def test_each_mark_has_its_page(
    client: Client, stored: Store, obligation: str, answers: dict[str, object], words: str
) -> None:
    html = page(client, stored(**answers), f"findings/{obligation}/")
    head = re.search(r'<header class="finding__head">.*?</header>', html, re.DOTALL)
    assert head is not None
    assert words in text_of(head[0])
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)), "an id stands for one element"
    assert set(re.findall(r'href="#([^"]+)"', html)) <= {*ids, "main"}


def test_what_asks_for_nothing_says_why_and_what_it_asks_of_others(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    text = text_of(page(client, profile, "findings/MON/"))
    assert "No duty because: The model does not count as large" in text
    assert "What it asks of others Report each month, and mean it." in text
    assert "Evidence" not in text
    assert f'href="/m/{profile.key}/#no-duty"' in page(client, profile, "findings/MON/")
    assert "Not law on this day" in text_of(page(client, profile, "findings/BIL/"))


def test_an_open_finding_says_on_its_page_what_to_do_if_it_applies(client: Client, stored: Store) -> None:
    profile = stored()
    assert "What to do if it applies" in text_of(page(client, profile, "findings/DOC/"))
    assert "What to do" not in text_of(page(client, profile, "findings/DOC/", **HTMX)), "a row stays short"


def test_the_days_of_the_results_are_those_of_the_finding(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    html = page(client, profile, "findings/REG/?as_of=2028-01-01&known_on=2027-01-01")
    assert "Applies now" in html
    assert "Law as of 1 January 2028, as published by 1 January 2027." in text_of(html)
    assert f'href="/m/{profile.key}/?as_of=2028-01-01&amp;known_on=2027-01-01#REG"' in html
    copied = f'data-copy="/m/{profile.key}/findings/REG/?as_of=2028-01-01&amp;known_on=2027-01-01"'
    assert copied in html
    wrong = page(client, profile, "findings/REG/?as_of=soon")
    assert "The day “as of” could not be used" in text_of(wrong)


def test_a_changed_answer_changes_the_finding_at_once(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    assert "Exempt" in page(client, profile, "findings/DOC/")
    profile.answers["weights"]["value"] = False
    profile.save()
    assert "Exempt" not in page(client, profile, "findings/DOC/")


# --- A part of the results ----------------------------------------------------------------------------------------
def test_htmx_gets_the_part_that_a_row_shows_and_nothing_around_it(client: Client, stored: Store) -> None:
    profile = stored(**LARGE)
    response = client.get(f"/m/{profile.key}/findings/DOC/?as_of=2026-11-23", headers=HTMX)
    html = response.content.decode()
    assert "HX-Request" in response["Vary"]
    assert "private" in response["Cache-Control"]
    assert "<html" not in html
    assert "<h1" not in html
    assert html.count("<h4") >= 3
    for part in ("Write documentation, and mean it.", "Write it down.", "At most EUR 30 million", "Step by step"):
        assert part in text_of(html), part
    assert f'href="/m/{profile.key}/findings/DOC/?as_of=2026-11-23">Open as a page' in html
    whole = client.get(f"/m/{profile.key}/findings/DOC/", headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in whole.content.decode()


def test_parts_of_one_page_keep_their_anchors_apart(client: Client, stored: Store) -> None:
    profile = stored(**LARGE)
    parts = [page(client, profile, f"findings/{one}/", **HTMX) for one in ("DOC", "PUB", "MON", "DIS")]
    ids = [found for part in parts for found in re.findall(r' id="([^"]+)"', part)]
    assert len(ids) == len(set(ids))
    for part in parts:
        assert set(re.findall(r'href="#([^"]+)"', part)) <= set(ids)


# --- No duty ------------------------------------------------------------------------------------------------------
def test_a_reason_lists_the_rules_it_keeps_away(client: Client, stored: Store) -> None:
    profile = stored(**{**SMALL, "makes": True})
    html = page(client, profile, "no-duty/IMP/?as_of=2026-11-23")
    assert "<h1>You made the model</h1>" in html
    assert "It keeps 2 rules away." in text_of(html)
    assert re.findall(r'<li id="([^"]+)"', html) == ["IMP", "IMP-2"]
    assert f'href="/m/{profile.key}/findings/IMP-2/?as_of=2026-11-23"' in html
    same = page(client, profile, "no-duty/IMP-2/?as_of=2026-11-23")
    assert "<h1>You made the model</h1>" in same, "any of its rules names the reason"
    part = page(client, profile, "no-duty/IMP/", **HTMX)
    assert part.lstrip().startswith(("<ul", "<p"))
    assert "<h1" not in part


def test_its_steps_are_on_the_page_of_the_rule(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    link = re.search(r'<a class="proof__see" href="([^"#]+)#([^"]+)"', page(client, profile, "no-duty/MON/"))
    assert link is not None
    assert link[1] == f"/m/{profile.key}/findings/MON/"
    assert f'id="{link[2]}"' in client.get(link[1]).content.decode()


def test_filters_of_the_results_hold_for_the_rules_of_a_reason(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    both = re.findall(r'<li id="([^"]+)"', page(client, profile, "no-duty/MON/"))
    assert both == ["MON", "ALA"]
    assert client.get(f"/m/{profile.key}/no-duty/MON/?jurisdiction=UK").status_code == 404


# --- What is not there --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["findings", "no-duty"])
def test_an_unknown_finding_is_said_to_be_unknown(client: Client, stored: Store, kind: str) -> None:
    profile = stored(**SMALL)
    response = client.get(f"/m/{profile.key}/{kind}/NOPE/?as_of=2026-11-23")
    html = response.content.decode()
    assert response.status_code == 404
    assert "There is no finding called “NOPE”" in text_of(html)
    assert f'href="/m/{profile.key}/?as_of=2026-11-23"' in html
    assert client.get(f"/m/no-such-key-no-such-key/{kind}/DOC/").status_code == 404
    assert client.get(f"/examples/no-such-example/{kind}/DOC/").status_code == 404


def test_a_rule_that_was_not_decided_leads_to_the_rulebook(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    response = client.get(f"/m/{profile.key}/findings/DOC/?as_of=2026-11-23&known_on=2024-01-01")
    assert response.status_code == 404
    assert "“Write documentation” is not among these findings" in text_of(response.content.decode())
    assert 'href="/rulebook/duties/DOC/"' in response.content.decode()
    assert client.get(f"/m/{profile.key}/no-duty/PUB/").status_code == 404, "it applies"


def test_nothing_but_reading_is_offered(client: Client, stored: Store) -> None:
    profile = stored(**SMALL)
    assert client.post(f"/m/{profile.key}/findings/DOC/").status_code == 405
    assert client.head(f"/m/{profile.key}/findings/DOC/").status_code == 200


def test_what_people_write_is_never_markup(client: Client, stored: Store) -> None:
    evil = "<script>alert(1)</script>"
    profile = stored(title=evil, **SMALL)
    html = page(client, profile, "findings/DOC/")
    assert evil not in html
    assert "&lt;script&gt;" in html
    assert evil not in client.get(f"/m/{profile.key}/findings/{evil.replace('/', '')}/").content.decode()
