"""Model cards: what the metadata says, from where, how sure; and the traps that real cards set."""

from __future__ import annotations

import pytest

from apps.profiles.files import ProfileFileError
from apps.profiles.imports.reading import Kind, Sure
from apps.rules.engine import Origin
from apps.rules.law.licences import LICENCES
from tests.profiles.importing import imported, licence, line


def card(metadata: str, prose: str = "") -> str:
    return f"---\n{metadata}\n---\n{prose}"


# --- Licences -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("metadata", "found", "where"),
    [
        ("license: apache-2.0", "apache-2.0", "license"),
        ("license: other\nlicense_name: deepseek\nlicense_link: LICENSE", "deepseek", "license_name"),
        ("license: other\nlicense_name: falcon-llm-license", "falcon-llm-license", "license_name"),
        ("license: llama4\nlicense_name: llama4", "llama4", "license"),
        ("license: openrail++", "openrail++", "license"),
    ],
)
def test_a_clear_licence_is_stated_with_its_place(metadata: str, found: str, where: str) -> None:
    read = imported(card(metadata))
    named = licence(read)
    assert (named.may_be, named.sure, named.where) == ((found,), Sure.STATED, where)
    assert read.profile().licence == found
    assert read.kind is Kind.MODEL_CARD


def test_a_name_that_several_texts_share_is_asked_back_and_not_taken() -> None:
    read = imported(card("license: other\nlicense_name: modified-mit"))
    assert set(licence(read).may_be) == {"mistral-modified-mit", "kimi-modified-mit", "minimax-m2-modified-mit"}
    assert licence(read).sure is Sure.POSSIBLE
    assert read.profile().licence == ""


@pytest.mark.parametrize(
    ("link", "address", "found"),
    [
        ("https://huggingface.co/Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE", "", "qwen"),
        ("https://huggingface.co/Qwen/Qwen2.5-3B/blob/main/LICENSE", "", "qwen-research"),
        ("", "https://huggingface.co/Qwen/Qwen2.5-72B-Instruct", "qwen"),
    ],
)
def test_a_link_or_the_repository_tells_texts_of_one_name_apart(link: str, address: str, found: str) -> None:
    read = imported(card(f"license: other\nlicense_name: qwen\nlicense_link: {link or 'LICENSE'}"), address=address)
    assert (licence(read).may_be, licence(read).sure) == ((found,), Sure.INFERRED)


def test_a_link_to_a_text_that_the_name_cannot_mean_decides_nothing() -> None:
    link = "https://huggingface.co/Qwen/Qwen2.5-72B/blob/main/LICENSE"
    read = imported(card(f"license: other\nlicense_name: modified-mit\nlicense_link: {link}"))
    assert licence(read).sure is Sure.POSSIBLE


def test_a_link_that_leads_to_another_licence_is_pointed_out() -> None:
    read = imported(card("license: mit\nlicense_link: https://www.apache.org/licenses/LICENSE-2.0"))
    assert licence(read).may_be == ("mit",)
    assert "Apache" in read.cautions[0].text


def test_two_licences_are_taken_for_none() -> None:
    read = imported(card("license: [mit, llama3.1]"))
    assert set(licence(read).may_be) == {"mit", "llama3.1"}
    assert read.profile().licence == ""


def test_a_licence_outside_the_library_and_a_missing_one_leave_the_questions_open() -> None:
    unheard = imported(card("license: other\nlicense_name: our-own-terms"))
    assert licence(unheard).may_be == ()
    missing = imported(card("tags: [x]"))
    assert missing.licences == ()
    assert "names no licence" in missing.cautions[0].text
    assert missing.profile().licence == unheard.profile().licence == ""


# --- Lineage ------------------------------------------------------------------------------------------------------
def test_a_licence_that_conflicts_with_the_originals_is_warned_of_and_not_decided() -> None:
    metadata = "license: other\nlicense_name: deepseek-license\nbase_model: deepseek-ai/DeepSeek-V4-Flash"
    read = imported(card(metadata))
    assert licence(read).may_be == ("deepseek",)
    assert (licence(read, "base_licence").may_be, licence(read, "base_licence").sure) == (("mit",), Sure.INFERRED)
    (warned,) = read.cautions
    assert warned.where == "base_model"
    assert LICENCES["mit"].name in warned.text
    assert LICENCES["deepseek"].name in warned.text


