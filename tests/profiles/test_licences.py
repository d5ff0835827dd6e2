"""A licence in a profile: it fills in what it settles, the user's own answers win, and what clashes is named."""

from __future__ import annotations

import pytest

from apps.profiles import services
from apps.profiles.contradictions import clashes_in
from apps.profiles.files import ProfileFileError, dump_profile, load_profile, profile_from_data
from apps.profiles.selectors import described, rulebook
from apps.profiles.services import AnswerError
from apps.reports.snapshots import profile_of, snapshot_of
from apps.rules.engine import Origin, Profile
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.recognise import unmistakable

LLAMA_TERMS = {"attribution", "use_restrictions", "user_scale_licence"}


def read(text: str) -> Profile:
    return load_profile(text, rulebook(), name="profile.yaml")


@pytest.mark.parametrize("spelling", ["llama3.1", "Llama 3.1 Community License", "LLAMA-3.1"])
def test_a_file_names_its_licence_in_any_common_spelling(spelling: str) -> None:
    profile = read(f"licence: {spelling}\nfacts:\n  weights_public: yes\n")
    assert profile.licence == "llama3.1"
    assert profile.values["licence_terms"] == LLAMA_TERMS
    answer = profile.answers["licence_terms"]
    assert answer.origin is Origin.LICENCE
    assert "Llama 3.1 Community License" in answer.note
    assert answer.source.startswith("https://")
    assert "access_terms" not in profile.values, "left to ask"
    assert "public_information" not in profile.values


def test_json_takes_it_too() -> None:
    profile = profile_from_data({"licence": "Apache-2.0", "facts": {}}, rulebook())
    assert profile.licence == "apache-2.0"
    assert profile.values["licence_terms"] == {"attribution"}


def test_no_licence_is_no_licence() -> None:
    for text in ("licence:\nfacts: {}\n", 'licence: ""\nfacts: {}\n', "facts: {}\n"):
        assert read(text) == Profile()


@pytest.mark.parametrize(
    ("spelling", "named"),
    [
        ("qwen", ["Qwen License Agreement", "apache-2.0"]),
        ("modified-mit", ["mistral-modified-mit", "kimi-modified-mit"]),
        ("other", ["read the licence file"]),
        ("my own licence", ["not in the library"]),
    ],
)
def test_an_unclear_or_unknown_licence_is_refused_with_its_line_and_the_choices(
    spelling: str, named: list[str]
) -> None:
    with pytest.raises(ProfileFileError) as refused:
        read(f"title: A\nlicence: {spelling}\nfacts: {{}}\n")
    (fault,) = refused.value.faults
    assert (fault.line, fault.field) == (2, "licence")
    assert all(part in fault.message for part in named)


@pytest.mark.parametrize("key", LICENCES)
def test_what_is_written_reads_back_the_same(key: str) -> None:
    name = unmistakable(LICENCES[key])
    profile = profile_from_data({"licence": name, "facts": {"weights_public": True}}, rulebook())
    assert profile.licence == key
    text = dump_profile(profile)
    assert "licence_grants" not in text, "what the licence says is not written out"
    assert read(text) == profile
    assert profile_of(snapshot_of(profile, rulebook()), rulebook()) == profile


def test_own_answers_win_and_the_clash_is_named() -> None:
    profile = read("licence: llama3.1\nfacts:\n  licence_terms: [attribution]\n")
    assert profile.values["licence_terms"] == {"attribution"}
    assert profile.answers["licence_terms"].origin is Origin.ANSWERED
    (clash,) = clashes_in(profile)
    assert clash.facts == ("licence_terms",)
    assert "Llama 3.1" in str(clash.text)


def test_harmless_differences_are_no_clash() -> None:
    same = read("licence: apache-2.0\nfacts:\n  licence_terms: [stricter_original]\n")
    assert not clashes_in(same), "what the original asked for is not in this licence's text"
    assert not clashes_in(read("licence: apache-2.0\nfacts: {}\n"))


def test_terms_of_access_that_forget_what_the_licence_asks_clash() -> None:
    profile = read("licence: stabilityai-community\nfacts:\n  access_terms: []\n")
    assert [clash.facts for clash in clashes_in(profile)] == [("access_terms",)]
    agreeing = read("licence: stabilityai-community\nfacts:\n  access_terms: [dual_licensing]\n")
    assert not clashes_in(agreeing)


def test_a_hosted_model_has_no_public_weights() -> None:
    profile = read("licence: openai-api\nfacts: {}\n")
    assert profile.values["weights_public"] is False
    other = read("licence: openai-api\nfacts:\n  weights_public: yes\n")
    assert other.values["weights_public"] is True
    assert [clash.facts for clash in clashes_in(other)] == [("weights_public",)]


def test_not_knowing_is_no_answer_against_the_licence() -> None:
    assert read("licence: mit\nfacts:\n  licence_terms:\n").values["licence_terms"] == {"attribution"}


@pytest.mark.django_db
def test_a_stored_profile_takes_a_licence_and_another_one() -> None:
    stored = services.profile_create()
    services.profile_licence_set(profile=stored, licence="LLAMA 3.1 Community License")
    read_back = described(stored, rulebook()).profile
    assert read_back.values["licence_terms"] == LLAMA_TERMS
    assert stored.answers == {}, "what a licence says is not stored with the answers"
    services.profile_licence_set(profile=stored, licence="apache 2")
    assert described(stored, rulebook()).profile.values["licence_terms"] == {"attribution"}
    services.profile_licence_set(profile=stored, licence="")
    assert described(stored, rulebook()).profile == Profile()


