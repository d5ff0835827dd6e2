"""Writes to a profile: checked first, all or nothing, and none lost when two arrive together."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from apps.profiles import selectors, services
from apps.profiles.files import load_profile
from apps.profiles.models import Profile
from apps.profiles.services import AnswerError, Given
from apps.rules.engine import Answer, Interval, Origin, Rulebook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_law")]
EXAMPLE = """\
slug: nimbus-7b
name: Nimbus 7B
developer: Example Lab
released: May 2025
summary: A small model.
sources: [https://example.org]
facts: {sold: yes, compute: {low: 1e22, high: 2e22}}
readings: {own-licence: b}
"""


@pytest.fixture
def profile() -> Profile:
    return services.profile_create(title="Nimbus")


@pytest.fixture
def models(tmp_path: Path, settings: Any) -> Path:
    folder = tmp_path / "fixtures" / "models"
    folder.mkdir(parents=True)
    settings.BASE_DIR = tmp_path
    return folder


def stored(profile: Profile) -> Profile:
    return Profile.objects.get(pk=profile.pk)


def test_keys_are_long_random_and_never_the_same() -> None:
    keys = {services.profile_create().key for _ in range(50)}
    assert len(keys) == 50
    assert all(re.fullmatch(r"[\w-]{22}", key) for key in keys)


def test_the_database_refuses_a_short_or_repeated_key(profile: Profile) -> None:
    for key in ("guess", "", profile.key):
        with pytest.raises(IntegrityError), transaction.atomic():
            Profile.objects.create(key=key)


def test_an_answer_keeps_its_origin_note_and_source(profile: Profile, small_law: Rulebook) -> None:
    services.profile_answer(
        profile=profile,
        fact="compute",
        value={"low": "8e24", "high": "1.2e25"},
        origin=Origin.ESTIMATED,
        note=" from logs\r\nand bills ",
        source="ops",
    )
    assert stored(profile).answers == {
        "compute": {
            "value": {"low": "8e+24", "high": "1.2e+25"},
            "origin": "estimated",
            "note": "from logs\nand bills",
            "source": "ops",
        }
    }
    answer = selectors.described(stored(profile), small_law).profile.answers["compute"]
    assert (answer.value, answer.origin) == (Interval(8e24, 1.2e25), Origin.ESTIMATED)


def test_not_knowing_is_kept_apart_from_not_answered(profile: Profile, small_law: Rulebook) -> None:
    services.profile_answer(profile=profile, fact="sold", value=None)
    assert selectors.described(stored(profile), small_law).profile.declined == {"sold"}
    services.profile_answer_clear(profile=profile, fact="sold")
    assert stored(profile).answers == {}


@pytest.mark.parametrize(
    ("fact", "value", "says"),
    [
        ("sold", "maybe", "yes or no"),
        ("compute", "nan", "not a finite number"),
        ("compute", -1, "outside what is possible"),
        ("licence", "mit", "Choose one of"),
        ("output", ["smell"], "Choose any of"),
        ("placed_on", "soon", "not a date"),
        ("solt", True, "Did you mean sold?"),
        ("x" * 5000, True, "There is no fact"),
    ],
)
def test_a_wrong_answer_is_refused_and_nothing_is_stored(profile: Profile, fact: str, value: object, says: str) -> None:
    with pytest.raises(AnswerError, match=re.escape(says)):
        services.profile_answers_set(profile=profile, answers={"staff": Given(value=3), fact: Given(value=value)})
    assert stored(profile).answers == {}


@pytest.mark.parametrize("note", ["x" * 2001, "a\x00b", "\ud800"])
def test_a_note_that_cannot_be_kept_is_refused(profile: Profile, note: str) -> None:
    with pytest.raises(AnswerError, match="note"):
        services.profile_answer(profile=profile, fact="sold", value=True, note=note)
    with pytest.raises(AnswerError, match="title"):
        services.profile_rename(profile=profile, title=note[:3] if "x" not in note else note)
    assert stored(profile).answers == {}
    assert stored(profile).title == "Nimbus"


def test_legal_points_are_adopted_left_open_and_reset(profile: Profile) -> None:
    services.profile_reading_set(profile=profile, point="own-licence", side="b")
    services.profile_reading_set(profile=profile, point="small-maker", side="ignored")
    assert stored(profile).readings == {"own-licence": "b", "small-maker": "ignored"}
    services.profile_reading_set(profile=profile, point="own-licence", side="")
    assert stored(profile).readings == {"small-maker": "ignored"}
    services.profile_readings_reset(profile=profile)
    assert stored(profile).readings == {}


@pytest.mark.parametrize(("point", "side"), [("own-licence", "ignored"), ("small-maker", "a"), ("nothing", "a")])
def test_a_side_that_the_point_does_not_have_is_refused(profile: Profile, point: str, side: str) -> None:
    with pytest.raises(AnswerError):
        services.profile_reading_set(profile=profile, point=point, side=side)
    assert stored(profile).readings == {}


def test_two_holders_of_a_profile_do_not_undo_each_other(profile: Profile) -> None:
    first, second = stored(profile), stored(profile)
    services.profile_answer(profile=first, fact="sold", value=True)
    services.profile_answer(profile=second, fact="staff", value=12)
    services.profile_reading_set(profile=first, point="own-licence", side="a")
    services.profile_rename(profile=second, title="New")
    now = stored(profile)
    assert set(now.answers) == {"sold", "staff"} == set(second.answers)
    assert (now.readings, now.title) == ({"own-licence": "a"}, "New")


@pytest.mark.django_db(transaction=True)
def test_answers_that_arrive_at_the_same_moment_are_all_kept() -> None:
    profile = services.profile_create()
    answers = {"sold": True, "staff": 3, "compute": 1e24, "licence": "own", "output": ["text"], "open_weights": None}

    def answer(fact: str) -> None:
        try:
            services.profile_answer(profile=Profile.objects.get(pk=profile.pk), fact=fact, value=answers[fact])
        finally:
            connection.close()

    with ThreadPoolExecutor(len(answers)) as pool:
        list(pool.map(answer, answers))
    assert set(stored(profile).answers) == set(answers)


def test_an_answer_to_a_question_that_has_changed_is_left_out_and_named(profile: Profile, small_law: Rulebook) -> None:
    services.profile_answer(profile=profile, fact="sold", value=True)
    Profile.objects.filter(pk=profile.pk).update(
        answers={
            **stored(profile).answers,
            "gone": {"value": True, "origin": "answered", "note": "", "source": ""},
            "licence": {"value": "mit", "origin": "answered", "note": "", "source": ""},
        },
        readings={"gone": "a", "own-licence": "b"},
    )
    reading = selectors.described(stored(profile), small_law)
    assert set(reading.profile.answers) == {"sold"}
    assert set(reading.outdated) == {"gone", "licence"}
    assert reading.profile.readings == {"own-licence": "b"}


def test_what_a_file_describes_becomes_a_profile(small_law: Rulebook) -> None:
    profile = services.profile_start(described=load_profile(EXAMPLE, small_law, name="x.yaml"))
    assert stored(profile).answers["compute"]["value"] == {"low": "1e+22", "high": "2e+22"}


def test_answers_from_elsewhere_are_taken_over_all_or_none() -> None:
    profile = services.profile_create(title="Nimbus", answers={"sold": Given(value=True)})
    taken = {"compute": Answer(value=Interval(1e25, 1e25), origin=Origin.IMPORTED, note="read", source="card, x")}
    with pytest.raises(AnswerError):
        services.profile_take(profile=profile, answers={**taken, "gone": Answer(value=True)}, licences={})
    assert set(stored(profile).answers) == {"sold"}
    services.profile_take(profile=profile, answers=taken, licences={"licence": "mit"})
    kept = stored(profile)
    assert kept.answers["compute"] == {"value": "1e+25", "origin": "imported", "note": "read", "source": "card, x"}
    assert (set(kept.answers), kept.licence, kept.title) == ({"sold", "compute"}, "mit", "Nimbus")


def test_an_example_is_copied_and_the_copy_is_ones_own(models: Path) -> None:
    (models / "nimbus.yaml").write_text(EXAMPLE)
    copy = services.profile_copy_example(slug="nimbus-7b")
    services.profile_answer_clear(profile=copy, fact="sold")
    assert (copy.title, set(copy.answers), copy.readings) == ("Nimbus 7B", {"compute"}, {"own-licence": "b"})
    assert set(selectors.example_get("nimbus-7b").profile.answers) == {"sold", "compute"}
    with pytest.raises(selectors.ExampleMissing):
        services.profile_copy_example(slug="stratus")


def test_a_broken_example_is_reported_and_left_out(models: Path, caplog: pytest.LogCaptureFixture) -> None:
    (models / "good.yaml").write_text(EXAMPLE)
    (models / "bad.yaml").write_text(EXAMPLE.replace("sold: yes", "solt: yes"))
    assert [example.slug for example in selectors.examples()] == ["nimbus-7b"]
    assert "bad.yaml, line 7: There is no fact 'solt'" in caplog.text
    (models / "bad.yaml").write_text(EXAMPLE.replace("nimbus-7b", "stratus"))
    assert {example.slug for example in selectors.examples()} == {"nimbus-7b", "stratus"}
    (models / "twin.yaml").write_text(EXAMPLE)
    assert len(selectors.examples()) == 2
    assert "twin.yaml: the slug nimbus-7b is taken" in caplog.text
