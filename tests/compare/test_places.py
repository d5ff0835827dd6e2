"""Jurisdictions by topics: every finding in one cell, figures equal to the assessment, no cell without a reason."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.management import call_command
from django.test import Client

from apps.assessments.beside import is_beside
from apps.assessments.decided import Decided
from apps.assessments.marks import is_duty, tally
from apps.assessments.page import View
from apps.compare.places.matrix import OTHERS, Matrix, PlacesChoice, PlacesView
from apps.compare.places.picture import picture
from apps.compare.places.topics import BY_KEY, PENALTIES, TOPICS, Column, TopicCell
from apps.profiles.models import Profile as Stored
from apps.profiles.packed import pack
from apps.profiles.selectors import example_get, rulebook
from apps.rules.engine import Answer, Origin, Profile, Topic, evaluate
from apps.rules.engine.profile import Interval, Value

DAY = date(2026, 11, 23)
DAYS = "as_of=2026-11-23&known_on=2026-11-23"
EXAMPLES = ("gpt-oss-120b", "cv-ranker", "companion-app")
LIMIT = 150_000
BINDING = {"statute", "regulation"}


def with_answers(profile: Profile, **answers: Value) -> Profile:
    """The profile with these answers besides."""
    added = {key: Answer(value=value, origin=Origin.ANSWERED) for key, value in answers.items()}
    return replace(profile, answers={**profile.answers, **added})


def matrix_of(profile: Profile, on: date = DAY) -> Matrix:
    found = View(decided=Decided(evaluate(rulebook(), profile, as_of=on, known_on=on)))
    return Matrix(found.assessment, found.rows)


EMPTY = Profile(answers={}, title="Nothing said")


@cache
def matrix(name: str) -> Matrix:
    """The matrix of an example; "empty": nothing answered, "nationwide": everywhere in the United States."""
    if name == "empty":
        return matrix_of(EMPTY)
    if name == "nationwide":
        return matrix_of(with_answers(example_get("companion-app").profile, us_states=frozenset({"nationwide"})))
    return matrix_of(example_get(name).profile)


def columns(found: Matrix) -> dict[str, Column]:
    return {column.key: column for column in found.columns()}


def cells(found: Matrix) -> list[TopicCell]:
    return [cell for column in found.columns() for cell in found.cells(column)]


def sums_up(found: Matrix) -> None:
    """Every finding stands in exactly one cell, and the duties of the cells are those of the assessment."""
    findings, made = found.assessment.findings, cells(found)
    assert Counter(row.anchor for cell in made for row in cell.rows) == Counter(f.id for f in findings)
    counted = sum((cell.counts for cell in made), Counter())
    assert {count.kind: counted[count.kind] for count in tally(findings)} == {c.kind: c.number for c in tally(findings)}
    for cell in made:
        assert {row.finding.obligation.topic for row in cell.rows} <= cell.topic.topics
        assert {row.jurisdiction for row in cell.rows} <= set(cell.column.codes)


# --- Nothing is lost ----------------------------------------------------------------------------------------------
def test_every_topic_of_the_law_has_one_row() -> None:
    assert Counter(topic for row in TOPICS for topic in row.topics) == Counter(Topic)
    assert len({row.key for row in TOPICS}) == len(TOPICS)


@pytest.mark.parametrize("name", [*EXAMPLES, "empty", "nationwide"])
def test_every_finding_stands_in_one_cell_and_the_figures_are_those_of_the_assessment(name: str) -> None:
    sums_up(matrix(name))


@pytest.mark.django_db
def test_the_table_says_what_the_command_line_says(client: Client, root: Path) -> None:
    out = io.StringIO()
    path = root / "fixtures" / "systems" / "cv-ranker.yaml"
    call_command("assess", str(path), "--as-of", "2026-11-23", "--format", "json", stdout=out)
    said = {finding["id"]: finding for finding in json.loads(out.getvalue())["findings"]}
    lines = table(client, f"/examples/cv-ranker/places/?{DAYS}")
    shown = [line for line in lines if line["rule"]]
    assert Counter(line["rule"] for line in shown) == Counter(said.keys())
    for line in shown:
        finding = said[line["rule"]]
        assert line["jurisdiction"] == finding["jurisdiction"]
        assert line["mark"] == mark_of(finding), line
        binds = finding["force"] in BINDING and finding["topic"] not in {"penalties", "other law to check"}
        assert line["duty"] == ("yes" if binds else "no"), line
    html = client.get(f"/examples/cv-ranker/places/?{DAYS}").content.decode()
    for code in ("EU", "UK", "US"):
        counted = Counter(line["mark"] for line in shown if line["jurisdiction"] == code and line["duty"] == "yes")
        words = {"applies": "now", "upcoming": "upcoming", "contested": "contested", "depends": "open"}
        told = ", ".join(f"{counted[kind]} {word}" for kind, word in words.items() if counted[kind])
        every = re.search(rf'jurisdiction={code}">(.*?)</a>', html)
        assert every is not None
        assert text_of(every[1]) == (told or "no duty")


def mark_of(finding: Mapping[str, Any]) -> str:
    """The mark that a finding of the command line comes to."""
    if not finding["live"] or finding["timing"] == "ended":
        return "none"
    if finding["certainty"] == "contested":
        return "contested"
    if finding["outcome"] == "applies":
        return {"in_force": "applies", "upcoming": "upcoming", None: "depends"}[finding["timing"]]
    return {"exempt": "exempt", "needs_facts": "depends", "does_not_apply": "none"}[finding["outcome"]]


def table(client: Client, url: str) -> list[dict[str, str]]:
    response = client.get(f"{url}&format=csv")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.content.decode().removeprefix("\ufeff"))))


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))).strip()


# --- Columns ------------------------------------------------------------------------------------------------------
def test_what_is_voluntary_has_a_column_of_its_own_and_counts_as_nothing() -> None:
    found = matrix("gpt-oss-120b")
    column = columns(found)["INT"]
    assert found.columns()[-1] is not None
    assert found.columns()[-1].key == "INT"
    assert column.voluntary
    assert "never a duty" in column.note
    assert found.within(column)
    for cell in found.cells(column):
        assert all(is_beside(row.finding) and not is_duty(row.finding) for row in cell.rows)
        assert not cell.counts
        assert cell.standing.kind == ""


def test_states_without_a_link_share_a_column_and_named_states_have_their_own() -> None:
    found = matrix_of(with_answers(example_get("cv-ranker").profile, us_states=frozenset({"ga", "ny"})))
    shown = columns(found)
    assert {"US-GA", "US-NY"} <= set(shown), "also where no duty reaches them"
    other = shown[OTHERS]
    assert other.note == "no duty, because you named no link to them"
    assert other.name == f"{len(other.codes)} other states"
    assert not {"US-GA", "US-NY"} & set(other.codes)
    assert all(row.mark == "none" for row in found.within(other))
    decisions = found.cell(OTHERS, BY_KEY["decisions"])
    assert decisions.standing.detail == "You named no link to the place"
    everywhere = {row.jurisdiction for row in found.rows}
    assert everywhere == {code for column in shown.values() for code in column.codes}


def test_where_states_are_not_asked_for_each_open_one_has_its_column() -> None:
    found = matrix("empty")
    assert OTHERS not in columns(found)
    assert {"US-CA", "US-GA"} <= set(columns(found))


def test_a_profile_without_a_link_abroad_keeps_the_country_with_its_reason() -> None:
    found = matrix("cv-ranker")
    cell = found.cell("UK", BY_KEY["decisions"])
    assert (cell.standing.kind, cell.standing.words) == ("none", "no duty")
    assert cell.standing.detail.startswith("You named no link to the place")


def test_what_the_union_asks_of_chatbots_is_pointed_to_where_it_is_filed() -> None:
    found = matrix("companion-app")
    cell = found.cell("EU", BY_KEY["chatbots"])
    assert cell.standing.words == "no rule filed here"
    assert cell.standing.detail == "see Transparency and provenance, Banned practices"
    assert found.cell("UK", BY_KEY["chatbots"]).elsewhere == ()


# --- Empty cells --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", [*EXAMPLES, "empty", "nationwide"])
def test_no_cell_is_silent(name: str) -> None:
    found, book = matrix(name), rulebook()
    held = {(book.instruments[d.instrument].jurisdiction, d.topic) for d in book.obligations.values()}
    for cell in cells(found):
        standing = cell.standing
        assert standing.words
        has_rule = any((code, topic) in held for code in cell.column.codes for topic in cell.topic.topics)
        if cell.topic.key == PENALTIES:
            continue
        assert bool(cell.rows) == has_rule, "on this day every rule has a wording"
        if not cell.rows:
            assert standing.words in {"no rule in the rulebook", "no text in the rulebook", "no rule filed here"}
        elif standing.words in {"no duty", "no binding rule", "nothing to check", "nothing expected"}:
            reasons = {row.keeps_away for row in cell.rows if row.mark == "none"}
            assert reasons or standing.words == "no binding rule", cell.title
            assert not reasons or any(reason in standing.detail for reason in reasons), cell.title


def test_with_nothing_answered_no_duty_is_denied_but_by_the_law_itself() -> None:
    for cell in cells(matrix("empty")):
        for row in cell.rows:
            if row.mark == "none":
                assert not row.finding.live or row.finding.because.kind != "fact"
        if cell.rows and not cell.column.voluntary and cell.topic.key not in {PENALTIES, "other-law"}:
            assert cell.standing.kind != "none" or not any(row.duty and row.finding.live for row in cell.rows)


def test_on_a_day_before_a_rule_the_cell_says_so() -> None:
    found = matrix_of(example_get("gpt-oss-120b").profile, date(2024, 8, 1))
    early = [cell for cell in cells(found) if not cell.rows and cell.ruled and cell.topic.key != PENALTIES]
    assert early
    assert {cell.standing.words for cell in early if not cell.column.voluntary} == {"not law on these days"}


# --- Penalties ----------------------------------------------------------------------------------------------------
def penalties(profile: Profile, code: str) -> TopicCell:
    return matrix_of(profile).cell(code, BY_KEY[PENALTIES])


def test_ceilings_are_computed_where_turnover_is_known() -> None:
    profile = example_get("gpt-oss-120b").profile
    rule = penalties(with_answers(profile, revenue=None), "EU").standing
    assert "whichever is higher" in rule.words
    turnover = rulebook().obligations["EU-AIA-53-1-d"].penalty
    assert turnover is not None
    # Three per cent of a billion are 30 million, of 100 million 3: the fixed 15 million are higher (Article 101(1)).
    for amount, cap in ((1e9, "EUR 30 million"), (1e8, "EUR 15 million")):
        known = with_answers(profile, **{turnover.turnover.key: Interval(amount, amount)})
        cell = penalties(known, "EU")
        assert cell.standing.words.startswith(f"At most {cap}"), cell.standing
        assert cell.standing.kind == "applies"
        assert any(f"At most {cap}" in item.text and item.certain for item in cell.ceilings)
        # Data protection may reach the makers of the model: four per cent or 20 million (GDPR, Article 83(5)).
        assert f"At most EUR {'40' if amount > 1e8 else '20'} million if an open duty applies" in cell.standing.detail


def test_penalties_are_those_of_duties_at_stake_and_each_is_named_once() -> None:
    for name in EXAMPLES:
        found = matrix(name)
        for column in found.columns():
            cell = found.cell(column.key, BY_KEY[PENALTIES])
            at_stake = [r for r in found.within(column) if r.duty and r.mark not in {"none", "exempt"}]
            named = [row.anchor for item in cell.ceilings for row in item.rows]
            assert Counter(named) == Counter(row.anchor for row in at_stake if row.penalty)
            if not at_stake and not column.voluntary:
                assert cell.standing.words == "no duty to breach"
            if at_stake and all(row.mark in {"depends", "contested"} for row in at_stake) and cell.ceilings:
                assert "if an open duty applies" in cell.standing.detail


# --- What to show -------------------------------------------------------------------------------------------------
def test_only_what_differs_leaves_out_rows_in_which_the_law_asks_the_same() -> None:
    found = matrix("cv-ranker")
    view = PlacesView(found, PlacesChoice(places=("UK", "US", "INT"), differing=True))
    assert view.topics == (), "no duty here and no rule there come to the same"
    assert view.alike == len(TOPICS)
    both = PlacesView(found, PlacesChoice(places=("EU", "UK"), differing=True))
    assert TOPICS.index(BY_KEY["documentation"]) in both.topics


def test_turning_the_table_changes_no_cell() -> None:
    found = matrix("gpt-oss-120b")
    straight = PlacesView(found, PlacesChoice())
    turned = PlacesView(found, PlacesChoice(turned=True))
    down = [[shown.standing for shown in line] for _, line in straight.lines]
    across = [[shown.standing for shown in line] for _, line in turned.lines]
    assert [list(row) for row in zip(*down, strict=True)] == across
    assert straight.corner != turned.corner


# --- Pages --------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_page_stands_among_the_ways_to_look_at_a_description(client: Client) -> None:
    html = client.get(f"/examples/gpt-oss-120b/places/?{DAYS}").content.decode()
    tabs = re.search(r'<nav class="tabs lenses.*?</nav>', html, re.DOTALL)
    assert tabs is not None
    assert f'href="/examples/gpt-oss-120b/places/?{DAYS.replace("&", "&amp;")}" aria-current="page"' in tabs[0]
    text = text_of(html)
    for part in ("Jurisdictions by topics", "Law as of 23 November 2026", "never a duty", "What is covered"):
        assert part in text
    assert len(re.findall(r'<th scope="row">', html)) == len(TOPICS) + 1
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.django_db
def test_pages_stay_light_whatever_is_open(client: Client) -> None:
    stored = Stored.objects.create(title="Empty", answers={})
    nationwide = with_answers(EMPTY, us_states=frozenset({"nationwide"}))
    for url in (f"/m/{stored.key}/places/?{DAYS}", f"/c/{pack(nationwide, rulebook())}/places/?{DAYS}"):
        for query in ("", "&turn=1"):
            response = client.get(url + query)
            assert response.status_code == 200
            assert len(response.content) < LIMIT
    for topic in TOPICS:
        assert len(client.get(f"/m/{stored.key}/places/EU/{topic.key}/?{DAYS}").content) < LIMIT


@pytest.mark.django_db
def test_a_cell_is_a_page_and_a_part_of_one(client: Client) -> None:
    url = f"/examples/gpt-oss-120b/places/EU/training-data/?{DAYS}"
    page, part = client.get(url), client.get(url, headers={"HX-Request": "true"})
    assert page.status_code == part.status_code == 200
    assert "HX-Request" in page["Vary"]
    html, short = page.content.decode(), part.content.decode()
    assert "<h1>Training data: European Union</h1>" in html
    assert "<html" not in short
    assert "<h1" not in short
    for text in (text_of(html), text_of(short)):
        for words in ("5 now, 4 open", "Art. 53(1)(c)", "since 2 August 2025", "Applies now", "Not binding"):
            assert words in text, words
    query = DAYS.replace("&", "&amp;")
    for found in (html, short):
        assert f'href="/examples/gpt-oss-120b/findings/EU-AIA-53-1-c/?{query}"' in found
    back = client.get(url, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in back.content.decode()


@pytest.mark.django_db
def test_an_empty_cell_says_which_reason_keeps_which_rules_away_and_what_is_not_covered(client: Client) -> None:
    away = client.get(f"/examples/cv-ranker/places/EU/bans/?{DAYS}").content.decode()
    folds = re.findall(r"<details class=\"fold fold--small\" open><summary>(.*?)</summary>", away)
    assert any(text_of(fold) == "The system does nothing that Article 5(1)(a) bans 1" for fold in folds)
    assert "/examples/cv-ranker/findings/EU-AIA-5-1-a/" in away
    none = text_of(client.get(f"/examples/cv-ranker/places/US-GA/whistleblowing/?{DAYS}").content.decode())
    assert "The rulebook holds no rule of this jurisdiction on this topic." in none
    assert "More of the United States" in none
    shared = text_of(client.get(f"/examples/cv-ranker/places/others/chatbots/?{DAYS}").content.decode())
    assert "You named no link to the place" in shared


@pytest.mark.django_db
def test_addresses_that_name_nothing_are_refused_with_a_reason(client: Client) -> None:
    base = "/examples/gpt-oss-120b/places/"
    for rest in ("EU/weather/", "FR/documentation/", "others/bans/x/", "us-ca/bans/"):
        assert client.get(base + rest).status_code == 404, rest
    response = client.get(base, {"place": ["EU", "FR", "<script>" * 50]})
    assert response.status_code == 400
    text = text_of(response.content.decode())
    assert "There is no jurisdiction “FR” among these findings." in text
    assert "<script>&lt" not in response.content.decode()
    many = client.get(base, {"place": [f"X{number}" for number in range(500)]})
    assert many.status_code == 400
    assert len(many.content) < LIMIT
    assert client.get("/examples/none/places/").status_code == 404
    assert client.get("/m/none/places/").status_code == 404
    assert client.get("/c/none/places/EU/bans/").status_code == 404
    assert client.post(base).status_code == 405
    wrong = client.get(base, {"as_of": "soon"})
    assert "The day “as of” could not be used" in text_of(wrong.content.decode())


@pytest.mark.django_db
def test_chosen_places_are_the_columns_of_page_and_file(client: Client) -> None:
    url = f"/examples/gpt-oss-120b/places/?{DAYS}&place=eu&place=US-GA"
    html = client.get(url).content.decode()
    heads = [text_of(head) for head in re.findall(r'<th scope="col">(.*?)</th>', html)]
    assert heads == ["EU European Union", "US-GA Georgia"]
    assert {line["jurisdiction"] for line in table(client, url)} == {"EU", "US-GA"}
    bare = [line for line in table(client, url) if line["jurisdiction"] == "US-GA" and not line["rule"]]
    bare = [line for line in bare if line["topic"] != "Penalties"]
    assert {line["reason"] for line in bare} <= {"no rule in the rulebook", "no rule filed here"}


@pytest.mark.django_db
def test_the_permanent_link_shows_the_same(client: Client) -> None:
    kept = {"us_states": {"value": ["ca"], "origin": "answered", "note": "", "source": ""}}
    stored = Stored.objects.create(title="Kept", answers=kept, jurisdictions=["EU", "US", "US-CA", "US-TX"])
    for url in (f"/examples/companion-app/places/?{DAYS}&turn=1&place=EU", f"/m/{stored.key}/places/?{DAYS}"):
        html = client.get(url).content.decode()
        link = re.search(r'href="(http://testserver/c/[^"]+)"', html)
        assert link is not None
        again = client.get(unescape(link[1])).content.decode()
        tables = [re.search(r"<table.*?</table>", page, re.DOTALL) for page in (html, again)]
        first, second = (text_of(found[0]) for found in tables if found)
        assert first == second
        assert "Made with other rules" not in again


@pytest.mark.django_db
def test_the_picture_is_a_drawing_with_a_title(client: Client) -> None:
    response = client.get(f"/examples/gpt-oss-120b/places/?{DAYS}&format=svg")
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    drawn = ET.fromstring(response.content)  # noqa: S314  our own drawing
    texts = [element.text for element in drawn.iter() if element.tag.endswith("}text")]
    assert {"EU", "UK", "US", "Training data", "Safety and incidents"} <= set(texts)
    assert "INT" not in texts
    view = PlacesView(matrix("gpt-oss-120b"), PlacesChoice())
    drawing = picture(view)
    spots = {(spot.x, spot.y): spot for spot in drawing.spots}
    for name, x in drawing.heads:
        for topic, y in drawing.labels:
            found = [c for cells in view.cells for c in cells if c.column.key == name and c.topic.title == topic]
            spot = spots.get((x, y))
            for cell in [c for c in found if c.duties and c.topic.key != PENALTIES]:
                assert spot is not None
                assert (spot.mark, spot.number) == (cell.standing.kind, cell.standing.words.split()[0])
    assert any(element.tag.endswith("}title") for element in drawn)


@pytest.mark.django_db
def test_jurisdictions_without_law_on_early_days_are_named(client: Client) -> None:
    response = client.get("/examples/gpt-oss-120b/places/?as_of=2000-01-01&known_on=2000-01-01")
    assert response.status_code == 200
    text = text_of(response.content.decode())
    assert "not law on these days" in text
    assert "Nothing there was law, or published, on these days: the EU, " in text
    assert "Law that is in the rulebook but asks for nothing: Arkansas." in text