def test_an_open_licence_on_a_model_made_from_a_restricted_one_carries_the_stricter_terms() -> None:
    read = imported(card("license: apache-2.0\nbase_model:\n- meta-llama/Llama-3.1-8B-Instruct"))
    assert (read.profile().licence, read.profile().base_licence) == ("apache-2.0", "llama3.1")
    assert "user_scale_licence" in read.profile().values["licence_terms"]  # type: ignore[operator]


def test_the_same_licence_as_the_original_is_no_conflict() -> None:
    read = imported(card("license: gemma\nbase_model: google/gemma-3-4b-pt"))
    assert read.cautions == ()


def test_an_original_that_is_not_known_is_pointed_out() -> None:
    read = imported(card("license: apache-2.0\nbase_model: somebody/something"))
    assert "not known here" in read.cautions[0].text
    assert read.profile().base_licence == ""


def test_several_originals_of_which_one_is_not_known_settle_no_original_licence() -> None:
    read = imported(card("license: mit\nbase_model: [OpenGVLab/InternViT-300M, Qwen/Qwen2.5-1.5B]"))
    assert licence(read, "base_licence").sure is Sure.POSSIBLE
    assert read.profile().base_licence == ""


@pytest.mark.parametrize(
    ("relation", "method"),
    [("finetune", "training"), ("adapter", "training"), ("merge", "merging"), ("quantized", "compression")],
)
def test_a_change_is_offered_and_never_taken_for_granted(relation: str, method: str) -> None:
    read = imported(card(f"license: mit\nbase_model: a/b\nbase_model_relation: {relation}"))
    changed, methods = line(read, "development"), line(read, "modification_methods")
    assert (changed.value, changed.sure) == ("changed", Sure.POSSIBLE)
    assert (methods.value, methods.sure, methods.where) == (frozenset({method}), Sure.POSSIBLE, "base_model_relation")
    assert not {"development", "modification_methods"} & set(read.profile().answers)


@pytest.mark.parametrize(
    ("prose", "address", "name"),
    [
        ("# Model Card for Falcon3-3B-Instruct", "", "pasted"),
        ("", "https://huggingface.co/mirror/Falcon3-3B-Instruct", "pasted"),
        ("", "", "falcon3_3b_instruct.md"),
    ],
)
def test_a_card_that_names_itself_as_its_original_is_no_change(prose: str, address: str, name: str) -> None:
    text = card("license: other\nlicense_name: falcon-llm-license\nbase_model: tiiuae/Falcon3-3B-Instruct", prose)
    read = imported(text, address=address, name=name)
    assert "own original" in read.cautions[0].text
    assert [one.fact for one in read.lines] == []
    assert [one.key for one in read.licences] == ["licence"]


# --- What comes out, who gets it ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("metadata", "value", "sure"),
    [
        ("pipeline_tag: text-generation", {"text"}, Sure.INFERRED),
        ("pipeline_tag: image-text-to-text", {"text"}, Sure.INFERRED),
        ("pipeline_tag: text-to-image", {"images_from_text"}, Sure.INFERRED),
        ("pipeline_tag: text-generation\ntags: [text-to-image]", {"text"}, Sure.POSSIBLE),
        ("tags: [text-to-image]", {"images_from_text"}, Sure.POSSIBLE),
        ("pipeline_tag: image-to-image", {"images_otherwise"}, Sure.POSSIBLE),
        ("pipeline_tag: text-classification", set(), Sure.POSSIBLE),
    ],
)
def test_a_task_says_what_comes_out_and_only_as_surely_as_it_does(metadata: str, value: set[str], sure: Sure) -> None:
    found = line(imported(card(f"license: mit\n{metadata}")), "generates")
    assert (found.value, found.sure) == (value, sure)


def test_a_task_for_everything_leaves_the_question_open() -> None:
    read = imported(card("license: mit\npipeline_tag: any-to-any"))
    assert not read.lines
    assert "any-to-any" in [one.what for one in read.unused]


