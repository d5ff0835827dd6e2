"""The import pages from outside: shown before it is kept, the user's answers win, nothing is trusted on its return."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.profiles import services
from apps.profiles.models import Profile
from apps.profiles.services import Given
from apps.rules.engine import Origin
from tests.profiles.importing import filled_in

pytestmark = pytest.mark.django_db
NEW = "/describe/import/"
CARD = """\
---
license: apache-2.0
pipeline_tag: text-generation
base_model: meta-llama/Llama-3.1-8B
tags: [medical]
datasets: [a/b]
---
# Nimbus <script>alert(1)</script>
"""
UNCLEAR = "---\nlicense: other\nlicense_name: modified-mit\nmodel_name: Nimbus\n---\n"


@pytest.fixture
def stored() -> Profile:
    return services.profile_create(title="Mine", answers={"generates": Given(value=["text", "speech"])})


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def read(client: Client, text: str, url: str = NEW, **more: str) -> Any:
    response = client.post(url, {"text": text, **more})
    assert response.status_code == 200, words(response)
    return response


def kept(client: Client, response: Any, url: str = NEW, **changes: Any) -> Profile:
    answer = client.post(url, filled_in(response, **changes))
    assert answer.status_code == 302, words(answer)
    return Profile.objects.get(key=answer["Location"].split("/")[2])


# --- A new profile ------------------------------------------------------------------------------------------------
def test_what_was_read_is_shown_and_nothing_is_stored(client: Client) -> None:
    shown = words(read(client, CARD))
    for said in (
        "read as a Hugging Face model card",
        "Text or program code",
        "pipeline_tag",
        "Follows from it",
        "Llama 3.1 Community License",
        "Stricter terms of the original bind too",
        "Still to be asked",
        "Seen, not used",
        "a/b",
    ):
        assert said in shown
    assert Profile.objects.count() == 0


def test_untouched_the_form_keeps_what_is_sure_with_origin_and_source(client: Client) -> None:
    profile = kept(client, read(client, CARD, address="https://example.org/card"))
    assert (profile.licence, profile.base_licence) == ("apache-2.0", "llama3.1")
    assert set(profile.answers) == {"generates"}, "what is only possible is asked"
    answer = profile.answers["generates"]
    assert (answer["value"], answer["origin"]) == (["text"], "imported")
    assert answer["source"] == "https://example.org/card, pipeline_tag"
    assert client.get(f"/m/{profile.key}/describe/").status_code == 200


def test_the_user_picks_each_answer_and_the_name(client: Client) -> None:
    profile = kept(client, read(client, CARD), take=["uses"], licence="", title="Nimbus 2")
    assert (profile.title, set(profile.answers), profile.licence, profile.base_licence) == (
        "Nimbus 2", {"uses"}, "", "",
    )  # fmt: skip


def test_an_originals_licence_that_would_stand_alone_is_left_out_and_that_is_said(client: Client) -> None:
    answer = client.post(NEW, filled_in(read(client, CARD), licence=""), follow=True)
    assert "The licence of the original was left out" in words(answer)


def test_an_unclear_licence_is_chosen_on_the_page_or_left_open(client: Client) -> None:
    shown = read(client, UNCLEAR)
    assert kept(client, shown).licence == ""
    assert kept(client, shown, licence="kimi-modified-mit").licence == "kimi-modified-mit"
    assert kept(client, shown, licence="mit").licence == "", "only what was offered can be chosen"


def test_markup_in_a_card_stays_text(client: Client) -> None:
    assert b"<script>alert" not in read(client, CARD).content


@pytest.mark.parametrize("kind", ["card", "bom", "spdx", "yaml", "csv"])
def test_every_format_comes_as_a_file(client: Client, kind: str) -> None:
    component = {"type": "machine-learning-model", "name": "x", "properties": [
        {"name": "remit:training_compute", "value": "1e25"},
    ]}  # fmt: skip
    package = {"type": "ai_AIPackage", "spdxId": "m", "name": "x", "ai_hyperparameter": [
        {"key": "remit:training_compute", "value": "1e25"},
    ]}  # fmt: skip
    texts = {
        "card": CARD,
        "bom": json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]}),
        "spdx": json.dumps({"@context": "https://spdx.org/rdf/3.0.1/c", "@graph": [package]}),
        "yaml": "facts:\n  training_compute: 1e25\n",
        "csv": "fact,value\ntraining_compute,1e25\n",
    }
    profile = kept(client, client.post(NEW, {"file": SimpleUploadedFile("x", texts[kind].encode())}))
    fact = "generates" if kind == "card" else "training_compute"
    assert profile.answers[fact]["value"] == (["text"] if kind == "card" else "1e+25")


@pytest.mark.usefixtures("small_law")
def test_the_first_page_and_describe_lead_to_it(client: Client) -> None:
    page = client.get("/describe/").content.decode()
    assert f'action="{NEW}"' in page
    assert NEW in client.get("/").content.decode()


# --- Refused --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Nothing came"),
        ({"text": "  \r\n "}, "Nothing came"),
        ({"text": CARD, "file": SimpleUploadedFile("x.md", CARD.encode())}, "Both a text and a file"),
        ({"file": SimpleUploadedFile("x.md", b"")}, "nothing to read"),
        ({"file": SimpleUploadedFile("x.zip", b"PK\x03\x04")}, "zip archive"),
        ({"text": "facts:\n  weights_pubic: yes\n"}, "Line 2: There is no fact"),
        ({"text": "facts:\n  weights_pubic: yes\n  activity: x\n"}, "It has 2 faults. Nothing was stored."),
        ({"text": "---\nlicense: [\n---\n"}, "not YAML"),
        ({"text": "a" * 1_100_000}, "larger than"),
        ({"text": CARD, "address": "a\x07b"}, "address"),
        ({"text": CARD, "address": "x" * 1001}, "1000"),
        ({"text": "a\x00b"}, "Null characters"),
        ({"offer": "forged:x:y"}, "not what was read"),
    ],
)
def test_it_is_refused_on_the_page_with_a_reason(client: Client, sent: dict[str, Any], says: str) -> None:
    response = client.post(NEW, sent)
    assert response.status_code == 422
    assert says in words(response)
    assert len(response.content) < 150_000
    assert Profile.objects.count() == 0


def test_an_offer_that_was_changed_is_not_taken(client: Client) -> None:
    form = filled_in(read(client, CARD))
    (offer,) = form["offer"]
    response = client.post(NEW, {**form, "offer": offer[:-3] + "abc"})
    assert (response.status_code, Profile.objects.count()) == (422, 0)


def test_an_offer_of_yesterday_is_read_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    form = filled_in(read(client, CARD))
    monkeypatch.setattr("apps.profiles.imports.keeping.MOST_AGE", -1)
    response = client.post(NEW, form)
    assert response.status_code == 422
    assert "more than a day old" in words(response)


def test_a_name_that_cannot_be_kept_stores_nothing(client: Client) -> None:
    response = client.post(NEW, filled_in(read(client, CARD), title="x" * 201))
    assert (response.status_code, Profile.objects.count()) == (422, 0)


def test_answers_that_were_not_offered_cannot_be_slipped_in(client: Client) -> None:
    profile = kept(client, read(client, CARD), take=["generates", "training_compute", "nothing"])
    assert set(profile.answers) == {"generates"}


def test_looking_stores_nothing_and_other_sites_cannot_post() -> None:
    assert Client().get(NEW).status_code == 200
    assert Client(enforce_csrf_checks=True).post(NEW, {"text": CARD}).status_code == 403
    assert Profile.objects.count() == 0


# --- Into a profile that exists -------------------------------------------------------------------------------------
def test_what_the_user_answered_stays_unless_they_tick_the_new(client: Client, stored: Profile) -> None:
    url = f"/m/{stored.key}/import/"
    shown = read(client, CARD, url)
    assert "You answered otherwise" in words(shown)
    assert "Your answer: Text or program code, spoken or sung language" in words(shown)
    assert kept(client, shown, url).answers["generates"]["value"] == ["text", "speech"]
    taken = kept(client, shown, url, take=["generates"])
    assert (taken.answers["generates"]["value"], taken.answers["generates"]["origin"]) == (["text"], "imported")
    assert (taken.title, Profile.objects.count()) == ("Mine", 1)


def test_not_knowing_gives_way_and_the_same_is_said(client: Client, stored: Profile) -> None:
    url = f"/m/{stored.key}/import/"
    services.profile_answer(profile=stored, fact="generates", value=None)
    assert kept(client, read(client, CARD, url), url).answers["generates"]["value"] == ["text"]
    assert "One answer is the same as yours" in words(read(client, CARD, url))


def test_a_licence_that_was_chosen_stays_unless_replaced(client: Client, stored: Profile) -> None:
    url = f"/m/{stored.key}/import/"
    services.profile_licence_set(profile=stored, licence="gemma")
    shown = read(client, CARD, url)
    assert "Keep Gemma" in words(shown)
    assert kept(client, shown, url).licence == "gemma"
    assert kept(client, shown, url, licence="apache-2.0").licence == "apache-2.0"


def test_an_estimate_or_assumption_in_a_file_of_ours_stays_one(client: Client, stored: Profile) -> None:
    text = "facts:\n  training_compute: {value: 1e25, origin: estimated, note: counted}\n"
    url = f"/m/{stored.key}/import/"
    answer = kept(client, read(client, text, url), url).answers["training_compute"]
    assert (answer["origin"], answer["note"]) == (Origin.ESTIMATED.value, "counted")


def test_without_the_key_there_is_nothing(client: Client) -> None:
    assert client.get("/m/unheard/import/").status_code == 404
    assert client.post("/m/unheard/import/", {"text": CARD}).status_code == 404


@pytest.mark.usefixtures("small_law")
def test_answers_to_questions_that_a_rulebook_does_not_have_are_left_out(client: Client) -> None:
    shown = read(client, "---\npipeline_tag: text-generation\n---\n")
    assert "It answers no question" in words(shown)
    assert kept(client, shown).answers == {}


@pytest.mark.parametrize("name", ["profile.csv", "profile.cdx.json", "profile.yaml"])
def test_a_profile_goes_out_and_comes_back(client: Client, stored: Profile, name: str) -> None:
    services.profile_answer(profile=stored, fact="training_compute", value={"low": "8e24", "high": "1.2e25"})
    sent = client.get(f"/m/{stored.key}/{name}")
    assert name.partition(".")[2] in sent["Content-Disposition"]
    assert f"/m/{stored.key}/{name}" in client.get(f"/m/{stored.key}/import/").content.decode()
    copy = kept(client, client.post(NEW, {"file": SimpleUploadedFile(name, sent.content)}))
    before = Profile.objects.get(pk=stored.pk)
    assert copy.title == "Mine"
    assert {key: answer["value"] for key, answer in copy.answers.items()} == {
        key: answer["value"] for key, answer in before.answers.items()
    }
    assert client.get(f"/m/unheard/{name}").status_code == 404
