"""Then or now: what changes between two days, through which act, day by day, and what is coming.

Expected days and acts come from the Official Journal (Regulation (EU) 2026/1744, published on 24 July 2026, in force on
27 July 2026), from the session laws of Colorado (SB 26-189, signed on 14 May 2026, applying from 1 January 2027 in the
place of SB 24-205) and from the United Kingdom's Data (Use and Access) Act, whose section 80 began on 5 February 2026.
"""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from apps.assessments.links import Source
from apps.assessments.marks import is_duty, mark
from apps.compare.dates.happenings import Course, Turn, turns
from apps.compare.dates.two_days import TwoDays
from apps.profiles.packed import pack
from apps.profiles.selectors import example_get
from apps.rules.engine import Answer, Assessment, Profile, Timing, evaluate, parse_value
from apps.rules.law import load
from tests.rules.test_uk_automated_decisions import LENDER
from tests.rules.test_us_colorado_decisions import USER

BOOK = load()
TODAY = date(2026, 11, 23)
ONE_DAY = timedelta(days=1)
CV = example_get("cv-ranker").profile
RANKER = "/examples/cv-ranker/dates/"


def profile(**facts: Any) -> Profile:
    answers = {key: Answer(value=parse_value(BOOK.facts[key], value)) for key, value in facts.items()}
    return Profile(answers=answers)


def at(on: date, known_on: date | None = None, who: Profile = CV) -> Assessment:
    return evaluate(BOOK, who, as_of=on, known_on=known_on or on)


def view(before: Assessment, after: Assessment) -> TwoDays:
    return TwoDays(before, after, Source(slug="cv-ranker"))


def kinds(found: tuple[Turn, ...]) -> dict[str, str]:
    return {turn.finding.id: turn.kind for turn in found}


def days(found: TwoDays) -> dict[str, tuple[str, str]]:
    return {line.id: (line.before.words, line.after.words) for line in found.lines}


def acts(found: TwoDays, duty: str) -> set[str]:
    return {cause.act.id for line in found.lines if line.id == duty for cause in line.causes}


# --- The examples of the law ---------------------------------------------------------------------------------------
def test_the_omnibus_moves_the_duties_of_annex_iii() -> None:
    found = view(at(date(2026, 6, 1)), at(date(2026, 7, 27)))
    assert kinds(found.turns)["EU-AIA-17"] == "moves"
    assert days(found)["EU-AIA-17"] == ("from 2 August 2026", "from 2 December 2027")
    assert acts(found, "EU-AIA-17") == {"OMN"}
    assert days(found)["EU-AIA-4A"] == ("not law then", "now")
    assert kinds(found.turns)["EU-AIA-4-1"] == "wording"
    assert {act.number for act, _ in found.through} == {"Regulation (EU) 2026/1744"}
    (union,) = (place for place in found.places if place.code == "EU")
    assert "25 move to another day" in union.sentence


@pytest.mark.parametrize(("on", "moved"), [(date(2026, 7, 23), False), (date(2026, 7, 24), True)])
def test_they_move_on_the_day_of_publication_and_not_the_day_before(on: date, moved: bool) -> None:
    for as_of in (on, TODAY):  # on both clocks together, and on the day of publication alone
        before, after = at(min(as_of, on - ONE_DAY), on - ONE_DAY), at(min(as_of, on), on)
        assert (kinds(turns(before.by_id, after.by_id)).get("EU-AIA-17") == "moves") is moved


def test_a_wording_published_before_its_day_gives_the_old_one_a_last_day() -> None:
    day = date(2026, 7, 24)
    found = view(at(day - ONE_DAY), at(day))
    assert kinds(found.turns)["EU-AIA-4-1"] == "limited"
    assert days(found)["EU-AIA-4-1"] == ("now", "now, until 27 July 2026")
    force = date(2026, 7, 27)
    assert kinds(turns(at(force - ONE_DAY).by_id, at(force).by_id))["EU-AIA-4-1"] == "wording"


def test_by_the_law_known_in_june_they_would_have_begun_in_august() -> None:
    june, august = date(2026, 6, 1), date(2026, 8, 2)
    then = turns(at(august - ONE_DAY, june).by_id, at(august, june).by_id)
    assert kinds(then)["EU-AIA-17"] == "begins"
    now = turns(at(august - ONE_DAY, TODAY).by_id, at(august, TODAY).by_id)
    assert "EU-AIA-17" not in kinds(now)
    december = date(2027, 12, 2)
    assert kinds(turns(at(december - ONE_DAY, TODAY).by_id, at(december, TODAY).by_id))["EU-AIA-17"] == "begins"


