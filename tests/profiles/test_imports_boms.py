"""Bills of materials: CycloneDX ML-BOMs and the AI profile of SPDX 3, read by path, with what they cannot say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apps.profiles.files import ProfileFileError
from apps.profiles.imports.reading import Kind, Sure
from apps.rules.engine import Interval, Origin
from tests.profiles.importing import imported, licence, line

CARD = "$.metadata.component.modelCard"


def bom(version: str = "1.6", **model: Any) -> dict[str, Any]:
    component = {"type": "machine-learning-model", "name": "Nimbus", "version": "2", **model}
    return {"bomFormat": "CycloneDX", "specVersion": version, "version": 1, "metadata": {"component": component}}


def spdx(package: dict[str, Any], *others: dict[str, Any]) -> dict[str, Any]:
    element = {"type": "ai_AIPackage", "spdxId": "urn:x:model", "name": "Nimbus", **package}
    return {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [*others, element]}


def relation(kind: str, to: Any, from_: str = "urn:x:model") -> dict[str, Any]:
    listed = to if isinstance(to, list) else [to]
    return {"type": "Relationship", "spdxId": "urn:x:r", "from": from_, "relationshipType": kind, "to": listed}


def expression(text: str, name: str = "urn:x:licence") -> dict[str, Any]:
    return {
        "type": "simplelicensing_LicenseExpression",
        "spdxId": name,
        "simplelicensing_licenseExpression": text,
    }


def refused(data: Any) -> str:
    with pytest.raises(ProfileFileError) as caught:
        imported(json.dumps(data))
    return str(caught.value)


# --- CycloneDX ----------------------------------------------------------------------------------------------------
def test_a_bill_names_model_licence_and_places() -> None:
    read = imported(json.dumps(bom(licenses=[{"license": {"id": "Apache-2.0"}}])))
    assert (read.kind, read.title) == (Kind.CYCLONEDX, "Nimbus")
    named = licence(read)
    assert (named.may_be, named.sure) == (("apache-2.0",), Sure.STATED)
    assert named.where == "$.metadata.component.licenses[0].license.id"


@pytest.mark.parametrize(
    "licenses",
    [
        [{"expression": "Apache-2.0 OR MIT"}],
        [{"expression": "(Apache-2.0 AND MIT)"}],
        [{"license": {"id": "Apache-2.0"}}, {"license": {"id": "MIT"}}],
    ],
)
def test_licences_joined_or_listed_are_asked_back(licenses: list[Any]) -> None:
    read = imported(json.dumps(bom(licenses=licenses)))
    assert set(licence(read).may_be) == {"apache-2.0", "mit"}
    assert read.profile().licence == ""


def test_a_licence_by_name_is_told_apart_by_its_address() -> None:
    named = {"name": "qwen", "url": "https://huggingface.co/Qwen/Qwen2.5-72B/blob/main/LICENSE"}
    assert licence(imported(json.dumps(bom(licenses=[{"license": named}])))).may_be == ("qwen",)


@pytest.mark.parametrize("place", ["component", "nested"])
def test_the_only_model_among_components_is_found(place: str) -> None:
    model = {"type": "machine-learning-model", "name": "Nimbus"}
    held = [{"type": "library", "name": "torch"}, model]
    components = held if place == "component" else [{"type": "application", "name": "App", "components": held}]
    data = {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components}
    assert imported(json.dumps(data)).title == "Nimbus"


def test_a_bill_with_no_model_or_with_several_is_refused() -> None:
    models = [{"type": "machine-learning-model", "name": name} for name in ("A", "B")]
    assert "has no component" in refused({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []})
    assert "2 models (A, B)" in refused({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": models})


@pytest.mark.parametrize("written", ["1e25", "1E+25", 1e25, 10**25, "10000000000000000000000000"])
def test_compute_is_read_exactly_whatever_its_spelling(written: Any) -> None:
    read = imported(json.dumps(bom(properties=[{"name": "remit:training_compute", "value": written}])))
    found = line(read, "training_compute")
    assert (found.value, found.sure) == (Interval(1e25, 1e25), Sure.STATED)
    assert read.profile().answers["training_compute"].origin is Origin.IMPORTED


@pytest.mark.parametrize(
    ("name", "written", "fact", "value"),
    [
        ("remit:training_compute", "8e24..1.2e25", "training_compute", Interval(8e24, 1.2e25)),
        ("training_compute_flop", "6.3 × 10^24", "training_compute", Interval(6.3e24, 6.3e24)),
        ("numParameters", "70B", "parameters", Interval(7e10, 7e10)),
        ("remit:weights_public", "yes", "weights_public", True),
        ("remit:generates", "text; speech", "generates", frozenset({"text", "speech"})),
        ("remit:generates", "none", "generates", frozenset()),
        ("remit:development", "own", "development", "own"),
        ("remit:development", "?", "development", None),
    ],
)
def test_properties_carry_any_answer(name: str, written: str, fact: str, value: Any) -> None:
    card = {"properties": [{"name": name, "value": written}]}
    found = line(imported(json.dumps(bom(modelCard=card))), fact)
    assert (found.value, found.where) == (value, f"{CARD}.properties[0].value")


@pytest.mark.parametrize(
    ("name", "written"),
    [("remit:training_compute", "lots"), ("remit:unheard", "1"), ("cdx:team", "x"), ("remit:weights_public", "maybe")],
)
def test_a_property_that_says_nothing_we_ask_is_listed_and_not_used(name: str, written: str) -> None:
    read = imported(json.dumps(bom(properties=[{"name": name, "value": written}])))
    assert not read.lines
    assert read.unused[0].what == f"{name}: {written}"
    assert read.unused[0].why


@pytest.mark.parametrize(
    ("inputs", "outputs", "value", "sure"),
    [
        (["string"], ["text"], {"text"}, Sure.INFERRED),
        (["text/plain"], ["image/png"], {"images_from_text"}, Sure.POSSIBLE),
        (["image"], ["image"], {"images_otherwise"}, Sure.POSSIBLE),
        (["text"], ["text", "tensor"], {"text"}, Sure.POSSIBLE),
    ],
)
def test_formats_of_outputs_say_what_comes_out(
    inputs: list[str], outputs: list[str], value: set[str], sure: Sure
) -> None:
    parameters = {key: [{"format": one} for one in held] for key, held in (("inputs", inputs), ("outputs", outputs))}
    found = line(imported(json.dumps(bom(modelCard={"modelParameters": parameters}))), "generates")
    assert (found.value, found.sure) == (value, sure)


def test_what_a_bill_says_in_part_is_offered_and_not_taken() -> None:
    parameters = {"approach": {"type": "self-supervised"}, "datasets": [{"type": "dataset", "sensitiveData": ["x"]}]}
    notes = {"type": "major", "timestamp": "2026-03-02T10:00:00Z"}
    read = imported(json.dumps(bom(modelCard={"modelParameters": parameters}, releaseNotes=notes)))
    assert {one.fact for one in read.lines} == {"self_supervised_at_scale", "personal_data", "placed_on"}
    assert {one.sure for one in read.lines} == {Sure.POSSIBLE}
    assert read.profile().answers == {}


def test_an_original_in_the_pedigree_brings_its_licence() -> None:
    stated = {"type": "machine-learning-model", "name": "Base", "licenses": [{"license": {"name": "llama3.1"}}]}
    read = imported(json.dumps(bom(licenses=[{"license": {"id": "MIT"}}], pedigree={"ancestors": [stated]})))
    assert (licence(read, "base_licence").may_be, licence(read, "base_licence").sure) == (("llama3.1",), Sure.STATED)
    known = {"type": "machine-learning-model", "name": "x", "purl": "pkg:huggingface/meta-llama/Llama-3.1-8B@abc"}
    read = imported(json.dumps(bom(licenses=[{"license": {"id": "MIT"}}], pedigree={"ancestors": [known]})))
    assert (licence(read, "base_licence").may_be, licence(read, "base_licence").sure) == (("llama3.1",), Sure.INFERRED)
    assert read.cautions
    itself = {"type": "machine-learning-model", "name": "nimbus"}
    assert not imported(json.dumps(bom(pedigree={"ancestors": [itself]}))).lines


def test_an_unknown_version_is_read_with_a_caution() -> None:
    assert "Version 2.0" in imported(json.dumps(bom("2.0"))).cautions[0].text
    assert not imported(json.dumps(bom("1.7"))).cautions


def test_energy_is_not_compute() -> None:
    energy = {"energyConsumptions": [{"activity": "training"}]}
    read = imported(json.dumps(bom(modelCard={"considerations": {"environmentalConsiderations": energy}})))
    assert not read.lines
    assert any("measure of compute" in one.why for one in read.unused)


# --- SPDX ---------------------------------------------------------------------------------------------------------
def test_a_package_with_its_declared_licence() -> None:
    read = imported(json.dumps(spdx({}, relation("hasDeclaredLicense", "urn:x:licence"), expression("Apache-2.0"))))
    assert (read.kind, read.title, licence(read).may_be) == (Kind.SPDX, "Nimbus", ("apache-2.0",))
    assert licence(read).where == "$.@graph[1].simplelicensing_licenseExpression"


def test_a_licence_written_in_place_and_one_only_concluded() -> None:
    inline = relation("hasConcludedLicense", expression("LicenseRef-gemma"))
    assert licence(imported(json.dumps(spdx({}, inline)))).may_be == ("gemma",)
    declared = relation("hasDeclaredLicense", "https://spdx.org/licenses/MIT")
    assert licence(imported(json.dumps(spdx({}, inline, declared)))).may_be == ("mit",)


def test_hyperparameters_and_properties_carry_answers() -> None:
    entry = {"type": "DictionaryEntry", "key": "remit:training_compute", "value": "3.8e25"}
    prop = {"type": "x", "extension_cdxPropName": "remit:weights_public", "extension_cdxPropValue": "no"}
    extension = {"type": "extension_CdxPropertiesExtension", "extension_cdxProperty": [prop]}
    read = imported(json.dumps(spdx({"ai_hyperparameter": [entry], "extension": [extension]})))
    assert line(read, "training_compute").value == Interval(3.8e25, 3.8e25)
    assert line(read, "weights_public").value is False


def test_a_risk_label_never_decides_a_class_and_a_denial_never_answers_more_than_it_says() -> None:
    package = {"ai_safetyRiskAssessment": "low", "ai_useSensitivePersonalInformation": "no", "ai_autonomyType": "yes"}
    read = imported(json.dumps(spdx(package)))
    assert read.profile().answers == {}
    assert {one.where.rsplit(".", 1)[-1] for one in read.unused} == set(package)


def test_sensitive_data_domain_and_day_are_offered() -> None:
    package = {
        "ai_useSensitivePersonalInformation": "yes",
        "ai_domain": ["medical"],
        "releaseTime": "2026-03-02T00:00:00Z",
    }
    read = imported(json.dumps(spdx(package)))
    assert {one.fact: one.sure for one in read.lines} == dict.fromkeys(
        ("personal_data", "uses", "placed_on"), Sure.POSSIBLE
    )


@pytest.mark.parametrize("kind", ["descendantOf", "ancestorOf"])
def test_an_original_is_found_either_way_round_and_is_not_the_model(kind: str) -> None:
    base = {"type": "ai_AIPackage", "spdxId": "urn:x:base", "name": "meta-llama/Llama-3.1-8B"}
    ends = ("urn:x:base", "urn:x:model") if kind == "descendantOf" else ("urn:x:model", "urn:x:base")
    read = imported(json.dumps(spdx({}, base, relation(kind, ends[0], from_=ends[1]))))
    assert read.title == "Nimbus"
    assert licence(read, "base_licence").may_be == ("llama3.1",)
    assert line(read, "development").sure is Sure.POSSIBLE


def test_a_model_that_descends_from_itself_ends() -> None:
    read = imported(json.dumps(spdx({}, relation("descendantOf", "urn:x:model"))))
    assert not read.lines


def test_documents_without_one_ai_package_are_refused() -> None:
    two = spdx({}, {"type": "ai_AIPackage", "spdxId": "urn:x:b", "name": "Stratus"})
    assert "describes 2 models" in refused(two)
    assert "no element" in refused({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": []})
    assert "SPDX 2" in refused({"spdxVersion": "SPDX-2.3"})
