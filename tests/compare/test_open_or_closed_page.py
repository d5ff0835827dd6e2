"""The page “Open or closed?”: reachable from results, exportable, reproducible by a link; refusals with a reason."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from apps.profiles.models import Profile
from apps.profiles.packed import unpack
from apps.rules import law

pytestmark = pytest.mark.django_db
DAYS = "as_of=2026-11-23&known_on=2026-11-23"
PAGE = f"/examples/gpt-oss-120b/open-or-closed/?{DAYS}"


def rows_of(client: Client, url: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(url).content.decode("utf-8-sig"))))


def test_results_lead_there_and_back(client: Client) -> None:
    results = client.get(f"/examples/gpt-oss-120b/?{DAYS}").content.decode()
    assert f"/examples/gpt-oss-120b/open-or-closed/?{DAYS}" in unescape(results)
    page = client.get(PAGE).content.decode()
    assert f"/examples/gpt-oss-120b/?{DAYS}" in unescape(page)
    assert "Free and open source" in page
    assert len(page) < 150_000


def test_the_permanent_link_gives_the_same_table(client: Client) -> None:
    page = unescape(client.get(PAGE).content.decode())
    link = re.search(r'href="http://testserver(/c/[^"]+)"', page)
    assert link
    kept = client.get(link[1])
    assert kept.status_code == 200
    assert rows_of(client, f"{link[1]}&format=csv") == rows_of(client, f"{PAGE}&format=csv")
    assert "Made with other rules" not in kept.content.decode()
    other = client.get(re.sub(r"rules=\w+", "rules=000000000000", link[1]))
    assert "Made with other rules" in other.content.decode()


def test_the_file_says_of_every_duty_how_it_stands_on_each_side(client: Client) -> None:
    rows = rows_of(client, f"{PAGE}&format=csv&strategy=closed-api&strategy=free-open-source&licence=Apache+2")
    assert list(rows[0])[4:8] == ["as-described", "closed-api", "free-open-source", "licence:apache-2.0"]
    by_id = {row["duty"]: row for row in rows}
    assert by_id["EU-AIA-53-1-c"]["closed-api"] == "now"
    assert by_id["EU-AIA-53-1-a"]["differs"] == "yes"


def test_the_picture_is_a_file_that_carries_its_colours_and_says_what_it_shows(client: Client) -> None:
    response = client.get(f"{PAGE}&format=svg")
    root = ET.fromstring(response.content)  # noqa: S314 - our own
    assert response["Content-Type"].startswith("image/svg+xml")
    assert root.findtext("{http://www.w3.org/2000/svg}title")
    assert root.find("{http://www.w3.org/2000/svg}style") is not None


def test_a_column_leads_to_all_duties_under_that_way_of_release(client: Client) -> None:
    response = client.get(f"/examples/gpt-oss-120b/open-or-closed/closed-api/EU-AIA-53-1-a/?{DAYS}", follow=True)
    (address, _), *_ = response.redirect_chain
    assert response.status_code == 200
    assert unpack(address.split("/")[2], law.load()).profile.values["weights_public"] is False
    assert address.endswith(f"/findings/EU-AIA-53-1-a/?{DAYS}")
    assert "Keep technical documentation of the model" in response.content.decode()


def test_a_cell_unlike_the_description_leads_to_its_reasons(client: Client) -> None:
    page = unescape(client.get(f"{PAGE}&strategy=closed-api&strategy=research-only&licence=llama3.1").content.decode())
    for side, duty in (
        ("closed-api", "EU-AIA-53-1-a"),
        ("licence:llama3.1", "EU-AIA-53-1-a"),
        ("research-only", "EU-AIA-53-1-c"),
    ):
        assert f'href="./{side}/{duty}/?{DAYS}"' in page
        answer = client.get(f"/examples/gpt-oss-120b/open-or-closed/{side}/{duty}/?{DAYS}", follow=True)
        assert answer.status_code == 200
    assert f'href="./closed-api/EU-AIA-53-1-c/?{DAYS}"' not in page, "no other than as described"


@pytest.mark.parametrize(
    ("example", "says"),
    [
        ("smollm3-3b", "4 duties fall away"),  # Art. 53(1)(a) and (b), and both of the representative, Art. 54
        ("llama-3-3-70b", "2 become open or contested"),  # whether systemic risk keeps them is not answered
        ("llama-3-1-405b", "no duty falls away, none is new"),  # Art. 53(2): not with systemic risk
    ],
)
def test_a_sentence_says_what_openness_takes_away(client: Client, example: str, says: str) -> None:
    page = client.get(
        f"/examples/{example}/open-or-closed/?{DAYS}&strategy=closed-api&strategy=free-open-source&strategy=research-only"
    )
    assert f"Free and open source instead of a closed API: {says}." in page.content.decode()


def test_unknown_names_are_refused_with_a_reason(client: Client) -> None:
    response = client.get(f"{PAGE}&licence=unheard-of&strategy=secret")
    text = response.content.decode()
    assert response.status_code == 400
    assert "unheard-of" in text
    assert "secret" in text
    assert client.get("/examples/gpt-oss-120b/open-or-closed/secret/").status_code == 404
    assert client.get("/c/nonsense/open-or-closed/").status_code == 404


def test_a_link_can_be_kept_as_a_profile_of_ones_own(client: Client) -> None:
    results = client.get(f"/examples/gpt-oss-120b/open-or-closed/closed-api/?{DAYS}")["Location"]
    page = client.get(results).content.decode()
    assert "Make a PDF report" not in page
    packed = results.split("/")[2]
    assert client.post(f"/c/{packed}/copy/").status_code == 302
    kept = Profile.objects.get()
    assert kept.answers["weights_public"]["value"] is False
    assert client.get(f"/m/{kept.key}/open-or-closed/").status_code == 200
    assert client.post("/c/nonsense/copy/").status_code == 404


def test_an_empty_description_is_compared_too(client: Client) -> None:
    kept = Profile.objects.create(title="Nothing yet")
    response = client.get(f"/m/{kept.key}/open-or-closed/?{DAYS}")
    assert response.status_code == 200
    assert len(response.content) < 150_000