def test_shutting_out_the_union_is_pointed_out_and_is_not_the_whole_answer() -> None:
    read = imported(card("license: mit\nextra_gated_eu_disallowed: true"))
    (warned,) = read.cautions
    assert warned.where == "extra_gated_eu_disallowed"
    terms = line(read, "access_terms")
    assert (terms.value, terms.sure) == (frozenset({"contact_details", "country_refusal"}), Sure.POSSIBLE)
    assert "access_terms" not in read.profile().answers
    assert "union_ways" not in read.profile().answers


@pytest.mark.parametrize("word", ["false", "no", ""])
def test_a_flag_that_is_off_shuts_nobody_out(word: str) -> None:
    read = imported(card(f"license: mit\nextra_gated_eu_disallowed: {word}"))
    assert read.cautions == ()


def test_tags_point_to_uses_which_the_user_decides() -> None:
    found = line(imported(card("license: mit\ntags: [medical, triage, emergency, pytorch]")), "uses")
    assert (found.value, found.sure) == (frozenset({"health", "emergency"}), Sure.POSSIBLE)


def test_every_answer_says_that_it_was_imported_and_from_where() -> None:
    read = imported(card("license: mit\npipeline_tag: text-generation"), address="https://example.org/card")
    answer = read.profile().answers["generates"]
    assert (answer.origin, answer.source) == (Origin.IMPORTED, "https://example.org/card, pipeline_tag")


def test_nothing_that_cards_do_not_say_is_answered() -> None:
    read = imported(card("license: apache-2.0\npipeline_tag: text-generation\nlibrary_name: transformers"))
    said = {"generates", "licence_grants", "licence_terms"}
    assert set(read.profile().values) <= said


# --- The form of the text --------------------------------------------------------------------------------------------
def test_norwegian_stays_norwegian_and_the_rest_is_listed_with_reasons() -> None:
    read = imported(
        card("license: mit\nlanguage: [en, no]\nco2_eq_emissions: {emissions: 12}\nmodel-index:\n- name: x")
    )
    listed = {one.where: one for one in read.unused}
    assert listed["language"].what == "en, no"
    assert "measure of compute" in listed["co2_eq_emissions"].why
    assert set(listed) == {"language", "co2_eq_emissions", "model-index"}


@pytest.mark.parametrize(
    "text",
    [
        "---\r\nlicense: mit\r\n---\r\n# Nimbus\r\n",
        "\ufeff---\nlicense: mit\n---\n# Nimbus\n",
        "\n\n---\nlicense: mit\n---  \n\n# Model card of **Nimbus**\n",
        "license: mit\nmodel_name: Nimbus\n",
        "---\nlicense: mit\nname: lab/Nimbus\n---\n",
    ],
)
def test_a_card_is_recognised_however_it_was_copied(text: str) -> None:
    read = imported(text)
    assert (read.kind, read.title, read.profile().licence) == (Kind.MODEL_CARD, "Nimbus", "mit")


def test_prose_is_not_read_and_that_is_said() -> None:
    read = imported(card("license: mit", "# Nimbus\n\nTrained with 1e26 operations.\n"))
    assert "training_compute" not in read.profile().answers
    assert read.unused[-1].what.startswith("2 lines")


@pytest.mark.parametrize(
    ("metadata", "says", "at"),
    [
        ("a: &x [1]\nb: *x", "aliases", 2),
        ("license: mit\nlicense: apache-2.0", "given twice", 3),
        ("license: !!python/object/apply:os.system [ls]", "is not read", 2),
        ("license: [mit", "not YAML", None),
        ("- a\n- b", "not a table", 2),
        ("x: " + "[" * 20 + "]" * 20, "deep", 2),
        ("x: " + "a" * 70_000, "64 kB", None),
        ("[a]: b", "cannot be a key", 2),
    ],
)
def test_metadata_that_cannot_be_read_safely_is_refused_with_reason_and_line(
    metadata: str, says: str, at: int | None
) -> None:
    with pytest.raises(ProfileFileError) as refused:
        imported(card(metadata))
    (fault,) = refused.value.faults
    assert says in fault.message
    assert at is None or fault.line == at


def test_prose_without_metadata_is_refused_with_the_remedy() -> None:
    for prose in ("A model.", "A model.\n\nWeights: open to all, see: below\n"):
        with pytest.raises(ProfileFileError, match="no block of metadata"):
            imported(f"# Nimbus 7B\n\n{prose}\n")
    with pytest.raises(ProfileFileError, match="neither a model card"):
        imported("A model, in a few words.")
