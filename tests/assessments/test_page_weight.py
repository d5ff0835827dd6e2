"""The floor for every shipped example under the law of the day: a page of results stays under 150 kB."""

import re

import pytest
from django.test import Client

from apps.profiles.models import Profile
from apps.profiles.selectors import examples

LIMIT = 150_000
DAY = "?as_of=2026-11-23"


@pytest.mark.parametrize("slug", [example.slug for example in examples()])
def test_the_results_of_an_example_are_light(client: Client, slug: str) -> None:
    response = client.get(f"/examples/{slug}/{DAY}")
    assert response.status_code == 200
    assert len(response.content) < LIMIT
    first = re.search(r'hx-get="(findings/[^"]+)"', response.content.decode())
    assert first is not None
    assert len(client.get(f"/examples/{slug}/{first[1]}").content) < LIMIT


@pytest.mark.django_db
def test_the_results_of_nothing_answered_are_light(client: Client) -> None:
    profile = Profile.objects.create(title="Empty", answers={})
    assert len(client.get(f"/m/{profile.key}/{DAY}").content) < LIMIT