def test_colorado_replaces_one_act_by_another() -> None:
    who = profile(**USER)
    signed, first = date(2026, 5, 14), date(2027, 1, 1)
    eve = view(at(signed - 2 * ONE_DAY, who=who), at(signed - ONE_DAY, who=who))
    assert "CO189-1703" not in kinds(eve.turns)
    found = view(at(signed - ONE_DAY, who=who), at(signed, who=who))
    assert kinds(found.turns)["CO189-1703"] == "added"
    assert days(found)["CO189-1703"] == ("not law then", "from 1 January 2027")
    assert acts(found, "CO189-1703") == {"US-CO-SB26-189"}
    year = view(at(first - ONE_DAY, TODAY, who), at(first, TODAY, who))
    assert kinds(year.turns)["CO189-1703"] == "begins"
    assert [said for act, on, said in year.steps if act.id == "US-CO-SB24-205"] == [
        "Repealed and re-enacted by SB 26-189"
    ]


def test_the_reform_of_british_law_ends_a_ban_and_begins_safeguards() -> None:
    who = profile(**LENDER)
    reform = date(2026, 2, 5)
    found = view(at(reform - ONE_DAY, who=who), at(reform, who=who))
    assert (kinds(found.turns)["UK-ADM-22B"], kinds(found.turns)["UK-ADM-22C-a"]) == ("ends", "begins")
    assert all(cause.on == reform for line in found.lines for cause in line.causes)
    eve = view(at(reform - 2 * ONE_DAY, who=who), at(reform - ONE_DAY, who=who))
    assert not {"UK-ADM-22B", "UK-ADM-22C-a"} & kinds(eve.turns).keys()
    # Nobody knew it on the eve: the ban would have gone on.
    assert "UK-ADM-22B" not in kinds(turns(at(reform - ONE_DAY, who=who).by_id, at(TODAY, reform - ONE_DAY, who).by_id))


def test_what_is_not_answered_may_begin_and_is_no_no() -> None:
    december = date(2027, 12, 2)
    unknown = profile(uses=["hiring"], union_ways=["own_product"])
    found = turns(at(december - ONE_DAY, TODAY, unknown).by_id, at(december, TODAY, unknown).by_id)
    assert kinds(found)["EU-AIA-17"] == "may"


# --- Day by day ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("slug", ["cv-ranker", "apertus-70b"])
def test_each_day_of_the_course_is_what_two_whole_evaluations_say(slug: str) -> None:
    who = example_get(slug).profile
    course = Course(at(TODAY, who=who))
    ahead = list(course.ahead())
    assert [moment.on for moment in ahead] == sorted(moment.on for moment in ahead)
    back = next(course.back())
    for moment in [*ahead[:3], back]:
        whole = turns(at(moment.on - ONE_DAY, TODAY, who).by_id, at(moment.on, TODAY, who).by_id)
        assert kinds(moment.turns) == kinds(whole)
    end = at(ahead[-1].on, TODAY, who)
    last = {one.finding.id: one.after for moment in ahead for one in moment.turns}
    assert {key: mark(found) for key, found in last.items() if found} == {key: mark(end.by_id[key]) for key in last}
    # Between the days of the course nothing moves.
    quiet = [on for on in BOOK.moments.as_of if TODAY < on < ahead[0].on][-1:]
    for on in quiet:
        assert turns(at(on - ONE_DAY, TODAY, who).by_id, at(on, TODAY, who).by_id) == ()


def test_a_day_leads_to_the_next_and_the_one_before(client: Client) -> None:
    body = client.get(f"{RANKER}timeline/", {"as_of": "2026-11-23"}).content.decode()
    assert "Nothing changes for you on this day." in body
    assert 'rel="next" href="/examples/cv-ranker/dates/timeline/?as_of=2027-12-02&amp;known_on=2026-11-23"' in body
    assert "as_of=2026-07-27&amp;known_on=2026-11-23" in body
    day = client.get(f"{RANKER}timeline/", {"as_of": "2027-12-02", "known_on": "2026-11-23"}).content.decode()
    assert "Of your duties, 25 begin." in day
    assert "No later day is known" in day


