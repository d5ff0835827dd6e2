"""The licence library on pages: the list with filters, one page each, side by side; nothing guessed, nothing hidden."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

import pytest
from django.test import Client

from apps.library.atlas import atlas_of
from apps.library.licence_lists import found, matches
from apps.library.licence_pages import CARVE_OUTS, comparison
from apps.library.licence_words import OTHER_LIMITS, QUESTIONS, READINGS, SIDES, VERDICTS, figure_words, short_answer
from apps.library.search import search
from apps.library.words import GRADES
from apps.rules.engine.conditions import Contested
from apps.rules.law import load
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.terms import DISQUALIFIERS, Verdict, Weight

BOOK = load()
MOST_BYTES = 150_000
EVERY = list(LICENCES.values())


def read(client: Client, url: str, status: int = 200, **headers: str) -> str:
    response = client.get(url, headers=headers)
    assert response.status_code == status, f"{url} answered {response.status_code}"
    assert len(response.content) < MOST_BYTES
    return html.unescape(response.content.decode())


def shown(client: Client, query: str) -> list[str]:
    """The licences that the list shows as rows."""
    return re.findall(
        r'class="licence__pick" type="checkbox" name="id" value="([^"]+)"', read(client, f"/licences/{query}")
    )


# --- The list -----------------------------------------------------------------------------------------------------
def test_the_list_shows_every_licence_with_verdict_answers_and_grade(client: Client) -> None:
    page = read(client, "/licences/")
    assert shown(client, "") == [
        held.id for family in dict.fromkeys(x.family for x in EVERY) for held in EVERY if held.family is family
    ]
    for held in EVERY:
        line = page.partition(f'value="{held.id}" id="pick')[2].partition("</li>")[0]
        assert f'href="/licences/{held.id}/"' in line
        assert held.name in line
        assert str(VERDICTS[held.verdict]) in line
        assert str(GRADES[held.evidence.grade.value]) in line
        assert "<svg" in line, "a shape stands beside the word and the colour"
        for question, _ask in QUESTIONS:
            assert f"<dd>{short_answer(held, question)}</dd>" in line


@pytest.mark.parametrize(
    ("query", "among", "not_among"),
    [
        ("?verdict=yes", "apache-2.0", "llama4"),
        ("?verdict=contested", "gemma", "apache-2.0"),
        ("?verdict=no", "llama4", "gemma"),
        ("?osi=approved", "gpl-3.0", "gemma"),
        ("?commercial=no", "cc-by-nc-4.0", "mit"),
        ("?private=not_online", "agpl-3.0", "gpl-3.0"),
        ("?from=meta", "llama2", "gemma"),
        ("?from=by-tencent", "tencent-hunyuan-1m", "flux-dev-nc"),
        ("?place=EU", "llama4", "llama3.1"),
        ("?place=KR", "tencent-hunyuan-community", "llama4"),
        ("?place=nobody", "mit", "llama4"),
        ("?place=unknown", "krea-2-community", "mit"),
        ("?verdict=yes&osi=approved&commercial=yes", "mit", "cc-by-4.0"),
    ],
)
def test_filters_narrow_the_list(client: Client, query: str, among: str, not_among: str) -> None:
    rows = shown(client, query)
    assert among in rows
    assert not_among not in rows
    assert f"{len(rows)} of {len(LICENCES)} licences" in read(client, f"/licences/{query}")


def test_places_not_known_are_no_places_that_nobody_is_shut_out_of() -> None:
    unknown = {held.id for held in EVERY if not held.exclusions_known}
    assert unknown
    nobody = {row.licence.id for group in found({"place": "nobody"}).groups for row in group.rows}
    assert not nobody & unknown


@pytest.mark.parametrize("query", ["?verdict=perhaps", "?osi=%00", "?from=", "?place=XX", "?nothing=1"])
def test_a_filter_that_does_not_exist_hides_nothing(client: Client, query: str) -> None:
    assert len(shown(client, query)) == len(LICENCES)


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("apache 2", "apache-2.0"),
        ("Apache-2.0", "apache-2.0"),
        ("llama3.1", "llama3.1"),
        ("LLAMA 3.1 Community Licence", "llama3.1"),
        ("openrail++", "openrail++"),
    ],
)
def test_a_spelling_of_one_licence_is_recognised(client: Client, text: str, licence: str) -> None:
    page = read(client, f"/licences/?q={quote(text)}")
    notice = page.partition('<div class="notice">')[2].partition("</div>")[0]
    assert f'href="/licences/{licence}/"' in notice
    assert licence in shown(client, f"?q={quote(text)}")


def test_a_spelling_of_several_asks_back_and_one_of_none_is_not_guessed(client: Client) -> None:
    page = read(client, "/licences/?q=modified-mit")
    assert "does not say which licence is meant" in page
    assert {"mistral-modified-mit", "kimi-modified-mit", "minimax-m2-modified-mit"} <= set(
        shown(client, "?q=modified-mit")
    )
    page = read(client, "/licences/?q=completely+unheard+of")
    assert "nothing is guessed" in page
    assert " means " not in page
    assert "does not say which licence is meant" in read(client, "/licences/?q=other")


def test_makers_and_models_are_found_and_numbers_must_be_the_same(client: Client) -> None:
    assert {"mistral-modified-mit", "mrl-0.1"} <= set(shown(client, "?q=mistral+ai"))
    assert "flux-dev-nc" in shown(client, "?q=black+forest")
    assert matches(LICENCES["llama3.1"], "llama 3.1")
    assert not matches(LICENCES["llama2"], "llama 3")


def test_what_people_type_is_shown_as_text(client: Client) -> None:
    body = client.get("/licences/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in body


def test_a_script_gets_the_part_and_a_clean_address(client: Client) -> None:
    asked = {"q": "", "verdict": "yes", "osi": "", "id": "gemma"}
    part = client.get("/licences/", asked, headers={"HX-Request": "true"})
    assert b"<html" not in part.content
    assert part["HX-Push-Url"] == "/licences/?verdict=yes&id=gemma"
    assert b"Chosen, but hidden by the filters" in part.content
    typed = client.get("/licences/", {"q": "mit"}, headers={"HX-Request": "true", "HX-Trigger": "licence-text"})
    assert typed["HX-Replace-Url"] == "/licences/?q=mit"
    whole = client.get("/licences/", asked)
    assert b"<html" in whole.content
    assert "HX-Request" in whole["Vary"]
    assert b'aria-live="polite"' in part.content


# --- Short answers ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("held", EVERY, ids=list(LICENCES))
def test_a_short_answer_is_short_and_never_more_certain_than_the_full_one(held: Licence) -> None:
    for question, _ask in QUESTIONS:
        short, full = short_answer(held, question), getattr(held, question)
        assert 1 <= len(short.split()) <= 4
        if short == "Yes":
            assert not full.startswith(("No", "Only", "Not", "Unknown", "Probably", "Apparently"))
        if full.startswith(("Unknown", "Probably", "Apparently", "Text not seen")):
            assert short in {"Not known", "Probably yes", "Not everywhere"}
    if held.commercial.value == "no":
        assert short_answer(held, "deploy") in {"No", "Not everywhere"}
    if any(not exclusion.multimodal_only for exclusion in held.exclusions):
        assert short_answer(held, "deploy") == "Not everywhere"


@pytest.mark.parametrize(
    ("key", "answers"),
    [
        ("apache-2.0", ("Yes", "Yes", "No")),
        ("agpl-3.0", ("Yes, with conditions", "Not when online", "Yes, if online")),
        ("cc-by-nc-4.0", ("No", "Only within limits", "No")),
        ("cc-by-nd-4.0", ("Yes, with limits", "Only within limits", "No sharing allowed")),
        ("llama3.1", ("Depends on figures", "Yes", "No")),
        ("gemma", ("Yes, with limits", "Yes", "No; limits travel")),
        ("gpl-3.0", ("Yes", "Only within limits", "Yes, when shared")),
        ("minimax-h3-community", ("Not everywhere", "Not known", "Not known")),
        ("none-or-unknown", ("No", "No", "Does not arise")),
    ],
)
def test_short_answers(key: str, answers: tuple[str, ...]) -> None:
    assert tuple(short_answer(LICENCES[key], question) for question, _ask in QUESTIONS) == answers


# --- One licence --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("held", EVERY, ids=list(LICENCES))
def test_the_page_of_a_licence_says_everything(client: Client, held: Licence) -> None:
    page = read(client, f"/licences/{held.id}/")
    assert f"<title>{held.name} · Remit</title>" in re.sub(r"\s+", " ", page)
    assert page.index('id="practice"') < page.index('id="verdict"'), "the practical questions come first"
    for text in (
        held.deploy,
        held.fine_tune,
        held.disclose,
        held.reason,
        held.evidence.source,
        str(VERDICTS[held.verdict]),
    ):
        assert text.rstrip(".") in page
    parts = (held.clauses, held.thresholds, held.gates, held.owed, held.exclusions)
    for text in (part.text for held_parts in parts for part in held_parts):
        assert text in page
    for alias in held.aliases:
        assert alias in page
    for threshold in held.thresholds:
        assert figure_words(threshold).lower() in page.lower()
        assert threshold.tested.words.lower() in page.lower()
    for trait in (*(t for x in held.thresholds for t in x.only_if), *(t for gate in held.gates for t in gate.when)):
        assert trait.words.lower() in page.lower()
    assert ("Verify the text" in page) is held.evidence.verify
    for carve_out in CARVE_OUTS:
        assert f"/rulebook/carve-outs/{carve_out}/" in page
    assert not re.search(r"\{\{|\{%|<function|object at 0x|\(\)</dd>|>None, ", page)


def test_a_contested_licence_shows_both_readings_and_a_settled_one_none(client: Client) -> None:
    for held in EVERY:
        page = read(client, f"/licences/{held.id}/")
        assert ("Reading A" in page and "Reading B" in page) is (held.verdict.passes is None), held.id
    assert "/rulebook/readings/lists-of-forbidden-uses/" in read(client, "/licences/gemma/")
    assert "These exceptions ask for a free and open-source licence. With this one they are lost" in read(
        client, "/licences/llama4/"
    )


def test_every_kind_of_contested_clause_has_two_sides() -> None:
    for code, kind in DISQUALIFIERS.items():
        if code.value == "D5" or kind.weight is not Weight.LOSES:
            assert (code in READINGS) is not (code in SIDES)
    for reading in (*READINGS.values(), OTHER_LIMITS):
        assert isinstance(BOOK.readings[reading], Contested)
    assert all(key in BOOK.carve_outs for key in CARVE_OUTS)


def test_the_operator_of_a_figure_is_exact(client: Client) -> None:
    assert "More than 700 million users" in read(client, "/licences/llama3.1/").replace("\xa0", " ")
    assert "At least USD 10 million" in read(client, "/licences/ltx-2.x-community/").replace("\xa0", " ")
    unsure = [held.id for held in EVERY if any(not t.boundary_known for t in held.thresholds)]
    assert unsure
    assert all(
        "sources differ on whether the amount itself counts" in read(client, f"/licences/{key}/") for key in unsure
    )


def test_a_departure_from_the_clauses_is_explained(client: Client) -> None:
    page = read(client, "/licences/grok2-community/")
    assert "By its clauses alone the verdict would be “Contested" in page
    assert LICENCES["grok2-community"].verdict is Verdict.NO


def test_other_spellings_lead_to_the_page_and_none_is_guessed(client: Client) -> None:
    assert client.get("/licences/Apache%202/")["Location"] == "/licences/apache-2.0/"
    page = read(client, "/licences/modified-mit/", 404)
    assert 'href="/licences/kimi-modified-mit/"' in page
    assert "nothing is guessed" in read(client, "/licences/unheard/", 404)
    read(client, f"/licences/{'x' * 5000}/", 404)


def test_an_old_text_names_what_replaced_it(client: Client) -> None:
    assert 'href="/licences/apache-2.0/"' in read(client, "/licences/yi-legacy/")


# --- Side by side -------------------------------------------------------------------------------------------------
def test_two_to_four_stand_side_by_side_with_differences_in_words(client: Client) -> None:
    page = read(client, "/licences/compare/?id=llama4&id=apache-2.0&id=gemma&id=mit")
    assert page.count('<th scope="col">') == 5
    assert page.count('class="compare__differs"') == len(re.findall(r'<span class="quiet">differ</span>', page)) > 5
    assert '<span class="quiet">same</span>' in read(client, "/licences/compare/?id=mit&id=isc")


def test_rows_stand_in_the_same_order_whatever_is_compared() -> None:
    def titles(*ids: str) -> list[str]:
        return [line.title for part in comparison(ids).parts for line in part.lines]

    assert titles("mit", "gemma") == titles("llama4", "busl-1.1", "openai-api") != []
    assert all(
        cell for part in comparison(["mit", "none-or-unknown"]).parts for line in part.lines for cell in line.cells
    )


def test_a_comparison_has_one_address(client: Client) -> None:
    response = client.get("/licences/compare/?q=&id=Apache+2&id=mit&id=mit")
    assert (response.status_code, response["Location"]) == (302, "/licences/compare/?id=apache-2.0&id=mit")
    response = client.get("/licences/compare/", {"id": ["openrail++", "mit"]})
    assert response.status_code == 200


def test_what_is_wrong_with_a_comparison_is_said(client: Client) -> None:
    page = read(client, "/licences/compare/?id=mit&id=unheard&id=gemma", 400)
    assert "“unheard”" in page
    assert 'href="?id=mit&id=gemma"' in page
    page = read(client, "/licences/compare/?id=mit&id=isc&id=gemma&id=llama4&id=gpl-3.0", 400)
    assert "5 licences do not fit side by side" in page
    assert page.count("Leave out<") == 5
    assert "One licence is no comparison" in read(client, "/licences/compare/?id=mit")
    assert "Nothing to compare yet" in read(client, "/licences/compare/")
    read(client, "/licences/compare/?id=%00&id=%3Cscript%3E", 400)


# --- Ways in ------------------------------------------------------------------------------------------------------
def test_the_header_the_rulebook_the_help_and_the_openness_page_lead_there(client: Client) -> None:
    for url in ("/", "/rulebook/", "/help/", "/rulebook/openness/"):
        main = read(client, url)
        assert 'href="/licences/"' in main
    for url in ("/rulebook/", "/help/", "/rulebook/openness/"):
        assert 'href="/licences/"' in read(client, url).partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("query", "first"),
    [("apache 2.0", "apache-2.0"), ("llama3.1", "llama3.1"), ("gemma terms", "gemma"), ("LicenseRef-llama4", "llama4")],
)
def test_search_finds_licences(query: str, first: str) -> None:
    hit = search(atlas_of(BOOK), query)[0]
    assert (hit.entry.kind, hit.entry.id, hit.entry.url) == ("licences", first, f"/licences/{first}/")


def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    client.get("/licences/")
    first = client.get("/licences/mit/")
    assert client.get("/licences/mit/", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.post("/licences/").status_code == 405


def test_a_page_says_what_it_does_not_answer(client: Client) -> None:
    page = read(client, "/licences/apple-amlr/")
    assert "for the AI Act that of the weights decides" in page
    assert "Whether copyright or a database right protects weights at all is unsettled" in page
