"""Changes of the law: kept to a place, followed as an Atom feed, and read for one's own profile."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from django.test import Client

from apps.profiles.models import Profile
from apps.rules.law import load

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, query: str = "", host: str = "testserver") -> ET.Element:
    response = client.get(f"/changes/feed.atom{query}", headers={"host": host})
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)  # noqa: S314  our own feed


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{ATOM}{name}")]


def entries(element: ET.Element) -> dict[str, ET.Element]:
    return {(entry.findtext(f"{ATOM}title") or "").rpartition(":")[0]: entry for entry in element.iter(f"{ATOM}entry")}


def test_the_feed_is_well_formed_and_its_ids_are_unique_and_stay(client: Client) -> None:
    found = feed(client)
    assert found.tag == f"{ATOM}feed"
    ids = texts(found, "id")
    assert len(ids) == len(set(ids)) > 50
    assert all(text.startswith("urn:uuid:") for text in ids)
    assert texts(feed(client, host="localhost"), "id") == ids
    assert texts(found, "name")[0] == "Remit"
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {"alternate": "http://testserver/changes/", "self": "http://testserver/changes/feed.atom"}


def test_an_entry_is_dated_by_the_day_it_was_published(client: Client) -> None:
    omnibus = entries(feed(client, "?place=EU"))[load().instruments["OMN"].short]
    assert omnibus.findtext(f"{ATOM}updated") == "2026-07-24T00:00:00+00:00"
    said = omnibus.findtext(f"{ATOM}summary") or ""
    assert "<li>" in said
    assert "2 December 2027" in said
    updated = texts(feed(client), "updated")[1:]
    assert updated == sorted(updated, reverse=True)


def test_a_feed_of_one_place_holds_no_other(client: Client) -> None:
    for place in ("EU", "US", "US-CO"):
        found = feed(client, f"?place={place}")
        places = {category.get("term") for category in found.iter(f"{ATOM}category")}
        assert places
        assert all(code == place or str(code).startswith(f"{place}-") for code in places)
        assert texts(found, "id")[0] != texts(feed(client), "id")[0]
    assert client.get("/changes/feed.atom?place=Atlantis").status_code == 404


def test_the_page_is_kept_to_a_place_and_points_to_its_feed(client: Client) -> None:
    body = client.get("/changes/?place=US-CO").content.decode()
    assert 'type="application/atom+xml"' in body
    assert 'href="/changes/feed.atom?place=US-CO"' in body
    assert "US-CO-SB26-189" in body
    assert "/rulebook/duties/EU-" not in body
    wrong = client.get("/changes/?place=Atlantis")
    assert wrong.status_code == 400
    assert "There is no place “Atlantis”" in wrong.content.decode()
    assert len(client.get("/changes/").content) < 150_000


@pytest.mark.django_db
def test_each_day_leads_to_what_it_means_for_ones_own_profile(client: Client) -> None:
    before = client.get("/changes/?as_of=2026-11-23")
    assert "For you" not in before.content.decode()
    first, second = (Profile.objects.create(title=title) for title in ("Nimbus", "Cirrus"))
    session = client.session
    session["profiles"] = [first.key, second.key]
    session.save()
    own = client.get("/changes/?as_of=2026-11-23", headers={"if-none-match": before["ETag"]})
    assert own.status_code == 200
    body = own.content.decode()
    past = "from_as_of=2026-08-01&amp;from_known_on=2026-08-01&amp;to_as_of=2026-08-02&amp;to_known_on=2026-08-02"
    coming = "from_as_of=2027-12-01&amp;from_known_on=2026-11-23&amp;to_as_of=2027-12-02&amp;to_known_on=2026-11-23"
    assert f'href="/m/{first.key}/dates/?{past}"' in body
    assert f'href="/m/{first.key}/dates/?{coming}"' in body
    assert f"/m/{first.key}/dates/?published=2026-07-24" in body
    chosen = client.get(f"/changes/?profile={second.key}").content.decode()
    assert f"/m/{second.key}/dates/?" in chosen
    assert f"/m/{first.key}/dates/?" not in chosen
    stranger = Profile.objects.create(title="Not mine")
    assert f"/m/{stranger.key}/" not in client.get(f"/changes/?profile={stranger.key}").content.decode()
