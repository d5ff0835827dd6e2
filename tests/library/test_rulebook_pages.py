"""The rulebook documents itself: every piece of law has a page that says what it rests on, and no link is dead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import pytest
from django.test import Client

from apps.library.atlas import KINDS, Atlas, Node, atlas_of
from apps.library.claims import CLAIMS
from apps.library.naming import ABOUT, address
from apps.library.words import GRADES
from apps.library.worked import worked_examples
from apps.rules.law import load
from apps.rules.law.licences import LICENCES

ATLAS: Atlas = atlas_of(load())
PLAIN = ["/", "/rulebook/", "/changes/", "/coverage/", "/myths/", "/help/", "/rulebook/sources/", "/rulebook/search/"]
PLAIN += ["/licences/", "/licences/compare/"]
LISTS = [f"/rulebook/{kind}/" for kind in ABOUT]
OURS = ("/rulebook/", "/licences/", "/changes/", "/coverage/", "/myths/", "/help/")


class Text(HTMLParser):
    """The words, links and ids of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if found.get("id"):
            self.ids.add(str(found["id"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


@cache
def read(url: str, status: int = 200) -> Text:
    """A page by its address; fifteen hundred pages are looked at by several tests, and rendered once."""
    response = Client().get(url)
    assert response.status_code == status, f"{url} answered {response.status_code}"
    return Text(response.content.decode())


def no_leftovers(url: str, text: str) -> None:
    found = re.findall(r"\bNone\b|\bTODO\b|\{\{|\{%|<function|object at 0x|Decimal\(|&lt;|\bnan\b", text)
    assert not found, f"{url} shows {found}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_piece_of_law_has_a_page_with_its_id_pinpoints_and_grades(kind: str) -> None:
    for key in ATLAS.pieces[kind]:
        node: Node = (kind, key)
        page = read(address(node))
        assert key in page.text
        for cite in ATLAS.cites(node):
            assert cite.pinpoint in page.text, f"{node} does not show {cite.pinpoint}"
            assert str(GRADES[cite.grade.value]) in page.text, f"{node} does not grade {cite.pinpoint}"
        no_leftovers(address(node), page.text)


@pytest.mark.parametrize("url", [*PLAIN, *LISTS])
def test_the_other_pages_are_there_and_say_nothing_left_over(url: str) -> None:
    no_leftovers(url, read(url).text)


def test_every_worked_example_has_a_page_and_is_linked_from_what_it_fixes() -> None:
    for example in worked_examples():
        page = read(f"/rulebook/examples/{example.id}/")
        assert example.title in page.text
        for duty in example.expect.get("outcomes") or {}:
            assert f"/rulebook/duties/{duty}/" in page.links
    first = worked_examples()[0]
    for node in first.touches:
        assert f"/rulebook/examples/{first.id}/" in read(address(node)).links


def test_no_link_of_the_rulebook_is_dead() -> None:
    """Follow every link from the first rulebook page; each page answers, each anchor exists."""
    seen: dict[str, Text] = {}
    queue = ["/rulebook/"]
    wanted: list[tuple[str, str, str]] = []
    while queue:
        url = queue.pop()
        if url in seen:
            continue
        seen[url] = read(url)
        for target, anchor in internal(url, seen[url].links):
            wanted.append((url, target, anchor))
            queue.append(target)
    dead = {(a, b, c) for a, b, c in wanted if c and c not in seen[b].ids}
    assert not dead, f"no such place: {sorted(dead)[:5]}"
    unreached = {*map(address, ATLAS.nodes), *(f"/licences/{key}/" for key in LICENCES)} - set(seen)
    assert not unreached, f"nobody links to {sorted(unreached)[:5]}"


def internal(base: str, links: list[str]) -> Iterator[tuple[str, str]]:
    """Links to rulebook pages without a query, as page and anchor."""
    for link in links:
        target, anchor = urldefrag(urljoin(base, html.unescape(link)))
        if target.startswith(OURS) and "?" not in target:
            yield target, anchor


# --- What a page says, against the law ----------------------------------------------------------------------------
def section(client: Client, url: str, name: str) -> list[str]:
    """The links inside one section of a page."""
    body = client.get(url).content.decode()
    start = body.index(f'<section id="{name}">')
    following = re.search(r'<section id="', body[start + 10 :])
    return Text(body[start : start + 10 + following.start() if following else len(body)]).links


def test_the_open_source_exemption_removes_three_things_and_keeps_the_rest(client: Client) -> None:
    # Art. 53(2) and 54(6): 53(1)(a), (b) and 54 go; 53(1)(c), (d), 53(3) and Art. 55 stay.
    url = "/rulebook/carve-outs/open-source-model/"
    removed = {link.split("/")[3] for link in section(client, url, "removes") if "/duties/" in link}
    kept = {link.split("/")[3] for link in section(client, url, "keeps") if "/duties/" in link}
    act = {key for key in removed if key.startswith("EU-AIA-")}
    assert {"EU-AIA-53-1-a", "EU-AIA-53-1-b", "EU-AIA-54-1"} <= act
    assert all(key.startswith(("EU-AIA-53-1-a", "EU-AIA-53-1-b", "EU-AIA-54-")) for key in act)
    assert {"EU-AIA-53-1-c", "EU-AIA-53-1-d", "EU-AIA-53-3", "EU-AIA-55-1-a"} <= kept


def test_a_duty_names_what_removes_it_its_fine_and_who_has_longer() -> None:
    page = read("/rulebook/duties/EU-AIA-53-1-a/")
    assert "/rulebook/carve-outs/open-source-model/" in page.links
    assert "/rulebook/transitions/legacy-models/" in page.links
    assert "/rulebook/facts/weights_public/" in page.links, "facts are found through exceptions"
    assert "/rulebook/facts/training_compute/" in page.links, "facts are found through definitions"
    assert "3 % of worldwide annual turnover or EUR 15 million, whichever is higher" in page.text
    assert "In law from 2 August 2025" in page.text
    assert "Known from 12 July 2024" in page.text


def test_a_contested_point_shows_both_readings_and_what_turns_on_it() -> None:
    page = read("/rulebook/readings/lists-of-forbidden-uses/")
    assert "Reading A" in page.text
    assert "Reading B" in page.text
    assert "/rulebook/duties/EU-AIA-53-1-a/" in page.links


def test_the_law_can_be_read_on_other_days(client: Client) -> None:
    url = "/rulebook/params/high-risk-cut-off-annex-iii/"
    before = client.get(url, {"as_of": "2026-08-01", "known_on": "2026-06-01"}).content.decode()
    after = client.get(url, {"as_of": "2026-08-01"}).content.decode()
    lede = re.compile(r'<p class="lede">([^<]*)</p>')
    assert lede.findall(before) == ["2 August 2026"]
    assert lede.findall(after) == ["2 December 2027"]
    assert "Not yet published then" in before


def test_links_keep_the_chosen_days() -> None:
    page = read("/rulebook/duties/EU-AIA-53-1-a/?as_of=2026-01-01")
    assert "/rulebook/carve-outs/open-source-model/?as_of=2026-01-01" in page.links


@pytest.mark.parametrize(
    "query", ["as_of=tomorrow", "as_of=2026-02-30", "known_on=99999-01-01", "as_of=%00", "as_of=0001-01-01"]
)
def test_a_bad_day_is_named_and_the_page_still_stands(query: str) -> None:
    page = read(f"/rulebook/duties/EU-AIA-53-1-a/?{query}", 400)
    assert "Write a day" in page.text
    assert "Keep technical documentation" in page.text


def test_an_unknown_name_suggests_near_ones() -> None:
    page = read("/rulebook/duties/EU-AIA-53-1-x/", 404)
    assert "/rulebook/duties/EU-AIA-53-1-a/" in page.links
    page = read("/rulebook/definitions/systemic-rsk/", 404)
    assert "/rulebook/definitions/systemic_risk/" in page.links
    read("/rulebook/examples/nothing/at/all/", 404)
    read("/rulebook/nothing/", 404)


def test_a_name_in_other_letters_leads_to_the_right_address(client: Client) -> None:
    response = client.get("/rulebook/duties/eu-aia-53-1-a/")
    assert (response.status_code, response["Location"]) == (301, "/rulebook/duties/EU-AIA-53-1-a/")
    assert client.get("/rulebook/definitions/systemic-risk/")["Location"] == "/rulebook/definitions/systemic_risk/"


def test_filters_narrow_a_list_and_unknown_values_do_not() -> None:
    code = read("/rulebook/duties/?instrument=COP")
    assert "/rulebook/duties/EU-COP-S-1/" in code.links
    assert "/rulebook/duties/EU-AIA-53-1-a/" not in code.links
    assert re.search(r"\d+ shown, \d+ hidden", code.text)
    assert "/rulebook/duties/EU-AIA-53-1-a/" in read("/rulebook/duties/?instrument=nothing").links


def test_duties_stand_in_the_order_of_the_text(client: Client) -> None:
    links = [link.split("/")[3] for link in section(client, "/rulebook/instruments/AIA/", "duties")]
    wanted = [
        "EU-AIA-4-1",
        "EU-AIA-5-1-ba",
        "EU-AIA-50-2",
        "EU-AIA-53-1-a",
        "EU-AIA-53-1-d",
        "EU-AIA-54-1",
        "EU-AIA-101-1-a",
    ]
    assert [key for key in links if key in wanted] == wanted


# --- Changes, coverage, claims ------------------------------------------------------------------------------------
def on_day(client: Client, day: str, query: str = "") -> str:
    body = client.get(f"/changes/{query}").content.decode()
    start = body.index(f'<section id="on-{day}">')
    return Text(body[start : body.index("</section>", start)]).text


def test_changes_say_what_comes_and_which_act_moved_it(client: Client) -> None:
    december = on_day(client, "2026-12-02")
    assert "Keep child sexual abuse material out begins" in december
    assert "Digital Omnibus on AI" in december
    moved = on_day(client, "2026-07-24")
    assert "Help the new provider of a system turned high-risk moves from 2 August 2026 to 2 December 2027" in moved
    assert "the wait ends" in on_day(client, "2027-08-02")


def test_changes_know_only_what_was_published(client: Client) -> None:
    body = client.get("/changes/", {"as_of": "2026-06-01"}).content.decode()
    assert 'id="on-2026-07-24"' not in body
    assert "Help the new provider" in on_day(client, "2026-08-02", "?as_of=2026-06-01")


def test_coverage_names_the_gaps_and_every_weak_source(client: Client) -> None:
    page = read("/coverage/")
    for gap in (
        "United States",
        "Northern Ireland",
        "GDPR",
        "product liability",
        "cyber resilience",
        "Copyright",
    ):
        assert gap.lower() in page.text.lower()
    lists: dict[str, Text] = {}
    for cite, nodes in ATLAS.sources.items():
        if not cite.grade.verified:
            place = ATLAS.book.instruments[cite.instrument].jurisdiction
            url = f"/coverage/unverified/{place}/"
            assert url in page.links
            weak = lists.setdefault(place, lists.get(place) or read(url))
            assert cite.pinpoint in weak.text
            assert all(address(node) in weak.links for node in nodes)
    for url in ("/coverage/", *(f"/coverage/unverified/{place}/" for place in lists)):
        assert len(client.get(url).content) < 150_000, url
    read("/coverage/unverified/Atlantis/", 404)
    contested = [key for key, switch in load().readings.items() if hasattr(switch, "a")]
    assert all(f"/rulebook/readings/{key}/" in page.links for key in contested)
    assert load().fingerprint in page.text


def test_every_wrong_claim_points_into_the_rulebook() -> None:
    page = read("/myths/")
    for claim in CLAIMS:
        assert claim.claim in page.text
        assert claim.see
        assert [node for node in claim.see if not ATLAS.has(node)] == []
        assert all(cite.instrument in load().instruments for cite in claim.cites)
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)
    assert "/myths/" in read("/coverage/").links


# --- Asking again -------------------------------------------------------------------------------------------------
def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    client.get("/rulebook/")  # sets the form cookie
    first = client.get("/rulebook/duties/EU-AIA-53-1-a/")
    again = client.get("/rulebook/duties/EU-AIA-53-1-a/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    other = client.get("/rulebook/duties/EU-AIA-53-1-a/?as_of=2026-01-01", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200
    assert client.get("/rulebook/duties/EU-AIA-53-1-b/")["ETag"] != first["ETag"]


def test_a_page_is_not_shared_between_people(client: Client) -> None:
    first = client.get("/rulebook/")
    assert "private" in first["Cache-Control"]
    client.get("/rulebook/")
    tagged = client.get("/rulebook/")["ETag"]
    assert Client().get("/rulebook/", headers={"If-None-Match": tagged}).status_code == 200


def test_pages_only_read(client: Client) -> None:
    assert client.post("/rulebook/").status_code == 405
