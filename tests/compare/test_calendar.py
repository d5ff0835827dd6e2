"""What is coming, as a page and as a calendar that a program can follow (RFC 5545)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from apps.compare.dates.ics import Entry, calendar_text, escaped, folded
from apps.profiles.models import Profile
from apps.rules.law import load

RANKER = "/examples/cv-ranker/dates/"
AS_OF = {"as_of": "2026-11-23"}


def events(content: bytes) -> list[dict[str, str]]:
    """The entries of a calendar, unfolded; asserts what holds for every content line."""
    text = content.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = value
    return found


def test_the_calendar_has_an_entry_for_each_day_and_act(client: Client) -> None:
    response = client.get(f"{RANKER}calendar.ics", AS_OF)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    found = events(response.content)
    (december,) = (event for event in found if event["DTSTART;VALUE=DATE"] == "20271202")
    assert december["SUMMARY"] == "EU AI Act: 25 duties begin"
    assert december["DTEND;VALUE=DATE"] == "20271203"
    assert december["DTSTAMP"] == "20261123T000000Z"
    assert load().fingerprint in december["DESCRIPTION"]
    assert december["URL"].startswith("http://testserver/examples/cv-ranker/")
    uids = [event["UID"] for event in found]
    assert len(uids) == len(set(uids))
    again = client.get(f"{RANKER}calendar.ics", {"as_of": "2026-11-24"}, headers={"host": "localhost"})
    assert [event["UID"] for event in events(again.content)] == uids


def test_what_has_just_been_stays_for_a_year(client: Client) -> None:
    july = [
        e for e in events(client.get(f"{RANKER}calendar.ics", AS_OF).content) if "202607" in e["DTSTART;VALUE=DATE"]
    ]
    assert {event["SUMMARY"] for event in july} == {"EU AI Act: a duty begins", "EU AI Act: a duty changes wording"}
    later = client.get(f"{RANKER}calendar.ics", {"as_of": "2027-07-27", "known_on": "2026-11-23"})
    assert not [e for e in events(later.content) if e["DTSTART;VALUE=DATE"] < "20270728"]


def test_the_page_lists_what_comes_what_recurs_and_where_to_subscribe(client: Client) -> None:
    body = client.get(f"{RANKER}calendar/", AS_OF).content.decode()
    assert "Next, on 2 December 2027, in 12 months: EU AI Act: 25 duties begin." in body
    assert "webcal://testserver/examples/cv-ranker/dates/calendar.ics" in body
    text = client.get(f"{RANKER}calendar/", AS_OF | {"format": "csv"}).content.decode("utf-8-sig")
    assert text.splitlines()[0] == "day,what,jurisdiction,instrument,duty,title"
    assert sum(line.startswith("2027-12-02,begins,EU,") for line in text.splitlines()) == 25


@pytest.mark.django_db
def test_a_due_day_is_listed_and_a_hostile_title_stays_a_title(client: Client) -> None:
    title = "Nimbus; \\ , é🙂\r\nEND:VCALENDAR\r\nBEGIN:VEVENT"
    facts: dict[str, Any] = {
        "development": "own",
        "activity": "business",
        "seat": "eu",
        "union_ways": ["hub"],
        "placed_on": "2026-01-15",
        "training_course": [],
        "training_compute": "3e25",
        "generates": ["text"],
        "task_range": "many",
        "threshold_known_on": "2026-11-20",
    }
    kept = {key: {"value": value, "origin": "answered", "note": "", "source": ""} for key, value in facts.items()}
    profile = Profile.objects.create(title=title, answers=kept)
    content = client.get(f"/m/{profile.key}/dates/calendar.ics", AS_OF).content
    found = events(content)
    assert content.count(b"END:VCALENDAR\r\n") == 1
    assert re.search(rb"X-WR-CALNAME:AI rules: Nimbus\\; \\\\ \\, ", content)
    due = [event for event in found if "due" in event["SUMMARY"]]
    # Two weeks after the threshold is known to be met (Article 52(1)).
    assert [event["DTSTART;VALUE=DATE"] for event in due] == ["20261204"]


def test_lines_are_folded_between_characters() -> None:
    for line in ("x" * 75, "x" * 76, "é" * 80, "🙂" * 50, "a" + "🙂" * 50):
        parts = folded(line).split("\r\n")
        assert all(len(part.encode()) <= 75 for part in parts)
        assert all(part.startswith(" ") for part in parts[1:])
        assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == line
    assert folded("x" * 75) == "x" * 75


def test_texts_are_escaped() -> None:
    assert escaped("a\\b;c,d\r\ne\rf\ng\x00\x07") == "a\\\\b\\;c\\,d\\ne\\nf\\ng"
    entry = Entry(uid="1@remit", on=date(2028, 2, 29), title="T", text="t", url="https://x.example/", category="EU")
    assert "DTEND;VALUE=DATE:20280301\r\n" in calendar_text("n", [entry], date(2026, 11, 23))
