"""A result of the estimator becomes an answer of the profile: the whole range, marked as estimated, with its sum."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from apps.profiles import services
from apps.profiles.models import Profile

pytestmark = pytest.mark.django_db
LLAMA = "?method=parameters&parameters=70B&tokens=15T"


@pytest.fixture
def profile() -> Profile:
    return services.profile_create()


def test_the_question_on_compute_leads_to_the_estimator(client: Client, profile: Profile) -> None:
    html = client.get(f"/m/{profile.key}/describe/?fact=training_compute").content.decode()
    link = re.search(r'href="([^"]+)">Help me estimate', html)
    assert link
    assert client.get(unescape(link[1])).status_code == 200


def test_a_result_is_offered_and_nothing_is_stored_by_looking(client: Client, profile: Profile) -> None:
    html = client.get(f"/m/{profile.key}/estimate/{LLAMA}").content.decode()
    assert "Use this result" in html
    assert "Use this result" not in client.get(f"/m/{profile.key}/estimate/").content.decode()
    assert "Use this result" not in client.get(f"/estimate/{LLAMA}").content.decode()
    assert Profile.objects.get().answers == {}


def test_using_it_stores_the_range_as_estimated_with_the_sum(client: Client, profile: Profile) -> None:
    response = client.post(f"/m/{profile.key}/estimate/{LLAMA}")
    assert response["Location"] == f"/m/{profile.key}/describe/?section=model"
    answer = Profile.objects.get().answers["training_compute"]
    assert answer["origin"] == "estimated"
    # 6 x 70e9 x 15e12 = 6.3e24, and 30 percent to either side.
    assert {end: float(figure) for end, figure in answer["value"].items()} == {
        "low": pytest.approx(4.41e24),
        "high": pytest.approx(8.19e24),
    }
    assert "6 × 70 billion × 15 trillion" in answer["note"]


def test_other_compute_is_stored_beside_it(client: Client, profile: Profile) -> None:
    client.post(f"/m/{profile.key}/estimate/{LLAMA}&generator_parameters=400B&generated_tokens=10T")
    assert set(Profile.objects.get().answers) == {"training_compute", "other_counted_compute"}


@pytest.mark.parametrize(
    "query", ["", "?method=parameters&parameters=70B", "?method=parameters&parameters=x&tokens=1T"]
)
def test_without_a_result_nothing_is_stored(client: Client, profile: Profile, query: str) -> None:
    assert client.post(f"/m/{profile.key}/estimate/{query}").status_code == 422
    assert Profile.objects.get().answers == {}


@pytest.mark.usefixtures("small_law")
def test_a_law_that_does_not_ask_for_the_figure_refuses_it(client: Client, profile: Profile) -> None:
    response = client.post(f"/m/{profile.key}/estimate/{LLAMA}")
    assert response.status_code == 422
    assert Profile.objects.get().answers == {}