def test_a_description_that_leaves_nearly_all_open_has_days_too(client: Client) -> None:
    packed = pack(profile(uses=["hiring"]), BOOK)
    for page in ("", "timeline/", "calendar/", "calendar.ics"):
        assert client.get(f"/c/{packed}/dates/{page}", {"as_of": "2026-11-23"}).status_code == 200


# --- Pages and files -----------------------------------------------------------------------------------------------
def rows(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_file_says_what_two_evaluations_say(client: Client) -> None:
    query = {"from_as_of": "2026-06-01", "to_as_of": "2026-07-27", "format": "csv"}
    before, after = at(date(2026, 6, 1)), at(date(2026, 7, 27))
    found = {row["duty"]: row for row in rows(client.get(RANKER, query))}
    keys = [k for k in after.by_id.keys() | before.by_id.keys() if is_duty(after.by_id.get(k) or before.by_id[k])]
    marks = {k: tuple(mark(s.by_id[k]) if k in s.by_id else "none" for s in (before, after)) for k in keys}
    assert {k for k, (old, new) in marks.items() if old != new} <= found.keys()
    for key, row in found.items():
        upcoming = [s.by_id[key] for s in (before, after) if key in s.by_id and s.by_id[key].timing is Timing.UPCOMING]
        words = row["1 June 2026"] + row["27 July 2026"]
        assert all(f"{f.applies_from.day} {f.applies_from:%B %Y}" in words for f in upcoming if f.applies_from), key
    assert found["EU-AIA-17"]["through"].startswith("Digital Omnibus on AI: published, 24 July 2026")


def test_a_preset_asks_for_the_day_before_and_the_day(client: Client) -> None:
    body = client.get(RANKER, {"published": "2026-07-24"}).content.decode()
    assert "23 July 2026, and 24 July 2026" in body
    assert "Digital Omnibus on AI" in body
    assert "26 move" in body or "25 move" in body


def test_no_change_is_said_with_the_reason(client: Client) -> None:
    body = client.get(RANKER, {"published": "2026-05-14"}).content.decode()
    assert "Nothing for you, although" in body
    assert "You named no link to the place" in body
    same = client.get(RANKER, {"from_as_of": "2026-11-20", "to_as_of": "2026-11-20"}).content.decode()
    assert "no rule here that could reach you changed between these days" in same


@pytest.mark.parametrize(
    "query",
    [
        {"from_as_of": "yesterday"},
        {"to_as_of": "2026-02-30"},
        {"from_known_on": "1066-10-14"},
        {"published": "\x00"},
        {"as_of": "<script>"},
    ],
)
def test_a_day_that_cannot_be_read_is_named(client: Client, query: dict[str, str]) -> None:
    response = client.get(RANKER, query)
    assert response.status_code == 400
    assert "could not be used" in response.content.decode()


def test_days_of_the_edges_are_answered(client: Client) -> None:
    for query in ({"published": "2000-01-01"}, {"to_as_of": "2000-01-01"}, {"from_as_of": "2100-12-31"}):
        assert client.get(RANKER, query).status_code == 200
    assert client.get(f"{RANKER}timeline/", {"as_of": "2000-01-01"}).status_code == 200
    assert client.get(f"{RANKER}calendar/", {"as_of": "2100-12-31"}).status_code == 200


def test_the_permanent_link_shows_the_same(client: Client) -> None:
    body = client.get(RANKER, {"from_as_of": "2026-06-01", "to_as_of": "2026-07-27"}).content.decode()
    link = body.split('href="http://testserver/c/')[1].split('"')[0].replace("&amp;", "&")
    again = rows(client.get(f"/c/{link}&format=csv"))
    query = {"from_as_of": "2026-06-01", "to_as_of": "2026-07-27", "format": "csv"}
    assert again == rows(client.get(RANKER, query))


def test_what_is_put_off_moves_even_while_answers_are_missing() -> None:
    """Regulation (EU) 2026/1744: high-risk duties of Annex III wait until 2 December 2027."""
    answers = {key: answer for key, answer in CV.answers.items() if key not in {"users", "significant_design_change"}}
    on = date(2026, 8, 3)
    found = view(at(on, date(2026, 6, 1), Profile(answers=answers)), at(on, on, Profile(answers=answers)))
    (line,) = (line for line in found.lines if line.id == "EU-AIA-9")
    assert line.kind == "moves"
    assert "2 December 2027" in line.after.words
    assert acts(found, "EU-AIA-9") == {"OMN"}