@pytest.mark.django_db
def test_an_answer_given_wins_and_clearing_it_gives_the_licences_back() -> None:
    stored = services.profile_create()
    services.profile_licence_set(profile=stored, licence="mit")
    services.profile_answer(profile=stored, fact="licence_terms", value=["non_commercial"])
    own = described(stored, rulebook()).profile
    assert own.values["licence_terms"] == {"non_commercial"}
    assert clashes_in(own)
    services.profile_answer_clear(profile=stored, fact="licence_terms")
    assert described(stored, rulebook()).profile.values["licence_terms"] == {"attribution"}


@pytest.mark.django_db
@pytest.mark.parametrize("spelling", ["qwen", "unheard of"])
def test_a_service_refuses_what_is_not_one_licence(spelling: str) -> None:
    stored = services.profile_create()
    with pytest.raises(AnswerError) as refused:
        services.profile_licence_set(profile=stored, licence=spelling)
    assert refused.value.field == "licence"
    stored.refresh_from_db()
    assert stored.licence == ""


@pytest.mark.django_db
def test_a_file_with_a_licence_is_imported_without_its_answers() -> None:
    stored = services.profile_start(described=read("licence: gemma\nfacts:\n  weights_public: yes\n"))
    assert stored.licence == "gemma"
    assert set(stored.answers) == {"weights_public"}


@pytest.mark.django_db
def test_a_licence_that_left_the_library_is_named_as_outdated() -> None:
    stored = services.profile_create()
    stored.licence = "gone-1.0"
    stored.save()
    reading = described(stored, rulebook())
    assert reading.outdated == ("gone-1.0",)
    assert reading.profile == Profile()


# --- Made from another model --------------------------------------------------------------------------------------
def test_a_changed_model_is_asked_about_the_terms_of_its_original() -> None:
    """An open licence on a changed model says nothing of the original's terms, so it must not read as exempt."""
    changed = "facts:\n  development: changed\n"
    open_one = read(f"licence: mit\n{changed}")
    assert "licence_terms" not in open_one.answers
    assert open_one.values["licence_grants"] == {"access", "use", "modify", "distribute"}
    assert "licence_terms" not in read(f"licence: gemma\n{changed}").answers
    assert read(f"licence: llama3.1\n{changed}").values["licence_terms"] == LLAMA_TERMS, "lost already"
    own = "facts:\n  development: own\n"
    assert read(f"licence: mit\n{own}").values["licence_terms"] == {"attribution"}


@pytest.mark.parametrize("licence", ["gemma", "kimi-modified-mit", "apple-ascl", "glm-5.3", "muse-glimmer"])
def test_disputed_terms_of_a_changed_model_may_not_be_left_out_unseen(licence: str) -> None:
    changed = f"licence: {licence}\nfacts:\n  development: changed\n  licence_terms: "
    left_out = read(f"{changed}[attribution]\n")
    assert [clash.facts for clash in clashes_in(left_out)] == [("licence_terms",)]
    every = "[attribution, use_restrictions, other_limits, attribution_above_scale, stricter_original]"
    assert not clashes_in(read(f"{changed}{every}\n"))


def test_the_licence_of_the_original_binds_too() -> None:
    profile = read("licence: mit\nbase_licence: Llama 3.3\nfacts:\n  development: changed\n")
    assert (profile.licence, profile.base_licence) == ("mit", "llama3.3")
    assert profile.values["licence_terms"] == LLAMA_TERMS
    assert "Llama 3.3" in profile.answers["licence_terms"].note
    harmless = read("licence: mit\nbase_licence: apache-2.0\nfacts:\n  development: changed\n")
    assert harmless.values["licence_terms"] == {"attribution"}
    for one in (profile, harmless):
        assert read(dump_profile(one)) == one
        assert profile_of(snapshot_of(one, rulebook()), rulebook()) == one


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("base_licence: mit\nfacts: {}\n", "licence"),
        ("licence: mit\nbase_licence: qwen\nfacts: {}\n", "base_licence"),
        ("licence: mit\nbase_licence: [mit]\nfacts: {}\n", "base_licence"),
    ],
)
def test_an_original_is_refused_alone_or_unclear(text: str, field: str) -> None:
    with pytest.raises(ProfileFileError) as refused:
        read(text)
    assert [fault.field for fault in refused.value.faults] == [field]


@pytest.mark.django_db
def test_a_stored_profile_keeps_both_licences() -> None:
    stored = services.profile_create()
    services.profile_licence_set(profile=stored, licence="mit", base_licence="llama 3.3")
    assert described(stored, rulebook()).profile.values["licence_terms"] == LLAMA_TERMS
    with pytest.raises(AnswerError):
        services.profile_licence_set(profile=stored, licence="", base_licence="mit")
    again = services.profile_start(described=read("licence: mit\nbase_licence: gemma\nfacts: {}\n"))
    assert (again.licence, again.base_licence) == ("mit", "gemma")
