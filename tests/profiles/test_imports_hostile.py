"""What strangers send: bombs, binary, wrong encodings, depth. Refused with a reason, never with a crash."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.profiles.files import ProfileFileError
from tests.profiles.importing import imported


def refusal(content: str | bytes) -> str:
    with pytest.raises(ProfileFileError) as refused:
        imported(content)
    return str(refused.value)


def archive() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("README.md", "0" * 1_000_000)
    return held.getvalue()


BOM = '{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": %s}'
LAUGHS = "".join(f"{name}: &{name} [{', '.join(f'*{prev}' for _ in range(9))}]\n" for prev, name in ["ab", "bc", "cd"])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (archive(), "zip"),
        (gzip.compress(b"---\nlicense: mit\n---\n" * 1000), "gzip"),
        (b"PAR1\x15\x04", "Parquet"),
        (b"GGUF\x03\x00\x00\x00", "weights"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"%PDF-1.7", "PDF"),
        (b"\x80\x04\x95", "pickle"),
        ("---\nlicense: mit\n---\n".encode("utf-16"), "UTF-16"),
        ("---\nlicense: mit\n---\n".encode("utf-16-be"), "UTF-16"),
        ("---\nlicense: mit\nauthor: Zoë\n---\n".encode("latin-1"), "line 3: This is not UTF-8"),
        (b"---\nlicense: mit\n---\n\x00", "binary"),
        (b"---\nlicense: mit\n---\n" + b"a" * 200 + b"\x00", "control character"),
        (b"", "nothing to read"),
        (" \n\t\n", "nothing to read"),
        ("---\nlicense: mit\x1b[31m\n---\n", "control character"),
        ("a" * (1024 * 1024 + 1), "larger than 1,024 kB"),
        (b"x" * 2_000_000, "larger than 1,024 kB"),
        ("é" * 600_000, "larger than 1,024 kB"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "Git LFS"),
        ("<?xml version='1.0'?><bom/>", "XML"),
        ("<!doctype html><title>card</title>", "web page"),
        ("SPDXVersion: SPDX-2.3\n", "SPDX 2"),
        ("---\na: &a [x]\n" + LAUGHS + "---\n", "aliases"),
        ("---\n" + "".join("  " * n + f"k{n}:\n" for n in range(60)) + "---\n", "deep"),
        (BOM % ("[" * 500 + "]" * 500), "40 deep"),
        ("[" * 200_000, "deep"),
        (BOM % ('{"a":' * 100_000), "deep"),
        (BOM % ("[" + ",".join(["1"] * 300_000) + "]"), "more than 200,000 values"),
        ("{" + ",".join(f'"k{n}":1' for n in range(60_000)) + "}", "more than 50,000 keys"),
        (BOM % "NaN", "NaN is not a number"),
        (BOM % "-Infinity", "not a number"),
        (BOM % "1e999", "too large"),
        (BOM % ("9" * 5_000), "more than 40 digits"),
        (BOM % '[{"a": 1, "a": 2}]', "given twice"),
        (BOM % "[", "not JSON"),
        ('{"bomFormat": "CycloneDX"', "not JSON"),
        ('["CycloneDX"]', "not a table"),
        ("1", "neither a model card"),
        ("null", "neither a model card"),
    ],
)
def test_it_is_refused_with_a_reason(content: str | bytes, says: str) -> None:
    assert says in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        '{"bomFormat": "CycloneDX", "x": "' + '\\"' * 500_000,
        BOM % ('"' * 500_001),
        "---\n" * 200_000,
        "- " * 500_000,
        "fact,value\n" + "x,\n" * 300_000,
        "facts:\n" + "".join(f"  k{n}:\n" for n in range(25_000)),
        "# " * 500_000,
    ],
)
def test_a_megabyte_made_to_be_slow_is_read_or_refused(content: str) -> None:
    read_or_refuse(content)


def test_links_in_it_are_texts() -> None:
    text = "---\nlicense: other\nlicense_name: x\nlicense_link: http://127.0.0.1:1/\nbase_model: http://[::1\n---\n"
    assert imported(text, address="http://[").licences[0].may_be == ()


def test_marks_and_control_signs_from_json_are_made_harmless() -> None:
    component = {"type": "machine-learning-model", "name": "a\u0000\ud800<b>\u202e", "version": "\u0007"}
    read = imported(json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]}))
    assert read.title.isprintable() or "\u202e" in read.title
    read.title.encode()


# --- Anything at all -----------------------------------------------------------------------------------------------
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
KEYS = st.sampled_from(
    [
        *("bomFormat", "specVersion", "metadata", "component", "components", "type", "name", "licenses", "license"),
        *("id", "url", "expression", "modelCard", "modelParameters", "properties", "value", "task", "inputs", "format"),
        *("outputs", "approach", "datasets", "sensitiveData", "pedigree", "ancestors", "purl", "considerations"),
        *("@context", "@graph", "spdxId", "from", "to", "relationshipType", "ai_hyperparameter", "key", "extension"),
        *("ai_domain", "ai_typeOfModel", "releaseTime", "profile", "facts", "as_of", "title", "licence", "readings"),
        *("base_model", "tags", "pipeline_tag", "license_name", "license_link", "extra_gated_prompt", "language"),
    ]
) | st.text(max_size=8)
VALUES = st.sampled_from(
    [
        *("CycloneDX", "1.6", "machine-learning-model", "ai_AIPackage", "hasDeclaredLicense", "descendantOf", "other"),
        *("https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "text-generation", "remit:training_compute", "1e25", "yes"),
        *("remit:generates", "modified-mit", "meta-llama/Llama-3.1-8B", "self-supervised", "2026-03-02", "http://["),
    ]
)
TREES = st.recursive(
    SCALARS | VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
BOMS = st.dictionaries(KEYS, TREES, max_size=6).map(
    lambda model: {
        "bomFormat": "CycloneDX",
        "components": [{"name": "x", **model, "type": "machine-learning-model"}],
    }
)
GRAPHS = st.lists(st.dictionaries(KEYS, TREES, max_size=6), max_size=4).map(
    lambda elements: {
        "@context": "https://spdx.org/rdf/3.0.1/x",
        "@graph": [*elements, {"type": "ai_AIPackage", "spdxId": "m", **(elements[0] if elements else {})}],
    }
)


def read_or_refuse(content: str | bytes) -> None:
    try:
        found = imported(content)
    except ProfileFileError as refused:
        found, faults = None, refused.faults
    if found is None:
        assert all(fault.message for fault in faults)
        return
    found.profile()
    for line in found.lines:
        json.dumps([line.note, line.source, line.where], ensure_ascii=False).encode()


@settings(deadline=None, max_examples=80)
@given(st.one_of(TREES, BOMS, GRAPHS))
def test_any_json_is_read_or_refused(data: object) -> None:
    read_or_refuse(json.dumps(data))


@settings(deadline=None, max_examples=80)
@given(st.dictionaries(KEYS, TREES, max_size=8))
def test_any_metadata_is_read_or_refused(data: dict[str, object]) -> None:
    read_or_refuse(f"---\n{json.dumps(data)}\n---\n")


@settings(deadline=None, max_examples=80)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300)))
def test_any_bytes_and_any_text_are_read_or_refused(content: str | bytes) -> None:
    read_or_refuse(content)


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="-:#&*!|>{}[]\"' \n\tab0,?%@`~<;", max_size=200))
def test_any_signs_of_yaml_are_read_or_refused(text: str) -> None:
    for content in (text, f"---\nlicense: mit\n{text}\n---\n", f"fact,value\n{text}"):
        read_or_refuse(content)
