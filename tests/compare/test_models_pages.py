"""Pages on many models: what they show, what they take in and refuse, and who may see a table."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.compare.catalogue import store
from apps.compare.models import Portfolio
from apps.profiles.models import Profile
from apps.profiles.selectors import described, rulebook
from tests.compare.models_data import SAMPLE, row, table

pytestmark = pytest.mark.django_db
MOST_BYTES = 150_000
DAY = "as_of=2026-11-23"


def read(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def bring(client: Client, content: bytes, name: str = "models.csv") -> str:
    """Upload a table; the address of its page."""
    response = client.post("/models/add/", {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 302, words(response.content.decode())[:600]
    return response["Location"].removesuffix("report/")


def test_the_catalogue_shows_each_model_against_each_line(client: Client) -> None:
    page = read(client, f"/models/?{DAY}")
    assert len(page.encode()) < MOST_BYTES
    shown = words(page)
    for text in (
        "All 20 models",
        "10²⁵ FLOP",
        "straddles",
        "Without a figure (4)",
        "since 2 August 2025",
        "open weights",
    ):
        assert text in shown
    assert 'href="/examples/gpt-oss-120b/?as_of=2026-11-23"' in page
    assert "<title>Training compute of models against the day of release</title>" in page


def test_filters_counts_and_files_answer_to_the_address(client: Client) -> None:
    page = read(client, f"/models/?line=systemic_risk_compute:over&{DAY}&rows=access")
    assert "1 of 20 models" in words(page)
    assert "Counted by open or closed" in words(page)
    response = client.get(f"/models/?line=systemic_risk_compute:over&{DAY}&format=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode().count("\n") == 2
    drawing = client.get(f"/models/?{DAY}&format=svg")
    assert drawing["Content-Type"].startswith("image/svg+xml")
    assert drawing.content.startswith(b"<svg")
    assert read(client, "/models/?q=nobody-is-called-so&format=svg", 404)
    assert "No model passes these filters" in read(client, "/models/?q=nobody-is-called-so")


@pytest.mark.parametrize(
    "query",
    ["as_of=soon", "page=abc&rows=%00", "line=x&from=99999&to=-1&sort=%27", "as_of=0001-01-01&known_on=9999-12-31"],
)
def test_nonsense_in_the_address_breaks_nothing(client: Client, query: str) -> None:
    assert "Models" in read(client, f"/models/?{query}")


def test_the_permanent_link_holds_filters_days_and_rules(client: Client) -> None:
    page = read(client, f"/models/?access=open&{DAY}&known_on=2026-06-01")
    link = unescape(re.findall(r'href="(http://testserver/models/\?[^"]+)"', page)[0])
    for part in ("access=open", "as_of=2026-11-23", "known_on=2026-06-01", f"rules={rulebook().fingerprint[:12]}"):
        assert part in link
    assert "Made with other rules" not in read(client, link.removeprefix("http://testserver"))
    assert "Made with other rules" in read(client, "/models/?rules=000000000000")


def test_a_table_is_read_reported_shown_and_deleted(client: Client) -> None:
    address = bring(client, table(*SAMPLE, row("")))
    report = words(read(client, f"{address}report/"))
    assert "8 models from 9 rows. 1 row is left out." in report
    for text in ("No name 1 row, left out", "No publication date", "Epoch AI, 'Data on AI Models'"):
        assert text in report
    assert "10,,refused,No name" in read(client, f"{address}report/?format=csv")
    page = words(read(client, f"{address}?{DAY}"))
    assert "All 8 models" in page
    assert "Data: Epoch AI, 'Data on AI Models'. epoch.ai/data/ai-models (CC BY 4.0)" in page
    assert "All 28 models" in words(read(client, f"{address}?ours=1&{DAY}"))
    assert "models.csv" in read(client, "/models/")
    assert client.post(f"{address}delete/").status_code == 302
    assert read(client, address, 404)
    assert Portfolio.objects.count() == 0


def test_a_table_is_found_by_whoever_knows_its_address_and_listed_for_nobody_else(client: Client) -> None:
    address = bring(client, table(*SAMPLE))
    other = Client()
    assert "All 8 models" in words(read(other, address))
    assert "models.csv" not in read(other, "/models/")
    assert len(address.split("/")[3]) >= 20


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04", b"\xff\xff\xff", table(row("")), b"\x00"])
def test_a_file_that_is_no_table_is_refused_and_nothing_is_stored(client: Client, content: bytes) -> None:
    response = client.post("/models/add/", {"file": SimpleUploadedFile("x.csv", content)})
    assert response.status_code == 422
    assert "Nothing was stored" in words(response.content.decode())
    assert Portfolio.objects.count() == 0
    assert client.post("/models/add/", {}).status_code == 422


def test_a_browser_holds_a_bounded_number_of_tables(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_OWN", 1)
    bring(client, table(row("Alpha")))
    response = client.post("/models/add/", {"file": SimpleUploadedFile("x.csv", table(row("Beta")))})
    assert response.status_code == 422
    assert "Delete one first" in words(response.content.decode())


def test_a_hostile_table_shows_as_text_and_keeps_no_foreign_link(client: Client) -> None:
    address = bring(
        client, table(row("<script>x</script>", link="javascript:alert(1)", maker='"><img src=x>')), "<b>.csv"
    )
    page = read(client, address)
    assert "<script>x" not in page
    assert "<img src=x" not in page
    assert "javascript:" not in page
    assert "<b>" not in page.split("<h1", 1)[1].split("</h1>")[0]


def test_a_row_opens_as_results_and_becomes_a_description_with_its_sources(client: Client) -> None:
    address = bring(client, table(*SAMPLE))
    opened = client.get(f"{address}2/?{DAY}")
    assert opened["Location"].startswith("/c/")
    assert "Big" in read(client, opened["Location"])
    assert Profile.objects.count() == 0, "looking stores nothing"
    response = client.post(f"{address}2/describe/")
    stored = Profile.objects.get()
    assert response["Location"] == f"/m/{stored.key}/describe/"
    assert stored.title == "Big"
    profile = described(stored, rulebook()).profile
    (first, *_others) = store.models_of(Portfolio.objects.get()).models
    assert profile.values == {key: answer.value for key, answer in first.answers.items()}
    assert "Epoch AI" in profile.answers["training_compute"].source
    assert client.post(f"{address}999/describe/").status_code == 404
    assert client.get(f"{address}2/describe/").status_code == 405


def test_examples_descriptions_and_rows_stand_side_by_side(client: Client) -> None:
    address = bring(client, table(*SAMPLE))
    client.post(f"{address}2/describe/")
    stored, held = Profile.objects.get(), Portfolio.objects.get()
    refs = ["gpt-oss-120b", "llama-3-1-405b", stored.key, f"row.{held.key}.3"]
    query = "&".join(f"m={ref}" for ref in refs)
    page = read(client, f"/models/compare/?{query}&{DAY}")
    assert len(page.encode()) < MOST_BYTES
    shown = words(page)
    for text in (
        "gpt-oss-120b",
        "Llama 3.1 405B",
        "Big",
        "Middle",
        "differ",
        "presumed by compute",
        "Duties in all",
        "Leave out",
    ):
        assert text in shown
    rows = read(client, f"/models/compare/?{query}&{DAY}&format=csv")
    assert "kind,place,what,gpt-oss-120b,Llama 3.1 405B,Big,Middle,differs" in rows
    assert "EU-AIA-53-1-a" in rows


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("", 200, "Nothing to compare yet"),
        ("m=gpt-4", 200, "What stands beside GPT-4?"),
        ("m=gpt-4&m=nobody", 400, "1 name is that of no model here"),
        ("m=row.x.1&m=row..&m=row.x.y", 400, "3 names are those of no model here"),
        ("m=gpt-4&m=gpt-5-5&m=grok-4-5&m=bloom&m=smollm3-3b", 400, "5 models do not fit side by side"),
    ],
)
def test_a_comparison_that_is_none_says_why(client: Client, query: str, status: int, says: str) -> None:
    assert says in words(read(client, f"/models/compare/?{query}", status))


def test_one_model_keeps_the_ways_to_look_at_it_and_its_days(client: Client) -> None:
    page = read(client, f"/models/compare/?m=gpt-4&{DAY}")
    tabs = page.partition('class="tabs lenses')[2].partition("</nav>")[0]
    assert f'href="/examples/gpt-4/dates/?{DAY}"' in tabs
    assert tabs.count('aria-current="page"') == 1
    assert 'class="tabs lenses' not in read(client, f"/models/compare/?m=gpt-4&m=gpt-5-5&{DAY}")


def test_the_catalogue_is_reached_from_header_home_results_and_help(client: Client) -> None:
    for url in ("/", "/help/", "/examples/"):
        assert 'href="/models/"' in read(client, url), url
    assert 'href="/models/compare/?m=gpt-4&amp;as_of=2026-11-23"' in read(client, f"/examples/gpt-4/?{DAY}")
