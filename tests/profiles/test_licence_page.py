"""Choosing a licence on the pages of Describe: recognised, asked back, never guessed; what it fills in is shown."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from apps.profiles import services
from apps.profiles.models import Profile
from apps.rules.law.licences import LICENCES

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile() -> Profile:
    return services.profile_create(title="Nimbus")


def choose(client: Client, profile: Profile, status: int = 200, **fields: str) -> str:
    response = client.post(f"/m/{profile.key}/licence/", fields, follow=True)
    assert response.status_code == status
    return html.unescape(response.content.decode())


def kept(profile: Profile) -> tuple[str, str]:
    profile.refresh_from_db()
    return profile.licence, profile.base_licence


@pytest.mark.parametrize("text", ["llama3.1", "LLAMA 3.1 Community License", " Llama-3.1 "])
def test_a_spelling_is_recognised_and_what_it_settles_is_shown(client: Client, profile: Profile, text: str) -> None:
    page = choose(client, profile, licence=text)
    assert kept(profile) == ("llama3.1", "")
    assert "Filled in" in page
    assert "further licence above a number of users" in page
    assert "Still to answer" in page
    assert f"/m/{profile.key}/describe/?fact=access_terms" in page


def test_what_is_contested_is_said(client: Client, profile: Profile) -> None:
    page = choose(client, profile, licence="gemma")
    assert all(clause.text in page for clause in LICENCES["gemma"].clauses if clause.weight)
    assert "plan as if the exemption were lost" in page


def test_a_name_of_several_is_asked_back_and_chosen_by_a_button(client: Client, profile: Profile) -> None:
    page = choose(client, profile, 422, licence="modified-mit")
    assert kept(profile) == ("", "")
    for key in ("mistral-modified-mit", "kimi-modified-mit", "minimax-m2-modified-mit"):
        assert f'name="licence" value="{key}"' in page
    assert page.index('aria-hidden="true"></button>') < page.index('value="mistral-modified-mit"'), "Enter picks none"
    response = client.post(f"/m/{profile.key}/licence/", {"licence": ["modified-mit", "kimi-modified-mit"]})
    assert response.status_code == 302
    assert kept(profile)[0] == "kimi-modified-mit"


@pytest.mark.parametrize("name", ["qwen", "falcon", "bsd", "llama"])
def test_every_choice_offered_can_be_chosen(client: Client, profile: Profile, name: str) -> None:
    offered = [
        each.partition('"')[0] for each in choose(client, profile, 422, licence=name).split('name="licence" value="')
    ]
    assert len(offered) > 3
    for spelling in offered[2:]:
        choose(client, profile, licence=spelling)
        assert kept(profile)[0]


@pytest.mark.parametrize("name", ["my own licence", "x" * 5000, "<script>alert(1)</script>", "a\x00b"])
def test_an_unknown_name_is_not_guessed_and_leaves_everything_as_it_was(
    client: Client, profile: Profile, name: str
) -> None:
    services.profile_licence_set(profile=profile, licence="mit")
    page = client.post(f"/m/{profile.key}/licence/", {"licence": name})
    assert page.status_code == 422
    assert b"nothing is guessed" in page.content
    assert b"<script>alert" not in page.content
    assert kept(profile) == ("mit", "")


def test_the_licence_of_the_original_binds_too_and_stands_not_alone(client: Client, profile: Profile) -> None:
    page = choose(client, profile, 422, base_licence="llama3.1")
    assert "stands alone" in page
    page = choose(client, profile, licence="mit", base_licence="llama 3.1")
    assert kept(profile) == ("mit", "llama3.1")
    assert "the stricter one counts" in page


def test_it_can_be_taken_away(client: Client, profile: Profile) -> None:
    choose(client, profile, licence="mit")
    assert "Filled in" not in choose(client, profile, remove="1")
    assert kept(profile) == ("", "")


def test_an_own_answer_that_says_otherwise_is_named(client: Client, profile: Profile) -> None:
    services.profile_answer(profile=profile, fact="licence_terms", value=["non_commercial"])
    assert "says otherwise than your answer" in choose(client, profile, licence="apache-2.0")


def test_the_questions_on_openness_lead_there_and_say_what_came_from_it(client: Client, profile: Profile) -> None:
    url = f"/m/{profile.key}/describe/?fact=licence_terms"
    assert "Choose a licence instead" in client.get(url).content.decode()
    assert "Choose a licence instead" not in client.get(f"/m/{profile.key}/describe/?fact=uses").content.decode()
    choose(client, profile, licence="apache-2.0")
    page = client.get(url).content.decode()
    assert "Filled in from the licence" in page
    assert "Licence: Apache License 2.0" in page
    rows = client.get(f"/m/{profile.key}/describe/?section=openness").content.decode()
    assert "from the licence" in rows
    services.profile_answer(profile=profile, fact="licence_terms", value=["attribution"])
    assert "Filled in from the licence. Answer" not in client.get(url).content.decode()


def test_a_description_starts_with_a_licence(client: Client) -> None:
    page = client.get("/licences/llama4/").content.decode()
    assert 'href="/describe/?licence=llama4"' in page
    start = client.get("/describe/?licence=llama4").content.decode()
    assert '<input type="hidden" name="licence" value="llama4">' in start
    client.post("/describe/", {"title": "", "licence": "llama4"})
    assert Profile.objects.get().licence == "llama4"
    assert 'name="licence"' not in client.get("/describe/?licence=unheard").content.decode()


@pytest.mark.parametrize("key", ["qwen", "openrail++", "none-or-unknown", "minimax-h3-community"])
def test_any_licence_of_the_library_can_start_a_description(client: Client, key: str) -> None:
    client.post("/describe/", {"title": "", "licence": key})
    assert Profile.objects.get().licence == key
